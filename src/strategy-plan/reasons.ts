import type { Period } from "../calendar/index.ts";
import type { CoreErrorDetails, DecimalString, IssuesOf, LocalDate, Path, ReadingDetails } from "../core/index.ts";
import type { MoneyErrorDetails } from "../money/index.ts";
import type { Discontinued, PlanRowId, ReferredSection } from "./types.ts";

/** What a service that was discontinued may lack. */
export type DiscontinuedPart = keyof Omit<Discontinued, "answer">;

/** What the issues and errors of this room carry, by code; a `service` is the id of its row. */
export interface StrategyPlanErrorDetails {
  /**
   * A plan, or a part of one, that cannot be read.
   *
   * Remedy: correct the member at `path`; `StrategyPlanSchema` describes a plan.
   */
  "strategy-plan/invalid-plan": ReadingDetails;
  /** Remedy: fill in the id at `path`. */
  "strategy-plan/empty-id": Record<string, never>;
  /** Remedy: give one of the two rows another id, also where other rows refer to it. */
  "strategy-plan/duplicate-id": { readonly id: PlanRowId };
  /**
   * An id that no row of the section has; what was received instead, where it is not even a text.
   *
   * Remedy: correct the id, or add the row it refers to under the section that `expectedIn` names.
   */
  "strategy-plan/unknown-reference": {
    readonly id?: PlanRowId;
    readonly received?: string;
    readonly expectedIn: ReferredSection;
  };
  /**
   * Shares of turnover that add up to more than 1.
   *
   * Remedy: correct `turnoverShare` of the businesses, so that together they make at most 1.
   */
  "strategy-plan/turnover-above-whole": { readonly sum: DecimalString; readonly max: DecimalString };
  /** Remedy: write the share as a fraction from 0 to 1, such as `"0.35"` for 35%. */
  "strategy-plan/share-out-of-range": {
    readonly share: DecimalString;
    readonly min: DecimalString;
    readonly max: DecimalString;
  };
  /** A service the client does not need and has adopted. Remedy: correct `needed` or `adopted` of the service. */
  "strategy-plan/adopted-without-need": { readonly service: PlanRowId };
  /** Remedy: correct `adopted` or `discontinued` of the service. */
  "strategy-plan/discontinued-without-adoption": { readonly service: PlanRowId };
  /** Remedy: correct `adopted.since` or `discontinued.date` of the service. */
  "strategy-plan/discontinued-before-adoption": { readonly since: LocalDate; readonly date: LocalDate };
  /** Remedy: fill in what `missing` names, `date` or `reason`, in `discontinued` of the service. */
  "strategy-plan/discontinued-unexplained": {
    readonly service: PlanRowId;
    readonly missing: readonly DiscontinuedPart[];
  };
  /**
   * A share above 0 of a service that was never adopted.
   *
   * Remedy: correct `adopted` of the service, or set `shareOfSpend` to 0.
   */
  "strategy-plan/share-without-adoption": { readonly service: PlanRowId; readonly share: DecimalString };
  /**
   * A share above 0 of a period that begins after the day the service was discontinued.
   *
   * Remedy: correct `discontinued.date` or the period of `shareOfSpend`, or set the share to 0.
   */
  "strategy-plan/share-after-discontinuation": {
    readonly service: PlanRowId;
    readonly date: LocalDate;
    readonly period: Period;
  };
  /**
   * A stated share that is not the one the spends give.
   *
   * Remedy: correct `shareOfSpend` or the spends it follows from; `planWallet` shows those.
   */
  "strategy-plan/share-differs-from-spend": {
    readonly service: PlanRowId;
    readonly stated: DecimalString;
    readonly computed: DecimalString;
  };
  /**
   * "No other bank supplies it", and the institutions of which the plan says they do.
   *
   * Remedy: correct `suppliedElsewhere` of the service, or what the institutions named say of it.
   */
  "strategy-plan/supplier-contradicted": { readonly service: PlanRowId; readonly institutions: readonly PlanRowId[] };
  /** Remedy: plan the pitch within `period` of the plan, or leave it to the next plan. */
  "strategy-plan/pitch-outside-plan-year": { readonly planned: LocalDate | Period; readonly period: Period };
  /**
   * An amount in another currency than the plan.
   *
   * Remedy: bring the amount into the currency of the plan with `convert` of money.
   */
  "strategy-plan/currency-differs": { readonly currency: string; readonly expected: string };
  /**
   * A spend of another period than the others on the service; either period may be one that does not exist.
   *
   * Remedy: give the spends on a service, ours and those elsewhere, for one period.
   */
  "strategy-plan/period-differs": { readonly period: Period; readonly expected: Period };
  /** Remedy: give what the client pays as an amount of 0 or more. */
  "strategy-plan/negative-spend": { readonly service: PlanRowId };
}

/** What the issues of a plan carry: those of this room, and of the dates, decimals and amounts in it. */
export type PlanIssueDetails = StrategyPlanErrorDetails & CoreErrorDetails & MoneyErrorDetails;

/** Codes an issue of a plan may have: its own, and those of the dates, decimals and amounts in it. */
export type PlanIssueCode = keyof PlanIssueDetails;

/** An issue of a plan. */
export type PlanIssue = IssuesOf<PlanIssueDetails>;

/** Takes one issue. */
export type Report = <Code extends PlanIssueCode>(code: Code, path: Path, details: PlanIssueDetails[Code]) => void;

/** Every reason this room gives: its issues and errors. */
export type StrategyPlanReasons = IssuesOf<StrategyPlanErrorDetails>;

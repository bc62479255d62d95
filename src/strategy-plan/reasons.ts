import type { DateRange, Period } from "../calendar/index.ts";
import type { CoreErrorDetails, DecimalString, IssuesOf, LocalDate, Path, ReadingDetails } from "../core/index.ts";
import type { Money, MoneyErrorDetails } from "../money/index.ts";
import type { PlanConditionReasonDetails } from "./condition/reasons.ts";
import type { CrossCheckDetails } from "./check/reasons.ts";
import type { PlanField, PlanFieldSection } from "./fields.ts";
import type { PlanApprovalReasonDetails } from "./approval/reasons.ts";
import type { RefusedPlanApprovalStep, SeveralPlansInForce } from "./approval/types.ts";
import type { ConsentGap } from "./consent.ts";
import type { PlanGroupReasonDetails } from "./group/reasons.ts";
import type { PortfolioErrorDetails, PortfolioReasonDetails } from "./portfolio/reasons.ts";
import type { ActionState, ProgressPart } from "./progress.ts";
import type { Discontinued, PlanRowId, ReferredSection } from "./types.ts";
import type { MergeConflict, PatchRefused, PlanChange, RollForwardEntry } from "./versions/reasons.ts";
import type { YearReasonDetails } from "./year/reasons.ts";

/** What a service that was discontinued may lack. */
export type DiscontinuedPart = keyof Omit<Discontinued, "answer">;

/** The members of which at least one is there, where the form takes either. */
export const EITHER_PARTS = [
  "contactName",
  "positionAndAuthority",
  "department",
  "person",
  "turnoverShare",
  "profitShare",
] as const;

/** A member of which it, or the other one, is there. */
export type EitherPart = (typeof EITHER_PARTS)[number];

/** Those whose kin among the client's people are a conflict of interest. */
export const KIN_ROLES = ["manager", "prepared-by", "approved-by"] as const;

/** What somebody whose kin is among the client's people is to the plan. */
export type KinRole = (typeof KIN_ROLES)[number];

/** Why a calendar cannot tell whether a day is worked. */
export const PITCH_DAY_DOUBTS = ["provisional", "not-covered"] as const;

/** Why a calendar cannot tell whether a pitch falls on a working day. */
export type PitchDayDoubt = (typeof PITCH_DAY_DOUBTS)[number];

/** The texts that may not be blank and that completeness does not count. */
export const PLAN_TEXT_PARTS = ["version", "preparedBy", "approvedBy", "product", "rating", "service"] as const;

/** A text of the head of the plan, of the credit page, or the name of a service. */
export type PlanTextPart = (typeof PLAN_TEXT_PARTS)[number];

/** The ways in which a suitability check is not one. */
export const SUITABILITY_GAPS = ["absent", "blank", "later", "after-pitch"] as const;

/**
 * Why a product has no suitability check that counts: there is none, it leaves open who checked, when or for which need,
 * its day is still to come, or it was made after the product was pitched.
 */
export type SuitabilityGap = (typeof SUITABILITY_GAPS)[number];

/** What the issues and errors of this room carry, by code; a `service` is the id of its row. */
export interface StrategyPlanErrorDetails extends CrossCheckDetails, PlanGroupReasonDetails, PortfolioErrorDetails {
  /**
   * A plan, or a part of one, that cannot be read.
   *
   * Remedy: correct the member at `path`; `StrategyPlanSchema` describes a plan.
   */
  "strategy-plan/invalid-plan": ReadingDetails;
  /**
   * Options, or rows beside the plan, such as a catalogue or what was booked, that cannot be read.
   *
   * Remedy: correct the member at `path`.
   */
  "strategy-plan/invalid-input": ReadingDetails;
  /**
   * A policy that cannot be read: limits, tiers, rules of health, of approval or of what is withheld.
   *
   * Remedy: correct the member at `path` of the policy.
   */
  "strategy-plan/invalid-policy": ReadingDetails;
  /** Remedy: fill in the id at `path`. */
  "strategy-plan/empty-id": Record<string, never>;
  /**
   * A text that says nothing: blanks, or characters that nobody sees.
   *
   * Remedy: fill in the text at `path`, or leave the member out where it may be absent.
   */
  "strategy-plan/blank-text": { readonly part: PlanTextPart };
  /**
   * A section that somebody confirmed to be empty, and that has rows.
   *
   * Remedy: take the confirmation out of `noneConfirmed`, or the rows out of the section.
   */
  "strategy-plan/none-contradicted": {
    readonly section: PlanFieldSection;
    readonly confirmedOn: LocalDate;
    readonly rows: number;
  };
  /**
   * Evidence of a field that is still open.
   *
   * Remedy: answer the field, or take out what it would rest on.
   */
  "strategy-plan/evidence-without-answer": { readonly field: PlanField };
  /** Remedy: correct `from` or `to` of the tie, or take it out. */
  "strategy-plan/tie-to-oneself": { readonly tie: string; readonly person: PlanRowId };
  /**
   * A plan for another time than a year, and not for the rest of a calendar year.
   *
   * Remedy: give the year, such as `"2026"`, or the range `expected` where the bank’s year begins on that day; a year that
   * begins on 29 February ends with the last day of February.
   */
  "strategy-plan/period-not-a-year": {
    readonly period: Period;
    /** The year that begins on the first day of `period`; absent where it cannot be written. */
    readonly expected?: DateRange;
  };
  /**
   * A plan begun in the year, to the end of the calendar year.
   *
   * Remedy: nothing is wrong in the plan; compare its figures with those of a part of a year, or give the whole year.
   */
  "strategy-plan/period-part-of-year": { readonly period: Period };
  /** Remedy: give one of the two rows another id, also where other rows refer to it. */
  "strategy-plan/duplicate-id": { readonly id: PlanRowId };
  /**
   * A product that is twice in the catalogue, or counted twice among the peers.
   *
   * Remedy: take out one of the two, or give the product at `path` its own id.
   */
  "strategy-plan/product-twice": { readonly product: string };
  /**
   * A count of peers for a product that the catalogue does not have.
   *
   * Remedy: correct the id at `path`, or add the product to the catalogue.
   */
  "strategy-plan/unknown-product": { readonly product: string };
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
   * A record that names nothing: neither of the two members of which the form takes either.
   *
   * Remedy: fill in one of the members that `oneOf` names, or leave the record out until one is known.
   */
  "strategy-plan/neither-named": { readonly oneOf: readonly EitherPart[] };
  /**
   * Somebody in our bank whom a person of the client knows, and nobody says how.
   *
   * Remedy: fill in `relation`, and `kinship` where the two are family.
   */
  "strategy-plan/relation-unsaid": { readonly person: PlanRowId };
  /**
   * Kin of somebody at the client who work in our bank; right to declare, and to be known before the plan is approved.
   *
   * Remedy: nothing is wrong in the plan; deal with it as the bank's rules on conflicts of interest say.
   */
  "strategy-plan/kin-declared": { readonly person: PlanRowId; readonly contact: string };
  /**
   * Kin of somebody at the client who manage the client, wrote the plan or approved it, or whose name looks like it.
   *
   * Remedy: find out whether the two are the same, where there is a `similarTo`; where they are, give the client or the
   * approval to somebody without the conflict. Until then the plan should not be approved.
   */
  "strategy-plan/kin-of-manager": {
    readonly person: PlanRowId;
    readonly contact: string;
    readonly role: KinRole;
    /** The name or staff number that the contact's only contains; absent where they are the same. */
    readonly similarTo?: string;
  };
  /**
   * Somebody in our bank whose relation to a person of the client reads like family, and nobody says whether it is.
   *
   * Remedy: answer `kinship`, with yes or no.
   */
  "strategy-plan/kinship-unsaid": { readonly person: PlanRowId; readonly relation: string };
  /**
   * A person's own dealing in the plan of a company, without a consent that holds; documents leave it out. What the
   * dealing is, the issue does not say.
   *
   * Remedy: give `consent` with its purpose and day, or take the dealing out of the plan.
   */
  "strategy-plan/dealing-without-consent": { readonly person: PlanRowId; readonly gap: ConsentGap };
  /**
   * A limit of which more is used than it allows.
   *
   * Remedy: settle the excess before anything is offered, or correct `limit` or `used`.
   */
  "strategy-plan/limit-exceeded": { readonly product: string; readonly limit: Money; readonly used: Money };
  /**
   * A limit that ended before the day of the check, or ends before the plan year begins.
   *
   * Remedy: renew the limit before anything is planned on it, or correct `expiresOn`.
   */
  "strategy-plan/limit-expired": {
    readonly product: string;
    readonly expiresOn: LocalDate;
    /** The day of the check, or the first day of the plan year. */
    readonly day: LocalDate;
  };
  /** Remedy: review the credit, and set `credit.nextReview` to the next day for it. */
  "strategy-plan/credit-review-due": { readonly nextReview: LocalDate };
  /**
   * Personal data of another institution's officer that nobody has a day to review, or whose day is past.
   *
   * Remedy: ask whether the data is still needed and right; then set `reviewOn`, or take the data out.
   */
  "strategy-plan/officer-review-due": { readonly institution: PlanRowId; readonly reviewOn?: LocalDate };
  /**
   * Personal data of another institution's officer, and nobody says where it is from.
   *
   * Remedy: give its lawful source in `source`, or take the data out.
   */
  "strategy-plan/officer-source-missing": { readonly institution: PlanRowId };
  /**
   * Terms of another institution that have ended by the day of the check.
   *
   * Remedy: find out whether they were renewed, and set `renewalDate` to the next day, or take the terms out.
   */
  "strategy-plan/renewal-past": { readonly institution: PlanRowId; readonly renewalDate: LocalDate };
  /**
   * A day something is said to have happened on that is still to come on the day of the check.
   *
   * Remedy: correct the date at `path`, or pass the day the plan is looked at as `asOf`.
   */
  "strategy-plan/dated-later": { readonly date: LocalDate; readonly asOf: LocalDate };
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
   * A service that was discontinued, or of which we have a share, and the plan does not say whether it was ever adopted.
   *
   * Remedy: answer `adopted` of the service.
   */
  "strategy-plan/adoption-unsaid": { readonly service: PlanRowId };
  /**
   * A share above 0 of a period that ended before the service was adopted.
   *
   * Remedy: correct `adopted.since` or the period of `shareOfSpend`, or set the share to 0.
   */
  "strategy-plan/share-before-adoption": {
    readonly service: PlanRowId;
    readonly since: LocalDate;
    readonly period: Period;
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
   * A spend with us above 0 on a service that was never adopted.
   *
   * Remedy: correct `adopted` of the service, or take out `spendWithUs`.
   */
  "strategy-plan/spend-without-adoption": { readonly service: PlanRowId; readonly amount: Money };
  /**
   * A spend with us above 0 of a period that ended before the service was adopted.
   *
   * Remedy: correct `adopted.since`, or the period or amount of `spendWithUs`.
   */
  "strategy-plan/spend-before-adoption": {
    readonly service: PlanRowId;
    readonly since: LocalDate;
    readonly period: Period;
  };
  /**
   * A spend with us above 0 of a period that begins after the day the service was discontinued.
   *
   * Remedy: correct `discontinued.date`, or the period or amount of `spendWithUs`.
   */
  "strategy-plan/spend-after-discontinuation": {
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
  /**
   * A figure of section 7 that is of another period than the first one, so that they have no sum.
   *
   * Remedy: give 7.A, 7.B and 7.C for one period, that of the value statement.
   */
  "strategy-plan/value-period-differs": { readonly period: Period; readonly expected: Period };
  /**
   * A figure of section 7 for a period that is not over, neither when the plan year begins nor on the day of the check.
   *
   * Remedy: give the figure of a period that is over; what is hoped for is `target`.
   */
  "strategy-plan/value-period-not-over": {
    readonly value: Period;
    /** The first day of the plan year, or the day of the check where that is later. */
    readonly day: LocalDate;
  };
  /** Remedy: plan the pitch within `period` of the plan, or leave it to the next plan. */
  "strategy-plan/pitch-outside-plan-year": { readonly planned: LocalDate | Period; readonly period: Period };
  /** A pitch on a day off, or over several of which none is worked. Remedy: plan the pitch for a working day of the calendar. */
  "strategy-plan/pitch-on-day-off": { readonly planned: Period; readonly calendar: string };
  /**
   * A pitch on a day of which the calendar does not know whether it is worked.
   *
   * Remedy: look again once the holidays of the year are announced, with a calendar that has them.
   */
  "strategy-plan/pitch-day-unsure": {
    readonly planned: LocalDate;
    readonly calendar: string;
    readonly doubt: PitchDayDoubt;
  };
  /** Remedy: plan for income within `period` of the plan, or leave it to the next plan. */
  "strategy-plan/income-outside-plan-year": { readonly income: Period; readonly period: Period };
  /**
   * What came of an action on a day before the plan was prepared and before its year.
   *
   * Remedy: correct `actualDate`; what was done before belongs in the plan before.
   */
  "strategy-plan/progress-before-plan": {
    readonly action: PlanRowId;
    readonly actualDate: LocalDate;
    readonly period: Period;
  };
  /** Income of days that were over when the action was won. Remedy: correct `actualDate`, or `period` of `actualIncome`. */
  "strategy-plan/income-before-win": {
    readonly action: PlanRowId;
    readonly actualDate: LocalDate;
    readonly income: Period;
  };
  /** An expected income, a target, a limit or its use below 0; what was earned may be a loss. Remedy: give an amount of 0 or more. */
  "strategy-plan/negative-amount": { readonly amount: Money };
  /**
   * An action whose state says less than it has to: no day it was pitched, won or lost on, no reason it was lost or dropped.
   *
   * Remedy: fill in what `missing` names in `progress` of the action.
   */
  "strategy-plan/progress-incomplete": {
    readonly action: PlanRowId;
    readonly state: ActionState;
    readonly missing: readonly ProgressPart[];
  };
  /**
   * An action whose progress says what its state cannot have: an outcome of what is only planned, income of what was not won.
   *
   * Remedy: correct `state`, or take out what `given` names, in `progress` of the action.
   */
  "strategy-plan/progress-contradicted": {
    readonly action: PlanRowId;
    readonly state: ActionState;
    readonly given: readonly ProgressPart[];
  };
  /**
   * Preventive work that is open and was due before the day of the check.
   *
   * Remedy: do it and set its `state`, or agree on another day in `due`.
   */
  "strategy-plan/prevention-overdue": { readonly challenge: PlanRowId; readonly due: LocalDate };
  /**
   * A product that needs a suitability check and has none that counts.
   *
   * Remedy: have it checked, and give `suitability` with who, when and for which need, before the product is offered.
   */
  "strategy-plan/suitability-missing": { readonly action: PlanRowId; readonly gap: SuitabilityGap };
  /**
   * An amount in another currency than the plan, or, of a limit, than the limit.
   *
   * Remedy: bring the amount into the currency of the plan with `convert` of money.
   */
  "strategy-plan/currency-differs": { readonly currency: string; readonly expected: string };
  /**
   * A spend of another period than the others on the service, or a service whose spends are of another period than
   * those of the first; either period may be one that does not exist.
   *
   * Remedy: give all spends of the plan, ours and those elsewhere, for one period; until then there is no total.
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

/**
 * Every reason this room gives: its issues and errors, those of rows beside a plan and of plans in a portfolio, why a plan is in the condition it is
 * in, what changed between two plans or years, what two people have to decide, why a patch is not applied, why a step of an
 * approval was refused, and why nobody can say which version is in force. What casework refuses in every room is a reason
 * of `core`.
 */
export type StrategyPlanReasons =
  | IssuesOf<StrategyPlanErrorDetails>
  | IssuesOf<PlanConditionReasonDetails>
  | IssuesOf<YearReasonDetails>
  | IssuesOf<PortfolioReasonDetails>
  | IssuesOf<PlanApprovalReasonDetails>
  | RefusedPlanApprovalStep
  | SeveralPlansInForce
  | PlanChange
  | MergeConflict
  | RollForwardEntry
  | PatchRefused;

import type { DecimalString, IssuesOf, ReadingDetails } from "../core/index.ts";
import type { RateRefusal, XirrRefusalReason } from "../time-value/index.ts";
import type { InvalidLoanTermsReason } from "./terms.ts";
import type { AnnualRateRefusalReason, InterestSegment, LoanFinding } from "./types.ts";

/** What is wrong with the terms: their shape, or with `reason` their meaning. */
export interface InvalidLoanTermsDetails extends ReadingDetails {
  readonly reason?: InvalidLoanTermsReason;
  /** A share above what is allowed, and what it would be had it been written as a percentage. */
  readonly rate?: DecimalString;
  readonly meant?: DecimalString;
  /** The day of the month that instalments are due on. */
  readonly dueDay?: number;
}

/** What the errors of this room carry, by code; amounts are in minor units of the loan's currency. */
export interface LoanErrorDetails {
  /**
   * A part of the terms, or of a floating rate, that is missing, misspelt or of the wrong kind, or with `reason` out of
   * range.
   *
   * Remedy: correct the member at `path`; `LoanTermsSchema` describes the terms of a loan, and
   * `FloatingRateSchema` a floating rate.
   */
  "loans/invalid-terms": InvalidLoanTermsDetails;
  /**
   * A payment, `minorUnits`, that does not cover the first `interest` after the grace period, or that leaves for the last
   * instalment, `lastInstalment`, twice itself or more, where `enough` repays the loan in equal ones.
   *
   * Remedy: raise `terms.payment` to that interest or to `enough`, or leave it out to have it computed; where a last
   * instalment of that size was agreed, write `"what-is-left"` as `terms.lastInstalment`.
   */
  "loans/payment-too-small":
    | { readonly minorUnits: number; readonly interest: number }
    | { readonly minorUnits: number; readonly lastInstalment: number; readonly enough: number };
  /**
   * A prepayment of `minorUnits`, more than the `balance` of its day.
   *
   * Remedy: lower the amount of the prepayment, or write `"all"` to settle the loan.
   */
  "loans/prepayment-too-large": { readonly minorUnits: number; readonly balance: number };
  /**
   * An amount, given or reached by the schedule at an instalment, of more than `limit` minor units.
   *
   * Remedy: check the unit of the amount at `path`, and the rates and term where the schedule itself grows beyond the
   * limit.
   */
  "loans/amount-too-large": { readonly limit: number; readonly received?: string; readonly instalment?: number };
  /**
   * Schedules without a common currency or start, or no schedules at all.
   *
   * Remedy: pass `combineSchedules` at least one schedule, and all of one currency and one `start`.
   */
  "loans/not-combinable": ReadingDetails;
  /**
   * Something else where a schedule of `amortize` or `combineSchedules` belongs.
   *
   * Remedy: pass what `amortize` or `combineSchedules` returned itself, not its rows or what was read back from JSON.
   */
  "loans/invalid-schedule": ReadingDetails;
  /**
   * A basis of an annual rate that does not exist.
   *
   * Remedy: pass `trueAnnualRate` one of `ANNUAL_RATE_BASES` as `by`.
   */
  "loans/invalid-basis": { readonly received: string };
}

/** An error of this room, by code with its details. */
export type LoanIssue = IssuesOf<LoanErrorDetails>;

/**
 * Every reason this room gives besides those of the rate functions: its errors, what is found in a schedule, why a schedule has no rate of a period,
 * and what the interest of a row is made of.
 */
export type LoanReasons =
  LoanIssue | LoanFinding | RateRefusal<Exclude<AnnualRateRefusalReason, XirrRefusalReason>> | InterestSegment;

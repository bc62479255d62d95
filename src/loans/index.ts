/**
 * Exact repayment schedules of loans (还款计划表): level payment, level principal, balloon, bullet and irregular plans with
 * repricing, prepayment, grace and fees; combined loans, and the true annual rate of each.
 *
 * The path through it:
 *
 * 1. {@link repricedRates} gives the rates of a loan that follows a reference rate;
 * 2. {@link amortize} turns the terms of a loan into its schedule;
 * 3. {@link combineSchedules} puts several loans into one schedule;
 * 4. {@link trueAnnualRate} says what the loan really costs per year.
 *
 * @packageDocumentation
 */

// -- A schedule
export { amortize } from "./amortize.ts";
export { repricedRates } from "./repricing.ts";
export { combineSchedules } from "./combine.ts";

// -- What it costs
export { trueAnnualRate } from "./annual-rate.ts";

// -- Words
export {
  REPAYMENT_METHODS,
  AT_END_METHODS,
  LOAN_INTERESTS,
  GRACE_PAYS,
  LAST_INSTALMENTS,
  PREPAYMENT_KEEPS,
  UPFRONT_FEES,
  INVALID_LOAN_TERMS_REASONS,
} from "./terms.ts";
export { REPRICING_DAYS } from "./repricing.ts";
export { LOAN_ROW_KINDS } from "./types.ts";
export { ANNUAL_RATE_BASES } from "./annual-rate.ts";

// -- Types: terms
export type {
  LoanTerms,
  LoanBasics,
  LevelPaymentLoan,
  LevelPrincipalLoan,
  BalloonLoan,
  InterestOnlyLoan,
  IrregularLoan,
  RegularInstalments,
  PlannedInstalment,
  AtEndMethod,
  Grace,
  GracePays,
  LastInstalment,
  LoanFees,
  LoanInterest,
  Prepayment,
  PrepaymentKeeps,
  RateStep,
  RepaymentMethod,
  UpfrontFee,
  InvalidLoanTermsReason,
} from "./terms.ts";
export type { FloatingRate, RepricingDay } from "./repricing.ts";

// -- Types: the schedule
export type { AmortizationSchedule } from "./types.ts";
export type { CombinedSchedule } from "./combine.ts";
export type {
  LoanRow,
  LoanRowKind,
  LoanCashRow,
  LoanTotals,
  LoanColumns,
  InterestExplanation,
  InterestSegment,
  LoanFinding,
} from "./types.ts";

// -- Types: the annual rate
export type { TrueAnnualRate, AnnualRateOutcome, AnnualRateBasis } from "./annual-rate.ts";
export type { AnnualRateRefusalReason } from "./types.ts";

// -- Types: errors
export type { LoanErrorCode } from "./errors.ts";
export type { InvalidLoanTermsDetails, LoanErrorDetails, LoanIssue, LoanReasons } from "./reasons.ts";

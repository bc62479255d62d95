/**
 * Exact repayment schedules of loans (还款计划表): level payment, level principal, balloon, bullet and irregular plans with
 * repricing, prepayment, grace and fees; combined loans, and the true annual rate of each.
 *
 * @packageDocumentation
 */
export type { LoanErrorCode } from "./errors.ts";
export type { LoanErrorDetails, LoanIssue, LoanReasons } from "./reasons.ts";
export {
  AT_END_METHODS,
  GRACE_PAYS,
  LOAN_INTERESTS,
  PREPAYMENT_KEEPS,
  REPAYMENT_METHODS,
  UPFRONT_FEES,
  type AtEndMethod,
  type BalloonLoan,
  type Grace,
  type GracePays,
  type InterestOnlyLoan,
  type IrregularLoan,
  type LevelPaymentLoan,
  type LevelPrincipalLoan,
  type LoanBasics,
  type LoanFees,
  type LoanInterest,
  type LoanTerms,
  type PlannedInstalment,
  type Prepayment,
  type PrepaymentKeeps,
  type RateStep,
  type RegularInstalments,
  type RepaymentMethod,
  type UpfrontFee,
} from "./terms.ts";
export {
  LOAN_ROW_KINDS,
  type AmortizationSchedule,
  type AnnualRateRefusalReason,
  type InterestExplanation,
  type InterestSegment,
  type LoanCashRow,
  type LoanColumns,
  type LoanRow,
  type LoanRowKind,
  type LoanTotals,
} from "./types.ts";
export { amortize } from "./amortize.ts";
export {
  ANNUAL_RATE_BASES,
  trueAnnualRate,
  type AnnualRateBasis,
  type AnnualRateOutcome,
  type TrueAnnualRate,
} from "./annual-rate.ts";
export { combineSchedules, type CombinedSchedule } from "./combine.ts";
export { repricedRates, REPRICING_DAYS, type FloatingRate, type RepricingDay } from "./repricing.ts";

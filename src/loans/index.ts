/**
 * Exact repayment schedules of loans (还款计划表): level payment, level principal, balloon, bullet and irregular plans with
 * repricing, prepayment, grace and fees; combined loans, and the true annual rate of each.
 *
 * @packageDocumentation
 */
export type { LoanErrorCode } from "./errors.ts";
export type {
  BalloonLoan,
  Grace,
  GracePays,
  InterestOnlyLoan,
  IrregularLoan,
  LevelPaymentLoan,
  LevelPrincipalLoan,
  LoanBasics,
  LoanFees,
  LoanInterest,
  LoanTerms,
  PlannedInstalment,
  Prepayment,
  PrepaymentKeeps,
  RateStep,
  RegularInstalments,
  RepaymentMethod,
} from "./terms.ts";
export type {
  AmortizationSchedule,
  InterestExplanation,
  InterestSegment,
  LoanCashRow,
  LoanColumns,
  LoanRow,
  LoanRowKind,
  LoanTotals,
} from "./types.ts";
export { amortize } from "./amortize.ts";
export {
  trueAnnualRate,
  type AnnualRateBasis,
  type AnnualRateOutcome,
  type AnnualRateRefusalReason,
  type TrueAnnualRate,
} from "./annual-rate.ts";
export { combineSchedules, type CombinedSchedule } from "./combine.ts";
export { repricedRates, type FloatingRate, type RepricingDay } from "./repricing.ts";

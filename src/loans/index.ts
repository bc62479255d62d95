/**
 * Exact repayment schedules of loans (还款计划表): level payment, level principal, balloon, bullet and irregular plans with
 * repricing, prepayment, grace and fees; combined loans, and the true annual rate of all of it.
 *
 * @packageDocumentation
 */
export type {
  AmortizationSchedule,
  BalloonLoan,
  Grace,
  GracePays,
  InterestExplanation,
  InterestOnlyLoan,
  InterestSegment,
  IrregularLoan,
  LevelPaymentLoan,
  LevelPrincipalLoan,
  LoanAmount,
  LoanBasics,
  LoanCashRow,
  LoanColumns,
  LoanFees,
  LoanInterest,
  LoanRow,
  LoanRowKind,
  LoanTerms,
  LoanTotals,
  PlannedInstalment,
  Prepayment,
  PrepaymentKeeps,
  RateStep,
  RegularInstalments,
  RepaymentMethod,
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

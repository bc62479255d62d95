/**
 * Time value of money (货币时间价值): Excel's functions with Excel's names, argument order, signs and defaults, on
 * JavaScript numbers; stable at every rate, with typed refusals where there is no answer. And exact repayment schedules
 * of loans (还款计划表), in minor units.
 *
 * @packageDocumentation
 */
export type { TimeValueErrorCode } from "./errors.ts";
export type {
  FlowDates,
  FlowDayCount,
  IrrOutcome,
  IrrRefusalReason,
  PaymentTiming,
  PreparedDatedFlows,
  PreparedRegularFlows,
  RateOutcome,
  RateRefusal,
  RateRefusalReason,
  RateSolution,
  XirrOptions,
  XirrOutcome,
  XirrRefusalReason,
} from "./types.ts";
export type {
  Drawdown,
  ModifiedDietzOptions,
  PortfolioFlow,
  PortfolioSpan,
  PortfolioValuation,
  ReturnKind,
} from "./portfolio-types.ts";
export { annualizedReturn, realRate } from "./annualized.ts";
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
} from "./amortization-types.ts";
export { amortize } from "./amortization.ts";
export {
  trueAnnualRate,
  type AnnualRateBasis,
  type AnnualRateOutcome,
  type AnnualRateRefusalReason,
  type TrueAnnualRate,
} from "./amortization-annual-rate.ts";
export { combineSchedules, type CombinedSchedule } from "./amortization-combine.ts";
export { repricedRates, type FloatingRate, type RepricingDay } from "./amortization-repricing.ts";
export { fv, pmt, pv } from "./annuity.ts";
export { effectiveRate, fvSchedule, nominalRate } from "./compounding.ts";
export { cumipmt, cumprinc } from "./cumulative.ts";
export { maxDrawdown } from "./drawdown.ts";
export { duration, modifiedDuration } from "./duration.ts";
export { growingAnnuity } from "./growing-annuity.ts";
export { pduration, rri } from "./growth.ts";
export { ipmt, ppmt } from "./interest-principal.ts";
export { irr } from "./irr.ts";
export { mirr } from "./mirr.ts";
export { nper } from "./nper.ts";
export { npv, npv0 } from "./npv.ts";
export { modifiedDietz, moneyWeightedReturn } from "./portfolio-span.ts";
export { prepareCashFlows } from "./prepare.ts";
export { rate } from "./rate.ts";
export { timeWeightedReturn } from "./time-weighted.ts";
export { periodReturns, volatility } from "./volatility.ts";
export { xirr } from "./xirr.ts";
export { xnpv } from "./xnpv.ts";

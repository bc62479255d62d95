/**
 * Time value of money (货币时间价值): Excel's functions with Excel's names, argument order, signs and defaults, on
 * JavaScript numbers; stable at every rate, with typed refusals where there is no answer.
 *
 * @packageDocumentation
 */
export type { TimeValueErrorCode } from "./errors.ts";
export type { RateRefusedFor, TimeValueErrorDetails, TimeValueIssue, TimeValueReasons } from "./reasons.ts";
export {
  FLOW_DAY_COUNTS,
  IRR_REFUSAL_REASONS,
  NO_SOLUTION_REASONS,
  RATE_REFUSAL_REASONS,
  XIRR_REFUSAL_REASONS,
} from "./types.ts";
export { FLOW_ARRIVALS, RETURN_KINDS } from "./returns/types.ts";
export type {
  FlowDates,
  FlowDayCount,
  IrrOutcome,
  IrrRefusalReason,
  NoSolutionReason,
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
  FlowArrival,
  ModifiedDietzOptions,
  PortfolioFlow,
  PortfolioSpan,
  PortfolioValuation,
  ReturnKind,
  TimeWeightedReturn,
  UninvestedSpell,
} from "./returns/types.ts";
export { annualizedReturn, realRate } from "./returns/annualized.ts";
export { fv, pmt, pv } from "./annuity/annuity.ts";
export { effectiveRate, fvSchedule, nominalRate } from "./annuity/compounding.ts";
export { cumipmt, cumprinc } from "./annuity/cumulative.ts";
export { maxDrawdown } from "./returns/drawdown.ts";
export { duration, modifiedDuration } from "./flows/duration.ts";
export { growingAnnuity } from "./annuity/growing-annuity.ts";
export { pduration, rri } from "./annuity/growth.ts";
export { ipmt, ppmt } from "./annuity/interest-principal.ts";
export { irr } from "./flows/irr.ts";
export { mirr } from "./flows/mirr.ts";
export { nper } from "./annuity/nper.ts";
export { npv, npv0 } from "./flows/npv.ts";
export { modifiedDietz, moneyWeightedReturn } from "./returns/span.ts";
export { prepareCashFlows } from "./flows/prepare.ts";
export { rate } from "./annuity/rate.ts";
export { explainTimeWeightedReturn, timeWeightedReturn } from "./returns/time-weighted.ts";
export { periodReturns, volatility } from "./returns/volatility.ts";
export { xirr } from "./flows/xirr.ts";
export { xnpv } from "./flows/xnpv.ts";

/**
 * Time value of money (货币时间价值): Excel's functions with Excel's names, argument order, signs and defaults, on
 * JavaScript numbers; stable at every rate, with typed refusals where there is no answer.
 *
 * The path through it:
 *
 * 1. {@link pmt} gives the level payment of a loan or a savings plan, {@link pv} what payments are worth today;
 * 2. {@link npv} and {@link irr} value flows at equal intervals, {@link xirr} flows on dates;
 * 3. {@link timeWeightedReturn} says what a portfolio returned.
 *
 * @packageDocumentation
 */

// -- Level payments
export { pv, fv, pmt } from "./annuity/annuity.ts";
export { nper } from "./annuity/nper.ts";
export { rate } from "./annuity/rate.ts";
export { ipmt, ppmt } from "./annuity/interest-principal.ts";
export { cumipmt, cumprinc } from "./annuity/cumulative.ts";
export { growingAnnuity } from "./annuity/growing-annuity.ts";

// -- Growth and compounding
export { effectiveRate, nominalRate, fvSchedule } from "./annuity/compounding.ts";
export { rri, pduration } from "./annuity/growth.ts";

// -- Flows of any size
export { npv, npv0 } from "./flows/npv.ts";
export { irr } from "./flows/irr.ts";
export { mirr } from "./flows/mirr.ts";
export { xnpv } from "./flows/xnpv.ts";
export { xirr } from "./flows/xirr.ts";
export { prepareCashFlows } from "./flows/prepare.ts";
export { duration, modifiedDuration } from "./flows/duration.ts";

// -- Returns
export { timeWeightedReturn, explainTimeWeightedReturn } from "./returns/time-weighted.ts";
export { moneyWeightedReturn, modifiedDietz } from "./returns/span.ts";
export { annualizedReturn, realRate } from "./returns/annualized.ts";
export { periodReturns, volatility } from "./returns/volatility.ts";
export { maxDrawdown } from "./returns/drawdown.ts";

// -- Words
export {
  FLOW_DAY_COUNTS,
  IRR_REFUSAL_REASONS,
  NO_SOLUTION_REASONS,
  RATE_REFUSAL_REASONS,
  XIRR_REFUSAL_REASONS,
} from "./types.ts";
export { FLOW_ARRIVALS, RETURN_KINDS } from "./returns/types.ts";

// -- Types: rates and flows
export type {
  PaymentTiming,
  FlowDates,
  FlowDayCount,
  IrrOutcome,
  IrrRefusalReason,
  NoSolutionReason,
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

// -- Types: returns
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

// -- Types: errors
export type { TimeValueErrorCode } from "./errors.ts";
export type { RateRefusedFor, TimeValueErrorDetails, TimeValueIssue, TimeValueReasons } from "./reasons.ts";

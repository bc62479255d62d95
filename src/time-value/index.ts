/**
 * Time value of money (货币时间价值): Excel's functions with Excel's names, argument order, signs and defaults, on
 * JavaScript numbers; stable at every rate, with typed refusals where there is no answer.
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
export { fv, pmt, pv } from "./annuity.ts";
export { irr } from "./irr.ts";
export { nper } from "./nper.ts";
export { prepareCashFlows } from "./prepare.ts";
export { rate } from "./rate.ts";
export { xirr } from "./xirr.ts";

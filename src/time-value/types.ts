import type { LocalDate } from "../core/index.ts";

/**
 * When the level payment of a period falls due: 0 at its end (ordinary annuity, 期末), 1 at its beginning (annuity due,
 * 期初). A plain number, so that a database column goes in without a cast; anything else is refused.
 */
export type PaymentTiming = number;

/** Names of a {@link FlowDayCount}, for checks on entry. */
export const FLOW_DAY_COUNTS = ["ACT/365F", "ACT/360"] as const;

/**
 * Days that make a year: a day-count name, or the number itself (365.25, 364).
 *
 * `"ACT/365F"` is 365 and `"ACT/360"` is 360, leap years or not. Bases that look at the calendar (ACT/ACT, 30/360) are
 * not offered: the rate of flows on a calendar basis has no meaning that two systems agree on.
 */
export type FlowDayCount = (typeof FLOW_DAY_COUNTS)[number] | number;

/** How {@link RateSolution.rate} was found and whether it is the only one. */
export interface RateSolution {
  readonly ok: true;
  /** Rate per period (`irr`, `rate`) or per year (`xirr`), as a share: 0.05 is 5 %. Above -1 always. */
  readonly rate: number;
  /** True when it is proven that no other rate in the search range (every double above -1) solves the flows. */
  readonly unique: boolean;
  /**
   * All rates of the search range, ascending; present exactly when `unique` is false. Two that are closer than doubles
   * can tell apart both appear here, with the same value if need be.
   */
  readonly roots?: readonly number[];
  /** Number of times the flows were discounted; a measure of effort, not of accuracy. */
  readonly iterations: number;
}

/** A refusal of a rate function, with its reason. */
export interface RateRefusal<Reason extends string> {
  readonly ok: false;
  readonly reason: Reason;
}

/** Every {@link IrrRefusalReason}. */
export const IRR_REFUSAL_REASONS = ["not-finite", "no-sign-change", "total-loss", "no-root"] as const;

/**
 * Why `irr` has no rate.
 *
 * - `not-finite`: a flow is NaN, infinite or not a number
 * - `no-sign-change`: money flows one way only (also: no flow at all)
 * - `total-loss`: money was paid out and the last flow is an explicit 0: the loss is 100 %, which no rate above -1
 *   expresses
 * - `no-root`: flows go both ways, yet no rate in the search range brings their value to zero
 */
export type IrrRefusalReason = (typeof IRR_REFUSAL_REASONS)[number];

/** Every {@link XirrRefusalReason}. */
export const XIRR_REFUSAL_REASONS = /* @__PURE__ */ (() =>
  [...IRR_REFUSAL_REASONS, "length-mismatch", "date-invalid", "zero-span", "date-before-first"] as const)();

/**
 * Why `xirr` has no rate: the reasons of {@link IrrRefusalReason}, and
 *
 * - `length-mismatch`: not as many dates as flows
 * - `date-invalid`: a date is not a date that exists
 * - `zero-span`: all flows other than 0 are on one day
 * - `date-before-first`: only with `excelStrict`: a date lies before the first one given
 */
export type XirrRefusalReason = (typeof XIRR_REFUSAL_REASONS)[number];

/** Every {@link RateRefusalReason}. */
export const RATE_REFUSAL_REASONS = /* @__PURE__ */ (() => [...IRR_REFUSAL_REASONS, "zero-span"] as const)();

/** Why `rate` has no rate: the reasons of {@link IrrRefusalReason}, and `zero-span` when `nper` is 0. */
export type RateRefusalReason = (typeof RATE_REFUSAL_REASONS)[number];

/** Every {@link NoSolutionReason}. */
export const NO_SOLUTION_REASONS = /* @__PURE__ */ (() =>
  [
    ...XIRR_REFUSAL_REASONS,
    "beyond-range",
    "opposite-signs",
    "nothing-paid",
    "interest-not-covered",
    "worth-nothing",
    "nothing-invested",
    "never-invested",
    "no-capital",
  ] as const)();

/**
 * Why no finite number answers, in `details.reason` of `time-value/no-solution`: the reasons of
 * {@link XirrRefusalReason} where a rate had to be found, and
 *
 * - `beyond-range`: the result is beyond the range of a double
 * - `opposite-signs`: the amounts at the two ends differ in sign
 * - `nothing-paid`: nothing is paid and nothing grows
 * - `interest-not-covered`: the payment does not exceed the interest, or every number of periods would do
 * - `worth-nothing`: the flows are worth nothing at this rate
 * - `nothing-invested`: nothing is invested after the valuation in `details.valuation`, and the next one is not 0
 * - `never-invested`: nothing is ever invested
 * - `no-capital`: the average capital is not above 0
 */
export type NoSolutionReason = (typeof NO_SOLUTION_REASONS)[number];

/** What `irr` returns. */
export type IrrOutcome = RateSolution | RateRefusal<IrrRefusalReason>;

/** What `xirr` returns. */
export type XirrOutcome = RateSolution | RateRefusal<XirrRefusalReason>;

/** What `rate` returns. */
export type RateOutcome = RateSolution | RateRefusal<RateRefusalReason>;

/** Conventions of `xirr`. */
export interface XirrOptions {
  /** Days that make a year. Default `"ACT/365F"`, as in every spreadsheet. */
  readonly dayCount?: FlowDayCount;
  /** Refuse dates before the first one given, as Excel does. Default false: the mathematics does not mind. */
  readonly excelStrict?: boolean;
}

/** Flows at equal intervals, checked and analysed once; opaque, made by `prepareCashFlows(flows)`. */
export interface PreparedRegularFlows {
  readonly kind: "regular";
  /** Number of flows given. */
  readonly count: number;
}

/** Flows on dates, checked, sorted and analysed once; opaque, made by `prepareCashFlows(flows, dates)`. */
export interface PreparedDatedFlows {
  readonly kind: "dated";
  /** Number of flows given. */
  readonly count: number;
}

/** Dates of flows, one per flow, in any order. */
export type FlowDates = readonly LocalDate[];

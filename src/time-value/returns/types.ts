import type { LocalDate } from "../../core/index.ts";

/** Worth of a portfolio on one valuation date. */
export interface PortfolioValuation {
  /** Worth before the flow of this date, 0 or more. */
  readonly value: number;
  /** Paid in (positive) or taken out (negative) right after this valuation. Default 0. */
  readonly flow?: number;
}

/** A spell in which nothing was invested: after the flow of one valuation, up to the next. */
export interface UninvestedSpell {
  /** Index of the valuation at which everything was taken out, or nothing was there yet. */
  readonly from: number;
  /** Index of the next valuation, `from + 1`. */
  readonly to: number;
}

/** A time-weighted return and what it leaves out. */
export interface TimeWeightedReturn {
  /** Return over the whole span as a share, -1 or above. */
  readonly total: number;
  /** Spells in which nothing was invested, in order of time; the return says nothing about them. */
  readonly uninvested: readonly UninvestedSpell[];
}

/** Money paid into (positive) or taken out of (negative) a portfolio on one date. */
export interface PortfolioFlow {
  readonly date: LocalDate;
  readonly amount: number;
}

/** A portfolio over a span of time: its worth at both ends and what flowed in between. */
export interface PortfolioSpan {
  /** Day of the first valuation. */
  readonly from: LocalDate;
  /** Day of the last valuation, after `from`. */
  readonly to: LocalDate;
  /** Worth on `from`, before flows of that day. */
  readonly startValue: number;
  /** Worth on `to`, after flows of that day. */
  readonly endValue: number;
  /** Flows from `from` to `to`, both inclusive, in any order. */
  readonly flows: readonly PortfolioFlow[];
}

/** Every {@link FlowArrival}, for checks on entry. */
export const FLOW_ARRIVALS = ["end-of-day", "start-of-day"] as const;

/** When on its day a flow arrives: at the end (it starts to earn the next day) or at the start (it earns that day). */
export type FlowArrival = (typeof FLOW_ARRIVALS)[number];

/** Conventions of `modifiedDietz`. */
export interface ModifiedDietzOptions {
  /**
   * When on its day a flow arrives: at the end (it starts to earn the next day) or at the start (it earns that day).
   * Default `"end-of-day"`.
   */
  readonly flowsAt?: FlowArrival;
}

/** The deepest fall of a series of values. */
export interface Drawdown {
  /** Fall from the peak as a share of it, from -1 to 0; 0 when the values never fall. */
  readonly drawdown: number;
  /** Index of the peak before the fall; null when the values never fall. */
  readonly peakIndex: number | null;
  /** Index of the lowest value of the fall; null when the values never fall. */
  readonly troughIndex: number | null;
  /** Index of the first value after the trough that is at least the peak; null when there is none. */
  readonly recoveryIndex: number | null;
  /** Dates of these, when dates were given; null where the index is null. */
  readonly peakDate?: LocalDate | null;
  readonly troughDate?: LocalDate | null;
  readonly recoveryDate?: LocalDate | null;
}

/** Every {@link ReturnKind}, for checks on entry. */
export const RETURN_KINDS = ["simple", "log"] as const;

/** How the return between neighbouring values is computed: `after/before − 1`, or `ln(after/before)`. */
export type ReturnKind = (typeof RETURN_KINDS)[number];

import type { DayNumber, DecimalString, RoundingMode } from "../core/index.ts";
import type { GracePays, LoanInterest, PrepaymentKeeps, RepaymentMethod } from "./types.ts";

/** A repayment besides the instalments, in numbers. */
export interface PlannedPrepayment {
  readonly day: DayNumber;
  /** Minor units; Infinity for all. */
  readonly amount: number;
  readonly keeps: PrepaymentKeeps;
  readonly fee: number;
  /** Place in the caller's list. */
  readonly index: number;
}

/**
 * Terms of a loan, checked and brought to whole numbers: interest of period `k` on balance `B` at rate `s` is
 * `B × factors[s] × weights[k] ÷ divisor` minor units.
 */
export interface LoanPlan<C extends string> {
  readonly currency: C;
  readonly fractionDigits: number;
  readonly method: RepaymentMethod;
  readonly accrual: LoanInterest;
  readonly rounding: RoundingMode;
  /** Principal to repay, a financed fee included, in minor units. */
  readonly principal: number;
  /** Cash handed over at the start. */
  readonly proceeds: number;
  /** Number of rows when nothing is prepaid. */
  readonly periods: number;
  readonly monthsPerPeriod: number | null;
  /** All periods whole and of one length. */
  readonly regular: boolean;
  /** Start, then every due date; more than `periods` when a balloon is reckoned over more. */
  readonly due: Int32Array;
  /** Share of the year of the period that ends with each due date, in `yearUnits`, entry 0 unused; null where all but the first are `usualWeight`. */
  readonly weights: Int32Array | null;
  readonly firstWeight: number;
  readonly usualWeight: number;
  /** Units that make a year: 360 or 365. */
  readonly yearUnits: number;
  readonly divisor: number;
  /** Rates by first day, no two neighbours equal. */
  readonly rateDays: readonly DayNumber[];
  readonly factors: readonly number[];
  readonly rates: readonly DecimalString[];
  readonly prepayments: readonly PlannedPrepayment[];
  /** Fee of every instalment. */
  readonly fee: number;
  readonly grace: number;
  readonly gracePays: GracePays;
  /** Payment the caller set, or null. */
  readonly payment: number | null;
  /** Left for the last instalment on top of the payment. */
  readonly balloon: number;
  /** Instalments the payment is reckoned over; `periods`, save for a balloon. */
  readonly over: number;
  /** Principal of each instalment of an irregular loan, entry 0 unused; else null. */
  readonly planned: Float64Array | null;
}

/** Share of the year of period `k`, in units of the plan's year. */
export function weightOf(plan: LoanPlan<string>, k: number): number {
  if (plan.weights !== null) return plan.weights[k] ?? 0;
  return k === 1 ? plan.firstWeight : plan.usualWeight;
}

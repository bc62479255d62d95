import { readNumbers, readRate, readResult } from "../errors.ts";
import { valueAtFirst } from "./present-value.ts";

/**
 * Value today of flows at the ends of equal periods (净现值), Excel's NPV.
 *
 * The first flow is one period from today: `Σ flow·(1+rate)^(−i)`, i from 1. Add an outlay made today separately, or
 * use {@link npv0}. An empty list is worth 0. The sum is compensated, so that when large flows nearly cancel, the small
 * rest keeps its digits.
 *
 * Excel gives the same numbers and skips cells that hold no number; here a flow that is not a number is refused,
 * because skipping it would move all later flows one period earlier.
 *
 * @param rate - rate per period, above -1
 * @param flows - amounts of consecutive periods, money received positive, money paid negative, zeros included
 * @returns value one period before the first flow, unrounded
 * @throws `time-value/out-of-domain` for a rate of -1 or below, or a flow that is not a finite number
 * @throws `time-value/no-solution` when the result is beyond the range of a double
 * @see Microsoft, NPV function
 * @example
 * npv(0.1, [-10000, 3000, 4200, 6800]) // ≈ 1188.44
 * npv(0.08, [8000, 9200, 10000, 12000, 14500]) - 40000 // ≈ 1922.06
 * npv(-1, [100]) // throws time-value/out-of-domain
 * @since 0.1.0
 */
export function npv(rate: number, flows: readonly number[]): number {
  readRate(rate, "rate");
  readNumbers(flows, "flows");
  return readResult(0 + valueAtFirst(rate, [0, ...flows]), "rate");
}

/**
 * Value today of flows of which the first is today (净现值, 首笔在今日).
 *
 * `Σ flow·(1+rate)^(−i)`, i from 0: what `irr` brings to 0, and what numpy-financial, pyxirr and textbooks call NPV.
 * Excel has no such function: its NPV discounts the first flow too, which is {@link npv}.
 *
 * @param rate - rate per period, above -1
 * @param flows - amounts of consecutive periods, the first one today
 * @returns value on the day of the first flow, unrounded
 * @throws `time-value/out-of-domain` for a rate of -1 or below, or a flow that is not a finite number
 * @throws `time-value/no-solution` when the result is beyond the range of a double
 * @see numpy-financial, npv
 * @example
 * npv0(0.08, [-40000, 5000, 8000, 12000, 30000]) // ≈ 3065.22
 * npv0(0, [-100, 60, 60]) // => 20
 * npv0(-1, [0, 1, 2, 3, 4]) // throws time-value/out-of-domain
 * @since 0.1.0
 */
export function npv0(rate: number, flows: readonly number[]): number {
  readRate(rate, "rate");
  readNumbers(flows, "flows");
  return readResult(0 + valueAtFirst(rate, flows), "rate");
}

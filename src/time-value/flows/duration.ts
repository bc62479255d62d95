import { readNumbers, readRate, readResult, refuseSolution } from "../errors.ts";
import { valueAtFirst } from "./present-value.ts";

/** A value below this fraction of the discounted sizes is what rounding leaves of 0. */
const NOTHING = 2 ** -50;

/**
 * Macaulay duration of flows at the ends of equal periods (麦考利久期).
 *
 * The mean time of the flows in periods, weighted by their present values: `Σ i·flow·v^i / Σ flow·v^i`, i from 1, the
 * flows of {@link npv}. For a bond the flows are its coupons and the redemption, without the price; half-yearly flows
 * with the rate per half-year give half-years.
 *
 * Excel's DURATION starts from settlement and maturity dates, a coupon rate and a day-count basis; it is not offered
 * here; a bond's flows are the caller's to lay out.
 *
 * @param rate - yield per period, above -1
 * @param flows - amounts of consecutive periods, zeros included
 * @returns mean time in periods
 * @throws `time-value/out-of-domain` for a rate of -1 or below, or a flow that is not a finite number
 * @throws `time-value/no-solution` when the flows are worth nothing at this rate (no flow at all included), or the result is beyond the range of a double
 * @see F. R. Macaulay, Some Theoretical Problems Suggested by the Movements of Interest Rates, 1938
 * @example
 * duration(0.05, [0, 0, 100]) // => 3
 * duration(0.1, [8, 8, 108]) // ≈ 2.7774
 * duration(0.1, [-100, 110]) // throws time-value/no-solution
 * @since 0.1.0
 */
export function duration(rate: number, flows: readonly number[]): number {
  readRate(rate, "rate");
  readNumbers(flows, "flows");
  const value = valueAtFirst(rate, flows);
  const size = valueAtFirst(
    rate,
    flows.map((flow) => Math.abs(flow)),
  );
  if (Math.abs(value) <= size * NOTHING)
    refuseSolution("flows", "worth-nothing", "the flows are worth nothing at this rate");
  const beyondFirst = valueAtFirst(
    rate,
    flows.map((flow, i) => flow * i),
  );
  return readResult(1 + beyondFirst / value, "flows");
}

/**
 * Modified duration of flows at the ends of equal periods (修正久期).
 *
 * {@link duration} over `1 + rate`: the relative fall of the present value for a small rise of the rate, `−(dP/dr)/P`.
 * A rise of one basis point lowers the value by about `modifiedDuration × 0.0001` of itself. Excel's MDURATION starts
 * from dates and is not offered.
 *
 * @param rate - yield per period, above -1
 * @param flows - amounts of consecutive periods, zeros included
 * @returns relative fall of the value per unit of the rate, in periods
 * @throws `time-value/out-of-domain` for a rate of -1 or below, or a flow that is not a finite number
 * @throws `time-value/no-solution` when the flows are worth nothing at this rate, or the result is beyond the range of a double
 * @see F. J. Fabozzi, Bond Markets, Analysis, and Strategies, "modified duration"
 * @example
 * modifiedDuration(0.1, [8, 8, 108]) // ≈ 2.5249
 * modifiedDuration(0, [100]) // => 1
 * modifiedDuration(-1, [100]) // throws time-value/out-of-domain
 * @since 0.1.0
 */
export function modifiedDuration(rate: number, flows: readonly number[]): number {
  return duration(rate, flows) / (1 + rate);
}

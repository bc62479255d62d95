import { readFinite, readRate, readResult, readWhen, refuseSolution } from "../errors.ts";
import type { PaymentTiming } from "../types.ts";

/** Below this, `1 + rate` is 1 to a double, and interest below this part of the payment changes no digit. */
const NEGLIGIBLE = 1e-17;

/**
 * Number of periods that level payments need (期数), Excel's NPER.
 *
 * Fractional in general; forming whole instalments and a smaller last one is up to the caller. A negative result means
 * that the flows would have met that long ago, as in Excel.
 *
 * Excel gives the same numbers for everyday arguments and #NUM! where we throw. We differ at rates like 1e-12, where
 * Excel's quotient of logarithms loses digits, and where a payment equals the interest except for rounding: Excel
 * returns some number there; here it is refused.
 *
 * @param rate - rate per period, above -1
 * @param pmt - payment of each period
 * @param pv - amount at the start
 * @param fv - amount at the end
 * @param when - 0: payments at the end of each period, 1: at the beginning
 * @returns number of periods, unrounded
 * @throws `time-value/out-of-domain` for a rate of -1 or below, `when` other than 0 or 1, or an argument that is not a finite number
 * @throws `time-value/no-solution` when the payment does not exceed the interest, when nothing is paid and nothing grows, or when every number of periods would do
 * @see Microsoft, NPER function
 * @example
 * nper(0.049 / 12, -5307.27, 1000000) // ≈ 360.000
 * nper(0, -100, 1000) // => 10
 * nper(0.01, -10, 1000) // throws time-value/no-solution
 * @since 0.1.0
 */
export function nper(rate: number, pmt: number, pv: number, fv = 0, when: PaymentTiming = 0): number {
  readRate(rate, "rate");
  readFinite(pmt, "pmt");
  readFinite(pv, "pv");
  readFinite(fv, "fv");
  readWhen(when);
  const interest = Math.abs(pv * rate) + Math.abs(fv * rate);
  if (rate === 0 || (Math.abs(rate) < NEGLIGIBLE && interest < NEGLIGIBLE * Math.abs(pmt))) {
    if (pmt === 0) refuseSolution("pmt", "nothing-paid", "nothing is paid and nothing grows");
    return readResult(0 - (pv + fv) / pmt, "pmt");
  }
  // payment less interest, at the start and (with the final amount as a debt) at the end
  const paid = pmt * (1 + rate * when);
  const start = paid + pv * rate;
  const end = paid - fv * rate;
  // a difference that rounding alone explains is not one: 0.3 is not a double, and 300 is the interest on 1000
  const none = 2 ** -51 * Math.abs(paid);
  if (Math.abs(start) <= none || Math.abs(end) <= none || Math.sign(start) !== Math.sign(end)) {
    refuseSolution(
      "pmt",
      "interest-not-covered",
      "the payment does not exceed the interest, or every number of periods would do",
    );
  }
  const change = (-(pv + fv) * rate) / start;
  // log1p while the ratio is near 1, where the quotient itself would lose digits
  const logRatio = Math.abs(change) < 0.5 ? Math.log1p(change) : Math.log(end / start);
  return readResult(0 + logRatio / Math.log1p(rate), "pmt");
}

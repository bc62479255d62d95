import { readFinite, readRate, readResult, readWhen, refuseArgument } from "../errors.ts";
import type { PaymentTiming } from "../types.ts";

/**
 * Present value of payments that grow at a constant rate (增长年金现值).
 *
 * The first payment is `pmt`, each later one `1 + growth` times the one before: rent, fees or support that follow
 * inflation. Signs and arguments are those of `pv`, and without growth it is `pv(rate, nper, pmt, 0, when)`. Exact at
 * `growth` equal or close to `rate`, where the textbook quotient is 0/0. Excel has no such function.
 *
 * @param rate - discount rate per period, above -1
 * @param nper - number of payments, 0 or more
 * @param pmt - first payment
 * @param growth - growth of the payments per period, above -1
 * @param when - 0: payments at the end of each period, 1: at the beginning
 * @returns amount today, unrounded; of the opposite sign to `pmt`
 * @throws `time-value/out-of-domain` for a rate or growth of -1 or below, `nper` below 0, `when` other than 0 or 1, or an argument that is not a finite number
 * @throws `time-value/no-solution` when the result is beyond the range of a double
 * @see R. A. Brealey, S. C. Myers, F. Allen, Principles of Corporate Finance, "growing annuities"
 * @example
 * growingAnnuity(0.05, 36, -30000, 0.035) // ≈ 808571.95
 * growingAnnuity(0.05, 36, -30000, 0.05, 1) // => 1080000
 * growingAnnuity(0.05, -1, 100, 0.02) // throws time-value/out-of-domain
 * @since 0.1.0
 */
export function growingAnnuity(
  rate: number,
  nper: number,
  pmt: number,
  growth: number,
  when: PaymentTiming = 0,
): number {
  readRate(rate, "rate");
  if (!(Number.isFinite(nper) && nper >= 0)) refuseArgument("nper", "a finite number, 0 or more", nper);
  readFinite(pmt, "pmt");
  readRate(growth, "growth");
  readWhen(when);
  if (pmt === 0) return 0;
  const excess = rate - growth;
  const change = -excess / (1 + rate);
  // ln of the ratio of neighbouring payments' present values; log1p while it is near 0
  const step = Math.abs(change) < 0.5 ? Math.log1p(change) : Math.log1p(growth) - Math.log1p(rate);
  const first = when === 1 ? pmt : pmt / (1 + rate);
  const worth = change === 0 ? nper : Math.expm1(nper * step) / change;
  return readResult(0 - first * worth, "nper");
}

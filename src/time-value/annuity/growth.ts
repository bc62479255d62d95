import { readFinite, readPositive, readResult, refuseArgument, refuseSolution } from "../errors.ts";
import { logRatio } from "../log-ratio.ts";

/**
 * Rate per period at which one amount grows into another (等价增长率), Excel's RRI.
 *
 * `(fv/pv)^(1/nper) − 1`: the compound annual growth rate when periods are years. A loss of everything (`fv` 0) is -1,
 * as in Excel. Both amounts may be below 0, but not one alone: Excel gives #NUM! there; we throw. Amounts close
 * together keep their digits.
 *
 * @param nper - number of periods, above 0; may be fractional
 * @param pv - amount at the start, not 0
 * @param fv - amount at the end
 * @returns rate per period
 * @throws `time-value/out-of-domain` for `nper` of 0 or below, `pv` 0, or an argument that is not a finite number
 * @throws `time-value/no-solution` when the amounts differ in sign, or the result is beyond the range of a double
 * @see Microsoft, RRI function
 * @example
 * rri(96, 10000, 11000) // ≈ 0.0009933
 * rri(1, -5, 0) // => -1
 * rri(10, 0, 200) // throws time-value/out-of-domain
 * rri(12, 100, -90) // throws time-value/no-solution
 * @since 0.1.0
 */
export function rri(nper: number, pv: number, fv: number): number {
  readPositive(nper, "nper");
  readFinite(pv, "pv");
  if (pv === 0) refuseArgument("pv", "not 0", pv);
  readFinite(fv, "fv");
  if (fv === 0) return -1;
  if (Math.sign(pv) !== Math.sign(fv)) refuseSolution("fv", "opposite-signs", "the amounts differ in sign");
  return readResult(0 + Math.expm1(logRatio(Math.abs(fv), Math.abs(pv)) / nper), "nper");
}

/**
 * Number of periods in which one amount grows into another (投资期数), Excel's PDURATION.
 *
 * `ln(fv/pv) / ln(1 + rate)`; fractional in general, below 0 when the amount at the end is the smaller one. Excel gives
 * the same numbers, and #NUM! where we throw. Digits are kept at tiny rates and for amounts close together.
 *
 * @param rate - rate per period, above 0
 * @param pv - amount at the start, above 0
 * @param fv - amount at the end, above 0
 * @returns number of periods, unrounded
 * @throws `time-value/out-of-domain` for a rate or an amount of 0 or below, or an argument that is not a finite number
 * @throws `time-value/no-solution` when the result is beyond the range of a double
 * @see Microsoft, PDURATION function
 * @example
 * pduration(0.025, 2000, 2200) // ≈ 3.859866
 * pduration(0.025 / 12, 1000, 1200) // ≈ 87.6055
 * pduration(0, 300, 600) // throws time-value/out-of-domain
 * @since 0.1.0
 */
export function pduration(rate: number, pv: number, fv: number): number {
  readPositive(rate, "rate");
  readPositive(pv, "pv");
  readPositive(fv, "fv");
  return readResult(0 + logRatio(fv, pv) / Math.log1p(rate), "rate");
}

import { readFinite, readPositive, readRate, readResult, refuseArgument } from "../errors.ts";

/**
 * Return of a span as a rate per year (年化收益率).
 *
 * `(1 + total)^(1/years) − 1`, compounded. A span of less than a year is scaled up as well; performance standards forbid
 * publishing that figure, and so should the caller.
 *
 * @param total - return over the whole span as a share, -1 or above
 * @param years - length of the span in years, above 0; the day count is up to the caller, who knows the dates
 * @returns rate per year, -1 or above
 * @throws `time-value/out-of-domain` for a total below -1, a span of 0 years or less, or an argument that is not a finite number
 * @throws `time-value/no-solution` when the result is beyond the range of a double
 * @see CFA Institute, Global Investment Performance Standards (GIPS): returns of less than one year are not annualised
 * @example
 * annualizedReturn(0.21, 2) // ≈ 0.1
 * annualizedReturn(-1, 3) // => -1
 * annualizedReturn(0.21, 0) // throws time-value/out-of-domain
 * @since 0.1.0
 */
export function annualizedReturn(total: number, years: number): number {
  if (!(Number.isFinite(total) && total >= -1)) refuseArgument("total", "a finite number, -1 or above", total);
  readPositive(years, "years");
  return readResult(0 + Math.expm1(Math.log1p(total) / years), "years");
}

/**
 * Rate after inflation (实际利率), by Fisher's equation.
 *
 * `(nominal − inflation) / (1 + inflation)`, the exact form of `(1 + nominal)/(1 + inflation) − 1`; not the difference
 * of the two, which is only close to it.
 *
 * @param nominal - rate before inflation, per year or period
 * @param inflation - inflation of the same period, above -1
 * @returns real rate of the same period; below 0 when prices rise faster
 * @throws `time-value/out-of-domain` for inflation of -1 or below, or an argument that is not a finite number
 * @throws `time-value/no-solution` when the result is beyond the range of a double
 * @see I. Fisher, The Theory of Interest, 1930
 * @example
 * realRate(0.07, 0.02) // ≈ 0.0490196
 * realRate(0.02, 0.02) // => 0
 * realRate(0.02, -1) // throws time-value/out-of-domain
 * @since 0.1.0
 */
export function realRate(nominal: number, inflation: number): number {
  readFinite(nominal, "nominal");
  readRate(inflation, "inflation");
  return readResult(0 + (nominal - inflation) / (1 + inflation), "inflation");
}

import { productError, sumError } from "../compensated.ts";
import { readFinite, readNumbers, readPositive, readResult, refuseArgument } from "../errors.ts";

/** Whole compounding periods in a year: fractions are cut off, as Excel does. */
function wholePeriods(periods: number): number {
  if (!(Number.isFinite(periods) && periods >= 1)) refuseArgument("periods", "a finite number, 1 or more", periods);
  return Math.trunc(periods);
}

/**
 * Effective yearly rate of a nominal yearly rate (实际年利率), Excel's EFFECT.
 *
 * `(1 + nominal/periods)^periods − 1`. A fraction of `periods` is cut off, as in Excel. Excel gives the same numbers,
 * and #NUM! where we throw. A plain power loses digits at small rates and many periods; the form used here does not.
 *
 * @param nominal - nominal rate per year, above 0
 * @param periods - compounding periods a year, 1 or more
 * @returns effective rate per year
 * @throws `time-value/out-of-domain` for a nominal rate of 0 or below, fewer than 1 period, or an argument that is not a finite number
 * @throws `time-value/no-solution` when the result is beyond the range of a double
 * @see Microsoft, EFFECT function
 * @example
 * effectiveRate(0.0525, 4) // ≈ 0.0535427
 * effectiveRate(0.36, 12) // ≈ 0.425760886846
 * effectiveRate(0.05, 0) // throws time-value/out-of-domain
 * @since 0.1.0
 */
export function effectiveRate(nominal: number, periods: number): number {
  readPositive(nominal, "nominal");
  const n = wholePeriods(periods);
  // one period changes nothing, not even the last digit
  return n === 1 ? nominal : readResult(Math.expm1(n * Math.log1p(nominal / n)), "nominal");
}

/**
 * Nominal yearly rate of an effective yearly rate (名义年利率), Excel's NOMINAL.
 *
 * The inverse of {@link effectiveRate}: `periods·((1 + effective)^(1/periods) − 1)`. A fraction of `periods` is cut off,
 * as in Excel. Excel gives the same numbers, and #NUM! where we throw.
 *
 * @param effective - effective rate per year, above 0
 * @param periods - compounding periods a year, 1 or more
 * @returns nominal rate per year
 * @throws `time-value/out-of-domain` for an effective rate of 0 or below, fewer than 1 period, or an argument that is not a finite number
 * @see Microsoft, NOMINAL function
 * @example
 * nominalRate(0.053543, 4) // ≈ 0.05250032
 * nominalRate(0.24, 12) // ≈ 0.217050989802
 * nominalRate(-0.025, 12) // throws time-value/out-of-domain
 * @since 0.1.0
 */
export function nominalRate(effective: number, periods: number): number {
  readPositive(effective, "effective");
  const n = wholePeriods(periods);
  return n === 1 ? effective : n * Math.expm1(Math.log1p(effective) / n);
}

/**
 * Amount after a series of changing rates (浮动利率终值), Excel's FVSCHEDULE.
 *
 * `principal·Π(1 + rate)`, with the product compensated. Excel gives the same numbers. A rate of -1 or below is
 * accepted, as in Excel: a loss of more than everything flips the amount's sign. An empty list leaves the principal as
 * it is.
 *
 * @param principal - amount at the start
 * @param rates - rate of each consecutive period
 * @returns amount at the end, unrounded
 * @throws `time-value/out-of-domain` for an argument or a rate that is not a finite number
 * @throws `time-value/no-solution` when the result is beyond the range of a double
 * @see Microsoft, FVSCHEDULE function
 * @example
 * fvSchedule(1, [0.09, 0.11, 0.1]) // ≈ 1.33089
 * fvSchedule(-300, [0.3, -0.5, 0.2, 0, -1.2]) // ≈ 46.8
 * fvSchedule(1000, []) // => 1000
 * fvSchedule(1, [NaN]) // throws time-value/out-of-domain
 * @since 0.1.0
 */
export function fvSchedule(principal: number, rates: readonly number[]): number {
  readFinite(principal, "principal");
  readNumbers(rates, "rates");
  let value = principal;
  let error = 0;
  for (const rate of rates) {
    const growth = 1 + rate;
    const grown = value * growth;
    error = error * growth + (value * sumError(1, rate, growth) + productError(value, growth, grown));
    value = grown;
  }
  // amounts near the end of the range of doubles cannot be split; their plain product is the result
  return readResult(0 + (Number.isFinite(error) ? value + error : value), "rates");
}

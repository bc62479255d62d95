import { oneOf } from "../../core/inner.ts";

import { sumError } from "../compensated.ts";
import { OUT_OF_DOMAIN, readNumbers, readPositive, readResult, refuseArgument, refuseAt } from "../errors.ts";
import { logRatio } from "../log-ratio.ts";
import { RETURN_KINDS, type ReturnKind } from "./types.ts";

function compensatedTotal(values: readonly number[]): number {
  let sum = 0;
  let error = 0;
  for (const value of values) {
    const total = sum + value;
    error += sumError(sum, value, total);
    sum = total;
  }
  return sum + error;
}

const readKind = oneOf(RETURN_KINDS);

/** The return between two neighbouring values. */
const RETURN: Readonly<Record<ReturnKind, (after: number, before: number) => number>> = {
  simple: (after, before) => (after - before) / before,
  log: logRatio,
};

/**
 * Returns of consecutive values (逐期收益率).
 *
 * One fewer than the values: simple returns `after/before − 1`, or logarithmic ones `ln(after/before)`, which add up
 * over time.
 *
 * @param values - worth of one unit of money at consecutive moments, above 0
 * @param kind - simple or logarithmic
 * @returns return from each value to the next
 * @throws `time-value/out-of-domain` for fewer than two values, a value of 0 or below, a value that is not a finite number, or an unknown kind
 * @throws `time-value/no-solution` when a return is beyond the range of a double
 * @see library convention
 * @example
 * periodReturns([100, 125, 100]) // => [0.25, -0.2]
 * periodReturns([100, 125], "log")[0]?.toFixed(6) // => "0.223144"
 * periodReturns([100, 0]) // throws time-value/out-of-domain
 * @since 0.1.0
 */
export function periodReturns(values: readonly number[], kind: ReturnKind = "simple"): number[] {
  readNumbers(values, "values");
  if (values.length < 2) refuseArgument("values", "two or more values", values);
  const between = RETURN[readKind(kind, ["kind"], OUT_OF_DOMAIN)];
  const returns: number[] = [];
  let before: number | null = null;
  for (const [i, value] of values.entries()) {
    if (!(value > 0)) refuseAt(["values", i], "a number above 0", value);
    if (before !== null) returns.push(readResult(between(value, before), "values"));
    before = value;
  }
  return returns;
}

/**
 * Volatility of returns, per year (年化波动率).
 *
 * The sample standard deviation (divisor `n − 1`) times `√periodsPerYear`. The root assumes that returns of different
 * periods are uncorrelated. `periodsPerYear` is a convention the caller states: 12 for monthly returns, 52 for weekly
 * ones, for daily ones the trading days of the market (252 is usual in the United States); 1 leaves the deviation per
 * period. Whether the returns are simple or logarithmic is also up to the caller; see {@link periodReturns}.
 *
 * @param returns - two or more returns of equal periods
 * @param periodsPerYear - such periods in a year, above 0
 * @returns standard deviation per year
 * @throws `time-value/out-of-domain` for fewer than two returns, `periodsPerYear` of 0 or below, or an argument that is not a finite number
 * @throws `time-value/no-solution` when the result is beyond the range of a double
 * @see J. C. Hull, Options, Futures, and Other Derivatives, "estimating volatility from historical data"
 * @example
 * volatility([0.01, 0.03], 1) // ≈ 0.0141421356
 * volatility([0.01, 0.03, -0.02], 12) // ≈ 0.087178
 * volatility([0.01], 12) // throws time-value/out-of-domain
 * @since 0.1.0
 */
export function volatility(returns: readonly number[], periodsPerYear: number): number {
  readNumbers(returns, "returns");
  if (returns.length < 2) refuseArgument("returns", "two or more returns", returns);
  readPositive(periodsPerYear, "periodsPerYear");
  const mean = compensatedTotal(returns) / returns.length;
  const deviations = returns.map((one) => one - mean);
  const squares = compensatedTotal(deviations.map((one) => one * one));
  // what rounding left of the mean is taken out of the squares (two-pass algorithm, corrected)
  const rest = compensatedTotal(deviations) ** 2 / returns.length;
  const variance = Math.max(0, squares - rest) / (returns.length - 1);
  return readResult(Math.sqrt(variance * periodsPerYear), "returns");
}

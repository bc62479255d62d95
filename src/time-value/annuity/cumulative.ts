import { pmt } from "./annuity.ts";
import { interestShares, repaidShares } from "./balance.ts";
import { readFinite, readRate, readResult, readWhen, refuseArgument } from "../errors.ts";
import type { PaymentTiming } from "../types.ts";

/** Whole periods of a range: `count` of them after `passed`. */
interface Range {
  readonly passed: number;
  readonly count: number;
}

/** The whole periods from `start` to `end`. */
function readRange(rate: number, nper: number, pv: number, start: number, end: number, when: number): Range {
  readRate(rate, "rate");
  if (!(Number.isFinite(nper) && nper >= 0)) refuseArgument("nper", "a finite number, 0 or more", nper);
  readFinite(pv, "pv");
  if (!(Number.isFinite(start) && start >= 1 && start <= nper))
    refuseArgument("start", "a number from 1 to nper", start);
  if (!(Number.isFinite(end) && end >= start && end <= nper)) refuseArgument("end", "a number from start to nper", end);
  readWhen(when);
  const passed = Math.ceil(start) - 1;
  return { passed, count: Math.max(0, Math.floor(end) - passed) };
}

/** The range without a first payment at the beginning, which carries no interest; a range from period 1 is not empty. */
function afterFirst({ passed, count }: Range): Range {
  return passed === 0 ? { passed: 1, count: count - 1 } : { passed, count };
}

/**
 * Total interest of several periods (累计利息), Excel's CUMIPMT.
 *
 * The sum of {@link ipmt} over the whole periods from `start` to `end`, both inclusive, in closed form. A fractional
 * `start` is rounded up to the next whole period, as in Excel, and a fractional `end` down; without a whole period
 * between them the sum is 0.
 *
 * Excel gives the same numbers but refuses a rate of 0 or below and a `pv` of 0 or below; the sum is well defined
 * there, so we return it. An `end` beyond `nper`, where nothing is owed, is refused.
 *
 * @param rate - rate per period, above -1
 * @param nper - number of periods
 * @param pv - amount at the start
 * @param start - first period, from 1
 * @param end - last period, inclusive, up to `nper`
 * @param when - 0: payments at the end of each period, 1: at the beginning
 * @returns interest of these periods, unrounded; below 0 where it is paid
 * @throws `time-value/out-of-domain` for a rate of -1 or below, `nper` below 0, `start` outside 1 to `nper`, `end` outside `start` to `nper`, `when` other than 0 or 1, or an argument that is not a finite number
 * @throws `time-value/no-solution` when the result is beyond the range of a double
 * @see Microsoft, CUMIPMT function
 * @example
 * cumipmt(0.049 / 12, 360, 1000000, 1, 360, 0) // ≈ -910616.19
 * cumipmt(0.0075, 360, 125000, 13, 24, 0) // ≈ -11135.23
 * cumipmt(0.0075, 360, 125000, 24, 13, 0) // throws time-value/out-of-domain
 * @since 0.1.0
 */
export function cumipmt(
  rate: number,
  nper: number,
  pv: number,
  start: number,
  end: number,
  when: PaymentTiming,
): number {
  const range = readRange(rate, nper, pv, start, end, when);
  const { passed, count } = when === 1 ? afterFirst(range) : range;
  return readResult(0 - (pv * interestShares(rate, nper, passed, count)) / (1 + rate * when), "pv");
}

/**
 * Total principal of several periods (累计本金), Excel's CUMPRINC.
 *
 * The sum of {@link ppmt} over the whole periods from `start` to `end`, both inclusive, in closed form: over all
 * periods it is `-pv` to the last digit. Fractional bounds are rounded inwards, as in {@link cumipmt}; without a whole
 * period between them the sum is 0.
 *
 * Excel gives the same numbers but refuses a rate of 0 or below and a `pv` of 0 or below; the sum is well defined
 * there, so we return it. An `end` beyond `nper` is refused.
 *
 * @param rate - rate per period, above -1
 * @param nper - number of periods
 * @param pv - amount at the start
 * @param start - first period, from 1
 * @param end - last period, inclusive, up to `nper`
 * @param when - 0: payments at the end of each period, 1: at the beginning
 * @returns principal of these periods, unrounded; below 0 where it is paid
 * @throws `time-value/out-of-domain` for a rate of -1 or below, `nper` below 0, `start` outside 1 to `nper`, `end` outside `start` to `nper`, `when` other than 0 or 1, or an argument that is not a finite number
 * @throws `time-value/no-solution` when the result is beyond the range of a double
 * @see Microsoft, CUMPRINC function
 * @example
 * cumprinc(0.049 / 12, 360, 1000000, 1, 360, 0) // => -1000000
 * cumprinc(0.0075, 360, 125000, 13, 24, 0) // ≈ -934.1071
 * cumprinc(0.0075, 360, 125000, 1, 361, 0) // throws time-value/out-of-domain
 * @since 0.1.0
 */
export function cumprinc(
  rate: number,
  nper: number,
  pv: number,
  start: number,
  end: number,
  when: PaymentTiming,
): number {
  const range = readRange(rate, nper, pv, start, end, when);
  // the whole term repays all of it, which the closed form says without rounding
  if (range.count === nper) return 0 - pv;
  const { passed, count } = when === 1 ? afterFirst(range) : range;
  const first = count < range.count ? pmt(rate, nper, pv, 0, when) : 0;
  const later = (pv * repaidShares(rate, nper, passed, count)) / (1 + rate * when);
  return readResult(0 + (first - later), "pv");
}

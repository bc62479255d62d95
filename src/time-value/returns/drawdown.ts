import { tryDayNumber } from "../../core/index.ts";

import { readEntries, readNumbers, refuseArgument, refuseAt } from "../errors.ts";
import type { Drawdown } from "./types.ts";
import type { FlowDates } from "../types.ts";

/** Ascending dates, one per value. */
function readDates(dates: FlowDates, count: number): FlowDates {
  const given: unknown = dates;
  if (!Array.isArray(given) || given.length !== count) return refuseArgument("dates", "one date per value", given);
  let before = -Infinity;
  const own = readEntries(dates, "dates", () => Array.from(dates));
  for (const [i, date] of own.entries()) {
    const day = tryDayNumber(date) ?? refuseAt(["dates", i], "a date that exists", date);
    if (day <= before) refuseAt(["dates", i], "after the date before it", date);
    before = day;
  }
  return own;
}

/**
 * The deepest fall of a series of values (最大回撤).
 *
 * `min(valueⱼ / max(value₀ … valueⱼ) − 1)`: 0 or below, a fall by a quarter is -0.25. Of equally deep falls the first
 * counts, starting from the last time its peak was touched. The values are those of one unit of money (net asset
 * values, an index of time-weighted returns): money paid in would hide a fall.
 *
 * @param values - worth at consecutive moments, above 0; the last may be 0
 * @param dates - date of each value, ascending; the result then names dates too
 * @returns depth, and where it began, ended and was made good
 * @throws `time-value/out-of-domain` for no value, a value of 0 or below before the last, a value that is not a finite
 * number, or dates that do not exist, do not ascend or differ in number from the values
 * @see M. Magdon-Ismail, A. F. Atiya, "Maximum drawdown", Risk, 2004
 * @example
 * maxDrawdown([100, 120, 90, 95, 130, 117]) // => { drawdown: -0.25, peakIndex: 1, troughIndex: 2, recoveryIndex: 4 }
 * maxDrawdown([1, 1.1, 1.3]) // => { drawdown: 0, peakIndex: null, troughIndex: null, recoveryIndex: null }
 * maxDrawdown([2, 1], ["2026-01-05", "2026-01-06"]).troughDate // => "2026-01-06"
 * maxDrawdown([]) // throws time-value/out-of-domain
 * @since 0.1.0
 */
export function maxDrawdown(values: readonly number[], dates?: FlowDates): Drawdown {
  readNumbers(values, "values");
  if (values.length === 0) refuseArgument("values", "one or more values", values);
  const own = dates === undefined ? null : readDates(dates, values.length);
  let deepest = 0;
  let peakIndex: number | null = null;
  let troughIndex: number | null = null;
  let recoveryIndex: number | null = null;
  let peak = 0;
  let peakAt = 0;
  let recoveryOf = 0;
  for (const [i, value] of values.entries()) {
    if (value < 0 || (value === 0 && i < values.length - 1)) {
      refuseAt(["values", i], "a number above 0; the last may be 0", value);
    }
    if (troughIndex !== null && recoveryIndex === null && value >= recoveryOf) recoveryIndex = i;
    if (value >= peak) {
      peak = value;
      peakAt = i;
      continue;
    }
    const fall = (value - peak) / peak;
    if (fall < deepest) {
      deepest = fall;
      peakIndex = peakAt;
      troughIndex = i;
      recoveryIndex = null;
      recoveryOf = peak;
    }
  }
  const found = { drawdown: deepest, peakIndex, troughIndex, recoveryIndex };
  if (own === null) return found;
  const dateAt = (index: number | null) => own[index ?? -1] ?? null;
  return {
    ...found,
    peakDate: dateAt(peakIndex),
    troughDate: dateAt(troughIndex),
    recoveryDate: dateAt(recoveryIndex),
  };
}

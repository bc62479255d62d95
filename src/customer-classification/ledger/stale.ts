import { tryDayNumber, type DayNumber } from "../../core/index.ts";
import { CODE_STALE, CODE_UNKNOWN, invalidCode } from "./codes.ts";

const INVALID_OBSERVATION_DATE = /* @__PURE__ */ invalidCode("invalid-observation-date");
const OBSERVED_AFTER_AS_OF = /* @__PURE__ */ invalidCode("observed-after-as-of");

/** Where the dates of observation come from: a field of the record wins over the date of the call. */
export interface DateSource {
  readonly cells: ArrayLike<unknown> | null;
  readonly common: DayNumber | null;
}

/**
 * Marks the values that are too old to be used; what a stale value then scores is the line's `stale` policy (card/line.ts).
 * A value of unknown age counts as stale; a value observed after `asOf` cannot have been known then.
 */
export function markStale(
  codes: Uint8Array,
  from: number,
  size: number,
  dates: DateSource,
  maxAge: number | undefined,
  asOf: DayNumber,
): void {
  let lastText: unknown = null;
  let lastDay: number | null = null;
  for (let at = 0; at < size; at++) {
    if (codes[at] !== 0 && codes[at] !== CODE_UNKNOWN) continue;
    const text = dates.cells?.[from + at] ?? null;
    let day = dates.common;
    if (text !== null) {
      if (text !== lastText) {
        lastText = text;
        lastDay = tryDayNumber(text);
      }
      day = lastDay;
      if (day === null) {
        codes[at] = INVALID_OBSERVATION_DATE;
        continue;
      }
    }
    if (day === null) {
      if (maxAge !== undefined) codes[at] = CODE_STALE;
    } else if (day > asOf) codes[at] = OBSERVED_AFTER_AS_OF;
    else if (maxAge !== undefined && asOf - day > maxAge) codes[at] = CODE_STALE;
  }
}

import { parsePeriod, type Period } from "../calendar/index.ts";
import { tryDayNumber, isDomainError, type DayNumber } from "../core/index.ts";

/** A half-open stretch in day numbers. */
export interface Days {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/** The days of a period or of a single day; `null` for what is neither. */
export function tryDays(time: Period): Days | null {
  const day = tryDayNumber(time);
  if (day !== null) return { from: day, to: day + 1 };
  try {
    const range = parsePeriod(time);
    const from = tryDayNumber(range.from);
    const to = tryDayNumber(range.to);
    return from === null || to === null ? null : { from, to };
  } catch (e) {
    if (isDomainError(e)) return null;
    throw e;
  }
}

/** Whether two periods are the same days, however they are written. */
export function samePeriod(a: Period, b: Period): boolean {
  if (a === b) return true;
  const x = tryDays(a);
  const y = tryDays(b);
  return x !== null && y !== null && x.from === y.from && x.to === y.to;
}

import type { DayNumber } from "../core/index.ts";
import { civilParts, civilDay, monthLength, hasLeapDay } from "../core/inner.ts";

/** Months since year 0 of a day number. */
export function monthIndexOf(day: DayNumber): number {
  const { year, month } = civilParts(day);
  return year * 12 + month - 1;
}

/**
 * Day number of a day of a month, or of the last day of a shorter month: due day 31 falls on 28 or 29 February, then on
 * 31 March again.
 */
export function dayInMonth(monthIndex: number, dayOfMonth: number): DayNumber {
  const year = Math.floor(monthIndex / 12);
  const month = monthIndex - year * 12 + 1;
  return civilDay(year, month, dayOfMonth > 28 ? Math.min(dayOfMonth, monthLength(year, month)) : dayOfMonth);
}

/**
 * Whole months from one day to a later one, and the odd days after them.
 *
 * Months run from a day to the same day of a later month, or to its last day if it is shorter; from the last day of a
 * month to the last day of another there are no odd days.
 */
export function monthsAndDays(from: DayNumber, to: DayNumber): { readonly months: number; readonly days: number } {
  const a = civilParts(from);
  const b = civilParts(to);
  const months = (b.year - a.year) * 12 + b.month - a.month;
  const bothMonthEnds = a.day === monthLength(a.year, a.month) && b.day === monthLength(b.year, b.month);
  if (bothMonthEnds) return { months, days: 0 };
  const start = monthIndexOf(from);
  const same = dayInMonth(start + months, a.day);
  return same <= to
    ? { months, days: to - same }
    : { months: months - 1, days: to - dayInMonth(start + months - 1, a.day) };
}

const LENGTHS: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days of a month numbered from 0. */
function daysOf(year: number, month: number): number {
  return month === 1 && hasLeapDay(year) ? 29 : (LENGTHS[month] ?? 0);
}

/** The start, then `count` due dates `months` apart on a day of the month, or the last day of a shorter month. */
export function dueDays(
  start: DayNumber,
  firstMonth: number,
  months: number,
  dayOfMonth: number,
  count: number,
): Int32Array {
  const days = new Int32Array(count + 1);
  days[0] = start;
  // bitwise, so that the engine keeps small integers in the loop
  let year = (firstMonth / 12) | 0;
  let month = (firstMonth - year * 12) | 0;
  let firstOfMonth = civilDay(year, month + 1, 1) | 0;
  let length = daysOf(year, month);
  for (let k = 1; ; k++) {
    days[k] = firstOfMonth - 1 + (dayOfMonth < length ? dayOfMonth : length);
    if (k === count) return days;
    for (let i = 0; i < months; i++) {
      firstOfMonth += length;
      month++;
      if (month === 12) {
        month = 0;
        year++;
      }
      length = daysOf(year, month);
    }
  }
}

import type { LocalDate } from "../core/index.ts";
import type { SkippedDay, WorkingCalendar, WorkingDaysExplanation } from "./types.ts";
import { addWorkingDays } from "./working-days.ts";
import { dateAt, indexOf, positionOf, worked, type WorkingDayIndex } from "./working-day-index.ts";

/**
 * The n-th working day after a date, with every day that was passed over and why.
 *
 * {@link addWorkingDays} with an explanation: same answer, same refusals. The start day is not listed. A day the
 * calendar names is a `holiday` even when it falls on a weekend; any other day off is `weekend`.
 *
 * @param calendar - which days are worked, with its coverage
 * @param date - civil date where the calendar applies
 * @param n - whole number of working days, not 0
 * @returns the date, the days passed over and the make-up working days that were counted, in the order they were passed
 * @throws `calendar/out-of-range`, `calendar/zero-days`, `core/invalid-integer`, `core/invalid-date` as
 *   {@link addWorkingDays}
 * @see the calendar's own `sources`
 * @example
 * explainWorkingDays(CN, "2026-10-07", 2) // => { date: "2026-10-09", skipped: [], madeUp: [] }
 * explainWorkingDays(CN, "2026-10-08", 2) // => { date: "2026-10-10", skipped: [], madeUp: ["2026-10-10"] }
 * explainWorkingDays(HK, "2026-12-31", 1).skipped // => [{ date: "2027-01-01", reason: "holiday", name: "The first day of January", provisional: true }, { date: "2027-01-02", reason: "weekend", provisional: true }, { date: "2027-01-03", reason: "weekend", provisional: true }]
 * @since 0.1.0
 */
export function explainWorkingDays(calendar: WorkingCalendar, date: LocalDate, n: number): WorkingDaysExplanation {
  const answer = addWorkingDays(calendar, date, n);
  const index = indexOf(calendar);
  const start = positionOf(calendar, index, date, "date");
  const end = positionOf(calendar, index, answer, "date");
  const step = n > 0 ? 1 : -1;
  const skipped: SkippedDay[] = [];
  const madeUp: LocalDate[] = [];
  for (let i = start + step; i !== end + step; i += step) {
    if (worked(index, i)) {
      if (index.work.has(index.first + i)) madeUp.push(dateAt(index, i));
      continue;
    }
    skipped.push(dayOff(index, i));
  }
  return { date: answer, skipped, madeUp };
}

/** A day off, by its position, and why. */
export function dayOff(index: WorkingDayIndex, position: number): SkippedDay {
  const name = index.off.get(index.first + position);
  return {
    date: dateAt(index, position),
    ...(name === undefined ? { reason: "weekend" } : { reason: "holiday", name }),
    ...(index.first + position < index.provisional ? {} : { provisional: true }),
  };
}

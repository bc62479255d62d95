import { readInteger, type LocalDate } from "../core/index.ts";
import { civilParts } from "../core/inner.ts";
import { refuseOutOfRange, refuse } from "./errors.ts";
import { readOption } from "./option.ts";
import { rangeOf } from "./period.ts";
import {
  ROLL_CONVENTIONS,
  type CalendarCoverage,
  type Period,
  type RollConvention,
  type WorkingCalendar,
} from "./types.ts";
import { dateAt, indexOf, positionOf, shift, worked, workedBefore } from "./working-day-index.ts";

/**
 * Whether a day is a working day (工作日).
 *
 * @param calendar - which days are worked, with its coverage
 * @param date - civil date where the calendar applies
 * @returns true for ordinary working days and for make-up working days (调休补班)
 * @throws `calendar/out-of-range` when the date lies outside the coverage
 * @throws `calendar/invalid-calendar` and the other codes of {@link defineCalendar}, when the calendar is not valid data
 * @throws `core/invalid-date`
 * @see State Council notice on the year's holidays (国办发明电), cited per year in the data
 * @example
 * isWorkingDay(CN, "2026-02-14") // => true
 * isWorkingDay(CN, "2026-02-16") // => false
 * isWorkingDay(CN, "2027-01-04") // throws calendar/out-of-range
 * @since 0.1.0
 */
export function isWorkingDay(calendar: WorkingCalendar, date: LocalDate): boolean {
  const index = indexOf(calendar);
  return worked(index, positionOf(calendar, index, date, "date"));
}

/**
 * The n-th working day after a date (工作日).
 *
 * Counts strictly after `date`; `date` itself need not be a working day but must lie in the coverage. Negative `n`
 * counts backwards, strictly before. Make-up working days (调休补班) count; outside the calendar's coverage nothing is
 * guessed. Takes the same time whatever `n`.
 *
 * @param calendar - which days are worked, with its coverage
 * @param date - civil date where the calendar applies
 * @param n - whole number of working days, not 0
 * @returns civil date
 * @throws `calendar/out-of-range` when the date or the answer lies outside the coverage
 * @throws `calendar/zero-days` when `n` is 0: what to do with a day off is a convention, see {@link rollDate}
 * @throws `core/invalid-integer` when `n` is not a whole number
 * @throws `core/invalid-date`
 * @throws `calendar/invalid-calendar` and the other codes of {@link defineCalendar}, when the calendar is not valid data
 * @see State Council notice on the year's holidays (国办发明电), cited per year in the data
 * @example
 * addWorkingDays(CN, "2026-02-14", 1) // => "2026-02-24"
 * addWorkingDays(CN, "2026-02-24", -1) // => "2026-02-14"
 * addWorkingDays(CN, "2026-02-14", 0) // throws calendar/zero-days
 * @since 0.1.0
 */
export function addWorkingDays(calendar: WorkingCalendar, date: LocalDate, n: number): LocalDate {
  const index = indexOf(calendar);
  const position = positionOf(calendar, index, date, "date");
  readInteger(n, "n");
  if (n === 0) {
    refuse("calendar/zero-days", ["n"], "0 working days say nothing about a day off; use rollDate", {
      date,
      n,
      hint: "rollDate",
    });
  }
  const found = shift(index, position, n);
  if (found < 0) return refuseOutOfRange(calendar, "n", { date, n });
  return dateAt(index, found);
}

/**
 * Number of working days after one date up to another.
 *
 * Counts the working days d with `from` < d <= `to`: the start day never counts; the end day does. Reversed dates give
 * the negative count, so `workingDaysBetween(c, a, b) === -workingDaysBetween(c, b, a)`, and counts of adjoining
 * stretches add up.
 *
 * @param calendar - which days are worked, with its coverage
 * @param from - civil date, not counted
 * @param to - civil date, counted when it is a working day
 * @returns whole number
 * @throws `calendar/out-of-range` when either date lies outside the coverage
 * @throws `core/invalid-date`
 * @throws `calendar/invalid-calendar` and the other codes of {@link defineCalendar}, when the calendar is not valid data
 * @see library convention
 * @example
 * workingDaysBetween(CN, "2026-02-13", "2026-02-24") // => 2
 * workingDaysBetween(CN, "2026-02-24", "2026-02-13") // => -2
 * @since 0.1.0
 */
export function workingDaysBetween(calendar: WorkingCalendar, from: LocalDate, to: LocalDate): number {
  const index = indexOf(calendar);
  const a = positionOf(calendar, index, from, "from");
  const b = positionOf(calendar, index, to, "to");
  return workedBefore(index, b + 1) - workedBefore(index, a + 1);
}

/**
 * The first working day strictly after a date.
 *
 * @param calendar - which days are worked, with its coverage
 * @param date - civil date, need not be a working day
 * @returns civil date
 * @throws `calendar/out-of-range` when the date or the answer lies outside the coverage
 * @throws `core/invalid-date`
 * @throws `calendar/invalid-calendar` and the other codes of {@link defineCalendar}, when the calendar is not valid data
 * @see library convention
 * @example
 * nextWorkingDay(CN, "2020-01-23") // => "2020-02-03"
 * @since 0.1.0
 */
export function nextWorkingDay(calendar: WorkingCalendar, date: LocalDate): LocalDate {
  return addWorkingDays(calendar, date, 1);
}

/**
 * The last working day strictly before a date.
 *
 * @param calendar - which days are worked, with its coverage
 * @param date - civil date, need not be a working day
 * @returns civil date
 * @throws `calendar/out-of-range` when the date or the answer lies outside the coverage
 * @throws `core/invalid-date`
 * @throws `calendar/invalid-calendar` and the other codes of {@link defineCalendar}, when the calendar is not valid data
 * @see library convention
 * @example
 * previousWorkingDay(CN, "2026-10-08") // => "2026-09-30"
 * @since 0.1.0
 */
export function previousWorkingDay(calendar: WorkingCalendar, date: LocalDate): LocalDate {
  return addWorkingDays(calendar, date, -1);
}

/**
 * The working day a date is moved to when it is not one itself.
 *
 * A working day is returned as it is. `following` takes the next working day, `preceding` the one before,
 * `modifiedFollowing` the next unless it lies in another calendar month, in which case the one before; `nearest` the
 * nearer of the two by calendar days, ties to the next.
 *
 * @param calendar - which days are worked, with its coverage
 * @param date - civil date
 * @param convention - which way to move
 * @returns civil date
 * @throws `calendar/out-of-range` when the date lies outside the coverage, or a day needed to decide does
 * @throws `calendar/invalid-option` for any other convention
 * @throws `core/invalid-date`
 * @throws `calendar/invalid-calendar` and the other codes of {@link defineCalendar}, when the calendar is not valid data
 * @see 2006 ISDA Definitions, section 4.12 (following, preceding, modified following; `nearest` differs from ISDA's,
 *   which looks at the weekday)
 * @example
 * rollDate(CN, "2026-10-03", "following") // => "2026-10-08"
 * rollDate(CN, "2026-01-31", "modifiedFollowing") // => "2026-01-30"
 * rollDate(HK, "2026-03-07", "nearest") // => "2026-03-06"
 * @since 0.1.0
 */
export function rollDate(calendar: WorkingCalendar, date: LocalDate, convention: RollConvention): LocalDate {
  const index = indexOf(calendar);
  const position = positionOf(calendar, index, date, "date");
  readOption(convention, ROLL_CONVENTIONS, "convention");
  if (worked(index, position)) return date;
  const after = shift(index, position, 1);
  const before = shift(index, position, -1);
  const found = choose(convention, index.first, index.length, position, before, after);
  if (found < 0) return refuseOutOfRange(calendar, "date", { date });
  return dateAt(index, found);
}

/** Position to move to; -1 when it, or a day needed to decide, is not covered. */
function choose(
  convention: RollConvention,
  first: number,
  length: number,
  position: number,
  before: number,
  after: number,
): number {
  switch (convention) {
    case "following":
      return after;
    case "preceding":
      return before;
    case "nearest":
      // a working day outside the coverage is at least as far away as the first unknown day
      return position - before < (after < 0 ? length : after) - position ? before : after;
    case "modifiedFollowing": {
      const { year, month } = civilParts(first + position);
      const isSameMonth = (other: number): boolean => {
        const parts = civilParts(first + other);
        return parts.month === month && parts.year === year;
      };
      if (after >= 0) return isSameMonth(after) ? after : before;
      // finding no working day in the rest of the coverage is conclusive only where it reaches the end of the month
      return isSameMonth(length) ? -1 : before;
    }
  }
}

/**
 * All working days of a period, in order.
 *
 * @param calendar - which days are worked, with its coverage
 * @param period - half-open `{ from, to }`, or `"2026"`, `"2026-Q1"`, `"2026-03"`, `"2026-W09"`
 * @returns civil dates; empty when none is worked
 * @throws `calendar/out-of-range` when any day of the period lies outside the coverage
 * @throws `calendar/invalid-period`
 * @throws `core/invalid-date`
 * @throws `calendar/invalid-calendar` and the other codes of {@link defineCalendar}, when the calendar is not valid data
 * @see library convention
 * @example
 * workingDays(CN, "2026").length // => 248
 * workingDays(CN, { from: "2026-02-14", to: "2026-02-25" }) // => ["2026-02-14", "2026-02-24"]
 * @since 0.1.0
 */
export function workingDays(calendar: WorkingCalendar, period: Period): LocalDate[] {
  const index = indexOf(calendar);
  const range = rangeOf(period, "period");
  const from = range.from - index.first;
  const to = range.to - index.first;
  if (from < 0 || to > index.length) {
    // a range may say more than its ends, which does not belong in a log
    const ends = typeof period === "string" ? period : { from: period.from, to: period.to };
    return refuseOutOfRange(calendar, "period", { period: ends });
  }
  const positions = index.select.subarray(workedBefore(index, from), workedBefore(index, to));
  return Array.from(positions, (position) => dateAt(index, position));
}

/**
 * Name of the holiday or closure on a date, as the source of the calendar writes it.
 *
 * @param calendar - which days are worked, with its coverage
 * @param date - civil date
 * @returns the name, or null for working days and for plain weekend days
 * @throws `calendar/out-of-range` when the date lies outside the coverage
 * @throws `core/invalid-date`
 * @throws `calendar/invalid-calendar` and the other codes of {@link defineCalendar}, when the calendar is not valid data
 * @see the calendar's own `sources`
 * @example
 * holidayName(CN, "2026-02-17") // => "春节"
 * holidayName(CN, "2026-03-01") // => null
 * @since 0.1.0
 */
export function holidayName(calendar: WorkingCalendar, date: LocalDate): string | null {
  const index = indexOf(calendar);
  return index.off.get(index.first + positionOf(calendar, index, date, "date")) ?? null;
}

/**
 * The days a calendar knows.
 *
 * Half-open like every period: `to` is the first day it does not know. From `provisionalFrom` on, the days are computed
 * or expected, not yet official.
 *
 * @param calendar - which days are worked
 * @returns `from` inclusive, `to` exclusive, and `provisionalFrom` where there is a provisional part
 * @throws `calendar/invalid-calendar` and the other codes of {@link defineCalendar}, when the calendar is not valid data
 * @see library convention
 * @example
 * calendarCoverage(CN) // => { from: "2007-01-01", to: "2027-01-01" }
 * calendarCoverage(HK) // => { from: "2007-01-01", to: "2028-01-01", provisionalFrom: "2027-01-01" }
 * @since 0.1.0
 */
export function calendarCoverage(calendar: WorkingCalendar): CalendarCoverage {
  indexOf(calendar);
  const { from, to, provisionalFrom } = calendar;
  return provisionalFrom === undefined ? { from, to } : { from, to, provisionalFrom };
}

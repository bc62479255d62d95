import { readInteger, type DayNumber, fromDayNumber, type LocalDate, toDayNumber } from "../core/index.ts";
import {
  civilParts,
  civilDay,
  monthLength,
  weekdayOfDay,
  oneOf,
  optional,
  shapeOf,
  type Reader,
} from "../core/inner.ts";
import { readOptions } from "./option.ts";
import { readUnit, type DayRange, periodOf, unitAround } from "./period.ts";
import { END_OF_MONTH_RULES, type EndOfMonthOption, type IsoWeekday, type LongPeriodUnit } from "./types.ts";

const readRule: Reader<EndOfMonthOption> = shapeOf<EndOfMonthOption>({
  endOfMonth: optional(oneOf(END_OF_MONTH_RULES)),
});

/**
 * A date moved by calendar days.
 *
 * @param date - civil date
 * @param n - whole number of days, negative to go back, 0 allowed
 * @returns civil date
 * @throws `core/invalid-date`, also when the answer lies outside the years 0001 to 9999
 * @throws `core/invalid-integer` when `n` is not a whole number
 * @example
 * addDays("2026-02-28", 1) // => "2026-03-01"
 * @since 0.1.0
 */
export function addDays(date: LocalDate, n: number): LocalDate {
  return fromDayNumber(toDayNumber(date) + readInteger(n, "n"), "n");
}

/**
 * A date moved by months.
 *
 * The day of the month stays, capped at the last day of the month it lands in (31 January plus one is 28 February).
 * Adding in two steps may therefore differ from adding once: schedules count from their first date. With
 * `endOfMonth: "stick"` the last day of a month always goes to the last day (28 February plus one is 31 March), as loan
 * and bond schedules that pay at month end need.
 *
 * @param date - civil date
 * @param n - whole number of months, negative to go back, 0 allowed
 * @param options - what happens to the last day of a month
 * @returns civil date
 * @throws `core/invalid-date`, also when the answer lies outside the years 0001 to 9999
 * @throws `core/invalid-integer` when `n` is not a whole number
 * @throws `calendar/invalid-option` for any other rule, or an option that is not known
 * @see library convention; `stick` is the end-of-month convention of bond and loan schedules
 * @example
 * addMonths("2026-01-31", 1) // => "2026-02-28"
 * addMonths("2026-02-28", 1) // => "2026-03-28"
 * addMonths("2026-02-28", 1, { endOfMonth: "stick" }) // => "2026-03-31"
 * @since 0.1.0
 */
export function addMonths(date: LocalDate, n: number, options?: EndOfMonthOption): LocalDate {
  const { year, month, day } = civilParts(toDayNumber(date));
  const { endOfMonth = "clip" } = options === undefined ? {} : readOptions(options, readRule, "options");
  const months = year * 12 + month - 1 + readInteger(n, "n");
  const targetYear = Math.floor(months / 12);
  const targetMonth = months - targetYear * 12 + 1;
  const last = monthLength(targetYear, targetMonth);
  const isLast = endOfMonth === "stick" && day === monthLength(year, month);
  return fromDayNumber(civilDay(targetYear, targetMonth, isLast ? last : Math.min(day, last)), "n");
}

/**
 * A date moved by years; 29 February becomes 28 February in other years.
 *
 * @param date - civil date
 * @param n - whole number of years, negative to go back, 0 allowed
 * @param options - what happens to the last day of a month
 * @returns civil date
 * @throws `core/invalid-date`, also when the answer lies outside the years 0001 to 9999
 * @throws `core/invalid-integer` when `n` is not a whole number
 * @throws `calendar/invalid-option` for any other rule, or an option that is not known
 * @example
 * addYears("2024-02-29", 1) // => "2025-02-28"
 * addYears("2025-02-28", 3, { endOfMonth: "stick" }) // => "2028-02-29"
 * @since 0.1.0
 */
export function addYears(date: LocalDate, n: number, options?: EndOfMonthOption): LocalDate {
  // beyond 9,999 years every answer is refused, so that the months stay a whole number
  return addMonths(date, Math.max(-9999, Math.min(9999, readInteger(n, "n"))) * 12, options);
}

/**
 * Calendar days from one date to another.
 *
 * @param from - civil date
 * @param to - civil date
 * @returns whole number, negative when `to` is earlier
 * @throws `core/invalid-date`
 * @example
 * daysBetween("2026-02-28", "2026-03-01") // => 1
 * @since 0.1.0
 */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return toDayNumber(to, "to") - toDayNumber(from, "from");
}

/**
 * Completed months from one date to another: the largest n for which {@link addMonths} of `from` is not after `to`.
 *
 * So one month from 31 January is completed on 28 February. Reversed dates give the negative count.
 *
 * @param from - civil date
 * @param to - civil date
 * @returns whole number
 * @throws `core/invalid-date`
 * @example
 * monthsBetween("2026-01-31", "2026-02-28") // => 1
 * monthsBetween("2026-01-15", "2026-02-14") // => 0
 * @since 0.1.0
 */
export function monthsBetween(from: LocalDate, to: LocalDate): number {
  const a = toDayNumber(from, "from");
  const b = toDayNumber(to, "to");
  return a <= b ? completedMonths(a, b) : -completedMonths(b, a) || 0;
}

function completedMonths(from: DayNumber, to: DayNumber): number {
  const a = civilParts(from);
  const b = civilParts(to);
  const months = (b.year - a.year) * 12 + b.month - a.month;
  return Math.min(a.day, monthLength(b.year, b.month)) > b.day ? months - 1 : months;
}

/**
 * Completed years from one date to another.
 *
 * From 29 February a year is completed on 28 February in common years, as in {@link addYears}. For somebody's age use
 * {@link ageOn}, which requires the day on which those born on 29 February complete a year.
 *
 * @param from - civil date
 * @param to - civil date
 * @returns whole number, negative when `to` is a year or more earlier
 * @throws `core/invalid-date`
 * @example
 * yearsBetween("1960-03-02", "2026-03-01") // => 65
 * @since 0.1.0
 */
export function yearsBetween(from: LocalDate, to: LocalDate): number {
  return Math.trunc(monthsBetween(from, to) / 12) || 0;
}

/**
 * Weekday of a date: Monday 1 to Sunday 7.
 *
 * @param date - civil date
 * @returns 1 to 7
 * @throws `core/invalid-date`
 * @see ISO 8601-1:2019 (weekday numbers of week dates)
 * @example
 * weekdayOf("2026-03-01") // => 7
 * @since 0.1.0
 */
export function weekdayOf(date: LocalDate): IsoWeekday {
  return weekdayOfDay(toDayNumber(date)) as IsoWeekday;
}

/**
 * ISO week of a date: its number and the year it is counted in, which may be the year before or after.
 *
 * @param date - civil date
 * @returns year 0001 to 9999, week 1 to 53
 * @throws `core/invalid-date`
 * @see ISO 8601-1:2019, 5.2
 * @example
 * isoWeekOf("2027-01-01") // => { year: 2026, week: 53 }
 * @since 0.1.0
 */
export function isoWeekOf(date: LocalDate): { readonly year: number; readonly week: number } {
  const name = periodOf(date, "week");
  return { year: Number(name.slice(0, 4)), week: Number(name.slice(6)) };
}

/**
 * Quarter of the calendar year a date lies in.
 *
 * @param date - civil date
 * @returns 1 to 4
 * @throws `core/invalid-date`
 * @example
 * quarterOf("2026-03-31") // => 1
 * @since 0.1.0
 */
export function quarterOf(date: LocalDate): 1 | 2 | 3 | 4 {
  return Math.ceil(civilParts(toDayNumber(date)).month / 3) as 1 | 2 | 3 | 4;
}

/**
 * First day of the ISO week, month, quarter or year a date lies in.
 *
 * @param date - civil date
 * @param unit - `week`, `month`, `quarter` or `year`
 * @returns civil date
 * @throws `calendar/invalid-option` for any other unit
 * @throws `core/invalid-date`
 * @example
 * startOf("2026-03-01", "week") // => "2026-02-23"
 * startOf("2026-03-01", "quarter") // => "2026-01-01"
 * @since 0.1.0
 */
export function startOf(date: LocalDate, unit: LongPeriodUnit): LocalDate {
  return fromDayNumber(unitOf(date, unit).from);
}

/**
 * Last day, inclusive, of the ISO week, month, quarter or year a date lies in.
 *
 * @param date - civil date
 * @param unit - `week`, `month`, `quarter` or `year`
 * @returns civil date
 * @throws `calendar/invalid-option` for any other unit
 * @throws `core/invalid-date`, also when the week ends after the year 9999
 * @example
 * endOf("2024-02-10", "month") // => "2024-02-29"
 * endOf("2026-03-01", "week") // => "2026-03-01"
 * @since 0.1.0
 */
export function endOf(date: LocalDate, unit: LongPeriodUnit): LocalDate {
  return fromDayNumber(unitOf(date, unit).to - 1, "date");
}

function unitOf(date: LocalDate, unit: LongPeriodUnit): DayRange {
  const day = toDayNumber(date);
  return unitAround(day, readUnit(unit));
}

/**
 * Whether a date is the last of its month.
 *
 * @param date - civil date
 * @returns true on the 28th to 31st, whichever ends the month
 * @throws `core/invalid-date`
 * @example
 * isEndOfMonth("2024-02-28") // => false
 * isEndOfMonth("2026-02-28") // => true
 * @since 0.1.0
 */
export function isEndOfMonth(date: LocalDate): boolean {
  const { year, month, day } = civilParts(toDayNumber(date));
  return day === monthLength(year, month);
}

import { describeValue, type Path } from "./errors.ts";
import { kindOfText, refuseKind, refuseValue } from "./refusal.ts";

/** A civil date `"YYYY-MM-DD"`, years 0001 to 9999, proleptic Gregorian; checked on entry to every function. */
export type LocalDate = string;

/** An IANA time-zone name of an area and a place, such as `"Asia/Shanghai"`, or `"UTC"`; no offset, no abbreviation. */
export type ZoneId = string;

/**
 * A moment: ISO 8601 with seconds and `Z` or `±hh:mm`, 0 to 9 fraction digits, so that `new Date().toISOString()` is
 * accepted. Results carry whole seconds and the offset of the zone they were computed in.
 */
export type Instant = string;

/** Days since 1970-01-01 (negative before); the library's own integer for civil dates. */
export type DayNumber = number;

/** Day number of 0001-01-01. */
export const MIN_DAY_NUMBER: DayNumber = -719162;
/** Day number of 9999-12-31. */
export const MAX_DAY_NUMBER: DayNumber = 2932896;

const CHAR_0 = 48;

/** Two decimal digits of a string as a number, NaN when either is not a digit. */
export function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - CHAR_0;
  const ones = text.charCodeAt(at + 1) - CHAR_0;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/** Whether a year has 366 days; like the other arithmetic up to {@link civilParts}, of numbers that were checked. */
export const hasLeapDay = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Number of days of a month of checked numbers. */
export function monthLength(year: number, month: number): number {
  if (month === 2) return hasLeapDay(year) ? 29 : 28;
  // 31 and 30 alternate, and start again with August
  return 30 + ((month + (month >> 3)) & 1);
}

/**
 * Day number of checked numbers: days-from-civil arithmetic on a year that starts in March, so that the leap day is the
 * last of its year.
 */
export function civilDay(year: number, month: number, day: number): DayNumber {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** A civil date in its three parts; `month` 1 to 12, `day` 1 to 31. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Year, month and day of a checked day number. */
export function civilParts(day: DayNumber): DateParts {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** ISO weekday of a checked day number. */
export const weekdayOfDay = (day: DayNumber): number => ((((day + 3) % 7) + 7) % 7) + 1;

const readYear = (year: number): number => readInteger(year, "year", 1, 9999);
const readMonth = (month: number): number => readInteger(month, "month", 1, 12);

/** A day number within the years 0001 to 9999. */
function readDay(day: DayNumber, parameter: string | Path): DayNumber {
  if (Number.isInteger(day) && day >= MIN_DAY_NUMBER && day <= MAX_DAY_NUMBER) return day;
  return refuseValue("core/invalid-date", parameter, "outside the years 0001 to 9999", day);
}

/**
 * Whether a year of the Gregorian calendar has 366 days.
 *
 * @param year - 1 to 9999
 * @returns true for leap years
 * @throws `core/invalid-integer`
 * @example
 * isLeapYear(2024) // => true
 * isLeapYear(1900) // => false
 * @since 0.1.0
 */
export function isLeapYear(year: number): boolean {
  return hasLeapDay(readYear(year));
}

/**
 * Number of days of a month.
 *
 * @param year - 1 to 9999
 * @param month - 1 to 12
 * @returns 28 to 31
 * @throws `core/invalid-integer`
 * @example
 * daysInMonth(2026, 2) // => 28
 * daysInMonth(2026, 13) // throws core/invalid-integer
 * @since 0.1.0
 */
export function daysInMonth(year: number, month: number): number {
  return monthLength(readYear(year), readMonth(month));
}

/**
 * Day number of year, month and day.
 *
 * @param year - 1 to 9999
 * @param month - 1 to 12
 * @param day - 1 to the length of the month
 * @returns days since 1970-01-01
 * @throws `core/invalid-integer` for the part that makes it no date
 * @example
 * dayNumberOf(1970, 1, 1) // => 0
 * dayNumberOf(2026, 3, 1) // => 20513
 * dayNumberOf(2026, 2, 29) // throws core/invalid-integer
 * @since 0.1.0
 */
export function dayNumberOf(year: number, month: number, day: number): DayNumber {
  return civilDay(year, month, readInteger(day, "day", 1, daysInMonth(year, month)));
}

/**
 * Year, month and day of a day number.
 *
 * @param day - whole number from {@link MIN_DAY_NUMBER} to {@link MAX_DAY_NUMBER}
 * @returns the three parts
 * @throws `core/invalid-date`
 * @example
 * datePartsOf(20513) // => { year: 2026, month: 3, day: 1 }
 * datePartsOf(1e9) // throws core/invalid-date
 * @since 0.1.0
 */
export function datePartsOf(day: DayNumber): DateParts {
  return civilParts(readDay(day, "day"));
}

/** Day number of the first ten characters of a text, NaN when they are not a date. */
export function leadingDay(text: string): number {
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  // whatever is not a digit has made its part NaN, which no comparison lets through
  const isDate = year > 0 && month > 0 && month <= 12 && day > 0 && day <= monthLength(year, month);
  return isDate && text[4] === "-" && text[7] === "-" ? civilDay(year, month, day) : Number.NaN;
}

/**
 * Day number of a date string, or `null` when it is not a date: the check without the exception, for batches.
 *
 * @param date - anything
 * @returns days since 1970-01-01, or null
 * @example
 * tryDayNumber("2026-02-28") // => 20512
 * tryDayNumber("2026-02-30") // => null
 * @since 0.1.0
 */
export function tryDayNumber(date: unknown): DayNumber | null {
  if (typeof date !== "string" || date.length !== 10) return null;
  const day = leadingDay(date);
  return Number.isNaN(day) ? null : day;
}

/**
 * Day number of a date, checked: ten characters `YYYY-MM-DD`, a date that exists, year 0001 to 9999.
 *
 * @param date - civil date
 * @param parameter - name of the caller's parameter, for message and path; a dotted name is split into a path, and a path is
 *   taken as it is
 * @returns days since 1970-01-01
 * @throws `core/invalid-date` with `details.received`
 * @example
 * toDayNumber("2026-03-01") // => 20513
 * toDayNumber("2026-02-30") // throws core/invalid-date
 * @since 0.1.0
 */
export function toDayNumber(date: LocalDate, parameter: string | Path = "date"): DayNumber {
  const day = tryDayNumber(date);
  if (day !== null) return day;
  return refuseKind("core/invalid-date", parameter, "not a date that exists, written YYYY-MM-DD", date);
}

/** Dates already written, each in the one slot its number maps to: a batch names the same few years again and again. */
const written = /* @__PURE__ */ new Array<readonly [DayNumber, LocalDate] | undefined>(8192);

/**
 * The date string of a day number.
 *
 * @param day - whole number from {@link MIN_DAY_NUMBER} to {@link MAX_DAY_NUMBER}
 * @param parameter - name of the caller's parameter, for message and path; a dotted name is split into a path, and a path is
 *   taken as it is
 * @returns `"YYYY-MM-DD"`
 * @throws `core/invalid-date` outside the years 0001 to 9999, or when it is not a whole number
 * @example
 * fromDayNumber(20513) // => "2026-03-01"
 * fromDayNumber(1e9) // throws core/invalid-date
 * @since 0.1.0
 */
export function fromDayNumber(day: DayNumber, parameter: string | Path = "day"): LocalDate {
  readDay(day, parameter);
  const slot = day & 8191;
  const known = written[slot];
  if (known?.[0] === day) return known[1];
  const { year, month, day: dayOfMonth } = civilParts(day);
  const digits = String(1e8 + year * 1e4 + month * 100 + dayOfMonth);
  const text = `${digits.slice(1, 5)}-${digits.slice(5, 7)}-${digits.slice(7)}`;
  written[slot] = [day, text];
  return text;
}

/**
 * ISO weekday of a day number: Monday 1 to Sunday 7.
 *
 * @param day - days since 1970-01-01, within the years 0001 to 9999
 * @returns 1 to 7
 * @throws `core/invalid-date`
 * @example
 * isoWeekday(toDayNumber("2026-03-01")) // => 7
 * @since 0.1.0
 */
export function isoWeekday(day: DayNumber): number {
  return weekdayOfDay(readDay(day, "day"));
}

/**
 * Order of two dates.
 *
 * @param a - civil date
 * @param b - civil date
 * @returns -1 when `a` is earlier, 1 when it is later, 0 when they are the same
 * @throws `core/invalid-date`
 * @example
 * compareDates("2026-02-28", "2026-03-01") // => -1
 * @since 0.1.0
 */
export function compareDates(a: LocalDate, b: LocalDate): -1 | 0 | 1 {
  const x = toDayNumber(a, "a");
  const y = toDayNumber(b, "b");
  return x < y ? -1 : x > y ? 1 : 0;
}

/**
 * A whole number, checked.
 *
 * @param n - candidate
 * @param parameter - name of the caller's parameter, for message and path; a dotted name is split into a path, and a path is
 *   taken as it is
 * @param min - smallest accepted value, inclusive
 * @param max - largest accepted value, inclusive
 * @returns the same number
 * @throws `core/invalid-integer` for anything but a safe integer in the range
 * @example
 * readInteger(3, "n") // => 3
 * readInteger(2.5, "n") // throws core/invalid-integer
 * @since 0.1.0
 */
export function readInteger(
  n: number,
  parameter: string | Path,
  min: number = Number.MIN_SAFE_INTEGER,
  max: number = Number.MAX_SAFE_INTEGER,
): number {
  if (Number.isSafeInteger(n) && n >= min && n <= max) return n;
  const reason = `a whole number from ${describeValue(min)} to ${describeValue(max)}`;
  return refuseValue("core/invalid-integer", parameter, reason, n, { ...kindOfText(n), min, max });
}

import {
  type DayNumber,
  fromDayNumber,
  type LocalDate,
  MAX_DAY_NUMBER,
  toDayNumber,
  tryDayNumber,
} from "../core/index.ts";
import { civilParts, civilDay, weekdayOfDay, readDate, refuseKind, rowOf, type Reader } from "../core/inner.ts";
import { refuse, refuseValue, type CalendarErrorCode } from "./errors.ts";
import { readOption } from "./option.ts";
import {
  LONG_PERIOD_UNITS,
  PERIOD_UNITS,
  type DateRange,
  type LongPeriodUnit,
  type Period,
  type PeriodUnit,
} from "./types.ts";

/** A half-open range as day numbers. */
export interface DayRange {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

const SHAPE = /^(\d{4})(?:-(?:Q([1-4])|W(\d{2})|(\d{2})(-\d{2})?))?$/;

/** Monday of the first ISO week of a year: the week that holds 4 January. */
function firstMonday(year: number): DayNumber {
  const january4 = civilDay(year, 1, 4);
  return january4 - weekdayOfDay(january4) + 1;
}

/** The days of a year, quarter, month or ISO week by its name; null for any other text. */
function tryName(name: string): DayRange | null {
  const match = SHAPE.exec(name);
  const year = Number(match?.[1] ?? 0);
  if (match === null || year === 0) return null;
  const [, , quarter, week, month, day] = match;
  if (day !== undefined) return null;
  if (week !== undefined) {
    const from = firstMonday(year) + (Number(week) - 1) * 7;
    return week === "00" || from >= firstMonday(year + 1) ? null : { from, to: from + 7 };
  }
  const first = month !== undefined ? Number(month) : quarter !== undefined ? Number(quarter) * 3 - 2 : 1;
  if (first < 1 || first > 12) return null;
  return monthsFrom(year, first, month !== undefined ? 1 : quarter !== undefined ? 3 : 12);
}

function monthsFrom(year: number, month: number, count: 1 | 3 | 12): DayRange {
  const next = month + count;
  return {
    from: civilDay(year, month, 1),
    to: next > 12 ? civilDay(year + 1, next - 12, 1) : civilDay(year, next, 1),
  };
}

/** The days of a period, even of the last day there is; null for anything else. */
export function tryRange(period: unknown): DayRange | null {
  if (typeof period === "string") {
    const day = tryDayNumber(period);
    if (day !== null) return { from: day, to: day + 1 };
    const range = tryName(period);
    return range !== null && range.to <= MAX_DAY_NUMBER ? range : null;
  }
  try {
    const { from, to } = (period ?? {}) as Partial<DateRange>;
    const first = tryDayNumber(from);
    const end = tryDayNumber(to);
    return first !== null && end !== null && first < end ? { from: first, to: end } : null;
  } catch {
    return null;
  }
}

const INVALID = "calendar/invalid-period" satisfies CalendarErrorCode;

/** A range may have members of its own, as the coverage of a calendar has. */
const readEnds: Reader<DateRange> = rowOf<DateRange>({ from: readDate, to: readDate });

const PERIOD =
  'not a period: a text such as "2026", "2026-Q1", "2026-03", "2026-W09" or "2026-03-01", or { from, to } with to after the last day';

/** Refuses a value that is not a period, or whose end cannot be written. */
function refusePeriod(period: Period, parameter: string): never {
  const path = [parameter];
  if (typeof period === "string") {
    const match = SHAPE.exec(period);
    if (match?.[5] !== undefined) toDayNumber(period, path);
    if (match !== null && !period.startsWith("0000")) {
      refuse(INVALID, path, "no such month or ISO week, or it ends beyond the year 9999", { period });
    }
    return refuseValue(INVALID, path, PERIOD, period);
  }
  if (typeof period !== "object" || (period as unknown) === null || Array.isArray(period)) {
    return refuseKind(INVALID, path, PERIOD, period);
  }
  const { from, to } = readEnds(period, path, INVALID);
  return refuse(INVALID, path, "to is not after from", { from, to });
}

/** A period as day numbers, checked; shared by everything that takes a {@link Period}. */
export function rangeOf(period: Period, parameter: string): DayRange {
  const range = tryRange(period);
  // the end is exclusive and must itself be a date that can be written
  return range !== null && range.to <= MAX_DAY_NUMBER ? range : refusePeriod(period, parameter);
}

function toRange(range: DayRange): DateRange {
  return { from: fromDayNumber(range.from), to: fromDayNumber(range.to) };
}

/**
 * The days of a period as a half-open range.
 *
 * Reads `"2026"` (year), `"2026-Q1"` (quarter), `"2026-03"` (month), `"2026-W09"` (ISO week, Monday to Sunday; the year
 * is the ISO week year), `"2026-03-01"` (a single day) and passes `{ from, to }` through, checked. Empty and reversed
 * ranges are refused, and so are periods that end with the year 9999: their exclusive end cannot be written.
 *
 * @param period - name of a period, or half-open range
 * @returns `from` inclusive, `to` exclusive
 * @throws `calendar/invalid-period` for anything else, a month 13, a week the year does not have, or `to` not after
 * `from`
 * @throws `core/invalid-date` when a day or an end is not a date that exists
 * @see ISO 8601-1:2019, 5.2 (weeks); quarters are a library convention
 * @example
 * readPeriod("2026-Q1") // => { from: "2026-01-01", to: "2026-04-01" }
 * readPeriod("2026-03-01") // => { from: "2026-03-01", to: "2026-03-02" }
 * readPeriod("2026-W01") // => { from: "2025-12-29", to: "2026-01-05" }
 * readPeriod({ from: "2026-03-01", to: "2026-03-01" }) // throws calendar/invalid-period
 * @since 0.1.0
 */
export function readPeriod(period: Period): DateRange {
  return toRange(rangeOf(period, "period"));
}

/**
 * Length of a period in days.
 *
 * @param period - name of a period, or half-open range
 * @returns whole number from 1 up
 * @throws `calendar/invalid-period`
 * @throws `core/invalid-date`
 * @example
 * periodLength("2024-02") // => 29
 * @since 0.1.0
 */
export function periodLength(period: Period): number {
  const range = rangeOf(period, "period");
  return range.to - range.from;
}

/**
 * Whether a period holds a date, or the whole of another period.
 *
 * @param period - name of a period, or half-open range
 * @param inner - a period, such as a single date `YYYY-MM-DD`
 * @returns true when every day of `inner` lies in `period`
 * @throws `calendar/invalid-period`
 * @throws `core/invalid-date`
 * @example
 * periodContains("2026-03", "2026-03-31") // => true
 * periodContains({ from: "2026-03-01", to: "2026-03-31" }, "2026-03-31") // => false
 * periodContains("2026-Q1", "2026-03") // => true
 * @since 0.1.0
 */
export function periodContains(period: Period, inner: Period): boolean {
  const outer = rangeOf(period, "period");
  // a day is tried before it is read as a period: the last one there is has no end that can be written
  const range = tryRange(inner) ?? rangeOf(inner, "inner");
  return range.from >= outer.from && range.to <= outer.to;
}

/**
 * The days two periods share.
 *
 * @param a - name of a period, or half-open range
 * @param b - name of a period, or half-open range
 * @returns the shared half-open range, or null when there is no shared day
 * @throws `calendar/invalid-period`
 * @throws `core/invalid-date`
 * @example
 * intersectPeriods("2026-W01", "2026") // => { from: "2026-01-01", to: "2026-01-05" }
 * intersectPeriods("2025", "2026") // => null
 * @since 0.1.0
 */
export function intersectPeriods(a: Period, b: Period): DateRange | null {
  const x = rangeOf(a, "a");
  const y = rangeOf(b, "b");
  const shared = { from: Math.max(x.from, y.from), to: Math.min(x.to, y.to) };
  return shared.from < shared.to ? toRange(shared) : null;
}

/** A unit longer than a day, checked. */
export function readUnit(unit: LongPeriodUnit): LongPeriodUnit {
  return readOption(unit, LONG_PERIOD_UNITS, "unit");
}

/** The day, ISO week, month, quarter or year a day lies in. */
export function unitAround(day: DayNumber, unit: PeriodUnit): DayRange {
  switch (unit) {
    case "day":
      return { from: day, to: day + 1 };
    case "week": {
      const monday = day - weekdayOfDay(day) + 1;
      return { from: monday, to: monday + 7 };
    }
    case "month":
      return monthsAround(day, 1);
    case "quarter":
      return monthsAround(day, 3);
    case "year":
      return monthsAround(day, 12);
  }
}

/** The month, quarter or year a day lies in, by its number of months. */
function monthsAround(day: DayNumber, count: 1 | 3 | 12): DayRange {
  const { year, month } = civilParts(day);
  return monthsFrom(year, month - ((month - 1) % count), count);
}

/**
 * A period cut at the starts of days, ISO weeks, months, quarters or years.
 *
 * The pieces adjoin and add up to the period; the first and the last are cut short where the period begins or ends
 * inside a unit.
 *
 * @param period - name of a period, or half-open range
 * @param unit - `day`, `week`, `month`, `quarter` or `year`
 * @returns half-open ranges in order
 * @throws `calendar/invalid-period`
 * @throws `calendar/invalid-option` for any other unit
 * @throws `core/invalid-date`
 * @example
 * splitPeriod("2026", "quarter").length // => 4
 * splitPeriod({ from: "2026-01-15", to: "2026-03-02" }, "month") // => [{ from: "2026-01-15", to: "2026-02-01" }, { from: "2026-02-01", to: "2026-03-01" }, { from: "2026-03-01", to: "2026-03-02" }]
 * @since 0.1.0
 */
export function splitPeriod(period: Period, unit: PeriodUnit): DateRange[] {
  const { from, to } = rangeOf(period, "period");
  readOption(unit, PERIOD_UNITS, "unit");
  const pieces: DateRange[] = [];
  for (let start = from; start < to;) {
    const end = Math.min(unitAround(start, unit).to, to);
    pieces.push(toRange({ from: start, to: end }));
    start = end;
  }
  return pieces;
}

function padded(n: number, width: number): string {
  return String(n).padStart(width, "0");
}

/**
 * Name of the ISO week, month, quarter or year a date lies in.
 *
 * @param date - civil date
 * @param unit - `week`, `month`, `quarter` or `year`
 * @returns a period name, such as `"2026-W09"`
 * @throws `calendar/invalid-option` for any other unit
 * @throws `core/invalid-date`
 * @see ISO 8601-1:2019, 5.2 (weeks)
 * @example
 * periodOf("2026-03-01", "quarter") // => "2026-Q1"
 * periodOf("2027-01-01", "week") // => "2026-W53"
 * @since 0.1.0
 */
export function periodOf(date: LocalDate, unit: LongPeriodUnit): string {
  const day = toDayNumber(date);
  const { year, month } = civilParts(day);
  switch (readUnit(unit)) {
    case "year":
      return padded(year, 4);
    case "quarter":
      return `${padded(year, 4)}-Q${String(Math.ceil(month / 3))}`;
    case "month":
      return `${padded(year, 4)}-${padded(month, 2)}`;
    case "week": {
      const monday = unitAround(day, "week").from;
      const weekYear = civilParts(monday + 3).year;
      return `${padded(weekYear, 4)}-W${padded((monday - firstMonday(weekYear)) / 7 + 1, 2)}`;
    }
  }
}

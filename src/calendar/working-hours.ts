import {
  checkInteger,
  type DayNumber,
  formatInstant,
  type Instant,
  isoWeekday,
  type Path,
  toInstantParts,
} from "../core/index.ts";
import { outOfRange, refuse, refuseValue } from "./errors.ts";
import type { TimeSegment, WorkingHours } from "./types.ts";
import { indexOf, readDate, worked } from "./working-day-kernel.ts";
import { offsetAt, offsetStretches, trySecondOfDay, zoneTable } from "./zone.ts";

/** Stretches of worked time in UTC seconds, in order and apart; `before[i]` is the worked time up to `starts[i]`. */
interface HoursIndex {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly before: readonly number[];
  /** Midnights between which the calendar is covered. */
  readonly first: number;
  readonly last: number;
}

interface SecondSegment {
  readonly from: number;
  readonly to: number;
}

/** Refuses a part of the hours that is not of the form it should have. */
function refuseHours(path: Path, reason: string, received: unknown): never {
  return refuseValue("calendar/invalid-hours", ["hours", ...path], reason, received);
}

function readSegments(value: unknown, path: Path): readonly SecondSegment[] {
  if (!Array.isArray(value)) return refuseHours(path, "not a list of segments", value);
  let free = 0;
  return value.map((segment: Partial<TimeSegment> | null, i) => {
    const read = (end: "from" | "to"): number =>
      trySecondOfDay(segment?.[end]) ?? refuseHours([...path, i, end], "hh:mm or hh:mm:ss up to 24:00", segment?.[end]);
    const from = read("from");
    const to = read("to");
    if (from < free)
      refuseHours([...path, i, "from"], "overlaps the segment before, or is out of order", segment?.from);
    if (to <= from) refuseHours([...path, i, "to"], "not after from", segment?.to);
    free = to;
    return { from, to };
  });
}

interface Plan {
  readonly week: ReadonlyMap<number, readonly SecondSegment[]>;
  readonly overrides: ReadonlyMap<DayNumber, readonly SecondSegment[]>;
}

function readPlan(hours: WorkingHours): Plan {
  const { makeUpDays = 1, calendar } = hours;
  if (![1, 2, 3, 4, 5, 6, 7, "own"].includes(makeUpDays)) {
    refuseHours(["makeUpDays"], "an ISO weekday 1 to 7, or own", makeUpDays);
  }
  const week = new Map<number, readonly SecondSegment[]>();
  for (const [weekday, segments] of Object.entries(hours.week)) {
    const path = ["week", weekday];
    if (!/^[1-7]$/.test(weekday)) refuseHours(path, "not an ISO weekday 1 to 7", weekday);
    week.set(Number(weekday), readSegments(segments, path));
  }
  const { first, length } = indexOf(calendar, ["hours", "calendar"]);
  const overrides = new Map<DayNumber, readonly SecondSegment[]>();
  for (const [i, { date, segments }] of (hours.overrides ?? []).entries()) {
    const path = ["overrides", i];
    const day = readDate(date, ["hours", ...path, "date"], first, first + length);
    if (overrides.has(day)) {
      refuse("calendar/duplicate-day", ["hours", ...path, "date"], "listed twice", { date });
    }
    overrides.set(day, readSegments(segments, [...path, "segments"]));
  }
  return { week, overrides };
}

function build(hours: WorkingHours): HoursIndex {
  if (typeof hours !== "object" || (hours as unknown) === null || typeof (hours.week as unknown) !== "object") {
    refuseHours([], "not working hours", hours);
  }
  const table = zoneTable(hours.zone, ["hours", "zone"]);
  const { week, overrides } = readPlan(hours);
  const { calendar, makeUpDays = 1 } = hours;
  const index = indexOf(calendar);
  const segmentsOf = (position: number): readonly SecondSegment[] => {
    const day = index.first + position;
    const own = overrides.get(day);
    if (own !== undefined) return own;
    if (!worked(index, position)) return [];
    const isLent = index.work.has(day) && makeUpDays !== "own";
    return week.get(isLent ? makeUpDays : isoWeekday(day)) ?? [];
  };

  const starts: number[] = [];
  const ends: number[] = [];
  const end = index.first + index.length;
  const stretches = offsetStretches(table, (index.first - 1) * 86400, (end + 1) * 86400);
  // a moment is worked when the clock on the wall shows a time inside a segment; a stretch of one offset at a time
  for (const { start, end: stretchEnd, offset } of stretches) {
    const firstPosition = Math.max(0, Math.floor((start + offset) / 86400) - index.first);
    const lastPosition = Math.min(index.length - 1, Math.floor((stretchEnd - 1 + offset) / 86400) - index.first);
    for (let position = firstPosition; position <= lastPosition; position++) {
      const midnight = (index.first + position) * 86400 - offset;
      for (const { from, to } of segmentsOf(position)) {
        const a = Math.max(start, midnight + from);
        const b = Math.min(stretchEnd, midnight + to);
        if (a >= b) continue;
        if (ends.at(-1) === a) ends[ends.length - 1] = b;
        else {
          starts.push(a);
          ends.push(b);
        }
      }
    }
  }
  const before = [0];
  for (const [i, a] of starts.entries()) before.push((before[i] ?? 0) + (ends[i] ?? a) - a);
  const midnightOf = (day: DayNumber): number => {
    const first = stretches.find(({ end: stretchEnd, offset }) => day * 86400 - offset < stretchEnd);
    return first === undefined ? Number.NaN : Math.max(first.start, day * 86400 - first.offset);
  };
  return { starts, ends, before, first: midnightOf(index.first), last: midnightOf(end) };
}

const indexes = /* @__PURE__ */ new WeakMap<WorkingHours, HoursIndex>();

function indexOfHours(hours: WorkingHours): HoursIndex {
  const known = indexes.get(hours);
  if (known !== undefined) return known;
  const index = build(hours);
  indexes.set(hours, index);
  return index;
}

/** Position of the last entry that is not above a value; -1 when all are. */
function lastNotAbove(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Seconds of a moment, whole; outside the coverage of the calendar it is refused. */
function secondOf(hours: WorkingHours, index: HoursIndex, instant: Instant, parameter: string): number {
  const { seconds } = toInstantParts(instant, parameter);
  if (seconds >= index.first && seconds <= index.last) return seconds;
  return outOfRange(hours.calendar, parameter, { hours: hours.id, instant });
}

/** Worked seconds from the start of the coverage up to a moment. */
function workedUpTo(index: HoursIndex, second: number): number {
  const i = lastNotAbove(index.starts, second);
  if (i < 0) return 0;
  return (index.before[i] ?? 0) + Math.min(second, index.ends[i] ?? 0) - (index.starts[i] ?? 0);
}

function momentOf(hours: WorkingHours, second: number): Instant {
  return formatInstant(second, offsetAt(zoneTable(hours.zone), second));
}

/**
 * Checked, frozen working hours (营业时间) from their parts.
 *
 * Any plain object of the same form, for instance parsed JSON, can be used as working hours without this function: it is
 * checked the same way on first use. A weekday without segments has no hours even where the calendar works; a date in
 * `overrides` has exactly the segments given there, whether the calendar works or not.
 *
 * @param hours - identity, zone, calendar, segments by weekday, hours of single dates
 * @returns a frozen copy; the calendar is the same object
 * @throws `calendar/invalid-hours` when a segment is malformed, empty, reversed, out of order or overlaps the one before, or
 *   a weekday is none
 * @throws `calendar/duplicate-day` when a date has two overrides
 * @throws `calendar/day-outside-coverage` when an override lies outside the calendar's coverage
 * @throws `calendar/unknown-zone`
 * @throws `calendar/invalid-calendar` and the other codes of `defineCalendar`, when the calendar is no valid data
 * @throws `core/invalid-date` when the date of an override does not exist
 * @see library convention
 * @example
 * import { CN } from "relationship-banking/calendar/cn";
 * const day = [{ from: "09:00", to: "12:00" }, { from: "13:30", to: "18:00" }];
 * const desk = defineWorkingHours({
 *   id: "acme.desk", version: "1", zone: "Asia/Shanghai", calendar: CN,
 *   week: { 1: day, 2: day, 3: day, 4: day, 5: day },
 *   overrides: [{ date: "2026-02-14", segments: [{ from: "09:00", to: "12:00" }] }],
 * });
 * addWorkingMinutes(desk, "2026-02-13T17:30:00+08:00", 60) // => "2026-02-14T09:30:00+08:00"
 * workingMinutesBetween(desk, "2026-02-14T00:00:00+08:00", "2026-02-24T10:00:00+08:00") // => 240
 * @since 0.1.0
 */
export function defineWorkingHours(hours: WorkingHours): WorkingHours {
  indexOfHours(hours);
  for (const member of ["id", "version"] as const) {
    const text: unknown = hours[member];
    if (typeof text !== "string" || text === "") {
      refuseHours([member], "not a text", text);
    }
  }
  const { id, version, zone, calendar, week, makeUpDays, overrides } = hours;
  const frozenSegments = (segments: readonly TimeSegment[]): readonly TimeSegment[] =>
    Object.freeze(segments.map(({ from, to }) => Object.freeze({ from, to })));
  return Object.freeze({
    id,
    version,
    zone,
    calendar,
    week: Object.freeze(
      Object.fromEntries(Object.entries(week).map(([weekday, segments]) => [weekday, frozenSegments(segments)])),
    ),
    ...(makeUpDays === undefined ? {} : { makeUpDays }),
    ...(overrides === undefined
      ? {}
      : {
          overrides: Object.freeze(
            overrides.map(({ date, segments }) => Object.freeze({ date, segments: frozenSegments(segments) })),
          ),
        }),
  });
}

/**
 * The moment at which a number of working minutes after (or before) a moment have passed.
 *
 * Time runs only while the desk is open, in real elapsed minutes, also across changes of the clock. The answer is the
 * earliest such moment: a day's last minute ends at closing time, not at the next opening. Negative minutes count
 * backwards and give the latest moment from which that time passes up to `instant`. 0 minutes give `instant` itself,
 * open or not; {@link nextOpening} moves it into the hours. Fractions of a second in `instant` are dropped.
 *
 * @param hours - when the desk works
 * @param instant - moment, need not be inside the hours
 * @param minutes - whole number of working minutes
 * @returns moment in whole seconds, with the offset of the hours' zone
 * @throws `calendar/out-of-range` when the moment or the answer lies outside the calendar's coverage
 * @throws `core/invalid-integer` when `minutes` is no whole number
 * @throws `core/invalid-instant`
 * @throws `calendar/invalid-hours` and the other codes of {@link defineWorkingHours}, when the hours are no valid data
 * @see library convention
 * @example
 * import { HK } from "relationship-banking/calendar/hk";
 * const day = [{ from: "09:00", to: "17:00" }];
 * const desk = { id: "acme", version: "1", zone: "Asia/Hong_Kong", calendar: HK, week: { 1: day, 2: day, 3: day, 4: day, 5: day } };
 * addWorkingMinutes(desk, "2026-04-02T16:30:00+08:00", 30) // => "2026-04-02T17:00:00+08:00"
 * addWorkingMinutes(desk, "2026-04-02T16:30:00+08:00", 31) // => "2026-04-08T09:01:00+08:00"
 * addWorkingMinutes(desk, "2026-04-08T09:00:00+08:00", -1) // => "2026-04-02T16:59:00+08:00"
 * @since 0.1.0
 */
export function addWorkingMinutes(hours: WorkingHours, instant: Instant, minutes: number): Instant {
  const index = indexOfHours(hours);
  const second = secondOf(hours, index, instant, "instant");
  checkInteger(minutes, "minutes");
  if (minutes === 0) return momentOf(hours, second);
  const target = workedUpTo(index, second) + minutes * 60;
  // forwards the first stretch that reaches the target, backwards the last that begins at or before it
  const reached = lastNotAbove(index.before, minutes > 0 ? target - 1 : target);
  const start = index.starts[reached];
  if (start === undefined || target < 0)
    return outOfRange(hours.calendar, "minutes", { hours: hours.id, instant, minutes });
  return momentOf(hours, start + target - (index.before[reached] ?? 0));
}

/**
 * Working minutes from one moment to another.
 *
 * Real elapsed time while the desk is open; seconds show as sixtieths, fractions of a second are dropped. Reversed moments
 * give the negative count, and counts of adjoining stretches add up.
 *
 * @param hours - when the desk works
 * @param a - moment
 * @param b - moment
 * @returns minutes, whole when both moments are whole minutes
 * @throws `calendar/out-of-range` when either moment lies outside the calendar's coverage
 * @throws `core/invalid-instant`
 * @throws `calendar/invalid-hours` and the other codes of {@link defineWorkingHours}, when the hours are no valid data
 * @see library convention
 * @example
 * import { HK } from "relationship-banking/calendar/hk";
 * const day = [{ from: "09:00", to: "17:00" }];
 * const desk = { id: "acme", version: "1", zone: "Asia/Hong_Kong", calendar: HK, week: { 1: day, 2: day, 3: day, 4: day, 5: day } };
 * workingMinutesBetween(desk, "2026-04-02T16:30:00+08:00", "2026-04-08T09:01:00+08:00") // => 31
 * @since 0.1.0
 */
export function workingMinutesBetween(hours: WorkingHours, a: Instant, b: Instant): number {
  const index = indexOfHours(hours);
  const from = secondOf(hours, index, a, "a");
  const to = secondOf(hours, index, b, "b");
  return (workedUpTo(index, to) - workedUpTo(index, from)) / 60;
}

/**
 * Whether the desk is open at a moment.
 *
 * @param hours - when the desk works
 * @param instant - moment; the second a segment begins is open, the second it ends is not
 * @returns true inside a segment
 * @throws `calendar/out-of-range` when the moment lies outside the calendar's coverage
 * @throws `core/invalid-instant`
 * @throws `calendar/invalid-hours` and the other codes of {@link defineWorkingHours}, when the hours are no valid data
 * @see library convention
 * @example
 * import { HK } from "relationship-banking/calendar/hk";
 * const desk = { id: "acme", version: "1", zone: "Asia/Hong_Kong", calendar: HK, week: { 4: [{ from: "09:00", to: "17:00" }] } };
 * isOpen(desk, "2026-04-02T16:59:59+08:00") // => true
 * isOpen(desk, "2026-04-02T17:00:00+08:00") // => false
 * @since 0.1.0
 */
export function isOpen(hours: WorkingHours, instant: Instant): boolean {
  const index = indexOfHours(hours);
  const second = secondOf(hours, index, instant, "instant");
  return second < (index.ends[lastNotAbove(index.starts, second)] ?? second);
}

/**
 * The first moment from a given one on at which the desk is open: the moment itself when it is.
 *
 * @param hours - when the desk works
 * @param instant - moment
 * @returns moment in whole seconds, with the offset of the hours' zone
 * @throws `calendar/out-of-range` when the moment or the answer lies outside the calendar's coverage
 * @throws `core/invalid-instant`
 * @throws `calendar/invalid-hours` and the other codes of {@link defineWorkingHours}, when the hours are no valid data
 * @see library convention
 * @example
 * import { HK } from "relationship-banking/calendar/hk";
 * const day = [{ from: "09:00", to: "17:00" }];
 * const desk = { id: "acme", version: "1", zone: "Asia/Hong_Kong", calendar: HK, week: { 1: day, 2: day, 3: day, 4: day, 5: day } };
 * nextOpening(desk, "2026-04-02T17:00:00+08:00") // => "2026-04-08T09:00:00+08:00"
 * @since 0.1.0
 */
export function nextOpening(hours: WorkingHours, instant: Instant): Instant {
  const index = indexOfHours(hours);
  const second = secondOf(hours, index, instant, "instant");
  const i = lastNotAbove(index.starts, second);
  if (second < (index.ends[i] ?? second)) return momentOf(hours, second);
  const next = index.starts[i + 1];
  if (next === undefined) return outOfRange(hours.calendar, "instant", { hours: hours.id, instant });
  return momentOf(hours, next);
}

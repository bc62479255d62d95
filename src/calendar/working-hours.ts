import { readInteger, type Instant, toInstantParts } from "../core/index.ts";
import { refuseOutOfRange } from "./errors.ts";
import { type HoursIndex, indexOfHours, lastNotAbove, shiftWorkedTime, workedUpTo } from "./hours-index.ts";
import type { TimeSegment, WorkingHours } from "./types.ts";
import { textOf, zoneTable } from "./zone.ts";

/** Whole seconds of a moment up to the end of the coverage; a moment outside it is refused. */
function secondOf(
  hours: WorkingHours,
  index: HoursIndex,
  instant: Instant,
  parameter: string,
  last: number = index.last,
): number {
  const { seconds } = toInstantParts(instant, parameter);
  if (seconds >= index.first && seconds <= last) return seconds;
  return refuseOutOfRange(hours.calendar, parameter, { hours: hours.id, instant });
}

function momentOf(hours: WorkingHours, second: number): Instant {
  return textOf(zoneTable(hours.zone), second);
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
 *   a weekday is not from 1 to 7; when id or version is not a text; when a member is not known
 * @throws `calendar/duplicate-day` when a date has two overrides
 * @throws `calendar/day-outside-coverage` when an override lies outside the calendar's coverage
 * @throws `calendar/unknown-zone`
 * @throws `calendar/invalid-calendar` and the other codes of `defineCalendar`, when the calendar is not valid data
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
  const { id, version, zone, calendar, week, makeUpDays, overrides } = hours;
  const frozenSegments = (segments: readonly TimeSegment[]): readonly TimeSegment[] =>
    Object.freeze(segments.map(({ from, to }) => Object.freeze({ from, to })));
  return Object.freeze({
    id,
    version,
    zone,
    calendar,
    week: Object.freeze(
      Object.fromEntries(
        Object.entries(week).flatMap(([weekday, segments]: [string, readonly TimeSegment[] | undefined]) =>
          segments === undefined ? [] : [[weekday, frozenSegments(segments)]],
        ),
      ),
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
 * Time runs only while the desk is open, in real elapsed minutes, even across clock changes. The answer is the earliest
 * such moment: a day's last minute ends at closing time, not at the next opening. Negative minutes count backwards and
 * give the latest moment from which that time passes up to `instant`. 0 minutes give `instant` itself, open or not;
 * {@link nextOpening} moves it into the hours. Fractions of a second in `instant` are dropped.
 *
 * @param hours - when the desk works
 * @param instant - moment, need not be inside the hours
 * @param minutes - whole number of working minutes
 * @returns moment in whole seconds, with the offset of the hours' zone
 * @throws `calendar/out-of-range` when the moment or the answer lies outside the calendar's coverage
 * @throws `core/invalid-integer` when `minutes` is not a whole number
 * @throws `core/invalid-instant`
 * @throws `calendar/invalid-hours` and the other codes of {@link defineWorkingHours}, when the hours are not valid data
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
  readInteger(minutes, "minutes");
  const reached = shiftWorkedTime(index, second, minutes * 60);
  if (reached !== null) return momentOf(hours, reached);
  return refuseOutOfRange(hours.calendar, "minutes", { hours: hours.id, instant, minutes });
}

/**
 * Working minutes from one moment to another.
 *
 * Real elapsed time while the desk is open: seconds count as sixtieths, and fractions of a second are dropped. Reversed
 * moments give the negative count, and counts of adjoining stretches add up.
 *
 * @param hours - when the desk works
 * @param a - moment
 * @param b - moment
 * @returns minutes, whole when both moments are whole minutes
 * @throws `calendar/out-of-range` when either moment lies outside the calendar's coverage
 * @throws `core/invalid-instant`
 * @throws `calendar/invalid-hours` and the other codes of {@link defineWorkingHours}, when the hours are not valid data
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
 * @throws `calendar/out-of-range` when the moment lies outside the calendar's coverage, as the midnight that ends it
 * does
 * @throws `core/invalid-instant`
 * @throws `calendar/invalid-hours` and the other codes of {@link defineWorkingHours}, when the hours are not valid data
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
  // the midnight that ends the coverage is the first moment of an unknown day
  const second = secondOf(hours, index, instant, "instant", index.last - 1);
  return second < (index.ends[lastNotAbove(index.starts, second)] ?? second);
}

/**
 * The first moment, from a given one onwards, at which the desk is open: the moment itself when it is.
 *
 * @param hours - when the desk works
 * @param instant - moment
 * @returns moment in whole seconds, with the offset of the hours' zone
 * @throws `calendar/out-of-range` when the moment or the answer lies outside the calendar's coverage
 * @throws `core/invalid-instant`
 * @throws `calendar/invalid-hours` and the other codes of {@link defineWorkingHours}, when the hours are not valid data
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
  if (next === undefined) return refuseOutOfRange(hours.calendar, "instant", { hours: hours.id, instant });
  return momentOf(hours, next);
}

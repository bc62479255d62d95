import type { DayNumber, Path } from "../core/index.ts";
import {
  weekdayOfDay,
  listOf,
  optional,
  readDate,
  readText,
  refuseKind,
  shapeOf,
  type Optional,
  type Reader,
} from "../core/inner.ts";
import { readCoveredDay, readWeekday } from "./definition/read.ts";
import { refuse, refuseValue, type CalendarErrorCode } from "./errors.ts";
import {
  ISO_WEEKDAYS,
  type HoursOverride,
  type IsoWeekday,
  type LocalTime,
  type TimeSegment,
  type WorkingHours,
} from "./types.ts";
import { indexOf, worked, type WorkingDayIndex } from "./working-day-index.ts";
import { offsetStretches, trySecondOfDay, zoneTable } from "./zone.ts";

/** Stretches of worked time in UTC seconds, in order, with gaps; `before[i]` is the worked time up to `starts[i]`. */
export interface HoursIndex {
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

const INVALID = "calendar/invalid-hours" satisfies CalendarErrorCode;

function readTime(time: LocalTime, path: Path, code: string): LocalTime {
  return trySecondOfDay(time) === null ? refuseKind(code, path, "hh:mm or hh:mm:ss up to 24:00", time) : time;
}

const readSegments: Reader<readonly TimeSegment[]> = listOf(shapeOf<TimeSegment>({ from: readTime, to: readTime }));

const ofWeekday: Optional<readonly TimeSegment[]> = optional(readSegments);

const readMembers: Reader<WorkingHours> = shapeOf<WorkingHours>({
  id: readText,
  version: readText,
  zone: (zone, path) => zoneTable(zone, path).id,
  calendar: (calendar, path) => {
    indexOf(calendar, path);
    return calendar;
  },
  week: shapeOf<WorkingHours["week"]>({
    1: ofWeekday,
    2: ofWeekday,
    3: ofWeekday,
    4: ofWeekday,
    5: ofWeekday,
    6: ofWeekday,
    7: ofWeekday,
  }),
  makeUpDays: optional<IsoWeekday | "own">((day, path, code) => (day === "own" ? day : readWeekday(day, path, code))),
  overrides: optional(listOf(shapeOf<HoursOverride>({ date: readDate, segments: readSegments }))),
});

/** Seconds of the segments of one day: none before, or over, the one before it. */
function secondsOf(segments: readonly TimeSegment[], path: Path): readonly SecondSegment[] {
  let free = 0;
  return segments.map((segment, i) => {
    const from = trySecondOfDay(segment.from) ?? 0;
    const to = trySecondOfDay(segment.to) ?? 0;
    const refuseAt = (end: "from" | "to", reason: string): never =>
      refuseValue(INVALID, [...path, i, end], reason, segment[end]);
    if (from < free) refuseAt("from", "overlaps the segment before, or is out of order");
    if (to <= from) refuseAt("to", "not after from");
    free = to;
    return { from, to };
  });
}

interface Plan {
  readonly week: ReadonlyMap<number, readonly SecondSegment[]>;
  readonly overrides: ReadonlyMap<DayNumber, readonly SecondSegment[]>;
}

function readPlan({ week, overrides = [] }: WorkingHours, { first, length }: WorkingDayIndex, path: Path): Plan {
  const exceptions = new Map<DayNumber, readonly SecondSegment[]>();
  for (const [i, { date, segments }] of overrides.entries()) {
    const at = [...path, "overrides", i];
    const day = readCoveredDay(date, [...at, "date"], first, first + length);
    if (exceptions.has(day)) refuse("calendar/duplicate-day", [...at, "date"], "listed twice", { date });
    exceptions.set(day, secondsOf(segments, [...at, "segments"]));
  }
  const weekdays = ISO_WEEKDAYS.map((weekday) => {
    const name = String(weekday) as `${IsoWeekday}`;
    return [weekday, secondsOf(week[name] ?? [], [...path, "week", name])] as const;
  });
  return { week: new Map(weekdays), overrides: exceptions };
}

function build(hours: WorkingHours, path: Path): HoursIndex {
  const { calendar, zone, makeUpDays = 1 } = readMembers(hours, path, INVALID);
  const index = indexOf(calendar);
  const { week, overrides } = readPlan(hours, index, path);
  const table = zoneTable(zone);
  const segmentsOf = (position: number): readonly SecondSegment[] => {
    const day = index.first + position;
    const own = overrides.get(day);
    if (own !== undefined) return own;
    if (!worked(index, position)) return [];
    const isLent = index.work.has(day) && makeUpDays !== "own";
    return week.get(isLent ? makeUpDays : weekdayOfDay(day)) ?? [];
  };

  const starts: number[] = [];
  const ends: number[] = [];
  const end = index.first + index.length;
  const stretches = offsetStretches(table, (index.first - 1) * 86400, (end + 1) * 86400);
  // a moment is worked when the wall clock shows a time inside a segment; taken one stretch of equal offset at a time
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

/** The index of working hours: checked and built on first use, then kept as long as the object lives. */
export function indexOfHours(hours: WorkingHours, path: Path = ["hours"]): HoursIndex {
  const known = indexes.get(hours);
  if (known !== undefined) return known;
  const index = build(hours, path);
  indexes.set(hours, index);
  return index;
}

/** Position of the last entry that is not above a value; -1 when all are above it. */
export function lastNotAbove(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Worked seconds from the start of the coverage up to a moment. */
export function workedUpTo(index: HoursIndex, second: number): number {
  const i = lastNotAbove(index.starts, second);
  if (i < 0) return 0;
  return (index.before[i] ?? 0) + Math.min(second, index.ends[i] ?? 0) - (index.starts[i] ?? 0);
}

/**
 * The second at which a number of seconds have been worked since another, or, for a negative number, before it; null
 * beyond the coverage. Forwards it is the earliest such second, backwards the latest; 0 gives the second itself.
 */
export function shiftWorkedTime(index: HoursIndex, second: number, seconds: number): number | null {
  if (seconds === 0) return second;
  const target = workedUpTo(index, second) + seconds;
  // forwards, the first stretch that reaches the target; backwards, the last that begins at or before it
  const reached = lastNotAbove(index.before, seconds > 0 ? target - 1 : target);
  const start = index.starts[reached];
  return start === undefined || target < 0 ? null : start + target - (index.before[reached] ?? 0);
}

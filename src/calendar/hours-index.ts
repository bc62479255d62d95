import { type DayNumber, isoWeekday, type Path } from "../core/index.ts";
import { isObject, readDate } from "./definition/read.ts";
import { refuse, refuseValue } from "./errors.ts";
import type { HoursOverride, TimeSegment, WorkingHours } from "./types.ts";
import { indexOf, worked } from "./working-day-index.ts";
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

/** Refuses a malformed part of the hours. */
function refuseHours(path: Path, reason: string, received: unknown): never {
  return refuseValue("calendar/invalid-hours", path, reason, received);
}

function readSegments(value: unknown, path: Path): readonly SecondSegment[] {
  if (!Array.isArray(value)) return refuseHours(path, "not a list of segments", value);
  let free = 0;
  // Array.from visits holes too
  return Array.from(value as readonly (Partial<TimeSegment> | null | undefined)[], (segment, i) => {
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

function readPlan(hours: WorkingHours, path: Path): Plan {
  const { makeUpDays = 1, calendar, overrides: exceptions = [] } = hours;
  for (const member of ["id", "version"] as const) {
    const text: unknown = hours[member];
    if (typeof text !== "string" || text === "") refuseHours([...path, member], "not a text", text);
  }
  if (![1, 2, 3, 4, 5, 6, 7, "own"].includes(makeUpDays)) {
    refuseHours([...path, "makeUpDays"], "an ISO weekday 1 to 7, or own", makeUpDays);
  }
  if (!isObject(hours.week)) refuseHours([...path, "week"], "not segments by weekday", hours.week);
  if (!Array.isArray(exceptions)) refuseHours([...path, "overrides"], "not a list", exceptions);
  const week = new Map<number, readonly SecondSegment[]>();
  for (const [weekday, segments] of Object.entries(hours.week)) {
    const at = [...path, "week", weekday];
    if (!/^[1-7]$/.test(weekday)) refuseHours(at, "not an ISO weekday 1 to 7", weekday);
    week.set(Number(weekday), readSegments(segments, at));
  }
  const { first, length } = indexOf(calendar, [...path, "calendar"]);
  const overrides = new Map<DayNumber, readonly SecondSegment[]>();
  for (const [i, entry] of (exceptions as readonly (HoursOverride | null | undefined)[]).entries()) {
    const { date, segments }: Partial<HoursOverride> = entry ?? {};
    const at = [...path, "overrides", i];
    const day = readDate(date, [...at, "date"], first, first + length);
    if (overrides.has(day)) {
      refuse("calendar/duplicate-day", [...at, "date"], "listed twice", { date });
    }
    overrides.set(day, readSegments(segments, [...at, "segments"]));
  }
  return { week, overrides };
}

function build(hours: WorkingHours, path: Path): HoursIndex {
  if (!isObject(hours)) refuseHours(path, "not working hours", hours);
  const table = zoneTable(hours.zone, [...path, "zone"]);
  const { week, overrides } = readPlan(hours, path);
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

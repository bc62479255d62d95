import {
  type DayNumber,
  fromDayNumber,
  isoWeekday,
  type LocalDate,
  type Path,
  toDayNumber,
  tryDayNumber,
} from "../core/index.ts";
import { outOfRange, refuse, refuseValue } from "./errors.ts";
import type { OffDay, WorkingCalendar } from "./types.ts";

/**
 * Rank and select over the days of a calendar; day positions count from 0 at the first covered day.
 *
 * `rank[i]` is the number of working days before position i (one entry more than days), `select[k]` the position of the
 * k-th working day: a count is one subtraction, a shift two reads, whatever the distance.
 */
export interface WorkingDayIndex {
  readonly first: DayNumber;
  readonly length: number;
  readonly rank: Uint32Array;
  readonly select: Uint32Array;
  /** Date strings already written, by position. */
  readonly dates: (LocalDate | undefined)[];
  /** Names of days off. */
  readonly off: ReadonlyMap<DayNumber, string>;
  /** Make-up working days. */
  readonly work: ReadonlySet<DayNumber>;
  /** The first provisional day; the end of the coverage when there is none. */
  readonly provisional: DayNumber;
}

/** A list inside a structure. */
function readList(value: unknown, path: Path): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return refuseValue("calendar/invalid-calendar", path, "not a list", value);
}

/** A date somewhere inside a structure, not before `from` and before `to`; the path says where. */
export function readDate(value: unknown, path: Path, from = -Infinity, to = Infinity): DayNumber {
  const day = tryDayNumber(value);
  if (day === null) return refuseValue("core/invalid-date", path, "no such date", value);
  if (day >= from && day < to) return day;
  return refuse("calendar/day-outside-coverage", path, "outside the days covered", {
    date: value,
    from: fromDayNumber(from),
    to: fromDayNumber(to),
  });
}

/** Checked exceptions of a stretch of days. */
export interface Exceptions {
  readonly off: ReadonlyMap<DayNumber, string>;
  readonly work: ReadonlySet<DayNumber>;
}

/**
 * Checks lists of days off and make-up days: dates inside `from` to `to`, none twice, none in both; and make-up days on
 * a weekend day, where a weekend is given.
 */
export function readExceptions(
  lists: { readonly off?: unknown; readonly work?: unknown },
  from: DayNumber,
  to: DayNumber,
  path: Path,
  weekend?: readonly number[],
): Exceptions {
  const off = new Map<DayNumber, string>();
  const work = new Set<DayNumber>();
  const read = (date: unknown, at: Path, isOff: boolean): DayNumber => {
    const day = readDate(date, at, from, to);
    // the days off are read first: meeting one while reading the working days is a contradiction
    if (work.has(day) || (isOff && off.has(day))) refuse("calendar/duplicate-day", at, "listed twice", { date });
    if (off.has(day)) refuse("calendar/contradictory-day", at, "both a day off and a working day", { date });
    return day;
  };
  for (const [i, entry] of readList(lists.off, [...path, "off"]).entries()) {
    const { date, name } = (entry ?? {}) as OffDay;
    off.set(read(date, [...path, "off", i, "date"], true), name);
  }
  for (const [i, date] of readList(lists.work, [...path, "work"]).entries()) {
    const at = [...path, "work", i];
    const day = read(date, at, false);
    if (weekend?.includes(isoWeekday(day)) === false) {
      refuse("calendar/not-a-weekend-day", at, "worked anyway, being no weekend day", { date });
    }
    work.add(day);
  }
  return { off, work };
}

function build(calendar: WorkingCalendar, path: Path): WorkingDayIndex {
  const weekend = readList((calendar as WorkingCalendar | null | undefined)?.weekend, [
    ...path,
    "weekend",
  ]) as readonly number[];
  for (const [i, weekday] of weekend.entries()) {
    if (![1, 2, 3, 4, 5, 6, 7].includes(weekday) || weekend.indexOf(weekday) < i) {
      refuseValue("calendar/invalid-calendar", [...path, "weekend", i], "not an ISO weekday 1 to 7, once", weekday);
    }
  }
  const first = readDate(calendar.from, [...path, "from"]);
  const end = readDate(calendar.to, [...path, "to"]);
  if (end <= first) {
    refuse("calendar/invalid-calendar", [...path, "to"], "not after from", { from: calendar.from, to: calendar.to });
  }
  const { provisionalFrom } = calendar;
  const provisional =
    provisionalFrom === undefined ? end : readDate(provisionalFrom, [...path, "provisionalFrom"], first, end);
  const { off, work } = readExceptions(calendar, first, end, path, weekend);

  const length = end - first;
  const rank = new Uint32Array(length + 1);
  const select = new Uint32Array(length);
  let count = 0;
  for (let i = 0; i < length; i++) {
    const day = first + i;
    if (work.has(day) || (!weekend.includes(isoWeekday(day)) && !off.has(day))) select[count++] = i;
    rank[i + 1] = count;
  }
  return {
    first,
    length,
    rank,
    select: select.subarray(0, count),
    dates: new Array<LocalDate | undefined>(length),
    off,
    work,
    provisional,
  };
}

const indexes = /* @__PURE__ */ new WeakMap<WorkingCalendar, WorkingDayIndex>();

/** The index of a calendar: checked and built on first use, then kept as long as the calendar object lives. */
export function indexOf(calendar: WorkingCalendar, path: Path = ["calendar"]): WorkingDayIndex {
  const known = indexes.get(calendar);
  if (known !== undefined) return known;
  const index = build(calendar, path);
  indexes.set(calendar, index);
  return index;
}

/** Position of a date; outside the coverage it is refused. */
export function positionOf(
  calendar: WorkingCalendar,
  index: WorkingDayIndex,
  date: LocalDate,
  parameter: string,
): number {
  const position = toDayNumber(date, parameter) - index.first;
  if (position >= 0 && position < index.length) return position;
  return outOfRange(calendar, parameter, { date });
}

/** Date of a position inside the coverage; each string is written once. */
export function dateAt(index: WorkingDayIndex, position: number): LocalDate {
  return (index.dates[position] ??= fromDayNumber(index.first + position));
}

/** Whether the day at a position is worked. */
export function worked(index: WorkingDayIndex, position: number): boolean {
  return index.rank[position + 1] !== index.rank[position];
}

/** Number of working days before a position, which may be `length`. */
export function workedBefore(index: WorkingDayIndex, position: number): number {
  return index.rank[position]!;
}

/** Position of the n-th working day strictly after (n > 0) or before (n < 0) a position; -1 when not covered. */
export function shift(index: WorkingDayIndex, position: number, n: number): number {
  const k = n > 0 ? index.rank[position + 1]! + n - 1 : index.rank[position]! + n;
  return k >= 0 && k < index.select.length ? index.select[k]! : -1;
}

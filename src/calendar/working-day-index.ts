import { type DayNumber, fromDayNumber, type LocalDate, type Path, toDayNumber } from "../core/index.ts";
import { isOn, readCalendarMembers, readCoveredDay, readExceptions, readStretch } from "./definition/read.ts";
import { INVALID_CALENDAR, refuseOutOfRange } from "./errors.ts";
import type { WorkingCalendar } from "./types.ts";

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
  /** Names of days off. */
  readonly off: ReadonlyMap<DayNumber, string>;
  /** Make-up working days. */
  readonly work: ReadonlySet<DayNumber>;
  /** The first provisional day; the end of the coverage when there is none. */
  readonly provisional: DayNumber;
}

/** Checks a calendar and builds its index. */
export function buildIndex(calendar: WorkingCalendar, path: Path = ["calendar"]): WorkingDayIndex {
  const { weekend, provisionalFrom } = readCalendarMembers(calendar, path, INVALID_CALENDAR);
  const [first, end] = readStretch(calendar, path);
  const provisional =
    provisionalFrom === undefined ? end : readCoveredDay(provisionalFrom, [...path, "provisionalFrom"], first, end);
  const { off, work } = readExceptions(calendar, first, end, path, weekend);

  const length = end - first;
  const rank = new Uint32Array(length + 1);
  const select = new Uint32Array(length);
  let count = 0;
  for (let i = 0; i < length; i++) {
    const day = first + i;
    if (work.has(day) || (!isOn(weekend, day) && !off.has(day))) select[count++] = i;
    rank[i + 1] = count;
  }
  return {
    first,
    length,
    rank,
    select: select.subarray(0, count),
    off,
    work,
    provisional,
  };
}

const indexes = /* @__PURE__ */ new WeakMap<WorkingCalendar, WorkingDayIndex>();

/** Keeps an index for a calendar that was checked when it was made. */
export function keepIndex(calendar: WorkingCalendar, index: WorkingDayIndex): WorkingDayIndex {
  indexes.set(calendar, index);
  return index;
}

/** The index of a calendar: checked and built on first use, then kept as long as the calendar object lives. */
export function indexOf(calendar: WorkingCalendar, path?: Path): WorkingDayIndex {
  return indexes.get(calendar) ?? keepIndex(calendar, buildIndex(calendar, path));
}

/** Position of a date; outside the coverage it is refused. */
export function positionOf(
  calendar: WorkingCalendar,
  index: WorkingDayIndex,
  date: LocalDate,
  parameter: string,
): number {
  const position = toDayNumber(date, [parameter]) - index.first;
  if (position >= 0 && position < index.length) return position;
  return refuseOutOfRange(calendar, parameter, { date });
}

/** Date of a position inside the coverage. */
export function dateAt(index: WorkingDayIndex, position: number): LocalDate {
  return fromDayNumber(index.first + position);
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

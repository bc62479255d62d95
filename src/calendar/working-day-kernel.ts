import {
  type CoreErrorCode,
  type DayNumber,
  describeValue,
  DomainError,
  fromDayNumber,
  isoWeekday,
  type LocalDate,
  type Path,
  toDayNumber,
  tryDayNumber,
} from "../core/index.ts";
import { type CalendarErrorCode, outOfRange } from "./errors.ts";
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
  readonly rank: Uint16Array | Uint32Array;
  readonly select: Uint16Array | Uint32Array;
  /** Date strings already written, by position. */
  readonly dates: (LocalDate | undefined)[];
  /** Names of days off by position. */
  readonly names: ReadonlyMap<number, string>;
  /** Positions of make-up working days. */
  readonly work: ReadonlySet<number>;
  /** Position of the first provisional day; `length` when there is none. */
  readonly provisional: number;
}

type Code = CalendarErrorCode | CoreErrorCode;

function refuse(code: Code, path: Path, reason: string, details: Readonly<Record<string, unknown>> = {}): never {
  throw new DomainError<Code>(code, `${path.join(".")}: ${reason}`, path, details);
}

/** A value that should be an array, as one. */
export function readList(value: unknown, path: Path): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return refuse("calendar/invalid-calendar", path, "not a list", { received: describeValue(value) });
}

/** A value that should be a non-empty string, as one. */
export function readText(value: unknown, path: Path): string {
  if (typeof value === "string" && value !== "") return value;
  return refuse("calendar/invalid-calendar", path, "not a non-empty string", { received: describeValue(value) });
}

/** A date somewhere inside a structure; the path says where. */
export function readDate(value: unknown, path: Path): DayNumber {
  const day = tryDayNumber(value);
  if (day !== null) return day;
  return refuse("core/invalid-date", path, "not a date that exists, written YYYY-MM-DD", {
    received: describeValue(value),
  });
}

/** Checked exceptions of a stretch of days. */
export interface Exceptions {
  readonly off: ReadonlyMap<DayNumber, OffDay>;
  readonly work: ReadonlySet<DayNumber>;
}

/** Checks lists of days off and make-up days: dates inside `from` to `to`, none twice, none in both. */
export function readExceptions(
  lists: { readonly off?: unknown; readonly work?: unknown },
  from: DayNumber,
  to: DayNumber,
  path: Path,
): Exceptions {
  const off = new Map<DayNumber, OffDay>();
  const work = new Set<DayNumber>();
  const read = (value: unknown, at: Path): DayNumber => {
    const day = readDate(value, at);
    if (day >= from && day < to) return day;
    return refuse("calendar/day-outside-coverage", at, "lies outside the days this list is for", {
      date: value,
      from: fromDayNumber(from),
      to: fromDayNumber(to),
    });
  };
  for (const [i, entry] of readList(lists.off ?? [], [...path, "off"]).entries()) {
    const at = [...path, "off", i];
    if (typeof entry !== "object" || entry === null) {
      refuse("calendar/invalid-calendar", at, "not { date, name }", { received: describeValue(entry) });
    }
    const { date, name } = entry as Partial<OffDay>;
    const day = read(date, [...at, "date"]);
    if (off.has(day)) refuse("calendar/duplicate-day", [...at, "date"], "stands in the list twice", { date });
    off.set(day, { date: fromDayNumber(day), name: readText(name, [...at, "name"]) });
  }
  for (const [i, date] of readList(lists.work ?? [], [...path, "work"]).entries()) {
    const at = [...path, "work", i];
    const day = read(date, at);
    if (work.has(day)) refuse("calendar/duplicate-day", at, "stands in the list twice", { date });
    if (off.has(day)) refuse("calendar/contradictory-day", at, "is both a day off and a working day", { date });
    work.add(day);
  }
  return { off, work };
}

/** Checks the weekdays of a weekend and returns them as a set. */
export function readWeekend(value: unknown, path: Path): ReadonlySet<number> {
  const weekend = new Set<number>();
  for (const [i, weekday] of readList(value, path).entries()) {
    if (
      !Number.isInteger(weekday) ||
      (weekday as number) < 1 ||
      (weekday as number) > 7 ||
      weekend.has(weekday as number)
    ) {
      refuse("calendar/invalid-calendar", [...path, i], "not an ISO weekday 1 to 7, each at most once", {
        received: describeValue(weekday),
      });
    }
    weekend.add(weekday as number);
  }
  return weekend;
}

function build(calendar: WorkingCalendar, path: Path): WorkingDayIndex {
  if (typeof calendar !== "object" || (calendar as unknown) === null) {
    refuse("calendar/invalid-calendar", path, "not a working calendar", { received: describeValue(calendar) });
  }
  readText(calendar.id, [...path, "id"]);
  readText(calendar.version, [...path, "version"]);
  const weekend = readWeekend(calendar.weekend, [...path, "weekend"]);
  const first = readDate(calendar.from, [...path, "from"]);
  const end = readDate(calendar.to, [...path, "to"]);
  if (end <= first) {
    refuse("calendar/invalid-calendar", [...path, "to"], "not after from", { from: calendar.from, to: calendar.to });
  }
  const provisional =
    calendar.provisionalFrom === undefined ? end : readDate(calendar.provisionalFrom, [...path, "provisionalFrom"]);
  if (provisional < first || provisional > end) {
    refuse("calendar/day-outside-coverage", [...path, "provisionalFrom"], "outside the coverage", {
      date: calendar.provisionalFrom,
      from: calendar.from,
      to: calendar.to,
    });
  }
  const sources = readList(calendar.sources, [...path, "sources"]);
  if (sources.length === 0) refuse("calendar/invalid-calendar", [...path, "sources"], "names no source");
  sources.forEach((source, i) => readText(source, [...path, "sources", i]));
  const { off, work } = readExceptions(calendar, first, end, path);
  for (const [i, date] of calendar.work.entries()) {
    if (!weekend.has(isoWeekday(toDayNumber(date)))) {
      refuse("calendar/not-a-weekend-day", [...path, "work", i], "is worked anyway, not being a weekend day", { date });
    }
  }

  const length = end - first;
  // a position fits 16 bits in calendars of up to 179 years
  const Positions = length < 65_536 ? Uint16Array : Uint32Array;
  const rank = new Positions(length + 1);
  const select = new Positions(length);
  let count = 0;
  let weekday = isoWeekday(first);
  for (let i = 0; i < length; i++) {
    rank[i] = count;
    if (work.has(first + i) || (!weekend.has(weekday) && !off.has(first + i))) select[count++] = i;
    weekday = weekday === 7 ? 1 : weekday + 1;
  }
  rank[length] = count;
  return {
    first,
    length,
    rank,
    select: select.slice(0, count),
    dates: new Array<LocalDate | undefined>(length),
    names: new Map(Array.from(off.values(), ({ date, name }) => [toDayNumber(date) - first, name])),
    work: new Set(Array.from(work, (day) => day - first)),
    provisional: provisional - first,
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
  throw outOfRange(calendar, parameter, { date });
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

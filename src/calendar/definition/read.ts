import { type DayNumber, fromDayNumber, isoWeekday, type LocalDate, type Path, toDayNumber } from "../../core/index.ts";
import { refuse, refuseValue } from "../errors.ts";
import type { DateRange, OffDay } from "../types.ts";

/** Refuses a malformed part of a calendar. */
function refusePart(path: Path, reason: string, received: unknown): never {
  return refuseValue("calendar/invalid-calendar", path, reason, received);
}

/** Whether a value is an object with members of its own and not a list. */
export function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A part that has members of its own. */
export function readObject(value: unknown, path: Path): unknown {
  return isObject(value) ? value : refusePart(path, "not an object", value);
}

/** Identity, version or name: a non-empty text. */
export function readText(value: unknown, path: Path): string {
  return typeof value === "string" && value !== "" ? value : refusePart(path, "not a text", value);
}

/** A list, its entries read one by one, holes included. */
export function readList(value: unknown, path: Path, read: (entry: unknown, path: Path) => void): readonly unknown[] {
  if (!Array.isArray(value)) return refusePart(path, "not a list", value);
  const list: readonly unknown[] = value;
  for (const [i, entry] of list.entries()) read(entry, [...path, i]);
  return list;
}

/** Sources of holidays: at least one text. */
export function readSources(value: readonly string[], path: Path): readonly string[] {
  readList(value, path, readText);
  return value.length > 0 ? value : refusePart(path, "names no source", value);
}

/** Weekdays that are not worked, each at most once. */
export function readWeekend(value: unknown, path: Path): ReadonlySet<unknown> {
  const weekend = new Set<unknown>();
  readList(value, path, (weekday, at) => {
    if (!([1, 2, 3, 4, 5, 6, 7] as unknown[]).includes(weekday) || weekend.has(weekday)) {
      refusePart(at, "not an ISO weekday 1 to 7, once", weekday);
    }
    weekend.add(weekday);
  });
  return weekend;
}

/** A date somewhere inside a structure, not before `from` and before `to`; the path says where. */
export function readDate(value: unknown, path: Path, from = -Infinity, to = Infinity): DayNumber {
  const day = toDayNumber(value as LocalDate, path);
  if (day >= from && day < to) return day;
  return refuse("calendar/day-outside-coverage", path, "outside the days covered", {
    date: value,
    from: fromDayNumber(from),
    to: fromDayNumber(to),
  });
}

/** First day and end of the days that a calendar, or a part of one, covers. */
export function readStretch({ from, to }: DateRange, path: Path): readonly [first: DayNumber, end: DayNumber] {
  const first = readDate(from, [...path, "from"]);
  const end = readDate(to, [...path, "to"]);
  if (end <= first) refuse("calendar/invalid-calendar", [...path, "to"], "not after from", { from, to });
  return [first, end];
}

/** Checked exceptions of a stretch of days. */
export interface Exceptions {
  readonly off: ReadonlyMap<DayNumber, string>;
  readonly work: ReadonlySet<DayNumber>;
}

/**
 * Checks lists of days off and make-up days: dates inside `from` to `to`, none twice, none in both, every day off with
 * a name; and, where a weekend is given, make-up days on weekend days only.
 */
export function readExceptions(
  lists: { readonly off?: unknown; readonly work?: unknown },
  from: DayNumber,
  to: DayNumber,
  path: Path,
  weekend?: ReadonlySet<unknown>,
): Exceptions {
  const off = new Map<DayNumber, string>();
  const work = new Set<DayNumber>();
  readList(lists.off, [...path, "off"], (entry, at) => {
    const { date, name } = (entry ?? {}) as OffDay;
    const dateAt = [...at, "date"];
    const day = readDate(date, dateAt, from, to);
    if (off.has(day)) refuse("calendar/duplicate-day", dateAt, "listed twice", { date });
    off.set(day, readText(name, [...at, "name"]));
  });
  readList(lists.work, [...path, "work"], (date, at) => {
    const day = readDate(date, at, from, to);
    if (work.has(day)) refuse("calendar/duplicate-day", at, "listed twice", { date });
    if (off.has(day)) refuse("calendar/contradictory-day", at, "both a day off and a working day", { date });
    if (weekend?.has(isoWeekday(day)) === false) {
      refuse("calendar/not-a-weekend-day", at, "not a weekend day", { date });
    }
    work.add(day);
  });
  return { off, work };
}

import type { WorkingHours } from "../calendar/index.ts";
import { countedDays, readCalendar, readWorkingHours, zoneTable } from "../calendar/inner.ts";
import type { CountedDays, ZoneTable } from "../calendar/inner.ts";
import { fromDayNumber, issueOf, tryDayNumber, type Path, type RowIssue } from "../core/index.ts";
import { listOf, nullable, optional, readDate, readList, readMoment, readText, rowOf, shapeOf } from "../core/inner.ts";
import type { Reader } from "../core/inner.ts";
import { refuseDuty, type DutyErrorCode, type DutyIssueCode } from "./errors.ts";
import type { DutyContext, DutyExcuse, DutyHolder, DutyStandingContext } from "./types.ts";

const INPUT = "duties/invalid-input" satisfies DutyErrorCode;
const ROW = "duties/invalid-row" satisfies DutyIssueCode;

/** A row of people that was read, with what it names looked up. */
export interface Holder extends Pick<DutyHolder, "person" | "role"> {
  readonly row: number;
  readonly orgUnit: string | null;
  readonly days: CountedDays;
  readonly zone: ZoneTable;
  /** Id the row gives; null when it gives none. */
  readonly hoursId: string | null;
  /** Null when none are given, or not with that id. */
  readonly hours: WorkingHours | null;
  /** Days in the role; infinite where open. */
  readonly from: number;
  readonly to: number;
  /** All rows of the same person in the same role, this one among them. */
  readonly alike: readonly Holder[];
}

/** The value of a key, made on first use. */
export function valueOf<K, V>(values: Map<K, V>, key: K, make: () => V): V {
  const value = values.get(key) ?? make();
  values.set(key, value);
  return value;
}

/** The rows of a list that could be read, in their order, and issues of those left out. */
export function rowsOf<R, V>(list: readonly R[], path: Path, read: Reader<R>, make: (row: R, at: number) => V) {
  const values: V[] = [];
  const issues: RowIssue[] = [];
  for (const [row, entry] of readList(list, path, INPUT).entries()) {
    try {
      values.push(make(read(entry, [], ROW), row));
    } catch (error) {
      issues.push({ row, ...issueOf(error) });
    }
  }
  return { values, issues };
}

const readHolder = rowOf<DutyHolder>({
  person: readText,
  role: readText,
  orgUnit: nullable(readText),
  calendar: readText,
  zone: (zone, path) => zoneTable(zone, path).id,
  hours: nullable(readText),
  from: nullable(readDate),
  to: nullable(readDate),
});

/** Reads a row of excuses. */
export const readExcuse = shapeOf<DutyExcuse>({
  person: readText,
  from: readDate,
  to: readDate,
  reason: (reason, path) => readText(reason, path, "duties/no-reason" satisfies DutyIssueCode),
  approvedBy: (person, path) => readText(person, path, "duties/no-approver" satisfies DutyIssueCode),
  policies: optional(listOf(readText, 1)),
});

const calendars = listOf(readCalendar);
const hours = optional(listOf(readWorkingHours));
const readContext = shapeOf<DutyContext>({ calendars, hours });
/** Reads the moment duties are seen at, and the calendars and hours that are not needed again. */
export const readMomentContext = shapeOf<DutyStandingContext>({
  now: readMoment,
  calendars: optional(calendars),
  hours,
});

/** What a context names, by its id. */
function byId<T>(list: readonly T[], parameter: keyof DutyContext, idOf: (entry: T) => string): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const [index, entry] of list.entries()) {
    const id = idOf(entry);
    if (found.has(id)) refuseDuty("duties/ambiguous-calendar", ["context", parameter, index], "two of one id", { id });
    found.set(id, entry);
  }
  return found;
}

/** The rows of people that make sense, in their order; a row that overlaps one before it is left out with an issue. */
export function holdersOf(people: readonly DutyHolder[], context: DutyContext) {
  const given = readContext(context, ["context"], INPUT);
  const covered = given.calendars.map((calendar) => countedDays(calendar));
  const places = byId(covered, "calendars", ({ calendar }) => calendar.id);
  const desks = byId(given.hours ?? [], "hours", ({ id }) => id);
  const held = new Map<string, Holder[]>();
  return rowsOf(people, ["people"], readHolder, (holder, row): Holder => {
    const { person, role, orgUnit = null, hours: hoursId = null, calendar } = holder;
    const days =
      places.get(calendar) ?? refuseDuty("duties/unknown-calendar", ["calendar"], "not in the context", { calendar });
    const zone = zoneTable(holder.zone);
    const desk = desks.get(hoursId ?? "") ?? null;
    if (desk !== null && desk.zone !== zone.id)
      refuseDuty("duties/hours-in-another-zone", ["hours"], "in another zone", { hours: desk.id, zone: zone.id });
    if (desk !== null && desk.calendar.id !== calendar)
      refuseDuty("duties/hours-of-another-calendar", ["hours"], "not on the calendar of the row", {
        hours: desk.id,
        calendar,
      });
    const from = tryDayNumber(holder.from) ?? Number.NEGATIVE_INFINITY;
    const to = tryDayNumber(holder.to) ?? Number.POSITIVE_INFINITY;
    if (to <= from)
      refuseDuty("duties/reversed-dates", ["to"], "not after from", {
        from: fromDayNumber(from),
        to: fromDayNumber(to),
      });
    const alike = valueOf(held, JSON.stringify([person, role]), () => []);
    const other = alike.find((before) => from < before.to && before.from < to);
    if (other !== undefined)
      refuseDuty("duties/overlapping-rows", ["from"], "in the role twice at a time", { other: other.row });
    const read = { row, person, role, orgUnit, days, zone, hoursId, hours: desk, from, to, alike };
    alike.push(read);
    return read;
  });
}

import type { WorkingHours } from "../calendar/index.ts";
import { countedDays, workedSeconds, zoneTable, type CountedDays, type ZoneTable } from "../calendar/inner.ts";
import { issueOf, toDayNumber, type RowIssue } from "../core/index.ts";
import { readList, readObject, readText } from "../core/inner.ts";
import { refuseDuty, type DutyErrorCode, type DutyIssueCode } from "./errors.ts";
import type { DutyContext, DutyHolder } from "./types.ts";

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
}

/** The rows of a list that could be read, in their order, and issues of those left out. */
export function readRows<Row, Value>(
  list: readonly Row[],
  parameter: string,
  read: (row: Row, at: number) => Value,
): { readonly values: readonly Value[]; readonly issues: readonly RowIssue[] } {
  const values: Value[] = [];
  const issues: RowIssue[] = [];
  for (const [row, entry] of readList(list, parameter.split("."), INPUT).entries()) {
    try {
      if (typeof (entry as unknown) !== "object" || entry === null) refuseDuty(ROW, [], "not an object");
      values.push(read(entry, row));
    } catch (error) {
      issues.push({ row, ...issueOf(error) });
    }
  }
  return { values, issues };
}

/** What a context names, read and by its id. */
function byId<T extends { readonly id: string }, V>(list: readonly T[], parameter: string, read: (entry: T) => V) {
  const found = new Map<string, V>();
  for (const entry of readList(list, ["context", parameter], INPUT)) {
    const value = read(entry);
    if (found.has(entry.id)) {
      refuseDuty("duties/ambiguous-calendar", ["context", parameter], "two of one id", { id: entry.id });
    }
    found.set(entry.id, value);
  }
  return found;
}

/** The rows of people that make sense, in their order; a row that overlaps one before it is left out with an issue. */
export function readHolders(
  people: readonly DutyHolder[],
  context: DutyContext,
): ReturnType<typeof readRows<DutyHolder, Holder>> {
  readObject(context, ["context"], INPUT);
  const calendars = byId(context.calendars, "calendars", countedDays);
  // asking for no time at all reads the hours whole
  const open = byId(context.hours ?? [], "hours", (hours) => [hours, workedSeconds(hours, 0, 0)] as const);
  const held = new Map<string, Holder[]>();
  return readRows(people, "people", (holder, row): Holder => {
    const textOf = (field: "person" | "role" | "orgUnit" | "calendar" | "hours"): string =>
      readText(holder[field] ?? "", [field], ROW);
    const [person, role, calendar] = [textOf("person"), textOf("role"), textOf("calendar")];
    const orgUnit = holder.orgUnit === undefined ? null : textOf("orgUnit");
    const hoursId = holder.hours === undefined ? null : textOf("hours");
    const days =
      calendars.get(calendar) ??
      refuseDuty("duties/unknown-calendar", ["calendar"], "not in the context", { calendar });
    const zone = zoneTable(holder.zone);
    const [hours = null] = open.get(hoursId ?? "") ?? [];
    if (hours !== null && hours.zone !== zone.id) {
      const details = { hours: hours.id, zone: zone.id };
      refuseDuty("duties/hours-in-another-zone", ["hours"], "not in the zone of the row", details);
    }
    if (hours !== null && hours.calendar.id !== days.calendar.id) {
      const details = { hours: hours.id, calendar: days.calendar.id };
      refuseDuty("duties/hours-of-another-calendar", ["hours"], "not on the calendar of the row", details);
    }
    const from = holder.from === undefined ? Number.NEGATIVE_INFINITY : toDayNumber(holder.from, ["from"]);
    const to = holder.to === undefined ? Number.POSITIVE_INFINITY : toDayNumber(holder.to, ["to"]);
    if (to <= from) refuseDuty("duties/reversed-dates", ["to"], "not after from", { from: holder.from, to: holder.to });
    const key = JSON.stringify([person, role]);
    const others = held.get(key) ?? [];
    const other = others.find((before) => from < before.to && before.from < to);
    if (other !== undefined) {
      refuseDuty("duties/overlapping-rows", ["from"], "in the role twice at a time", { other: other.row });
    }
    const read = { row, person, role, orgUnit, days, zone, hoursId, hours, from, to };
    held.set(key, [...others, read]);
    return read;
  });
}

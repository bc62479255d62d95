import { type DayNumber, fromDayNumber, type Path, toDayNumber } from "../../core/index.ts";
import { listOf, optional, readText, refuseValue, shapeOf, type Members, type Reader } from "../../core/inner.ts";
import { defineCalendar } from "./define.ts";
import { isOn, readExceptions, readOffDays, readWorkDays, yearMembers, type Exceptions } from "./read.ts";
import { INVALID_CALENDAR, refuse } from "../errors.ts";
import type { CalendarAmendments, CalendarExtension, CalendarOverrides, WorkingCalendar } from "../types.ts";
import { indexOf } from "../working-day-index.ts";

const amendmentMembers: Members<CalendarAmendments> = {
  off: optional(readOffDays),
  work: optional(readWorkDays),
};

const readExtension: Reader<CalendarExtension> = /* @__PURE__ */ (() =>
  shapeOf<CalendarExtension>({
    ...yearMembers,
    calendars: optional(listOf(readText, 1)),
    version: readText,
    amends: optional(shapeOf<CalendarAmendments>(amendmentMembers)),
  }))();

const readOverrides: Reader<CalendarOverrides> = /* @__PURE__ */ (() =>
  shapeOf<CalendarOverrides>({
    ...amendmentMembers,
    version: readText,
    source: readText,
  }))();

/** Days off and make-up days of a calendar, to be changed and put back. */
interface Draft {
  readonly off: Map<DayNumber, string>;
  readonly work: Set<DayNumber>;
}

function draftOf(calendar: WorkingCalendar): Draft {
  const { off, work } = indexOf(calendar);
  return { off: new Map(off), work: new Set(work) };
}

/** Applies days off and working days to a draft, whatever the days were before. */
function impose(draft: Draft, changes: Exceptions, weekend: WorkingCalendar["weekend"]): void {
  for (const [day, name] of changes.off) {
    draft.work.delete(day);
    draft.off.set(day, name);
  }
  for (const day of changes.work) {
    draft.off.delete(day);
    if (isOn(weekend, day)) draft.work.add(day);
  }
}

function listsOf(draft: Draft): Pick<WorkingCalendar, "off" | "work"> {
  return {
    off: Array.from(draft.off, ([day, name]) => ({ date: fromDayNumber(day), name })),
    work: Array.from(draft.work, (day) => fromDayNumber(day)),
  };
}

/** Two calendars with one id and version have the same days: a changed one needs a version of its own. */
function readVersion(version: string, base: WorkingCalendar, at: Path): string {
  const reason = "the version of the calendar it is made from; a changed calendar needs one of its own";
  return version === base.version ? refuseValue(INVALID_CALENDAR, [...at, "version"], reason, version) : version;
}

/** Sources of a derived calendar: its own first, then what it was derived from. */
function provenance(base: WorkingCalendar, sources: readonly string[]): readonly string[] {
  return [...new Set([...sources, `${base.id}@${base.version}`, ...base.sources])];
}

/**
 * A calendar with the next year's holidays added as soon as they are announced: only data, no code.
 *
 * `yearData` begins where the coverage ends. Where the calendar ends in a provisional part, `yearData` may instead
 * begin at `provisionalFrom` and replace the days up to its own end, once they are official; provisional days beyond it
 * stay as they were. Anything added after a provisional part is provisional too, whatever its own status: replace the
 * earlier days first. `amends` changes days that are already covered, because a notice often rearranges the last days
 * of the year before. The result keeps the id, carries the version of `yearData`, and lists the sources of `yearData`
 * first, then `id@version` of the base and its sources.
 *
 * @param calendar - calendar to start from; not changed
 * @param yearData - the stretch, its days off and make-up working days, status, version and sources
 * @returns a new frozen calendar
 * @throws `calendar/not-adjacent` when `yearData` does not begin where the coverage or its confirmed part ends, or does
 *   not end after it begins
 * @throws `calendar/invalid-calendar` when `version` is that of the calendar itself, or `calendars` does not name it
 * @throws `calendar/invalid-option` when the status is neither `confirmed` nor `provisional`
 * @throws `calendar/invalid-calendar`, `calendar/duplicate-day`, `calendar/contradictory-day`,
 *   `calendar/day-outside-coverage`, `calendar/not-a-weekend-day`, `core/invalid-date` as in {@link defineCalendar}
 * @see library convention
 * @example
 * const next = extendCalendar(CN, {
 *   from: "2027-01-01", to: "2028-01-01", status: "provisional", version: "acme-2027-draft",
 *   off: [{ date: "2027-01-01", name: "元旦" }], work: [], sources: ["planning assumption of the bank, before the notice"],
 * });
 * addWorkingDays(next, "2026-12-31", 1) // => "2027-01-04"
 * calendarCoverage(next) // => { from: "2007-01-01", to: "2028-01-01", provisionalFrom: "2027-01-01" }
 * @since 0.1.0
 */
export function extendCalendar(calendar: WorkingCalendar, yearData: CalendarExtension): WorkingCalendar {
  const draft = draftOf(calendar);
  const at: Path = ["yearData"];
  const { status, sources, amends = {}, ...given } = readExtension(yearData, at, INVALID_CALENDAR);
  const version = readVersion(given.version, calendar, at);
  const allowed = given.calendars ?? [calendar.id];
  if (!allowed.includes(calendar.id)) {
    refuse(INVALID_CALENDAR, [...at, "calendars"], "the days of another calendar", { received: calendar.id, allowed });
  }
  const from = toDayNumber(yearData.from);
  const to = toDayNumber(yearData.to);
  const isReplacement = yearData.from === calendar.provisionalFrom;
  const isAdjacent = isReplacement || yearData.from === calendar.to;
  if (!isAdjacent || to <= from) {
    refuse(
      "calendar/not-adjacent",
      [...at, isAdjacent ? "to" : "from"],
      "the days must begin where the coverage or its confirmed part ends, and end after that",
      {
        from: yearData.from,
        to: yearData.to,
        coverageTo: calendar.to,
        provisionalFrom: calendar.provisionalFrom ?? null,
      },
    );
  }
  const added = readExceptions(yearData, from, to, at, calendar.weekend);
  const amended = readExceptions(amends, toDayNumber(calendar.from), from, [...at, "amends"]);
  for (const day of draft.off.keys()) if (day >= from && day < to) draft.off.delete(day);
  for (const day of draft.work) if (day >= from && day < to) draft.work.delete(day);
  impose(draft, amended, calendar.weekend);
  impose(draft, added, calendar.weekend);
  const end = to < toDayNumber(calendar.to) ? calendar.to : yearData.to;
  const rest = end === yearData.to ? undefined : yearData.to;
  const own = status === "provisional" ? yearData.from : rest;
  const provisionalFrom = isReplacement ? own : (calendar.provisionalFrom ?? own);
  return defineCalendar({
    id: calendar.id,
    version,
    weekend: calendar.weekend,
    from: calendar.from,
    to: end,
    ...(provisionalFrom === undefined ? {} : { provisionalFrom }),
    ...listsOf(draft),
    sources: provenance(calendar, sources),
  });
}

/**
 * A calendar with local changes: a typhoon closure, a provincial extra holiday, a weekend the branch is open.
 *
 * What already holds stays: a day off made one again only changes its name; a working day made one again is left alone.
 * The result keeps the id, carries the given version, and lists the given source first, then `id@version` of the base
 * and its sources.
 *
 * @param calendar - calendar to start from; not changed
 * @param overrides - days that become days off, days that become working days, version and source
 * @returns a new frozen calendar
 * @throws `calendar/day-outside-coverage` when a date lies outside the coverage
 * @throws `calendar/invalid-calendar` when `version` is that of the calendar itself
 * @throws `calendar/duplicate-day`, `calendar/contradictory-day`, `calendar/invalid-calendar`, `core/invalid-date` as in
 *   {@link defineCalendar}
 * @see library convention
 * @example
 * const local = withOverrides(HK, {
 *   off: [{ date: "2026-09-08", name: "typhoon signal 10" }], version: "acme-1", source: "branch notice 12",
 * });
 * isWorkingDay(local, "2026-09-08") // => false
 * local.version // => "acme-1"
 * @since 0.1.0
 */
export function withOverrides(calendar: WorkingCalendar, overrides: CalendarOverrides): WorkingCalendar {
  const draft = draftOf(calendar);
  const at: Path = ["overrides"];
  const { source, ...given } = readOverrides(overrides, at, INVALID_CALENDAR);
  const version = readVersion(given.version, calendar, at);
  const changes = readExceptions(overrides, toDayNumber(calendar.from), toDayNumber(calendar.to), at);
  impose(draft, changes, calendar.weekend);
  return defineCalendar({ ...calendar, version, ...listsOf(draft), sources: provenance(calendar, [source]) });
}

import {
  type DayNumber,
  describeValue,
  fromDayNumber,
  isoWeekday,
  type LocalDate,
  type Path,
  toDayNumber,
} from "../core/index.ts";
import { refuse, refuseValue } from "./errors.ts";
import { checkOption } from "./option.ts";
import type {
  CalendarExtension,
  CalendarOverrides,
  CalendarYear,
  IsoWeekday,
  OffDay,
  WorkingCalendar,
} from "./types.ts";
import { type Exceptions, indexOf, readDate, readExceptions, worked } from "./working-day-kernel.ts";

function byDate(a: OffDay, b: OffDay): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
}

/** A frozen copy with its lists in order of date; holds nothing but the members of a calendar. */
function frozen(calendar: WorkingCalendar): WorkingCalendar {
  const { id, version, weekend, from, to, provisionalFrom, off, work, sources } = calendar;
  return Object.freeze({
    id,
    version,
    weekend: Object.freeze([...weekend].sort()),
    from,
    to,
    ...(provisionalFrom === undefined ? {} : { provisionalFrom }),
    off: Object.freeze(off.map(({ date, name }) => Object.freeze({ date, name })).sort(byDate)),
    work: Object.freeze([...work].sort()),
    sources: Object.freeze([...sources]),
  });
}

/**
 * A checked, frozen working calendar (工作日历) from its parts.
 *
 * Lists come back in order of date. Any plain object of the same form, for instance parsed JSON, can be used as a calendar
 * without this function: it is checked the same way on first use. This is the place to find mistakes early.
 *
 * @param calendar - identity, weekend, coverage, days off, make-up working days, sources
 * @returns a frozen copy
 * @throws `calendar/invalid-calendar` when a part is missing or malformed: empty id, version, name or sources; a weekday
 *   outside 1 to 7; `to` not after `from`
 * @throws `calendar/duplicate-day` when a date stands twice in `off` or in `work`
 * @throws `calendar/contradictory-day` when a date stands in both
 * @throws `calendar/day-outside-coverage` when a date lies outside `from` to `to`
 * @throws `calendar/not-a-weekend-day` when a make-up working day is no weekend day (most often a mistyped date)
 * @throws `core/invalid-date` when a date does not exist
 * @see library convention
 * @example
 * const acme = defineCalendar({
 *   id: "acme", version: "1", weekend: [6, 7], from: "2026-01-01", to: "2027-01-01",
 *   off: [{ date: "2026-01-01", name: "New Year" }], work: ["2026-01-03"], sources: ["circular 1"],
 * });
 * addWorkingDays(acme, "2025-12-31", 1) // throws calendar/out-of-range
 * addWorkingDays(acme, "2026-01-01", 2) // => "2026-01-03"
 * @since 0.1.0
 */
export function defineCalendar(calendar: WorkingCalendar): WorkingCalendar {
  indexOf(calendar);
  checkTexts(calendar, ["calendar"]);
  return frozen(calendar);
}

function checkText(value: unknown, path: Path): void {
  if (typeof value === "string" && value !== "") return;
  refuseValue("calendar/invalid-calendar", path, "not a text", value);
}

/** Identity, names and sources of a calendar, or of a part of one: texts, and not empty. */
function checkTexts(
  value: {
    readonly id?: unknown;
    readonly version: unknown;
    readonly off?: readonly OffDay[];
    readonly sources?: unknown;
  },
  path: Path,
): void {
  if ("id" in value) checkText(value.id, [...path, "id"]);
  checkText(value.version, [...path, "version"]);
  for (const [i, { name }] of (value.off ?? []).entries()) checkText(name, [...path, "off", i, "name"]);
  const sources: readonly unknown[] = Array.isArray(value.sources) ? value.sources : [];
  if (sources.length === 0) checkText(undefined, [...path, "sources"]);
  for (const [i, source] of sources.entries()) checkText(source, [...path, "sources", i]);
}

/** Identity and weekend of a calendar that is put together from years. */
export interface CalendarIdentity {
  readonly id: string;
  readonly version: string;
  /** Weekdays that are not worked as a rule. */
  readonly weekend: readonly IsoWeekday[];
}

/**
 * A working calendar put together from the announcements of consecutive years.
 *
 * Checked on first use like any plain calendar, so that building one at module level costs next to nothing.
 *
 * @param identity - id, version and weekend
 * @param years - at least one, in order; each begins where the one before ends, provisional ones last
 * @returns a frozen calendar
 * @throws `calendar/not-adjacent` when a year does not begin where the one before ends, or a confirmed one follows a
 *   provisional one
 * @throws `calendar/invalid-calendar` when there is no year
 * @see library convention
 * @example
 * const year = (from: string, to: string) => ({ from, to, status: "confirmed", off: [], work: [], sources: ["notice"] }) as const;
 * coverage(calendarOfYears({ id: "x", version: "1", weekend: [6, 7] }, [year("2025-01-01", "2026-01-01"), year("2026-01-01", "2027-01-01")])) // => { from: "2025-01-01", to: "2027-01-01" }
 * @since 0.1.0
 */
export function calendarOfYears(identity: CalendarIdentity, years: readonly CalendarYear[]): WorkingCalendar {
  const first = years[0];
  const last = years.at(-1);
  if (first === undefined || last === undefined) {
    return refuse("calendar/invalid-calendar", ["years"], "names no year", {});
  }
  for (const [i, year] of years.entries()) {
    const before = years[i - 1];
    if (before === undefined) continue;
    if (before.to !== year.from || (before.status === "provisional" && year.status === "confirmed")) {
      refuse(
        "calendar/not-adjacent",
        ["years", i, "from"],
        "must begin where the year before ends, provisional years last",
        { expected: before.to, received: describeValue(year.from), status: year.status },
      );
    }
  }
  const provisional = years.find((year) => year.status === "provisional");
  return frozen({
    ...identity,
    from: first.from,
    to: last.to,
    ...(provisional === undefined ? {} : { provisionalFrom: provisional.from }),
    off: years.flatMap((year) => year.off),
    work: years.flatMap((year) => year.work),
    sources: [...new Set(years.flatMap((year) => year.sources))],
  });
}

/** Days off and make-up days of a calendar, to be changed and put back. */
interface Draft {
  readonly off: Map<DayNumber, string>;
  readonly work: Set<DayNumber>;
}

function draftOf(calendar: WorkingCalendar): Draft {
  const { off, work } = indexOf(calendar);
  return { off: new Map(off), work: new Set(work) };
}

/** Makes days off and working days true in a draft, whatever they were before. */
function impose(draft: Draft, changes: Exceptions, weekend: readonly number[]): void {
  for (const [day, name] of changes.off) {
    draft.work.delete(day);
    draft.off.set(day, name);
  }
  for (const day of changes.work) {
    draft.off.delete(day);
    if (weekend.includes(isoWeekday(day))) draft.work.add(day);
  }
}

function listsOf(draft: Draft): Pick<WorkingCalendar, "off" | "work"> {
  return {
    off: Array.from(draft.off, ([day, name]) => ({ date: fromDayNumber(day), name })),
    work: Array.from(draft.work, (day) => fromDayNumber(day)),
  };
}

/** Sources of a derived calendar: its own first, then what it was derived from. */
function provenance(base: WorkingCalendar, sources: readonly string[]): readonly string[] {
  return [...new Set([...sources, `${base.id}@${base.version}`, ...base.sources])];
}

function checkObject(value: unknown, path: Path): void {
  if (typeof value === "object" && value !== null) return;
  refuseValue("calendar/invalid-calendar", path, "not an object", value);
}

/**
 * A calendar with the next year's holidays added, the day they are announced; no code, only data.
 *
 * `yearData` begins where the coverage ends. Where the calendar ends in a provisional part, `yearData` may instead begin
 * at `provisionalFrom` and replace all of it, once it is official. `amends` changes days that are already covered,
 * because a notice often rearranges the last days of the year before. The result keeps the id, carries the version of
 * `yearData`, and lists the sources of `yearData` first, then `id@version` of the base and its sources.
 *
 * @param calendar - calendar to start from; not changed
 * @param yearData - the stretch, its days off and make-up working days, status, version and sources
 * @returns a new frozen calendar
 * @throws `calendar/not-adjacent` when it does not begin where the coverage (or its confirmed part) ends, or ends before it
 * @throws `calendar/invalid-calendar`, `calendar/duplicate-day`, `calendar/contradictory-day`,
 *   `calendar/day-outside-coverage`, `calendar/not-a-weekend-day`, `core/invalid-date` as in {@link defineCalendar}
 * @see library convention
 * @example
 * const next = extendCalendar(CN, {
 *   from: "2027-01-01", to: "2028-01-01", status: "provisional", version: "acme-2027-draft",
 *   off: [{ date: "2027-01-01", name: "元旦" }], work: [], sources: ["planning assumption of the bank, before the notice"],
 * });
 * addWorkingDays(next, "2026-12-31", 1) // => "2027-01-04"
 * coverage(next) // => { from: "2007-01-01", to: "2028-01-01", provisionalFrom: "2027-01-01" }
 * @since 0.1.0
 */
export function extendCalendar(calendar: WorkingCalendar, yearData: CalendarExtension): WorkingCalendar {
  const draft = draftOf(calendar);
  const at = ["yearData"];
  checkObject(yearData, at);
  checkTexts(yearData, at);
  const { version, status, sources } = yearData;
  checkOption(status, ["confirmed", "provisional"], ...at, "status");
  const from = readDate(yearData.from, [...at, "from"]);
  const to = readDate(yearData.to, [...at, "to"]);
  const isOfficialVersion = yearData.from === calendar.provisionalFrom;
  const isNext = yearData.from === calendar.to;
  if ((!isOfficialVersion && !isNext) || to <= from || to < toDayNumber(calendar.to)) {
    const member = isOfficialVersion || isNext ? "to" : "from";
    refuse(
      "calendar/not-adjacent",
      [...at, member],
      "the days must begin where the coverage or its confirmed part ends, and reach its end",
      {
        from: yearData.from,
        to: yearData.to,
        coverageTo: calendar.to,
        provisionalFrom: calendar.provisionalFrom ?? null,
      },
    );
  }
  const added = readExceptions(yearData, from, to, at, calendar.weekend);
  const amends: Path = [...at, "amends"];
  const amended = readExceptions({ off: [], work: [], ...yearData.amends }, toDayNumber(calendar.from), from, amends);
  for (const [i, { name }] of (yearData.amends?.off ?? []).entries()) checkText(name, [...amends, "off", i, "name"]);
  for (const day of draft.off.keys()) if (day >= from) draft.off.delete(day);
  for (const day of draft.work) if (day >= from) draft.work.delete(day);
  impose(draft, amended, calendar.weekend);
  impose(draft, added, calendar.weekend);
  const earlier = isOfficialVersion ? undefined : calendar.provisionalFrom;
  const provisionalFrom = earlier ?? (status === "provisional" ? yearData.from : undefined);
  return defineCalendar({
    id: calendar.id,
    version,
    weekend: calendar.weekend,
    from: calendar.from,
    to: yearData.to,
    ...(provisionalFrom === undefined ? {} : { provisionalFrom }),
    ...listsOf(draft),
    sources: provenance(calendar, sources),
  });
}

/**
 * A calendar with local changes: a typhoon closure, a provincial extra holiday, a weekend the branch is open.
 *
 * What is already so stays so: a day off that becomes one again only changes its name, a working day that becomes one
 * is left alone. The result keeps the id, carries the given version, and lists the given source first, then
 * `id@version` of the base and its sources.
 *
 * @param calendar - calendar to start from; not changed
 * @param overrides - days that become days off, days that become working days, version and source
 * @returns a new frozen calendar
 * @throws `calendar/day-outside-coverage` when a date lies outside the coverage
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
  checkObject(overrides, at);
  const { version, source } = overrides;
  checkText(source, [...at, "source"]);
  const changes = readExceptions(
    { off: [], work: [], ...overrides },
    toDayNumber(calendar.from),
    toDayNumber(calendar.to),
    at,
  );
  checkTexts({ version, off: overrides.off ?? [], sources: [source] }, at);
  impose(draft, changes, calendar.weekend);
  return defineCalendar({ ...calendar, version, ...listsOf(draft), sources: provenance(calendar, [source]) });
}

/**
 * One calendar out of several: worked where all are worked, or where any is.
 *
 * `"all"` suits a payment that needs two places open, `"any"` a desk that is staffed when either place is. The coverage is
 * what all of them cover, provisional from where the first of them is. A day off carries the names of every calendar
 * that names it, joined by ` / `.
 *
 * @param mode - `all` or `any`
 * @param calendars - one or more
 * @returns a new frozen calendar with id `all(cn,hk)` and version `cn@…+hk@…`
 * @throws `calendar/no-common-coverage` when no day is covered by all of them, or none is given
 * @throws `calendar/invalid-option` for any other mode
 * @throws `calendar/invalid-calendar` and the other codes of {@link defineCalendar}, when a calendar is no valid data
 * @see library convention
 * @example
 * const both = combineCalendars("all", CN, HK);
 * isWorkingDay(both, "2026-02-14") // => false
 * holidayName(both, "2026-02-17") // => "春节 / Lunar New Year's Day"
 * isWorkingDay(combineCalendars("any", CN, HK), "2026-02-14") // => true
 * @since 0.1.0
 */
export function combineCalendars(mode: "all" | "any", ...calendars: readonly WorkingCalendar[]): WorkingCalendar {
  checkOption(mode, ["all", "any"], "mode");
  const indexed = calendars.map((calendar, i) => ({ calendar, index: indexOf(calendar, ["calendars", i]) }));
  const first = Math.max(...indexed.map(({ index }) => index.first));
  const end = Math.min(...indexed.map(({ index }) => index.first + index.length));
  if (indexed.length === 0 || first >= end) {
    refuse("calendar/no-common-coverage", ["calendars"], "no day is covered by all of them", {
      calendars: calendars.map(({ id, version, from, to }) => ({ calendar: id, version, from, to })),
    });
  }
  const isWeekend = (weekday: number): boolean => {
    const has = (calendar: WorkingCalendar): boolean => (calendar.weekend as readonly number[]).includes(weekday);
    return mode === "all" ? calendars.some(has) : calendars.every(has);
  };
  const weekend = ([1, 2, 3, 4, 5, 6, 7] as const).filter(isWeekend);
  const off: OffDay[] = [];
  const work: LocalDate[] = [];
  for (let day = first; day < end; day++) {
    const each = indexed.map(({ index }) => worked(index, day - index.first));
    const isWorked = mode === "all" ? !each.includes(false) : each.includes(true);
    const isWeekendDay = (weekend as readonly number[]).includes(isoWeekday(day));
    if (isWorked && isWeekendDay) work.push(fromDayNumber(day));
    if (isWorked) continue;
    // a day off that is no weekend day of the result is a listed one in some calendar, so it has a name
    const names = new Set(indexed.flatMap(({ index }) => index.off.get(day) ?? []));
    if (names.size > 0) off.push({ date: fromDayNumber(day), name: [...names].join(" / ") });
  }
  const provisional = Math.min(...indexed.map(({ index }) => index.provisional));
  return defineCalendar({
    id: `${mode}(${calendars.map(({ id }) => id).join(",")})`,
    version: calendars.map(({ id, version }) => `${id}@${version}`).join("+"),
    weekend,
    from: fromDayNumber(first),
    to: fromDayNumber(end),
    ...(provisional < end ? { provisionalFrom: fromDayNumber(Math.max(first, provisional)) } : {}),
    off,
    work,
    sources: [...new Set(calendars.flatMap(({ sources }) => sources))],
  });
}

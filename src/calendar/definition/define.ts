import { compareTexts, listOf, readText, shapeOf, type Reader } from "../../core/inner.ts";
import { readExceptions, readStretch, readWeekend, yearMembers } from "./read.ts";
import { INVALID_CALENDAR, refuse } from "../errors.ts";
import type { CalendarYear, IsoWeekday, WorkingCalendar } from "../types.ts";
import { buildIndex, keepIndex } from "../working-day-index.ts";

/** A frozen copy with its lists in date order; holds only the members of a calendar. */
function frozen(calendar: WorkingCalendar): WorkingCalendar {
  const { id, version, weekend, from, to, provisionalFrom, off, work, sources } = calendar;
  return Object.freeze({
    id,
    version,
    weekend: Object.freeze([...weekend].sort()),
    from,
    to,
    ...(provisionalFrom === undefined ? {} : { provisionalFrom }),
    off: Object.freeze(
      off.map(({ date, name }) => Object.freeze({ date, name })).sort((a, b) => compareTexts(a.date, b.date)),
    ),
    work: Object.freeze([...work].sort()),
    sources: Object.freeze([...sources]),
  });
}

/**
 * A checked, frozen working calendar (工作日历) from its parts.
 *
 * Lists come back in date order. Any plain object of the same form, for instance parsed JSON, can be used as a calendar
 * without this function: it is checked the same way on first use. This is the place to find mistakes early.
 *
 * @param calendar - identity, weekend, coverage, days off, make-up working days, sources
 * @returns a frozen copy
 * @throws `calendar/invalid-calendar` when a part is missing, malformed or not known: blank id, version, name or sources; a
 *   weekday outside 1 to 7; `to` not after `from`; a misspelt member, with the one that was probably meant
 * @throws `calendar/duplicate-day` when a date is listed twice in `off` or in `work`
 * @throws `calendar/contradictory-day` when a date is listed in both
 * @throws `calendar/day-outside-coverage` when a date lies outside `from` to `to`
 * @throws `calendar/not-a-weekend-day` when a make-up working day is not a weekend day (most often a mistyped date)
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
  const index = buildIndex(calendar);
  const copy = frozen(calendar);
  keepIndex(copy, index);
  return copy;
}

/** Identity and weekend of a calendar that is assembled from years. */
export interface CalendarIdentity {
  readonly id: string;
  readonly version: string;
  /** Weekdays that are normally not worked. */
  readonly weekend: readonly IsoWeekday[];
}

/**
 * The calendar of years that are known to be good: those the package ships, which its tests check one by one. Costs next
 * to nothing at module level, where every user of a calendar pays for it.
 */
export function joinYears(
  identity: CalendarIdentity,
  first: CalendarYear,
  years: readonly CalendarYear[],
): WorkingCalendar {
  const provisional = years.find((year) => year.status === "provisional");
  return frozen({
    ...identity,
    from: first.from,
    to: years.at(-1)?.to ?? first.to,
    ...(provisional === undefined ? {} : { provisionalFrom: provisional.from }),
    off: years.flatMap((year) => year.off),
    work: years.flatMap((year) => year.work),
    sources: [...new Set(years.flatMap((year) => year.sources))],
  });
}

const readIdentity: Reader<CalendarIdentity> = shapeOf<CalendarIdentity>({
  id: readText,
  version: readText,
  weekend: readWeekend,
});

const readYears: Reader<readonly CalendarYear[]> = listOf(shapeOf<CalendarYear>(yearMembers));

/**
 * A working calendar assembled from the announcements of consecutive years.
 *
 * Each year is checked on its own, with its own place in the path of a refusal; the index is built on first use.
 *
 * @param identity - id, version and weekend
 * @param years - at least one, in order; each begins where the one before ends, provisional ones last
 * @returns a frozen calendar
 * @throws `calendar/not-adjacent` when a year does not begin where the one before ends, or a confirmed one follows a
 *   provisional one
 * @throws `calendar/invalid-calendar` when no year is given, or the identity or a year is malformed as in
 *   {@link defineCalendar}
 * @throws `calendar/day-outside-coverage` when a date lies outside its year
 * @throws `calendar/duplicate-day`, `calendar/contradictory-day`, `calendar/not-a-weekend-day`, `core/invalid-date` as in
 *   {@link defineCalendar}
 * @throws `calendar/invalid-option` when a status is neither `confirmed` nor `provisional`
 * @see library convention
 * @example
 * const year = (from: string, to: string) => ({ from, to, status: "confirmed", off: [], work: [], sources: ["notice"] }) as const;
 * calendarCoverage(calendarOfYears({ id: "x", version: "1", weekend: [6, 7] }, [year("2025-01-01", "2026-01-01"), year("2026-01-01", "2027-01-01")])) // => { from: "2025-01-01", to: "2027-01-01" }
 * @since 0.1.0
 */
export function calendarOfYears(identity: CalendarIdentity, years: readonly CalendarYear[]): WorkingCalendar {
  const { id, version, weekend } = readIdentity(identity, ["identity"], INVALID_CALENDAR);
  for (const [i, year] of readYears(years, ["years"], INVALID_CALENDAR).entries()) {
    const at = ["years", i];
    readExceptions(year, ...readStretch(year, at), at, weekend);
  }
  const first = years[0];
  if (first === undefined) {
    return refuse(INVALID_CALENDAR, ["years"], "names no year", {});
  }
  for (const [i, year] of years.entries()) {
    const before = years[i - 1];
    if (before === undefined) continue;
    if (before.to !== year.from || (before.status === "provisional" && year.status === "confirmed")) {
      refuse(
        "calendar/not-adjacent",
        ["years", i, "from"],
        "must begin where the year before ends, provisional years last",
        { expected: before.to, received: year.from, status: year.status },
      );
    }
  }
  return joinYears({ id, version, weekend }, first, years);
}

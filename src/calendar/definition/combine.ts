import { fromDayNumber, type LocalDate } from "../../core/index.ts";
import { defineCalendar } from "./define.ts";
import { isOn } from "./read.ts";
import { refuse } from "../errors.ts";
import { readOption } from "../option.ts";
import { ISO_WEEKDAYS, type OffDay, type WorkingCalendar } from "../types.ts";
import { indexOf, worked } from "../working-day-index.ts";

/** Ways to combine calendars. */
export const COMBINE_MODES = ["all", "any"] as const;

/** Whether a day has to be worked in `all` of the calendars, or in `any` of them. */
export type CombineMode = (typeof COMBINE_MODES)[number];

/** Whether a day that each calendar works or not is worked by the one made of them. */
const combined: Readonly<Record<CombineMode, (each: readonly boolean[]) => boolean>> = {
  all: (each) => !each.includes(false),
  any: (each) => each.includes(true),
};

/**
 * One calendar from several: a day is worked when it is worked in all of them, or in any of them.
 *
 * `"all"` suits a payment that needs both places open, `"any"` a desk that is staffed when either place is. The
 * coverage is what all of them cover, provisional from the first day on which one of them is. A day off carries the
 * names of every calendar that names it, joined by ` / `.
 *
 * @param mode - `all` or `any`
 * @param calendars - one or more
 * @returns a new frozen calendar with id `all(cn,hk)` and version `cn@…+hk@…`
 * @throws `calendar/no-common-coverage` when no day is covered by all of them, or no calendar is given
 * @throws `calendar/invalid-option` for any other mode
 * @throws `calendar/invalid-calendar` and the other codes of {@link defineCalendar}, when a calendar is not valid data
 * @see library convention
 * @example
 * const both = combineCalendars("all", CN, HK);
 * isWorkingDay(both, "2026-02-14") // => false
 * holidayName(both, "2026-02-17") // => "春节 / Lunar New Year's Day"
 * isWorkingDay(combineCalendars("any", CN, HK), "2026-02-14") // => true
 * @since 0.1.0
 */
export function combineCalendars(mode: CombineMode, ...calendars: readonly WorkingCalendar[]): WorkingCalendar {
  const isWorkedBy = combined[readOption(mode, COMBINE_MODES, "mode")];
  const indexed = calendars.map((calendar, i) => ({ calendar, index: indexOf(calendar, ["calendars", i]) }));
  const first = Math.max(...indexed.map(({ index }) => index.first));
  const end = Math.min(...indexed.map(({ index }) => index.first + index.length));
  if (indexed.length === 0 || first >= end) {
    refuse("calendar/no-common-coverage", ["calendars"], "no day is covered by all of them", {
      calendars: calendars.map(({ id, version, from, to }) => ({ calendar: id, version, from, to })),
    });
  }
  const weekend = ISO_WEEKDAYS.filter(
    (weekday) => !isWorkedBy(calendars.map((calendar) => !calendar.weekend.includes(weekday))),
  );
  const off: OffDay[] = [];
  const work: LocalDate[] = [];
  for (let day = first; day < end; day++) {
    const isWorked = isWorkedBy(indexed.map(({ index }) => worked(index, day - index.first)));
    if (isWorked && isOn(weekend, day)) work.push(fromDayNumber(day));
    if (isWorked) continue;
    // a day off that is not a weekend day of the result is listed in some calendar, so it has a name
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

import { type DayNumber, fromDayNumber, type LocalDate, type Path, toDayNumber } from "../../core/index.ts";
import {
  weekdayOfDay,
  listOf,
  optional,
  readDate,
  readList,
  readText,
  refuseKind,
  shapeOf,
  type Members,
  type Reader,
} from "../../core/inner.ts";
import { INVALID_CALENDAR, refuse } from "../errors.ts";
import {
  CALENDAR_STATUSES,
  ISO_WEEKDAYS,
  type CalendarStatus,
  type CalendarYear,
  type DateRange,
  type IsoWeekday,
  type OffDay,
  type WorkingCalendar,
} from "../types.ts";
import { readOption } from "../option.ts";

/** An ISO weekday. */
export function readWeekday(value: IsoWeekday, path: Path, code: string): IsoWeekday {
  return ISO_WEEKDAYS.includes(value) ? value : refuseKind(code, path, "not an ISO weekday 1 to 7", value);
}

/** Weekdays that are not worked, each at most once. */
export function readWeekend(value: readonly IsoWeekday[], path: Path, code: string): readonly IsoWeekday[] {
  for (const [i, weekday] of readList(value, path, code).entries()) {
    const at = [...path, i];
    readWeekday(weekday, at, code);
    if (value.indexOf(weekday) < i) refuseKind(code, at, "listed twice", weekday);
  }
  return value;
}

/** The state of a year. */
export function readStatus(value: CalendarStatus, path: Path): CalendarStatus {
  return readOption(value, CALENDAR_STATUSES, ...path);
}

/** Where holidays are written: at least one text. */
export const readSources: Reader<readonly string[]> = listOf(readText, 1);

/** Days off, each with a name. */
export const readOffDays: Reader<readonly OffDay[]> = listOf(shapeOf<OffDay>({ date: readDate, name: readText }));

/** Dates that are worked. */
export const readWorkDays: Reader<readonly LocalDate[]> = listOf(readDate);

/** The members of a calendar, whatever its dates mean together. */
export const readCalendarMembers: Reader<WorkingCalendar> = shapeOf<WorkingCalendar>({
  id: readText,
  version: readText,
  weekend: readWeekend,
  from: readDate,
  to: readDate,
  provisionalFrom: optional(readDate),
  off: readOffDays,
  work: readWorkDays,
  sources: readSources,
});

/** The members of a year. */
export const yearMembers: Members<CalendarYear> = {
  from: readDate,
  to: readDate,
  status: readStatus,
  off: readOffDays,
  work: readWorkDays,
  sources: readSources,
};

/** Day number of a date that lies from `from` inclusive to `to` exclusive; the path says where it is written. */
export function readCoveredDay(date: LocalDate, path: Path, from: DayNumber, to: DayNumber): DayNumber {
  const day = toDayNumber(date, path);
  if (day >= from && day < to) return day;
  return refuse("calendar/day-outside-coverage", path, "outside the days covered", {
    date,
    from: fromDayNumber(from),
    to: fromDayNumber(to),
  });
}

/** First day and end of the days that a calendar, or a part of one, covers. */
export function readStretch({ from, to }: DateRange, path: Path): readonly [first: DayNumber, end: DayNumber] {
  const first = toDayNumber(from);
  const end = toDayNumber(to);
  if (end <= first) refuse(INVALID_CALENDAR, [...path, "to"], "not after from", { from, to });
  return [first, end];
}

/** Checked exceptions of a stretch of days. */
export interface Exceptions {
  readonly off: ReadonlyMap<DayNumber, string>;
  readonly work: ReadonlySet<DayNumber>;
}

/** Whether a day falls on one of some weekdays. */
export const isOn = (weekdays: readonly number[], day: DayNumber): boolean => weekdays.includes(weekdayOfDay(day));

/**
 * Checks what days off and make-up days mean together: inside `from` to `to`, none twice, none in both; and, where a
 * weekend is given, make-up days on weekend days only.
 */
export function readExceptions(
  { off: offDays = [], work: workDays = [] }: Partial<Pick<WorkingCalendar, "off" | "work">>,
  from: DayNumber,
  to: DayNumber,
  path: Path,
  weekend?: readonly IsoWeekday[],
): Exceptions {
  const off = new Map<DayNumber, string>();
  const work = new Set<DayNumber>();
  for (const [i, { date, name }] of offDays.entries()) {
    const at = [...path, "off", i, "date"];
    const day = readCoveredDay(date, at, from, to);
    if (off.has(day)) refuse("calendar/duplicate-day", at, "listed twice", { date });
    off.set(day, name);
  }
  for (const [i, date] of workDays.entries()) {
    const at = [...path, "work", i];
    const day = readCoveredDay(date, at, from, to);
    if (work.has(day)) refuse("calendar/duplicate-day", at, "listed twice", { date });
    if (off.has(day)) refuse("calendar/contradictory-day", at, "both a day off and a working day", { date });
    if (weekend !== undefined && !isOn(weekend, day)) {
      refuse("calendar/not-a-weekend-day", at, "not a weekend day", { date });
    }
    work.add(day);
  }
  return { off, work };
}

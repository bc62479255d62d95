/**
 * The second door of this room, for the rooms above that count in day numbers and seconds. Not an entry point of the
 * package.
 *
 * Where a day lies beyond the coverage, these functions return the issue that the front-door function would throw:
 * `typeof answer === "number"` or {@link isOutOfRange} tells the two apart.
 */
import { fromDayNumber, type DayNumber, type Path } from "../core/index.ts";
import { outOfRange, type OutOfRange } from "./errors.ts";
import { dayOff } from "./explanation.ts";
import { indexOfHours, shiftWorkedTime, workedUpTo, type HoursIndex } from "./hours-index.ts";
import type { RollConvention, SkippedDay, WorkingCalendar, WorkingHours } from "./types.ts";
import { indexOf, shift, worked, workedBefore, type WorkingDayIndex } from "./working-day-index.ts";
import { momentOn, textOf, zoneTable } from "./zone.ts";

export type { OutOfRange } from "./errors.ts";
export { rangeOf, tryRange, unitAround, type DayRange } from "./period.ts";
export { dayAt, momentOn, offsetAt, secondOfDay, textOf, zoneTable, type ZoneTable } from "./zone.ts";

/** Whether an answer says that the calendar does not reach far enough. */
export function isOutOfRange(answer: unknown): answer is OutOfRange {
  return (
    typeof answer === "object" &&
    answer !== null &&
    (answer as Partial<OutOfRange>).code === ("calendar/out-of-range" satisfies OutOfRange["code"])
  );
}

/** A calendar with its index. */
export interface CountedDays {
  readonly calendar: WorkingCalendar;
  readonly index: WorkingDayIndex;
}

/** The counted days of a calendar, checked on first use; the path says where the caller has it. */
export function countedDays(calendar: WorkingCalendar, path?: Path): CountedDays {
  return { calendar, index: indexOf(calendar, path) };
}

/** A calendar read whole, on first use, as a member of a document of another room. */
export function readCalendar(calendar: WorkingCalendar, path: Path): WorkingCalendar {
  indexOf(calendar, path);
  return calendar;
}

/** Working hours read whole, with their calendar, on first use, as a member of a document of another room. */
export function readWorkingHours(hours: WorkingHours, path: Path): WorkingHours {
  indexOfHours(hours, path);
  return hours;
}

/** First day of the coverage, and the first day beyond it. */
export function coveredDays({ index }: CountedDays): { readonly from: DayNumber; readonly to: DayNumber } {
  return { from: index.first, to: index.first + index.length };
}

const isCovered = (index: WorkingDayIndex, position: number): boolean => position >= 0 && position < index.length;

function beyond({ calendar }: CountedDays, parameter: string, day: DayNumber): OutOfRange {
  return outOfRange(calendar, parameter, { date: fromDayNumber(day) });
}

/** Whether a day is worked, as in `isWorkingDay`. */
export function workedOn(days: CountedDays, day: DayNumber): boolean | OutOfRange {
  const { index } = days;
  const position = day - index.first;
  return isCovered(index, position) ? worked(index, position) : beyond(days, "date", day);
}

/** Number of working days d with `after` < d <= `through`, as in `workingDaysBetween`. */
export function workedBetween(days: CountedDays, after: DayNumber, through: DayNumber): number | OutOfRange {
  const { index } = days;
  const a = after - index.first;
  const b = through - index.first;
  if (!isCovered(index, a)) return beyond(days, "from", after);
  if (!isCovered(index, b)) return beyond(days, "to", through);
  return workedBefore(index, b + 1) - workedBefore(index, a + 1);
}

/** The n-th working day strictly after a day, or before it where n is negative, as in `addWorkingDays`; n is not 0. */
export function shiftWorked(days: CountedDays, day: DayNumber, n: number): DayNumber | OutOfRange {
  const { calendar, index } = days;
  const position = day - index.first;
  if (!isCovered(index, position)) return beyond(days, "date", day);
  const found = shift(index, position, n);
  return found < 0 ? outOfRange(calendar, "n", { date: fromDayNumber(day), n }) : index.first + found;
}

const STEP = { following: 1, preceding: -1 } as const satisfies Partial<Record<RollConvention, 1 | -1>>;

/** A day, or the working day next to it, as in `rollDate`. */
export function rollDay(days: CountedDays, day: DayNumber, roll: keyof typeof STEP): DayNumber | OutOfRange {
  const { index } = days;
  const position = day - index.first;
  if (!isCovered(index, position)) return beyond(days, "date", day);
  if (worked(index, position)) return day;
  const found = shift(index, position, STEP[roll]);
  return found < 0 ? beyond(days, "date", day) : index.first + found;
}

/** The days off from one covered day to a working day, the first included, in the order they are passed. */
export function passedOver({ index }: CountedDays, from: DayNumber, to: DayNumber): readonly SkippedDay[] {
  const step = to > from ? 1 : -1;
  return Array.from({ length: Math.abs(to - from) }, (_, at) => dayOff(index, from - index.first + at * step));
}

/** Whether a covered day is expected, and not official yet. */
export const isProvisional = ({ index }: CountedDays, day: DayNumber): boolean => day >= index.provisional;

/** The issue of a second outside the coverage of working hours; null inside it. */
function outside(hours: WorkingHours, index: HoursIndex, parameter: string, second: number): OutOfRange | null {
  if (second >= index.first && second <= index.last) return null;
  const instant = textOf(zoneTable(hours.zone), second);
  return outOfRange(hours.calendar, parameter, { hours: hours.id, instant });
}

/** Seconds the desk is open from one second to another, as in `workingMinutesBetween`. */
export function workedSeconds(hours: WorkingHours, from: number, to: number): number | OutOfRange {
  const index = indexOfHours(hours);
  return (
    outside(hours, index, "a", from) ??
    outside(hours, index, "b", to) ??
    workedUpTo(index, to) - workedUpTo(index, from)
  );
}

/**
 * The earliest second at which the desk has been open for a number of seconds since another, or, for a negative number,
 * the latest before it, as in `addWorkingMinutes`.
 */
export function addWorkedSeconds(hours: WorkingHours, from: number, seconds: number): number | OutOfRange {
  const index = indexOfHours(hours);
  const issue = outside(hours, index, "instant", from);
  if (issue !== null) return issue;
  const reached = shiftWorkedTime(index, from, seconds);
  if (reached !== null) return reached;
  const instant = textOf(zoneTable(hours.zone), from);
  const minutes = Math.floor(seconds / 60);
  return outOfRange(hours.calendar, "minutes", { hours: hours.id, instant, minutes });
}

/** The second at which business closes on a day, inclusive; the last second of the day when nobody works on it. */
export function closeOfBusiness(hours: WorkingHours, day: DayNumber): number | OutOfRange {
  const zone = zoneTable(hours.zone);
  const midnight = momentOn(zone, day, 0);
  const end = momentOn(zone, day, 86400);
  const seconds = workedSeconds(hours, midnight, end);
  if (typeof seconds !== "number") return seconds;
  return seconds === 0 ? end - 1 : addWorkedSeconds(hours, midnight, seconds);
}

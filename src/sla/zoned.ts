import {
  addWorkingMinutes,
  instantOf,
  localDateOf,
  workingMinutesBetween,
  type WorkingHours,
} from "../calendar/index.ts";
import {
  formatInstant,
  fromDayNumber,
  toDayNumber,
  toInstantParts,
  type DayNumber,
  type Instant,
  type LocalDate,
  type ZoneId,
} from "../core/index.ts";

/** Moments inside this room are whole seconds since 1970-01-01T00:00:00Z; this file is their way to zones and texts. */

/** Civil date of a moment. */
export function dateAt(seconds: number, zone: ZoneId): LocalDate {
  return localDateOf(formatInstant(seconds, 0), zone);
}

/** The moment the clocks show a time. */
export function momentAt(date: LocalDate, time: string, zone: ZoneId): number {
  return toInstantParts(instantOf(date, time, zone)).seconds;
}

/** Last second of a civil day. */
export function endOfDay(date: LocalDate, zone: ZoneId): number {
  return momentAt(date, "24:00", zone) - 1;
}

/** Offset the clocks show at a moment, from the offsets at both ends of the civil day: no zone changes twice in one. */
function offsetAt(seconds: number, zone: ZoneId): number {
  const date = dateAt(seconds, zone);
  const midnight: DayNumber = toDayNumber(date) * 86400;
  const before = midnight - momentAt(date, "00:00", zone);
  const after = midnight + 86400 - momentAt(date, "24:00", zone);
  if (before === after) return before;
  const time = clockTime(seconds + before);
  const day = fromDayNumber(Math.floor((seconds + before) / 86400));
  // a time the clocks skip comes back as another time
  const told = formatInstant(seconds, before);
  const fits = (["earlier", "later"] as const).some((overlap) => instantOf(day, time, zone, { overlap }) === told);
  return fits ? before : after;
}

function clockTime(local: number): string {
  return formatInstant(local, 0).slice(11, 19);
}

/** A moment as it is told: whole seconds with the zone's offset. */
export function textOf(seconds: number, zone: ZoneId): Instant {
  return formatInstant(seconds, offsetAt(seconds, zone));
}

/** The moment another day shows the same time of day. */
export function sameTimeOn(date: LocalDate, seconds: number, zone: ZoneId): number {
  return momentAt(date, clockTime(seconds + offsetAt(seconds, zone)), zone);
}

/** Seconds the desk is open from one moment to a later one. */
export function workedSeconds(hours: WorkingHours, from: number, to: number): number {
  // the count comes in minutes, seconds as sixtieths
  return Math.round(workingMinutesBetween(hours, textOf(from, hours.zone), textOf(to, hours.zone)) * 60);
}

/** The earliest moment at which the desk has been open for some seconds since a moment. */
export function addWorkedSeconds(hours: WorkingHours, from: number, seconds: number): number {
  const after = (start: number, minutes: number): number =>
    toInstantParts(addWorkingMinutes(hours, textOf(start, hours.zone), minutes)).seconds;
  const whole = Math.floor(seconds / 60);
  const rest = seconds - whole * 60;
  const begun = after(from, whole);
  if (rest === 0) return begun;
  // the minute begun runs on to its end, or is broken once by the end of opening hours
  if (workedSeconds(hours, begun, begun + rest) === rest) return begun + rest;
  return after(begun, 1) - (60 - rest);
}

/** The last moment of business of a day, inclusive; the last second of the day where nobody works on it. */
export function closeOfBusiness(hours: WorkingHours, date: LocalDate): number {
  const midnight = momentAt(date, "00:00", hours.zone);
  const worked = workedSeconds(hours, midnight, momentAt(date, "24:00", hours.zone));
  return worked === 0 ? endOfDay(date, hours.zone) : addWorkedSeconds(hours, midnight, worked);
}

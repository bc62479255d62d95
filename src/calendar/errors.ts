import { type CoreErrorCode, DomainError } from "../core/index.ts";
import type { WorkingCalendar } from "./types.ts";

/** Codes thrown by the calendar room; dates, moments and whole numbers are refused with `core/*` codes. */
export type CalendarErrorCode =
  | "calendar/invalid-period"
  | "calendar/invalid-option"
  | "calendar/invalid-calendar"
  | "calendar/duplicate-day"
  | "calendar/contradictory-day"
  | "calendar/day-outside-coverage"
  | "calendar/not-a-weekend-day"
  | "calendar/not-adjacent"
  | "calendar/no-common-coverage"
  | "calendar/out-of-range"
  | "calendar/zero-days"
  | "calendar/unknown-zone"
  | "calendar/invalid-time"
  | "calendar/skipped-time"
  | "calendar/repeated-time"
  | "calendar/invalid-hours";

/** An error of this room or of the checks it shares. */
export type CalendarError = DomainError<CalendarErrorCode | CoreErrorCode>;

/** The one refusal of a date nobody has data for. */
export function outOfRange(
  calendar: WorkingCalendar,
  parameter: string,
  details: Readonly<Record<string, unknown>>,
): DomainError<CalendarErrorCode> {
  return new DomainError<CalendarErrorCode>(
    "calendar/out-of-range",
    `${parameter}: leads outside the coverage of calendar ${calendar.id}@${calendar.version}, ${calendar.from} to ${calendar.to} (exclusive)`,
    [parameter],
    { calendar: calendar.id, version: calendar.version, ...details, from: calendar.from, to: calendar.to },
  );
}

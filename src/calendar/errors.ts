import { type CoreErrorCode, describeValue, DomainError, type Path } from "../core/index.ts";
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

/** Throws an error of this room; the message is the path and the reason. */
export function refuse(
  code: CalendarErrorCode | CoreErrorCode,
  path: Path,
  reason: string,
  details: Readonly<Record<string, unknown>>,
): never {
  throw new DomainError(code, `${path.join(".")}: ${reason}`, path, details);
}

/** Refuses a value that is not of the form it should have. */
export function refuseValue(
  code: CalendarErrorCode | CoreErrorCode,
  path: Path,
  reason: string,
  received: unknown,
): never {
  return refuse(code, path, reason, { received: describeValue(received) });
}

/** The one refusal of a date nobody has data for. */
export function outOfRange(
  calendar: WorkingCalendar,
  parameter: string,
  details: Readonly<Record<string, unknown>>,
): never {
  const { id, version, from, to } = calendar;
  return refuse(
    "calendar/out-of-range",
    [parameter],
    `leads outside the coverage of calendar ${id}@${version}, ${from} to ${to} (exclusive)`,
    { calendar: id, version, ...details, from, to },
  );
}

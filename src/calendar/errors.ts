import type { CoreErrorCode, Details, DomainError, Path } from "../core/index.ts";
import { refuse as refuseWith, refuseValue as refuseValueWith } from "../core/inner.ts";
import type { CalendarErrorDetails, CalendarIssue } from "./reasons.ts";
import type { WorkingCalendar } from "./types.ts";

/** Codes thrown by the calendar room; dates, moments and whole numbers are refused with `core/*` codes. */
export type CalendarErrorCode = keyof CalendarErrorDetails;

/** An error of this room or of the checks it shares. */
export type CalendarError = DomainError<CalendarErrorCode | CoreErrorCode>;

type Code = CalendarErrorCode | CoreErrorCode;

/** The code of a calendar, or a part of one, that is malformed. */
export const INVALID_CALENDAR = "calendar/invalid-calendar" satisfies Code;

/** Throws an error of this room; the message is the path and the reason. */
export const refuse: (code: Code, path: Path, reason: string, details: Details) => never = refuseWith;

/** Refuses a value that is not of the form it should have. */
export const refuseValue: (code: Code, path: Path, reason: string, received: unknown) => never = refuseValueWith;

/** The issue of a date without data: what rooms that count in numbers get instead of an exception. */
export type OutOfRange = Extract<CalendarIssue, { readonly code: "calendar/out-of-range" }>;

/** What was asked for, without the calendar and its coverage. */
type Asked = Omit<OutOfRange["details"], "calendar" | "version" | "from" | "to">;

/** Details of a date without data, placed between the calendar and its coverage. */
function detailsBeyond({ id, version, from, to }: WorkingCalendar, details: Asked): OutOfRange["details"] {
  return { calendar: id, version, ...details, from, to };
}

/** The issue of a date without data. */
export function outOfRange(calendar: WorkingCalendar, parameter: string, details: Asked): OutOfRange {
  return { code: "calendar/out-of-range", path: [parameter], details: detailsBeyond(calendar, details) };
}

/** The same, thrown. */
export function refuseOutOfRange(calendar: WorkingCalendar, parameter: string, details: Asked): never {
  const { id, version, from, to } = calendar;
  return refuse(
    "calendar/out-of-range",
    [parameter],
    `leads outside the coverage of calendar ${id}@${version}, ${from} to ${to} (exclusive)`,
    detailsBeyond(calendar, details),
  );
}

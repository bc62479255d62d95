import { describeValue, DomainError } from "../core/index.ts";
import type { CalendarErrorCode } from "./errors.ts";

/** A value that must be one of a few literals, checked; the path names the parameter and the member inside it. */
export function checkOption<T extends string>(value: T, allowed: readonly T[], ...path: readonly string[]): T {
  if (allowed.includes(value)) return value;
  throw new DomainError<CalendarErrorCode>(
    "calendar/invalid-option",
    `${path.join(".")}: one of ${allowed.join(", ")}`,
    path,
    { received: describeValue(value), allowed },
  );
}

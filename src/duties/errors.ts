import type { Path } from "../core/index.ts";
import { refuse } from "../core/inner.ts";
import type { DutyErrorDetails, DutyIssueDetails } from "./reasons.ts";

/** Codes of errors thrown by this room: a policy that makes no sense, a context or a handle that cannot be used. */
export type DutyErrorCode = keyof DutyErrorDetails;

/** Codes of the issues of rows, besides those of core and of calendar (`calendar/out-of-range`, an unknown zone). */
export type DutyIssueCode = keyof DutyIssueDetails;

/** Throws an error of this room, or the issue of a row. */
export function refuseDuty<Code extends DutyErrorCode | DutyIssueCode>(
  code: Code,
  path: Path,
  reason: string,
  details: (DutyErrorDetails & DutyIssueDetails)[Code],
): never {
  return refuse(code, path, reason, { ...details });
}

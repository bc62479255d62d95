import type { Details, Path } from "../core/index.ts";
import { refuse } from "../core/inner.ts";

/** Codes of errors thrown by this room: a policy that makes no sense, a context or a handle that cannot be used. */
export type DutyErrorCode =
  "duties/invalid-policy" | "duties/invalid-input" | "duties/ambiguous-calendar" | "duties/not-a-handle";

/** Codes of the issues of rows, besides those of core and of calendar (`calendar/out-of-range`, an unknown zone). */
export type DutyIssueCode =
  | "duties/invalid-row"
  | "duties/reversed-dates"
  | "duties/unknown-calendar"
  | "duties/missing-hours"
  | "duties/hours-in-another-zone"
  | "duties/hours-of-another-calendar"
  | "duties/overlapping-rows"
  | "duties/duplicate-id"
  | "duties/record-before-period"
  | "duties/no-reason"
  | "duties/no-approver"
  | "duties/approved-by-oneself"
  | "duties/unknown-policy";

/** Throws an error of this room, or the issue of a row. */
export function refuseDuty(code: DutyErrorCode | DutyIssueCode, path: Path, reason: string, details?: Details): never {
  return refuse(code, path, reason, details ?? {});
}

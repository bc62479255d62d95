import type { Instant, IssuesOf, LocalDate, ReadingDetails, ZoneId } from "../core/index.ts";
import type { DutyFall, DutyReason, FallenDuty } from "./types.ts";

/** What the errors of this room carry, by code. */
export interface DutyErrorDetails {
  /** A policy that makes no sense. */
  "duties/invalid-policy": ReadingDetails;
  /** A parameter, or a member of a context, that is not what it should be. */
  "duties/invalid-input": ReadingDetails;
  /** Two calendars, or two working hours, with one id. */
  "duties/ambiguous-calendar": { readonly id: string };
  /** Something other than an answer of `dutiesDue`. */
  "duties/not-a-handle": Record<string, never>;
}

/** What the issues of rows carry, by code, besides those of core and of calendar. */
export interface DutyIssueDetails {
  /** A row of people, records or excuses that cannot be read. */
  "duties/invalid-row": ReadingDetails;
  /** An end, exclusive, that is not after its beginning. */
  "duties/reversed-dates": { readonly from: LocalDate; readonly to: LocalDate };
  /** The calendar that the row names is not in the context. */
  "duties/unknown-calendar": { readonly calendar: string };
  /** The hours that the row names are not in the context; null when it names none. */
  "duties/missing-hours": { readonly hours: string | null };
  /** The zone is that of the row. */
  "duties/hours-in-another-zone": { readonly hours: string; readonly zone: ZoneId };
  /** The calendar is that of the row. */
  "duties/hours-of-another-calendar": { readonly hours: string; readonly calendar: string };
  /** Somebody is in one role twice at a time; the other is the index of the earlier row, from 0. */
  "duties/overlapping-rows": { readonly other: number };
  /** A record with the id of an earlier one. */
  "duties/duplicate-id": { readonly id: string };
  /** A record made before the period begins that it is for. */
  "duties/record-before-period": { readonly id: string; readonly at: Instant; readonly for: LocalDate };
  "duties/no-reason": ReadingDetails;
  "duties/no-approver": ReadingDetails;
  "duties/approved-by-oneself": Record<string, never>;
  /** An excuse for a policy that the duties were not worked out with. */
  "duties/unknown-policy": { readonly policy: string };
}

/** An issue or error of this room, by code with its details. */
export type DutyIssue = IssuesOf<DutyErrorDetails & DutyIssueDetails>;

/**
 * A period that is owed nothing, as a reason that can be told: `{ code: fallen.because, ...fallen }`. The words say why
 * by that code.
 */
export type FallenDutyReason = {
  readonly [Because in DutyFall]: { readonly code: Because } & Omit<FallenDuty, "because">;
}[DutyFall];

/** Every reason this room gives: its issues and errors, how duties came by their days, and why a period is owed nothing. */
export type DutyReasons = DutyIssue | DutyReason | FallenDutyReason;

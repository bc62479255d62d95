import type { Instant, IssuesOf, LocalDate, ReadingDetails, ZoneId } from "../core/index.ts";
import type { DutyFall, DutyReason, FallenDuty } from "./types.ts";

/** What the errors of this room carry, by code. */
export interface DutyErrorDetails {
  /**
   * A policy that makes no sense.
   *
   * Remedy: correct the member at `path`; `DutyPolicySchema` describes a duty policy and `prepareDutyPolicy` checks it.
   */
  "duties/invalid-policy": ReadingDetails;
  /**
   * A parameter, or a member of a context, that is not what it should be.
   *
   * Remedy: correct the argument, or the member of the context, at `path`.
   */
  "duties/invalid-input": ReadingDetails;
  /**
   * Two calendars, or two working hours, with one id.
   *
   * Remedy: leave one of the two out of `context.calendars` or `context.hours`.
   */
  "duties/ambiguous-calendar": { readonly id: string };
  /**
   * Something other than an answer of `dutiesDue`.
   *
   * Remedy: pass what `dutiesDue` returned itself, not a copy or what was read back from JSON.
   */
  "duties/not-a-handle": Record<string, never>;
}

/** What the issues of rows carry, by code, besides those of core and of calendar. */
export interface DutyIssueDetails {
  /**
   * A row of people, records or excuses that cannot be read.
   *
   * Remedy: correct the row at `path`; `DutyHolderSchema`, `DutyRecordSchema` and `DutyExcuseSchema` describe the three
   * kinds of rows.
   */
  "duties/invalid-row": ReadingDetails;
  /**
   * An end, exclusive, that is not after its beginning.
   *
   * Remedy: correct `from` or `to` of the row: the end is the first day that no longer counts.
   */
  "duties/reversed-dates": { readonly from: LocalDate; readonly to: LocalDate };
  /**
   * The calendar that the row names is not in the context.
   *
   * Remedy: add the calendar to `context.calendars`, or correct `calendar` of the row.
   */
  "duties/unknown-calendar": { readonly calendar: string };
  /**
   * The hours that the row names are not in the context; null when it names none.
   *
   * Remedy: name working hours in `hours` of the row and pass them in `context.hours`.
   */
  "duties/missing-hours": { readonly hours: string | null };
  /** The zone is that of the row. Remedy: correct `zone` or `hours` of the row, so that both are in one time zone. */
  "duties/hours-in-another-zone": { readonly hours: string; readonly zone: ZoneId };
  /**
   * The calendar is that of the row.
   *
   * Remedy: name working hours in the row that rest on its calendar, or correct `calendar`.
   */
  "duties/hours-of-another-calendar": { readonly hours: string; readonly calendar: string };
  /**
   * Somebody is in one role twice at a time; the other is the index of the earlier row, from 0.
   *
   * Remedy: end the earlier row on the day the later one begins, or remove the copy.
   */
  "duties/overlapping-rows": { readonly other: number };
  /** A record with the id of an earlier one. Remedy: give the record an id of its own, or remove the copy. */
  "duties/duplicate-id": { readonly id: string };
  /**
   * A record made before the period begins that it is for.
   *
   * Remedy: correct `at` or `for` of the record; what is done before a period begins does not count for it.
   */
  "duties/record-before-period": { readonly id: string; readonly at: Instant; readonly for: LocalDate };
  /** Remedy: fill in `reason` of the excuse. */
  "duties/no-reason": ReadingDetails;
  /** Remedy: fill in `approvedBy` of the excuse with the id of whoever granted it. */
  "duties/no-approver": ReadingDetails;
  /** Remedy: have somebody else grant the excuse, and name them in `approvedBy`. */
  "duties/approved-by-oneself": Record<string, never>;
  /**
   * An excuse for a policy that the duties were not worked out with.
   *
   * Remedy: pass the policy to `dutiesDue`, or correct `policies` of the excuse; the policies it names besides still
   * count.
   */
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

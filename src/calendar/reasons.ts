import type { Instant, IssuesOf, LocalDate, ReadingDetails, ZoneId } from "../core/index.ts";
import type { CalendarStatus, LocalTime, Period, SkippedDay, SkipReason } from "./types.ts";

/** What the errors of this room carry, by code; dates, moments and whole numbers are refused with `core/*` codes. */
export interface CalendarErrorDetails {
  /** No name of a period, no such month or ISO week, or an end that is not after the beginning. */
  "calendar/invalid-period": ReadingDetails & {
    readonly period?: string;
    readonly from?: LocalDate;
    readonly to?: LocalDate;
  };
  "calendar/invalid-option": ReadingDetails;
  /** A calendar, or a part of one, that cannot be read or ends before it begins. */
  "calendar/invalid-calendar": ReadingDetails & { readonly from?: LocalDate; readonly to?: LocalDate };
  /** A date that is listed twice. */
  "calendar/duplicate-day": { readonly date: LocalDate };
  /** A date that is both a day off and a working day. */
  "calendar/contradictory-day": { readonly date: LocalDate };
  /** A date outside the days the data covers; `to` is the first day beyond them. */
  "calendar/day-outside-coverage": { readonly date: LocalDate; readonly from: LocalDate; readonly to: LocalDate };
  /** A make-up working day that is not a weekend day. */
  "calendar/not-a-weekend-day": { readonly date: LocalDate };
  /**
   * Days that do not begin where those before them end: with the `expected` and the `received` beginning where years are
   * put together, and with what the calendar covers where it is extended.
   */
  "calendar/not-adjacent": {
    readonly expected?: LocalDate;
    readonly received?: LocalDate;
    readonly status?: CalendarStatus;
    readonly from?: LocalDate;
    readonly to?: LocalDate;
    readonly coverageTo?: LocalDate;
    readonly provisionalFrom?: LocalDate | null;
  };
  /** Calendars that have no day in common. */
  "calendar/no-common-coverage": {
    readonly calendars: readonly {
      readonly calendar: string;
      readonly version: string;
      readonly from: LocalDate;
      readonly to: LocalDate;
    }[];
  };
  /**
   * An answer the calendar has no data for. What was asked for stands between the calendar and its coverage, whose `to` is
   * the first day beyond it: a date, with the working days counted from it; a period; or a moment in working hours.
   */
  "calendar/out-of-range": {
    readonly calendar: string;
    readonly version: string;
    readonly date?: LocalDate;
    readonly n?: number;
    readonly period?: Period;
    readonly hours?: string;
    readonly instant?: Instant;
    readonly minutes?: number;
    readonly from: LocalDate;
    readonly to: LocalDate;
  };
  /** No working days to count, which say nothing about a day off; `hint` is the function to call. */
  "calendar/zero-days": { readonly date: LocalDate; readonly n: number; readonly hint: "rollDate" };
  "calendar/unknown-zone": { readonly received: string };
  "calendar/invalid-time": { readonly received: string };
  /** A clock time that does not exist that day. */
  "calendar/skipped-time": { readonly date: LocalDate; readonly time: LocalTime; readonly zone: ZoneId };
  /** A clock time that occurs twice that day. */
  "calendar/repeated-time": { readonly date: LocalDate; readonly time: LocalTime; readonly zone: ZoneId };
  "calendar/invalid-hours": ReadingDetails;
  /** A date of birth after the day of the age. */
  "calendar/birth-after-as-of": { readonly asOf: LocalDate };
}

/** An error or issue of this room, by code with its details. */
export type CalendarIssue = IssuesOf<CalendarErrorDetails>;

/** A day that was passed over, by why. */
export type SkippedFor<Reason extends SkipReason = SkipReason> = Reason extends SkipReason
  ? SkippedDay & { readonly reason: Reason }
  : never;

/** Every reason this room gives: its errors, and why days are passed over. */
export type CalendarReasons = CalendarIssue | SkippedFor;

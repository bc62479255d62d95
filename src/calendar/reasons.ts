import type { Instant, IssuesOf, LocalDate, ReadingDetails, ZoneId } from "../core/index.ts";
import type { CalendarStatus, LocalTime, Period, SkippedDay, SkipReason } from "./types.ts";

/** What the errors of this room carry, by code; dates, moments and whole numbers are refused with `core/*` codes. */
export interface CalendarErrorDetails {
  /**
   * No name of a period, no such month or ISO week, or an end that is not after the beginning.
   *
   * Remedy: write the period as a name such as `"2026"`, `"2026-Q1"` or `"2026-02"`, or as `{ from, to }` with `to`,
   * exclusive, after `from`; `PeriodSchema` describes it.
   */
  "calendar/invalid-period": ReadingDetails & {
    readonly period?: string;
    readonly from?: LocalDate;
    readonly to?: LocalDate;
  };
  /** Remedy: use one of the `allowed` words at `path`, and no option the function does not have. */
  "calendar/invalid-option": ReadingDetails;
  /**
   * A calendar, or a part of one, that cannot be read or ends before it begins.
   *
   * Remedy: correct the member at `path`; `WorkingCalendarSchema` describes a calendar, `CalendarYearSchema` a year of
   * one and `CalendarExtensionSchema` what is added.
   */
  "calendar/invalid-calendar": ReadingDetails & { readonly from?: LocalDate; readonly to?: LocalDate };
  /**
   * A date that is listed twice.
   *
   * Remedy: remove one of the two entries for the day from `off`, `work` or `overrides`.
   */
  "calendar/duplicate-day": { readonly date: LocalDate };
  /** A date that is both a day off and a working day. Remedy: remove the day from `off` or from `work`. */
  "calendar/contradictory-day": { readonly date: LocalDate };
  /**
   * A date outside the days the data covers; `to` is the first day beyond them.
   *
   * Remedy: remove the day, or widen `from` and `to` of the calendar or year so that they cover it.
   */
  "calendar/day-outside-coverage": { readonly date: LocalDate; readonly from: LocalDate; readonly to: LocalDate };
  /**
   * A make-up working day that is not a weekend day.
   *
   * Remedy: remove the day from `work`, or correct `weekend` of the calendar.
   */
  "calendar/not-a-weekend-day": { readonly date: LocalDate };
  /**
   * Days that do not begin where those before them end: with the `expected` and the `received` beginning where years
   * are put together, and with what the calendar covers where it is extended.
   *
   * Remedy: let each stretch begin where the one before it ends, or at `provisionalFrom` where it replaces provisional
   * days, and put provisional years last.
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
  /**
   * Calendars that have no day in common.
   *
   * Remedy: combine calendars that have days in common; `calendarCoverage` says which days each has.
   */
  "calendar/no-common-coverage": {
    readonly calendars: readonly {
      readonly calendar: string;
      readonly version: string;
      readonly from: LocalDate;
      readonly to: LocalDate;
    }[];
  };
  /**
   * An answer the calendar has no data for. What was asked for stands between the calendar and its coverage, whose `to`
   * is the first day beyond it: a date, with the working days counted from it; a period; or a moment in working hours.
   *
   * Remedy: take a newer version of the calendar, or add the missing days with `extendCalendar`; `calendarCoverage`
   * says which days it has.
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
  /**
   * No working days to count, which say nothing about a day off; `hint` is the function to call.
   *
   * Remedy: count at least one working day, forwards or backwards, or move the date with `rollDate`.
   */
  "calendar/zero-days": { readonly date: LocalDate; readonly n: number; readonly hint: "rollDate" };
  /** Remedy: use a name of the IANA time zone database such as `"Asia/Shanghai"`, not an abbreviation. */
  "calendar/unknown-zone": { readonly received: string };
  /** Remedy: write the time of day as `hh:mm` or `hh:mm:ss`, at most `24:00`. */
  "calendar/invalid-time": { readonly received: string };
  /**
   * A clock time that does not exist that day.
   *
   * Remedy: ask for a time that exists, or let `instantOf` move it with `{ gap: "later" }`, which is the default.
   */
  "calendar/skipped-time": { readonly date: LocalDate; readonly time: LocalTime; readonly zone: ZoneId };
  /**
   * A clock time that occurs twice that day.
   *
   * Remedy: say which is meant: pass `instantOf` the rule `{ overlap: "earlier" }` or `{ overlap: "later" }`.
   */
  "calendar/repeated-time": { readonly date: LocalDate; readonly time: LocalTime; readonly zone: ZoneId };
  /**
   * Remedy: correct the member at `path`; `WorkingHoursSchema` describes working hours and `defineWorkingHours` checks
   * them.
   */
  "calendar/invalid-hours": ReadingDetails;
  /** A date of birth after the day of the age. Remedy: correct `birthDate`, or ask for the age on a later day. */
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

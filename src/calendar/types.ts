import type { LocalDate, ZoneId } from "../core/index.ts";

/** A half-open stretch of days: `from` inclusive, `to` exclusive. */
export interface DateRange {
  /** First day, inclusive. */
  readonly from: LocalDate;
  /** First day no longer in it, exclusive. */
  readonly to: LocalDate;
}

/** A period: half-open `{ from, to }`, or `"2026"`, `"2026-Q1"`, `"2026-03"`, `"2026-W09"` (ISO week), `"2026-03-01"` (a day). */
export type Period = DateRange | string;

/** Units longer than a day: those a date lies inside of. */
export const LONG_PERIOD_UNITS = ["week", "month", "quarter", "year"] as const;

/** A unit longer than a day. */
export type LongPeriodUnit = (typeof LONG_PERIOD_UNITS)[number];

/** Units a period can be split into, shortest first. */
export const PERIOD_UNITS = /* @__PURE__ */ (() => ["day", ...LONG_PERIOD_UNITS] as const)();

/** Units a period can be split into; weeks are ISO weeks, Monday to Sunday, and do not add up to months or years. */
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

/** ISO weekdays, Monday first. */
export const ISO_WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** ISO weekday: Monday 1 to Sunday 7. */
export type IsoWeekday = (typeof ISO_WEEKDAYS)[number];

/** One day nobody works although its weekday is a working one, or a holiday that falls on a weekend day. */
export interface OffDay {
  readonly date: LocalDate;
  /** Name of the holiday or closure, as the source writes it (春节, Good Friday). */
  readonly name: string;
}

/**
 * Which days are worked in one place or market (工作日历): plain data, safe to store as JSON.
 *
 * A day is worked when its weekday is not a weekend day and it is not in `off`, or when it is in `work`. Outside
 * `from` to `to` nothing is known and nothing is guessed. The value must not be changed after its first use: its index
 * is kept as long as the object lives.
 */
export interface WorkingCalendar {
  /** Identity that policies refer to, such as `"cn"`. */
  readonly id: string;
  /** Edition of the data; two calendars with the same id and version hold the same days. */
  readonly version: string;
  /** Weekdays that are normally not worked. */
  readonly weekend: readonly IsoWeekday[];
  /** First day of the coverage, inclusive. */
  readonly from: LocalDate;
  /** First day beyond the coverage, exclusive. */
  readonly to: LocalDate;
  /** From this day on the data is expected but not yet official; omitted when all of it is official. */
  readonly provisionalFrom?: LocalDate;
  /** Holidays and closures; a date is listed at most once. */
  readonly off: readonly OffDay[];
  /** Make-up working days (调休补班): weekend days that are worked. */
  readonly work: readonly LocalDate[];
  /** Where the days are written: notice, gazette, address. Never empty. */
  readonly sources: readonly string[];
}

/** States of a stretch of days: from an official notice, or computed or expected. */
export const CALENDAR_STATUSES = ["confirmed", "provisional"] as const;

/** Whether days come from an official notice, or are computed or expected. */
export type CalendarStatus = (typeof CALENDAR_STATUSES)[number];

/** The exceptions of one stretch of days, usually a year: the unit in which holidays are announced. */
export interface CalendarYear {
  /** First day, inclusive. */
  readonly from: LocalDate;
  /** First day no longer in it, exclusive. */
  readonly to: LocalDate;
  /** `confirmed` when an official notice gives the days, `provisional` when they are computed or expected. */
  readonly status: CalendarStatus;
  /** Holidays and closures inside the stretch. */
  readonly off: readonly OffDay[];
  /** Make-up working days inside the stretch. */
  readonly work: readonly LocalDate[];
  /** The notice the days come from. Never empty. */
  readonly sources: readonly string[];
}

/** Next year's holidays as they arrive, for `extendCalendar`: JSON of this form needs no code. */
export interface CalendarExtension extends CalendarYear {
  /** Ids of the calendars these are the days of; any other is refused. Left out, they are for whatever they are given to. */
  readonly calendars?: readonly string[];
  /** Version of the extended calendar. */
  readonly version: string;
  /**
   * Days the same notice changes in the part already covered: the 2019 notice made 2018-12-29 a working day and
   * 2018-12-31 a day off.
   */
  readonly amends?: CalendarAmendments;
}

/** Days that a notice changes in the part of a calendar that is already covered. */
export interface CalendarAmendments {
  /** Days that become days off. */
  readonly off?: readonly OffDay[];
  /** Days that become working days. */
  readonly work?: readonly LocalDate[];
}

/** Local changes to a calendar: a typhoon closure, an extra day the branch is open. */
export interface CalendarOverrides {
  /** Days that become days off; a make-up working day may be among them. */
  readonly off?: readonly OffDay[];
  /** Days that become working days; a holiday or a weekend day may be among them. */
  readonly work?: readonly LocalDate[];
  /** Version of the changed calendar. */
  readonly version: string;
  /** Where the change was decided: circular, notice, ticket. */
  readonly source: string;
}

/** What a calendar knows: a half-open range of days, and the day from which it is provisional. */
export interface CalendarCoverage extends DateRange {
  /** First provisional day; omitted when all days are official. */
  readonly provisionalFrom?: LocalDate;
}

/** Why a day is passed over: the calendar names it, or its weekday is not worked. */
export const SKIP_REASONS = ["weekend", "holiday"] as const;

/** Why a day is passed over: `holiday` when the calendar names it, `weekend` otherwise. */
export type SkipReason = (typeof SKIP_REASONS)[number];

/** One day that was passed over while counting working days. */
export interface SkippedDay {
  readonly date: LocalDate;
  /** `holiday` when the calendar names the day, `weekend` otherwise. */
  readonly reason: SkipReason;
  /** Name of the holiday, as the source writes it. */
  readonly name?: string;
  /** Present and true when the day lies in the provisional part of the calendar. */
  readonly provisional?: true;
}

/** A counted date with the days that made the difference. */
export interface WorkingDaysExplanation {
  /** The answer of `addWorkingDays`. */
  readonly date: LocalDate;
  /** Days passed over, in the order they were passed: latest first when counting backwards. */
  readonly skipped: readonly SkippedDay[];
  /** Make-up working days that were counted, in the same order; the answer may be one. */
  readonly madeUp: readonly LocalDate[];
}

/** Ways to move a date that is not a working day. */
export const ROLL_CONVENTIONS = ["following", "preceding", "modifiedFollowing", "nearest"] as const;

/**
 * What to do with a date that is not a working day: the next one, the one before, the next one unless it lies in another
 * month (then the one before), or the nearer of the two with ties to the next.
 */
export type RollConvention = (typeof ROLL_CONVENTIONS)[number];

/** Rules for the last day of a month. */
export const END_OF_MONTH_RULES = ["clip", "stick"] as const;

/** `clip`: the day of the month stays if the month has it; `stick`: the last day goes to the last day. */
export type EndOfMonthRule = (typeof END_OF_MONTH_RULES)[number];

/** What happens to the last day of a month when months are added. */
export interface EndOfMonthOption {
  /** `clip` (default): the day of the month stays if the month has it; `stick`: the last day goes to the last day. */
  readonly endOfMonth?: EndOfMonthRule;
}

/** Days that take the place of 29 February in a common year. */
export const LEAP_DAYS = ["28-february", "1-march"] as const;

/** The day that takes the place of 29 February in a common year. */
export type LeapDay = (typeof LEAP_DAYS)[number];

/** On which day of a common year somebody born on 29 February completes a year of life. */
export interface LeapDayOption {
  /** The last day of February, or the day after it. */
  readonly leapDay: LeapDay;
}

/** Day-count conventions. */
export const DAY_COUNT_BASES = ["ACT/365F", "ACT/360", "ACT/ACT-ISDA", "30/360-US", "30/360-ISDA", "30E/360"] as const;

/** Day-count conventions; the doc comment of `dayCount` gives the rule and the legal clause of each. */
export type DayCountBasis = (typeof DAY_COUNT_BASES)[number];

/** An exact day count: the year fraction is `numerator / denominator`, for interest without a rounded factor. */
export interface DayCount {
  readonly basis: DayCountBasis;
  /** Days counted: actual days, or days of 30-day months under the 30/360 family. */
  readonly days: number;
  /** Whole number; not in lowest terms. */
  readonly numerator: number;
  /** Whole number: 360, 365, 366, or 133590 = 365 × 366 where ACT/ACT-ISDA mixes year lengths. */
  readonly denominator: number;
}

/** Clock time `hh:mm` or `hh:mm:ss`, `00:00` to `24:00`; `24:00` is the end of the day. */
export type LocalTime = string;

/** Readings of a clock time that a zone's clocks skip or show twice. */
export const LOCAL_TIME_READINGS = ["later", "earlier", "refuse"] as const;

/** How a clock time that is skipped or shown twice is read: as the later or the earlier moment, or not at all. */
export type LocalTimeReading = (typeof LOCAL_TIME_READINGS)[number];

/** What to do with a clock time that a zone's clocks skip or show twice. */
export interface LocalTimeRules {
  /**
   * Clock time that is skipped: `later` reads it on the clock from before the change (02:30 becomes 03:30), `earlier` on
   * the clock from after it (02:30 becomes 01:30), `refuse` throws. Default `later`.
   */
  readonly gap?: LocalTimeReading;
  /** Clock time that occurs twice: the first, the second, or a refusal. Default `earlier`. */
  readonly overlap?: LocalTimeReading;
}

/** A stretch of one day that is worked, by the wall clock: from `from`, inclusive, to `to`, exclusive. */
export interface TimeSegment {
  readonly from: LocalTime;
  /** Later than `from`; `24:00` is the end of the day. */
  readonly to: LocalTime;
}

/** The hours of one date, in place of what its weekday says: a half day, a closure (no segments), a special opening. */
export interface HoursOverride {
  readonly date: LocalDate;
  readonly segments: readonly TimeSegment[];
}

/**
 * When a desk works (营业时间): segments of the day by weekday, on the working days of a calendar, in one zone. Plain data.
 *
 * The value must not be changed after its first use: its index is kept as long as the object lives.
 */
export interface WorkingHours {
  /** Identity that policies refer to. */
  readonly id: string;
  readonly version: string;
  /** Zone of the wall clock. */
  readonly zone: ZoneId;
  /** Which days are worked. */
  readonly calendar: WorkingCalendar;
  /** Segments of each weekday, Monday `"1"` to Sunday `"7"`, in order of time; an omitted weekday has no hours. */
  readonly week: Readonly<Partial<Record<`${IsoWeekday}`, readonly TimeSegment[]>>>;
  /**
   * Whose hours a make-up working day has: those of the given weekday, or of its own. Default 1: the desk works as on a
   * Monday, because the weekend weekdays usually have no hours of their own.
   */
  readonly makeUpDays?: IsoWeekday | "own";
  /** Dates with hours of their own, at most once each; they override calendar and weekday. */
  readonly overrides?: readonly HoursOverride[];
}

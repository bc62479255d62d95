/**
 * Dates, periods, day counts, working calendars, working hours and zones.
 *
 * Dates are strings `YYYY-MM-DD`; periods are half-open. A working calendar is plain data with a coverage: outside it,
 * every question is refused with `calendar/out-of-range`, even when only the start date lies outside. The calendars of
 * mainland China and Hong Kong are entry points of their own, `calendar/cn` and `calendar/hk`, so that nobody pays for
 * holidays they do not use.
 *
 * The path through it:
 *
 * 1. {@link localDateOf} says which date the clocks of a zone show at a moment;
 * 2. {@link addWorkingDays} counts working days forwards or back, in a calendar such as `CN`;
 * 3. {@link explainWorkingDays} gives the same day with every day that was passed over, and why;
 * 4. {@link rollDate} moves a date that is not a working day, by a named convention;
 * 5. {@link extendCalendar} adds the next year as soon as its holidays are announced.
 *
 * @packageDocumentation
 */

// -- Working days
export { addWorkingDays } from "./working-days.ts";
export { explainWorkingDays } from "./explanation.ts";
export {
  workingDaysBetween,
  workingDays,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  rollDate,
  holidayName,
  calendarCoverage,
} from "./working-days.ts";

// -- Calendars made from data
export { defineCalendar, calendarOfYears } from "./definition/define.ts";
export { extendCalendar, withOverrides } from "./definition/change.ts";
export { combineCalendars } from "./definition/combine.ts";

// -- Moments and zones
export { localDateOf, instantOf, offsetSecondsAt } from "./zone.ts";

// -- Working hours
export { defineWorkingHours, addWorkingMinutes, workingMinutesBetween, isOpen, nextOpening } from "./working-hours.ts";

// -- Date arithmetic
export { addDays, addMonths, addYears, daysBetween, monthsBetween, yearsBetween } from "./date-arithmetic.ts";
export { ageOn } from "./age.ts";
export { startOf, endOf, isEndOfMonth, weekdayOf, isoWeekOf, quarterOf } from "./date-arithmetic.ts";

// -- Periods
export { readPeriod, periodOf, splitPeriod, periodLength, periodContains, intersectPeriods } from "./period.ts";

// -- Day counts
export { dayCount, yearFraction } from "./day-count.ts";

// -- Words
export {
  CALENDAR_STATUSES,
  DAY_COUNT_BASES,
  END_OF_MONTH_RULES,
  ISO_WEEKDAYS,
  LEAP_DAYS,
  LOCAL_TIME_READINGS,
  LONG_PERIOD_UNITS,
  PERIOD_UNITS,
  ROLL_CONVENTIONS,
  SKIP_REASONS,
} from "./types.ts";
export { COMBINE_MODES } from "./definition/combine.ts";

// -- Types: working calendars
export type { WorkingCalendar } from "./types.ts";
export type { CalendarIdentity } from "./definition/define.ts";
export type {
  CalendarYear,
  OffDay,
  CalendarCoverage,
  CalendarStatus,
  CalendarExtension,
  CalendarAmendments,
  CalendarOverrides,
} from "./types.ts";
export type { CombineMode } from "./definition/combine.ts";
export type { RollConvention, WorkingDaysExplanation, SkippedDay, SkipReason } from "./types.ts";

// -- Types: moments and working hours
export type { LocalTime, LocalTimeRules, LocalTimeReading, WorkingHours, TimeSegment, HoursOverride } from "./types.ts";

// -- Types: dates and periods
export type {
  DateRange,
  DayCount,
  DayCountBasis,
  EndOfMonthOption,
  EndOfMonthRule,
  IsoWeekday,
  LeapDay,
  LeapDayOption,
  LongPeriodUnit,
  Period,
  PeriodUnit,
} from "./types.ts";

// -- Types: errors
export type { CalendarError, CalendarErrorCode } from "./errors.ts";
export type { CalendarErrorDetails, CalendarIssue, CalendarReasons, SkippedFor } from "./reasons.ts";
export type { HolidayName } from "./data/holiday-names.ts";

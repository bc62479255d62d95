/**
 * Dates, periods, day counts, working calendars, working hours and zones.
 *
 * Dates are strings `YYYY-MM-DD`; periods are half-open. A working calendar is plain data with a coverage: outside it,
 * every question is refused with `calendar/out-of-range`, even when only the start date lies outside. The calendars of
 * mainland China and Hong Kong are entry points of their own, `calendar/cn` and `calendar/hk`, so that nobody pays for
 * holidays they do not use.
 *
 * @packageDocumentation
 */
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
  type CalendarAmendments,
  type CalendarCoverage,
  type CalendarExtension,
  type CalendarOverrides,
  type CalendarStatus,
  type CalendarYear,
  type DateRange,
  type DayCount,
  type DayCountBasis,
  type EndOfMonthOption,
  type EndOfMonthRule,
  type HoursOverride,
  type IsoWeekday,
  type LeapDay,
  type LeapDayOption,
  type LocalTime,
  type LocalTimeReading,
  type LocalTimeRules,
  type LongPeriodUnit,
  type OffDay,
  type Period,
  type PeriodUnit,
  type RollConvention,
  type SkippedDay,
  type SkipReason,
  type TimeSegment,
  type WorkingCalendar,
  type WorkingDaysExplanation,
  type WorkingHours,
} from "./types.ts";
export type { CalendarError, CalendarErrorCode } from "./errors.ts";
export type { CalendarErrorDetails, CalendarIssue, CalendarReasons, SkippedFor } from "./reasons.ts";
export {
  addWorkingDays,
  calendarCoverage,
  holidayName,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  rollDate,
  workingDays,
  workingDaysBetween,
} from "./working-days.ts";
export { HONG_KONG_HOLIDAY_NAMES, MAINLAND_HOLIDAY_NAMES, type HolidayName } from "./data/holiday-names.ts";
export { explainWorkingDays } from "./explanation.ts";
export { calendarOfYears, defineCalendar, type CalendarIdentity } from "./definition/define.ts";
export { extendCalendar, withOverrides } from "./definition/change.ts";
export { COMBINE_MODES, combineCalendars, type CombineMode } from "./definition/combine.ts";
export { intersectPeriods, readPeriod, periodContains, periodLength, periodOf, splitPeriod } from "./period.ts";
export {
  addDays,
  addMonths,
  addYears,
  daysBetween,
  endOf,
  isEndOfMonth,
  isoWeekOf,
  monthsBetween,
  quarterOf,
  startOf,
  weekdayOf,
  yearsBetween,
} from "./date-arithmetic.ts";
export { ageOn } from "./age.ts";
export { dayCount, yearFraction } from "./day-count.ts";
export { instantOf, localDateOf, offsetSecondsAt } from "./zone.ts";
export { addWorkingMinutes, defineWorkingHours, isOpen, nextOpening, workingMinutesBetween } from "./working-hours.ts";

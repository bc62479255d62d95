/**
 * Schemas of periods, working calendars, holiday announcements and working hours, for data that comes from outside.
 *
 * They check the shape; meaning (days listed twice, days outside the coverage, a make-up day on a weekday) is checked by
 * the functions that use the data.
 *
 * @packageDocumentation
 */
import * as z from "zod";

import { LocalDateSchema } from "../core/schema.ts";
import {
  CALENDAR_STATUSES,
  ISO_WEEKDAYS,
  type CalendarExtension,
  type CalendarOverrides,
  type CalendarYear,
  type DateRange,
  type IsoWeekday,
  type LocalTime,
  type OffDay,
  type Period,
  type TimeSegment,
  type WorkingCalendar,
  type WorkingHours,
} from "./types.ts";

/** A text that is not blank. */
const Text = z.string().regex(/\S/);

/** A half-open range of days. */
export const DateRangeSchema = z
  .strictObject({ from: LocalDateSchema, to: LocalDateSchema })
  .readonly() satisfies z.ZodType<DateRange>;

/** A half-open range, the name of a year, quarter, month or ISO week, or a single day. */
export const PeriodSchema = z.union([
  LocalDateSchema,
  z.string().regex(/^\d{4}(-(Q[1-4]|W(0[1-9]|[1-4]\d|5[0-3])|0[1-9]|1[0-2]))?$/),
  DateRangeSchema,
]) satisfies z.ZodType<Period>;

/** ISO weekday, Monday 1 to Sunday 7. */
export const IsoWeekdaySchema = z.literal(ISO_WEEKDAYS) satisfies z.ZodType<IsoWeekday>;

/** A named day off. */
export const OffDaySchema = z
  .strictObject({ date: LocalDateSchema, name: Text })
  .readonly() satisfies z.ZodType<OffDay>;

const exceptions = {
  off: z.array(OffDaySchema).readonly(),
  work: z.array(LocalDateSchema).readonly(),
} as const;

const sources = z.array(Text).min(1).readonly();

/** A whole working calendar. */
export const WorkingCalendarSchema = z
  .strictObject({
    id: Text,
    version: Text,
    weekend: z.array(IsoWeekdaySchema).max(7).readonly(),
    from: LocalDateSchema,
    to: LocalDateSchema,
    provisionalFrom: LocalDateSchema.exactOptional(),
    ...exceptions,
    sources,
  })
  .readonly() satisfies z.ZodType<WorkingCalendar>;

const year = {
  from: LocalDateSchema,
  to: LocalDateSchema,
  status: z.enum(CALENDAR_STATUSES),
  ...exceptions,
  sources,
} as const;

/** The announcement of one year. */
export const CalendarYearSchema = z.strictObject(year).readonly() satisfies z.ZodType<CalendarYear>;

/** Next year's holidays as JSON, for `extendCalendar`. */
export const CalendarExtensionSchema = z
  .strictObject({
    ...year,
    calendars: z.array(Text).min(1).readonly().exactOptional(),
    version: Text,
    amends: z
      .strictObject({ off: exceptions.off.exactOptional(), work: exceptions.work.exactOptional() })
      .readonly()
      .exactOptional(),
  })
  .readonly() satisfies z.ZodType<CalendarExtension>;

/** Local changes, for `withOverrides`. */
export const CalendarOverridesSchema = z
  .strictObject({
    off: exceptions.off.exactOptional(),
    work: exceptions.work.exactOptional(),
    version: Text,
    source: Text,
  })
  .readonly() satisfies z.ZodType<CalendarOverrides>;

/** Clock time `hh:mm` or `hh:mm:ss`, `24:00` included. */
export const LocalTimeSchema = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?|24:00(:00)?)$/) satisfies z.ZodType<LocalTime>;

/** A stretch of a day. */
export const TimeSegmentSchema = z
  .strictObject({ from: LocalTimeSchema, to: LocalTimeSchema })
  .readonly() satisfies z.ZodType<TimeSegment>;

const segments = z.array(TimeSegmentSchema).readonly();

/** Working hours with their calendar. */
export const WorkingHoursSchema = z
  .strictObject({
    id: Text,
    version: Text,
    zone: z.string().regex(/^[A-Za-z][A-Za-z0-9_+\-/]*$/),
    calendar: WorkingCalendarSchema,
    week: z
      .strictObject({
        1: segments.exactOptional(),
        2: segments.exactOptional(),
        3: segments.exactOptional(),
        4: segments.exactOptional(),
        5: segments.exactOptional(),
        6: segments.exactOptional(),
        7: segments.exactOptional(),
      })
      .readonly(),
    makeUpDays: z.union([IsoWeekdaySchema, z.literal("own")]).exactOptional(),
    overrides: z
      .array(z.strictObject({ date: LocalDateSchema, segments }).readonly())
      .readonly()
      .exactOptional(),
  })
  .readonly() satisfies z.ZodType<WorkingHours>;

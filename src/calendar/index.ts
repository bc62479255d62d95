/**
 * Dates, periods, day counts, working calendars, working hours and zones.
 *
 * @packageDocumentation
 */
export type { DateRange, Period } from "./types.ts";

/**
 * Working days of Hong Kong, 2007 to 2027, 2027 provisional: five-day and six-day week.
 *
 * @packageDocumentation
 */
export { HK, HK6 } from "./calendars.ts";

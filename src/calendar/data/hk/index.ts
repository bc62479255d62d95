/**
 * Working days of Hong Kong, 2007 to 2027, 2027 provisional: five-day and six-day week. They are data for the functions
 * of `calendar`.
 *
 * @packageDocumentation
 */

// -- Calendars
export { HK, HK6 } from "./calendars.ts";

// -- Words
export { HONG_KONG_HOLIDAY_NAMES } from "../holiday-names.ts";

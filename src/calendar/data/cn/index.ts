/**
 * Working days of mainland China, 2007 to 2026: banks and government, and the stock exchanges; the statutory days of 2027
 * by rule, for those who plan with them. They are data for the functions of `calendar`.
 *
 * @packageDocumentation
 */

// -- Calendars
export { CN, CN_EXCHANGE } from "./calendars.ts";
export { CN_2027_PROVISIONAL } from "./2027-provisional.ts";

// -- Words
export { MAINLAND_HOLIDAY_NAMES } from "../holiday-names.ts";

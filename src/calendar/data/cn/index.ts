/**
 * Working days of mainland China, 2007 to 2026: banks and government, and the stock exchanges. They are data for the
 * functions of `calendar`.
 *
 * @packageDocumentation
 */

// -- Calendars
export { CN, CN_EXCHANGE } from "./calendars.ts";

// -- Words
export { MAINLAND_HOLIDAY_NAMES } from "../holiday-names.ts";

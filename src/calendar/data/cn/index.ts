/**
 * Working days of mainland China, 2007 to 2026: banks and government, and the stock exchanges.
 *
 * @packageDocumentation
 */
export { CN, CN_EXCHANGE } from "./calendars.ts";

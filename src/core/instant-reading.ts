import { dayNumberOf, daysInMonth, MAX_DAY_NUMBER, MIN_DAY_NUMBER, tryDayNumber } from "./local-date.ts";

/** A moment in numbers, to be written into: batches read millions of them. */
export interface MomentBuffer {
  /** Whole seconds since 1970-01-01T00:00:00Z, rounded down. */
  seconds: number;
  /** Nanoseconds within the second. */
  nanos: number;
}

/** First second an instant may name: 0001-01-01T00:00:00Z. */
export const MIN_SECOND = MIN_DAY_NUMBER * 86400;
/** Last second an instant may name: 9999-12-31T23:59:59Z. */
export const MAX_SECOND = MAX_DAY_NUMBER * 86400 + 86399;

/** Largest offset in minutes: 18 h is the limit ISO-minded libraries use; the largest real one is +14:00. */
export const MAX_OFFSET = 18 * 60;

const SHAPE = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:Z|([+-])(\d{2}):(\d{2}))$/;

const ZERO = 48;
const POINT = 46;

/** 9999-01-01T00:00:00Z: the last year is left to the careful reader, which knows where it ends. */
const LAST_YEAR = 253370764800;

/** Two digits at a position, or -1 when they are not both digits. */
function twoAt(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

/** Three digits at a position, or -1 when they are not all digits. */
function threeAt(text: string, at: number): number {
  const two = twoAt(text, at);
  const ones = text.charCodeAt(at + 2) - ZERO;
  return two >= 0 && ones >= 0 && ones <= 9 ? two * 10 + ones : -1;
}

/** Whole seconds of the first 19 characters `YYYY-MM-DDThh:mm:ss`, read as UTC; NaN when they are anything else. */
function civilSeconds(text: string): number {
  const century = twoAt(text, 0);
  const yearOfCentury = twoAt(text, 2);
  const month = twoAt(text, 5);
  const day = twoAt(text, 8);
  const hour = twoAt(text, 11);
  const minute = twoAt(text, 14);
  const second = twoAt(text, 17);
  // years before 1000 are left to the careful reader, like everything else that is unusual
  if (century < 10 || yearOfCentury < 0 || month < 1 || month > 12 || day < 1) return Number.NaN;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return Number.NaN;
  if (text[4] !== "-" || text[7] !== "-" || text[10] !== "T" || text[13] !== ":" || text[16] !== ":") return Number.NaN;
  const year = century * 100 + yearOfCentury;
  if (day > 28 && day > daysInMonth(year, month)) return Number.NaN;
  return dayNumberOf(year, month, day) * 86400 + hour * 3600 + minute * 60 + second;
}

/** Seconds to subtract for `Z` or `±hh:mm` at a position where the text ends; NaN when it is anything else. */
function offsetFrom(text: string, at: number): number {
  const sign = text.charCodeAt(at);
  if (sign === 90) return text.length === at + 1 ? 0 : Number.NaN;
  if ((sign !== 43 && sign !== 45) || text.length !== at + 6 || text[at + 3] !== ":") return Number.NaN;
  const hours = twoAt(text, at + 1);
  const minutes = twoAt(text, at + 4);
  if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) return Number.NaN;
  const offset = (hours * 60 + minutes) * 60;
  return sign === 45 ? -offset : offset;
}

/** Any moment there is, by the whole rule. */
function scanUnusual(text: string, into: MomentBuffer): boolean {
  const match = SHAPE.exec(text);
  if (match === null) return false;
  const [, date, hh, mm, ss, fraction, sign, offsetHours, offsetMinutes] = match;
  const day = tryDayNumber(date);
  const hour = Number(hh);
  const minute = Number(mm);
  const second = Number(ss);
  const offset = sign === undefined ? 0 : Number(offsetHours) * 60 + Number(offsetMinutes);
  if (day === null || hour > 23 || minute > 59 || second > 59) return false;
  if (Number(offsetMinutes ?? 0) > 59 || offset > MAX_OFFSET) return false;
  const seconds = day * 86400 + hour * 3600 + minute * 60 + second - (sign === "-" ? -offset : offset) * 60;
  if (seconds < MIN_SECOND || seconds > MAX_SECOND) return false;
  into.seconds = seconds;
  into.nanos = fraction === undefined ? 0 : Number(fraction.padEnd(9, "0"));
  return true;
}

/**
 * Reads a moment into numbers: the usual forms (whole seconds or milliseconds) character by character, the others by a
 * regular expression.
 *
 * @param instant - anything
 * @param into - takes the numbers
 * @returns false when it is not a moment; `into` is left as it was
 */
export function scanInstant(instant: unknown, into: MomentBuffer): boolean {
  if (typeof instant !== "string") return false;
  const fraction = instant.charCodeAt(19) === POINT;
  const millis = fraction ? threeAt(instant, 20) : 0;
  const seconds = civilSeconds(instant) - offsetFrom(instant, fraction ? 23 : 19);
  // not a number where either part is not of a usual form
  if (seconds < LAST_YEAR && millis >= 0) {
    into.seconds = seconds;
    into.nanos = millis * 1e6;
    return true;
  }
  return scanUnusual(instant, into);
}

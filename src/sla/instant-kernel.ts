import {
  dayNumberOf,
  daysInMonth,
  toInstantParts,
  tryInstant,
  type Instant,
  type InstantParts,
} from "../core/index.ts";

/** A moment in numbers, to be written into: batches read millions of them. */
export interface MomentBuffer {
  /** Whole seconds since 1970-01-01T00:00:00Z, rounded down. */
  seconds: number;
  /** Nanoseconds within the second. */
  nanos: number;
}

const ZERO = 48;
const POINT = 46;

/** 9999-01-01T00:00:00Z: the last year is left to the careful reader, which knows where it ends. */
const LAST_YEAR = 253370764800;

/** Two digits at a position; -1 when either is none. */
function twoAt(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

/** Three digits at a position; -1 when any is none. */
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
  // years before 1000 are left to the careful reader, as is everything else that is unusual
  if (century < 10 || yearOfCentury < 0 || month < 1 || month > 12 || day < 1) return Number.NaN;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return Number.NaN;
  if (text[4] !== "-" || text[7] !== "-" || text[10] !== "T" || text[13] !== ":" || text[16] !== ":") return Number.NaN;
  const year = century * 100 + yearOfCentury;
  if (day > 28 && day > daysInMonth(year, month)) return Number.NaN;
  return dayNumberOf(year, month, day) * 86400 + hour * 3600 + minute * 60 + second;
}

/** Seconds to take off for `Z` or `±hh:mm` at a position where the text ends; NaN when it is anything else. */
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

/**
 * Reads a moment into numbers: the usual forms (whole seconds or milliseconds) character by character, all others as
 * `tryInstant` does, which says what a moment is.
 *
 * @param instant - anything
 * @param into - takes the numbers
 * @returns false when it is no moment; `into` is left as it was
 */
export function readInstant(instant: Instant, into: MomentBuffer): boolean {
  if (typeof instant === "string") {
    const fraction = instant.charCodeAt(19) === POINT;
    const millis = fraction ? threeAt(instant, 20) : 0;
    const seconds = civilSeconds(instant) - offsetFrom(instant, fraction ? 23 : 19);
    // not a number where either part is not of a usual form
    if (seconds < LAST_YEAR && millis >= 0) {
      into.seconds = seconds;
      into.nanos = millis * 1e6;
      return true;
    }
  }
  const parts = tryInstant(instant);
  if (parts === null) return false;
  into.seconds = parts.seconds;
  into.nanos = parts.nanos;
  return true;
}

/**
 * A moment in numbers, checked.
 *
 * @param instant - moment
 * @param parameter - name of the caller's parameter
 * @returns its two parts
 * @throws `core/invalid-instant`
 */
export function momentOf(instant: Instant, parameter: string): InstantParts {
  const parts = { seconds: 0, nanos: 0 };
  return readInstant(instant, parts) ? parts : toInstantParts(instant, parameter);
}

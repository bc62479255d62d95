import { leadingDay, twoDigits } from "./local-date.ts";

/** A moment in numbers, as a buffer to write into: batches read millions of moments. */
export interface MomentBuffer {
  /** Whole seconds since 1970-01-01T00:00:00Z, rounded down. */
  seconds: number;
  /** Nanoseconds within the second. */
  nanos: number;
}

/** First second an instant may name: 0001-01-01T00:00:00Z. A number written out costs nobody who does not use it. */
export const MIN_SECOND = -62135596800;
/** Last second an instant may name: 9999-12-31T23:59:59Z. */
export const MAX_SECOND = 253402300799;

/** Largest offset in minutes: libraries that follow ISO stop at 18 h; the largest real offset is +14:00. */
export const MAX_OFFSET = 18 * 60;

/** Seconds into the day of the clock `Thh:mm:ss` at position 10 of a text, NaN when it is not one. */
function clockSeconds(text: string): number {
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  const isClock = hour < 24 && minute < 60 && second < 60 && text[10] === "T" && text[13] === ":" && text[16] === ":";
  return isClock ? hour * 3600 + minute * 60 + second : Number.NaN;
}

/** Seconds to subtract for the `Z` or `±hh:mm` that ends a text, at its position; NaN for anything else. */
function offsetFrom(text: string, at: number): number {
  const sign = text[at];
  if (sign === "Z" && text.length === at + 1) return 0;
  const minutes = twoDigits(text, at + 4);
  const offset = twoDigits(text, at + 1) * 60 + minutes;
  const isOffset = minutes < 60 && offset <= MAX_OFFSET && text[at + 3] === ":" && text.length === at + 6;
  if (!isOffset || (sign !== "+" && sign !== "-")) return Number.NaN;
  return sign === "-" ? -offset * 60 : offset * 60;
}

/**
 * Reads a moment into numbers, character by character: a regular expression costs several times as much.
 *
 * @param instant - anything
 * @param into - receives the numbers
 * @returns false when it is not a moment; `into` is then unchanged
 */
export function scanInstant(instant: unknown, into: MomentBuffer): boolean {
  if (typeof instant !== "string") return false;
  let at = 19;
  let nanos = 0;
  if (instant[at] === ".") {
    for (at++; at < 29; at++) {
      const digit = instant.charCodeAt(at) - 48;
      if (!(digit >= 0 && digit <= 9)) break;
      nanos = nanos * 10 + digit;
    }
    if (at === 20) return false;
    for (let missing = 29 - at; missing > 0; missing--) nanos *= 10;
  }
  const seconds = leadingDay(instant) * 86400 + clockSeconds(instant) - offsetFrom(instant, at);
  // NaN when any part is malformed
  if (!(seconds >= MIN_SECOND && seconds <= MAX_SECOND)) return false;
  into.seconds = seconds;
  into.nanos = nanos;
  return true;
}

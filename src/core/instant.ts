import { MAX_OFFSET, MAX_SECOND, MIN_SECOND, scanInstant } from "./instant-reading.ts";
import { readInteger, fromDayNumber, type Instant } from "./local-date.ts";
import type { Path } from "./errors.ts";
import { refuseKind } from "./refusal.ts";

/** A moment in its two parts: whole seconds since 1970-01-01T00:00:00Z and nanoseconds within the second. */
export interface InstantParts {
  readonly seconds: number;
  readonly nanos: number;
}

/**
 * Reads a moment without throwing.
 *
 * @param instant - anything
 * @returns seconds since the epoch (rounded down) and the rest in nanoseconds, or null when it is not an {@link Instant}
 * @example
 * tryInstant("1970-01-01T08:00:01.5+08:00") // => { seconds: 1, nanos: 500000000 }
 * tryInstant("2026-03-01T09:00Z") // => null
 * @since 0.1.0
 */
export function tryInstant(instant: unknown): InstantParts | null {
  const parts = { seconds: 0, nanos: 0 };
  return scanInstant(instant, parts) ? parts : null;
}

/**
 * Reads and checks a moment.
 *
 * @param instant - ISO 8601 with seconds and `Z` or an offset
 * @param parameter - name of the caller's parameter, for message and path; a dotted name is split into a path, and a path is
 *   taken as it is
 * @returns seconds since the epoch (rounded down) and the rest in nanoseconds
 * @throws `core/invalid-instant` with `details.received`
 * @example
 * toInstantParts("2026-03-01T00:00:00Z").seconds // => 1772323200
 * toInstantParts("2026-03-01") // throws core/invalid-instant
 * @since 0.1.0
 */
export function toInstantParts(instant: Instant, parameter: string | Path = "instant"): InstantParts {
  const parts = tryInstant(instant);
  if (parts !== null) return parts;
  const reason = "not a moment written YYYY-MM-DDThh:mm:ss with Z or an offset (instantOf makes one)";
  return refuseKind("core/invalid-instant", parameter, reason, instant);
}

/**
 * Order of two moments, exact to the nanosecond, whatever offsets they are written in.
 *
 * @param a - moment
 * @param b - moment
 * @returns -1 when `a` is earlier, 1 when it is later, 0 when they are the same
 * @throws `core/invalid-instant`
 * @example
 * compareInstants("2026-03-01T08:00:00+08:00", "2026-03-01T00:00:00Z") // => 0
 * @since 0.1.0
 */
export function compareInstants(a: Instant, b: Instant): -1 | 0 | 1 {
  const x = toInstantParts(a, "a");
  const y = toInstantParts(b, "b");
  const difference = x.seconds - y.seconds || x.nanos - y.nanos;
  return difference < 0 ? -1 : difference > 0 ? 1 : 0;
}

const twoDigitsOf = (n: number): string => String(n + 100).slice(1);

/** Clock times `hh:mm` already written, by minute. */
const clocks = /* @__PURE__ */ new Array<string | undefined>(1440);

/** Minutes as hours and minutes, `hh:mm`. */
function clock(minutes: number): string {
  return (clocks[minutes] ??= `${twoDigitsOf(Math.floor(minutes / 60))}:${twoDigitsOf(minutes % 60)}`);
}

/**
 * Writes a moment in whole seconds at an offset.
 *
 * @param seconds - whole seconds since 1970-01-01T00:00:00Z
 * @param offsetSeconds - offset from UTC in whole seconds, east positive, at most 18 hours; 0 is written `Z`, and so is
 *   an offset with a seconds part (local mean time, before standard time), which ISO 8601 cannot express
 * @returns ISO 8601, a moment that {@link toInstantParts} reads back
 * @throws `core/invalid-integer` for seconds outside the years 0001 to 9999 (UTC), or not whole
 * @throws `core/invalid-date` when the local date falls outside these years
 * @example
 * formatInstant(1772323200, 0) // => "2026-03-01T00:00:00Z"
 * formatInstant(1772323200, 28800) // => "2026-03-01T08:00:00+08:00"
 * @since 0.1.0
 */
export function formatInstant(seconds: number, offsetSeconds: number): Instant {
  readInteger(offsetSeconds, "offsetSeconds", -MAX_OFFSET * 60, MAX_OFFSET * 60);
  const offset = offsetSeconds % 60 === 0 ? offsetSeconds : 0;
  const wall = readInteger(seconds, "seconds", MIN_SECOND, MAX_SECOND) + offset;
  const day = Math.floor(wall / 86400);
  const rest = wall - day * 86400;
  const minutes = Math.floor(rest / 60);
  const local = `${fromDayNumber(day, "seconds")}T${clock(minutes)}:${twoDigitsOf(rest % 60)}`;
  return offset === 0 ? `${local}Z` : `${local}${offset < 0 ? "-" : "+"}${clock(Math.abs(offset) / 60)}`;
}

import { describeValue, DomainError } from "./errors.ts";
import {
  checkInteger,
  fromDayNumber,
  type Instant,
  MAX_DAY_NUMBER,
  MIN_DAY_NUMBER,
  tryDayNumber,
} from "./local-date.ts";

const SHAPE = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/** Smallest and largest second an {@link Instant} may name: 0001-01-01T00:00:00Z to 9999-12-31T23:59:59Z. */
const MIN_SECOND = MIN_DAY_NUMBER * 86400;
const MAX_SECOND = MAX_DAY_NUMBER * 86400 + 86399;

/** Largest offset in minutes: 18 h is the limit ISO-minded libraries use; the largest real one is +14:00. */
const MAX_OFFSET = 18 * 60;

/** A moment in its two parts: whole seconds since 1970-01-01T00:00:00Z and nanoseconds within the second. */
export interface InstantParts {
  readonly seconds: number;
  readonly nanos: number;
}

/**
 * Reads a moment without throwing.
 *
 * @param instant - anything
 * @returns seconds since the epoch (rounded down) and the rest in nanoseconds, or null when it is no {@link Instant}
 * @example
 * tryInstant("1970-01-01T08:00:01.5+08:00") // => { seconds: 1, nanos: 500000000 }
 * tryInstant("2026-03-01T09:00Z") // => null
 * @since 0.1.0
 */
export function tryInstant(instant: unknown): InstantParts | null {
  if (typeof instant !== "string") return null;
  const match = SHAPE.exec(instant);
  if (match === null) return null;
  const [, date, hh, mm, ss, fraction, sign, offsetHours, offsetMinutes] = match;
  const day = tryDayNumber(date);
  const hour = Number(hh);
  const minute = Number(mm);
  const second = Number(ss);
  const offset = sign === undefined ? 0 : Number(offsetHours) * 60 + Number(offsetMinutes);
  if (
    day === null ||
    hour > 23 ||
    minute > 59 ||
    second > 59 ||
    Number(offsetMinutes ?? 0) > 59 ||
    offset > MAX_OFFSET
  ) {
    return null;
  }
  const seconds = day * 86400 + hour * 3600 + minute * 60 + second - (sign === "-" ? -offset : offset) * 60;
  if (seconds < MIN_SECOND || seconds > MAX_SECOND) return null;
  return { seconds, nanos: fraction === undefined ? 0 : Number(fraction.padEnd(9, "0")) };
}

/**
 * Reads a moment, checked.
 *
 * @param instant - ISO 8601 with seconds and `Z` or an offset
 * @param parameter - name of the caller's parameter, for message and path; a dotted name is a path of its parts
 * @returns seconds since the epoch (rounded down) and the rest in nanoseconds
 * @throws `core/invalid-instant` with `details.received`
 * @example
 * toInstantParts("2026-03-01T00:00:00Z").seconds // => 1772323200
 * toInstantParts("2026-03-01") // throws core/invalid-instant
 * @since 0.1.0
 */
export function toInstantParts(instant: Instant, parameter = "instant"): InstantParts {
  const parts = tryInstant(instant);
  if (parts !== null) return parts;
  throw new DomainError(
    "core/invalid-instant",
    `${parameter}: not a moment written YYYY-MM-DDThh:mm:ss with Z or an offset`,
    parameter.split("."),
    { received: describeValue(instant) },
  );
}

/**
 * Order of two moments, exact to the nanosecond, whatever offsets they are written in.
 *
 * @param a - moment
 * @param b - moment
 * @returns -1 when `a` is earlier, 1 when it is later, else 0
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

function pad2(n: number): string {
  return n < 10 ? `0${String(n)}` : String(n);
}

/**
 * Writes a moment in whole seconds at an offset.
 *
 * @param seconds - whole seconds since 1970-01-01T00:00:00Z
 * @param offsetSeconds - offset from UTC in whole seconds, east positive, at most 18 hours; 0 is written `Z`, and so is
 *   an offset with odd seconds (local mean time, before standard time), which ISO 8601 cannot write
 * @returns ISO 8601, a moment that {@link toInstantParts} reads back
 * @throws `core/invalid-integer` for seconds outside the years 0001 to 9999 of UTC, or what is no whole number
 * @throws `core/invalid-date` when the local date leaves these years
 * @example
 * formatInstant(1772323200, 0) // => "2026-03-01T00:00:00Z"
 * formatInstant(1772323200, 28800) // => "2026-03-01T08:00:00+08:00"
 * @since 0.1.0
 */
export function formatInstant(seconds: number, offsetSeconds: number): Instant {
  checkInteger(offsetSeconds, "offsetSeconds", -MAX_OFFSET * 60, MAX_OFFSET * 60);
  const offset = offsetSeconds % 60 === 0 ? offsetSeconds : 0;
  const local = checkInteger(seconds, "seconds", MIN_SECOND, MAX_SECOND) + offset;
  const day = Math.floor(local / 86400);
  const rest = local - day * 86400;
  const clock = `${fromDayNumber(day, "seconds")}T${pad2(Math.floor(rest / 3600))}:${pad2(Math.floor((rest % 3600) / 60))}:${pad2(rest % 60)}`;
  if (offset === 0) return `${clock}Z`;
  const minutes = Math.abs(offset) / 60;
  return `${clock}${offset < 0 ? "-" : "+"}${pad2(Math.floor(minutes / 60))}:${pad2(minutes % 60)}`;
}

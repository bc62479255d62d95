import {
  addWorkingMinutes,
  instantOf,
  offsetSecondsAt,
  workingMinutesBetween,
  type WorkingHours,
} from "../calendar/index.ts";
import {
  formatInstant,
  MAX_DAY_NUMBER,
  MIN_DAY_NUMBER,
  toInstantParts,
  type DayNumber,
  type Instant,
  type ZoneId,
  fromDayNumber,
} from "../core/index.ts";

/** Moments inside this room are whole seconds since 1970-01-01T00:00:00Z; this file is their way to zones and texts. */

/** Offsets of one zone in blocks of 2^19 seconds (6.07 days): the offset, or NaN where it changes inside. */
interface OffsetMemo {
  readonly zone: ZoneId;
  readonly blocks: Float64Array;
  readonly offsets: Float64Array;
}

const BLOCK = 2 ** 19;
const SLOTS = 1024;
const memos = /* @__PURE__ */ new Map<ZoneId, OffsetMemo>();
let latest: OffsetMemo | null = null;

function memoOf(zone: ZoneId): OffsetMemo {
  let memo = memos.get(zone);
  if (memo === undefined) {
    // refuses what is no zone before anything is kept
    offsetSecondsAt(zone, 0);
    memo = { zone, blocks: new Float64Array(SLOTS).fill(Number.NaN), offsets: new Float64Array(SLOTS) };
    memos.set(zone, memo);
  }
  latest = memo;
  return memo;
}

/** Offset of a zone at a moment; a batch asks for the same weeks of the same zone again and again. */
function offsetAt(seconds: number, zone: ZoneId): number {
  const { blocks, offsets } = latest !== null && latest.zone === zone ? latest : memoOf(zone);
  const block = Math.floor(seconds / BLOCK);
  const slot = block & (SLOTS - 1);
  if (blocks[slot] !== block) {
    const start = Math.max(FIRST_SECOND, block * BLOCK);
    const offset = offsetSecondsAt(zone, start);
    // no zone of the IANA database has changed its offset twice within six and a half days
    const same = offset === offsetSecondsAt(zone, Math.min(start + BLOCK, LAST_SECOND));
    blocks[slot] = block;
    offsets[slot] = same ? offset : Number.NaN;
  }
  const known = offsets[slot];
  return known !== undefined && !Number.isNaN(known) ? known : offsetSecondsAt(zone, seconds);
}

/** 0001-01-01T00:00:00Z. */
const FIRST_SECOND = MIN_DAY_NUMBER * 86400;
/** 9999-12-31T23:59:59Z. */
const LAST_SECOND = MAX_DAY_NUMBER * 86400 + 86399;

/** Civil day of a moment. */
export function dayAt(seconds: number, zone: ZoneId): DayNumber {
  return Math.floor((seconds + offsetAt(seconds, zone)) / 86400);
}

/** Second of the civil day at a moment, by the clock on the wall. */
export function secondOfDay(seconds: number, zone: ZoneId): number {
  const local = seconds + offsetAt(seconds, zone);
  return local - Math.floor(local / 86400) * 86400;
}

/** The moment the clocks show a time, `second` 0 to 86400; skipped and repeated times as `instantOf` reads them. */
export function momentOn(day: DayNumber, second: number, zone: ZoneId): number {
  if (day > MIN_DAY_NUMBER && day < MAX_DAY_NUMBER) {
    const local = day * 86400 + second;
    const before = offsetAt(local - 86400, zone);
    // no zone is more than 16 hours from UTC, and none changes twice within two days
    if (before === offsetAt(Math.min(local + 86400, LAST_SECOND), zone)) return local - before;
  }
  const time = second === 86400 ? "24:00" : formatInstant(second, 0).slice(11, 19);
  return toInstantParts(instantOf(fromDayNumber(day), time, zone)).seconds;
}

/** Last second of a civil day. */
export function endOfDay(day: DayNumber, zone: ZoneId): number {
  return momentOn(day, 86400, zone) - 1;
}

/** A moment as it is told: whole seconds with the zone's offset. */
export function textOf(seconds: number, zone: ZoneId): Instant {
  return formatInstant(seconds, offsetAt(seconds, zone));
}

/** The moment another day shows the same time of day. */
export function sameTimeOn(day: DayNumber, seconds: number, zone: ZoneId): number {
  return momentOn(day, secondOfDay(seconds, zone), zone);
}

/** Seconds the desk is open from one moment to a later one. */
export function workedSeconds(hours: WorkingHours, from: number, to: number): number {
  // the count comes in minutes, seconds as sixtieths
  return Math.round(workingMinutesBetween(hours, textOf(from, hours.zone), textOf(to, hours.zone)) * 60);
}

/** The moment so many whole working minutes after another, or before it where they are negative. */
export function addWorkedMinutes(hours: WorkingHours, from: number, minutes: number): number {
  return toInstantParts(addWorkingMinutes(hours, textOf(from, hours.zone), minutes)).seconds;
}

/** The earliest moment at which the desk has been open for some seconds since a moment. */
export function addWorkedSeconds(hours: WorkingHours, from: number, seconds: number): number {
  const whole = Math.floor(seconds / 60);
  const rest = seconds - whole * 60;
  const begun = addWorkedMinutes(hours, from, whole);
  if (rest === 0) return begun;
  // the minute begun runs on to its end, or is broken once by the end of opening hours
  if (workedSeconds(hours, begun, begun + rest) === rest) return begun + rest;
  return addWorkedMinutes(hours, begun, 1) - (60 - rest);
}

/** The last moment of business of a day, inclusive; the last second of the day where nobody works on it. */
export function closeOfBusiness(hours: WorkingHours, day: DayNumber): number {
  const midnight = momentOn(day, 0, hours.zone);
  const worked = workedSeconds(hours, midnight, momentOn(day, 86400, hours.zone));
  return worked === 0 ? endOfDay(day, hours.zone) : addWorkedSeconds(hours, midnight, worked);
}

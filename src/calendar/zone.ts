import { tzOffset } from "@date-fns/tz/tzOffset";

import {
  readInteger,
  type DayNumber,
  describeValue,
  formatInstant,
  fromDayNumber,
  type Instant,
  type LocalDate,
  MAX_DAY_NUMBER,
  MIN_DAY_NUMBER,
  type Path,
  toDayNumber,
  toInstantParts,
  type ZoneId,
} from "../core/index.ts";
import { oneOf, optional, shapeOf, type Reader } from "../core/inner.ts";
import { refuse, refuseValue } from "./errors.ts";
import { readOptions } from "./option.ts";
import { LOCAL_TIME_READINGS, type LocalTime, type LocalTimeReading, type LocalTimeRules } from "./types.ts";

/** A stretch of time during which a zone's clocks do not change: UTC seconds `start` inclusive to `end` exclusive. */
export interface OffsetStretch {
  readonly start: number;
  readonly end: number;
  /** Seconds east of UTC. */
  readonly offset: number;
}

/** Offsets are looked up in blocks of 2^25 seconds (388 days), each probed on first use. */
const BLOCK = 0x2000000;
/**
 * Probing step, 6.07 days; no zone has changed its offset twice within 6.5 days, except Freetown in September 1939 in
 * editions of the IANA database that keep its own records from before 1970.
 */
const STEP = 0x80000;

/** The offsets of a zone as far as they have been asked for. */
export interface ZoneTable {
  readonly id: ZoneId;
  readonly blocks: Map<number, readonly OffsetStretch[]>;
  /** The stretch found last; a batch asks for the same months again and again. */
  latest: OffsetStretch;
}

/** A stretch that no moment lies in. */
const NEVER: OffsetStretch = { start: 0, end: 0, offset: 0 };

const tables = /* @__PURE__ */ new Map<ZoneId, ZoneTable>();

/** Offset in seconds, from the runtime's own zone data. */
function probe(zone: ZoneId, seconds: number): number {
  const at = new Date(seconds * 1000);
  const offset = Math.round(tzOffset(zone, at) * 60);
  if (offset <= 0 || offset >= 3600) return offset;
  // tzOffset loses the sign of offsets between -00:59 and 00:00 (Monrovia until 1972, Dublin until 1916)
  const text = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" }).format(at);
  return text.includes("GMT-") ? -offset : offset;
}

function openTable(zone: ZoneId, path: Path): ZoneTable {
  // an offset such as "+08:00" is not a zone: it has no history and no daylight saving time; and an abbreviation is a
  // different zone to everybody, "CST" that of Chicago to most runtimes and of Shanghai to whoever writes it there
  const isName = typeof zone === "string" && /^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(zone);
  try {
    if (!isName || (zone !== "UTC" && !zone.includes("/"))) throw new RangeError();
    new Intl.DateTimeFormat("en-US", { timeZone: zone });
  } catch {
    refuse("calendar/unknown-zone", path, "not the name of a time zone in the IANA database", {
      received: isName ? zone : describeValue(zone),
    });
  }
  const table: ZoneTable = { id: zone, blocks: new Map(), latest: NEVER };
  tables.set(zone, table);
  return table;
}

/** The offset table of a zone, checked; a zone may be looked up any number of times. */
export function zoneTable(zone: ZoneId, path: Path = ["zone"]): ZoneTable {
  return tables.get(zone) ?? openTable(zone, path);
}

function probeBlock(zone: ZoneId, block: number): readonly OffsetStretch[] {
  const end = (block + 1) * BLOCK;
  const stretches: OffsetStretch[] = [];
  let start = block * BLOCK;
  let offset = probe(zone, start);
  for (let known = start; known < end; known += STEP) {
    const next = probe(zone, known + STEP);
    if (next === offset) continue;
    let before = known;
    let after = known + STEP;
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (probe(zone, middle) === offset) before = middle;
      else after = middle;
    }
    // a change on the very edge belongs to the next block
    if (after >= end) continue;
    stretches.push({ start, end: after, offset });
    start = after;
    offset = next;
  }
  stretches.push({ start, end, offset });
  return stretches;
}

function blockOf(table: ZoneTable, block: number): readonly OffsetStretch[] {
  const known = table.blocks.get(block);
  if (known !== undefined) return known;
  const probed = probeBlock(table.id, block);
  table.blocks.set(block, probed);
  return probed;
}

/** The stretches that overlap `from` to `to` (UTC seconds, half-open), in order; adjoining ones may share an offset. */
export function offsetStretches(table: ZoneTable, from: number, to: number): OffsetStretch[] {
  const found: OffsetStretch[] = [];
  for (let block = Math.floor(from / BLOCK); block * BLOCK < to; block++) {
    for (const stretch of blockOf(table, block)) {
      if (stretch.start < to && stretch.end > from) found.push(stretch);
    }
  }
  return found;
}

/** Offset of a zone at a moment, in seconds east of UTC. */
export function offsetAt(table: ZoneTable, seconds: number): number {
  if (seconds < table.latest.start || seconds >= table.latest.end) {
    // usually one to three stretches
    const stretches = blockOf(table, Math.floor(seconds / BLOCK));
    table.latest = stretches.find(({ end }) => seconds < end) ?? NEVER;
  }
  return table.latest.offset;
}

/** Civil day of a moment. */
export function dayAt(table: ZoneTable, seconds: number): DayNumber {
  return Math.floor((seconds + offsetAt(table, seconds)) / 86400);
}

/** Second of the civil day at a moment, by the wall clock. */
export function secondOfDay(table: ZoneTable, seconds: number): number {
  const local = seconds + offsetAt(table, seconds);
  return local - Math.floor(local / 86400) * 86400;
}

/** A moment as it is written: whole seconds with the zone's offset. */
export function textOf(table: ZoneTable, seconds: number): Instant {
  return formatInstant(seconds, offsetAt(table, seconds));
}

/**
 * The offset of a zone at a moment, in numbers, for batches that keep their moments as seconds.
 *
 * Correct for past and future rule changes of the zone as the runtime's IANA database knows them. The table of a zone
 * is built as it is queried, and kept: a look-up costs tens of nanoseconds.
 *
 * @param zone - IANA time-zone name; offsets such as `"+08:00"` and abbreviations such as `"CST"` are refused
 * @param seconds - whole seconds since 1970-01-01T00:00:00Z, within the years 0001 to 9999 (UTC)
 * @returns seconds east of UTC
 * @throws `calendar/unknown-zone`
 * @throws `core/invalid-integer` for anything but a whole number in the range
 * @see IANA Time Zone Database
 * @example
 * offsetSecondsAt("Asia/Shanghai", 1772323200) // => 28800
 * offsetSecondsAt("America/New_York", 1772323200) // => -18000
 * offsetSecondsAt("Asia/Shanghai", 0.5) // throws core/invalid-integer
 * @since 0.1.0
 */
export function offsetSecondsAt(zone: ZoneId, seconds: number): number {
  const table = zoneTable(zone);
  return offsetAt(table, readInteger(seconds, "seconds", MIN_DAY_NUMBER * 86400, MAX_DAY_NUMBER * 86400 + 86399));
}

/**
 * The date the clocks of a zone show at a moment.
 *
 * Correct for past and future rule changes of the zone as the runtime's IANA database knows them, including offsets
 * with a seconds part, from before standard time.
 *
 * @param instant - moment
 * @param zone - IANA time-zone name; offsets such as `"+08:00"` and abbreviations such as `"CST"` are refused
 * @returns civil date
 * @throws `calendar/unknown-zone`
 * @throws `core/invalid-instant`
 * @throws `core/invalid-date` when the date falls outside the years 0001 to 9999
 * @see IANA Time Zone Database
 * @example
 * localDateOf("2026-02-28T16:30:00Z", "Asia/Shanghai") // => "2026-03-01"
 * localDateOf("2026-02-28T16:30:00Z", "Mars/Base") // throws calendar/unknown-zone
 * @since 0.1.0
 */
export function localDateOf(instant: Instant, zone: ZoneId): LocalDate {
  const { seconds } = toInstantParts(instant);
  return fromDayNumber(dayAt(zoneTable(zone), seconds), "instant");
}

const TIME = /^(\d{2}):(\d{2})(?::(\d{2}))?$/;

/** Seconds after midnight of a clock time, or null; `24:00` is 86400. */
export function trySecondOfDay(time: unknown): number | null {
  const match = typeof time === "string" ? TIME.exec(time) : null;
  if (match === null) return null;
  const [, hh, mm, ss = "00"] = match;
  const second = Number(hh) * 3600 + Number(mm) * 60 + Number(ss);
  return Number(mm) < 60 && Number(ss) < 60 && second <= 86400 ? second : null;
}

/** The second at which the clocks show a local second, or the reason where a rule refuses. */
function secondsShowing(
  table: ZoneTable,
  local: number,
  gap: LocalTimeReading,
  overlap: LocalTimeReading,
): number | "skipped" | "repeated" {
  // no zone is more than 16 hours from UTC, so the changes that can matter lie within a day on either side
  const stretches = offsetStretches(table, local - 86400, local + 86400);
  const readBy = (stretch: OffsetStretch | undefined): number => local - (stretch?.offset ?? 0);
  const fits = stretches.filter(({ start, end, offset }) => local - offset >= start && local - offset < end);
  if (fits.length === 1) return readBy(fits[0]);
  if (fits.length > 1) {
    switch (overlap) {
      case "earlier":
        return readBy(fits[0]);
      case "later":
        return readBy(fits.at(-1));
      case "refuse":
        return "repeated";
    }
  }
  // the change that skips it: too late on the clock before, too early on the clock after
  const after = stretches.findIndex(({ start, offset }) => local - offset < start);
  switch (gap) {
    case "later":
      return readBy(stretches[after - 1]);
    case "earlier":
      return readBy(stretches[after]);
    case "refuse":
      return "skipped";
  }
}

const readRules: Reader<LocalTimeRules> = shapeOf<LocalTimeRules>({
  gap: optional(oneOf(LOCAL_TIME_READINGS)),
  overlap: optional(oneOf(LOCAL_TIME_READINGS)),
});

/**
 * The moment at which the clocks of a zone show a date and time.
 *
 * Where clocks are put forward, some times do not exist; where they are put back, some occur twice. `rules` says what
 * to do. The defaults (a skipped time moves forward by the length of the gap, a repeated one is the first) are those of
 * ECMAScript Temporal and of RFC 5545. `24:00` is midnight at the end of the date.
 *
 * @param date - civil date
 * @param time - `hh:mm` or `hh:mm:ss`, `00:00` to `24:00`
 * @param zone - IANA time-zone name; offsets such as `"+08:00"` and abbreviations such as `"CST"` are refused
 * @param rules - what to do with skipped and repeated times
 * @returns moment in whole seconds, with the zone's offset (`Z` where the offset has a seconds part)
 * @throws `calendar/unknown-zone`
 * @throws `calendar/invalid-time`
 * @throws `calendar/skipped-time` when the time does not exist and `gap` is `refuse`
 * @throws `calendar/repeated-time` when the time occurs twice and `overlap` is `refuse`
 * @throws `calendar/invalid-option` for any other rule, or one that is not known
 * @throws `core/invalid-date`, also when the moment falls outside the years 0001 to 9999, in UTC or in the zone
 * @see RFC 5545, 3.3.5; ECMAScript Temporal, disambiguation "compatible"
 * @example
 * instantOf("2026-03-01", "09:00", "Asia/Shanghai") // => "2026-03-01T09:00:00+08:00"
 * instantOf("2026-03-08", "02:30", "America/New_York") // => "2026-03-08T03:30:00-04:00"
 * instantOf("2026-11-01", "01:30", "America/New_York", { overlap: "later" }) // => "2026-11-01T01:30:00-05:00"
 * instantOf("2026-03-08", "02:30", "America/New_York", { gap: "refuse" }) // throws calendar/skipped-time
 * @since 0.1.0
 */
export function instantOf(date: LocalDate, time: LocalTime, zone: ZoneId, rules?: LocalTimeRules): Instant {
  const day = toDayNumber(date);
  const second = trySecondOfDay(time);
  if (second === null) {
    return refuseValue("calendar/invalid-time", ["time"], "hh:mm or hh:mm:ss up to 24:00", time);
  }
  const { gap = "later", overlap = "earlier" } = rules === undefined ? {} : readOptions(rules, readRules, "rules");
  const local = day * 86400 + second;
  const table = zoneTable(zone);
  const seconds = secondsShowing(table, local, gap, overlap);
  if (seconds === "repeated") {
    return refuse("calendar/repeated-time", ["time"], "occurs twice that day", { date, time, zone });
  }
  if (seconds === "skipped") {
    return refuse("calendar/skipped-time", ["time"], "does not exist that day", { date, time, zone });
  }
  const offset = offsetAt(table, seconds);
  if (seconds < MIN_DAY_NUMBER * 86400 || Math.max(seconds, seconds + offset) >= (MAX_DAY_NUMBER + 1) * 86400) {
    return refuse("core/invalid-date", ["date"], "the moment leaves the years 0001 to 9999", { date, time, zone });
  }
  return formatInstant(seconds, offset);
}

/**
 * The moment the clocks show a second of a day, 0 to 86400; skipped and repeated times are read as in {@link instantOf}
 * by default, and refused as there where the years 0001 to 9999 end.
 */
export function momentOn(table: ZoneTable, day: DayNumber, second: number): number {
  if (day > MIN_DAY_NUMBER && day < MAX_DAY_NUMBER) {
    const local = day * 86400 + second;
    const before = offsetAt(table, local - 86400);
    // no zone is more than 16 hours from UTC, and none changes twice within two days
    if (before === offsetAt(table, local + 86400)) return local - before;
    const seconds = secondsShowing(table, local, "later", "earlier");
    if (typeof seconds === "number") return seconds;
  }
  const time = second === 86400 ? "24:00" : formatInstant(second, 0).slice(11, 19);
  return toInstantParts(instantOf(fromDayNumber(day), time, table.id)).seconds;
}

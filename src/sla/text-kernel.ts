import { formatInstant, fromDayNumber, type DayNumber, type Instant, type LocalDate } from "../core/index.ts";

/** Dates and offsets already written, each in the one slot its number falls on: a case names the same few days again and again. */
const SLOTS = 4096;
const daysWritten = /* @__PURE__ */ new Int32Array(SLOTS);
const dates = /* @__PURE__ */ new Array<LocalDate | undefined>(SLOTS);
const suffixes = /* @__PURE__ */ new Map<number, string>();
const pairs = /* @__PURE__ */ Array.from({ length: 60 }, (_, n) => String(n).padStart(2, "0"));

/** The date of a day number. */
export function dateText(day: DayNumber): LocalDate {
  const slot = day & (SLOTS - 1);
  const written = dates[slot];
  if (written !== undefined && daysWritten[slot] === day) return written;
  const text = fromDayNumber(day);
  daysWritten[slot] = day;
  dates[slot] = text;
  return text;
}

function suffixOf(offset: number): string {
  let text = suffixes.get(offset);
  if (text === undefined) {
    text = formatInstant(0, offset).slice(19);
    suffixes.set(offset, text);
  }
  return text;
}

/** A moment with an offset, as `formatInstant` writes it. */
export function instantText(seconds: number, offset: number): Instant {
  // an offset with odd seconds cannot be written
  if (offset % 60 !== 0) return formatInstant(seconds, offset);
  const local = seconds + offset;
  const day = Math.floor(local / 86400);
  const rest = local - day * 86400;
  const hour = Math.floor(rest / 3600);
  const minute = Math.floor((rest - hour * 3600) / 60);
  return `${dateText(day)}T${pairs[hour]!}:${pairs[minute]!}:${pairs[rest % 60]!}${suffixOf(offset)}`;
}

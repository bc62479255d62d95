/** The days off and make-up days of mainland China as plain sets, and dates to ask about. */
import { CN } from "../../dist/calendar/cn.js";

export const isoOf = (day) => new Date(day * 86400000).toISOString().slice(0, 10);

/** Days off, make-up days, and whether a day number (days since 1970-01-01) is worked. */
export function cnDays() {
  const off = new Set(CN.off.map(({ date }) => date));
  const work = new Set(CN.work);
  const worked = (day) => {
    const date = isoOf(day);
    const weekday = (((day + 4) % 7) + 7) % 7;
    return work.has(date) || (weekday !== 0 && weekday !== 6 && !off.has(date));
  };
  return { off, work, worked };
}

/** `count` dates spread over a range by a fixed multiplicative step, 29 February left out. */
export function startDates(count, first, last) {
  const from = Date.parse(`${first}T00:00:00Z`) / 86400000;
  const span = Date.parse(`${last}T00:00:00Z`) / 86400000 - from;
  const dates = [];
  for (let i = 0; dates.length < count; i++) {
    const date = isoOf(from + ((i * 7919) % span));
    if (!date.endsWith("-02-29")) dates.push(date);
  }
  return dates;
}

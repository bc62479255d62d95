import type { Period } from "../../../calendar/index.ts";
import { tryRange } from "../../../calendar/inner.ts";
import { fromDayNumber, toDayNumber, type LocalDate } from "../../../core/index.ts";
import { civilDay, civilParts, refuseKind, type Reader } from "../../../core/inner.ts";
import type { DateWords } from "../../../telling/index.ts";
import type { DateTick } from "../types.ts";

/** A period that exists, and the day after which can be written. */
export const span: Reader<Period> = (value, path, code) => {
  const days = tryRange(value);
  return days === null || days.to > LAST_DAY ? refuseKind(code, path, "not a period", value) : value;
};

const LAST_DAY = civilDay(9999, 12, 31);

/** Months of a year. */
const YEAR = 12;
/** Most ticks of a scale. */
const MOST = 14;
/** Months between ticks: each month, quarter, year, and so on. */
const STEPS = [1, 3, YEAR, 10 * YEAR, 100 * YEAR] as const;

/** A scale of fewer days has weeks. */
const SHORT = 62;
const WEEK = 7;

/** Days a week apart from the first on, by their dates. */
function weekTicks(from: number, to: number, dates: DateWords): readonly DateTick[] {
  const weeks = Math.floor((to - from) / WEEK) + 1;
  return Array.from({ length: weeks }, (_, n) => {
    const on = fromDayNumber(from + n * WEEK);
    return { on, label: dates.date(on) };
  });
}

/** The month of a day, counted from year 0. */
const monthOf = (day: number): number => {
  const { year, month } = civilParts(day);
  return year * YEAR + month - 1;
};

/**
 * The first days of months from one day to another, as many as a scale has room for; each January is called by its year.
 * Where there are few, days a week apart.
 */
export function dateTicks(from: number, to: number, dates: DateWords): readonly DateTick[] {
  if (to - from < SHORT) return weekTicks(from, to, dates);
  const [first, last] = [monthOf(from), monthOf(to)];
  const step = STEPS.find((of) => (last - first) / of < MOST) ?? 1000 * YEAR;
  const ticks: DateTick[] = [];
  for (let month = Math.ceil(first / step) * step; month <= last; month += step) {
    const day = firstDay(month);
    if (day < from) continue;
    const on = fromDayNumber(day);
    ticks.push({ on, label: month % YEAR === 0 ? dates.period(on.slice(0, 4)) : dates.shortMonth(on) });
  }
  return ticks;
}

/** The first days of the months that a stretch of days touches, called by month and year. */
export function monthsIn(from: number, to: number, dates: DateWords): readonly DateTick[] {
  const [first, last] = [monthOf(from), monthOf(to)];
  return Array.from({ length: last - first + 1 }, (_, n): DateTick => {
    const on = fromDayNumber(firstDay(first + n));
    return { on, label: dates.period(on.slice(0, 7)) };
  });
}

const firstDay = (month: number): number => civilDay(Math.floor(month / YEAR), (month % YEAR) + 1, 1);

/** A day or a stretch of days in words; `to` is the last day. */
export function daysInWords(from: LocalDate, to: LocalDate, dates: DateWords): string {
  const last = toDayNumber(to);
  if (from === to) return dates.date(from);
  // no period ends after the last day there is
  if (last === LAST_DAY) return dates.list([dates.date(from), dates.date(to)]);
  return dates.period({ from, to: fromDayNumber(last + 1) });
}

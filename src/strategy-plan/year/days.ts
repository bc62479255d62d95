import { readPeriod, type Period } from "../../calendar/index.ts";
import { tryRange, type DayRange } from "../../calendar/inner.ts";
import { fromDayNumber, toDayNumber, type Path } from "../../core/index.ts";
import { civilDay, civilParts, inTheirWords } from "../../core/inner.ts";
import { allocateMinor, minorOf, type Minor } from "../../money/inner.ts";
import type { Money } from "../../money/index.ts";

/** The days of a period, or the refusal at its place of one that does not exist. */
export function daysOf(period: Period, path: Path): DayRange {
  const days = tryRange(period);
  if (days !== null) return days;
  const { from, to } = inTheirWords({ period: path }, () => readPeriod(period));
  return { from: toDayNumber(from), to: toDayNumber(to) };
}

/** The first day after the calendar month of a day. */
export function monthAfter(day: number): number {
  const { year, month } = civilParts(day);
  return month === 12 ? civilDay(year + 1, 1, 1) : civilDay(year, month + 1, 1);
}

/** Days that lie in one calendar month. */
export interface MonthDays extends DayRange {
  /** Such as `"2026-03"`. */
  readonly month: string;
}

/** A part of an amount, in minor units, and the days it falls on. */
export interface MonthPart extends MonthDays {
  readonly minor: bigint;
}

/** The days found last: most actions of a book are of one and the same year. */
let last: { readonly period: DayRange; readonly year: DayRange | null; readonly found: readonly MonthDays[] } | null =
  null;

const isSame = (a: DayRange | null, b: DayRange | null): boolean => a?.from === b?.from && a?.to === b?.to;

/** The days of a period, month by month, cut at the ends of a plan year as well. */
export function stretchesOf(period: DayRange, year: DayRange | null): readonly MonthDays[] {
  if (last !== null && isSame(last.period, period) && isSame(last.year, year)) return last.found;
  const found: MonthDays[] = [];
  for (let from = period.from; from < period.to;) {
    let to = Math.min(monthAfter(from), period.to);
    for (const cut of year === null ? [] : [year.from, year.to]) if (cut > from && cut < to) to = cut;
    found.push({ month: fromDayNumber(from).slice(0, 7), from, to });
    from = to;
  }
  last = { period, year, found };
  return found;
}

/**
 * An amount spread over the months of its period by their days, so that the parts add up to it: largest remainder, ties to
 * the earlier month. The months are cut at the ends of the plan year, so that what is asked of the year, of its quarters
 * and of its months is made of the same parts.
 */
export function spreadByDays(amount: Money, period: DayRange, year: DayRange | null, path: Path): readonly MonthPart[] {
  return spreadOver(minorOf(amount, path), stretchesOf(period, year));
}

/** {@link spreadByDays} of minor units over days that were found before. */
export function spreadOver(minor: Minor, stretches: readonly MonthDays[]): readonly MonthPart[] {
  const parts = allocateMinor(
    minor,
    stretches.map(({ from, to }) => to - from),
  );
  return stretches.map(({ month, from, to }, at) => ({ month, from, to, minor: BigInt(parts[at] ?? 0) }));
}

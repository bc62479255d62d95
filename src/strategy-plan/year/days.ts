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

/** A part of an amount, in minor units, and the days it falls on, which lie in one calendar month. */
export interface MonthPart extends DayRange {
  /** Such as `"2026-03"`. */
  readonly month: string;
  readonly minor: bigint;
}

/** The days of a period, month by month, cut at the ends of a plan year as well. */
export function stretchesOf({ from, to }: DayRange, year: DayRange | null): readonly DayRange[] {
  const stretches: DayRange[] = [];
  for (let start = from; start < to;) {
    let end = Math.min(monthAfter(start), to);
    for (const cut of year === null ? [] : [year.from, year.to]) if (cut > start && cut < end) end = cut;
    stretches.push({ from: start, to: end });
    start = end;
  }
  return stretches;
}

/**
 * An amount spread over the months of its period by their days, so that the parts add up to it: largest remainder, ties to
 * the earlier month. The months are cut at the ends of the plan year, so that what is asked of the year, of its quarters
 * and of its months is made of the same parts.
 */
export function spreadByDays(amount: Money, period: DayRange, year: DayRange | null, path: Path): readonly MonthPart[] {
  return spreadOver(minorOf(amount, path), stretchesOf(period, year));
}

/** {@link spreadByDays} of minor units over stretches that were found before. */
export function spreadOver(minor: Minor, stretches: readonly DayRange[]): readonly MonthPart[] {
  const parts = allocateMinor(
    minor,
    stretches.map(({ from, to }) => to - from),
  );
  return stretches.map(({ from, to }, at) => ({
    month: fromDayNumber(from).slice(0, 7),
    from,
    to,
    minor: BigInt(parts[at] ?? 0),
  }));
}

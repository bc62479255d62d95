import type { Period } from "../../calendar/index.ts";
import { rangeOf, tryRange, unitAround, type DayRange } from "../../calendar/inner.ts";
import { fromDayNumber, type Path } from "../../core/index.ts";
import { inTheirWords } from "../../core/inner.ts";
import type { Money } from "../../money/index.ts";
import { allocateMinor, minorOf } from "../../money/inner.ts";

/** The days of a period, or the refusal at its place of one that does not exist. */
export const daysOf = (period: Period, path: Path): DayRange =>
  tryRange(period) ?? inTheirWords({ period: path }, () => rangeOf(period, "period"));

/** Days that lie in one calendar month, such as `"2026-03"`. */
interface MonthDays extends DayRange {
  readonly month: string;
}

/** A part of an amount, in minor units, and the days it falls on. */
interface MonthPart extends MonthDays {
  readonly minor: bigint;
}

/** The days found last: most actions of a book are of one and the same year. */
let last: { readonly period: DayRange; readonly year: DayRange | null; readonly found: readonly MonthDays[] } | null =
  null;

const isSame = (a: DayRange | null, b: DayRange | null): boolean => a?.from === b?.from && a?.to === b?.to;

/** The days of a period, month by month, cut at the ends of a plan year as well. */
function stretchesOf(period: DayRange, year: DayRange | null): readonly MonthDays[] {
  if (last !== null && isSame(last.period, period) && isSame(last.year, year)) return last.found;
  const found: MonthDays[] = [];
  for (let from = period.from; from < period.to;) {
    let to = Math.min(unitAround(from, "month").to, period.to);
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
  const stretches = stretchesOf(period, year);
  const parts = allocateMinor(
    minorOf(amount, path),
    stretches.map(({ from, to }) => to - from),
  );
  return stretches.map(({ month, from, to }, at) => ({ month, from, to, minor: BigInt(parts[at] ?? 0) }));
}

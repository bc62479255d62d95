import type { DateRange, Period } from "../../calendar/index.ts";
import { tryRange, type DayRange } from "../../calendar/inner.ts";
import { fromDayNumber, MAX_DAY_NUMBER } from "../../core/index.ts";
import { civilDay, civilParts } from "../../core/inner.ts";
import type { Check } from "./tree.ts";

/** The day a year after another; after 29 February, 1 March. */
function yearAfter(day: number): number {
  const { year, month, day: dayOfMonth } = civilParts(day);
  const isLeapDay = month === 2 && dayOfMonth === 29;
  return isLeapDay ? civilDay(year + 1, 3, 1) : civilDay(year + 1, month, dayOfMonth);
}

function isNewYear(day: number): boolean {
  const { month, day: dayOfMonth } = civilParts(day);
  return month === 1 && dayOfMonth === 1;
}

/**
 * What is expected of a period that is neither a year nor the rest of a calendar year; null for one that is. Any other is
 * most often a slip, by which pitches and incomes of the year would lie outside the plan.
 */
export function notAYear({ from, to }: DayRange): { readonly expected?: DateRange } | null {
  const end = yearAfter(from);
  if (to === end || (to < end && isNewYear(to))) return null;
  return end <= MAX_DAY_NUMBER ? { expected: { from: fromDayNumber(from), to: fromDayNumber(end) } } : {};
}

/**
 * The plan is for a year. One begun in mid-year to the end of the calendar year is ordinary, and a reminder, because its
 * figures are not those of a year; of a bank whose year ends on another day nobody says so.
 */
export const planYear: Check<Period> = (period, path, { report }) => {
  const days = tryRange(period);
  if (days === null) return;
  const wrong = notAYear(days);
  if (wrong !== null) report("strategy-plan/period-not-a-year", path, { period, ...wrong });
  else if (days.to !== yearAfter(days.from)) report("strategy-plan/period-part-of-year", path, { period });
};

import type { DateRange } from "../calendar/index.ts";
import { datePartsOf, toDayNumber } from "../core/index.ts";

/** Length of a period: in months where it is whole ones, otherwise in days. */
function lengthOf({ from, to }: DateRange): string {
  const [first, end] = [toDayNumber(from), toDayNumber(to)];
  const [a, b] = [datePartsOf(first), datePartsOf(end)];
  return a.day === 1 && b.day === 1
    ? `${String((b.year - a.year) * 12 + b.month - a.month)} months`
    : `${String(end - first)} days`;
}

/** How many months a day is after another; null where it is not the same day of its month. */
function monthsApart(before: string, after: string): number | null {
  const [a, b] = [datePartsOf(toDayNumber(before)), datePartsOf(toDayNumber(after))];
  return a.day === b.day ? (b.year - a.year) * 12 + b.month - a.month : null;
}

/**
 * Whether two periods are of one length: the same number of whole months, the same days of other months (a leap day among
 * them weighs nothing), or the same number of days.
 */
export function isSameLength(before: DateRange, after: DateRange): boolean {
  if (lengthOf(before) === lengthOf(after)) return true;
  const months = monthsApart(before.from, after.from);
  return months !== null && months === monthsApart(before.to, after.to);
}

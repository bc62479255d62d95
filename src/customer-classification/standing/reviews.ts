import { addMonths, monthsBetween } from "../../calendar/index.ts";
import { fromDayNumber, toDayNumber, type LocalDate } from "../../core/index.ts";
import { civilDay, civilParts, monthLength } from "../../core/inner.ts";
import type { StandingReview } from "./policy.ts";

/** The first review after a date, of a client who started on another. */
export type NextReview = (after: LocalDate, since: LocalDate) => LocalDate;

/** A date with its day capped at the end of the month; a month may be 13, the next January. */
function capped(year: number, month: number, day: number): LocalDate {
  const [y, m] = month > 12 ? [year + 1, month - 12] : [year, month];
  return fromDayNumber(civilDay(y, m, Math.min(day, monthLength(y, m))), "on");
}

const LAST_DAY = 31;

/** Dates in this form are in the order of their texts. */
const nextMonthly =
  (dayOfMonth: number) =>
  (after: LocalDate): LocalDate => {
    const { year, month } = civilParts(toDayNumber(after));
    const date = capped(year, month, dayOfMonth);
    return date > after ? date : capped(year, month + 1, dayOfMonth);
  };

function nextDated(dates: readonly string[]): (after: LocalDate) => LocalDate {
  const days = [...dates].sort().map((date) => date.split("-").map(Number));
  return (after) => {
    const { year } = civilParts(toDayNumber(after));
    const inYear = (y: number): readonly LocalDate[] => days.map(([month = 1, day = 1]) => capped(y, month, day));
    const found = inYear(year).find((date) => date > after);
    if (found !== undefined) return found;
    const [month = 1, day = 1] = days[0] ?? [];
    return capped(year + 1, month, day);
  };
}

/** A rule that does not look before the end of some months from the start. */
const notBefore =
  (next: (after: LocalDate) => LocalDate, months: number): NextReview =>
  (after, since) => {
    let review = next(after);
    if (after !== since || months === 0) return review;
    const earliest = addMonths(since, months);
    while (review < earliest) review = next(review);
    return review;
  };

/** When the reviews of a policy are. */
export function reviewsOf(review: StandingReview): NextReview {
  switch (review.kind) {
    case "monthly":
      return notBefore(nextMonthly(review.day ?? LAST_DAY), review.firstAfterMonths ?? 0);
    case "dates":
      return notBefore(nextDated(review.dates), review.firstAfterMonths ?? 0);
    case "anniversary": {
      const { months } = review;
      return (after, since) => addMonths(since, (Math.floor(monthsBetween(since, after) / months) + 1) * months);
    }
  }
}

/** The highest place that is held; the lowest, which is never lost, when none is. */
export function highestHeld(reviewsLeft: readonly number[]): number {
  let place = reviewsLeft.length - 1;
  while (place > 0 && reviewsLeft[place] === 0) place--;
  return place;
}

import { tryDayNumber, type DayNumber, type LocalDate } from "../core/index.ts";

/** Days from `from`, inclusive, to `to`, exclusive; open where there is none. */
export interface Stretch {
  readonly from?: LocalDate | null;
  readonly to?: LocalDate | null;
}

/** First day of a stretch; before all days where it has none, not a number where the day does not exist. */
export const startOf = ({ from }: Stretch): number => dayOr(from, Number.NEGATIVE_INFINITY);

/** First day after a stretch; after all days while it lasts, not a number where the day does not exist. */
export const endOf = ({ to }: Stretch): number => dayOr(to, Number.POSITIVE_INFINITY);

const dayOr = (date: LocalDate | null | undefined, none: number): number =>
  (date ?? null) === null ? none : (tryDayNumber(date) ?? Number.NaN);

/** Whether a day is in a stretch. */
export const lastsOn = (stretch: Stretch, day: DayNumber): boolean => startOf(stretch) <= day && day < endOf(stretch);

/** Whether two stretches share a day; days that do not exist are reported elsewhere and overlap nothing. */
export const overlap = (a: Stretch, b: Stretch): boolean => startOf(a) < endOf(b) && startOf(b) < endOf(a);

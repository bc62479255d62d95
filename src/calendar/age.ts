import { toDayNumber, type LocalDate } from "../core/index.ts";
import { civilParts, hasLeapDay, oneOf, shapeOf, type Reader } from "../core/inner.ts";
import { refuse } from "./errors.ts";
import { readOptions } from "./option.ts";
import { LEAP_DAYS, type LeapDayOption } from "./types.ts";

const readRule: Reader<LeapDayOption> = shapeOf<LeapDayOption>({
  leapDay: oneOf(LEAP_DAYS),
});

/**
 * Somebody's age: completed years of life on a date (周岁).
 *
 * A year is completed on the anniversary of the birth, that day included. Somebody born on 29 February has no anniversary
 * in common years, and `leapDay` says which day takes its place. It has no default, because no source settles it for
 * everybody: article 202 of the Civil Code of China ends a period of years on the last day of the month where the
 * corresponding day is missing, which points to 28 February, but does not speak of ages. The law that sets the age
 * decides. Where that law completes a year only on the day after the anniversary, give the day before as `asOf`.
 *
 * @param birthDate - civil date
 * @param asOf - civil date, not before `birthDate`
 * @param options - `leapDay`: the day in common years on which somebody born on 29 February completes a year
 * @returns whole number from 0 up
 * @throws `calendar/birth-after-as-of` when `birthDate` is after `asOf`
 * @throws `calendar/invalid-option` for any other rule or option, even where the birth date does not need it
 * @throws `core/invalid-date`
 * @see 民法典 (2020) article 202; the choice is the caller's
 * @example
 * ageOn("1960-03-02", "2026-03-01", { leapDay: "1-march" }) // => 65
 * ageOn("2004-02-29", "2026-02-28", { leapDay: "1-march" }) // => 21
 * ageOn("2004-02-29", "2026-02-28", { leapDay: "28-february" }) // => 22
 * ageOn("2026-03-02", "2026-03-01", { leapDay: "1-march" }) // throws calendar/birth-after-as-of
 * @since 0.1.0
 */
export function ageOn(birthDate: LocalDate, asOf: LocalDate, options: LeapDayOption): number {
  const birthDay = toDayNumber(birthDate, "birthDate");
  const day = toDayNumber(asOf, "asOf");
  const { leapDay } = readOptions((options as LeapDayOption | undefined) ?? ({} as LeapDayOption), readRule, "options");
  if (birthDay > day) refuse("calendar/birth-after-as-of", ["birthDate"], "after asOf", { asOf });
  const born = civilParts(birthDay);
  const now = civilParts(day);
  const isMoved = leapDay === "28-february" && born.month === 2 && born.day === 29 && !hasLeapDay(now.year);
  const isBefore = now.month < born.month || (now.month === born.month && now.day < (isMoved ? 28 : born.day));
  return now.year - born.year - (isBefore ? 1 : 0);
}

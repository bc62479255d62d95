import { datePartsOf, toDayNumber, type LocalDate } from "../../core/index.ts";
import type { Retiree } from "../age-basis.ts";

/** How the statutory age of one kind of people rises by their month of birth. */
export interface RisingAge {
  /** Completed years, before the age began to rise and once it has risen. */
  readonly lowest: number;
  readonly highest: number;
  /** First day of the first month of birth that retires later. */
  readonly bornFrom: LocalDate;
  /** Months of birth after which the age rises by one more month. */
  readonly birthMonths: number;
}

/** First day of the plans that the rule is applied to: the day it came into force. */
export const STATUTORY_AGES_FROM: LocalDate = "2025-01-01";

/**
 * The statutory retirement ages of mainland China, which rise over fifteen years.
 *
 * @see decision of the Standing Committee of the National People’s Congress of 2024-09-13 and the measures of the State
 * Council with their annexed tables, in force from 2025-01-01; the rule was compared with all 408 rows of a
 * transcription of the tables, and is tested at the first and last months of its steps
 */
export const STATUTORY_AGES: Readonly<Record<Retiree, RisingAge>> = {
  man: { lowest: 60, highest: 63, bornFrom: "1965-01-01", birthMonths: 4 },
  "woman-55": { lowest: 55, highest: 58, bornFrom: "1970-01-01", birthMonths: 4 },
  "woman-50": { lowest: 50, highest: 55, bornFrom: "1975-01-01", birthMonths: 2 },
};

/** Months from the beginning of the calendar to that of a date. */
function monthOf(date: LocalDate): number {
  const { year, month } = datePartsOf(toDayNumber(date));
  return year * 12 + month;
}

/** The statutory age of a person born on a day, in completed years and months beyond them. */
export function statutoryAgeOf(
  person: Retiree,
  birthDate: LocalDate,
): { readonly years: number; readonly months: number } {
  const { lowest, highest, bornFrom, birthMonths } = STATUTORY_AGES[person];
  const later = Math.floor((monthOf(birthDate) - monthOf(bornFrom)) / birthMonths) + 1;
  const age = Math.min(lowest * 12 + Math.max(later, 0), highest * 12);
  return { years: Math.floor(age / 12), months: age % 12 };
}

import {
  readInteger,
  formatDecimal,
  fromDayNumber,
  toDayNumber,
  type DateParts,
  type DayNumber,
  type DecimalString,
  type LocalDate,
  type ScaledInteger,
} from "../core/index.ts";
import { civilParts, addExact, asGiven, compareExact, listOf, oneOf, optional, shapeOf } from "../core/inner.ts";
import { dayInMonth } from "./due-dates.ts";
import { refuseTerm } from "./errors.ts";
import { readRate, readSpread } from "./rates.ts";
import { readRateStep } from "./reading.ts";
import type { RateStep } from "./terms.ts";

/** When a rate is reset (重定价日): 1 January and whole cycles from it, or the loan's start and whole cycles from it. */
export type RepricingDay = (typeof REPRICING_DAYS)[number];

/** Every {@link RepricingDay}. */
export const REPRICING_DAYS = ["new-year", "loan-date"] as const;

/**
 * The month, since year 0, from which cycles are counted, and the day of the month of every repricing, by the loan's
 * start.
 */
const CYCLES: Readonly<Record<RepricingDay, (start: DateParts) => readonly [from: number, day: number]>> = {
  "new-year": ({ year }) => [year * 12, 1],
  "loan-date": ({ year, month, day }) => [year * 12 + month - 1, day],
};

/** A floating rate: a reference rate plus a spread fixed by contract. */
export interface FloatingRate {
  /** The reference rate by date of publication, ascending; the first no later than the loan's start. */
  readonly reference: readonly RateStep[];
  /** Added to the reference for the whole term, a share from -0.1 to 0.1: `"-0.003"` is 30 basis points less. */
  readonly spread: DecimalString;
  /** Day the loan is drawn. */
  readonly start: LocalDate;
  /** When the rate is reset. */
  readonly repricedOn: RepricingDay;
  /** Months from one repricing to the next: 1, 2, 3, 4, 6 or 12. Default 12. */
  readonly everyMonths?: number;
}

const readFloating = shapeOf<FloatingRate>({
  reference: listOf(readRateStep),
  spread: asGiven,
  start: asGiven,
  repricedOn: oneOf(REPRICING_DAYS),
  everyMonths: optional(asGiven),
});

/** Index of the reference in force on a day. */
function inForce(days: readonly DayNumber[], day: DayNumber): number {
  let index = days.length - 1;
  while (index >= 0 && (days[index] ?? 0) > day) index--;
  return index;
}

/**
 * The rates of a loan that follows a reference rate (LPR 加点, 重定价): reference plus spread at the start, and again on
 * every repricing day, with the reference last published on or before that day.
 *
 * The result is what `amortize` takes as `rate`. It ends with the first repricing after the last published reference:
 * later ones are not known, and the schedule continues at the last rate, which is an assumption, not a forecast. Days
 * on which the rate stays the same are omitted. A sum below zero is refused: where a contract has a floor, give the
 * rates themselves.
 *
 * @param floating - reference, spread and repricing rule
 * @returns rates by date, ascending, the first on the start
 * @throws `loans/invalid-terms` with the path of what is wrong: no reference in force at the start, dates that do not
 * ascend, a rate that is not a decimal string from 0 to 1, a spread beyond 0.1 such as one in percent, a sum below 0 or
 * above 1, a cycle that does not divide a year
 * @throws `core/invalid-date`, `core/invalid-integer`
 * @see library convention, after the practice of pricing loans by LPR and a spread
 * @example
 * const lpr = [
 *   { date: "2023-06-20", rate: "0.042" }, { date: "2024-02-20", rate: "0.0395" },
 *   { date: "2024-07-22", rate: "0.0385" }, { date: "2024-10-21", rate: "0.036" }, { date: "2025-05-20", rate: "0.035" },
 * ];
 * const steps = repricedRates({ reference: lpr, spread: "-0.003", start: "2023-09-15", repricedOn: "new-year" });
 * steps.map((step) => step.date) // => ["2023-09-15", "2025-01-01", "2026-01-01"]
 * steps.map((step) => step.rate) // => ["0.039", "0.033", "0.032"]
 * @since 0.1.0
 */
export function repricedRates(floating: FloatingRate): RateStep[] {
  const { reference, repricedOn, everyMonths = 12 } = readFloating(floating, ["floating"], "loans/invalid-terms");
  const start = toDayNumber(floating.start, ["floating", "start"]);
  if (12 % readInteger(everyMonths, "floating.everyMonths", 1, 12) !== 0) {
    refuseTerm(["floating", "everyMonths"], "not-part-of-year", "a part of a year: 1, 2, 3, 4, 6 or 12", everyMonths);
  }
  const spread = readSpread(floating.spread, ["floating", "spread"]);
  const days: DayNumber[] = [];
  const rates = reference.map(({ date, rate }, i) => {
    const day = toDayNumber(date, ["floating", "reference", i, "date"]);
    if (day <= (days[i - 1] ?? -Infinity)) {
      refuseTerm(["floating", "reference", i, "date"], "not-after-previous", "after the date before it", date);
    }
    days.push(day);
    const sum = addExact(readRate(rate, ["floating", "reference", i, "rate"]), spread);
    if (sum.coefficient < 0n) {
      refuseTerm(["floating", "reference", i, "rate"], "below-zero", "at least 0 together with the spread", rate);
    }
    if (compareExact(sum, { coefficient: 1n, scale: 0 }) > 0) {
      refuseTerm(["floating", "reference", i, "rate"], "above-one", "at most 1 together with the spread", rate);
    }
    return trimmed(sum);
  });
  if (inForce(days, start) < 0) {
    refuseTerm(["floating", "reference"], "no-rate-at-start", "a rate in force on the start", reference[0]?.date);
  }

  const steps: RateStep[] = [];
  const [from, dayOfMonth] = CYCLES[repricedOn](civilParts(start));
  const end = Math.max(days[days.length - 1] ?? start, start);
  for (let k = 0; ; k++) {
    const at = k === 0 ? start : dayInMonth(from + k * everyMonths, dayOfMonth);
    if (at < start) continue;
    const rate = rates[inForce(days, at)] ?? "0";
    if (rate !== steps[steps.length - 1]?.rate) steps.push({ date: fromDayNumber(at), rate });
    if (at >= end) return steps;
  }
}

/** A rate as text without trailing zeros. */
function trimmed({ coefficient, scale }: ScaledInteger): DecimalString {
  const text = formatDecimal({ coefficient, scale });
  return scale === 0 ? text : text.replace(/\.?0+$/, "");
}

import { readInteger, toDayNumber, type DayNumber } from "../core/index.ts";
import { civilParts } from "../core/inner.ts";
import { dayInMonth, dueDays, monthIndexOf, monthsAndDays } from "./due-dates.ts";
import { refuseTerm } from "./errors.ts";
import { readAmount } from "./reading.ts";
import type {
  BalloonLoan,
  GracePays,
  IrregularLoan,
  LastInstalment,
  LoanBasics,
  LoanTerms,
  RegularInstalments,
} from "./terms.ts";

/** Largest number of rows; a larger one is the caller's mistake. */
const MAX_PERIODS = 12_000;

/** When instalments fall due, and what share of a year each bears interest for. */
interface DueDates {
  /** Start, then every due date; more than `periods` when a balloon's payment is calculated over more. */
  readonly due: Int32Array;
  /**
   * Share of the year of the period that ends with each due date, in units of the loan's year, entry 0 unused; null
   * when all but the first are `usualWeight`.
   */
  readonly weights: Int32Array | null;
  readonly firstWeight: number;
  readonly usualWeight: number;
  /** All periods whole and of one length. */
  readonly regular: boolean;
}

/** The instalments of a loan, checked and in whole numbers. */
export interface Instalments extends DueDates {
  /** Number of rows when nothing is prepaid. */
  readonly periods: number;
  readonly monthsPerPeriod: number | null;
  /** Instalments the payment is calculated over: `periods`, or more for a balloon. */
  readonly over: number;
  /** Left for the last instalment on top of the payment. */
  readonly balloon: number;
  /** Payment the caller set, or null. */
  readonly payment: number | null;
  /** The last instalment may be of any size. */
  readonly takesRest: boolean;
  /** Number of instalments in grace. */
  readonly grace: number;
  /** Interest of the grace period becomes part of the balance. */
  readonly graceAddsInterest: boolean;
  /** Principal of each instalment of an irregular loan, entry 0 unused; null for every other loan. */
  readonly planned: Float64Array | null;
}

/** Whether interest is added to the balance, by what a grace period pays. */
const ADDS_INTEREST: Readonly<Record<GracePays, boolean>> = { interest: false, nothing: true };

/**
 * Due dates with their shares of the year; `months` is the length of each period but the first, null when they follow
 * no rule.
 */
function weighted(due: Int32Array, byMonths: boolean, months: number | null): DueDates {
  const first = monthsAndDays(due[0] ?? 0, due[1] ?? 0);
  let weights: Int32Array | null = null;
  if (!byMonths || months === null) {
    weights = new Int32Array(due.length);
    for (let k = 1; k < due.length; k++) {
      const from = due[k - 1] ?? 0;
      const to = due[k] ?? 0;
      const share = byMonths ? monthsAndDays(from, to) : null;
      weights[k] = share === null ? to - from : share.months * 30 + share.days;
    }
  }
  return {
    due,
    weights,
    firstWeight: first.months * 30 + first.days,
    usualWeight: (months ?? 0) * 30,
    regular: months !== null && first.months === months && first.days === 0,
  };
}

function readDueDays(
  terms: LoanBasics & RegularInstalments,
  start: DayNumber,
  months: number,
  last: number,
): Int32Array {
  const firstGiven = terms.firstDue === undefined ? null : toDayNumber(terms.firstDue, ["terms", "firstDue"]);
  if (firstGiven !== null && firstGiven <= start)
    refuseTerm(["terms", "firstDue"], "not-after-start", "after the start", terms.firstDue);
  const dueDay =
    terms.dueDay === undefined ? civilParts(firstGiven ?? start).day : readInteger(terms.dueDay, "terms.dueDay", 1, 31);
  const firstMonth = firstGiven === null ? monthIndexOf(start) + months : monthIndexOf(firstGiven);
  if (firstGiven !== null && firstGiven !== dayInMonth(firstMonth, dueDay)) {
    refuseTerm(
      ["terms", "firstDue"],
      "not-on-due-day",
      `on the due day ${String(dueDay)}, or the last day of a shorter month`,
      terms.firstDue,
      { dueDay },
    );
  }
  if (firstMonth + (last - 1) * months >= 120_000) {
    refuseTerm(["terms", "periods"], "too-long", "a last due date no later than year 9999", terms.periods);
  }
  return dueDays(start, firstMonth, months, dueDay, last);
}

/** The instalments of a loan repaid by a list. */
export function readListed(terms: IrregularLoan, start: DayNumber, principal: number, byMonths: boolean): Instalments {
  const { length } = terms.instalments;
  if (length === 0 || length > MAX_PERIODS) {
    return refuseTerm(
      ["terms", "instalments"],
      "number-of-instalments",
      "a list of 1 to 12,000 instalments",
      terms.instalments,
      { min: 1, max: MAX_PERIODS },
    );
  }
  const days = [start];
  const planned = new Float64Array(terms.instalments.length + 1);
  let left = principal;
  for (const [index, { date, principal: part }] of terms.instalments.entries()) {
    const path = ["terms", "instalments", index];
    const day = toDayNumber(date, [...path, "date"]);
    if (day <= (days[index] ?? day))
      refuseTerm([...path, "date"], "not-after-previous", "after the date before it", date);
    days.push(day);
    const isLast = index === terms.instalments.length - 1;
    if (part === undefined && !isLast)
      refuseTerm([...path, "principal"], "principal-missing", "an amount in all but the last instalment", part);
    const amount = part === undefined ? left : readAmount(part, terms.principal.currency, [...path, "principal"]);
    if (amount > left || (isLast && amount !== left)) {
      refuseTerm([...path, "principal"], "does-not-add-up", "amounts that add up to the principal", part?.amount);
    }
    planned[index + 1] = amount;
    left -= amount;
  }
  const periods = terms.instalments.length;
  return {
    ...weighted(Int32Array.from(days), byMonths, null),
    periods,
    over: periods,
    monthsPerPeriod: null,
    planned,
    balloon: 0,
    payment: null,
    takesRest: false,
    grace: 0,
    graceAddsInterest: false,
  };
}

/** What a balloon loan leaves to the end: an amount, and the number of instalments its payment is calculated over. */
function readBalloon(terms: BalloonLoan, periods: number, principal: number): Pick<Instalments, "balloon" | "over"> {
  const { balloon } = terms;
  if ("over" in balloon) {
    return { balloon: 0, over: readInteger(balloon.over, "terms.balloon.over", periods, MAX_PERIODS) };
  }
  const left = readAmount(balloon, terms.principal.currency, ["terms", "balloon"]);
  if (left > principal)
    refuseTerm(["terms", "balloon", "amount"], "above-principal", "at most the principal", balloon.amount);
  return { balloon: left, over: periods };
}

/** Whether the last instalment takes what is left, by what it may be. */
const TAKES_REST: Readonly<Record<LastInstalment, boolean>> = { "like-the-others": false, "what-is-left": true };

function mayTakeRest(terms: LoanTerms): boolean {
  if (terms.method !== "level-payment" || terms.lastInstalment === undefined) return false;
  const { payment, lastInstalment } = terms;
  if (payment === undefined) {
    refuseTerm(["terms", "lastInstalment"], "no-payment-given", "only with a payment given", lastInstalment);
  }
  return TAKES_REST[lastInstalment];
}

/** The instalments of a loan repaid at equal intervals. */
export function readRegular(
  terms: Exclude<LoanTerms, IrregularLoan>,
  start: DayNumber,
  principal: number,
  byMonths: boolean,
): Instalments {
  const periods = readInteger(terms.periods, "terms.periods", 1, MAX_PERIODS);
  const months =
    terms.monthsPerPeriod === undefined ? 1 : readInteger(terms.monthsPerPeriod, "terms.monthsPerPeriod", 1, 120);
  const { balloon, over } =
    terms.method === "balloon" ? readBalloon(terms, periods, principal) : { balloon: 0, over: periods };
  const grace = "grace" in terms ? terms.grace : undefined;
  if (grace !== undefined) readInteger(grace.periods, "terms.grace.periods", 1, periods - 1);
  const payment =
    terms.method === "level-payment" && terms.payment !== undefined
      ? readAmount(terms.payment, terms.principal.currency, ["terms", "payment"])
      : null;
  const isBullet = terms.method === "bullet";
  const span = isBullet ? months * periods : months;
  const days = readDueDays(terms, start, months, over);
  const dates = weighted(isBullet ? Int32Array.of(start, days[periods] ?? start) : days, byMonths, span);
  // written out, because spreading an object costs more than reading all the terms
  return {
    periods: isBullet ? 1 : periods,
    over: isBullet ? 1 : over,
    monthsPerPeriod: span,
    due: dates.due,
    weights: dates.weights,
    firstWeight: dates.firstWeight,
    usualWeight: dates.usualWeight,
    regular: dates.regular,
    planned: null,
    balloon,
    payment,
    takesRest: mayTakeRest(terms),
    grace: grace?.periods ?? 0,
    graceAddsInterest: grace !== undefined && ADDS_INTEREST[grace.pays],
  };
}

import { checkInteger, datePartsOf, ROUNDING_MODES, type DayNumber, type Path } from "../core/index.ts";
import { dayAt, MAX_MINOR, minorAt, oneOf, partAt, partsAt, rateAt, refuseTerm } from "./reading.ts";
import { dayInMonth, dueDays, monthIndexOf, monthsAndDays } from "./due-dates.ts";
import { divideExact, greatestCommonDivisor } from "./interest.ts";
import type { LoanPlan, PlannedPrepayment } from "./plan.ts";
import type { LoanAmount, LoanBasics, LoanTerms, RegularInstalments, RepaymentMethod } from "./types.ts";

/** Most rows; what is above is a mistake in the row. */
const MAX_PERIODS = 12_000;

const METHODS: readonly RepaymentMethod[] = [
  "level-payment",
  "level-principal",
  "interest-only",
  "balloon",
  "bullet",
  "irregular",
];

/** Rates by first day as whole numbers on one divisor; a step that changes nothing is left out. */
function readRates(
  terms: LoanBasics,
  start: DayNumber,
  yearUnits: number,
): Pick<LoanPlan<string>, "divisor" | "rateDays" | "factors" | "rates"> {
  const given = typeof terms.rate === "string" ? [{ date: terms.start, rate: terms.rate }] : terms.rate;
  if (!Array.isArray(given) || given.length === 0) {
    return refuseTerm(["terms", "rate"], "a decimal string or a list of rates by date", terms.rate);
  }
  const read = partsAt(given as Exclude<LoanBasics["rate"], string>, ["terms", "rate"]).map(({ date, rate }, index) => {
    const path = typeof terms.rate === "string" ? ["terms", "rate"] : ["terms", "rate", index, "rate"];
    return { day: dayAt(date, ["terms", "rate", index, "date"]), exact: rateAt(rate, path), rate, date };
  });
  const scale = read.reduce((most, { exact }) => Math.max(most, exact.scale), 0);
  const rateDays: DayNumber[] = [];
  const factors: number[] = [];
  const rates: string[] = [];
  for (const [index, { day, exact, rate, date }] of read.entries()) {
    const path = ["terms", "rate", index, "date"];
    if (index === 0 && day > start) refuseTerm(path, "not after the start", date);
    if (index > 0 && day <= (read[index - 1]?.day ?? day)) refuseTerm(path, "after the date before it", date);
    const factor = Number(exact.coefficient * 10n ** BigInt(scale - exact.scale));
    if (day <= start) rateDays.length = factors.length = rates.length = 0;
    if (factor === factors[factors.length - 1]) continue;
    rateDays.push(Math.max(day, start));
    factors.push(factor);
    rates.push(rate);
  }
  const whole = 10 ** scale * yearUnits;
  const common = factors.reduce(greatestCommonDivisor, whole);
  return { divisor: whole / common, factors: factors.map((factor) => factor / common), rateDays, rates };
}

type Dates = Pick<LoanPlan<string>, "due" | "weights" | "firstWeight" | "usualWeight" | "regular">;

/** Shares of the year of the periods between due dates; `months` of each but the first, null where they follow no rule. */
function withWeights(due: Int32Array, accrual: string, months: number | null): Dates {
  const first = monthsAndDays(due[0] ?? 0, due[1] ?? 0);
  const monthly = accrual === "monthly";
  let weights: Int32Array | null = null;
  if (!monthly || months === null) {
    weights = new Int32Array(due.length);
    for (let k = 1; k < due.length; k++) {
      const from = due[k - 1] ?? 0;
      const to = due[k] ?? 0;
      const share = monthly ? monthsAndDays(from, to) : null;
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

function regularDates(
  terms: LoanBasics & RegularInstalments,
  start: DayNumber,
  months: number,
  last: number,
): Int32Array {
  const firstGiven = terms.firstDue === undefined ? null : dayAt(terms.firstDue, ["terms", "firstDue"]);
  if (firstGiven !== null && firstGiven <= start) refuseTerm(["terms", "firstDue"], "after the start", terms.firstDue);
  const dueDay =
    terms.dueDay === undefined
      ? datePartsOf(firstGiven ?? start).day
      : checkInteger(terms.dueDay, "terms.dueDay", 1, 31);
  const firstMonth = firstGiven === null ? monthIndexOf(start) + months : monthIndexOf(firstGiven);
  if (firstGiven !== null && firstGiven !== dayInMonth(firstMonth, dueDay)) {
    refuseTerm(
      ["terms", "firstDue"],
      `on the due day ${String(dueDay)}, or the last day of a shorter month`,
      terms.firstDue,
    );
  }
  if (firstMonth + (last - 1) * months >= 120_000) {
    refuseTerm(["terms", "periods"], "a last due date no later than year 9999", terms.periods);
  }
  return dueDays(start, firstMonth, months, dueDay, last);
}

/** What of the plan depends on how the loan is repaid. */
type Shape = Pick<
  LoanPlan<string>,
  | "periods"
  | "over"
  | "monthsPerPeriod"
  | "due"
  | "weights"
  | "firstWeight"
  | "usualWeight"
  | "regular"
  | "planned"
  | "balloon"
  | "payment"
  | "grace"
  | "gracePays"
>;

function readIrregular(
  terms: LoanTerms & { readonly method: "irregular" },
  start: DayNumber,
  principal: number,
  minor: (value: LoanAmount, path: Path) => number,
): Shape {
  const list: unknown = terms.instalments;
  if (!Array.isArray(list) || list.length === 0 || list.length > MAX_PERIODS) {
    return refuseTerm(["terms", "instalments"], "a list of 1 to 12,000 instalments", list);
  }
  const days = [start];
  const planned = new Float64Array(terms.instalments.length + 1);
  let left = principal;
  for (const [index, { date, principal: part }] of partsAt(terms.instalments, ["terms", "instalments"]).entries()) {
    const path = ["terms", "instalments", index];
    const day = dayAt(date, [...path, "date"]);
    if (day <= (days[index] ?? day)) refuseTerm([...path, "date"], "after the date before it", date);
    days.push(day);
    const isLast = index === terms.instalments.length - 1;
    if (part === undefined && !isLast)
      refuseTerm([...path, "principal"], "an amount in all but the last instalment", part);
    const amount = part === undefined ? left : minor(part, [...path, "principal"]);
    if (amount > left || (isLast && amount !== left)) {
      refuseTerm([...path, "principal"], "amounts that add up to the principal", part?.amount);
    }
    planned[index + 1] = amount;
    left -= amount;
  }
  const dates = withWeights(Int32Array.from(days), terms.interest, null);
  const periods = terms.instalments.length;
  return {
    ...dates,
    periods,
    over: periods,
    monthsPerPeriod: null,
    planned,
    balloon: 0,
    payment: null,
    grace: 0,
    gracePays: "interest",
  };
}

function readRegular(
  terms: Exclude<LoanTerms, { readonly method: "irregular" }>,
  start: DayNumber,
  principal: number,
  minor: (value: LoanAmount, path: Path) => number,
): Shape {
  const periods = checkInteger(terms.periods, "terms.periods", 1, MAX_PERIODS);
  const months = checkInteger(terms.monthsPerPeriod ?? 1, "terms.monthsPerPeriod", 1, 120);
  let over = periods;
  let balloon = 0;
  if (terms.method === "balloon") {
    const left: unknown = terms.balloon;
    if (typeof left !== "object" || left === null) refuseTerm(["terms", "balloon"], "an amount or { over }", left);
    if ("over" in terms.balloon) over = checkInteger(terms.balloon.over, "terms.balloon.over", periods, MAX_PERIODS);
    else balloon = minor(terms.balloon, ["terms", "balloon"]);
    if (balloon > principal)
      refuseTerm(["terms", "balloon", "amount"], "at most the principal", (left as LoanAmount).amount);
  }
  const given = "grace" in terms ? terms.grace : undefined;
  const grace = given === undefined ? undefined : partAt(given, ["terms", "grace"]);
  if (grace !== undefined) {
    if (terms.method === ("interest-only" as string) || terms.method === ("bullet" as string)) {
      refuseTerm(["terms", "grace"], "only with level payments, level principal or a balloon", grace);
    }
    checkInteger(grace.periods, "terms.grace.periods", 1, periods - 1);
    oneOf(grace.pays, ["interest", "nothing"], ["terms", "grace", "pays"]);
  }
  const payment =
    terms.method === "level-payment" && terms.payment !== undefined ? minor(terms.payment, ["terms", "payment"]) : null;
  const isBullet = terms.method === "bullet";
  const span = isBullet ? months * periods : months;
  const days = regularDates(terms, start, months, over);
  const dates = withWeights(isBullet ? Int32Array.of(start, days[periods] ?? start) : days, terms.interest, span);
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
    grace: grace?.periods ?? 0,
    gracePays: grace?.pays ?? "interest",
  };
}

function readPrepayments(
  terms: LoanBasics,
  start: DayNumber,
  end: DayNumber,
  minor: (value: LoanAmount, path: Path) => number,
): readonly PlannedPrepayment[] {
  const list = terms.prepayments === undefined ? [] : partsAt(terms.prepayments, ["terms", "prepayments"]);
  return list
    .map(({ date, amount, keeps = "term", fee }, index) => {
      const path = ["terms", "prepayments", index];
      const day = dayAt(date, [...path, "date"]);
      if (day <= start || day >= end)
        refuseTerm([...path, "date"], "after the start, before the last instalment", date);
      const units = amount === "all" ? Infinity : minor(amount, [...path, "amount"]);
      if (units === 0) refuseTerm([...path, "amount", "amount"], "above zero", (amount as LoanAmount).amount);
      return {
        day,
        amount: units,
        keeps: oneOf(keeps, ["term", "payment"], [...path, "keeps"]),
        fee: fee === undefined ? 0 : minor(fee, [...path, "fee"]),
        index,
      };
    })
    .sort((a, b) => a.day - b.day || a.index - b.index);
}

/** The terms, checked and in whole numbers. */
export function readTerms<C extends string>(terms: LoanTerms<C>): LoanPlan<C> {
  const given: unknown = terms;
  if (typeof given !== "object" || given === null) refuseTerm(["terms"], "the terms of a loan", given);
  oneOf(terms.method, METHODS, ["terms", "method"]);
  oneOf(terms.interest, ["monthly", "ACT/360", "ACT/365F"], ["terms", "interest"]);
  oneOf(terms.rounding, ROUNDING_MODES, ["terms", "rounding"]);
  const fractionDigits = checkInteger(terms.fractionDigits, "terms.fractionDigits", 0, 4);
  const currency = (terms.principal as LoanAmount<C> | null | undefined)?.currency;
  if (typeof currency !== "string" || currency === "") {
    return refuseTerm(["terms", "principal", "currency"], "a currency code", currency);
  }
  const minor = (value: LoanAmount, path: Path): number => minorAt(value, currency, fractionDigits, path);
  const drawn = minor(terms.principal, ["terms", "principal"]);
  if (drawn === 0) refuseTerm(["terms", "principal", "amount"], "above zero", terms.principal.amount);
  const start = dayAt(terms.start, ["terms", "start"]);

  const {
    upfront,
    upfrontIs = "paid",
    perInstalment,
    flatRate,
  } = terms.fees === undefined ? {} : partAt(terms.fees, ["terms", "fees"]);
  const first = upfront === undefined ? 0 : minor(upfront, ["terms", "fees", "upfront"]);
  const financed = oneOf(upfrontIs, ["paid", "financed"], ["terms", "fees", "upfrontIs"]) === "financed" ? first : 0;
  const principal = drawn + financed;
  if (principal > MAX_MINOR) refuseTerm(["terms", "fees", "upfront", "amount"], "a smaller fee", upfront?.amount);
  let fee = perInstalment === undefined ? 0 : minor(perInstalment, ["terms", "fees", "perInstalment"]);
  if (flatRate !== undefined) {
    const rate = rateAt(flatRate, ["terms", "fees", "flatRate"]);
    fee += Number(divideExact(BigInt(drawn) * rate.coefficient, 10n ** BigInt(rate.scale), terms.rounding));
  }

  const yearUnits = terms.interest === "ACT/365F" ? 365 : 360;
  const shape =
    terms.method === "irregular"
      ? readIrregular(terms, start, principal, minor)
      : readRegular(terms, start, principal, minor);
  const prepayments = readPrepayments(terms, start, shape.due[shape.periods] ?? start, minor);
  const { divisor, rateDays, factors, rates } = readRates(terms, start, yearUnits);
  return {
    currency,
    fractionDigits,
    method: terms.method,
    accrual: terms.interest,
    rounding: terms.rounding,
    principal,
    proceeds: drawn - (first - financed),
    periods: shape.periods,
    monthsPerPeriod: shape.monthsPerPeriod,
    regular: shape.regular && prepayments.length === 0,
    due: shape.due,
    weights: shape.weights,
    firstWeight: shape.firstWeight,
    usualWeight: shape.usualWeight,
    yearUnits,
    divisor,
    rateDays,
    factors,
    rates,
    prepayments,
    fee,
    grace: shape.grace,
    gracePays: shape.gracePays,
    payment: shape.payment,
    balloon: shape.balloon,
    over: shape.over,
    planned: shape.planned,
  };
}

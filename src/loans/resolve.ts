import { describeValue, toDayNumber, tryDayNumber, type DayNumber, type Path } from "../core/index.ts";
import { civilParts, roundExact } from "../core/inner.ts";
import { currencyExponent, type RoundingMode } from "../money/index.ts";
import { refuseTerm } from "./errors.ts";
import { readListed, readRegular, type Instalments } from "./instalments.ts";
import { readFlatRate, readRates } from "./rates.ts";
import { MAX_MINOR, readAmount, readPrincipal, readTerms, refuseSize } from "./reading.ts";
import { PRINCIPAL_RULES, type ResolvedLoan, type ResolvedPrepayment } from "./resolved-loan.ts";
import {
  PREPAYMENT_KEEPS,
  type IrregularLoan,
  type LoanInterest,
  type LoanTerms,
  type Prepayment,
  type PrepaymentKeeps,
  type RepaymentMethod,
  type UpfrontFee,
} from "./terms.ts";

/** Units that make up a year, and whether whole months count as such or by their days. */
const ACCRUALS: Readonly<Record<LoanInterest, { readonly yearUnits: number; readonly byMonths: boolean }>> = {
  monthly: { yearUnits: 360, byMonths: true },
  "ACT/360": { yearUnits: 360, byMonths: false },
  "ACT/365F": { yearUnits: 365, byMonths: false },
};

/** Whether the loan ends sooner, by what a prepayment keeps. */
const SHORTENS: Readonly<Record<PrepaymentKeeps, boolean>> = { term: false, payment: true };

/** Whether the upfront fee is part of the loan. */
const FINANCED: Readonly<Record<UpfrontFee, boolean>> = { paid: false, financed: true };

/** What the loan comes to at its start, in minor units. */
type Outlay = Pick<ResolvedLoan<string>, "principal" | "proceeds" | "fee">;

/** Most months from one date of a list to the next, the first from the start, each begun month counted; 1 at least. */
function longestOf({ start, instalments }: IrregularLoan): number {
  let longest = 1;
  let before = tryDayNumber(start);
  for (const { date } of instalments) {
    const day = tryDayNumber(date);
    // an invalid date is refused where the instalments are read
    if (before === null || day === null) return Infinity;
    const [from, to] = [civilParts(before), civilParts(day)];
    const months = (to.year - from.year) * 12 + to.month - from.month + (to.day > from.day ? 1 : 0);
    longest = Math.max(longest, months);
    before = day;
  }
  return longest;
}

/**
 * Months that one instalment covers, as given, which are read with the instalments; those of a term that cannot be are
 * not known, so that a flat rate is held to the principal alone.
 */
function monthsOf(terms: LoanTerms): number {
  if (terms.method === "irregular") return longestOf(terms);
  const { periods, monthsPerPeriod = 1 } = terms;
  const months = terms.method === "bullet" ? periods * monthsPerPeriod : monthsPerPeriod;
  return Number.isSafeInteger(months) && months > 0 ? months : Infinity;
}

/** The principal drawn, together with the fees. */
function readOutlay(terms: LoanTerms, drawn: number, rounding: RoundingMode): Outlay {
  if (terms.fees === undefined) return { principal: drawn, proceeds: drawn, fee: 0 };
  const { upfront, upfrontIs = "paid", perInstalment, flatRate } = terms.fees;
  const { currency } = terms.principal;
  if (upfront === undefined && terms.fees.upfrontIs !== undefined) {
    refuseTerm(["terms", "fees", "upfrontIs"], "no-upfront-fee", "only with an upfront fee", terms.fees.upfrontIs);
  }
  const first = upfront === undefined ? 0 : readAmount(upfront, currency, ["terms", "fees", "upfront"]);
  if (upfront !== undefined && first >= drawn) {
    const range = "less than the principal";
    refuseTerm(["terms", "fees", "upfront", "amount"], "not-below-principal", range, upfront.amount);
  }
  const financed = FINANCED[upfrontIs] ? first : 0;
  const principal = drawn + financed;
  if (principal > MAX_MINOR) {
    refuseSize(["terms", "fees", "upfront", "amount"], { received: describeValue(upfront?.amount) });
  }
  let fee = perInstalment === undefined ? 0 : readAmount(perInstalment, currency, ["terms", "fees", "perInstalment"]);
  if (flatRate !== undefined) {
    const rate = readFlatRate(flatRate, monthsOf(terms), ["terms", "fees", "flatRate"]);
    fee += Number(roundExact({ coefficient: BigInt(drawn) * rate.coefficient, scale: rate.scale }, 0, rounding));
  }
  return { principal, proceeds: drawn - (first - financed), fee };
}

/** What a prepayment may say that it keeps, by method. */
const KEPT: Readonly<Record<RepaymentMethod, readonly PrepaymentKeeps[]>> = {
  "level-payment": PREPAYMENT_KEEPS,
  "level-principal": PREPAYMENT_KEEPS,
  balloon: PREPAYMENT_KEEPS,
  "interest-only": ["term"],
  bullet: ["term"],
  irregular: [],
};

function readKept({ keeps }: Prepayment, method: RepaymentMethod, path: Path): PrepaymentKeeps {
  if (keeps === undefined) return "term";
  const allowed = KEPT[method];
  const range = allowed.length === 0 ? "left out, as the list says what is repaid" : allowed.join(" or ");
  return allowed.includes(keeps) ? keeps : refuseTerm([...path, "keeps"], "nothing-to-keep", range, keeps);
}

function readPrepayments(terms: LoanTerms, start: DayNumber, end: DayNumber): readonly ResolvedPrepayment[] {
  if (terms.prepayments === undefined) return [];
  const { currency } = terms.principal;
  return terms.prepayments
    .map((prepayment, index) => {
      const { date, amount, fee } = prepayment;
      const path = ["terms", "prepayments", index];
      const keeps = readKept(prepayment, terms.method, path);
      const day = toDayNumber(date, [...path, "date"]);
      if (day <= start || day >= end)
        refuseTerm([...path, "date"], "not-within-term", "after the start, before the last instalment", date);
      const units = amount === "all" ? Infinity : readAmount(amount, currency, [...path, "amount"]);
      if (amount !== "all" && units === 0)
        refuseTerm([...path, "amount", "amount"], "not-above-zero", "above zero", amount.amount);
      return {
        day,
        amount: units,
        shortens: SHORTENS[keeps],
        fee: fee === undefined ? 0 : readAmount(fee, currency, [...path, "fee"]),
        index,
      };
    })
    .sort((a, b) => a.day - b.day || a.index - b.index);
}

function readInstalments(terms: LoanTerms, start: DayNumber, principal: number, byMonths: boolean): Instalments {
  return terms.method === "irregular"
    ? readListed(terms, start, principal, byMonths)
    : readRegular(terms, start, principal, byMonths);
}

/** The terms of a loan, checked and converted to whole numbers. */
export function resolveLoan<C extends string>(terms: LoanTerms<C>): ResolvedLoan<C> {
  const { method, interest: accrual, rounding } = readTerms(terms, ["terms"], "loans/invalid-terms");
  const drawn = readPrincipal(terms.principal, ["terms", "principal"]);
  if (drawn === 0) refuseTerm(["terms", "principal", "amount"], "not-above-zero", "above zero", terms.principal.amount);
  const { currency } = terms.principal;
  const start = toDayNumber(terms.start, ["terms", "start"]);
  const { principal, proceeds, fee } = readOutlay(terms, drawn, rounding);
  const { yearUnits, byMonths } = ACCRUALS[accrual];
  const instalments = readInstalments(terms, start, principal, byMonths);
  const prepayments = readPrepayments(terms, start, instalments.due[instalments.periods] ?? start);
  const rates = readRates(terms, start, yearUnits);
  // written out, because spreading an object costs more than reading all the terms
  return {
    currency,
    digits: currencyExponent(currency),
    method,
    principalRule: PRINCIPAL_RULES[method],
    accrual,
    rounding,
    principal,
    proceeds,
    periods: instalments.periods,
    monthsPerPeriod: instalments.monthsPerPeriod,
    regular: instalments.regular && prepayments.length === 0,
    due: instalments.due,
    weights: instalments.weights,
    firstWeight: instalments.firstWeight,
    usualWeight: instalments.usualWeight,
    yearUnits,
    divisor: rates.divisor,
    rateDays: rates.rateDays,
    factors: rates.factors,
    rates: rates.rates,
    prepayments,
    fee,
    grace: instalments.grace,
    graceAddsInterest: instalments.graceAddsInterest,
    payment: instalments.payment,
    takesRest: instalments.takesRest,
    balloon: instalments.balloon,
    over: instalments.over,
    planned: instalments.planned,
  };
}

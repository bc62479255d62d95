import { readDecimal, type DecimalString } from "../../core/index.ts";
import {
  byTag,
  listOf,
  oneOf,
  optional,
  quotientText,
  refuse,
  rowOf,
  shapeOf,
  wholeNumber,
  type Reader,
} from "../../core/inner.ts";
import { fromMinorUnits, type Money, type RoundingMode } from "../../money/index.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import { accrualMembers, accrualTerms } from "../interest/accrual-terms.ts";
import {
  fractionOf,
  inNumbers,
  over,
  roundFraction,
  timesAll,
  wholeOf,
  yearFraction,
  type Fraction,
} from "../interest/fraction.ts";
import { readAmount, readOptions } from "../reading.ts";
import { TRANSFER_ADD_ONS, type AddOnAmount } from "./add-ons.ts";
import { LEVIES, type LevyAmount } from "./levies.ts";
import {
  LOSS_TAXES,
  type CapitalFunding,
  type CapitalReturn,
  type ReturnConventions,
  type ReturnInput,
  type ReturnInterest,
  type ReturnTax,
  type RiskAdjustedReturn,
} from "./return-terms.ts";
import { decimalFrom, minorInCurrency, readPositiveAmount, readRate, readShare } from "./rows.ts";
import { CAPITAL_BASES } from "./words.ts";

type Arm<T, W> = Extract<T, { readonly treatment: W }>;

/** The conventions of a return except what its capital is, which other documents say in their own way. */
export const returnMembers = {
  ...accrualMembers,
  returnOnCapital: byTag<CapitalReturn, "treatment">("treatment", {
    excluded: shapeOf<Arm<CapitalReturn, "excluded">>({ treatment: oneOf(["excluded"]) }),
    "at-rate": shapeOf<Arm<CapitalReturn, "at-rate">>({ treatment: oneOf(["at-rate"]), rate: readRate }),
    given: shapeOf<Arm<CapitalReturn, "given">>({ treatment: oneOf(["given"]), amount: readAmount }),
  }),
  funding: byTag<CapitalFunding, "treatment">("treatment", {
    gross: shapeOf<Arm<CapitalFunding, "gross">>({ treatment: oneOf(["gross"]) }),
    "net-of-capital": shapeOf<Arm<CapitalFunding, "net-of-capital">>({
      treatment: oneOf(["net-of-capital"]),
      rate: readRate,
    }),
  }),
  tax: byTag<ReturnTax, "treatment">("treatment", {
    "before-tax": shapeOf<Arm<ReturnTax, "before-tax">>({ treatment: oneOf(["before-tax"]) }),
    "after-tax": shapeOf<Arm<ReturnTax, "after-tax">>({
      treatment: oneOf(["after-tax"]),
      rate: decimalFrom("0", "0.99"),
      losses: oneOf(LOSS_TAXES),
    }),
  }),
  hurdle: readShare,
  digits: optional(wholeNumber(0, 12)),
};

const readConventions: Reader<ReturnConventions> = shapeOf<ReturnConventions>({
  ...returnMembers,
  capital: oneOf(CAPITAL_BASES),
});

const readInput: Reader<ReturnInput> = shapeOf<ReturnInput>({
  interest: rowOf<ReturnInterest>({
    nii: readAmount,
    assetNii: optional(readAmount),
    liabilityNii: optional(readAmount),
    interestReceived: optional(readAmount),
    interestPaid: optional(readAmount),
    treasury: optional(readAmount),
  }),
  addOns: listOf(rowOf<AddOnAmount>({ addOn: oneOf(TRANSFER_ADD_ONS), amount: readAmount })),
  fees: readAmount,
  serviceCost: readPositiveAmount,
  levies: listOf(rowOf<LevyAmount>({ levy: oneOf(LEVIES), amount: readAmount })),
  expectedLoss: readPositiveAmount,
  capital: readPositiveAmount,
});

/** What a client brings after risk and cost, in minor units, before anything that depends on conventions. */
interface Minors {
  readonly income: bigint;
  readonly beforeCapital: bigint;
  readonly capital: bigint;
}

/** The parts of an input added up; refuses another currency, and interest whose parts do not sum. */
function addUp(input: ReturnInput, currency: string): Minors {
  const of = (amount: Money, ...path: readonly (string | number)[]): bigint => minorInCurrency(amount, currency, path);
  const { interest } = input;
  const given = (name: keyof ReturnInterest): bigint | null => {
    const amount = interest[name];
    return amount === undefined ? null : of(amount, "interest", name);
  };
  const kept = of(interest.nii, "interest", "nii");
  const [received, paid, treasury] = [given("interestReceived"), given("interestPaid"), given("treasury")];
  const [ofAssets, ofLiabilities] = [given("assetNii"), given("liabilityNii")];
  if (received !== null && paid !== null && treasury !== null) demandSum(received - paid, kept + treasury, currency);
  if (ofAssets !== null && ofLiabilities !== null) demandSum(kept, ofAssets + ofLiabilities, currency);
  const addOns = input.addOns.reduce((sum, { amount }, index) => sum + of(amount, "addOns", index, "amount"), 0n);
  const levies = input.levies.reduce((sum, { amount }, index) => sum + of(amount, "levies", index, "amount"), 0n);
  const income = kept - addOns + of(input.fees, "fees");
  const costs = of(input.serviceCost, "serviceCost") + levies + of(input.expectedLoss, "expectedLoss");
  return { income, beforeCapital: income - costs, capital: of(input.capital, "capital") };
}

/** Refuses interest whose parts are not what they are parts of. */
function demandSum(expected: bigint, received: bigint, currency: string): void {
  if (expected === received) return;
  const code = "relationship-value/interest-does-not-sum" satisfies RelationshipValueErrorCode;
  refuse(code, ["interest"], "the parts do not sum", {
    expected: fromMinorUnits(expected, currency).amount,
    received: fromMinorUnits(received, currency).amount,
  });
}

/** Tax on an income in minor units. */
function taxOn(income: bigint, tax: ReturnTax, rounding: RoundingMode): bigint {
  switch (tax.treatment) {
    case "before-tax":
      return 0n;
    case "after-tax":
      if (income < 0n && tax.losses === "untaxed") return 0n;
      return roundFraction(timesAll(wholeOf(income), fractionOf(readDecimal(tax.rate))), rounding);
  }
}

/**
 * The risk-adjusted return of a client or a deal (风险调整后资本收益率): every component from interest to economic value added, and
 * the ratio (RAROC), on stated conventions.
 *
 * One deal has a RAROC of 20 % or 22 %, of 15 % or 8 %, by convention alone, so that those which change the answer are
 * required, and echoed with the result. Income tax is on all income of the return, the expected loss taken off. The ratio
 * is per year: income ÷ (capital × time).
 *
 * @param input - the parts; `relationshipReturn` makes them from positions, activities and exposures, and
 *   `statementIncome` makes interest and fees from a statement
 * @param conventions - period, capital, return on capital, funding, tax, hurdle, rounding
 * @returns the components, which sum as their type says
 * @throws `relationship-value/invalid-option`; `relationship-value/currency-mismatch`;
 *   `relationship-value/interest-does-not-sum`; `calendar/invalid-period`, `calendar/invalid-option`;
 *   `money/amount-too-large` when a figure has more than 18 digits
 * @see J. Hull, Risk Management and Financial Institutions, example 16.5, for the deal below
 * @example
 * const none = money("0", "USD");
 * const deal = {
 *   interest: { nii: money("2.50", "USD") }, addOns: [], fees: none, serviceCost: money("0.70", "USD"), levies: [],
 *   expectedLoss: money("1", "USD"), capital: money("4", "USD"),
 * };
 * const conventions = {
 *   period: "2026", currency: "USD", dayCount: "ACT/365F", capital: "economic", returnOnCapital: { treatment: "excluded" },
 *   funding: { treatment: "gross" }, tax: { treatment: "before-tax" }, hurdle: "0.12", digits: 2,
 * } as const;
 * riskAdjustedReturn(deal, conventions).raroc // => "0.20"
 * riskAdjustedReturn(deal, { ...conventions, returnOnCapital: { treatment: "at-rate", rate: "0.02" } }).raroc // => "0.22"
 * riskAdjustedReturn(deal, conventions).economicValueAdded // => money("0.32", "USD")
 * @since 0.1.0
 */
export function riskAdjustedReturn<C extends string>(
  input: ReturnInput<C>,
  conventions: ReturnConventions<C>,
): RiskAdjustedReturn<C> {
  readOptions<ReturnConventions>(conventions, readConventions, "conventions");
  readOptions<ReturnInput>(input, readInput, "input");
  const { returnOnCapital, funding, tax, hurdle, digits = 4 } = conventions;
  const terms = accrualTerms(conventions);
  const { period, currency, dayCount, rounding } = terms;
  const time = yearFraction(period, dayCount);
  const money = (minor: bigint): Money<C> => fromMinorUnits(minor, currency);
  const { income, beforeCapital, capital } = addUp(input, currency);
  const onCapital = (rate: DecimalString): bigint =>
    roundFraction(timesAll(wholeOf(capital), fractionOf(readDecimal(rate)), time), rounding);

  const earned = earnedByCapital(returnOnCapital, currency, onCapital);
  const relief = funding.treatment === "gross" ? 0n : onCapital(funding.rate);
  const beforeTax = beforeCapital + earned + relief;
  const taxed = taxOn(beforeTax, tax, rounding);
  const after = beforeTax - taxed;
  const charge = onCapital(hurdle);
  const { interest } = input;
  return {
    interestReceived: interest.interestReceived ?? null,
    interestPaid: interest.interestPaid ?? null,
    treasury: interest.treasury ?? null,
    nii: interest.nii,
    addOns: input.addOns,
    fees: input.fees,
    income: money(income),
    serviceCost: input.serviceCost,
    levies: input.levies,
    expectedLoss: input.expectedLoss,
    returnOnCapital: money(earned),
    fundingRelief: money(relief),
    incomeBeforeTax: money(beforeTax),
    tax: money(taxed),
    riskAdjustedIncome: money(after),
    capital: input.capital,
    capitalCharge: money(charge),
    economicValueAdded: money(after - charge),
    raroc: ratioText(after, timesAll(wholeOf(capital), time), digits, rounding),
    conventions: {
      ...terms,
      yearFraction: inNumbers(time),
      capital: conventions.capital,
      returnOnCapital,
      funding,
      tax,
      hurdle,
      digits,
    },
  };
}

function earnedByCapital(given: CapitalReturn, currency: string, onCapital: (rate: DecimalString) => bigint): bigint {
  switch (given.treatment) {
    case "excluded":
      return 0n;
    case "at-rate":
      return onCapital(given.rate);
    case "given":
      return minorInCurrency(given.amount, currency, ["returnOnCapital", "amount"]);
  }
}

/** Income per year of capital as text, or null without capital or time. */
function ratioText(income: bigint, base: Fraction, digits: number, rounding: RoundingMode): DecimalString | null {
  if (base.numerator === 0n) return null;
  const { numerator, denominator } = over(wholeOf(income), base);
  return quotientText(numerator, denominator, digits, rounding);
}

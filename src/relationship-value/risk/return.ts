import { readPeriod, type DateRange, type DayCountBasis, type Period } from "../../calendar/index.ts";
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
import {
  fractionOf,
  minus,
  over,
  roundFraction,
  timesAll,
  wholeOf,
  yearFraction,
  type Fraction,
} from "../interest/fraction.ts";
import { inNumbers, type NetInterestTotals } from "../interest/net-interest-income.ts";
import { readAmount, readCurrency, readDayCount, readOptions, readPeriodIn, readRounding } from "../reading.ts";
import { TRANSFER_ADD_ONS, type AddOnAmount } from "./add-ons.ts";
import { LEVIES, type LevyAmount } from "./levies.ts";
import { decimalFrom, minorInCurrency, readPositiveAmount, readRate, readShare } from "./rows.ts";
import { CAPITAL_BASES, type CapitalBasis } from "./words.ts";

/** How the return on the capital itself is treated. */
export const CAPITAL_RETURNS = ["excluded", "at-rate", "given"] as const;

/** Whether income contains what the capital earns, being invested: not, at a rate per year, or as an amount. */
export type CapitalReturn<C extends string = string> =
  | { readonly treatment: "excluded" }
  | { readonly treatment: "at-rate"; readonly rate: DecimalString }
  | { readonly treatment: "given"; readonly amount: Money<C> };

/** How capital stands to funding. */
export const CAPITAL_FUNDINGS = ["gross", "net-of-capital"] as const;

/** Whether all of an asset is funded at the transfer price, or capital funds its part, which saves `rate` per year on it. */
export type CapitalFunding =
  { readonly treatment: "gross" } | { readonly treatment: "net-of-capital"; readonly rate: DecimalString };

/** How income tax is treated. */
export const RETURN_TAXES = ["before-tax", "after-tax"] as const;

/** What tax a loss has. */
export const LOSS_TAXES = ["credited", "untaxed"] as const;

/** Whether a loss saves tax on other income of the bank, or has none. */
export type LossTax = (typeof LOSS_TAXES)[number];

/** Whether the return is before or after income tax. */
export type ReturnTax =
  | { readonly treatment: "before-tax" }
  | { readonly treatment: "after-tax"; readonly rate: DecimalString; readonly losses: LossTax };

/** The conventions of a return: each changes the answer, so none has a default but the writing of the result. */
export interface ReturnConventions<C extends string = string> {
  readonly period: Period;
  readonly currency: C;
  /** Of what is per year: the hurdle, the return on capital, and the ratio. */
  readonly dayCount: DayCountBasis;
  readonly capital: CapitalBasis;
  readonly returnOnCapital: CapitalReturn<C>;
  readonly funding: CapitalFunding;
  readonly tax: ReturnTax;
  /** What capital has to earn per year, on the same conventions: 12 % is `"0.12"`. */
  readonly hurdle: DecimalString;
  /** Default `half-even`. */
  readonly rounding?: RoundingMode;
  /** Fraction digits of the ratio, 0 to 12. Default 4. */
  readonly digits?: number;
}

/** Interest of the period: that of `NetInterestTotals`, or net interest income alone where its parts are not known. */
export interface ReturnInterest<C extends string = string>
  extends Pick<NetInterestTotals<C>, "nii">, Partial<Omit<NetInterestTotals<C>, "nii">> {}

/** What a return is made of, all in one currency and for one period; what there is none of is given as 0 or an empty list. */
export interface ReturnInput<C extends string = string> {
  readonly interest: ReturnInterest<C>;
  /** By name; above 0 they are taken off. */
  readonly addOns: readonly AddOnAmount<C>[];
  /** Fees, commissions and all other income. */
  readonly fees: Money<C>;
  /** Cost of serving the client, 0 or more. */
  readonly serviceCost: Money<C>;
  /** By name; above 0 they are taken off. */
  readonly levies: readonly LevyAmount<C>[];
  readonly expectedLoss: Money<C>;
  /** Capital tied up in the period, 0 or more. */
  readonly capital: Money<C>;
}

/**
 * A risk-adjusted return with everything it is made of.
 *
 * `nii − Σ addOns + fees − serviceCost − Σ levies − expectedLoss + returnOnCapital + fundingRelief = incomeBeforeTax`;
 * `incomeBeforeTax − tax = riskAdjustedIncome`; `riskAdjustedIncome − capitalCharge = economicValueAdded`.
 */
export interface RiskAdjustedReturn<C extends string = string> {
  /** Interest received, paid, and what the treasury keeps; `null` where only the net interest income is known. */
  readonly interestReceived: Money<C> | null;
  readonly interestPaid: Money<C> | null;
  /** Funding (资金成本): transfer charged on assets less transfer paid on deposits. */
  readonly treasury: Money<C> | null;
  readonly nii: Money<C>;
  readonly addOns: readonly AddOnAmount<C>[];
  readonly fees: Money<C>;
  /** Composite income (综合收益): net interest income less add-ons, and fees. */
  readonly income: Money<C>;
  readonly serviceCost: Money<C>;
  readonly levies: readonly LevyAmount<C>[];
  readonly expectedLoss: Money<C>;
  /** What the capital earns, 0 where the conventions leave it out. */
  readonly returnOnCapital: Money<C>;
  /** What is not funded because capital funds it, 0 where funding is gross. */
  readonly fundingRelief: Money<C>;
  readonly incomeBeforeTax: Money<C>;
  /** 0 before tax; below 0 where a loss is credited. */
  readonly tax: Money<C>;
  readonly riskAdjustedIncome: Money<C>;
  readonly capital: Money<C>;
  /** Capital × hurdle × time (资本占用成本). */
  readonly capitalCharge: Money<C>;
  /** Economic value added (经济增加值, EVA). */
  readonly economicValueAdded: Money<C>;
  /** Risk-adjusted income per year ÷ capital (RAROC), rounded once; `null` without capital or time. */
  readonly raroc: DecimalString | null;
  readonly conventions: {
    readonly period: DateRange;
    readonly currency: C;
    readonly dayCount: DayCountBasis;
    readonly yearFraction: { readonly numerator: number; readonly denominator: number };
    readonly capital: CapitalBasis;
    readonly returnOnCapital: CapitalReturn<C>;
    readonly funding: CapitalFunding;
    readonly tax: ReturnTax;
    readonly hurdle: DecimalString;
    readonly rounding: RoundingMode;
    readonly digits: number;
  };
}

/** The figures of a return that are amounts or a ratio, in the order of its sum. */
export const RETURN_FIGURES = [
  "interestReceived",
  "interestPaid",
  "treasury",
  "nii",
  "addOns",
  "fees",
  "income",
  "serviceCost",
  "levies",
  "expectedLoss",
  "returnOnCapital",
  "fundingRelief",
  "incomeBeforeTax",
  "tax",
  "riskAdjustedIncome",
  "capital",
  "capitalCharge",
  "economicValueAdded",
  "raroc",
] as const satisfies readonly Exclude<keyof RiskAdjustedReturn, "conventions">[];

/** A figure of a return. */
export type ReturnFigure = (typeof RETURN_FIGURES)[number];

type Arm<T, W> = Extract<T, { readonly treatment: W }>;

/** The conventions of a return except what its capital is, which other documents say in their own way. */
export const returnMembers = {
  period: readPeriodIn,
  currency: readCurrency,
  dayCount: readDayCount,
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
  rounding: optional(readRounding),
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
  const { nii, interestReceived, interestPaid, treasury } = input.interest;
  const kept = of(nii, "interest", "nii");
  if (interestReceived !== undefined && interestPaid !== undefined && treasury !== undefined) {
    const received = of(interestReceived, "interest", "interestReceived");
    const margin = received - of(interestPaid, "interest", "interestPaid");
    const sum = kept + of(treasury, "interest", "treasury");
    if (sum !== margin) refuseSum(margin, sum, currency);
  }
  const addOns = input.addOns.reduce((sum, { amount }, index) => sum + of(amount, "addOns", index, "amount"), 0n);
  const levies = input.levies.reduce((sum, { amount }, index) => sum + of(amount, "levies", index, "amount"), 0n);
  const income = kept - addOns + of(input.fees, "fees");
  const costs = of(input.serviceCost, "serviceCost") + levies + of(input.expectedLoss, "expectedLoss");
  return { income, beforeCapital: income - costs, capital: of(input.capital, "capital") };
}

function refuseSum(margin: bigint, sum: bigint, currency: string): never {
  const code = "relationship-value/interest-does-not-sum" satisfies RelationshipValueErrorCode;
  return refuse(code, ["interest"], "net interest income and treasury are not interest received less paid", {
    expected: fromMinorUnits(margin, currency).amount,
    received: fromMinorUnits(sum, currency).amount,
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
 *   `relationship-value/interest-does-not-sum`; `calendar/invalid-period`, `calendar/invalid-option`
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
  const { currency, dayCount, returnOnCapital, funding, tax, hurdle } = conventions;
  const { rounding = "half-even", digits = 4 } = conventions;
  const period = readPeriod(conventions.period);
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
      period,
      currency,
      dayCount,
      yearFraction: inNumbers(time),
      capital: conventions.capital,
      returnOnCapital,
      funding,
      tax,
      hurdle,
      rounding,
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

/** Whether an income per year of capital is at least a rate, without rounding. */
export function meets(income: Money, capital: Money, time: Fraction, rate: DecimalString): boolean {
  const { currency } = income;
  const needed = timesAll(
    wholeOf(minorInCurrency(capital, currency, ["capital"])),
    time,
    fractionOf(readDecimal(rate)),
  );
  return minus(wholeOf(minorInCurrency(income, currency, ["income"])), needed).numerator >= 0n;
}

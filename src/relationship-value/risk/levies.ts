import type { DateRange, DayCountBasis, Period } from "../../calendar/index.ts";
import {
  fromDayNumber,
  policyAt,
  readDecimal,
  toDayNumber,
  type DecimalString,
  type Policy,
  type RowIssue,
} from "../../core/index.ts";
import { listOf, oneOf, orNull, policyMembers, rowOf, shapeOf, type Reader } from "../../core/inner.ts";
import { currencyExponent, fromMinorUnits, type Money, type RoundingMode } from "../../money/index.ts";
import { accrualMembers, accrualTerms } from "../interest/accrual-terms.ts";
import { balanceOf, readYearlyRate } from "../interest/exact-balance.ts";
import {
  fractionOf,
  minus,
  over,
  plus,
  roundFraction,
  timesAll,
  wholeOf,
  yearFraction,
  type Fraction,
} from "../interest/fraction.ts";
import { BALANCE_SIDES, type InterestPosition } from "../interest/net-interest-income.ts";
import { asGiven, readAmount, readId, readOptions, readRows } from "../reading.ts";
import {
  demandNew,
  eachRow,
  INVALID_ROW,
  minorInCurrency,
  balanceMember,
  readRate,
  readShare,
  totalOf,
  withValue,
} from "./rows.ts";

/** Taxes and levies that are taken off a client's contribution. */
export const LEVIES = ["value-added-tax", "surcharges", "reserve-cost", "deposit-insurance"] as const;

/** A tax or levy: VAT, the surcharges on it, the cost of reserves held on deposits, the deposit-insurance premium. */
export type Levy = (typeof LEVIES)[number];

/** Income on which VAT may be due. */
export const TAXED_INCOMES = ["loan-interest", "fees"] as const;

/** An income on which VAT may be due; interest that a bank pays on deposits is not one. */
export type TaxedIncome = (typeof TAXED_INCOMES)[number];

/** How a price stands to the VAT on it. */
export const VAT_PRICES = ["included", "on-top"] as const;

/** Whether rates and fees contain the VAT (价内, the bank pays it out of them) or the client pays it on top (价外). */
export type VatPrice = (typeof VAT_PRICES)[number];

/** Which taxes and levies a bank takes off, and how much they are; `null` for one that it does not have. */
export interface LevyPolicy extends Policy {
  readonly valueAddedTax: {
    /** Of the price without the tax: 6 % is `"0.06"`. */
    readonly rate: DecimalString;
    readonly on: readonly TaxedIncome[];
    readonly price: VatPrice;
    /** Surcharges as a share of the tax: 7 % + 3 % + 2 % is `"0.12"`. */
    readonly surcharges: DecimalString;
  } | null;
  /** Reserves held on deposits: a share of the balance that earns `rate` in place of its transfer price. */
  readonly reserve: { readonly ratio: DecimalString; readonly rate: DecimalString } | null;
  /** Yearly premium on the average balance of deposits. */
  readonly depositInsurance: { readonly rate: DecimalString } | null;
}

/** What the levies are on. */
export interface LevyBases<C extends string = string> {
  /** Interest received on loans in the period. */
  readonly interestReceived: Money<C>;
  /** Fees and commissions of the period. */
  readonly fees: Money<C>;
  /** Positions of the client; those on the liability side are its deposits. */
  readonly positions: readonly InterestPosition<C>[];
}

/** The policy, and the period it is applied to. */
export interface LevyOptions<C extends string = string> {
  readonly policy: LevyPolicy;
  readonly period: Period;
  readonly currency: C;
  /** Of reserves and premiums. */
  readonly dayCount: DayCountBasis;
  /** Default `half-even`; each levy is rounded once. */
  readonly rounding?: RoundingMode;
}

/** What a levy comes to; above 0 it is taken off the client's contribution. */
export interface LevyAmount<C extends string = string> {
  readonly levy: Levy;
  readonly amount: Money<C>;
}

/** Levies of a client. */
export interface LevyCharges<C extends string = string> {
  /** Positions that cannot be read, by row; they are left out. */
  readonly issues: readonly RowIssue[];
  /** In the order of `LEVIES`, those the policy has. */
  readonly levies: readonly LevyAmount<C>[];
  /** Sum of the levies. */
  readonly total: Money<C>;
  /** VAT that the client pays on top of the price: shown, not taken off; 0 where the price includes it. */
  readonly onTop: Money<C>;
  readonly conventions: {
    readonly policy: { readonly id: string; readonly version: string };
    readonly period: DateRange;
    readonly currency: C;
    readonly dayCount: DayCountBasis;
    readonly rounding: RoundingMode;
  };
}

type Vat = NonNullable<LevyPolicy["valueAddedTax"]>;
type Reserve = NonNullable<LevyPolicy["reserve"]>;
type Insurance = NonNullable<LevyPolicy["depositInsurance"]>;

/** A policy of levies, read whole. */
export const levyPolicyMember: Reader<LevyPolicy> = shapeOf<LevyPolicy>({
  ...policyMembers,
  valueAddedTax: orNull(
    shapeOf<Vat>({
      rate: readShare,
      on: listOf(oneOf(TAXED_INCOMES)),
      price: oneOf(VAT_PRICES),
      surcharges: readShare,
    }),
  ),
  reserve: orNull(shapeOf<Reserve>({ ratio: readShare, rate: readRate })),
  depositInsurance: orNull(shapeOf<Insurance>({ rate: readShare })),
});

const readLevyOptions: Reader<LevyOptions> = shapeOf<LevyOptions>({
  policy: levyPolicyMember,
  ...accrualMembers,
});

const readPosition: Reader<InterestPosition> = rowOf<InterestPosition>({
  id: readId,
  side: oneOf(BALANCE_SIDES),
  averageBalance: balanceMember,
  rate: asGiven,
  transferRate: asGiven,
});

const readBases: Reader<LevyBases> = shapeOf<LevyBases>({
  interestReceived: readAmount,
  fees: readAmount,
  positions: readRows,
});

/** The policy, if it is in force on the first and on the last day of the period. */
function inForce(policy: LevyPolicy, period: DateRange): LevyPolicy {
  policyAt([policy], period.from);
  return policyAt([policy], fromDayNumber(toDayNumber(period.to) - 1));
}

/** The part of a price that VAT is: r / (1 + r) where the price includes it, r of the price where it comes on top. */
export function vatShare({ rate, price }: Vat): Fraction {
  const share = fractionOf(readDecimal(rate));
  switch (price) {
    case "included":
      return over(share, plus(wholeOf(1n), share));
    case "on-top":
      return share;
  }
}

/**
 * Taxes and levies on what a client brings (税费): VAT and its surcharges on interest and fees, the cost of the reserves held
 * on its deposits, the deposit-insurance premium, by a dated policy.
 *
 * VAT included in a price is rate / (1 + rate) of it. Surcharges are a share of the tax, and the bank bears them either
 * way. Reserves cost what their part of a deposit earns less than its transfer price: balance × ratio × (transfer rate −
 * rate of the reserve) × days / basis, below 0 where they earn more. Income tax is a convention of the return.
 *
 * @param bases - interest received, fees, and the positions whose deposits are charged
 * @param options - policy, period, currency, day count, rounding
 * @returns amount by levy, their total, VAT on top, issues, and the conventions used
 * @throws `relationship-value/invalid-option`; `core/no-policy-in-force` when the policy does not cover the period;
 *   `relationship-value/currency-mismatch`; `money/amount-too-large` when a figure has more than 18 digits
 * @example
 * const bases = { interestReceived: money("106000", "CNY"), fees: money("0", "CNY"), positions: [] };
 * const { levies } = levyCharges(bases, { policy: exampleMainlandLevies, period: "2025", currency: "CNY", dayCount: "ACT/365F" });
 * levies.map(({ levy, amount }) => [levy, amount.amount]) // => [["value-added-tax", "6000.00"], ["surcharges", "720.00"], ["reserve-cost", "0.00"], ["deposit-insurance", "0.00"]]
 * @since 0.1.0
 */
export function levyCharges<C extends string>(bases: LevyBases<C>, options: LevyOptions<C>): LevyCharges<C> {
  readOptions<LevyOptions>(options, readLevyOptions);
  readOptions<LevyBases>(bases, readBases, "bases");
  const terms = accrualTerms(options);
  const { period, currency, dayCount, rounding } = terms;
  const { id, version, ...policy } = inForce(options.policy, period);
  const income = {
    "loan-interest": minorInCurrency(bases.interestReceived, currency, ["interestReceived"]),
    fees: minorInCurrency(bases.fees, currency, ["fees"]),
  };
  const found = new Map<Levy, bigint>();
  let onTop = 0n;
  if (policy.valueAddedTax !== null) {
    const { on, price, surcharges } = policy.valueAddedTax;
    const base = TAXED_INCOMES.reduce((sum, name) => sum + (on.includes(name) ? income[name] : 0n), 0n);
    const tax = timesAll(wholeOf(base), vatShare(policy.valueAddedTax));
    const minor = roundFraction(tax, rounding);
    found.set("value-added-tax", price === "included" ? minor : 0n);
    if (price === "on-top") onTop = minor;
    found.set("surcharges", roundFraction(timesAll(tax, fractionOf(readDecimal(surcharges))), rounding));
  }
  const time = yearFraction(period, dayCount);
  const exponent = currencyExponent(currency);
  const taken = new Set<string>();
  const { values, issues } = eachRow(bases.positions, (given) => {
    const deposit = depositOf(given, currency, exponent, period);
    demandNew(taken, given.id, given.side);
    return deposit;
  });
  const deposits = withValue(values);
  if (policy.reserve !== null) {
    const { ratio, rate } = policy.reserve;
    const earned = fractionOf(readDecimal(rate));
    const lost = deposits
      .map(({ balance, transferRate }) => timesAll(balance, minus(transferRate, earned)))
      .reduce(plus, wholeOf(0n));
    found.set("reserve-cost", roundFraction(timesAll(lost, fractionOf(readDecimal(ratio)), time), rounding));
  }
  if (policy.depositInsurance !== null) {
    const insured = deposits.map(({ balance }) => balance).reduce(plus, wholeOf(0n));
    const premium = timesAll(insured, fractionOf(readDecimal(policy.depositInsurance.rate)), time);
    found.set("deposit-insurance", roundFraction(premium, rounding));
  }
  return {
    issues,
    levies: [...found].map(([levy, minor]) => ({ levy, amount: fromMinorUnits(minor, currency) })),
    total: totalOf([...found.values()], currency),
    onTop: fromMinorUnits(onTop, currency),
    conventions: { policy: { id, version }, ...terms },
  };
}

/** An exact balance of a deposit with its transfer price; null for a position on the other side. */
function depositOf<C extends string>(
  given: InterestPosition<C>,
  currency: C,
  exponent: number,
  period: DateRange,
): { readonly balance: Fraction; readonly transferRate: Fraction } | null {
  const { side, averageBalance, transferRate } = readPosition(given, [], INVALID_ROW) as InterestPosition<C>;
  switch (side) {
    case "asset":
      return null;
    case "liability": {
      const balance = balanceOf(averageBalance, currency, exponent, period);
      return { balance, transferRate: fractionOf(readYearlyRate(transferRate, "transferRate")) };
    }
  }
}

import { readPeriod } from "../../calendar/index.ts";
import { compareDecimals, readDecimal, type DecimalString } from "../../core/index.ts";
import {
  optional,
  readable,
  readText,
  refuse,
  shapeOf,
  wholeNumber,
  writeScaled,
  type Reader,
} from "../../core/inner.ts";
import { currencyExponent, toMinorUnits } from "../../money/index.ts";
import { HIGHEST_YEARLY_RATE } from "../../money/inner.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import { balanceOf } from "../interest/exact-balance.ts";
import {
  digitsOf,
  fractionOf,
  minus,
  over,
  plus,
  timesAll,
  wholeOf,
  yearFraction,
  type Fraction,
} from "../interest/fraction.ts";
import type { BalanceSide } from "../interest/net-interest-income.ts";
import { OPTION, readOptions } from "../reading.ts";
import { vatShare, type LevyPolicy } from "./levies.ts";
import {
  relationshipReturn,
  type Relationship,
  type RelationshipIssue,
  type RelationshipReturnOptions,
  readReturnOptions,
} from "./relationship-return.ts";
import type { ReturnTax, RiskAdjustedReturn } from "./return-terms.ts";
import type { RepriceReason } from "./reasons.ts";
import { readShare } from "./rows.ts";
import type { RepriceRefusal } from "./words.ts";

/** What is to be met, and by the rate of which position. */
export interface RepriceTarget {
  /** Id of the position whose rate is looked for. */
  readonly position: string;
  /** The ratio to be met per year, on the conventions of the options: 12 % is `"0.12"`. */
  readonly target: DecimalString;
  /** Fraction digits of the rate, 2 to 8. Default 4: basis points. */
  readonly digits?: number;
}

/** The rate at which the relationship meets the target, shown to do so; or why there is none. */
export type Repricing<C extends string = string> =
  | {
      readonly ok: true;
      readonly position: string;
      readonly side: BalanceSide;
      /** The client rate as it is. */
      readonly current: DecimalString;
      /**
       * A loan rate, rounded up, or a deposit rate, rounded down, of that many digits which meets the target. Where a digit is
       * worth less than the minor unit, the rates next to it give the same amounts, and may meet it as well.
       */
      readonly rate: DecimalString;
      readonly digits: number;
      /** Rows that are left out of both returns. */
      readonly issues: readonly RelationshipIssue[];
      /** The return as it is, with the target as hurdle. */
      readonly before: RiskAdjustedReturn<C>;
      /** The return at that rate: nothing of the solution is taken over, everything is computed again. */
      readonly after: RiskAdjustedReturn<C>;
    }
  | RepriceRefused<C>;

/** Why there is no rate, with the return as it is, the target as its hurdle. */
export type RepriceRefused<C extends string = string> = RepriceReason & {
  readonly before: RiskAdjustedReturn<C>;
  /** Rows that are left out of it. */
  readonly issues: readonly RelationshipIssue[];
};

const readTarget: Reader<RepriceTarget> = shapeOf<RepriceTarget>({
  position: readText,
  target: readShare,
  digits: optional(wholeNumber(2, 8)),
});

/**
 * The rate of one loan or deposit at which the whole relationship earns a target RAROC, all else as it is (综合定价).
 *
 * What each 1 of interest adds to income is constant, less VAT and surcharges and income tax, so the rate is a quotient,
 * rounded up for a loan and down for a deposit. Amounts are rounded to the minor unit, so that the return is computed again
 * at the rates around it: the first is given at which the target is met, with an economic value added of 0 or more on it.
 * Balances are taken not to change with the rate.
 *
 * @param relationship - as `relationshipReturn` takes it; rows with issues are left out as there
 * @param options - as `relationshipReturn` takes them; `hurdle` is replaced by the target
 * @param wanted - position, target, digits of the rate
 * @returns the rate with the returns before and after, or why there is none
 * @throws those of `relationshipReturn`; `relationship-value/not-one-position` when no position, or more than one, has the id
 * @example
 * const relationship = {
 *   positions: [{ id: "A-1", side: "asset", averageBalance: money("10000000", "CNY"), rate: "0.04", transferRate: "0.03" }],
 *   addOns: [], fees: money("20000", "CNY"), activities: [],
 *   exposures: [{ id: "A-1", exposure: money("10000000", "CNY"), pd: "0.01", lgd: "0.45", riskWeight: "1" }],
 * } as const;
 * const priced = repriceFor(relationship, {
 *   period: "2025", currency: "CNY", dayCount: "ACT/365F", lossTime: "full", levies: null, costs: [],
 *   capital: { basis: "regulatory", ratio: "0.105" }, returnOnCapital: { treatment: "excluded" },
 *   funding: { treatment: "gross" }, tax: { treatment: "before-tax" }, hurdle: "0.12",
 * }, { position: "A-1", target: "0.12" });
 * priced.before.raroc // => "0.0714"
 * priced.ok && [priced.rate, priced.after.raroc] // => ["0.0451", "0.1200"]
 * @since 0.1.0
 */
export function repriceFor<C extends string>(
  relationship: Relationship<C>,
  options: RelationshipReturnOptions<C>,
  wanted: RepriceTarget,
): Repricing<C> {
  const { position: id, target, digits = 4 } = readOptions(wanted, readTarget, "wanted");
  // the hurdle of the options is not asked about here, and read all the same
  readOptions<RelationshipReturnOptions>(options, readReturnOptions);
  const asked = readable(["options"], OPTION, () => ({ ...options, hurdle: target }));
  const { result: before, parts, issues } = relationshipReturn(relationship, asked);
  const refused = (reason: RepriceRefusal): RepriceRefused<C> => ({
    ok: false,
    reason,
    position: id,
    target,
    before,
    issues,
  });
  const rows = parts.interest.values.flatMap((value, row) => (value?.id === id ? [row] : []));
  const [row = 0] = rows;
  const position = relationship.positions[row];
  if (position === undefined || rows.length !== 1) {
    const wrong = rows.length === 0 ? issues.find(({ list }) => list === "positions") : undefined;
    return wrong === undefined
      ? refusePosition(id, rows.length)
      : refuse(wrong.code, ["relationship", "positions", wrong.row, ...wrong.path], "cannot be read", wrong.details);
  }
  const { side, averageBalance, transferRate } = position;

  const { currency, dayCount } = asked;
  const period = readPeriod(asked.period);
  const time = yearFraction(period, dayCount);
  const balance = balanceOf(averageBalance, currency, currencyExponent(currency), period);
  const perRate = timesAll(balance, time, keptOfInterest(side, asked.levies));
  if (perRate.numerator <= 0n) return refused("position-without-balance");
  const base = timesAll(wholeOf(toMinorUnits(before.capital)), time);
  if (base.numerator === 0n) return refused("no-capital-to-earn-on");
  const needed = beforeTax(timesAll(base, fractionOf(readDecimal(target))), asked.tax);
  const missing = minus(needed, wholeOf(toMinorUnits(before.incomeBeforeTax)));
  const current = fractionOf(readDecimal(position.rate));

  // the amounts that say what is missing were rounded, a little up or down: a little less may do, or too little
  let last = "";
  for (let spare = -MOST_SPARE; spare <= MOST_SPARE; spare++) {
    const change = over(plus(missing, wholeOf(spare)), perRate);
    const rate = rateText(side === "asset" ? plus(current, change) : minus(current, change), side, digits);
    const refusal = refusalOf(rate, side);
    if (refusal !== null && spare >= 0n) return refused(refusal);
    if (refusal !== null || rate === last) continue;
    last = rate;
    const priced = { id, side, averageBalance, rate, transferRate };
    const positions = relationship.positions.map((one, index) => (index === row ? priced : one));
    const after = relationshipReturn({ ...relationship, positions }, asked).result;
    if (toMinorUnits(after.economicValueAdded) < 0n) continue;
    return { ok: true, position: id, side, current: position.rate, rate, digits, issues, before, after };
  }
  return refused("rate-beyond-range");
}

/**
 * Minor units by which the roundings between a rate and the income may come to more or less, together: of interest, of net
 * interest income, of two levies, of tax.
 */
const MOST_SPARE = 8n;

function refusePosition(id: string, found: number): never {
  const code = "relationship-value/not-one-position" satisfies RelationshipValueErrorCode;
  return refuse(code, ["wanted", "position"], "not the id of one position", { id, found });
}

/** What the bank keeps of 1 more interest received, or 1 less paid, before income tax. */
function keptOfInterest(side: BalanceSide, levies: LevyPolicy | null): Fraction {
  const vat = levies?.valueAddedTax ?? null;
  if (side === "liability" || vat?.on.includes("loan-interest") !== true) return wholeOf(1n);
  const tax = vatShare(vat);
  const borne = timesAll(tax, fractionOf(readDecimal(vat.surcharges)));
  switch (vat.price) {
    case "included":
      return minus(minus(wholeOf(1n), tax), borne);
    case "on-top":
      return minus(wholeOf(1n), borne);
  }
}

/** The income before tax that leaves an income of 0 or more after it. */
function beforeTax(after: Fraction, tax: ReturnTax): Fraction {
  switch (tax.treatment) {
    case "before-tax":
      return after;
    case "after-tax":
      return over(after, minus(wholeOf(1n), fractionOf(readDecimal(tax.rate))));
  }
}

/** A rate with that many digits: up for a loan, down for a deposit. */
const rateText = (rate: Fraction, side: BalanceSide, digits: number): DecimalString =>
  writeScaled(digitsOf(rate, digits, side === "asset" ? "ceiling" : "floor"), digits);

/** Why no bank could set a rate; null for one that it could. */
function refusalOf(rate: DecimalString, side: BalanceSide): RepriceRefusal | null {
  if (compareDecimals(rate, "0") < 0) return side === "asset" ? "met-without-interest" : "not-met-without-interest";
  return compareDecimals(rate, String(HIGHEST_YEARLY_RATE)) > 0 ? "rate-beyond-range" : null;
}

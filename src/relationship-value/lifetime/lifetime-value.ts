import { readInteger, type DecimalString, type Path } from "../../core/index.ts";
import { oneOf, optional, quotientText, refuse, shapeOf, type Reader } from "../../core/inner.ts";
import { divideRounded, fromMinorUnits, toMinorUnits, type Money, type RoundingMode } from "../../money/index.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import { readAmount, readOptions, readRounding } from "../reading.ts";
import { endlessSum, type ExactMultiple, type LifetimeTerms } from "./endless-sum.ts";
import { DISCOUNT_RANGE, GROWTH_RANGE, periodicRate, type PeriodicRate } from "./rates.ts";
import { RATE_PERIODS, type LifetimeRefusal, type RatePeriod } from "./reasons.ts";
import {
  fractionOf,
  MOST_PAYMENTS,
  readRetention,
  retentionAt,
  type Fraction,
  type Retention,
  type RetentionModel,
} from "./retention.ts";

/** The days the first payment may fall on. */
export const FIRST_PAYMENTS = ["now", "in-one-period"] as const;

/**
 * When the first payment comes: `now`, which is certain, or `in-one-period`, which only a client who stays makes. Both
 * are published. Without an end and without growth they differ by exactly one margin; by more where the margin grows, by
 * less where it falls or where there is a last payment.
 */
export type FirstPayment = (typeof FIRST_PAYMENTS)[number];

/** What a client brings in each period, income less what serving the client costs. */
export interface PeriodicMargin<C extends string = string, P extends RatePeriod = RatePeriod> {
  /** Of the first payment; negative for a client who costs more than they bring. */
  readonly amount: Money<C>;
  readonly per: P;
}

/** What a lifetime value is computed from; every rate and the margin are per one and the same period. */
export interface LifetimeInput<C extends string = string, P extends RatePeriod = RatePeriod> {
  readonly margin: PeriodicMargin<C, NoInfer<P>>;
  readonly retention: Retention<P>;
  /** From 0 to 1. */
  readonly discount: PeriodicRate<NoInfer<P>>;
  /** By which the margin grows from each payment to the next, from -1 to 1; none by default. */
  readonly growth?: PeriodicRate<NoInfer<P>>;
  readonly firstPayment: FirstPayment;
  /** Payments that count, 1 to 1,200, or all there will ever be. */
  readonly horizon: number | "infinite";
  /** Fraction digits of the multiple, and of the shares of each payment, 0 to 12; default 4. */
  readonly digits?: number;
  /** Of the value and of the multiple; default `half-even`. */
  readonly rounding?: RoundingMode;
}

/** One payment of a lifetime. */
export interface LifetimePayment<C extends string = string> {
  /** Periods from now. */
  readonly period: number;
  /** Chance that the client still pays, decimal string. */
  readonly survival: DecimalString;
  /** What one unit of money at that time is worth now, decimal string. */
  readonly discountFactor: DecimalString;
  /** What the client pays if it stays, rounded. */
  readonly margin: Money<C>;
  /** Its part of the value: the rounded value up to here less the rounded value before, so that the parts add up. */
  readonly value: Money<C>;
}

/** What a lifetime value rests on, echoed. */
export interface LifetimeConventions<P extends RatePeriod = RatePeriod> {
  readonly per: P;
  readonly retention: RetentionModel;
  readonly firstPayment: FirstPayment;
  readonly horizon: number | "infinite";
  readonly rounding: RoundingMode;
}

/** A lifetime value, or why there is none. */
export type LifetimeOutcome<C extends string = string, P extends RatePeriod = RatePeriod> =
  | {
      readonly ok: true;
      /** Present value of what the client is expected to bring. */
      readonly value: Money<C>;
      /** The same for a margin of 1: the value over the margin before anything was rounded. */
      readonly multiple: DecimalString;
      /** One per payment; empty where there is no last one. */
      readonly payments: readonly LifetimePayment<C>[];
      readonly conventions: LifetimeConventions<P>;
    }
  | { readonly ok: false; readonly reason: LifetimeRefusal; readonly conventions: LifetimeConventions<P> };

const readMargin: Reader<PeriodicMargin> = /* @__PURE__ */ (() =>
  shapeOf<PeriodicMargin>({ amount: readAmount, per: oneOf(RATE_PERIODS) }))();

function readHorizon(horizon: number | "infinite", path: Path): number | "infinite" {
  return horizon === "infinite" ? horizon : readInteger(horizon, path, 1, MOST_PAYMENTS);
}

const readInput: Reader<LifetimeInput> = /* @__PURE__ */ (() =>
  shapeOf<LifetimeInput>({
    margin: readMargin,
    retention: readRetention,
    discount: periodicRate(DISCOUNT_RANGE),
    growth: optional(periodicRate(GROWTH_RANGE)),
    firstPayment: oneOf(FIRST_PAYMENTS),
    horizon: readHorizon,
    digits: optional((digits: number, path) => readInteger(digits, path, 0, 12)),
    rounding: optional(readRounding),
  }))();

/** Refuses rates per different periods. */
function demandOnePeriod({ margin, retention, discount, growth }: LifetimeInput): void {
  const expected = retention.per;
  const code = "relationship-value/rate-periods-differ" satisfies RelationshipValueErrorCode;
  const given: readonly (readonly [name: string, per: RatePeriod])[] = [
    ["margin", margin.per],
    ["discount", discount.per],
    ...(growth === undefined ? [] : [["growth", growth.per] as const]),
  ];
  for (const [name, received] of given) {
    if (received !== expected) {
      refuse(code, [name, "per"], `per ${received}, but retention is per ${expected}`, { expected, received });
    }
  }
}

/** Refuses a table that does not reach the last payment. */
function demandRenewals({ retention, horizon, firstPayment }: LifetimeInput): void {
  if (retention.by !== "table") return;
  const entries = retention.rates.length;
  const needed = horizon === "infinite" ? null : firstPayment === "now" ? horizon - 1 : horizon;
  if (needed !== null && needed <= entries) return;
  const code = "relationship-value/retention-table-too-short" satisfies RelationshipValueErrorCode;
  refuse(code, ["retention", "rates"], "ends before the horizon", { entries, needed });
}

const factor = (rate: PeriodicRate | undefined): Fraction => {
  const { numerator, denominator } = fractionOf(rate?.value ?? "0");
  return { numerator: numerator + denominator, denominator };
};

/** A value before it is rounded, with its payments. */
interface Summed extends ExactMultiple {
  readonly payments: readonly LifetimePayment[];
}

/** The payments of a horizon: running sums over one denominator, rounded where they are shown. */
function finite(input: LifetimeInput, terms: LifetimeTerms, horizon: number): Summed {
  const { digits = 4, rounding = "half-even" } = input;
  const { currency } = input.margin.amount;
  const minor = toMinorUnits(input.margin.amount);
  const { growth, discount, retained } = terms;
  const payments: LifetimePayment[] = [];
  let [grown, shrunk, left, risen] = [1n, 1n, 1n, 1n];
  let [fallen, worth] = [1n, 1n];
  let sum: Fraction = { numerator: 0n, denominator: 1n };
  let before = 0n;

  const pass = (renewal: number): void => {
    const share = retained(renewal);
    left *= share.numerator;
    shrunk *= share.denominator;
    fallen *= discount.denominator;
    worth *= discount.numerator;
    sum = {
      numerator: sum.numerator * share.denominator * discount.numerator,
      denominator: sum.denominator * share.denominator * discount.numerator,
    };
  };

  const first = input.firstPayment === "now" ? 0 : 1;
  for (let index = 0; index < horizon; index++) {
    const period = index + first;
    if (period > 0) pass(period - 1);
    if (index > 0) {
      grown *= growth.numerator;
      risen *= growth.denominator;
      sum = { numerator: sum.numerator * growth.denominator, denominator: sum.denominator * growth.denominator };
    }
    sum = { numerator: sum.numerator + grown * left * fallen, denominator: sum.denominator };
    const upToHere = divideRounded(minor * sum.numerator, sum.denominator, rounding);
    payments.push({
      period,
      survival: quotientText(left, shrunk, digits, rounding),
      discountFactor: quotientText(fallen, worth, digits, rounding),
      margin: fromMinorUnits(divideRounded(minor * grown, risen, rounding), currency),
      value: fromMinorUnits(upToHere - before, currency),
    });
    before = upToHere;
  }
  return { multiple: sum, payments };
}

function summed(input: LifetimeInput, terms: LifetimeTerms): Summed | null {
  const { horizon, retention, firstPayment } = input;
  if (horizon !== "infinite") return finite(input, terms, horizon);
  const sum = endlessSum(retention, terms, firstPayment === "now");
  return sum === null ? null : { ...sum, payments: [] };
}

/**
 * What a client is expected to bring over its life with the bank, as money of today (客户终身价值): in one of the two published
 * conventions, with retention that is constant, estimated from cohorts, or given by renewal.
 *
 * First payment now: Σ m (1+g)^t S(t) / (1+d)^t from t = 0; in one period: Σ m (1+g)^(t−1) S(t) / (1+d)^t from t = 1. For a
 * constant retention r without end these are m (1+d) / (1+d−r(1+g)) and m r / (1+d−r(1+g)). Everything is exact and rounded
 * once; without end and with clients who differ, the sum is known to 30 significant digits, or at least to those that are shown. It is an expectation, an
 * estimate by nature, and never to be added to income that is stated.
 *
 * @param input - margin, retention, discount and growth per one period; convention, horizon, digits, rounding
 * @returns the value in money and as a multiple of the margin, with its payments; or why there is none
 * @throws `relationship-value/rate-periods-differ`, `relationship-value/retention-table-too-short`
 * @throws `relationship-value/invalid-option` with the place; `core/invalid-integer`; the checks of `money`, and
 *   `money/amount-too-large` for a value of more than 18 digits
 * @see S. Gupta and D. R. Lehmann, Managing Customers as Investments (2005), for the margin multiple r / (1 + i − r), and
 *   with growth; P. S. Fader and B. G. S. Hardie, Customer-Base Valuation in a Contractual Setting (Marketing Science 2010)
 * @example
 * const client = { margin: { amount: money("1000", "CNY"), per: "year" }, retention: { by: "constant", rate: "0.7", per: "year" }, discount: { value: "0.12", per: "year" } } as const;
 * const later = orThrow(customerLifetimeValue({ ...client, firstPayment: "in-one-period", horizon: "infinite" }));
 * later.multiple // => "1.6667"
 * later.value // => money("1666.67", "CNY")
 * orThrow(customerLifetimeValue({ ...client, firstPayment: "now", horizon: "infinite" })).multiple // => "2.6667"
 * orThrow(customerLifetimeValue({ ...client, firstPayment: "now", horizon: 2 })).payments.map(({ value }) => value.amount) // => ["1000.00", "625.00"]
 * const ever = { by: "constant", rate: "1", per: "year" } as const;
 * customerLifetimeValue({ ...client, retention: ever, discount: { value: "0", per: "year" }, firstPayment: "now", horizon: "infinite" }).ok // => false
 * @since 0.1.0
 */
export function customerLifetimeValue<C extends string, P extends RatePeriod>(
  input: LifetimeInput<C, P>,
): LifetimeOutcome<C, P> {
  readOptions<LifetimeInput>(input, readInput, "input");
  demandOnePeriod(input);
  demandRenewals(input);
  const { retention, firstPayment, horizon, digits = 4, rounding = "half-even" } = input;
  const { currency } = input.margin.amount;
  const conventions: LifetimeConventions<P> = {
    per: retention.per,
    retention: retention.by,
    firstPayment,
    horizon,
    rounding,
  };
  const result = summed(input, {
    retained: retentionAt(retention),
    growth: factor(input.growth),
    discount: factor(input.discount),
  });
  if (result === null) return { ok: false, reason: "diverges", conventions };
  const margin = toMinorUnits(input.margin.amount);
  const shown = ({ numerator, denominator }: Fraction) => ({
    minor: divideRounded(margin * numerator, denominator, rounding),
    multiple: quotientText(numerator, denominator, digits, rounding),
  });
  const { minor, multiple } = shown(result.multiple);
  if (result.atMost !== undefined) {
    const most = shown(result.atMost);
    if (most.minor !== minor || most.multiple !== multiple) return { ok: false, reason: "not-settled", conventions };
  }
  return {
    ok: true,
    value: fromMinorUnits(minor, currency),
    multiple,
    payments: result.payments as readonly LifetimePayment<C>[],
    conventions,
  };
}

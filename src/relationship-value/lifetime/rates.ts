import {
  formatDecimal,
  readDecimal,
  readInteger,
  type DecimalString,
  type Path,
  type ScaledInteger,
} from "../../core/index.ts";
import { Decimal } from "../../core/decimal.ts";
import { compareExact, oneOf, optional, refuseValue, roundExact, shapeOf, type Reader } from "../../core/inner.ts";
import type { RoundingMode } from "../../money/index.ts";
import { HIGHEST_YEARLY_RATE } from "../../money/inner.ts";
import { OPTION, readDecimalText, readOptions, readRounding } from "../reading.ts";
import { RATE_PERIODS, type RatePeriod } from "./reasons.ts";

/** A rate with its period, so that a monthly one never meets an annual one: `{ value: "0.08", per: "year" }`. */
export interface PeriodicRate<P extends RatePeriod = RatePeriod> {
  /** A fraction: 8 % is `"0.08"`; at most 20 fraction digits. */
  readonly value: DecimalString;
  readonly per: P;
}

/** The ways in which a rate goes from one period to another. */
export const PERIODIC_RATE_KINDS = ["compounding", "retention", "churn"] as const;

/**
 * How a rate goes from one period to another: `compounding` (a discount or a growth), `retention` (the share that
 * stays), `churn` (the share that leaves).
 */
export type PeriodicRateKind = (typeof PERIODIC_RATE_KINDS)[number];

/** How to convert a rate. */
export interface RateConversion {
  readonly kind: PeriodicRateKind;
  /** Fraction digits of the result, 0 to 20; default 12. */
  readonly digits?: number;
  /** Default `half-even`. */
  readonly rounding?: RoundingMode;
}

/** Months of a period. */
const MONTHS: Readonly<Record<RatePeriod, number>> = { month: 1, quarter: 3, year: 12 };

/** Most fraction digits of a rate. */
export const MOST_RATE_DIGITS = 20;

/** Fraction digits that a power is rounded from: more than any result has. */
const WORKING_DIGITS = 45;

/** The ends a rate lies between. */
export interface RateRange {
  readonly min: number;
  readonly max: number;
}

/** A discount rate: from nothing to the whole of the amount. */
export const DISCOUNT_RANGE: RateRange = { min: 0, max: HIGHEST_YEARLY_RATE };

/** A growth, or a rate that compounds. */
export const GROWTH_RANGE: RateRange = { min: -HIGHEST_YEARLY_RATE, max: HIGHEST_YEARLY_RATE };

/** A share of the customers. */
export const SHARE_RANGE: RateRange = { min: 0, max: 1 };

/** A rate as an exact number, within its range. */
export function readRate(text: DecimalString, range: RateRange, path: Path, code: string): ScaledInteger {
  readDecimalText(text, path, code);
  const rate = readDecimal(text, path);
  if (rate.scale > MOST_RATE_DIGITS) {
    return refuseValue(code, path, "more fraction digits than a rate has", text, { max: MOST_RATE_DIGITS });
  }
  const against = (end: number): number => compareExact(rate, { coefficient: BigInt(end), scale: 0 });
  if (against(range.min) >= 0 && against(range.max) <= 0) return rate;
  const ends = { min: String(range.min), max: String(range.max) };
  return refuseValue(code, path, "out of range: write 8 % as 0.08", text, ends);
}

/**
 * Reads a rate within a range.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function periodicRate(range: RateRange): Reader<PeriodicRate> {
  return shapeOf<PeriodicRate>({
    value: (value, path, code) => {
      readRate(value, range, path, code);
      return value;
    },
    per: oneOf(RATE_PERIODS),
  });
}

/** The share that stays, or the factor an amount grows by, over one period. */
function factorOf(value: Decimal, kind: PeriodicRateKind): Decimal {
  switch (kind) {
    case "compounding":
      return value.plus(1);
    case "retention":
      return value;
    case "churn":
      return new Decimal(1).minus(value);
  }
}

/** The rate of a factor: the other way round. */
function rateOfFactor(factor: Decimal, kind: PeriodicRateKind): Decimal {
  switch (kind) {
    case "compounding":
      return factor.minus(1);
    case "retention":
      return factor;
    case "churn":
      return new Decimal(1).minus(factor);
  }
}

const readConversion = /* @__PURE__ */ (() =>
  shapeOf<RateConversion>({
    kind: oneOf(PERIODIC_RATE_KINDS),
    digits: optional((digits: number, path) => readInteger(digits, path, 0, MOST_RATE_DIGITS)),
    rounding: optional(readRounding),
  }))();

/**
 * A rate per one period as the rate per another (利率及流失率换算): the only way from a monthly churn to an annual one.
 *
 * `compounding`: (1 + rate)^n − 1; `retention`: rate^n; `churn`: 1 − (1 − rate)^n, where n is the length of the new
 * period over that of the old one. Never the rate times n: a churn of 2 % a month is 21.53 % a year, not 24 %.
 *
 * @param rate - a fraction with its period; a discount or growth from -1 to 1, a retention or churn from 0 to 1
 * @param per - the new period
 * @param conversion - what kind of rate it is; digits and rounding of the result, which is rounded once
 * @returns the same rate per the new period
 * @throws `relationship-value/invalid-option` with the place; `core/invalid-integer` for `digits`
 * @see compound interest, and survival over independent periods
 * @example
 * convertPeriodicRate({ value: "0.02", per: "month" }, "year", { kind: "churn", digits: 4 }) // => { value: "0.2153", per: "year" }
 * convertPeriodicRate({ value: "0.21", per: "year" }, "quarter", { kind: "compounding" }) // => { value: "0.048808848170", per: "quarter" }
 * convertPeriodicRate({ value: "0.9", per: "quarter" }, "year", { kind: "retention" }) // => { value: "0.656100000000", per: "year" }
 * @since 0.1.0
 */
export function convertPeriodicRate<P extends RatePeriod>(
  rate: PeriodicRate,
  per: P,
  conversion: RateConversion,
): PeriodicRate<P> {
  const { kind, digits = 12, rounding = "half-even" } = readOptions(conversion, readConversion, "conversion");
  periodicRate(kind === "compounding" ? GROWTH_RANGE : SHARE_RANGE)(rate, ["rate"], OPTION);
  oneOf(RATE_PERIODS)(per, ["per"], OPTION);
  const [to, from] = [MONTHS[per], MONTHS[rate.per]];
  const factor = factorOf(new Decimal(rate.value), kind);
  // the root first where the new period is the shorter one: whole powers of what is exact stay exact
  const power = to >= from ? factor.pow(to / from) : factor.pow(new Decimal(to).div(from));
  const exact = readDecimal(rateOfFactor(power, kind).toDecimalPlaces(WORKING_DIGITS).toString(), ["rate", "value"]);
  const rounded = roundExact(exact, digits, rounding);
  return { value: formatDecimal({ coefficient: rounded, scale: digits }), per };
}

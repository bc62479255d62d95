import type { DateRange, DayCountBasis } from "../../calendar/index.ts";
import { dayCount } from "../../calendar/index.ts";
import type { ScaledInteger } from "../../core/index.ts";
import { divideRounded, type RoundingMode } from "../../money/index.ts";

/** An exact quotient; the denominator is positive. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** A whole number. */
export const wholeOf = (value: bigint | number): Fraction => ({ numerator: BigInt(value), denominator: 1n });

/** An exact decimal. */
export const fractionOf = ({ coefficient, scale }: ScaledInteger): Fraction => ({
  numerator: coefficient,
  denominator: tens(scale),
});

/** Ten to the power of a number of digits. */
export const tens = (digits: number): bigint => 10n ** BigInt(digits);

/** Product of all. */
export function timesAll(...factors: readonly Fraction[]): Fraction {
  let numerator = 1n;
  let denominator = 1n;
  for (const factor of factors) {
    numerator *= factor.numerator;
    denominator *= factor.denominator;
  }
  return { numerator, denominator };
}

/** Sum; over one denominator where one of the two serves both, so that long sums stay short. */
export function plus(a: Fraction, b: Fraction): Fraction {
  if (a.denominator % b.denominator === 0n) {
    return { numerator: a.numerator + b.numerator * (a.denominator / b.denominator), denominator: a.denominator };
  }
  if (b.denominator % a.denominator === 0n) return plus(b, a);
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

/** Difference. */
export const minus = (a: Fraction, b: Fraction): Fraction =>
  plus(a, { numerator: -b.numerator, denominator: b.denominator });

/** Quotient of two, of which the second is not zero. */
export function over(a: Fraction, b: Fraction): Fraction {
  const sign = b.numerator < 0n ? -1n : 1n;
  return { numerator: sign * a.numerator * b.denominator, denominator: sign * a.denominator * b.numerator };
}

/** The nearest whole number, rounded once. */
export const roundFraction = ({ numerator, denominator }: Fraction, mode: RoundingMode): bigint =>
  divideRounded(numerator, denominator, mode);

/** A fraction as a whole number of its last digits, rounded once: 0.12345 with 4 digits is 1234 or 1235. */
export const digitsOf = ({ numerator, denominator }: Fraction, digits: number, mode: RoundingMode): bigint =>
  divideRounded(numerator * tens(digits), denominator, mode);

/** The part of a year that a period is in a day count. */
export function yearFraction(period: DateRange, basis: DayCountBasis): Fraction {
  const { numerator, denominator } = dayCount(period.from, period.to, basis);
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
}

/** A year fraction, whose numbers are small. */
export const inNumbers = ({ numerator, denominator }: Fraction): { numerator: number; denominator: number } => ({
  numerator: Number(numerator),
  denominator: Number(denominator),
});

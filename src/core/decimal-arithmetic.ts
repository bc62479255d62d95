import {
  formatDecimal,
  readDecimal,
  powerOfTen,
  writeScaled,
  type DecimalString,
  type ScaledInteger,
} from "./decimal-string.ts";
import { divideSafe, divideWhole, type RoundingMode } from "./rounding.ts";

/** The coefficient of a decimal at a scale no smaller than its own. */
export function coefficientAt(scale: number, value: ScaledInteger): bigint {
  return value.coefficient * 10n ** BigInt(scale - value.scale);
}

/** Exact sum, at the larger of the two scales. */
export function addExact(a: ScaledInteger, b: ScaledInteger): ScaledInteger {
  const scale = Math.max(a.scale, b.scale);
  return { coefficient: coefficientAt(scale, a) + coefficientAt(scale, b), scale };
}

/** Exact difference, at the larger of the two scales. */
export function subtractExact(a: ScaledInteger, b: ScaledInteger): ScaledInteger {
  return addExact(a, { coefficient: -b.coefficient, scale: b.scale });
}

/** Order of two exact decimals. */
export function compareExact(a: ScaledInteger, b: ScaledInteger): -1 | 0 | 1 {
  const { coefficient } = subtractExact(a, b);
  return coefficient < 0n ? -1 : coefficient > 0n ? 1 : 0;
}

/** The coefficient of a decimal at a scale, rounded once where the scale is smaller than its own. */
export function roundExact(value: ScaledInteger, scale: number, mode: RoundingMode): bigint {
  return value.scale <= scale
    ? coefficientAt(scale, value)
    : divideWhole(value.coefficient, 10n ** BigInt(value.scale - scale), mode);
}

/** 2 to the power of 53: products below it are safe integers. */
const SAFE = 9_007_199_254_740_992;

/** Quotient of whole numbers as a decimal string with the given number of fraction digits, 0 to 15, rounded once. */
export function quotientText(
  numerator: number | bigint,
  denominator: number | bigint,
  digits: number,
  mode: RoundingMode,
): DecimalString {
  if (typeof numerator === "number" && typeof denominator === "number") {
    const scaled = numerator * powerOfTen(digits);
    if (Math.abs(scaled) < SAFE) return writeScaled(divideSafe(scaled, denominator, mode), digits);
  }
  return writeScaled(divideWhole(BigInt(numerator) * 10n ** BigInt(digits), BigInt(denominator), mode), digits);
}

/**
 * Exact sum of two decimal strings.
 *
 * @param a - decimal string of at most 80 characters
 * @param b - decimal string of at most 80 characters
 * @returns decimal string with as many fraction digits as the longer of the two
 * @throws `core/invalid-decimal`
 * @example
 * addDecimals("0.1", "0.20") // => "0.30"
 * addDecimals("1", "one") // throws core/invalid-decimal
 * @since 0.1.0
 */
export function addDecimals(a: DecimalString, b: DecimalString): DecimalString {
  return formatDecimal(addExact(readDecimal(a, "a"), readDecimal(b, "b")));
}

/**
 * Exact difference of two decimal strings.
 *
 * @param a - decimal string of at most 80 characters
 * @param b - decimal string of at most 80 characters
 * @returns `a - b`, with as many fraction digits as the longer of the two
 * @throws `core/invalid-decimal`
 * @example
 * subtractDecimals("1", "0.35") // => "0.65"
 * @since 0.1.0
 */
export function subtractDecimals(a: DecimalString, b: DecimalString): DecimalString {
  return formatDecimal(subtractExact(readDecimal(a, "a"), readDecimal(b, "b")));
}

/**
 * Order of two decimal strings, exact.
 *
 * @param a - decimal string of at most 80 characters
 * @param b - decimal string of at most 80 characters
 * @returns -1, 0 or 1
 * @throws `core/invalid-decimal`
 * @example
 * compareDecimals("0.10", "0.1") // => 0
 * compareDecimals("-2", "-1.99") // => -1
 * @since 0.1.0
 */
export function compareDecimals(a: DecimalString, b: DecimalString): -1 | 0 | 1 {
  return compareExact(readDecimal(a, "a"), readDecimal(b, "b"));
}

import {
  readInteger,
  describeValue,
  formatDecimal,
  readDecimal,
  ROUNDING_MODES,
  type DecimalString,
  type RoundingMode,
} from "../core/index.ts";
import { divideWhole, refuseKind, roundExact } from "../core/inner.ts";
import { moneyError } from "./errors.ts";

/** The rounding mode, or the error for anything else, even where the result happens to be exact. */
export function readRounding(mode: RoundingMode): RoundingMode {
  if (ROUNDING_MODES.includes(mode)) return mode;
  throw moneyError("money/invalid-rounding", `rounding: one of ${ROUNDING_MODES.join(", ")}`, ["rounding"], {
    received: describeValue(mode),
    allowed: ROUNDING_MODES,
  });
}

function readBigint(value: bigint, parameter: string): bigint {
  return typeof (value as unknown) === "bigint"
    ? value
    : refuseKind("core/invalid-integer", parameter, "not a bigint", value);
}

/**
 * Quotient of two whole numbers of any size, rounded once: exact quotient and remainder, then the mode.
 *
 * @param numerator - whole number
 * @param denominator - whole number, not 0; a negative one flips the sign
 * @param mode - rounding of the quotient
 * @returns the rounded quotient
 * @throws `money/division-by-zero`, `money/invalid-rounding`, `core/invalid-integer` for what is not a bigint
 * @see ISO/IEC/IEEE 60559, section 4.3, for the directions; `half-down` and `up` are decimal.js's and Java's
 * @example
 * divideRounded(25n, 10n, "half-even") // => 2n
 * divideRounded(-25n, 10n, "half-up") // => -3n
 * divideRounded(1n, 0n, "down") // throws money/division-by-zero
 * @since 0.1.0
 */
export function divideRounded(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  readRounding(mode);
  readBigint(numerator, "numerator");
  if (readBigint(denominator, "denominator") === 0n) {
    throw moneyError("money/division-by-zero", "denominator: is zero", ["denominator"], { received: "0" });
  }
  return divideWhole(numerator, denominator, mode);
}

/**
 * A decimal string rounded to a number of fraction digits.
 *
 * @param value - decimal string of at most 80 characters
 * @param digits - fraction digits of the result, 0 to 40
 * @param mode - rounding of what does not fit
 * @returns decimal string with exactly `digits` fraction digits, no negative zero
 * @throws `core/invalid-decimal`, `core/invalid-integer`, `money/invalid-rounding`
 * @example
 * roundDecimal("0.125", 2, "half-even") // => "0.12"
 * roundDecimal("7", 2, "down") // => "7.00"
 * roundDecimal("-0.004", 2, "half-up") // => "0.00"
 * @since 0.1.0
 */
export function roundDecimal(value: DecimalString, digits: number, mode: RoundingMode): DecimalString {
  readRounding(mode);
  readInteger(digits, "digits", 0, 40);
  return formatDecimal({ coefficient: roundExact(readDecimal(value, "value"), digits, mode), scale: digits });
}

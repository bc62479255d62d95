import { readInteger } from "./local-date.ts";
import type { Path } from "./errors.ts";
import { refuseKind } from "./refusal.ts";
import { shapeOf } from "./shape.ts";

/**
 * A plain decimal number as a string: optional minus, digits, optional point and digits (`"-0.0325"`). No exponent, no
 * grouping, no plus sign, no whitespace, no bare point.
 */
export type DecimalString = string;

/** A decimal as `coefficient × 10^-scale`, exact. */
export interface ScaledInteger {
  readonly coefficient: bigint;
  readonly scale: number;
}

const SHAPE = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** Longest accepted decimal string; stops hostile input from demanding gigabyte integers. */
const MAX_LENGTH = 80;

/**
 * Reads a decimal string without throwing.
 *
 * @param text - anything
 * @returns the exact value, or null when it is not a {@link DecimalString}
 * @example
 * tryDecimal("-0.0325") // => { coefficient: -325n, scale: 4 }
 * tryDecimal("1e3") // => null
 * tryDecimal("007") // => null
 * @since 0.1.0
 */
export function tryDecimal(text: unknown): ScaledInteger | null {
  if (typeof text !== "string" || text.length > MAX_LENGTH || !SHAPE.test(text)) return null;
  const point = text.indexOf(".");
  return point < 0
    ? { coefficient: BigInt(text), scale: 0 }
    : { coefficient: BigInt(text.slice(0, point) + text.slice(point + 1)), scale: text.length - point - 1 };
}

/**
 * Reads and checks a decimal string.
 *
 * @param text - decimal string of at most 80 characters
 * @param parameter - name of the caller's parameter, for message and path; a dotted name is split into a path, and a path is
 *   taken as it is
 * @returns the exact value
 * @throws `core/invalid-decimal` with `details.received`; JSON numbers are refused
 * @example
 * readDecimal("0.0325").scale // => 4
 * readDecimal("1,000") // throws core/invalid-decimal
 * @since 0.1.0
 */
export function readDecimal(text: DecimalString, parameter: string | Path = "value"): ScaledInteger {
  const value = tryDecimal(text);
  if (value !== null) return value;
  return refuseKind("core/invalid-decimal", parameter, 'not a plain decimal string such as "-0.0325"', text);
}

const POWERS: readonly number[] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/** Ten to the power of a number of digits, 0 to 15, otherwise NaN; `**` need not be exact on every engine. */
export const powerOfTen = (digits: number): number => POWERS[digits] ?? Number.NaN;

/** The last four digits of an amount with two fraction digits, `"12.34"`; each is written once, when first needed. */
const LAST_FOUR = /* @__PURE__ */ new Array<string | undefined>(10_000);

/** A whole number from 0 up with a point before its last `scale` digits, 1 to 15. */
function pointed(size: number, scale: number): DecimalString {
  if (scale === 2 && size >= 1000) {
    // most amounts come here: the digits that differ are looked up, and engines keep the text of small whole numbers
    const high = Math.floor(size / 10_000);
    const low = size - high * 10_000;
    const last = (LAST_FOUR[low] ??= String(low + 10_000).replace(/^1(..)/, "$1."));
    return high === 0 ? last : String(high) + last;
  }
  const unit = powerOfTen(scale);
  const whole = Math.floor(size / unit);
  return `${String(whole)}.${String(size - whole * unit + unit).slice(1)}`;
}

/**
 * `coefficient × 10^-scale` as a decimal string with exactly `scale` fraction digits and no negative zero; a
 * coefficient of type number is a safe integer.
 */
export function writeScaled(coefficient: number | bigint, scale: number): DecimalString {
  if (typeof coefficient === "number") {
    const size = coefficient < 0 ? -coefficient : coefficient;
    const text = scale === 0 ? String(size) : pointed(size, scale);
    return coefficient < 0 ? `-${text}` : text;
  }
  const digits = (coefficient < 0n ? -coefficient : coefficient).toString().padStart(scale + 1, "0");
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return coefficient < 0n ? `-${text}` : text;
}

/**
 * Writes an exact decimal, with exactly `scale` fraction digits and no negative zero.
 *
 * @param value - coefficient and scale, the scale a whole number from 0 up
 * @returns decimal string
 * @throws `core/invalid-decimal` for a coefficient that is not a bigint, or another member
 * @throws `core/invalid-integer` for any other scale
 * @example
 * formatDecimal({ coefficient: -325n, scale: 4 }) // => "-0.0325"
 * formatDecimal({ coefficient: 5n, scale: 0 }) // => "5"
 * @since 0.1.0
 */
export function formatDecimal(value: ScaledInteger): DecimalString {
  readScaled(value, ["value"], "core/invalid-decimal");
  return writeScaled(value.coefficient, value.scale);
}

const readScaled = shapeOf<ScaledInteger>({
  coefficient: (value, path, code) =>
    typeof (value as unknown) === "bigint" ? value : refuseKind(code, path, "not a bigint", value),
  scale: (value, path) => readInteger(value, path, 0),
});

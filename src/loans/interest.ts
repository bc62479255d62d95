import type { RoundingMode } from "../core/index.ts";
import { divideWhole } from "../core/inner.ts";

/**
 * Products up to this size are computed in doubles: doubled and shifted by a divisor they stay below 1.25 × 2^51, so
 * that the two roundings of `shifted × inverse` are less than `1 / whole` and never lift it to the next whole number.
 */
const SAFE = 2 ** 50;

/** Where each mode takes an amount from 0 up: to the nearest whole number, to the next one, or to the one before. */
export const DIRECTIONS: Readonly<Record<RoundingMode, "nearest" | "up" | "down">> = {
  "half-even": "nearest",
  "half-up": "nearest",
  "half-down": "nearest",
  up: "up",
  ceiling: "up",
  down: "down",
  floor: "down",
};

/**
 * A division with its rounding, prepared for loops: the rounded quotient of `p` is the floor of
 * `(p × multiple + shift) ÷ whole`, except that some modes then take one off a tie.
 */
export interface Divider {
  /** At most 2^49. */
  readonly divisor: number;
  readonly mode: RoundingMode;
  readonly multiple: number;
  readonly shift: number;
  readonly whole: number;
  readonly inverse: number;
}

/** A divider for a whole number from 1 to 2^49. */
export function dividerOf(divisor: number, mode: RoundingMode): Divider {
  const shifts = { nearest: divisor, up: divisor - 1, down: 0 };
  const multiple = DIRECTIONS[mode] === "nearest" ? 2 : 1;
  const shift = shifts[DIRECTIONS[mode]];
  return { divisor, mode, multiple, shift, whole: divisor * multiple, inverse: 1 / (divisor * multiple) };
}

/**
 * `balance × factor × weight ÷ divisor` for whole numbers from 0 up, rounded once from its exact value.
 *
 * A product within 2^50 stays in doubles: product and remainder are exact, and the quotient is at most one short before
 * it is corrected. Larger products go through bigint.
 */
export function roundedInterest(balance: number, factor: number, weight: number, divider: Divider): number {
  const product = balance * (factor * weight);
  const { divisor, mode, whole } = divider;
  if (!(product <= SAFE)) {
    return Number(divideWhole(BigInt(balance) * BigInt(factor) * BigInt(weight), BigInt(divisor), mode));
  }
  const shifted = product * divider.multiple + divider.shift;
  let quotient = Math.floor(shifted * divider.inverse);
  let remainder = shifted - quotient * whole;
  if (remainder >= whole) {
    quotient++;
    remainder -= whole;
  }
  // nothing left after the shift by half: a tie
  if (remainder === 0 && (mode === "half-down" || (mode === "half-even" && quotient % 2 !== 0))) return quotient - 1;
  return quotient;
}

/** Greatest common divisor of whole numbers from 0 up. */
export function greatestCommonDivisor(a: number, b: number): number {
  let x = a;
  let y = b;
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** A fraction of bigints from 0 up in lowest terms, as text. */
export function fractionText(numerator: bigint, denominator: bigint): string {
  let x = numerator;
  let y = denominator;
  while (y !== 0n) [x, y] = [y, x % y];
  return denominator === x ? String(numerator / x) : `${String(numerator / x)}/${String(denominator / x)}`;
}

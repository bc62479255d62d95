import { quotientText } from "./decimal-arithmetic.ts";
import type { DecimalString } from "./decimal-string.ts";
import { readInteger } from "./local-date.ts";

/** A share with the counts behind it, so that it can be checked and merged with another. */
export interface Rate {
  /** Number that has the property. */
  readonly n: number;
  /** Number it is a share of. */
  readonly of: number;
  /** `n / of`, rounded half-even; null when `of` is 0: a share of nothing has no value. */
  readonly rate: DecimalString | null;
}

/**
 * A share of counts.
 *
 * @param n - whole number from 0 up
 * @param of - whole number from 0 up; `n` may exceed it, as in complaints per outlet
 * @param digits - fraction digits of the rate, 0 to 12
 * @returns both counts, and their quotient rounded once, half-even; the rate is null when `of` is 0
 * @throws `core/invalid-integer` when a count or the number of digits is out of range
 * @see library convention: a rate never travels without its counts
 * @example
 * rateOf(1, 3) // => { n: 1, of: 3, rate: "0.3333" }
 * rateOf(0, 0) // => { n: 0, of: 0, rate: null }
 * rateOf(-1, 3) // throws core/invalid-integer
 * @since 0.1.0
 */
export function rateOf(n: number, of: number, digits = 4): Rate {
  readInteger(n, "n", 0);
  readInteger(of, "of", 0);
  readInteger(digits, "digits", 0, 12);
  return { n, of, rate: of === 0 ? null : quotientText(n, of, digits, "half-even") };
}

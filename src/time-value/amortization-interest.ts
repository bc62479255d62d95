import { roundsAway, type RoundingMode } from "../core/index.ts";

/** Products up to this size are exact as doubles and divide to an exact quotient and remainder. */
const SAFE = 2 ** 52;

/** Quotient of whole numbers from 0 up, rounded once. */
export function divideExact(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  const quotient = numerator / denominator;
  const remainder = numerator - quotient * denominator;
  if (remainder === 0n) return quotient;
  const twice = remainder * 2n;
  const half = twice < denominator ? -1 : twice > denominator ? 1 : 0;
  return roundsAway(mode, false, quotient % 2n === 1n, half) ? quotient + 1n : quotient;
}

/**
 * `balance × factor × weight ÷ divisor` for whole numbers from 0 up, rounded once from its exact value.
 *
 * A product within 2^52 stays in doubles: product and remainder are exact, and the quotient is off by one at most before
 * it is corrected. Longer products go through bigint. `inverse` is `1 ÷ divisor`, for loops.
 */
export function roundedInterest(
  balance: number,
  factor: number,
  weight: number,
  divisor: number,
  mode: RoundingMode,
  inverse = 1 / divisor,
): number {
  const product = balance * (factor * weight);
  if (!(product <= SAFE)) {
    return Number(divideExact(BigInt(balance) * BigInt(factor) * BigInt(weight), BigInt(divisor), mode));
  }
  // the reciprocal is a third as slow as a division; the exact remainder shows where it is one off
  let quotient = Math.floor(product * inverse);
  let remainder = product - quotient * divisor;
  if (remainder < 0) {
    quotient--;
    remainder += divisor;
  } else if (remainder >= divisor) {
    quotient++;
    remainder -= divisor;
  }
  if (remainder === 0) return quotient;
  const twice = remainder * 2;
  const half = twice < divisor ? -1 : twice > divisor ? 1 : 0;
  // only a tie asks whether the quotient is odd, and a remainder of doubles is slow
  return roundsAway(mode, false, half === 0 && quotient % 2 !== 0, half) ? quotient + 1 : quotient;
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

import { Decimal } from "../../core/decimal.ts";

/** Relative width of the bracket at which a value counts as known. */
const NARROW = "1e-32";

/** Digits of a value that are certain once its bracket is that narrow. */
const CERTAIN_DIGITS = 30;

/** Levels of the first attempt over √(1 − z): each narrows the bracket by about the square of (1 − √(1 − z)) / (1 + √(1 − z)). */
const LEVELS = 24;

/** Levels of the last attempt. */
const MOST_LEVELS = 16_384;

/** The ends a value lies between, inclusive; one number twice where it is known. */
export interface Bracket {
  readonly low: Decimal;
  readonly high: Decimal;
}

/**
 * Σ S(t) z^t over t = 0, 1, 2 … for the survival S of the shifted beta-geometric model, which is the hypergeometric
 * function F(1, β; α + β; z): the discounted expected lifetime of a client, first payment now.
 *
 * Gauss's continued fraction 1/(1 − a₁z/(1 − a₂z/(1 − …))) of it has aₙ = pₙ₋₁(1 − pₙ) with 0 < pₙ < 1. What
 * follows a level n lies between 1 and 1/(1 − pₙ) for every z from 0 to 1: the first as all aₙ are positive, the second
 * by induction, since aₙ₊₁z / (1 − pₙ₊₁) ≤ pₙ. Either end put in place of the rest bounds the whole sum, from
 * below and from above; levels are doubled until the two ends agree to 32 digits. Nor is it more than at z = 1, where it is
 * (α + β − 1) / (α − 1) for α > 1 and has no end otherwise.
 *
 * @param alpha - greater than 0
 * @param beta - greater than 0
 * @param z - what one period leaves of a payment, growth and discount together; from 0 to 1, and 1 only where
 *   alpha is greater than 1
 * @returns the sum to 30 significant digits; when z is so near 1, by less than a few millionths, that 16,384 levels do not
 *   settle it, what it lies between
 * @see C. F. Gauss, Disquisitiones generales circa seriem infinitam (1813); the bound: chain sequences, H. S. Wall,
 *   Analytic Theory of Continued Fractions (1948), chapter IV
 */
export function discountedLifetime(alpha: Decimal, beta: Decimal, z: Decimal): Bracket {
  const c = alpha.plus(beta);
  const most = alpha.gt(1) ? c.minus(1).div(alpha.minus(1)) : null;
  if (most !== null && z.eq(1)) return known(most);
  // what aₙ is the product of: pₙ and 1 − pₙ, each from positive terms alone
  const kept = (n: number): Decimal =>
    n % 2 === 0 ? c.plus(n / 2 - 1).div(c.plus(n - 1)) : alpha.plus((n - 1) / 2).div(c.plus(n - 1));
  const left = (n: number): Decimal =>
    n % 2 === 0 ? new Decimal(n / 2).div(c.plus(n - 1)) : beta.plus((n - 1) / 2).div(c.plus(n - 1));
  const first = new Decimal(LEVELS).div(new Decimal(1).minus(z).sqrt()).ceil().toNumber();
  for (let levels = Math.min(first, MOST_LEVELS); ; levels = Math.min(levels * 2, MOST_LEVELS)) {
    let low = new Decimal(1);
    let high = new Decimal(1).div(left(levels));
    for (let n = levels; n >= 1; n--) {
      const step = left(n)
        .times(n === 1 ? 1 : kept(n - 1))
        .times(z);
      low = new Decimal(1).div(new Decimal(1).minus(step.times(low)));
      high = new Decimal(1).div(new Decimal(1).minus(step.times(high)));
    }
    if (high.minus(low).lte(low.times(NARROW))) return known(low.plus(high).div(2));
    if (levels < MOST_LEVELS) continue;
    return {
      low: low.toSignificantDigits(CERTAIN_DIGITS, Decimal.ROUND_FLOOR),
      high: (most === null ? high : Decimal.min(most, high)).toSignificantDigits(CERTAIN_DIGITS, Decimal.ROUND_CEIL),
    };
  }
}

function known(value: Decimal): Bracket {
  const certain = value.toSignificantDigits(CERTAIN_DIGITS);
  return { low: certain, high: certain };
}

import type { RoundingMode } from "../core/index.ts";
import { divideWhole } from "../core/inner.ts";
import { DIRECTIONS } from "./interest.ts";
import { weightOf, type ResolvedLoan } from "./resolved-loan.ts";

/** A debt on a due date before its payment: balance and the exact interest `numerator ÷ denominator`. */
export interface Debt {
  readonly balance: number;
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Half an ulp of 1. */
const UNIT = 2 ** -53;

/** The whole number that any value within `error` of `value` rounds to, or null if that is in doubt. */
function decided(value: number, error: number, mode: RoundingMode): number | null {
  const below = Math.floor(value);
  const part = value - below;
  const direction = DIRECTIONS[mode];
  if (direction === "nearest") return Math.abs(part - 0.5) > error ? below + (part > 0.5 ? 1 : 0) : null;
  if (!(part > error && 1 - part > error)) return null;
  return direction === "up" ? below + 1 : below;
}

/**
 * The payment as an exact quotient: `(debt − balloon·v) ÷ (1 + s)`, `s` the sum of the later payments' discount
 * factors.
 */
function exactPayment(
  loan: ResolvedLoan<string>,
  k: number,
  last: number,
  factor: number,
  debt: Debt,
  balloon: number,
): bigint {
  const divisor = BigInt(loan.divisor);
  let sum = 0n;
  let scale = 1n;
  let power = 1n;
  for (let j = last; j > k; j--) {
    sum = (sum + scale) * divisor;
    scale *= divisor + BigInt(factor) * BigInt(weightOf(loan, j));
    power *= divisor;
  }
  const owed = BigInt(debt.balance) * debt.denominator + debt.numerator;
  const numerator = owed * scale - BigInt(balloon) * power * debt.denominator;
  return divideWhole(numerator < 0n ? 0n : numerator, (sum + scale) * debt.denominator, loan.rounding);
}

/**
 * The level payment, due with instalment `k` and every later one up to `last`, that repays a debt, rounded once from
 * its exact value (等额本息的每期还款额).
 *
 * With the interest shares of the coming periods `i`, the payment is `(debt − balloon·v) ÷ (1 + v₁ + v₁v₂ + …)`,
 * `v = 1/(1+i)`; with equal shares that is the annuity formula. Doubles decide, with a bound on their error; where the
 * bound touches a rounding boundary, whole numbers of any size do.
 */
export function levelPayment(
  loan: ResolvedLoan<string>,
  k: number,
  last: number,
  factor: number,
  debt: Debt,
  balloon: number,
): number {
  const { weights, divisor, usualWeight } = loan;
  let sum = 0;
  let product = 1;
  if (weights === null) {
    // equal periods: s of 2m payments is s of m, times 1 + v^m
    const v = 1 / (1 + (factor * usualWeight) / divisor);
    for (let bit = 2 ** 14; bit >= 1; bit /= 2) {
      sum += sum * product;
      product *= product;
      if (((last - k) & bit) !== 0) {
        sum = (sum + 1) * v;
        product *= v;
      }
    }
  } else {
    for (let j = last; j > k; j--) {
      const v = 1 / (1 + (factor * weights[j]!) / divisor);
      sum = (sum + 1) * v;
      product *= v;
    }
  }
  const owed = debt.balance + Number(debt.numerator) / Number(debt.denominator);
  const kept = balloon * product;
  const value = (owed - kept) / (1 + sum);
  const error = ((owed + kept) / (1 + sum)) * (8 * (last - k) + 64) * UNIT;
  return decided(value, error, loan.rounding) ?? Number(exactPayment(loan, k, last, factor, debt, balloon));
}

import { Decimal } from "../../core/decimal.ts";
import { discountedLifetime } from "./discounted-lifetime.ts";
import {
  fractionOf,
  parametersOf,
  type Fraction,
  type Retention,
  type ShiftedBetaGeometricRetention,
} from "./retention.ts";

/** All terms of a lifetime value, exact. */
export interface LifetimeTerms {
  readonly retained: (renewal: number) => Fraction;
  /** By which the margin grows over one period. */
  readonly growth: Fraction;
  /** By which money loses over one period, its reciprocal. */
  readonly discount: Fraction;
}

/** A value before it is rounded, for a margin of 1. */
export interface ExactMultiple {
  readonly multiple: Fraction;
  /** What it is at most, where it is only known to lie between the two. */
  readonly atMost?: Fraction;
}

/** The sum of payments without a last one, for a margin of 1; null where it has no end. `isNow`: the first is made at once. */
export function endlessSum(retention: Retention, terms: LifetimeTerms, isNow: boolean): ExactMultiple | null {
  if (retention.by === "shifted-beta-geometric") return perpetualOfMany(retention, terms, isNow);
  const multiple = perpetual(terms, isNow);
  return multiple === null ? null : { multiple };
}

/** m (1 + d) / (1 + d − r (1 + g)), or m r over the same, for a margin of 1; null where it has no end. */
function perpetual({ retained, growth, discount }: LifetimeTerms, isNow: boolean): Fraction | null {
  const rate = retained(0);
  const kept = rate.numerator * growth.numerator * discount.denominator;
  const whole = discount.numerator * rate.denominator * growth.denominator;
  if (kept >= whole) return null;
  const denominator = whole - kept;
  return isNow
    ? { numerator: whole, denominator }
    : { numerator: rate.numerator * discount.denominator * growth.denominator, denominator };
}

/** The endless sum where clients differ, for a margin of 1; null where it has no end. */
function perpetualOfMany(
  retention: ShiftedBetaGeometricRetention,
  { retained, growth, discount }: LifetimeTerms,
  isNow: boolean,
): ExactMultiple | null {
  const [kept, whole] = [growth.numerator * discount.denominator, growth.denominator * discount.numerator];
  const { alpha, beta, unit } = parametersOf(retention);
  // retention rises towards 1, so that in the end what is left of a payment is growth over discount; where that is all of
  // it, survival alone, which falls as t^-alpha does, decides
  if (kept > whole || (kept === whole && alpha <= unit)) return null;
  const shift = isNow ? 0n : unit;
  const scaled = (value: bigint): Decimal => new Decimal(value.toString()).div(unit.toString());
  const z = new Decimal(kept.toString()).div(whole.toString());
  const { low, high } = discountedLifetime(scaled(alpha), scaled(beta + shift), z);
  const stayed = retained(0);
  const fromFirst = (lifetime: Decimal): Fraction => {
    const { numerator, denominator } = fractionOf(lifetime.toString());
    if (isNow) return { numerator, denominator };
    return {
      numerator: numerator * stayed.numerator * discount.denominator,
      denominator: denominator * stayed.denominator * discount.numerator,
    };
  };
  return { multiple: fromFirst(low), ...(low.eq(high) ? {} : { atMost: fromFirst(high) }) };
}

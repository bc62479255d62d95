import { Decimal } from "../../src/core/decimal.ts";

/** The unit in the last place of doubles near 1. */
export const EPSILON = 2 ** -52;

/**
 * The number a double is, not the shortest decimal that names it: the two differ in the 17th digit, which matters where
 * amounts nearly cancel.
 */
export function exactOf(x: number): Decimal {
  if (x === 0) return new Decimal(0);
  // subnormal numbers have no room for a whole mantissa below them
  const lifted = Math.abs(x) < 1e-280 ? x * 2 ** 100 : x;
  const exponent = Math.floor(Math.log2(Math.abs(lifted))) - 52;
  const mantissa = lifted / 2 ** Math.trunc(exponent / 2) / 2 ** (exponent - Math.trunc(exponent / 2));
  return new Decimal(mantissa).times(new Decimal(2).pow(lifted === x ? exponent : exponent - 100));
}

/** Whole-number power by squaring: exact steps at 60 digits, cheaper than logarithms. */
function power(base: Decimal, exponent: number): Decimal {
  let result = new Decimal(1);
  let square = base;
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = result.times(square);
    square = square.times(square);
  }
  return result;
}

/** Discount factor of `periods` periods (fractional ones included) at `rate`, at 60 digits. */
export function discount(rate: number, periods: number): Decimal {
  const base = exactOf(rate).plus(1);
  if (Number.isInteger(periods) && periods >= 0) return new Decimal(1).div(power(base, periods));
  return base.ln().times(exactOf(-periods)).exp();
}

/** Terms of the annuity equation, discounted to the start: pv, payments, fv. */
export function annuityTerms(
  rate: number,
  nper: number,
  pmt: number,
  pv: number,
  fv: number,
  when: number,
): readonly [Decimal, Decimal, Decimal] {
  const v = discount(rate, nper);
  const one = new Decimal(1);
  const level = rate === 0 ? exactOf(nper) : one.minus(v).div(exactOf(rate));
  return [exactOf(pv), level.times(one.plus(exactOf(rate).times(when))).times(exactOf(pmt)), v.times(exactOf(fv))];
}

/** Value of flows, its derivative in the rate, and the sum of sizes, at 60 digits, discounted to the first flow. */
export interface ReferenceValue {
  readonly value: Decimal;
  readonly derivative: Decimal;
  readonly size: Decimal;
}

/** `times` are whole units, `basis` of them a year (1 for regular flows). */
export function valueAt(
  rate: number,
  flows: readonly number[],
  times: readonly number[],
  basis: number,
): ReferenceValue {
  const growth = exactOf(rate).plus(1);
  const unit = basis === 1 ? new Decimal(1).div(growth) : growth.ln().div(-basis).exp();
  const order = times.map((_, i) => i).sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0));
  const start = times[order[0] ?? 0] ?? 0;
  let value = new Decimal(0);
  let derivative = new Decimal(0);
  let size = new Decimal(0);
  let weight = new Decimal(1);
  let before = start;
  for (const i of order) {
    const time = times[i] ?? 0;
    weight = weight.times(power(unit, time - before));
    before = time;
    const term = weight.times(exactOf(flows[i] ?? 0));
    value = value.plus(term);
    size = size.plus(term.abs());
    derivative = derivative.minus(term.times(time - start));
  }
  derivative = derivative.div(basis).div(growth);
  return { value, derivative, size };
}

/**
 * How far a rate is from a root in units of what it may be: 8·2⁻⁵² (or as many roundings) times the condition number, and one unit in the last
 * place for writing it down. At most 1 for a rate that is as good as promised.
 */
export function excess(
  rate: number,
  flows: readonly number[],
  times: readonly number[],
  basis: number,
  roundings = 8,
): number {
  // this near to -1 neighbouring doubles differ by whole percents of 1 + rate, and no derivative says what that does
  if (1 + rate < 1e-13) return 0;
  const { value, derivative, size } = valueAt(rate, flows, times, basis);
  const written = Math.max(Math.abs(rate) * EPSILON, Number.MIN_VALUE);
  return value
    .abs()
    .div(size.times(roundings * EPSILON).plus(derivative.abs().times(written)))
    .toNumber();
}

/** How far a rate is from the root beside it, whatever the flows allow. */
export function distance(rate: number, flows: readonly number[], times: readonly number[], basis: number): number {
  const { value, derivative } = valueAt(rate, flows, times, basis);
  return Math.abs(value.div(derivative).toNumber());
}

/** A stream of numbers in [0, 1) that is the same in every run: the accuracy tables do not depend on the run's seed. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

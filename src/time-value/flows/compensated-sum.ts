import { productError, sumError } from "../compensated.ts";
import type { FlowSide } from "./flow-table.ts";

/** A sum and what rounding lost of it. */
export interface CompensatedSum {
  readonly sum: number;
  readonly error: number;
  /** The time it is discounted to. */
  readonly reference: number;
}

/** Largest exponent for which the series below gives a factor to 2^-70. */
const SERIES = 0.03;

/** `e^a − 1 − a` for `|a|` up to {@link SERIES}. */
function tailOfExp(a: number): number {
  const inner = 1 / 120 + a * (1 / 720 + a * (1 / 5040 + a * (1 / 40320 + a / 362880)));
  return a * a * (0.5 + a * (1 / 6 + a * (1 / 24 + a * inner)));
}

/**
 * One direction brought to the time of one of its flows at exactly the log rate `x`: every weight correct to its last
 * bit, the sum compensated.
 */
export function compensatedSum(side: FlowSide, x: number): CompensatedSum {
  return Math.abs(x) * side.longestGap <= SERIES ? sumByGaps(side, x) : sumByExponents(side, x);
}

function sumByExponents({ amounts, times }: FlowSide, x: number): CompensatedSum {
  const reference = times[0]!;
  let sum = 0;
  let error = 0;
  for (let i = 0; i < amounts.length; i++) {
    const time = reference - times[i]!;
    const exponent = x * time;
    const weight = Math.exp(exponent);
    const term = amounts[i]! * weight;
    const total = sum + term;
    error += sumError(sum, term, total) + term * productError(x, time, exponent);
    sum = total;
  }
  return { sum, error, reference };
}

/** The weights as running products of a few factors, each held in two doubles. */
function sumByGaps({ amounts, times, gapOf, gaps, factors, factorErrors }: FlowSide, x: number): CompensatedSum {
  for (let j = 0; j < gaps.length; j++) {
    const rate = -Math.abs(x);
    const exponent = rate * gaps[j]!;
    const plain = 1 + exponent;
    const rest = exponent - (plain - 1) + (tailOfExp(exponent) + productError(rate, gaps[j]!, exponent));
    const factor = plain + rest;
    factors[j] = factor;
    factorErrors[j] = rest - (factor - plain);
  }
  const last = amounts.length - 1;
  const forwards = x >= 0;
  let sum = amounts[forwards ? 0 : last]!;
  let error = 0;
  let weight = 1;
  let weightError = 0;
  for (let k = 1; k <= last; k++) {
    const gap = gapOf[forwards ? k - 1 : last - k]!;
    const amount = amounts[forwards ? k : last - k]!;
    const factor = factors[gap]!;
    const product = weight * factor;
    weightError = weightError * factor + (productError(weight, factor, product) + weight * factorErrors[gap]!);
    weight = product;
    const term = amount * weight;
    const total = sum + term;
    error += sumError(sum, term, total) + amount * weightError;
    sum = total;
  }
  return { sum, error, reference: times[forwards ? 0 : last]! };
}

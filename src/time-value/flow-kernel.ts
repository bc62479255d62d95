import type { LogRatio } from "./newton.ts";

/** More distinct gaps than this and one exponential a flow is cheaper than a table of factors. */
const MAX_GAPS = 12;

/** The flows of one direction, in order of time; amounts are positive. */
export interface FlowSide {
  readonly amounts: Float64Array;
  /** Periods or days since the first flow of the table. */
  readonly times: Float64Array;
  /** `gapOf[i]` is the index in `gaps` of `times[i] − times[i − 1]`. */
  readonly gapOf: Uint8Array;
  /** Distinct gaps; null when there are too many to be worth a table. */
  readonly gaps: readonly number[] | null;
  /** Scratch: discount factor of each gap at the rate being tried. */
  readonly factors: Float64Array;
  /** Results of the last evaluation: sum discounted to `reference`, that time, and the mean time. */
  sum: number;
  reference: number;
  mean: number;
}

/** Flows in order of time, one a moment, none of them 0, scaled to about 1. */
export interface FlowTable {
  readonly amounts: Float64Array;
  readonly times: Float64Array;
  readonly inflows: FlowSide;
  readonly outflows: FlowSide;
  /** Time of the last flow. */
  readonly horizon: number;
}

function sideOf(amounts: Float64Array, times: Float64Array, sign: 1 | -1): FlowSide {
  let count = 0;
  for (const amount of amounts) if (amount * sign > 0) count++;
  const own = new Float64Array(count);
  const at = new Float64Array(count);
  const gapOf = new Uint8Array(count);
  let gaps: number[] | null = [];
  let k = 0;
  for (let i = 0; i < amounts.length; i++) {
    const amount = amounts[i]! * sign;
    if (!(amount > 0)) continue;
    own[k] = amount;
    at[k] = times[i]!;
    if (k > 0 && gaps !== null) {
      const gap = at[k]! - at[k - 1]!;
      let index = gaps.indexOf(gap);
      if (index < 0) index = gaps.push(gap) - 1;
      gapOf[k] = index;
      if (gaps.length > MAX_GAPS) gaps = null;
    }
    k++;
  }
  if (gaps !== null && gaps.length * 2 > count) gaps = null;
  const factors = new Float64Array(gaps === null ? 0 : gaps.length);
  return { amounts: own, times: at, gapOf, gaps, factors, sum: 0, reference: 0, mean: 0 };
}

/** A table of flows whose moments ascend strictly from 0 and of which both directions occur. */
export function flowTable(amounts: Float64Array, times: Float64Array): FlowTable {
  return {
    amounts,
    times,
    inflows: sideOf(amounts, times, 1),
    outflows: sideOf(amounts, times, -1),
    horizon: times[times.length - 1]!,
  };
}

/** Sum and mean time of one direction, discounted at the log rate `x` to its own first flow (last one for `x` < 0). */
function evaluateSide(side: FlowSide, x: number): void {
  const { amounts, times, gapOf, gaps, factors } = side;
  const last = amounts.length - 1;
  let sum: number;
  let weighted = 0;
  if (x >= 0) {
    const reference = times[0]!;
    sum = amounts[0]!;
    side.reference = reference;
    if (gaps !== null) {
      for (let j = 0; j < gaps.length; j++) factors[j] = Math.exp(-x * gaps[j]!);
      let weight = 1;
      for (let i = 1; i <= last; i++) {
        weight *= factors[gapOf[i]!]!;
        const term = amounts[i]! * weight;
        sum += term;
        weighted += term * (times[i]! - reference);
      }
    } else {
      for (let i = 1; i <= last; i++) {
        const time = times[i]! - reference;
        const term = amounts[i]! * Math.exp(-x * time);
        sum += term;
        weighted += term * time;
      }
    }
    side.mean = reference + weighted / sum;
  } else {
    const reference = times[last]!;
    sum = amounts[last]!;
    side.reference = reference;
    if (gaps !== null) {
      for (let j = 0; j < gaps.length; j++) factors[j] = Math.exp(x * gaps[j]!);
      let weight = 1;
      for (let i = last - 1; i >= 0; i--) {
        weight *= factors[gapOf[i + 1]!]!;
        const term = amounts[i]! * weight;
        sum += term;
        weighted += term * (reference - times[i]!);
      }
    } else {
      for (let i = last - 1; i >= 0; i--) {
        const time = reference - times[i]!;
        const term = amounts[i]! * Math.exp(x * time);
        sum += term;
        weighted += term * time;
      }
    }
    side.mean = reference - weighted / sum;
  }
  side.sum = sum;
}

/** {@link LogRatio} of a table, with the mean time of either direction, both falling in `x`. */
export interface TableRatio extends LogRatio {
  inflowMean: number;
  outflowMean: number;
}

/** The log ratio of a table as a function of the log rate per period or day. */
export function tableRatio(table: FlowTable): TableRatio {
  const { inflows, outflows } = table;
  return {
    value: 0,
    slope: 0,
    evaluations: 0,
    inflowMean: 0,
    outflowMean: 0,
    evaluate(x: number): void {
      evaluateSide(inflows, x);
      evaluateSide(outflows, x);
      this.evaluations++;
      this.value = Math.log(inflows.sum / outflows.sum) - x * (inflows.reference - outflows.reference);
      this.inflowMean = inflows.mean;
      this.outflowMean = outflows.mean;
      this.slope = outflows.mean - inflows.mean;
    },
  };
}

/** Changes of sign in a sequence, zeros left out (Descartes). */
export function signChanges(amounts: Float64Array): number {
  let changes = 0;
  let last = 0;
  for (const amount of amounts) {
    if (amount === 0) continue;
    if (last !== 0 && amount > 0 !== last > 0) changes++;
    last = amount;
  }
  return changes;
}

/**
 * Whether running totals prove a single root: forwards they bound the roots above 0 (Norström), backwards those below.
 *
 * A running total too small to know its sign in doubles counts as no proof.
 */
export function provenByTotals(amounts: Float64Array): boolean {
  let scale = 0;
  for (const amount of amounts) scale += Math.abs(amount);
  const blur = scale * amounts.length * 2 ** -52;
  let changes = 0;
  for (const forwards of [true, false]) {
    let total = 0;
    let sign = 0;
    for (let k = 0; k < amounts.length; k++) {
      total += amounts[forwards ? k : amounts.length - 1 - k]!;
      if (Math.abs(total) <= blur) return false;
      if (sign !== 0 && total > 0 !== sign > 0) changes++;
      sign = total;
    }
  }
  return changes === 1;
}

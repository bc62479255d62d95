import { type LogRatio, startFromZero } from "../newton.ts";

/** With more distinct gaps than this, one exponential per flow is cheaper than a table of factors. */
const MAX_GAPS = 12;

/** The flows of one direction, in order of time; amounts are positive. */
export interface FlowSide {
  readonly amounts: number[];
  /** Periods or days since the first flow of the table. */
  readonly times: number[];
  /** `gapOf[i]` is the index in `gaps` of `times[i] − times[i − 1]`. */
  readonly gapOf: number[];
  /** Distinct gaps; not used when there are too many to be worth a table. */
  readonly gaps: number[];
  tabled: boolean;
  /** Scratch: discount factor of each gap at the rate being tried. */
  readonly factors: number[];
  /** Scratch: what rounding lost of each factor. */
  readonly factorErrors: number[];
  longestGap: number;
  /** Results of the last evaluation: sum discounted to `reference`, that time, and the mean time. */
  sum: number;
  reference: number;
  mean: number;
}

/** Flows in order of time, one per moment, none of them 0. */
export interface FlowTable {
  readonly amounts: readonly number[];
  readonly times: readonly number[];
  readonly inflows: FlowSide;
  readonly outflows: FlowSide;
  /** Time of the last flow. */
  readonly horizon: number;
  /** A first guess of the log rate per unit of time. */
  readonly start: number;
}

function emptySide(): FlowSide {
  return {
    amounts: [],
    times: [],
    gapOf: [],
    gaps: [],
    tabled: true,
    factors: [],
    factorErrors: [],
    longestGap: 0,
    sum: 0,
    reference: 0,
    mean: 0,
  };
}

function append(side: FlowSide, amount: number, time: number): void {
  const { times, gapOf, gaps } = side;
  const count = times.length;
  if (count === 0) gapOf.push(0);
  else if (side.tabled) {
    const gap = time - times[count - 1]!;
    let index = gaps.indexOf(gap);
    if (index < 0) index = gaps.push(gap) - 1;
    gapOf.push(index);
    if (gaps.length > MAX_GAPS) side.tabled = false;
  }
  side.amounts.push(amount);
  times.push(time);
}

/** Sum, mean time and variance of time of one direction at rate 0. */
function momentsOf({ amounts, times }: FlowSide): readonly [sum: number, mean: number, variance: number] {
  let sum = 0;
  let first = 0;
  let second = 0;
  for (let i = 0; i < amounts.length; i++) {
    const amount = amounts[i]!;
    const weighted = amount * times[i]!;
    sum += amount;
    first += weighted;
    second += weighted * times[i]!;
  }
  const mean = first / sum;
  return [sum, mean, second / sum - mean * mean];
}

/** A table of flows whose moments ascend strictly from 0 and that go both ways. */
export function flowTable(amounts: readonly number[], times: readonly number[]): FlowTable {
  const inflows = emptySide();
  const outflows = emptySide();
  for (let i = 0; i < amounts.length; i++) {
    const amount = amounts[i]!;
    if (amount > 0) append(inflows, amount, times[i]!);
    else append(outflows, -amount, times[i]!);
  }
  for (const side of [inflows, outflows]) {
    if (side.gaps.length * 2 > side.amounts.length) side.tabled = false;
    for (let j = 0; side.tabled && j < side.gaps.length; j++) {
      // a fraction, so that the array holds doubles from the start
      side.factors.push(0.5);
      side.factorErrors.push(0.5);
      side.longestGap = Math.max(side.longestGap, side.gaps[j]!);
    }
  }
  const [received, inMean, inVariance] = momentsOf(inflows);
  const [paid, outMean, outVariance] = momentsOf(outflows);
  const start = startFromZero(Math.log(received / paid), outMean - inMean, inVariance - outVariance);
  return { amounts, times, inflows, outflows, horizon: times[times.length - 1]!, start };
}

/** Sum and mean time of one direction, discounted at the log rate `x` to its own first flow (its last for `x` < 0). */
function evaluateSide(side: FlowSide, x: number): void {
  const { amounts, times, gapOf, gaps, tabled, factors } = side;
  const last = amounts.length - 1;
  let sum: number;
  let weighted = 0;
  if (x >= 0) {
    const reference = times[0]!;
    sum = amounts[0]!;
    side.reference = reference;
    if (tabled) {
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
    if (tabled) {
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

/** {@link LogRatio} of a table, with the mean time of each direction, both falling in `x`. */
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

/** Changes of sign in a sequence, zeros omitted (Descartes). */
export function signChanges(amounts: readonly number[]): number {
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
export function provenByTotals(amounts: readonly number[]): boolean {
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

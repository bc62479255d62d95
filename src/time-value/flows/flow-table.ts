import { type LogRatio, startFromZero } from "../newton.ts";

/** The flows of one direction, in order of time; amounts are positive. */
export interface FlowSide {
  readonly amounts: number[];
  /** Periods or days since the first flow of the table. */
  readonly times: number[];
  /** `gapOf[i]` is the index in `gaps` of `times[i + 1] − times[i]`. */
  readonly gapOf: number[];
  /** Distinct gaps; few, as times are whole numbers: 100 of them span 5,000 days. */
  readonly gaps: number[];
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
    factors: [],
    factorErrors: [],
    longestGap: 0,
    sum: 0,
    reference: 0,
    mean: 0,
  };
}

function append(side: FlowSide, amount: number, time: number): void {
  const { amounts, times, gapOf, gaps } = side;
  if (times.length > 0) {
    const gap = time - times[times.length - 1]!;
    let index = gaps.indexOf(gap);
    if (index < 0) {
      index = gaps.push(gap) - 1;
      side.longestGap = Math.max(side.longestGap, gap);
    }
    gapOf.push(index);
  }
  amounts.push(amount);
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

/** A table of flows whose moments ascend strictly, from 0 or what a day that cancelled leaves, and that go both ways. */
export function flowTable(amounts: readonly number[], times: readonly number[]): FlowTable {
  const inflows = emptySide();
  const outflows = emptySide();
  for (let i = 0; i < amounts.length; i++) {
    const amount = amounts[i]!;
    if (amount > 0) append(inflows, amount, times[i]!);
    else append(outflows, -amount, times[i]!);
  }
  const [received, inMean, inVariance] = momentsOf(inflows);
  const [paid, outMean, outVariance] = momentsOf(outflows);
  const start = startFromZero(Math.log(received / paid), outMean - inMean, inVariance - outVariance);
  return { amounts, times, inflows, outflows, horizon: times[times.length - 1]!, start };
}

/** Sum and mean time of one direction, discounted at the log rate `x` to its own first flow (its last for `x` < 0). */
function evaluateSide(side: FlowSide, x: number): void {
  const { amounts, times, gapOf, gaps, factors } = side;
  const rate = -Math.abs(x);
  for (let j = 0; j < gaps.length; j++) factors[j] = Math.exp(rate * gaps[j]!);
  const last = amounts.length - 1;
  const forwards = x >= 0;
  const reference = times[forwards ? 0 : last]!;
  let sum = amounts[forwards ? 0 : last]!;
  let weighted = 0;
  let weight = 1;
  if (forwards) {
    for (let i = 1; i <= last; i++) {
      weight *= factors[gapOf[i - 1]!]!;
      const term = amounts[i]! * weight;
      sum += term;
      weighted += term * (times[i]! - reference);
    }
  } else {
    for (let i = last - 1; i >= 0; i--) {
      weight *= factors[gapOf[i]!]!;
      const term = amounts[i]! * weight;
      sum += term;
      weighted += term * (times[i]! - reference);
    }
  }
  side.sum = sum;
  side.reference = reference;
  side.mean = reference + weighted / sum;
}

/** {@link LogRatio} of a table, with the mean time of each direction, both falling in `x`. */
export interface TableRatio extends LogRatio {
  inflowMean: number;
  outflowMean: number;
  /** Logarithm of the inflows at time 0, by their last evaluation, at or very near `x`. */
  received(x: number): number;
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
    received: (x) => Math.log(inflows.sum) - x * inflows.reference,
  };
}

/** Changes of sign in a sequence (Descartes); a 0, which flows do not have, counts as one below 0. */
export function signChanges(amounts: readonly number[]): number {
  let changes = 0;
  for (let i = 1; i < amounts.length; i++) if (amounts[i]! > 0 !== amounts[i - 1]! > 0) changes++;
  return changes;
}

/** Running totals of a sequence. */
function totalsOf(amounts: readonly number[]): readonly number[] {
  let total = 0;
  return amounts.map((amount) => (total += amount));
}

/**
 * Whether running totals prove a single root: forwards they bound the roots above 0 (Norström), backwards those below.
 *
 * What rounding does to a total is small beside the totals before it, whose flows are discounted less: it hides no
 * change of sign that could be a root. A total of 0 counts as one below 0, which at worst is a change too many.
 */
export function provenByTotals(amounts: readonly number[]): boolean {
  return signChanges(totalsOf(amounts)) + signChanges(totalsOf([...amounts].reverse())) === 1;
}

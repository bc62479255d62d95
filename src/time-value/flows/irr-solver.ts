import { productError, sumError } from "../compensated.ts";
import { flowTable, provenByTotals, tableRatio, type TableRatio } from "./flow-table.ts";
import { LARGEST_CORRECTION, type LogRatio, onlyZero, SETTLED, startFromZero, STEP } from "../newton.ts";
import { isOrdinary, scaleOf } from "../scale.ts";
import { scanZeros } from "./root-scan.ts";
import { areWide, wideRatio } from "./wide-ratio.ts";
import { HIGHEST, LOWEST, onlySolution, refusal, solutionOf } from "../solution.ts";
import type { IrrOutcome, IrrRefusalReason } from "../types.ts";

/** Flows at equal intervals after one pass: where the money is, and whether at most one rate can solve them. */
export interface RegularFlows {
  readonly flows: readonly number[];
  /** Index of the first and last flow other than 0. */
  readonly first: number;
  readonly last: number;
  /** Index of the last flow in the first direction and of the first in the other, given one change of sign. */
  readonly turn: number;
  readonly next: number;
  readonly changes: number;
  /** Amounts so large or small that plain sums might overflow. */
  readonly extreme: boolean;
  /** Amounts so far apart that no scale holds them all. */
  readonly wide: boolean;
  /** A first guess of `x` for flows that change sign once. */
  readonly start: number;
}

/** Analyses regular flows once. */
export function analyseRegular(flows: readonly number[]): RegularFlows | IrrRefusalReason {
  let first = -1;
  let last = -1;
  let turn = -1;
  let next = -1;
  let changes = 0;
  let largest = 0;
  let smallest = Infinity;
  let lastFlow = 0;
  // sum and the first two moments of time of the run at hand, and of the first run once it has ended
  let sum = 0;
  let moment = 0;
  let second = 0;
  let earlySum = 0;
  let earlyMoment = 0;
  let earlySecond = 0;
  for (let i = 0; i < flows.length; i++) {
    const flow = flows[i]!;
    if (!Number.isFinite(flow)) return "not-finite";
    if (flow === 0) continue;
    if (first < 0) first = i;
    else if (flow > 0 !== lastFlow > 0) {
      if (changes === 0) {
        turn = last;
        next = i;
        earlySum = sum;
        earlyMoment = moment;
        earlySecond = second;
        sum = 0;
        moment = 0;
        second = 0;
      }
      changes++;
    }
    last = i;
    lastFlow = flow;
    const weighted = flow * i;
    sum += flow;
    moment += weighted;
    second += weighted * i;
    const size = Math.abs(flow);
    if (size > largest) largest = size;
    if (size < smallest) smallest = size;
  }
  if (changes === 0) return lastFlow < 0 && last < flows.length - 1 ? "total-loss" : "no-sign-change";
  const early = earlyMoment / earlySum;
  const late = moment / sum;
  const spread = second / sum - late * late - (earlySecond / earlySum - early * early);
  const start = changes === 1 ? startFromZero(Math.log(-sum / earlySum), early - late, spread) : 0;
  const extreme = scaleOf(largest) !== 1;
  return { flows, first, last, turn, next, changes, extreme, wide: areWide(largest, smallest), start };
}

/** What one evaluation of two runs leaves: log ratio, slope, and the size of the run at the common reference. */
const VALUE = 0;
const SLOPE = 1;
const SIZE = 2;

/**
 * ln(later run / earlier run) of flows that change sign once, and its slope; it falls as the rate rises.
 *
 * Each run is discounted to its own first flow (accumulated to its own last one for `x` < 0), so that no power
 * overflows and none that matters underflows.
 */
function evaluateTwoRuns({ flows, first, last, turn, next }: RegularFlows, x: number, out: number[]): void {
  const m = Math.exp(-Math.abs(x));
  const forwards = x >= 0;
  let weight = 1;
  let early = flows[forwards ? first : turn]!;
  let earlyMoment = 0;
  const earlySpan = turn - first;
  for (let k = 1; k <= earlySpan; k++) {
    weight *= m;
    const term = flows[forwards ? first + k : turn - k]! * weight;
    early += term;
    earlyMoment += term * k;
  }
  weight = 1;
  let late = flows[forwards ? next : last]!;
  let lateMoment = 0;
  const lateSpan = last - next;
  for (let k = 1; k <= lateSpan; k++) {
    weight *= m;
    const term = flows[forwards ? next + k : last - k]! * weight;
    late += term;
    lateMoment += term * k;
  }
  const apart = forwards ? next - first : last - turn;
  const spread = earlyMoment / early - lateMoment / late;
  out[VALUE] = Math.log(-late / early) - x * apart;
  out[SLOPE] = forwards ? spread - apart : -spread - apart;
  out[SIZE] = Math.abs(forwards ? early : late);
}

/** {@link evaluateTwoRuns} for the safeguarded Newton. */
function twoRunRatio(regular: RegularFlows, out: number[]): LogRatio {
  return {
    value: 0,
    slope: 0,
    evaluations: 0,
    evaluate(x: number): void {
      evaluateTwoRuns(regular, x, out);
      this.evaluations++;
      this.value = out[VALUE]!;
      this.slope = out[SLOPE]!;
    },
  };
}

/** 2^27 + 1, Dekker's splitter. */
const SPLITTER = 134217729;

/**
 * Newton step in `x` on the value of the flows at exactly `rate`, summed by Horner with compensation, so that the result
 * is as good as the flows allow.
 *
 * `flowSlope` is the derivative of the value in `x`: size of the inflows, at the time the value is taken, times the
 * slope of the log ratio.
 *
 * @see S. Graillat, P. Langlois, N. Louvet, "Compensated Horner scheme", 2005
 */
function compensatedStep({ flows, first, last }: RegularFlows, rate: number, flowSlope: number): number {
  // 1 + rate, or its inverse, as two doubles
  const growth = 1 + rate;
  const growthError = sumError(1, rate, growth);
  const discounting = rate >= 0;
  let m = growth;
  let mError = growthError;
  if (discounting) {
    m = 1 / growth;
    const product = m * growth;
    mError = (1 - product - productError(m, growth, product) - m * growthError) / growth;
  }
  const splitM = SPLITTER * m;
  const mHigh = splitM - (splitM - m);
  const mLow = m - mHigh;
  const start = discounting ? last : first;
  const stride = discounting ? -1 : 1;
  const count = last - first;
  let sum = flows[start]!;
  let error = 0;
  for (let k = 1; k <= count; k++) {
    const flow = flows[start + k * stride]!;
    // product and sum with what rounding lost, written out: this is the costliest loop of all
    const product = sum * m;
    const split = SPLITTER * sum;
    const high = split - (split - sum);
    const low = sum - high;
    const lost = low * mLow - (product - high * mHigh - low * mHigh - high * mLow);
    const total = product + flow;
    const virtual = total - product;
    error = error * m + (lost + (product - (total - virtual) + (flow - virtual)));
    sum = total;
  }
  const step = -(sum + error) / flowSlope;
  return discounting ? step + mError / m : step - mError / m;
}

/** Solves flows that change sign once, for their one rate. */
function solveTwoRuns(regular: RegularFlows): IrrOutcome {
  const { flows, first, last, start } = regular;
  const horizon = last - first;
  const out = [0.5, 0.5, 0.5];
  let iterations = 1;
  let x = start;
  let lastStep = Infinity;
  // undamped Newton while its steps shrink, which is nearly always
  for (;;) {
    evaluateTwoRuns(regular, x, out);
    iterations++;
    const step = -out[VALUE]! / out[SLOPE]!;
    const size = Math.abs(step);
    if (!(size < lastStep / 2)) {
      const f = twoRunRatio(regular, out);
      const [zero] = onlyZero(f, LOWEST, HIGHEST, false, 0, horizon);
      if (zero === undefined) return refusal("no-root");
      x = zero;
      iterations += f.evaluations;
      break;
    }
    x += step;
    lastStep = size;
    if (size * horizon <= STEP) break;
  }
  let rate = Math.expm1(x);
  const direction = flows[last]! > 0 ? 1 : -1;
  for (let i = 0; i < 3 && rate > -1 && rate < Infinity; i++) {
    const step = compensatedStep(regular, rate, direction * out[SIZE]! * out[SLOPE]!);
    if (!(Math.abs(step) * horizon <= LARGEST_CORRECTION)) break;
    rate += (1 + rate) * step;
    if (Math.abs(step) * horizon <= SETTLED) break;
    evaluateTwoRuns(regular, Math.log1p(rate), out);
    iterations++;
  }
  return onlySolution(rate, iterations);
}

/**
 * Rate of a root in `x` of any flows, corrected until the correction is rounding; as it is where the inflows, at the
 * time the value is taken (the first flow of all, or the last for `x` < 0), are beyond what products keep.
 */
function polish(
  regular: RegularFlows,
  f: TableRatio,
  inflowsAt: (x: number, rate: number) => number,
  x: number,
): number {
  const horizon = regular.last - regular.first;
  let rate = Math.expm1(x);
  for (let i = 0; i < 3 && rate > -1 && rate < Infinity; i++) {
    const size = inflowsAt(x, rate);
    if (!isOrdinary(size)) break;
    const step = compensatedStep(regular, rate, size * f.slope);
    if (!(Math.abs(step) * horizon <= LARGEST_CORRECTION)) break;
    rate += (1 + rate) * step;
    if (Math.abs(step) * horizon <= SETTLED) break;
    f.evaluate(Math.log1p(rate));
  }
  return rate;
}

function scaled(regular: RegularFlows): RegularFlows {
  let largest = 0;
  for (const flow of regular.flows) largest = Math.max(largest, Math.abs(flow));
  const scale = scaleOf(largest);
  return { ...regular, flows: regular.flows.map((flow) => flow * scale), extreme: false };
}

/** Solves regular flows that go both ways; of several roots, the one nearest to the guess. */
export function solveRegular(regular: RegularFlows, guess: number): IrrOutcome {
  if (regular.extreme && !regular.wide) return solveRegular(scaled(regular), guess);
  const { flows, first, last } = regular;
  const horizon = last - first;
  if (regular.changes === 1 && !regular.wide) return solveTwoRuns(regular);
  const amounts: number[] = [];
  const times: number[] = [];
  for (let i = first; i <= last; i++) {
    if (flows[i] === 0) continue;
    amounts.push(flows[i]!);
    times.push(i - first);
  }
  const solve = (f: TableRatio, single: boolean, start: number, inflowsAt: (x: number, rate: number) => number) => {
    const zeros = single
      ? onlyZero(f, LOWEST, HIGHEST, amounts[0]! > 0, start, horizon)
      : scanZeros(f, LOWEST, HIGHEST, horizon);
    const rates = zeros.map((x) => {
      f.evaluate(x);
      return polish(regular, f, inflowsAt, x);
    });
    return solutionOf(rates, Math.log1p(guess), f.evaluations);
  };
  if (regular.wide) {
    const f = wideRatio(amounts, times);
    return solve(f, regular.changes === 1, 0, (x, rate) => Math.exp(f.received + (rate >= 0 ? 0 : x * horizon)));
  }
  const table = flowTable(amounts, times);
  return solve(tableRatio(table), provenByTotals(amounts), table.start, (x, rate) => {
    const { sum, reference } = table.inflows;
    return sum * Math.exp(rate >= 0 ? -x * reference : x * (horizon - reference));
  });
}

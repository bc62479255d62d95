import { productError, sumError } from "../compensated.ts";
import { flowTable, provenByTotals, tableRatio, type TableRatio } from "./flow-table.ts";
import { LARGEST_CORRECTION, type LogRatio, onlyZero, SETTLED, startFromZero } from "../newton.ts";
import { isOrdinary, scaleOf } from "../scale.ts";
import { scanZeros } from "./root-scan.ts";
import { areWide, wideRatio } from "./wide-ratio.ts";
import { HIGHEST, LOWEST, solutionOf } from "../solution.ts";
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
  /** Amounts so far apart that no scale holds them all. */
  readonly wide: boolean;
  /** A first guess of `x` for flows that change sign once. */
  readonly start: number;
}

/** Analyses regular flows once. */
export function analyseRegular(flows: readonly number[]): RegularFlows | IrrRefusalReason {
  let first = 0;
  let last = 0;
  let turn = 0;
  let next = 0;
  let changes = 0;
  let largest = 0;
  let smallest = Infinity;
  let lastFlow = 0;
  // sum and the first two moments of time of the run at hand and of the one before it
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
    if (lastFlow === 0) first = i;
    else if (flow > 0 !== lastFlow > 0) {
      turn = last;
      next = i;
      earlySum = sum;
      earlyMoment = moment;
      earlySecond = second;
      sum = 0;
      moment = 0;
      second = 0;
      changes++;
    }
    last = i;
    lastFlow = flow;
    const weighted = flow * i;
    sum += flow;
    moment += weighted;
    second += weighted * i;
    largest = Math.max(largest, Math.abs(flow));
    smallest = Math.min(smallest, Math.abs(flow));
  }
  if (changes === 0) return lastFlow < 0 && last < flows.length - 1 ? "total-loss" : "no-sign-change";
  const early = earlyMoment / earlySum;
  const late = moment / sum;
  const spread = second / sum - late * late - (earlySecond / earlySum - early * early);
  const start = startFromZero(Math.log(-sum / earlySum), early - late, spread);
  const wide = areWide(largest, smallest);
  const scale = wide ? 1 : scaleOf(largest);
  const brought = scale === 1 ? flows : flows.map((flow) => flow * scale);
  return { flows: brought, first, last, turn, next, changes, wide, start };
}

/** The log ratio of flows that change sign once. */
interface TwoRunRatio extends LogRatio {
  /** Size of the run that needs no discounting, at the last `x`: near a root that of the inflows there. */
  size: number;
}

/**
 * Evaluates ln(inflows / outflows) of flows that change sign once.
 *
 * Each run is discounted to its own first flow (accumulated to its own last one for `x` < 0), so that no power
 * overflows and none that matters underflows.
 */
function evaluateTwoRuns({ flows, first, last, turn, next }: RegularFlows, x: number, f: TwoRunRatio): void {
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
  const value = Math.log(-late / early) - x * apart;
  const slope = (forwards ? spread : -spread) - apart;
  const invested = early < 0;
  f.evaluations++;
  f.value = invested ? value : -value;
  f.slope = invested ? slope : -slope;
  f.size = Math.abs(forwards ? early : late);
}

function twoRunRatio(regular: RegularFlows): TwoRunRatio {
  return {
    // fractions, so that the fields hold doubles from the start
    value: 0.5,
    slope: 0.5,
    size: 0.5,
    evaluations: 0,
    evaluate(x: number): void {
      evaluateTwoRuns(regular, x, this);
    },
  };
}

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
  let sum = flows[discounting ? last : first]!;
  let error = 0;
  const count = last - first;
  for (let k = 1; k <= count; k++) {
    const flow = flows[discounting ? last - k : first + k]!;
    const product = sum * m;
    const total = product + flow;
    error = error * m + (productError(sum, m, product) + sumError(product, flow, total));
    sum = total;
  }
  const step = -(sum + error) / flowSlope;
  return discounting ? step + mError / m : step - mError / m;
}

/** Rate of a root in `x`, corrected until the correction is rounding; as it is where there is no correction. */
function polish(regular: RegularFlows, f: LogRatio, inflowsAt: (x: number) => number, x: number): number {
  const horizon = regular.last - regular.first;
  let rate = Math.expm1(x);
  for (let i = 0; i < 3; i++) {
    const step = compensatedStep(regular, rate, inflowsAt(x) * f.slope);
    if (!(Math.abs(step) * horizon <= LARGEST_CORRECTION)) break;
    rate += (1 + rate) * step;
    if (Math.abs(step) * horizon <= SETTLED) break;
    f.evaluate(Math.log1p(rate));
  }
  return rate;
}

/** Size of the inflows at the first flow of all, or the last for `x` < 0; NaN where it is beyond what products keep. */
function inflowsAt(f: TableRatio, x: number, horizon: number): number {
  const size = Math.exp(f.received(x) + Math.min(x, 0) * horizon);
  return isOrdinary(size) ? size : Number.NaN;
}

/** Solves regular flows that go both ways; of several roots, the one nearest to the guess. */
export function solveRegular(regular: RegularFlows, guess: number): IrrOutcome {
  const { flows, first, last, changes, wide } = regular;
  const horizon = last - first;
  const rising = flows[first]! > 0;
  if (changes === 1 && !wide) {
    const f = twoRunRatio(regular);
    const zero = onlyZero(f, LOWEST, HIGHEST, rising, regular.start, horizon)[0];
    if (zero === undefined) return { ok: false, reason: "no-root" };
    const rate = polish(regular, f, () => f.size, zero);
    return { ok: true, rate, unique: true, iterations: f.evaluations };
  }
  const amounts: number[] = [];
  const times: number[] = [];
  for (let i = first; i <= last; i++) {
    if (flows[i] === 0) continue;
    amounts.push(flows[i]!);
    times.push(i - first);
  }
  const table = flowTable(amounts, times);
  const f = wide ? wideRatio(amounts, times) : tableRatio(table);
  const single = changes === 1 || (!wide && provenByTotals(amounts));
  const zeros = single
    ? onlyZero(f, LOWEST, HIGHEST, rising, table.start, horizon)
    : scanZeros(f, LOWEST, HIGHEST, horizon);
  const rates = zeros.map((zero) => {
    if (!single) f.evaluate(zero);
    return polish(regular, f, (x) => inflowsAt(f, x, horizon), zero);
  });
  return solutionOf(rates, Math.log1p(guess), f.evaluations);
}

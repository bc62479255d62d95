import { productError, sumError } from "./compensated.ts";
import { flowTable, provenByTotals, tableRatio } from "./flow-kernel.ts";
import { type LogRatio, newton } from "./newton.ts";
import { scanZeros } from "./root-scan.ts";
import { HIGHEST, LOWEST, refusal, solutionOf } from "./solution.ts";
import type { IrrOutcome, IrrRefusalReason } from "./types.ts";

/** Flows at equal intervals after one pass: where the money is, and whether one rate at most can solve them. */
export interface RegularFlows {
  readonly flows: readonly number[];
  /** Index of the first and last flow other than 0. */
  readonly first: number;
  readonly last: number;
  /** Index of the last flow of the first direction and of the first one of the other, with one change of sign. */
  readonly turn: number;
  readonly next: number;
  readonly changes: number;
  /** Amounts so large or small that plain sums might overflow. */
  readonly extreme: boolean;
}

const TOO_LARGE = 1e150;
const TOO_SMALL = 1e-150;

/** Looks at regular flows once. */
export function analyseRegular(flows: readonly number[]): RegularFlows | IrrRefusalReason {
  let first = -1;
  let last = -1;
  let turn = -1;
  let next = -1;
  let changes = 0;
  let largest = 0;
  for (let i = 0; i < flows.length; i++) {
    const flow = flows[i]!;
    if (!Number.isFinite(flow)) return "not-finite";
    if (flow === 0) continue;
    if (first < 0) first = i;
    else if (flow > 0 !== flows[last]! > 0) {
      if (changes === 0) {
        turn = last;
        next = i;
      }
      changes++;
    }
    last = i;
    const size = Math.abs(flow);
    if (size > largest) largest = size;
  }
  if (changes === 0) {
    return first >= 0 && flows[first]! < 0 && last < flows.length - 1 ? "total-loss" : "no-sign-change";
  }
  return { flows, first, last, turn, next, changes, extreme: largest > TOO_LARGE || largest < TOO_SMALL };
}

/** ln(later run / earlier run) of flows that change sign once; it falls as the rate rises. */
function twoRunRatio({ flows, first, last, turn, next }: RegularFlows): LogRatio {
  return {
    value: 0,
    slope: 0,
    evaluations: 0,
    evaluate(x: number): void {
      this.evaluations++;
      let early = 0;
      let earlyMean = 0;
      let late = 0;
      let lateMean = 0;
      if (x >= 0) {
        // Horner in v = 1/(1+rate), each run discounted to its own first flow
        const v = Math.exp(-x);
        for (let i = turn; i >= first; i--) {
          earlyMean = earlyMean * v + early;
          early = early * v + flows[i]!;
        }
        for (let i = last; i >= next; i--) {
          lateMean = lateMean * v + late;
          late = late * v + flows[i]!;
        }
        this.value = Math.log(-late / early) - x * (next - first);
        this.slope = first - next + v * (earlyMean / early - lateMean / late);
      } else {
        // Horner in 1+rate, each run accumulated to its own last flow
        const u = Math.exp(x);
        for (let i = first; i <= turn; i++) {
          earlyMean = earlyMean * u + early;
          early = early * u + flows[i]!;
        }
        for (let i = next; i <= last; i++) {
          lateMean = lateMean * u + late;
          late = late * u + flows[i]!;
        }
        this.value = Math.log(-late / early) - x * (last - turn);
        this.slope = turn - last - u * (earlyMean / early - lateMean / late);
      }
    },
  };
}

/**
 * One Newton step on the value of the flows at exactly `rate`, summed with compensation, so that the result is as good
 * as the flows allow.
 *
 * @param slope - derivative of the log ratio in `x`: at the root, value / (half of the sum of sizes) is the log ratio
 * @returns the step in `x = ln(1 + rate)`
 * @see S. Graillat, P. Langlois, N. Louvet, "Compensated Horner scheme", 2005
 */
function compensatedStep({ flows, first, last }: RegularFlows, rate: number, slope: number): number {
  // 1 + rate and its inverse as two doubles each
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
  let sum = 0;
  let size = 0;
  let derivative = 0;
  let error = 0;
  for (let k = last - first; k >= 0; k--) {
    const flow = flows[discounting ? first + k : last - k]!;
    derivative = derivative * m + sum;
    size = size * m + Math.abs(flow);
    const product = sum * m;
    const next = product + flow;
    error = error * m + (productError(sum, m, product) + sumError(product, flow, next));
    sum = next;
  }
  const value = sum + (error + mError * derivative);
  // the log ratio is ln P − ln N of inflows over outflows in either direction of Horner
  return -value / ((size / 2) * slope);
}

/** Steps in `x` above this are no correction of rounding but a sign that the root is (nearly) double. */
const LARGEST_CORRECTION = 1e-3;

/** Rate of a root in `x`, corrected until the correction is rounding. */
function polish(regular: RegularFlows, f: LogRatio, x: number, inflowsLast: boolean): number {
  const horizon = regular.last - regular.first;
  let rate = Math.expm1(x);
  if (!(rate > -1 && rate < Infinity)) return rate;
  for (let i = 0; i < 3; i++) {
    const step = compensatedStep(regular, rate, inflowsLast ? f.slope : -f.slope);
    if (!(Math.abs(step) * horizon <= LARGEST_CORRECTION)) break;
    rate += (1 + rate) * step;
    if (Math.abs(step) * horizon <= 1e-9) break;
    f.evaluate(Math.log1p(rate));
  }
  return rate;
}

function scaled(regular: RegularFlows): RegularFlows {
  let largest = 0;
  for (const flow of regular.flows) largest = Math.max(largest, Math.abs(flow));
  // a power of two changes no digit
  const scale = 2 ** -Math.floor(Math.log2(largest));
  return { ...regular, flows: regular.flows.map((flow) => flow * scale), extreme: false };
}

/** Solves regular flows of which both directions occur; of several roots the one nearest to `target` in `x`. */
export function solveRegular(regular: RegularFlows, target: number): IrrOutcome {
  if (regular.extreme) return solveRegular(scaled(regular), target);
  const { flows, first, last } = regular;
  const horizon = last - first;
  if (regular.changes === 1) {
    const f = twoRunRatio(regular);
    const x = newton(f, LOWEST, HIGHEST, false, 0, horizon);
    return solutionOf([polish(regular, f, x, flows[last]! > 0)], target, f.evaluations);
  }
  const amounts: number[] = [];
  const times: number[] = [];
  for (let i = first; i <= last; i++) {
    if (flows[i] === 0) continue;
    amounts.push(flows[i]!);
    times.push(i - first);
  }
  const table = flowTable(Float64Array.from(amounts), Float64Array.from(times));
  const f = tableRatio(table);
  const zeros = provenByTotals(table.amounts)
    ? [newton(f, LOWEST, HIGHEST, amounts[0]! > 0, 0, horizon)]
    : scanZeros(f, LOWEST, HIGHEST, horizon);
  const rates = zeros.map((x) => {
    f.evaluate(x);
    return polish(regular, f, x, true);
  });
  if (rates.length === 0) return refusal("no-root");
  return solutionOf(rates, target, f.evaluations);
}

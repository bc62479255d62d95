import { tryDayNumber } from "../core/index.ts";

import { productError, sumError } from "./compensated.ts";
import { type FlowTable, flowTable, provenByTotals, signChanges, tableRatio } from "./flow-kernel.ts";
import { newton } from "./newton.ts";
import { scanZeros } from "./root-scan.ts";
import { HIGHEST, LOWEST, refusal, solutionOf } from "./solution.ts";
import type { FlowDates, XirrOutcome, XirrRefusalReason } from "./types.ts";

/** Dated flows, sorted, one a day, zeros left out; times in days. */
export interface DatedFlows {
  readonly table: FlowTable;
  /** Whether one rate at most can solve them, by their signs or running totals. */
  readonly single: boolean;
  /** Whether a date lies before the first one given. */
  readonly beforeFirst: boolean;
}

/** Refused flows; a date before the first is kept, because `excelStrict` answers it first. */
export interface RefusedFlows {
  readonly reason: XirrRefusalReason;
  readonly beforeFirst: boolean;
}

/** One row an original flow, in order of days. */
function order(days: Float64Array): Uint32Array | null {
  let sorted = true;
  for (let i = 1; i < days.length && sorted; i++) sorted = days[i]! >= days[i - 1]!;
  return sorted ? null : Uint32Array.from(days, (_, i) => i).sort((a, b) => days[a]! - days[b]! || a - b);
}

/** Power of two that brings the largest flow near 1; 1 for ordinary sizes, so that they stay as they are. */
function scaleOf(flows: readonly number[]): number {
  let largest = 0;
  for (const flow of flows) largest = Math.max(largest, Math.abs(flow));
  return largest > 1e150 || largest < 1e-150 ? 2 ** -Math.floor(Math.log2(largest)) : 1;
}

/** Looks at dated flows once. */
export function analyseDated(flows: readonly number[], dates: FlowDates): DatedFlows | RefusedFlows {
  const count = flows.length;
  if (dates.length !== count) return { reason: "length-mismatch", beforeFirst: false };
  const days = new Float64Array(count);
  let inflows = false;
  let outflows = false;
  let beforeFirst = false;
  let firstDay = Infinity;
  let lastDay = -Infinity;
  for (let i = 0; i < count; i++) {
    const flow = flows[i]!;
    if (!Number.isFinite(flow)) return { reason: "not-finite", beforeFirst };
    const day = tryDayNumber(dates[i]);
    if (day === null) return { reason: "date-invalid", beforeFirst };
    days[i] = day;
    if (day < days[0]!) beforeFirst = true;
    if (flow === 0) continue;
    if (flow > 0) inflows = true;
    else outflows = true;
    if (day < firstDay) firstDay = day;
    if (day > lastDay) lastDay = day;
  }
  if (!inflows || !outflows) {
    return { reason: outflows && isTotalLoss(flows, days, lastDay) ? "total-loss" : "no-sign-change", beforeFirst };
  }
  if (firstDay === lastDay) return { reason: "zero-span", beforeFirst };
  const rows = order(days);
  const scale = scaleOf(flows);
  const amounts = new Float64Array(count);
  const times = new Float64Array(count);
  let size = 0;
  for (let k = 0; k < count; k++) {
    const row = rows === null ? k : rows[k]!;
    const flow = flows[row]! * scale;
    if (flow === 0) continue;
    const time = days[row]! - firstDay;
    if (size > 0 && times[size - 1] === time) amounts[size - 1]! += flow;
    else {
      // a day whose flows cancelled is no flow
      if (size > 0 && amounts[size - 1] === 0) size--;
      amounts[size] = flow;
      times[size] = time;
      size++;
    }
  }
  if (size > 0 && amounts[size - 1] === 0) size--;
  return tabulate(amounts.subarray(0, size), times.subarray(0, size), beforeFirst);
}

/** Whether the flows end in an explicit 0 after the last payment. */
function isTotalLoss(flows: readonly number[], days: Float64Array, lastDay: number): boolean {
  return flows.some((flow, i) => flow === 0 && days[i]! > lastDay);
}

function tabulate(amounts: Float64Array, times: Float64Array, beforeFirst: boolean): DatedFlows | RefusedFlows {
  const changes = signChanges(amounts);
  if (changes === 0) return { reason: amounts.length === 0 ? "zero-span" : "no-sign-change", beforeFirst };
  const start = times[0]!;
  const relative = start === 0 ? times : times.map((time) => time - start);
  const single = changes === 1 || provenByTotals(amounts);
  return { table: flowTable(amounts, relative), single, beforeFirst };
}

/** Steps in `x` above this are no correction of rounding but a sign that the root is (nearly) double. */
const LARGEST_CORRECTION = 1e-3;

/** One Newton step on the value at exactly the log rate `x` a day, exponents and sum compensated. */
function compensatedStep({ amounts, times, horizon }: FlowTable, x: number, slope: number): number {
  const reference = x >= 0 ? 0 : horizon;
  let sum = 0;
  let error = 0;
  let size = 0;
  for (let i = 0; i < amounts.length; i++) {
    const time = reference - times[i]!;
    const exponent = x * time;
    const weight = Math.exp(exponent);
    const term = amounts[i]! * weight;
    // a weight that underflowed has no error worth keeping, and its exponent may be too large to split
    const exponentError = weight === 0 ? 0 : productError(x, time, exponent);
    const next = sum + term;
    error += sumError(sum, term, next) + term * exponentError;
    sum = next;
    size += Math.abs(term);
  }
  return -(sum + error) / ((size / 2) * slope);
}

/** Solves dated flows of which both directions occur; `target` is the guess in `x`, `basis` the days of a year. */
export function solveDated({ table, single }: DatedFlows, target: number, basis: number): XirrOutcome {
  const { horizon } = table;
  const f = tableRatio(table);
  const low = LOWEST / basis;
  const high = HIGHEST / basis;
  const zeros = single ? [newton(f, low, high, table.amounts[0]! > 0, 0, horizon)] : scanZeros(f, low, high, horizon);
  const rates = zeros.map((zero) => {
    let x = zero;
    let correction = 0;
    if (!single) f.evaluate(x);
    for (let i = 0; i < 3; i++) {
      const step = compensatedStep(table, x, f.slope);
      if (!(Math.abs(step) * horizon <= LARGEST_CORRECTION)) break;
      correction = step;
      if (Math.abs(step) * horizon <= 1e-9) break;
      x += step;
      correction = 0;
      f.evaluate(x);
    }
    // x × basis with what rounding lost, so that the rate keeps every digit of x + correction
    const year = x * basis;
    const growth = Math.expm1(year);
    return growth + (growth + 1) * (productError(x, basis, year) + correction * basis);
  });
  if (rates.length === 0) return refusal("no-root");
  return solutionOf(rates, target, f.evaluations);
}

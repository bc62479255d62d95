import { tryDayNumber } from "../../core/index.ts";

import { productError } from "../compensated.ts";
import { compensatedSum } from "./compensated-sum.ts";
import { type FlowTable, flowTable, provenByTotals, signChanges, tableRatio } from "./flow-table.ts";
import { LARGEST_CORRECTION, onlyZero, SETTLED } from "../newton.ts";
import { isOrdinary, scaleOf } from "../scale.ts";
import { scanZeros } from "./root-scan.ts";
import { areWide, wideRatio } from "./wide-ratio.ts";
import { HIGHEST, LOWEST, solutionOf } from "../solution.ts";
import type { FlowDates, XirrOutcome, XirrRefusalReason } from "../types.ts";

/** Dated flows, sorted, one per day, zeros omitted; times in days. */
export interface DatedFlows {
  readonly table: FlowTable;
  /** Whether at most one rate can solve them, by their signs or running totals. */
  readonly single: boolean;
  /** Amounts so far apart that no scale holds them all. */
  readonly wide: boolean;
  /** Whether a date lies before the first one given. */
  readonly beforeFirst: boolean;
}

/** Refused flows; a date before the first is noted, because `excelStrict` reports it first. */
export interface RefusedFlows {
  readonly reason: XirrRefusalReason;
  readonly beforeFirst: boolean;
}

/** Analyses dated flows once. */
export function analyseDated(flows: readonly number[], dates: FlowDates): DatedFlows | RefusedFlows {
  const count = flows.length;
  if (dates.length !== count) return { reason: "length-mismatch", beforeFirst: false };
  const days: number[] = [];
  let inflows = false;
  let outflows = false;
  let sorted = true;
  let beforeFirst = false;
  let previous = -Infinity;
  let firstDay = Infinity;
  let lastDay = -Infinity;
  let largest = 0;
  let smallest = Infinity;
  for (let i = 0; i < count; i++) {
    const flow = flows[i]!;
    if (!Number.isFinite(flow)) return { reason: "not-finite", beforeFirst };
    const day = tryDayNumber(dates[i]);
    if (day === null) return { reason: "date-invalid", beforeFirst };
    days.push(day);
    if (day < previous) {
      sorted = false;
      if (day < days[0]!) beforeFirst = true;
    }
    previous = day;
    if (flow === 0) continue;
    if (flow > 0) inflows = true;
    else outflows = true;
    if (day < firstDay) firstDay = day;
    if (day > lastDay) lastDay = day;
    const size = Math.abs(flow);
    if (size > largest) largest = size;
    if (size < smallest) smallest = size;
  }
  if (!inflows || !outflows) {
    const lost = outflows && flows.some((flow, i) => flow === 0 && days[i]! > lastDay);
    return { reason: lost ? "total-loss" : "no-sign-change", beforeFirst };
  }
  if (firstDay === lastDay) return { reason: "zero-span", beforeFirst };
  const rows = sorted ? null : days.map((_, row) => row).sort((a, b) => days[a]! - days[b]! || a - b);
  const wide = areWide(largest, smallest);
  const scale = wide ? 1 : scaleOf(largest);
  const amounts: number[] = [];
  const times: number[] = [];
  for (let k = 0; k < count; k++) {
    const row = rows === null ? k : rows[k]!;
    const flow = flows[row]! * scale;
    if (flow === 0) continue;
    const time = days[row]! - firstDay;
    const last = times.length - 1;
    if (last >= 0 && times[last] === time) {
      amounts[last]! += flow;
      if (!Number.isFinite(amounts[last])) return { reason: "not-finite", beforeFirst };
      // a day whose flows cancel is not a flow
      if (amounts[last] === 0) {
        amounts.pop();
        times.pop();
      }
    } else {
      amounts.push(flow);
      times.push(time);
    }
  }
  return tabulate(amounts, times, wide, beforeFirst);
}

function tabulate(
  amounts: readonly number[],
  times: readonly number[],
  wide: boolean,
  beforeFirst: boolean,
): DatedFlows | RefusedFlows {
  const changes = signChanges(amounts);
  if (changes === 0) return { reason: amounts.length === 0 ? "zero-span" : "no-sign-change", beforeFirst };
  const start = times[0]!;
  const relative = start === 0 ? times : times.map((time) => time - start);
  const single = changes === 1 || (!wide && provenByTotals(amounts));
  return { table: flowTable(amounts, relative), single, wide, beforeFirst };
}

/**
 * One Newton step on the value at exactly the log rate `x` per day, exponents, weights and sums compensated; NaN where
 * the sums are beyond what products keep.
 */
function compensatedStep({ inflows, outflows }: FlowTable, x: number, slope: number): number {
  const received = compensatedSum(inflows, x);
  const paid = compensatedSum(outflows, x);
  if (!isOrdinary(received.sum) || !isOrdinary(paid.sum)) return Number.NaN;
  // brought to one moment; the weight's own error is that of its exponent
  const time =
    (x >= 0 ? inflows.times[0]! : inflows.times.at(-1)!) - (x >= 0 ? outflows.times[0]! : outflows.times.at(-1)!);
  const exponent = -x * time;
  const weight = Math.exp(-Math.abs(exponent));
  const weightError = weight * productError(-x, time, exponent);
  const value =
    exponent <= 0
      ? received.sum * weight - paid.sum + (received.sum * weightError + received.error * weight - paid.error)
      : received.sum - paid.sum * weight + (received.error - paid.error * weight + paid.sum * weightError);
  return -value / ((exponent <= 0 ? paid.sum : received.sum) * slope);
}

/** Solves dated flows that go both ways; `target` is the guess in `x`, `basis` the days of a year. */
export function solveDated({ table, single, wide }: DatedFlows, target: number, basis: number): XirrOutcome {
  const { horizon } = table;
  const f = wide ? wideRatio(table.amounts, table.times) : tableRatio(table);
  const low = LOWEST / basis;
  const high = HIGHEST / basis;
  const zeros = single
    ? onlyZero(f, low, high, table.amounts[0]! > 0, wide ? 0 : table.start, horizon)
    : scanZeros(f, low, high, horizon);
  const rates = zeros.map((zero) => {
    let x = zero;
    let correction = 0;
    if (!single || wide) f.evaluate(x);
    for (let i = 0; i < 3; i++) {
      const step = compensatedStep(table, x, f.slope);
      if (!(Math.abs(step) * horizon <= LARGEST_CORRECTION)) break;
      correction = step;
      if (Math.abs(step) * horizon <= SETTLED) break;
      x += step;
      correction = 0;
      f.evaluate(x);
    }
    // x × basis with what rounding lost, so that the rate keeps every digit of x + correction
    const year = x * basis;
    const growth = Math.expm1(year);
    return growth + (growth + 1) * (productError(x, basis, year) + correction * basis);
  });
  return solutionOf(rates, target, f.evaluations);
}

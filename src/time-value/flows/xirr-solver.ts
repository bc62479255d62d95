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
  let sorted = true;
  let beforeFirst = false;
  let previous = -Infinity;
  let firstDay = Infinity;
  let lastDay = -Infinity;
  let most = 0;
  let least = 0;
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
    firstDay = Math.min(firstDay, day);
    lastDay = Math.max(lastDay, day);
    most = Math.max(most, flow);
    least = Math.min(least, flow);
    smallest = Math.min(smallest, Math.abs(flow));
  }
  if (most === 0 || least === 0) {
    const lost = least < 0 && days.some((day) => day > lastDay);
    return { reason: lost ? "total-loss" : "no-sign-change", beforeFirst };
  }
  if (firstDay === lastDay) return { reason: "zero-span", beforeFirst };
  const rows = sorted ? null : days.map((_, row) => row).sort((a, b) => days[a]! - days[b]!);
  const largest = Math.max(most, -least);
  const wide = areWide(largest, smallest);
  const scale = wide ? 1 : scaleOf(largest);
  const amounts: number[] = [];
  const times: number[] = [];
  let latest = Number.NaN;
  for (let k = 0; k < count; k++) {
    const row = rows === null ? k : rows[k]!;
    const flow = flows[row]! * scale;
    if (flow === 0) continue;
    const day = days[row]!;
    if (day !== latest) {
      latest = day;
      amounts.push(flow);
      times.push(day - firstDay);
      continue;
    }
    const net = amounts[amounts.length - 1]! + flow;
    if (!Number.isFinite(net)) return { reason: "not-finite", beforeFirst };
    amounts[amounts.length - 1] = net;
    if (net !== 0) continue;
    // a day whose flows cancel is not a flow
    amounts.pop();
    times.pop();
    latest = Number.NaN;
  }
  const changes = signChanges(amounts);
  if (changes === 0) return { reason: amounts.length === 0 ? "zero-span" : "no-sign-change", beforeFirst };
  const single = changes === 1 || (!wide && provenByTotals(amounts));
  return { table: flowTable(amounts, times), single, wide, beforeFirst };
}

/**
 * One Newton step on the value at exactly the log rate `x` per day, exponents, weights and sums compensated; NaN where
 * the sums are beyond what products keep.
 */
function compensatedStep({ inflows, outflows }: FlowTable, x: number, slope: number): number {
  const received = compensatedSum(inflows, x);
  const paid = compensatedSum(outflows, x);
  // brought to the moment of one of them, so that the other is discounted; the weight's own error is that of its exponent
  const time = received.reference - paid.reference;
  const exponent = -x * time;
  const lost = productError(-x, time, exponent);
  const [sign, near, far] = exponent > 0 ? [1, received, paid] : [-1, paid, received];
  const weight = Math.exp(-Math.abs(exponent));
  if (!isOrdinary(near.sum) || !isOrdinary(weight)) return Number.NaN;
  const discounted = far.sum * weight;
  const value = near.sum - discounted + (near.error - far.error * weight + sign * discounted * lost);
  return (-sign * value) / (near.sum * slope);
}

/** Solves dated flows that go both ways; `target` is the guess in `x`, `basis` the days of a year. */
export function solveDated({ table, single, wide }: DatedFlows, target: number, basis: number): XirrOutcome {
  const { horizon } = table;
  const f = wide ? wideRatio(table.amounts, table.times) : tableRatio(table);
  const low = LOWEST / basis;
  const high = HIGHEST / basis;
  const zeros = single
    ? onlyZero(f, low, high, table.amounts[0]! > 0, table.start, horizon)
    : scanZeros(f, low, high, horizon);
  const rates = zeros.map((zero) => {
    let x = zero;
    let correction = 0;
    if (!single) f.evaluate(x);
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

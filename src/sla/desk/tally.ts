import { rateOf } from "../../core/index.ts";
import type { DeskCounts, DeskHandling } from "./types.ts";

/** Counts in progress: one object per owner, category and band. */
export interface Tally {
  cases: number;
  open: number;
  closed: number;
  withdrawn: number;
  dueToday: number;
  atRisk: number;
  breached: number;
  paused: number;
  undetermined: number;
  onTime: number;
  due: number;
}

/** All zero. */
export function emptyTally(): Tally {
  return {
    cases: 0,
    open: 0,
    closed: 0,
    withdrawn: 0,
    dueToday: 0,
    atRisk: 0,
    breached: 0,
    paused: 0,
    undetermined: 0,
    onTime: 0,
    due: 0,
  };
}

const COUNTERS = Object.keys(emptyTally()) as readonly (keyof Tally)[];

/** Adds one tally to another. */
export function addTally(into: Tally, other: Tally): void {
  for (const counter of COUNTERS) into[counter] += other[counter];
}

/** The tally behind reported counts. */
export function tallyOf({ onTime, ...counts }: DeskCounts): Tally {
  return { ...counts, onTime: onTime.n, due: onTime.of };
}

/** A tally as it is reported. */
export function countsOf({ onTime, due, ...counts }: Tally): DeskCounts {
  return { ...counts, onTime: rateOf(onTime, due) };
}

/** The value at a position of a histogram, positions counted from 1 over all its cases. */
function valueAt(histogram: DeskHandling["histogram"], place: number): number {
  let passed = 0;
  for (const { days, cases } of histogram) {
    passed += cases;
    if (passed >= place) return days;
  }
  return 0;
}

/** Handling times from counts of whole days. */
export function handlingOf(days: ReadonlyMap<number, number>, unknown: number): DeskHandling {
  const histogram = [...days].map(([value, cases]) => ({ days: value, cases })).sort((a, b) => a.days - b.days);
  let n = 0;
  for (const { cases } of histogram) n += cases;
  if (n === 0) return { n, unknown, median: null, p90: null, histogram };
  const middle = valueAt(histogram, Math.floor((n + 1) / 2)) + valueAt(histogram, Math.floor(n / 2) + 1);
  return { n, unknown, median: middle / 2, p90: valueAt(histogram, Math.ceil((9 * n) / 10)), histogram };
}

import type { TableRatio } from "./flow-table.ts";

/** Flows further apart than this are not brought to one scale: the smaller ones would be 0 on it. */
const WIDEST = 1e150;

/** Whether amounts lie so far apart that products of them leave the range of doubles. */
export function areWide(largest: number, smallest: number): boolean {
  return largest / WIDEST > smallest;
}

/** A flow by the logarithm of its size. */
interface Flow {
  readonly log: number;
  readonly time: number;
}

/** Logarithm of the sum of one direction at the log rate `x`, and its mean time. */
function sumOf(side: readonly Flow[], x: number): readonly [log: number, mean: number] {
  let most = -Infinity;
  for (const { log, time } of side) most = Math.max(most, log - x * time);
  let sum = 0;
  let weighted = 0;
  for (const { log, time } of side) {
    const term = Math.exp(log - x * time - most);
    sum += term;
    weighted += term * time;
  }
  return [most + Math.log(sum), weighted / sum];
}

/**
 * The log ratio of flows of any sizes, 1e300 beside 1e-300: every term by its logarithm, so that none overflows and none
 * is lost. Slower than a table of factors, and good to about 12 digits: enough to find a rate, which is corrected where
 * the sums allow it.
 */
export function wideRatio(amounts: readonly number[], times: readonly number[]): TableRatio {
  const inflows: Flow[] = [];
  const outflows: Flow[] = [];
  for (const [i, amount] of amounts.entries()) {
    (amount > 0 ? inflows : outflows).push({ log: Math.log(Math.abs(amount)), time: times[i] ?? 0 });
  }
  let received = 0;
  return {
    value: 0,
    slope: 0,
    evaluations: 0,
    inflowMean: 0,
    outflowMean: 0,
    evaluate(x: number): void {
      const [inflow, inflowMean] = sumOf(inflows, x);
      const [outflow, outflowMean] = sumOf(outflows, x);
      this.evaluations++;
      received = inflow;
      this.value = inflow - outflow;
      this.inflowMean = inflowMean;
      this.outflowMean = outflowMean;
      this.slope = outflowMean - inflowMean;
    },
    received: () => received,
  };
}

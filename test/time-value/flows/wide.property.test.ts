import fc from "fast-check";
import { test } from "vitest";

import { fromDayNumber } from "../../../src/core/index.ts";
import { irr, xirr } from "../../../src/time-value/index.ts";

/** Logarithm of inflows over outflows at the log rate `x`, every term by its logarithm. */
function logRatio(flows: readonly number[], times: readonly number[], x: number): number {
  const sumOf = (sign: number): number => {
    const logs = flows.flatMap((flow, i) => (flow * sign > 0 ? [Math.log(Math.abs(flow)) - x * (times[i] ?? 0)] : []));
    const most = Math.max(...logs);
    return most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0));
  };
  return sumOf(1) - sumOf(-1);
}

/** From the smallest 1 + rate that doubles tell from 0 to the largest double; rates nearer to -1 are too coarse to judge. */
const [LOW, HIGH] = [-20, 709];

test("of flows of any sizes every rate found solves them, and one that crosses 0 is found", () => {
  const size = fc.oneof(
    fc.constantFrom(1e300, 1e-300, 1, 1e150, 1e-150, 1e308, 5e-324),
    fc.double({ min: Number.MIN_VALUE, max: 1e308, noNaN: true }),
  );
  const flow = fc.tuple(size, fc.boolean()).map(([amount, paid]) => (paid ? -amount : amount));
  fc.assert(
    fc.property(fc.array(flow, { minLength: 2, maxLength: 6 }), fc.integer({ min: 1, max: 400 }), (flows, gap) => {
      fc.pre(flows.some((one) => one > 0) && flows.some((one) => one < 0));
      const days = flows.map((_, i) => gap * i);
      return (
        [
          [irr(flows), days.map((day) => day / gap)],
          [
            xirr(
              flows,
              days.map((day) => fromDayNumber(day)),
            ),
            days.map((day) => day / 365),
          ],
        ] as const
      ).every(([outcome, times]) => {
        const crosses = logRatio(flows, times, LOW) > 0 !== logRatio(flows, times, HIGH) > 0;
        if (!outcome.ok) return !crosses;
        return (outcome.roots ?? [outcome.rate]).every((rate) => {
          const x = Math.log1p(rate);
          return x < LOW || Math.abs(logRatio(flows, times, x)) < 1e-9 * (1 + Math.abs(x) * (times.at(-1) ?? 0));
        });
      });
    }),
  );
});

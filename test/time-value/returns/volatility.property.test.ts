import fc from "fast-check";
import { describe, test } from "vitest";

import { fvSchedule, periodReturns, volatility } from "../../../src/time-value/index.ts";
import { close } from "../arbitraries.ts";

describe("returns of portfolios", () => {
  const worth = fc.double({ min: 1, max: 1000, noNaN: true });
  test("volatility is blind to the level of the returns and grows with their spread", () => {
    const returns = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 50 });
    fc.assert(
      fc.property(returns, fc.integer({ min: -1000, max: 1000 }), (list, shift) => {
        const plain = volatility(list, 12);
        const shifted = volatility(
          list.map((one) => one + shift),
          12,
        );
        const doubled = volatility(
          list.map((one) => 2 * one),
          12,
        );
        return close(shifted, plain, plain) && close(doubled, 2 * plain, plain);
      }),
    );
  });

  test("returns rebuild the values they come from", () => {
    const values = fc.array(worth, { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(values, (list) => {
        const [first, last] = [list[0] ?? 0, list.at(-1) ?? 0];
        const logs = periodReturns(list, "log").reduce((sum, one) => sum + one, 0);
        return (
          close(fvSchedule(first, periodReturns(list)), last, last, 1e-9) &&
          close(first * Math.exp(logs), last, last, 1e-9)
        );
      }),
    );
  });
});

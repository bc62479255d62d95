import fc from "fast-check";
import { describe, test } from "vitest";

import { effectiveRate, fv, fvSchedule, nominalRate } from "../../../src/time-value/index.ts";
import { close, gain, positive, someRate } from "../arbitraries.ts";

describe("rates", () => {
  test("effective and nominal rates invert each other", () => {
    fc.assert(
      fc.property(gain, fc.integer({ min: 1, max: 8760 }), (rate, n) =>
        close(effectiveRate(nominalRate(rate, n), n), rate, rate),
      ),
    );
  });

  test("compounding more often never yields less", () => {
    fc.assert(
      fc.property(gain, fc.integer({ min: 1, max: 1000 }), (rate, n) =>
        close(Math.min(0, effectiveRate(rate, n + 1) - effectiveRate(rate, n)), 0, rate),
      ),
    );
  });

  test("a schedule of one rate is fv", () => {
    fc.assert(
      fc.property(someRate, fc.integer({ min: 0, max: 60 }), positive, (rate, n, start) => {
        const end = fvSchedule(start, new Array<number>(n).fill(rate));
        return close(end, -fv(rate, n, 0, start), end);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, test } from "vitest";

import { fv, pduration, rri } from "../../../src/time-value/index.ts";
import { close, gain, positive } from "../arbitraries.ts";

describe("rates", () => {
  test("rri, pduration and fv are three views of one growth", () => {
    fc.assert(
      fc.property(gain, fc.double({ min: 0.5, max: 100, noNaN: true }), positive, (rate, n, start) => {
        const end = -fv(rate, n, 0, start);
        // one unit in the last place of `end` is this much of the growth
        const blur = 1 + 1 / (n * Math.log1p(rate));
        return (
          close(rri(n, start, end), rate, rate * blur * (1 + n * rate)) &&
          close(pduration(rate, start, end), n, n * blur)
        );
      }),
    );
  });
});

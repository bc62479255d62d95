import fc from "fast-check";
import { describe, test } from "vitest";

import { ipmt, pmt, ppmt } from "../../../src/time-value/index.ts";
import { amount, close, period, someRate, when } from "../arbitraries.ts";

describe("a level payment", () => {
  test("is its interest and its principal", () => {
    fc.assert(
      fc.property(someRate, period, amount, amount, when, (rate, [n, per], start, end, w) => {
        const payment = pmt(rate, n, start, end, w);
        const interest = ipmt(rate, per, n, start, end, w);
        const principal = ppmt(rate, per, n, start, end, w);
        // interest of either amount alone, because those of both may cancel
        const size = Math.abs(ipmt(rate, per, n, start, 0, w)) + Math.abs(ipmt(rate, per, n, 0, end, w));
        return close(
          interest + principal,
          payment,
          Math.abs(interest) + Math.abs(principal) + Math.abs(payment) + size,
        );
      }),
    );
  });
});

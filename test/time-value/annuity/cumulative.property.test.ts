import fc from "fast-check";
import { describe, test } from "vitest";

import { cumipmt, cumprinc, ipmt, ppmt } from "../../../src/time-value/index.ts";
import { close, period, positive, someRate, when } from "../arbitraries.ts";

describe("a level payment", () => {
  test("adds up to the cumulative interest and principal", () => {
    fc.assert(
      fc.property(someRate, period, positive, when, (rate, [n, last], start, w) => {
        const first = Math.max(1, last - 25);
        let interest = 0;
        let principal = 0;
        for (let per = first; per <= last; per++) {
          interest += ipmt(rate, per, n, start, 0, w);
          principal += ppmt(rate, per, n, start, 0, w);
        }
        return (
          close(cumipmt(rate, n, start, first, last, w), interest, Math.abs(interest)) &&
          close(cumprinc(rate, n, start, first, last, w), principal, Math.abs(principal))
        );
      }),
    );
  });

  test("repays the whole loan over its term", () => {
    fc.assert(
      fc.property(someRate, fc.integer({ min: 1, max: 10000 }), positive, when, (rate, n, start, w) =>
        close(cumprinc(rate, n, start, 1, n, w), -start, start),
      ),
    );
  });

  test("splits a range of periods anywhere", () => {
    fc.assert(
      fc.property(someRate, period, positive, when, (rate, [n, cut], start, w) => {
        if (cut === n) return true;
        const whole = cumipmt(rate, n, start, 1, n, w);
        const parts = cumipmt(rate, n, start, 1, cut, w) + cumipmt(rate, n, start, cut + 1, n, w);
        return close(whole, parts, Math.abs(whole));
      }),
    );
  });
});

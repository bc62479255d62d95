import fc from "fast-check";
import { describe, test } from "vitest";

import { irr, rate } from "../../../src/time-value/index.ts";
import { rootsOf, sameRates, wellApart, when, wholeFlow } from "../arbitraries.ts";

describe("rates", () => {
  test("the rate of an annuity is the rate of its flows", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), wholeFlow, wholeFlow, wholeFlow, when, (n, p, start, end, w) => {
        const list = Array.from({ length: n + 1 }, (_, i) => {
          const paid = w === 0 ? i > 0 : i < n;
          return (i === 0 ? start : 0) + (i === n ? end : 0) + (paid ? p : 0);
        });
        const annuity = rootsOf(rate(n, p, start, end, w));
        return !wellApart(annuity) || sameRates(annuity, rootsOf(irr(list)));
      }),
    );
  });
});

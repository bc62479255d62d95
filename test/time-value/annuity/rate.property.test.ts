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

  const anyPeriods = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.double({ min: 1e-3, max: 5, noNaN: true }));

  test("whoever pays, the rate is the same", () => {
    fc.assert(
      fc.property(anyPeriods, wholeFlow, wholeFlow, wholeFlow, when, (n, p, start, end, w) => {
        const ours = rootsOf(rate(n, p, start, end, w));
        return !wellApart(ours) || sameRates(ours, rootsOf(rate(n, -p, -start, -end, w)));
      }),
    );
  });

  test("seen backwards in time, growth is its inverse", () => {
    fc.assert(
      fc.property(anyPeriods, wholeFlow, wholeFlow, wholeFlow, when, (n, p, start, end, w) => {
        // between these both directions are within the search range, far from its ends
        const within = (roots: readonly number[]) => roots.filter((root) => root > -1 + 1e-9 && root < 1e9);
        const forwards = within(rootsOf(rate(n, p, start, end, w)));
        const backwards = within(rootsOf(rate(n, p, end, start, 1 - w))).map((root) => -root / (1 + root));
        return !wellApart(forwards) || sameRates(forwards, backwards.reverse());
      }),
    );
  });
});

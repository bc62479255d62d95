import fc from "fast-check";
import { describe, test } from "vitest";

import { irr, npv, npv0, pv } from "../../../src/time-value/index.ts";
import { amount, close, flows, sizeOf, someRate } from "../arbitraries.ts";

describe("present values", () => {
  test("the value at the internal rate is nothing, in the scale of the flows", () => {
    fc.assert(
      fc.property(flows, (list) => {
        const outcome = irr(list);
        if (!outcome.ok) return true;
        return (outcome.roots ?? [outcome.rate]).every((root) => {
          // at rates near -1 neighbouring doubles are worlds apart
          if (root < -0.9) return true;
          const size = sizeOf(root, list);
          return close(npv0(root, list), 0, size, 1e-12 + (list.length * 2 ** -52) / (1 + root));
        });
      }),
    );
  });

  test("one blank period before the flows is one discount", () => {
    fc.assert(
      fc.property(someRate, flows, (rate, list) => {
        const later = npv0(rate, [0, ...list]);
        return (
          close(later * (1 + rate), npv0(rate, list), sizeOf(rate, list)) &&
          close(later, npv(rate, list), sizeOf(rate, list))
        );
      }),
    );
  });

  test("values scale and add with the flows", () => {
    fc.assert(
      fc.property(someRate, flows, fc.constantFrom(-1, 2, 0.25, 1024), (rate, list, factor) => {
        const scaled = npv(
          rate,
          list.map((one) => one * factor),
        );
        // a power of two changes no digit
        return Object.is(scaled + 0, npv(rate, list) * factor + 0);
      }),
    );
  });

  test("level flows are worth what pv says", () => {
    fc.assert(
      fc.property(someRate, fc.integer({ min: 1, max: 60 }), amount, (rate, n, level) => {
        const value = npv(rate, new Array<number>(n).fill(level));
        return close(-value, pv(rate, n, level), Math.abs(value));
      }),
    );
  });
});

import fc from "fast-check";
import { describe, test } from "vitest";

import { growingAnnuity, npv, npv0, pv } from "../../../src/time-value/index.ts";
import { amount, close, someRate, when } from "../arbitraries.ts";

describe("present values", () => {
  test("a growing annuity without growth is pv, and with growth is its flows", () => {
    fc.assert(
      fc.property(someRate, fc.integer({ min: 0, max: 60 }), amount, someRate, when, (rate, n, first, growth, w) => {
        const level = growingAnnuity(rate, n, first, 0, w);
        const list = Array.from({ length: n }, (_, k) => first * (1 + growth) ** k);
        const value = w === 0 ? npv(rate, list) : npv0(rate, list);
        return (
          close(level, pv(rate, n, first, 0, w), Math.abs(level)) &&
          close(-growingAnnuity(rate, n, first, growth, w), value, Math.abs(value))
        );
      }),
    );
  });
});

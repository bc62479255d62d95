import fc from "fast-check";
import { describe, test } from "vitest";

import { duration, modifiedDuration, npv } from "../../../src/time-value/index.ts";
import { close } from "../arbitraries.ts";

describe("present values", () => {
  test("modified duration is the slope of the value", () => {
    const coupons = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.double({ min: -0.2, max: 0.5, noNaN: true }), coupons, (rate, list) => {
        const step = 1e-5;
        const slope = (npv(rate + step, list) - npv(rate - step, list)) / (2 * step);
        const mean = duration(rate, list);
        return (
          mean >= 1 - 1e-12 &&
          mean <= list.length * (1 + 1e-12) &&
          close(-slope / npv(rate, list), modifiedDuration(rate, list), mean, 1e-4)
        );
      }),
    );
  });
});

import fc from "fast-check";
import { describe, test } from "vitest";

import { fromDayNumber } from "../../../src/core/index.ts";
import { npv0, xirr, xnpv } from "../../../src/time-value/index.ts";
import { close, flow, flows, sizeOf, someRate } from "../arbitraries.ts";

describe("present values", () => {
  test("the value of dated flows at their rate is nothing", () => {
    const dated = fc.array(fc.tuple(flow, fc.integer({ min: 0, max: 4000 })), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(dated, (rows) => {
        const list = rows.map(([one]) => one);
        const dates = rows.map(([, day]) => fromDayNumber(15000 + day));
        const outcome = xirr(list, dates);
        if (!outcome.ok || outcome.rate < -0.9 || outcome.rate > 1e6) return true;
        const sizes = list.map((one) => Math.abs(one));
        return close(xnpv(outcome.rate, list, dates), 0, xnpv(outcome.rate, sizes, dates), 1e-11);
      }),
    );
  });

  test("a year of 365 days is a period", () => {
    fc.assert(
      fc.property(someRate, flows, (rate, list) => {
        const dates = list.map((_, i) => fromDayNumber(10000 + 365 * i));
        return close(xnpv(rate, list, dates), npv0(rate, list), sizeOf(rate, list));
      }),
    );
  });
});

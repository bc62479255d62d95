import fc from "fast-check";
import { describe, test } from "vitest";

import { fromDayNumber } from "../../../src/core/index.ts";
import {
  annualizedReturn,
  modifiedDietz,
  moneyWeightedReturn,
  timeWeightedReturn,
} from "../../../src/time-value/index.ts";
import { close } from "../arbitraries.ts";

describe("returns of portfolios", () => {
  const worth = fc.double({ min: 1, max: 1000, noNaN: true });
  test("without flows every return of a span says the same", () => {
    fc.assert(
      fc.property(worth, worth, fc.integer({ min: 1, max: 4000 }), (start, end, days) => {
        // a yearly figure beyond doubles, or so near to -1 that they tell nothing apart, is no subject here
        const yearlyLog = Math.log(end / start) * (365 / days);
        if (yearlyLog > 700 || yearlyLog < -10) return true;
        const [from, to] = [fromDayNumber(10000), fromDayNumber(10000 + days)];
        const span = { from, to, startValue: start, endValue: end, flows: [] };
        const total = timeWeightedReturn([{ value: start }, { value: end }]);
        const yearly = annualizedReturn(total, days / 365);
        return (
          close(modifiedDietz(span), total, 1 + Math.abs(total)) &&
          close(moneyWeightedReturn(span), yearly, 1 + yearly, 1e-9)
        );
      }),
    );
  });
});

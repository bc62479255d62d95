import fc from "fast-check";
import { describe, test } from "vitest";

import { fvSchedule, timeWeightedReturn } from "../../../src/time-value/index.ts";
import { close } from "../arbitraries.ts";

describe("returns of portfolios", () => {
  const growths = fc.array(fc.double({ min: -0.5, max: 0.5, noNaN: true }), { minLength: 1, maxLength: 12 });
  const paidIn = fc.double({ min: 0, max: 1e6, noNaN: true });
  test("the time-weighted return is blind to money paid in", () => {
    fc.assert(
      fc.property(growths, fc.array(paidIn, { minLength: 12, maxLength: 12 }), (list, deposits) => {
        let value = 1000;
        const rows = [{ value, flow: deposits[0] ?? 0 }];
        for (const [i, growth] of list.entries()) {
          value = (value + (rows[i]?.flow ?? 0)) * (1 + growth);
          rows.push({ value, flow: deposits[i + 1] ?? 0 });
        }
        return close(1 + timeWeightedReturn(rows), fvSchedule(1, list), fvSchedule(1, list));
      }),
    );
  });
});

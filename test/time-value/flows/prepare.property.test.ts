import fc from "fast-check";
import { describe, test } from "vitest";

import { fromDayNumber } from "../../../src/core/index.ts";
import { irr, prepareCashFlows, xirr } from "../../../src/time-value/index.ts";
import { dated } from "../arbitraries.ts";

describe("rates", () => {
  test("a handle gives exactly what the raw flows give", () => {
    fc.assert(
      fc.property(dated, (rows) => {
        const list = rows.map(([f]) => f);
        const dates = rows.map(([, day]) => fromDayNumber(day));
        return (
          JSON.stringify(xirr(prepareCashFlows(list, dates))) === JSON.stringify(xirr(list, dates)) &&
          JSON.stringify(irr(prepareCashFlows(list))) === JSON.stringify(irr(list))
        );
      }),
    );
  });
});

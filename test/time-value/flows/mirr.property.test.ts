import fc from "fast-check";
import { describe, test } from "vitest";

import { irr, mirr } from "../../../src/time-value/index.ts";
import { close, flows } from "../arbitraries.ts";

describe("rates", () => {
  test("mirr at the internal rate for both rates is the internal rate", () => {
    fc.assert(
      fc.property(flows, (list) => {
        const outcome = irr(list);
        if (!outcome.ok || Math.abs(outcome.rate) > 0.9) return true;
        return close(mirr(list, outcome.rate, outcome.rate), outcome.rate, 1, 1e-9);
      }),
    );
  });
});

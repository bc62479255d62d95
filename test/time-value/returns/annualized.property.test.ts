import fc from "fast-check";
import { describe, test } from "vitest";

import { realRate } from "../../../src/time-value/index.ts";
import { close, someRate } from "../arbitraries.ts";

describe("rates", () => {
  test("what inflation takes, inflation gives back", () => {
    fc.assert(
      fc.property(someRate, someRate, (nominal, inflation) =>
        close((1 + realRate(nominal, inflation)) * (1 + inflation), 1 + nominal, 1 + Math.abs(nominal)),
      ),
    );
  });
});

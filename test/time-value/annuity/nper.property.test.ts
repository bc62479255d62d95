import fc from "fast-check";
import { describe, test } from "vitest";

import { nper, pmt } from "../../../src/time-value/index.ts";
import { near, periods, when } from "../arbitraries.ts";

describe("closed forms", () => {
  test("nper finds the term a payment was made for", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 0.1, noNaN: true }), periods, when, (r, n, w) => {
        return near(nper(r, pmt(r, n, 1000, 0, w), 1000, 0, w), n, n * (1 + r) ** n);
      }),
    );
  });
});

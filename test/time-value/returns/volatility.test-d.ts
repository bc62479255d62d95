import { test } from "vitest";

import { periodReturns, volatility } from "../../../src/time-value/index.ts";

test("conventions are stated, not guessed", () => {
  // @ts-expect-error periods per year are the caller's to state
  volatility([0.1, 0.2]);
  // @ts-expect-error an unknown kind of return
  periodReturns([1, 2], "geometric");
});

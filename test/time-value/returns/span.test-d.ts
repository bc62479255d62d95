import { expectTypeOf, test } from "vitest";

import { moneyWeightedReturn } from "../../../src/time-value/index.ts";

test("a readonly span goes in without a cast", () => {
  const span = { from: "2024-01-01", to: "2025-01-01", startValue: 1, endValue: 2, flows: [] } as const;
  expectTypeOf(moneyWeightedReturn(span)).toEqualTypeOf<number>();
});

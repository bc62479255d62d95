import { expectTypeOf, test } from "vitest";

import { xnpv } from "../../../src/time-value/index.ts";

test("readonly rows go in without a cast", () => {
  const flows: readonly number[] = [-1, 2];
  const dates: readonly string[] = ["2024-01-01", "2025-01-01"];
  expectTypeOf(xnpv(0.1, flows, dates, { dayCount: "ACT/360" })).toEqualTypeOf<number>();
});

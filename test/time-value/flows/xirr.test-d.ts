import { expectTypeOf, test } from "vitest";

import { xirr } from "../../../src/time-value/index.ts";

test("readonly rows go in without a cast", () => {
  const flows: readonly number[] = [-1, 2];
  const dates: readonly string[] = ["2024-01-01", "2025-01-01"];
  expectTypeOf(xirr(flows, dates, undefined, { dayCount: "ACT/360" })).toExtend<{ readonly ok: boolean }>();
  // @ts-expect-error a calendar basis is not offered
  xirr(flows, dates, 0.1, { dayCount: "30/360" });
});

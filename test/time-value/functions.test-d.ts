import { expectTypeOf, test } from "vitest";

import {
  cumipmt,
  growingAnnuity,
  maxDrawdown,
  moneyWeightedReturn,
  npv,
  periodReturns,
  volatility,
  xnpv,
  type Drawdown,
} from "../../src/time-value/index.ts";

test("all but the three rate functions return a plain number", () => {
  expectTypeOf(npv(0.1, [1])).toEqualTypeOf<number>();
  expectTypeOf(growingAnnuity(0.1, 1, 1, 0)).toEqualTypeOf<number>();
  expectTypeOf(maxDrawdown([1])).toEqualTypeOf<Drawdown>();
});

test("readonly rows go in without a cast", () => {
  const flows: readonly number[] = [-1, 2];
  const dates: readonly string[] = ["2024-01-01", "2025-01-01"];
  expectTypeOf(xnpv(0.1, flows, dates, { dayCount: "ACT/360" })).toEqualTypeOf<number>();
  const span = { from: "2024-01-01", to: "2025-01-01", startValue: 1, endValue: 2, flows: [] } as const;
  expectTypeOf(moneyWeightedReturn(span)).toEqualTypeOf<number>();
});

test("conventions are stated, not guessed", () => {
  // @ts-expect-error the timing of payments has no default here, as in Excel
  cumipmt(0.1, 10, 1000, 1, 2);
  // @ts-expect-error periods a year are the caller's to state
  volatility([0.1, 0.2]);
  // @ts-expect-error an unknown kind of return
  periodReturns([1, 2], "geometric");
});

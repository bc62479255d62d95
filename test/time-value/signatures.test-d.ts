import { expectTypeOf, test } from "vitest";

import { orThrow } from "../../src/core/index.ts";
import {
  irr,
  prepareCashFlows,
  rate,
  xirr,
  type IrrRefusalReason,
  type PreparedDatedFlows,
  type PreparedRegularFlows,
  type RateRefusalReason,
  type RateSolution,
  type XirrRefusalReason,
} from "../../src/time-value/index.ts";

test("outcomes narrow to a rate or a closed list of reasons", () => {
  const outcome = irr([-1, 2]);
  if (outcome.ok) expectTypeOf(outcome).toEqualTypeOf<RateSolution>();
  else expectTypeOf(outcome.reason).toEqualTypeOf<IrrRefusalReason>();
  expectTypeOf(orThrow(irr([-1, 2])).rate).toEqualTypeOf<number>();
  expectTypeOf<IrrRefusalReason>().toEqualTypeOf<"not-finite" | "no-sign-change" | "total-loss" | "no-root">();
  expectTypeOf<XirrRefusalReason>().toEqualTypeOf<
    IrrRefusalReason | "length-mismatch" | "date-invalid" | "zero-span" | "date-before-first"
  >();
  expectTypeOf<RateRefusalReason>().toEqualTypeOf<IrrRefusalReason | "zero-span">();
  expectTypeOf(rate(10, -1, 9)).toExtend<{ readonly ok: boolean }>();
});

test("a handle goes where it was made for", () => {
  expectTypeOf(prepareCashFlows([1])).toEqualTypeOf<PreparedRegularFlows>();
  expectTypeOf(prepareCashFlows([1], ["2024-01-01"])).toEqualTypeOf<PreparedDatedFlows>();
  // @ts-expect-error a handle with dates is not for irr
  irr(prepareCashFlows([1], ["2024-01-01"]));
  // @ts-expect-error a handle without dates is not for xirr
  xirr(prepareCashFlows([1]));
  // @ts-expect-error raw flows need their dates
  xirr([1, 2]);
});

test("readonly rows go in without a cast", () => {
  const flows: readonly number[] = [-1, 2];
  const dates: readonly string[] = ["2024-01-01", "2025-01-01"];
  expectTypeOf(xirr(flows, dates, undefined, { dayCount: "ACT/360" })).toExtend<{ readonly ok: boolean }>();
  // @ts-expect-error a calendar basis is not offered
  xirr(flows, dates, 0.1, { dayCount: "30/360" });
});

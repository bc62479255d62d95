import { expectTypeOf, test } from "vitest";

import { orThrow } from "../../src/core/index.ts";
import {
  irr,
  rate,
  type IrrRefusalReason,
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

import { expectTypeOf, test } from "vitest";

import type { PlanField, PlanSection, StrategyPlan } from "../../src/strategy-plan/index.ts";

test("fields are the source's fields, extensions are none", () => {
  expectTypeOf<"shareOfSpend">().toExtend<PlanField>();
  expectTypeOf<"spendWithUs">().not.toExtend<PlanField>();
  expectTypeOf<"target">().not.toExtend<PlanField>();
  expectTypeOf<"id">().not.toExtend<PlanField>();
  expectTypeOf<"client-profile">().toExtend<PlanSection>();
});

test("an unknown member does not compile", () => {
  const plan: Pick<StrategyPlan, "actions"> = {
    // @ts-expect-error -- 8.D is called plannedPitchTime
    actions: [{ id: "a", pitchTime: "2026-03" }],
  };
  expectTypeOf(plan).toExtend<object>();
});

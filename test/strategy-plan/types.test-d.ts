import { expectTypeOf, test } from "vitest";

import type { Issue } from "../../src/core/index.ts";
import type {
  PlanField,
  PlanIssue,
  PlanSection,
  STRATEGY_PLAN_ERROR_CODES,
  StrategyPlan,
  StrategyPlanErrorCode,
} from "../../src/strategy-plan/index.ts";

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

test("the list of codes has them all, and an issue has the details of its code", () => {
  expectTypeOf<(typeof STRATEGY_PLAN_ERROR_CODES)[number]>().toEqualTypeOf<StrategyPlanErrorCode>();
  expectTypeOf<PlanIssue>().toExtend<Issue>();
  const dateOf = (issue: PlanIssue) =>
    issue.code === "strategy-plan/discontinued-before-adoption" ? issue.details.date : null;
  expectTypeOf(dateOf).returns.toEqualTypeOf<string | null>();
});

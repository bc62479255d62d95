import { expect, test } from "vitest";

import { issueOf, type Issue } from "../../src/core/index.ts";
import { en } from "../../src/labels/en.ts";
import { zhHans } from "../../src/labels/zh-Hans.ts";
import { zhHantHK } from "../../src/labels/zh-Hant-HK.ts";
import {
  examplePlanHealth,
  mergePortfolios,
  portfolioOfPlans,
  PORTFOLIO_TERMS,
  type StrategyPlanReasons,
} from "../../src/strategy-plan/index.ts";
import { emptyPlan } from "../strategy-plan/plans.ts";
import { oneOf, told } from "../support/told.ts";

const options = { health: examplePlanHealth, tiers: [], renewalsWithinDays: 30 };
const differing = (): Issue => {
  const { portfolio } = portfolioOfPlans([], "2026-03-01", options);
  try {
    mergePortfolios(portfolio, { ...portfolio, renewalsWithinDays: 60 });
  } catch (error) {
    return issueOf(error);
  }
  return expect.unreachable("merged");
};

test("a plan that comes twice, in three languages", () => {
  const { issues } = portfolioOfPlans([emptyPlan, emptyPlan], "2026-03-01", options);
  expect(told(oneOf(issues as never, "strategy-plan/repeated-plan"))).toStrictEqual([
    "第2行：计划书编号“P-1”与前面的计划书重复：id，只计一次。",
    "第2行：計劃書編號「P-1」與前面的計劃書重複：id，只計算一次。",
    "Row 2: An earlier plan in the list has the ID “P-1” too (id); it is counted once.",
  ]);
});

test("portfolios that are not merged, in three languages", () => {
  expect(told(differing() as StrategyPlanReasons)).toStrictEqual([
    "两份计划总览的续约列示天数不同，不能合并：b.renewalsWithinDays。",
    "兩份計劃總覽的續約列示日數不同，不能合併：b.renewalsWithinDays。",
    "The two plan portfolios differ in the days within which renewals are listed and cannot be merged (b.renewalsWithinDays).",
  ]);
});

test("what portfolios may differ in has labels that tell it apart", () => {
  for (const labels of [zhHans, zhHantHK, en] as readonly Readonly<Record<string, unknown>>[]) {
    const texts = PORTFOLIO_TERMS.map((term) => labels[`portfolioTerm.${term}`]);
    expect(texts.every((text) => typeof text === "string" && text !== "")).toBe(true);
    expect(new Set(texts).size).toBe(texts.length);
  }
});

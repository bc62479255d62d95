import { describe, expect, test } from "vitest";

import type { Path } from "../../src/core/index.ts";
import { checkPlan, type StrategyPlan } from "../../src/strategy-plan/index.ts";
import { StrategyPlanSchema } from "../../src/strategy-plan/schema.ts";
import { placesOf, withAt } from "../support/places.ts";
import { samplePlanInYear } from "./plans.ts";

const places = placesOf(samplePlanInYear);
const plansWith = (instead: (value: unknown) => unknown): [string, Path, StrategyPlan][] =>
  places.map(({ path, value }) => [
    path.join("."),
    path,
    withAt(samplePlanInYear, path, instead(value)) as StrategyPlan,
  ]);

/** Paths of the issues that were not there before; the sample has none. */
const pathsOf = (plan: StrategyPlan): readonly string[] => checkPlan(plan).map(({ path }) => path.join("."));

test("the sample has every kind of member of a plan, and all of it can be read", () => {
  expect(places.length).toBeGreaterThan(100);
  expect(pathsOf(samplePlanInYear)).toStrictEqual([]);
});

describe.each<[string, (value: unknown) => unknown]>([
  ["null", () => null],
  ["a number", () => 7],
  ["another kind", (value) => (Array.isArray(value) ? { 0: 1 } : [value])],
])("%s in the place of anything", (_, instead) => {
  test("is an issue at that place", () => {
    for (const [name, path, plan] of plansWith(instead)) {
      expect(pathsOf(plan), name).toContain(path.join("."));
    }
  });
});

test("what is an issue in the place of anything, the schema refuses as well", () => {
  for (const [name, , plan] of plansWith(() => null)) {
    expect(StrategyPlanSchema.safeParse(plan).success, name).toBe(false);
  }
});

test("a member nobody knows is an issue wherever it stands, and the schema refuses it as well", () => {
  for (const { path, value } of places) {
    if (typeof value !== "object" || Array.isArray(value)) continue;
    const plan = withAt(samplePlanInYear, path, { ...value, surprise: 1 }) as StrategyPlan;
    expect(pathsOf(plan)).toStrictEqual([[...path, "surprise"].join(".")]);
    expect(StrategyPlanSchema.safeParse(plan).success).toBe(false);
  }
});

test("a member that is left out is either required by the schema as well, or nothing that cannot be read", () => {
  for (const { path, value } of places) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) continue;
    for (const name of Object.keys(value)) {
      const rest = Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
      const plan = withAt(samplePlanInYear, path, rest) as StrategyPlan;
      const at = [...path, name].join(".");
      expect(pathsOf(plan).includes(at), at).toBe(!StrategyPlanSchema.safeParse(plan).success);
    }
  }
});

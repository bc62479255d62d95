import { describe, expect, test } from "vitest";

import { exampleRetirementAssumptions } from "../../src/financial-planning/index.ts";
import { RetirementAssumptionSetSchema, RetirementInputSchema } from "../../src/financial-planning/schema.ts";
import { household, returnLimits, riskProfile, textbook } from "./cases.ts";

const assessed = {
  ...household,
  retirementAgeBasis: { kind: "statutory", person: "man", source: "decision of 2024-09-13" },
  riskProfile,
  returnLimits,
} as const;

test.each([textbook, household, assessed])("a plan's input goes through JSON unchanged", (input) => {
  expect(RetirementInputSchema.parse(JSON.parse(JSON.stringify(input)))).toEqual(input);
});

test("the example assumptions are a policy", () => {
  expect(RetirementAssumptionSetSchema.parse(exampleRetirementAssumptions)).toEqual(exampleRetirementAssumptions);
});

describe("refused with a path", () => {
  test.each([
    [{ retirementAge: "60" }, ["retirementAge"]],
    [{ retirementAge: 60.5 }, ["retirementAge"]],
    [{ monthlySaving: 3000 }, ["monthlySaving"]],
    [{ rounding: "bankers" }, ["rounding"]],
    [{ riskProfile: { grade: "C3" } }, ["riskProfile", "assessedOn"]],
    [{ retirementAgeBasis: { kind: "statutory", source: "law" } }, ["retirementAgeBasis", "person"]],
    [{ returnLimits: { ...returnLimits, returnByGrade: { C3: 0.03 } } }, ["returnLimits", "returnByGrade", "C3"]],
    [{ sensitivity: [{ assumption: "income", change: "0.01" }] }, ["sensitivity", 0, "assumption"]],
    [
      { assumptions: { ...household.assumptions, inflation: { value: "0.02", date: "2026-03-01" } } },
      ["assumptions", "inflation", "source"],
    ],
  ])("%j", (changes, path) => {
    const parsed = RetirementInputSchema.safeParse({ ...household, ...changes });
    expect(parsed.success).toBe(false);
    expect(parsed.error?.issues[0]?.path).toEqual(path);
  });

  test("a key nobody knows", () => {
    const parsed = RetirementInputSchema.safeParse({ ...household, spouse: {} });
    expect(parsed.error?.issues[0]).toMatchObject({ code: "unrecognized_keys", keys: ["spouse"] });
  });
});

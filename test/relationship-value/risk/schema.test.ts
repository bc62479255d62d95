import { expect, test } from "vitest";

import { exampleMainlandLevies } from "../../../src/relationship-value/index.ts";
import {
  ActivityCostSchema,
  ActivityCountSchema,
  LevyPolicySchema,
  RiskExposureSchema,
} from "../../../src/relationship-value/schema.ts";
import { options, relationship } from "./relationship.ts";

test("what the functions take passes the schemas as it is", () => {
  expect(LevyPolicySchema.parse(exampleMainlandLevies)).toStrictEqual(exampleMainlandLevies);
  for (const exposure of relationship.exposures) expect(RiskExposureSchema.parse(exposure)).toStrictEqual(exposure);
  for (const cost of options.costs) expect(ActivityCostSchema.parse(cost)).toStrictEqual(cost);
  for (const count of relationship.activities) expect(ActivityCountSchema.parse(count)).toStrictEqual(count);
});

test("a misspelt member does not", () => {
  expect(LevyPolicySchema.safeParse({ ...exampleMainlandLevies, incomTax: "0.25" }).success).toBe(false);
  expect(RiskExposureSchema.safeParse({ ...relationship.exposures[0], riskWeigth: "1" }).success).toBe(false);
});

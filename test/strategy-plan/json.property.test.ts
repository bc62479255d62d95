import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod";

import { checkPlan, planCompleteness } from "../../src/strategy-plan/index.ts";
import { StrategyPlanSchema } from "../../src/strategy-plan/schema.ts";
import { anyPlan } from "./arbitrary.ts";

const valid = new Ajv2020({ strict: true, strictTypes: true }).compile(z.toJSONSchema(StrategyPlanSchema));

test("a plan comes through JSON and the schema as it was, and the JSON Schema takes it", () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const parsed: unknown = JSON.parse(JSON.stringify(plan));
      expect(StrategyPlanSchema.parse(parsed)).toStrictEqual(plan);
      valid(parsed);
      expect(valid.errors).toBeNull();
    }),
  );
});

test("what the schema takes, the room reads: a plan of the schema has no part that cannot be read", () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const unread = checkPlan(plan).filter(({ code }) => code === "strategy-plan/invalid-plan");
      expect(unread).toStrictEqual([]);
      expect(planCompleteness(plan).of).toBeGreaterThan(0);
    }),
  );
});

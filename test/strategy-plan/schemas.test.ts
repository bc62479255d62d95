import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";

import {
  advancePlanApproval,
  applyPatch,
  checkPlanApproval,
  diffPlans,
  examplePlanApproval,
  examplePlanFreshness,
  examplePlanHealth,
  examplePlanRollForward,
  examplePlanTiers,
  examplePlanViews,
  mergePlans,
  openPlanApproval,
  planCompleteness,
  planFor,
  planFreshness,
  planHealth,
  planProgress,
  rollForward,
  whiteSpace,
  type PlanApproval,
} from "../../src/strategy-plan/index.ts";
import {
  BookedIncomeSchema,
  CatalogueProductSchema,
  JsonPatchOperationSchema,
  MergeDecisionSchema,
  PeerCountSchema,
  PlanApprovalPolicySchema,
  PlanApprovalSchema,
  PlanApprovalStepSchema,
  PlanFreshnessPolicySchema,
  PlanHealthPolicySchema,
  PlanRollForwardPolicySchema,
  PlanTierSchema,
  PlanViewPolicySchema,
} from "../../src/strategy-plan/schema.ts";
import { after, approve, coSign, creditPlan, draft, HASH, on, putInForce, submit } from "./approval/fixtures.ts";
import { anyPlan } from "./arbitrary.ts";
import { cny, emptyPlan } from "./plans.ts";

const separation = [
  { id: "b-1", between: ["submit", ["approve"]], scope: "same-case", relation: "same-person", source: "manual 4" },
] as const;
const policy = { ...examplePlanApproval, separation } as const;

/** Steps of every type, taken or not. */
const steps = [
  submit(),
  coSign(),
  approve(),
  { type: "reject", at: on(4), by: "E-9", hash: HASH, role: "branch-head", reason: "too low" },
  { type: "recall", at: on(3), by: "E-1", hash: HASH },
  { type: "revise", at: on(5), by: "E-1", hash: HASH, reason: "more" },
  putInForce(5, "2026-01-01"),
  { type: "supersede", at: on(9), by: "E-20", hash: HASH, successor: "A-2", from: "2026-02-01" },
  { type: "close", at: on(9), by: "E-20", reason: "the client left", from: "2026-03-01" },
] as const;

const booking = { id: "b1", amount: cny("12.50"), period: "2026-Q1", head: "direct", action: "a1" } as const;

const documents: readonly (readonly [string, z.ZodType, unknown])[] = [
  [
    "an approval in force",
    PlanApprovalSchema,
    after(draft(), [submit(), coSign(), approve(), putInForce(5, "2026-01-01")]),
  ],
  ["a draft", PlanApprovalSchema, draft()],
  ...steps.map((step) => [step.type, PlanApprovalStepSchema, step] as const),
  ["approval policy", PlanApprovalPolicySchema, policy],
  ...Object.values(examplePlanTiers).map((tier) => [tier.id, PlanTierSchema, tier] as const),
  ["freshness", PlanFreshnessPolicySchema, { ...examplePlanFreshness, fields: { contactName: 90 } }],
  ["health", PlanHealthPolicySchema, examplePlanHealth],
  ["roll-forward", PlanRollForwardPolicySchema, examplePlanRollForward],
  ["views", PlanViewPolicySchema, examplePlanViews],
  ["a product", CatalogueProductSchema, { id: "LOAN", name: "Loan", family: "lending" }],
  ["peers", PeerCountSchema, { product: "LOAN", n: 10, adopted: 10 }],
  ["a booking", BookedIncomeSchema, booking],
  ["a decision", MergeDecisionSchema, { at: "actions/a1", take: "mine" }],
];

test.each(documents)(
  "%s comes through JSON and its schema as it was, and its JSON Schema takes it",
  (_, schema, given) => {
    const parsed: unknown = JSON.parse(JSON.stringify(given));
    expect(schema.parse(parsed)).toStrictEqual(given);
    const valid = new Ajv2020({ strict: true, strictTypes: true }).compile(z.toJSONSchema(schema));
    valid(parsed);
    expect(valid.errors).toBeNull();
  },
);

test("the patch from a plan to another is one of the schema", () => {
  const valid = new Ajv2020({ strict: true }).compile(z.toJSONSchema(z.array(JsonPatchOperationSchema)));
  fc.assert(
    fc.property(anyPlan, anyPlan, (a, b) => {
      const { patch } = diffPlans(a, { ...b, id: a.id });
      const parsed: unknown = JSON.parse(JSON.stringify(patch));
      expect(z.array(JsonPatchOperationSchema).parse(parsed)).toStrictEqual(patch);
      valid(parsed);
      expect(valid.errors).toBeNull();
    }),
  );
});

describe("what a schema refuses, the function refuses", () => {
  const written = draft();
  const onPlan = { id: "A-3", at: on(1), by: "E-1" };
  const tier = examplePlanTiers.minimal;
  const plan = { ...emptyPlan, actions: [{ id: "a1" }] };

  test.each<[string, z.ZodType, unknown, (given: never) => unknown]>([
    [
      "a step with a misspelt member",
      PlanApprovalStepSchema,
      { ...approve(), rol: "x" },
      (given) => advancePlanApproval(written, given, policy),
    ],
    [
      "a step on no day",
      PlanApprovalStepSchema,
      { ...putInForce(5, "2026-02-30") },
      (given) => advancePlanApproval(written, given, policy),
    ],
    [
      "a role twice",
      PlanApprovalPolicySchema,
      { ...policy, approvers: [policy.approvers[1], policy.approvers[1]] },
      (given) => openPlanApproval(creditPlan, onPlan, given),
    ],
    [
      "nobody who puts plans in force",
      PlanApprovalPolicySchema,
      { ...policy, putInForceBy: [] },
      (given) => openPlanApproval(creditPlan, onPlan, given),
    ],
    [
      "no approver",
      PlanApprovalPolicySchema,
      { ...policy, approvers: [] },
      (given) => openPlanApproval(creditPlan, onPlan, given),
    ],
    [
      "a rule that every policy has",
      PlanApprovalPolicySchema,
      { ...policy, separation: [{ ...separation[0], id: "plan-decided-past-author" }] },
      (given) => openPlanApproval(creditPlan, onPlan, given),
    ],
    [
      "a tier that asks for nothing",
      PlanTierSchema,
      { ...tier, requirements: [] },
      (given) => planCompleteness(plan, given, "2026-01-05"),
    ],
    [
      "a weight of 0",
      PlanTierSchema,
      { ...tier, weights: { challenges: 0 } },
      (given) => planCompleteness(plan, given, "2026-01-05"),
    ],
    [
      "a section that has no limit",
      PlanFreshnessPolicySchema,
      { ...examplePlanFreshness, sections: {} },
      (given) => planFreshness(plan, "2026-01-05", given),
    ],
    [
      "a negative backing",
      PlanHealthPolicySchema,
      { ...examplePlanHealth, minBacking: "-0.1" },
      (given) => planHealth(plan, "2026-01-05", given),
    ],
    [
      "half a day",
      PlanHealthPolicySchema,
      { ...examplePlanHealth, contactWithinDays: 0.5 },
      (given) => planHealth(plan, "2026-01-05", given),
    ],
    [
      "a state without a choice",
      PlanRollForwardPolicySchema,
      { ...examplePlanRollForward, actions: { won: "carry" } },
      (given) => rollForward(plan, "2027", given),
    ],
    [
      "a role named twice",
      PlanViewPolicySchema,
      { ...examplePlanViews, roles: [examplePlanViews.roles[0], examplePlanViews.roles[0]] },
      (given) => planFor(plan, { employee: "E-1", role: "x" }, given),
    ],
    [
      "a product with another name for its id",
      CatalogueProductSchema,
      { product: "LOAN" },
      (given) => whiteSpace(plan, [given]),
    ],
    [
      "more adopters than peers",
      PeerCountSchema,
      { product: "LOAN", n: 1, adopted: 2 },
      (given) => whiteSpace(plan, [{ id: "LOAN" }], [given]),
    ],
    [
      "a side nobody knows",
      MergeDecisionSchema,
      { at: "x", take: "ours" },
      (given) => mergePlans(plan, plan, plan, { decisions: [given] }),
    ],
    [
      "an operation nobody knows",
      JsonPatchOperationSchema,
      { op: "put", path: "/x", value: 1 },
      (given) => applyPatch(plan, [given]),
    ],
    [
      "an operation without its value",
      JsonPatchOperationSchema,
      { op: "add", path: "/x" },
      (given) => applyPatch(plan, [given]),
    ],
  ])("%s", (_, schema, given, call) => {
    expect(schema.safeParse(given).success).toBe(false);
    expect(() => call(given as never)).toThrow();
  });

  test("an approval without a history and a step nobody knows, which the functions list and refuse", () => {
    const empty: PlanApproval = { ...written, history: [] };
    expect(PlanApprovalSchema.safeParse(empty).success).toBe(false);
    expect(checkPlanApproval(empty, policy).map(({ path }) => path)).toStrictEqual([["history"]]);
    const step = { ...submit(), type: "sign" };
    expect(PlanApprovalStepSchema.safeParse(step).success).toBe(false);
    const outcome = advancePlanApproval(written, step as never, policy);
    expect(outcome.ok ? null : outcome.reason).toBe("transition-not-allowed");
  });

  test("a booking of a head nobody knows, which the function lists and does not count", () => {
    const wrong = { ...booking, head: "indirect" };
    expect(BookedIncomeSchema.safeParse(wrong).success).toBe(false);
    const { counted, issues } = planProgress(plan, [wrong as never], { asOf: "2026-06-30" });
    expect([counted, issues.length]).toStrictEqual([0, 1]);
  });
});

import { orThrow } from "../../../src/core/index.ts";
import {
  advancePlanApproval,
  examplePlanApproval,
  openPlanApproval,
  planContentHash,
  planSubmission,
  type PlanApproval,
  type PlanApprovalContext,
  type PlanApprovalPolicy,
  type PlanApprovalStep,
  type StrategyPlan,
} from "../../../src/strategy-plan/index.ts";
import { cny, emptyPlan } from "../plans.ts";

/** A plan that sets out to earn 100, with a credit page: the credit department signs. */
export const creditPlan: StrategyPlan = {
  ...emptyPlan,
  credit: { confirmedOn: "2025-11-30", limits: [] },
  value: { target: cny("100.00") },
};

export const HASH = planContentHash(creditPlan);

/** The day of December 2025 a step is taken on, at nine in Shanghai. */
export const on = (day: number): string => `2025-12-${String(day).padStart(2, "0")}T09:00:00+08:00`;

export const policy: PlanApprovalPolicy = examplePlanApproval;

/** A draft of E-1, begun on 1 December. */
export function draft(id = "A-1", amends?: string, linked?: readonly PlanApproval[]): PlanApproval {
  const opening = { id, at: on(1), by: "E-1", ...(amends === undefined ? {} : { amends }) };
  return orThrow(openPlanApproval(creditPlan, opening, policy, linked === undefined ? {} : { linked })).approval;
}

export const submit = (day = 2, plan: StrategyPlan = creditPlan): PlanApprovalStep => ({
  type: "submit",
  at: on(day),
  by: "E-1",
  ...planSubmission(plan),
});
export const coSign = (day = 3, by = "E-5"): PlanApprovalStep => ({
  type: "co-sign",
  at: on(day),
  by,
  hash: HASH,
  role: "credit-department",
});
export const approve = (day = 4, by = "E-9"): PlanApprovalStep => ({
  type: "approve",
  at: on(day),
  by,
  hash: HASH,
  role: "branch-head",
});
export const putInForce = (day: number, effectiveFrom: string): PlanApprovalStep => ({
  type: "put-in-force",
  at: on(day),
  by: "E-20",
  hash: HASH,
  role: "branch-head",
  effectiveFrom,
});

/** An approval taken through steps that are all allowed. */
export function after(
  approval: PlanApproval,
  steps: readonly PlanApprovalStep[],
  context: PlanApprovalContext = {},
): PlanApproval {
  let now = approval;
  for (const step of steps) now = orThrow(advancePlanApproval(now, step, policy, context)).approval;
  return now;
}

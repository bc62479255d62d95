import type { PlanApprovalPolicy } from "../approval/policy.ts";

/**
 * Who approves plans, to try things with (示例): the head of the branch (支行行长) up to 5 million, the deputy president
 * (分管行长) any; the credit department (授信部门) signs for a plan with a credit page, and whoever answers for suitability for
 * one with a product that needs it; whoever approves also puts in force.
 */
export const examplePlanApproval: PlanApprovalPolicy = Object.freeze({
  id: "example.plan-approval",
  version: "1",
  status: "example",
  effectiveFrom: "2020-01-01",
  sources: ["this library’s own example; replace before use: roles and limits differ by bank"],
  zone: "Asia/Shanghai",
  approvers: Object.freeze([
    Object.freeze({ role: "branch-head", upTo: Object.freeze({ amount: "5000000.00", currency: "CNY" }) }),
    Object.freeze({ role: "deputy-president", upTo: null }),
  ]),
  coSigners: Object.freeze([
    Object.freeze({ role: "credit-department", when: "credit-page" }),
    Object.freeze({ role: "suitability-officer", when: "suitability" }),
  ]),
  putInForceBy: Object.freeze(["branch-head", "deputy-president"]),
} as const);

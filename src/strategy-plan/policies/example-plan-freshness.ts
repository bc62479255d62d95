import type { PlanFreshnessPolicy } from "../condition/freshness.ts";

/**
 * How old the answers of a plan may be, as an example of form: people and services half a year, businesses, other banks
 * and the plan itself a year, what the client thinks of us and challenges half a year, how to reach somebody a quarter.
 *
 * @example
 * examplePlanFreshness.sections["decision-makers"] // => 180
 */
export const examplePlanFreshness: PlanFreshnessPolicy = /* @__PURE__ */ Object.freeze({
  id: "example.plan-freshness",
  version: "1",
  status: "example",
  effectiveFrom: "2000-01-01",
  sources: ["this library’s own example; replace before use: every greatest age"],
  sections: {
    "decision-makers": 180,
    "business-analysis": 365,
    "bank-positioning": 180,
    "other-institutions": 365,
    "service-status": 180,
    "relationship-value": 365,
    "next-year-plan": 365,
    challenges: 180,
  },
  fields: { contactMethod: 90 },
} as const);

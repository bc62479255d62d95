import type { PlanHealthPolicy } from "../condition/health-policy.ts";

/**
 * When a plan is in good health, as an example of form: key people of high influence spoken with in a quarter, pitches
 * answered in two months, and a tenth of the target backed by actions, weighted by their chance. The target is all the income
 * of the year, most of which comes from business that is there already.
 *
 * @example
 * [examplePlanHealth.contactWithinDays, examplePlanHealth.minBacking] // => [90, "0.1"]
 */
export const examplePlanHealth: PlanHealthPolicy = /* @__PURE__ */ Object.freeze({
  id: "example.plan-health",
  version: "1",
  status: "example",
  effectiveFrom: "2000-01-01",
  sources: ["this library’s own example; replace before use: days, influences and the least backing"],
  keyInfluences: ["high"],
  contactWithinDays: 90,
  answerWithinDays: 60,
  backing: "weighted",
  minBacking: "0.1",
} as const);

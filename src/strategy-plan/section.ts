/** Names of the nine sections, in the source's order (一 to 九). */
export const PLAN_SECTIONS = [
  "client-profile",
  "decision-makers",
  "business-analysis",
  "bank-positioning",
  "other-institutions",
  "service-status",
  "relationship-value",
  "next-year-plan",
  "challenges",
] as const;

/** One of the nine sections of the plan. */
export type PlanSection = (typeof PLAN_SECTIONS)[number];

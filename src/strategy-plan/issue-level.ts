import type { PlanIssueCode, StrategyPlanErrorDetails } from "./reasons.ts";

/** The levels of what is found in a plan, gravest first. */
export const PLAN_ISSUE_LEVELS = ["red-flag", "contradiction", "reminder"] as const;

/**
 * How grave a finding is: to be settled before anything is offered; wrong, or against something else in the plan; or
 * merely to be known.
 */
export type PlanIssueLevel = (typeof PLAN_ISSUE_LEVELS)[number];

/** The findings of another level than a contradiction. */
const LEVELS: { readonly [Code in keyof StrategyPlanErrorDetails]?: PlanIssueLevel } = {
  "strategy-plan/kin-of-manager": "red-flag",
  "strategy-plan/dealing-without-consent": "red-flag",
  "strategy-plan/suitability-missing": "red-flag",
  "strategy-plan/limit-exceeded": "red-flag",
  "strategy-plan/limit-expired": "red-flag",
  "strategy-plan/kin-declared": "reminder",
  "strategy-plan/pitch-day-unsure": "reminder",
  "strategy-plan/officer-review-due": "reminder",
  "strategy-plan/credit-review-due": "reminder",
};

/**
 * How grave a finding of {@link checkPlan} is, by its code, so that the gravest can stand first.
 *
 * @param code - code of an issue of a plan
 * @returns `red-flag` for what is settled before anything is offered (kin of a manager, data without consent, a product
 * whose suitability nobody checked, limits exceeded or expired), `reminder` for what is merely to be known, otherwise
 * `contradiction`
 * @example
 * planIssueLevel("strategy-plan/limit-exceeded") // => "red-flag"
 * planIssueLevel("strategy-plan/kin-declared") // => "reminder"
 * planIssueLevel("core/invalid-date") // => "contradiction"
 * @since 0.1.0
 */
export function planIssueLevel(code: PlanIssueCode): PlanIssueLevel {
  return (LEVELS as Readonly<Partial<Record<string, PlanIssueLevel>>>)[code] ?? "contradiction";
}

import type { StrategyPlanErrorCode } from "./errors.ts";
import type { PlanIssueCode } from "./reasons.ts";

/** The levels of what is found in a plan, gravest first. */
export const PLAN_ISSUE_LEVELS = ["red-flag", "contradiction", "reminder"] as const;

/**
 * How grave a finding is: to be settled before anything is offered; wrong, or against something else in the plan; or
 * merely to be known.
 */
export type PlanIssueLevel = (typeof PLAN_ISSUE_LEVELS)[number];

/**
 * How grave each finding of {@link checkPlan} is, by its code, so that the gravest can stand first.
 *
 * Red flags are kin of a manager, data without consent or source, a product whose suitability nobody checked, and limits
 * exceeded or expired; reminders are kin elsewhere, reviews, renewals and preventive work that are past their day, days
 * nobody can tell yet, evidence of what is still open, a plan for the rest of a year, people who are not in the client
 * file, a statement that cannot be compared, and a target the actions do not reach. The codes of other rooms, of a
 * date or an amount that does not exist, are not in it: they are contradictions.
 *
 * @example
 * planIssueLevels["strategy-plan/limit-exceeded"] // => "red-flag"
 * planIssueLevels["strategy-plan/kin-declared"] // => "reminder"
 * planIssueLevels["core/invalid-date"] ?? "contradiction" // => "contradiction"
 * @since 0.1.0
 */
export const planIssueLevels: Readonly<
  Record<StrategyPlanErrorCode, PlanIssueLevel> & Partial<Record<PlanIssueCode, PlanIssueLevel>>
> = {
  "strategy-plan/invalid-plan": "contradiction",
  "strategy-plan/invalid-input": "contradiction",
  "strategy-plan/invalid-policy": "contradiction",
  "strategy-plan/empty-id": "contradiction",
  "strategy-plan/none-contradicted": "contradiction",
  "strategy-plan/evidence-without-answer": "reminder",
  "strategy-plan/tie-to-oneself": "contradiction",
  "strategy-plan/blank-text": "contradiction",
  "strategy-plan/period-not-a-year": "contradiction",
  "strategy-plan/period-part-of-year": "reminder",
  "strategy-plan/duplicate-id": "contradiction",
  "strategy-plan/product-twice": "contradiction",
  "strategy-plan/unknown-product": "contradiction",
  "strategy-plan/unknown-reference": "contradiction",
  "strategy-plan/neither-named": "contradiction",
  "strategy-plan/relation-unsaid": "contradiction",
  "strategy-plan/kin-declared": "reminder",
  "strategy-plan/kin-of-manager": "red-flag",
  "strategy-plan/kinship-unsaid": "contradiction",
  "strategy-plan/dealing-without-consent": "red-flag",
  "strategy-plan/limit-exceeded": "red-flag",
  "strategy-plan/limit-expired": "red-flag",
  "strategy-plan/credit-review-due": "reminder",
  "strategy-plan/officer-review-due": "reminder",
  "strategy-plan/officer-source-missing": "red-flag",
  "strategy-plan/renewal-past": "reminder",
  "strategy-plan/dated-later": "contradiction",
  "strategy-plan/turnover-above-whole": "contradiction",
  "strategy-plan/share-out-of-range": "contradiction",
  "strategy-plan/adopted-without-need": "contradiction",
  "strategy-plan/discontinued-without-adoption": "contradiction",
  "strategy-plan/discontinued-before-adoption": "contradiction",
  "strategy-plan/discontinued-unexplained": "contradiction",
  "strategy-plan/adoption-unsaid": "contradiction",
  "strategy-plan/share-before-adoption": "contradiction",
  "strategy-plan/share-without-adoption": "contradiction",
  "strategy-plan/share-after-discontinuation": "contradiction",
  "strategy-plan/spend-without-adoption": "contradiction",
  "strategy-plan/spend-before-adoption": "contradiction",
  "strategy-plan/spend-after-discontinuation": "contradiction",
  "strategy-plan/share-differs-from-spend": "contradiction",
  "strategy-plan/supplier-contradicted": "contradiction",
  "strategy-plan/value-period-differs": "contradiction",
  "strategy-plan/value-period-not-over": "contradiction",
  "strategy-plan/pitch-outside-plan-year": "contradiction",
  "strategy-plan/pitch-on-day-off": "contradiction",
  "strategy-plan/pitch-day-unsure": "reminder",
  "strategy-plan/income-outside-plan-year": "contradiction",
  "strategy-plan/negative-amount": "contradiction",
  "strategy-plan/progress-incomplete": "contradiction",
  "strategy-plan/progress-before-plan": "contradiction",
  "strategy-plan/income-before-win": "contradiction",
  "strategy-plan/progress-contradicted": "contradiction",
  "strategy-plan/prevention-overdue": "reminder",
  "strategy-plan/suitability-missing": "red-flag",
  "strategy-plan/currency-differs": "contradiction",
  "strategy-plan/period-differs": "contradiction",
  "strategy-plan/negative-spend": "contradiction",
  "strategy-plan/owner-unknown": "contradiction",
  "strategy-plan/product-unknown": "contradiction",
  "strategy-plan/contact-not-in-file": "reminder",
  "strategy-plan/value-differs-from-statement": "contradiction",
  "strategy-plan/statement-of-other-time": "reminder",
  "strategy-plan/statement-of-other-client": "contradiction",
  "strategy-plan/target-not-planned": "reminder",
  "strategy-plan/lead-manager-count": "contradiction",
  "strategy-plan/member-twice": "contradiction",
  "strategy-plan/unknown-member": "contradiction",
  "strategy-plan/booking-unit-unknown": "contradiction",
  "strategy-plan/portfolios-differ": "contradiction",
};

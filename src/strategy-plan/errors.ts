import type { StrategyPlanErrorDetails } from "./reasons.ts";

/**
 * Codes of this room. `strategy-plan/invalid-plan` is a plan that cannot be read, and is thrown by everything that
 * computes from one, as `strategy-plan/invalid-input` is for options, and as `strategy-plan/empty-id` of an institution is by what needs to know whose spend it is; the others
 * are contradictions, which are issues only, because a plan in progress is full of them.
 */
export const STRATEGY_PLAN_ERROR_CODES = [
  "strategy-plan/invalid-plan",
  "strategy-plan/invalid-input",
  "strategy-plan/empty-id",
  "strategy-plan/blank-text",
  "strategy-plan/period-not-a-year",
  "strategy-plan/period-part-of-year",
  "strategy-plan/duplicate-id",
  "strategy-plan/unknown-reference",
  "strategy-plan/neither-named",
  "strategy-plan/relation-unsaid",
  "strategy-plan/kin-declared",
  "strategy-plan/kin-of-manager",
  "strategy-plan/kinship-unsaid",
  "strategy-plan/dealing-without-consent",
  "strategy-plan/limit-exceeded",
  "strategy-plan/limit-expired",
  "strategy-plan/credit-review-due",
  "strategy-plan/officer-review-due",
  "strategy-plan/officer-source-missing",
  "strategy-plan/renewal-past",
  "strategy-plan/dated-later",
  "strategy-plan/turnover-above-whole",
  "strategy-plan/share-out-of-range",
  "strategy-plan/adopted-without-need",
  "strategy-plan/discontinued-without-adoption",
  "strategy-plan/discontinued-before-adoption",
  "strategy-plan/discontinued-unexplained",
  "strategy-plan/adoption-unsaid",
  "strategy-plan/share-before-adoption",
  "strategy-plan/share-without-adoption",
  "strategy-plan/share-after-discontinuation",
  "strategy-plan/spend-without-adoption",
  "strategy-plan/spend-before-adoption",
  "strategy-plan/spend-after-discontinuation",
  "strategy-plan/share-differs-from-spend",
  "strategy-plan/supplier-contradicted",
  "strategy-plan/value-period-differs",
  "strategy-plan/value-period-not-over",
  "strategy-plan/pitch-outside-plan-year",
  "strategy-plan/pitch-on-day-off",
  "strategy-plan/pitch-day-unsure",
  "strategy-plan/income-outside-plan-year",
  "strategy-plan/negative-amount",
  "strategy-plan/progress-incomplete",
  "strategy-plan/progress-before-plan",
  "strategy-plan/income-before-win",
  "strategy-plan/progress-contradicted",
  "strategy-plan/prevention-overdue",
  "strategy-plan/suitability-missing",
  "strategy-plan/currency-differs",
  "strategy-plan/period-differs",
  "strategy-plan/negative-spend",
] as const satisfies readonly StrategyPlanErrorCode[];

/** One of the codes of this room. */
export type StrategyPlanErrorCode = keyof StrategyPlanErrorDetails;

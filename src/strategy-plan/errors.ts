import type { StrategyPlanErrorDetails } from "./reasons.ts";

/**
 * Codes of this room. `strategy-plan/invalid-plan` is a plan that cannot be read, and is thrown by everything that
 * computes from one, as `strategy-plan/empty-id` of an institution is by what needs to know whose spend it is; the others
 * are contradictions, which are issues only, because a plan in progress is full of them.
 */
export const STRATEGY_PLAN_ERROR_CODES = [
  "strategy-plan/invalid-plan",
  "strategy-plan/empty-id",
  "strategy-plan/duplicate-id",
  "strategy-plan/unknown-reference",
  "strategy-plan/turnover-above-whole",
  "strategy-plan/share-out-of-range",
  "strategy-plan/adopted-without-need",
  "strategy-plan/discontinued-without-adoption",
  "strategy-plan/discontinued-before-adoption",
  "strategy-plan/discontinued-unexplained",
  "strategy-plan/share-without-adoption",
  "strategy-plan/share-after-discontinuation",
  "strategy-plan/share-differs-from-spend",
  "strategy-plan/supplier-contradicted",
  "strategy-plan/pitch-outside-plan-year",
  "strategy-plan/currency-differs",
  "strategy-plan/period-differs",
  "strategy-plan/negative-spend",
] as const satisfies readonly StrategyPlanErrorCode[];

/** One of the codes of this room. */
export type StrategyPlanErrorCode = keyof StrategyPlanErrorDetails;

/** Codes of the issues of this room; a plan in progress is full of holes, so nothing here is thrown. */
export type StrategyPlanErrorCode =
  | "strategy-plan/empty-id"
  | "strategy-plan/duplicate-id"
  | "strategy-plan/unknown-reference"
  | "strategy-plan/turnover-above-whole"
  | "strategy-plan/share-out-of-range"
  | "strategy-plan/adopted-without-need"
  | "strategy-plan/discontinued-without-adoption"
  | "strategy-plan/discontinued-before-adoption"
  | "strategy-plan/discontinued-unexplained"
  | "strategy-plan/share-without-adoption"
  | "strategy-plan/share-after-discontinuation"
  | "strategy-plan/share-differs-from-spend"
  | "strategy-plan/supplier-contradicted"
  | "strategy-plan/pitch-outside-plan-year"
  | "strategy-plan/currency-differs"
  | "strategy-plan/period-differs"
  | "strategy-plan/negative-spend";

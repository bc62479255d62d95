/** What both parts of a book have in common when they are merged. */
export const PORTFOLIO_TERMS = ["asOf", "renewalsWithinDays", "health", "tiers"] as const;

/** The day, the days of renewals, the policy of health, or the tiers of a portfolio. */
export type PortfolioTerm = (typeof PORTFOLIO_TERMS)[number];

/** What the issues of portfolios carry, by code. */
export interface PortfolioReasonDetails {
  /**
   * A plan whose id an earlier one of the list has: counted twice, sums would be too high.
   *
   * Remedy: leave out the row; of several versions of a plan, give the one that `planInForce` names.
   */
  "strategy-plan/repeated-plan": { readonly id: string };
}

/** What the errors of portfolios carry, by code. */
export interface PortfolioErrorDetails {
  /**
   * Two portfolios that were made as of other days, or by other rules, so that they have no sum.
   *
   * Remedy: make both by the same day, days of renewals, policy of health and tiers.
   */
  "strategy-plan/portfolios-differ": { readonly term: PortfolioTerm };
}

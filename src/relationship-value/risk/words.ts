/** What the capital of a return is. */
export const CAPITAL_BASES = ["economic", "regulatory", "equity"] as const;

/**
 * What the capital of a return is: economic, on which the return is a RAROC, as the expected loss is taken off the
 * income; regulatory, on which it is a return on regulatory capital; or the equity of the balance sheet, on which it is a
 * ROE after risk.
 */
export type CapitalBasis = (typeof CAPITAL_BASES)[number];

/** Why there is no rate at which a relationship meets its target. */
export const REPRICE_REFUSALS = [
  "position-without-balance",
  "no-capital-to-earn-on",
  "met-without-interest",
  "not-met-without-interest",
  "rate-beyond-range",
] as const;

/**
 * Why there is no rate: the position has no balance above 0, the relationship no capital or no time, the target is met even
 * at a loan rate of 0, is not met even at a deposit rate of 0, or needs a rate beyond 100 % a year.
 */
export type RepriceRefusal = (typeof REPRICE_REFUSALS)[number];

/** The periods a rate of lifetime values may be per. */
export const RATE_PERIODS = ["month", "quarter", "year"] as const;

/** What a rate is per. */
export type RatePeriod = (typeof RATE_PERIODS)[number];

/** Why there is no lifetime value. */
export const LIFETIME_REFUSALS = ["diverges", "not-settled"] as const;

/**
 * Why there is no lifetime value: `diverges`, as what comes without end grows as fast as it is discounted, or faster;
 * `not-settled`, as it is so near to diverging that the digits asked for are not certain. Where clients differ and `alpha`
 * is greater than 1, they leave fast enough for a sum even without discount.
 */
export type LifetimeRefusal = (typeof LIFETIME_REFUSALS)[number];

/** Why no model could be fitted. */
export const FIT_REFUSALS = ["too-few-renewals", "nobody-left", "nobody-left-later", "no-rising-retention"] as const;

/**
 * Why no model could be fitted: nobody came to a second renewal; nobody left at all, or after the first renewal, so that
 * the likelihood has no highest point; or retention does not rise, and a constant retention, or a table, says all there is
 * to say.
 */
export type FitRefusal = (typeof FIT_REFUSALS)[number];

/** Why there is no lifetime value, or no fitted model, by its reason. */
export type LifetimeReason<Reason extends LifetimeRefusal | FitRefusal = LifetimeRefusal | FitRefusal> =
  Reason extends string ? { readonly ok: false; readonly reason: Reason } : never;

/** What lifetime values refuse, by code. */
export interface LifetimeErrorDetails {
  /**
   * A margin, discount or growth per another period than the retention: a monthly churn under an annual discount.
   *
   * Remedy: bring the rate to the period of the retention with `convertPeriodicRate`, or state the margin of that
   * period.
   */
  "relationship-value/rate-periods-differ": { readonly expected: RatePeriod; readonly received: RatePeriod };
  /**
   * A table of retention rates that ends before the horizon; `needed` is null for a horizon without end.
   *
   * Remedy: give a rate for every renewal up to the last payment, or shorten the horizon.
   */
  "relationship-value/retention-table-too-short": { readonly entries: number; readonly needed: number | null };
}

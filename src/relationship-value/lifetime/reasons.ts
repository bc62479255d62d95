/** The periods a rate of lifetime values may be per. */
export const RATE_PERIODS = ["month", "quarter", "year"] as const;

/** What a rate is per. */
export type RatePeriod = (typeof RATE_PERIODS)[number];

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

import type { DecimalString } from "../../core/index.ts";
import type { CapitalBasis, RepriceRefusal } from "./words.ts";

/** What the errors and issues of risk and cost carry, by code. */
export interface RiskErrorDetails {
  /**
   * Interest whose parts contradict each other: net interest income and treasury together (`received`) are not interest
   * received less paid (`expected`), or net interest income of assets and of liabilities together (`received`) is not the
   * whole (`expected`).
   *
   * Remedy: pass the `totals` of `netInterestIncome` unchanged, or `nii` alone where the parts are not known.
   */
  "relationship-value/interest-does-not-sum": { readonly expected: DecimalString; readonly received: DecimalString };
  /** Remedy: add the activity to `costs`, or correct its name in the row. */
  "relationship-value/no-activity-cost": { readonly activity: string };
  /**
   * An exposure that lacks what the capital is found by.
   *
   * Remedy: give the exposure a `riskWeight` for regulatory capital, and `economicCapital` or `worstCaseLoss` for economic
   * capital.
   */
  "relationship-value/no-capital": { readonly id: string; readonly basis: CapitalBasis };
  /**
   * A position to be repriced that is not there, or more than once.
   *
   * Remedy: name the id of exactly one position that has no issue.
   */
  "relationship-value/not-one-position": { readonly id: string; readonly found: number };
}

/** Why no rate of a position meets a target, by its reason. */
export type RepriceReason<Reason extends RepriceRefusal = RepriceRefusal> = Reason extends string
  ? {
      readonly ok: false;
      readonly reason: Reason;
      readonly position: string;
      readonly target: DecimalString;
    }
  : never;

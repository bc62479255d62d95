import type { ReadingDetails } from "../../core/index.ts";
import type { PlanRowId } from "../types.ts";

/** What the issues of booked income carry, by code. */
export interface YearReasonDetails {
  /**
   * A row of booked income that cannot be read.
   *
   * Remedy: correct the member at `path` of the row.
   */
  "strategy-plan/invalid-booking": ReadingDetails;
  /**
   * A row of booked income whose id an earlier row has: counted twice, income would be too high.
   *
   * Remedy: take out the row, or give it an id of its own.
   */
  "strategy-plan/repeated-booking": { readonly id: string };
  /**
   * A row of booked income for an action that the plan does not have.
   *
   * Remedy: correct `action` of the row, or leave it out where no action of the plan brought the income.
   */
  "strategy-plan/action-not-in-plan": { readonly action: PlanRowId };
}

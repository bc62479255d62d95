import type { ClientId } from "../../client/index.ts";
import type { PlanRowId } from "../types.ts";

/** What the issues of a plan for a group carry, by code. */
export interface PlanGroupReasonDetails {
  /** Remedy: give exactly one of the managers of the group the role `lead`. */
  "strategy-plan/lead-manager-count": { readonly count: number };
  /** Remedy: list the member once, with all its booking units. */
  "strategy-plan/member-twice": { readonly member: ClientId };
  /** A row or a manager names a client that is not in the group. Remedy: correct the id, or add the member to `group`. */
  "strategy-plan/unknown-member": { readonly member: ClientId };
  /**
   * A unit that books an action and is not one of its member’s, or of any member’s where the action names none.
   *
   * Remedy: correct `bookingUnit` of the action, or add the unit to the member.
   */
  "strategy-plan/booking-unit-unknown": { readonly action: PlanRowId; readonly unit: string };
}

import type { LocalDate } from "../../core/index.ts";
import type { EmployeeId } from "../types.ts";

/** What the issues about managers carry, by code. */
export interface ManagerErrorDetails {
  /**
   * Two primary managers, and the first day of the later row.
   *
   * Remedy: end the earlier row of `managers` on the day the later one begins, or make one of them `backup`.
   */
  "client/managers-overlap": { readonly employees: readonly [EmployeeId, EmployeeId]; readonly from: LocalDate };
  /**
   * A primary manager who is backup of the same client, and the first day in both roles.
   *
   * Remedy: make somebody else the backup, or end that row of `managers` on the day the other role begins.
   */
  "client/own-backup": { readonly employee: EmployeeId; readonly from: LocalDate };
  /**
   * Days on which nobody was primary manager, between two who were; `to` is exclusive.
   *
   * Remedy: let the later row of `managers` begin on the day the earlier one ends, or add who stood in.
   */
  "client/managers-gap": {
    readonly employees: readonly [EmployeeId, EmployeeId];
    readonly from: LocalDate;
    readonly to: LocalDate;
  };
  /**
   * The client went from one primary manager to another, and nobody approved it; the first day of the new one.
   *
   * Remedy: enter `approval` with who approved, the day and the reason.
   */
  "client/transfer-not-approved": { readonly employees: readonly [EmployeeId, EmployeeId]; readonly on: LocalDate };
  /**
   * The approval is by the manager who leaves or the one who arrives.
   *
   * Remedy: have the transfer approved by somebody else, such as the head of the unit.
   */
  "client/approved-by-party": { readonly approver: EmployeeId; readonly on: LocalDate };
  /**
   * The approval came after the assignment began.
   *
   * Remedy: correct the day of the approval; otherwise let the assignment begin on that day, and the one before last
   * until then.
   */
  "client/approved-late": { readonly approvedOn: LocalDate; readonly from: LocalDate };
}

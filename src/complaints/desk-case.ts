import type { DeskCase } from "../sla/index.ts";
import { slaEvents } from "./sla-events.ts";
import type { ComplaintCase } from "./types.ts";

/**
 * A complaint as a case of the desk report (投诉台账): what is due, at risk and breached by owner and category.
 *
 * The owner is the handler, or nobody until the case is registered. Reviews are left out; they have clocks of their
 * own.
 *
 * @param complaint - in any state
 * @param policy - id of the deadline policy the case is measured against
 * @returns a case for `deskReport`
 * @example
 * import { CN } from "relationship-banking/calendar/cn";
 * const complaint = receiveComplaint({
 *   id: "C-1", receivedAt: "2026-02-13T10:00:00+08:00", channel: "phone", origin: "client", client: "K-77",
 *   contactable: true, category: "fees", outlet: "B-12", acceptedBy: "E-4", personsComplainedOf: [],
 * });
 * const cases = [deskCaseOf(complaint, "source.complaint")];
 * const report = deskReport(cases, { asOf: "2026-02-25", policies: complaintPolicies, calendars: [CN] });
 * report.byCategory.map(({ key, dueToday }) => [key, dueToday]) // => [["fees", 1]]
 * @since 0.1.0
 */
export function deskCaseOf(complaint: ComplaintCase, policy: string): DeskCase {
  const { id, handler, category } = complaint;
  return { id, policy, events: slaEvents(complaint), owner: handler, category };
}

import { readOneOf, readText } from "../core/inner.ts";
import type { DeskCase, SlaEvent } from "../sla/index.ts";
import type { ComplaintHistoryEntry } from "./entries/entry.ts";
import type { ExtendStep } from "./entries/steps.ts";
import { theComplaint } from "./reading/complaint.ts";
import { INPUT, isThere } from "./reading/kind.ts";
import type { ComplaintCase } from "./types.ts";

function extended(step: ExtendStep, base: { readonly at: string; readonly id: string }): SlaEvent {
  return {
    type: "extended",
    ...base,
    ...(isThere(step.clock) ? { clock: step.clock } : {}),
    ...(isThere(step.extension) ? { extension: step.extension } : {}),
    ...(isThere(step.to) ? { to: step.to } : {}),
    approvedByRole: step.approvedByRole,
    approvedBy: step.approvedBy,
    ...(isThere(step.clientToldAt) ? { notifiedAt: step.clientToldAt } : {}),
    reason: step.reason,
  };
}

/** The event an entry is for the clocks; null when it does not concern them. */
function eventOf(entry: ComplaintHistoryEntry, id: string, onTheSpot: boolean): SlaEvent | null {
  const base = { at: entry.at, id };
  switch (entry.type) {
    case "receive":
      return { type: "received", ...base };
    case "tell-expectation":
      return { type: "acknowledged", ...base };
    case "transfer":
      return { type: "reassigned", ...base, to: entry.to };
    case "extend":
      return extended(entry, base);
    case "begin-appraisal":
      return {
        type: "paused",
        ...base,
        reason: "outside-appraisal",
        ...(isThere(entry.clientToldAt) ? { notifiedAt: entry.clientToldAt } : {}),
      };
    case "end-appraisal":
      return { type: "resumed", ...base, reason: "outside-appraisal" };
    case "bring-new-facts":
      // the limit starts on the day the facts came, whenever they were recorded
      return { type: "new-facts", ...base, at: entry.facts.receivedAt };
    case "client-accepts":
      return { type: "accepted", ...base, at: entry.acceptance.receivedAt };
    case "decide":
      return { type: "resolved", ...base };
    case "reply":
      return { type: "replied", ...base, ...(onTheSpot ? { onTheSpot } : {}) };
    case "withdraw":
      // the clocks end on the day of the request, whenever it was recorded
      return { type: "withdrawn", ...base, at: entry.request.receivedAt };
    case "merge":
      return { type: "merged", ...base, into: entry.into };
    case "decline":
      // whoever brought it was told, which is their answer
      return { type: "replied", ...base };
    case "re-open":
      return { type: "re-opened", ...base };
    case "register":
    case "handle-on-the-spot":
    case "investigate":
    case "follow-up":
    case "close":
    case "escalate":
    case "take-in":
    case "name-person":
    case "inform-cause-owner":
    case "suggest-improvement":
    case "offer-sale":
      return null;
  }
}

/** Whose clocks the events of a complaint are for: its own, or those of its last review. */
export const COMPLAINT_CLOCKS = ["case", "review"] as const;
/** Whose clocks the events of a complaint are for. */
export type ComplaintClock = (typeof COMPLAINT_CLOCKS)[number];

/**
 * The history of a complaint as events for the deadline engine (时限事件), so that `evaluateSla` can evaluate its clocks.
 *
 * Receipt starts the clocks; telling the client what to expect acknowledges; a decision resolves, which tells the client
 * nothing; a reply replies (on the spot, if it came without an investigation), and so does declining it, which tells whoever
 * brought it; a withdrawal, new facts and the client's acceptance count from the moment the bank received them; a merger names the earlier complaint; a transfer reassigns and stops
 * nothing. Every event carries the complaint's id and the position of its entry.
 *
 * A review by a superior unit has a clock of its own: what follows an escalation belongs to the review, until the case
 * is taken up again. `"review"` gives the events of the last review, which is received when it is requested.
 *
 * @param complaint - in any state
 * @param of - whose clock: the complaint's own, or its last review's; the complaint's by default
 * @returns events in the order of the history; none when no review was requested
 * @throws `complaints/invalid-complaint`, `complaints/invalid-input`, with the path to what is not of its type
 * @example
 * import { CN } from "relationship-banking/calendar/cn";
 * const complaint = receiveComplaint({
 *   id: "C-1", receivedAt: "2026-02-13T10:00:00+08:00", channel: "phone", origin: "client", client: "K-77",
 *   contactable: true, category: "fees", outlet: "B-12", acceptedBy: "E-4", personsComplainedOf: [],
 * });
 * slaEvents(complaint) // => [{ type: "received", at: "2026-02-13T10:00:00+08:00", id: "C-1#0" }]
 * evaluateSla(sourceComplaintPolicy, slaEvents(complaint), { now: "2026-02-14T09:00:00+08:00", calendars: [CN] }).next?.dueDate // => "2026-02-25"
 * @since 0.1.0
 */
export function slaEvents(complaint: ComplaintCase, of: ComplaintClock = "case"): readonly SlaEvent[] {
  return eventsOf(theComplaint(complaint), readOneOf(of, COMPLAINT_CLOCKS, ["of"], INPUT) === "review");
}

function eventsOf(complaint: ComplaintCase, ofReview: boolean): readonly SlaEvent[] {
  const events: SlaEvent[] = [];
  let inReview = false;
  let onTheSpot = false;
  for (const [index, entry] of complaint.history.entries()) {
    if (entry.type === "escalate" || entry.type === "re-open") {
      inReview = entry.type === "escalate";
      onTheSpot = false;
      if (inReview && ofReview) events.length = 0;
    }
    if (entry.type === "handle-on-the-spot") onTheSpot = true;
    // whoever it is passed to investigates before deciding
    if (entry.type === "investigate") onTheSpot = false;
    if (inReview !== ofReview) continue;
    const id = `${complaint.id}#${String(index)}`;
    const event: SlaEvent | null =
      entry.type === "escalate" ? { type: "received", at: entry.at, id } : eventOf(entry, id, onTheSpot);
    if (event !== null) events.push(event);
  }
  return events;
}

/**
 * A complaint as a case of the desk report (投诉台账): what is due, at risk and breached by owner and category.
 *
 * The owner is the handler, or nobody until the case is registered. Reviews are left out; they have clocks of their
 * own.
 *
 * @param complaint - in any state
 * @param policy - id of the deadline policy the case is measured against
 * @returns a case for `deskReport`
 * @throws `complaints/invalid-complaint`, `complaints/invalid-input`, with the path to what is not of its type
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
  const { id, handler, category } = theComplaint(complaint);
  readText(policy, ["policy"], INPUT);
  return { id, policy, events: eventsOf(complaint, false), owner: handler, category };
}

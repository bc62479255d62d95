import { allowedEvents, compareInstants, transition, type Details } from "../core/index.ts";
import { complaintLifecycle } from "./lifecycle.ts";
import { refusalOf } from "./refusals.ts";
import type {
  ComplaintAction,
  ComplaintCase,
  ComplaintHandlingPolicy,
  ComplaintHistoryEntry,
  ComplaintNote,
  ComplaintOutcome,
  ComplaintRefusal,
  RegisterStep,
} from "./types.ts";

function refused(complaint: ComplaintCase, reason: ComplaintRefusal, details: Details): ComplaintOutcome {
  return { ok: false, reason, allowed: allowedEvents(complaintLifecycle, complaint.state), details };
}

/** Refuses a step dated before the last entry of the history. */
function disorder(complaint: ComplaintCase, entry: ComplaintHistoryEntry): ComplaintOutcome | null {
  const last = complaint.history.at(-1)?.at ?? complaint.receivedAt;
  if (compareInstants(entry.at, last) >= 0) return null;
  return refused(complaint, "before-last-entry", { type: entry.type, at: entry.at, last });
}

/** The handler after a step. */
function handlerAfter(complaint: ComplaintCase, action: ComplaintAction): string | null {
  if (action.type === "register") return action.handler;
  if (action.type === "transfer") return action.to;
  if (action.type === "investigate") return action.handler ?? complaint.handler;
  return complaint.handler;
}

/**
 * Takes a complaint one step further (投诉流转).
 *
 * A step is refused, and the steps the state allows are returned, when the table does not have it; when it is dated
 * before the last entry, so that no reply comes before its decision and nothing before the receipt; when a person
 * complained of would handle, decide or approve; when a group has too many representatives; when the client was not
 * told what to expect and the matter is not settled on the spot; when nobody approved more time; when redress has no
 * authority or exceeds it; when the reply lacks an item of the checklist. The complaint passed in is never changed; the
 * history only grows.
 *
 * Whether a step meets the deadline is not checked here: `slaEvents` hands the history to the deadline engine.
 *
 * @param complaint - the current state of the case
 * @param action - the step
 * @param policy - how the bank handles complaints
 * @returns the complaint with one more entry, or the refusal
 * @throws `core/invalid-instant`
 * @throws `complaints/negative-redress`, and the codes of `money`
 * @see 商业银行个人客户经理工作流程 p. 60-62
 * @example
 * const complaint = receiveComplaint({
 *   id: "C-1", receivedAt: "2026-02-13T10:00:00+08:00", channel: "in-person", origin: "client", client: "K-77",
 *   contactable: true, category: "fees", outlet: "B-12", acceptedBy: "E-4", personsComplainedOf: ["E-4"],
 * });
 * const reply = { type: "reply", at: "2026-02-13T10:05:00+08:00", by: "E-9", form: "in-person", items: [], remedies: [] } as const;
 * const refused = transitionComplaint(complaint, reply, sourceComplaintHandling);
 * refused.ok ? null : refused.reason // => "transition-not-allowed"
 * refused.ok ? null : refused.allowed // => ["register", "withdraw"]
 * @since 0.1.0
 */
export function transitionComplaint(
  complaint: ComplaintCase,
  action: ComplaintAction,
  policy: ComplaintHandlingPolicy,
): ComplaintOutcome {
  const step = transition(complaintLifecycle, complaint.state, action.type);
  if (!step.ok) return refused(complaint, step.reason, { from: step.from, type: step.event });
  const late = disorder(complaint, action);
  if (late !== null) return late;
  const condition = refusalOf(complaint, action, policy);
  if (condition !== null) return refused(complaint, condition.reason, condition.details);
  return {
    ok: true,
    complaint: {
      ...complaint,
      state: step.to,
      handler: handlerAfter(complaint, action),
      history: [...complaint.history, action],
    },
  };
}

/**
 * Writes a received complaint into the register with its handler, cause and key points (登记投诉).
 *
 * @param complaint - in state `received`
 * @param registration - who registers, when, who handles it, why the client complains and what has to be settled
 * @param policy - how the bank handles complaints
 * @returns the complaint in state `registered`, or the refusal
 * @throws `core/invalid-instant`
 * @see 商业银行个人客户经理工作流程 p. 62: 了解客户投诉的原因, 记录投诉记录表, 明确处理投诉的关键点
 * @example
 * const complaint = receiveComplaint({
 *   id: "C-1", receivedAt: "2026-02-13T10:00:00+08:00", channel: "in-person", origin: "client", client: "K-77",
 *   contactable: true, category: "conduct", outlet: "B-12", acceptedBy: "E-4", personsComplainedOf: ["E-4"],
 * });
 * const registration = { at: "2026-02-13T10:10:00+08:00", by: "E-4", cause: "waited an hour", keyPoints: ["apology"] };
 * const refused = registerComplaint(complaint, { ...registration, handler: "E-4" }, sourceComplaintHandling);
 * refused.ok ? null : refused.reason // => "handler-complained-of"
 * const done = registerComplaint(complaint, { ...registration, handler: "E-9" }, sourceComplaintHandling);
 * done.ok && [done.complaint.state, done.complaint.handler] // => ["registered", "E-9"]
 * @since 0.1.0
 */
export function registerComplaint(
  complaint: ComplaintCase,
  registration: Omit<RegisterStep, "type">,
  policy: ComplaintHandlingPolicy,
): ComplaintOutcome {
  return transitionComplaint(complaint, { ...registration, type: "register" }, policy);
}

/**
 * Records something that changes no state: that the client was told what to expect, an outside appraisal, new facts, an
 * idea for improvement (投诉记录).
 *
 * Ideas for improvement are accepted in every state; the rest is refused once the case is withdrawn or closed, and a
 * sale unless the bank's policy allows it.
 *
 * @param complaint - the current state of the case
 * @param note - what to record
 * @param policy - how the bank handles complaints
 * @returns the complaint with one more entry, or the refusal
 * @throws `core/invalid-instant`
 * @see 商业银行个人客户经理工作流程 p. 62: 应收集有利于改进本行产品或提高服务的信息; 给出客户处理投诉的时间预期
 * @example
 * const complaint = receiveComplaint({
 *   id: "C-1", receivedAt: "2026-02-13T10:00:00+08:00", channel: "in-person", origin: "client", client: "K-77",
 *   contactable: true, category: "fees", outlet: "B-12", acceptedBy: "E-4", personsComplainedOf: [],
 * });
 * const refused = noteComplaint(complaint, { type: "offer-sale", at: "2026-02-13T10:05:00+08:00", by: "E-4", product: "fund" }, sourceComplaintHandling);
 * refused.ok ? null : refused.reason // => "selling-not-allowed"
 * @since 0.1.0
 */
export function noteComplaint(
  complaint: ComplaintCase,
  note: ComplaintNote,
  policy: ComplaintHandlingPolicy,
): ComplaintOutcome {
  const over = complaint.state === "withdrawn" || complaint.state === "closed";
  if (over && note.type !== "suggest-improvement") {
    return refused(complaint, "case-over", { state: complaint.state, type: note.type });
  }
  if (note.type === "offer-sale" && !policy.sellingAllowed) {
    return refused(complaint, "selling-not-allowed", { policy: policy.id });
  }
  return disorder(complaint, note) ?? { ok: true, complaint: { ...complaint, history: [...complaint.history, note] } };
}

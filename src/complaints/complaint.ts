import { advance, allowedEvents, checkCase, describeValue, type CaseContext, type Issue } from "../core/index.ts";
import { frozenCopy, inTheirWords, readObject, unreadableIn } from "../core/inner.ts";
import { complaintLifecycle } from "./course.ts";
import type { ComplaintNote } from "./entries/notes.ts";
import type { ComplaintAction, RegisterStep } from "./entries/steps.ts";
import { complaintFlow } from "./flow.ts";
import type { ComplaintHandlingPolicy } from "./handling-policy.ts";
import type { ComplaintIntake } from "./intake.ts";
import { readContext, readHead, theComplaint } from "./reading/complaint.ts";
import { readEntry, readStep } from "./reading/entry.ts";
import { readIntake } from "./reading/intake.ts";
import { COMPLAINT, INPUT } from "./reading/kind.ts";
import { thePolicy } from "./reading/policy.ts";
import type { ComplaintCase, ComplaintOutcome } from "./types.ts";

/**
 * What the separation of persons needs to know besides the policy: the other complaints of the same matter, all others,
 * and who is in which team.
 */
export type ComplaintContext = Omit<CaseContext<ComplaintCase, ComplaintHandlingPolicy>, "policy">;

/**
 * A complaint as it is accepted (受理投诉), in state `received`.
 *
 * Every employee must accept a complaint, so `acceptedBy` is only checked for being present: even the person complained
 * of accepts, and does nothing else in it. Only later steps check who may take them.
 *
 * @param intake - who complained, when, how and about what
 * @returns the complaint, with its receipt as the first entry of its history
 * @throws `complaints/empty-id` for a blank id, outlet, category or employee
 * @throws `complaints/invalid-complaint` for another member that is missing, misspelt or of another kind
 * @throws `core/invalid-case` for an employee's id with blanks around, or with unseen or full-width signs or another dash than the hyphen in it; capitals
 * and small letters are two ids
 * @throws `core/invalid-instant`, `core/invalid-date`
 * @see 商业银行个人客户经理工作流程 p. 60: 本行每个员工都有接受客户投诉的职责
 * @example
 * const complaint = receiveComplaint({
 *   id: "C-1", receivedAt: "2026-02-13T10:00:00+08:00", channel: "in-person", origin: "client", client: "K-77",
 *   contactable: true, category: "fees", outlet: "B-12", acceptedBy: "E-4", personsComplainedOf: ["E-4"],
 * });
 * complaint.state // => "received"
 * complaint.history // => [{ type: "receive", at: "2026-02-13T10:00:00+08:00", by: "E-4", personsComplainedOf: ["E-4"] }]
 * @since 0.1.0
 */
export function receiveComplaint(intake: ComplaintIntake): ComplaintCase {
  return received(readIntake(intake, ["intake"], COMPLAINT));
}

/** A complaint that was just received, of an intake that was read. */
export function received(intake: ComplaintIntake): ComplaintCase {
  return {
    ...intake,
    state: "received",
    handler: null,
    history: [
      {
        type: "receive",
        at: intake.receivedAt,
        by: intake.acceptedBy,
        personsComplainedOf: [...intake.personsComplainedOf],
      },
    ],
  };
}

const isStep = (type: string): boolean =>
  Object.values<object>(complaintLifecycle.table).some((row) => Object.hasOwn(row, type));

const isNote = (type: string): boolean => Object.hasOwn(complaintFlow.notes, type);

/** A copy of a step that nobody else holds: what is read is what is written down. */
const copyOf = <T extends object>(step: T, parameter: string): T =>
  frozenCopy(readObject(step, [parameter], COMPLAINT), [parameter], COMPLAINT);

/** A complaint that was read, as casework reads it: its links are a list, or not there. */
function linkedOrNot(complaint: ComplaintCase): ComplaintCase {
  if ((complaint.links as unknown) !== null) return complaint;
  return Object.fromEntries(Object.entries(complaint).filter(([name]) => name !== "links")) as unknown as ComplaintCase;
}

/** What casework is told besides the complaint. */
function told(
  { linked, elsewhere, ...rest }: ComplaintContext,
  policy: ComplaintHandlingPolicy,
): CaseContext<ComplaintCase, ComplaintHandlingPolicy> {
  return {
    ...rest,
    ...(linked === undefined ? {} : { linked: linked.map(linkedOrNot) }),
    ...(elsewhere === undefined ? {} : { elsewhere: elsewhere.map(linkedOrNot) }),
    policy,
  };
}

/** One step or one note further; a step is not taken as a note, nor a note as a step. */
function advanced(
  complaint: ComplaintCase,
  step: ComplaintAction | ComplaintNote,
  parameter: string,
  isOfKind: (type: string) => boolean,
  policy: ComplaintHandlingPolicy,
  context: ComplaintContext,
): ComplaintOutcome {
  const { state: from } = theComplaint(complaint);
  thePolicy(policy);
  readContext(context, ["context"], INPUT);
  const type: unknown = step.type;
  if (typeof type !== "string" || !isOfKind(type)) {
    const details = { from, type: typeof type === "string" ? type : describeValue(type) };
    return { ok: false, reason: "transition-not-allowed", allowed: allowedEvents(complaintLifecycle, from), details };
  }
  readStep(step, [parameter], COMPLAINT);
  const outcome = inTheirWords({ kase: ["complaint"], step: [parameter], action: [parameter] }, () =>
    advance(complaintFlow, linkedOrNot(complaint), step, told(context, policy)),
  );
  // the details are those of the conditions in the flow, or of casework
  return outcome.ok ? { ok: true, complaint: outcome.kase } : (outcome as ComplaintOutcome);
}

/**
 * Takes a complaint one step further (投诉流转).
 *
 * A step is refused, and the steps the state allows are returned, when the table does not have it; when it is dated
 * before the last entry, so that no reply comes before its decision and nothing before the receipt; when
 * `complaintSeparation` or a rule of the policy keeps somebody out of it, or nobody can say because a linked
 * complaint is not given; when a group has too many representatives, or somebody who complains for the client has not
 * shown that they may; when the client was not told what to expect and the matter is not settled on the spot; when
 * nobody approved more time; when redress has no authority or exceeds it; when the reply lacks an item of the checklist;
 * when a withdrawal is older than its complaint or younger than its record. The complaint passed in is never changed; the
 * history only grows.
 *
 * Whether a step meets the deadline is not checked here: `slaEvents` hands the history to the deadline engine.
 *
 * @param complaint - the current state of the case
 * @param action - the step
 * @param policy - how the bank handles complaints
 * @param context - what its separation rules need to know: the other complaints of the matter, all others, the teams;
 * default none of it
 * @returns the complaint with one more entry, or the refusal
 * @throws `complaints/invalid-complaint`, `complaints/invalid-policy`, `complaints/invalid-input` for what is not of its
 * type, with the path to the place
 * @throws `core/invalid-instant`, `core/invalid-case`, `core/invalid-separation`
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
 * refused.ok ? null : refused.allowed // => ["register", "withdraw", "merge", "decline"]
 * @since 0.1.0
 */
export function transitionComplaint(
  complaint: ComplaintCase,
  action: ComplaintAction,
  policy: ComplaintHandlingPolicy,
  context: ComplaintContext = {},
): ComplaintOutcome {
  return advanced(complaint, copyOf(action, "action"), "action", isStep, policy, context);
}

/**
 * Writes a received complaint into the register with its handler, cause and key points (登记投诉).
 *
 * @param complaint - in state `received`
 * @param registration - who registers, when, who handles it, why the client complains and what has to be settled
 * @param policy - how the bank handles complaints
 * @param context - what its separation rules need to know: the other complaints of the matter, all others, the teams;
 * default none of it
 * @returns the complaint in state `registered`, or the refusal
 * @throws `complaints/invalid-complaint`, `complaints/invalid-policy`, `complaints/invalid-input` for what is not of its
 * type, with the path to the place
 * @throws `core/invalid-instant`, `core/invalid-case`, `core/invalid-separation`
 * @see 商业银行个人客户经理工作流程 p. 61: 了解客户投诉的原因, 记录投诉记录表, 明确处理投诉的关键点
 * @example
 * const complaint = receiveComplaint({
 *   id: "C-1", receivedAt: "2026-02-13T10:00:00+08:00", channel: "in-person", origin: "client", client: "K-77",
 *   contactable: true, category: "conduct", outlet: "B-12", acceptedBy: "E-4", personsComplainedOf: ["E-4"],
 * });
 * const registration = { at: "2026-02-13T10:10:00+08:00", by: "E-9", cause: "waited an hour", keyPoints: ["apology"] };
 * const refused = registerComplaint(complaint, { ...registration, handler: "E-4" }, sourceComplaintHandling);
 * refused.ok ? null : refused.reason // => "separated"
 * const done = registerComplaint(complaint, { ...registration, handler: "E-9" }, sourceComplaintHandling);
 * done.ok && [done.complaint.state, done.complaint.handler] // => ["registered", "E-9"]
 * @since 0.1.0
 */
export function registerComplaint(
  complaint: ComplaintCase,
  registration: Omit<RegisterStep, "type">,
  policy: ComplaintHandlingPolicy,
  context: ComplaintContext = {},
): ComplaintOutcome {
  const step: RegisterStep = { ...copyOf(registration, "registration"), type: "register" };
  return advanced(complaint, step, "registration", isStep, policy, context);
}

/**
 * Records something that changes no state: that the client was told what to expect, an outside appraisal, new facts, that
 * the client accepted the decision, a later complaint that is taken in, somebody else who is complained of, that the
 * owner of the cause was told, an idea for improvement (投诉记录).
 *
 * Ideas for improvement, what the owner of the cause was told and who else is complained of are accepted in every state; the rest is refused once
 * the case is over, and a sale unless the bank's policy allows it.
 *
 * @param complaint - the current state of the case
 * @param note - what to record
 * @param policy - how the bank handles complaints
 * @param context - what its separation rules need to know: the other complaints of the matter, all others, the teams;
 * default none of it
 * @returns the complaint with one more entry, or the refusal
 * @throws `complaints/invalid-complaint`, `complaints/invalid-policy`, `complaints/invalid-input` for what is not of its
 * type, with the path to the place
 * @throws `core/invalid-instant`, `core/invalid-case`, `core/invalid-separation`
 * @see 商业银行个人客户经理工作流程 p. 61-62: 应收集有利于改进本行产品或提高服务的信息; 给出客户处理投诉的时间预期
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
  context: ComplaintContext = {},
): ComplaintOutcome {
  return advanced(complaint, copyOf(note, "note"), "note", isNote, policy, context);
}

/**
 * Checks a complaint that was stored or came from elsewhere (投诉档案核对).
 *
 * What cannot have been received is one issue; entries that are not of their shape are an issue each, and nothing is
 * replayed. Otherwise the history is replayed step by step from the receipt; each entry that would have been refused
 * becomes an issue `complaints/<refusal>`, or the code of the error when it cannot be an entry at all, and is left out of
 * the replay. At the end, state, handler and those complained of must be those the history leads to.
 *
 * @param complaint - as it was stored; it may have members of its own, as a row of a database has
 * @param policy - how the bank handles complaints
 * @param context - what its separation rules need to know: the other complaints of the matter, all others, the teams;
 * default none of it
 * @returns issues in the order of the history; none when all is well
 * @throws `complaints/invalid-policy`, `core/invalid-separation` when a rule of the policy names what does not exist
 * @throws `complaints/invalid-input` for a context that is not one; `core/invalid-separation`, `core/invalid-case`,
 * `core/invalid-instant` for a wrong row of the teams
 * @example
 * const complaint = receiveComplaint({
 *   id: "C-1", receivedAt: "2026-02-13T10:00:00+08:00", channel: "phone", origin: "hotline", client: "K-77",
 *   contactable: true, category: "fees", outlet: "B-12", acceptedBy: "E-4", personsComplainedOf: [],
 * });
 * checkComplaint(complaint, sourceComplaintHandling) // => []
 * checkComplaint({ ...complaint, state: "closed" }, sourceComplaintHandling) // => [{ code: "complaints/state-differs", path: ["state"], details: { state: "closed", expected: "received" } }]
 * @since 0.1.0
 */
export function checkComplaint(
  complaint: ComplaintCase,
  policy: ComplaintHandlingPolicy,
  context: ComplaintContext = {},
): readonly Issue[] {
  thePolicy(policy);
  readContext(context, ["context"], INPUT);
  const issues = unreadableIn(readObject(complaint, ["complaint"], COMPLAINT), readHead, readEntry, COMPLAINT);
  if (issues.length > 0) return issues;
  const stored = linkedOrNot(complaint);
  const [receipt] = stored.history;
  // whom it was about at first is for the receipt to say; the case has those found later too
  const personsComplainedOf = receipt?.type === "receive" ? receipt.personsComplainedOf : stored.personsComplainedOf;
  return checkCase(complaintFlow, received({ ...stored, personsComplainedOf }), stored, told(context, policy));
}

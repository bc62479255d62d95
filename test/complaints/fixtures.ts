import { orThrow } from "../../src/core/index.ts";
import {
  complaintFlow,
  exampleComplaintHandling,
  noteComplaint,
  receiveComplaint,
  transitionComplaint,
  type ComplaintAction,
  type ComplaintActionType,
  type ComplaintCase,
  type ComplaintContext,
  type ComplaintHandlingPolicy,
  type ComplaintIntake,
  type ComplaintNote,
} from "../../src/complaints/index.ts";

/** Minutes after ten on 2026-02-13 in Shanghai, a Friday before 春节. */
export const minute = (minutes: number): string =>
  `2026-02-13T${String(10 + Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}:00+08:00`;

export const intake: ComplaintIntake = {
  id: "C-1",
  receivedAt: minute(0),
  channel: "in-person",
  origin: "client",
  client: "K-77",
  contactable: true,
  category: "fees",
  product: "card",
  outlet: "B-12",
  acceptedBy: "E-1",
  personsComplainedOf: ["E-1", "E-2"],
};

/** A complaint just received. */
export const received = (changes: Partial<ComplaintIntake> = {}): ComplaintCase =>
  receiveComplaint({ ...intake, ...changes });

/** An earlier complaint of the same client about nobody, into which others are merged: it has taken in one. */
export function earlierOf(id: string): ComplaintCase {
  const first = received({ id: "C-0", acceptedBy: "E-0", personsComplainedOf: [] });
  const later = received({ id, acceptedBy: "E-0", personsComplainedOf: [] });
  const taking = { type: "take-in", at: minute(0), by: "E-0", complaint: id } as const;
  return orThrow(noteComplaint(first, taking, exampleComplaintHandling, { linked: [later] })).complaint;
}
/** The earlier complaint, which has taken in the one of the fixtures. */
export const earlier: ComplaintCase = earlierOf("C-1");

/** The matter of a complaint that may be merged into the earlier one. */
export const matterOf = (id: string): ComplaintContext => ({ linked: [earlierOf(id)] });
/** The matter of the complaint of the fixtures. */
export const matter: ComplaintContext = { linked: [earlier] };

/** A step of each type that meets every condition, at a minute. */
export function stepOf(type: ComplaintActionType, minutes: number): ComplaintAction {
  const base = { at: minute(minutes), by: "E-9" } as const;
  const steps: Record<ComplaintActionType, ComplaintAction> = {
    register: { type: "register", ...base, handler: "E-9", cause: "charged twice", keyPoints: ["refund"] },
    "handle-on-the-spot": { type: "handle-on-the-spot", ...base },
    investigate: { type: "investigate", ...base },
    transfer: { type: "transfer", ...base, to: "E-8", unit: "cards" },
    extend: {
      type: "extend",
      ...base,
      reason: "two branches",
      approvedBy: "E-7",
      approvedByRole: "department-in-charge",
    },
    decide: { type: "decide", ...base, decision: "upheld", reasons: "charged twice", rootCause: "system" },
    reply: {
      type: "reply",
      ...base,
      form: "phone",
      items: ["result", "facts", "basis", "reasons", "redress", "next-remedies", "contact"],
      remedies: ["review", "mediation", "arbitration", "court"],
    },
    "follow-up": { type: "follow-up", ...base, outcome: "satisfied" },
    close: { type: "close", ...base },
    withdraw: {
      type: "withdraw",
      ...base,
      request: { receivedAt: minute(minutes), form: "phone", reference: "recording 7" },
    },
    merge: { type: "merge", ...base, into: "C-0" },
    decline: { type: "decline", ...base, by: "E-6", ground: "not-the-party", reasons: "a neighbour", form: "phone" },
    "re-open": { type: "re-open", ...base, reason: "not refunded" },
    escalate: { type: "escalate", ...base, to: "head office", reason: "asks for review" },
  };
  return steps[type];
}

export const expectation = (minutes: number): ComplaintNote => ({
  type: "tell-expectation",
  at: minute(minutes),
  by: "E-9",
  replyBy: "2026-02-25",
});

/** Takes every step, or fails. */
export function taken(
  complaint: ComplaintCase,
  steps: readonly (ComplaintAction | ComplaintNote)[],
  policy: ComplaintHandlingPolicy = exampleComplaintHandling,
  context: ComplaintContext = matterOf(complaint.id),
): ComplaintCase {
  let current = complaint;
  for (const step of steps) {
    current = orThrow(
      isNote(step)
        ? noteComplaint(current, step, policy, context)
        : transitionComplaint(current, step, policy, context),
    ).complaint;
  }
  return current;
}

export function isNote(step: ComplaintAction | ComplaintNote): step is ComplaintNote {
  return Object.hasOwn(complaintFlow.notes, step.type);
}

/** Steps by type, a minute apart, the expectation told right after the registration. */
export function walk(complaint: ComplaintCase, types: readonly ComplaintActionType[]): ComplaintCase {
  const steps: (ComplaintAction | ComplaintNote)[] = [];
  for (const [index, type] of types.entries()) {
    // a review is not decided by whoever handled or decided before
    const isReview =
      type === "decide" &&
      types
        .slice(0, index)
        .filter((one) => one === "escalate" || one === "re-open")
        .at(-1) === "escalate";
    steps.push({ ...stepOf(type, index + 1), ...(isReview ? { by: "E-5" } : {}) });
    if (type === "register") steps.push(expectation(index + 1));
  }
  return taken(complaint, steps);
}

import { defineLifecycle, transition, type Lifecycle } from "../core/index.ts";
import type { ComplaintHistoryEntry } from "./entries/entry.ts";
import type { ComplaintActionType } from "./entries/steps.ts";
import type { ComplaintState } from "./types.ts";

/**
 * The course of a complaint (投诉处理流程), as a transition table: accepted, registered, settled on the spot or investigated,
 * passed on and extended as often as needed, decided, answered, followed up, closed.
 *
 * A complaint that was passed on is investigated before it is decided; an answer is followed up before the case is
 * closed. Withdrawal ends it from any state in which an answer is still owed. While it is being worked on it may be
 * merged into an earlier complaint or declined. An answered complaint can be taken up again or taken to a superior unit.
 *
 * @example
 * complaintLifecycle.table.decided // => { reply: "replied", withdraw: "withdrawn" }
 */
export const complaintLifecycle: Lifecycle<ComplaintState, ComplaintActionType> = /* @__PURE__ */ defineLifecycle<
  ComplaintState,
  ComplaintActionType
>({
  initial: "received",
  table: {
    received: { register: "registered", withdraw: "withdrawn", merge: "merged", decline: "declined" },
    registered: {
      "handle-on-the-spot": "on-the-spot",
      investigate: "investigating",
      transfer: "transferred",
      withdraw: "withdrawn",
      merge: "merged",
      decline: "declined",
    },
    "on-the-spot": {
      decide: "decided",
      investigate: "investigating",
      transfer: "transferred",
      withdraw: "withdrawn",
      merge: "merged",
      decline: "declined",
    },
    investigating: {
      decide: "decided",
      transfer: "transferred",
      extend: "extended",
      withdraw: "withdrawn",
      merge: "merged",
      decline: "declined",
    },
    transferred: {
      investigate: "investigating",
      transfer: "transferred",
      extend: "transferred",
      withdraw: "withdrawn",
      merge: "merged",
      decline: "declined",
    },
    extended: {
      decide: "decided",
      transfer: "transferred",
      extend: "extended",
      withdraw: "withdrawn",
      merge: "merged",
      decline: "declined",
    },
    decided: { reply: "replied", withdraw: "withdrawn" },
    replied: { "follow-up": "followed-up", "re-open": "re-opened", escalate: "escalated" },
    "followed-up": {
      close: "closed",
      "follow-up": "followed-up",
      "re-open": "re-opened",
      escalate: "escalated",
    },
    closed: { "re-open": "re-opened", escalate: "escalated" },
    withdrawn: {},
    merged: {},
    declined: {},
    "re-opened": { investigate: "investigating", transfer: "transferred", withdraw: "withdrawn" },
    escalated: { investigate: "investigating", decide: "decided", withdraw: "withdrawn" },
  },
});

/** States in which a complaint is over. */
export const OVER: readonly ComplaintState[] = ["closed", "withdrawn", "merged", "declined"];

/** The state a history leads to. */
export function stateOf(history: readonly ComplaintHistoryEntry[]): ComplaintState {
  let state = complaintLifecycle.initial;
  for (const { type } of history) {
    const moved = transition<ComplaintState, string>(complaintLifecycle, state, type);
    if (moved.ok) state = moved.to;
  }
  return state;
}

/** The last entry with which the complaint was taken up again or to a superior unit; undefined when there is none. */
export const lastTakenUp = (history: readonly ComplaintHistoryEntry[]): ComplaintHistoryEntry | undefined =>
  history.filter(({ type }) => type === "re-open" || type === "escalate").at(-1);

/** Whether what comes next belongs to a review by a superior unit. */
export const isInReview = (history: readonly ComplaintHistoryEntry[]): boolean =>
  lastTakenUp(history)?.type === "escalate";

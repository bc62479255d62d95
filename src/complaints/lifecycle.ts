import { defineLifecycle, type Lifecycle } from "../core/index.ts";
import type { ComplaintActionType, ComplaintState } from "./types.ts";

/**
 * The course of a complaint (投诉处理流程), as a transition table: accepted, registered, settled on the spot or investigated,
 * passed on and extended as often as needed, decided, answered, followed up, closed.
 *
 * A complaint that was passed on is investigated before it is decided; an answer is followed up before the case is
 * closed. Withdrawal ends it from any state in which an answer is still owed; an answered complaint can be taken
 * up again or taken to a superior unit.
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
    received: { register: "registered", withdraw: "withdrawn" },
    registered: {
      "handle-on-the-spot": "on-the-spot",
      investigate: "investigating",
      transfer: "transferred",
      withdraw: "withdrawn",
    },
    "on-the-spot": { decide: "decided", investigate: "investigating", transfer: "transferred", withdraw: "withdrawn" },
    investigating: { decide: "decided", transfer: "transferred", extend: "extended", withdraw: "withdrawn" },
    transferred: {
      investigate: "investigating",
      transfer: "transferred",
      extend: "transferred",
      withdraw: "withdrawn",
    },
    extended: { decide: "decided", transfer: "transferred", extend: "extended", withdraw: "withdrawn" },
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
    "re-opened": { investigate: "investigating", transfer: "transferred", withdraw: "withdrawn" },
    escalated: { investigate: "investigating", decide: "decided", withdraw: "withdrawn" },
  },
});

import type { CaseAct, SeparationRule } from "../../core/index.ts";
import type { ComplaintNote } from "./notes.ts";
import type { ComplaintAction, ReceiveStep } from "./steps.ts";

/** One entry of a history. */
export type ComplaintHistoryEntry = ReceiveStep | ComplaintAction | ComplaintNote;

/** Types of the entries of a history; the first is the receipt. */
export const COMPLAINT_ENTRY_TYPES = [
  "receive",
  "register",
  "handle-on-the-spot",
  "investigate",
  "transfer",
  "extend",
  "decide",
  "reply",
  "follow-up",
  "close",
  "withdraw",
  "merge",
  "decline",
  "re-open",
  "escalate",
  "tell-expectation",
  "begin-appraisal",
  "end-appraisal",
  "bring-new-facts",
  "client-accepts",
  "take-in",
  "name-person",
  "inform-cause-owner",
  "suggest-improvement",
  "offer-sale",
] as const satisfies readonly ComplaintHistoryEntry["type"][];

/**
 * What an entry says besides its type: somebody is made the handler, approves more time, decides on redress, approves
 * redress; handles or decides outside a review; decides a review.
 */
export const COMPLAINT_SIDE_ACTS = [
  "handle",
  "approve-extension",
  "grant-redress",
  "approve-redress",
  "take-part-before-review",
  "decide-review",
] as const;
/** What an entry says besides its type. */
export type ComplaintSideAct = (typeof COMPLAINT_SIDE_ACTS)[number];

/** What somebody does in a complaint, as a separation rule names it: an entry, or what an entry says besides. */
export type ComplaintActName = ComplaintHistoryEntry["type"] | ComplaintSideAct;

/** One thing somebody did. */
export type ComplaintAct = CaseAct<ComplaintActName>;

/** Parties of a complaint: who is kept out of it though they did nothing in it. */
export const COMPLAINT_PARTIES = ["person-complained-of"] as const;
/** Who is kept out of a complaint though they did nothing in it. */
export type ComplaintParty = (typeof COMPLAINT_PARTIES)[number];

/** A separation of persons in complaints, by the acts and parties a complaint has. */
export type ComplaintSeparationRule = SeparationRule<ComplaintActName, ComplaintParty>;

import { compareInstants, defineCaseFlow, defineLifecycle, type CaseFlow, type Lifecycle } from "../core/index.ts";
import {
  acceptanceReceived,
  decisionAccepted,
  lastDecision,
  missingItems,
  missingRemedies,
  outOfTime,
  redressApproved,
  redressAuthorised,
  redressWithinAuthority,
} from "./decision.ts";
import {
  COMPLAINT_SIDE_ACTS,
  type ComplaintAct,
  type ComplaintAction,
  type ComplaintActionType,
  type ComplaintHistoryEntry,
  type ComplaintNote,
  type ComplaintParty,
  type ComplaintSideAct,
  type DeclineStep,
  type ExtendStep,
  type InvestigateStep,
  type MergeStep,
  type NewFactsNote,
  type OfferSaleNote,
  type RegisterStep,
  type ReplyStep,
  type TakeInNote,
  type TransferStep,
  type WithdrawStep,
} from "./entries.ts";
import { complaintSeparation } from "./policies/separation.ts";
import { isBlank, isThere } from "./read-complaint.ts";
import type {
  ComplaintCase,
  ComplaintCondition,
  ComplaintHandlingPolicy,
  ComplaintRefusalDetails,
  ComplaintState,
} from "./types.ts";

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

const representativesWithinLimit: ComplaintCondition<RegisterStep> = {
  reason: "too-many-representatives",
  unmet: ({ representatives, channel }, _, { representatives: limit, id: policy }) => {
    const count = representatives?.length ?? 0;
    if (limit?.channels.includes(channel) !== true || count <= limit.max) return null;
    return { count, max: limit.max, policy };
  },
};

/** Whoever complains for a client has shown that they may, at the receipt or since. */
const authorityShown: ComplaintCondition<RegisterStep> = {
  reason: "authority-not-shown",
  unmet: ({ complainant }, { proof }, { proofRequired, id: policy }) => {
    if (!isThere(complainant) || !proofRequired.includes(complainant.capacity)) return null;
    return isThere(complainant.proof) || isThere(proof) ? null : { capacity: complainant.capacity, policy };
  },
};

const clientToldWhatToExpect: ComplaintCondition<InvestigateStep | TransferStep> = {
  reason: "client-not-told-what-to-expect",
  unmet: ({ contactable, history }, _, { expectationRequired, id: policy }) => {
    if (!expectationRequired || !contactable) return null;
    return history.some(({ type }) => type === "tell-expectation") ? null : { policy };
  },
};

const extensionApproved: ComplaintCondition<ExtendStep> = {
  reason: "no-approver",
  unmet: (_, { approvedBy }) => (isBlank(approvedBy) ? {} : null),
};

/** The client asked for the withdrawal before it was recorded, and after the complaint. */
const withdrawalRequested: ComplaintCondition<WithdrawStep> = {
  reason: "request-out-of-time",
  unmet: ({ receivedAt }, { at, request: { receivedAt: requestedAt } }) => {
    const isInTime = compareInstants(receivedAt, requestedAt) <= 0 && compareInstants(requestedAt, at) <= 0;
    return isInTime ? null : { requestedAt, receivedAt, at };
  },
};

/** New facts came after the complaint, and before they were recorded. */
const factsReceived: ComplaintCondition<NewFactsNote> = {
  reason: "statement-out-of-time",
  unmet: ({ receivedAt }, { at, facts }) => outOfTime(facts.receivedAt, receivedAt, at),
};

const mergedWithAnother: ComplaintCondition<MergeStep | TakeInNote> = {
  reason: "merged-with-itself",
  unmet: ({ id }, step) => (linkOf(step) === id ? { complaint: id } : null),
};

/** Whoever can be reached gets an answer; otherwise it is kept in the file. */
const replyGiven: ComplaintCondition<ReplyStep | DeclineStep> = {
  reason: "reply-without-form",
  unmet: ({ contactable }, { form }) => (contactable && form === "none" ? {} : null),
};

const replyComplete: ComplaintCondition<ReplyStep> = {
  reason: "reply-incomplete",
  unmet: (complaint, reply, policy) => {
    if (!complaint.contactable) return null;
    const missing = missingItems(policy, reply, isThere(lastDecision(complaint)?.redress));
    return missing.length === 0 ? null : { missing, remedies: missingRemedies(policy, reply) };
  },
};

const saleAllowed: ComplaintCondition<OfferSaleNote> = {
  reason: "selling-not-allowed",
  unmet: (_, __, { sellingAllowed, id: policy }) => (sellingAllowed ? null : { policy }),
};

/** An approval; where nobody is named, nobody approved, which the conditions of the step say. */
const approval = (action: ComplaintSideAct, person: string): readonly ComplaintAct[] =>
  isBlank(person) ? [] : [{ action, person }];

/** The actions in an entry besides its own: who is made the handler, who decides on redress, who approves. */
function actsOf(entry: ComplaintHistoryEntry): readonly ComplaintAct[] {
  switch (entry.type) {
    case "register":
      return [{ action: "handle", person: entry.handler }];
    case "handle-on-the-spot":
      return [{ action: "handle", person: entry.by }];
    case "investigate":
      return [entry.by, ...(isThere(entry.handler) ? [entry.handler] : [])].map((person) => ({
        action: "handle",
        person,
      }));
    case "transfer":
      return [{ action: "handle", person: entry.to }];
    case "extend":
      return approval("approve-extension", entry.approvedBy);
    case "decide":
      return isThere(entry.redress)
        ? [{ action: "grant-redress", person: entry.by }, ...approval("approve-redress", entry.redress.approvedBy)]
        : [];
    case "receive":
    case "reply":
    case "follow-up":
    case "close":
    case "withdraw":
    case "merge":
    case "decline":
    case "re-open":
    case "escalate":
    case "tell-expectation":
    case "begin-appraisal":
    case "end-appraisal":
    case "bring-new-facts":
    case "client-accepts":
    case "take-in":
    case "inform-cause-owner":
    case "suggest-improvement":
    case "offer-sale":
      return [];
  }
}

/** The other complaint an entry makes the same matter; null when there is none. */
function linkOf(entry: ComplaintHistoryEntry): string | null {
  if (entry.type === "merge") return entry.into;
  return entry.type === "take-in" ? entry.complaint : null;
}

/** The handler an entry names; null when it names none. */
export function handlerNamed(entry: ComplaintHistoryEntry): string | null {
  if (entry.type === "register") return entry.handler;
  if (entry.type === "transfer") return entry.to;
  return entry.type === "investigate" ? (entry.handler ?? null) : null;
}

/**
 * The complaint case (投诉流程): its transition table, what each step needs, what is noted without changing the state, and
 * whom a separation rule may name: the actions of the table and the notes, `receive`, `handle` (being made the handler,
 * and handling it on the spot or investigating it), `approve-extension`, `grant-redress` (a decision with redress) and
 * `approve-redress`; and the party `person-complained-of`. `complaintSeparation` holds under every policy, in front of
 * the policy's own rules.
 *
 * @example
 * complaintFlow.conditions.register?.map(({ reason }) => reason) // => ["too-many-representatives", "authority-not-shown"]
 * complaintFlow.separation(sourceComplaintHandling) // => complaintSeparation
 */
export const complaintFlow: CaseFlow<
  ComplaintState,
  ComplaintAction,
  keyof ComplaintRefusalDetails,
  ComplaintCase,
  ComplaintHandlingPolicy,
  ComplaintNote
> = /* @__PURE__ */ defineCaseFlow<
  ComplaintState,
  ComplaintAction,
  keyof ComplaintRefusalDetails,
  ComplaintCase,
  ComplaintHandlingPolicy,
  ComplaintNote
>({
  room: "complaints",
  lifecycle: complaintLifecycle,
  opening: { type: "receive", issue: "not-received-first" },
  over: ["closed", "withdrawn", "merged", "declined"],
  notes: {
    "tell-expectation": "until-over",
    "begin-appraisal": "until-over",
    "end-appraisal": "until-over",
    "bring-new-facts": "until-over",
    "client-accepts": "until-over",
    "take-in": "until-over",
    "inform-cause-owner": "always",
    "suggest-improvement": "always",
    "offer-sale": "until-over",
  },
  conditions: {
    register: [representativesWithinLimit, authorityShown],
    investigate: [clientToldWhatToExpect],
    transfer: [clientToldWhatToExpect],
    extend: [extensionApproved],
    decide: [redressApproved, redressAuthorised, redressWithinAuthority],
    reply: [replyGiven, replyComplete],
    withdraw: [withdrawalRequested],
    merge: [mergedWithAnother],
    decline: [replyGiven],
    "bring-new-facts": [factsReceived],
    "client-accepts": [decisionAccepted, acceptanceReceived],
    "take-in": [mergedWithAnother],
    "offer-sale": [saleAllowed],
  },
  carried: {
    start: () => ({ handler: null }),
    after: ({ handler = null }, entry) => ({ handler: handlerNamed(entry) ?? handler }),
  },
  acts: { names: COMPLAINT_SIDE_ACTS, of: actsOf },
  links: (entry) => {
    const link = linkOf(entry);
    return link === null ? [] : [link];
  },
  parties: {
    "person-complained-of": ({ personsComplainedOf }) => personsComplainedOf,
  } satisfies Record<ComplaintParty, (complaint: ComplaintCase) => readonly string[]>,
  separation: ({ separation = [] }) => [...complaintSeparation, ...separation],
});

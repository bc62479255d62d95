import { defineCaseFlow, defineLifecycle, type CaseFlow, type Lifecycle } from "../core/index.ts";
import { lastDecision, missingItems, redressApproved, redressAuthorised, redressWithinAuthority } from "./decision.ts";
import { isBlank, isThere } from "./read-complaint.ts";
import {
  COMPLAINT_SIDE_ACTS,
  type ComplaintAct,
  type ComplaintAction,
  type ComplaintActionType,
  type ComplaintCase,
  type ComplaintCondition,
  type ComplaintHandlingPolicy,
  type ComplaintHistoryEntry,
  type ComplaintNote,
  type ComplaintRefusalDetails,
  type ComplaintSideAct,
  type ComplaintState,
  type DecideStep,
  type ExtendStep,
  type InvestigateStep,
  type OfferSaleNote,
  type OnTheSpotStep,
  type RegisterStep,
  type ReplyStep,
  type TransferStep,
} from "./types.ts";

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

/** Refuses what an employee does in a complaint about that employee. */
function complainedOf(
  { personsComplainedOf }: ComplaintCase,
  doer: string | undefined,
): { readonly employee: string } | null {
  const employee = personsComplainedOf.find((person) => person === doer);
  return employee === undefined ? null : { employee };
}

const representativesWithinLimit: ComplaintCondition<RegisterStep> = {
  reason: "too-many-representatives",
  unmet: ({ representatives, channel }, _, { representatives: limit, id: policy }) => {
    const count = representatives?.length ?? 0;
    if (limit?.channels.includes(channel) !== true || count <= limit.max) return null;
    return { count, max: limit.max, policy };
  },
};

/** Whoever would handle it is not somebody it is about. */
const handlerNotComplainedOf: ComplaintCondition<RegisterStep | OnTheSpotStep | InvestigateStep | TransferStep> = {
  reason: "handler-complained-of",
  unmet: (complaint, step) => {
    switch (step.type) {
      case "register":
        return complainedOf(complaint, step.handler);
      case "handle-on-the-spot":
        return complainedOf(complaint, step.by);
      case "investigate":
        return complainedOf(complaint, step.handler ?? complaint.handler ?? step.by);
      case "transfer":
        return complainedOf(complaint, step.to);
    }
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

const approverNotComplainedOf: ComplaintCondition<ExtendStep | DecideStep> = {
  reason: "approver-complained-of",
  unmet: (complaint, step) =>
    complainedOf(complaint, step.type === "extend" ? step.approvedBy : step.redress?.approvedBy),
};

const deciderNotComplainedOf: ComplaintCondition<DecideStep> = {
  reason: "decider-complained-of",
  unmet: (complaint, { by }) => complainedOf(complaint, by),
};

/** Whoever can be reached gets an answer; otherwise it is kept in the file. */
const replyGiven: ComplaintCondition<ReplyStep> = {
  reason: "reply-without-form",
  unmet: ({ contactable }, { form }) => (contactable && form === "none" ? {} : null),
};

const replyComplete: ComplaintCondition<ReplyStep> = {
  reason: "reply-incomplete",
  unmet: (complaint, reply, policy) => {
    if (!complaint.contactable) return null;
    const missing = missingItems(policy, reply, isThere(lastDecision(complaint)?.redress));
    return missing.length === 0 ? null : { missing };
  },
};

const saleAllowed: ComplaintCondition<OfferSaleNote> = {
  reason: "selling-not-allowed",
  unmet: (_, __, { sellingAllowed, id: policy }) => (sellingAllowed ? null : { policy }),
};

/** An approval; where nobody is named, nobody approved, which the conditions of the step say. */
const approval = (action: ComplaintSideAct, person: string): readonly ComplaintAct[] =>
  isBlank(person) ? [] : [{ action, person }];

/** The actions in an entry besides its own: who is made the handler, who approves. */
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
      return isThere(entry.redress) ? approval("approve-redress", entry.redress.approvedBy) : [];
    case "receive":
    case "reply":
    case "follow-up":
    case "close":
    case "withdraw":
    case "re-open":
    case "escalate":
    case "tell-expectation":
    case "begin-appraisal":
    case "end-appraisal":
    case "bring-new-facts":
    case "suggest-improvement":
    case "offer-sale":
      return [];
  }
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
 * and handling it on the spot or investigating it), `approve-extension` and `approve-redress`; and the party
 * `person-complained-of`.
 *
 * @example
 * complaintFlow.conditions.transfer?.map(({ reason }) => reason) // => ["handler-complained-of", "client-not-told-what-to-expect"]
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
  over: ["closed", "withdrawn"],
  notes: {
    "tell-expectation": "until-over",
    "begin-appraisal": "until-over",
    "end-appraisal": "until-over",
    "bring-new-facts": "until-over",
    "suggest-improvement": "always",
    "offer-sale": "until-over",
  },
  conditions: {
    register: [representativesWithinLimit, handlerNotComplainedOf],
    "handle-on-the-spot": [handlerNotComplainedOf],
    investigate: [handlerNotComplainedOf, clientToldWhatToExpect],
    transfer: [handlerNotComplainedOf, clientToldWhatToExpect],
    extend: [extensionApproved, approverNotComplainedOf],
    decide: [
      deciderNotComplainedOf,
      redressApproved,
      approverNotComplainedOf,
      redressAuthorised,
      redressWithinAuthority,
    ],
    reply: [replyGiven, replyComplete],
    "offer-sale": [saleAllowed],
  },
  carried: {
    start: () => ({ handler: null }),
    after: ({ handler = null }, entry) => ({ handler: handlerNamed(entry) ?? handler }),
  },
  acts: { names: COMPLAINT_SIDE_ACTS, of: actsOf },
  parties: { "person-complained-of": ({ personsComplainedOf }) => personsComplainedOf },
  separation: ({ separation = [] }) => separation,
});

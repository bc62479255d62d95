import { defineCaseFlow, type CaseFlow } from "../core/index.ts";
import { authorityShown, complainantApart, proofInTime } from "./authority.ts";
import { acceptanceReceived, decisionAccepted, factsReceived, withdrawalRequested } from "./client-messages.ts";
import {
  lastDecision,
  missingItems,
  missingRemedies,
  redressApproved,
  redressAuthorised,
  redressWithinAuthority,
} from "./decision.ts";
import {
  COMPLAINT_SIDE_ACTS,
  type ComplaintAct,
  type ComplaintAction,
  type ComplaintHistoryEntry,
  type ComplaintNote,
  type ComplaintParty,
  type ComplaintSideAct,
  type DeclineStep,
  type EscalateStep,
  type ExtendStep,
  type InvestigateStep,
  type OfferSaleNote,
  type RegisterStep,
  type ReplyStep,
  type TransferStep,
} from "./entries.ts";
import { isInReview, OVER, complaintLifecycle } from "./course.ts";
import { linkOf, mergeConditions, othersOfMatter, takeInConditions, until } from "./merger.ts";
import { complaintSeparation } from "./policies/separation.ts";
import { isBlank, isThere } from "./read-complaint.ts";
import type {
  ComplaintCase,
  ComplaintCondition,
  ComplaintHandlingPolicy,
  ComplaintRefusalDetails,
  ComplaintState,
} from "./types.ts";

const representativesWithinLimit: ComplaintCondition<RegisterStep> = {
  reason: "too-many-representatives",
  unmet: ({ representatives, channel }, _, { representatives: limit, id: policy }) => {
    const count = representatives?.length ?? 0;
    if (limit?.channels.includes(channel) !== true || count <= limit.max) return null;
    return { count, max: limit.max, policy };
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

/** Whoever can be reached gets an answer; otherwise it is kept in the file. */
const replyGiven: ComplaintCondition<ReplyStep | DeclineStep> = {
  reason: "reply-without-form",
  unmet: ({ contactable }, { form }) => (contactable && form === "none" ? {} : null),
};

const replyComplete: ComplaintCondition<ReplyStep> = {
  reason: "reply-incomplete",
  unmet: (complaint, reply, policy) => {
    if (!complaint.contactable) return null;
    const { history } = complaint;
    const inReview = isInReview(history);
    const missing = missingItems(policy, reply, isThere(lastDecision(complaint)?.redress), inReview);
    return missing.length === 0 ? null : { missing, remedies: missingRemedies(policy, reply, inReview) };
  },
};

const groundListed: ComplaintCondition<DeclineStep> = {
  reason: "ground-not-listed",
  unmet: (_, { ground }, { declineGrounds, id: policy }) =>
    declineGrounds.includes(ground) ? null : { ground, policy },
};

/** A review goes to nobody who is complained of, in the whole matter, or who handled or decided the complaint. */
const reviewerTookNoPart: ComplaintCondition<EscalateStep> = {
  reason: "reviewer-took-part",
  unmet: (complaint, { to, at }, _, others) => {
    const parts = [
      ...complaint.personsComplainedOf,
      ...complaint.history.flatMap((entry) => (entry.type === "decide" ? [entry.by] : handlersIn(entry))),
      ...othersOfMatter(complaint, others, at).flatMap((one) => until(one, at).flatMap(personsNamed)),
    ];
    return parts.includes(to) ? { to } : null;
  },
};

const saleAllowed: ComplaintCondition<OfferSaleNote> = {
  reason: "selling-not-allowed",
  unmet: (_, __, { sellingAllowed, id: policy }) => (sellingAllowed ? null : { policy }),
};

/** An approval; where nobody is named, nobody approved, which the conditions of the step say. */
const approval = (action: ComplaintSideAct, person: string): readonly ComplaintAct[] =>
  isBlank(person) ? [] : [{ action, person }];

/** Whoever an entry makes a handler, by naming them or by having them handle it. */
function handlersIn(entry: ComplaintHistoryEntry): readonly string[] {
  const named = handlerNamed(entry);
  const isOwn = entry.type === "handle-on-the-spot" || entry.type === "investigate";
  return [...(isOwn ? [entry.by] : []), ...(named === null ? [] : [named])];
}

/** The actions in an entry besides its own: who is made the handler, who decides on redress, who approves. */
function actsOf(entry: ComplaintHistoryEntry, before: readonly ComplaintHistoryEntry[]): readonly ComplaintAct[] {
  const inReview = isInReview(before);
  switch (entry.type) {
    case "register":
    case "handle-on-the-spot":
    case "investigate":
    case "transfer":
      return handlersIn(entry).flatMap((person): ComplaintAct[] => [
        { action: "handle", person },
        ...(inReview ? [] : [{ action: "take-part-before-review", person } as const]),
      ]);
    case "extend":
      return approval("approve-extension", entry.approvedBy);
    case "decide":
      return [
        { action: inReview ? "decide-review" : "take-part-before-review", person: entry.by },
        ...(isThere(entry.redress)
          ? ([
              { action: "grant-redress", person: entry.by },
              ...approval("approve-redress", entry.redress.approvedBy),
            ] as const)
          : []),
      ];
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
    case "name-person":
    case "inform-cause-owner":
    case "suggest-improvement":
    case "offer-sale":
      return [];
  }
}

/** The people an entry says the complaint is about. */
export function personsNamed(entry: ComplaintHistoryEntry): readonly string[] {
  if (entry.type === "receive") return entry.personsComplainedOf;
  return entry.type === "name-person" ? [entry.person] : [];
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
 * and handling it on the spot or investigating it), `approve-extension`, `grant-redress` (a decision with redress),
 * `approve-redress`, `take-part-before-review` (handling or deciding it outside a review) and `decide-review`; and the
 * party `person-complained-of`. `complaintSeparation` holds under every policy, in front of
 * the policy's own rules.
 *
 * @example
 * complaintFlow.conditions.register?.map(({ reason }) => reason) // => ["too-many-representatives", "complainant-complained-of", "authority-not-shown", "proof-after-step"]
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
  opening: { type: "receive", issue: "not-received-first", isOwed: true },
  over: OVER,
  notes: {
    "tell-expectation": "until-over",
    "begin-appraisal": "until-over",
    "end-appraisal": "until-over",
    "bring-new-facts": "until-over",
    "client-accepts": "until-over",
    "take-in": "until-over",
    "name-person": "always",
    "inform-cause-owner": "always",
    "suggest-improvement": "always",
    "offer-sale": "until-over",
  },
  conditions: {
    register: [representativesWithinLimit, complainantApart, authorityShown, proofInTime],
    investigate: [clientToldWhatToExpect],
    transfer: [clientToldWhatToExpect],
    extend: [extensionApproved],
    decide: [redressApproved, redressAuthorised, redressWithinAuthority],
    reply: [replyGiven, replyComplete],
    withdraw: [complainantApart, authorityShown, proofInTime, withdrawalRequested],
    merge: mergeConditions,
    decline: [groundListed, replyGiven],
    "bring-new-facts": [factsReceived],
    "client-accepts": [decisionAccepted, acceptanceReceived],
    escalate: [reviewerTookNoPart],
    "take-in": takeInConditions,
    "offer-sale": [saleAllowed],
  },
  carried: {
    start: (opening) => ({ handler: null, personsComplainedOf: personsNamed(opening) }),
    after: ({ handler = null, personsComplainedOf = [] }, entry) => ({
      handler: handlerNamed(entry) ?? handler,
      personsComplainedOf: [...new Set([...personsComplainedOf, ...personsNamed(entry)])],
    }),
  },
  discloses: ["name-person"],
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

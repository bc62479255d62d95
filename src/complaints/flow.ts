import { defineCaseFlow, type CaseFlow } from "../core/index.ts";
import { actsOf, handlerNamed, handlersIn, isNamed, personsNamed } from "./acts.ts";
import { authorityShown, complainantApart, proofInTime } from "./authority.ts";
import { acceptanceReceived, decisionAccepted, factsReceived, withdrawalRequested } from "./client-messages.ts";
import { OVER, complaintLifecycle, isInReview } from "./course.ts";
import {
  lastDecision,
  missingItems,
  missingRemedies,
  redressApproved,
  redressAuthorised,
  redressWithinAuthority,
} from "./decision.ts";
import { COMPLAINT_SIDE_ACTS, type ComplaintParty } from "./entries/entry.ts";
import type { ComplaintNote, OfferSaleNote } from "./entries/notes.ts";
import type {
  ComplaintAction,
  DeclineStep,
  EscalateStep,
  ExtendStep,
  InvestigateStep,
  RegisterStep,
  ReplyStep,
  TransferStep,
} from "./entries/steps.ts";
import type { ComplaintHandlingPolicy } from "./handling-policy.ts";
import { linkOf, mergeConditions, takeInConditions, until, othersOfMatter } from "./merger.ts";
import { complaintSeparation } from "./policies/separation.ts";
import { isBlank, isThere } from "./reading/kind.ts";
import type { ComplaintCase, ComplaintCondition, ComplaintRefusalDetails, ComplaintState } from "./types.ts";

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
    return isNamed(to, parts) ? { to } : null;
  },
};

const saleAllowed: ComplaintCondition<OfferSaleNote> = {
  reason: "selling-not-allowed",
  unmet: (_, __, { sellingAllowed, id: policy }) => (sellingAllowed ? null : { policy }),
};

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

import type { ComplaintsWords } from "../words.ts";
import { wrong } from "./phrases.ts";

/** How a sentence about an entry of a stored complaint begins. */
const stored = "The complaint’s file is wrong[ at {path}]: " as const;
/** Why a step is refused, or should have been. */
const tooMany = "{count:number} people speak for the group complaint, which is more than {max:number}" as const;
const handlerComplainedOf = "{employee} is the subject of the complaint and must not handle it" as const;
const deciderComplainedOf = "{employee} is the subject of the complaint and must not decide it" as const;
const approverComplainedOf =
  "{employee} is the subject of the complaint and must not approve an extension or redress in it" as const;
const noApprover = "an extension needs an approver" as const;
const clientNotTold =
  "the client has to be told what to expect before a complaint that is not settled on the spot can proceed" as const;
const noAuthority =
  "redress needs the approval of somebody with the authority[; the role given may not grant it in {currency}][; give the role and who approved it{!currency}]" as const;
const beyondAuthority =
  "redress of {amount:amount} is more than “{authority}” may grant, which is {upTo:amount}" as const;
const replyIncomplete = "the reply lacks: {missing:label.replyItem}" as const;
const replyWithoutForm = "the client can be reached, so say how the reply was given" as const;
const noSelling = "nothing is sold while a complaint is open" as const;

/** Complaints: labels and sentences. */
export const complaints = {
  "complaintState.received": "Received",
  "complaintState.registered": "Registered",
  "complaintState.on-the-spot": "On the spot",
  "complaintState.investigating": "Investigating",
  "complaintState.transferred": "Transferred",
  "complaintState.extended": "Extended",
  "complaintState.decided": "Decision made",
  "complaintState.replied": "Replied",
  "complaintState.followed-up": "Followed up",
  "complaintState.closed": "Closed",
  "complaintState.withdrawn": "Withdrawn",
  "complaintState.re-opened": "Reopened",
  "complaintState.escalated": "Escalated (review)",
  "complaintEntry.receive": "Receive",
  "complaintEntry.register": "Register",
  "complaintEntry.handle-on-the-spot": "Handle on the spot",
  "complaintEntry.investigate": "Investigate",
  "complaintEntry.transfer": "Transfer",
  "complaintEntry.extend": "Extend",
  "complaintEntry.decide": "Decide",
  "complaintEntry.reply": "Reply",
  "complaintEntry.follow-up": "Follow up",
  "complaintEntry.close": "Close",
  "complaintEntry.withdraw": "Withdraw",
  "complaintEntry.re-open": "Reopen",
  "complaintEntry.escalate": "Escalate for review",
  "complaintEntry.tell-expectation": "Tell the client what to expect",
  "complaintEntry.begin-appraisal": "Outside appraisal, testing or assessment begins",
  "complaintEntry.end-appraisal": "Outside appraisal, testing or assessment ends",
  "complaintEntry.bring-new-facts": "New facts",
  "complaintEntry.suggest-improvement": "Improvement idea",
  "complaintEntry.offer-sale": "Sale offered",
  "complaintChannel.in-person": "In person",
  "complaintChannel.phone": "Phone",
  "complaintChannel.electronic": "E-banking",
  "complaintChannel.letter": "Letter",
  "complaintChannel.opinion-box": "Suggestion box",
  "complaintChannel.opinion-book": "Suggestion book",
  "complaintChannel.other": "Other channel",
  "complaintOrigin.client": "From the client",
  "complaintOrigin.regulator": "From the regulator",
  "complaintOrigin.hotline": "From a hotline",
  "complaintOrigin.media": "From the media",
  "complaintDecision.upheld": "Upheld",
  "complaintDecision.partly-upheld": "Partly upheld",
  "complaintDecision.not-upheld": "Not upheld",
  "followUpOutcome.satisfied": "Satisfied",
  "followUpOutcome.not-satisfied": "Not satisfied",
  "followUpOutcome.not-reached": "Not reached",
  "replyForm.in-person": "In person",
  "replyForm.phone": "By phone",
  "replyForm.electronic": "Electronically",
  "replyForm.letter": "By letter",
  "replyForm.none": "The customer cannot be reached",
  "replyItem.result": "The decision",
  "replyItem.reasons": "Its reasons",
  "replyItem.redress": "The redress",
  "replyItem.next-remedies": "Where to turn next",
  "replyItem.contact": "Whom to ask",
  "complaintDimension.state": "State",
  "complaintDimension.channel": "Channel",
  "complaintDimension.origin": "Origin",
  "complaintDimension.category": "Category",
  "complaintDimension.product": "Product",
  "complaintDimension.outlet": "Outlet",
  "complaintDimension.handler": "Handler",
  "complaintDimension.decision": "Decision",
  "complaintDimension.root-cause": "Root cause",
  "complaintItem.register": "Register",
  "complaintItem.answer": "Decide and answer",
  "complaintItem.review": "Review",
  "complaintItem.follow-up": "Follow up",
  "complaintItem.close": "Close",
  "complaintItem.process-entry": "Process box or book entry",
  "too-many-representatives": `${tooMany}.`,
  "handler-complained-of": `${handlerComplainedOf}.`,
  "decider-complained-of": `${deciderComplainedOf}.`,
  "approver-complained-of": `${approverComplainedOf}.`,
  "no-approver": "An extension needs an approver.",
  "client-not-told-what-to-expect":
    "The client has to be told what to expect before a complaint that is not settled on the spot can proceed.",
  "redress-without-authority":
    "Redress needs the approval of somebody with the authority[; the role given may not grant it in {currency}][; give the role and who approved it{!currency}].",
  "redress-beyond-authority":
    "Redress of {amount:amount} is more than “{authority}” may grant, which is {upTo:amount}.",
  "reply-incomplete": "The reply lacks: {missing:label.replyItem}.",
  "reply-without-form": "The client can be reached, so say how the reply was given.",
  "selling-not-allowed": "Nothing is sold while a complaint is open.",
  "complaints/too-many-representatives": `${stored}${tooMany}.`,
  "complaints/handler-complained-of": `${stored}${handlerComplainedOf}.`,
  "complaints/decider-complained-of": `${stored}${deciderComplainedOf}.`,
  "complaints/approver-complained-of": `${stored}${approverComplainedOf}.`,
  "complaints/no-approver": `${stored}${noApprover}.`,
  "complaints/client-not-told-what-to-expect": `${stored}${clientNotTold}.`,
  "complaints/redress-without-authority": `${stored}${noAuthority}.`,
  "complaints/redress-beyond-authority": `${stored}${beyondAuthority}.`,
  "complaints/reply-incomplete": `${stored}${replyIncomplete}.`,
  "complaints/reply-without-form": `${stored}${replyWithoutForm}.`,
  "complaints/selling-not-allowed": `${stored}${noSelling}.`,
  "already-processed": "The entry has already been dealt with.",
  "before-found": "The entry cannot be dealt with before it was found.",
  "no-reason": "An entry that does not become a complaint needs a reason.",
  "complaints/empty-id": `An id must not be empty${wrong}`,
  "complaints/invalid-complaint": `The complaint is not valid[ (nested deeper than {limit:number} levels)]${wrong}`,
  "complaints/invalid-policy": `The complaint-handling policy is not valid${wrong}`,
  "complaints/invalid-input": `What was given besides the complaint is not valid${wrong}`,
  "complaints/negative-redress": "Redress of {currency} {amount:amount} must not be negative[: {path}].",
  "complaints/unknown-dimension":
    "Complaints are not counted by that[: {path}][; {received:received} was given][; allowed are {known:list}].",
  "complaints/unknown-subject":
    "There are no figures for that subject[: {path}][; {received:received} was given][; allowed are {known:list}].",
  "complaints/dimensions-differ": "The two statistics are counted by different things and cannot be merged[: {path}].",
  "complaints/duplicate-id": "The complaint “{id}” is given twice[: {path}].",
  "complaints/not-received-first": `${stored}the receipt has to come first, and only once; the entry “{type:label.complaintEntry}” of {at:moment} does not fit that.`,
  "complaints/state-differs":
    "The complaint is filed as “{state:label.complaintState}”, but its history makes it “{expected:label.complaintState}”.",
  "complaints/handler-differs":
    "The complaint is filed with[ the handler {handler}][ no handler{!handler}], but by its history[ the handler is {expected}][ there is none{!expected}].",
  "complaints/transition-not-allowed": `${stored}in the state “{from:label.complaintState}” the step “{type:label.complaintEntry}” is not possible.`,
  "complaints/case-over": `${stored}the complaint is over (“{state:label.complaintState}”), so “{type:label.complaintEntry}” is not recorded any more.`,
  "complaints/before-last-entry": `${stored}the entry “{type:label.complaintEntry}” of {at:moment} is earlier than the one before it, of {last:moment}.`,
  "complaints/separated": `${stored}by the separation rule “{rule}”, {person} must not take this step.`,
  "complaints/separation-unknown": `${stored}nobody can say whether the separation rule “{rule}” is kept[; the files of the linked complaints {cases:list} are missing][; the team of {person} is not known][; the other complaints were not given{!cases}{!person}].`,
} as const satisfies ComplaintsWords;

import type { ComplaintsWords } from "../words.ts";
import { wrong } from "./phrases.ts";

/** How a sentence about an entry of a stored complaint begins. */
const stored = "The complaint file is not valid[ at {path}]: " as const;
/** Why a step is refused, or should have been. */
const tooMany = "the group complaint has {count:number} representatives, more than the limit of {max:number}" as const;
const authorityNotShown =
  "the complaint was brought by someone acting for the customer (“{capacity:label.complainantCapacity}”), whose authority has not been shown" as const;
const messageOutOfTime =
  "the customer’s request or statement, received on {receivedAt:moment}, must come after what it follows ({after:moment}) and before it is recorded ({at:moment})" as const;
const nothingToAccept = "nothing has been decided that the customer could accept" as const;
const mergedWithItself = "the complaint “{complaint}” cannot be merged with itself" as const;
const proofAfterStep =
  "the proof of authority, of {on:date}, is dated after the step it came with ({at:moment})" as const;
const complainantComplainedOf = "{person} is complained of and cannot act for the customer in this complaint" as const;
const mergedWhileOver =
  "the complaint “{complaint}” was over (“{state:label.complaintState}”) and cannot be merged" as const;
const mergedIntoLater =
  "the complaint “{complaint}” ({receivedAt:moment}) cannot be merged into “{into}”, which was received later ({intoReceivedAt:moment})" as const;
const mergedAcrossClients =
  "the complaint “{complaint}” is another customer’s and cannot be merged with this one" as const;
const notTakenIn = "the complaint “{complaint}” cannot be merged into “{into}” until “{into}” has taken it in" as const;
const groundNotListed =
  "the complaint-handling policy does not allow a complaint to be declined on the ground “{ground:label.declineGround}”" as const;
const reviewerTookPart =
  "{to} is complained of, or has handled or decided the complaint, and cannot review it" as const;
const noApprover = "an extension needs an approver" as const;
const clientNotTold =
  "the customer must be told what to expect before a complaint that is not settled on the spot can proceed" as const;
const noAuthority =
  "redress needs the approval of someone with the authority to grant it[; the role given has no authority in {currency}][; give the role and who approved it{!currency}]" as const;
const beyondAuthority =
  "redress of {amount}[, on top of {granted} granted before,] is more than “{authority}” may grant, which is {upTo}" as const;
const replyIncomplete =
  "the reply lacks “{missing:label.replyItem}”[; it does not name “{remedies:label.complaintRemedy}”]" as const;
const replyWithoutForm = "the customer can be reached, so state how the reply was given" as const;
const noSelling = "nothing may be offered for sale while a complaint is open" as const;

/** Complaints: labels and sentences. */
export const complaints = {
  "complaintState.received": "Received",
  "complaintState.registered": "Registered",
  "complaintState.on-the-spot": "Handled on the spot",
  "complaintState.investigating": "Investigating",
  "complaintState.transferred": "Transferred",
  "complaintState.extended": "Extended",
  "complaintState.decided": "Decision made",
  "complaintState.replied": "Replied",
  "complaintState.followed-up": "Followed up",
  "complaintState.closed": "Closed",
  "complaintState.withdrawn": "Withdrawn",
  "complaintState.merged": "Merged",
  "complaintState.declined": "Declined",
  "complaintState.re-opened": "Reopened",
  "complaintState.escalated": "Escalated for review",
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
  "complaintEntry.merge": "Merge with an earlier complaint",
  "complaintEntry.decline": "Decline",
  "complaintEntry.re-open": "Reopen",
  "complaintEntry.escalate": "Escalate for review",
  "complaintEntry.tell-expectation": "Tell the customer what to expect",
  "complaintEntry.begin-appraisal": "Begin outside appraisal, testing or assessment",
  "complaintEntry.end-appraisal": "End outside appraisal, testing or assessment",
  "complaintEntry.bring-new-facts": "Add new facts",
  "complaintEntry.client-accepts": "Customer accepts the decision",
  "complaintEntry.take-in": "Take in a later complaint",
  "complaintEntry.name-person": "Name another person complained of",
  "complaintEntry.inform-cause-owner": "Inform the owner of the cause",
  "complaintEntry.suggest-improvement": "Suggest an improvement",
  "complaintEntry.offer-sale": "Offer a product for sale",
  "complaintChannel.in-person": "In person",
  "complaintChannel.phone": "Phone",
  "complaintChannel.electronic": "E-banking",
  "complaintChannel.letter": "Letter",
  "complaintChannel.opinion-box": "Suggestion box",
  "complaintChannel.opinion-book": "Suggestion book",
  "complaintChannel.other": "Other channel",
  "complaintOrigin.client": "From the customer",
  "complaintOrigin.regulator": "From the regulator",
  "complaintOrigin.hotline": "From a hotline",
  "complaintOrigin.media": "From the media",
  "complainantCapacity.agent": "Agent",
  "complainantCapacity.legal-representative": "Legal representative",
  "complainantCapacity.heir": "Heir or personal representative",
  "complaintDecision.upheld": "Upheld",
  "complaintDecision.partly-upheld": "Partly upheld",
  "complaintDecision.not-upheld": "Not upheld",
  "declineGround.not-the-party": "Not brought by the customer or anyone entitled to act for them",
  "declineGround.not-our-business": "Not about a product or service of this bank",
  "declineGround.other": "Other ground",
  "followUpOutcome.satisfied": "Satisfied",
  "followUpOutcome.not-satisfied": "Not satisfied",
  "followUpOutcome.not-reached": "Not reached",
  "replyForm.in-person": "In person",
  "replyForm.phone": "By phone",
  "replyForm.electronic": "Electronically",
  "replyForm.letter": "By letter",
  "replyForm.none": "The customer cannot be reached",
  "replyItem.result": "Decision",
  "replyItem.facts": "Verified facts",
  "replyItem.basis": "Rules or terms relied on",
  "replyItem.reasons": "Reasons",
  "replyItem.redress": "Redress",
  "replyItem.next-remedies": "Further recourse",
  "replyItem.contact": "Contact",
  "complaintRemedy.review": "Review by the superior unit",
  "complaintRemedy.mediation": "Mediation",
  "complaintRemedy.arbitration": "Arbitration",
  "complaintRemedy.court": "Court",
  "complaintRemedy.ombudsman": "Ombudsman",
  "complaintRemedy.regulator": "Regulator",
  "complaintRemedy.other": "Other recourse",
  "complaintDimension.state": "State",
  "complaintDimension.channel": "Channel",
  "complaintDimension.origin": "Origin",
  "complaintDimension.category": "Category",
  "complaintDimension.product": "Product",
  "complaintDimension.outlet": "Branch",
  "complaintDimension.handler": "Handler",
  "complaintDimension.decision": "Decision",
  "complaintDimension.root-cause": "Root cause",
  "regulatorDimension.channel": "Channel of the business",
  "regulatorDimension.business": "Kind of business",
  "regulatorDimension.reason": "Reason",
  "regulatorCodeSource.business-channel": "Channel of the business",
  "regulatorCodeSource.channel": "Channel of the complaint",
  "regulatorCodeSource.category": "Complaint category",
  "regulatorCodeSource.product": "Product",
  "regulatorCodeSource.root-cause": "Root cause",
  "complaintItem.register": "Register",
  "complaintItem.answer": "Decide and reply",
  "complaintItem.review": "Review",
  "complaintItem.follow-up": "Follow up",
  "complaintItem.close": "Close",
  "complaintItem.feedback": "Inform the owner of the cause",
  "complaintItem.process-entry": "Process suggestion box or book entry",
  "separationRule.subject-only-receives": "the person complained of may only receive the complaint",
  "separationRule.handler-approves-nothing":
    "nobody who has handled the complaint may approve an extension or redress in it",
  "separationRule.extension-approved-by-another":
    "an extension must be approved by someone other than whoever asked for it",
  "separationRule.redress-decided-past-handler": "redress must be decided by someone who has not handled the complaint",
  "separationRule.redress-approved-past-decider":
    "redress must be approved by someone who has not decided the complaint",
  "separationRule.declined-past-handler": "a complaint must be declined by someone who has not handled it",
  "separationRule.review-past-first-handling":
    "a review must be decided by someone who neither handled nor decided the complaint before",
  "separationRule.nfra-recusal": "a complaint must be verified by someone with no direct interest in it",
  "too-many-representatives":
    "The group complaint has {count:number} representatives, more than the limit of {max:number}.",
  "authority-not-shown":
    "The complaint was brought by someone acting for the customer (“{capacity:label.complainantCapacity}”), whose authority has not been shown.",
  "message-out-of-time":
    "The customer’s request or statement, received on {receivedAt:moment}, must come after what it follows ({after:moment}) and before it is recorded ({at:moment}).",
  "nothing-to-accept": "Nothing has been decided that the customer could accept.",
  "merged-with-itself": "The complaint “{complaint}” cannot be merged with itself.",
  "proof-after-step": "The proof of authority, of {on:date}, is dated after the step it came with ({at:moment}).",
  "complainant-complained-of": "{person} is complained of and cannot act for the customer in this complaint.",
  "merged-while-over": "The complaint “{complaint}” was over (“{state:label.complaintState}”) and cannot be merged.",
  "merged-into-later":
    "The complaint “{complaint}” ({receivedAt:moment}) cannot be merged into “{into}”, which was received later ({intoReceivedAt:moment}).",
  "merged-across-clients": "The complaint “{complaint}” is another customer’s and cannot be merged with this one.",
  "not-taken-in": "The complaint “{complaint}” cannot be merged into “{into}” until “{into}” has taken it in.",
  "ground-not-listed":
    "The complaint-handling policy does not allow a complaint to be declined on the ground “{ground:label.declineGround}”.",
  "reviewer-took-part": "{to} is complained of, or has handled or decided the complaint, and cannot review it.",
  "no-approver": "An extension needs an approver.",
  "client-not-told-what-to-expect":
    "The customer must be told what to expect before a complaint that is not settled on the spot can proceed.",
  "redress-without-authority":
    "Redress needs the approval of someone with the authority to grant it[; the role given has no authority in {currency}][; give the role and who approved it{!currency}].",
  "redress-beyond-authority":
    "Redress of {amount}[, on top of {granted} granted before,] is more than “{authority}” may grant, which is {upTo}.",
  "reply-incomplete":
    "The reply lacks “{missing:label.replyItem}”[; it does not name “{remedies:label.complaintRemedy}”].",
  "reply-without-form": "The customer can be reached, so state how the reply was given.",
  "selling-not-allowed": "Nothing may be offered for sale while a complaint is open.",
  "complaints/too-many-representatives": `${stored}${tooMany}.`,
  "complaints/authority-not-shown": `${stored}${authorityNotShown}.`,
  "complaints/message-out-of-time": `${stored}${messageOutOfTime}.`,
  "complaints/nothing-to-accept": `${stored}${nothingToAccept}.`,
  "complaints/merged-with-itself": `${stored}${mergedWithItself}.`,
  "complaints/proof-after-step": `${stored}${proofAfterStep}.`,
  "complaints/complainant-complained-of": `${stored}${complainantComplainedOf}.`,
  "complaints/merged-while-over": `${stored}${mergedWhileOver}.`,
  "complaints/merged-into-later": `${stored}${mergedIntoLater}.`,
  "complaints/merged-across-clients": `${stored}${mergedAcrossClients}.`,
  "complaints/not-taken-in": `${stored}${notTakenIn}.`,
  "complaints/ground-not-listed": `${stored}${groundNotListed}.`,
  "complaints/reviewer-took-part": `${stored}${reviewerTookPart}.`,
  "complaints/no-approver": `${stored}${noApprover}.`,
  "complaints/client-not-told-what-to-expect": `${stored}${clientNotTold}.`,
  "complaints/redress-without-authority": `${stored}${noAuthority}.`,
  "complaints/redress-beyond-authority": `${stored}${beyondAuthority}.`,
  "complaints/reply-incomplete": `${stored}${replyIncomplete}.`,
  "complaints/reply-without-form": `${stored}${replyWithoutForm}.`,
  "complaints/selling-not-allowed": `${stored}${noSelling}.`,
  "already-processed": "The suggestion box or book entry has already been processed.",
  "before-found": "The suggestion box or book entry cannot have been processed before it was found.",
  "no-reason": "A suggestion box or book entry that is not treated as a complaint needs a reason.",
  "complaints/empty-id": `An ID is missing${wrong}`,
  "complaints/invalid-complaint": `The complaint is not valid[ (nested deeper than {limit:number} levels)]${wrong}`,
  "complaints/invalid-policy": `The complaint-handling policy is not valid${wrong}`,
  "complaints/invalid-input": `The data for handling the complaint are not valid${wrong}`,
  "complaints/negative-redress": "Redress of {currency} {amount} must not be negative[ ({path})].",
  "complaints/unknown-dimension":
    "Complaints cannot be counted in this way[ at {path}][: {received:received} was given][; allowed: {known:list}].",
  "complaints/unknown-subject":
    "There are no figures for this subject[ at {path}][: {received:received} was given][; allowed: {known:list}].",
  "complaints/dimensions-differ":
    "The two sets of statistics are broken down differently and cannot be merged[ ({path})].",
  "complaints/duplicate-id": "The complaint “{id}” is given twice[ ({path})].",
  "complaints/not-received-first": `${stored}the receipt must come first, and only once; the entry “{type:label.complaintEntry}” of {at:moment} does not fit that.`,
  "complaints/state-differs":
    "The complaint is filed as “{state:label.complaintState}”, but its history makes it “{expected:label.complaintState}”.",
  "complaints/handler-differs":
    "The complaint is filed with[ the handler {handler}][ no handler{!handler}], but according to its history[ the handler is {expected}][ there is none{!expected}].",
  "complaints/persons-complained-of-differs":
    "The complaint is filed as being about[ {personsComplainedOf:list}][ nobody{!personsComplainedOf}], but according to its history it is about[ {expected:list}][ nobody{!expected}].",
  "complaints/transition-not-allowed": `${stored}in the state “{from:label.complaintState}” the step “{type:label.complaintEntry}” is not possible.`,
  "complaints/case-over": `${stored}the complaint is over (“{state:label.complaintState}”), so “{type:label.complaintEntry}” can no longer be recorded.`,
  "complaints/before-last-entry": `${stored}the entry “{type:label.complaintEntry}” of {at:moment} is earlier than the one before it, of {last:moment}.`,
  "complaints/separated": `${stored}under the segregation rule “{rule:label.separationRule}”, {person} must not take this step.`,
  "complaints/separation-unknown": `${stored}it cannot be determined whether the segregation rule “{rule:label.separationRule}” has been kept[; linked complaints whose files are missing: {cases:list}][; the team of {person} is not known][; the other complaints were not given{!cases}{!person}].`,
} as const satisfies ComplaintsWords;

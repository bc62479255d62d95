/**
 * Complaints (投诉处理): the case from receipt to close as one flow, box and book entries, statistics, what is owed
 * and what was achieved.
 *
 * Deadlines are left to `sla`: `slaEvents` hands it the history of a case. The room stores nothing and changes nothing
 * in place; a refused step comes back with the reason and the steps the state allows.
 *
 * The path through it:
 *
 * 1. {@link receiveComplaint} accepts a complaint;
 * 2. {@link registerComplaint} writes it into the register, with its handler, cause and key points;
 * 3. {@link transitionComplaint} takes it one step further, as far as its close;
 * 4. {@link slaEvents} gives its history to the deadline engine;
 * 5. {@link complaintOpenItems} says what is still owed in it, and by whom;
 * 6. {@link complaintStatistics} counts many complaints.
 *
 * @packageDocumentation
 */

// -- One complaint
export { receiveComplaint, registerComplaint, transitionComplaint, noteComplaint } from "./complaint.ts";
export { decisionOf, missingReplyItems } from "./decision.ts";
export { checkComplaint } from "./complaint.ts";

// -- Deadlines and open items
export { slaEvents, deskCaseOf } from "./sla-events.ts";
export { complaintOpenItems } from "./open-items.ts";

// -- Entries of boxes and books
export { complaintFromEntry, dismissEntry, unprocessedEntries } from "./opinion-entries.ts";
export { opinionOpenItems } from "./open-items.ts";

// -- Statistics and measures
export {
  complaintsReceivedIn,
  complaintStatistics,
  mergeComplaintStatistics,
  complaintsPerTenMillionClients,
  complaintsPerThousandOutlets,
} from "./statistics.ts";
export { complaintMeasures } from "./measures.ts";

// -- Causes and improvement
export { rootCauses, mergeRootCauses, repeatComplaints, improvementIdeas } from "./causes.ts";

// -- Policies and the flow
export { sourceComplaintHandling, nfraComplaintHandling, exampleComplaintHandling } from "./policies/handling.ts";
export { complaintFlow, complaintLifecycle } from "./flow.ts";

// -- Words
export {
  COMPLAINT_STATES,
  COMPLAINT_CHANNELS,
  COMPLAINT_ORIGINS,
  COMPLAINT_DECISIONS,
  COMPLAINT_SIDE_ACTS,
  COMPLAINT_REFUSALS,
  REPLY_FORMS,
  REPLY_ITEMS,
  FOLLOW_UP_OUTCOMES,
} from "./types.ts";
export { COMPLAINT_CLOCKS } from "./sla-events.ts";
export { COMPLAINT_DUE_KINDS, COMPLAINT_ITEM_KINDS } from "./open-items.ts";
export { OPINION_SOURCES } from "./types.ts";
export { OPINION_REFUSALS } from "./types.ts";
export { COMPLAINT_DIMENSIONS } from "./types.ts";
export { COMPLAINT_SUBJECTS } from "./measures.ts";

// -- Types: the case
export type {
  ComplaintCase,
  ComplaintId,
  ComplaintIntake,
  ComplaintParty,
  ComplaintState,
  ComplaintChannel,
  ComplaintOrigin,
  ComplaintHistoryEntry,
  ComplaintOutcome,
  ComplaintRefusal,
  ComplaintRefusalDetails,
  RefusedComplaintStep,
} from "./types.ts";
export type { ComplaintContext } from "./complaint.ts";
export type { ComplaintDecision, Redress } from "./types.ts";
export type { RedressTotal } from "./decision.ts";
export type { ReplyForm, ReplyItem, FollowUpOutcome } from "./types.ts";

// -- Types: steps
export type {
  ComplaintAction,
  ComplaintActionType,
  ComplaintAct,
  ComplaintActName,
  ComplaintSideAct,
  ComplaintStepBase,
  ReceiveStep,
  RegisterStep,
  OnTheSpotStep,
  InvestigateStep,
  DecideStep,
  ReplyStep,
  ExtendStep,
  EscalateStep,
  TransferStep,
  FollowUpStep,
  CloseStep,
  ReopenStep,
  WithdrawStep,
} from "./types.ts";

// -- Types: notes
export type {
  ComplaintNote,
  ComplaintNoteType,
  BeginAppraisalNote,
  EndAppraisalNote,
  ImprovementNote,
  NewFactsNote,
  OfferSaleNote,
  TellExpectationNote,
} from "./types.ts";

// -- Types: policies
export type { ComplaintHandlingPolicy, RedressAuthority } from "./types.ts";

// -- Types: entries of boxes and books
export type { OpinionEntry } from "./opinion-entries.ts";
export type { OpinionRefusal, RefusedOpinion } from "./types.ts";
export type { OpinionIntake, OpinionSource } from "./types.ts";
export type { OpinionOutcome, OpinionProcessing, OpinionResult } from "./opinion-entries.ts";

// -- Types: figures, deadlines and open items
export type { ComplaintStatistics, ComplaintCount, ComplaintRate } from "./statistics.ts";
export type { ComplaintDimension } from "./types.ts";
export type { ComplaintMeasureOptions, ComplaintSubject } from "./measures.ts";
export type {
  RootCauses,
  RootCauseRow,
  RepeatComplaints,
  RepeatComplaint,
  RepeatOptions,
  ImprovementIdea,
} from "./causes.ts";
export type { ComplaintItemOptions, ComplaintItemKind, ComplaintDueKind } from "./open-items.ts";
export type { ComplaintClock } from "./sla-events.ts";

// -- Types: errors
export type { ComplaintErrorCode, ComplaintIssueCode } from "./errors.ts";
export type {
  ComplaintIssue,
  ComplaintReasons,
  ComplaintErrorDetails,
  ComplaintIssueDetails,
  ComplaintHistoryDetails,
  ComplaintRefusedDetails,
  ComplaintCaseworkDetails,
} from "./reasons.ts";

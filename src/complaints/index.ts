/**
 * Complaints (投诉处理): the case from receipt to close as one flow, box and book entries, statistics, what is owed
 * and what was achieved.
 *
 * Deadlines are left to `sla`: `slaEvents` hands it the history of a case. The room stores nothing and changes nothing
 * in place; a refused step comes back with the reason and the steps the state allows.
 *
 * @packageDocumentation
 */
export { complaintFlow, complaintLifecycle } from "./flow.ts";
export {
  checkComplaint,
  noteComplaint,
  receiveComplaint,
  registerComplaint,
  transitionComplaint,
  type ComplaintContext,
} from "./complaint.ts";
export { decisionOf, missingReplyItems } from "./decision.ts";
export { COMPLAINT_CLOCKS, deskCaseOf, slaEvents, type ComplaintClock } from "./sla-events.ts";
export {
  complaintFromEntry,
  dismissEntry,
  OPINION_REFUSALS,
  unprocessedEntries,
  type OpinionProcessing,
  type OpinionResult,
} from "./opinion-entries.ts";
export {
  COMPLAINT_DIMENSIONS,
  complaintsPerTenMillionClients,
  complaintsPerThousandOutlets,
  complaintsReceivedIn,
  complaintStatistics,
  mergeComplaintStatistics,
} from "./statistics.ts";
export { improvementIdeas, mergeRootCauses, repeatComplaints, rootCauses, type RepeatOptions } from "./causes.ts";
export {
  COMPLAINT_DUE_KINDS,
  COMPLAINT_ITEM_KINDS,
  complaintOpenItems,
  opinionOpenItems,
  type ComplaintDueKind,
  type ComplaintItemKind,
  type ComplaintItemOptions,
} from "./open-items.ts";
export {
  COMPLAINT_SUBJECTS,
  complaintMeasures,
  type ComplaintMeasureOptions,
  type ComplaintSubject,
} from "./measures.ts";
export { exampleComplaintHandling, nfraComplaintHandling, sourceComplaintHandling } from "./policies/handling.ts";
export type { ComplaintErrorCode, ComplaintIssueCode } from "./errors.ts";
export type {
  ComplaintCaseworkDetails,
  ComplaintErrorDetails,
  ComplaintHistoryDetails,
  ComplaintIssue,
  ComplaintIssueDetails,
  ComplaintReasons,
  ComplaintRefusedDetails,
} from "./reasons.ts";
export {
  COMPLAINT_CHANNELS,
  COMPLAINT_DECISIONS,
  COMPLAINT_ORIGINS,
  COMPLAINT_REFUSALS,
  COMPLAINT_SIDE_ACTS,
  COMPLAINT_STATES,
  FOLLOW_UP_OUTCOMES,
  OPINION_SOURCES,
  REPLY_FORMS,
  REPLY_ITEMS,
} from "./types.ts";
export type {
  BeginAppraisalNote,
  CloseStep,
  ComplaintAct,
  ComplaintAction,
  ComplaintActionType,
  ComplaintActName,
  ComplaintCase,
  ComplaintChannel,
  ComplaintDecision,
  ComplaintHandlingPolicy,
  ComplaintHistoryEntry,
  ComplaintId,
  ComplaintIntake,
  ComplaintNote,
  ComplaintNoteType,
  ComplaintOrigin,
  ComplaintOutcome,
  ComplaintParty,
  ComplaintRefusal,
  ComplaintRefusalDetails,
  ComplaintSideAct,
  ComplaintState,
  ComplaintStepBase,
  DecideStep,
  EndAppraisalNote,
  EscalateStep,
  ExtendStep,
  FollowUpOutcome,
  FollowUpStep,
  ImprovementNote,
  InvestigateStep,
  NewFactsNote,
  OfferSaleNote,
  OnTheSpotStep,
  OpinionIntake,
  OpinionSource,
  ReceiveStep,
  Redress,
  RedressAuthority,
  RefusedComplaintStep,
  RegisterStep,
  ReopenStep,
  ReplyForm,
  ReplyItem,
  ReplyStep,
  TellExpectationNote,
  TransferStep,
  WithdrawStep,
} from "./types.ts";
export type { ComplaintCount, ComplaintDimension, ComplaintRate, ComplaintStatistics } from "./statistics.ts";
export type { ImprovementIdea, RepeatComplaint, RepeatComplaints, RootCauseRow, RootCauses } from "./causes.ts";
export type { OpinionEntry, OpinionOutcome, OpinionRefusal, RefusedOpinion } from "./opinion-entries.ts";
export type { RedressTotal } from "./decision.ts";

/**
 * Complaints (投诉处理): the case from receipt to close as a transition table, box and book entries, and statistics.
 *
 * Deadlines are left to `sla`: `slaEvents` hands it the history of a case. The room stores nothing and changes nothing
 * in place; a refused step comes back with the reason and the steps the state allows.
 *
 * @packageDocumentation
 */
export { complaintLifecycle } from "./lifecycle.ts";
export { receiveComplaint } from "./receive.ts";
export { noteComplaint, registerComplaint, transitionComplaint } from "./transition.ts";
export { checkComplaint } from "./check.ts";
export { decisionOf } from "./decision.ts";
export { missingReplyItems } from "./reply.ts";
export { slaEvents } from "./sla-events.ts";
export { deskCaseOf } from "./desk-case.ts";
export {
  complaintFromEntry,
  dismissEntry,
  unprocessedEntries,
  type OpinionIntake,
  type OpinionProcessing,
  type OpinionResult,
} from "./opinion-entries.ts";
export { complaintStatistics, complaintsReceivedIn, mergeComplaintStatistics } from "./statistics.ts";
export { mergeRootCauses, rootCauses } from "./root-causes.ts";
export { repeatComplaints, type RepeatOptions } from "./repeat.ts";
export { complaintsPerTenMillionClients, complaintsPerThousandOutlets } from "./rates.ts";
export { improvementIdeas } from "./improvement-ideas.ts";
export { exampleComplaintHandling, nfraComplaintHandling, sourceComplaintHandling } from "./policies/handling.ts";
export type { ComplaintErrorCode, ComplaintIssueCode } from "./errors.ts";
export type {
  BeginAppraisalNote,
  CloseStep,
  ComplaintAction,
  ComplaintActionType,
  ComplaintCase,
  ComplaintChannel,
  ComplaintCount,
  ComplaintDecision,
  ComplaintDimension,
  ComplaintHandlingPolicy,
  ComplaintHistoryEntry,
  ComplaintId,
  ComplaintIntake,
  ComplaintNote,
  ComplaintNoteType,
  ComplaintOrigin,
  ComplaintOutcome,
  ComplaintRate,
  ComplaintRefusal,
  ComplaintState,
  ComplaintStatistics,
  ComplaintStepBase,
  DecideStep,
  EndAppraisalNote,
  EscalateStep,
  ExtendStep,
  FollowUpOutcome,
  FollowUpStep,
  ImprovementIdea,
  ImprovementNote,
  InvestigateStep,
  NewFactsNote,
  OfferSaleNote,
  OnTheSpotStep,
  OpinionEntry,
  OpinionOutcome,
  OpinionRefusal,
  ReceiveStep,
  Redress,
  RedressAuthority,
  RedressTotal,
  RegisterStep,
  ReopenStep,
  RepeatComplaint,
  RepeatComplaints,
  ReplyForm,
  ReplyItem,
  ReplyStep,
  RootCauseRow,
  RootCauses,
  TellExpectationNote,
  TransferStep,
  WithdrawStep,
} from "./types.ts";

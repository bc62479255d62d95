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

// -- Codes of the regulator
export { regulatorCodesOf, regulatorCodeCount } from "./regulator-codes.ts";

// -- Policies and the flow
export { sourceComplaintHandling, nfraComplaintHandling, exampleComplaintHandling } from "./policies/handling.ts";
export { complaintSeparation, nfraRecusal } from "./policies/separation.ts";
export { exampleRegulatorCodes } from "./policies/regulator-codes.ts";
export { complaintFlow } from "./flow.ts";
export { complaintLifecycle } from "./course.ts";

// -- Words
export { COMPLAINT_STATES, COMPLAINT_REFUSALS } from "./types.ts";
export { COMPLAINT_CHANNELS, COMPLAINT_ORIGINS, COMPLAINANT_CAPACITIES } from "./intake.ts";
export { COMPLAINT_ENTRY_TYPES, COMPLAINT_SIDE_ACTS, COMPLAINT_PARTIES } from "./entries/entry.ts";
export {
  COMPLAINT_DECISIONS,
  COMPLAINT_REMEDIES,
  REPLY_FORMS,
  REPLY_ITEMS,
  MESSAGE_FORMS,
  DECLINE_GROUNDS,
  FOLLOW_UP_OUTCOMES,
} from "./entries/steps.ts";
export { COMPLAINT_SEPARATION_IDS } from "./policies/separation.ts";
export { COMPLAINT_CLOCKS } from "./sla-events.ts";
export { COMPLAINT_DUE_KINDS, COMPLAINT_ITEM_KINDS } from "./open-items.ts";
export { OPINION_SOURCES } from "./intake.ts";
export { OPINION_REFUSALS } from "./types.ts";
export { COMPLAINT_DIMENSIONS } from "./types.ts";
export { COMPLAINT_SUBJECTS } from "./measures.ts";
export { REGULATOR_DIMENSIONS, REGULATOR_CODE_SOURCES } from "./regulator-codes.ts";

// -- Types: the case
export type {
  ComplaintCase,
  ComplaintState,
  ComplaintOutcome,
  ComplaintRefusal,
  ComplaintRefusalDetails,
  RefusedComplaintStep,
} from "./types.ts";
export type { ComplaintIntake, Complainant, ComplainantCapacity, ComplaintChannel, ComplaintOrigin } from "./intake.ts";
export type { ComplaintId, AuthorityProof } from "./entries/steps.ts";
export type { ComplaintParty, ComplaintHistoryEntry } from "./entries/entry.ts";
export type { ComplaintContext } from "./complaint.ts";
export type { ComplaintDecision, Redress } from "./entries/steps.ts";
export type { RedressTotal } from "./decision.ts";
export type {
  ReplyForm,
  ReplyItem,
  ComplaintRemedy,
  MessageForm,
  ClientMessage,
  DeclineGround,
  FollowUpOutcome,
} from "./entries/steps.ts";
export type { NewFacts } from "./entries/notes.ts";

// -- Types: steps
export type {
  ComplaintAction,
  ComplaintActionType,
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
  MergeStep,
  DeclineStep,
} from "./entries/steps.ts";
export type { ComplaintAct, ComplaintActName, ComplaintSideAct } from "./entries/entry.ts";

// -- Types: notes
export type {
  ComplaintNote,
  ComplaintNoteType,
  BeginAppraisalNote,
  EndAppraisalNote,
  ImprovementNote,
  InformCauseOwnerNote,
  NamePersonNote,
  NewFactsNote,
  ClientAcceptsNote,
  OfferSaleNote,
  TakeInNote,
  TellExpectationNote,
} from "./entries/notes.ts";

// -- Types: policies
export type { ComplaintHandlingPolicy, RedressAuthority } from "./handling-policy.ts";
export type { ComplaintSeparationRule } from "./entries/entry.ts";
export type { ComplaintSeparationId } from "./policies/separation.ts";
export type {
  RegulatorCode,
  RegulatorCodeCount,
  RegulatorCodeMapping,
  RegulatorCodes,
  RegulatorCodeSource,
  RegulatorCodeTable,
  RegulatorDimension,
} from "./regulator-codes.ts";

// -- Types: entries of boxes and books
export type { OpinionEntry } from "./opinion-entries.ts";
export type { OpinionRefusal, RefusedOpinion } from "./types.ts";
export type { OpinionIntake, OpinionSource } from "./intake.ts";
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

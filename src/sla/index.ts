/**
 * Deadlines of cases (时限管理): policies as data, events in, states and reasons out. Nothing is stored: after a change of
 * policy or calendar, the same events are evaluated again.
 *
 * The path through it:
 *
 * 1. {@link policiesFor} says which policies a case is under, and why;
 * 2. {@link prepareSlaPolicy} reads a policy and checks it, once for many cases;
 * 3. {@link evaluateSla} turns the events of one case into due moments, states and the reasons line by line;
 * 4. {@link escalationsDue} lists the alerts of a case that go out in a window of time;
 * 5. {@link deskReport} counts a whole desk: what is due, at risk and overdue;
 * 6. {@link whatIf} says what another policy would change in a set of cases.
 *
 * @packageDocumentation
 */

// -- One case
export { prepareSlaPolicy } from "./prepare.ts";
export { evaluateSla } from "./evaluate.ts";
export { foldExplanation } from "./result/fold.ts";
export { escalationsDue } from "./result/escalation.ts";
export { diffSla } from "./compare/difference.ts";

// -- Which policies a case is under
export { policiesFor } from "./policies-for.ts";

// -- A desk of many cases
export { deskReport } from "./desk/report.ts";
export { mergeDeskReports } from "./desk/merge.ts";

// -- Another policy
export { whatIf } from "./compare/what-if.ts";
export { rollUnderCivilCode } from "./policies/civil-code.ts";

// -- Policies: the source documents
export { complaintPolicies, sourceComplaintPolicy, sourceComplaintClock } from "./policies/source-complaint.ts";
export { exampleComplaintTwoClocks } from "./policies/example-two-clocks.ts";

// -- Policies: regulators
export { regulationPolicies } from "./policies/regulation-policies.ts";
export {
  nfraComplaintPolicies,
  nfraComplaintPolicy,
  nfraComplaintClock,
  nfraReviewPolicy,
} from "./policies/nfra-complaint.ts";
export { pbocBankComplaintPolicy, pbocPaymentComplaintPolicy } from "./policies/pboc-forwarded-complaint.ts";
export { hkmaComplaintPolicy } from "./policies/hkma-complaint.ts";
export { psd2ComplaintPolicy } from "./policies/psd2-complaint.ts";
export {
  dispComplaintPolicies,
  dispComplaintPolicy,
  dispPaymentComplaintPolicy,
  dispSummaryResolutionPolicy,
} from "./policies/disp-complaint.ts";
export {
  regulationECardOrForeignPolicy,
  regulationENewAccountPolicy,
  regulationEPolicy,
  regulationZPolicy,
} from "./policies/us-error-resolution.ts";
export { rg271ComplaintPolicy } from "./policies/rg271-complaint.ts";

// -- Words
export {
  SLA_STATES,
  SLA_UNITS,
  SLA_MEASURES,
  SLA_ENDS_OF,
  SLA_ROLLS,
  SLA_ENDING_EVENTS,
  SLA_REOPEN_RULES,
  SLA_MERGE_RULES,
  SLA_BASES,
  SLA_SINCE,
  SLA_CLOCK_IDS,
  SLA_STAGE_IDS,
  SLA_EXTENSION_IDS,
  SLA_PAUSE_REASONS,
  SLA_ROLES,
  INVALID_SLA_POLICY_REASONS,
} from "./policy-types.ts";
export {
  SLA_MATTERS,
  SLA_PLACES,
  SLA_ORIGINS,
  SLA_INSTITUTIONS,
  SLA_PRODUCTS,
  SLA_RECEIPTS,
  SLA_FACTS,
} from "./scope.ts";
export { SLA_APPLICATIONS } from "./policies-for.ts";
export { SLA_ENDS, SLA_EVENT_ORDER, PAUSE_WITHOUT_EFFECT_REASONS, EVENT_WITHOUT_EFFECT_REASONS } from "./events.ts";
export { SLA_STAGE_CHANGE_KINDS, SLA_DUE_MOVES } from "./compare/difference.ts";
export { DESK_FLAGS } from "./desk/types.ts";

// -- Types: events
export type {
  SlaEvent,
  SlaEventType,
  SlaEventBase,
  ReceivedEvent,
  AcknowledgedEvent,
  RepliedEvent,
  AcceptedEvent,
  ResolvedEvent,
  WithdrawnEvent,
  ReopenedEvent,
  PausedEvent,
  ResumedEvent,
  ExtendedEvent,
  MergedEvent,
  NewFactsEvent,
  ReassignedEvent,
  SlaEnd,
  PauseWithoutEffect,
  EventWithoutEffect,
} from "./events.ts";

// -- Types: the result
export type { SlaContext, SlaResult, StageResult, SlaDue } from "./result/types.ts";
export type { SlaState } from "./policy-types.ts";
export type {
  SlaExplanationLine,
  SlaExplanationCode,
  GrantedExtension,
  PossibleExtension,
  SlaEscalation,
  SlaEarlierEnd,
} from "./result/types.ts";
export type { DueEscalation } from "./result/escalation.ts";
export type { SlaHolidaysLine } from "./result/types.ts";

// -- Types: policies
export type { SlaPolicy } from "./policy-types.ts";
export type { PreparedSlaPolicy } from "./prepare.ts";
export type {
  InvalidSlaPolicyReason,
  SlaVersion,
  SlaClock,
  SlaAuthority,
  SlaBasis,
  SlaStage,
  SlaBeforeDue,
  SlaEarlyEnd,
  SlaClockId,
  SlaEndOf,
  SlaEndingEvent,
  SlaEscalationStep,
  SlaEscalationTime,
  SlaExtensionId,
  SlaExtensionRule,
  SlaMeasure,
  SlaMergeRule,
  SlaPauseReason,
  SlaPauseRule,
  SlaQuietHours,
  SlaReopenRule,
  SlaRole,
  SlaRoll,
  SlaSince,
  SlaStageId,
  SlaThreshold,
  SlaUnit,
  SlaUsedShare,
} from "./policy-types.ts";

export type {
  SlaScope,
  SlaMatter,
  SlaPlace,
  SlaOrigin,
  SlaInstitution,
  SlaProduct,
  SlaReceipt,
  SlaFact,
  SlaScopeLine,
} from "./scope.ts";

// -- Types: which policies
export type { SlaReceivedCase, SlaCaseFacts, SlaApplication, SlaPolicyApplication } from "./policies-for.ts";

// -- Types: a desk
export type {
  DeskCase,
  DeskClock,
  DeskContext,
  DeskPolicy,
  DeskReport,
  DeskAgeBand,
  DeskAttention,
  DeskCounts,
  DeskFlag,
  DeskGroup,
  DeskHandling,
  DeskIssue,
} from "./desk/types.ts";

// -- Types: comparisons
export type {
  SlaDifference,
  SlaBeforeAfter,
  SlaDueMove,
  SlaFieldChange,
  SlaStageChange,
  SlaStageChangeKind,
  SlaStageField,
} from "./compare/difference.ts";
export type { WhatIf, WhatIfCase, WhatIfStage, WhatIfStageChange, WhatIfStates } from "./compare/what-if.ts";

// -- Types: errors
export type { SlaErrorCode, SlaIssueCode } from "./errors.ts";
export type {
  SlaIssue,
  SlaReasons,
  InvalidSlaPolicyDetails,
  SlaErrorDetails,
  SlaIssueDetails,
  PolicyDayDetails,
  SlaEventDetails,
  SlaStageEventDetails,
  SlaExtensionDetails,
} from "./reasons.ts";

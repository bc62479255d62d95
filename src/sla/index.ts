/**
 * Deadlines of cases (时限管理): policies as data, events in, states and reasons out.
 *
 * @packageDocumentation
 */
export { evaluateSla } from "./evaluate.ts";
export { escalationsDue, type DueEscalation } from "./result/escalation.ts";
export {
  diffSla,
  SLA_DUE_MOVES,
  SLA_STAGE_CHANGE_KINDS,
  type SlaBeforeAfter,
  type SlaDifference,
  type SlaDueMove,
  type SlaFieldChange,
  type SlaStageChange,
  type SlaStageChangeKind,
  type SlaStageField,
} from "./compare/difference.ts";
export { deskReport } from "./desk/report.ts";
export { mergeDeskReports } from "./desk/merge.ts";
export { DESK_FLAGS } from "./desk/types.ts";
export type {
  DeskAgeBand,
  DeskAttention,
  DeskCase,
  DeskClock,
  DeskContext,
  DeskCounts,
  DeskFlag,
  DeskGroup,
  DeskHandling,
  DeskIssue,
  DeskPolicy,
  DeskReport,
} from "./desk/types.ts";
export {
  whatIf,
  type WhatIf,
  type WhatIfCase,
  type WhatIfStage,
  type WhatIfStageChange,
  type WhatIfStates,
} from "./compare/what-if.ts";
export { prepareSlaPolicy, type PreparedSlaPolicy } from "./prepare.ts";
export { complaintPolicies, sourceComplaintClock, sourceComplaintPolicy } from "./policies/source-complaint.ts";
export { nfraComplaintClock, nfraComplaintPolicies, nfraComplaintPolicy } from "./policies/nfra-complaint.ts";
export { exampleComplaintTwoClocks } from "./policies/example-two-clocks.ts";
export { pbocForwardedComplaintPolicy } from "./policies/pboc-forwarded-complaint.ts";
export { hkmaComplaintPolicy } from "./policies/hkma-complaint.ts";
export { psd2ComplaintPolicy } from "./policies/psd2-complaint.ts";
export {
  dispComplaintPolicy,
  dispPaymentComplaintPolicy,
  dispSummaryResolutionPolicy,
} from "./policies/disp-complaint.ts";
export { regulationEPolicy, regulationZPolicy } from "./policies/us-error-resolution.ts";
export { rg271ComplaintPolicy } from "./policies/rg271-complaint.ts";
export { regulationPolicies } from "./policies/regulation-policies.ts";
export { rollUnderCivilCode } from "./policies/civil-code.ts";
export type { SlaErrorCode, SlaIssueCode } from "./errors.ts";
export type {
  SlaErrorDetails,
  SlaEventDetails,
  SlaExtensionDetails,
  SlaIssue,
  SlaIssueDetails,
  SlaReasons,
  SlaStageEventDetails,
} from "./reasons.ts";
export {
  SLA_BASES,
  SLA_CLOCK_IDS,
  SLA_ENDING_EVENTS,
  SLA_ENDS_OF,
  SLA_EXTENSION_IDS,
  SLA_MEASURES,
  SLA_MERGE_RULES,
  SLA_PAUSE_REASONS,
  SLA_REOPEN_RULES,
  SLA_ROLES,
  SLA_ROLLS,
  SLA_STAGE_IDS,
  SLA_STATES,
  SLA_UNITS,
} from "./policy-types.ts";
export type {
  SlaAuthority,
  SlaBasis,
  SlaBeforeDue,
  SlaClock,
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
  SlaPolicy,
  SlaQuietHours,
  SlaReopenRule,
  SlaRole,
  SlaRoll,
  SlaStage,
  SlaStageId,
  SlaState,
  SlaThreshold,
  SlaUnit,
  SlaUsedShare,
  SlaVersion,
} from "./policy-types.ts";
export { EVENT_WITHOUT_EFFECT_REASONS, PAUSE_WITHOUT_EFFECT_REASONS, SLA_ENDS, SLA_EVENT_ORDER } from "./events.ts";
export type {
  AcknowledgedEvent,
  EventWithoutEffect,
  ExtendedEvent,
  MergedEvent,
  NewFactsEvent,
  PausedEvent,
  ReassignedEvent,
  ReceivedEvent,
  ReopenedEvent,
  RepliedEvent,
  ResolvedEvent,
  ResumedEvent,
  SlaEnd,
  SlaEvent,
  SlaEventBase,
  SlaEventType,
  WithdrawnEvent,
  PauseWithoutEffect,
} from "./events.ts";
export type {
  GrantedExtension,
  PossibleExtension,
  SlaContext,
  SlaDue,
  SlaEarlierEnd,
  SlaEscalation,
  SlaExplanationCode,
  SlaExplanationLine,
  SlaResult,
  StageResult,
} from "./result/types.ts";

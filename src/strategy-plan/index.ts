/**
 * The yearly relationship strategy plan of a client (客户关系战略计划书): nine sections, 37 fields, completeness, checks,
 * wallet share.
 *
 * The path through it:
 *
 * 1. {@link checkPlan} says what is wrong in a plan;
 * 2. {@link planCompleteness} says how complete it is, and which field to ask for next;
 * 3. {@link planWallet} gives our share of the client's spend, service by service;
 * 4. {@link planFollowUp} says what became of the actions, and what they earned;
 * 5. {@link openPlanApproval} and {@link advancePlanApproval} take a version through its approval, and {@link planInForce}
 *    says which is in force.
 *
 * @packageDocumentation
 */

// -- One plan
export { checkPlan } from "./check/plan.ts";
export { planCompleteness } from "./completeness.ts";
export { planWallet } from "./wallet.ts";
export { planFollowUp } from "./follow-up.ts";

// -- What a viewer sees
export { planFor } from "./group/view.ts";
export { examplePlanViews } from "./policies/example-plan-views.ts";

// -- Approval
export { openPlanApproval, advancePlanApproval, checkPlanApproval } from "./approval/approval.ts";
export { planSubmission, planContentHash } from "./approval/submission.ts";
export { planInForce } from "./approval/in-force.ts";
export { planApprovalFlow, planApprovalLifecycle } from "./approval/flow.ts";
export { examplePlanApproval } from "./policies/example-plan-approval.ts";
export { planApprovalSeparation } from "./policies/approval-separation.ts";

// -- Sections and fields
export { planSections, planFields } from "./fields.ts";

// -- How grave a finding is
export { planIssueLevels } from "./issue-level.ts";

// -- Words
export { PLAN_SECTIONS, PLAN_FIELD_KINDS } from "./fields.ts";
export {
  PLAN_ANSWERS,
  BANK_IMPORTANCES,
  CHALLENGE_ORIGINS,
  CHOICE_REASONS,
  PITCH_CHANNELS,
  PREVENTION_STATES,
  WITHHELD_KINDS,
} from "./types.ts";
export { WALLET_GAPS, WALLET_TOTAL_GAPS } from "./wallet.ts";
export { ACTION_STATES, PROGRESS_PARTS } from "./progress.ts";
export { FOLLOW_UP_STANDINGS } from "./follow-up.ts";
export { CONFIDENCES, PLAN_ROW_EXTENSIONS } from "./evidence.ts";
export { INFLUENCES, STAKEHOLDER_ROLES, SUPPORTS, TIE_KINDS } from "./stakeholder.ts";
export { GROUP_MANAGER_ROLES } from "./group/group.ts";
export { PLAN_EXTRAS } from "./group/view-policy.ts";
export { CONSENT_GAPS } from "./consent.ts";
export { PLAN_ISSUE_LEVELS } from "./issue-level.ts";
export { EITHER_PARTS, KIN_ROLES, PITCH_DAY_DOUBTS, PLAN_TEXT_PARTS, SUITABILITY_GAPS } from "./reasons.ts";
export {
  PLAN_APPROVAL_STATES,
  PLAN_APPROVAL_ENTRY_TYPES,
  PLAN_APPROVAL_PARTIES,
  PLAN_APPROVAL_REFUSALS,
  PLAN_ASKS,
} from "./approval/types.ts";
export { CO_SIGN_OCCASIONS } from "./approval/policy.ts";
export { PLAN_APPROVAL_SEPARATION_IDS } from "./policies/approval-separation.ts";
export { STRATEGY_PLAN_ERROR_CODES } from "./errors.ts";

// -- Types: the plan and its rows
export type {
  StrategyPlan,
  PlanRowId,
  PlanValue,
  PlanInstitution,
  PlanPerson,
  PlanService,
  ReferredSection,
  PlanBusiness,
  PlanChallenge,
  PlanAction,
  PlanIncome,
} from "./types.ts";

// -- Types: answers
export type {
  Adopted,
  Answer,
  BankImportance,
  BankStanding,
  ChallengeOrigin,
  ChallengeSource,
  ChoiceReason,
  ClientNeed,
  DepartmentAndOwner,
  Discontinued,
  EstimatedBenefit,
  EstimatedSpend,
  Evidence,
  EvidencedStatement,
  ExpectedIncome,
  FinancialNeed,
  InstitutionOfficer,
  InstitutionService,
  NoneConfirmed,
  OurImportance,
  PersonalDealing,
  PitchChannel,
  PitchMethod,
  PositionAndAuthority,
  PreventionState,
  PreventiveStep,
  ProductOffer,
  ReasonForChoice,
  Recommended,
  ShareOfSpend,
  SpendWithUs,
  SuitabilityCheck,
  SuppliedElsewhere,
  TurnoverAndProfitShare,
} from "./types.ts";

// -- Types: what answers rest on, and people
export type { AnswerEvidence, Confidence, EvidenceOf, PlanRowExtension, PlanRowField } from "./evidence.ts";
export type { Influence, PersonTie, Stakeholder, StakeholderRole, Support, TieKind } from "./stakeholder.ts";

// -- Types: consents, credit, progress
export type { DealingConsent, ConsentGap } from "./consent.ts";
export type { CreditPage, CreditLimit } from "./credit.ts";
export type { ActionProgress, ActionState, ActualIncome, ProgressPart } from "./progress.ts";

// -- Types: sections and fields
export type { PlanSection } from "./section.ts";
export type { PlanField } from "./types.ts";
export type { PlanSectionInfo, PlanFieldInfo, PlanFieldKind, PlanFieldSection } from "./fields.ts";

// -- Types: completeness and wallet
export type { PlanCompleteness, PeopleKnown, SectionCompleteness, PlanFieldPlace } from "./completeness.ts";
export type { PlanWallet, ServiceWallet, InstitutionSpend, WalletTotal, WalletGap, WalletTotalGap } from "./wallet.ts";

// -- Types: checks and follow-up
export type { PlanCheckOptions } from "./check/options.ts";
export type { PlanIssueLevel } from "./issue-level.ts";
export type { PlanFollowUp, ActionFollowUp, FollowUpIncome, FollowUpStanding } from "./follow-up.ts";

// -- Types: groups and viewers
export type { GroupManagerRole, PlanGroup, PlanGroupManager, PlanGroupMember } from "./group/group.ts";
export type { WithheldKind, WithheldPart } from "./types.ts";
export type { PlanView, PlanViewer } from "./group/view.ts";
export type { PlanExtra, PlanParts, PlanViewPolicy, PlanViewRule } from "./group/view-policy.ts";
export type { PlanGroupReasonDetails } from "./group/reasons.ts";

// -- Types: approval
export type { PlanApprovalOpening } from "./approval/approval.ts";
export type {
  PlanApproval,
  PlanApprovalEntry,
  PlanApprovalOutcome,
  PlanApprovalParty,
  PlanApprovalRefusalDetails,
  PlanApprovalSeparationRule,
  PlanApprovalState,
  PlanApprovalStep,
  PlanApprovalStepType,
  PlanAsk,
  PlanSubmission,
  RefusedPlanApprovalStep,
  SeveralPlansInForce,
  WritePlanEntry,
} from "./approval/types.ts";
export type {
  CoSignOccasion,
  PlanApprovalContext,
  PlanApprovalPolicy,
  PlanApprover,
  PlanCoSigner,
} from "./approval/policy.ts";
export type { PlanVersionInForce } from "./approval/in-force.ts";
export type { PlanApprovalSeparationId } from "./policies/approval-separation.ts";
export type { PlanApprovalReasonDetails } from "./approval/reasons.ts";

// -- Types: errors
export type { StrategyPlanErrorCode } from "./errors.ts";
export type {
  PlanIssue,
  PlanIssueCode,
  PlanIssueDetails,
  StrategyPlanErrorDetails,
  StrategyPlanReasons,
  DiscontinuedPart,
  EitherPart,
  KinRole,
  PitchDayDoubt,
  PlanTextPart,
  SuitabilityGap,
} from "./reasons.ts";

/**
 * The yearly relationship strategy plan of a client (客户关系战略计划书): nine sections, 37 fields, and everything that happens to
 * them over time and between people.
 *
 * The path through it:
 *
 * 1. {@link checkPlan} says what is wrong in a plan, {@link planCompleteness} how complete it is and which field to ask for
 *    next; `planFreshness`, `planHealth`, `planWallet`, `whiteSpace` and `powerMap` look at it from other sides;
 * 2. {@link openPlanApproval} begins the way of a version into force;
 * 3. `planProgress` says what came of the actions, and what they earned;
 * 4. {@link rollForward} makes next year's plan of this year's, and {@link diffPlans} says what differs;
 * 5. {@link portfolioOfPlans} shows the plans of a manager or a branch at a glance.
 *
 * @packageDocumentation
 */

// -- One plan
export { checkPlan } from "./check/plan.ts";
export { planCompleteness } from "./condition/completeness.ts";
export { planWallet } from "./wallet.ts";
export { whiteSpace } from "./gaps/white-space.ts";
export { powerMap } from "./people/power-map.ts";

// -- The condition of a plan
export { planFreshness } from "./condition/freshness.ts";
export { planHealth } from "./condition/health.ts";

// -- The plan in its year
export { actionTimetable } from "./year/timetable.ts";
export { incomeForecast } from "./year/forecast.ts";
export { planFollowUp } from "./year/follow-up.ts";
export { planProgress } from "./year/plan-progress.ts";

// -- Many plans
export { portfolioOfPlans } from "./portfolio/portfolio-of-plans.ts";
export { mergePortfolios } from "./portfolio/merge.ts";

// -- Versions and years
export { diffPlans } from "./versions/diff.ts";
export { applyPatch } from "./versions/patch.ts";
export { mergePlans } from "./versions/merge.ts";
export { rollForward } from "./versions/roll-forward.ts";

// -- What a viewer sees
export { planFor } from "./group/view.ts";

// -- Approval
export { openPlanApproval, advancePlanApproval, checkPlanApproval } from "./approval/approval.ts";
export { planSubmission, planContentHash } from "./approval/submission.ts";
export { planInForce } from "./approval/in-force.ts";

// -- The course of an approval
export { planApprovalFlow, planApprovalLifecycle } from "./approval/flow.ts";

// -- Policies
export { examplePlanTiers } from "./policies/example-plan-tiers.ts";
export { examplePlanFreshness } from "./policies/example-plan-freshness.ts";
export { examplePlanHealth } from "./policies/example-plan-health.ts";
export { examplePlanRollForward } from "./policies/example-plan-roll-forward.ts";
export { examplePlanViews } from "./policies/example-plan-views.ts";
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
export { FOLLOW_UP_STANDINGS } from "./year/follow-up.ts";
export { FORECAST_FIGURES } from "./year/forecast.ts";
export { TIMETABLE_GAPS, TIMETABLE_TIMES } from "./year/timetable.ts";
export { CONFIDENCES, PLAN_ROW_EXTENSIONS } from "./evidence.ts";
export { INFLUENCES, STAKEHOLDER_ROLES, SUPPORTS, TIE_KINDS } from "./stakeholder.ts";
export { INFLUENCE_SOURCES } from "./people/power-map.ts";
export { WHITE_SPACE_STATES } from "./gaps/service-state.ts";
export { NEED_STANDINGS } from "./gaps/white-space.ts";
export { ESTIMATE_BASES, ESTIMATE_GAPS } from "./gaps/estimate.ts";
export { GROUP_MANAGER_ROLES } from "./group/group.ts";
export { PLAN_EXTRAS } from "./group/view-policy.ts";
export { CONSENT_GAPS } from "./consent.ts";
export { PLAN_TIER_NAMES } from "./condition/tier.ts";
export { ANSWER_AGES } from "./condition/answers.ts";
export { PLAN_HEALTH_CHECKS, PLAN_HEALTH_STATUSES } from "./condition/finding.ts";
export { BACKING_INCOMES, BACKING_PARTS, CONTACT_PARTS, FIELD_GAPS, STEP_PARTS } from "./condition/reasons.ts";
export { PORTFOLIO_TERMS } from "./portfolio/reasons.ts";
export { PLAN_ISSUE_LEVELS } from "./issue-level.ts";
export { PLAN_LISTS, PLAN_MEMBERS } from "./versions/places.ts";
export { JSON_PATCH_OPS } from "./versions/patch.ts";
export { PATCH_REFUSALS } from "./versions/reasons.ts";
export { MERGE_SIDES } from "./versions/merge.ts";
export { ROLL_FORWARD_CHOICES } from "./versions/roll-forward-policy.ts";
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
export type { PlanCompleteness, PeopleKnown, SectionCompleteness, PlanFieldPlace } from "./condition/open-fields.ts";
export type { PlanWallet, ServiceWallet, InstitutionSpend, WalletTotal, WalletGap, WalletTotalGap } from "./wallet.ts";

// -- Types: the condition of a plan
export type { PlanTierCompleteness, RequirementStatus, TierSection } from "./condition/completeness.ts";
export type { NextPlanField } from "./condition/requirements.ts";
export type { PlanTier, PlanTierName, TierRequirement } from "./condition/tier.ts";
export type { AnswerAge } from "./condition/answers.ts";
export type {
  FreshnessCounts,
  PlanFreshness,
  PlanFreshnessPolicy,
  SectionFreshness,
  StaleAnswer,
} from "./condition/freshness.ts";
export type { PlanHealth } from "./condition/health.ts";
export type { PlanHealthCheck, PlanHealthFinding, PlanHealthStatus } from "./condition/finding.ts";
export type { PlanHealthPolicy } from "./condition/health-policy.ts";
export type { PlanPolicyStamp } from "./condition/policy.ts";
export type {
  BackingIncome,
  BackingPart,
  ContactPart,
  FieldGap,
  NextFieldReason,
  PlanConditionReason,
  PlanConditionReasonDetails,
  PlanHealthReason,
  StepPart,
} from "./condition/reasons.ts";
export type { ExamplePlanQuestion } from "./policies/example-plan-tiers.ts";
// -- Types: white space
export type {
  WhiteSpace,
  WhiteSpaceCell,
  CatalogueProduct,
  ServiceStanding,
  NeedPlace,
  NeedStanding,
  PlanNeed,
} from "./gaps/white-space.ts";
export type { WhiteSpaceState } from "./gaps/service-state.ts";
export type { EstimateBasis, EstimateGap, GapEstimate } from "./gaps/estimate.ts";
export type { PeerAdoption, PeerCount } from "./gaps/peers.ts";

// -- Types: the power map
export type { InfluenceSource, PowerMap, PowerMapEdge, PowerMapPerson, PowerMapReach } from "./people/power-map.ts";
export type { PowerMapPlace } from "./people/layout.ts";
export type { Route } from "./people/reach.ts";

// -- Types: checks
export type { ComparedStatement, PlanCheckOptions, StaffMember } from "./check/options.ts";
export type { PlanIssueLevel } from "./issue-level.ts";

// -- Types: the plan in its year
export type {
  ActionTimetable,
  TimetableDay,
  TimetableEntry,
  TimetableGap,
  TimetablePast,
  TimetableTime,
  TimetableUndetermined,
  TimetableWindow,
} from "./year/timetable.ts";
export type { PitchClash } from "./year/clashes.ts";
export type { CurrencyForecast, ForecastFigure, ForecastFigures, IncomeForecast } from "./year/forecast.ts";
export type { BookedIncome } from "./year/bookings.ts";
export type {
  ActionResult,
  DueAction,
  PlanProgress,
  PlanProgressOptions,
  ResultFigures,
} from "./year/plan-progress.ts";
export type { PlanFollowUp, ActionFollowUp, FollowUpIncome, FollowUpStanding } from "./year/follow-up.ts";

// -- Types: many plans
export type { PortfolioBatch, PortfolioOptions } from "./portfolio/portfolio-of-plans.ts";
export type { PlanPortfolio, PortfolioManager, RivalRenewal, TierCoverage } from "./portfolio/portfolio.ts";
export type { PortfolioErrorDetails, PortfolioReasonDetails, PortfolioTerm } from "./portfolio/reasons.ts";

// -- Types: versions and years
export type { PlanDifference } from "./versions/diff.ts";
export type {
  ChangedAnswer,
  ChangedPlace,
  MergeConflict,
  MergeConflictDetails,
  MergeConflictFacts,
  PatchRefusal,
  PatchRefusalDetails,
  PatchRefused,
  PlanChange,
  PlanChangeCode,
  PlanChangeDetails,
  RefusedOperation,
  RemovedRowConflict,
  RollForwardDetails,
  RolledPlace,
  RollForwardEntry,
  RowPlace,
  ToldAnswer,
} from "./versions/reasons.ts";
export type { PlanList, PlanMember, PlanReference } from "./versions/places.ts";
export type { PlanVersion } from "./versions/grain.ts";
export type { JsonPatchOp, JsonPatchOperation, PatchOutcome } from "./versions/patch.ts";
export type { MergeDecision, MergeOptions, MergeOutcome, MergeSide } from "./versions/merge.ts";
export type { NextPlan, RolledPlan } from "./versions/roll-forward.ts";
export type { PlanRollForwardPolicy, RollForwardChoice } from "./versions/roll-forward-policy.ts";
export type { TargetProposal } from "./versions/proposal.ts";

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
  StepOnPlanContent,
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
export type { CrossCheckDetails } from "./check/reasons.ts";
export type { YearReasonDetails } from "./year/reasons.ts";
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

/**
 * The yearly relationship strategy plan of a client (客户关系战略计划书): nine sections, 37 fields, completeness, checks,
 * wallet share, white space, power map.
 *
 * The path through it:
 *
 * 1. {@link checkPlan} says what is wrong in a plan;
 * 2. {@link planCompleteness} says how complete it is, and which field to ask for next;
 * 3. {@link planWallet} gives our share of the client's spend, service by service;
 * 4. {@link whiteSpace} says which products the client does not have from us, and {@link powerMap} who decides there, and
 *    through whom we get to them;
 * 5. {@link planFollowUp} says what became of the actions, and what they earned.
 *
 * @packageDocumentation
 */

// -- One plan
export { checkPlan } from "./check/plan.ts";
export { planCompleteness } from "./completeness.ts";
export { planWallet } from "./wallet.ts";
export { planFollowUp } from "./follow-up.ts";
export { whiteSpace } from "./gaps/white-space.ts";
export { powerMap } from "./people/power-map.ts";

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
} from "./types.ts";
export { WALLET_GAPS, WALLET_TOTAL_GAPS } from "./wallet.ts";
export { ACTION_STATES, PROGRESS_PARTS } from "./progress.ts";
export { FOLLOW_UP_STANDINGS } from "./follow-up.ts";
export { CONFIDENCES, PLAN_ROW_EXTENSIONS } from "./evidence.ts";
export { INFLUENCES, STAKEHOLDER_ROLES, SUPPORTS, TIE_KINDS } from "./stakeholder.ts";
export { INFLUENCE_SOURCES } from "./people/power-map.ts";
export { WHITE_SPACE_STATES } from "./gaps/service-state.ts";
export { NEED_STANDINGS } from "./gaps/white-space.ts";
export { ESTIMATE_BASES, ESTIMATE_GAPS } from "./gaps/estimate.ts";
export { CONSENT_GAPS } from "./consent.ts";
export { PLAN_ISSUE_LEVELS } from "./issue-level.ts";
export { EITHER_PARTS, KIN_ROLES, PITCH_DAY_DOUBTS, PLAN_TEXT_PARTS, SUITABILITY_GAPS } from "./reasons.ts";
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
export type {
  PlanSection,
  PlanSectionInfo,
  PlanField,
  PlanFieldInfo,
  PlanFieldKind,
  PlanFieldSection,
} from "./fields.ts";

// -- Types: completeness and wallet
export type { PlanCompleteness, PeopleKnown, SectionCompleteness, PlanFieldPlace } from "./completeness.ts";
export type { PlanWallet, ServiceWallet, InstitutionSpend, WalletTotal, WalletGap, WalletTotalGap } from "./wallet.ts";

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

// -- Types: checks and follow-up
export type { PlanCheckOptions } from "./check/options.ts";
export type { PlanIssueLevel } from "./issue-level.ts";
export type { PlanFollowUp, ActionFollowUp, FollowUpIncome, FollowUpStanding } from "./follow-up.ts";

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

/**
 * The yearly relationship strategy plan of a client (客户关系战略计划书): nine sections, 37 fields, completeness, checks,
 * wallet share.
 *
 * The path through it:
 *
 * 1. {@link checkPlan} says what is wrong in a plan;
 * 2. {@link planCompleteness} says how complete it is, and which field to ask for next;
 * 3. {@link planWallet} gives our share of the client's spend, service by service;
 * 4. {@link actionTimetable} puts the actions on working days, {@link incomeForecast} says what they may bring;
 * 5. {@link planFollowUp} says what became of the actions, {@link planProgress} what was earned against the plan.
 *
 * @packageDocumentation
 */

// -- One plan
export { checkPlan } from "./check/plan.ts";
export { planCompleteness } from "./completeness.ts";
export { planWallet } from "./wallet.ts";

// -- The plan in its year
export { actionTimetable } from "./year/timetable.ts";
export { incomeForecast } from "./year/forecast.ts";
export { planFollowUp } from "./year/follow-up.ts";
export { planProgress } from "./year/plan-progress.ts";

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
export { FOLLOW_UP_STANDINGS } from "./year/follow-up.ts";
export { FORECAST_FIGURES } from "./year/forecast.ts";
export { TIMETABLE_TIMES } from "./year/timetable.ts";
export { TIMETABLE_GAPS } from "./year/working-time.ts";
export { CONFIDENCES, PLAN_ROW_EXTENSIONS } from "./evidence.ts";
export { INFLUENCES, STAKEHOLDER_ROLES, SUPPORTS, TIE_KINDS } from "./stakeholder.ts";
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

// -- Types: checks
export type { ComparedStatement, PlanCheckOptions, StaffMember } from "./check/options.ts";
export type { PlanIssueLevel } from "./issue-level.ts";

// -- Types: the plan in its year
export type {
  ActionTimetable,
  TimetableDay,
  TimetableEntry,
  TimetablePast,
  TimetableTime,
  TimetableUndetermined,
  TimetableWindow,
} from "./year/timetable.ts";
export type { MovedDay, TimetableGap } from "./year/working-time.ts";
export type { PitchClash } from "./year/clashes.ts";
export type {
  CurrencyForecast,
  ForecastFigure,
  ForecastFigures,
  HeadForecast,
  IncomeForecast,
  MonthForecast,
  ProductForecast,
} from "./year/forecast.ts";
export type { BookedIncome } from "./year/bookings.ts";
export type { DueAction, PlanProgress, PlanProgressOptions } from "./year/plan-progress.ts";
export type { ActionResult, HeadResult, ResultFigures, TotalResult } from "./year/results.ts";
export type { PlanFollowUp, ActionFollowUp, FollowUpIncome, FollowUpStanding } from "./year/follow-up.ts";

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

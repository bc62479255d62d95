/**
 * The yearly relationship strategy plan of a client (客户关系战略计划书): nine sections, 37 fields, completeness, checks,
 * wallet share.
 *
 * @packageDocumentation
 */
export type {
  Adopted,
  Answer,
  BankImportance,
  BankStanding,
  ChallengeOrigin,
  ChallengeSource,
  ChoiceReason,
  ClientNeed,
  ContactInOurBank,
  DecisionAuthority,
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
  OurImportance,
  PersonalDealing,
  PitchChannel,
  PitchMethod,
  PlanAction,
  PlanBusiness,
  PlanChallenge,
  PlanIncome,
  PlanInstitution,
  PlanPerson,
  PlanRowId,
  PlanService,
  PlanValue,
  PositionAndAuthority,
  PreventionState,
  PreventiveStep,
  ProductOffer,
  ReasonForChoice,
  Recommended,
  ShareOfSpend,
  SpendWithUs,
  StrategyPlan,
  SuppliedElsewhere,
  TurnoverAndProfitShare,
} from "./types.ts";
export {
  BANK_IMPORTANCES,
  CHALLENGE_ORIGINS,
  CHOICE_REASONS,
  DECISION_AUTHORITIES,
  PITCH_CHANNELS,
  PLAN_ANSWERS,
  PREVENTION_STATES,
} from "./types.ts";
export { STRATEGY_PLAN_ERROR_CODES, type StrategyPlanErrorCode } from "./errors.ts";
export {
  PLAN_FIELD_KINDS,
  PLAN_SECTIONS,
  planFields,
  planSections,
  type PlanField,
  type PlanFieldInfo,
  type PlanFieldKind,
  type PlanFieldSection,
  type PlanRowField,
  type PlanSection,
  type PlanSectionInfo,
} from "./fields.ts";
export {
  planCompleteness,
  type PlanCompleteness,
  type PlanFieldPlace,
  type SectionCompleteness,
} from "./completeness.ts";
export { checkPlan } from "./check.ts";
export type { PlanIssue, PlanIssueCode } from "./issue.ts";
export {
  planWallet,
  WALLET_GAPS,
  type InstitutionSpend,
  type PlanWallet,
  type ServiceWallet,
  type WalletGap,
  type WalletTotal,
} from "./wallet.ts";

import type { HolidayName, SkippedDay } from "../calendar/index.ts";
import type { ClientKind, ContactChannel, GroupRole, ManagerRole } from "../client/index.ts";
import type {
  ComplaintChannel,
  ComplaintDecision,
  ComplaintDimension,
  ComplaintHistoryEntry,
  ComplaintItemKind,
  ComplaintOrigin,
  ComplaintRemedy,
  ComplaintSeparationId,
  ComplaintState,
  ComplainantCapacity,
  DeclineGround,
  RegulatorCodeSource,
  RegulatorDimension,
  FollowUpOutcome,
  ReplyForm,
  ReplyItem,
} from "../complaints/index.ts";
import type {
  BoardColumn,
  OpenItemSlot,
  OpenItemState,
  PolicyStatus,
  SeparationGap,
  SeparationRelation,
} from "../core/index.ts";
import type {
  CardLabelKey,
  ClassificationLabelKey,
  exampleCorporateGrades,
  exampleMajorClientGrades,
  StandingPolicyLabelKey,
  exampleAnniversaryStanding,
  exampleGraceStanding,
  exampleMembershipStanding,
  exampleStarStanding,
  exampleTierStanding,
  exampleRetailCard,
  exampleStarRateCard,
  GradingLabelKey,
} from "../customer-classification/index.ts";
import type {
  BeyondPeriod,
  DutyDimension,
  DutyFall,
  DutyState,
  DutyUnit,
  DUTY_TIMES,
  ExampleDutyId,
  ExampleDutyRole,
  RestDayRule,
  SourceDutyId,
  SourceDutyRole,
} from "../duties/index.ts";
import type {
  CheckLevel,
  PlanningTemplate,
  Retiree,
  RetirementAgeKind,
  RetirementAssumptionName,
  RetirementFormula,
  RetirementResult,
  ReturnRisk,
} from "../financial-planning/index.ts";
import type {
  AnnualRateBasis,
  GracePays,
  LastInstalment,
  InvalidLoanTermsReason,
  LoanInterest,
  LoanRowKind,
  PrepaymentKeeps,
  RepaymentMethod,
  RepricingDay,
} from "../loans/index.ts";
import type {
  ClearanceGap,
  DataStatus,
  IncomeBasis,
  ItemStatus,
  SpendBasis,
  ValueGroup,
  ValueHead,
  ValueItem,
} from "../relationship-value/index.ts";
// risk and cost
import type {
  CapitalBasis,
  CapitalFunding,
  CapitalReturn,
  Levy,
  LossTax,
  LossTime,
  RelatedIncome,
  RelationshipList,
  ReturnFigure,
  ReturnTax,
  SensitivityFactor,
  TaxedIncome,
  TransferAddOn,
  VatPrice,
} from "../relationship-value/index.ts";
import type {
  ClientPlanField,
  ClientPlanSection,
  MoneyForm,
  PlanDocumentWord,
  RoundedUnit,
} from "../rendering/index.ts";
import type {
  DeskFlag,
  EventWithoutEffect,
  InvalidSlaPolicyReason,
  PauseWithoutEffect,
  SlaApplication,
  SlaBasis,
  SlaClockId,
  SlaDueMove,
  SlaEscalationTime,
  SlaEventType,
  SlaExtensionId,
  SlaFact,
  SlaInstitution,
  SlaMatter,
  SlaMergeRule,
  SlaOrigin,
  SlaPauseReason,
  SlaPlace,
  SlaProduct,
  SlaReceipt,
  SlaReopenRule,
  SlaRole,
  SlaRoll,
  SlaStageChangeKind,
  SlaStageId,
  SlaState,
  SlaUnit,
} from "../sla/index.ts";
import type {
  ActionState,
  Answer,
  BankImportance,
  ChallengeOrigin,
  ChoiceReason,
  ConsentGap,
  DecisionAuthority,
  DiscontinuedPart,
  EitherPart,
  FollowUpStanding,
  KinRole,
  PitchChannel,
  PitchDayDoubt,
  PlanTextPart,
  PlanField,
  PlanIssueLevel,
  PlanSection,
  PreventionState,
  ProgressPart,
  ReferredSection,
  WalletGap,
  SuitabilityGap,
  WalletTotalGap,
} from "../strategy-plan/index.ts";
import type { NoSolutionReason } from "../time-value/index.ts";
import type { RECEIVED_KINDS, VALUE_TYPES } from "../telling/index.ts";

/** Keys of the deadlines of cases. */
export type SlaLabelKey =
  | `slaState.${SlaState}`
  | `slaStage.${SlaStageId}`
  | `slaClock.${SlaClockId}`
  | `slaExtension.${SlaExtensionId}`
  | `slaPauseReason.${SlaPauseReason}`
  | `slaRole.${SlaRole}`
  | `slaBasis.${SlaBasis}`
  | `slaUnit.${SlaUnit}`
  | `slaRoll.${SlaRoll}`
  | `slaReopen.${SlaReopenRule}`
  | `slaMerge.${SlaMergeRule}`
  | `slaEscalationTime.${SlaEscalationTime["at"]}`
  | `slaDueMove.${SlaDueMove}`
  | `slaStageChange.${SlaStageChangeKind}`
  | `deskFlag.${DeskFlag}`
  | `slaEvent.${SlaEventType}`
  | `pauseWithoutEffect.${PauseWithoutEffect | EventWithoutEffect}`
  | `invalidSlaPolicyReason.${InvalidSlaPolicyReason}`
  | `slaApplication.${SlaApplication}`
  | `slaFact.${SlaFact}`
  | `slaScopeWord.${SlaMatter | SlaPlace | SlaOrigin | SlaInstitution | SlaProduct}`
  | `slaReceipt.${SlaReceipt}`;

/** Keys of recurring duties; `duty.<policy id>` is the title of a ready one. */
export type DutyLabelKey =
  | `dutyState.${DutyState}`
  | `dutyUnit.${DutyUnit}`
  | `dutyTime.${(typeof DUTY_TIMES)[number]}`
  | `restDayRule.${RestDayRule["rule"]}`
  | `dutyBeyondPeriod.${BeyondPeriod}`
  | `dutyFall.${DutyFall}`
  | `dutyDimension.${DutyDimension}`
  | `dutyRole.${SourceDutyRole | ExampleDutyRole}`
  | `duty.${SourceDutyId | ExampleDutyId}`;

/** Keys of loans and their schedules. */
export type LoanLabelKey =
  | `repaymentMethod.${RepaymentMethod}`
  | `loanInterest.${LoanInterest}`
  | `loanRow.${LoanRowKind}`
  | `prepaymentKeeps.${PrepaymentKeeps}`
  | `gracePays.${GracePays}`
  | `lastInstalment.${LastInstalment}`
  | `repricingDay.${RepricingDay}`
  | `annualRateBasis.${AnnualRateBasis}`
  | `invalidLoanTermsReason.${InvalidLoanTermsReason}`;

/** Keys of why no number answers. */
export type TimeValueLabelKey = `noSolution.${NoSolutionReason}`;

/** Keys of complaints. */
export type ComplaintLabelKey =
  | `complaintState.${ComplaintState}`
  | `complaintEntry.${ComplaintHistoryEntry["type"]}`
  | `complaintChannel.${ComplaintChannel}`
  | `complaintOrigin.${ComplaintOrigin}`
  | `complaintDecision.${ComplaintDecision}`
  | `followUpOutcome.${FollowUpOutcome}`
  | `replyForm.${ReplyForm}`
  | `replyItem.${ReplyItem}`
  | `complaintRemedy.${ComplaintRemedy}`
  | `complainantCapacity.${ComplainantCapacity}`
  | `declineGround.${DeclineGround}`
  | `separationRule.${ComplaintSeparationId}`
  | `complaintDimension.${ComplaintDimension}`
  | `complaintItem.${ComplaintItemKind}`
  | `regulatorDimension.${RegulatorDimension}`
  | `regulatorCodeSource.${RegulatorCodeSource}`;

/** Keys of policies, open items and boards, and of the small words of sentences. */
export type CoreLabelKey =
  | `policyStatus.${PolicyStatus}`
  | `openItemState.${OpenItemState}`
  | `openItemSlot.${OpenItemSlot}`
  | `boardColumn.${BoardColumn}`
  | `separationRelation.${SeparationRelation}`
  | `separationGap.${SeparationGap}`
  | `valueType.${(typeof VALUE_TYPES)[number]}`
  | "text.row"
  | "text.case"
  | `received.${(typeof RECEIVED_KINDS)[number]}`;

/** Keys of days off, and of the names of holidays in the data. */
export type CalendarLabelKey = `skippedDay.${SkippedDay["reason"]}` | `holiday.${HolidayName}`;

/** Keys of the client file. */
export type ClientLabelKey =
  | `clientKind.${ClientKind}`
  | `groupRole.${GroupRole}`
  | `managerRole.${ManagerRole}`
  | `contactChannel.${ContactChannel}`;

/** Keys of the ids of the example scorecards. */
export type ExampleCardLabelKey =
  | CardLabelKey<typeof exampleRetailCard>
  | CardLabelKey<typeof exampleStarRateCard>
  // grades
  | GradingLabelKey<typeof exampleCorporateGrades>
  | GradingLabelKey<typeof exampleMajorClientGrades>
  // those of the standing policies
  | StandingPolicyLabelKey<typeof exampleStarStanding>
  | StandingPolicyLabelKey<typeof exampleGraceStanding>
  | StandingPolicyLabelKey<typeof exampleMembershipStanding>
  | StandingPolicyLabelKey<typeof exampleAnniversaryStanding>
  | StandingPolicyLabelKey<typeof exampleTierStanding>;

/** Keys of relationship value. */
export type RelationshipValueLabelKey =
  | `valueHead.${ValueHead}`
  | `valueItem.${ValueItem}`
  | `incomeBasis.${IncomeBasis}`
  | `clearanceGap.${ClearanceGap}`
  | `itemStatus.${ItemStatus}`
  | `dataStatus.${DataStatus}`
  | `spendBasis.${SpendBasis}`
  | `valueGroup.${keyof ValueGroup}`
  // risk and cost
  | `transferAddOn.${TransferAddOn}`
  | `levy.${Levy}`
  | `taxedIncome.${TaxedIncome}`
  | `vatPrice.${VatPrice}`
  | `lossTime.${LossTime}`
  | `capitalBasis.${CapitalBasis}`
  | `capitalReturn.${CapitalReturn["treatment"]}`
  | `capitalFunding.${CapitalFunding["treatment"]}`
  | `returnTax.${ReturnTax["treatment"]}`
  | `lossTax.${LossTax}`
  | `returnFigure.${ReturnFigure}`
  | `relationshipList.${RelationshipList}`
  | `relatedIncome.${RelatedIncome}`
  | `sensitivityFactor.${SensitivityFactor}`;

/** Keys of financial plans. */
export type FinancialPlanningLabelKey =
  | `planningTemplate.${PlanningTemplate}`
  | `checkLevel.${CheckLevel}`
  | `retirementFormula.${RetirementFormula}`
  | `retirementAssumption.${RetirementAssumptionName}`
  | `retiree.${Retiree}`
  | `retirementAgeKind.${RetirementAgeKind}`
  | `returnRisk.${ReturnRisk}`
  | `retirementFigure.${Extract<keyof RetirementResult, "need" | "have">}`;

/** Keys of the strategy plan. */
export type StrategyPlanLabelKey =
  | `planSection.${PlanSection}`
  | `planField.${PlanField}`
  | `answer.${Answer}`
  | `decisionAuthority.${DecisionAuthority}`
  | `bankImportance.${BankImportance}`
  | `choiceReason.${ChoiceReason}`
  | `pitchChannel.${PitchChannel}`
  | `challengeOrigin.${ChallengeOrigin}`
  | `preventionState.${PreventionState}`
  | `walletGap.${WalletGap}`
  | `walletTotalGap.${WalletTotalGap}`
  | `referredSection.${ReferredSection}`
  | `discontinuedPart.${DiscontinuedPart}`
  | `eitherPart.${EitherPart}`
  | `kinRole.${KinRole}`
  | `consentGap.${ConsentGap}`
  | `pitchDayDoubt.${PitchDayDoubt}`
  | `planTextPart.${PlanTextPart}`
  | `suitabilityGap.${SuitabilityGap}`
  | `actionState.${ActionState}`
  | `progressPart.${ProgressPart}`
  | `followUpStanding.${FollowUpStanding}`
  | `planIssueLevel.${PlanIssueLevel}`;

/** Keys of documents. */
export type RenderingLabelKey =
  | `planDocument.${PlanDocumentWord}`
  | `clientCopySection.${ClientPlanSection}`
  | `clientCopyField.${ClientPlanField}`
  | `displayUnit.${RoundedUnit}`
  | `moneyForm.${MoneyForm}`;

/**
 * The key of a label (标签): `<kind>.<id>`, where the ids of a kind are the literals of a type in a room.
 *
 * A new literal in a room makes a new key here, and a label set without it does not compile.
 */
export type LabelKey =
  | CoreLabelKey
  | CalendarLabelKey
  | TimeValueLabelKey
  | ClientLabelKey
  | LoanLabelKey
  | DutyLabelKey
  | SlaLabelKey
  | ClassificationLabelKey
  | RelationshipValueLabelKey
  | FinancialPlanningLabelKey
  | StrategyPlanLabelKey
  | ComplaintLabelKey
  | RenderingLabelKey;

/** The languages the library has labels in, as BCP 47 tags. */
export const labelTags = ["zh-Hans", "zh-Hant-HK", "en"] as const;

/** One of the languages the library has labels in, as a BCP 47 tag. */
export type LabelTag = (typeof labelTags)[number];

/** The kind part of a key: `"valueHead.direct"` → `"valueHead"`. */
export type LabelKind = LabelKey extends `${infer Kind}.${string}` ? Kind : never;

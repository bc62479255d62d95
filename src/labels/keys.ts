import type { HolidayName, SkippedDay } from "../calendar/index.ts";
import type {
  AttitudeSegment,
  ClientDataType,
  ClientItemKind,
  ClientKind,
  CompletenessPart,
  CompletenessState,
  ContactChannel,
  ControlKind,
  DecisionAuthority,
  exampleClientCompleteness,
  ClientFeatureGroup,
  GroupTopKind,
  IdentityKind,
  InvalidCompletenessReason,
  InvalidCorrection,
  ManagerRole,
  PersonInfluence,
  RawAndDerived,
} from "../client/index.ts";
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
  RoundingMode,
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
  BalanceList,
  DeviationState,
  FirstPayment,
  PeriodicRateKind,
  PlanEffectKind,
  RatePeriod,
  ReconciledSide,
  ReconciliationState,
  RetentionModel,
  VolumeKind,
} from "../relationship-value/index.ts";
import type {
  ChangeCause,
  ClearanceGap,
  CreditKind,
  DataStatus,
  ExtractProblem,
  HoldingRelation,
  IncomeBasis,
  InvalidCreditReason,
  ItemStatus,
  SpendBasis,
  ValueGroup,
  ValueHead,
  ValueItem,
  ValueMovement,
  ValueSplit,
} from "../relationship-value/index.ts";
// risk and cost
import type {
  RateDay,
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
  // reports
  JudgementState,
  ValueAspect,
  ValueCriterion,
  ValueMeasure,
} from "../relationship-value/index.ts";
import type {
  ClassificationDocumentWord,
  ClientPlanField,
  ClientPlanSection,
  GridFigureWord,
  LineFigureWord,
  DifferenceDocumentWord,
  LoanDocumentWord,
  MoneyForm,
  PlanDocumentWord,
  RoundedUnit,
  StatementDocumentWord,
  DeskDocumentWord,
  StandingDocumentWord,
  ValueDocumentWord,
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
  // the condition of a plan
  AnswerAge,
  BackingIncome,
  BackingPart,
  ContactPart,
  ExamplePlanQuestion,
  FieldGap,
  PlanHealthCheck,
  PlanHealthStatus,
  PlanTierName,
  StepPart,
  // the plan itself
  BankImportance,
  ChallengeOrigin,
  ChoiceReason,
  CoSignOccasion,
  Confidence,
  ConsentGap,
  DiscontinuedPart,
  EitherPart,
  FollowUpStanding,
  ForecastFigure,
  GroupManagerRole,
  KinRole,
  PitchChannel,
  PitchDayDoubt,
  PlanApprovalEntry,
  PlanApprovalSeparationId,
  PlanApprovalState,
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
  Influence,
  MergeSide,
  PlanList,
  PlanMember,
  RollForwardChoice,
  StakeholderRole,
  Support,
  TieKind,
  EstimateBasis,
  EstimateGap,
  InfluenceSource,
  NeedStanding,
  WhiteSpaceState,
  TimetableGap,
  TimetableTime,
  WithheldKind,
  PortfolioTerm,
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
  | `managerRole.${ManagerRole}`
  | `contactChannel.${ContactChannel}`
  // the file and what is known of the client
  | `decisionAuthority.${DecisionAuthority}`
  | `identityKind.${IdentityKind}`
  | `personInfluence.${PersonInfluence}`
  | `clientFeatureGroup.${ClientFeatureGroup}`
  | `clientDataType.${ClientDataType}`
  | `attitudeSegment.${AttitudeSegment}`
  | `clientItem.${ClientItemKind}`
  | `completenessState.${CompletenessState}`
  | `completenessPart.${CompletenessPart}`
  | `rawAndDerived.${RawAndDerived}`
  | `invalidCorrection.${InvalidCorrection}`
  | `invalidCompletenessReason.${InvalidCompletenessReason}`
  | `controlKind.${ControlKind}`
  | `groupTop.${GroupTopKind}`;

/** Keys of the ids of the example scorecards. */
export type ExampleCardLabelKey =
  | CardLabelKey<typeof exampleRetailCard>
  | CardLabelKey<typeof exampleStarRateCard>
  // grades
  | GradingLabelKey<typeof exampleCorporateGrades>
  | GradingLabelKey<typeof exampleMajorClientGrades>
  // features of the example of a complete client file
  | `feature.${Extract<(typeof exampleClientCompleteness)["required"][ClientKind][number], { readonly kind: "feature" }>["id"]}`
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
  | RiskLabelKey
  // lifetime value, volumes, what a plan may change
  | `ratePeriod.${RatePeriod}`
  | `periodicRateKind.${PeriodicRateKind}`
  | `retentionModel.${RetentionModel}`
  | `firstPayment.${FirstPayment}`
  | `volumeKind.${VolumeKind}`
  | `balanceList.${BalanceList}`
  | `deviationState.${DeviationState}`
  | `reconciliationState.${ReconciliationState}`
  | `reconciledSide.${ReconciledSide}`
  | `planEffectKind.${PlanEffectKind}`
  // the questions of a book
  | `valueSplit.${ValueSplit}`
  | `valueMovement.${ValueMovement}`
  | `extractProblem.${ExtractProblem}`
  | `valueAspect.${ValueAspect}`
  | `valueCriterion.${ValueCriterion}`
  | `valueMeasure.${ValueMeasure}`
  | `judgementState.${JudgementState}`;

/** Keys of risk and cost. */
type RiskLabelKey =
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
  | `sensitivityFactor.${SensitivityFactor}`
  // views
  | `changeCause.${ChangeCause}`
  | `creditKind.${CreditKind}`
  | `holdingRelation.${HoldingRelation}`
  | `invalidCreditReason.${InvalidCreditReason}`;

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
  | `planApprovalState.${PlanApprovalState}`
  | `planApprovalEntry.${PlanApprovalEntry["type"]}`
  | `coSignOccasion.${CoSignOccasion}`
  | `separationRule.${PlanApprovalSeparationId}`
  | `groupManagerRole.${GroupManagerRole}`
  | `withheldKind.${WithheldKind}`
  | `confidence.${Confidence}`
  | `stakeholderRole.${StakeholderRole}`
  | `influence.${Influence}`
  | `support.${Support}`
  | `tieKind.${TieKind}`
  | `planList.${PlanList}`
  | `planMember.${PlanMember}`
  | `mergeSide.${MergeSide}`
  | `rollForwardChoice.${RollForwardChoice}`
  | `whiteSpaceState.${WhiteSpaceState}`
  | `needStanding.${NeedStanding}`
  | `estimateBasis.${EstimateBasis}`
  | `estimateGap.${EstimateGap}`
  | `influenceSource.${InfluenceSource}`
  | `consentGap.${ConsentGap}`
  | `pitchDayDoubt.${PitchDayDoubt}`
  | `planTextPart.${PlanTextPart}`
  | `suitabilityGap.${SuitabilityGap}`
  | `actionState.${ActionState}`
  | `progressPart.${ProgressPart}`
  | `timetableTime.${TimetableTime}`
  | `timetableGap.${TimetableGap}`
  | `forecastFigure.${ForecastFigure}`
  | `followUpStanding.${FollowUpStanding}`
  // the condition of a plan
  | `planTier.${PlanTierName}`
  | `planQuestion.${ExamplePlanQuestion}`
  | `fieldGap.${FieldGap}`
  | `answerAge.${AnswerAge}`
  | `planHealthCheck.${PlanHealthCheck}`
  | `planHealthStatus.${PlanHealthStatus}`
  | `contactPart.${ContactPart}`
  | `stepPart.${StepPart}`
  | `backingIncome.${BackingIncome}`
  | `backingPart.${BackingPart}`
  // the rest
  | `planIssueLevel.${PlanIssueLevel}`
  | `portfolioTerm.${PortfolioTerm}`;

/** Keys of documents. */
export type RenderingLabelKey =
  | `planDocument.${PlanDocumentWord}`
  | `clientCopySection.${ClientPlanSection}`
  | `clientCopyField.${ClientPlanField}`
  | `displayUnit.${RoundedUnit}`
  | `moneyForm.${MoneyForm}`
  | `valueDocument.${ValueDocumentWord}`;

/** Keys of coverage, power maps, timelines and calendars. */
export type FiguresGridLabelKey = `gridFigure.${GridFigureWord}`;

/** Keys of bridges, curves, streams and projections. */
export type FiguresLinesLabelKey = `lineFigure.${LineFigureWord}`;

/** Keys of the documents made from results of the rooms. */
export type DocumentLabelKey =
  | `differenceDocument.${DifferenceDocumentWord}`
  | `statementDocument.${StatementDocumentWord}`
  | `loanDocument.${LoanDocumentWord}`
  | `roundingMode.${RoundingMode}`
  | `rateDay.${RateDay}`;

/** Keys of the documents made from classifications, standings and desk reports. */
export type ResultDocumentLabelKey =
  | `classificationDocument.${ClassificationDocumentWord}`
  | `standingDocument.${StandingDocumentWord}`
  | `deskDocument.${DeskDocumentWord}`;

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
  | RenderingLabelKey
  | FiguresGridLabelKey
  | FiguresLinesLabelKey
  | DocumentLabelKey
  | ResultDocumentLabelKey;

/** The languages the library has labels in, as BCP 47 tags. */
export const labelTags = ["zh-Hans", "zh-Hant-HK", "en"] as const;

/** One of the languages the library has labels in, as a BCP 47 tag. */
export type LabelTag = (typeof labelTags)[number];

/** The kind part of a key: `"valueHead.direct"` → `"valueHead"`. */
export type LabelKind = LabelKey extends `${infer Kind}.${string}` ? Kind : never;

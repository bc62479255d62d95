import type { SkippedDay } from "../calendar/index.ts";
import type { ClientErrorCode } from "../client/index.ts";
import type {
  ComplaintChannel,
  ComplaintDecision,
  ComplaintDimension,
  ComplaintHistoryEntry,
  ComplaintIssueCode,
  ComplaintItemKind,
  ComplaintOrigin,
  ComplaintRefusal,
  ComplaintState,
  FollowUpOutcome,
  OpinionRefusal,
  ReplyForm,
  ReplyItem,
} from "../complaints/index.ts";
import type { BoardColumn, OpenItemSlot, OpenItemState, PolicyStatus } from "../core/index.ts";
import type { ClassificationLabelKey, LintRule } from "../customer-classification/index.ts";
import type {
  BeyondPeriod,
  DutyDimension,
  DutyFall,
  DutyIssueCode,
  DutyReason,
  DutyState,
  DutyUnit,
  DUTY_TIMES,
  ExampleDutyId,
  ExampleDutyRole,
  RestDayRule,
  SourceDutyId,
  SourceDutyRole,
} from "../duties/index.ts";
import type { CheckLevel, PlanningTemplate, RetirementCheck, RetirementFormula } from "../financial-planning/index.ts";
import type {
  AnnualRateBasis,
  AnnualRateRefusalReason,
  GracePays,
  LoanInterest,
  LoanRowKind,
  PrepaymentKeeps,
  RepaymentMethod,
  RepricingDay,
} from "../loans/index.ts";
import type { DataStatus, ItemStatus, SpendBasis } from "../relationship-value/index.ts";
import type { PlanDocumentLabelKey, ReasonOf } from "../rendering/index.ts";
import type {
  DeskFlag,
  PauseWithoutEffect,
  SlaBasis,
  SlaClockId,
  SlaDueMove,
  SlaEscalationTime,
  SlaEventType,
  SlaExplanationCode,
  SlaExtensionId,
  SlaIssueCode,
  SlaMergeRule,
  SlaPauseReason,
  SlaReopenRule,
  SlaRole,
  SlaRoll,
  SlaStageChangeKind,
  SlaStageId,
  SlaState,
  SlaUnit,
} from "../sla/index.ts";
import type { RateRefusalReason, XirrRefusalReason } from "../time-value/index.ts";

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
  | `pauseWithoutEffect.${PauseWithoutEffect}`
  | `slaExplanation.${SlaExplanationCode}`
  | `slaIssue.${ReasonOf<SlaIssueCode>}`;

/** Keys of recurring duties; `duty.<policy id>` is the title of a ready one. */
export type DutyLabelKey =
  | `dutyState.${DutyState}`
  | `dutyUnit.${DutyUnit}`
  | `dutyTime.${(typeof DUTY_TIMES)[number]}`
  | `dutyReason.${DutyReason["code"]}`
  | `restDayRule.${RestDayRule["rule"]}`
  | `dutyBeyondPeriod.${BeyondPeriod}`
  | `dutyFall.${DutyFall}`
  | `dutyDimension.${DutyDimension}`
  | `dutyIssue.${ReasonOf<DutyIssueCode>}`
  | `dutyRole.${SourceDutyRole | ExampleDutyRole}`
  | `duty.${SourceDutyId | ExampleDutyId}`;

/** Keys of loans and their schedules. */
export type LoanLabelKey =
  | `repaymentMethod.${RepaymentMethod}`
  | `loanInterest.${LoanInterest}`
  | `loanRow.${LoanRowKind}`
  | `prepaymentKeeps.${PrepaymentKeeps}`
  | `gracePays.${GracePays}`
  | `repricingDay.${RepricingDay}`
  | `annualRateBasis.${AnnualRateBasis}`;
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
  | `complaintRefusal.${ComplaintRefusal}`
  | `complaintIssue.${ReasonOf<ComplaintIssueCode>}`
  | `complaintDimension.${ComplaintDimension}`
  | `complaintItem.${ComplaintItemKind}`
  | `opinionRefusal.${OpinionRefusal}`;

/**
 * The key of a label (标签): `<kind>.<id>`, where the ids of a kind are the literals of a type in a room.
 *
 * A new literal in a room makes a new key here, and a label set without it does not compile.
 */
export type LabelKey =
  | PlanDocumentLabelKey
  | ClassificationLabelKey
  | SlaLabelKey
  | DutyLabelKey
  | `planningTemplate.${PlanningTemplate}`
  | `checkLevel.${CheckLevel}`
  | `retirementCheck.${RetirementCheck}`
  | `retirementFormula.${RetirementFormula}`
  | ComplaintLabelKey
  | `lintRule.${LintRule}`
  | `itemStatus.${ItemStatus}`
  | `dataStatus.${DataStatus}`
  | `spendBasis.${SpendBasis}`
  | LoanLabelKey
  | `rateRefusal.${RateRefusalReason | XirrRefusalReason | AnnualRateRefusalReason}`
  | `skippedDay.${SkippedDay["reason"]}`
  | `policyStatus.${PolicyStatus}`
  | `openItemState.${OpenItemState}`
  | `openItemSlot.${OpenItemSlot}`
  | `boardColumn.${BoardColumn}`
  | `clientIssue.${ReasonOf<ClientErrorCode>}`;

/** A complete set of labels in one language: one text for every key, and no others. */
export type Labels = Readonly<Record<LabelKey, string>>;

/** The languages the library has labels in, as BCP 47 tags. */
export const labelTags = ["zh-Hans", "zh-Hant-HK", "en"] as const;

/** One of the languages the library has labels in, as a BCP 47 tag. */
export type LabelTag = (typeof labelTags)[number];

/** The kind part of a key: `"valueHead.direct"` → `"valueHead"`. */
export type LabelKind = LabelKey extends `${infer Kind}.${string}` ? Kind : never;

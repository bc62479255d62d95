import { valueHeads, type ValueHead } from "../../relationship-value/index.ts";
import {
  ACTION_STATES,
  PLAN_ANSWERS,
  PLAN_LISTS,
  PLAN_MEMBERS,
  PLAN_SECTIONS,
  planFields,
  TIE_KINDS,
  type ActionState,
  type Answer,
  type PlanChangeCode,
  type PlanField,
  type PlanList,
  type PlanMember,
  type PlanSection,
  type TieKind,
} from "../../strategy-plan/index.ts";
import type { DateWords } from "../../telling/index.ts";
import { MONEY_FORMS, type MoneyForm } from "../plan/unit.ts";
import type { PlanDocumentWord } from "../plan/word-list.ts";
import { keysOf, labelsWith, phrasesOf, type Phrases } from "../phrases.ts";

/** Words of the difference of two plans that belong to no other room's codes. */
export const DIFFERENCE_DOCUMENT_WORDS = [
  "title",
  "plans",
  "prepared-on",
  "before",
  "after",
  "figures",
  "points",
  "summary",
  "section",
  "added",
  "changed",
  "removed",
  "reordered",
  "evidence",
  "whole-plan",
  "what",
  "no-changes",
  "not-compared",
  "not-compared-text",
] as const;

/** A word of the difference of two plans. */
export type DifferenceDocumentWord = (typeof DIFFERENCE_DOCUMENT_WORDS)[number];

/** The words the difference has in common with the plan. */
const SHARED_WORDS = [
  "sample-title",
  "sample-text",
  "plan-year",
  "version",
  "prepared-by",
  "approved-by",
  "value-target",
  "wallet-share",
  "item",
  "total",
  "none",
  "no-data",
  "not-shown",
  "from-to",
  "head",
  "colon",
  "separator",
] as const satisfies readonly PlanDocumentWord[];

/** A word the difference has in common with the plan. */
export type DifferenceSharedWord = (typeof SHARED_WORDS)[number];

/** Every label the difference of two plans may need, as `<kind>.<id>`. */
export type DifferenceDocumentLabelKey =
  | `differenceDocument.${DifferenceDocumentWord}`
  | `planDocument.${DifferenceSharedWord}`
  | "valueDocument.change"
  | `planSection.${PlanSection}`
  | `planField.${PlanField}`
  | `planList.${PlanList}`
  | `planMember.${PlanMember}`
  | `answer.${Answer}`
  | `actionState.${ActionState}`
  | `tieKind.${TieKind}`
  | `valueHead.${ValueHead}`
  | `moneyForm.${MoneyForm}`;

/** The sentences of changes. */
const CHANGES = [
  "strategy-plan/row-added",
  "strategy-plan/row-removed",
  "strategy-plan/rows-reordered",
  "strategy-plan/answer-given",
  "strategy-plan/answer-withdrawn",
  "strategy-plan/answer-changed",
] as const satisfies readonly PlanChangeCode[];

/**
 * The words of one language for the difference of two plans. Each set of the package fits; of its rooms,
 * `relationshipValue`, `strategyPlan`, `rendering` and `documents`, with `dates`.
 */
export type DifferenceDocumentLabels = Readonly<Record<DifferenceDocumentLabelKey | PlanChangeCode, string>> & {
  readonly dates: DateWords;
};

/** A label set with all the words the difference may need. */
export const readDifferenceLabels = labelsWith<DifferenceDocumentLabels>([
  ...keysOf({
    differenceDocument: DIFFERENCE_DOCUMENT_WORDS,
    planDocument: SHARED_WORDS,
    valueDocument: ["change"],
    planSection: PLAN_SECTIONS,
    planField: planFields.map(({ key }) => key),
    planList: PLAN_LISTS,
    planMember: PLAN_MEMBERS,
    answer: PLAN_ANSWERS,
    actionState: ACTION_STATES,
    tieKind: TIE_KINDS,
    valueHead: valueHeads,
    moneyForm: MONEY_FORMS,
  }),
  ...CHANGES,
]);

/** Words of one language, ready to be put together. */
export interface DifferenceWords extends Phrases {
  readonly labels: DifferenceDocumentLabels;
  readonly word: (word: DifferenceDocumentWord) => string;
  readonly shared: (word: DifferenceSharedWord) => string;
}

/** The words of a label set. */
export const differenceWordsOf = (labels: DifferenceDocumentLabels): DifferenceWords => ({
  labels,
  word: (id) => labels[`differenceDocument.${id}`],
  shared: (id) => labels[`planDocument.${id}`],
  ...phrasesOf(labels),
});

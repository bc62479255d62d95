import { valueHeads } from "../../relationship-value/index.ts";
import {
  ACTION_STATES,
  PLAN_ANSWERS,
  PLAN_LISTS,
  PLAN_MEMBERS,
  PLAN_SECTIONS,
  planFields,
  TIE_KINDS,
  type PlanChangeCode,
} from "../../strategy-plan/index.ts";
import { MONEY_FORMS } from "../plan/unit.ts";
import type { PlanDocumentWord } from "../plan/word-list.ts";
import { documentWords, labelsWith, type DocumentWords, type LabelsOf } from "../phrases.ts";

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

/** Every label the difference may need. */
const IDS = {
  differenceDocument: DIFFERENCE_DOCUMENT_WORDS,
  planDocument: [
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
  ] satisfies PlanDocumentWord[],
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
} as const;

/** The sentences of changes. */
const SENTENCES = [
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
export type DifferenceDocumentLabels = LabelsOf<typeof IDS, PlanChangeCode>;

/** A label set with all the words the difference may need. */
export const readDifferenceLabels = labelsWith(IDS, SENTENCES);

/** Words of one language, ready to be put together. */
export type DifferenceWords = DocumentWords<
  DifferenceDocumentLabels,
  DifferenceDocumentWord,
  (typeof IDS)["planDocument"][number]
>;

/** The words of a label set. */
export const differenceWordsOf = (labels: DifferenceDocumentLabels): DifferenceWords =>
  documentWords("differenceDocument", labels);

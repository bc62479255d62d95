import {
  CLEARANCE_GAPS,
  incomeBases,
  JUDGEMENT_STATES,
  VALUE_ASPECTS,
  VALUE_CRITERIA,
  VALUE_MEASURES,
  valueHeads,
  valueItems,
} from "../../relationship-value/index.ts";
import { MONEY_FORMS } from "../plan/unit.ts";
import type { PlanDocumentWord } from "../plan/word-list.ts";
import { documentWords, labelsWith, type DocumentWords, type LabelsOf } from "../phrases.ts";

/** Words of the reports of relationship value that belong to no other room's codes. */
export const VALUE_DOCUMENT_WORDS = [
  "title-statistics",
  "title-evaluation",
  "title-advice",
  "all-clients",
  "manager",
  "no-manager",
  "prior-period",
  "as-of",
  "client-count",
  "value-total",
  "this-period",
  "prior",
  "change",
  "change-rate",
  "share-of-total",
  "share-of-manager",
  "share-of-book",
  "book-total",
  "share-of-dossiers",
  "dossiers-total",
  "booked-income",
  "line-count",
  "related-income",
  "by-client",
  "by-manager",
  "unexplained",
  "without-prior",
  "refused",
  "not-comparable",
  "trace",
  "line-ids",
  "provenance",
  "sources",
  "policies",
  "convention-amounts",
  "convention-shares",
  "convention-related",
  "convention-inside",
  "measure",
  "value",
  "measures",
  "source-and-day",
  "measure-total",
  "to-complete",
  "nothing-missing",
  "need",
  "stated-on",
  "none-stated",
  "not-asked-needs",
  "judgement",
  "criterion",
  "finding",
  "evidence",
  "not-judged",
  "judged-by",
  "judged-on",
  "next-due",
  "volumes",
  "income-of-period",
  "expected-total",
  "advice-count",
  "without-expected",
  "not-estimated",
  "department-and-day",
  "department",
  "reasons",
  "overdue",
  "by-department",
  "by-item",
  "tied",
  "check-first",
  "no-advice",
] as const;

/** A word of the reports of relationship value. */
export type ValueDocumentWord = (typeof VALUE_DOCUMENT_WORDS)[number];

/** Every label a report may need. */
const IDS = {
  valueDocument: VALUE_DOCUMENT_WORDS,
  planDocument: [
    "client",
    "period",
    "currency",
    "item",
    "amount",
    "total",
    "no-data",
    "not-asked",
    "estimated-part",
    "known-part",
    "outside-total",
    "value-by-head",
    "value-by-head-text",
    "value-statement",
    "basis",
    "source",
    "what",
    "expected",
    "signature-manager",
    "signature-supervisor",
    "signature-head",
    "head",
    "colon",
    "separator",
  ] satisfies PlanDocumentWord[],
  valueHead: valueHeads,
  valueItem: valueItems,
  incomeBasis: incomeBases,
  clearanceGap: CLEARANCE_GAPS,
  valueAspect: VALUE_ASPECTS,
  valueCriterion: VALUE_CRITERIA,
  valueMeasure: VALUE_MEASURES,
  judgementState: JUDGEMENT_STATES,
  moneyForm: MONEY_FORMS,
} as const;

/** The sentence of what has to be checked first. */
const SENTENCES = ["income-may-be-tied-to-credit"] as const;

/**
 * The words of one language for the reports of relationship value. Each set of the package fits; of its rooms,
 * `relationshipValue` and `rendering`, with `dates`.
 */
export type ValueDocumentLabels = LabelsOf<typeof IDS, (typeof SENTENCES)[number]>;

/** A label set with all the words a report may need. */
export const readValueLabels = labelsWith(IDS, SENTENCES);

/** Words of one language, ready to be put together. */
export type ValueWords = DocumentWords<ValueDocumentLabels, ValueDocumentWord, (typeof IDS)["planDocument"][number]>;

/** The words of a label set. */
export const valueWordsOf = (labels: ValueDocumentLabels): ValueWords => documentWords("valueDocument", labels);

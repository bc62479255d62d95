import { ROUNDING_MODES } from "../../core/index.ts";
import { CLEARANCE_GAPS, incomeBases, RATE_DAYS, valueHeads, valueItems } from "../../relationship-value/index.ts";
import { RETURN_LABELS } from "../plan/returns.ts";
import { MONEY_FORMS } from "../plan/unit.ts";
import type { PlanDocumentWord } from "../plan/word-list.ts";
import { labelsWith, phrasesOf, wordsIn, type LabelsOf, type Phrases } from "../phrases.ts";
import type { ValueDocumentWord } from "../value/words.ts";

/** Words of the value statement that belong to no other room's codes. */
export const STATEMENT_DOCUMENT_WORDS = [
  "related-clients",
  "counts-as",
  "also-named",
  "referred-count",
  "referred-with-lines",
  "withheld",
  "withheld-text",
  "stated-none",
  "conversions",
  "rate",
  "rate-of",
  "original",
  "converted",
  "rounding-difference",
  "lines-given",
  "lines-counted",
  "lines-of-others",
  "lines-refused",
  "convention-rounding",
  "convention-rate-day",
  "convention-beside",
] as const;

/** A word of the value statement. */
export type StatementDocumentWord = (typeof STATEMENT_DOCUMENT_WORDS)[number];

/** Every label the statement may need. */
const IDS = {
  statementDocument: STATEMENT_DOCUMENT_WORDS,
  planDocument: [
    "client",
    "client-number",
    "period",
    "currency",
    "item",
    "amount",
    "total",
    "no-data",
    "none",
    "estimated-part",
    "known-part",
    "outside-total",
    "value-by-head",
    "value-by-head-text",
    "value-statement",
    "source",
    "to-attend",
    "hurdle",
    "head",
    "colon",
    "separator",
  ] satisfies PlanDocumentWord[],
  valueDocument: [
    "value-total",
    "line-count",
    "provenance",
    "convention-amounts",
    "convention-inside",
    "trace",
    "line-ids",
  ] satisfies ValueDocumentWord[],
  valueHead: valueHeads,
  valueItem: valueItems,
  incomeBasis: incomeBases,
  clearanceGap: CLEARANCE_GAPS,
  roundingMode: ROUNDING_MODES,
  rateDay: RATE_DAYS,
  moneyForm: MONEY_FORMS,
  ...RETURN_LABELS,
} as const;

/** The sentence of what has to be looked at. */
const SENTENCES = ["income-may-be-tied-to-credit"] as const;

/**
 * The words of one language for the value statement. Each set of the package fits; of its rooms, `relationshipValue`,
 * `rendering` and `documents`, with `dates`.
 */
export type StatementDocumentLabels = LabelsOf<typeof IDS, (typeof SENTENCES)[number]>;

/** A label set with all the words the statement may need. */
export const readStatementLabels = labelsWith(IDS, SENTENCES);

/** Words of one language, ready to be put together. */
export interface StatementWords extends Phrases {
  readonly labels: StatementDocumentLabels;
  readonly own: (word: StatementDocumentWord) => string;
  readonly word: (word: (typeof IDS)["planDocument"][number]) => string;
  readonly report: (word: (typeof IDS)["valueDocument"][number]) => string;
}

/** The words of a label set. */
export const statementWordsOf = (labels: StatementDocumentLabels): StatementWords => ({
  labels,
  own: wordsIn("statementDocument", labels),
  word: wordsIn("planDocument", labels),
  report: wordsIn("valueDocument", labels),
  ...phrasesOf(labels),
});

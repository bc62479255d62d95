import { ROUNDING_MODES, type RoundingMode } from "../../core/index.ts";
import {
  CAPITAL_BASES,
  CLEARANCE_GAPS,
  incomeBases,
  RATE_DAYS,
  RETURN_TAXES,
  valueHeads,
  valueItems,
  type ClearanceGap,
  type IncomeBasis,
  type RateDay,
  type ValueHead,
  type ValueItem,
} from "../../relationship-value/index.ts";
import type { DateWords } from "../../telling/index.ts";
import type { ReturnLabelKey } from "../plan/returns.ts";
import { MONEY_FORMS, type MoneyForm } from "../plan/unit.ts";
import type { PlanDocumentWord } from "../plan/word-list.ts";
import { keysOf, labelsWith, phrasesOf, type Phrases } from "../phrases.ts";
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

/** The words the statement has in common with the plan. */
const SHARED_WORDS = [
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
] as const satisfies readonly PlanDocumentWord[];

/** A word the statement has in common with the plan. */
export type StatementSharedWord = (typeof SHARED_WORDS)[number];

/** The words the statement has in common with the reports of relationship value. */
const REPORT_WORDS = [
  "value-total",
  "line-count",
  "provenance",
  "convention-amounts",
  "convention-inside",
  "trace",
  "line-ids",
] as const satisfies readonly ValueDocumentWord[];

/** A word the statement has in common with the reports. */
export type StatementReportWord = (typeof REPORT_WORDS)[number];

/** Every label the value statement may need, as `<kind>.<id>`. */
export type StatementDocumentLabelKey =
  | `statementDocument.${StatementDocumentWord}`
  | `planDocument.${StatementSharedWord}`
  | `valueDocument.${StatementReportWord}`
  | `valueHead.${ValueHead}`
  | `valueItem.${ValueItem}`
  | `incomeBasis.${IncomeBasis}`
  | `clearanceGap.${ClearanceGap}`
  | `roundingMode.${RoundingMode}`
  | `rateDay.${RateDay}`
  | `moneyForm.${MoneyForm}`
  | ReturnLabelKey;

/** The sentence of what has to be looked at. */
const TIED = "income-may-be-tied-to-credit";

/**
 * The words of one language for the value statement. Each set of the package fits; of its rooms, `relationshipValue`,
 * `rendering` and `documents`, with `dates`.
 */
export type StatementDocumentLabels = Readonly<Record<StatementDocumentLabelKey | typeof TIED, string>> & {
  readonly dates: DateWords;
};

/** A label set with all the words the statement may need. */
export const readStatementLabels = labelsWith<StatementDocumentLabels>([
  ...keysOf({
    statementDocument: STATEMENT_DOCUMENT_WORDS,
    planDocument: SHARED_WORDS,
    valueDocument: REPORT_WORDS,
    valueHead: valueHeads,
    valueItem: valueItems,
    incomeBasis: incomeBases,
    clearanceGap: CLEARANCE_GAPS,
    roundingMode: ROUNDING_MODES,
    rateDay: RATE_DAYS,
    moneyForm: MONEY_FORMS,
    capitalBasis: CAPITAL_BASES,
    returnTax: RETURN_TAXES,
    valueMeasure: ["raroc", "economic-value-added"],
  }),
  TIED,
]);

/** Words of one language, ready to be put together. */
export interface StatementWords extends Phrases {
  readonly labels: StatementDocumentLabels;
  readonly own: (word: StatementDocumentWord) => string;
  readonly word: (word: StatementSharedWord) => string;
  readonly report: (word: StatementReportWord) => string;
}

/** The words of a label set. */
export const statementWordsOf = (labels: StatementDocumentLabels): StatementWords => ({
  labels,
  own: (id) => labels[`statementDocument.${id}`],
  word: (id) => labels[`planDocument.${id}`],
  report: (id) => labels[`valueDocument.${id}`],
  ...phrasesOf(labels),
});

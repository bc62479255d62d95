import {
  CLIENT_TYPES,
  NON_CLASSES,
  TIERS,
  type ClientType,
  type NonClass,
  type Tier,
} from "../../../customer-classification/index.ts";
import { CHANGE_CAUSES, valueHeads, type ChangeCause, type ValueHead } from "../../../relationship-value/index.ts";
import type { DateWords } from "../../../telling/index.ts";
import { keysOf, labelsWith, phrasesOf, type Phrases } from "../../phrases.ts";
import { MONEY_FORMS, type MoneyForm } from "../../plan/unit.ts";

/** Words of bridges, curves, streams and projections that belong to no other room's codes. */
export const LINE_FIGURE_WORDS = [
  "value-bridge",
  "value-bridge-text",
  "total",
  "increase",
  "decrease",
  "whale-curve",
  "whale-curve-text",
  "clients",
  "cumulative-value",
  "peak",
  "migration",
  "migration-text",
  "client-count",
  "joined",
  "left",
  "refused",
  "moved-up",
  "stayed",
  "moved-down",
  "moved-otherwise",
  "joined-or-left",
  "range",
  "compact-first",
  "compact-second",
  "compact-third",
] as const;

/** A word of bridges, curves, streams and projections. */
export type LineFigureWord = (typeof LINE_FIGURE_WORDS)[number];

const SHARED_WORDS = ["item", "amount", "no-data", "head", "colon", "separator"] as const;

/** People without a class whose word is a status of classification. */
type NamedNonClass = Exclude<NonClass, "refused">;

/** Every label a bridge, a curve, streams or a projection may need, as `<kind>.<id>`. */
export type LineFigureLabelKey =
  | `lineFigure.${LineFigureWord}`
  | `planDocument.${(typeof SHARED_WORDS)[number]}`
  | `moneyForm.${MoneyForm}`
  | `valueHead.${ValueHead}`
  | `changeCause.${ChangeCause}`
  | `clientType.${ClientType}`
  | `tier.${Tier}`
  | `classificationStatus.${NamedNonClass}`;

/**
 * The words of one language for bridges, curves, streams and projections. Each set of the package fits; of its rooms,
 * `customerClassification`, `relationshipValue`, `rendering` and `figuresLines`, with `dates`.
 */
export type LineFigureLabels = Readonly<Record<LineFigureLabelKey, string>> & { readonly dates: DateWords };

/** A label set with all the words these figures may need. */
export const readLineLabels = labelsWith<LineFigureLabels>(
  keysOf({
    lineFigure: LINE_FIGURE_WORDS,
    planDocument: SHARED_WORDS,
    moneyForm: MONEY_FORMS,
    valueHead: valueHeads,
    changeCause: CHANGE_CAUSES,
    clientType: CLIENT_TYPES,
    tier: TIERS,
    classificationStatus: NON_CLASSES.filter((of) => of !== "refused"),
  }),
);

/** Words of one language, ready to be put together. */
export interface LineWords extends Phrases {
  readonly labels: LineFigureLabels;
  readonly word: (word: LineFigureWord) => string;
}

/** The words of a label set. */
export const lineWordsOf = (labels: LineFigureLabels): LineWords => ({
  labels,
  word: (id) => labels[`lineFigure.${id}`],
  ...phrasesOf(labels),
});

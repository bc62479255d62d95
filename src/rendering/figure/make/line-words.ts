import { CLIENT_TYPES, NON_CLASSES, TIERS } from "../../../customer-classification/index.ts";
import { CHANGE_CAUSES, valueHeads } from "../../../relationship-value/index.ts";
import { documentWords, labelsWith, type DocumentWords, type LabelsOf } from "../../phrases.ts";
import { MONEY_FORMS } from "../../plan/unit.ts";
import type { PlanDocumentWord } from "../../plan/word-list.ts";

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

/** Every label a bridge, a curve, streams or a projection may need. */
const IDS = {
  lineFigure: LINE_FIGURE_WORDS,
  planDocument: ["item", "amount", "no-data", "head", "colon", "separator"] satisfies PlanDocumentWord[],
  moneyForm: MONEY_FORMS,
  valueHead: valueHeads,
  changeCause: CHANGE_CAUSES,
  clientType: CLIENT_TYPES,
  tier: TIERS,
  // people without a class whose word is a status of classification
  classificationStatus: NON_CLASSES.filter((of) => of !== "refused"),
} as const;

/**
 * The words of one language for bridges, curves, streams and projections. Each set of the package fits; of its rooms,
 * `customerClassification`, `relationshipValue`, `rendering` and `figuresLines`, with `dates`.
 */
export type LineFigureLabels = LabelsOf<typeof IDS>;

/** A label set with all the words these figures may need. */
export const readLineLabels = labelsWith(IDS);

/** Words of one language, ready to be put together. */
export type LineWords = DocumentWords<LineFigureLabels, LineFigureWord, (typeof IDS)["planDocument"][number]>;

/** The words of a label set. */
export const lineWordsOf = (labels: LineFigureLabels): LineWords => documentWords("lineFigure", labels);

import {
  AXES,
  BLOCK_EFFECTS,
  CLIENT_TYPES,
  GAP_STATUSES,
  INPUT_STATES,
  INVALID_REASONS,
  RULE_OUTCOMES,
  TEST_OUTCOMES,
  TIERS,
  type Classification,
  type ConditionTest,
  type ExplanationLine,
  type GapLine,
  type PartState,
} from "../../customer-classification/index.ts";
import { POLICY_STATUSES } from "../../core/index.ts";
import { MONEY_FORMS } from "../plan/unit.ts";
import type { PlanDocumentWord } from "../plan/word-list.ts";
import { documentWords, labelsWith, type DocumentWords, type LabelsOf } from "../phrases.ts";

/** Words of the page of a classification that belong to no other room's codes. */
export const CLASSIFICATION_DOCUMENT_WORDS = [
  "title",
  "as-of",
  "re-evaluation",
  "result",
  "class",
  "tier",
  "level",
  "score",
  "range",
  "points-of",
  "unusable",
  "missing",
  "unchecked",
  "sensitive",
  "refused-values",
  "block",
  "block-effect",
  "axes",
  "axis",
  "points",
  "most-points",
  "share-of-score",
  "points-by-item",
  "points-by-item-text",
  "legend-points",
  "legend-open",
  "legend-most",
  "items",
  "item",
  "band",
  "state",
  "at-least",
  "below",
  "at-least-and-below",
  "in-proportion",
  "rules",
  "rule-or-test",
  "asked",
  "found",
  "outcome",
  "ladder",
  "from-points",
  "reached",
  "way",
  "provenance",
  "card",
  "version",
  "content-hash",
  "card-status",
  "convention-edges",
  "convention-values",
  "convention-share",
  "convention-open",
] as const;

/** A word of the page of a classification. */
export type ClassificationDocumentWord = (typeof CLASSIFICATION_DOCUMENT_WORDS)[number];

const STATUSES = [
  "classified",
  "insufficient-data",
  "not-a-customer",
  "blocked",
] as const satisfies readonly Classification["status"][];

const TESTS = [
  "customer",
  "axis",
  "total",
  "characteristic",
  "flag",
  "category",
  "amount",
  "any",
] as const satisfies readonly ConditionTest[];

/** Every label the page may need, besides those of the ids of its card. */
const IDS = {
  classificationDocument: CLASSIFICATION_DOCUMENT_WORDS,
  planDocument: [
    "client",
    "total",
    "signature-manager",
    "signature-supervisor",
    "head",
    "colon",
    "separator",
  ] satisfies PlanDocumentWord[],
  classificationStatus: STATUSES,
  clientType: CLIENT_TYPES,
  tier: TIERS,
  axis: AXES,
  partState: [...INPUT_STATES, "not-applicable"] satisfies PartState[],
  invalidReason: INVALID_REASONS,
  ruleOutcome: RULE_OUTCOMES,
  testOutcome: TEST_OUTCOMES,
  conditionTest: TESTS,
  flagValue: ["true", "false"],
  blockEffect: BLOCK_EFFECTS,
  gapStatus: GAP_STATUSES,
  policyStatus: POLICY_STATUSES,
  moneyForm: MONEY_FORMS,
  typeRule: ["ordinary", "core"],
} as const;

/** The sentences of what is lacking, and of the way to a class. */
const SENTENCES = [
  "missing",
  "gap-outcome",
  "gap-steps",
  "gap-move",
  "gap-reached",
  "gap-block",
  "gap-earlier-rule",
  "gap-no-rule",
  "gap-fact",
  "gap-points",
  "gap-level-points",
  "gap-together",
  "gap-too-wide",
  "customer-classification/invalid-value",
  "customer-classification/invalid-observation",
] as const satisfies readonly (ExplanationLine["line"] | GapLine["line"] | `customer-classification/${string}`)[];

/**
 * The words of one language for the page of a classification. Each set of the package fits, with the labels of the ids
 * of the card spread over it: `{ ...zhHans, ...exampleCards }` for the example cards.
 */
export type ClassificationDocumentLabels = LabelsOf<typeof IDS, (typeof SENTENCES)[number]>;

/** A label set with all the words the page may need but those of the card. */
export const readClassificationLabels = labelsWith(IDS, SENTENCES);

/** Words of one language, ready to be put together. */
export type ClassificationWords = DocumentWords<
  ClassificationDocumentLabels,
  ClassificationDocumentWord,
  (typeof IDS)["planDocument"][number]
>;

/** The words of a label set. */
export const classificationWordsOf = (labels: ClassificationDocumentLabels): ClassificationWords =>
  documentWords("classificationDocument", labels);

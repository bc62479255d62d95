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
  type Axis,
  type BlockEffect,
  type Classification,
  type ClientType,
  type ConditionTest,
  type ExplanationLine,
  type GapLine,
  type GapStatus,
  type InvalidReason,
  type PartState,
  type RuleTrace,
  type TestOutcome,
  type Tier,
} from "../../customer-classification/index.ts";
import { POLICY_STATUSES, type PolicyStatus } from "../../core/index.ts";
import type { DateWords } from "../../telling/index.ts";
import { MONEY_FORMS, type MoneyForm } from "../plan/unit.ts";
import type { PlanDocumentWord } from "../plan/word-list.ts";
import { keysOf, labelsWith, phrasesOf, type Phrases } from "../phrases.ts";

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

/** The words the page has in common with the plan. */
const SHARED_WORDS = [
  "client",
  "total",
  "signature-manager",
  "signature-supervisor",
  "head",
  "colon",
  "separator",
] as const satisfies readonly PlanDocumentWord[];

/** A word the page has in common with the plan. */
export type ClassificationSharedWord = (typeof SHARED_WORDS)[number];

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

/** A sentence the page may need. */
export type ClassificationSentence = (typeof SENTENCES)[number];

/** Every label the page of a classification may need, as `<kind>.<id>`, besides those of the ids of its card. */
export type ClassificationDocumentLabelKey =
  | `classificationDocument.${ClassificationDocumentWord}`
  | `planDocument.${ClassificationSharedWord}`
  | `classificationStatus.${Classification["status"]}`
  | `clientType.${ClientType}`
  | `tier.${Tier}`
  | `axis.${Axis}`
  | `partState.${PartState}`
  | `invalidReason.${InvalidReason}`
  | `ruleOutcome.${RuleTrace["outcome"]}`
  | `testOutcome.${TestOutcome}`
  | `conditionTest.${ConditionTest}`
  | `flagValue.${boolean}`
  | `blockEffect.${BlockEffect}`
  | `gapStatus.${GapStatus}`
  | `policyStatus.${PolicyStatus}`
  | `moneyForm.${MoneyForm}`
  | "typeRule.ordinary"
  | "typeRule.core";

/**
 * The words of one language for the page of a classification. Each set of the package fits, with the labels of the ids
 * of the card spread over it: `{ ...zhHans, ...exampleCards }` for the example cards.
 */
export type ClassificationDocumentLabels = Readonly<
  Record<ClassificationDocumentLabelKey | ClassificationSentence, string>
> & { readonly dates: DateWords };

/** A label set with all the words the page may need but those of the card. */
export const readClassificationLabels = labelsWith<ClassificationDocumentLabels>([
  ...keysOf({
    classificationDocument: CLASSIFICATION_DOCUMENT_WORDS,
    planDocument: SHARED_WORDS,
    classificationStatus: STATUSES,
    clientType: CLIENT_TYPES,
    tier: TIERS,
    axis: AXES,
    partState: [...INPUT_STATES, "not-applicable"] satisfies readonly PartState[],
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
  }),
  ...SENTENCES,
]);

/** Words of one language, ready to be put together. */
export interface ClassificationWords extends Phrases {
  readonly labels: ClassificationDocumentLabels;
  readonly word: (word: ClassificationDocumentWord) => string;
  readonly shared: (word: ClassificationSharedWord) => string;
}

/** The words of a label set. */
export const classificationWordsOf = (labels: ClassificationDocumentLabels): ClassificationWords => ({
  labels,
  word: (id) => labels[`classificationDocument.${id}`],
  shared: (id) => labels[`planDocument.${id}`],
  ...phrasesOf(labels),
});

import {
  HUMAN_REVIEW_OUTCOMES,
  REVALUATION_CAUSES,
  STANDING_CHANGES,
  type HumanReviewOutcome,
  type RevaluationCause,
  type StandingChange,
  type StandingLine,
} from "../../customer-classification/index.ts";
import type { DateWords } from "../../telling/index.ts";
import type { PlanDocumentWord } from "../plan/word-list.ts";
import { keysOf, labelsWith, phrasesOf, type Phrases } from "../phrases.ts";

/** Words of the page of a standing that belong to no other room's codes. */
export const STANDING_DOCUMENT_WORDS = [
  "title",
  "as-of",
  "since",
  "policy",
  "version",
  "served",
  "served-since",
  "earned",
  "held",
  "last-review",
  "next-review",
  "reviews-left",
  "why",
  "in-force",
  "what",
  "until",
  "no-end",
  "details",
  "override",
  "override-by",
  "reason",
  "objection",
  "objection-waits",
  "answered",
  "at-least",
  "timeline",
  "timeline-text",
  "days",
  "basis",
  "by-rules",
  "by-guarantee",
  "by-hand",
  "decisions",
  "day",
  "change",
  "before",
  "after",
  "reasons",
  "notes",
  "convention-until",
  "convention-rows",
] as const;

/** A word of the page of a standing. */
export type StandingDocumentWord = (typeof STANDING_DOCUMENT_WORDS)[number];

/** The words the page has in common with the plan. */
const SHARED_WORDS = ["client", "approved-by", "colon", "separator"] as const satisfies readonly PlanDocumentWord[];

/** A word the page has in common with the plan. */
export type StandingSharedWord = (typeof SHARED_WORDS)[number];

/** A sentence the page may need: every reason there is for a level. */
export type StandingSentence = Exclude<StandingLine["line"], "standing-changed" | "served-differently">;

const SENTENCES = [
  "level-started",
  "level-raised",
  "level-awaited",
  "level-kept",
  "level-near",
  "level-below",
  "level-notice",
  "level-lost",
  "level-by-step",
  "period-unknown",
  "review-missed",
  "level-looked-at",
  "floor-begins",
  "floor-ends",
  "floor-holds",
  "floor-over",
  "override-made",
  "override-stands",
  "override-expired",
  "override-taken-back",
  "level-objected-to",
  "objection-holds",
  "level-seen-by-person",
] as const satisfies readonly StandingSentence[];

/** Every label the page of a standing may need, as `<kind>.<id>`, besides those of the levels and floors of its policy. */
export type StandingDocumentLabelKey =
  | `standingDocument.${StandingDocumentWord}`
  | `planDocument.${StandingSharedWord}`
  | `standingChange.${StandingChange}`
  | `revaluationCause.${RevaluationCause}`
  | `humanReviewOutcome.${HumanReviewOutcome}`;

/**
 * The words of one language for the page of a standing. Each set of the package fits, with the labels of the levels and
 * floors of the policy spread over it: `{ ...zhHans, ...exampleCards }` for the example policies.
 */
export type StandingDocumentLabels = Readonly<Record<StandingDocumentLabelKey | StandingSentence, string>> & {
  readonly dates: DateWords;
};

/** A label set with all the words the page may need but those of the policy. */
export const readStandingLabels = labelsWith<StandingDocumentLabels>([
  ...keysOf({
    standingDocument: STANDING_DOCUMENT_WORDS,
    planDocument: SHARED_WORDS,
    standingChange: STANDING_CHANGES,
    revaluationCause: REVALUATION_CAUSES,
    humanReviewOutcome: HUMAN_REVIEW_OUTCOMES,
  }),
  ...SENTENCES,
]);

/** Words of one language, ready to be put together. */
export interface StandingWords extends Phrases {
  readonly labels: StandingDocumentLabels;
  readonly word: (word: StandingDocumentWord) => string;
  readonly shared: (word: StandingSharedWord) => string;
}

/** The words of a label set. */
export const standingWordsOf = (labels: StandingDocumentLabels): StandingWords => ({
  labels,
  word: (id) => labels[`standingDocument.${id}`],
  shared: (id) => labels[`planDocument.${id}`],
  ...phrasesOf(labels),
});

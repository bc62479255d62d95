import {
  HUMAN_REVIEW_OUTCOMES,
  REVALUATION_CAUSES,
  STANDING_CHANGES,
  type StandingLine,
} from "../../customer-classification/index.ts";
import type { PlanDocumentWord } from "../plan/word-list.ts";
import { documentWords, labelsWith, type DocumentWords, type LabelsOf } from "../phrases.ts";

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

/** Every reason there is for a level. */
type StandingReason = Exclude<StandingLine["line"], "standing-changed" | "served-differently">;

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
] as const satisfies readonly StandingReason[];

/** Every label the page may need, besides those of the levels and floors of its policy. */
const IDS = {
  standingDocument: STANDING_DOCUMENT_WORDS,
  planDocument: ["client", "approved-by", "colon", "separator"] satisfies PlanDocumentWord[],
  standingChange: STANDING_CHANGES,
  revaluationCause: REVALUATION_CAUSES,
  humanReviewOutcome: HUMAN_REVIEW_OUTCOMES,
} as const;

/**
 * The words of one language for the page of a standing. Each set of the package fits, with the labels of the levels and
 * floors of the policy spread over it: `{ ...zhHans, ...exampleCards }` for the example policies.
 */
export type StandingDocumentLabels = LabelsOf<typeof IDS, StandingReason>;

/** A label set with all the words the page may need but those of the policy. */
export const readStandingLabels = labelsWith(IDS, SENTENCES);

/** Words of one language, ready to be put together. */
export type StandingWords = DocumentWords<
  StandingDocumentLabels,
  StandingDocumentWord,
  (typeof IDS)["planDocument"][number]
>;

/** The words of a label set. */
export const standingWordsOf = (labels: StandingDocumentLabels): StandingWords =>
  documentWords("standingDocument", labels);

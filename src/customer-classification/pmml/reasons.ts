import type { ReadingDetails } from "../../core/index.ts";

/** What can be wrong with a PMML document, whoever reads it. */
export const INVALID_PMML_REASONS = [
  "not-a-text",
  "too-long",
  "document-type",
  "nested-too-deep",
  "not-well-formed",
  "not-pmml",
  "unknown-version",
  "element-missing",
  "element-repeated",
  "unknown-element",
  "attribute-missing",
  "unknown-attribute",
  "malformed-value",
  "unknown-field",
  "name-repeated",
  "extension-unreadable",
  "extension-differs",
] as const;

/** What is wrong with a PMML document, whoever reads it. */
export type InvalidPmmlReason = (typeof INVALID_PMML_REASONS)[number];

/** What a scorecard of PMML can say and a card cannot, or the other way round. */
export const UNSUPPORTED_PMML_REASONS = [
  "element",
  "attribute",
  "field-type",
  "derived-field",
  "several-fields",
  "no-field",
  "name",
  "operator",
  "gap",
  "expression",
  "expression-in-bands",
  "expression-of-number",
  "missing-in-expression",
  "codes-of-flag",
  "edge",
  "points",
  "too-many",
  "character",
] as const;

/** What a scorecard of PMML says and a card cannot hold, or the other way round. */
export type UnsupportedPmmlReason = (typeof UNSUPPORTED_PMML_REASONS)[number];

/** What may be worth knowing about a card that was read from PMML. */
export const PMML_NOTE_REASONS = [
  "scores-scaled",
  "initial-score",
  "edge-moved",
  "rate-capped",
  "axis-assumed",
  "feature-assumed",
  "field-unused",
  "element-ignored",
] as const;

/** What is worth knowing about a card that was read from PMML. */
export type PmmlNoteReason = (typeof PMML_NOTE_REASONS)[number];

/** Where in a document, and what it is about. */
export interface PmmlPlaceDetails {
  /** The element, `PMML/Scorecard/Characteristics/Characteristic[2]`; absent where the text is not yet a document. */
  readonly element?: string;
  /** The attribute, the child element, or what is there twice. */
  readonly name?: string;
  /** What stands there. */
  readonly value?: string;
  readonly field?: string;
  /** Most there may be. */
  readonly limit?: number;
}

/** What is wrong with a document. */
export interface InvalidPmmlDetails extends PmmlPlaceDetails {
  readonly reason: InvalidPmmlReason;
  /** What was given instead of a text. */
  readonly received?: string;
  /** Where a text that is not well-formed is at fault, both from 1. */
  readonly line?: number;
  readonly column?: number;
}

/** What cannot be held. */
export interface UnsupportedPmmlDetails extends PmmlPlaceDetails {
  readonly reason: UnsupportedPmmlReason;
  readonly characteristic?: string;
  /** Lower end of the values nothing is said of, inclusive. */
  readonly from?: string;
  /** Upper end of the values nothing is said of, exclusive. */
  readonly below?: string;
  /** Categories nothing is said of, or fields where there may be one. */
  readonly values?: readonly string[];
}

/** What is worth knowing of a card that was read. */
export interface PmmlNoteDetails extends PmmlPlaceDetails {
  readonly reason: PmmlNoteReason;
  readonly characteristic?: string;
  /** Points of the document are multiplied by it. */
  readonly scale?: number;
  /** Most points, either way. */
  readonly points?: number;
  /** Edges that the document does not name, or fields of which nothing was said. */
  readonly values?: readonly string[];
}

/** What the errors and notes about PMML carry, by code. */
export interface PmmlErrorDetails {
  /**
   * The text is not a PMML document with a scorecard: `details.reason` says why, `details.element` where.
   *
   * Remedy: correct the document at the element, or have it written again by the tool it came from; a document that is
   * too long or nested too deep is read with a higher limit only where its origin is known.
   */
  "customer-classification/invalid-pmml": InvalidPmmlDetails;
  /**
   * A scorecard that no card can hold exactly, or a card that PMML cannot: `details.reason` says what.
   *
   * Remedy: change the scorecard at the element so that it does without, for example by an attribute for the values
   * that have none, and read it again; nothing is left out in silence.
   */
  "customer-classification/unsupported-pmml": UnsupportedPmmlDetails;
  /**
   * Something to know about a card that was read from PMML. Among `notes` of the result, never thrown.
   *
   * Remedy: none is needed; say what was assumed (`axes`, `features`) in the options, and keep the note with the card.
   */
  "customer-classification/pmml-note": PmmlNoteDetails;
  /**
   * The options of a call about PMML are not as described, or do not belong to the card or the result beside them.
   *
   * Remedy: correct the member at `path`; options for what a document does not say are not given with a document that
   * says it itself.
   */
  "customer-classification/invalid-pmml-options": ReadingDetails;
}

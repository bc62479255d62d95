/**
 * Scorecards there and back as PMML (预测模型标记语言), so that a model made elsewhere becomes a card that is checked and
 * explained, and a card can be checked by another engine. This entry needs the package `@rgrove/parse-xml`.
 *
 * The path through it:
 *
 * 1. {@link fromPmml} reads a document as a card with exactly its scores, or refuses it by name;
 * 2. {@link pmmlReasonCodes} ranks the reason codes of a score as the document asks;
 * 3. {@link toPmml} writes a card as a document that other engines score.
 *
 * @packageDocumentation
 */

// -- Documents
export { fromPmml } from "./from-pmml.ts";
export { toPmml } from "./to-pmml.ts";

// -- Reason codes
export { pmmlReasonCodes } from "./reason-codes.ts";

// -- Words and limits
export { INVALID_PMML_REASONS, UNSUPPORTED_PMML_REASONS, PMML_NOTE_REASONS } from "./reasons.ts";
export { PMML_REASON_CODE_ALGORITHMS, PMML_BASELINE_METHODS } from "./reason-codes.ts";
export { EXTENSION_USES, DEFAULT_MAX_LENGTH, DEFAULT_MAX_DEPTH } from "./options.ts";

// -- Types: documents
export type { PmmlScorecard } from "./from-pmml.ts";
export type { FromPmmlOptions, PmmlCurrency, PmmlFeature } from "./options.ts";
export type { ToPmmlOptions } from "./to-pmml.ts";
export type { PmmlNote } from "./refusals.ts";

// -- Types: reason codes
export type { PmmlReasonCodes, PmmlReasonLine, PmmlReason } from "./reason-codes.ts";

// -- Types: errors
export type {
  InvalidPmmlReason,
  UnsupportedPmmlReason,
  PmmlNoteReason,
  InvalidPmmlDetails,
  UnsupportedPmmlDetails,
  PmmlNoteDetails,
  PmmlPlaceDetails,
  PmmlErrorDetails,
} from "./reasons.ts";

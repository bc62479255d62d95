/**
 * Reasons in words (理由说明): what a function of this library gives as a code and facts, told as a sentence in the words
 * of a language that is passed in; the room itself knows no language. Start with {@link tell} for a reason, or
 * {@link label} for a code by itself.
 *
 * @packageDocumentation
 */

// -- In words
export { tell } from "./tell.ts";
export { label } from "./label.ts";

// -- Words
export { DURATION_UNITS, OWN_LABEL_KINDS, RECEIVED_KINDS, VALUE_TYPES } from "./types.ts";

// -- Types: reasons and words
export type { Reason, ReasonKey, FactsOf, FactsByKey, Words, DateWords, DurationUnit } from "./types.ts";
export type { LabelKeyOf, OwnLabels } from "./label.ts";

// -- Types: sentences
export type { Misfits, MisfitsOf } from "./placeholders.ts";

// -- Types: errors
export type { TellingErrorCode, TellingDetails, TellingIssue } from "./errors.ts";

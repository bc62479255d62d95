/**
 * Reasons in words (理由说明): what a function of this library gives as a code and facts, told as a sentence in the words
 * of a language that is passed in. The room itself knows no language.
 *
 * @packageDocumentation
 */
export { tell } from "./tell.ts";
export { label, type OwnLabels } from "./label.ts";
export { DURATION_UNITS } from "./types.ts";
export type { DateWords, DurationUnit, FactsByKey, FactsOf, Reason, ReasonKey, Words } from "./types.ts";
export type { Misfits, MisfitsOf, PlaceholderForm } from "./placeholders.ts";
export type { TellingDetails, TellingErrorCode, TellingIssue } from "./errors.ts";

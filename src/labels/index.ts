/**
 * Labels for every code people see, in three languages; the texts themselves are in
 * `relationship-banking/labels/<tag>`. Start with {@link label}, which takes the texts of a language and a code.
 *
 * @packageDocumentation
 */

// -- A code in words
export { label } from "./label.ts";

// -- Words
export { labelTags } from "./keys.ts";

// -- Types
export type {
  Labels,
  LabelTag,
  LabelKind,
  LabelKey,
  ComplaintLabelKey,
  DutyLabelKey,
  LoanLabelKey,
  SlaLabelKey,
} from "./keys.ts";

// -- Types: errors
export type { LabelErrorCode } from "./errors.ts";

/**
 * Labels for every code people see, in three languages; the texts themselves are in
 * `relationship-banking/labels/<tag>`.
 *
 * @packageDocumentation
 */
export type { LabelErrorCode } from "./errors.ts";
export { label } from "./label.ts";
export { labelTags } from "./keys.ts";
export type {
  ComplaintLabelKey,
  DutyLabelKey,
  LabelKey,
  LabelKind,
  Labels,
  LabelTag,
  LoanLabelKey,
  SlaLabelKey,
} from "./keys.ts";

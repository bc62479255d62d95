/**
 * Labels for every code people see, in three languages; the texts themselves are in
 * `relationship-banking/labels/<tag>`.
 *
 * @packageDocumentation
 */
export { label, labelTags } from "./label.ts";
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

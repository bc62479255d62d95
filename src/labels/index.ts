/**
 * What the words of a language have to hold: a text for every label key and every reason, by room. The texts themselves
 * are in `relationship-banking/labels/<tag>`; {@link label} and {@link tell} of `relationship-banking/telling` use them.
 *
 * @packageDocumentation
 */
export { labelTags } from "./keys.ts";
export type {
  CalendarLabelKey,
  ClientLabelKey,
  ComplaintLabelKey,
  CoreLabelKey,
  DutyLabelKey,
  ExampleCardLabelKey,
  FinancialPlanningLabelKey,
  LabelKey,
  LabelKind,
  LabelTag,
  LoanLabelKey,
  RelationshipValueLabelKey,
  RenderingLabelKey,
  SlaLabelKey,
  StrategyPlanLabelKey,
} from "./keys.ts";
export type {
  CalendarWords,
  ClientWords,
  ComplaintsWords,
  CoreWords,
  CustomerClassificationWords,
  DutiesWords,
  ExampleCardWords,
  FinancialPlanningWords,
  Labels,
  LoansWords,
  RelationshipValueWords,
  RenderingWords,
  SlaWords,
  StrategyPlanWords,
} from "./words.ts";

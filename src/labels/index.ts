/**
 * What the words of a language have to hold: a text for every label key and every reason, by room. The words themselves
 * are in `relationship-banking/labels/<tag>`: data, which `tell` and `label` of `relationship-banking/telling` and the
 * documents of `relationship-banking/rendering` take as an argument.
 *
 * @packageDocumentation
 */

// -- Words
export { labelTags } from "./keys.ts";

// -- Types: a language
export type {
  CalendarWords,
  ClientWords,
  ComplaintsWords,
  CoreWords,
  CustomerClassificationWords,
  DocumentWords,
  DutiesWords,
  ExampleCardWords,
  FiguresGridWords,
  FiguresLinesWords,
  FinancialPlanningWords,
  Labels,
  LoansWords,
  MoneyWords,
  RelationshipValueWords,
  RenderingWords,
  ResultDocumentWords,
  SlaWords,
  StrategyPlanWords,
  TellingWords,
  TimeValueWords,
} from "./words.ts";

// -- Types: keys
export type {
  CalendarLabelKey,
  ClientLabelKey,
  ComplaintLabelKey,
  CoreLabelKey,
  DocumentLabelKey,
  DutyLabelKey,
  ExampleCardLabelKey,
  FiguresGridLabelKey,
  FiguresLinesLabelKey,
  FinancialPlanningLabelKey,
  LabelKey,
  LabelKind,
  LabelTag,
  LoanLabelKey,
  RelationshipValueLabelKey,
  RenderingLabelKey,
  ResultDocumentLabelKey,
  SlaLabelKey,
  StrategyPlanLabelKey,
  TimeValueLabelKey,
} from "./keys.ts";

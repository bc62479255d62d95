import type { ClassificationLabelKey, CustomerClassificationReasons } from "../customer-classification/index.ts";
import type { RelationshipValueReasons } from "../relationship-value/index.ts";
import type { SlaReasons } from "../sla/index.ts";
import type { DateWords, ReasonKey } from "../telling/index.ts";
import type {
  CalendarLabelKey,
  ClientLabelKey,
  ComplaintLabelKey,
  CoreLabelKey,
  DutyLabelKey,
  ExampleCardLabelKey,
  FinancialPlanningLabelKey,
  LoanLabelKey,
  RelationshipValueLabelKey,
  RenderingLabelKey,
  SlaLabelKey,
  StrategyPlanLabelKey,
} from "./keys.ts";

/** One text for each label key and each reason of a room, and no others. */
type WordsOf<Key extends string, Reasons = never> = Readonly<Record<Key | ReasonKey<Reasons>, string>>;

/** Words of policies, open items, cases and what cannot be read. */
export type CoreWords = WordsOf<CoreLabelKey>;
/** Words of working calendars and periods. */
export type CalendarWords = WordsOf<CalendarLabelKey>;
/** Words of the client file. */
export type ClientWords = WordsOf<ClientLabelKey>;
/** Words of loans. */
export type LoansWords = WordsOf<LoanLabelKey>;
/** Words of recurring duties. */
export type DutiesWords = WordsOf<DutyLabelKey>;
/** Words of the deadlines of cases. */
export type SlaWords = WordsOf<SlaLabelKey, SlaReasons>;
/** Words of classes of clients. */
export type CustomerClassificationWords = WordsOf<ClassificationLabelKey, CustomerClassificationReasons>;
/** Words of the ids of the example scorecards. */
export type ExampleCardWords = WordsOf<ExampleCardLabelKey>;
/** Words of relationship value. */
export type RelationshipValueWords = WordsOf<RelationshipValueLabelKey, RelationshipValueReasons>;
/** Words of financial plans. */
export type FinancialPlanningWords = WordsOf<FinancialPlanningLabelKey>;
/** Words of the strategy plan. */
export type StrategyPlanWords = WordsOf<StrategyPlanLabelKey>;
/** Words of complaints. */
export type ComplaintsWords = WordsOf<ComplaintLabelKey>;
/** Words of documents. */
export type RenderingWords = WordsOf<RenderingLabelKey>;

/** Every word of one language, and how it writes dates. */
export type Labels = CoreWords &
  CalendarWords &
  ClientWords &
  LoansWords &
  DutiesWords &
  SlaWords &
  CustomerClassificationWords &
  ExampleCardWords &
  RelationshipValueWords &
  FinancialPlanningWords &
  StrategyPlanWords &
  ComplaintsWords &
  RenderingWords & { readonly dates: DateWords };

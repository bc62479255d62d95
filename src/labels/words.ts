import type { RelationshipValueReasons } from "../relationship-value/index.ts";
import type { RenderingReasons } from "../rendering/index.ts";
import type { ComplaintReasons } from "../complaints/index.ts";
import type { StrategyPlanReasons } from "../strategy-plan/index.ts";
import type { FinancialPlanningReasons } from "../financial-planning/index.ts";
import type { DutyReasons } from "../duties/index.ts";
import type { ClientReasons } from "../client/index.ts";
import type { CalendarReasons } from "../calendar/index.ts";
import type { CoreReasons } from "../core/index.ts";
import type { ClassificationLabelKey, CustomerClassificationReasons } from "../customer-classification/index.ts";
import type { LoanReasons } from "../loans/index.ts";
import type { MoneyReasons } from "../money/index.ts";
import type { SlaReasons } from "../sla/index.ts";
import type { DateWords, ReasonKey, TellingIssue } from "../telling/index.ts";
import type { TimeValueReasons } from "../time-value/index.ts";
import type {
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
  LoanLabelKey,
  RelationshipValueLabelKey,
  RenderingLabelKey,
  ResultDocumentLabelKey,
  SlaLabelKey,
  StrategyPlanLabelKey,
  TimeValueLabelKey,
} from "./keys.ts";

/** One text for each label key and each reason of a room, and no others. */
type WordsOf<Key extends string, Reasons = never> = Readonly<Record<Key | ReasonKey<Reasons>, string>>;

/** Words of policies, open items, cases and what cannot be read. */
export type CoreWords = WordsOf<CoreLabelKey, CoreReasons>;
/** Words of money. */
export type MoneyWords = WordsOf<never, MoneyReasons>;
/** Words of working calendars and periods. */
export type CalendarWords = WordsOf<CalendarLabelKey, CalendarReasons>;
/** Words of the time value of money. */
export type TimeValueWords = WordsOf<TimeValueLabelKey, TimeValueReasons>;
/** Words of the client file. */
export type ClientWords = WordsOf<ClientLabelKey, ClientReasons>;
/** Words of loans. */
export type LoansWords = WordsOf<LoanLabelKey, LoanReasons>;
/** Words of recurring duties. */
export type DutiesWords = WordsOf<DutyLabelKey, DutyReasons>;
/** Words of the deadlines of cases. */
export type SlaWords = WordsOf<SlaLabelKey, SlaReasons>;
/** Words of classes of clients. */
export type CustomerClassificationWords = WordsOf<ClassificationLabelKey, CustomerClassificationReasons>;
/** Words of the ids of the example scorecards. */
export type ExampleCardWords = WordsOf<ExampleCardLabelKey>;
/** Words of relationship value. */
export type RelationshipValueWords = WordsOf<RelationshipValueLabelKey, RelationshipValueReasons>;
/** Words of financial plans. */
export type FinancialPlanningWords = WordsOf<FinancialPlanningLabelKey, FinancialPlanningReasons>;
/** Words of the strategy plan. */
export type StrategyPlanWords = WordsOf<StrategyPlanLabelKey, StrategyPlanReasons>;
/** Words of complaints. */
export type ComplaintsWords = WordsOf<ComplaintLabelKey, ComplaintReasons>;
/** Words of documents. */
export type RenderingWords = WordsOf<RenderingLabelKey, RenderingReasons>;
/** Words of coverage, power maps, timelines and calendars. */
export type FiguresGridWords = WordsOf<FiguresGridLabelKey>;
/** Words of bridges, curves, streams and projections. */
export type FiguresLinesWords = WordsOf<FiguresLinesLabelKey>;
/** Words of the documents made from results of the rooms. */
export type DocumentWords = WordsOf<DocumentLabelKey>;
/** Words of the documents made from classifications, standings and desk reports. */
export type ResultDocumentWords = WordsOf<ResultDocumentLabelKey>;
/** Words of reasons that cannot be told. */
export type TellingWords = WordsOf<never, TellingIssue>;

/** Every word of one language, and how it writes dates. */
export type Labels = CoreWords &
  MoneyWords &
  CalendarWords &
  TimeValueWords &
  ClientWords &
  LoansWords &
  DutiesWords &
  SlaWords &
  CustomerClassificationWords &
  RelationshipValueWords &
  FinancialPlanningWords &
  StrategyPlanWords &
  ComplaintsWords &
  ResultDocumentWords &
  RenderingWords &
  FiguresGridWords &
  FiguresLinesWords &
  DocumentWords &
  TellingWords & { readonly dates: DateWords };

/**
 * Relationship value (客户关系价值): what a client brings the bank, under three heads and eleven items, from exact income
 * lines; with transfer-priced interest, average balances, wallet share and the roll-up of a whole book.
 *
 * The path through it:
 *
 * 1. {@link averageDailyBalance} averages the end-of-day balances of a period;
 * 2. {@link netInterestIncome} gives the interest income against transfer prices;
 * 3. {@link relationshipValue} puts the income lines of one client into a statement;
 * 4. {@link valueBook} rolls up a whole book of lines, and {@link topClients} ranks its clients;
 * 5. {@link walletShare} says which part of a client's spend is ours.
 *
 * @packageDocumentation
 */

// -- One client
export { relationshipValue } from "./statement/statement.ts";
export { headOf } from "./head-of.ts";

// -- A whole book
export { valueBook } from "./book/book.ts";
export { valueBookFromColumns } from "./book/columns.ts";
export { bookClients, clientValue, topClients } from "./book/clients.ts";
export { mergeValueBooks } from "./book/merge.ts";
export { valueBookData, valueBookFromData } from "./book/data.ts";

// -- Balances and interest
export { averageDailyBalance } from "./interest/average-daily-balance.ts";
export { netInterestIncome } from "./interest/net-interest-income.ts";
export { netInterestIncomeColumns } from "./interest/columns.ts";
export { transferRate, explainTransferRate } from "./interest/transfer-curve.ts";

// -- Wallet share
export { walletShare, walletRankPrior, equalSplitSpend } from "./wallet-share.ts";

// -- Reports
export { valueStatisticsReport } from "./reports/statistics.ts";
export { clientEvaluationReport } from "./reports/evaluation.ts";
export { businessAdviceReport } from "./reports/advice.ts";
export { evaluationMeasures, measuresOf } from "./reports/measures.ts";

// -- Policies
export { exampleTransferCurve } from "./policies/example-transfer-curve.ts";

// -- Words: heads and items
export {
  valueHeads,
  valueItems,
  bookedItems,
  directItems,
  relatedItems,
  otherItems,
  sponsoredItems,
  incomeBases,
} from "./items.ts";

// -- Words
export { ITEM_STATUSES, DATA_STATUSES, RATE_DAYS, REFERRED_TREATMENTS, CLEARANCE_GAPS } from "./types.ts";
export { BOOK_ID_CHECKS } from "./book/book.ts";
export { BALANCE_SIDES } from "./interest/net-interest-income.ts";
export { CURVE_INTERPOLATIONS, CURVE_EXTRAPOLATIONS, TRANSFER_RATE_READINGS } from "./interest/transfer-curve.ts";
export { SPEND_BASES, WALLET_STATUSES } from "./wallet-share.ts";

// -- Words: reports
export {
  VALUE_ASPECTS,
  VALUE_CRITERIA,
  VALUE_MEASURES,
  AMOUNT_MEASURES,
  SHARE_MEASURES,
  COUNT_MEASURES,
  TEXT_MEASURES,
  FACT_KINDS,
} from "./reports/measures.ts";
export { REPORT_SCOPES } from "./reports/gathering.ts";
export { REPORT_BREAKDOWNS } from "./reports/statistics.ts";
export { JUDGEMENT_STATES } from "./reports/evaluation.ts";

// -- Types: the statement
export type {
  IncomeLine,
  IncomeClearance,
  ClearanceGap,
  LineAccount,
  StatementOptions,
  StatementConventions,
  ValueConventions,
  RateDay,
  ReferredTreatment,
  ValueGroup,
  Statement,
  ValueFigures,
  ItemFigure,
  FigureDetail,
  BasisSplit,
  ConversionFigure,
  RelatedClientFigure,
  ItemStatus,
  DataStatus,
} from "./types.ts";
export type { IncomeFinding } from "./statement/clearance.ts";
export type { StatementResult } from "./statement/statement.ts";

// -- Types: heads and items
export type {
  ValueHead,
  ValueItem,
  BookedItem,
  DirectItem,
  IncomeBasis,
  OtherItem,
  RelatedItem,
  SponsoredItem,
} from "./items.ts";

// -- Types: a book
export type { BookOptions, BookResult, LineBookResult } from "./book/book.ts";
export type { ValueBook, BookLineAccount } from "./book/handle.ts";
export type { ValueColumns } from "./book/columns.ts";
export type { ValueBookData } from "./book/data.ts";
export type { ClientValueOptions, TopClientsOptions, RankedClient, RankedFigure } from "./book/clients.ts";

// -- Types: balances and interest
export type {
  BalanceHistory,
  DatedBalance,
  DatedMovement,
  AverageDailyBalance,
  BalanceStretch,
} from "./interest/average-daily-balance.ts";
export type {
  InterestPosition,
  BalanceSide,
  NetInterestOptions,
  NetInterestResult,
  NetInterest,
  NetInterestTotals,
} from "./interest/net-interest-income.ts";
export type { InterestColumns, InterestColumnOptions, NetInterestColumns } from "./interest/columns.ts";
export type {
  TransferPriceCurve,
  CurvePoint,
  CurveInterpolation,
  CurveExtrapolation,
  TransferRate,
} from "./interest/transfer-curve.ts";

// -- Types: wallet share
export type { WalletInput, Spend, SpendBasis, WalletShare } from "./wallet-share.ts";

// -- Types: reports
export type {
  ValueDossier,
  ReportedValue,
  ValueFact,
  AmountFact,
  ShareFact,
  CountFact,
  TextFact,
  FactBase,
  StatedNeed,
  ValueJudgement,
  CriterionJudgement,
  BusinessAdvice,
  AdviceIncome,
} from "./reports/dossier.ts";
export type {
  ValueAspect,
  ValueCriterion,
  ValueMeasure,
  AmountMeasure,
  ShareMeasure,
  CountMeasure,
  TextMeasure,
  FactKind,
} from "./reports/measures.ts";
export type { ReportScope, ReportPolicy, ReportBasis, ReportHead, ValueReportOptions } from "./reports/gathering.ts";
export type { ReportFigure } from "./reports/report-figure.ts";
export type {
  ReportBreakdown,
  StatisticsReport,
  StatisticsReportOptions,
  StatisticsReportResult,
  StatisticsHead,
  StatisticsItem,
  StatisticsRow,
} from "./reports/statistics.ts";
export type {
  EvaluationReport,
  EvaluationReportOptions,
  EvaluationReportResult,
  ClientEvaluation,
  AspectEvaluation,
  MeasureFigure,
  CriterionFigure,
  JudgementFigure,
  JudgementState,
} from "./reports/evaluation.ts";
export type {
  AdviceReport,
  AdviceReportOptions,
  AdviceReportResult,
  AdviceRow,
  AdviceSum,
  DepartmentAdvice,
  ClientAdvice,
  ItemAdvice,
} from "./reports/advice.ts";
export type { ValueReportErrorDetails } from "./reports/reasons.ts";

// -- Types: errors
export type { RelationshipValueErrorCode } from "./errors.ts";
export type {
  RelationshipValueIssue,
  RelationshipValueFinding,
  RelationshipValueFindingDetails,
  RelationshipValueReasons,
  RelationshipValueErrorDetails,
  ValueColumnDetails,
  TransferCurveDetails,
} from "./reasons.ts";

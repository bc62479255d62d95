/**
 * Relationship value (客户关系价值): what a client brings the bank, under three heads and eleven items, from exact income
 * lines; what is left of it after risk and cost, how it may change, and the questions and reports of a whole book.
 *
 * The path through it:
 *
 * 1. {@link readLines} makes income lines of the records of an extract;
 * 2. {@link relationshipValue} puts the lines of one client and its group into a statement;
 * 3. {@link relationshipReturn} says what is left of it after cost, loss and tax, and on which capital;
 * 4. {@link valueBook} rolls up a whole book of lines, by client, group and manager;
 * 5. {@link valueImpact} says what a plan may change;
 * 6. {@link valueStatisticsReport} puts it all into a report.
 *
 * @packageDocumentation
 */

// -- One client
export { relationshipValue } from "./statement/statement.ts";
export { headOf } from "./head-of.ts";

// -- Views of statements and lines
export { groupView } from "./views/group-view.ts";
export { interestMemo } from "./views/interest-memo.ts";
export { creditViews } from "./views/credit-views.ts";
export { traceFigure } from "./views/trace.ts";
export { compareStatements } from "./views/compare.ts";
export { rankOf } from "./views/rank.ts";

// -- A whole book
export { valueBook } from "./book/book.ts";
export { valueBookFromColumns } from "./book/columns.ts";
export { bookClients, clientValue, topClients } from "./book/clients.ts";
export { mergeValueBooks } from "./book/merge.ts";
export { valueBookData, valueBookFromData } from "./book/data.ts";
export { applyLines } from "./book/deltas.ts";

// -- What is asked of a book
export { groupValues } from "./shares/groups.ts";
export { applyLinesToGroups } from "./shares/group-deltas.ts";
export { valueByManager, bookByManager, bookOfManager } from "./shares/manager-values.ts";
export { primaryAssignments } from "./shares/primary-assignments.ts";
export { valueDeciles } from "./concentration/deciles.ts";
export { valueConcentration } from "./concentration/concentration.ts";
export { whaleCurve } from "./concentration/whale-curve.ts";
export { valueMigration, valueMovers } from "./concentration/migration.ts";

// -- Lines from extracts, and into them
export { readLines } from "./extract/read-lines.ts";
export { writeLines } from "./extract/write-lines.ts";

// -- Balances and interest
export { averageDailyBalance } from "./interest/average-daily-balance.ts";
export { netInterestIncome } from "./interest/net-interest-income.ts";
export { netInterestIncomeColumns } from "./interest/columns.ts";
export { transferRate, explainTransferRate } from "./interest/transfer-curve.ts";

// -- Volumes, and the ledger
export { balanceVolumes } from "./volumes/volumes.ts";
export { reconcile } from "./volumes/reconcile.ts";

// -- Risk and cost
export { relationshipReturn, statementIncome } from "./risk/relationship-return.ts";
export { riskAdjustedReturn } from "./risk/return.ts";
export { repriceFor } from "./risk/reprice.ts";
export { sensitivity } from "./risk/sensitivity.ts";
export { serviceCost } from "./risk/service-cost.ts";
export { expectedLoss, riskCapital } from "./risk/exposure.ts";
export { transferAddOns } from "./risk/add-ons.ts";
export { levyCharges } from "./risk/levies.ts";

// -- Lifetime value
export { customerLifetimeValue } from "./lifetime/lifetime-value.ts";
export { fitShiftedBetaGeometric } from "./lifetime/fit.ts";
export { convertPeriodicRate } from "./lifetime/rates.ts";

// -- What a plan may change
export { valueImpact } from "./outlook/impact.ts";

// -- Reports
export { valueStatisticsReport } from "./reports/statistics.ts";
export { clientEvaluationReport } from "./reports/evaluation.ts";
export { businessAdviceReport } from "./reports/advice.ts";

// -- Wallet share
export { walletShare, walletRankPrior, equalSplitSpend } from "./wallet-share.ts";

// -- Policies
export { exampleTransferCurve } from "./policies/example-transfer-curve.ts";
export { exampleMainlandLevies } from "./policies/example-mainland-levies.ts";
export { depositDeviationLimit } from "./volumes/deviation.ts";

// -- Measures by aspect
export { measuresOf } from "./reports/measures.ts";

// -- Words: heads and items
export {
  valueHeads,
  valueItems,
  bookedItems,
  directItems,
  relatedItems,
  otherItems,
  sponsoredItems,
  groupItems,
  tracedItems,
  incomeBases,
} from "./items.ts";

// -- Words
export { ITEM_STATUSES, DATA_STATUSES, RATE_DAYS, REFERRED_TREATMENTS, CLEARANCE_GAPS } from "./types.ts";
export { BOOK_ID_CHECKS } from "./book/book.ts";
export { RANKED_FIGURES } from "./book/ranking.ts";
export { VALUE_SPLITS } from "./shares/manager-values.ts";
export { VALUE_MOVEMENTS } from "./concentration/movement.ts";
export { BALANCE_SIDES } from "./interest/net-interest-income.ts";
export { CURVE_INTERPOLATIONS, CURVE_EXTRAPOLATIONS, TRANSFER_RATE_READINGS } from "./interest/transfer-curve.ts";
export { SPEND_BASES, WALLET_STATUSES } from "./wallet-share.ts";
export { LINE_COLUMNS } from "./extract/columns.ts";
export { AMOUNT_NOTATIONS } from "./extract/cells.ts";
export { EXTRACT_PROBLEMS } from "./extract/reasons.ts";

// -- Words: views
export { VALUE_FIGURES } from "./views/kept.ts";
export { CHANGE_CAUSES } from "./views/change-parts.ts";
export { CREDIT_KINDS } from "./views/credit.ts";
export { HOLDING_RELATIONS } from "./views/interest-memo.ts";
export { INVALID_CREDIT_REASONS } from "./views/reasons.ts";

// -- Words: risk and cost
export { TRANSFER_ADD_ONS } from "./risk/add-ons.ts";
export { LOSS_TIMES } from "./risk/exposure.ts";
export { LEVIES, TAXED_INCOMES, VAT_PRICES } from "./risk/levies.ts";
export { CAPITAL_BASES, REPRICE_REFUSALS } from "./risk/words.ts";
export { CAPITAL_RETURNS, CAPITAL_FUNDINGS, RETURN_TAXES, LOSS_TAXES, RETURN_FIGURES } from "./risk/return-terms.ts";
export { RELATIONSHIP_LISTS, RELATED_INCOMES } from "./risk/relationship-return.ts";
export { SENSITIVITY_FACTORS } from "./risk/sensitivity.ts";

// -- Words: lifetime value, volumes, the outlook
export { RATE_PERIODS } from "./lifetime/reasons.ts";
export { PERIODIC_RATE_KINDS } from "./lifetime/rates.ts";
export { RETENTION_MODELS } from "./lifetime/retention.ts";
export { FIRST_PAYMENTS } from "./lifetime/lifetime-value.ts";
export { FIT_REFUSALS, LIFETIME_REFUSALS } from "./lifetime/reasons.ts";
export { VOLUME_KINDS, BALANCE_LISTS } from "./volumes/account.ts";
export { DEVIATION_STATES } from "./volumes/deviation.ts";
export { RECONCILIATION_STATES, RECONCILED_SIDES } from "./volumes/reconcile.ts";
export { PLAN_EFFECT_KINDS } from "./outlook/reasons.ts";

// -- Words: reports
export { evaluationMeasures } from "./reports/measures.ts";
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
  ReferredClients,
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
  GroupItem,
  TracedItem,
  SponsoredItem,
} from "./items.ts";

// -- Types: views
export type { RelatedCompanies, GroupView, LeftOut } from "./views/group-view.ts";
export type { InterestMemo, InterestShare, HoldingRelation } from "./views/interest-memo.ts";
export type { IncomeCredit, CreditKind } from "./views/credit.ts";
export type { CreditOptions, CreditViews, CreditView, CreditedLine, SharedLine } from "./views/credit-views.ts";
export type { ValueFigure } from "./views/kept.ts";
export type { FigureTrace, TracedLine, ReferredPart } from "./views/trace.ts";
export type { StatementComparison, FigureChange, ChangePart, ComparedLines } from "./views/compare.ts";
export type { ChangeCause } from "./views/change-parts.ts";
export type { ClientRank, RankOptions } from "./views/rank.ts";
export type {
  ValueTraceFinding,
  ValueTraceFindingDetails,
  ValueViewErrorDetails,
  InvalidCreditReason,
} from "./views/reasons.ts";

// -- Types: a book
export type { BookOptions, BookResult, LineBookResult } from "./book/book.ts";
export type { ValueBook, BookLineAccount } from "./book/handle.ts";
export type { ValueColumns } from "./book/columns.ts";
export type { ValueBookData } from "./book/data.ts";
export type { ClientValueOptions, TopClientsOptions, RankedClient } from "./book/clients.ts";
export type { RankedFigure } from "./book/ranking.ts";
export type { LineChanges, ChangesMade, ChangedBook } from "./book/deltas.ts";

// -- Types: what is asked of a book
export type { ClientGroup, GroupValues, SharedClient } from "./shares/groups.ts";
export type { ChangedGroups } from "./shares/group-deltas.ts";
export type { TeamAssignment } from "./shares/assignments.ts";
export type { ManagerValues, LineManagerValues, ValueSplit } from "./shares/manager-values.ts";
export type { ValueDecile, ValueDecilesOptions } from "./concentration/deciles.ts";
export type { ValueConcentration, ConcentrationOptions, TopShare, ValueCount } from "./concentration/concentration.ts";
export type { WhaleCurve, WhaleCurveOptions, WhalePoint } from "./concentration/whale-curve.ts";
export type { ValueMovement } from "./concentration/movement.ts";
export type {
  ValueMigration,
  ValueMigrationOptions,
  ValueMigrationCell,
  MovementRow,
  ValueChange,
  ValueMover,
  ValueMoversOptions,
} from "./concentration/migration.ts";
export type { ManagedClient } from "./shares/primary-assignments.ts";

// -- Types: extracts
export type { ExtractRow, LinesRead } from "./extract/read-lines.ts";
export type { LinesWritten } from "./extract/write-lines.ts";
export type { LineColumn, LineConstants, LineNames, LineWords, ReadLinesOptions } from "./extract/columns.ts";
export type { AmountNotation } from "./extract/cells.ts";
export type { ExtractErrorDetails, ExtractProblem } from "./extract/reasons.ts";

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

// -- Types: volumes, and the ledger
export type {
  Volumes,
  VolumeOptions,
  VolumeFigure,
  VolumeChange,
  ClientVolume,
  ProductVolume,
} from "./volumes/volumes.ts";
export type { VolumeErrorDetails } from "./volumes/reasons.ts";
export type { VolumeAccount, VolumeKind, BalanceList } from "./volumes/account.ts";
export type { DepositDeviationPolicy, DepositDeviation, DeviationState } from "./volumes/deviation.ts";
export type {
  ItemTotal,
  ReconcileOptions,
  Reconciliation,
  ReconciledItem,
  ReconciliationState,
  ReconciledSide,
} from "./volumes/reconcile.ts";

// -- Types: risk and cost
export type {
  ActivityCost,
  ActivityCount,
  ActivityFigure,
  ServiceCost,
  ServiceCostOptions,
  UnusedCapacity,
} from "./risk/service-cost.ts";
export type {
  RiskExposure,
  LossTime,
  ExpectedLoss,
  ExpectedLossOptions,
  CapitalRule,
  CapitalFigure,
  RiskCapital,
  RiskCapitalOptions,
} from "./risk/exposure.ts";
export type { TransferAddOn, AddOnRow, AddOnAmount, AddOnOptions, TransferAddOns } from "./risk/add-ons.ts";
export type {
  Levy,
  LevyPolicy,
  TaxedIncome,
  VatPrice,
  LevyBases,
  LevyOptions,
  LevyAmount,
  LevyCharges,
} from "./risk/levies.ts";
export type {
  ReturnInput,
  ReturnInterest,
  ReturnConventions,
  CapitalReturn,
  CapitalFunding,
  ReturnTax,
  LossTax,
  ReturnFigure,
  RiskAdjustedReturn,
} from "./risk/return-terms.ts";
export type {
  Relationship,
  RelationshipList,
  RelationshipReturnOptions,
  RelationshipIssue,
  RelationshipReturn,
  RelatedIncome,
  StatementIncome,
} from "./risk/relationship-return.ts";
export type { CapitalBasis, RepriceRefusal } from "./risk/words.ts";
export type { RepriceTarget, RepriceRefused, Repricing } from "./risk/reprice.ts";
export type { Sensitivity, SensitivityFactor, SensitivityMoves, SensitivityResult } from "./risk/sensitivity.ts";
export type { RepriceReason, RiskErrorDetails } from "./risk/reasons.ts";

// -- Types: lifetime value
export type {
  LifetimeInput,
  LifetimeOutcome,
  LifetimePayment,
  LifetimeConventions,
  FirstPayment,
  PeriodicMargin,
} from "./lifetime/lifetime-value.ts";
export type {
  Retention,
  RetentionModel,
  ConstantRetention,
  ShiftedBetaGeometricRetention,
  TabledRetention,
} from "./lifetime/retention.ts";
export type { ShiftedBetaGeometricFit, FitCounts } from "./lifetime/fit.ts";
export type {
  RatePeriod,
  LifetimeRefusal,
  FitRefusal,
  LifetimeReason,
  LifetimeErrorDetails,
} from "./lifetime/reasons.ts";
export type { PeriodicRate, PeriodicRateKind, RateConversion } from "./lifetime/rates.ts";

// -- Types: what a plan may change
export type { PlanEffect } from "./outlook/effects.ts";
export type { PlanEffectKind, OutlookErrorDetails } from "./outlook/reasons.ts";
export type {
  ValueImpact,
  ImpactOptions,
  ImpactFigure,
  TargetedFigure,
  TargetGap,
  ItemImpact,
} from "./outlook/impact.ts";

// -- Types: reports
export type { ValueFact, AmountFact, ShareFact, CountFact, TextFact, FactBase } from "./reports/facts.ts";
export type {
  ValueDossier,
  ReportedValue,
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

// -- Types: wallet share
export type { WalletInput, Spend, SpendBasis, WalletShare } from "./wallet-share.ts";

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

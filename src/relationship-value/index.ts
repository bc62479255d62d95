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

// -- Views of statements and lines
export { groupView } from "./views/group-view.ts";
export { interestMemo } from "./views/interest-memo.ts";
export { creditViews } from "./views/credit-views.ts";
export { traceFigure } from "./views/trace.ts";
export { compareStatements } from "./views/compare.ts";
export { rankOf } from "./views/rank.ts";

// -- Balances and interest
export { averageDailyBalance } from "./interest/average-daily-balance.ts";
export { netInterestIncome } from "./interest/net-interest-income.ts";
export { netInterestIncomeColumns } from "./interest/columns.ts";
export { transferRate, explainTransferRate } from "./interest/transfer-curve.ts";

// -- Wallet share
export { walletShare, walletRankPrior, equalSplitSpend } from "./wallet-share.ts";

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
  groupItems,
  tracedItems,
  incomeBases,
} from "./items.ts";

// -- Words
export { ITEM_STATUSES, DATA_STATUSES, RATE_DAYS, REFERRED_TREATMENTS, CLEARANCE_GAPS } from "./types.ts";
export { BOOK_ID_CHECKS } from "./book/book.ts";
export { BALANCE_SIDES } from "./interest/net-interest-income.ts";
export { CURVE_INTERPOLATIONS, CURVE_EXTRAPOLATIONS, TRANSFER_RATE_READINGS } from "./interest/transfer-curve.ts";
export { SPEND_BASES, WALLET_STATUSES } from "./wallet-share.ts";
// of views
export { VALUE_FIGURES } from "./views/kept.ts";
export { CHANGE_CAUSES } from "./views/compare.ts";
export { CREDIT_KINDS } from "./views/credit.ts";
export { HOLDING_RELATIONS } from "./views/interest-memo.ts";
export { INVALID_CREDIT_REASONS } from "./views/reasons.ts";

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

// -- Types: a book
export type { BookOptions, BookResult, LineBookResult } from "./book/book.ts";
export type { ValueBook, BookLineAccount } from "./book/handle.ts";
export type { ValueColumns } from "./book/columns.ts";
export type { ValueBookData } from "./book/data.ts";
export type { ClientValueOptions, TopClientsOptions, RankedClient, RankedFigure } from "./book/clients.ts";

// -- Types: views
export type { RelatedCompanies, GroupView, LeftOut } from "./views/group-view.ts";
export type { InterestMemo, InterestShare, HoldingRelation } from "./views/interest-memo.ts";
export type { IncomeCredit, CreditKind } from "./views/credit.ts";
export type { CreditOptions, CreditViews, CreditView, CreditedLine, SharedLine } from "./views/credit-views.ts";
export type { ValueFigure } from "./views/kept.ts";
export type { FigureTrace, TracedLine, ReferredPart } from "./views/trace.ts";
export type { StatementComparison, FigureChange, ChangePart, ChangeCause, ComparedLines } from "./views/compare.ts";
export type { ClientRank, RankOptions } from "./views/rank.ts";
export type {
  ValueTraceFinding,
  ValueTraceFindingDetails,
  ValueViewErrorDetails,
  InvalidCreditReason,
} from "./views/reasons.ts";

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

/**
 * Relationship value (客户关系价值): what a client brings the bank, under three heads and eleven items, from exact income
 * lines; with transfer-priced interest, average balances, wallet share and the roll-up of a whole book.
 *
 * @packageDocumentation
 */
export { relationshipValue } from "./statement/statement.ts";
export { BOOK_ID_CHECKS, valueBook, type BookOptions, type BookResult } from "./book/book.ts";
export { type BookLineAccount, type ValueBook } from "./book/handle.ts";
export {
  bookClients,
  clientValue,
  topClients,
  type ClientValueOptions,
  type RankedClient,
  type RankedFigure,
  type TopClientsOptions,
} from "./book/clients.ts";
export { valueBookData, valueBookFromData, type ValueBookData } from "./book/data.ts";
export { valueBookFromColumns, type ValueColumns } from "./book/columns.ts";
export { mergeValueBooks } from "./book/merge.ts";
export {
  averageDailyBalance,
  type AverageDailyBalance,
  type BalanceHistory,
  type BalanceStretch,
  type DatedBalance,
  type DatedMovement,
} from "./interest/average-daily-balance.ts";
export {
  BALANCE_SIDES,
  netInterestIncome,
  type BalanceSide,
  type InterestPosition,
  type NetInterest,
  type NetInterestOptions,
  type NetInterestResult,
  type NetInterestTotals,
} from "./interest/net-interest-income.ts";
export {
  netInterestIncomeColumns,
  type InterestColumnOptions,
  type InterestColumns,
  type NetInterestColumns,
} from "./interest/columns.ts";
export {
  CURVE_EXTRAPOLATIONS,
  CURVE_INTERPOLATIONS,
  explainTransferRate,
  TRANSFER_RATE_READINGS,
  transferRate,
  type CurveExtrapolation,
  type CurveInterpolation,
  type CurvePoint,
  type TransferPriceCurve,
  type TransferRate,
} from "./interest/transfer-curve.ts";
export { exampleTransferCurve } from "./policies/example-transfer-curve.ts";
export { equalSplitSpend, SPEND_BASES, WALLET_STATUSES, walletRankPrior, walletShare } from "./wallet-share.ts";
export type { Spend, SpendBasis, WalletInput, WalletShare } from "./wallet-share.ts";
export {
  bookedItems,
  directItems,
  headOf,
  incomeBases,
  otherItems,
  relatedItems,
  valueHeads,
  valueItems,
} from "./items.ts";
export { DATA_STATUSES, ITEM_STATUSES, RATE_DAYS, REFERRED_TREATMENTS } from "./types.ts";
export type { RelationshipValueErrorCode } from "./errors.ts";
export type {
  ValueColumnDetails,
  TransferCurveDetails,
  RelationshipValueErrorDetails,
  RelationshipValueIssue,
  RelationshipValueReasons,
} from "./reasons.ts";
export type {
  BasisSplit,
  ConversionFigure,
  DataStatus,
  FigureDetail,
  IncomeLine,
  ItemFigure,
  ItemStatus,
  LineAccount,
  RateDay,
  ReferredTreatment,
  RelatedClientFigure,
  Statement,
  StatementConventions,
  StatementOptions,
  StatementResult,
  ValueConventions,
  ValueFigures,
  ValueGroup,
} from "./types.ts";
export type { BookedItem, DirectItem, IncomeBasis, OtherItem, RelatedItem, ValueHead, ValueItem } from "./items.ts";

/**
 * Relationship value (客户关系价值): what a client brings the bank, under three heads and eleven items, from exact income
 * lines; with transfer-priced interest, average balances, wallet share and the roll-up of a whole book.
 *
 * @packageDocumentation
 */
export { relationshipValue } from "./statement.ts";
export { equalSplitSpend, walletRankPrior, walletShare } from "./wallet-share.ts";
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
export type { RelationshipValueErrorCode } from "./errors.ts";
export type {
  BasisSplit,
  BookedItem,
  ConversionFigure,
  DataStatus,
  DirectItem,
  FigureDetail,
  IncomeBasis,
  IncomeLine,
  ItemFigure,
  ItemStatus,
  LineAccount,
  OtherItem,
  RateDay,
  ReferredTreatment,
  RelatedClientFigure,
  RelatedItem,
  Statement,
  StatementConventions,
  StatementOptions,
  StatementResult,
  ValueConventions,
  ValueFigures,
  ValueGroup,
  ValueHead,
  ValueItem,
} from "./types.ts";

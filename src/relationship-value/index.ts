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

// -- Risk and cost
export { relationshipReturn, statementIncome } from "./risk/relationship-return.ts";
export { riskAdjustedReturn } from "./risk/return.ts";
export { repriceFor } from "./risk/reprice.ts";
export { sensitivity } from "./risk/sensitivity.ts";
export { serviceCost } from "./risk/service-cost.ts";
export { expectedLoss, riskCapital } from "./risk/exposure.ts";
export { transferAddOns } from "./risk/add-ons.ts";
export { levyCharges } from "./risk/levies.ts";

// -- Wallet share
export { walletShare, walletRankPrior, equalSplitSpend } from "./wallet-share.ts";

// -- Policies
export { exampleTransferCurve } from "./policies/example-transfer-curve.ts";
export { exampleMainlandLevies } from "./policies/example-mainland-levies.ts";

// -- Words: risk and cost
export { TRANSFER_ADD_ONS } from "./risk/add-ons.ts";
export { LOSS_TIMES } from "./risk/exposure.ts";
export { LEVIES, TAXED_INCOMES, VAT_PRICES } from "./risk/levies.ts";
export { CAPITAL_BASES, REPRICE_REFUSALS } from "./risk/words.ts";
export { CAPITAL_RETURNS, CAPITAL_FUNDINGS, RETURN_TAXES, LOSS_TAXES, RETURN_FIGURES } from "./risk/return-terms.ts";
export { RELATIONSHIP_LISTS, RELATED_INCOMES } from "./risk/relationship-return.ts";
export { SENSITIVITY_FACTORS } from "./risk/sensitivity.ts";

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
export type { RepriceReason, RiskErrorDetails } from "./risk/reasons.ts";

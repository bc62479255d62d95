/**
 * Exact money (金额): decimal strings on the wire, checked on entry, never a lost or invented cent.
 *
 * @packageDocumentation
 */
export { currencyCodes, currencyExponent, isCurrency, ISO_4217_PUBLISHED } from "./currency.ts";
export { fromMinorUnits, money, moneyFromNumber, toMinorUnits } from "./money.ts";
export { abs, add, compare, equals, isZero, max, min, negate, subtract, sum } from "./arithmetic.ts";
export { divide, multiply, ratio } from "./scaling.ts";
export { allocate } from "./allocate.ts";
export { convert, explainConversion } from "./convert.ts";
export { roundMoney, type RoundMoneyOptions } from "./round-money.ts";
export { formatMoney, MONEY_STYLES, type FormatMoneyOptions, type MoneyStyle } from "./format.ts";
export { simpleInterest, type InterestTerms } from "./interest.ts";
export { minorUnitsColumn, moneyAt, moneyColumn, moneyValues, type MoneyColumn } from "./columns.ts";
export { sumColumn, sumColumnBy, type ColumnSum } from "./sum-columns.ts";
export { rateColumn, simpleInterestColumn, type RateColumn } from "./interest-columns.ts";
export { divideRounded, roundDecimal } from "./rounding.ts";
export type { MoneyErrorCode } from "./errors.ts";
export type { MoneyErrorDetails, MoneyIssue, MoneyReasons } from "./reasons.ts";
export type { Conversion, ExchangeRate, Money, RoundingMode, SameCurrency, UnroundedMoney } from "./types.ts";

/**
 * Exact money (金额): decimal strings on the wire, checked on entry, never a lost or invented cent.
 *
 * The path through it:
 *
 * 1. {@link money} makes an amount from a decimal string and a currency;
 * 2. {@link sum} adds amounts up, {@link multiply} takes a part or a multiple and rounds as you say;
 * 3. {@link allocate} splits an amount into parts that add up to it;
 * 4. {@link convert} changes the currency at a dated rate;
 * 5. {@link formatMoney} writes it for a person to read.
 *
 * @packageDocumentation
 */

// -- Amounts
export { money, moneyFromNumber, fromMinorUnits, toMinorUnits } from "./money.ts";

// -- Arithmetic
export { add, subtract, sum, negate, abs } from "./arithmetic.ts";
export { multiply, divide, ratio } from "./scaling.ts";

// -- Comparison
export { compare, equals, isZero, min, max } from "./arithmetic.ts";

// -- Splitting, converting and interest
export { allocate } from "./allocate.ts";
export { convert, explainConversion } from "./convert.ts";
export { simpleInterest } from "./interest.ts";

// -- Rounding
export { roundMoney } from "./round-money.ts";
export { roundDecimal, divideRounded } from "./rounding.ts";

// -- For a person to read
export { formatMoney } from "./format.ts";

// -- Currencies
export { currencyExponent, isCurrency, currencyCodes } from "./currency.ts";

// -- Columns, for a whole book
export { moneyColumn, minorUnitsColumn } from "./columns.ts";
export { rateColumn } from "./interest-columns.ts";
export { sumColumn, sumColumnBy } from "./sum-columns.ts";
export { simpleInterestColumn } from "./interest-columns.ts";
export { moneyAt, moneyValues } from "./columns.ts";

// -- Words
export { MONEY_STYLES } from "./format.ts";
export { ISO_4217_PUBLISHED } from "./currency.ts";

// -- Types: amounts
export type { Money, SameCurrency, UnroundedMoney, RoundingMode, ExchangeRate, Conversion } from "./types.ts";
export type { InterestTerms } from "./interest.ts";
export type { RoundMoneyOptions } from "./round-money.ts";
export type { FormatMoneyOptions, MoneyStyle } from "./format.ts";

// -- Types: columns
export type { MoneyColumn } from "./columns.ts";
export type { RateColumn } from "./interest-columns.ts";
export type { ColumnSum } from "./sum-columns.ts";

// -- Types: errors
export type { MoneyErrorCode } from "./errors.ts";
export type { MoneyErrorDetails, MoneyIssue, MoneyReasons } from "./reasons.ts";

import { formatDecimal, readDecimal, type DecimalString } from "../../core/index.ts";
import { readText, rowOf, type Reader } from "../../core/inner.ts";
import { roundDecimal, type Money } from "../../money/index.ts";
import { minorOf } from "../../money/inner.ts";
import type { RenderingErrorCode } from "../errors.ts";

/** A decimal that can be written. */
export const decimalText: Reader<DecimalString> = (value, path) => {
  readDecimal(value, path);
  return value;
};

const readMembers = rowOf<Money>({ amount: (text) => text, currency: readText });

/** Money that can be added to other money. */
export const validMoney: Reader<Money> = (value, path) => {
  minorOf(value, path);
  return value;
};

/** Any amount that can be written: all its digits are shown, and none is rounded. */
const readAmount = (amount: Money): Money =>
  readMembers(amount, ["amount"], "rendering/invalid-amount" satisfies RenderingErrorCode);

/**
 * An amount with digits grouped by three and its currency code, the same on every runtime (金额).
 *
 * All digits are shown; nothing is rounded. For language-specific forms, use `formatMoney`.
 *
 * @param amount - money
 * @returns such as `"CNY 1,234,567.80"`; a real minus sign for negative amounts
 * @throws `core/invalid-decimal`
 * @throws `rendering/invalid-amount` for anything but money
 * @example
 * amountText({ amount: "-1234567.80", currency: "CNY" }) // => "CNY −1,234,567.80"
 * @since 0.1.0
 */
export function amountText(amount: Money): string {
  return `${readAmount(amount).currency} ${figureText(amount)}`;
}

/**
 * An amount with digits grouped by three, without the currency, for columns whose header names it.
 *
 * @param amount - money
 * @returns such as `"1,234,567.80"`
 * @throws `core/invalid-decimal`
 * @throws `rendering/invalid-amount` for anything but money
 * @example
 * figureText({ amount: "1234567.80", currency: "CNY" }) // => "1,234,567.80"
 * @since 0.1.0
 */
export function figureText(amount: Money): string {
  return groupedText(formatDecimal(readDecimal(readAmount(amount).amount, "amount")));
}

/** A decimal as it is written, with its digits grouped by three. */
export function groupedText(text: DecimalString): string {
  const [whole = "", fraction] = text.replace("-", "").split(".");
  return `${text.startsWith("-") ? "−" : ""}${groupedDigits(whole)}${fraction === undefined ? "" : `.${fraction}`}`;
}

/** Digits with a comma after each three, from the right. */
export const groupedDigits = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ",");

/**
 * A share as a percentage with one decimal, half-even (百分比).
 *
 * @param share - decimal string, 1 is the whole
 * @returns such as `"25.3%"`
 * @throws `core/invalid-decimal`
 * @example
 * percentText("0.25349") // => "25.3%"
 * percentText("-0.5") // => "−50.0%"
 * @since 0.1.0
 */
export function percentText(share: DecimalString): string {
  const { coefficient, scale } = readDecimal(share, "share");
  const percent = formatDecimal({ coefficient: coefficient * 100n, scale });
  return `${roundDecimal(percent, 1, "half-even").replace("-", "−")}%`;
}

/** Length of a bar: a double is enough, because the text beside it is exact. */
export function lengthOf(amount: Money | null): number {
  if (amount === null) return 0;
  const { coefficient, scale } = readDecimal(amount.amount, "amount");
  return Number(coefficient) / 10 ** scale;
}

import { describeValue, tryDecimal } from "../core/index.ts";
import { coefficientAt, oneOf, optional, readLanguageTag, shapeOf, writeScaled } from "../core/inner.ts";
import { amountOf, exactMinor, exponentOfMoney } from "./amount.ts";
import { moneyError } from "./errors.ts";
import type { Money } from "./types.ts";

/** Every {@link MoneyStyle}, for checks on entry. */
export const MONEY_STYLES = ["plain", "compact"] as const;

/** How long {@link formatMoney} writes an amount: every digit, or shortened to 万, 亿 or K, M, B. */
export type MoneyStyle = (typeof MONEY_STYLES)[number];

/** How {@link formatMoney} writes an amount. */
export interface FormatMoneyOptions {
  /** BCP 47 language tag: `"zh-Hans-CN"`, `"zh-Hant-HK"`, `"en"`. */
  readonly locale: string;
  /** `plain` (the default) writes every digit; `compact` shortens to 万, 亿 or K, M, B with two fraction digits. */
  readonly style?: MoneyStyle;
}

const readOptions = shapeOf<FormatMoneyOptions>({ locale: readLanguageTag, style: optional(oneOf(MONEY_STYLES)) });

/** Fraction digits of the compact form. */
const COMPACT_DIGITS = 2;

/** A formatter costs two hundred times as much to build as to use; the memo is dropped when it grows past this. */
const MAX_FORMATTERS = 256;

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(
  locale: string,
  currency: string,
  notation: "standard" | "compact",
  digits: number,
): Intl.NumberFormat {
  const key = `${locale} ${currency} ${notation}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const options: Intl.NumberFormatOptions & { readonly roundingMode: "halfExpand" } = {
    style: "currency",
    currency,
    notation,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    roundingMode: "halfExpand",
  };
  // Intl would use the host's language instead
  if (Intl.NumberFormat.supportedLocalesOf(locale).length === 0) {
    throw moneyError("money/invalid-format", "options.locale: no data for this language", ["options", "locale"], {
      received: describeValue(locale),
      reason: "not-supported",
    });
  }
  const made = new Intl.NumberFormat(locale, options);
  if (formatters.size >= MAX_FORMATTERS) formatters.clear();
  formatters.set(key, made);
  return made;
}

/** Intl takes a decimal string as an exact value (ES2023); a number would lose the cents beyond 2^53. */
const exactly = (amount: string): number => amount as unknown as number;

/**
 * An amount for a person to read, in the words and signs of a locale.
 *
 * The fraction digits are the currency's own from our ISO 4217 table, always all of them: left to itself, `Intl` drops
 * the cents of 16 currencies (HUF, IDR, PKR and others). The decimal string goes to `Intl` as it is, so amounts beyond
 * 2^53 keep every digit; amounts of more than 18 digits, which the rest of the room refuses, are still shown.
 *
 * Compact form: exactly two fraction digits of the shortened number, ties away from zero (四舍五入); an amount too small
 * to be shortened is written plain. The signs, spaces and shortening steps are the host's locale data (CLDR) and may
 * differ between runtimes; nothing that is computed with or hashed should pass through here.
 *
 * @param m - money
 * @param options - `locale`, and `style` `plain` or `compact`
 * @returns text
 * @throws `money/invalid-format` for an unknown style or option, a locale that is not a language tag, or one the runtime has no
 * data for (`details.reason` `not-supported`), for which `Intl` would use the host's language; the checks of
 * {@link money} except the one for 18 digits
 * @see ECMA-402, Intl.NumberFormat; Unicode CLDR for the words
 * @example
 * formatMoney(money("1234567.5", "CNY"), { locale: "zh-Hans-CN" }) // => "¥1,234,567.50"
 * formatMoney(money("123456789", "CNY"), { locale: "zh-Hans-CN", style: "compact" }) // => "¥1.23亿"
 * formatMoney(money("123456789", "USD"), { locale: "en", style: "compact" }) // => "$123.46M"
 * @since 0.1.0
 */
export function formatMoney(m: Money, options: FormatMoneyOptions): string {
  const exponent = exponentOfMoney(m, ["m"]);
  const { locale, style } = readOptions(options, ["options"], "money/invalid-format");
  const text = amountOf(m);
  const decimal = tryDecimal(text);
  const minor =
    decimal !== null && decimal.scale <= exponent
      ? coefficientAt(exponent, decimal)
      : exactMinor(text, m.currency, exponent, ["m", "amount"]); // always throws: says what is wrong
  const amount = writeScaled(minor, exponent);
  if (style === "compact") {
    const parts = formatter(locale, m.currency, style, COMPACT_DIGITS).formatToParts(exactly(amount));
    if (parts.some(({ type }) => type === "compact")) return parts.map(({ value }) => value).join("");
  }
  return formatter(locale, m.currency, "standard", exponent).format(exactly(amount));
}

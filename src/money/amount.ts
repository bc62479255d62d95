import { describeValue, tryDecimal, type Path } from "../core/index.ts";
import { powerOfTen, writeScaled } from "../core/inner.ts";
import { exponentOrMinus, exponentAt } from "./currency.ts";
import { describeCurrency, kindOf, moneyError } from "./errors.ts";
import type { Money } from "./types.ts";

/**
 * An amount in minor units: a number when it came from at most 15 digits, otherwise a bigint. The two compare exactly with
 * `<` and `>`; sums of two numbers stay safe integers.
 */
export type Minor = number | bigint;

/** Most digits an amount may have, counted in minor units. */
export const MAX_DIGITS = 18;

const LIMIT = 1e18;
const LIMIT_EXACT = 10n ** 18n;

/** Amounts up to this stay plain numbers. */
const PLAIN = 1e15 - 1;

/**
 * Minor units of an amount, NaN when it is invalid or larger than a limit, by default 15 digits; the slow reader then
 * says which. With the limit `Infinity`, an amount beyond 2^53 - 1 gives a number that is not a safe integer.
 *
 * Reads character codes, because a regular expression costs more than the rest of an addition.
 */
export function plainMinor(text: unknown, exponent: number, limit = PLAIN): number {
  if (typeof text !== "string") return Number.NaN;
  const { length } = text;
  const negative = text.charCodeAt(0) === 45;
  let at = negative ? 1 : 0;
  let minor = text.charCodeAt(at) - 48;
  if (!(minor >= 0 && minor <= 9)) return Number.NaN;
  at++;
  if (minor === 0 && at < length && text.charCodeAt(at) !== 46) return Number.NaN;
  let point = 0;
  for (; at < length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9) minor = minor * 10 + digit;
    else if (digit === -2 && point === 0) point = at;
    else return Number.NaN;
  }
  let missing = exponent;
  if (point > 0) {
    const fraction = length - point - 1;
    if (fraction === 0 || fraction > exponent) return Number.NaN;
    missing -= fraction;
  }
  if (missing > 0) minor *= powerOfTen(missing);
  if (minor > limit) return Number.NaN;
  return negative ? 0 - minor : minor;
}

/** Number of characters after the point of what may be a decimal string. */
export function fractionDigits(text: unknown): number {
  if (typeof text !== "string") return 0;
  const point = text.indexOf(".");
  return point < 0 ? 0 : text.length - point - 1;
}

/** Minor units of any amount, or the error that says what is wrong with it; `path` says where the amount is. */
export function exactMinor(text: unknown, currency: string, exponent: number, path: Path): Minor {
  const plain = plainMinor(text, exponent);
  if (!Number.isNaN(plain)) return plain;
  const name = path.join(".");
  const decimal = tryDecimal(text);
  if (decimal === null) {
    throw moneyError("money/invalid-amount", `${name}: not a plain decimal string such as "-1234.56"`, path, {
      received: describeValue(text),
      type: kindOf(text),
    });
  }
  if (decimal.scale > exponent) {
    throw moneyError(
      "money/too-many-fraction-digits",
      `${name}: ${currency} has ${String(exponent)} fraction digits, not ${String(decimal.scale)}`,
      path,
      { received: describeValue(text), currency, fractionDigits: decimal.scale, limit: exponent },
    );
  }
  return boundedMinor(decimal.coefficient * 10n ** BigInt(exponent - decimal.scale), currency, path);
}

/** The same amount, refused when it has more than 18 digits; `path` is `[]` for a result. */
export function boundedMinor(minor: Minor, currency: string, path: Path): Minor {
  if (typeof minor === "number" ? Math.abs(minor) < LIMIT : -LIMIT_EXACT < minor && minor < LIMIT_EXACT) return minor;
  const digits = String(minor).replace("-", "").length;
  throw moneyError(
    "money/amount-too-large",
    `${path.length === 0 ? "result" : path.join(".")}: ${String(digits)} digits in minor units of ${currency}, at most ${String(MAX_DIGITS)}`,
    path,
    { currency, digits, limit: MAX_DIGITS },
  );
}

/** The currency an amount names, undefined where it names none or cannot be read. */
export function currencyOf(m: Money | null | undefined): unknown {
  try {
    return m?.currency;
  } catch {
    return undefined;
  }
}

/** The text of an amount, undefined where it has none or it cannot be read. */
export function amountOf(m: Money | null | undefined): unknown {
  try {
    return m?.amount;
  } catch {
    return undefined;
  }
}

/** Exponent of an amount's currency; `path` says where the amount is. */
export function exponentOfMoney(m: Money, path: Path): number {
  const currency = currencyOf(m);
  const exponent = exponentOrMinus(currency);
  if (exponent >= 0) return exponent;
  if (typeof m !== "object" || (m as Money | null) === null) {
    throw moneyError("money/invalid-amount", `${path.join(".")}: not money, { amount, currency }`, path, {
      received: describeValue(m),
      type: kindOf(m),
    });
  }
  return exponentAt(currency, [...path, "currency"]);
}

/** Minor units of an amount in its own currency, checked. */
export function minorOf(m: Money, path: Path): Minor {
  const exponent = exponentOfMoney(m, path);
  const amount = amountOf(m);
  const plain = plainMinor(amount, exponent);
  return Number.isNaN(plain) ? exactMinor(amount, m.currency, exponent, [...path, "amount"]) : plain;
}

/** Minor units of an amount that must be in a given currency, checked. */
export function minorIn(currency: string, m: Money, path: Path): Minor {
  const exponent = exponentOfMoney(m, path);
  if (m.currency === currency) {
    const amount = amountOf(m);
    const plain = plainMinor(amount, exponent);
    return Number.isNaN(plain) ? exactMinor(amount, currency, exponent, [...path, "amount"]) : plain;
  }
  throw moneyError("money/currency-mismatch", `${path.join(".")}: not in ${currency}`, [...path, "currency"], {
    expected: describeCurrency(currency),
    received: describeCurrency(m.currency),
  });
}

/** Money of a result in minor units, refused when it has more than 18 digits. */
export function moneyOfMinor<C extends string>(minor: Minor, currency: C, exponent: number): Money<C> {
  return { amount: writeScaled(boundedMinor(minor, currency, []), exponent), currency };
}

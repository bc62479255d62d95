import { readInteger, describeValue } from "../core/index.ts";
import { writeScaled } from "../core/inner.ts";
import { boundedMinor, exactMinor, fractionDigits, minorOf, moneyOfMinor, plainMinor } from "./amount.ts";
import { exponentAt } from "./currency.ts";
import { kindOf, moneyError } from "./errors.ts";
import type { Money } from "./types.ts";

/**
 * Money from a decimal string and a currency code, checked and brought to canonical form.
 *
 * Canonical means exactly the currency's fraction digits: `"5"` CNY becomes `"5.00"`, `"-0"` becomes `"0.00"`; every
 * function of this room returns that form and accepts the shorter ones. Nothing is rounded: `"1.005"` CNY is refused;
 * {@link roundMoney} is for amounts with more digits. JSON numbers are refused; {@link moneyFromNumber} is for drivers
 * that deliver them.
 *
 * @param amount - decimal string in major units; no exponent, grouping, plus sign, blanks or leading zeros
 * @param currency - ISO 4217 code, upper case
 * @returns canonical money
 * @throws `money/invalid-amount`, `money/unknown-currency`, `money/too-many-fraction-digits`, `money/amount-too-large`
 * (more than 18 digits in minor units)
 * @see ISO 20022 ActiveCurrencyAndAmount (18 digits); ISO 4217 (fraction digits)
 * @example
 * money("5", "CNY") // => { amount: "5.00", currency: "CNY" }
 * money("-0", "JPY") // => { amount: "0", currency: "JPY" }
 * money("1,234.56", "CNY") // throws money/invalid-amount
 * money("1.005", "CNY") // throws money/too-many-fraction-digits
 * @since 0.1.0
 */
export function money<C extends string>(amount: string, currency: C): Money<C> {
  const exponent = exponentAt(currency, ["currency"]);
  return { amount: writeScaled(exactMinor(amount, currency, exponent, ["amount"]), exponent), currency };
}

/** Largest size in minor units at which every double's shortest decimal is the amount it was made from. */
const MAX_DOUBLE_MINOR = 1e15 - 1;

/**
 * Money from a JavaScript number, for database drivers and spreadsheets that deliver numbers.
 *
 * Reads the number's shortest decimal, the one `String(x)` prints; a number with more fraction digits than the currency
 * is refused, never rounded, so `0.1 + 0.2` does not pass. A double distinguishes 15 decimal digits, not more:
 * `90071992547409.91` prints as `90071992547409.9`; so amounts of 10^15 minor units and above are refused where the
 * currency has fraction digits, and whole numbers above 2^53 - 1 where it has none.
 *
 * @param x - finite number in major units
 * @param currency - ISO 4217 code, upper case
 * @returns canonical money
 * @throws `money/invalid-amount` for NaN, infinities and any value that is not a number; `money/unknown-currency`,
 * `money/too-many-fraction-digits`, `money/amount-too-large` with `details.limit` in minor units
 * @example
 * moneyFromNumber(1234.5, "CNY") // => { amount: "1234.50", currency: "CNY" }
 * moneyFromNumber(0.1 + 0.2, "CNY") // throws money/too-many-fraction-digits
 * moneyFromNumber(Number.NaN, "CNY") // throws money/invalid-amount
 * @since 0.1.0
 */
export function moneyFromNumber<C extends string>(x: number, currency: C): Money<C> {
  const exponent = exponentAt(currency, ["currency"]);
  if (!Number.isFinite(x)) {
    throw moneyError("money/invalid-amount", "x: not a finite number", ["x"], {
      received: describeValue(x),
      type: kindOf(x),
    });
  }
  const text = String(x);
  const [mantissa, tens = 0] = text.split("e");
  const digits = Math.max(0, fractionDigits(mantissa) - Number(tens));
  if (digits > exponent) {
    throw moneyError(
      "money/too-many-fraction-digits",
      `x: ${currency} has ${String(exponent)} fraction digits, not ${String(digits)}`,
      ["x"],
      { received: describeValue(x), currency, fractionDigits: digits, limit: exponent },
    );
  }
  const limit = exponent === 0 ? Number.MAX_SAFE_INTEGER : MAX_DOUBLE_MINOR;
  // not a number for one beyond the limit, nor for what is so large that it prints with an exponent
  const minor = plainMinor(text, exponent, limit);
  if (Number.isNaN(minor)) {
    throw moneyError(
      "money/amount-too-large",
      `x: too large for a number to hold every minor unit of ${currency}`,
      ["x"],
      {
        received: describeValue(x),
        currency,
        limit,
      },
    );
  }
  return { amount: writeScaled(minor, exponent), currency };
}

/**
 * Money from a whole number of minor units (分).
 *
 * @param minor - bigint, or a safe integer
 * @param currency - ISO 4217 code, upper case
 * @returns canonical money
 * @throws `core/invalid-integer` for a number that is not a safe integer; `money/unknown-currency`,
 * `money/amount-too-large`
 * @example
 * fromMinorUnits(123456n, "CNY") // => { amount: "1234.56", currency: "CNY" }
 * fromMinorUnits(-5, "KWD") // => { amount: "-0.005", currency: "KWD" }
 * fromMinorUnits(0.5, "CNY") // throws core/invalid-integer
 * @since 0.1.0
 */
export function fromMinorUnits<C extends string>(minor: bigint | number, currency: C): Money<C> {
  const exponent = exponentAt(currency, ["currency"]);
  const whole = typeof minor === "bigint" ? minor : readInteger(minor, "minor");
  return moneyOfMinor(boundedMinor(whole, currency, ["minor"]), currency, exponent);
}

/**
 * The whole number of minor units (分) of an amount.
 *
 * @param m - money
 * @returns bigint, so that no amount is too large for it
 * @throws the errors of {@link money}
 * @example
 * toMinorUnits({ amount: "1234.56", currency: "CNY" }) // => 123456n
 * toMinorUnits({ amount: "7", currency: "JPY" }) // => 7n
 * @since 0.1.0
 */
export function toMinorUnits(m: Money): bigint {
  return BigInt(minorOf(m, ["m"]));
}

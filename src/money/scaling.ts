import { readInteger, describeValue, tryDecimal, type DecimalString, type ScaledInteger } from "../core/index.ts";
import { divideSafe, powerOfTen, quotientText } from "../core/inner.ts";
import { exponentOfMoney, fractionDigits, minorIn, minorOf, moneyOfMinor, plainMinor } from "./amount.ts";
import { kindOf, moneyError } from "./errors.ts";
import { divideRounded, readRounding } from "./rounding.ts";
import type { Money, RoundingMode, SameCurrency } from "./types.ts";

/** A decimal argument other than money: a factor, a divisor. */
function readFactor(text: unknown, parameter: string): ScaledInteger {
  const decimal = tryDecimal(text);
  if (decimal !== null) return decimal;
  throw moneyError("money/invalid-decimal", `${parameter}: not a plain decimal string such as "0.0325"`, [parameter], {
    received: describeValue(text),
    type: kindOf(text),
  });
}

/**
 * An amount times a decimal factor, rounded once to the currency's minor unit.
 *
 * @param m - money
 * @param factor - decimal string of at most 80 characters; JSON numbers are refused
 * @param rounding - of the exact product
 * @returns canonical money
 * @throws `money/invalid-decimal`, `money/invalid-rounding` and the errors of {@link money}; `money/amount-too-large`
 * for a result of more than 18 digits
 * @example
 * multiply(money("100.10", "CNY"), "0.25", "half-even") // => { amount: "25.02", currency: "CNY" }
 * multiply(money("100.10", "CNY"), "0.25", "half-up") // => { amount: "25.03", currency: "CNY" }
 * multiply(money("1", "CNY"), "1e3", "half-up") // throws money/invalid-decimal
 * @since 0.1.0
 */
export function multiply<C extends string>(m: Money<C>, factor: DecimalString, rounding: RoundingMode): Money<C> {
  readRounding(rounding);
  const exponent = exponentOfMoney(m, ["m"]);
  const minor = minorOf(m, ["m"]);
  const digits = fractionDigits(factor);
  const product = typeof minor === "number" ? minor * plainMinor(factor, digits) : Number.NaN;
  if (digits <= 15 && Number.isSafeInteger(product)) {
    return moneyOfMinor(divideSafe(product, powerOfTen(digits), rounding), m.currency, exponent);
  }
  const { coefficient, scale } = readFactor(factor, "factor");
  return moneyOfMinor(divideRounded(BigInt(minor) * coefficient, 10n ** BigInt(scale), rounding), m.currency, exponent);
}

/**
 * An amount divided by a decimal divisor, rounded once to the currency's minor unit.
 *
 * To split an amount into parts that add up to it, use {@link allocate}.
 *
 * @param m - money
 * @param divisor - decimal string of at most 80 characters, not zero; JSON numbers are refused
 * @param rounding - of the exact quotient
 * @returns canonical money
 * @throws `money/division-by-zero`, `money/invalid-decimal`, `money/invalid-rounding` and the errors of {@link money};
 * `money/amount-too-large` for a result of more than 18 digits
 * @example
 * divide(money("10", "CNY"), "3", "half-even") // => { amount: "3.33", currency: "CNY" }
 * divide(money("10", "CNY"), "0.0", "half-even") // throws money/division-by-zero
 * @since 0.1.0
 */
export function divide<C extends string>(m: Money<C>, divisor: DecimalString, rounding: RoundingMode): Money<C> {
  readRounding(rounding);
  const exponent = exponentOfMoney(m, ["m"]);
  const minor = minorOf(m, ["m"]);
  const { coefficient, scale } = readFactor(divisor, "divisor");
  if (coefficient === 0n) {
    throw moneyError("money/division-by-zero", "divisor: is zero", ["divisor"], { received: describeValue(divisor) });
  }
  return moneyOfMinor(divideRounded(BigInt(minor) * 10n ** BigInt(scale), coefficient, rounding), m.currency, exponent);
}

/**
 * The share one amount is of another (占比), as a plain fraction: 0.25, not 25 percent.
 *
 * Rounded half-even to `digits` fraction digits, all of them written. Null when the whole is zero: a share of nothing
 * is neither 0 nor infinite. Negative when the signs differ, above 1 when the part is the larger.
 *
 * @param part - money
 * @param whole - money of the same currency
 * @param digits - fraction digits, 0 to 40; default 4 (a hundredth of a percent)
 * @returns decimal string, or null
 * @throws `money/currency-mismatch`, `core/invalid-integer` for the digits, and the errors of {@link money}
 * @example
 * ratio(money("1", "CNY"), money("3", "CNY")) // => "0.3333"
 * ratio(money("70", "CNY"), money("100", "CNY"), 2) // => "0.70"
 * ratio(money("1", "CNY"), money("0", "CNY")) // => null
 * @since 0.1.0
 */
export function ratio<C extends string, D extends string = C>(
  part: Money<C>,
  whole: Money<SameCurrency<C, D>>,
  digits = 4,
): DecimalString | null {
  readInteger(digits, "digits", 0, 40);
  const numerator = BigInt(minorOf(part, ["part"]));
  const denominator = BigInt(minorIn(part.currency, whole, ["whole"]));
  if (denominator === 0n) return null;
  return quotientText(numerator, denominator, digits, "half-even");
}

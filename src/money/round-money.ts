import { describeValue, tryDecimal, type DecimalString } from "../core/index.ts";
import { asGiven, coefficientAt, optional, shapeOf } from "../core/inner.ts";
import { moneyOfMinor } from "./amount.ts";
import { exponentAt } from "./currency.ts";
import { kindOf, moneyError } from "./errors.ts";
import { divideRounded, readRounding } from "./rounding.ts";
import type { Money, RoundingMode } from "./types.ts";

/** Options of {@link roundMoney}. */
export interface RoundMoneyOptions {
  /**
   * Smallest step of the result in major units, a positive decimal string with at most the currency's fraction digits:
   * `"0.05"` for cash in Swiss francs, `"1"` for whole units, `"10000"` for 万. Default: the minor unit.
   */
  readonly to?: DecimalString;
}

const readOptions = shapeOf<RoundMoneyOptions>({ to: optional(asGiven) });

/**
 * An exact decimal amount rounded to its currency's minor unit, or to a coarser step (取整).
 *
 * The one place where digits are dropped from an amount; {@link money} refuses them instead.
 *
 * @param amount - decimal string in major units, any number of fraction digits, at most 80 characters
 * @param currency - ISO 4217 code, upper case
 * @param rounding - of the exact amount to a whole number of steps
 * @param options - `to`: the step, by default the minor unit
 * @returns canonical money
 * @throws `money/invalid-amount`, `money/unknown-currency`, `money/invalid-rounding`, `money/amount-too-large`;
 * `money/invalid-step` for a step that is not positive, or is finer than the minor unit, and for an unknown option
 * @example
 * roundMoney("29589.041095890410958904", "CNY", "half-even") // => { amount: "29589.04", currency: "CNY" }
 * roundMoney("7.125", "CHF", "half-up", { to: "0.05" }) // => { amount: "7.15", currency: "CHF" }
 * roundMoney("7.1", "CNY", "half-up", { to: "0.001" }) // throws money/invalid-step
 * @since 0.1.0
 */
export function roundMoney<C extends string>(
  amount: DecimalString,
  currency: C,
  rounding: RoundingMode,
  options: RoundMoneyOptions = {},
): Money<C> {
  readRounding(rounding);
  const exponent = exponentAt(currency, ["currency"]);
  const exact = tryDecimal(amount);
  if (exact === null) {
    throw moneyError("money/invalid-amount", 'amount: not a plain decimal string such as "-1234.5678"', ["amount"], {
      received: describeValue(amount),
      type: kindOf(amount),
    });
  }
  const given = readOptions(options, ["options"], "money/invalid-step").to;
  let step = 1n;
  if (given !== undefined) {
    const to = tryDecimal(given);
    if (to === null || to.coefficient <= 0n || to.scale > exponent) {
      throw moneyError(
        "money/invalid-step",
        `options.to: a positive decimal string with at most ${String(exponent)} fraction digits`,
        ["options", "to"],
        { received: describeValue(given), currency, limit: exponent },
      );
    }
    step = coefficientAt(exponent, to);
  }
  const steps = divideRounded(exact.coefficient * 10n ** BigInt(exponent), step * 10n ** BigInt(exact.scale), rounding);
  return moneyOfMinor(steps * step, currency, exponent);
}

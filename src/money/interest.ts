import { readInteger, describeValue, tryDecimal, type DecimalString } from "../core/index.ts";
import { asGiven, shapeOf } from "../core/inner.ts";
import { exponentOfMoney, minorOf, moneyOfMinor } from "./amount.ts";
import { moneyError } from "./errors.ts";
import { divideRounded, readRounding } from "./rounding.ts";
import type { Money, RoundingMode } from "./types.ts";

/** Rate, time and day-count basis of simple interest. */
export interface InterestTerms {
  /** Yearly rate as a fraction, a decimal string of either sign: `"0.0325"` is 3.25 % a year. */
  readonly rate: DecimalString;
  /** Days the balance was held, a whole number from 0 to 366,000. */
  readonly days: number;
  /** Days of a year in the day count, 1 to 366: 360 for ACT/360, 365 for ACT/365F. */
  readonly basis: number;
}

const readTerms = shapeOf<InterestTerms>({ rate: asGiven, days: asGiven, basis: asGiven });

/** Most days in one accrual, a thousand years; anything above is a mistake in the row. */
export const MAX_INTEREST_DAYS = 366_000;

/**
 * Simple interest on a balance (利息): balance × rate × days ÷ basis, rounded once.
 *
 * The product stays exact until that one rounding; nothing is rounded to a daily rate first.
 * {@link simpleInterestColumn} does the same for a whole book.
 *
 * @param balance - money of either sign
 * @param terms - yearly rate, days, days of the year
 * @param rounding - of the exact interest to the currency's minor unit
 * @returns canonical money
 * @throws `money/invalid-rate`, also for an unknown term; `core/invalid-integer` for days and basis, `money/invalid-rounding` and the checks of
 * {@link money}; `money/amount-too-large`
 * @example
 * simpleInterest(money("3000000", "CNY"), { rate: "0.04", days: 90, basis: 360 }, "half-even").amount // => "30000.00"
 * simpleInterest(money("3000000", "CNY"), { rate: "0.04", days: 90, basis: 365 }, "half-even").amount // => "29589.04"
 * @since 0.1.0
 */
export function simpleInterest<C extends string>(
  balance: Money<C>,
  terms: InterestTerms,
  rounding: RoundingMode,
): Money<C> {
  readRounding(rounding);
  const exponent = exponentOfMoney(balance, ["balance"]);
  const minor = minorOf(balance, ["balance"]);
  readTerms(terms, ["terms"], "money/invalid-rate");
  const rate = tryDecimal(terms.rate);
  if (rate === null) {
    throw moneyError(
      "money/invalid-rate",
      'terms.rate: not a plain decimal string such as "0.0325"',
      ["terms", "rate"],
      {
        received: describeValue(terms.rate),
      },
    );
  }
  const days = readInteger(terms.days, "terms.days", 0, MAX_INTEREST_DAYS);
  const basis = readInteger(terms.basis, "terms.basis", 1, 366);
  return moneyOfMinor(
    divideRounded(BigInt(minor) * rate.coefficient * BigInt(days), 10n ** BigInt(rate.scale) * BigInt(basis), rounding),
    balance.currency,
    exponent,
  );
}

import { describeValue, formatDecimal, toDayNumber, tryDecimal, type ScaledInteger } from "../core/index.ts";
import { asGiven, isFilled, rowOf, writeScaled } from "../core/inner.ts";
import { currencyOf, minorIn, moneyOfMinor, type Minor } from "./amount.ts";
import { exponentAt } from "./currency.ts";
import { moneyError } from "./errors.ts";
import { divideRounded, readRounding } from "./rounding.ts";
import type { Conversion, ExchangeRate, Money, RoundingMode, SameCurrency } from "./types.ts";

/** An exchange rate whose parts have been checked, ready for conversion. */
interface ResolvedRate {
  readonly rate: ScaledInteger;
  readonly fromExponent: number;
  readonly toExponent: number;
}

/** A rate is a row of a table, with columns of its own. */
const readRow = rowOf<ExchangeRate>({ from: asGiven, to: asGiven, rate: asGiven, date: asGiven, source: asGiven });

/** Members by which tables of rates say that a rate is for several units: 100 USD are 712.34 CNY. */
const QUOTED_PER = ["unit", "units", "per", "quantity", "multiplier"];
const ONE: readonly unknown[] = [undefined, null, 1, "1"];

/** The member by which a rate says that it is not for one unit; null when it is. */
export function quotedPer(rate: ExchangeRate): string | null {
  const isSaid = (name: string): boolean => {
    const own = Object.getOwnPropertyDescriptor(rate, name);
    return own !== undefined && !ONE.includes(own.get === undefined ? own.value : NaN);
  };
  return QUOTED_PER.find(isSaid) ?? null;
}

function readRate(rate: ExchangeRate): ResolvedRate {
  readRow(rate, ["rate"], "money/invalid-rate");
  const per = quotedPer(rate);
  if (per !== null) {
    throw moneyError(
      "money/invalid-rate",
      `rate.${per}: a rate for several units; give that of one`,
      ["rate", per],
      {},
    );
  }
  const fromExponent = exponentAt(rate.from, ["rate", "from"]);
  const toExponent = exponentAt(rate.to, ["rate", "to"]);
  const value = tryDecimal(rate.rate);
  if (value === null || value.coefficient <= 0n) {
    throw moneyError("money/invalid-rate", "rate.rate: not a positive decimal string", ["rate", "rate"], {
      received: describeValue(rate.rate),
      ...(typeof (rate.rate as unknown) === "number" ? { type: "number" } : {}),
    });
  }
  if (rate.from === rate.to && value.coefficient !== 10n ** BigInt(value.scale)) {
    throw moneyError("money/invalid-rate", "rate.rate: a currency is worth 1 of itself", ["rate", "rate"], {
      received: describeValue(rate.rate),
      currency: rate.from,
    });
  }
  if (!isFilled(rate.source)) {
    throw moneyError("money/invalid-rate", "rate.source: says who published the rate", ["rate", "source"], {
      received: describeValue(rate.source),
    });
  }
  toDayNumber(rate.date, "rate.date");
  return { rate: value, fromExponent, toExponent };
}

/** Minor units of an amount in `rate.from`; one in `rate.to` is told that the rate leads the other way. */
function minorFrom({ from, to }: ExchangeRate, m: Money): Minor {
  if (from !== to && currencyOf(m) === to) {
    throw moneyError(
      "money/currency-mismatch",
      `m.currency: ${to}, and the rate leads from ${from} to it`,
      ["m", "currency"],
      {
        expected: from,
        received: to,
        inverse: true,
      },
    );
  }
  return minorIn(from, m, ["m"]);
}

/** Minor units of `to` for minor units of `from`: one exact product, one rounding. */
function convertMinor(minor: Minor, { rate, fromExponent, toExponent }: ResolvedRate, rounding: RoundingMode): bigint {
  const shift = toExponent - fromExponent - rate.scale;
  const product = BigInt(minor) * rate.coefficient;
  return shift >= 0 ? product * 10n ** BigInt(shift) : divideRounded(product, 10n ** BigInt(-shift), rounding);
}

/**
 * An amount in another currency at a dated rate (折算), rounded once to the minor unit of the currency received.
 *
 * The rate is multiplied as it is quoted, `from` into `to`; it is never inverted, because the inverse of a rounded rate
 * is a different rate. {@link explainConversion} returns the rate, the rounding and the exact product with the result.
 *
 * @param m - money in `rate.from`
 * @param rate - one unit of `from` is `rate` units of `to`, with its date and its source
 * @param rounding - of the exact product
 * @returns canonical money in `rate.to`
 * @throws `money/currency-mismatch` when `m` is not in `rate.from`, with `inverse` when it is in `rate.to`; `money/invalid-rate` for a rate that is not a
 * positive decimal string, for an empty source, one that says it is for 100 units (`unit`, `per`), for a rate other than 1 from a currency to itself, for a
 * member that is nearly one of a rate's; `core/invalid-date`;
 * `money/unknown-currency`, `money/invalid-rounding` and the errors of {@link money}; `money/amount-too-large`
 * @example
 * const rate = { from: "USD", to: "CNY", rate: "7.1234", date: "2026-03-02", source: "example" } as const;
 * convert(money("100.01", "USD"), rate, "half-even") // => { amount: "712.41", currency: "CNY" }
 * convert(money("100.01", "HKD") as Money, rate, "half-even") // throws money/currency-mismatch
 * @since 0.1.0
 */
export function convert<From extends string, To extends string, D extends string = From>(
  m: Money<SameCurrency<From, D>>,
  rate: ExchangeRate<From, To>,
  rounding: RoundingMode,
): Money<To> {
  readRounding(rounding);
  const checked = readRate(rate);
  return moneyOfMinor(convertMinor(minorFrom(rate, m), checked, rounding), rate.to, checked.toExponent);
}

/**
 * {@link convert} with everything the result rests on: the amount given, the rate with its date and source, the rounding
 * and the exact product before it.
 *
 * @param m - money in `rate.from`
 * @param rate - one unit of `from` is `rate` units of `to`
 * @param rounding - of the exact product
 * @returns both amounts, rate, rounding, exact product
 * @throws as {@link convert}
 * @example
 * const rate = { from: "USD", to: "JPY", rate: "150.255", date: "2026-03-02", source: "example" } as const;
 * const { to, exact } = explainConversion(money("1.50", "USD"), rate, "half-up");
 * to // => { amount: "225", currency: "JPY" }
 * exact // => { unrounded: "225.38250", currency: "JPY" }
 * @since 0.1.0
 */
export function explainConversion<From extends string, To extends string, D extends string = From>(
  m: Money<SameCurrency<From, D>>,
  rate: ExchangeRate<From, To>,
  rounding: RoundingMode,
): Conversion<From, To> {
  readRounding(rounding);
  const checked = readRate(rate);
  const minor = minorFrom(rate, m);
  const unrounded = formatDecimal({
    coefficient: BigInt(minor) * checked.rate.coefficient,
    scale: checked.fromExponent + checked.rate.scale,
  });
  return {
    from: { amount: writeScaled(minor, checked.fromExponent), currency: rate.from },
    to: moneyOfMinor(convertMinor(minor, checked, rounding), rate.to, checked.toExponent),
    rate: { from: rate.from, to: rate.to, rate: rate.rate, date: rate.date, source: rate.source },
    rounding,
    exact: { unrounded, currency: rate.to },
  };
}

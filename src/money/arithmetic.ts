import { describeValue, isDomainError } from "../core/index.ts";
import { writeScaled } from "../core/inner.ts";
import {
  amountOf,
  currencyOf,
  exponentOfMoney,
  minorIn,
  minorOf,
  moneyOfMinor,
  plainMinor,
  type Minor,
} from "./amount.ts";
import { exponentAt, exponentOrMinus } from "./currency.ts";
import { moneyError } from "./errors.ts";
import type { Money, SameCurrency } from "./types.ts";

/**
 * Sum of two amounts of one currency.
 *
 * @param a - money
 * @param b - money of the same currency; a different literal does not compile
 * @returns canonical money
 * @throws `money/currency-mismatch` and the errors of {@link money}; `money/amount-too-large` for a result of more than
 * 18 digits
 * @example
 * add(money("0.10", "CNY"), money("0.20", "CNY")) // => { amount: "0.30", currency: "CNY" }
 * add({ amount: "1", currency: "CNY" } as Money, { amount: "1", currency: "HKD" } as Money) // throws money/currency-mismatch
 * @since 0.1.0
 */
export function add<C extends string, D extends string = C>(a: Money<C>, b: Money<SameCurrency<C, D>>): Money<C> {
  const exponent = exponentOfMoney(a, ["a"]);
  const { currency } = a;
  if (currencyOf(b) === currency) {
    // two numbers below 10^15 cannot leave the safe integers
    const total = plainMinor(amountOf(a), exponent) + plainMinor(amountOf(b), exponent);
    if (!Number.isNaN(total)) return { amount: writeScaled(total, exponent), currency };
  }
  const x = minorIn(currency, a, ["a"]);
  return moneyOfMinor(BigInt(x) + BigInt(minorIn(currency, b, ["b"])), currency, exponent);
}

/**
 * Difference of two amounts of one currency.
 *
 * @param a - money
 * @param b - money of the same currency, taken away from `a`
 * @returns canonical money
 * @throws as {@link add}
 * @example
 * subtract(money("1", "CNY"), money("1.01", "CNY")) // => { amount: "-0.01", currency: "CNY" }
 * @since 0.1.0
 */
export function subtract<C extends string, D extends string = C>(a: Money<C>, b: Money<SameCurrency<C, D>>): Money<C> {
  const exponent = exponentOfMoney(a, ["a"]);
  const { currency } = a;
  if (currencyOf(b) === currency) {
    const difference = plainMinor(amountOf(a), exponent) - plainMinor(amountOf(b), exponent);
    if (!Number.isNaN(difference)) return { amount: writeScaled(difference, exponent), currency };
  }
  const x = minorIn(currency, a, ["a"]);
  return moneyOfMinor(BigInt(x) - BigInt(minorIn(currency, b, ["b"])), currency, exponent);
}

/** Money of a result in the currency of an amount that has been read. */
function moneyLike<C extends string>({ currency }: Money<C>, minor: Minor): Money<C> {
  return moneyOfMinor(minor, currency, exponentOrMinus(currency));
}

/**
 * The amount with the other sign; zero stays `0`.
 *
 * @param m - money
 * @returns canonical money
 * @throws the errors of {@link money}
 * @example
 * negate(money("12.30", "CNY")) // => { amount: "-12.30", currency: "CNY" }
 * negate(money("0", "CNY")).amount // => "0.00"
 * @since 0.1.0
 */
export function negate<C extends string>(m: Money<C>): Money<C> {
  return moneyLike(m, -minorOf(m, ["m"]));
}

/**
 * The amount without its sign.
 *
 * @param m - money
 * @returns canonical money, zero or positive
 * @throws the errors of {@link money}
 * @example
 * abs(money("-12.30", "CNY")) // => { amount: "12.30", currency: "CNY" }
 * @since 0.1.0
 */
export function abs<C extends string>(m: Money<C>): Money<C> {
  const minor = minorOf(m, ["m"]);
  return moneyLike(m, minor < 0 ? -minor : minor);
}

function pair(a: Money, b: Money): [Minor, Minor] {
  const x = minorOf(a, ["a"]);
  return [x, minorIn(a.currency, b, ["b"])];
}

/**
 * The smaller of two amounts of one currency.
 *
 * @param a - money
 * @param b - money of the same currency
 * @returns canonical money
 * @throws as {@link compare}
 * @example
 * min(money("2", "CNY"), money("10", "CNY")) // => { amount: "2.00", currency: "CNY" }
 * @since 0.1.0
 */
export function min<C extends string, D extends string = C>(a: Money<C>, b: Money<SameCurrency<C, D>>): Money<C> {
  const [x, y] = pair(a, b);
  return moneyLike(a, x <= y ? x : y);
}

/**
 * The larger of two amounts of one currency.
 *
 * @param a - money
 * @param b - money of the same currency
 * @returns canonical money
 * @throws as {@link compare}
 * @example
 * max(money("2", "CNY"), money("10", "CNY")) // => { amount: "10.00", currency: "CNY" }
 * @since 0.1.0
 */
export function max<C extends string, D extends string = C>(a: Money<C>, b: Money<SameCurrency<C, D>>): Money<C> {
  const [x, y] = pair(a, b);
  return moneyLike(a, x >= y ? x : y);
}

/**
 * Order of two amounts of one currency; sorts with `amounts.sort(compare)`.
 *
 * @param a - money
 * @param b - money of the same currency
 * @returns -1 when `a` is smaller, 1 when it is larger, otherwise 0
 * @throws `money/currency-mismatch` and the errors of {@link money}
 * @example
 * compare(money("9", "CNY"), money("10", "CNY")) // => -1
 * compare(money("1.5", "CNY"), money("1.50", "CNY")) // => 0
 * @since 0.1.0
 */
export function compare<C extends string, D extends string = C>(a: Money<C>, b: Money<SameCurrency<C, D>>): -1 | 0 | 1 {
  const [x, y] = pair(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

/**
 * Whether two amounts of one currency are the same, however they are written.
 *
 * Amounts of different currencies are refused as everywhere else, not answered with false: `equals(a, b)` is
 * `compare(a, b) === 0`.
 *
 * @param a - money
 * @param b - money of the same currency
 * @returns true when they are equal
 * @throws as {@link compare}
 * @example
 * equals({ amount: "5", currency: "CNY" }, { amount: "5.00", currency: "CNY" }) // => true
 * @since 0.1.0
 */
export function equals<C extends string, D extends string = C>(a: Money<C>, b: Money<SameCurrency<C, D>>): boolean {
  return compare(a, b) === 0;
}

/**
 * Whether an amount is zero.
 *
 * @param m - money
 * @returns true for `0`, `0.00` and `-0`
 * @throws the errors of {@link money}
 * @example
 * isZero(money("-0", "CNY")) // => true
 * @since 0.1.0
 */
export function isZero(m: Money): boolean {
  return minorOf(m, ["m"]) === 0;
}

/** Running totals beyond this move to bigint; up to here, adding one more amount of 15 digits is exact. */
const SPILL = 2 ** 52;

/**
 * Sum of any number of amounts of one currency (合计); zero when there are none.
 *
 * The currency is named, so that an empty book still has one. Exact whatever the order; intermediate totals may exceed
 * the 18 digits allowed in a result.
 *
 * @param currency - ISO 4217 code of every amount and of the result
 * @param amounts - array or any other iterable, read once
 * @returns canonical money
 * @throws `money/currency-mismatch` with the index in the path, `["amounts", 3, "currency"]`, and the errors of
 * {@link money}; `money/invalid-amount` with the path `["amounts"]` when it is not a list; `money/amount-too-large` for
 * a total of more than 18 digits
 * @example
 * sum("CNY", [money("0.10", "CNY"), money("0.20", "CNY")]) // => { amount: "0.30", currency: "CNY" }
 * sum("JPY", []) // => { amount: "0", currency: "JPY" }
 * const rows: Money[] = [{ amount: "1", currency: "CNY" }, { amount: "1", currency: "HKD" }];
 * sum("CNY", rows) // throws money/currency-mismatch
 * @since 0.1.0
 */
export function sum<C extends string, D extends string = C>(
  currency: C,
  amounts: Iterable<Money<SameCurrency<C, D>>>,
): Money<C> {
  const exponent = exponentAt(currency, ["currency"]);
  if (typeof amounts !== "object" || !(Symbol.iterator in ((amounts as object | null) ?? {}))) {
    throw moneyError("money/invalid-amount", "amounts: not a list of money", ["amounts"], {
      received: describeValue(amounts),
    });
  }
  let total = 0;
  let spilt = 0n;
  let index = 0;
  try {
    for (const m of amounts) {
      let minor = currencyOf(m) === currency ? plainMinor(amountOf(m), exponent) : Number.NaN;
      if (Number.isNaN(minor)) {
        spilt += BigInt(minorIn(currency, m, ["amounts", index]));
        minor = 0;
      }
      total += minor;
      if (Math.abs(total) > SPILL) {
        spilt += BigInt(total);
        total = 0;
      }
      index++;
    }
  } catch (e) {
    // an iterator of the caller's, a database cursor, has errors of its own
    if (!Array.isArray(amounts) || isDomainError(e)) throw e;
    throw moneyError("money/invalid-amount", `amounts.${String(index)}: cannot be read`, ["amounts", index], {});
  }
  return moneyOfMinor(spilt === 0n ? total : spilt + BigInt(total), currency, exponent);
}

import type { DecimalString, LocalDate, RoundingMode } from "../core/index.ts";

export type { RoundingMode };

/**
 * An amount of money on the wire and in memory (金额): a plain decimal string and an ISO 4217 code.
 *
 * At most 18 digits counted in the currency's minor unit (ISO 20022 allows 18 digits in all), fraction digits at most
 * the currency's exponent; results always carry exactly that many. The one type parameter is the currency, so that
 * adding `Money<"CNY">` to `Money<"HKD">` does not compile; a row typed `{ amount: string; currency: string }` is a
 * `Money<string>` and is checked at run time.
 */
export interface Money<C extends string = string> {
  /** Plain decimal string in major units: `"1234.56"`. */
  readonly amount: DecimalString;
  /** ISO 4217 alphabetic code, upper case. */
  readonly currency: C;
}

/**
 * The currency an argument `D` must have next to a first argument of currency `C`: known literals must agree at compile
 * time; a plain `string` is left to the run-time check.
 */
export type SameCurrency<C extends string, D extends string> = string extends D ? D : NoInfer<C>;

/** A dated exchange rate (汇率): one unit of `from` is `rate` units of `to`. */
export interface ExchangeRate<From extends string = string, To extends string = string> {
  /** ISO 4217 code of the currency that is given. */
  readonly from: From;
  /** ISO 4217 code of the currency that is received. */
  readonly to: To;
  /** Positive decimal string, units of `to` for one unit of `from`. */
  readonly rate: DecimalString;
  /** Date of the rate. */
  readonly date: LocalDate;
  /** Who published the rate; not empty. */
  readonly source: string;
}

/**
 * An exact amount that has not been rounded to its currency yet; its key differs from {@link Money}'s on purpose, so
 * that it cannot be added to money or booked before a rounding is chosen.
 */
export interface UnroundedMoney<C extends string = string> {
  /** Plain decimal string in major units, any number of fraction digits. */
  readonly unrounded: DecimalString;
  readonly currency: C;
}

/** A conversion with everything it rests on. */
export interface Conversion<From extends string = string, To extends string = string> {
  /** The amount given, canonical. */
  readonly from: Money<From>;
  /** The amount received, rounded once. */
  readonly to: Money<To>;
  /** The rate that was used. */
  readonly rate: ExchangeRate<From, To>;
  /** The rounding that was used. */
  readonly rounding: RoundingMode;
  /** The exact product before rounding. */
  readonly exact: UnroundedMoney<To>;
}

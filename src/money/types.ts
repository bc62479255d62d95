import type { DecimalString, LocalDate } from "../core/index.ts";

/**
 * An amount of money on the wire and in memory: a plain decimal string and an ISO 4217 code.
 *
 * At most 18 significant digits (ISO 20022), fraction digits at most the currency's exponent. The one type parameter is
 * the currency, so that adding `Money<"CNY">` to `Money<"HKD">` does not compile.
 */
export interface Money<C extends string = string> {
  readonly amount: DecimalString;
  readonly currency: C;
}

/** How a result that does not fit is brought to fewer digits; `up` and `down` are away from and towards zero. */
export type RoundingMode = "half-even" | "half-up" | "half-down" | "up" | "down" | "ceiling" | "floor";

/** A dated exchange rate: one unit of `from` is `rate` units of `to`. */
export interface ExchangeRate<From extends string = string, To extends string = string> {
  readonly from: From;
  readonly to: To;
  /** Positive decimal string. */
  readonly rate: DecimalString;
  readonly date: LocalDate;
  /** Who published the rate. */
  readonly source: string;
}

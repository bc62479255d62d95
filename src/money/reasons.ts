import type { IssuesOf, ReadingDetails } from "../core/index.ts";

/** What the errors of this room carry, by code; issues of batches carry the same. */
export interface MoneyErrorDetails {
  /**
   * Something that is not money, a plain decimal string, a finite number, or a list of them.
   *
   * Remedy: give the amount as a plain decimal string such as `"1234.56"` with its currency, as `MoneySchema` describes
   * it, or a number to `moneyFromNumber`.
   */
  "money/invalid-amount": ReadingDetails;
  /**
   * Not an active currency of ISO 4217, or one that has no minor unit.
   *
   * Remedy: use a code that `isCurrency` accepts; `currencyCodes()` lists them all.
   */
  "money/unknown-currency": {
    readonly received: string;
    /** `not-listed` or `no-minor-unit`. */
    readonly reason?: string;
    readonly didYouMean?: string;
  };
  /**
   * An amount in another currency; `inverse` where a rate was given that leads the other way.
   *
   * Remedy: bring all amounts into one currency with `convert` first, at a rate that is quoted from the currency of the
   * amount: a rate is never inverted.
   */
  "money/currency-mismatch": { readonly expected: string; readonly received: string; readonly inverse?: true };
  /** More fraction digits than the currency has: `limit`. Remedy: round the amount with `roundMoney` first. */
  "money/too-many-fraction-digits": {
    readonly received: string;
    readonly currency: string;
    readonly fractionDigits: number;
    readonly limit: number;
  };
  /**
   * A result with more than `limit` digits, or a number too large to hold every minor unit, at most `limit`.
   *
   * Remedy: check the unit of the amounts; work in parts where a sum needs more than 18 digits, and write a large
   * amount as text, not as a number.
   */
  "money/amount-too-large": {
    readonly currency: string;
    readonly limit: number;
    readonly digits?: number;
    readonly received?: string;
  };
  /** Remedy: test for a divisor of 0 before the call; `ratio` of two amounts answers null instead. */
  "money/division-by-zero": { readonly received: string };
  /**
   * A factor or divisor that is not a plain decimal string.
   *
   * Remedy: write the factor or divisor as a plain decimal string such as `"0.0325"`, without percent sign, exponent or
   * separators.
   */
  "money/invalid-decimal": ReadingDetails;
  /**
   * Weights that are not numbers from 0 up, or none of which is above 0.
   *
   * Remedy: pass `allocate` at least one weight, each a number or decimal string from 0 up, and one of them above 0.
   */
  "money/invalid-weights": ReadingDetails;
  /**
   * A rate that is not one, or that says a currency is worth something else than 1 of itself.
   *
   * Remedy: correct the rate at `path`: `ExchangeRateSchema` describes an exchange rate; a yearly rate is a decimal
   * string such as `"0.0325"`, in columns with at most 12 decimal places.
   */
  "money/invalid-rate": ReadingDetails & {
    readonly currency?: string;
    readonly scale?: number;
    readonly limit?: number;
  };
  /** Remedy: pass one of `ROUNDING_MODES` of core as the rounding. */
  "money/invalid-rounding": ReadingDetails;
  /**
   * A step to round to that is not above 0, or has more fraction digits than the currency.
   *
   * Remedy: set `to` in the options of `roundMoney` to an amount above 0, with no more decimal places than the currency
   * has.
   */
  "money/invalid-step": ReadingDetails & { readonly currency?: string; readonly limit?: number };
  /** Remedy: pass `formatMoney` a language tag such as `"en-GB"` as `locale` and one of `MONEY_STYLES` as `style`. */
  "money/invalid-format": ReadingDetails;
  /**
   * Something that is not a column made here, or has another number of rows than it should: `received`, not `expected`.
   *
   * Remedy: pass a column as `moneyColumn`, `minorUnitsColumn` or `rateColumn` made it, with as many rows as the
   * others; a group of `sumColumnBy` is a whole number from 0 to below `count`.
   */
  "money/invalid-column": Omit<ReadingDetails, "received"> & {
    readonly received?: string | number;
    readonly expected?: number;
    readonly limit?: number;
  };
}

/** An error or issue of this room, by code with its details. */
export type MoneyIssue = IssuesOf<MoneyErrorDetails>;

/** Every reason this room gives: its errors and the issues of batches. */
export type MoneyReasons = MoneyIssue;

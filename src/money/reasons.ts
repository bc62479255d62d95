import type { IssuesOf, ReadingDetails } from "../core/index.ts";

/** What the errors of this room carry, by code; issues of batches carry the same. */
export interface MoneyErrorDetails {
  /** Something that is not money, a plain decimal string, a finite number, or a list of them. */
  "money/invalid-amount": ReadingDetails;
  /** Not an active currency of ISO 4217, or one that has no minor unit. */
  "money/unknown-currency": {
    readonly received: string;
    /** `not-listed` or `no-minor-unit`. */
    readonly reason?: string;
    readonly didYouMean?: string;
  };
  "money/currency-mismatch": { readonly expected: string; readonly received: string };
  /** More fraction digits than the currency has: `limit`. */
  "money/too-many-fraction-digits": {
    readonly received: string;
    readonly currency: string;
    readonly fractionDigits: number;
    readonly limit: number;
  };
  /** A result with more than `limit` digits, or a number too large to hold every minor unit, at most `limit`. */
  "money/amount-too-large": {
    readonly currency: string;
    readonly limit: number;
    readonly digits?: number;
    readonly received?: string;
  };
  "money/division-by-zero": { readonly received: string };
  /** A factor or divisor that is not a plain decimal string. */
  "money/invalid-decimal": ReadingDetails;
  /** Weights that are not numbers from 0 up, or none of which is above 0. */
  "money/invalid-weights": ReadingDetails;
  /** A rate that is not one, or that says a currency is worth something else than 1 of itself. */
  "money/invalid-rate": ReadingDetails & {
    readonly currency?: string;
    readonly scale?: number;
    readonly limit?: number;
  };
  "money/invalid-rounding": ReadingDetails;
  /** A step to round to that is not above 0, or has more fraction digits than the currency. */
  "money/invalid-step": ReadingDetails & { readonly currency?: string; readonly limit?: number };
  "money/invalid-format": ReadingDetails;
  /** Something that is not a column made here, or has another number of rows than it should: `received`, not `expected`. */
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

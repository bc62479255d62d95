import type { DateRange } from "../calendar/index.ts";
import type { DecimalString, IssuesOf, LocalDate, ReadingDetails } from "../core/index.ts";
import type { RepriceReason, RiskErrorDetails } from "./risk/reasons.ts";
import type { ValueHead, ValueItem } from "./items.ts";
import type { LifetimeErrorDetails, LifetimeReason } from "./lifetime/reasons.ts";
import type { OutlookErrorDetails } from "./outlook/reasons.ts";
import type { ShareErrorDetails } from "./shares/reasons.ts";
import type { ExtractErrorDetails } from "./extract/reasons.ts";
import type { ClearanceGap, ValueGroup } from "./types.ts";
import type { VolumeErrorDetails } from "./volumes/reasons.ts";
import type { ValueReportErrorDetails } from "./reports/reasons.ts";
import type { ValueTraceFinding, ValueViewErrorDetails } from "./views/reasons.ts";

/** What could not be read; a column of places in a list shows the place, and how many there are. */
export interface ValueColumnDetails extends Omit<ReadingDetails, "received"> {
  readonly received?: string | number;
  readonly limit?: number;
}

/** The curve a transfer price was looked for on. */
export interface TransferCurveDetails {
  readonly curve: string;
  readonly version: string;
}

/** What the errors and issues of this room carry, by code. */
export interface RelationshipValueErrorDetails
  extends
    RiskErrorDetails,
    LifetimeErrorDetails,
    VolumeErrorDetails,
    OutlookErrorDetails,
    ShareErrorDetails,
    ExtractErrorDetails,
    ValueReportErrorDetails,
    ValueViewErrorDetails {
  /** Two rates of one pair of currencies and one day. Remedy: leave one of the two rates out of `rates`. */
  "relationship-value/ambiguous-rate": { readonly from: string; readonly to: string; readonly date: LocalDate };
  /**
   * Two books that cannot be merged or compared: `path` ends with the convention that differs, `a` and `b` are what each
   * has.
   *
   * Remedy: make both books with the same currency, rounding and `rateDay`; to merge them, with the same period, and to
   * compare them, with periods of the same length.
   */
  "relationship-value/books-differ": { readonly a: string | DateRange; readonly b: string | DateRange };
  /** Remedy: remove the client from that list of its own group. */
  "relationship-value/client-in-own-group": { readonly list: keyof ValueGroup };
  /** Remedy: bring the balances into one currency with `convert` of money, or compute each currency by itself. */
  "relationship-value/currency-mismatch": { readonly expected: string; readonly received: string };
  /**
   * An average balance of another period, or another number of days, than the interest is for; `balance` is null when
   * it has none that can be read.
   *
   * Remedy: compute the average with `averageDailyBalance` for the very period the interest is for.
   */
  "relationship-value/days-mismatch": {
    readonly balance: DateRange | number | null;
    readonly interest: DateRange | number;
  };
  /**
   * Two balances of one day.
   *
   * Remedy: keep the balance at the end of the day; several changes on one day belong in `movements`.
   */
  "relationship-value/duplicate-date": { readonly date: LocalDate };
  /** Two lines with one id. Remedy: give the line an id of its own, or remove the copy. */
  "relationship-value/duplicate-line": { readonly id: string };
  /** Remedy: fill in the id at `path`. */
  "relationship-value/empty-id": ReadingDetails;
  /**
   * Remedy: use a word of `incomeBases` for a line and of `SPEND_BASES` for a spend; columns have its place in
   * `incomeBases`, counted from 0.
   */
  "relationship-value/invalid-basis": ValueColumnDetails;
  /**
   * Data of a book that contradict themselves, or that no book can have.
   *
   * Remedy: pass `valueBookFromData` what `valueBookData` returned, unchanged; `ValueBookDataSchema` describes it.
   */
  "relationship-value/invalid-book-data": ValueColumnDetails & {
    /** Rows of the first column. */
    readonly rows?: number;
    readonly clients?: number;
    readonly slots?: number;
    readonly counted?: number;
    /** What `money` says of an amount. */
    readonly code?: string;
  };
  /**
   * Columns of different lengths, or with something in them that no column can hold.
   *
   * Remedy: correct the column at `path`: all have the same number of rows, and each client id is listed once.
   */
  "relationship-value/invalid-columns": ValueColumnDetails & {
    /** Lengths by column. */
    readonly rows?: number;
    readonly amounts?: number;
    readonly balances?: number;
    readonly sides?: number;
    readonly rates?: number;
    readonly transferRates?: number;
    /** An id that occurs twice. */
    readonly client?: string;
  };
  /**
   * Remedy: correct the member at `path`; `TransferPriceCurveSchema` describes a curve, whose `points` go from short to
   * long.
   */
  "relationship-value/invalid-curve": ReadingDetails & Partial<TransferCurveDetails>;
  /** Remedy: use a word of `bookedItems` for a line; columns have its place in that list, counted from 0. */
  "relationship-value/invalid-item": ValueColumnDetails;
  /** Remedy: correct the option or argument at `path`, or the spelling of its name. */
  "relationship-value/invalid-option": ReadingDetails;
  /** Remedy: correct the entry of `rates` at `path`: it has `from`, `to`, a positive `rate`, `date` and `source`. */
  "relationship-value/invalid-rate": ReadingDetails;
  /**
   * Remedy: correct the row at `path`; `IncomeLineSchema` describes an income line, and a position has `id`, `side`,
   * `averageBalance`, `rate` and `transferRate`.
   */
  "relationship-value/invalid-row": ReadingDetails;
  /**
   * A line to be taken out of a book in which its client has no line of that item and basis, or nothing converted at its
   * rate.
   *
   * Remedy: take out lines that are in the book, as they were when it was made, with the `rates` of that time.
   */
  "relationship-value/line-not-in-book": { readonly client: string; readonly item: ValueItem };
  /** Remedy: give what the client pays as an amount of 0 or more. */
  "relationship-value/negative-spend": { readonly received: DecimalString };
  /**
   * No rate leads from the currency of the line to that of the statement; `inverse` where one leads the other way.
   *
   * Remedy: add a rate between the two currencies, in this direction and of that day or earlier, to `rates`; the rate
   * of the other direction is never inverted.
   */
  "relationship-value/no-rate": {
    readonly from: string;
    readonly to: string;
    readonly onOrBefore: LocalDate;
    readonly inverse?: true;
  };
  /**
   * A line, or a balance or movement of one day, that lies outside the period asked for.
   *
   * Remedy: ask for a period that covers the row, or leave the row out.
   */
  "relationship-value/outside-period": {
    readonly line?: DateRange;
    readonly date?: LocalDate;
    readonly asked: DateRange;
  };
  /**
   * A line that lies partly outside the period asked for; nothing is prorated.
   *
   * Remedy: split the line where the period begins or ends, or ask for a period that covers all of it.
   */
  "relationship-value/partial-period": { readonly line: DateRange; readonly asked: DateRange };
  /** Remedy: remove the item from `statedNone`, or correct the item of the lines. */
  "relationship-value/stated-none-but-booked": {
    readonly item: ValueItem;
    readonly head: ValueHead;
    readonly lineCount: number;
  };
  /**
   * A tenor before the first or after the last point of a curve that refuses to extrapolate.
   *
   * Remedy: add a point to the curve, or set its `extrapolation` to `flat`.
   */
  "relationship-value/tenor-outside-curve": TransferCurveDetails & {
    readonly tenorDays: number;
    readonly from?: number | undefined;
    readonly to?: number | undefined;
  };
  /**
   * A product without maturity to which the curve assigns no tenor.
   *
   * Remedy: add the product to `assignedTenors` of the curve, or pass a tenor in days.
   */
  "relationship-value/unassigned-tenor": TransferCurveDetails & { readonly received: string };
  /**
   * A balance history that does not say what the balance was on some days.
   *
   * Remedy: add a balance of the first day of the period or earlier, or give the `opening` balance with `movements`.
   */
  "relationship-value/uncovered-days": {
    readonly covered: number;
    readonly days: number;
    readonly asked: DateRange;
  };
  /**
   * A copy of a book, which has lost its clients.
   *
   * Remedy: pass the book itself as it was made here; to keep or send one, take `valueBookData` of it and restore it
   * with `valueBookFromData`.
   */
  "relationship-value/unknown-book": { readonly clients?: never };
  /**
   * A place beyond the list of clients.
   *
   * Remedy: correct the number, which is a place in `clients` counted from 0, or add the client there.
   */
  "relationship-value/unknown-client": { readonly received: number; readonly limit: number };
}

/** An issue or error of this room, by code with its details. */
export type RelationshipValueIssue = IssuesOf<RelationshipValueErrorDetails>;

/** What a finding about a line carries. */
export interface RelationshipValueFindingDetails {
  /**
   * Advertising or sponsorship of a client who has credit, or whose parent or subsidiary has, without a clearance that
   * shows it is not the price of credit; `borrower` is who has the credit.
   */
  readonly "income-may-be-tied-to-credit": {
    readonly line: string;
    readonly client: string;
    readonly borrower: string;
    readonly item: ValueItem;
    readonly gaps: readonly ClearanceGap[];
    /** Where `line` is not an income line but an advice, and its income expected. */
    readonly advised?: true;
  };
}

/** A finding about a line that counts, by code with its details. */
export type RelationshipValueFinding = IssuesOf<RelationshipValueFindingDetails>;

/** Every reason this room gives: its issues and errors, its findings, and why there is no price or no lifetime value. */
export type RelationshipValueReasons =
  RelationshipValueIssue | RelationshipValueFinding | ValueTraceFinding | RepriceReason | LifetimeReason;

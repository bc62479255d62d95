import type { DateRange } from "../calendar/index.ts";
import type { DecimalString, IssuesOf, LocalDate, ReadingDetails } from "../core/index.ts";
import type { ValueHead, ValueItem } from "./items.ts";
import type { ValueGroup } from "./types.ts";

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
export interface RelationshipValueErrorDetails {
  /** Two rates of one pair of currencies and one day. */
  "relationship-value/ambiguous-rate": { readonly from: string; readonly to: string; readonly date: LocalDate };
  /** Two books that cannot be merged: `path` ends with the convention that differs, `a` and `b` are what each has. */
  "relationship-value/books-differ": { readonly a: string | DateRange; readonly b: string | DateRange };
  "relationship-value/client-in-own-group": { readonly list: keyof ValueGroup };
  "relationship-value/currency-mismatch": { readonly expected: string; readonly received: string };
  /**
   * An average balance of another period, or another number of days, than the interest is for; `balance` is null when it
   * has none that can be read.
   */
  "relationship-value/days-mismatch": {
    readonly balance: DateRange | number | null;
    readonly interest: DateRange | number;
  };
  /** Two balances of one day. */
  "relationship-value/duplicate-date": { readonly date: LocalDate };
  /** Two lines with one id. */
  "relationship-value/duplicate-line": { readonly id: string };
  "relationship-value/empty-id": ReadingDetails;
  "relationship-value/invalid-basis": ValueColumnDetails;
  /** Data of a book that contradict themselves, or that no book can have. */
  "relationship-value/invalid-book-data": ValueColumnDetails & {
    /** Rows of the first column. */
    readonly rows?: number;
    readonly clients?: number;
    readonly slots?: number;
    readonly counted?: number;
    /** What `money` says of an amount. */
    readonly code?: string;
  };
  /** Columns of different lengths, or with something in them that no column can hold. */
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
  "relationship-value/invalid-curve": ReadingDetails & Partial<TransferCurveDetails>;
  "relationship-value/invalid-item": ValueColumnDetails;
  "relationship-value/invalid-option": ReadingDetails;
  "relationship-value/invalid-rate": ReadingDetails;
  "relationship-value/invalid-row": ReadingDetails;
  "relationship-value/negative-spend": { readonly received: DecimalString };
  "relationship-value/no-rate": { readonly from: string; readonly to: string; readonly onOrBefore: LocalDate };
  /** A line, or a balance or movement of one day, that lies outside the period asked for. */
  "relationship-value/outside-period": {
    readonly line?: DateRange;
    readonly date?: LocalDate;
    readonly asked: DateRange;
  };
  /** A line that lies partly outside the period asked for; nothing is prorated. */
  "relationship-value/partial-period": { readonly line: DateRange; readonly asked: DateRange };
  "relationship-value/stated-none-but-booked": {
    readonly item: ValueItem;
    readonly head: ValueHead;
    readonly lineCount: number;
  };
  /** A tenor before the first or after the last point of a curve that refuses to extrapolate. */
  "relationship-value/tenor-outside-curve": TransferCurveDetails & {
    readonly tenorDays: number;
    readonly from?: number | undefined;
    readonly to?: number | undefined;
  };
  /** A product without maturity to which the curve assigns no tenor. */
  "relationship-value/unassigned-tenor": TransferCurveDetails & { readonly received: string };
  /** A balance history that does not say what the balance was on some days. */
  "relationship-value/uncovered-days": {
    readonly covered: number;
    readonly days: number;
    readonly asked: DateRange;
  };
  /** A copy of a book, which has lost its clients. */
  "relationship-value/unknown-book": { readonly clients?: never };
  /** A place beyond the list of clients. */
  "relationship-value/unknown-client": { readonly received: number; readonly limit: number };
}

/** An issue or error of this room, by code with its details. */
export type RelationshipValueIssue = IssuesOf<RelationshipValueErrorDetails>;

/** Every reason this room gives: its issues and errors. */
export type RelationshipValueReasons = RelationshipValueIssue;

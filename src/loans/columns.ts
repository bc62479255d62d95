import type { LoanColumns } from "./types.ts";

/** Row kinds as columns hold them. */
export const INSTALMENT = 0;
/** See {@link INSTALMENT}. */
export const PREPAYMENT = 1;
/** See {@link INSTALMENT}. */
export const SETTLEMENT = 2;

/** Amounts and dates of a schedule, one entry per row. */
export type CashColumns = Pick<LoanColumns, "dates" | "payment" | "principal" | "interest" | "fee" | "balance">;

/** The rows of one loan in columns. */
export interface FilledColumns extends CashColumns {
  readonly count: number;
  readonly kinds: Uint8Array;
}

/** What a payment given leaves for the last instalment, in minor units, and the payment that would have been enough. */
export interface Rest {
  readonly lastInstalment: number;
  readonly enough: number;
}

/**
 * The rows of one loan, the rest that its last instalment takes beside its share, where there is one, and the payment that
 * was enough where the one given ends the loan before its time.
 */
export interface FilledSchedule extends FilledColumns {
  readonly rest: Rest | null;
  readonly early: Pick<Rest, "enough"> | null;
}

/** Number of each row's instalment, or of the last instalment before it. */
export function instalmentNumbers(kinds: Uint8Array): Int32Array {
  let number = 0;
  return Int32Array.from(kinds, (kind) => (kind === INSTALMENT ? ++number : number));
}

/** Empty columns for a number of rows; the amounts share one buffer, because one allocation costs less than five. */
export function emptyColumns(rows: number, dates: Int32Array | null): FilledColumns {
  const { buffer } = new Float64Array(rows * 5);
  const amounts = (i: number): Float64Array => new Float64Array(buffer, rows * 8 * i, rows);
  return {
    count: rows,
    payment: amounts(0),
    principal: amounts(1),
    interest: amounts(2),
    fee: amounts(3),
    balance: amounts(4),
    dates: dates ?? new Int32Array(rows),
    kinds: new Uint8Array(rows),
  };
}

/** The first `count` rows. */
export function cutColumns(columns: FilledColumns, count: number): FilledColumns {
  if (count === columns.count) return columns;
  return {
    count,
    payment: columns.payment.slice(0, count),
    principal: columns.principal.slice(0, count),
    interest: columns.interest.slice(0, count),
    fee: columns.fee.slice(0, count),
    balance: columns.balance.slice(0, count),
    dates: columns.dates.slice(0, count),
    kinds: columns.kinds.slice(0, count),
  };
}

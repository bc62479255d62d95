import { readInteger, fromDayNumber, type Path } from "../core/index.ts";
import { refuseKind } from "../core/inner.ts";
import { sumColumn, type Money } from "../money/index.ts";
import { moneyOfMinor } from "../money/inner.ts";
import { explainInterest } from "./explain.ts";
import { instalmentNumbers, type CashColumns, type FilledSchedule } from "./columns.ts";
import type { ResolvedLoan } from "./resolved-loan.ts";
import {
  LOAN_ROW_KINDS,
  type AmortizationSchedule,
  type LoanCashRow,
  type LoanColumns,
  type LoanFinding,
  type LoanRow,
} from "./types.ts";

/** A row index. */
function readRow(i: number, count: number): number {
  return readInteger(i, "i", 0, count - 1);
}

/**
 * A schedule as `amortize` and `combineSchedules` make it. It holds functions, so that it cannot come from anywhere
 * else; what is not one, such as its rows or the terms it came from, is refused.
 */
export function readSchedule<S extends LoanColumns>(schedule: S, path: Path): S {
  const given = schedule as Partial<LoanColumns> | null | undefined;
  const columns = [given?.dates, given?.payment, given?.principal, given?.interest, given?.fee, given?.balance];
  const isOne = columns.every((column) => ArrayBuffer.isView(column) && column.length === given?.count);
  return isOne ? schedule : refuseKind("loans/invalid-schedule", path, "not a schedule of amortize", schedule);
}

/** Writes a minor-unit amount as money. */
export type AmountWriter<C extends string> = (minor: number) => Money<C>;

/** Writes one row; payments and fees, which stay the same over many rows, have writers of their own. */
export type RowWriter<C extends string, Row> = (
  i: number,
  amount: AmountWriter<C>,
  payment: AmountWriter<C>,
  fee: AmountWriter<C>,
) => Row;

/** Writes amounts of one column; neighbours that are equal share one frozen object. */
function repeatingWriter<C extends string>(amount: AmountWriter<C>): AmountWriter<C> {
  let before = Number.NaN;
  let same: Money<C>;
  return (minor) => {
    if (minor !== before) {
      before = minor;
      same = Object.freeze(amount(minor));
    }
    return same;
  };
}

/** What a schedule writes on demand. */
export function wireForm<C extends string, Row extends LoanCashRow<C>>(
  currency: C,
  digits: number,
  columns: CashColumns,
  writeRow: RowWriter<C, Row>,
): Pick<LoanColumns<C, Row>, "totals" | "row" | "rows"> {
  const count = columns.dates.length;
  const amount: AmountWriter<C> = (minor) => moneyOfMinor(minor, currency, digits);
  const total = (minor: Float64Array): Money<C> => sumColumn({ currency, minor, large: new Map(), issues: [] }).total;
  return {
    totals: () => ({
      payment: total(columns.payment),
      principal: total(columns.principal),
      interest: total(columns.interest),
      fee: total(columns.fee),
    }),
    row: (i) => writeRow(readRow(i, count), amount, amount, amount),
    rows: () => {
      const payment = repeatingWriter(amount);
      const fee = repeatingWriter(amount);
      const rows: Row[] = [];
      for (let i = 0; i < count; i++) rows.push(writeRow(i, amount, payment, fee));
      return rows;
    },
  };
}

/** Index of the rate in force on a day. */
function rateIndexAt({ rateDays }: ResolvedLoan<string>, day: number): number {
  let index = rateDays.length - 1;
  while (index > 0 && rateDays[index]! > day) index--;
  return index;
}

function findingsOf<C extends string>(
  { currency, digits, payment, periods: agreed }: ResolvedLoan<C>,
  { rest, early, count: instalments }: FilledSchedule,
): readonly LoanFinding<C>[] {
  const least = rest ?? early;
  if (least === null || payment === null) return [];
  const amount = (minor: number): Money<C> => moneyOfMinor(minor, currency, digits);
  const paid = { payment: amount(payment), enough: amount(least.enough) };
  return rest === null
    ? [{ code: "repaid-early", details: { ...paid, instalments, agreed } }]
    : [{ code: "last-instalment-larger", details: { ...paid, lastInstalment: amount(rest.lastInstalment) } }];
}

/** The schedule made from filled columns. */
export function scheduleOf<C extends string>(loan: ResolvedLoan<C>, filled: FilledSchedule): AmortizationSchedule<C> {
  const { count, dates, payment, principal, interest, fee, balance, kinds } = filled;
  const { currency, rates } = loan;
  const numbers = loan.prepayments.length > 0 ? instalmentNumbers(kinds) : null;
  const wire = wireForm<C, LoanRow<C>>(currency, loan.digits, filled, (i, amount, amountPaid, amountCharged) => ({
    instalment: numbers === null ? i + 1 : numbers[i]!,
    kind: LOAN_ROW_KINDS[kinds[i]!]!,
    date: fromDayNumber(dates[i]!),
    rate: rates[rateIndexAt(loan, dates[i]! - 1)]!,
    payment: amountPaid(payment[i]!),
    principal: amount(principal[i]!),
    interest: amount(interest[i]!),
    fee: amountCharged(fee[i]!),
    balance: amount(balance[i]!),
  }));
  return {
    method: loan.method,
    accrual: loan.accrual,
    rounding: loan.rounding,
    monthsPerPeriod: loan.monthsPerPeriod,
    regular: loan.regular,
    currency,
    count,
    start: loan.due[0]!,
    proceeds: loan.proceeds,
    dates,
    kinds,
    payment,
    principal,
    interest,
    fee,
    balance,
    findings: findingsOf(loan, filled),
    totals: wire.totals,
    row: wire.row,
    rows: wire.rows,
    explain: (i) => explainInterest(loan, filled, readRow(i, count)),
  };
}

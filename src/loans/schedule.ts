import { checkInteger, type LocalDate } from "../core/index.ts";
import { amountWriter, columnTotal, dateWriter, minorText } from "./text.ts";
import { explainInterest } from "./explain.ts";
import { instalmentNumbers, type CashColumns, type FilledColumns } from "./cash-columns.ts";
import type { LoanPlan } from "./plan.ts";
import type { AmortizationSchedule, LoanAmount, LoanCashRow, LoanColumns, LoanRow, LoanRowKind } from "./types.ts";

const ROW_KINDS: readonly LoanRowKind[] = ["instalment", "prepayment", "settlement"];

/** Head of a schedule: what stands beside its columns. */
export type ColumnsHead<C extends string> = Pick<
  LoanColumns<C>,
  "currency" | "fractionDigits" | "count" | "proceeds" | "start"
>;

/** A row index, checked. */
export function checkRow(i: number, count: number): number {
  return checkInteger(i, "i", 0, count - 1);
}

/** Writes a minor-unit amount as money. */
export type AmountWriter<C extends string> = (minor: number) => LoanAmount<C>;

/** Writes one row; dates, payments and fees have writers that remember the row before. */
export type RowWriter<C extends string, Row> = (
  i: number,
  date: (day: number) => LocalDate,
  amount: AmountWriter<C>,
  payment: AmountWriter<C>,
  fee: AmountWriter<C>,
) => Row;

/** What a schedule writes on demand. */
export function wireForm<C extends string, Row extends LoanCashRow<C>>(
  head: ColumnsHead<C>,
  columns: CashColumns,
  writeRow: RowWriter<C, Row>,
): Pick<LoanColumns<C, Row>, "totals" | "row" | "rows"> {
  const { currency, fractionDigits, count } = head;
  const amount: AmountWriter<C> = (minor) => ({ amount: minorText(minor, fractionDigits), currency });
  const total = (column: Float64Array): LoanAmount<C> => columnTotal(column, currency, fractionDigits);
  return {
    totals: () => ({
      payment: total(columns.payment),
      principal: total(columns.principal),
      interest: total(columns.interest),
      fee: total(columns.fee),
    }),
    row: (i) => writeRow(checkRow(i, count), dateWriter(), amount, amount, amount),
    rows: () => {
      const payment = amountWriter(currency, fractionDigits);
      const fee = amountWriter(currency, fractionDigits);
      const date = dateWriter();
      const rows: Row[] = [];
      for (let i = 0; i < count; i++) rows.push(writeRow(i, date, amount, payment, fee));
      return rows;
    },
  };
}

/** Index of the rate in force on a day. */
export function rateIndexAt(plan: Pick<LoanPlan<string>, "rateDays">, day: number): number {
  let index = plan.rateDays.length - 1;
  while (index > 0 && plan.rateDays[index]! > day) index--;
  return index;
}

/** The schedule of filled columns. */
export function scheduleOf<C extends string>(plan: LoanPlan<C>, filled: FilledColumns): AmortizationSchedule<C> {
  const { count, dates, payment, principal, interest, fee, balance, kinds } = filled;
  const { currency, fractionDigits, proceeds, rates } = plan;
  const start = plan.due[0]!;
  const numbers = plan.prepayments.length > 0 ? instalmentNumbers(kinds) : null;
  const wire = wireForm<C, LoanRow<C>>(
    { currency, fractionDigits, count, proceeds, start },
    filled,
    (i, dateOf, amount, amountPaid, amountCharged) => ({
      instalment: numbers === null ? i + 1 : numbers[i]!,
      kind: ROW_KINDS[kinds[i]!]!,
      date: dateOf(dates[i]!),
      rate: rates[rateIndexAt(plan, dates[i]! - 1)]!,
      payment: amountPaid(payment[i]!),
      principal: amount(principal[i]!),
      interest: amount(interest[i]!),
      fee: amountCharged(fee[i]!),
      balance: amount(balance[i]!),
    }),
  );
  return {
    method: plan.method,
    accrual: plan.accrual,
    rounding: plan.rounding,
    monthsPerPeriod: plan.monthsPerPeriod,
    regular: plan.regular,
    currency,
    fractionDigits,
    count,
    start,
    proceeds,
    dates,
    kinds,
    payment,
    principal,
    interest,
    fee,
    balance,
    totals: wire.totals,
    row: wire.row,
    rows: wire.rows,
    explain: (i) => explainInterest(plan, filled, checkRow(i, count)),
  };
}

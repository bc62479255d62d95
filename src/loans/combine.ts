import { describeValue, fromDayNumber, type Path } from "../core/index.ts";
import { currencyExponent } from "../money/index.ts";
import { readList } from "../core/inner.ts";
import { refuse } from "./errors.ts";
import type { CashColumns } from "./columns.ts";
import { readSchedule, wireForm } from "./schedule.ts";
import type { LoanCashRow, LoanColumns } from "./types.ts";

/** What several loans of one client cost together, date by date. */
export type CombinedSchedule<C extends string = string> = LoanColumns<C>;

/** Columns of several schedules, rows of one date summed. */
function combineColumns(schedules: readonly LoanColumns[]): CashColumns {
  const days = new Set<number>();
  for (const { dates } of schedules) for (const day of dates) days.add(day);
  const dates = Int32Array.from(days).sort();
  const rows = dates.length;
  const payment = new Float64Array(rows);
  const principal = new Float64Array(rows);
  const interest = new Float64Array(rows);
  const fee = new Float64Array(rows);
  const balance = new Float64Array(rows);
  for (const schedule of schedules) {
    // before its first row a loan owes all its principal
    let left = schedule.principal.reduce((sum, repaid) => sum + repaid, 0);
    let at = 0;
    for (let row = 0; row < rows; row++) {
      for (; at < schedule.count && schedule.dates[at] === dates[row]; at++) {
        payment[row]! += schedule.payment[at]!;
        principal[row]! += schedule.principal[at]!;
        interest[row]! += schedule.interest[at]!;
        fee[row]! += schedule.fee[at]!;
        left = schedule.balance[at]!;
      }
      balance[row]! += left;
    }
  }
  return { dates, payment, principal, interest, fee, balance };
}

/** Throws `loans/not-combinable`. */
function refuseSchedules(path: Path, range: string, received: unknown): never {
  return refuse("loans/not-combinable", path, range, { received: describeValue(received) });
}

/**
 * Several loans drawn on one day as one schedule (组合贷款), such as a provident-fund loan and a commercial one.
 *
 * Rows of one date become one row, whose amounts are the sums; the balance of a date is what all the loans together
 * still owe after it. Combining is associative and does not depend on order: a combined schedule can be combined again.
 *
 * @param schedules - at least one, of one currency and one start
 * @returns columns, with `row(i)`, `rows()` and `totals()` in wire form
 * @throws `loans/not-combinable` when it is not a list, or an empty one, or schedules differ in currency or start
 * @throws `loans/invalid-schedule` for an entry that is not a schedule
 * @see 住房公积金个人住房贷款与商业性个人住房贷款组合; library convention for merging dates
 * @example
 * const shared = {
 *   method: "level-payment", periods: 360, start: "2026-01-20", interest: "monthly", rounding: "half-up",
 * } as const;
 * const fund = amortize({ ...shared, principal: { amount: "800000", currency: "CNY" }, rate: "0.026" });
 * const bank = amortize({ ...shared, principal: { amount: "1000000", currency: "CNY" }, rate: "0.049" });
 * combineSchedules([fund, bank]).row(0).payment // => { amount: "8509.99", currency: "CNY" }
 * combineSchedules([]) // throws loans/not-combinable
 * @since 0.1.0
 */
export function combineSchedules<C extends string>(schedules: readonly LoanColumns<C>[]): CombinedSchedule<C> {
  const [first] = readList(schedules, ["schedules"], "loans/not-combinable");
  if (first === undefined) return refuseSchedules(["schedules"], "at least one schedule", schedules);
  const { currency, start } = readSchedule(first, ["schedules", 0]);
  for (const [i, schedule] of schedules.entries()) {
    readSchedule(schedule, ["schedules", i]);
    if (schedule.currency !== currency) {
      refuseSchedules(["schedules", i, "currency"], `the currency of the first, ${currency}`, schedule.currency);
    }
    if (schedule.start !== start) refuseSchedules(["schedules", i, "start"], "the start of the first", schedule.start);
  }
  const columns = combineColumns(schedules);
  const proceeds = schedules.reduce((sum, schedule) => sum + schedule.proceeds, 0);
  const { dates, payment, principal, interest, fee, balance } = columns;
  const wire = wireForm<C, LoanCashRow<C>>(
    currency,
    currencyExponent(currency),
    columns,
    (i, amount, amountPaid, amountCharged) => ({
      date: fromDayNumber(dates[i]!),
      payment: amountPaid(payment[i]!),
      principal: amount(principal[i]!),
      interest: amount(interest[i]!),
      fee: amountCharged(fee[i]!),
      balance: amount(balance[i]!),
    }),
  );
  return { currency, count: dates.length, start, proceeds, dates, payment, principal, interest, fee, balance, ...wire };
}

import { combineColumns } from "./combine-columns.ts";
import { wireForm } from "./schedule.ts";
import { refuseTerm } from "./reading.ts";
import type { LoanCashRow, LoanColumns } from "./types.ts";

/** What several loans of one client cost together, date by date. */
export type CombinedSchedule<C extends string = string> = LoanColumns<C>;

/**
 * Several loans drawn on one day as one schedule (组合贷款): a provident-fund loan and a commercial one, say.
 *
 * Rows of one date become one row, whose amounts are the sums; the balance of a date is what all the loans together
 * still owe after it. Combining is associative and does not depend on order: a combined schedule can be combined again.
 *
 * @param schedules - at least one, of one currency and one start
 * @returns columns, with `row(i)`, `rows()` and `totals()` in wire form
 * @throws `time-value/out-of-domain` for an empty list, or schedules of different currencies, fraction digits or starts
 * @see 住房公积金个人住房贷款与商业性个人住房贷款组合; library convention for the merging of dates
 * @example
 * const shared = {
 *   fractionDigits: 2, method: "level-payment", periods: 360, start: "2026-01-20", interest: "monthly", rounding: "half-up",
 * } as const;
 * const fund = amortize({ ...shared, principal: { amount: "800000", currency: "CNY" }, rate: "0.026" });
 * const bank = amortize({ ...shared, principal: { amount: "1000000", currency: "CNY" }, rate: "0.049" });
 * combineSchedules([fund, bank]).row(0).payment // => { amount: "8509.99", currency: "CNY" }
 * combineSchedules([]) // throws time-value/out-of-domain
 * @since 0.1.0
 */
export function combineSchedules<C extends string>(schedules: readonly LoanColumns<C>[]): CombinedSchedule<C> {
  const [first] = schedules;
  if (first === undefined) return refuseTerm(["schedules"], "at least one schedule", schedules);
  const { currency, fractionDigits, start } = first;
  for (const [i, schedule] of schedules.entries()) {
    if (schedule.currency !== currency) {
      refuseTerm(["schedules", i, "currency"], `the currency of the first, ${currency}`, schedule.currency);
    }
    if (schedule.fractionDigits !== fractionDigits) {
      refuseTerm(["schedules", i, "fractionDigits"], "those of the first", schedule.fractionDigits);
    }
    if (schedule.start !== start) refuseTerm(["schedules", i, "start"], "the start of the first", schedule.start);
  }
  const columns = combineColumns(schedules);
  const proceeds = schedules.reduce((sum, schedule) => sum + schedule.proceeds, 0);
  const head = { currency, fractionDigits, count: columns.dates.length, start, proceeds };
  const { dates, payment, principal, interest, fee, balance } = columns;
  const wire = wireForm<C, LoanCashRow<C>>(head, columns, (i, dateOf, amount, amountPaid, amountCharged) => ({
    date: dateOf(dates[i] ?? 0),
    payment: amountPaid(payment[i] ?? 0),
    principal: amount(principal[i] ?? 0),
    interest: amount(interest[i] ?? 0),
    fee: amountCharged(fee[i] ?? 0),
    balance: amount(balance[i] ?? 0),
  }));
  return { ...head, dates, payment, principal, interest, fee, balance, ...wire };
}

import type { CashColumns } from "./cash-columns.ts";
import type { LoanColumns } from "./types.ts";

/** Columns of several schedules, rows of one date summed. */
export function combineColumns(schedules: readonly LoanColumns[]): CashColumns {
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

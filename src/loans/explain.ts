import { fromDayNumber } from "../core/index.ts";
import type { Money } from "../money/index.ts";
import { moneyOfMinor } from "../money/inner.ts";
import { INSTALMENT, instalmentNumbers, PREPAYMENT, type FilledColumns } from "./columns.ts";
import { fractionText } from "./interest.ts";
import { weightOf, type ResolvedLoan } from "./resolved-loan.ts";
import type { InterestExplanation, InterestSegment } from "./types.ts";

/** Index of the first row after the instalment before row `i`: the repayments inside the row's period. */
function firstInPeriod(rows: FilledColumns, i: number): number {
  let first = i;
  while (first > 0 && rows.kinds[first - 1] !== INSTALMENT) first--;
  return first;
}

/** The interest of a row, traced back to the days, balances and rates it came from. */
export function explainInterest<C extends string>(
  loan: ResolvedLoan<C>,
  rows: FilledColumns,
  i: number,
): InterestExplanation<C> {
  const money = (minor: number): Money<C> => moneyOfMinor(minor, loan.currency, loan.digits);
  const number = instalmentNumbers(rows.kinds)[i]!;
  const isPrepayment = rows.kinds[i] === PREPAYMENT;
  const period = rows.kinds[i] === INSTALMENT ? number : number + 1;
  const from = loan.due[period - 1]!;
  const length = loan.due[period]! - from;
  const end = rows.dates[i]!;
  const first = firstInPeriod(rows, i);

  const segments: InterestSegment<C>[] = [];
  let exact = 0n;
  let since = from;
  let balance = first === 0 ? loan.principal : rows.balance[first - 1]!;
  const close = (to: number, rate: number): void => {
    if (to <= since) return;
    exact += BigInt(balance) * BigInt(loan.factors[rate]!) * BigInt(to - since);
    segments.push({
      code: "interest-accrued",
      from: fromDayNumber(since),
      to: fromDayNumber(to),
      days: to - since,
      balance: money(balance),
      rate: loan.rates[rate]!,
    });
    since = to;
  };
  if (!isPrepayment) {
    let row = first;
    for (let rate = 0; rate < loan.rateDays.length; rate++) {
      const until = Math.min(end, loan.rateDays[rate + 1] ?? end);
      for (; row < i && rows.dates[row]! < until; row++) {
        close(rows.dates[row]!, rate);
        balance = rows.balance[row]!;
      }
      close(until, rate);
    }
  }
  const weight = BigInt(weightOf(loan, period));
  return {
    segments,
    yearShare: fractionText(weight, BigInt(loan.yearUnits)),
    exactMinorUnits: fractionText(exact * weight, BigInt(loan.divisor) * BigInt(length)),
    rounding: loan.rounding,
    interest: money(rows.interest[i]!),
  };
}

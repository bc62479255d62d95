import { fromDayNumber } from "../core/index.ts";
import { minorText } from "./text.ts";
import { fractionText } from "./interest.ts";
import { weightOf, type LoanPlan } from "./plan.ts";
import { instalmentNumbers, type FilledColumns } from "./cash-columns.ts";
import type { InterestExplanation, InterestSegment, LoanAmount } from "./types.ts";

/** Index of the first row after the instalment before row `i`: the repayments inside the row's period. */
function firstInPeriod(rows: FilledColumns, i: number): number {
  let first = i;
  while (first > 0 && rows.kinds[first - 1] !== 0) first--;
  return first;
}

/** The interest of a row, traced back to the days, balances and rates it came from. */
export function explainInterest<C extends string>(
  plan: LoanPlan<C>,
  rows: FilledColumns,
  i: number,
): InterestExplanation<C> {
  const money = (minor: number): LoanAmount<C> => ({
    amount: minorText(minor, plan.fractionDigits),
    currency: plan.currency,
  });
  const number = instalmentNumbers(rows.kinds)[i]!;
  const isPrepayment = rows.kinds[i] === 1;
  const period = rows.kinds[i] === 0 ? number : number + 1;
  const from = plan.due[period - 1]!;
  const length = plan.due[period]! - from;
  const end = rows.dates[i]!;
  const first = firstInPeriod(rows, i);

  const segments: InterestSegment<C>[] = [];
  let exact = 0n;
  let since = from;
  let balance = first === 0 ? plan.principal : rows.balance[first - 1]!;
  const close = (to: number, rate: number): void => {
    if (to <= since) return;
    exact += BigInt(balance) * BigInt(plan.factors[rate]!) * BigInt(to - since);
    segments.push({
      from: fromDayNumber(since),
      to: fromDayNumber(to),
      days: to - since,
      balance: money(balance),
      rate: plan.rates[rate]!,
    });
    since = to;
  };
  if (!isPrepayment) {
    let row = first;
    for (let rate = 0; rate < plan.rateDays.length; rate++) {
      const until = Math.min(end, plan.rateDays[rate + 1] ?? end);
      for (; row < i && rows.dates[row]! < until; row++) {
        close(rows.dates[row]!, rate);
        balance = rows.balance[row]!;
      }
      close(until, rate);
    }
  }
  const weight = BigInt(weightOf(plan, period));
  return {
    segments,
    yearShare: fractionText(weight, BigInt(plan.yearUnits)),
    exactMinorUnits: fractionText(exact * weight, BigInt(plan.divisor) * BigInt(length)),
    rounding: plan.rounding,
    interest: money(rows.interest[i]!),
  };
}

import { fillSchedule } from "./fill.ts";
import { resolveLoan } from "./resolve.ts";
import { scheduleOf } from "./schedule.ts";
import type { LoanTerms } from "./terms.ts";
import type { AmortizationSchedule } from "./types.ts";

/**
 * The exact repayment schedule of a loan (还款计划表), in columns of the currency's minor units.
 *
 * Interest of a row is balance × annual rate × share of the year, exact until its one rounding to the minor unit;
 * `interest` determines the share ({@link LoanInterest}). A change of rate, or a repayment, inside a period splits that
 * period's interest by actual days and the parts are rounded together, so that a repricing at the same rate changes
 * nothing. A level payment is rounded once, when it is set: at the first instalment, and at the first instalment after
 * a change of rate or a prepayment that keeps the term. It is the amount that repays the loan over the instalments left
 * at the rate then in force, with the actual shares of the year of their periods. An equal share of principal is the
 * balance divided by the number of instalments left, rounded once. The last instalment repays what is left, so the
 * principal column adds up to the principal exactly and the remainder of all roundings is in the last payment.
 *
 * Where the payment is given, the last instalment takes what the others leave. A rest of another whole payment is refused,
 * unless it is asked for, and a smaller one, beyond roundings of the payment, is in `findings`.
 *
 * The schedule ends with the row that brings the balance to zero, which is before the last planned one after a
 * prepayment that keeps the payment. The principal of a row is below zero where interest is added to the balance: in a
 * grace period that pays nothing, and in a long period whose interest exceeds the level payment.
 *
 * A prepayment repays principal only; the interest it bore until then is due with the next instalment. A prepayment
 * that settles the loan pays that interest too. Due dates keep their day of the month and fall on the last day of a
 * shorter month; they are not moved off holidays.
 *
 * @param terms - the loan; omitted members have their stated defaults
 * @returns columns, with `row(i)`, `rows()` and `totals()` in wire form and `explain(i)` for the interest of a row
 * @throws `loans/invalid-terms` with the path of the term that is wrong; `core/invalid-date`, `core/invalid-integer`
 * @throws `money/invalid-amount`, `money/too-many-fraction-digits`, `money/unknown-currency`; `money/currency-mismatch`
 * for an amount in a currency other than the principal's
 * @throws `loans/payment-too-small` when the payment given is below the first interest it has to cover, or leaves twice
 * itself or more for the last instalment and `lastInstalment` does not ask for that
 * @throws `loans/prepayment-too-large` when a prepayment exceeds the balance on its day
 * @throws `loans/amount-too-large` when an amount, given or reached by the schedule, exceeds 2^52 - 1 minor units;
 * `money/amount-too-large` when an amount given has more than 18 digits
 * @see 等额本息, 等额本金: month k pays P/n + (P - (k-1)P/n)·r; library convention for repricing, prepayment and remainders
 * @example
 * const loan = amortize({
 *   principal: { amount: "1249000", currency: "CNY" }, method: "level-payment", periods: 360,
 *   start: "2026-01-20", rate: "0.0588", interest: "monthly", rounding: "half-up",
 * });
 * loan.row(0).payment // => { amount: "7392.30", currency: "CNY" }
 * loan.row(0).interest // => { amount: "6120.10", currency: "CNY" }
 * loan.row(359).payment // => { amount: "7390.72", currency: "CNY" }
 * loan.totals().interest // => { amount: "1412226.42", currency: "CNY" }
 * @since 0.1.0
 */
export function amortize<C extends string>(terms: LoanTerms<C>): AmortizationSchedule<C> {
  const loan = resolveLoan(terms);
  return scheduleOf(loan, fillSchedule(loan));
}

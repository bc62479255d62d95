import { fromDayNumber } from "../core/index.ts";
import { applyChanges, exactInterest, nextChange, splitInterest, type Accrued, type Progress } from "./changes.ts";
import { cutColumns, emptyColumns, INSTALMENT, type FilledSchedule, type Rest } from "./columns.ts";
import { refuse, refuseTerm } from "./errors.ts";
import { dividerOf, roundedInterest } from "./interest.ts";
import { levelPayment, type Debt } from "./level-payment.ts";
import { MAX_MINOR, refuseSize } from "./reading.ts";
import { weightOf, type ResolvedLoan } from "./resolved-loan.ts";

/** Number of the instalment that repays what is left after instalment `k` when the payment stays the same. */
function lastWithPayment(loan: ResolvedLoan<string>, progress: Progress, k: number, left: number): number {
  const { last, regular, rate } = progress;
  if (loan.principalRule === "equal-share") {
    return regular > 0 ? Math.min(last, k + Math.ceil(left / regular)) : last;
  }
  const divider = dividerOf(loan.divisor, loan.rounding);
  let j = k;
  let rest = left;
  while (rest > 0 && j < last) {
    j++;
    rest -= regular - roundedInterest(rest, loan.factors[rate]!, weightOf(loan, j), divider);
  }
  return j;
}

/** The debt on the due date of instalment `k`. */
function debtOf(loan: ResolvedLoan<string>, { balance, rate }: Progress, k: number, split: Accrued | null): Debt {
  if (split !== null) return { balance, ...exactInterest(loan, split, k) };
  const numerator = BigInt(balance) * BigInt(loan.factors[rate]!) * BigInt(weightOf(loan, k));
  return { balance, numerator, denominator: BigInt(loan.divisor) };
}

/** Sets what the coming instalments pay, when a change requires it. */
function setRegular(
  loan: ResolvedLoan<string>,
  progress: Progress,
  k: number,
  earned: number,
  split: Accrued | null,
): void {
  const { balance, newPayment, newTerm } = progress;
  progress.newPayment = progress.newTerm = false;
  if (loan.principalRule === "equal-share") {
    if (newPayment) progress.regular = roundedInterest(balance, 1, 1, dividerOf(progress.last - k + 1, loan.rounding));
    if (newTerm) {
      progress.last = lastWithPayment(loan, progress, k, balance - Math.min(balance, progress.regular));
    }
    return;
  }
  if (newTerm) {
    progress.last = lastWithPayment(loan, progress, k, balance - Math.min(balance, progress.regular - earned));
  }
  if (newPayment) {
    const over = loan.method === "balloon" ? loan.over : progress.last;
    const { factors } = loan;
    const balloon = Math.min(loan.balloon, balance);
    progress.regular = levelPayment(loan, k, over, factors[progress.rate]!, debtOf(loan, progress, k, split), balloon);
  }
}

/** Throws `loans/payment-too-small`. */
function refusePayment(minorUnits: number, interest: number): never {
  const range = "at least the interest of the first instalment after the grace period";
  return refuse("loans/payment-too-small", ["terms", "payment"], range, { minorUnits, interest });
}

/**
 * What a payment leaves for the last instalment beside its share; null where it is enough except for roundings, and where
 * such an instalment was asked for. A rest that another instalment would be paid from is refused.
 */
function restOf(loan: ResolvedLoan<string>, payment: number, lastInstalment: number, enough: number): Rest | null {
  // a payment rounded the other way, or to the nearest, is within one minor unit
  if (loan.takesRest || lastInstalment <= payment + 1 || payment >= enough - 1) return null;
  if (lastInstalment >= 2 * payment) {
    const range = "leaves twice as much for the last instalment, which terms.lastInstalment did not ask for";
    return refuse("loans/payment-too-small", ["terms", "payment"], range, {
      minorUnits: payment,
      lastInstalment,
      enough,
    });
  }
  return { lastInstalment, enough };
}

/** The rows of a loan, in columns. */
export function fillSchedule(loan: ResolvedLoan<string>): FilledSchedule {
  const { due, weights, usualWeight, factors, principalRule, planned, grace, fee } = loan;
  const columns = emptyColumns(
    loan.periods + loan.prepayments.length,
    // without rows in between, the due dates are the dates
    loan.prepayments.length === 0 ? due.subarray(1, loan.periods + 1) : null,
  );
  const writesDates = loan.prepayments.length > 0;
  const { dates, payment, principal, interest, fee: fees, balance: balances } = columns;
  const sharesPrincipal = principalRule === "equal-share";
  const followsRegular = principalRule === "level-payment" || sharesPrincipal;
  const progress: Progress = {
    count: 0,
    balance: loan.principal,
    last: loan.periods,
    rate: 0,
    nextPrepayment: 0,
    regular: loan.payment ?? -1,
    newPayment: loan.payment === null,
    newTerm: false,
  };
  const divider = dividerOf(loan.divisor, loan.rounding);
  let change = nextChange(loan, progress);
  let factor = factors[0]!;
  let { balance, regular, last, count } = progress;
  let anew = progress.newPayment;
  let weight = loan.firstWeight;
  // the payment given, until a change sets another one, and the one that would be enough
  let given = loan.payment;
  let enough = Infinity;

  for (let k = 1; balance > 0; k++) {
    const day = due[k]!;
    let split: Accrued | null = null;
    if (change < day) {
      progress.balance = balance;
      progress.count = count;
      // a change of rate or balance inside the period splits its interest by days
      const accrued = applyChanges(loan, columns, progress, k);
      ({ balance, count } = progress);
      if (balance === 0) break;
      change = nextChange(loan, progress);
      factor = factors[progress.rate]!;
      anew = progress.newPayment || progress.newTerm;
      if (accrued.until > due[k - 1]!) split = accrued;
    }
    if (weights !== null) weight = weights[k]!;
    else if (k === 2) weight = usualWeight;
    const earned =
      split === null ? roundedInterest(balance, factor, weight, divider) : splitInterest(loan, progress, split, k);

    let repaid = 0;
    if (k >= last) repaid = balance;
    else if (k <= grace) repaid = loan.graceAddsInterest ? 0 - earned : 0;
    else if (planned !== null) repaid = Math.min(planned[k]!, balance);
    else if (followsRegular) {
      if (k === grace + 1 && given !== null && !progress.newPayment) {
        if (given < earned) refusePayment(given, earned);
        progress.balance = balance;
        enough = levelPayment(loan, k, loan.periods, factor, debtOf(loan, progress, k, split), 0);
      }
      if (anew) {
        progress.balance = balance;
        if (progress.newPayment) given = null;
        setRegular(loan, progress, k, earned, split);
        ({ regular, last } = progress);
        anew = false;
      }
      repaid = sharesPrincipal ? regular : regular - earned;
      if (k >= last || repaid > balance) repaid = balance;
    }

    balance -= repaid;
    const paid = repaid + earned + fee;
    if (!(paid <= MAX_MINOR && balance <= MAX_MINOR)) refuseSize(["terms"], { instalment: k });
    if (writesDates) dates[count] = day;
    payment[count] = paid;
    principal[count] = repaid;
    interest[count] = earned;
    fees[count] = fee;
    balances[count] = balance;
    count++;
  }
  if (progress.nextPrepayment < loan.prepayments.length) {
    const { index, day } = loan.prepayments[progress.nextPrepayment]!;
    refuseTerm(
      ["terms", "prepayments", index, "date"],
      "already-repaid",
      "before the loan is repaid",
      fromDayNumber(day),
    );
  }
  const isLast = count > 0 && columns.kinds[count - 1] === INSTALMENT;
  const lastPaid = principal[count - 1]! + interest[count - 1]!;
  const rest = given !== null && isLast ? restOf(loan, given, lastPaid, Math.min(enough, lastPaid)) : null;
  // a prepayment that keeps the payment ends a loan early because it was asked to, a minor unit more as it rounds
  const isEarly = given !== null && loan.prepayments.length === 0 && count < loan.periods && given > enough + 1;
  return { ...cutColumns(columns, count), rest, early: isEarly ? { enough } : null };
}

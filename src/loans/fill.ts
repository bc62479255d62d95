import { fromDayNumber } from "../core/index.ts";
import { divideWhole } from "../core/inner.ts";
import { refuse, refuseTerm } from "./errors.ts";
import { dividerOf, roundedInterest } from "./interest.ts";
import { levelPayment, type Debt } from "./level-payment.ts";
import { MAX_MINOR, refuseSize } from "./reading.ts";
import { weightOf, type ResolvedLoan } from "./resolved-loan.ts";
import type { LoanColumns, LoanRowKind } from "./types.ts";

/** Row kinds as columns hold them. */
export const INSTALMENT = 0;
/** See {@link INSTALMENT}. */
export const PREPAYMENT = 1;
const SETTLEMENT = 2;

/** The row kinds by the number that columns hold of each. */
export const LOAN_ROW_KINDS = ["instalment", "prepayment", "settlement"] as const satisfies readonly LoanRowKind[];

/** Amounts and dates of a schedule, one entry per row. */
export type CashColumns = Pick<LoanColumns, "dates" | "payment" | "principal" | "interest" | "fee" | "balance">;

/** The rows of one loan in columns. */
export interface FilledColumns extends CashColumns {
  readonly count: number;
  readonly kinds: Uint8Array;
}

/** Number of each row's instalment, or of the last instalment before it. */
export function instalmentNumbers(kinds: Uint8Array): Int32Array {
  let number = 0;
  return Int32Array.from(kinds, (kind) => (kind === INSTALMENT ? ++number : number));
}

/** How far a schedule under construction has come. */
interface Progress {
  count: number;
  balance: number;
  /** Number of the last instalment. */
  last: number;
  /** Index of the rate in force. */
  rate: number;
  nextPrepayment: number;
  /** Level payment, or share of principal; -1 before the first. */
  regular: number;
  /** The next instalment sets a new payment or share. */
  newPayment: boolean;
  /** The next instalment finds the last one anew. */
  newTerm: boolean;
}

/** Interest of a period that was split: balance × factor × days, summed; and the day it is summed up to. */
interface Accrued {
  numerator: bigint;
  until: number;
}

/** Empty columns for a number of rows; the amounts share one buffer, because one allocation costs less than five. */
function emptyColumns(rows: number, dates: Int32Array | null): FilledColumns {
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
function cutColumns(columns: FilledColumns, count: number): FilledColumns {
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

/** First day with another rate or, after a prepayment, another balance. */
function nextChange(loan: ResolvedLoan<string>, progress: Progress): number {
  return Math.min(
    loan.rateDays[progress.rate + 1] ?? Infinity,
    loan.prepayments[progress.nextPrepayment]?.day ?? Infinity,
  );
}

/** Number of the instalment that repays what is left after instalment `k` when the payment stays. */
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

/** Writes the row of a repayment besides the instalments. */
function put(
  columns: FilledColumns,
  progress: Progress,
  kind: number,
  day: number,
  k: number,
  repaid: number,
  earned: number,
  charged: number,
): void {
  const at = progress.count++;
  const paid = repaid + earned + charged;
  if (paid > MAX_MINOR) refuseSize(["terms"], { instalment: k - 1 });
  columns.dates[at] = day;
  columns.kinds[at] = kind;
  columns.payment[at] = paid;
  columns.principal[at] = repaid;
  columns.interest[at] = earned;
  columns.fee[at] = charged;
  columns.balance[at] = progress.balance;
}

/** One repayment besides the instalments, in the period of instalment `k`. */
function prepay(
  loan: ResolvedLoan<string>,
  columns: FilledColumns,
  progress: Progress,
  k: number,
  accrued: Accrued,
): void {
  const { day, amount, shortens, fee, index } = loan.prepayments[progress.nextPrepayment]!;
  const { balance } = progress;
  progress.nextPrepayment++;
  if (amount !== Infinity && amount > balance) {
    const path = ["terms", "prepayments", index, "amount"];
    refuse("loans/prepayment-too-large", path, "at most the balance of the day", { minorUnits: amount, balance });
  }
  progress.balance = balance - Math.min(amount, balance);
  if (progress.balance === 0) {
    const days = loan.due[k]! - loan.due[k - 1]!;
    const numerator = accrued.numerator * BigInt(weightOf(loan, k));
    const earned = Number(divideWhole(numerator, BigInt(loan.divisor) * BigInt(days), loan.rounding));
    put(columns, progress, SETTLEMENT, day, k, balance, earned, fee);
    return;
  }
  put(columns, progress, PREPAYMENT, day, k, amount, 0, fee);
  if (shortens && progress.regular >= 0) progress.newTerm = true;
  else progress.newPayment = true;
}

/** Applies every change inside the period of instalment `k`; a change on its due date belongs to the next. */
function applyChanges(loan: ResolvedLoan<string>, columns: FilledColumns, progress: Progress, k: number): Accrued {
  const accrued: Accrued = { numerator: 0n, until: loan.due[k - 1]! };
  const end = loan.due[k]!;
  for (let change = nextChange(loan, progress); change < end; change = nextChange(loan, progress)) {
    accrue(loan, progress, accrued, change);
    if (loan.rateDays[progress.rate + 1] === change) {
      progress.rate++;
      progress.newPayment ||= loan.principalRule === "level-payment";
    } else {
      prepay(loan, columns, progress, k, accrued);
      if (progress.balance === 0) break;
    }
  }
  return accrued;
}

/** Adds the days up to `until` at the present balance and rate. */
function accrue(loan: ResolvedLoan<string>, progress: Progress, accrued: Accrued, until: number): void {
  if (until <= accrued.until) return;
  const days = BigInt(until - accrued.until);
  accrued.numerator += BigInt(progress.balance) * BigInt(loan.factors[progress.rate]!) * days;
  accrued.until = until;
}

/** The debt on the due date of instalment `k`. */
function debtOf(loan: ResolvedLoan<string>, { balance, rate }: Progress, k: number, split: Accrued | null): Debt {
  const weight = BigInt(weightOf(loan, k));
  const divisor = BigInt(loan.divisor);
  return split === null
    ? { balance, numerator: BigInt(balance) * BigInt(loan.factors[rate]!) * weight, denominator: divisor }
    : {
        balance,
        numerator: split.numerator * weight,
        denominator: divisor * BigInt(loan.due[k]! - loan.due[k - 1]!),
      };
}

/** Sets what the coming instalments pay, where something asked for it. */
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

/** Interest of a period that was split, up to its due date, rounded once. */
function splitInterest(loan: ResolvedLoan<string>, progress: Progress, split: Accrued, k: number): number {
  accrue(loan, progress, split, loan.due[k]!);
  const length = BigInt(loan.due[k]! - loan.due[k - 1]!);
  const numerator = split.numerator * BigInt(weightOf(loan, k));
  return Number(divideWhole(numerator, BigInt(loan.divisor) * length, loan.rounding));
}

/** Throws `loans/payment-too-small`. */
function refusePayment(minorUnits: number, interest: number): never {
  const range = "at least the interest of the first instalment after the grace period";
  return refuse("loans/payment-too-small", ["terms", "payment"], range, { minorUnits, interest });
}

/** The rows of a loan, in columns. */
export function fillSchedule(loan: ResolvedLoan<string>): FilledColumns {
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
      if (anew) {
        progress.balance = balance;
        setRegular(loan, progress, k, earned, split);
        ({ regular, last } = progress);
        anew = false;
      } else if (k === grace + 1 && loan.payment !== null && loan.payment < earned) refusePayment(loan.payment, earned);
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
    refuseTerm(["terms", "prepayments", index, "date"], "before the loan is repaid", fromDayNumber(day));
  }
  return cutColumns(columns, count);
}

import { fromDayNumber } from "../core/index.ts";
import { divideWhole } from "../core/inner.ts";
import { PREPAYMENT, SETTLEMENT, type FilledColumns } from "./columns.ts";
import { refuse, refuseTerm } from "./errors.ts";
import { MAX_MINOR, refuseSize } from "./reading.ts";
import { weightOf, type ResolvedLoan } from "./resolved-loan.ts";

/** The progress of a schedule under construction. */
export interface Progress {
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
  /** The next instalment recalculates which one is the last. */
  newTerm: boolean;
}

/** Interest of a period that is split: balance × factor × days, summed; and the day it is summed up to. */
export interface Accrued {
  numerator: bigint;
  until: number;
}

/** First day with another rate or, after a prepayment, another balance. */
export function nextChange(loan: ResolvedLoan<string>, progress: Progress): number {
  return Math.min(
    loan.rateDays[progress.rate + 1] ?? Infinity,
    loan.prepayments[progress.nextPrepayment]?.day ?? Infinity,
  );
}

/** Adds the days up to `until` at the current balance and rate. */
function accrue(loan: ResolvedLoan<string>, progress: Progress, accrued: Accrued, until: number): void {
  if (until <= accrued.until) return;
  const days = BigInt(until - accrued.until);
  accrued.numerator += BigInt(progress.balance) * BigInt(loan.factors[progress.rate]!) * days;
  accrued.until = until;
}

/** The interest accrued in the period of instalment `k` as an exact quotient of minor units. */
export function exactInterest(
  loan: ResolvedLoan<string>,
  { numerator }: Accrued,
  k: number,
): { readonly numerator: bigint; readonly denominator: bigint } {
  const days = loan.due[k]! - loan.due[k - 1]!;
  return {
    numerator: numerator * BigInt(weightOf(loan, k)),
    denominator: BigInt(loan.divisor) * BigInt(days),
  };
}

/** The interest accrued in the period of instalment `k`, rounded once. */
function roundedOnce(loan: ResolvedLoan<string>, accrued: Accrued, k: number): number {
  const { numerator, denominator } = exactInterest(loan, accrued, k);
  return Number(divideWhole(numerator, denominator, loan.rounding));
}

/** Interest of a period that is split, up to its due date, rounded once. */
export function splitInterest(loan: ResolvedLoan<string>, progress: Progress, split: Accrued, k: number): number {
  accrue(loan, progress, split, loan.due[k]!);
  return roundedOnce(loan, split, k);
}

/** A repayment in addition to the instalments, as its row states it. */
interface Repayment {
  readonly kind: number;
  readonly day: number;
  readonly repaid: number;
  readonly earned: number;
  readonly charged: number;
}

/** Writes the row of a repayment after instalment `last`. */
function writeRepayment(columns: FilledColumns, progress: Progress, last: number, repayment: Repayment): void {
  const { kind, day, repaid, earned, charged } = repayment;
  const at = progress.count++;
  const paid = repaid + earned + charged;
  if (paid > MAX_MINOR) refuseSize(["terms"], { instalment: last });
  columns.dates[at] = day;
  columns.kinds[at] = kind;
  columns.payment[at] = paid;
  columns.principal[at] = repaid;
  columns.interest[at] = earned;
  columns.fee[at] = charged;
  columns.balance[at] = progress.balance;
}

/** One repayment in addition to the instalments, in the period of instalment `k`. */
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
    const earned = roundedOnce(loan, accrued, k);
    writeRepayment(columns, progress, k - 1, { kind: SETTLEMENT, day, repaid: balance, earned, charged: fee });
    return;
  }
  writeRepayment(columns, progress, k - 1, { kind: PREPAYMENT, day, repaid: amount, earned: 0, charged: fee });
  if (
    shortens &&
    progress.regular < 0 &&
    (loan.principalRule === "level-payment" || loan.principalRule === "equal-share")
  ) {
    const path = ["terms", "prepayments", index, "date"];
    refuseTerm(
      path,
      "no-payment-to-keep",
      "on or after the first due date after grace, or with a payment given",
      fromDayNumber(day),
    );
  }
  if (shortens && progress.regular >= 0) progress.newTerm = true;
  else progress.newPayment = true;
}

/** Applies every change inside the period of instalment `k`; a change on its due date belongs to the next. */
export function applyChanges(
  loan: ResolvedLoan<string>,
  columns: FilledColumns,
  progress: Progress,
  k: number,
): Accrued {
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

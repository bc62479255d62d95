import { DomainError, fromDayNumber } from "../core/index.ts";
import type { FilledColumns } from "./cash-columns.ts";
import { divideExact, dividerOf, roundedInterest } from "./interest.ts";
import { levelPayment, type Debt } from "./level-payment.ts";
import { weightOf, type LoanPlan } from "./plan.ts";
import { MAX_MINOR, refuseTerm } from "./reading.ts";
import type { TimeValueErrorCode } from "../time-value/index.ts";

/** Row kinds as the columns hold them; 0 is an instalment. */
const PREPAYMENT = 1;
const SETTLEMENT = 2;

/** Where a schedule under construction stands. */
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

/** Empty columns for so many rows; the amounts share one buffer, because one allocation costs less than five. */
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

function refuseSize(instalment: number): never {
  throw new DomainError<TimeValueErrorCode>(
    "time-value/no-solution",
    "terms: an amount of the schedule is beyond what a row holds",
    ["terms"],
    { instalment, limit: MAX_MINOR },
  );
}

/** First day from which the rate or, by a prepayment, the balance is another. */
function nextChange(plan: LoanPlan<string>, progress: Progress): number {
  return Math.min(
    plan.rateDays[progress.rate + 1] ?? Infinity,
    plan.prepayments[progress.nextPrepayment]?.day ?? Infinity,
  );
}

/** Number of the instalment that repays what is left after instalment `k` when the payment stays. */
function lastWithPayment(plan: LoanPlan<string>, progress: Progress, k: number, left: number): number {
  const { last, regular, rate } = progress;
  if (plan.method === "level-principal") {
    return regular > 0 ? Math.min(last, k + Math.ceil(left / regular)) : last;
  }
  const divider = dividerOf(plan.divisor, plan.rounding);
  let j = k;
  let rest = left;
  while (rest > 0 && j < last) {
    j++;
    rest -= regular - roundedInterest(rest, plan.factors[rate]!, weightOf(plan, j), divider);
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
  if (paid > MAX_MINOR) refuseSize(k - 1);
  columns.dates[at] = day;
  columns.kinds[at] = kind;
  columns.payment[at] = paid;
  columns.principal[at] = repaid;
  columns.interest[at] = earned;
  columns.fee[at] = charged;
  columns.balance[at] = progress.balance;
}

/** One repayment besides the instalments, in the period of instalment `k`. */
function prepay(plan: LoanPlan<string>, columns: FilledColumns, progress: Progress, k: number, accrued: Accrued): void {
  const { day, amount, keeps, fee, index } = plan.prepayments[progress.nextPrepayment]!;
  const { balance } = progress;
  progress.nextPrepayment++;
  if (amount !== Infinity && amount > balance) {
    throw new DomainError<TimeValueErrorCode>(
      "time-value/out-of-domain",
      `terms.prepayments.${String(index)}.amount: more than the balance of the day`,
      ["terms", "prepayments", index, "amount"],
      { minorUnits: amount, balance },
    );
  }
  progress.balance = balance - Math.min(amount, balance);
  if (progress.balance === 0) {
    const days = plan.due[k]! - plan.due[k - 1]!;
    const numerator = accrued.numerator * BigInt(weightOf(plan, k));
    const earned = Number(divideExact(numerator, BigInt(plan.divisor) * BigInt(days), plan.rounding));
    put(columns, progress, SETTLEMENT, day, k, balance, earned, fee);
    return;
  }
  put(columns, progress, PREPAYMENT, day, k, amount, 0, fee);
  if (keeps === "payment" && progress.regular >= 0) progress.newTerm = true;
  else progress.newPayment = true;
}

/** Applies every change inside the period of instalment `k`; a change on its due date belongs to the next. */
function applyChanges(plan: LoanPlan<string>, columns: FilledColumns, progress: Progress, k: number): Accrued {
  const accrued: Accrued = { numerator: 0n, until: plan.due[k - 1]! };
  const end = plan.due[k]!;
  for (let change = nextChange(plan, progress); change < end; change = nextChange(plan, progress)) {
    accrue(plan, progress, accrued, change);
    if (plan.rateDays[progress.rate + 1] === change) {
      progress.rate++;
      progress.newPayment ||= plan.method === "level-payment" || plan.method === "balloon";
    } else {
      prepay(plan, columns, progress, k, accrued);
      if (progress.balance === 0) break;
    }
  }
  return accrued;
}

/** Adds the days up to `until` at the present balance and rate. */
function accrue(plan: LoanPlan<string>, progress: Progress, accrued: Accrued, until: number): void {
  if (until <= accrued.until) return;
  const days = BigInt(until - accrued.until);
  accrued.numerator += BigInt(progress.balance) * BigInt(plan.factors[progress.rate]!) * days;
  accrued.until = until;
}

/** The debt on the due date of instalment `k`. */
function debtOf(plan: LoanPlan<string>, { balance, rate }: Progress, k: number, split: Accrued | null): Debt {
  const weight = BigInt(weightOf(plan, k));
  const divisor = BigInt(plan.divisor);
  return split === null
    ? { balance, numerator: BigInt(balance) * BigInt(plan.factors[rate]!) * weight, denominator: divisor }
    : {
        balance,
        numerator: split.numerator * weight,
        denominator: divisor * BigInt(plan.due[k]! - plan.due[k - 1]!),
      };
}

/** Sets what the coming instalments pay, where something asked for it. */
function setRegular(
  plan: LoanPlan<string>,
  progress: Progress,
  k: number,
  earned: number,
  split: Accrued | null,
): void {
  const { balance, newPayment, newTerm } = progress;
  progress.newPayment = progress.newTerm = false;
  if (plan.method === "level-principal") {
    if (newPayment) progress.regular = roundedInterest(balance, 1, 1, dividerOf(progress.last - k + 1, plan.rounding));
    if (newTerm) {
      progress.last = lastWithPayment(plan, progress, k, balance - Math.min(balance, progress.regular));
    }
    return;
  }
  if (newTerm) {
    progress.last = lastWithPayment(plan, progress, k, balance - Math.min(balance, progress.regular - earned));
  }
  if (newPayment) {
    const over = plan.method === "balloon" ? plan.over : progress.last;
    const { factors } = plan;
    const balloon = Math.min(plan.balloon, balance);
    progress.regular = levelPayment(plan, k, over, factors[progress.rate]!, debtOf(plan, progress, k, split), balloon);
  }
}

/** Interest of a period that was split, up to its due date, rounded once. */
function splitInterest(plan: LoanPlan<string>, progress: Progress, split: Accrued, k: number): number {
  accrue(plan, progress, split, plan.due[k]!);
  const length = BigInt(plan.due[k]! - plan.due[k - 1]!);
  const numerator = split.numerator * BigInt(weightOf(plan, k));
  return Number(divideExact(numerator, BigInt(plan.divisor) * length, plan.rounding));
}

/** The payment the caller set, once it is seen to cover the first interest. */
function checkPayment(plan: LoanPlan<string>, earned: number): void {
  if (plan.payment === null || plan.payment >= earned) return;
  throw new DomainError<TimeValueErrorCode>(
    "time-value/no-solution",
    "terms.payment: below the interest of the first instalment",
    ["terms", "payment"],
    { minorUnits: plan.payment, interest: earned },
  );
}

/** The rows of a plan, in columns. */
export function fillSchedule(plan: LoanPlan<string>): FilledColumns {
  const { due, weights, usualWeight, factors, method, planned, grace, fee } = plan;
  const columns = emptyColumns(
    plan.periods + plan.prepayments.length,
    // without rows in between, the due dates are the dates
    plan.prepayments.length === 0 ? due.subarray(1, plan.periods + 1) : null,
  );
  const writesDates = plan.prepayments.length > 0;
  const { dates, payment, principal, interest, fee: fees, balance: balances } = columns;
  const sharesPrincipal = method === "level-principal";
  const followsRegular = method === "level-payment" || method === "balloon" || sharesPrincipal;
  const progress: Progress = {
    count: 0,
    balance: plan.principal,
    last: plan.periods,
    rate: 0,
    nextPrepayment: 0,
    regular: plan.payment ?? -1,
    newPayment: plan.payment === null,
    newTerm: false,
  };
  const divider = dividerOf(plan.divisor, plan.rounding);
  let change = nextChange(plan, progress);
  let factor = factors[0]!;
  let { balance, regular, last, count } = progress;
  let anew = progress.newPayment;
  let weight = plan.firstWeight;

  for (let k = 1; balance > 0; k++) {
    const day = due[k]!;
    let split: Accrued | null = null;
    if (change < day) {
      progress.balance = balance;
      progress.count = count;
      // a change of rate or balance inside the period splits its interest by days
      const accrued = applyChanges(plan, columns, progress, k);
      ({ balance, count } = progress);
      if (balance === 0) break;
      change = nextChange(plan, progress);
      factor = factors[progress.rate]!;
      anew = progress.newPayment || progress.newTerm;
      if (accrued.until > due[k - 1]!) split = accrued;
    }
    if (weights !== null) weight = weights[k]!;
    else if (k === 2) weight = usualWeight;
    const earned =
      split === null ? roundedInterest(balance, factor, weight, divider) : splitInterest(plan, progress, split, k);

    let repaid = 0;
    if (k >= last) repaid = balance;
    else if (k <= grace) repaid = plan.gracePays === "interest" ? 0 : 0 - earned;
    else if (planned !== null) repaid = Math.min(planned[k]!, balance);
    else if (followsRegular) {
      if (anew) {
        progress.balance = balance;
        setRegular(plan, progress, k, earned, split);
        ({ regular, last } = progress);
        anew = false;
      } else if (k === grace + 1) checkPayment(plan, earned);
      repaid = sharesPrincipal ? regular : regular - earned;
      if (k >= last || repaid > balance) repaid = balance;
    }

    balance -= repaid;
    const paid = repaid + earned + fee;
    if (!(paid <= MAX_MINOR && balance <= MAX_MINOR)) refuseSize(k);
    if (writesDates) dates[count] = day;
    payment[count] = paid;
    principal[count] = repaid;
    interest[count] = earned;
    fees[count] = fee;
    balances[count] = balance;
    count++;
  }
  if (progress.nextPrepayment < plan.prepayments.length) {
    const { index, day } = plan.prepayments[progress.nextPrepayment]!;
    refuseTerm(["terms", "prepayments", index, "date"], "before the loan is repaid", fromDayNumber(day));
  }
  return cutColumns(columns, count);
}

import { datePartsOf, daysInMonth, dayNumberOf, readDecimal, toDayNumber } from "../../src/core/index.ts";

/**
 * A slow model of repayment schedules, written apart from the library: rational numbers of bigints, interest added day
 * by day, level payments by solving the final balance, which is linear in the payment.
 */

/** A rational number, denominator above zero. */
type Rational = readonly [numerator: bigint, denominator: bigint];

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b);
}
function rational(n: bigint, d: bigint): Rational {
  const common = gcd(n, d);
  return common === 0n ? [0n, 1n] : [n / common, d / common];
}
const plus = (a: Rational, b: Rational): Rational => rational(a[0] * b[1] + b[0] * a[1], a[1] * b[1]);
const minus = (a: Rational, b: Rational): Rational => plus(a, [-b[0], b[1]]);
const times = (a: Rational, b: Rational): Rational => rational(a[0] * b[0], a[1] * b[1]);
const over = (a: Rational, b: Rational): Rational =>
  b[0] < 0n ? rational(-a[0] * b[1], a[1] * -b[0]) : rational(a[0] * b[1], a[1] * b[0]);
const whole = (n: bigint): Rational => [n, 1n];

/** Rounding of a number from 0 up, by comparing with the two neighbours. */
function rounded(x: Rational, mode: ModelTerms["rounding"]): bigint {
  const below = x[0] / x[1];
  if (below * x[1] === x[0]) return below;
  const twice = 2n * (x[0] - below * x[1]);
  const upper = below + 1n;
  if (mode === "down" || mode === "floor") return below;
  if (mode === "up" || mode === "ceiling") return upper;
  if (twice !== x[1]) return twice > x[1] ? upper : below;
  if (mode === "half-up") return upper;
  return mode === "half-down" || below % 2n === 0n ? below : upper;
}

/** What the model understands: months of one length from the start, rates by date, prepayments that keep the term. */
export interface ModelTerms {
  readonly method: "level-payment" | "level-principal" | "interest-only";
  /** Minor units. */
  readonly principal: bigint;
  readonly rate: readonly { readonly date: string; readonly rate: string }[];
  readonly periods: number;
  readonly start: string;
  readonly interest: "monthly" | "ACT/360" | "ACT/365F";
  readonly rounding: "half-even" | "half-up" | "half-down" | "up" | "down" | "ceiling" | "floor";
  readonly prepayments: readonly { readonly date: string; readonly minor: bigint }[];
}

export interface ModelRow {
  readonly day: number;
  readonly principal: bigint;
  readonly interest: bigint;
}

function dueDate(start: number, k: number): number {
  const { year, month, day } = datePartsOf(start);
  const index = year * 12 + month - 1 + k;
  const y = Math.floor(index / 12);
  const m = (index % 12) + 1;
  return dayNumberOf(y, m, Math.min(day, daysInMonth(y, m)));
}

export function modelSchedule(terms: ModelTerms): readonly ModelRow[] {
  const { method, periods, rounding } = terms;
  const start = toDayNumber(terms.start);
  const rates = terms.rate.map(({ date, rate }) => {
    const { coefficient, scale } = readDecimal(rate);
    return { day: toDayNumber(date), rate: rational(coefficient, 10n ** BigInt(scale)) };
  });
  const rateOn = (day: number): Rational => rates.filter((step) => step.day <= day).at(-1)?.rate ?? [0n, 1n];
  const share = (k: number): Rational =>
    terms.interest === "monthly"
      ? [1n, 12n]
      : rational(BigInt(dueDate(start, k) - dueDate(start, k - 1)), terms.interest === "ACT/360" ? 360n : 365n);
  const prepaid = terms.prepayments.map(({ date, minor }) => ({ day: toDayNumber(date), minor }));

  const rows: ModelRow[] = [];
  let balance = terms.principal;
  let regular = 0n;
  let anew = true;
  let before = rateOn(start);
  for (let k = 1; balance > 0n; k++) {
    const from = dueDate(start, k - 1);
    const to = dueDate(start, k);
    const daily = over(share(k), whole(BigInt(to - from)));
    let accrued: Rational = [0n, 1n];
    for (let day = from; day < to; day++) {
      const rate = rateOn(day);
      if (rate[0] * before[1] !== before[0] * rate[1]) {
        before = rate;
        if (method === "level-payment") anew = true;
      }
      for (const { minor } of prepaid.filter((one) => one.day === day)) {
        balance -= minor;
        rows.push({ day, principal: minor, interest: 0n });
        anew = true;
      }
      accrued = plus(accrued, times(times(whole(balance), rate), daily));
    }
    const interest = rounded(accrued, rounding);
    if (anew && method === "level-payment") {
      const left = (payment: bigint): Rational => {
        let debt = minus(plus(whole(balance), accrued), whole(payment));
        for (let j = k + 1; j <= periods; j++) {
          debt = minus(plus(debt, times(debt, times(before, share(j)))), whole(payment));
        }
        return debt;
      };
      regular = rounded(over(left(0n), minus(left(0n), left(1n))), rounding);
    }
    if (anew && method === "level-principal") regular = rounded(rational(balance, BigInt(periods - k + 1)), rounding);
    anew = false;
    let principal = 0n;
    if (k === periods) principal = balance;
    else if (method !== "interest-only") {
      principal = method === "level-principal" ? regular : regular - interest;
      if (principal > balance) principal = balance;
    }
    balance -= principal;
    rows.push({ day: to, principal, interest });
  }
  return rows;
}

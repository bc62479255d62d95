import { Decimal } from "../../src/core/decimal.ts";
import { discount, exactOf, numbers } from "./reference.ts";

/** Promise of the closed forms: this part of the sum of discounted sizes. */
export const PROMISED = 1e-12;

export const RATES = [0, 1e-12, -1e-12, 3e-9, 1e-5, 0.0041, 0.05, -0.02, -0.4, -0.999, -1 + 2 ** -40, 1.5, 40];
export const PERIODS = [1, 2.7, 12, 360, 1500, 10000];

/** What is off: a value further from the exact one than its scale allows. */
export function collector() {
  const off: unknown[] = [];
  let checked = 0;
  const check = (name: string, row: unknown, actual: number, exact: Decimal, scale: Decimal, part = PROMISED): void => {
    checked++;
    // 1e-300 stands for the range where doubles lose digits to underflow
    if (!exact.minus(exactOf(actual)).abs().lte(scale.abs().times(part).plus(1e-300))) {
      off.push({ name, row, actual, exact: exact.toString(), scale: scale.toString() });
    }
  };
  return { off, check, count: () => checked };
}

/** A stream of rates from the table and between its entries. */
export function rateOf(next: () => number, list: readonly number[] = RATES): number {
  const picked = list[Math.floor(next() * list.length)] ?? 0;
  return picked * (next() < 0.5 ? 1 : 0.5 + next() / 2);
}

export const pick = <T>(next: () => number, list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
export const amountOf = (next: () => number): number => (next() - 0.5) * 10 ** Math.floor(next() * 15 - 2);

/** Level payment and balance before the payment of a period, straight from the annuity equation at 60 digits. */
export function loan(rate: number, nper: number, pv: number, fv: number, when: number) {
  const one = new Decimal(1);
  const v = discount(rate, nper);
  const level = rate === 0 ? exactOf(nper) : one.minus(v).div(exactOf(rate));
  const due = one.plus(exactOf(rate).times(when));
  const payment = v.times(exactOf(fv)).plus(exactOf(pv)).div(level.times(due)).neg();
  /** Future value after `passed` periods: what is owed, with Excel's sign. */
  const owed = (passed: number): Decimal => {
    const growth = one.div(discount(rate, passed));
    const grown = rate === 0 ? exactOf(passed) : growth.minus(1).div(exactOf(rate));
    return growth.times(exactOf(pv)).plus(payment.times(due).times(grown)).neg();
  };
  const interest = (per: number): Decimal => {
    if (when === 1 && per === 1) return new Decimal(0);
    return owed(per - 1)
      .times(exactOf(rate))
      .div(due);
  };
  return { payment, interest };
}

/** Whether powers of the growth stay where 60 digits can follow a cancellation. */
export const followable = (rate: number, nper: number): boolean => Math.abs(nper * Math.log1p(rate)) < 60;

/** Flows with the vices of real ones: several changes of sign, sizes from 0.01 to 1e12, long blanks. */
export function flowsOf(next: () => number, count: number): number[] {
  const style = next();
  return Array.from({ length: count }, (_, i) => {
    if (style < 0.3) return i === 0 ? -1000 * (1 + next()) : 2000 * (next() / count);
    if (style < 0.6) return next() < 0.4 ? 0 : amountOf(next);
    if (style < 0.7) return i % 40 === 0 ? (next() - 0.5) * 1e6 : 0;
    return (next() - 0.45) * 100;
  });
}

/** Whether a flow `periods` away is still a double. */
export const countable = (rate: number, periods: number): boolean => Math.abs(periods * Math.log1p(rate)) < 600;

const ANNUITY_RATES = [0, 1e-12, -1e-12, 3e-9, 1e-5, 0.0041, 0.05, -0.02, -0.4, -0.999, 1.5, 40];
const ANNUITY_PERIODS = [1, 2.7, 12, 0.3, 360, 1500, 10000];

/** Arguments for which the powers stay within doubles, drawn from the tables and between their entries. */
export function annuities(seed: number, count: number) {
  const next = numbers(seed);
  const rows = [];
  while (rows.length < count) {
    const r = pick(next, ANNUITY_RATES) * (next() < 0.5 ? 1 : 0.5 + next() / 2);
    const periods = pick(next, ANNUITY_PERIODS);
    if (Math.abs(periods * Math.log1p(r)) > 600) continue;
    const amount = () => (next() - 0.5) * 10 ** Math.floor(next() * 15 - 2);
    rows.push({ r, periods, a: amount(), b: amount(), c: amount(), when: next() < 0.5 ? 0 : 1 });
  }
  return rows;
}

/** Flows with the vices of real ones: several changes of sign, sizes from 0.01 to 1e12, long blanks. */
export function investmentsOf(next: () => number, count: number): number[] {
  const style = next();
  return Array.from({ length: count }, (_, i) => {
    if (style < 0.3) return i === 0 ? -1000 * (1 + next()) : 2000 * (next() / count);
    if (style < 0.5) return i < count / 3 ? -next() : next() * 3;
    if (style < 0.6) return next() < 0.4 ? 0 : (next() - 0.5) * 10 ** Math.floor(next() * 15 - 2);
    if (style < 0.7) return i % 40 === 0 ? (next() - 0.5) * 1e6 : 0;
    return (next() - 0.45) * 100;
  });
}

const fill = (count: number, flow: number) => new Array<number>(count).fill(flow);

/** Flows whose sums lose digits to rounding: many of one size, or many periods for the rounding of 1 + rate to grow. */
export const LONG: readonly (readonly [string, readonly number[]])[] = [
  ["a thousand instalments of 0.1, at 0", [-100, ...fill(1000, 0.1)]],
  ["a thousand instalments of 0.1, above 0", [-99, ...fill(1000, 0.1)]],
  ["a thousand instalments of 0.1, below 0", [-101, ...fill(1000, 0.1)]],
  ["a mortgage of 40 years", [-250000, ...fill(480, 1400)]],
  ["a mortgage as the bank's refinancing sees it", [250000, ...fill(480, -1400)]],
  ["savings and one payment", [...fill(300, -70.1), 40000]],
  ["one flow after 139 blanks, tenfold a period", [-1, ...fill(139, 0), 1e140]],
  ["one flow after 139 blanks, ninefold a period", [-1, ...fill(139, 0), 5e133]],
  ["one flow after 139 blanks, -39 %", [-1e60, ...fill(139, 0), 1e30]],
  ["one flow after 139 blanks, -46 %", [-1e40, ...fill(139, 0), 1e3]],
  ["one flow after 199 blanks, -29 %", [-1e30, ...fill(199, 0), 1]],
  ["payments near 3 % a period", [-1000, ...fill(120, 29.5)]],
  ["savings near 3 % a period", [...fill(90, -7.1), 7.1 * 440]],
  [
    "three inflows after blanks, tenfold a period",
    [-1, ...fill(49, 0), 3e49, ...fill(19, 0), 2e69, ...fill(29, 0), 4e99],
  ],
  [
    "three outlays before blanks, tenfold a period",
    [-3, ...fill(29, 0), -2e30, ...fill(19, 0), -4e50, ...fill(49, 0), 1e101],
  ],
  [
    "three inflows after blanks, a tenth a period",
    [-1e99, ...fill(49, 0), 3e49, ...fill(19, 0), 2e29, ...fill(29, 0), 4],
  ],
  [
    "three outlays before blanks, a tenth a period",
    [-2e99, ...fill(29, 0), -3e69, ...fill(19, 0), -5e49, ...fill(49, 0), 4],
  ],
  ["many changes of sign", [-900, ...fill(400, 0).map((_, i) => (i % 7 === 3 ? -20.3 : 10.1))]],
  ["many changes of sign, below 0", [-2900, ...fill(400, 0).map((_, i) => (i % 7 === 3 ? -20.3 : 10.1))]],
  ["two ways from the start", [700, -3000, ...fill(300, 9.7), -31]],
];

/** Flows for which a first guess of second order in their rate is all but the rate. */
export const NEAR_ZERO: readonly (readonly [string, readonly number[]])[] = [
  ["a loan", [-1200, ...fill(12, 101)]],
  ["a debt", [1212, ...fill(12, -100)]],
  ["savings", [...fill(12, -100), 1212]],
  ["savings that lose", [...fill(12, 101), -1200]],
  ["payments both ways", [500, 700, -600, -590, -4, -3]],
  ["a project", [0, -600, -300, -300, 404, 404, 404, 0]],
  ["totals of one sign", [-1000, 100, -100, ...fill(10, 101)]],
];

/** Two flows, whose log ratio is a straight line. */
export const PAIRS: readonly (readonly number[])[] = [
  [-1000, 1100],
  [1000, -900],
  [0, -5, 0, 0, 7],
  [0, 0, 9, -2],
  [-1000, 0, 1000],
  [-3, 0, 0, 0, 0, 3e8],
];

/** Flows whose roots are known: Π (u − u_i), expanded from small factors. */
export function withRoots(...rates: number[]): number[] {
  let coefficients = [1];
  for (const r of rates) {
    const next = new Array<number>(coefficients.length + 1).fill(0);
    for (const [i, c] of coefficients.entries()) {
      next[i] = (next[i] ?? 0) + c;
      next[i + 1] = (next[i + 1] ?? 0) - c * (1 + r);
    }
    coefficients = next;
  }
  return coefficients;
}

/** Integer flows, so that the repeated root is exact; the rounding around it hides far more than one double. */
export const REPEATED: readonly (readonly [string, readonly number[], readonly number[], number])[] = [
  ["a double root beside one", [-400, 1240, -1281, 441], [0, 0.05, 0.05], 6],
  ["a double root above one below 0", [-4000, 12000, -11970, 3969], [-0.1, 0.05, 0.05], 6],
  [
    "a double root between others",
    [-1e6, 967e4, -315191e2, 47188925, -33561891, 9223830],
    [0.05, 0.2, 0.21, 0.21, 4],
    4,
  ],
  ["two double roots", [40000, -92000, 61300, -9660, 441], [-0.9, -0.9, 0.05, 0.05], 6],
  ["a triple root, odd like a single one", [1, -17, 105, -275, 250], [1, 4], 3],
  [
    "a triple root beside two single ones",
    [-8e6, 3568e4, -6044e4, 469728e2, -15333570, 1120581],
    [-0.9, 0.05, 0.21],
    4,
  ],
  ["a double root far up", [1, ...fill(19, 0), -(2 ** 241), ...fill(19, 0), 2 ** 480], [4095, 4095], 4],
  // (20u − 21)² over 999 periods at once
  ["a double root of a thousand flows", [400, -440, ...fill(997, 1), -399, 441], [0.05, 0.05], 5],
];

/** The range of ln(1 + rate), from 2^-53 to the largest double, in 4096 pieces: rates where a bisection cuts it. */
export const AT_CUTS: readonly (readonly number[])[] = [190, 203, 210].map((piece) => {
  const [low, high] = [-53 * Math.LN2, Math.log(Number.MAX_VALUE)];
  return [0, 1].map((k) => Math.expm1(low + ((high - low) * (piece + k)) / 4096));
});

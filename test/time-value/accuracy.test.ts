import { expect, test } from "vitest";

import { Decimal } from "../../src/core/decimal.ts";
import { fromDayNumber } from "../../src/core/index.ts";
import { fv, irr, nper, pmt, pv, rate, xirr } from "../../src/time-value/index.ts";
import { annuityTerms, discount, excess, numbers } from "./reference.ts";

/** Promise of the closed forms: this part of the sum of discounted sizes. */
const CLOSE = 1e-12;

const RATES = [0, 1e-12, -1e-12, 3e-9, 1e-5, 0.0041, 0.05, -0.02, -0.4, -0.999, 1.5, 40];
const PERIODS = [1, 2.7, 12, 0.3, 360, 1500, 10000];

/** Arguments for which the powers stay within doubles, drawn from the tables and between their entries. */
function annuities(seed: number, count: number) {
  const next = numbers(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const rows = [];
  while (rows.length < count) {
    const r = pick(RATES) * (next() < 0.5 ? 1 : 0.5 + next() / 2);
    const periods = pick(PERIODS);
    if (Math.abs(periods * Math.log1p(r)) > 600) continue;
    const amount = () => (next() - 0.5) * 10 ** Math.floor(next() * 15 - 2);
    rows.push({ r, periods, a: amount(), b: amount(), c: amount(), when: next() < 0.5 ? 0 : 1 });
  }
  return rows;
}

test("pv, fv, pmt and nper agree with 60 digits for 600 annuities, pathological ones included", () => {
  const off: unknown[] = [];
  const check = (name: string, row: object, actual: number, exact: Decimal, size: Decimal) => {
    if (!exact.minus(actual).abs().lte(size.times(CLOSE))) off.push({ name, row, actual, exact: exact.toString() });
  };
  for (const row of annuities(20260301, 600)) {
    const { r, periods, a, b, c, when } = row;
    const v = discount(r, periods);
    const [, payments, last] = annuityTerms(r, periods, a, b, c, when);
    check("pv", row, pv(r, periods, a, c, when), payments.plus(last).neg(), payments.abs().plus(last.abs()));
    const [start, paid] = annuityTerms(r, periods, a, b, 0, when);
    check("fv", row, fv(r, periods, a, b, when), start.plus(paid).div(v).neg(), start.abs().plus(paid.abs()).div(v));
    const [, unit] = annuityTerms(r, periods, 1, 0, 0, when);
    const sum = last.plus(b);
    check("pmt", row, pmt(r, periods, b, c, when), sum.div(unit).neg(), last.abs().plus(Math.abs(b)).div(unit.abs()));
  }
  expect(off).toEqual([]);
});

test("nper solves its equation to 60 digits' satisfaction for 600 annuities", () => {
  let solved = 0;
  for (const { r, periods, a, b, when } of annuities(7, 600)) {
    // the final amount of a real annuity, so that an answer exists
    const amount = fv(r, periods, a, b, when);
    if (Math.abs(r) > 1 || Math.abs(amount) > 1e15) continue;
    let found: number;
    try {
      found = nper(r, a, b, amount, when);
    } catch {
      continue;
    }
    const terms = annuityTerms(r, found, a, b, amount, when);
    const value = Decimal.sum(...terms);
    const size = Decimal.sum(...terms.map((term) => term.abs()));
    // one unit in the last place of the number of periods moves the value by this much
    const written = terms[1]
      .plus(terms[2])
      .abs()
      .plus(Math.abs(a))
      .times(Math.abs(found) * 2 ** -50 * (1 + Math.abs(r)));
    expect(value.abs().lte(size.times(CLOSE).plus(written))).toBe(true);
    solved++;
  }
  expect(solved).toBeGreaterThan(250);
});

/** Flows with the vices of real ones: several changes of sign, sizes from 0.01 to 1e12, long blanks. */
function flowsOf(next: () => number, count: number): number[] {
  const style = next();
  return Array.from({ length: count }, (_, i) => {
    if (style < 0.3) return i === 0 ? -1000 * (1 + next()) : 2000 * (next() / count);
    if (style < 0.5) return i < count / 3 ? -next() : next() * 3;
    if (style < 0.6) return next() < 0.4 ? 0 : (next() - 0.5) * 10 ** Math.floor(next() * 15 - 2);
    if (style < 0.7) return i % 40 === 0 ? (next() - 0.5) * 1e6 : 0;
    return (next() - 0.45) * 100;
  });
}

test("every rate of irr is within its condition number, for 800 flows", () => {
  const next = numbers(11);
  const off: unknown[] = [];
  let solved = 0;
  let several = 0;
  for (let k = 0; k < 800; k++) {
    const flows = flowsOf(next, 2 + Math.floor(next() ** 3 * 120));
    const outcome = irr(flows);
    if (!outcome.ok) continue;
    solved++;
    if (!outcome.unique) several++;
    for (const root of outcome.roots ?? [outcome.rate]) {
      const times = flows.map((_, i) => i);
      if (!(excess(root, flows, times, 1) <= 1)) off.push({ root, flows, excess: excess(root, flows, times, 1) });
    }
  }
  expect(off).toEqual([]);
  expect(solved).toBeGreaterThan(400);
  expect(several).toBeGreaterThan(10);
});

test("every rate of xirr is within its condition number, for 200 flows up to decades apart", () => {
  const next = numbers(13);
  const off: unknown[] = [];
  let solved = 0;
  for (let k = 0; k < 200; k++) {
    const flows = flowsOf(next, 2 + Math.floor(next() ** 2 * 60));
    const span = [40, 400, 4000, 25000][Math.floor(next() * 4)] ?? 400;
    const days = flows.map((_, i) => (span < 4000 ? i * 30 : Math.floor(next() * span)));
    const outcome = xirr(
      flows,
      days.map((day) => fromDayNumber(10000 + day)),
    );
    if (!outcome.ok) continue;
    solved++;
    for (const root of outcome.roots ?? [outcome.rate]) {
      if (!(excess(root, flows, days, 365) <= 1))
        off.push({ root, flows, days, excess: excess(root, flows, days, 365) });
    }
  }
  expect(off).toEqual([]);
  expect(solved).toBeGreaterThan(120);
});

test("every rate of rate() is within its condition number, for 500 annuities of up to 10,000 periods", () => {
  const next = numbers(17);
  const off: unknown[] = [];
  let solved = 0;
  for (let k = 0; k < 500; k++) {
    const periods = [1, 5, 12, 2.7, 60, 360, 0.4, 10000][Math.floor(next() * 8)] ?? 12;
    const when = next() < 0.5 ? 0 : 1;
    const size = 10 ** Math.floor(next() * 12 - 4);
    const a = -next() * size;
    const start = (next() - 0.3) * size * periods;
    const end = next() < 0.5 ? 0 : (next() - 0.5) * size * periods;
    const outcome = rate(periods, a, start, end, when);
    if (!outcome.ok) continue;
    solved++;
    for (const root of outcome.roots ?? [outcome.rate]) {
      const terms = annuityTerms(root, periods, a, start, end, when);
      const sizes = Decimal.sum(...terms.map((term) => term.abs()));
      // derivative by a difference at 60 digits
      const step = Math.abs(root) * 1e-6 + 1e-12;
      const beside = Decimal.sum(...annuityTerms(root + step, periods, a, start, end, when));
      const value = Decimal.sum(...terms);
      const written = beside
        .minus(value)
        .div(step)
        .abs()
        .times(Math.abs(root) * 2 ** -52 + Number.MIN_VALUE);
      const excessive = value
        .abs()
        .div(sizes.times(8 * 2 ** -52).plus(written))
        .toNumber();
      if (!(excessive <= 1)) off.push({ root, periods, a, start, end, when, excessive });
    }
  }
  expect(off).toEqual([]);
  expect(solved).toBeGreaterThan(250);
});

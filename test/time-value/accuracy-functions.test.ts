import { expect, test } from "vitest";

import { Decimal } from "../../src/core/decimal.ts";
import { fromDayNumber } from "../../src/core/index.ts";
import {
  cumipmt,
  cumprinc,
  duration,
  effectiveRate,
  fvSchedule,
  growingAnnuity,
  ipmt,
  mirr,
  nominalRate,
  npv,
  npv0,
  pduration,
  ppmt,
  rri,
  volatility,
  xnpv,
} from "../../src/time-value/index.ts";
import { discount, exactOf, numbers, valueAt } from "./reference.ts";

/** Promise of the closed forms: this part of the sum of discounted sizes. */
const CLOSE = 1e-12;

const RATES = [0, 1e-12, -1e-12, 3e-9, 1e-5, 0.0041, 0.05, -0.02, -0.4, -0.999, -1 + 2 ** -40, 1.5, 40];
const PERIODS = [1, 2.7, 12, 360, 1500, 10000];

/** What is off: a value further from the exact one than its scale allows. */
function collector() {
  const off: unknown[] = [];
  let checked = 0;
  const check = (name: string, row: unknown, actual: number, exact: Decimal, scale: Decimal, part = CLOSE): void => {
    checked++;
    // 1e-300 stands for the range where doubles lose digits to underflow
    if (!exact.minus(exactOf(actual)).abs().lte(scale.abs().times(part).plus(1e-300))) {
      off.push({ name, row, actual, exact: exact.toString(), scale: scale.toString() });
    }
  };
  return { off, check, count: () => checked };
}

/** A stream of rates from the table and between its entries. */
function rateOf(next: () => number, list: readonly number[] = RATES): number {
  const picked = list[Math.floor(next() * list.length)] ?? 0;
  return picked * (next() < 0.5 ? 1 : 0.5 + next() / 2);
}

const pick = <T>(next: () => number, list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
const amountOf = (next: () => number): number => (next() - 0.5) * 10 ** Math.floor(next() * 15 - 2);

/** Level payment and balance before the payment of a period, straight from the annuity equation at 60 digits. */
function loan(rate: number, nper: number, pv: number, fv: number, when: number) {
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
const followable = (rate: number, nper: number): boolean => Math.abs(nper * Math.log1p(rate)) < 60;

test("ipmt and ppmt agree with 60 digits for 600 loans, each relative to what it is made of", () => {
  const next = numbers(20260302);
  const { off, check, count } = collector();
  while (count() < 1200) {
    const rate = rateOf(next);
    const nper = pick(next, PERIODS);
    if (!followable(rate, nper)) continue;
    const per = Number.isInteger(nper) ? 1 + Math.floor(next() * nper) : 1 + next() * (nper - 1);
    const [pv, fv, when] = [amountOf(next), next() < 0.4 ? 0 : amountOf(next), next() < 0.5 ? 0 : 1];
    const row = { rate, per, nper, pv, fv, when };
    const exact = loan(rate, nper, pv, fv, when);
    const interest = exact.interest(per);
    const ofPv = loan(rate, nper, Math.abs(pv), 0, when).interest(per).abs();
    const ofFv = loan(rate, nper, 0, Math.abs(fv), when).interest(per).abs();
    check("ipmt", row, ipmt(rate, per, nper, pv, fv, when), interest, ofPv.plus(ofFv));
    // pv + fv is one addition; nothing else cancels, so that the value itself is the scale
    const principal = exact.payment.minus(interest);
    check("ppmt", row, ppmt(rate, per, nper, pv, fv, when), principal, principal);
  }
  expect(off).toEqual([]);
});

test("cumipmt and cumprinc agree with 60-digit sums for 120 ranges, relative to themselves", () => {
  const next = numbers(20260303);
  const { off, check, count } = collector();
  while (count() < 240) {
    const rate = rateOf(next);
    const nper = pick(next, [1, 12, 60, 360, 2.7, 61.5]);
    if (!followable(rate, nper)) continue;
    const start = 1 + Math.floor(next() * Math.floor(nper));
    const end = Math.min(Math.floor(nper), start + Math.floor(next() * 40));
    const when = next() < 0.5 ? 0 : 1;
    const pv = amountOf(next);
    const row = { rate, nper, pv, start, end, when };
    const { payment, interest } = loan(rate, nper, pv, 0, when);
    let sum = new Decimal(0);
    for (let per = start; per <= end; per++) sum = sum.plus(interest(per));
    check("cumipmt", row, cumipmt(rate, nper, pv, start, end, when), sum, sum);
    const repaid = payment.times(end - start + 1).minus(sum);
    check("cumprinc", row, cumprinc(rate, nper, pv, start, end, when), repaid, repaid);
  }
  expect(off).toEqual([]);
});

/** Flows with the vices of real ones: several changes of sign, sizes from 0.01 to 1e12, long blanks. */
function flowsOf(next: () => number, count: number): number[] {
  const style = next();
  return Array.from({ length: count }, (_, i) => {
    if (style < 0.3) return i === 0 ? -1000 * (1 + next()) : 2000 * (next() / count);
    if (style < 0.6) return next() < 0.4 ? 0 : amountOf(next);
    if (style < 0.7) return i % 40 === 0 ? (next() - 0.5) * 1e6 : 0;
    return (next() - 0.45) * 100;
  });
}

/** Whether a flow `periods` away is still a double. */
const countable = (rate: number, periods: number): boolean => Math.abs(periods * Math.log1p(rate)) < 600;

test("npv, npv0, duration and mirr agree with 60 digits for 150 lists of flows", () => {
  const next = numbers(20260304);
  const { off, check, count } = collector();
  let listed = 0;
  while (listed < 150) {
    const rate = rateOf(next);
    const flows = flowsOf(next, 2 + Math.floor(next() ** 3 * 150));
    if (!countable(rate, flows.length + 1)) continue;
    listed++;
    const times = flows.map((_, i) => i);
    const { value, size, derivative } = valueAt(rate, flows, times, 1);
    const growth = exactOf(rate).plus(1);
    // twice the digits and one rounding: far closer than promised
    check("npv0", { rate, flows }, npv0(rate, flows), value, value.abs().plus(size.times(1e-12)), 4e-16);
    const later = value.div(growth);
    check("npv", { rate, flows }, npv(rate, flows), later, later.abs().plus(size.div(growth).times(1e-12)), 4e-16);
    if (value.abs().gt(size.times(1e-3))) {
      const mean = derivative.times(growth).div(value).neg().plus(1);
      check("duration", { rate, flows }, duration(rate, flows), mean, new Decimal(flows.length).times(1e3));
    }
    const reinvest = rateOf(next, RATES.slice(0, 10));
    const [received, paid] = [flows.map((f) => Math.max(f, 0)), flows.map((f) => Math.max(-f, 0))];
    if (received.every((f) => f === 0) || paid.every((f) => f === 0)) continue;
    const last = flows.length - 1;
    const end = valueAt(reinvest, received, times, 1).value.div(discount(reinvest, last));
    const ratio = end.div(valueAt(rate, paid, times, 1).value);
    // near -1 neighbouring doubles are 2⁻⁵³ apart, whatever 1 + rate is
    const exact = ratio.ln().div(last).exp().minus(1);
    check("mirr", { rate, reinvest, flows }, mirr(flows, rate, reinvest), exact, exact.plus(1 + 2 ** -53 / CLOSE));
  }
  expect(off).toEqual([]);
  expect(count()).toBeGreaterThan(450);
});

test("npv of 10,000 flows keeps its digits", () => {
  const next = numbers(20260305);
  const { off, check } = collector();
  const flows = Array.from({ length: 10000 }, () => amountOf(next));
  const times = flows.map((_, i) => i);
  for (const rate of [-0.05, 1e-4]) {
    const { value, size } = valueAt(rate, flows, times, 1);
    check("npv0", rate, npv0(rate, flows), value, size, 1e-15);
  }
  expect(off).toEqual([]);
});

test("xnpv agrees with 60 digits for 60 lists up to decades apart, dates before the first included", () => {
  const next = numbers(20260306);
  const { off, check, count } = collector();
  while (count() < 60) {
    const rate = rateOf(next, [0, 1e-12, 3e-9, 0.05, -0.02, -0.4, -0.999, 1.5, 40]);
    const flows = flowsOf(next, 2 + Math.floor(next() ** 2 * 40));
    const span = pick(next, [40, 400, 4000, 25000]);
    if (!countable(rate, span / 365)) continue;
    const days = flows.map(() => Math.floor(next() * span));
    const first = days[0] ?? 0;
    const unit = exactOf(rate).plus(1).ln();
    const terms = flows.map((flow, i) =>
      unit
        .times(first - (days[i] ?? 0))
        .div(365)
        .exp()
        .times(exactOf(flow)),
    );
    const dates = days.map((day) => fromDayNumber(10000 + day));
    const size = Decimal.sum(...terms.map((term) => term.abs()));
    check("xnpv", { rate, flows, days }, xnpv(rate, flows, dates), Decimal.sum(...terms), size);
  }
  expect(off).toEqual([]);
});

test("rates, growth and schedules agree with 60 digits in 1,000 draws, relative to themselves", () => {
  const next = numbers(20260307);
  const { off, check, count } = collector();
  const one = new Decimal(1);
  while (count() < 1000) {
    const nominal = pick(next, [1e-300, 1e-12, 3e-9, 1e-4, 0.05, 0.36, 2, 40]) * (0.5 + next());
    const n = pick(next, [1, 2, 4, 12, 52, 365, 8760, 31536000]);
    if (nominal < 100) {
      const grown = one.plus(exactOf(nominal).div(n)).ln().times(n).exp().minus(1);
      const exact = nominal < 1e-200 ? exactOf(nominal) : grown;
      if (exact.lt(1e300)) check("effective", { nominal, n }, effectiveRate(nominal, n), exact, exact);
      const back = one.plus(exactOf(nominal)).ln().div(n).exp().minus(1).times(n);
      check("nominal", { nominal, n }, nominalRate(nominal, n), nominal < 1e-200 ? exact : back, back);
    }
    const from = Math.abs(amountOf(next)) + 1e-3;
    const to =
      next() < 0.5 ? from * (1 + (next() - 0.5) * 10 ** -Math.floor(next() * 14)) : Math.abs(amountOf(next)) + 1e-3;
    const log = exactOf(to).div(exactOf(from)).ln();
    const periods = pick(next, [0.3, 1, 12, 360, 10000]);
    const growth = log.div(exactOf(periods)).exp().minus(1);
    if (growth.lt(1e300)) check("rri", { periods, from, to }, rri(periods, from, to), growth, growth);
    if (nominal > 1e-200) {
      const needed = log.div(one.plus(exactOf(nominal)).ln());
      check("pduration", { nominal, from, to }, pduration(nominal, from, to), needed, needed);
    }
    const rates = Array.from({ length: Math.floor(next() * 60) }, () => (next() - 0.45) * 0.3);
    const schedule = rates.reduce((product, rate) => product.times(one.plus(exactOf(rate))), exactOf(from));
    check("fvSchedule", { from, rates }, fvSchedule(from, rates), schedule, schedule, 2e-16);
  }
  expect(off).toEqual([]);
});

test("a growing annuity agrees with its sum at 60 digits, growth at and near the rate included", () => {
  const next = numbers(20260308);
  const { off, check, count } = collector();
  while (count() < 300) {
    const rate = rateOf(next);
    const near = rate + (1 + rate) * (next() - 0.5) * 10 ** -Math.floor(next() * 16);
    const growth = next() < 0.2 ? rate : next() < 0.5 ? near : rateOf(next);
    const nper = pick(next, [1, 12, 60, 360]);
    if (growth <= -1 || !countable(rate, nper) || !countable(growth, nper)) continue;
    const when = next() < 0.5 ? 0 : 1;
    const pmt = amountOf(next);
    const step = exactOf(growth).plus(1).div(exactOf(rate).plus(1));
    let term = when === 1 ? exactOf(pmt) : exactOf(pmt).div(exactOf(rate).plus(1));
    let sum = new Decimal(0);
    for (let k = 0; k < nper; k++) {
      sum = sum.minus(term);
      term = term.times(step);
    }
    check("growingAnnuity", { rate, nper, pmt, growth, when }, growingAnnuity(rate, nper, pmt, growth, when), sum, sum);
  }
  expect(off).toEqual([]);
});

test("volatility keeps its digits when returns differ in their last ones", () => {
  const next = numbers(20260309);
  const { off, check, count } = collector();
  while (count() < 40) {
    const level = pick(next, [0, 0.01, 1]);
    const spread = 10 ** -Math.floor(next() * 9);
    const returns = Array.from({ length: 2 + Math.floor(next() * 250) }, () => level + (next() - 0.5) * spread);
    const values = returns.map(exactOf);
    const mean = Decimal.sum(...values).div(values.length);
    const squares = Decimal.sum(...values.map((one) => one.minus(mean).pow(2)));
    const exact = squares
      .div(values.length - 1)
      .times(12)
      .sqrt();
    check("volatility", returns.length, volatility(returns, 12), exact, exact);
  }
  expect(off).toEqual([]);
});

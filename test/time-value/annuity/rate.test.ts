import { describe, expect, test } from "vitest";

import { Decimal } from "../../../src/core/decimal.ts";
import { rate, type RateSolution } from "../../../src/time-value/index.ts";
import rateCases from "../../golden/tvm/rate.json";
import { CLOSE, expectRoots, n, titled } from "../golden.ts";
import { annuityTerms, exactOf, numbers } from "../reference.ts";

describe("rate meets the published cases", () => {
  test.each(titled(rateCases))("%s", (_title, one) => {
    const { args } = one;
    const guess = (args["guess"] as number | undefined) ?? 0.1;
    const outcome = rate(n(one, "nper"), n(one, "pmt"), n(one, "pv"), n(one, "fv"), n(one, "when"), guess);
    // 100.0000001 is no double: the rate of the nearest one is 2.8e-9 of 1e-9 away
    expectRoots(outcome, one, n(one, "fv") === 100.0000001 ? 1e-8 : CLOSE);
  });
});

describe("rate refuses with a reason", () => {
  test.each([
    ["all received", () => rate(10, 1, 1, 1), "no-sign-change"],
    ["all paid", () => rate(10, -1, -1, -1), "no-sign-change"],
    ["all received, some of it nothing", () => rate(10, 0, 5, 5), "no-sign-change"],
    ["payments received, and no more", () => rate(10, 5, 0, 5), "no-sign-change"],
    ["all paid, some of it nothing", () => rate(10, 0, -5, -5), "no-sign-change"],
    ["payments paid, and no more", () => rate(10, -5, 0, -5), "no-sign-change"],
    ["paid and never returned", () => rate(10, 0, -1000), "total-loss"],
    ["savings never returned", () => rate(10, -100, 0), "total-loss"],
    ["no time", () => rate(0, -1, 10), "zero-span"],
    ["no time left for what is owed", () => rate(1, -10, 10, -10), "ok"],
    ["flows that cancel in the one period", () => rate(1, -10, 100, 10), "no-root"],
    ["a final amount below the last payment", () => rate(10, 10, 50, -5), "no-root"],
    ["an advance below the first payment", () => rate(10, -10, 5, -50, 1), "no-root"],
    ["amounts of one sign once the one period is netted", () => rate(1, 10, 100, -5), "no-root"],
    ["half a period's payment below the final amount", () => rate(0.5, -10, 100, 20), "no-root"],
    ["payments of next to nothing", () => rate(20, -1e-300, 1, 1), "no-root"],
    ["payments of next to nothing received", () => rate(20, 1e-300, -1, -1, 1), "no-root"],
    ["two changes, no root", () => rate(10, -1, 100, 100), "no-root"],
    ["not finite", () => rate(NaN, -1, 10), "not-finite"],
    ["not finite amount", () => rate(10, -1, Infinity), "not-finite"],
  ])("%s", (_, call, reason) => {
    const outcome = call();
    expect(outcome.ok ? "ok" : outcome.reason).toBe(reason);
  });
});

describe("all roots", () => {
  test("an annuity between two amounts of one sign has two rates", () => {
    const outcome = rate(20, -10, 50, 60) as RateSolution;
    expect(outcome.unique).toBe(false);
    expect(outcome.roots).toHaveLength(2);
    for (const root of outcome.roots ?? []) {
      const v = (1 + root) ** -20;
      expect(50 - (10 * (1 - v)) / root + 60 * v).toBeCloseTo(0, 10);
    }
    expect((rate(20, -10, 50, 60, 0, 5) as RateSolution).rate).toBe(outcome.roots?.[1]);
  });
});

test("two equal rates of 120 periods", () => {
  // 120 payments of 2 for 119 at the start and 121 at the end: weighted alike in time, and nothing left at rate 0
  const { roots } = rate(120, -2, 119, 121) as RateSolution;
  expect(roots).toEqual([expect.closeTo(0, 10), expect.closeTo(0, 10)]);
});

test("payments of next to nothing between two amounts have two rates of growth", () => {
  // they meet the amount at the start at a growth of 1e-175 / 1e-188, and that at the end at the 19th root of 1e175
  const { roots } = rate(20, -1e-175, 1e-188, 1) as RateSolution;
  expect(roots?.map(Math.log10)).toEqual([expect.closeTo(175 / 19, 4), expect.closeTo(13, 4)]);
});

/** Less than one period, seen through s = √(1 + rate): the equation of half a period is a quadratic in s. */
describe("half a period", () => {
  test.each<[string, number, number, number, 0 | 1, number[]]>([
    // when 0: pv·s² + (pv + fv)·s + (pmt + fv) = 0
    ["(s − 2)(s − 3)", 12, 1, -6, 0, [3, 8]],
    ["(3s − 1)(2s − 1)", 12, 6, -11, 0, [-8 / 9, -3 / 4]],
    ["(2s − 1)(s − 2)", 9, 2, -7, 0, [-3 / 4, 3]],
    ["4s − 1", -10, 0, 8, 0, [-15 / 16]],
    // when 1: (pmt + pv)·s² + (pv + fv)·s + fv = 0
    ["(s − 2)(s − 3), payments at the beginning", 12, -11, 6, 1, [3, 8]],
    ["(s − 2)(s − 10000), payments at the beginning", 30003, -30002, 20000, 1, [3, 99999999]],
    ["(2s − 1)(3s − 1), payments at the beginning", 12, -6, 1, 1, [-8 / 9, -3 / 4]],
    ["s − 9, payments at the beginning", 10, -10, 9, 1, [80]],
    ["9s − 1, payments at the beginning", 10, -10, 1, 1, [-80 / 81]],
  ])("%s", (_, pmt, pv, fv, when, rates) => {
    for (const sign of [1, -1]) {
      const outcome = rate(0.5, sign * pmt, sign * pv, sign * fv, when) as RateSolution;
      expect(outcome.ok).toBe(true);
      const roots = outcome.roots ?? [outcome.rate];
      expect(roots.map((root, i) => (1 + root) / (1 + (rates[i] ?? NaN)))).toEqual(
        rates.map(() => expect.closeTo(1, 10) as number),
      );
      expect(outcome.unique).toBe(rates.length === 1);
    }
  });
});

describe("one rate that is certain", () => {
  test("a payment that cancels on the one day leaves no trace", () => {
    for (const outcome of [rate(1, -1e9, -100, 1e9 + 110), rate(1, -1e9, 1e9 - 100, 110, 1)]) {
      expect(outcome).toMatchObject({ ok: true, rate: expect.closeTo(0.1, 15) as number, unique: true });
    }
  });

  test("a rest that rounding left over is no second rate", () => {
    const clean = rate(12, -100, 1000, 0, 1) as RateSolution;
    const outcome = rate(12, -100, 1000, 1e-20, 1) as RateSolution;
    expect(outcome.unique).toBe(true);
    expect(outcome).not.toHaveProperty("roots");
    expect(outcome.rate).toBeCloseTo(clean.rate, 14);
  });

  test("a rate beyond doubles is no second rate", () => {
    // pv alone would meet fv at a growth of (3.6e-8 / 7e-15)^100
    expect(rate(0.01, 1.2e13, 7e-15, -3.6e-8)).toMatchObject({ ok: true, unique: true });
  });

  test("growth of 1e13 a period is found to the last digit", () => {
    expect(rate(20, 0, -1e-100, 1e160)).toMatchObject({ ok: true, rate: expect.closeTo(1e13 - 1, 2) as number });
  });

  test("more periods than doubles can split", () => {
    expect(rate(1e302, -1, 1e302)).toMatchObject({ ok: true, rate: 0, unique: true });
  });

  test("payments near the end of the range of doubles", () => {
    const small = rate(2, 1, -1.5) as RateSolution;
    expect(rate(2, 1e308, -1.5e308)).toMatchObject({ ok: true, rate: expect.closeTo(small.rate, 14) as number });
  });

  test.each([
    [360, -5307.27, 1e6, 0, 0],
    [36, -300, 9.8, 0, 0],
    [12, -90, 1000, 0, 0],
    [60, -100, 1000, 0, 0],
    [240, -700, 100000, -20000, 0],
    [120, -100, 0, 30000, 0],
    [360, -1, 360 * (1 - 1e-9), 0, 0],
    [10000, 1, -100, 0, 0],
    [5, 10, 2, -60, 0],
    [240, -700, 100000, -20000, 1],
    [0.5, -10, 4, 0, 1],
  ] as const)("an everyday annuity is found in a few looks (%d periods of %d for %d)", (nper, pmt, pv, fv, when) => {
    const { iterations } = rate(nper, pmt, pv, fv, when) as RateSolution;
    expect(iterations).toBeGreaterThan(0);
    expect(iterations).toBeLessThan(9);
  });

  test.each([
    [360, -1, 100, 200],
    [60, -10, 100, 400],
    [10, -10, 40, 50],
  ])("two rates are found in a few looks more (%d periods of %d between %d and %d)", (nper, pmt, pv, fv) => {
    expect((rate(nper, pmt, pv, fv) as RateSolution).iterations).toBeLessThan(60);
  });

  test("where the slope is rounding, the search ends", () => {
    // the quadratic above, with a coefficient of s² of 2^-30
    const pv = 2 ** -30 - 1;
    const s = (0.5 - pv + Math.sqrt((pv - 0.5) ** 2 + 2 * (1 + pv))) / (2 * (1 + pv));
    const outcome = rate(0.5, 1, pv, -0.5, 1) as RateSolution;
    expect(outcome.rate / s ** 2).toBeCloseTo(1, 6);
    expect(outcome.iterations).toBeLessThan(40);
  });
});

test("a Newton step that ends on the root is the end, though rounding leaves it a hair to one side", () => {
  expect(rate(3, 0, 5463, -44997)).toMatchObject({
    ok: true,
    rate: expect.closeTo(Math.cbrt(44997 / 5463) - 1, 14) as number,
    unique: true,
  });
});

/** How far a rate is from a root, in units of what its condition number and writing it down allow. */
function excess(
  root: number,
  [periods, a, start, end, when]: readonly [number, number, number, number, number],
): number {
  const terms = annuityTerms(root, periods, a, start, end, when);
  const sizes = Decimal.sum(...terms.map((term) => term.abs()));
  // derivative by a difference at 60 digits
  const beyond = root + Math.min(Math.abs(root) * 1e-6 + 1e-12, (1 + root) * 1e-6 + 1e-15);
  const beside = Decimal.sum(...annuityTerms(beyond, periods, a, start, end, when));
  const value = Decimal.sum(...terms);
  const written = beside
    .minus(value)
    .div(exactOf(beyond).minus(exactOf(root)))
    .abs()
    .times(Math.abs(root) * 2 ** -52 + Number.MIN_VALUE);
  return value
    .abs()
    .div(sizes.times(8 * 2 ** -52).plus(written))
    .toNumber();
}

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
      const excessive = excess(root, [periods, a, start, end, when]);
      if (!(excessive <= 1)) off.push({ root, periods, a, start, end, when, excessive });
    }
  }
  expect(off).toEqual([]);
  expect(solved).toBeGreaterThan(250);
});

describe("every rate is within its condition number at the edges", () => {
  test.each<[string, number, number, number, number, 0 | 1, number]>([
    ["a millionth of a period", 1e-6, -1, 5e-7, 0, 0, 1],
    ["a millionth of a period, payments at the beginning", 1e-6, -1, 2e-6, 0, 1, 1],
    ["a millionth of a period that ends in an amount", 1e-6, -1, 0, 1e-7, 0, 1],
    ["a millionth of a period near -100 %", 1e-6, -1, 2e-5, 0, 0, 1],
    ["almost a period", 0.999, -10, 2, 5, 1, 1],
    ["amounts whose sum with the payment is the payment", 0.01, 1.2e13, 7e-15, -3.6e-8, 0, 1],
    ["so small an amount at the start", 1e-7, 1, -5e-17, 0, 1, 1],
    ["ten thousand periods at a hundredfold a period", 100, 0, -1e-100, 1e100, 0, 1],
    ["twenty periods at 2e13 a period", 20, 0, -3e-133, 1e133, 0, 1],
    ["1e-9 a period", 360, -1, 360 * (1 - 180.5e-9), 0, 0, 1],
    ["-1e-9 a period", 360, -1, 360 * (1 + 180.5e-9), 0, 0, 1],
    ["1e-7 a period", 360, -1, 360 * (1 - 180.5e-7), 0, 0, 1],
    ["1e-10 a period, payments at the beginning", 12, -1, 12 * (1 - 5.5e-10), 0, 1, 1],
    ["two rates 1e-4 apart", 10, -10.00000001, 45, 55, 0, 2],
    ["two rates 1e-6 apart", 10, -10.000000000001, 45, 55, 0, 2],
    ["two rates 1e-7 apart, of 120 periods", 120, -2 * (1 + 1e-10), 119, 121, 0, 2],
    ["two rates 1e-7 apart", 10, -10 * (1 + 2e-14), 45, 55, 0, 2],
    ["two rates of less than a period", 0.4, 47.4425322372006, -47.39828412299896, 28.38414999581136, 1, 2],
    ["two rates of less than a period, payments at the end", 0.1, 2, 1, -1.5, 0, 2],
  ])("%s", (_, nper, pmt, pv, fv, when, count) => {
    const outcome = rate(nper, pmt, pv, fv, when) as RateSolution;
    const roots = outcome.roots ?? [outcome.rate];
    expect(roots).toHaveLength(count);
    for (const root of roots) expect(excess(root, [nper, pmt, pv, fv, when])).toBeLessThanOrEqual(1);
    expect(roots.every((root, i) => i === 0 || root > (roots[i - 1] ?? NaN))).toBe(true);
  });
});

import { describe, expect, test } from "vitest";

import { Decimal } from "../../../src/core/decimal.ts";
import { rate, type RateSolution } from "../../../src/time-value/index.ts";
import rateCases from "../../golden/tvm/rate.json";
import { CLOSE, expectRoots, n, titled } from "../golden.ts";
import { annuityTerms, numbers } from "../reference.ts";

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
    ["paid and never returned", () => rate(10, 0, -1000), "total-loss"],
    ["savings never returned", () => rate(10, -100, 0), "total-loss"],
    ["no time", () => rate(0, -1, 10), "zero-span"],
    ["no time left for what is owed", () => rate(1, -10, 10, -10), "ok"],
    ["flows that cancel in the one period", () => rate(1, -10, 100, 10), "no-root"],
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

test("a Newton step that ends on the root is the end, though rounding leaves it a hair to one side", () => {
  expect(rate(3, 0, 5463, -44997)).toMatchObject({
    ok: true,
    rate: expect.closeTo(Math.cbrt(44997 / 5463) - 1, 14) as number,
    unique: true,
  });
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

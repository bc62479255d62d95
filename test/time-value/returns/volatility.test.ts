import { describe, expect, test } from "vitest";

import { Decimal } from "../../../src/core/decimal.ts";
import { periodReturns, RETURN_KINDS, volatility } from "../../../src/time-value/index.ts";
import { collector, pick } from "../draws.ts";
import { exactOf, numbers } from "../reference.ts";
import { refusal } from "../../support/refusal.ts";

const out = "time-value/out-of-domain";
const none = "time-value/no-solution";

describe("volatility", () => {
  test("is the sample deviation times the root of periods a year", () => {
    // mean 2; squares 1 + 0 + 1 over n − 1 = 2: deviation 1
    expect(volatility([1, 2, 3], 1)).toBe(1);
    expect(volatility([1, 2, 3], 252)).toBeCloseTo(Math.sqrt(252), 14);
    expect(volatility([0.05, 0.05, 0.05], 12)).toBe(0);
  });

  test("returns of values, simple and logarithmic", () => {
    expect(periodReturns([100, 110, 99])).toEqual([(110 - 100) / 100, (99 - 110) / 110]);
    expect(periodReturns([100, 110], "log")[0]).toBeCloseTo(Math.log(1.1), 15);
  });

  test.each([
    ["one return", () => volatility([0.1], 12), ["returns"], { received: "array(1)" }],
    ["a return that is no number", () => volatility([0.1, NaN], 12), ["returns", 1], { received: "NaN" }],
    ["no periods", () => volatility([0.1, 0.2], 0), ["periodsPerYear"], { received: "0" }],
    ["one value", () => periodReturns([1]), ["values"], { received: "array(1)" }],
    ["a value of 0", () => periodReturns([1, 0]), ["values", 1], { received: "0" }],
    ["a value that is no number", () => periodReturns([1, Infinity]), ["values", 1], { received: "Infinity" }],
  ])("%s is refused", (_, call, path, details) => {
    expect(call).toThrow(refusal(out, path, details));
  });

  test("an unknown kind of return is refused", () => {
    const odd = JSON.parse('"geometric"') as "log";
    expect(() => periodReturns([1, 2], odd)).toThrow(
      refusal(out, ["kind"], { received: "string(9)", allowed: RETURN_KINDS }),
    );
  });

  test("beyond doubles", () => {
    const reason = "beyond-range";
    expect(() => volatility([1e200, -1e200], 12)).toThrow(refusal(none, ["returns"], { reason }));
  });
});

test("what rounding leaves of the mean is taken out", () => {
  // the mean is 2^-52/3 above 1, which is no double; squares (1 + 1 + 4)/9 over n − 1 = 2: a third
  expect(volatility([1, 1, 1 + 2 ** -52], 1) * 2 ** 52).toBeCloseTo(Math.sqrt(1 / 3), 14);
});

test("small deviations beside large ones are not lost, however many", () => {
  const many = Array.from({ length: 200_000 }, (_, i) => (i % 2 === 0 ? 1 : -1));
  // two squares of 1e16, and 200,000 of 1, of which a plain sum would keep none
  const exact = Math.sqrt((2e16 + 200_000) / 200_001);
  expect(volatility([1e8, -1e8, ...many], 1) / exact).toBeCloseTo(1, 14);
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

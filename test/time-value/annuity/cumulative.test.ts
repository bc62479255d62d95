import { describe, expect, test } from "vitest";

import { Decimal } from "../../../src/core/decimal.ts";
import { cumipmt, cumprinc } from "../../../src/time-value/index.ts";
import cumipmtCases from "../../golden/tvm/cumipmt.json";
import cumprincCases from "../../golden/tvm/cumprinc.json";
import { amountOf, collector, followable, loan, pick, rateOf } from "../draws.ts";
import { callOf, casesOf, expectPublished, expectWorked, n, titled, worked } from "../golden.ts";
import { numbers } from "../reference.ts";
import { refusal } from "../../support/refusal.ts";

const out = "time-value/out-of-domain";
const NaNReceived = { received: "NaN" };

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

describe("interest and principal at the edges", () => {
  test("a range without a whole period adds up to nothing", () => {
    expect(cumipmt(0.1, 10, 1000, 2.2, 2.8, 0)).toBe(0);
    expect(cumprinc(0.1, 10, 1000, 2.2, 2.8, 1)).toBe(0);
  });

  test("the whole term repays the loan to the last digit, whatever the rate", () => {
    for (const rate of [-0.4, -1e-5, 1e-300, 0.0041, 0.05, 0.3, 2.9]) {
      for (const nper of [1, 7, 60, 360]) {
        for (const when of [0, 1] as const) {
          expect(cumprinc(rate, nper, 1000.1, 1, nper, when)).toBe(-1000.1);
          expect(cumprinc(rate, nper, 0, 1, nper, when)).toBe(0);
        }
      }
    }
    expect(cumprinc(0.1, 10, Number.MAX_VALUE, 1, 10, 0)).toBe(-Number.MAX_VALUE);
  });

  test("where no power is far from 1 the sum of interest keeps all its digits", () => {
    // the limit at which the sum is formed another way is 0.5 for rate × periods
    for (const [rate, nper] of [
      [0.049, 10],
      [0.00135, 360],
      [-0.0013, 360],
      [0.16, 3],
      [0.4, 1],
    ] as const) {
      const { interest } = loan(rate, nper, 1000, 0, 0);
      let sum = new Decimal(0);
      for (let per = 1; per <= nper; per++) sum = sum.plus(interest(per));
      const { off, check } = collector();
      check("cumipmt", { rate, nper }, cumipmt(rate, nper, 1000, 1, nper, 0), sum, sum, 2e-15);
      expect(off).toEqual([]);
    }
  });

  test("fractional bounds are taken inwards", () => {
    expect(cumipmt(0.1, 10, 1000, 2.5, 4.5, 0)).toBe(cumipmt(0.1, 10, 1000, 3, 4, 0));
  });
});

const refused: readonly (readonly [string, () => unknown, readonly (string | number)[], object])[] = [
  ["cumipmt rate", () => cumipmt(-2, 10, 1, 1, 2, 0), ["rate"], { received: "-2" }],
  ["cumipmt nper", () => cumipmt(0.1, NaN, 1, 1, 2, 0), ["nper"], NaNReceived],
  ["cumipmt nper below 0", () => cumipmt(0.1, -1, 1, 1, 2, 0), ["nper"], { received: "-1" }],
  ["cumipmt nper 0 has no period", () => cumipmt(0.1, 0, 1, 1, 2, 0), ["start"], { received: "1" }],
  ["cumipmt pv", () => cumipmt(0.1, 10, NaN, 1, 2, 0), ["pv"], NaNReceived],
  ["cumipmt start", () => cumipmt(0.1, 10, 1, 0, 2, 0), ["start"], { received: "0" }],
  ["cumipmt start beyond nper", () => cumipmt(0.1, 10, 1, 11, 12, 0), ["start"], { received: "11" }],
  ["cumipmt end before start", () => cumipmt(0.1, 10, 1, 3, 2, 0), ["end"], { received: "2" }],
  ["cumipmt end beyond nper", () => cumipmt(0.1, 10, 1, 3, 11, 0), ["end"], { received: "11" }],
  ["cumipmt when", () => cumipmt(0.1, 10, 1, 1, 2, 3), ["when"], { received: "3" }],
  ["cumprinc end", () => cumprinc(0.1, 10, 1, 3, NaN, 0), ["end"], NaNReceived],
  ["cumprinc when", () => cumprinc(0.1, 10, 1, 1, 2, -1), ["when"], { received: "-1" }],
];

test.each(refused)("%s out of its domain is refused", (_, call, path, details) => {
  expect(call).toThrow(refusal(out, path, details));
});

test("over all periods the principal repaid is the loan, to the last digit", () => {
  const whole = casesOf(cumprincCases).filter((one) => one.args["start"] === 1 && one.args["end"] === one.args["nper"]);
  expect(whole.length).toBeGreaterThan(0);
  for (const one of whole) expect(callOf("cumprinc")(one)).toBe(-n(one, "pv"));
});

describe("cumipmt meets the published cases", () => {
  test.each(titled(cumipmtCases))("%s", (_title, one) => {
    expectPublished("cumipmt", one);
  });
});

describe("cumprinc meets the published cases", () => {
  test.each(titled(cumprincCases))("%s", (_title, one) => {
    expectPublished("cumprinc", one);
  });
});

describe("documentation and worked solutions", () => {
  test.each(worked("cumipmt", "cumprinc"))("%s", (_title, one) => {
    expectWorked(one);
  });
});

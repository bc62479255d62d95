import { describe, expect, test } from "vitest";

import { Decimal } from "../../../src/core/decimal.ts";
import { growingAnnuity } from "../../../src/time-value/index.ts";
import { amountOf, collector, countable, pick, rateOf } from "../draws.ts";
import { expectWorked, worked } from "../golden.ts";
import { exactOf, numbers } from "../reference.ts";
import { refusal } from "../../support/refusal.ts";

const out = "time-value/out-of-domain";
const NaNReceived = { received: "NaN" };

describe("present values at the edges", () => {
  test("growth equal to the rate needs no limit by hand", () => {
    expect(growingAnnuity(0.25, 8, -100, 0.25)).toBe((100 * 8) / 1.25);
    expect(growingAnnuity(0.25, 8, -100, 0.25, 1)).toBe(800);
    expect(growingAnnuity(0.1, 0, 100, 0.02)).toBe(0);
    expect(growingAnnuity(0.1, 5, 0, 0.02)).toBe(0);
    expect(growingAnnuity(0, 2000, 0, 1)).toBe(0);
  });

  test("payments that all but vanish after the first, for a hundredth of a period", () => {
    // the ratio of neighbours is q = 2^-50/3: (1 − q^0.01)/(3·(1 − q))
    const logOfRatio = -50 * Math.LN2 - Math.log(3);
    const worth = (1 - Math.exp(logOfRatio / 100)) / (1 - 2 ** -50 / 3) / 3;
    expect(growingAnnuity(2, 0.01, -1, 2 ** -50 - 1)).toBeCloseTo(worth, 15);
  });
});

const refused: readonly (readonly [string, () => unknown, readonly (string | number)[], object])[] = [
  ["growingAnnuity rate", () => growingAnnuity(-1, 1, 1, 0), ["rate"], { received: "-1" }],
  ["growingAnnuity nper", () => growingAnnuity(0.1, -1, 1, 0), ["nper"], { received: "-1" }],
  ["growingAnnuity pmt", () => growingAnnuity(0.1, 1, NaN, 0), ["pmt"], NaNReceived],
  ["growingAnnuity growth", () => growingAnnuity(0.1, 1, 1, -1), ["growth"], { received: "-1" }],
  ["growingAnnuity when", () => growingAnnuity(0.1, 1, 1, 0, 2), ["when"], { received: "2" }],
];

test.each(refused)("%s out of its domain is refused", (_, call, path, details) => {
  expect(call).toThrow(refusal(out, path, details));
});

describe("no number answers", () => {
  const beyond = "beyond-range";
  test.each([["growingAnnuity beyond doubles", () => growingAnnuity(0, 2000, 1, 1), "nper", beyond]])(
    "%s",
    (_, call, path, reason) => {
      expect(call).toThrow(refusal("time-value/no-solution", [path], { reason }));
    },
  );
});

describe("documentation and worked solutions", () => {
  test.each(worked("growingAnnuity"))("%s", (_title, one) => {
    expectWorked(one);
  });
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

import { describe, expect, test } from "vitest";

import { cumipmt, cumprinc, ipmt, pmt, ppmt } from "../../../src/time-value/index.ts";
import ipmtCases from "../../golden/tvm/ipmt.json";
import ppmtCases from "../../golden/tvm/ppmt.json";
import { amountOf, collector, followable, loan, PERIODS, pick, rateOf } from "../draws.ts";
import { expectPublished, expectWorked, titled, worked } from "../golden.ts";
import { numbers } from "../reference.ts";
import { refusal } from "../../support/refusal.ts";

const out = "time-value/out-of-domain";
const NaNReceived = { received: "NaN" };

describe("interest and principal at the edges", () => {
  test("at rate 0 there is no interest and principal is an equal part", () => {
    expect(ipmt(0, 5, 12, 1200)).toBe(0);
    expect(ppmt(0, 5, 12, 1200, -240)).toBe(-(1200 - 240) / 12);
    expect(cumipmt(0, 12, 1200, 1, 12, 0)).toBe(0);
    expect(cumprinc(0, 12, 1200, 4, 6, 0)).toBe((-1200 * 3) / 12);
  });

  test("the first payment at the beginning is principal altogether", () => {
    expect(ipmt(0.1, 1, 10, 1000, 0, 1)).toBe(0);
    expect(ppmt(0.1, 1, 10, 1000, 0, 1)).toBe(pmt(0.1, 10, 1000, 0, 1));
    expect(cumipmt(0.1, 10, 1000, 1, 1, 1)).toBe(0);
    expect(cumprinc(0.1, 10, 1000, 1, 1, 1)).toBe(pmt(0.1, 10, 1000, 0, 1));
  });

  test("an interest-only loan pays interest only", () => {
    // 8192 × 2^-8 = 32: both are exact in binary
    expect(ipmt(2 ** -8, 100, 360, 8192, -8192)).toBeCloseTo(-32, 12);
    expect(ppmt(2 ** -8, 100, 360, 8192, -8192)).toBe(0);
  });

  test("late interest of a long term at a high rate is not lost", () => {
    // 4 periods left at 14.79 %: balance 270.51·(1 − v⁴)/(1 − v³⁰⁰), v = 1/1.1479
    const v = 1 / 1.1479;
    expect(ipmt(0.1479, 297, 300, -270.51)).toBeCloseTo((0.1479 * 270.51 * (1 - v ** 4)) / (1 - v ** 300), 12);
    // 10 periods left of 10,000 at 150 %: what is still owed is nearly the whole loan
    expect(ipmt(1.5, 9991, 10000, 1000)).toBeCloseTo(-1500 * (1 - 0.4 ** 10), 9);
    expect(ppmt(1.5, 9991, 10000, 1000)).toBeCloseTo(-1500 * 0.4 ** 10, 12);
  });

  test("at 1e-300 the limits hold", () => {
    // balance before the 7th of 12 payments is one half
    expect(ipmt(1e-300, 7, 12, 1e300)).toBeCloseTo(-0.5, 15);
    // and before the 4th three quarters, less the quarter that is saved for the end
    expect(ipmt(1e-300, 4, 12, 1e300, 1e300)).toBeCloseTo(-0.5, 15);
    expect(ppmt(1e-300, 7, 12, 1200)).toBe(-100);
    // 12 + 11 + … + 1 twelfths
    expect(cumipmt(1e-300, 12, 1e300, 1, 12, 0)).toBeCloseTo(-78 / 12, 14);
  });
});

const refused: readonly (readonly [string, () => unknown, readonly (string | number)[], object])[] = [
  ["ipmt rate", () => ipmt(-1, 1, 10, 1), ["rate"], { received: "-1" }],
  ["ipmt per below 1", () => ipmt(0.1, 0.5, 10, 1), ["per"], { received: "0.5" }],
  ["ipmt per beyond nper", () => ipmt(0.1, 11, 10, 1), ["per"], { received: "11" }],
  ["ipmt per NaN", () => ipmt(0.1, NaN, 10, 1), ["per"], NaNReceived],
  ["ipmt nper", () => ipmt(0.1, 1, -1, 1), ["nper"], { received: "-1" }],
  ["ipmt nper infinite", () => ipmt(0.1, 1, Infinity, 1), ["nper"], { received: "Infinity" }],
  ["ipmt nper 0 has no period", () => ipmt(0.1, 1, 0, 1), ["per"], { received: "1" }],
  ["ipmt pv", () => ipmt(0.1, 1, 10, NaN), ["pv"], NaNReceived],
  ["ipmt fv", () => ipmt(0.1, 1, 10, 1, NaN), ["fv"], NaNReceived],
  ["ipmt when", () => ipmt(0.1, 1, 10, 1, 0, 0.5), ["when"], { received: "0.5" }],
  ["ppmt rate", () => ppmt(-1, 1, 10, 1), ["rate"], { received: "-1" }],
  ["ppmt pv", () => ppmt(0.1, 1, 10, NaN), ["pv"], NaNReceived],
  ["ppmt fv", () => ppmt(0.1, 1, 10, 1, NaN), ["fv"], NaNReceived],
  ["ppmt per", () => ppmt(0.1, 0, 10, 1), ["per"], { received: "0" }],
  ["ppmt when", () => ppmt(0.1, 1, 10, 1, 0, 2), ["when"], { received: "2" }],
];

test.each(refused)("%s out of its domain is refused", (_, call, path, details) => {
  expect(call).toThrow(refusal(out, path, details));
});

test("a million periods at 1e-14 are not periods without interest", () => {
  // the first principal is 1/n·(1 − (n − 1)/2·r), and (n − 1)/2·r is 5e-9
  const share = -(1 - (1e6 - 1) * 0.5e-14);
  expect(ppmt(1e-14, 1, 1e6, 1e6)).toBeCloseTo(share, 15);
  expect(cumprinc(1e-14, 1e6, 1e6, 1, 1, 0)).toBeCloseTo(share, 15);
  // the balance after half of them is 1/2·(1 + n/4·r)
  expect(ipmt(1e-14, 500001, 1e6, 1e14)).toBeCloseTo(-0.5 * (1 + 0.25e-8), 15);
});

describe("no number answers", () => {
  const beyond = "beyond-range";
  test.each([["ppmt of amounts whose sum is no double", () => ppmt(0.1, 1, 2, 1.7e308, 1.7e308), "pv", beyond]])(
    "%s",
    (_, call, path, reason) => {
      expect(call).toThrow(refusal("time-value/no-solution", [path], { reason }));
    },
  );
});

describe("ipmt meets the published cases", () => {
  test.each(titled(ipmtCases))("%s", (_title, one) => {
    expectPublished("ipmt", one);
  });
});

describe("ppmt meets the published cases", () => {
  test.each(titled(ppmtCases))("%s", (_title, one) => {
    expectPublished("ppmt", one);
  });
});

describe("documentation and worked solutions", () => {
  test.each(worked("ipmt", "ppmt"))("%s", (_title, one) => {
    expectWorked(one);
  });
});

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

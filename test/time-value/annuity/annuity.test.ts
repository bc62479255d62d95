import { describe, expect, test } from "vitest";

import { type Decimal } from "../../../src/core/decimal.ts";
import { fv, nper, pmt, pv } from "../../../src/time-value/index.ts";
import fvCases from "../../golden/tvm/fv.json";
import pmtCases from "../../golden/tvm/pmt.json";
import pvCases from "../../golden/tvm/pv.json";
import { annuities, PROMISED } from "../draws.ts";
import { expectClosedForm, expectWorked, n, titled, worked } from "../golden.ts";
import { annuityTerms, discount } from "../reference.ts";
import { refusal } from "../../support/refusal.ts";

const finite = { received: "NaN" };

describe("closed forms at the edges", () => {
  test("a rate of 0 is plain division and multiplication", () => {
    expect(pv(0, 12, -100, -50)).toBe(12 * 100 + 50);
    expect(fv(0, 12, 100, -100)).toBe(100 - 12 * 100);
    expect(pmt(0, 12, 1200, -240)).toBe(-(1200 - 240) / 12);
    expect(nper(0, -100, 1000, 200)).toBe((1000 + 200) / 100);
  });

  test("no result is a negative zero", () => {
    for (const zero of [pv(0.1, 5, 0), fv(0.1, 5, 0), pmt(0.1, 5, 0), nper(0.1, -5, 0), pv(0, 0, 0), nper(0, 5, 0)]) {
      expect(Object.is(zero, 0)).toBe(true);
    }
  });

  test("an interest-only loan pays exactly the interest", () => {
    // 8192 × 2^-8 = 32: both are exact in binary
    expect(pmt(2 ** -8, 360, 8192, -8192)).toBe(-32);
    expect(pmt(2 ** -8, 360, 8192, -8192, 1)).toBe(-32 / (1 + 2 ** -8));
    for (let nper = 1; nper <= 177; nper++) expect(pmt(2 ** -8, nper, 8192, -8192)).toBe(-32);
  });

  test("long terms at high rates do not overflow where the answer is small", () => {
    expect(pmt(0.5, 2000, 1)).toBe(-0.5);
    expect(pmt(-0.5, 2000, 1)).toBe(0);
    expect(pv(40, 10000, -40)).toBeCloseTo(1, 15);
  });

  test("the limit at tiny rates keeps every digit", () => {
    // 360·(1 − 361/2·r) to first order; the next term is 4e-20
    expect(pv(1e-12, 360, -100)).toBeCloseTo(36000 - (36000 * 361e-12) / 2, 9);
    expect(pv(1e-300, 360, -100)).toBe(36000);
    expect(pv(-1e-300, 360, -100)).toBe(36000);
    // the smallest double times 2.5 is no double
    expect(pv(5e-324, 2.5, -1)).toBe(2.5);
    expect(fv(5e-324, 2.5, -1)).toBe(2.5);
    expect(pmt(5e-324, 2.5, 1)).toBe(-0.4);
    // a million periods at 1e-14: n·(1 ∓ (n ± 1)/2·r), and the next term is 2e-17 of it
    expect(pv(1e-14, 1e6, -1)).toBeCloseTo(1e6 - (1e6 + 1) * 0.5e-8, 8);
    expect(fv(1e-14, 1e6, -1)).toBeCloseTo(1e6 + (1e6 - 1) * 0.5e-8, 8);
    expect(pmt(1e-14, 1e6, -1e6)).toBeCloseTo(1 + (1e6 + 1) * 0.5e-14, 15);
  });

  test("nothing stays nothing, however long it grows", () => {
    expect(fv(1, 2000, 0)).toBe(0);
    expect(pv(-0.9, 1000, 0)).toBe(0);
  });

  test("payments at the beginning are worth one period more", () => {
    expect(pv(0.25, 1, -100, 0, 1)).toBe(100);
    expect(pv(0.25, 1, -100, 0, 0)).toBe(80);
  });

  test("a negative number of periods looks back, as in Excel", () => {
    expect(pv(1.5, -2, 0, -5.4)).toBeCloseTo(5.4 * 2.5 ** 2, 12);
    expect(nper(-0.5, 0, 1, -2)).toBeCloseTo(-1, 14);
  });
});

const calls = [
  ["pv rate", () => pv(-1, 10, 1), "time-value/out-of-domain", "rate", { received: "-1" }],
  ["pv rate NaN", () => pv(NaN, 10, 1), "time-value/out-of-domain", "rate", finite],
  ["pv rate infinite", () => pv(Infinity, 10, 1), "time-value/out-of-domain", "rate", { received: "Infinity" }],
  ["pv nper", () => pv(0.1, NaN, 1), "time-value/out-of-domain", "nper", finite],
  ["pv pmt", () => pv(0.1, 1, NaN), "time-value/out-of-domain", "pmt", finite],
  ["pv fv", () => pv(0.1, 1, 1, NaN), "time-value/out-of-domain", "fv", finite],
  ["pv when", () => pv(0.1, 1, 1, 0, 0.5), "time-value/out-of-domain", "when", { received: "0.5" }],
  ["fv rate", () => fv(-1.5, 10, 1), "time-value/out-of-domain", "rate", { received: "-1.5" }],
  ["fv nper", () => fv(0.1, NaN, 1), "time-value/out-of-domain", "nper", finite],
  ["fv pmt", () => fv(0.1, 1, NaN), "time-value/out-of-domain", "pmt", finite],
  ["fv pv", () => fv(0.1, 1, 1, NaN), "time-value/out-of-domain", "pv", finite],
  ["fv when", () => fv(0.1, 1, 1, 0, 2), "time-value/out-of-domain", "when", { received: "2" }],
  ["pmt rate", () => pmt(-1, 10, 1), "time-value/out-of-domain", "rate", { received: "-1" }],
  ["pmt nper 0", () => pmt(0.1, 0, 1), "time-value/out-of-domain", "nper", { received: "0" }],
  ["pmt nper", () => pmt(0.1, NaN, 1), "time-value/out-of-domain", "nper", finite],
  ["pmt pv", () => pmt(0.1, 1, NaN), "time-value/out-of-domain", "pv", finite],
  ["pmt fv", () => pmt(0.1, 1, 1, NaN), "time-value/out-of-domain", "fv", finite],
  ["pmt when", () => pmt(0.1, 1, 1, 0, -1), "time-value/out-of-domain", "when", { received: "-1" }],
] as const;

test.each(calls)("%s out of its domain is refused", (_, call, code, path, details) => {
  expect(call).toThrow(refusal(code, path, details));
});

test("a string where a number belongs is refused, not converted", () => {
  const row: { readonly rate: unknown } = JSON.parse('{"rate":"0.05"}') as { readonly rate: unknown };
  expect(() => pv(row.rate as number, 10, 1)).toThrow(
    refusal("time-value/out-of-domain", "rate", { received: "0.05", type: "string" }),
  );
});

describe("no number answers", () => {
  test("beyond the range of a double", () => {
    const reason = "beyond-range";
    expect(() => fv(1, 2000, -1)).toThrow(refusal("time-value/no-solution", "nper", { reason }));
    expect(() => pv(-0.9, 1000, -1)).toThrow(refusal("time-value/no-solution", "nper", { reason }));
    expect(() => pmt(0, 1, 1.7e308, 1.7e308)).toThrow(refusal("time-value/no-solution", "pv", { reason }));
  });
});

describe("pv meets the published cases", () => {
  test.each(titled(pvCases))("%s", (_title, one) => {
    expectClosedForm(one, (c) => pv(n(c, "rate"), n(c, "nper"), n(c, "pmt"), n(c, "fv"), n(c, "when")));
  });
});

describe("fv meets the published cases", () => {
  test.each(titled(fvCases))("%s", (_title, one) => {
    expectClosedForm(one, (c) => fv(n(c, "rate"), n(c, "nper"), n(c, "pmt"), n(c, "pv"), n(c, "when")));
  });
});

describe("pmt meets the published cases", () => {
  test.each(titled(pmtCases))("%s", (_title, one) => {
    expectClosedForm(one, (c) => pmt(n(c, "rate"), n(c, "nper"), n(c, "pv"), n(c, "fv"), n(c, "when")));
  });
});

describe("documentation and worked solutions", () => {
  test.each(worked("pv"))("%s", (_title, one) => {
    expectWorked(one);
  });
});

test("pv, fv, pmt and nper agree with 60 digits for 600 annuities, pathological ones included", () => {
  const off: unknown[] = [];
  const check = (name: string, row: object, actual: number, exact: Decimal, size: Decimal) => {
    if (!exact.minus(actual).abs().lte(size.times(PROMISED))) off.push({ name, row, actual, exact: exact.toString() });
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

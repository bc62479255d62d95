import { describe, expect, test } from "vitest";

import { fv, nper, pmt, pv } from "../../src/time-value/index.ts";
import { refusal } from "../support/refusal.ts";

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

const finite = { received: "NaN" };
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
  ["nper rate", () => nper(-1, 10, 1), "time-value/out-of-domain", "rate", { received: "-1" }],
  ["nper pmt", () => nper(0.1, NaN, 1), "time-value/out-of-domain", "pmt", finite],
  ["nper pv", () => nper(0.1, 1, NaN), "time-value/out-of-domain", "pv", finite],
  ["nper fv", () => nper(0.1, 1, 1, NaN), "time-value/out-of-domain", "fv", finite],
  ["nper when", () => nper(0.1, 1, 1, 0, 3), "time-value/out-of-domain", "when", { received: "3" }],
] as const;

test.each(calls)("%s out of its domain is refused", (_, call, code, path, details) => {
  expect(call).toThrow(refusal(code, [path], details));
});

test("a string where a number belongs is refused, not converted", () => {
  const row: { readonly rate: unknown } = JSON.parse('{"rate":"0.05"}') as { readonly rate: unknown };
  expect(() => pv(row.rate as number, 10, 1)).toThrow(
    refusal("time-value/out-of-domain", ["rate"], { received: "0.05" }),
  );
});

describe("no number answers", () => {
  const unpaid = "the payment does not exceed the interest, or every number of periods would do";
  test.each([
    ["a payment equal to the interest", () => nper(0.01, -10, 1000), unpaid],
    ["a payment below the interest", () => nper(0.01, -9, 1000), unpaid],
    ["interest-only for ever", () => nper(0.01, -10, 1000, -1000), unpaid],
    ["a payment equal to the interest but for the binary form of 0.3", () => nper(0.3, -300, 1000), unpaid],
    ["nothing paid at rate 0", () => nper(0, 0, 1000), "nothing is paid and nothing grows"],
  ])("%s", (_, call, reason) => {
    expect(call).toThrow(refusal("time-value/no-solution", ["pmt"], { reason }));
  });

  test("beyond the range of a double", () => {
    const reason = "the result is beyond the range of a double";
    expect(() => fv(1, 2000, -1)).toThrow(refusal("time-value/no-solution", ["nper"], { reason }));
    expect(() => pv(-0.9, 1000, -1)).toThrow(refusal("time-value/no-solution", ["nper"], { reason }));
    expect(() => pmt(0, 1, 1.7e308, 1.7e308)).toThrow(refusal("time-value/no-solution", ["pv"], { reason }));
  });
});

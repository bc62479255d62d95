import { describe, expect, test } from "vitest";

import { Decimal } from "../../../src/core/decimal.ts";
import { fv, nper } from "../../../src/time-value/index.ts";
import nperCases from "../../golden/tvm/nper.json";
import { annuities, PROMISED } from "../draws.ts";
import { expectClosedForm, n, titled } from "../golden.ts";
import { annuityTerms } from "../reference.ts";
import { refusal } from "../../support/refusal.ts";

const finite = { received: "NaN" };

const calls = [
  ["nper rate", () => nper(-1, 10, 1), "time-value/out-of-domain", "rate", { received: "-1" }],
  ["nper pmt", () => nper(0.1, NaN, 1), "time-value/out-of-domain", "pmt", finite],
  ["nper pv", () => nper(0.1, 1, NaN), "time-value/out-of-domain", "pv", finite],
  ["nper fv", () => nper(0.1, 1, 1, NaN), "time-value/out-of-domain", "fv", finite],
  ["nper when", () => nper(0.1, 1, 1, 0, 3), "time-value/out-of-domain", "when", { received: "3" }],
] as const;

test.each(calls)("%s out of its domain is refused", (_, call, code, path, details) => {
  expect(call).toThrow(refusal(code, path, details));
});

describe("no number answers", () => {
  const unpaid = "interest-not-covered";
  test.each([
    ["a payment equal to the interest", () => nper(0.01, -10, 1000), unpaid],
    ["a payment below the interest", () => nper(0.01, -9, 1000), unpaid],
    ["interest-only for ever", () => nper(0.01, -10, 1000, -1000), unpaid],
    ["payments that keep a debt of 1000 where it will be, from one of 500", () => nper(0.3, -300, -500, -1000), unpaid],
    ["nothing paid, and nothing there to grow", () => nper(0.05, 0, 0, 100), unpaid],
    ["nothing paid, and all of it to be gone", () => nper(0.05, 0, -100, 0), unpaid],
    ["a payment equal to the interest but for the binary form of 0.3", () => nper(0.3, -300, 1000), unpaid],
    // 0.29 × 100 is 28.999999999999996 to a double
    ["a payment that seems to exceed the interest by rounding", () => nper(0.29, -29, 100), unpaid],
    ["a debt at the end that seems to be reached by rounding", () => nper(0.29, -29, -50, -100), unpaid],
    ["nothing paid at rate 0", () => nper(0, 0, 1000), "nothing-paid"],
  ])("%s", (_, call, reason) => {
    expect(call).toThrow(refusal("time-value/no-solution", "pmt", { reason }));
  });
});

describe("nper meets the published cases", () => {
  test.each(titled(nperCases))("%s", (_title, one) => {
    expectClosedForm(one, (c) => nper(n(c, "rate"), n(c, "pmt"), n(c, "pv"), n(c, "fv"), n(c, "when")));
  });
});

describe("tiny rates and amounts", () => {
  test.each([
    ["without interest a double could tell", () => nper(5e-324, -100, 0.3), 0.3 / 100],
    ["a loan whose first interest is half the payment", () => nper(1e-18, -200, 1e20), Math.LN2 * 1e18],
    ["the same of tiny amounts", () => nper(1e-18, -2e-10, 1e8), Math.LN2 * 1e18],
    ["a debt at the end, whose interest is 100 payments", () => nper(1e-18, -1, 0, 1e20), Math.log(101) * 1e18],
    ["a rate of 10 % beside which only the amount is tiny", () => nper(0.1, -1e20, 1), 1e-21 / Math.log(1.1)],
  ])("%s", (_, call, periods) => {
    expect(call() / periods).toBeCloseTo(1, 14);
  });
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
    expect(value.abs().lte(size.times(PROMISED).plus(written))).toBe(true);
    solved++;
  }
  expect(solved).toBeGreaterThan(250);
});

test("amounts whose sum no double holds are refused at rates next to 0 as at 0, not answered with 0", () => {
  for (const rate of [0, -1e-18, 1e-18]) {
    expect(() => nper(rate, 1e308, 1e308, 1e308, 1)).toThrow(
      expect.objectContaining({ code: "time-value/no-solution" }),
    );
  }
});

import { describe, expect, test } from "vitest";

import { Decimal } from "../../../src/core/decimal.ts";
import { effectiveRate, fvSchedule, nominalRate, pduration, rri } from "../../../src/time-value/index.ts";
import effectCases from "../../golden/tvm/effect.json";
import fvscheduleCases from "../../golden/tvm/fvschedule.json";
import nominalCases from "../../golden/tvm/nominal.json";
import { amountOf, collector, pick } from "../draws.ts";
import { expectPublished, expectWorked, titled, worked } from "../golden.ts";
import { exactOf, numbers } from "../reference.ts";
import { refusal } from "../../support/refusal.ts";

const out = "time-value/out-of-domain";
const NaNReceived = { received: "NaN" };

describe("rates at the edges", () => {
  test("a fraction of a compounding period is cut off", () => {
    expect(effectiveRate(0.6, 10.9)).toBe(effectiveRate(0.6, 10));
    expect(nominalRate(0.6, 1.9)).toBe(0.6);
    // one period changes no digit, for any of a hundred rates
    for (let percent = 1; percent <= 100; percent++) expect(effectiveRate(percent / 100, 1)).toBe(percent / 100);
  });

  test("a schedule of nothing leaves the principal; a loss beyond everything turns its sign", () => {
    expect(fvSchedule(1234.5, [])).toBe(1234.5);
    expect(fvSchedule(100, [-2])).toBe(-100);
  });
});

const refused: readonly (readonly [string, () => unknown, readonly (string | number)[], object])[] = [
  ["effectiveRate nominal", () => effectiveRate(0, 12), ["nominal"], { received: "0" }],
  ["effectiveRate periods", () => effectiveRate(0.1, 0.99), ["periods"], { received: "0.99" }],
  ["nominalRate effective", () => nominalRate(-0.1, 12), ["effective"], { received: "-0.1" }],
  ["nominalRate periods", () => nominalRate(0.1, Infinity), ["periods"], { received: "Infinity" }],
  ["fvSchedule principal", () => fvSchedule(NaN, []), ["principal"], NaNReceived],
  ["fvSchedule rate", () => fvSchedule(1, [0.1, NaN]), ["rates", 1], NaNReceived],
];

test.each(refused)("%s out of its domain is refused", (_, call, path, details) => {
  expect(call).toThrow(refusal(out, path, details));
});

describe("no number answers", () => {
  const beyond = "beyond-range";
  test.each([
    ["effectiveRate beyond doubles", () => effectiveRate(1e6, 1e9), "nominal", beyond],
    ["fvSchedule beyond doubles", () => fvSchedule(1e300, [1e10]), "rates", beyond],
  ])("%s", (_, call, path, reason) => {
    expect(call).toThrow(refusal("time-value/no-solution", [path], { reason }));
  });
});

describe("effect meets the published cases", () => {
  test.each(titled(effectCases))("%s", (_title, one) => {
    expectPublished("effect", one);
  });
});

describe("nominal meets the published cases", () => {
  test.each(titled(nominalCases))("%s", (_title, one) => {
    expectPublished("nominal", one);
  });
});

describe("fvschedule meets the published cases", () => {
  test.each(titled(fvscheduleCases))("%s", (_title, one) => {
    expectPublished("fvschedule", one);
  });
});

describe("documentation and worked solutions", () => {
  test.each(worked("effect", "nominal", "fvschedule"))("%s", (_title, one) => {
    expectWorked(one);
  });
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

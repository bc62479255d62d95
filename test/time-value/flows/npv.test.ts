import { describe, expect, test } from "vitest";

import { Decimal } from "../../../src/core/decimal.ts";
import { duration, fvSchedule, mirr, npv, npv0, xnpv } from "../../../src/time-value/index.ts";
import npvCases from "../../golden/tvm/npv.json";
import npv0Cases from "../../golden/tvm/npv0.json";
import { amountOf, collector, countable, flowsOf, PROMISED, rateOf, RATES } from "../draws.ts";
import { expectPublished, expectWorked, titled, worked } from "../golden.ts";
import { discount, exactOf, numbers, valueAt } from "../reference.ts";
import { refusal } from "../../support/refusal.ts";

const out = "time-value/out-of-domain";
const NaNReceived = { received: "NaN" };

describe("present values at the edges", () => {
  test("no flow is worth nothing", () => {
    expect(npv(0.1, [])).toBe(0);
    expect(npv0(0.1, [])).toBe(0);
    expect(xnpv(0.1, [], [])).toBe(0);
  });

  test("flows that cancel leave the rest with its digits", () => {
    // 1e16 + 1 is no double: a plain sum has lost the 1 before the -1e16 comes
    expect(npv0(0, [1e16, 1, -1e16])).toBe(1);
    expect(npv(0, [1e16, 1, -1e16])).toBe(1);
    expect(xnpv(0, [1e16, 1, -1e16], ["2024-01-01", "2025-01-01", "2026-01-01"])).toBe(1);
  });

  test("amounts near the end of the range of doubles are not lost to the compensation", () => {
    expect(npv0(1, [1e305, 1e305])).toBe(1.5e305);
    expect(npv0(1e300, [5, 1e300])).toBe(6);
    expect(fvSchedule(1e305, [0.5])).toBe(1.5e305);
    expect(xnpv(0, [1e305], ["2024-01-01"])).toBe(1e305);
  });
});

const refused: readonly (readonly [string, () => unknown, readonly (string | number)[], object])[] = [
  ["npv rate", () => npv(-1, [1]), ["rate"], { received: "-1" }],
  ["npv flow", () => npv(0.1, [1, NaN]), ["flows", 1], NaNReceived],
  ["npv0 rate", () => npv0(-1.5, [1]), ["rate"], { received: "-1.5" }],
  ["npv0 flow", () => npv0(0.1, [Infinity]), ["flows", 0], { received: "Infinity" }],
];

test.each(refused)("%s out of its domain is refused", (_, call, path, details) => {
  expect(call).toThrow(refusal(out, path, details));
});

describe("no number answers", () => {
  const beyond = "beyond-range";
  test.each([
    ["npv beyond doubles", () => npv(-0.999, new Array<number>(200).fill(1)), "rate", beyond],
    ["npv0 beyond doubles", () => npv0(-0.999, new Array<number>(200).fill(1)), "rate", beyond],
  ])("%s", (_, call, path, reason) => {
    expect(call).toThrow(refusal("time-value/no-solution", [path], { reason }));
  });
});

describe("npv meets the published cases", () => {
  test.each(titled(npvCases))("%s", (_title, one) => {
    expectPublished("npv", one);
  });
});

describe("npv0 meets the published cases", () => {
  test.each(titled(npv0Cases))("%s", (_title, one) => {
    expectPublished("npv0", one);
  });
});

describe("documentation and worked solutions", () => {
  test.each(worked("npv", "npv0"))("%s", (_title, one) => {
    expectWorked(one);
  });
});

test("npv, npv0, duration and mirr agree with 60 digits for 150 lists of flows", () => {
  const next = numbers(20260304);
  const { off, check, count } = collector();
  let listed = 0;
  while (listed < 150) {
    const rate = rateOf(next);
    const flows = flowsOf(next, 2 + Math.floor(next() ** 3 * 150));
    if (!countable(rate, flows.length + 1)) continue;
    listed++;
    const times = flows.map((_, i) => i);
    const { value, size, derivative } = valueAt(rate, flows, times, 1);
    const growth = exactOf(rate).plus(1);
    // twice the digits and one rounding: far closer than promised
    check("npv0", { rate, flows }, npv0(rate, flows), value, value.abs().plus(size.times(1e-12)), 4e-16);
    const later = value.div(growth);
    check("npv", { rate, flows }, npv(rate, flows), later, later.abs().plus(size.div(growth).times(1e-12)), 4e-16);
    if (value.abs().gt(size.times(1e-3))) {
      const mean = derivative.times(growth).div(value).neg().plus(1);
      check("duration", { rate, flows }, duration(rate, flows), mean, new Decimal(flows.length).times(1e3));
    }
    const reinvest = rateOf(next, RATES.slice(0, 10));
    const [received, paid] = [flows.map((f) => Math.max(f, 0)), flows.map((f) => Math.max(-f, 0))];
    if (received.every((f) => f === 0) || paid.every((f) => f === 0)) continue;
    const last = flows.length - 1;
    const end = valueAt(reinvest, received, times, 1).value.div(discount(reinvest, last));
    const ratio = end.div(valueAt(rate, paid, times, 1).value);
    // near -1 neighbouring doubles are 2⁻⁵³ apart, whatever 1 + rate is
    const exact = ratio.ln().div(last).exp().minus(1);
    check("mirr", { rate, reinvest, flows }, mirr(flows, rate, reinvest), exact, exact.plus(1 + 2 ** -53 / PROMISED));
  }
  expect(off).toEqual([]);
  expect(count()).toBeGreaterThan(450);
});

test("npv of 10,000 flows keeps its digits", () => {
  const next = numbers(20260305);
  const { off, check } = collector();
  const flows = Array.from({ length: 10000 }, () => amountOf(next));
  const times = flows.map((_, i) => i);
  for (const rate of [-0.05, 1e-4]) {
    const { value, size } = valueAt(rate, flows, times, 1);
    check("npv0", rate, npv0(rate, flows), value, size, 1e-15);
  }
  expect(off).toEqual([]);
});

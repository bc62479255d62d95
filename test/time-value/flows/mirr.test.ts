import { describe, expect, test } from "vitest";

import { mirr } from "../../../src/time-value/index.ts";
import mirrCases from "../../golden/tvm/mirr.json";
import { expectPublished, expectWorked, titled, worked } from "../golden.ts";
import { refusal } from "../../support/refusal.ts";

const out = "time-value/out-of-domain";
const NaNReceived = { received: "NaN" };

describe("rates at the edges", () => {
  test("mirr knows rates below 0 and blanks", () => {
    // 100 paid, 50 received at once carried two periods at -50 %: 12.5
    expect(mirr([50, -100, 0], 0, -0.5)).toBeCloseTo(Math.sqrt(12.5 / 100) - 1, 14);
    // outflow of 100 one period in, financed at -20 %: 125 at the start; 300 at the end
    expect(mirr([0, -100, 300], -0.2, 0)).toBeCloseTo(Math.sqrt(300 / 125) - 1, 14);
  });
});

test("mirr with an outflow today does not depend on the finance rate, however large", () => {
  // 50 for one period at 10 % and 121: 176 for 100 in two periods
  for (const financeRate of [0, 0.5, 1e300]) {
    expect(mirr([-100, 50, 121], financeRate, 0.1)).toBeCloseTo(Math.sqrt(1.76) - 1, 14);
  }
});

const refused: readonly (readonly [string, () => unknown, readonly (string | number)[], object])[] = [
  ["mirr flow", () => mirr([-1, NaN], 0.1, 0.1), ["flows", 1], NaNReceived],
  ["mirr finance rate", () => mirr([-1, 2], -1, 0.1), ["financeRate"], { received: "-1" }],
  ["mirr reinvest rate", () => mirr([-1, 2], 0.1, -1), ["reinvestRate"], { received: "-1" }],
];

test.each(refused)("%s out of its domain is refused", (_, call, path, details) => {
  expect(call).toThrow(refusal(out, path, details));
});

describe("no number answers", () => {
  test.each([
    ["mirr without an outflow", () => mirr([1, 2], 0.1, 0.1), "flows", "no-sign-change"],
    ["mirr without an inflow", () => mirr([-1, 0], 0.1, 0.1), "flows", "no-sign-change"],
    ["mirr beyond doubles", () => mirr([-1e-10, 1e300], 0, 0), "flows", "beyond-range"],
    ["mirr without a flow", () => mirr([], 0.1, 0.1), "flows", "no-sign-change"],
  ])("%s", (_, call, path, reason) => {
    expect(call).toThrow(refusal("time-value/no-solution", [path], { reason }));
  });
});

describe("mirr meets the published cases", () => {
  test.each(titled(mirrCases))("%s", (_title, one) => {
    expectPublished("mirr", one);
  });
});

describe("documentation and worked solutions", () => {
  test.each(worked("mirr"))("%s", (_title, one) => {
    expectWorked(one);
  });
});

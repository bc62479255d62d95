import { describe, expect, test } from "vitest";

import { pduration, rri } from "../../../src/time-value/index.ts";
import pdurationCases from "../../golden/tvm/pduration.json";
import rriCases from "../../golden/tvm/rri.json";
import { expectPublished, expectWorked, titled, worked } from "../golden.ts";
import { refusal } from "../../support/refusal.ts";

const out = "time-value/out-of-domain";
const NaNReceived = { received: "NaN" };

describe("rates at the edges", () => {
  test("a loss of everything is -1, growth of nothing is 0", () => {
    expect(rri(5, 100, 0)).toBe(-1);
    expect(rri(5, 100, 100)).toBe(0);
    expect(rri(2, -100, -225)).toBeCloseTo(0.5, 15);
    expect(pduration(0.1, 100, 100)).toBe(0);
    // half the money is reached in the past
    expect(pduration(1, 100, 50)).toBeCloseTo(-1, 15);
  });

  test("ratios beyond doubles are taken by logarithms", () => {
    expect(rri(1000, 1e-300, 1e300)).toBeCloseTo(10 ** 0.6 - 1, 12);
    expect(rri(1000, 1e300, 1e-300)).toBeCloseTo(10 ** -0.6 - 1, 12);
    expect(pduration(9, 1e-300, 1e300)).toBeCloseTo(600, 10);
  });
});

const refused: readonly (readonly [string, () => unknown, readonly (string | number)[], object])[] = [
  ["rri nper", () => rri(0, 1, 2), ["nper"], { received: "0" }],
  ["rri pv", () => rri(1, 0, 2), ["pv"], { received: "0" }],
  ["rri pv NaN", () => rri(1, NaN, 2), ["pv"], NaNReceived],
  ["rri fv", () => rri(1, 1, NaN), ["fv"], NaNReceived],
  ["pduration rate", () => pduration(0, 1, 2), ["rate"], { received: "0" }],
  ["pduration pv", () => pduration(0.1, 0, 2), ["pv"], { received: "0" }],
  ["pduration fv", () => pduration(0.1, 1, -2), ["fv"], { received: "-2" }],
];

test.each(refused)("%s out of its domain is refused", (_, call, path, details) => {
  expect(call).toThrow(refusal(out, path, details));
});

describe("no number answers", () => {
  const beyond = "beyond-range";
  test.each([
    ["rri of amounts of different sign", () => rri(5, -1, 5), "fv", "opposite-signs"],
    ["rri of a gain that is owed", () => rri(5, 1, -5), "fv", "opposite-signs"],
    ["rri beyond doubles", () => rri(0.001, 1, 1000), "nper", beyond],
  ])("%s", (_, call, path, reason) => {
    expect(call).toThrow(refusal("time-value/no-solution", [path], { reason }));
  });
});

describe("rri meets the published cases", () => {
  test.each(titled(rriCases))("%s", (_title, one) => {
    expectPublished("rri", one);
  });
});

describe("pduration meets the published cases", () => {
  test.each(titled(pdurationCases))("%s", (_title, one) => {
    expectPublished("pduration", one);
  });
});

describe("documentation and worked solutions", () => {
  test.each(worked("rri", "pduration"))("%s", (_title, one) => {
    expectWorked(one);
  });
});

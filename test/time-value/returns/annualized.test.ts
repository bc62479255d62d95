import { describe, expect, test } from "vitest";

import { annualizedReturn, realRate } from "../../../src/time-value/index.ts";
import { refusal } from "../../support/refusal.ts";

const out = "time-value/out-of-domain";
const none = "time-value/no-solution";

describe("annual and real rates", () => {
  test("annualised by compounding", () => {
    expect(annualizedReturn(0.44, 2)).toBeCloseTo(0.2, 15);
    expect(annualizedReturn(0.1, 0.5)).toBeCloseTo(0.21, 15);
    expect(annualizedReturn(0, 7)).toBe(0);
    expect(annualizedReturn(-1, 3)).toBe(-1);
  });

  test("real by division, not by difference", () => {
    // retirement planner, openlearningworld case 1: 7 % nominal, 2 % inflation: 4.90 %
    expect(realRate(0.07, 0.02)).toBeCloseTo(0.05 / 1.02, 16);
    expect((100 * realRate(0.07, 0.02)).toFixed(2)).toBe("4.90");
    expect(realRate(0.02, 0.05)).toBeCloseTo(-0.03 / 1.05, 16);
    // the digits of a small difference stay
    expect(realRate(0.05 + 2 ** -50, 0.05)).toBe((0.05 + 2 ** -50 - 0.05) / 1.05);
  });

  test.each([
    ["total", () => annualizedReturn(-1.01, 1), "total", { received: "-1.01" }],
    ["total NaN", () => annualizedReturn(NaN, 1), "total", { received: "NaN" }],
    ["years", () => annualizedReturn(0.1, 0), "years", { received: "0" }],
    ["nominal", () => realRate(Infinity, 0), "nominal", { received: "Infinity" }],
    ["inflation", () => realRate(0.1, -1), "inflation", { received: "-1" }],
  ])("%s out of its domain", (_, call, parameter, details) => {
    expect(call).toThrow(refusal(out, [parameter], details));
  });

  test("beyond doubles", () => {
    const reason = "beyond-range";
    expect(() => annualizedReturn(10, 0.001)).toThrow(refusal(none, ["years"], { reason }));
  });
});

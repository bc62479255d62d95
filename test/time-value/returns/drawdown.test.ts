import { describe, expect, test } from "vitest";

import { maxDrawdown } from "../../../src/time-value/index.ts";
import { refusal } from "../../support/refusal.ts";

const out = "time-value/out-of-domain";

describe("drawdown", () => {
  test("the planning case: from 120 down to 90", () => {
    expect(maxDrawdown([100, 120, 90, 95, 130, 117])).toEqual({
      drawdown: (90 - 120) / 120,
      peakIndex: 1,
      troughIndex: 2,
      recoveryIndex: 4,
    });
  });

  test("of equal falls the first counts, and a peak counts from its last touch", () => {
    expect(maxDrawdown([4, 4, 2, 4, 2])).toEqual({ drawdown: -0.5, peakIndex: 1, troughIndex: 2, recoveryIndex: 3 });
  });

  test("a deeper fall before recovery moves the trough, not the peak", () => {
    expect(maxDrawdown([10, 8, 9, 5, 6])).toEqual({
      drawdown: -0.5,
      peakIndex: 0,
      troughIndex: 3,
      recoveryIndex: null,
    });
  });

  test("the recovery is the first time the peak is reached again", () => {
    expect(maxDrawdown([100, 50, 100, 90, 110])).toMatchObject({ drawdown: -0.5, recoveryIndex: 2 });
  });

  test("a later, deeper fall has its own recovery", () => {
    expect(maxDrawdown([10, 9, 10, 5, 7, 11])).toEqual({
      drawdown: -0.5,
      peakIndex: 2,
      troughIndex: 3,
      recoveryIndex: 5,
    });
  });

  test("names dates when it has them", () => {
    const dates = ["2026-01-05", "2026-01-06", "2026-01-07"];
    expect(maxDrawdown([4, 3, 2], dates)).toEqual({
      drawdown: -0.5,
      peakIndex: 0,
      troughIndex: 2,
      recoveryIndex: null,
      peakDate: "2026-01-05",
      troughDate: "2026-01-07",
      recoveryDate: null,
    });
    expect(maxDrawdown([4], ["2026-01-05"])).toEqual({
      drawdown: 0,
      peakIndex: null,
      troughIndex: null,
      recoveryIndex: null,
      peakDate: null,
      troughDate: null,
      recoveryDate: null,
    });
  });

  test("a loss of everything ends the series", () => {
    expect(maxDrawdown([5, 0])).toMatchObject({ drawdown: -1, troughIndex: 1 });
    expect(() => maxDrawdown([5, 0, 1])).toThrow(refusal(out, ["values", 1], { received: "0" }));
  });

  test.each([
    ["a value below 0", () => maxDrawdown([1, -1]), ["values", 1], { received: "-1" }],
    ["a date too few", () => maxDrawdown([1, 2], ["2026-01-05"]), ["dates"], { received: "array(1)" }],
    ["a date that does not exist", () => maxDrawdown([1], ["2026-02-30"]), ["dates", 0], { received: "2026-02-30" }],
    [
      "dates that do not ascend",
      () => maxDrawdown([1, 2], ["2026-01-05", "2026-01-05"]),
      ["dates", 1],
      { received: "2026-01-05" },
    ],
  ])("%s is refused", (_, call, path, details) => {
    expect(call).toThrow(refusal(out, path, details));
  });

  test("no value is refused", () => {
    expect(() => maxDrawdown([])).toThrow(expect.objectContaining({ code: out, path: ["values"] }));
  });
});

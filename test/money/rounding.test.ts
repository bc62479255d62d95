import { describe, expect, test } from "vitest";

import { divideRounded, roundDecimal, type RoundingMode } from "../../src/money/index.ts";
import { divideSafe } from "../../src/core/inner.ts";
import { refusalOf } from "../support/refusal.ts";

const modes = ["up", "down", "ceiling", "floor", "half-up", "half-down", "half-even"] as const;

/** The table of Java's RoundingMode (java.math, "Summary of Rounding Operations"), with 0.5 and 1.5 added. */
const table: readonly [value: string, ...rounded: number[]][] = [
  ["5.5", 6, 5, 6, 5, 6, 5, 6],
  ["2.5", 3, 2, 3, 2, 3, 2, 2],
  ["1.6", 2, 1, 2, 1, 2, 2, 2],
  ["1.5", 2, 1, 2, 1, 2, 1, 2],
  ["1.1", 2, 1, 2, 1, 1, 1, 1],
  ["1.0", 1, 1, 1, 1, 1, 1, 1],
  ["0.5", 1, 0, 1, 0, 1, 0, 0],
  ["0.1", 1, 0, 1, 0, 0, 0, 0],
  ["0.0", 0, 0, 0, 0, 0, 0, 0],
  ["-0.1", -1, 0, 0, -1, 0, 0, 0],
  ["-0.5", -1, 0, 0, -1, -1, 0, 0],
  ["-1.0", -1, -1, -1, -1, -1, -1, -1],
  ["-1.1", -2, -1, -1, -2, -1, -1, -1],
  ["-1.5", -2, -1, -1, -2, -2, -1, -2],
  ["-1.6", -2, -1, -1, -2, -2, -2, -2],
  ["-2.5", -3, -2, -2, -3, -3, -2, -2],
  ["-5.5", -6, -5, -5, -6, -6, -5, -6],
];

const rows = table.flatMap(([value, ...rounded]) =>
  modes.map((mode, i) => [value, mode, rounded[i] ?? Number.NaN] as const),
);

describe("the seven modes", () => {
  test.each(rows)("%s %s is %i", (value, mode, expected) => {
    const tenths = Number(value.replace(".", ""));
    expect(roundDecimal(value, 0, mode)).toBe(String(expected));
    expect(divideRounded(BigInt(tenths), 10n, mode)).toBe(BigInt(expected));
    expect(divideRounded(BigInt(-tenths), -10n, mode)).toBe(BigInt(expected));
    expect(Object.is(divideSafe(tenths, 10, mode), expected)).toBe(true);
  });

  test("a remainder a hair beside the tie is no tie", () => {
    const d = 10n ** 30n;
    expect(divideRounded(d / 2n + 1n, d, "half-down")).toBe(1n);
    expect(divideRounded(d / 2n - 1n, d, "half-up")).toBe(0n);
    expect(divideRounded(-(d / 2n) - 1n, d, "half-even")).toBe(-1n);
    expect(divideRounded(1n, d, "up")).toBe(1n);
    expect(divideRounded(-1n, d, "floor")).toBe(-1n);
  });

  test("an odd divisor has no tie: 1/3 and 2/3", () => {
    expect(divideRounded(1n, 3n, "half-up")).toBe(0n);
    expect(divideRounded(2n, 3n, "half-down")).toBe(1n);
  });
});

describe("roundDecimal", () => {
  test.each([
    ["1.005", 2, "half-up", "1.01"],
    ["-1.005", 2, "half-up", "-1.01"],
    ["1.005", 2, "half-even", "1.00"],
    ["1.015", 2, "half-even", "1.02"],
    ["0.5", 0, "half-even", "0"],
    ["-0.5", 0, "half-even", "0"],
    ["7", 4, "down", "7.0000"],
    ["99.995", 2, "half-up", "100.00"],
    ["12345678901234567890123456789.5", 0, "half-even", "12345678901234567890123456790"],
  ] as const)("%s to %i digits, %s, is %s", (value, digits, mode, expected) => {
    expect(roundDecimal(value, digits, mode)).toBe(expected);
  });
});

describe("refusals", () => {
  const received = {
    received: "string(9)",
    allowed: ["half-even", "half-up", "half-down", "up", "down", "ceiling", "floor"],
  };
  test.each([
    ["an exact quotient", () => divideRounded(4n, 2n, "half_even" as RoundingMode)],
    ["an inexact quotient", () => divideRounded(1n, 2n, "half_even" as RoundingMode)],
    ["a decimal", () => roundDecimal("1", 2, "half_even" as RoundingMode)],
  ])("an unknown mode, on %s", (_, call) => {
    expect(refusalOf(call)).toStrictEqual({ code: "money/invalid-rounding", path: ["rounding"], details: received });
  });

  test("a denominator of zero", () => {
    expect(refusalOf(() => divideRounded(1n, 0n, "down"))).toStrictEqual({
      code: "money/division-by-zero",
      path: ["denominator"],
      details: { received: "0" },
    });
  });

  test("digits out of range, a value that is no decimal", () => {
    expect(refusalOf(() => roundDecimal("1", 41, "down"))).toStrictEqual({
      code: "core/invalid-integer",
      path: ["digits"],
      details: { received: "41", min: 0, max: 40 },
    });
    expect(refusalOf(() => roundDecimal("1e3", 2, "down"))).toMatchObject({
      code: "core/invalid-decimal",
      path: ["value"],
    });
  });
});

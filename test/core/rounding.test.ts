import { describe, expect, test } from "vitest";

import { ROUNDING_MODES, roundsAway, type RoundingMode } from "../../src/core/index.ts";
import { divideSafe, divideWhole } from "../../src/core/inner.ts";
import { refusalOf } from "../support/refusal.ts";

// IEEE 60559, 4.3; -2.5, -1.5, 1.5 and 2.5 to whole numbers
const ties: readonly (readonly [RoundingMode, readonly number[]])[] = [
  ["half-even", [-2, -2, 2, 2]],
  ["half-up", [-3, -2, 2, 3]],
  ["half-down", [-2, -1, 1, 2]],
  ["up", [-3, -2, 2, 3]],
  ["down", [-2, -1, 1, 2]],
  ["ceiling", [-2, -1, 2, 3]],
  ["floor", [-3, -2, 1, 2]],
];

/** `value` to a whole number, by quotient towards zero and the rule under test. */
function rounded(value: number, mode: RoundingMode): number {
  const size = Math.abs(value);
  const quotient = Math.floor(size);
  const half = size - quotient < 0.5 ? -1 : size - quotient > 0.5 ? 1 : 0;
  const result = roundsAway(mode, value < 0, quotient % 2 === 1, half) ? quotient + 1 : quotient;
  return value < 0 ? -result : result;
}

describe("rounding directions", () => {
  test.each(ties)("ties, %s", (mode, expected) => {
    expect([-2.5, -1.5, 1.5, 2.5].map((value) => rounded(value, mode))).toStrictEqual(expected);
  });

  test("only nearest modes look at the size of the remainder", () => {
    expect(ROUNDING_MODES.filter((mode) => rounded(2.25, mode) === 3)).toStrictEqual(["up", "ceiling"]);
    expect(ROUNDING_MODES.filter((mode) => rounded(2.75, mode) === 2)).toStrictEqual(["down", "floor"]);
  });
});

/** A fraction to a whole number, chosen from the two it lies between by how far they are. */
function chosen(numerator: number, denominator: number, mode: RoundingMode): number {
  const [lower, upper] = [Math.floor(numerator / denominator), Math.ceil(numerator / denominator)];
  const [inner, outer] = Math.abs(lower) < Math.abs(upper) ? [lower, upper] : [upper, lower];
  if (mode === "floor") return lower;
  if (mode === "ceiling") return upper;
  if (mode === "down") return inner;
  if (mode === "up") return outer;
  const farther = Math.abs(numerator - lower * denominator) - Math.abs(upper * denominator - numerator);
  if (farther !== 0) return farther < 0 ? lower : upper;
  if (mode === "half-even") return lower % 2 === 0 ? lower : upper;
  return mode === "half-up" ? outer : inner;
}

describe("quotients of whole numbers", () => {
  const numerators = Array.from({ length: 61 }, (_, index) => index - 30);
  const denominators = [1, 2, 3, 4, 5, 10, 12];

  test.each(ROUNDING_MODES)("are the whole number the rule chooses, %s", (mode) => {
    for (const n of numerators) {
      for (const d of denominators) {
        // no negative zero
        const expected = chosen(n, d, mode) + 0;
        expect([n, d, divideSafe(n, d, mode)]).toStrictEqual([n, d, expected]);
        expect([n, d, divideWhole(BigInt(n), BigInt(d), mode)]).toStrictEqual([n, d, BigInt(expected)]);
        expect([n, d, divideWhole(BigInt(-n), BigInt(-d), mode)]).toStrictEqual([n, d, BigInt(expected)]);
      }
    }
  });

  test.each(ROUNDING_MODES)("are exact up to the largest safe integer, %s", (mode) => {
    const largest = Number.MAX_SAFE_INTEGER;
    for (const n of [largest, largest - 1, -largest, 1 - largest, 1, -1, -0]) {
      for (const d of [1, 2, 3, 10, 2 ** 52 - 1, 2 ** 52]) {
        const quotient = divideSafe(n, d, mode);
        expect([n, d, BigInt(quotient)]).toEqual([n, d, divideWhole(BigInt(n), BigInt(d), mode)]);
        expect(Object.is(quotient, -0)).toBe(false);
      }
    }
  });
});

describe("whether one is added", () => {
  test.each([
    ["half-even", [false, false, false, true, true]],
    ["half-up", [false, false, true, true, true]],
    ["half-down", [false, false, false, false, true]],
    ["up", [true, true, true, true, true]],
    ["down", [false, false, false, false, false]],
  ] as const)("is true or false, whatever the sign: %s", (mode, expected) => {
    for (const negative of [true, false]) {
      const answers = [
        roundsAway(mode, negative, false, -1),
        roundsAway(mode, negative, true, -1),
        roundsAway(mode, negative, false, 0),
        roundsAway(mode, negative, true, 0),
        roundsAway(mode, negative, false, 1),
      ];
      expect(answers).toStrictEqual(expected);
    }
  });

  test.each<[string, unknown[], string, object]>([
    ["mode", ["half-evn", false, true, 0], "core/invalid-rounding", { didYouMean: "half-even" }],
    ["negative", ["up", 0, true, 0], "core/invalid-rounding", { received: "0", type: "number" }],
    ["odd", ["up", false, "true", 0], "core/invalid-rounding", { received: "string(4)" }],
    ["half", ["up", false, true, 2], "core/invalid-integer", { received: "2", min: -1, max: 1 }],
    ["half", ["up", false, true, -2], "core/invalid-integer", { received: "-2" }],
  ])("is not asked with a wrong %s", (name, [mode, negative, odd, half], code, details) => {
    expect(
      refusalOf(() => roundsAway(mode as RoundingMode, negative as boolean, odd as boolean, half as 0)),
    ).toMatchObject({ code, path: [name], details });
  });
});

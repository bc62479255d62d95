import { describe, expect, test } from "vitest";

import { ROUNDING_MODES, roundsAway, type RoundingMode } from "../../src/core/index.ts";

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

import { describe, expect, test } from "vitest";

import { addDecimals, compareDecimals, rateOf, subtractDecimals } from "../../src/core/index.ts";
import { powerOfTen, quotientText, roundExact, writeScaled } from "../../src/core/inner.ts";
import { refusalOf } from "../support/refusal.ts";

describe("exact sums and differences of decimal strings", () => {
  test.each([
    ["0.1", "0.20", "0.30", "-0.10"],
    ["1", "-1.000", "0.000", "2.000"],
    ["-0.05", "0.05", "0.00", "-0.10"],
    ["99999999999999999999.9", "0.1", "100000000000000000000.0", "99999999999999999999.8"],
  ])("%s and %s", (a, b, sum, difference) => {
    expect(addDecimals(a, b)).toBe(sum);
    expect(subtractDecimals(a, b)).toBe(difference);
  });

  test("a text that is not a decimal is refused by the name of its parameter", () => {
    for (const call of [addDecimals, subtractDecimals, compareDecimals]) {
      expect(refusalOf(() => call("1e3", "1"))).toEqual({
        code: "core/invalid-decimal",
        path: ["a"],
        details: { received: "1e3" },
      });
      expect(refusalOf(() => call("1", ""))).toEqual({
        code: "core/invalid-decimal",
        path: ["b"],
        details: { received: "string(0)" },
      });
      expect(() => call("1", "1e3")).toThrow("b: not a plain decimal string");
    }
  });
});

describe("a rate and the counts it was made of", () => {
  // ties to even at the last digit: 1/16 = 0.0625, 3/16 = 0.1875
  test.each([
    [1, 3, 4, "0.3333"],
    [2, 3, 4, "0.6667"],
    [1, 16, 3, "0.062"],
    [3, 16, 3, "0.188"],
    [3, 3, 4, "1.0000"],
    [7, 2, 1, "3.5"],
    [5, 2, 0, "2"],
    [7, 2, 0, "4"],
    [0, 5, 2, "0.00"],
  ])("%i of %i with %i digits", (n, of, digits, rate) => {
    expect(rateOf(n, of, digits)).toStrictEqual({ n, of, rate });
  });

  test("nothing is a share of nobody", () => {
    expect(rateOf(0, 0)).toStrictEqual({ n: 0, of: 0, rate: null });
  });

  test.each([
    [-1, 3, 4, "n"],
    [1, 2.5, 4, "of"],
    [1, 3, 13, "digits"],
  ])("counts and digits out of range: %d of %d", (n, of, digits, parameter) => {
    expect(() => rateOf(n, of, digits)).toThrow(`${parameter}:`);
  });
});

test.each([
  // 2^53 - 1 and 10^15 - 1 with more digits than a safe integer has
  [9_007_199_254_740_991, 3, 12, "3002399751580330.333333333333"],
  [9_007_199_254_740_991, 1, 12, "9007199254740991.000000000000"],
  [999_999_999_999_999, 8, 3, "124999999999999.875"],
  [9_007_199_254_740_991, 2, 0, "4503599627370496"],
  [1, 9_007_199_254_740_991, 12, "0.000000000000"],
])("a rate of counts of any size is exact: %i of %i with %i digits", (n, of, digits, rate) => {
  expect(rateOf(n, of, digits).rate).toBe(rate);
});

test.each([
  ["half-even", "0.62", "-0.62"],
  ["half-up", "0.63", "-0.63"],
  ["floor", "0.62", "-0.63"],
  ["ceiling", "0.63", "-0.62"],
] as const)("5/8 to two digits, %s, of plain and big whole numbers in any pair", (mode, above, below) => {
  for (const [five, eight] of [
    [5, 8],
    [5n, 8n],
    [5, 8n],
    [5n, 8],
  ] as const) {
    expect(quotientText(five, eight, 2, mode)).toBe(above);
    expect(quotientText(-five, eight, 2, mode)).toBe(below);
  }
  // 5 × 10^30 over 8 × 10^30
  expect(quotientText(5n * 10n ** 30n, 8n * 10n ** 30n, 2, mode)).toBe(above);
});

test.each([
  [{ coefficient: 125n, scale: 2 }, 1, "half-even", 12n],
  [{ coefficient: 125n, scale: 2 }, 1, "up", 13n],
  [{ coefficient: -125n, scale: 2 }, 0, "floor", -2n],
  [{ coefficient: 125n, scale: 2 }, 2, "up", 125n],
  [{ coefficient: 125n, scale: 2 }, 4, "up", 12500n],
  [{ coefficient: 5n, scale: 6 }, 2, "half-up", 0n],
] as const)("%o at scale %i, %s, is %i", (value, scale, mode, coefficient) => {
  expect(roundExact(value, scale, mode)).toBe(coefficient);
});

test("a power of ten is exact, and there is none beyond 15 digits", () => {
  for (let digits = 0; digits <= 15; digits++) expect(powerOfTen(digits)).toBe(Number(`1${"0".repeat(digits)}`));
  for (const digits of [-1, 16, 0.5, Number.NaN]) expect(powerOfTen(digits)).toBeNaN();
});

describe("a whole number is written with its point, as a plain number and as a big one", () => {
  const sizes = [0, 1, 9, 10, 99, 100, 105, 999, 1000, 1001, 1234, 9999, 10_000, 10_001, 10_099, 123_456, 99_990_000];
  const large = [10 ** 15 - 1, 10 ** 15, 2 ** 53 - 1];

  test.each([0, 1, 2, 3, 6, 15])("before its last %i digits", (scale) => {
    for (const size of [...sizes, ...large]) {
      const digits = String(size).padStart(scale + 1, "0");
      const point = digits.length - scale;
      const text = scale === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
      // a text that was written once is the same the second time
      for (const written of [writeScaled(size, scale), writeScaled(BigInt(size), scale), writeScaled(size, scale)]) {
        expect(written).toBe(text);
      }
      if (size === 0) continue;
      expect([writeScaled(-size, scale), writeScaled(-BigInt(size), scale)]).toEqual([`-${text}`, `-${text}`]);
    }
  });

  test("without a negative zero", () => {
    expect([writeScaled(-0, 0), writeScaled(-0, 2), writeScaled(-0, 3), writeScaled(-0n, 2)]).toEqual([
      "0",
      "0.00",
      "0.000",
      "0.00",
    ]);
  });
});

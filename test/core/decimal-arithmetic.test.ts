import { describe, expect, test } from "vitest";

import { addDecimals, rateOf, subtractDecimals } from "../../src/core/index.ts";

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
    expect(() => addDecimals("1", "1e3")).toThrow("b:");
    expect(() => subtractDecimals("", "1")).toThrow("a:");
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

import { describe, expect, test } from "vitest";

import { divide, money, multiply, ratio, type Money, type RoundingMode } from "../../src/money/index.ts";
import { refusalOf } from "../support/refusal.ts";

describe("multiply", () => {
  test.each([
    ["100.10", "0.25", "half-even", "25.02"], // 25.025
    ["100.10", "0.25", "half-up", "25.03"],
    ["100.10", "0.25", "half-down", "25.02"],
    ["100.10", "0.25", "up", "25.03"],
    ["100.10", "0.25", "down", "25.02"],
    ["100.10", "0.25", "ceiling", "25.03"],
    ["100.10", "0.25", "floor", "25.02"],
    ["-100.10", "0.25", "half-even", "-25.02"],
    ["-100.10", "0.25", "half-up", "-25.03"],
    ["-100.10", "0.25", "half-down", "-25.02"],
    ["-100.10", "0.25", "up", "-25.03"],
    ["-100.10", "0.25", "down", "-25.02"],
    ["-100.10", "0.25", "ceiling", "-25.02"],
    ["-100.10", "0.25", "floor", "-25.03"],
    ["100", "1.005", "half-even", "100.50"],
    ["1.00", "1.005", "half-up", "1.01"], // a double would say 1.00
    ["0.01", "-0.4", "half-even", "0.00"],
    ["5", "3", "half-even", "15.00"],
    ["12345678901234.56", "0.00012345", "half-even", "1524074060.36"], // 1524074060.357406432
    ["9999999999999999.99", "0.3333333333333333333", "half-even", "3333333333333333.33"],
    ["123.45", "0.00000000000000000000001", "up", "0.01"],
    ["123.45", "-0.00000000000000000000001", "floor", "-0.01"],
    ["0.00", "99999999999999999999", "half-even", "0.00"],
  ] as const)("%s × %s, %s, is %s", (amount, factor, mode, expected) => {
    expect(multiply(money(amount, "CNY"), factor, mode)).toStrictEqual({ amount: expected, currency: "CNY" });
  });

  test("rounds to the currency's own digits", () => {
    expect(multiply(money("1", "JPY"), "0.5", "half-even")).toStrictEqual({ amount: "0", currency: "JPY" });
    expect(multiply(money("3", "JPY"), "0.5", "half-even")).toStrictEqual({ amount: "2", currency: "JPY" });
    expect(multiply(money("1", "KWD"), "0.0005", "half-up")).toStrictEqual({ amount: "0.001", currency: "KWD" });
    expect(multiply(money("1", "CLF"), "0.00005", "half-down")).toStrictEqual({ amount: "0.0000", currency: "CLF" });
  });

  test.each([
    ["1e3", "1e3", "string"],
    ["", "string(0)", "string"],
    ["3%", "string(2)", "string"],
    [0.25, "0.25", "number"],
    [null, "null", "null"],
  ])("a factor of %j is refused", (factor, received, type) => {
    expect(refusalOf(() => multiply(money("1", "CNY"), factor as string, "down"))).toStrictEqual({
      code: "money/invalid-decimal",
      path: ["factor"],
      details: { received, type },
    });
  });

  test("a product of more than 18 digits is refused", () => {
    expect(refusalOf(() => multiply(money("9999999999999999.99", "CNY"), "10", "down"))).toStrictEqual({
      code: "money/amount-too-large",
      path: [],
      details: { currency: "CNY", digits: 19, limit: 18 },
    });
  });
});

describe("divide", () => {
  test.each([
    ["10", "3", "half-even", "3.33"],
    ["10", "3", "up", "3.34"],
    ["-10", "3", "up", "-3.34"],
    ["-10", "3", "ceiling", "-3.33"],
    ["10", "-3", "floor", "-3.34"],
    ["-10", "-3", "floor", "3.33"],
    ["0.05", "2", "half-even", "0.02"],
    ["0.05", "2", "half-up", "0.03"],
    ["1000000", "7.1234", "half-even", "140382.40"],
    ["1", "0.0001", "down", "10000.00"],
    ["9999999999999999.99", "3", "half-up", "3333333333333333.33"],
    ["0", "3", "up", "0.00"],
  ] as const)("%s ÷ %s, %s, is %s", (amount, divisor, mode, expected) => {
    expect(divide(money(amount, "CNY"), divisor, mode)).toStrictEqual({ amount: expected, currency: "CNY" });
  });

  test.each(["0", "0.00", "-0"])("by %s is refused", (divisor) => {
    expect(refusalOf(() => divide(money("1", "CNY"), divisor, "down"))).toStrictEqual({
      code: "money/division-by-zero",
      path: ["divisor"],
      details: { received: divisor },
    });
  });

  test("wrong divisors and quotients too large", () => {
    expect(refusalOf(() => divide(money("1", "CNY"), "x", "down"))).toStrictEqual({
      code: "money/invalid-decimal",
      path: ["divisor"],
      details: { received: "string(1)", type: "string" },
    });
    expect(refusalOf(() => divide(money("9999999999999999.99", "CNY"), "0.1", "down"))).toMatchObject({
      code: "money/amount-too-large",
    });
  });
});

describe("both", () => {
  test.each([
    ["multiply", multiply],
    ["divide", divide],
  ] as const)("%s checks mode and money", (_, operation) => {
    const call = operation as (m: Money, decimal: string, mode: RoundingMode) => unknown;
    expect(refusalOf(() => call(money("1", "CNY"), "1", "round" as RoundingMode))).toMatchObject({
      code: "money/invalid-rounding",
      path: ["rounding"],
    });
    expect(refusalOf(() => call(money("1", "CNY"), "1", undefined as unknown as RoundingMode))).toMatchObject({
      code: "money/invalid-rounding",
      details: { received: "undefined" },
    });
    expect(refusalOf(() => call({ amount: "1.001", currency: "CNY" }, "1", "down"))).toMatchObject({
      code: "money/too-many-fraction-digits",
      path: ["m", "amount"],
    });
    expect(refusalOf(() => call({ amount: "1", currency: "cny" }, "1", "down"))).toMatchObject({
      code: "money/unknown-currency",
      path: ["m", "currency"],
    });
  });
});

describe("ratio", () => {
  test.each([
    ["1", "3", undefined, "0.3333"],
    ["2", "3", undefined, "0.6667"],
    ["70", "100", 2, "0.70"],
    ["1", "8", 2, "0.12"], // 0.125, tie to even
    ["3", "8", 2, "0.38"], // 0.375, tie to even
    ["-1", "8", 2, "-0.12"],
    ["-1", "-8", 3, "0.125"],
    ["5", "2", 0, "2"],
    ["0", "5", 4, "0.0000"],
    ["-0.01", "9999999999999999.99", 4, "0.0000"],
    ["9999999999999999.99", "0.01", 1, "999999999999999999.0"],
    ["1", "7", 40, "0.1428571428571428571428571428571428571429"],
  ] as const)("%s of %s to %s digits is %s", (part, whole, digits, expected) => {
    expect(ratio(money(part, "CNY"), money(whole, "CNY"), digits)).toBe(expected);
  });

  test("of nothing is null", () => {
    expect(ratio(money("1", "CNY"), money("0", "CNY"))).toBeNull();
    expect(ratio(money("0", "CNY"), money("-0", "CNY"))).toBeNull();
  });

  test("refusals", () => {
    const a: Money = money("1", "CNY");
    expect(refusalOf(() => ratio(a, { amount: "1", currency: "HKD" }))).toStrictEqual({
      code: "money/currency-mismatch",
      path: ["whole", "currency"],
      details: { expected: "CNY", received: "HKD" },
    });
    expect(refusalOf(() => ratio({ amount: "x", currency: "CNY" }, a))).toMatchObject({ path: ["part", "amount"] });
    expect(refusalOf(() => ratio(a, a, 2.5))).toStrictEqual({
      code: "core/invalid-integer",
      path: ["digits"],
      details: { received: "2.5", min: 0, max: 40 },
    });
  });
});

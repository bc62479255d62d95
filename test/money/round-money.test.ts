import { describe, expect, test } from "vitest";

import { roundMoney, type RoundingMode } from "../../src/money/index.ts";
import { refusalOf } from "../support/refusal.ts";

describe("roundMoney", () => {
  test.each([
    ["29589.041095890410958904", "CNY", "half-even", undefined, "29589.04"],
    ["0.005", "CNY", "half-even", undefined, "0.00"],
    ["0.015", "CNY", "half-even", undefined, "0.02"],
    ["-0.005", "CNY", "half-up", undefined, "-0.01"],
    ["-0.004", "CNY", "half-up", undefined, "0.00"],
    ["7", "KWD", "down", undefined, "7.000"],
    ["0.5", "JPY", "half-up", undefined, "1"],
    ["7.125", "CHF", "half-up", "0.05", "7.15"],
    ["7.12", "CHF", "half-up", "0.05", "7.10"],
    ["7.125", "CHF", "half-even", "0.05", "7.10"], // 142.5 steps, tie to 142
    ["7.175", "CHF", "half-even", "0.05", "7.20"], // 143.5 steps, tie to 144
    ["-7.13", "CHF", "ceiling", "0.05", "-7.10"],
    ["12345.67", "CNY", "half-up", "1", "12346.00"],
    ["14999.99", "CNY", "half-up", "10000", "10000.00"],
    ["15000", "CNY", "half-up", "10000", "20000.00"],
    ["15000", "CNY", "half-down", "10000", "10000.00"],
    ["9999999999999999.994999999999999999999999999", "CNY", "half-even", undefined, "9999999999999999.99"],
  ] as const)("%s %s, %s, to %s is %s", (amount, currency, mode, to, expected) => {
    const options = to === undefined ? {} : { to };
    expect(roundMoney(amount, currency, mode, options)).toStrictEqual({ amount: expected, currency });
  });

  test.each(["0", "-0.05", "0.001", "5 fen", "1e1"])("a step of %j is refused", (to) => {
    expect(refusalOf(() => roundMoney("1", "CNY", "down", { to }))).toMatchObject({
      code: "money/invalid-step",
      path: ["options", "to"],
      details: { currency: "CNY", limit: 2 },
    });
  });

  test("refusals", () => {
    expect(refusalOf(() => roundMoney("1,5", "CNY", "down"))).toStrictEqual({
      code: "money/invalid-amount",
      path: ["amount"],
      details: { received: "1,5", type: "string" },
    });
    expect(refusalOf(() => roundMoney(1.5 as unknown as string, "CNY", "down"))).toMatchObject({
      code: "money/invalid-amount",
      details: { received: "1.5", type: "number" },
    });
    expect(refusalOf(() => roundMoney("1.5", "cny", "down"))).toMatchObject({
      code: "money/unknown-currency",
      path: ["currency"],
    });
    expect(refusalOf(() => roundMoney("1.5", "CNY", "" as RoundingMode))).toMatchObject({
      code: "money/invalid-rounding",
    });
    expect(refusalOf(() => roundMoney("9999999999999999.995", "CNY", "half-up"))).toMatchObject({
      code: "money/amount-too-large",
      path: [],
      details: { currency: "CNY", digits: 19, limit: 18 },
    });
  });
});

test.each([null, "0.05"])("options %j are refused", (options) => {
  expect(refusalOf(() => roundMoney("1", "CHF", "half-up", options as never))).toMatchObject({
    code: "money/invalid-step",
    path: ["options"],
  });
});

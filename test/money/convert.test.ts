import { describe, expect, test } from "vitest";

import {
  convert,
  explainConversion,
  money,
  type ExchangeRate,
  type Money,
  type RoundingMode,
} from "../../src/money/index.ts";
import { refusalOf } from "../support/refusal.ts";

const rate = <F extends string, T extends string>(from: F, to: T, value: string): ExchangeRate<F, T> => ({
  from,
  to,
  rate: value,
  date: "2026-03-02",
  source: "test",
});

describe("convert", () => {
  test.each([
    ["100.01", "USD", "CNY", "7.1234", "half-even", "712.41"], // 712.411234
    ["-100.01", "USD", "CNY", "7.1234", "floor", "-712.42"],
    ["12345678.90", "USD", "JPY", "150.255", "half-even", "1854999983"], // 1854999983.1195
    ["1000000", "JPY", "CNY", "0.0475", "half-even", "47500.00"],
    ["1", "JPY", "KWD", "0.002", "half-up", "0.002"],
    ["0.05", "CNY", "KWD", "0.5", "half-even", "0.025"], // more digits than it came with
    ["0.01", "USD", "CNY", "0.5", "half-even", "0.00"], // 0.005, tie to even
    ["0.01", "USD", "CNY", "0.5", "half-up", "0.01"],
    ["1", "CNY", "JPY", "20.5", "half-even", "20"],
    ["1", "CNY", "JPY", "21.5", "half-even", "22"],
    ["1.5", "CNY", "CNY", "1.000", "up", "1.50"],
  ] as const)("%s %s into %s at %s, %s, is %s", (amount, from, to, value, mode, expected) => {
    const m = money(amount, from);
    expect(convert(m as Money, rate(from, to, value), mode)).toStrictEqual({ amount: expected, currency: to });
    expect(explainConversion(m as Money, rate(from, to, value), mode).to).toStrictEqual({
      amount: expected,
      currency: to,
    });
  });

  test("explains itself", () => {
    const usdCny = rate("USD", "CNY", "7.1234");
    expect(explainConversion(money("100.01", "USD"), usdCny, "half-even")).toStrictEqual({
      from: { amount: "100.01", currency: "USD" },
      to: { amount: "712.41", currency: "CNY" },
      rate: usdCny,
      rounding: "half-even",
      exact: { unrounded: "712.411234", currency: "CNY" },
    });
  });
});

describe.each([
  ["convert", convert],
  ["explainConversion", explainConversion],
] as const)("%s refuses", (_, operation) => {
  const call = operation as (m: Money, r: ExchangeRate, mode: RoundingMode) => unknown;
  const good: ExchangeRate = rate("USD", "CNY", "7.1");
  const usd: Money = money("1", "USD");

  test("money of another currency", () => {
    expect(refusalOf(() => call(money("1", "HKD"), good, "down"))).toStrictEqual({
      code: "money/currency-mismatch",
      path: ["m", "currency"],
      details: { expected: "USD", received: "HKD" },
    });
  });

  test("money the rate leads to: it is quoted the other way round, and not inverted", () => {
    expect(refusalOf(() => call(money("1", "CNY"), good, "down"))).toStrictEqual({
      code: "money/currency-mismatch",
      path: ["m", "currency"],
      details: { expected: "USD", received: "CNY", inverse: true },
    });
  });

  test.each(["0", "-7.1", "7,1", "1e1", "", "0.00"])("a rate of %j", (value) => {
    expect(refusalOf(() => call(usd, { ...good, rate: value }, "down"))).toMatchObject({
      code: "money/invalid-rate",
      path: ["rate", "rate"],
    });
  });

  test("a rate that is a number, with what was received", () => {
    expect(refusalOf(() => call(usd, { ...good, rate: 7.1 as unknown as string }, "down")).details).toStrictEqual({
      received: "7.1",
      type: "number",
    });
  });

  test("a currency that is not worth 1 of itself", () => {
    expect(refusalOf(() => call(usd, rate("USD", "USD", "1.01"), "down"))).toStrictEqual({
      code: "money/invalid-rate",
      path: ["rate", "rate"],
      details: { received: "1.01", currency: "USD" },
    });
  });

  test("unknown currencies, dates that do not exist, no source, no rate at all", () => {
    expect(refusalOf(() => call(usd, { ...good, from: "usd" }, "down"))).toMatchObject({
      code: "money/unknown-currency",
      path: ["rate", "from"],
    });
    expect(refusalOf(() => call(usd, { ...good, to: "XAU" }, "down"))).toMatchObject({
      code: "money/unknown-currency",
      path: ["rate", "to"],
    });
    expect(refusalOf(() => call(usd, { ...good, date: "2026-02-30" }, "down"))).toMatchObject({
      code: "core/invalid-date",
      path: ["rate", "date"],
      details: { received: "2026-02-30" },
    });
    expect(refusalOf(() => call(usd, { ...good, source: "  " }, "down"))).toStrictEqual({
      code: "money/invalid-rate",
      path: ["rate", "source"],
      details: { received: "  " },
    });
    expect(refusalOf(() => call(usd, { ...good, source: 7 as unknown as string }, "down"))).toStrictEqual({
      code: "money/invalid-rate",
      path: ["rate", "source"],
      details: { received: "7" },
    });
    expect(refusalOf(() => call(usd, null as unknown as ExchangeRate, "down"))).toStrictEqual({
      code: "money/invalid-rate",
      path: ["rate"],
      details: { received: "null" },
    });
  });

  test("an unknown mode and a result too large", () => {
    expect(refusalOf(() => call(usd, good, "nearest" as RoundingMode))).toMatchObject({
      code: "money/invalid-rounding",
    });
    expect(refusalOf(() => call(money("9999999999999999.99", "USD"), good, "down"))).toStrictEqual({
      code: "money/amount-too-large",
      path: [],
      details: { currency: "CNY", digits: 19, limit: 18 },
    });
  });
});

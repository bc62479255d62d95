import { describe, expect, test } from "vitest";

import { currencyCodes, currencyExponent } from "../../src/money/index.ts";
import { CurrencySchema, ExchangeRateSchema, MoneySchema, RoundingModeSchema } from "../../src/money/schema.ts";

describe("MoneySchema", () => {
  test.each([
    { amount: "1234.56", currency: "CNY" },
    { amount: "-0", currency: "JPY" },
    { amount: "0.0001", currency: "CLF" },
    { amount: "999999999999999999", currency: "JPY" },
  ])("takes %o as it is", (m) => {
    expect(MoneySchema.parse(m)).toStrictEqual(m);
  });

  test("takes the currency's fraction digits and one more not", () => {
    for (const currency of currencyCodes()) {
      const digits = currencyExponent(currency);
      const amount = digits === 0 ? "1" : `1.${"5".repeat(digits)}`;
      expect(MoneySchema.safeParse({ amount, currency }).success).toBe(true);
      expect(MoneySchema.safeParse({ amount: `1.${"5".repeat(digits + 1)}`, currency }).success).toBe(false);
    }
  });

  test.each([
    ["a JSON number", { amount: 1234.56, currency: "CNY" }, "amount"],
    ["an exponent", { amount: "1e3", currency: "CNY" }, "amount"],
    ["grouping", { amount: "1,234.56", currency: "CNY" }, "amount"],
    ["no amount", { amount: "", currency: "CNY" }, "amount"],
    ["a leading zero", { amount: "01", currency: "CNY" }, "amount"],
    ["too many fraction digits", { amount: "1.005", currency: "CNY" }, "amount"],
    ["too many digits", { amount: "10000000000000000.00", currency: "CNY" }, "amount"],
    ["a lower-case code", { amount: "1", currency: "cny" }, "currency"],
    ["a code without minor unit", { amount: "1", currency: "XAU" }, "currency"],
  ])("refuses %s", (_, m, at) => {
    const result = MoneySchema.safeParse(m);
    expect(result.success).toBe(false);
    expect(result.error?.issues[0]?.path).toStrictEqual([at]);
  });

  test("refuses unknown keys, null and strings", () => {
    expect(MoneySchema.safeParse({ amount: "1", currency: "CNY", scale: 2 }).success).toBe(false);
    expect(MoneySchema.safeParse(null).success).toBe(false);
    expect(MoneySchema.safeParse("1 CNY").success).toBe(false);
  });
});

describe("the other schemas", () => {
  const rate = { from: "USD", to: "CNY", rate: "7.1234", date: "2026-03-02", source: "test" };
  test("ExchangeRateSchema", () => {
    expect(ExchangeRateSchema.parse(rate)).toStrictEqual(rate);
    for (const bad of [
      { ...rate, rate: "0.00" },
      { ...rate, rate: "-7" },
      { ...rate, rate: 7.1 },
      { ...rate, date: "2026-02-30" },
      { ...rate, source: " " },
      { ...rate, from: "usd" },
      { ...rate, bid: "7" },
    ]) {
      expect(ExchangeRateSchema.safeParse(bad).success, JSON.stringify(bad)).toBe(false);
    }
  });

  test("RoundingModeSchema and CurrencySchema", () => {
    expect(RoundingModeSchema.options).toHaveLength(7);
    expect(RoundingModeSchema.safeParse("half_even").success).toBe(false);
    expect(CurrencySchema.safeParse("HKD").success).toBe(true);
    expect(CurrencySchema.safeParse("BGN").success).toBe(false);
  });
});

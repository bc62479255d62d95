import { describe, expect, test } from "vitest";

import { fromMinorUnits, money, moneyFromNumber, toMinorUnits, type Money } from "../../src/money/index.ts";
import { refusalOf } from "../support/refusal.ts";

describe("canonical form", () => {
  test.each([
    ["5", "CNY", "5.00"],
    ["5.1", "CNY", "5.10"],
    ["-5.12", "CNY", "-5.12"],
    ["0", "CNY", "0.00"],
    ["-0", "CNY", "0.00"],
    ["-0.00", "CNY", "0.00"],
    ["-0", "JPY", "0"],
    ["7", "JPY", "7"],
    ["1.5", "KWD", "1.500"],
    ["0.0001", "CLF", "0.0001"],
    ["999999999999999", "JPY", "999999999999999"],
    ["1000000000000000", "JPY", "1000000000000000"],
    ["999999999999999999", "JPY", "999999999999999999"],
    ["-999999999999999999", "JPY", "-999999999999999999"],
    ["9999999999999.99", "CNY", "9999999999999.99"],
    ["10000000000000", "CNY", "10000000000000.00"],
    ["9999999999999999.99", "CNY", "9999999999999999.99"],
    ["-90071992547409.93", "CNY", "-90071992547409.93"],
    ["99999999999999.9999", "CLF", "99999999999999.9999"],
  ])("%s %s is %s", (amount, currency, expected) => {
    expect(money(amount, currency)).toStrictEqual({ amount: expected, currency });
  });
});

describe("bad amounts", () => {
  const invalid = (received: string, type = "string") => ({
    code: "money/invalid-amount",
    path: ["amount"],
    details: { received, type },
  });
  test.each([
    ["1e3", "1e3"],
    ["1,234.56", "1,234.56"],
    [" 12", " 12"],
    ["12 ", "12 "],
    ["", "string(0)"],
    ["+1", "+1"],
    ["1.", "1."],
    [".5", ".5"],
    ["-.5", "-.5"],
    ["-", "-"],
    ["--1", "--1"],
    ["1-", "1-"],
    ["1.2.3", "1.2.3"],
    ["01", "01"],
    ["-00.5", "-00.5"],
    ["１２", "string(2)"],
    ["12元", "string(3)"],
    ["¥12", "string(3)"],
    ["−12", "string(3)"],
    ["NaN", "string(3)"],
    ["Infinity", "string(8)"],
    ["0x1F", "string(4)"],
    ["1_000", "string(5)"],
    ["1\n", "string(2)"],
    ["1".repeat(81), "string(81)"],
  ])("%j", (amount, received) => {
    expect(refusalOf(() => money(amount, "CNY"))).toStrictEqual(invalid(received));
  });

  test.each([
    [12.34, "12.34", "number"],
    [Number.NaN, "NaN", "number"],
    [Number.POSITIVE_INFINITY, "Infinity", "number"],
    [12n, "12", "bigint"],
    [null, "null", "null"],
    [undefined, "undefined", "undefined"],
    [["1"], "array(1)", "object"],
    [{ amount: "1", currency: "CNY" }, "object", "object"],
  ])("no string: %s", (amount, received, type) => {
    expect(refusalOf(() => money(amount as unknown as string, "CNY"))).toStrictEqual(invalid(received, type));
  });

  test.each([
    ["1.005", "CNY", 3, 2],
    ["1.000", "CNY", 3, 2],
    ["1.0", "JPY", 1, 0],
    ["0.0005", "KWD", 4, 3],
    ["0.00001", "CLF", 5, 4],
  ])("too many fraction digits: %s %s", (amount, currency, fractionDigits, limit) => {
    expect(refusalOf(() => money(amount, currency))).toStrictEqual({
      code: "money/too-many-fraction-digits",
      path: ["amount"],
      details: { received: amount, currency, fractionDigits, limit },
    });
  });

  test.each([
    ["1000000000000000000", "JPY", 19],
    ["10000000000000000", "CNY", 19],
    ["-90071992547409931.27", "CNY", 19],
    ["1".repeat(80), "CNY", 82],
  ])("too large: %s %s", (amount, currency, digits) => {
    expect(refusalOf(() => money(amount, currency))).toStrictEqual({
      code: "money/amount-too-large",
      path: ["amount"],
      details: { currency, digits, limit: 18 },
    });
  });

  test.each(["cny", "XAU", "ZZZ", ""])("unknown currency %j", (currency) => {
    expect(refusalOf(() => money("1", currency))).toMatchObject({ code: "money/unknown-currency", path: ["currency"] });
  });

  test("what was typed into an amount field does not reach the details", () => {
    expect(JSON.stringify(refusalOf(() => money("张三 13800000000", "CNY")))).not.toContain("138");
  });
});

describe("moneyFromNumber", () => {
  test.each([
    [1234.5, "CNY", "1234.50"],
    [0.07, "CNY", "0.07"],
    [-1.1, "CNY", "-1.10"],
    [0, "CNY", "0.00"],
    [-0, "CNY", "0.00"],
    [5e-4, "CLF", "0.0005"],
    [1e15, "JPY", "1000000000000000"],
    [9007199254740991, "JPY", "9007199254740991"],
    [9999999999999.99, "CNY", "9999999999999.99"],
    [-999999999999.999, "KWD", "-999999999999.999"],
  ])("%d %s is %s", (x, currency, expected) => {
    expect(moneyFromNumber(x, currency)).toStrictEqual({ amount: expected, currency });
  });

  test.each([
    [0.1 + 0.2, "CNY", 17, 2],
    [1.005, "CNY", 3, 2],
    [0.5, "JPY", 1, 0],
    [1e-7, "CNY", 7, 2],
    [1.5e-7, "CLF", 8, 4],
    [-1e-10, "KWD", 10, 3],
  ])("never rounded: %d %s", (x, currency, fractionDigits, limit) => {
    expect(refusalOf(() => moneyFromNumber(x, currency))).toStrictEqual({
      code: "money/too-many-fraction-digits",
      path: ["x"],
      details: { received: String(x), currency, fractionDigits, limit },
    });
  });

  test.each([
    [9007199254740992, "JPY", Number.MAX_SAFE_INTEGER],
    [10000000000000, "CNY", 999999999999999],
    [90071992547409.91, "CNY", 999999999999999],
    [-1e21, "CNY", 999999999999999],
    [Number.MAX_VALUE, "JPY", Number.MAX_SAFE_INTEGER],
  ])("too large to tell cents apart: %d %s", (x, currency, limit) => {
    expect(refusalOf(() => moneyFromNumber(x, currency))).toStrictEqual({
      code: "money/amount-too-large",
      path: ["x"],
      details: { received: String(x), currency, limit },
    });
  });

  test.each([
    [Number.NaN, "NaN", "number"],
    [Number.POSITIVE_INFINITY, "Infinity", "number"],
    [Number.NEGATIVE_INFINITY, "-Infinity", "number"],
    ["12", "12", "string"],
    [null, "null", "null"],
    [12n, "12", "bigint"],
  ])("no finite number: %s", (x, received, type) => {
    expect(refusalOf(() => moneyFromNumber(x as number, "CNY"))).toStrictEqual({
      code: "money/invalid-amount",
      path: ["x"],
      details: { received, type },
    });
  });

  test("unknown currency", () => {
    expect(refusalOf(() => moneyFromNumber(1, "cny"))).toMatchObject({
      code: "money/unknown-currency",
      path: ["currency"],
    });
  });
});

describe("minor units", () => {
  test.each([
    [123456n, "CNY", "1234.56"],
    [-5n, "KWD", "-0.005"],
    [-5, "CNY", "-0.05"],
    [0n, "JPY", "0"],
    [-0, "CNY", "0.00"],
    [1, "CLF", "0.0001"],
    [9007199254740991, "CNY", "90071992547409.91"],
    [-999999999999999999n, "CNY", "-9999999999999999.99"],
  ])("%d of %s", (minor, currency, amount) => {
    expect(fromMinorUnits(minor, currency)).toStrictEqual({ amount, currency });
    expect(toMinorUnits({ amount, currency })).toBe(BigInt(minor));
  });

  test("refusals", () => {
    expect(refusalOf(() => fromMinorUnits(0.5, "CNY"))).toMatchObject({
      code: "core/invalid-integer",
      path: ["minor"],
    });
    expect(refusalOf(() => fromMinorUnits(1, "cny"))).toMatchObject({
      code: "money/unknown-currency",
      path: ["currency"],
    });
    expect(refusalOf(() => fromMinorUnits(2 ** 53, "CNY"))).toMatchObject({ code: "core/invalid-integer" });
    expect(refusalOf(() => fromMinorUnits("5" as unknown as number, "CNY"))).toMatchObject({
      code: "core/invalid-integer",
    });
    expect(refusalOf(() => fromMinorUnits(10n ** 18n, "CNY"))).toStrictEqual({
      code: "money/amount-too-large",
      path: ["minor"],
      details: { currency: "CNY", digits: 19, limit: 18 },
    });
    expect(refusalOf(() => fromMinorUnits(-(10n ** 18n), "CNY"))).toMatchObject({
      code: "money/amount-too-large",
      details: { digits: 19 },
    });
    expect(refusalOf(() => toMinorUnits({ amount: "x", currency: "CNY" }))).toMatchObject({
      code: "money/invalid-amount",
      path: ["m", "amount"],
    });
    expect(refusalOf(() => toMinorUnits(null as unknown as Money))).toStrictEqual({
      code: "money/invalid-amount",
      path: ["m"],
      details: { received: "null", type: "null" },
    });
    expect(refusalOf(() => toMinorUnits("5" as unknown as Money))).toStrictEqual({
      code: "money/invalid-amount",
      path: ["m"],
      details: { received: "5", type: "string" },
    });
    expect(refusalOf(() => toMinorUnits({ amount: "5" } as Money))).toStrictEqual({
      code: "money/unknown-currency",
      path: ["m", "currency"],
      details: { received: "undefined", reason: "not-listed" },
    });
  });
});

import { describe, expect, test } from "vitest";

import {
  abs,
  add,
  allocate,
  compare,
  convert,
  divideRounded,
  equals,
  explainConversion,
  formatMoney,
  isZero,
  minorUnitsColumn,
  money,
  MONEY_STYLES,
  moneyAt,
  moneyColumn,
  moneyValues,
  multiply,
  negate,
  rateColumn,
  ratio,
  roundMoney,
  simpleInterest,
  simpleInterestColumn,
  subtract,
  sum,
  sumColumn,
  sumColumnBy,
  toMinorUnits,
  type ExchangeRate,
  type Money,
} from "../../src/money/index.ts";
import { RoundingModeSchema } from "../../src/money/schema.ts";
import { ROUNDING_MODES } from "../../src/core/index.ts";
import { refusalOf } from "../support/refusal.ts";
import { renamed } from "../support/renamed.ts";

const one: Money = { amount: "1", currency: "CNY" };

/** A member that cannot be read, as those of a closed record set. */
function unreadable<T extends object>(of: T, name: string | number): T {
  const copy = (Array.isArray(of) ? [...(of as unknown[])] : { ...of }) as T;
  return Object.defineProperty(copy, name, {
    enumerable: true,
    get: () => {
      throw new RangeError("the record set is closed");
    },
  });
}

describe("money that cannot be read is refused at its place", () => {
  const calls: readonly (readonly [string, string, (m: Money) => unknown])[] = [
    ["add", "a", (m) => add(m, one)],
    ["add", "b", (m) => add(one, m)],
    ["subtract", "a", (m) => subtract(m, one)],
    ["subtract", "b", (m) => subtract(one, m)],
    ["compare", "b", (m) => compare(one, m)],
    ["equals", "a", (m) => equals(m, one)],
    ["negate", "m", (m) => negate(m)],
    ["abs", "m", (m) => abs(m)],
    ["isZero", "m", (m) => isZero(m)],
    ["toMinorUnits", "m", (m) => toMinorUnits(m)],
    ["multiply", "m", (m) => multiply(m, "2", "down")],
    ["ratio", "whole", (m) => ratio(one, m)],
    ["allocate", "m", (m) => allocate(m, [1])],
    ["formatMoney", "m", (m) => formatMoney(m, { locale: "en" })],
  ];
  test.each(calls)("%s, %s", (_, parameter, call) => {
    expect(refusalOf(() => call(unreadable(one, "amount")))).toMatchObject({
      code: "money/invalid-amount",
      path: [parameter, "amount"],
    });
    expect(refusalOf(() => call(unreadable(one, "currency")))).toMatchObject({
      code: "money/unknown-currency",
      path: [parameter, "currency"],
    });
  });

  test("in a sum", () => {
    expect(refusalOf(() => sum("CNY", [one, unreadable(one, "amount")]))).toMatchObject({
      code: "money/invalid-amount",
      path: ["amounts", 1, "amount"],
    });
    expect(refusalOf(() => sum("CNY", unreadable([one, one, one], 1)))).toStrictEqual({
      code: "money/invalid-amount",
      path: ["amounts", 1],
      details: {},
    });
  });

  test("what a cursor of the caller throws stays theirs", () => {
    const lost = new Error("connection lost");
    function* rows(): Generator<Money> {
      yield one;
      throw lost;
    }
    expect(() => sum("CNY", rows())).toThrow(lost);
  });

  test("in a column it is one row's issue", () => {
    const column = moneyColumn("CNY", [one, unreadable(one, "amount"), unreadable(one, "currency"), "2"]);
    expect(column.issues.map(({ row, code, path }) => [row, code, path])).toStrictEqual([
      [1, "money/invalid-amount", ["amounts", 1, "amount"]],
      [2, "money/unknown-currency", ["amounts", 2, "currency"]],
    ]);
    expect(sumColumn(column)).toStrictEqual({ total: money("3", "CNY"), n: 2, missing: 2 });
  });
});

test("money may have members of its own, as rows have", () => {
  const row = { ...one, id: 7, constructor: 1 };
  expect(add(row, row)).toStrictEqual(money("2", "CNY"));
  expect(sum("CNY", [row, row])).toStrictEqual(money("2", "CNY"));
});

describe("the message says where, and what is wrong", () => {
  const most: Money = { amount: "9999999999999999.99", currency: "CNY" };
  test.each([
    ["amounts.1.amount: not a plain decimal string", () => sum("CNY", [one, { amount: "x", currency: "CNY" }])],
    ["amounts.1.amount: CNY has 2 fraction digits, not 3", () => sum("CNY", [one, { ...one, amount: "1.234" }])],
    ["amounts.1.amount: 19 digits in minor units of CNY", () => sum("CNY", [one, { ...one, amount: "1".repeat(17) }])],
    ["amounts.1: not in CNY; got HKD", () => sum("CNY", [one, { ...one, currency: "HKD" }])],
    ["amounts.1: not money, { amount, currency }", () => sum("CNY", [one, null as never])],
    ["result: 19 digits in minor units of CNY, at most 18", () => add(most, most)],
    ["m.currency: no minor unit in ISO 4217; got XAU", () => negate({ ...one, currency: "XAU" })],
    [
      /^m\.currency: not an active ISO 4217 code in capitals; got cny; did you mean CNY\?$/,
      () => abs({ ...one, currency: "cny" }),
    ],
    [/^m\.currency: not an active ISO 4217 code in capitals; got ZZZ$/, () => abs({ ...one, currency: "ZZZ" })],
    [
      "rounding: one of half-even, half-up, half-down, up, down, ceiling, floor",
      () => divideRounded(1n, 2n, "nearest" as never),
    ],
    ["numerator: not a bigint", () => divideRounded(1 as never, 2n, "down")],
    ["row: not a number", () => moneyAt(moneyColumn("CNY", ["1"]), "0" as never)],
    [
      'options.locale: not a language tag such as "en" or "zh-Hans"; got string(5); did you mean zh-CN?',
      () => formatMoney(one, { locale: "zh_CN" }),
    ],
    ["options.locale: no data for this language", () => formatMoney(one, { locale: "tlh" })],
  ])("%s", (message, call) => {
    expect(call).toThrow(message);
  });
});

describe("a list that cannot be read", () => {
  const column = moneyColumn("CNY", ["1"]);
  test.each([
    ["amounts", () => moneyColumn("CNY", unreadable(["1", "2"], 1)), "money/invalid-column"],
    ["units", () => minorUnitsColumn("CNY", unreadable([1, 2], 1)), "money/invalid-column"],
    ["rates", () => rateColumn(unreadable(["1", "2"], 1)), "money/invalid-column"],
    ["groups", () => sumColumnBy(column, unreadable([0], 0), 1), "money/invalid-column"],
    [
      "days",
      () => simpleInterestColumn(column, rateColumn(["1"]), unreadable([1], 0), 360, "down"),
      "money/invalid-column",
    ],
    ["weights", () => allocate(one, unreadable([1, 2], 1)), "money/invalid-weights"],
  ])("%s", (parameter, call, code) => {
    expect(refusalOf(call)).toStrictEqual({ code, path: [parameter], details: {} });
  });
});

describe("what is not a column is refused", () => {
  const column = moneyColumn("CNY", ["1"]);
  const rates = rateColumn(["1"]);
  const calls: readonly (readonly [string, string, (junk: never) => unknown])[] = [
    ["sumColumn", "column", (junk) => sumColumn(junk)],
    ["sumColumnBy", "column", (junk) => sumColumnBy(junk, [], 0)],
    ["moneyAt", "column", (junk) => moneyAt(junk, 0)],
    ["moneyValues", "column", (junk) => moneyValues(junk)],
    ["simpleInterestColumn", "balances", (junk) => simpleInterestColumn(junk, rates, 1, 360, "down")],
  ];
  test.each(calls)("%s", (_, parameter, call) => {
    for (const [junk, received] of [
      [undefined, "undefined"],
      [null, "null"],
      ["CNY", "string(3)"],
      [{ ...column, minor: undefined }, "object"],
      [{ ...column, minor: [100] }, "object"],
      [{ ...column, large: {} }, "object"],
      [{ ...column, issues: undefined }, "object"],
    ] as const) {
      expect(refusalOf(() => call(junk as never))).toStrictEqual({
        code: "money/invalid-column",
        path: [parameter],
        details: { received },
      });
    }
    expect(refusalOf(() => call([] as never))).toMatchObject({
      code: "money/unknown-currency",
      path: [parameter, "currency"],
    });
  });

  test.each([
    [undefined, "undefined"],
    [null, "null"],
    [["1"], "array(1)"],
    [{ ...rates, scaled: [1] }, "object"],
    [{ ...rates, scale: undefined }, "object"],
    [{ ...rates, issues: undefined }, "object"],
    [column, "object"],
  ])("rates %j", (junk, received) => {
    expect(refusalOf(() => simpleInterestColumn(column, junk as never, 1, 360, "down"))).toStrictEqual({
      code: "money/invalid-column",
      path: ["rates"],
      details: { received },
    });
  });

  test.each([
    [undefined, "undefined", {}],
    [null, "null", {}],
    ["0", "0", { type: "string" }],
    [true, "true", { type: "boolean" }],
    [0n, "0", { type: "bigint" }],
  ])("row %s", (row, received, more) => {
    expect(refusalOf(() => moneyAt(column, row as never))).toStrictEqual({
      code: "core/invalid-integer",
      path: ["row"],
      details: { received, ...more },
    });
  });

  test("a balance of half a fen, in a column made by hand, whose interest needs more than doubles", () => {
    const forged = { ...column, minor: Float64Array.of(2 ** 51 + 0.5) };
    expect(
      refusalOf(() => simpleInterestColumn(forged, rateColumn(["0.123456789012"]), 366, 366, "down")),
    ).toMatchObject({ code: "money/invalid-column", path: ["balances", "minor"] });
  });
});

describe("documents are read whole", () => {
  const terms = { rate: "0.04", days: 90, basis: 365 };
  const rate: ExchangeRate = { from: "CNY", to: "HKD", rate: "1.1", date: "2026-03-02", source: "example" };
  const options = { locale: "en", style: "compact" };

  test.each([
    ["simpleInterest", "terms", "money/invalid-rate", terms, (x: unknown) => simpleInterest(one, x as never, "down")],
    ["formatMoney", "options", "money/invalid-format", options, (x: unknown) => formatMoney(one, x as never)],
    [
      "roundMoney",
      "options",
      "money/invalid-step",
      { to: "0.05" },
      (x: unknown) => roundMoney("1", "CHF", "down", x as never),
    ],
  ])("%s: a member nobody knows, misspelt or not, and one that cannot be read", (_, parameter, code, good, call) => {
    expect(() => call(good)).not.toThrow();
    const known = Object.keys(good);
    for (const name of known) {
      expect(refusalOf(() => call({ ...good, [`${name}s`]: "1" }))).toStrictEqual({
        code,
        path: [parameter, `${name}s`],
        details: { known, didYouMean: name },
      });
      expect(refusalOf(() => call(unreadable(good, name)))).toMatchObject({ code, path: [parameter, name] });
      expect(refusalOf(() => call({ ...good, [name]: null }))).toMatchObject({ path: [parameter, name] });
    }
    expect(refusalOf(() => call({ ...good, colour: 1 })).path).toStrictEqual([parameter, "colour"]);
    for (const junk of [[], new Date(0), null, "x"]) {
      expect(refusalOf(() => call(junk))).toMatchObject({ code, path: [parameter] });
    }
  });

  test("a rate is a row: with columns of its own, which do not come back, but none nearly one of ours", () => {
    const row = { ...rate, id: 7, loadedAt: "2026-03-03" };
    expect(convert(money("10", "CNY"), row, "down")).toStrictEqual(money("11", "HKD"));
    expect(explainConversion(money("10", "CNY"), row, "down").rate).toStrictEqual(rate);
    for (const [bad, name] of [
      [renamed(rate, "source", "sources"), "sources"],
      [unreadable(rate, "date"), "date"],
      [unreadable(rate, "rate"), "rate"],
    ] as const) {
      expect(refusalOf(() => convert(one, bad, "down"))).toMatchObject({
        code: "money/invalid-rate",
        path: ["rate", name],
      });
    }
  });
});

test.each([7, "7", true, null, undefined, [7n]])("%s is not a whole number of any size", (junk) => {
  for (const [call, parameter] of [
    [() => divideRounded(junk as never, 2n, "down"), "numerator"],
    [() => divideRounded(2n, junk as never, "down"), "denominator"],
  ] as const) {
    expect(refusalOf(call)).toMatchObject({ code: "core/invalid-integer", path: [parameter] });
  }
});

test("words are listed once", () => {
  expect(RoundingModeSchema.options).toStrictEqual(ROUNDING_MODES);
  expect(
    MONEY_STYLES.map((style) => formatMoney(money("12345", "CNY"), { locale: "zh-Hans-CN", style })),
  ).toStrictEqual(["¥12,345.00", "¥1.23万"]);
});

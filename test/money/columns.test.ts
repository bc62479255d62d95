import { describe, expect, test } from "vitest";

import {
  minorUnitsColumn,
  money,
  moneyAt,
  moneyColumn,
  moneyValues,
  rateColumn,
  simpleInterestColumn,
  sumColumn,
  sumColumnBy,
  type Money,
  type MoneyColumn,
} from "../../src/money/index.ts";
import { refusalOf } from "../support/refusal.ts";

const rows: (string | Money)[] = [
  "1.10",
  { amount: "2", currency: "CNY" },
  "1e3",
  { amount: "1", currency: "HKD" },
  "9999999999999999.99",
  "0.001",
  null as unknown as Money,
  { amount: "1", currency: "cny" },
  "-0",
];

describe("moneyColumn", () => {
  const column = moneyColumn("CNY", rows);

  test("good rows stand in minor units, large ones beside them", () => {
    const hole = Number.NaN;
    expect(Array.from(column.minor)).toStrictEqual([110, 200, hole, hole, hole, hole, hole, hole, 0]);
    expect([...column.large]).toStrictEqual([[4, 999999999999999999n]]);
    expect(column.currency).toBe("CNY");
  });

  test("each bad row is an issue with the code a single call throws", () => {
    expect(column.issues).toStrictEqual([
      { row: 2, code: "money/invalid-amount", path: ["amounts", 2], details: { received: "1e3", type: "string" } },
      {
        row: 3,
        code: "money/currency-mismatch",
        path: ["amounts", 3, "currency"],
        details: { expected: "CNY", received: "HKD" },
      },
      {
        row: 5,
        code: "money/too-many-fraction-digits",
        path: ["amounts", 5],
        details: { received: "0.001", currency: "CNY", fractionDigits: 3, limit: 2 },
      },
      { row: 6, code: "money/invalid-amount", path: ["amounts", 6], details: { received: "null", type: "null" } },
      {
        row: 7,
        code: "money/unknown-currency",
        path: ["amounts", 7, "currency"],
        details: { received: "cny", reason: "not-listed", didYouMean: "CNY" },
      },
    ]);
  });

  test("goes back to the wire row by row", () => {
    const { values, issues } = moneyValues(column);
    expect(values).toStrictEqual([
      money("1.10", "CNY"),
      money("2", "CNY"),
      null,
      null,
      money("9999999999999999.99", "CNY"),
      null,
      null,
      null,
      money("0", "CNY"),
    ]);
    expect(issues).toBe(column.issues);
    expect([moneyAt(column, -1), moneyAt(column, 9), moneyAt(column, 0.5)]).toStrictEqual([null, null, null]);
  });

  test("the column's own currency is checked", () => {
    expect(refusalOf(() => moneyColumn("cny", []))).toMatchObject({
      code: "money/unknown-currency",
      path: ["currency"],
    });
    expect(refusalOf(() => minorUnitsColumn("XAU", []))).toMatchObject({
      code: "money/unknown-currency",
      path: ["currency"],
    });
  });
});

describe("minorUnitsColumn", () => {
  test("takes typed arrays, arrays and bigints, and copies them", () => {
    const source = Float64Array.of(110, -200);
    const column = minorUnitsColumn("CNY", source);
    source[0] = 0;
    expect(Array.from(column.minor)).toStrictEqual([110, -200]);
    expect(Array.from(minorUnitsColumn("CNY", BigInt64Array.of(5n)).minor)).toStrictEqual([5]);
  });

  test("what is no whole minor unit is an issue", () => {
    const column = minorUnitsColumn("CNY", [
      0.5,
      Number.NaN,
      2 ** 53,
      10n ** 18n,
      2 ** 53 - 1,
      2 ** 52 - 1,
      1 - 2 ** 52,
    ]);
    const invalid = (row: number, received: string) => ({
      row,
      code: "money/invalid-amount",
      path: ["units", row],
      details: { received, type: "number" },
    });
    expect(column.issues).toStrictEqual([
      invalid(0, "0.5"),
      invalid(1, "NaN"),
      invalid(2, "9007199254740992"),
      {
        row: 3,
        code: "money/amount-too-large",
        path: ["units", 3],
        details: { currency: "CNY", digits: 19, limit: 18 },
      },
    ]);
    expect([...column.large]).toStrictEqual([[4, 9007199254740991n]]);
    expect(Array.from(column.minor.subarray(5))).toStrictEqual([2 ** 52 - 1, 1 - 2 ** 52]);
  });
});

describe("sumColumn", () => {
  test("adds what has a value and counts what has none", () => {
    // 1.10 + 2.00 + 9,999,999,999,999,999.99 is too large; without the large row 3.10
    expect(
      sumColumn(
        moneyColumn(
          "CNY",
          rows.filter((_, row) => row !== 4),
        ),
      ),
    ).toStrictEqual({
      total: money("3.10", "CNY"),
      n: 3,
      missing: 5,
    });
    expect(refusalOf(() => sumColumn(moneyColumn("CNY", rows)))).toStrictEqual({
      code: "money/amount-too-large",
      path: [],
      details: { currency: "CNY", digits: 19, limit: 18 },
    });
  });

  test.each([0, 1, 3, 4, 5, 8, 9])("%i rows of one fen", (length) => {
    const column = moneyColumn(
      "CNY",
      Array.from({ length }, () => "0.01"),
    );
    expect(sumColumn(column)).toStrictEqual({ total: money(`0.0${String(length)}`, "CNY"), n: length, missing: 0 });
  });

  test.each([2 ** 52, 2 ** 52 - 1, 1 - 2 ** 52, 2 ** 50 + 1, 2 ** 49 + 1])(
    "stays exact where doubles end: 41 rows of %d",
    (unit) => {
      const column = minorUnitsColumn(
        "JPY",
        Array.from({ length: 41 }, () => unit),
      );
      expect(sumColumn(column).total.amount).toBe(String(41n * BigInt(unit)));
      expect(sumColumnBy(column, new Uint8Array(41), 1)[0]?.total.amount).toBe(String(41n * BigInt(unit)));
    },
  );

  test("a bad row in a block of large ones", () => {
    const column = minorUnitsColumn("JPY", [2 ** 52 - 1, 2 ** 52 - 1, Number.NaN, 2 ** 53 - 1, 1, 1]);
    const total = String(2n * (2n ** 52n - 1n) + 2n ** 53n - 1n + 2n);
    expect(sumColumn(column)).toStrictEqual({ total: { amount: total, currency: "JPY" }, n: 5, missing: 1 });
  });

  test("a column of fractions or infinities was made by somebody else", () => {
    const forged = (...minor: number[]): MoneyColumn<"CNY"> => ({
      currency: "CNY",
      minor: Float64Array.from(minor),
      large: new Map(),
      issues: [],
    });
    const refused = (received: string) => ({
      code: "money/invalid-column",
      path: ["column", "minor"],
      details: { received, limit: 2 ** 52 - 1 },
    });
    expect(refusalOf(() => sumColumn(forged(0.5)))).toStrictEqual(refused("0.5"));
    expect(refusalOf(() => sumColumn(forged(Number.POSITIVE_INFINITY)))).toStrictEqual(refused("Infinity"));
    expect(refusalOf(() => sumColumnBy(forged(0.5), [0], 1))).toStrictEqual(refused("0.5"));
    expect(refusalOf(() => sumColumn({ ...forged(1), currency: "cny" }))).toMatchObject({
      code: "money/unknown-currency",
      path: ["column", "currency"],
    });
  });
});

describe("sumColumnBy", () => {
  test("one sum a group, also for a group without rows", () => {
    const column = moneyColumn("CNY", ["1", "x", "2", "4", "9999999999999999.98"]);
    expect(sumColumnBy(column, Uint32Array.of(0, 0, 3, 0, 1), 4)).toStrictEqual([
      { total: money("5", "CNY"), n: 2, missing: 1 },
      { total: money("9999999999999999.98", "CNY"), n: 1, missing: 0 },
      { total: money("0", "CNY"), n: 0, missing: 0 },
      { total: money("2", "CNY"), n: 1, missing: 0 },
    ]);
  });

  test("refusals", () => {
    const column = moneyColumn("CNY", ["1", "2"]);
    expect(refusalOf(() => sumColumnBy(column, [0], 1))).toStrictEqual({
      code: "money/invalid-column",
      path: ["groups"],
      details: { received: 1, expected: 2 },
    });
    for (const [group, received] of [
      [2, "2"],
      [-1, "-1"],
      [0.5, "0.5"],
      [Number.NaN, "NaN"],
    ] as const) {
      expect(refusalOf(() => sumColumnBy(column, [0, group], 2))).toStrictEqual({
        code: "money/invalid-column",
        path: ["groups", 1],
        details: { received, limit: 1 },
      });
    }
    for (const count of [-1, 1.5, 2 ** 24 + 1]) {
      expect(refusalOf(() => sumColumnBy(column, [0, 0], count))).toStrictEqual({
        code: "money/invalid-column",
        path: ["count"],
        details: { received: String(count), limit: 2 ** 24 },
      });
    }
  });
});

describe("what has no rows is refused, not taken for an empty column", () => {
  const column = moneyColumn("CNY", ["1"]);
  const calls: [string, (rows: never) => unknown][] = [
    ["amounts", (rows) => moneyColumn("CNY", rows)],
    ["units", (rows) => minorUnitsColumn("CNY", rows)],
    ["rates", (rows) => rateColumn(rows)],
    ["groups", (rows) => sumColumnBy(column, rows, 1)],
    ["days", (rows) => simpleInterestColumn(column, rateColumn(["0.1"]), rows, 360, "down")],
  ];
  test.each(calls)("%s", (parameter, call) => {
    for (const [rows, received] of [
      [new Set(["1"]), "Set"],
      [["1"].values(), "Array Iterator"],
      ["1", "1"],
      [null, "null"],
      [undefined, "undefined"],
      [{ length: 0.5 }, "object"],
      [{ length: -1 }, "object"],
    ]) {
      expect(refusalOf(() => call(rows as never))).toStrictEqual({
        code: "money/invalid-column",
        path: [parameter],
        details: { received },
      });
    }
  });
});

test("a row of a column made by hand that is no whole minor unit is refused, not written", () => {
  const column = { ...moneyColumn("CNY", ["1"]), minor: Float64Array.of(0.5) };
  expect(refusalOf(() => moneyAt(column, 0))).toStrictEqual({
    code: "money/invalid-column",
    path: ["column", "minor"],
    details: { received: "0.5", limit: 2 ** 52 - 1 },
  });
});

test("minus zero is zero in a column too", () => {
  expect(Object.is(minorUnitsColumn("CNY", [-0]).minor[0], 0)).toBe(true);
});

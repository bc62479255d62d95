import { describe, expect, test } from "vitest";

import {
  minorUnitsColumn,
  money,
  moneyAt,
  moneyColumn,
  moneyValues,
  rateColumn,
  simpleInterest,
  simpleInterestColumn,
  subtract,
  type Money,
  type RoundingMode,
} from "../../src/money/index.ts";
import published from "../golden/money/published-cases.json" with { type: "json" };
import { refusalOf } from "../support/refusal.ts";

const cny = (amount: string): Money<"CNY"> => money(amount, "CNY");

describe("published cases", () => {
  test("3m at 4 % for 90 days, both day counts", () => {
    const found = published.cases.find(({ category }) => category === "day-count");
    const expected = found?.expected as { act360: string; act365: string };
    const at = (basis: number): string =>
      simpleInterest(cny("3000000"), { rate: "0.04", days: 90, basis }, "half-even").amount;
    expect(at(360)).toBe(money(expected.act360, "CNY").amount);
    expect(at(365)).toBe(expected.act365);
  });

  test("client interest, funding cost and net interest of a loan for one year", () => {
    const found = published.cases.find(({ category }) => category === "ftp-nii");
    const inputs = found?.inputs as { balance: string; clientRate: string; ftpRate: string };
    const expected = found?.expected as { clientInterest: string; ftpCost: string; nii: string };
    const year = (rate: string) => simpleInterest(cny(inputs.balance), { rate, days: 365, basis: 365 }, "half-even");
    expect(year(inputs.clientRate)).toStrictEqual(cny(expected.clientInterest));
    expect(year(inputs.ftpRate)).toStrictEqual(cny(expected.ftpCost));
    expect(subtract(year(inputs.clientRate), year(inputs.ftpRate))).toStrictEqual(cny(expected.nii));
  });

  test("interest on a published average daily balance, 30 of 360 days", () => {
    const found = published.cases.find(({ category }) => category === "average-balance");
    const { average, interest } = found?.expected as { average: string; interest: string };
    const { rate, days, basis } = found?.inputs as { rate: string; days: number; basis: string };
    expect(simpleInterest(cny(average), { rate, days, basis: Number(basis) }, "half-even").amount).toBe(interest);
  });
});

/** Computed apart with decimal arithmetic of 80 digits. */
const figures: readonly [
  balance: string,
  rate: string,
  days: number,
  basis: number,
  mode: RoundingMode,
  expected: string,
][] = [
  ["3000000", "0.04", 90, 365, "half-even", "29589.04"],
  ["9999999999999.99", "0.0325", 91, 365, "half-even", "81027397260.27"],
  ["9999999999999999.99", "0.0325", 91, 365, "half-even", "81027397260273.97"],
  ["-123456789.01", "0.033333333333", 366, 360, "half-even", "-4183813.41"],
  ["36.50", "0.05", 1, 365, "half-even", "0.00"], // exactly 0.005
  ["36.50", "0.05", 1, 365, "half-up", "0.01"],
  ["36.50", "0.15", 1, 365, "half-even", "0.02"], // exactly 0.015
  ["36.50", "0.15", 1, 365, "half-down", "0.01"],
  ["-36.50", "0.15", 1, 365, "half-up", "-0.02"],
  ["-36.50", "0.05", 1, 365, "ceiling", "0.00"],
  ["-36.50", "0.05", 1, 365, "floor", "-0.01"],
  ["100", "-0.005", 365, 365, "half-even", "-0.50"],
  ["100", "0.0325", 0, 360, "up", "0.00"],
  ["0", "0.0325", 90, 360, "up", "0.00"],
  ["0.01", "0.000000000001", 1, 366, "up", "0.01"],
  ["0.01", "0.000000000001", 1, 366, "half-even", "0.00"],
];

describe("figures", () => {
  test.each(figures)("%s at %s for %i/%i, %s, is %s", (balance, rate, days, basis, mode, expected) => {
    expect(simpleInterest(cny(balance), { rate, days, basis }, mode).amount).toBe(expected);
    const column = simpleInterestColumn(moneyColumn("CNY", [balance]), rateColumn([rate]), [days], basis, mode);
    expect(moneyAt(column, 0)?.amount).toBe(expected);
    expect(column.issues).toStrictEqual([]);
    const beside = simpleInterestColumn(moneyColumn("CNY", [balance]), rateColumn([rate]), days, basis, mode);
    expect(moneyAt(beside, 0)?.amount).toBe(expected);
  });

  test("a column on one common scale gives the same", () => {
    const half = figures.filter(([, , , basis, mode]) => basis === 365 && mode === "half-even");
    const column = simpleInterestColumn(
      moneyColumn(
        "CNY",
        half.map(([balance]) => balance),
      ),
      rateColumn([...half.map(([, rate]) => rate)]),
      Int32Array.from(half, ([, , days]) => days),
      365,
      "half-even",
    );
    expect(moneyValues(column).values.map((m) => m?.amount)).toStrictEqual(
      half.map(([, , , , , expected]) => expected),
    );
  });
});

describe("simpleInterest refuses", () => {
  const terms = { rate: "0.04", days: 90, basis: 365 };
  test.each([
    [{ ...terms, rate: "4%" }, "money/invalid-rate", ["terms", "rate"], { received: "string(2)" }],
    [{ ...terms, rate: 0.04 as unknown as string }, "money/invalid-rate", ["terms", "rate"], { received: "0.04" }],
    [{ ...terms, days: -1 }, "core/invalid-integer", ["terms", "days"], { received: "-1", min: 0, max: 366000 }],
    [{ ...terms, days: 1.5 }, "core/invalid-integer", ["terms", "days"], { received: "1.5", min: 0, max: 366000 }],
    [{ ...terms, basis: 0 }, "core/invalid-integer", ["terms", "basis"], { received: "0", min: 1, max: 366 }],
    [{ ...terms, basis: 367 }, "core/invalid-integer", ["terms", "basis"], { received: "367", min: 1, max: 366 }],
  ])("%j", (bad, code, path, details) => {
    expect(refusalOf(() => simpleInterest(cny("1"), bad, "down"))).toStrictEqual({ code, path, details });
  });

  test("bad money, an unknown mode, an interest too large", () => {
    expect(refusalOf(() => simpleInterest({ amount: "1.", currency: "CNY" }, terms, "down"))).toMatchObject({
      code: "money/invalid-amount",
      path: ["balance", "amount"],
    });
    expect(refusalOf(() => simpleInterest({ amount: "1", currency: "cny" }, terms, "down"))).toMatchObject({
      code: "money/unknown-currency",
      path: ["balance", "currency"],
    });
    expect(refusalOf(() => simpleInterest(cny("1"), terms, "x" as RoundingMode))).toMatchObject({
      code: "money/invalid-rounding",
    });
    expect(
      refusalOf(() => simpleInterest(cny("9999999999999999.99"), { rate: "2", days: 365, basis: 365 }, "down")),
    ).toMatchObject({ code: "money/amount-too-large", details: { currency: "CNY", digits: 19, limit: 18 } });
  });
});

describe("rateColumn", () => {
  test("one scale for all, wrong rows apart", () => {
    const column = rateColumn([
      "0.0325",
      "5",
      "-0.00001",
      "3,5",
      "0.0000000000001",
      0.03 as unknown as string,
      "1234.5",
    ]);
    expect(column.scale).toBe(5);
    expect(Array.from(column.scaled)).toStrictEqual([3250, 500000, -1, Number.NaN, Number.NaN, Number.NaN, 123450000]);
    const issue = (row: number, received: string) => ({
      row,
      code: "money/invalid-rate",
      path: ["rates", row],
      details: { received, scale: 5, limit: 12 },
    });
    expect(column.issues).toStrictEqual([issue(3, "3,5"), issue(4, "0.0000000000001"), issue(5, "0.03")]);
  });

  test("the scale is that of the most fraction digits, none for whole numbers", () => {
    expect(rateColumn(["10", "250"])).toMatchObject({ scale: 0, scaled: Float64Array.of(10, 250) });
    expect(rateColumn(["0.5", "0.25", "10"])).toMatchObject({ scale: 2, scaled: Float64Array.of(50, 25, 1000) });
    expect(rateColumn(["0.000000000001"])).toMatchObject({ scale: 12, scaled: Float64Array.of(1) });
  });

  test("no rows", () => {
    expect(rateColumn([])).toStrictEqual({ scale: 0, scaled: new Float64Array(0), issues: [] });
  });
});

describe("simpleInterestColumn", () => {
  test("never stops at a bad row", () => {
    const column = simpleInterestColumn(
      moneyColumn("CNY", ["3000000", "x", "3000000", "3000000", "9999999999999999.99", "9999999999999999.99", "y"]),
      rateColumn(["0.04", "0.04", "?", "0.04", "2", "0.04", "!"]),
      [90, 90, 90, 90.5, 365, 365, -1],
      365,
      "half-even",
    );
    expect(moneyValues(column).values.map((m) => m?.amount ?? null)).toStrictEqual([
      "29589.04",
      null,
      null,
      null,
      null,
      "400000000000000.00",
      null,
    ]);
    expect(column.issues.map(({ row, code, path }) => [row, code, path])).toStrictEqual([
      [1, "money/invalid-amount", ["amounts", 1]],
      [2, "money/invalid-rate", ["rates", 2]],
      [3, "core/invalid-integer", ["days", 3]],
      [4, "money/amount-too-large", ["balances", 4]],
      [6, "money/invalid-amount", ["amounts", 6]],
    ]);
    expect(column.issues[2]?.details).toStrictEqual({ received: "90.5", min: 0, max: 366000 });
  });

  test("days of a row from 0 to 366,000", () => {
    const days = [-1, 0, 366_000, 366_001];
    const column = simpleInterestColumn(
      moneyColumn("CNY", ["1", "1", "1", "1"]),
      rateColumn(["0.01", "0.01", "0.01", "0.01"]),
      days,
      366,
      "down",
    );
    // 0.01 × 366,000 ÷ 366 = 10
    expect(moneyValues(column).values.map((m) => m?.amount)).toStrictEqual([undefined, "0.00", "10.00", undefined]);
    expect(column.issues).toStrictEqual(
      [0, 3].map((row) => ({
        row,
        code: "core/invalid-integer",
        path: ["days", row],
        details: { received: String(days[row]), min: 0, max: 366_000 },
      })),
    );
  });

  test("an interest too large for a double stays exact", () => {
    const balances = minorUnitsColumn("JPY", [2 ** 52, 999999999999999999n, -999999999999999999n]);
    const column = simpleInterestColumn(balances, rateColumn(["100", "0.99", "0.99"]), 360, 360, "down");
    expect([...column.large]).toStrictEqual([
      [0, 100n * 2n ** 52n],
      [1, 989999999999999999n],
      [2, -989999999999999999n],
    ]);
  });

  test("columns of different lengths, wrong days and basis are refused", () => {
    const two = moneyColumn("CNY", ["1", "2"]);
    const rates = rateColumn(["0.1", "0.2"]);
    const length = (path: string) => ({
      code: "money/invalid-column",
      path: [path],
      details: { received: 1, expected: 2 },
    });
    expect(refusalOf(() => simpleInterestColumn(two, rateColumn(["1"]), 1, 360, "down"))).toStrictEqual(
      length("rates"),
    );
    expect(refusalOf(() => simpleInterestColumn(two, rates, [1], 360, "down"))).toStrictEqual(length("days"));
    expect(refusalOf(() => simpleInterestColumn(two, rates, 1.5, 360, "down"))).toMatchObject({ path: ["days"] });
    expect(refusalOf(() => simpleInterestColumn(two, rates, 1, 0, "down"))).toMatchObject({ path: ["basis"] });
    expect(refusalOf(() => simpleInterestColumn(two, rates, 1, 360, "x" as RoundingMode))).toMatchObject({
      code: "money/invalid-rounding",
    });
  });
});
test.each([null, undefined, "0.04"])("terms %j are refused", (terms) => {
  expect(refusalOf(() => simpleInterest(money("1", "CNY"), terms as never, "down"))).toMatchObject({
    code: "money/invalid-rate",
    path: ["terms"],
  });
});

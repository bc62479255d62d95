import { describe, expect, test } from "vitest";

import { ROUNDING_MODES } from "../../src/core/index.ts";
import { money, moneyAt, moneyColumn, rateColumn } from "../../src/money/index.ts";
import {
  averageDailyBalance,
  netInterestIncome,
  netInterestIncomeColumns,
  type InterestPosition,
} from "../../src/relationship-value/index.ts";
import { refusalOf } from "../support/refusal.ts";

const cny = (amount: string) => money(amount, "CNY");
const options = { period: "2026-Q1", currency: "CNY", dayCount: "ACT/365F" } as const; // 90 days

const loan: InterestPosition<"CNY"> = {
  id: "A-1",
  side: "asset",
  averageBalance: cny("1234567.89"),
  rate: "0.0435",
  transferRate: "0.0288",
};
const deposit: InterestPosition<"CNY"> = {
  id: "D-1",
  side: "liability",
  averageBalance: cny("987654.32"),
  rate: "0.0155",
  transferRate: "0.0231",
};

describe("net interest income against transfer prices", () => {
  const { values, totals, issues, conventions } = netInterestIncome([loan, deposit], options);

  test("interest and income are exact and rounded once; the transfer is what is left", () => {
    expect(issues).toStrictEqual([]);
    expect(values).toStrictEqual([
      {
        id: "A-1",
        side: "asset",
        interest: cny("13242.01"), // 1234567.89 × 0.0435 × 90/365 = 13242.009…
        nii: cny("4474.89"), // × 0.0147 × 90/365 = 4474.885…
        transfer: cny("8767.12"),
      },
      {
        id: "D-1",
        side: "liability",
        interest: cny("3774.73"), // 987654.32 × 0.0155 × 90/365 = 3774.733…
        nii: cny("1850.84"), // × 0.0076 × 90/365 = 1850.837…
        transfer: cny("5625.57"),
      },
    ]);
  });

  test("totals: unit income and treasury are the client margin", () => {
    expect(totals).toStrictEqual({
      nii: cny("6325.73"),
      assetNii: cny("4474.89"),
      liabilityNii: cny("1850.84"),
      interestReceived: cny("13242.01"),
      interestPaid: cny("3774.73"),
      treasury: cny("3141.55"), // 8767.12 − 5625.57 = 13242.01 − 3774.73 − 6325.73
    });
  });

  test("conventions are echoed", () => {
    expect(conventions).toStrictEqual({
      period: { from: "2026-01-01", to: "2026-04-01" },
      currency: "CNY",
      dayCount: "ACT/365F",
      yearFraction: { numerator: 90, denominator: 365 },
      transferDayCount: "ACT/365F",
      transferYearFraction: { numerator: 90, denominator: 365 },
      rounding: "half-even",
    });
  });

  test("an average daily balance enters unrounded", () => {
    // 40.00 on one day of 10,958: the rounded average is 0.00, the exact one earns 40 × 1 / 365 = 0.1095…
    const period = { from: "2000-01-01", to: "2030-01-01" };
    const averageBalance = averageDailyBalance(
      { opening: cny("0"), movements: [{ date: "2029-12-31", amount: cny("40.00") }] },
      period,
    );
    expect(averageBalance.average).toStrictEqual(cny("0.00"));
    const { values } = netInterestIncome([{ ...loan, averageBalance, rate: "1", transferRate: "0" }], {
      ...options,
      period,
    });
    expect(values[0]?.nii).toStrictEqual(cny("0.11"));
  });

  test.each([
    ["rate", { rate: "4.2", transferRate: "0.03" }],
    ["transferRate", { rate: "0.042", transferRate: "3.0" }],
    ["rate", { rate: "-1.01", transferRate: "0.03" }],
  ])("a percentage for a fraction is an issue at its place: %s, %j", (name, rates) => {
    const { values, issues, totals } = netInterestIncome([{ ...loan, ...rates }], options);
    expect(values).toEqual([null]);
    expect(issues).toMatchObject([{ code: "relationship-value/invalid-row", path: [name], details: { max: "1" } }]);
    expect(totals.nii).toEqual(cny("0.00"));
    const columns = netInterestIncomeColumns(
      {
        sides: Uint8Array.of(0),
        balances: moneyColumn("CNY", ["1000"]),
        rates: rateColumn([rates.rate]),
        transferRates: rateColumn([rates.transferRate]),
      },
      { days: 30, basis: 365 },
    );
    expect([columns.issues.map(({ row, code }) => [row, code]), columns.totals.nii.amount]).toEqual([
      [[0, "money/invalid-rate"]],
      "0.00",
    ]);
  });

  test("rounding and day count change the answer, and are options", () => {
    const position = { ...loan, averageBalance: cny("100"), rate: "0.0182", transferRate: "0" };
    const nii = (more: object) => netInterestIncome([position], { ...options, ...more }).totals.nii.amount;
    // 100 × 0.0182 × 90/360 = 0.455
    expect(nii({ dayCount: "30E/360" })).toBe("0.46");
    expect(nii({ dayCount: "30E/360", rounding: "half-down" })).toBe("0.45");
    expect(nii({})).toBe("0.45"); // × 90/365 = 0.4487…
  });

  test("an empty list has totals of zero", () => {
    expect(netInterestIncome([], options).totals.nii).toStrictEqual(cny("0.00"));
  });
});

describe("bad rows are issues and stop nothing", () => {
  const elsewhere = averageDailyBalance({ opening: cny("1"), movements: [] }, "2026-01");
  const whole = averageDailyBalance({ opening: cny("1"), movements: [] }, "2026-Q1");
  test.each([
    ["no position", null, "relationship-value/invalid-row", [], { received: "null" }],
    ["no balance", { averageBalance: "7" }, "relationship-value/invalid-row", ["averageBalance"], { received: "7" }],
    [
      "no side",
      { side: "equity" },
      "relationship-value/invalid-option",
      ["side"],
      { received: "string(6)", allowed: ["asset", "liability"] },
    ],
    [
      "another currency",
      { averageBalance: money("1", "HKD") },
      "relationship-value/currency-mismatch",
      ["averageBalance"],
      { expected: "CNY", received: "HKD" },
    ],
    [
      "no amount",
      { averageBalance: { amount: "1.234", currency: "CNY" } },
      "money/too-many-fraction-digits",
      ["averageBalance", "amount"],
      { received: "1.234", currency: "CNY", fractionDigits: 3, limit: 2 },
    ],
    [
      "an average of another period",
      { averageBalance: elsewhere },
      "relationship-value/days-mismatch",
      ["averageBalance", "period"],
      { balance: elsewhere.period, interest: { from: "2026-01-01", to: "2026-04-01" } },
    ],
    [
      "an average that forgot days of its period",
      { averageBalance: { ...whole, days: 27 } },
      "relationship-value/days-mismatch",
      ["averageBalance", "days"],
      { balance: 27, interest: 90 },
    ],
    [
      "an average of a broken number of days",
      { averageBalance: { ...whole, days: 89.5 } },
      "relationship-value/days-mismatch",
      ["averageBalance", "days"],
      { balance: 89.5, interest: 90 },
    ],
    [
      "an average without its period",
      { averageBalance: { ...whole, period: undefined } },
      "relationship-value/days-mismatch",
      ["averageBalance", "period"],
      { balance: null, interest: { from: "2026-01-01", to: "2026-04-01" } },
    ],
    [
      "an average whose period is something else",
      { averageBalance: { ...whole, period: { from: "Zhang San", to: 7 } } },
      "relationship-value/days-mismatch",
      ["averageBalance", "period"],
      { balance: null, interest: { from: "2026-01-01", to: "2026-04-01" } },
    ],
    [
      "an average without a number of days",
      { averageBalance: { ...whole, days: "ninety" } },
      "relationship-value/days-mismatch",
      ["averageBalance", "days"],
      { balance: null, interest: 90 },
    ],
    [
      "an average with a stretch that is not one",
      { averageBalance: { ...whole, stretches: [{ from: 7 }] } },
      "core/invalid-date",
      ["averageBalance", "stretches", 0, "from"],
      { received: "7", type: "number" },
    ],
    [
      "an average without stretches",
      { averageBalance: { ...whole, stretches: undefined } },
      "relationship-value/invalid-row",
      ["averageBalance", "stretches"],
      { received: "undefined" },
    ],
    [
      "an average rounded in no way there is",
      { averageBalance: { ...whole, rounding: "near" } },
      "money/invalid-rounding",
      ["averageBalance", "rounding"],
      { received: "string(4)", allowed: ROUNDING_MODES },
    ],
    ["a percentage", { rate: "4.35%" }, "core/invalid-decimal", ["rate"], { received: "string(5)" }],
    [
      "a number as rate",
      { transferRate: 0.02 },
      "core/invalid-decimal",
      ["transferRate"],
      { received: "0.02", type: "number" },
    ],
  ])("%s", (_, wrong, code, path, details) => {
    const row = (wrong === null ? null : { ...loan, ...wrong }) as InterestPosition<"CNY">;
    const { values, issues, totals } = netInterestIncome([row, deposit], options);
    expect(issues).toStrictEqual([{ row: 0, code, path, details }]);
    expect(values[0]).toBeNull();
    expect(totals.nii).toStrictEqual(cny("1850.84"));
  });

  test("wrong options are refused", () => {
    expect(refusalOf(() => netInterestIncome([], { ...options, rounding: "near" as "up" })).code).toBe(
      "money/invalid-rounding",
    );
    expect(refusalOf(() => netInterestIncome([], { ...options, period: "2026-13" })).code).toBe(
      "calendar/invalid-period",
    );
    expect(refusalOf(() => netInterestIncome([], { ...options, currency: "XXX" })).code).toBe("money/unknown-currency");
  });
});

describe("columns", () => {
  const columns = {
    sides: Uint8Array.of(0, 1, 0, 1, 0),
    balances: moneyColumn("CNY", ["1234567.89", "987654.32", "?", "5.00", "9999999999999999.99"]),
    rates: rateColumn(["0.0435", "0.0155", "0.01", "0.01", "0.5"]),
    transferRates: rateColumn(["0.0288", "0.0231", "0.01", "x", "0.1"]),
  };
  const result = netInterestIncomeColumns(columns, { days: 90, basis: 365 });

  test("row for row the same figures", () => {
    const row = (index: number) =>
      [result.interest, result.transfer, result.nii].map((column) => moneyAt(column, index)?.amount);
    expect(row(0)).toStrictEqual(["13242.01", "8767.12", "4474.89"]);
    expect(row(1)).toStrictEqual(["3774.73", "5625.57", "1850.84"]);
    // 9999999999999999.99 × 0.5 × 90/365 = 1232876712328767.1220…, × 0.4 × 90/365 = 986301369863013.6976…
    expect(row(4)).toStrictEqual(["1232876712328767.12", "246575342465753.42", "986301369863013.70"]);
  });

  test("a bad balance or rate empties its row in all three columns", () => {
    expect(result.issues.map(({ row, code, path }) => [row, code, path])).toStrictEqual([
      [2, "money/invalid-amount", ["amounts", 2]],
      [3, "money/invalid-rate", ["transferRates", 3]],
    ]);
    for (const column of [result.interest, result.transfer, result.nii]) {
      expect([moneyAt(column, 2), moneyAt(column, 3)]).toStrictEqual([null, null]);
      expect(column.issues).toStrictEqual(result.issues);
    }
    expect(result.totals.liabilityNii).toStrictEqual(cny("1850.84"));
    expect(result.totals.interestPaid).toStrictEqual(cny("3774.73"));
  });

  test.each([
    [{ sides: Uint8Array.of(0, 1) }, ["sides"], { sides: 2, balances: 5 }],
    [{ sides: [0, 1, 2, 0, 0] }, ["sides", 2], { received: 2 }],
    [{ transferRates: rateColumn(["0.1"]) }, ["transferRates"], { rates: 5, transferRates: 1, balances: 5 }],
  ] as const)("wrong columns %# are refused", (wrong, path, details) => {
    expect(refusalOf(() => netInterestIncomeColumns({ ...columns, ...wrong }, { days: 90, basis: 365 }))).toStrictEqual(
      {
        code: "relationship-value/invalid-columns",
        path,
        details,
      },
    );
  });
});

describe("a curve on another day count than the loan", () => {
  const two = { ...options, dayCount: "ACT/360", transferDayCount: "ACT/365F" } as const;
  const even: InterestPosition<"CNY"> = { ...loan, averageBalance: cny("3000000"), rate: "0.04", transferRate: "0.04" };

  test("one rate on two bases leaves the difference of the bases", () => {
    const { values, totals, conventions } = netInterestIncome([even], two);
    // 3,000,000 × 4 % × 90/360 = 30,000.00; × 90/365 = 29,589.04…
    expect(values).toStrictEqual([
      { id: "A-1", side: "asset", interest: cny("30000.00"), transfer: cny("29589.04"), nii: cny("410.96") },
    ]);
    expect(totals.treasury).toStrictEqual(cny("29589.04"));
    expect([conventions.yearFraction, conventions.transferYearFraction]).toStrictEqual([
      { numerator: 90, denominator: 360 },
      { numerator: 90, denominator: 365 },
    ]);
  });

  test("columns with days per row, and a row whose days are wrong", () => {
    const result = netInterestIncomeColumns(
      {
        sides: [0, 1, 0],
        balances: moneyColumn("CNY", ["3000000", "3000000", "9000000000000000"]),
        rates: rateColumn(["0.04", "0.04", "0.04"]),
        transferRates: rateColumn(["0.04", "0.04", "0.03"]),
      },
      { days: [90, 90, 90], basis: 360, transferDays: [90, -1, 90], transferBasis: 365 },
    );
    expect(moneyAt(result.nii, 0)).toStrictEqual(cny("410.96"));
    expect(result.issues.map(({ row, code, path }) => [row, code, path])).toStrictEqual([
      [1, "core/invalid-integer", ["transferDays", 1]],
    ]);
    expect(moneyAt(result.nii, 2)).toStrictEqual(cny("23424657534246.58"));
    expect(
      refusalOf(() =>
        netInterestIncomeColumns(
          {
            sides: [0],
            balances: moneyColumn("CNY", ["1"]),
            rates: rateColumn(["0"]),
            transferRates: rateColumn(["0"]),
          },
          { days: 1, basis: 360, transferDays: [1, 2] },
        ),
      ),
    ).toMatchObject({ code: "relationship-value/invalid-columns", path: ["transferDays"] });
  });
});

describe("an average balance that contradicts itself", () => {
  const average = averageDailyBalance(
    { opening: cny("100"), movements: [{ date: "2026-01-31", amount: cny("1") }] },
    "2026-Q1",
    "down",
  );

  test("is the exact sum by its days, rounded as it says, or an issue", () => {
    expect(average.average.amount).toBe("100.66"); // 9,060 by 90 days is 100.666…
    const with_ = (changes: object) =>
      netInterestIncome([{ ...loan, averageBalance: { ...average, ...changes } }], options).issues.map(
        ({ code, path }) => [code, path.join(".")],
      );
    expect(with_({})).toStrictEqual([]);
    expect(with_({ rounding: "half-even", average: cny("100.67") })).toStrictEqual([]);
    for (const wrong of [{ rounding: "half-even" }, { average: cny("100") }, { balanceDays: "90600" }]) {
      expect(with_(wrong)).toStrictEqual([["relationship-value/invalid-row", "averageBalance.average"]]);
    }
  });
});

import { describe, expect, test } from "vitest";

import { money } from "../../../src/money/index.ts";
import {
  averageDailyBalance,
  balanceVolumes,
  depositDeviationLimit,
  type VolumeAccount,
  type VolumeOptions,
} from "../../../src/relationship-value/index.ts";
import { refusalOf } from "../../support/refusal.ts";

const cny = (amount: string) => money(amount, "CNY");

const options: VolumeOptions<"CNY"> = { period: "2026-06", currency: "CNY" };

const account = (id: string, changes: Partial<VolumeAccount<"CNY">> = {}): VolumeAccount<"CNY"> => ({
  id,
  client: "C-1",
  product: "DEP-CUR",
  kind: "deposit",
  history: { opening: cny("1000.00"), movements: [] },
  ...changes,
});

const movements = (opening: string, ...changes: readonly (readonly [date: string, amount: string])[]) => ({
  opening: cny(opening),
  movements: changes.map(([date, amount]) => ({ date, amount: cny(amount) })),
});

describe("two accounts by hand", () => {
  // 900 for 29 days and 1200 for the last: 27,300 over 30 days = 910; 100 all month
  const given = [
    account("A-2", { history: movements("900.00", ["2026-06-30", "300.00"]) }),
    account("A-1", { client: "C-2", history: movements("100.00") }),
    account("A-3", { history: movements("50.00") }),
    account("F-1", { kind: "fund", product: "FUND-7", history: movements("0.00", ["2026-06-16", "600.00"]) }),
  ];
  const volumes = balanceVolumes(given, options);

  test("by client and product, in order, with the accounts behind each", () => {
    expect(volumes.clients.map(({ client, product, accountIds }) => [client, product, accountIds])).toStrictEqual([
      ["C-1", "DEP-CUR", ["A-2", "A-3"]],
      ["C-1", "FUND-7", ["F-1"]],
      ["C-2", "DEP-CUR", ["A-1"]],
    ]);
    expect(volumes.clients[0]).toMatchObject({
      accounts: 2,
      periodEnd: cny("1250.00"),
      average: cny("960.00"),
      balanceDays: "28800.00",
      deviation: "0.3021", // 290 / 960
      growth: null,
    });
  });

  test("products, kinds and what is beside our balance sheet add up", () => {
    expect(volumes.products.map(({ product, periodEnd }) => [product, periodEnd.amount])).toStrictEqual([
      ["DEP-CUR", "1350.00"],
      ["FUND-7", "600.00"],
    ]);
    expect(volumes.kinds.deposit?.average).toStrictEqual(cny("1060.00"));
    expect(volumes.kinds.fund?.average).toStrictEqual(cny("300.00"));
    expect(volumes.kinds.fund?.deviation).toBe("1.0000");
    expect(volumes.assetsUnderManagement?.periodEnd).toStrictEqual(cny("600.00"));
    expect(volumes.financialAssets?.periodEnd).toStrictEqual(cny("1950.00"));
  });

  test("a kind without accounts has no figure, which is not 0", () => {
    expect(volumes.kinds.loan).toBeNull();
    expect(balanceVolumes(given.slice(0, 1), options).assetsUnderManagement).toBeNull();
    expect(balanceVolumes([], options)).toMatchObject({ clients: [], financialAssets: null, depositDeviation: null });
  });

  test("conventions are echoed", () => {
    expect(volumes.conventions).toStrictEqual({
      period: { from: "2026-06-01", to: "2026-07-01" },
      prior: null,
      days: 30,
      currency: "CNY",
      balanceLists: "changes",
      digits: 4,
      rounding: "half-even",
    });
  });
});

test("the average of an account is that of averageDailyBalance", () => {
  const history = movements("355.50", ["2026-06-05", "-33.55"], ["2026-06-10", "12.50"], ["2026-06-11", "108.00"]);
  const { clients } = balanceVolumes([account("A-1", { history })], options);
  const { average, balanceDays } = averageDailyBalance(history, "2026-06");
  expect(clients[0]).toMatchObject({ average, balanceDays });
  expect(average).toStrictEqual(cny("407.17")); // 355.50 × 4, 321.95 × 5, 334.45 × 1, 442.45 × 20 of the published case
});

describe("growth", () => {
  const grown = balanceVolumes(
    [
      account("A-1", { history: movements("100.00", ["2026-05-17", "100.00"], ["2026-06-01", "-50.00"]) }),
      account("L-1", { kind: "loan", product: "LOAN", history: movements("0.00", ["2026-06-16", "30.00"]) }),
    ],
    { ...options, prior: "2026-05", digits: 6 },
  );

  test("against the month before, for both balances", () => {
    // May: 100 for 16 days, 200 for 15: 4600 / 31 = 148.387; June: 150
    expect(grown.kinds.deposit?.growth).toStrictEqual({
      periodEnd: { prior: cny("200.00"), amount: cny("-50.00"), rate: "-0.250000" },
      average: { prior: cny("148.39"), amount: cny("1.61"), rate: "0.010850" },
    });
  });

  test("from nothing there is no rate", () => {
    expect(grown.kinds.loan?.growth?.average).toStrictEqual({ prior: cny("0.00"), amount: cny("15.00"), rate: null });
  });

  test("over what was below nothing there is no rate, because its sign would be the wrong one", () => {
    const overdrawn = account("A-1", { history: movements("-100.00", ["2026-06-01", "50.00"]) });
    const { kinds } = balanceVolumes([overdrawn], { ...options, prior: "2026-05" });
    expect(kinds.deposit?.growth?.periodEnd).toStrictEqual({ prior: cny("-100.00"), amount: cny("50.00"), rate: null });
  });

  test("a year before, with the days between", () => {
    const { kinds, issues } = balanceVolumes([account("A-1")], { ...options, prior: "2025-06" });
    expect(issues).toStrictEqual([]);
    expect(kinds.deposit?.growth?.average.rate).toBe("0.0000");
  });

  test("a prior period that overlaps is refused", () => {
    expect(refusalOf(() => balanceVolumes([], { ...options, prior: "2026-Q2" }))).toMatchObject({
      code: "relationship-value/invalid-option",
      path: ["prior"],
    });
  });
});

describe("deviation of deposits", () => {
  const deviationAt = (end: string, period: VolumeOptions["period"] = "2026-06", opening = "1000.00") =>
    balanceVolumes([account("A-1", { history: movements(opening, ["2026-06-30", end]) })], {
      ...options,
      period,
      deviationLimit: depositDeviationLimit,
    }).depositDeviation;

  test("exactly at 4 % is within, a cent more is above", () => {
    // with 1000 on 29 days and 1000 + x on the last, (x − x/30) / (1000 + x/30) = 0.04 at x = 41.43646…
    expect(deviationAt("41.43")).toMatchObject({ state: "within", deviation: "0.0400", limit: "0.04" });
    expect(deviationAt("41.44")).toMatchObject({ state: "above", deviation: "0.0400" });
    // 29 days at 90.50 and the last at 94.25: average 90.625, and 3.625 above it are 4 % of it
    expect(deviationAt("3.75", "2026-06", "90.50")?.state).toBe("within");
    expect(deviationAt("3.76", "2026-06", "90.50")?.state).toBe("above");
  });

  test("lower at the end is within, as the rule is against pushing up", () => {
    expect(deviationAt("-999.00")).toMatchObject({ state: "within", deviation: "-0.9990" });
  });

  test("a limit that is not in force on the last day of the period is no limit", () => {
    for (const period of ["2014-06", "2018-05", "2018-Q1"] as const) {
      const given = { ...options, period, deviationLimit: depositDeviationLimit };
      expect(refusalOf(() => balanceVolumes([], given))).toMatchObject({
        code: "core/no-policy-in-force",
        path: ["period"],
      });
    }
    const former = { ...depositDeviationLimit, effectiveFrom: "2014-09-11", effectiveTo: "2018-06-30", limit: "0.03" };
    const june = (deviationLimit: typeof former | typeof depositDeviationLimit) =>
      balanceVolumes([], { ...options, period: "2018-06", deviationLimit }).depositDeviation?.limit;
    // in force from the eighth of the month: what counts is the balance of its last day
    expect(june(depositDeviationLimit)).toBe("0.04");
    expect(refusalOf(() => june(former)).code).toBe("core/no-policy-in-force");
  });

  test("no answer without an average above 0, and for what is not a month", () => {
    expect(deviationAt("-0.00", "2026-06", "-5.00")).toMatchObject({ state: "no-average", deviation: null });
    expect(deviationAt("1.00", "2026-Q2")?.state).toBe("not-a-month");
    expect(deviationAt("1.00", { from: "2026-06-01", to: "2026-06-30" })).toMatchObject({ state: "not-a-month" });
    const none = balanceVolumes([], { ...options, deviationLimit: depositDeviationLimit });
    expect(none.depositDeviation).toStrictEqual({
      state: "no-average",
      deviation: null,
      limit: "0.04",
      policy: { id: "cn.deposit-deviation", version: "2018" },
    });
  });
});

describe("rows that are left out", () => {
  const balances = (...dates: readonly string[]) => ({
    balances: dates.map((date) => ({ date, balance: cny("10.00") })),
  });

  test.each([
    ["relationship-value/uncovered-days", ["history"], { history: balances("2026-06-03") }],
    [
      "relationship-value/duplicate-date",
      ["history", "balances", 1, "date"],
      { history: balances("2026-06-01", "2026-06-01") },
    ],
    [
      "relationship-value/outside-period",
      ["history", "movements", 0, "date"],
      { history: movements("1.00", ["2026-07-01", "1.00"]) },
    ],
    [
      "relationship-value/currency-mismatch",
      ["history"],
      { history: { opening: money("1.00", "USD"), movements: [] } },
    ],
    [
      "relationship-value/currency-mismatch",
      ["history", "movements", 0],
      { history: { opening: cny("1.00"), movements: [{ date: "2026-06-02", amount: money("1.00", "USD") }] } },
    ],
    ["relationship-value/invalid-row", ["kind"], { kind: "stock" }],
    ["relationship-value/empty-id", ["client"], { client: "" }],
    ["relationship-value/invalid-row", ["histroy"], { history: undefined, histroy: movements("1.00") }],
    [
      "money/invalid-amount",
      ["history", "opening", "amount"],
      { history: { opening: { amount: 1, currency: "CNY" }, movements: [] } },
    ],
  ])("%s at %j, and the others count", (code, path, changes) => {
    const wrong = { ...account("A-2"), ...changes } as unknown as VolumeAccount<"CNY">;
    const { issues, kinds } = balanceVolumes([account("A-1"), wrong, account("A-3")], options);
    expect(issues.map((issue) => [issue.row, issue.code, issue.path])).toStrictEqual([[1, code, path]]);
    expect(kinds.deposit?.accounts).toBe(2);
  });

  test("a second row with one id", () => {
    const { issues, kinds } = balanceVolumes([account("A-1"), account("A-1")], options);
    expect(issues).toStrictEqual([
      { row: 1, code: "relationship-value/repeated-row", path: ["id"], details: { id: "A-1" } },
    ]);
    expect(kinds.deposit?.accounts).toBe(1);
  });

  test("a row that is refused takes no id from the good one after it", () => {
    const wrong = account("A-1", { history: balances("2026-06-03") });
    const { issues, kinds } = balanceVolumes([wrong, account("A-1"), account("A-1")], options);
    expect(issues.map(({ row, code }) => [row, code])).toStrictEqual([
      [0, "relationship-value/uncovered-days"],
      [2, "relationship-value/repeated-row"],
    ]);
    expect(kinds.deposit?.accounts).toBe(1);
  });

  test("what is no row at all", () => {
    const { issues } = balanceVolumes([null as unknown as VolumeAccount<"CNY">], options);
    expect(issues.map(({ code }) => code)).toStrictEqual(["relationship-value/invalid-row"]);
  });

  test("a day that is missing where every day is given is never filled from the day before", () => {
    const days = Array.from({ length: 30 }, (_, day) => `2026-06-${String(day + 1).padStart(2, "0")}`);
    const everyDay = { ...options, balanceLists: "every-day" } as const;
    const whole = account("A-1", { history: balances(...days) });
    const holed = account("A-2", { history: balances(...days.filter((day) => day !== "2026-06-14")) });
    const { issues, kinds } = balanceVolumes([whole, holed], everyDay);
    expect(issues).toStrictEqual([
      {
        row: 1,
        code: "relationship-value/uncovered-days",
        path: ["history"],
        details: { covered: 29, days: 30, asked: { from: "2026-06-01", to: "2026-07-01" } },
      },
    ]);
    expect(kinds.deposit?.accounts).toBe(1);
    expect(balanceVolumes([whole, holed], options).issues).toStrictEqual([]);
    // of a year before, the days of both periods count, and none between them
    const yearBefore = days.map((day) => day.replace("2026", "2025"));
    const withPrior = { ...everyDay, prior: "2025-06" } as const;
    const both = account("A-4", { history: balances(...yearBefore, ...days) });
    const hole = account("A-5", { history: balances(...yearBefore, "2025-07-01", ...days.slice(0, -1)) });
    const compared = balanceVolumes([both, hole], withPrior);
    expect(compared.kinds.deposit?.growth?.average.rate).toBe("0.0000");
    expect(compared.issues).toMatchObject([
      { row: 1, details: { covered: 29, days: 30, asked: { from: "2026-06-01", to: "2026-07-01" } } },
    ]);
    // the day before the period is no day of it
    const shifted = account("A-3", { history: balances("2026-05-31", ...days.slice(1)) });
    expect(balanceVolumes([shifted], everyDay).issues).toHaveLength(1);
  });
});

test.each([
  [{ currency: "XXY" }, "money/unknown-currency", ["currency"]],
  [{ period: "June" }, "calendar/invalid-period", ["period"]],
  [{ digits: 13 }, "core/invalid-integer", ["digits"]],
  [{ balanceLists: "some" }, "relationship-value/invalid-option", ["balanceLists"]],
  [
    { deviationLimit: { ...depositDeviationLimit, limit: "4" } },
    "relationship-value/invalid-option",
    ["deviationLimit", "limit"],
  ],
  [{ deviationLimits: depositDeviationLimit }, "relationship-value/invalid-option", ["deviationLimits"]],
])("options %o are refused", (changes, code, path) => {
  expect(refusalOf(() => balanceVolumes([], { ...options, ...changes } as VolumeOptions<"CNY">))).toMatchObject({
    code,
    path,
  });
});

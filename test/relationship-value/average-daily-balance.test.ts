import { describe, expect, test } from "vitest";

import { money } from "../../src/money/index.ts";
import { averageDailyBalance } from "../../src/relationship-value/index.ts";
import { refusalOf } from "../support/refusal.ts";

const cny = (amount: string) => money(amount, "CNY");

describe("average of end-of-day balances", () => {
  test("movements in any order; several on one day add up; the first and the last day count", () => {
    const { average, balanceDays, days, stretches } = averageDailyBalance(
      {
        opening: cny("1000.00"),
        movements: [
          { date: "2026-02-28", amount: cny("-1200.00") },
          { date: "2026-02-01", amount: cny("500.00") },
          { date: "2026-02-11", amount: cny("100.50") },
          { date: "2026-02-11", amount: cny("-0.50") },
        ],
      },
      "2026-02",
    );
    // 10 × 1500 + 17 × 1600 + 1 × 400 = 42600
    expect(balanceDays).toBe("42600.00");
    expect(days).toBe(28);
    expect(average).toStrictEqual(cny("1521.43")); // 42600 / 28 = 1521.428…
    expect(stretches).toStrictEqual([
      { from: "2026-02-01", to: "2026-02-11", days: 10, balance: cny("1500.00") },
      { from: "2026-02-11", to: "2026-02-28", days: 17, balance: cny("1600.00") },
      { from: "2026-02-28", to: "2026-03-01", days: 1, balance: cny("400.00") },
    ]);
  });

  test("dated balances carry forward; the latest one before the period opens it", () => {
    const balances = [
      { date: "2026-06-21", balance: cny("300") },
      { date: "2026-05-01", balance: cny("999999") },
      { date: "2026-05-30", balance: cny("-60") },
    ];
    const { average, balanceDays, stretches, period } = averageDailyBalance({ balances }, "2026-06");
    expect(balanceDays).toBe("1800.00"); // 20 × −60 + 10 × 300
    expect(average).toStrictEqual(cny("60.00"));
    expect(stretches.map(({ from, days }) => [from, days])).toStrictEqual([
      ["2026-06-01", 20],
      ["2026-06-21", 10],
    ]);
    expect(period).toStrictEqual({ from: "2026-06-01", to: "2026-07-01" });
  });

  test("movements and the balances they lead to give the same average", () => {
    const byMovement = averageDailyBalance(
      { opening: cny("0"), movements: [{ date: "2024-02-29", amount: cny("366") }] },
      "2024",
    );
    const byBalance = averageDailyBalance(
      {
        balances: [
          { date: "2024-01-01", balance: cny("0") },
          { date: "2024-02-29", balance: cny("366") },
        ],
      },
      "2024",
    );
    expect(byMovement).toStrictEqual(byBalance);
    expect(byMovement.average).toStrictEqual(cny("307.00")); // 366 × 307 / 366
  });

  test("the rounding of the average is an option; balance days stay exact", () => {
    const history = { opening: money("1", "JPY"), movements: [{ date: "2026-04-16", amount: money("1", "JPY") }] };
    expect(averageDailyBalance(history, "2026-04")).toMatchObject({
      average: money("2", "JPY"), // 45 / 30 = 1.5, half-even
      balanceDays: "45",
      rounding: "half-even",
    });
    expect(averageDailyBalance(history, "2026-04", "down")).toMatchObject({
      average: money("1", "JPY"),
      rounding: "down",
    });
  });
});

describe("no day is guessed", () => {
  test("27 of 30 days are refused", () => {
    expect(
      refusalOf(() => averageDailyBalance({ balances: [{ date: "2026-06-04", balance: cny("1") }] }, "2026-06")),
    ).toStrictEqual({
      code: "relationship-value/uncovered-days",
      path: ["history"],
      details: { covered: 27, days: 30, asked: { from: "2026-06-01", to: "2026-07-01" } },
    });
  });

  test("no balance at all", () => {
    expect(refusalOf(() => averageDailyBalance({ balances: [] }, "2026-06")).details).toMatchObject({ covered: 0 });
  });

  test("two balances of one day", () => {
    const balances = [
      { date: "2026-06-01", balance: cny("1") },
      { date: "2026-06-02", balance: cny("2") },
      { date: "2026-06-01", balance: cny("1") },
    ];
    expect(refusalOf(() => averageDailyBalance({ balances }, "2026-06"))).toStrictEqual({
      code: "relationship-value/duplicate-date",
      path: ["balances", 2, "date"],
      details: { date: "2026-06-01" },
    });
  });

  test.each(["2026-05-31", "2026-07-01"])("a movement of %s", (date) => {
    const history = { opening: cny("1"), movements: [{ date, amount: cny("1") }] };
    expect(refusalOf(() => averageDailyBalance(history, "2026-06"))).toStrictEqual({
      code: "relationship-value/outside-period",
      path: ["movements", 0, "date"],
      details: { date, asked: { from: "2026-06-01", to: "2026-07-01" } },
    });
  });

  test("a balance after the period", () => {
    const balances = [
      { date: "2026-06-01", balance: cny("1") },
      { date: "2026-07-01", balance: cny("1") },
    ];
    expect(refusalOf(() => averageDailyBalance({ balances }, "2026-06"))).toMatchObject({
      code: "relationship-value/outside-period",
      path: ["balances", 1, "date"],
    });
  });

  test("another currency", () => {
    const history = { opening: cny("1"), movements: [{ date: "2026-06-02", amount: money("1", "HKD") }] };
    // @ts-expect-error the movement is in another currency than the balance
    expect(refusalOf(() => averageDailyBalance(history, "2026-06"))).toStrictEqual({
      code: "relationship-value/currency-mismatch",
      path: ["movements", 0],
      details: { expected: "CNY", received: "HKD" },
    });
  });

  test("a date that does not exist", () => {
    const history = { opening: cny("1"), movements: [{ date: "2026-06-31", amount: cny("1") }] };
    expect(refusalOf(() => averageDailyBalance(history, "2026-06")).code).toBe("core/invalid-date");
  });
});

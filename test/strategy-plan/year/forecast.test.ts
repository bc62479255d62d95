import { expect, test } from "vitest";

import {
  incomeForecast,
  type ActionState,
  type PlanAction,
  type StrategyPlan,
} from "../../../src/strategy-plan/index.ts";
import { refusal } from "../../support/refusal.ts";
import { cny, emptyPlan, sample } from "../plans.ts";

const plan = (...actions: readonly PlanAction[]): StrategyPlan => ({ ...emptyPlan, actions });
const figures = (expected: string, best: string, committed: string) => ({
  expected: cny(expected),
  best: cny(best),
  committed: cny(committed),
});

test("the sample, by hand", () => {
  const { currencies, withoutProbability, withoutExpectedIncome, rounding } = incomeForecast(sample.plan);
  // 160,000 × 0.6 + 420,000 × 0.5 + 90,000 × 0.7 + 380,000 × 0.4 + 60,000 × 0.3
  // = 96,000 + 210,000 + 63,000 + 152,000 + 18,000 = 539,000, of 1,110,000 in full
  const total = figures("539000.00", "1110000.00", "0.00");
  expect(currencies).toHaveLength(1);
  expect(currencies[0]).toMatchObject({ currency: "CNY", total });
  expect(currencies[0]?.products).toStrictEqual([
    { product: "CASH-MGMT", ...figures("63000.00", "90000.00", "0.00") },
    { product: "FX-HEDGE", ...figures("96000.00", "160000.00", "0.00") },
    { product: "LEASE", ...figures("18000.00", "60000.00", "0.00") },
    { product: "LOAN-TERM", ...figures("152000.00", "380000.00", "0.00") },
    { product: "LOAN-WC", ...figures("210000.00", "420000.00", "0.00") },
  ]);
  // leasing is for a subsidiary
  expect(currencies[0]?.heads).toStrictEqual([
    { head: "direct", ...figures("521000.00", "1050000.00", "0.00") },
    { head: "related", ...figures("18000.00", "60000.00", "0.00") },
  ]);
  expect(currencies[0]?.months.map(({ month }) => month)).toHaveLength(12);
  expect([withoutProbability, withoutExpectedIncome, rounding]).toStrictEqual([[], [], "half-even"]);
});

test("by month, by days: a quarter of 90 days, and a stretch over the end of a month", () => {
  const { currencies } = incomeForecast(
    plan(
      { id: "a", expectedIncome: { amount: cny("100.00"), period: "2026-Q1", probability: "0.5" } },
      {
        id: "b",
        expectedIncome: { amount: cny("0.10"), period: { from: "2026-03-31", to: "2026-04-03" } },
        progress: { state: "won", actualDate: "2026-02-02" },
      },
    ),
  );
  expect(currencies[0]?.months).toStrictEqual([
    // 100 × 31/90 = 34.444…, × 28/90 = 31.111…, × 31/90 = 34.444…; the cent left over goes to the first of the two .444
    // 50 × 31/90 = 17.222…, × 28/90 = 15.555…, 17.222…: the cent goes to February
    { month: "2026-01", ...figures("17.22", "34.45", "0.00") },
    { month: "2026-02", ...figures("15.56", "31.11", "0.00") },
    // 0.10 × 1/3 = 0.0333…, × 2/3 = 0.0666…
    { month: "2026-03", ...figures("17.22", "34.44", "0.03") },
    { month: "2026-04", ...figures("0.00", "0.00", "0.07") },
  ]);
});

test("each action is rounded once, half-even", () => {
  // 0.01 × 0.5 = 0.005 → 0.00 three times, not 0.015 → 0.02; 0.03 × 0.5 = 0.015 → 0.02
  const half = (id: string, amount: string): PlanAction => ({
    id,
    expectedIncome: { amount: cny(amount), period: "2026", probability: "0.5" },
  });
  expect(
    incomeForecast(plan(half("a", "0.01"), half("b", "0.01"), half("c", "0.01"))).currencies[0]?.total,
  ).toStrictEqual(figures("0.00", "0.03", "0.00"));
  expect(incomeForecast(plan(half("a", "0.03"))).currencies[0]?.total.expected).toStrictEqual(cny("0.02"));
});

test.each<[ActionState, string, string, string]>([
  ["planned", "25.00", "100.00", "0.00"],
  ["pitched", "25.00", "100.00", "0.00"],
  // won: in full, not at its probability
  ["won", "0.00", "0.00", "100.00"],
])("an action that is %s", (state, ...amounts) => {
  const action: PlanAction = {
    id: "a",
    expectedIncome: { amount: cny("100.00"), period: "2026", probability: "0.25" },
    progress: { state },
  };
  expect(incomeForecast(plan(action)).currencies[0]?.total).toStrictEqual(figures(...amounts));
});

test("what was lost or dropped is in nothing, and what nobody states is listed", () => {
  const income = { amount: cny("100.00"), period: "2026" };
  const { currencies, withoutProbability, withoutExpectedIncome } = incomeForecast(
    plan(
      { id: "lost", expectedIncome: income, progress: { state: "lost", reason: "r" } },
      { id: "dropped", expectedIncome: { ...income, probability: "7" }, progress: { state: "dropped", reason: "r" } },
      { id: "lost-bare", progress: { state: "lost", reason: "r" } },
      { id: "open-bare" },
      { id: "won-bare", progress: { state: "won", actualDate: "2026-02-02" } },
      { id: "open-unsure", expectedIncome: income },
      { id: "won-unsure", expectedIncome: income, progress: { state: "won", actualDate: "2026-02-02" } },
    ),
  );
  expect(currencies[0]?.total).toStrictEqual(figures("0.00", "100.00", "100.00"));
  expect(withoutProbability).toStrictEqual(["open-unsure"]);
  expect(withoutExpectedIncome).toStrictEqual(["open-bare", "won-bare"]);
  expect(incomeForecast(emptyPlan).currencies).toStrictEqual([]);
});

test("by product, by head in the order of heads, and by currency, in the order of their codes", () => {
  const of = (
    id: string,
    product: string | undefined,
    head: "direct" | "other" | undefined,
    currency = "CNY",
  ): PlanAction => ({
    id,
    productOrService: { name: "n", ...(product === undefined ? {} : { product }) },
    expectedIncome: {
      amount: { amount: currency === "JPY" ? "101" : "10.00", currency },
      period: "2026-03",
      probability: "0.5",
      ...(head === undefined ? {} : { head }),
    },
  });
  const { currencies } = incomeForecast(
    plan(
      of("a", undefined, "other"),
      of("b", "LOAN", undefined),
      of("c", "FX", "direct"),
      of("d", "LOAN", "direct"),
      of("e", "FX", "direct", "JPY"),
      of("f", "FX", "direct", "AUD"),
    ),
  );
  expect(currencies.map(({ currency }) => currency)).toStrictEqual(["AUD", "CNY", "JPY"]);
  const [, first, second] = currencies;
  expect(first?.products.map(({ product, best }) => [product, best.amount])).toStrictEqual([
    ["FX", "10.00"],
    ["LOAN", "20.00"],
    [null, "10.00"],
  ]);
  expect(first?.heads.map(({ head, expected }) => [head, expected.amount])).toStrictEqual([
    ["direct", "10.00"],
    ["other", "5.00"],
    [null, "5.00"],
  ]);
  // no minor units: 101 × 0.5 = 50.5, to the even 50
  expect(second?.total.expected).toStrictEqual({ amount: "50", currency: "JPY" });
});

test("what cannot be computed is refused at its place", () => {
  const at = ["plan", "actions", 0, "expectedIncome"];
  const withIncome = (changes: object) =>
    plan({ id: "a", expectedIncome: { amount: cny("1.00"), period: "2026", ...changes } });
  expect(() => incomeForecast(withIncome({ probability: "1.2" }))).toThrow(
    refusal("strategy-plan/share-out-of-range", [...at, "probability"], { share: "1.2", min: "0", max: "1" }),
  );
  expect(() => incomeForecast(withIncome({ period: "2026-13" }))).toThrow(
    refusal("calendar/invalid-period", [...at, "period"], { period: "2026-13" }),
  );
  expect(() => incomeForecast(withIncome({ amount: cny("1.001") }))).toThrow(
    expect.objectContaining({ code: "money/too-many-fraction-digits", path: [...at, "amount", "amount"] }),
  );
  expect(() => incomeForecast(withIncome({ probability: "x" }))).toThrow(
    expect.objectContaining({ code: "core/invalid-decimal", path: [...at, "probability"] }),
  );
  expect(() => incomeForecast(withIncome({ odds: "1" }))).toThrow(
    expect.objectContaining({ code: "strategy-plan/invalid-plan", path: [...at, "odds"] }),
  );
});

import { describe, expect, test } from "vitest";

import {
  planProgress,
  type BookedIncome,
  type PlanAction,
  type PlanProgressOptions,
  type StrategyPlan,
} from "../../../src/strategy-plan/index.ts";
import { refusal } from "../../support/refusal.ts";
import { cny, emptyPlan, samplePlanInYear } from "../plans.ts";

const plan = (...actions: readonly PlanAction[]): StrategyPlan => ({ ...emptyPlan, actions });
const expects = (id: string, amount: string, period = "2026", head?: "direct" | "related" | "other"): PlanAction => ({
  id,
  expectedIncome: { amount: cny(amount), period, ...(head === undefined ? {} : { head }) },
});
const booked = (id: string, amount: string, changes: Partial<BookedIncome> = {}): BookedIncome => ({
  id,
  amount: cny(amount),
  period: "2026-Q1",
  head: "direct",
  ...changes,
});
const atEnd: PlanProgressOptions = { asOf: "2026-12-31" };

test("a year by hand: actions, heads, total and target", () => {
  const won: PlanAction = {
    ...expects("won", "90.00"),
    progress: {
      state: "won",
      actualDate: "2026-05-08",
      actualIncome: { amount: cny("64.00"), period: { from: "2026-05-08", to: "2027-01-01" } },
    },
  };
  const { actions, heads, total, counted, outside, issues, currency, period } = planProgress(
    { ...plan(expects("a", "300.00", "2026", "direct"), won, { id: "bare" }), value: { target: cny("1000.00") } },
    [
      booked("1", "120.00", { action: "a" }),
      booked("2", "-20.00", { action: "a", period: "2026-Q2" }),
      booked("3", "5.00", { action: "a", head: "related" }),
      booked("4", "500.00"),
      booked("5", "7.00", { head: "other", action: null as never }),
    ],
    atEnd,
  );
  expect(actions).toStrictEqual([
    // 120 − 20 + 5 = 105 of 300
    {
      action: "a",
      planned: cny("300.00"),
      actual: cny("105.00"),
      difference: cny("-195.00"),
      stated: null,
      statedDifference: null,
    },
    // no row: what progress states
    {
      action: "won",
      planned: cny("90.00"),
      actual: cny("64.00"),
      difference: cny("-26.00"),
      stated: cny("64.00"),
      statedDifference: null,
    },
    { action: "bare", planned: null, actual: null, difference: null, stated: null, statedDifference: null },
  ]);
  const row = (planned: string, explained: string, difference: string, leftToExplain: string, actual: string) => ({
    planned: cny(planned),
    explained: cny(explained),
    difference: cny(difference),
    leftToExplain: cny(leftToExplain),
    actual: cny(actual),
  });
  expect(heads).toStrictEqual([
    // 120 − 20 = 100 are of an action, 200 less than it was to bring, whatever the 500 of nobody
    { head: "direct", ...row("300.00", "100.00", "-200.00", "500.00", "600.00") },
    { head: "related", ...row("0.00", "5.00", "5.00", "0.00", "5.00") },
    { head: "other", ...row("0.00", "0.00", "0.00", "7.00", "7.00") },
    // the income of the won action has no head
    { head: null, ...row("90.00", "64.00", "-26.00", "0.00", "64.00") },
  ]);
  expect(total).toStrictEqual({
    // 105 − 300 and 64 − 90: the actions are 221 short, and 507 more came of what no action is named for
    ...row("390.00", "169.00", "-221.00", "507.00", "676.00"),
    target: cny("1000.00"),
    toTarget: cny("324.00"),
  });
  expect([counted, outside, issues, currency]).toStrictEqual([5, cny("0.00"), [], "CNY"]);
  expect(period).toStrictEqual({ from: "2026-01-01", to: "2027-01-01" });
});

test("rows of an action win over what its progress states, and the difference is told", () => {
  const won = (state: "won" | "lost"): PlanAction => ({
    ...expects("a", "90.00"),
    progress: {
      state,
      actualDate: "2026-03-02",
      reason: "r",
      actualIncome: { amount: cny("64.00"), period: "2026" },
    },
  });
  const results = (action: PlanAction, rows: readonly BookedIncome[]) =>
    planProgress(plan(action), rows, atEnd).actions[0];
  expect(results(won("won"), [booked("1", "60.00", { action: "a" })])).toMatchObject({
    actual: cny("60.00"),
    stated: cny("64.00"),
    statedDifference: cny("-4.00"),
  });
  // what an action states that was not won is a contradiction, and counts for nothing; what is booked is booked
  expect(results(won("lost"), [])).toMatchObject({ actual: null, stated: null });
  expect(results(won("lost"), [booked("1", "60.00", { action: "a" })])).toMatchObject({ actual: cny("60.00") });
});

test("a quarter has its share by days, and rows that reach beyond it theirs", () => {
  const at: PlanProgressOptions = { asOf: "2026-07-15", period: "2026-Q2" };
  const { actions, total, outside, period } = planProgress(
    { ...plan(expects("a", "365.00")), value: { target: cny("730.00") } },
    [
      // 153 days from March to July, of which April to June are 91
      booked("1", "153.00", { action: "a", period: { from: "2026-03-01", to: "2026-08-01" } }),
      booked("2", "10.00", { period: "2026-Q1" }),
      booked("3", "20.00", { period: "2026-06" }),
    ],
    at,
  );
  // 91 days of 365: 91.00 of the expected, 182.00 of the target; 91.00 of the first row
  expect(actions[0]).toMatchObject({ planned: cny("91.00"), actual: cny("91.00"), difference: cny("0.00") });
  expect(total).toMatchObject({
    actual: cny("111.00"),
    explained: cny("91.00"),
    leftToExplain: cny("20.00"),
    target: cny("182.00"),
    toTarget: cny("71.00"),
  });
  // 153 − 91 of the first row, and the second
  expect(outside).toStrictEqual(cny("72.00"));
  expect(period).toStrictEqual({ from: "2026-04-01", to: "2026-07-01" });
});

describe("actions due", () => {
  const due = (action: Partial<PlanAction>, options: PlanProgressOptions = { asOf: "2026-04-10", period: "2026-Q1" }) =>
    planProgress(plan({ id: "a", ...action }), [], options).due[0];

  test("those whose planned time ends in the period", () => {
    expect(due({ plannedPitchTime: "2026-03" })).toStrictEqual({
      action: "a",
      state: "planned",
      standing: "overdue",
      reachedAfter: false,
    });
    expect(due({ plannedPitchTime: "2026-01-01" })).toBeDefined();
    expect(due({ plannedPitchTime: { from: "2026-03-01", to: "2026-04-02" } })).toBeUndefined();
    expect(due({ plannedPitchTime: "2025-12-31" })).toBeUndefined();
    expect(due({})).toBeUndefined();
    expect(due({ plannedPitchTime: "2026-12" }, { asOf: "2026-02-01" })).toMatchObject({ standing: "on-track" });
  });

  test("as they stand at the end of the period, or on the day before that", () => {
    expect(due({ plannedPitchTime: "2026-03" }, { asOf: "2026-03-31", period: "2026-Q1" })).toMatchObject({
      standing: "on-track",
    });
    expect(due({ plannedPitchTime: "2026-02" }, { asOf: "2026-03-01", period: "2026-Q1" })).toMatchObject({
      standing: "overdue",
    });
    const pitched = (actualDate: string): Partial<PlanAction> => ({
      plannedPitchTime: "2026-03",
      progress: { state: "pitched", actualDate },
    });
    expect(due(pitched("2026-03-31"))).toMatchObject({ standing: "awaiting-answer", reachedAfter: false });
    expect(due(pitched("2026-04-01"))).toMatchObject({ standing: "awaiting-answer", reachedAfter: true });
    const early: PlanProgressOptions = { asOf: "2026-03-20", period: "2026-Q1" };
    expect(due(pitched("2026-03-20"), early)).toMatchObject({ reachedAfter: false });
    expect(due(pitched("2026-03-21"), early)).toMatchObject({ reachedAfter: true });
  });
});

test("the sample on 30 June: what was won states 64,000 of 238 days", () => {
  const { actions, due } = planProgress(samplePlanInYear, [], { asOf: "2026-06-30", period: "2026-Q2" });
  // 8 May to 31 December are 24 + 30 + 31 + 31 + 30 + 31 + 30 + 31 = 238 days, 54 of them in the quarter;
  // 64,000 × 24 / 238 = 6,453.781512 and × 30 / 238 = 8,067.226890: of the four cents left over, the months of 30 days
  // get one each (.6890), and July the last one (.4454); so 6,453.78 + 8,067.23
  expect(actions[2]?.actual).toStrictEqual(cny("14521.01"));
  // 420,000 and 90,000 were planned for May and for the quarter
  expect(due.map(({ action, standing }) => [action, standing])).toStrictEqual([
    ["a-wc", "done"],
    ["a-cash", "done"],
  ]);
});

test("a bad row is an issue with its place, and stops no other", () => {
  const rows = [
    booked("1", "1.00"),
    booked("1", "2.00"),
    booked("3", "x"),
    { ...booked("4", "4.00"), amount: { amount: "4.00", currency: "USD" } },
    booked("5", "5.00", { action: "gone" }),
    booked("6", "6.00", { period: "2026-13" }),
    booked("7", "7.00", { period: "2026-12" }),
    booked("8", "8.00", { period: { from: "2025-01-01", to: "2026-01-01", note: "n" } as never }),
    booked("9", "9.00", { head: "directt" as never }),
    null as never,
    booked("11", "11.00", { heads: 1, head: undefined } as never),
    booked(" ", "12.00"),
    booked("14", "0.25", { period: { from: "2026-11-30", to: "2027-01-01" } }),
    booked("13", "13.00", { period: { from: "2025-12-31", to: "2026-01-02" } }),
  ];
  const before = JSON.stringify(rows);
  const { issues, counted, total, outside } = planProgress(plan({ id: "a" }), rows, { asOf: "2026-11-30" });
  expect(issues.map(({ row, code, path }) => [row, code, path.join(".")])).toStrictEqual([
    [1, "strategy-plan/repeated-booking", "id"],
    [2, "money/invalid-amount", "amount.amount"],
    [3, "strategy-plan/currency-differs", "amount"],
    [4, "strategy-plan/action-not-in-plan", "action"],
    [5, "calendar/invalid-period", "period"],
    [6, "strategy-plan/dated-later", "period"],
    [7, "strategy-plan/income-outside-plan-year", "period"],
    [8, "strategy-plan/invalid-booking", "head"],
    [9, "strategy-plan/invalid-booking", ""],
    [10, "strategy-plan/invalid-booking", "heads"],
    [11, "strategy-plan/invalid-booking", "id"],
  ]);
  expect(issues.map(({ details }) => details).slice(5, 7)).toStrictEqual([
    { date: "2026-12-01", asOf: "2026-11-30" },
    { income: { from: "2025-01-01", to: "2026-01-01" }, period: "2026" },
  ]);
  // 1.00, 0.25 of a period that begins on the day, and of the 13.00 of two days the one in the year
  expect([counted, total.actual, outside]).toStrictEqual([3, cny("7.75"), cny("6.50")]);
  expect(JSON.stringify(rows)).toBe(before);
});

test("what is in another currency is left out and named; a target too", () => {
  const usd = { amount: "1.00", currency: "USD" };
  const { otherCurrency, actions, total } = planProgress(
    {
      ...plan(
        { id: "a", expectedIncome: { amount: usd, period: "2026" } },
        {
          ...expects("b", "5.00"),
          progress: { state: "won", actualDate: "2026-02-02", actualIncome: { amount: usd, period: "2026" } },
        },
        expects("c", "5.00"),
      ),
      value: { target: usd },
    },
    [],
    atEnd,
  );
  expect(otherCurrency).toStrictEqual(["a", "b"]);
  expect(actions.map(({ planned, actual }) => [planned?.amount, actual])).toStrictEqual([
    [undefined, null],
    ["5.00", null],
    ["5.00", null],
  ]);
  expect([total.target, total.toTarget]).toStrictEqual([null, null]);
});

test("options and periods that cannot be looked at are refused", () => {
  const call = (options: object, from: StrategyPlan = emptyPlan, rows: unknown = []) =>
    expect(() => planProgress(from, rows as never, options as never));
  const invalid = "strategy-plan/invalid-input";
  call({}).toThrow(expect.objectContaining({ code: "core/invalid-date", path: ["options", "asOf"] }));
  call({ asOf: "2026-04-01", quarter: "2026-Q1" }).toThrow(
    expect.objectContaining({ code: invalid, path: ["options", "quarter"] }),
  );
  for (const period of ["2026-W10", "2026-03-15", "2025-Q4", { from: "2026-03-01", to: "2026-03-31" }, "2027-01"]) {
    call({ asOf: "2026-04-01", period }).toThrow(
      expect.objectContaining({ code: invalid, path: ["options", "period"] }),
    );
  }
  call({ asOf: "2026-04-01", period: "2026-13" }).toThrow(
    refusal("calendar/invalid-period", ["options", "period"], { period: "2026-13" }),
  );
  call(atEnd, emptyPlan, "rows").toThrow(expect.objectContaining({ code: invalid, path: ["actuals"] }));
  call(atEnd, plan(expects("a", "1.00", "2026-13"))).toThrow(
    refusal("calendar/invalid-period", ["plan", "actions", 0, "expectedIncome", "period"], { period: "2026-13" }),
  );
  call(atEnd, plan(expects("a", "1.001"))).toThrow(
    expect.objectContaining({ path: ["plan", "actions", 0, "expectedIncome", "amount", "amount"] }),
  );
  call(atEnd, { ...emptyPlan, value: { target: cny("x") } }).toThrow(
    expect.objectContaining({ code: "money/invalid-amount", path: ["plan", "value", "target", "amount"] }),
  );
});

test("a plan that begins within a month is looked at from that day", () => {
  const short: StrategyPlan = {
    ...plan({ id: "a", expectedIncome: { amount: cny("30.00"), period: "2026-04" } }),
    period: { from: "2026-04-11", to: "2027-01-01" },
  };
  const period = { from: "2026-04-11", to: "2026-05-01" };
  // 20 of the 30 days of April are in the plan
  expect(planProgress(short, [], { ...atEnd, period }).total.planned).toStrictEqual(cny("20.00"));
  expect(planProgress(short, [], atEnd).total.planned).toStrictEqual(cny("20.00"));
});

test.each([
  ["the first day of a quarter", { from: "2026-04-01", to: "2026-04-02" }, "9.00"],
  ["the day before it", { from: "2026-03-31", to: "2026-04-01" }, "0.00"],
  ["its last day", "2026-06-30", "9.00"],
  ["the day after it", "2026-07-01", "0.00"],
  ["one day on each side of its beginning", { from: "2026-03-31", to: "2026-04-02" }, "4.50"],
  ["one day on each side of its end", { from: "2026-06-30", to: "2026-07-02" }, "4.50"],
] as const)("income of %s", (_, period, expected) => {
  const options = { asOf: "2026-12-31", period: "2026-Q2" } as const;
  const { actions, total } = planProgress(
    plan({ id: "a", expectedIncome: { amount: cny("9.00"), period } }),
    [booked("1", "9.00", { period, action: "a" })],
    options,
  );
  expect([actions[0]?.planned, total.explained]).toStrictEqual([cny(expected), cny(expected)]);
});

test("two actions of one id are refused, whether or not a row names them", () => {
  const twice = plan(expects("a", "1.00"), expects("b", "2.00"), expects("a", "3.00"));
  const expected = refusal("strategy-plan/duplicate-id", ["plan", "actions", 2, "id"], { id: "a" });
  expect(() => planProgress(twice, [booked("1", "5.00", { action: "a" })], atEnd)).toThrow(expected);
  expect(() => planProgress(twice, [], atEnd)).toThrow(expected);
});

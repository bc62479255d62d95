import { expect, test } from "vitest";

import { planFollowUp, type PlanAction, type StrategyPlan } from "../../src/strategy-plan/index.ts";
import { refusalOf } from "../support/refusal.ts";
import { cny, emptyPlan, samplePlanInYear } from "./plans.ts";

const standing = (row: Omit<PlanAction, "id">, asOf: string): string | undefined =>
  planFollowUp({ ...emptyPlan, actions: [{ id: "a", ...row }] }, asOf).actions[0]?.standing;

test("the sample on 1 July: two answered, one waiting, two still to come", () => {
  const { actions, states, income, withoutActualIncome } = planFollowUp(samplePlanInYear, "2026-07-01");
  expect(actions.map(({ action, state, standing: on }) => `${action} ${state} ${on}`)).toStrictEqual([
    "a-fx pitched awaiting-answer",
    "a-wc lost done",
    "a-cash won done",
    "a-plant planned on-track",
    "a-lease planned on-track",
  ]);
  expect(states).toStrictEqual({ planned: 2, pitched: 1, won: 1, lost: 1, dropped: 0 });
  // of 1,110,000: 160,000 pitched, 380,000 and 60,000 planned, 90,000 won, 420,000 lost; 64,000 earned
  expect(income).toStrictEqual([
    {
      currency: "CNY",
      planned: cny("1110000.00"),
      expected: cny("600000.00"),
      won: cny("90000.00"),
      lost: cny("420000.00"),
      actual: cny("64000.00"),
    },
  ]);
  expect(withoutActualIncome).toStrictEqual([]);
});

test("at the end of the year what was never pitched is overdue", () => {
  const { actions } = planFollowUp(samplePlanInYear, "2026-12-31");
  expect(actions.map(({ standing: on }) => on)).toStrictEqual([
    "awaiting-answer",
    "done",
    "done",
    "overdue",
    "on-track",
  ]);
  expect(planFollowUp(samplePlanInYear, "2027-01-01").actions.at(-1)?.standing).toBe("overdue");
});

test("a time is over on the day after its last", () => {
  expect(standing({ plannedPitchTime: "2026-03-31" }, "2026-03-31")).toBe("on-track");
  expect(standing({ plannedPitchTime: "2026-03-31" }, "2026-04-01")).toBe("overdue");
  expect(standing({ plannedPitchTime: "2026-03", progress: { state: "planned" } }, "2026-04-01")).toBe("overdue");
  expect(standing({}, "2026-04-01")).toBe("no-date");
  expect(standing({ progress: { state: "dropped", reason: "r" } }, "2026-04-01")).toBe("done");
});

test("income of two currencies does not add up, and what nobody states is not 0", () => {
  const usd = { amount: "10.00", currency: "USD" };
  const plan: StrategyPlan = {
    ...emptyPlan,
    actions: [
      {
        id: "a",
        expectedIncome: { amount: cny("5.00"), period: "2026" },
        progress: { state: "won", actualDate: "2026-02-02" },
      },
      { id: "b", progress: { state: "won", actualDate: "2026-02-02", actualIncome: { amount: usd, period: "2026" } } },
    ],
  };
  const { income, withoutActualIncome } = planFollowUp(plan, "2026-07-01");
  const noDollars = { amount: "0.00", currency: "USD" };
  expect(income).toStrictEqual([
    {
      currency: "CNY",
      planned: cny("5.00"),
      expected: cny("0.00"),
      won: cny("5.00"),
      lost: cny("0.00"),
      actual: null,
    },
    {
      currency: "USD",
      planned: noDollars,
      expected: noDollars,
      won: noDollars,
      lost: noDollars,
      actual: usd,
    },
  ]);
  expect(withoutActualIncome).toStrictEqual(["a"]);
});

test("income earned in another currency than it was expected in stands in both", () => {
  const of = (currency: string, amount: string) => ({ amount: { amount, currency }, period: "2026" });
  const won = (id: string, expected: ReturnType<typeof of>, actual: ReturnType<typeof of>): PlanAction => ({
    id,
    plannedPitchTime: "2026-03",
    expectedIncome: expected,
    progress: { state: "won", actualDate: "2026-04-20", actualIncome: actual },
  });
  const actions = [won("a", of("CNY", "100.00"), of("USD", "15.00")), won("b", of("CNY", "10.00"), of("CNY", "8.00"))];
  const { income } = planFollowUp({ ...emptyPlan, actions }, "2026-07-01");
  expect(income.map((row) => [row.currency, row.won.amount, row.actual?.amount])).toStrictEqual([
    ["CNY", "110.00", "8.00"],
    ["USD", "0.00", "15.00"],
  ]);
});

test("what was dropped is expected no more, and what an action of another state earned is not counted", () => {
  const expectedIncome = { amount: cny("7.00"), period: "2026" };
  const actualIncome = { amount: cny("3.00"), period: "2026" };
  const plan: StrategyPlan = {
    ...emptyPlan,
    actions: [
      { id: "a", expectedIncome, progress: { state: "dropped", reason: "r", actualIncome } },
      { id: "b", expectedIncome },
      { id: "c" },
      { id: "d", progress: { state: "pitched" } },
    ],
  };
  const found = planFollowUp(plan, "2026-07-01");
  expect(found.income).toMatchObject([
    { planned: cny("14.00"), expected: cny("7.00"), lost: cny("7.00"), actual: null },
  ]);
  expect(found).toMatchObject({ withoutExpectedIncome: ["c", "d"], withoutActualIncome: [] });
});

test("a plan without actions, a plan that cannot be read, a day that does not exist", () => {
  expect(planFollowUp(emptyPlan, "2026-07-01")).toMatchObject({ actions: [], income: [], withoutActualIncome: [] });
  expect(refusalOf(() => planFollowUp({ ...emptyPlan, actions: [null] } as never, "2026-07-01"))).toMatchObject({
    code: "strategy-plan/invalid-plan",
    path: ["plan", "actions", 0],
  });
  const expectedIncome = { amount: cny("1.001"), period: "2026" };
  expect(
    refusalOf(() => planFollowUp({ ...emptyPlan, actions: [{ id: "a", expectedIncome }] }, "2026-07-01")),
  ).toMatchObject({
    code: "money/too-many-fraction-digits",
    path: ["plan", "actions", 0, "expectedIncome", "amount", "amount"],
  });
  expect(refusalOf(() => planFollowUp(emptyPlan, "2026-13-01"))).toMatchObject({
    code: "core/invalid-date",
    path: ["asOf"],
  });
});

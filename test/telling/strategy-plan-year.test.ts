import { expect, test } from "vitest";

import { en } from "../../src/labels/en.ts";
import { zhHans } from "../../src/labels/zh-Hans.ts";
import { zhHantHK } from "../../src/labels/zh-Hant-HK.ts";
import {
  checkPlan,
  FORECAST_FIGURES,
  planProgress,
  TIMETABLE_GAPS,
  TIMETABLE_TIMES,
  type BookedIncome,
  type ComparedStatement,
  type PlanCheckOptions,
  type StrategyPlan,
} from "../../src/strategy-plan/index.ts";
import { cny, emptyPlan } from "../strategy-plan/plans.ts";
import { oneOf, told } from "../support/told.ts";

const issue = (code: string, plan: Partial<StrategyPlan>, options: PlanCheckOptions = {}) =>
  oneOf(checkPlan({ ...emptyPlan, ...plan }, options), code);
const income = (amount: string) => ({ amount: cny(amount), period: "2025", basis: "actual" }) as const;
const statement = (changes: Partial<ComparedStatement> = {}): ComparedStatement => ({
  client: "C-1",
  heads: { direct: cny("100.00"), related: cny("0.00"), other: cny("0.00") },
  headDetails: { direct: { status: "stated" }, related: { status: "no-data" }, other: { status: "no-data" } },
  conventions: { currency: "CNY", period: { from: "2025-01-01", to: "2026-01-01" } },
  ...changes,
});
const booking = (code: string, changes: Partial<BookedIncome>) => {
  const good: BookedIncome = { id: "L-1", amount: cny("1.00"), period: "2026-01", head: "direct" };
  return oneOf(
    planProgress(emptyPlan, [good, { ...good, id: "L-2", ...changes }], { asOf: "2026-03-01" }).issues,
    code,
  );
};

const reasons = {
  "an owner nobody knows": issue(
    "strategy-plan/owner-unknown",
    { actions: [{ id: "a", departmentAndOwner: { person: "W" } }] },
    { employees: [] },
  ),
  "a product nobody has": issue(
    "strategy-plan/product-unknown",
    { services: [{ id: "s", service: "x", product: "FX" }] },
    { catalogue: [] },
  ),
  "a person who is not in the file": issue(
    "strategy-plan/contact-not-in-file",
    { people: [{ id: "p-1", contactName: "A" }] },
    { contacts: [] },
  ),
  "a figure that differs": issue(
    "strategy-plan/value-differs-from-statement",
    { value: { directIncome: income("90.00") } },
    { statement: statement() },
  ),
  "a figure without data": issue(
    "strategy-plan/value-differs-from-statement",
    { value: { relatedClientIncome: income("90.00") } },
    { statement: statement() },
  ),
  "a statement of another time": issue(
    "strategy-plan/statement-of-other-time",
    { value: { directIncome: income("90.00") } },
    { statement: statement({ conventions: { currency: "HKD", period: { from: "2024-01-01", to: "2025-01-01" } } }) },
  ),
  "a statement of another client": issue(
    "strategy-plan/statement-of-other-client",
    {},
    { statement: statement({ client: "C-2" }) },
  ),
  "a target that is not planned": issue("strategy-plan/target-not-planned", {
    value: {
      directIncome: income("700.00"),
      relatedClientIncome: income("200.00"),
      otherIntangibleBenefit: { amount: cny("100.00"), period: "2025", method: "m" },
      target: cny("1300.00"),
    },
    actions: [{ id: "a", expectedIncome: { amount: cny("120.00"), period: "2026" } }],
  }),
  "a row that cannot be read": booking("strategy-plan/invalid-booking", { head: "directt" as never }),
  "a row that comes twice": booking("strategy-plan/repeated-booking", { id: "L-1" }),
  "a row of an action that is not there": booking("strategy-plan/action-not-in-plan", { action: "a-9" }),
  "a row in another currency": booking("strategy-plan/currency-differs", { amount: { amount: "1", currency: "HKD" } }),
  "a row still to come": booking("strategy-plan/dated-later", { period: "2026-04" }),
  "a row of another year": booking("strategy-plan/income-outside-plan-year", { period: "2025" }),
} as const;

test.each<[keyof typeof reasons, string, string, string]>([
  [
    "a figure that differs",
    "直接收益：计划书填为 ¥90.00，价值表为 ¥100.00，两者不一致：value.directIncome。",
    "直接收益：計劃書填為 CN¥90.00，價值表為 CN¥100.00，兩者不一致：value.directIncome。",
    "Direct income: the plan has CN¥90.00, the value statement CN¥100.00 (value.directIncome).",
  ],
  [
    "a target that is not planned",
    "收益目标为 ¥1,300.00，现有关系价值为 ¥1,000.00，行动计划须带来 ¥300.00，但预计只有 ¥120.00：value.target。",
    "收益目標為 CN¥1,300.00，現有關係價值為 CN¥1,000.00，行動計劃須帶來 CN¥300.00，但預計只有 CN¥120.00：value.target。",
    "The target is CN¥1,300.00, and the relationship is worth CN¥1,000.00; the actions should bring CN¥300.00, but are expected to bring only CN¥120.00 (value.target).",
  ],
])("%s, in three languages", (name, ...sentences) => {
  expect(told(reasons[name])).toStrictEqual(sentences);
});

test.each(Object.entries(reasons))("nothing of the code or the template shows: %s", (_, reason) => {
  told(reason);
});

test("the words of a timetable and of a forecast have labels that tell them apart", () => {
  const kinds = { timetableTime: TIMETABLE_TIMES, timetableGap: TIMETABLE_GAPS, forecastFigure: FORECAST_FIGURES };
  for (const labels of [zhHans, zhHantHK, en] as readonly Readonly<Record<string, unknown>>[]) {
    for (const [kind, words] of Object.entries(kinds)) {
      const texts = words.map((word) => labels[`${kind}.${word}`]);
      expect(texts.every((text) => typeof text === "string" && text !== "")).toBe(true);
      expect(new Set(texts).size).toBe(words.length);
    }
  }
});

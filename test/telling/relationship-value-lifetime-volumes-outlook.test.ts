import { expect, test } from "vitest";

import { en } from "../../src/labels/en.ts";
import { zhHans } from "../../src/labels/zh-Hans.ts";
import { zhHantHK } from "../../src/labels/zh-Hant-HK.ts";
import { money } from "../../src/money/index.ts";
import {
  balanceVolumes,
  customerLifetimeValue,
  fitShiftedBetaGeometric,
  FIT_REFUSALS,
  LIFETIME_REFUSALS,
  reconcile,
  relationshipValue,
  valueImpact,
  type LifetimeInput,
} from "../../src/relationship-value/index.ts";
import { tell, type Reason } from "../../src/telling/index.ts";
import { refusalOf } from "../support/refusal.ts";

const cny = (amount: string) => money(amount, "CNY");

const lifetime = (changes: Partial<LifetimeInput>): Reason =>
  refusalOf(() =>
    customerLifetimeValue({
      margin: { amount: cny("1"), per: "year" },
      retention: { by: "table", rates: ["0.9", "0.8"], per: "year" },
      discount: { value: "0.1", per: "year" },
      firstPayment: "in-one-period",
      horizon: 2,
      ...changes,
    } as LifetimeInput<"CNY", "year">),
  );

function only(issues: readonly Reason[]): Reason {
  const [issue, ...more] = issues;
  if (issue === undefined || more.length > 0) throw new Error(`${String(issues.length)} issues`);
  return issue;
}

const account = {
  id: "A-1",
  client: "C-1",
  product: "P",
  kind: "deposit",
  history: { opening: cny("1"), movements: [] },
} as const;

const line = {
  id: "L1",
  client: "C-1",
  product: "P",
  item: "asset",
  period: "2026",
  amount: cny("300"),
  basis: "actual",
} as const;
const atRisk = (item: "asset" | "liability"): Reason => {
  const { statement } = relationshipValue([line], { client: "C-1", period: "2026", currency: "CNY" });
  return only(valueImpact(statement, [{ id: "R", kind: "at-risk", item, amount: cny("1300.5") }]).issues);
};

/** Every code of lifetime value, volumes and the outlook, and each form of its details. */
const provoked: Readonly<
  Record<string, readonly [provoke: () => Reason, hans: string, hant: string, english: string]>
> = {
  "effect-exceeds-existing": [
    () => atRisk("asset"),
    "第1行：“资产业务”将减少 1,300.50（有流失风险），超过现有收益 300.00，本项不计入（amount）。",
    "第1行：「貸款業務」將減少 1,300.50（有流失風險），超出現有收益 300.00，本項不計算在內（amount）。",
    "Row 1: “Lending” would lose 1,300.50 (“At risk”), more than the existing income of 300.00, so the effect is not counted (amount).",
  ],
  "effect-exceeds-existing no data": [
    () => atRisk("liability"),
    "第1行：“负债业务”将减少 1,300.50（有流失风险），超过现有收益，本项不计入（amount）。",
    "第1行：「存款業務」將減少 1,300.50（有流失風險），超出現有收益，本項不計算在內（amount）。",
    "Row 1: “Deposits” would lose 1,300.50 (“At risk”), more than the existing income, so the effect is not counted (amount).",
  ],
  "rate-periods-differ": [
    () => lifetime({ discount: { value: "0.01", per: "month" } as never }),
    "该数值按月计，而留存率按年计，两者须按同一期间计（discount.per）。",
    "該數值按月計，而保留率按年計，兩者須按同一期間計（discount.per）。",
    "The figure is per month, while retention is per year; they must be per the same period (discount.per).",
  ],
  "repeated-row": [
    () => only(balanceVolumes([account, account], { period: "2026-06", currency: "CNY" }).issues),
    "第2行：编号为“A-1”的记录重复，本条不计入（id）。",
    "第2行：編號為「A-1」的記錄重複，本筆不計算在內（id）。",
    "Row 2: There is already a row with the ID “A-1”, so this one is not counted (id).",
  ],
  "retention-table-too-short": [
    () => lifetime({ horizon: 3 }),
    "留存率表只有 2 期，而计算期需要 3 期，无法计算到期末（retention.rates）。",
    "保留率表只有 2 期，而計算期需要 3 期，無法計算至期末（retention.rates）。",
    "The table of retention rates has 2 in all, while the horizon needs 3; the calculation cannot go beyond it (retention.rates).",
  ],
  "retention-table-too-short without end": [
    () => lifetime({ horizon: "infinite" }),
    "留存率表只有 2 期，无法计算到期末（retention.rates）。",
    "保留率表只有 2 期，無法計算至期末（retention.rates）。",
    "The table of retention rates has 2 in all; the calculation cannot go beyond it (retention.rates).",
  ],
  "unknown-item": [
    () => only(reconcile([], [{ item: "6011", amount: cny("9.00") }], { currency: "CNY", items: ["asset"] }).issues),
    "第1行：“6011”不在项目清单中，金额 9.00 未参加核对（item）。",
    "第1行：「6011」不在項目清單內，金額 9.00 未有核對（item）。",
    "Row 1: “6011” is not one of the known items, so the amount of 9.00 is not compared (item).",
  ],
};

test.each(Object.entries(provoked))("%s is told in each language", (name, [provoke, ...sentences]) => {
  const reason = provoke();
  expect("code" in reason && reason.code).toBe(`relationship-value/${name.split(" ")[0] ?? ""}`);
  expect([zhHans, zhHantHK, en].map((words) => tell(reason, words))).toStrictEqual(sentences);
});

const valueless = (discount: string): Reason => {
  const outcome = customerLifetimeValue({
    margin: { amount: cny("1"), per: "year" },
    retention: { by: "shifted-beta-geometric", alpha: "0.668", beta: "3.806", per: "year" },
    discount: { value: discount, per: "year" },
    firstPayment: "now",
    horizon: "infinite",
  });
  if (outcome.ok) throw new Error("there is a value");
  return outcome;
};
const unfitted = (...cohort: readonly number[]): Reason => {
  const fit = fitShiftedBetaGeometric([cohort]);
  if (fit.ok) throw new Error("there is a model");
  return fit;
};

const refused: readonly (readonly [name: string, reason: Reason, hans: string, hant: string, english: string])[] = [
  [
    "diverges",
    valueless("0"),
    "收益增长不低于贴现率，终身价值不收敛。",
    "收益增長率不低於折現率，終身價值不收斂。",
    "Income grows at least as fast as it is discounted, so the lifetime value has no limit.",
  ],
  [
    "not-settled",
    valueless("0.00000000001"),
    "收益增长与贴现率过于接近，无法算出终身价值。",
    "收益增長率與折現率過於接近，無法計算終身價值。",
    "Growth is too close to the discount rate for the lifetime value to be calculated.",
  ],
  [
    "too-few-renewals",
    unfitted(1000, 631),
    "尚无客户经历第二次续约，无法拟合留存模型。",
    "未有客戶到達第二次續約，無法擬合保留率模型。",
    "No client has come to a second renewal, so no retention model can be fitted.",
  ],
  [
    "nobody-left",
    unfitted(1000, 1000, 1000),
    "没有客户流失，无法拟合留存模型。",
    "沒有客戶流失，無法擬合保留率模型。",
    "No client has left, so no retention model can be fitted.",
  ],
  [
    "nobody-left-later",
    unfitted(1000, 900, 900),
    "首次续约之后没有客户流失，无法拟合留存模型。",
    "首次續約之後沒有客戶流失，無法擬合保留率模型。",
    "No client has left after the first renewal, so no retention model can be fitted.",
  ],
  [
    "no-rising-retention",
    unfitted(1000, 800, 600),
    "留存率没有逐期上升，不适用本模型。",
    "保留率沒有逐期上升，不適用本模型。",
    "Retention does not rise from renewal to renewal, so this model does not fit it.",
  ],
];

test.each(refused)("%s is told in three languages", (name, reason, hans, hant, english) => {
  expect("reason" in reason && reason.reason).toBe(name);
  expect([tell(reason, zhHans), tell(reason, zhHantHK), tell(reason, en)]).toStrictEqual([hans, hant, english]);
});

test("every reason why there is no value or no model is told", () => {
  const told = new Set(refused.map(([name]) => name));
  expect([...LIFETIME_REFUSALS, ...FIT_REFUSALS].filter((reason) => !told.has(reason))).toStrictEqual([]);
});

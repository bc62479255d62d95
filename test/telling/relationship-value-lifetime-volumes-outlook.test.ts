import { expect, test } from "vitest";

import { en } from "../../src/labels/en.ts";
import { zhHans } from "../../src/labels/zh-Hans.ts";
import { zhHantHK } from "../../src/labels/zh-Hant-HK.ts";
import { money } from "../../src/money/index.ts";
import {
  balanceVolumes,
  customerLifetimeValue,
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

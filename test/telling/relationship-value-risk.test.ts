import { expect, test } from "vitest";

import { en } from "../../src/labels/en.ts";
import { zhHans } from "../../src/labels/zh-Hans.ts";
import { zhHantHK } from "../../src/labels/zh-Hant-HK.ts";
import { money } from "../../src/money/index.ts";
import {
  repriceFor,
  REPRICE_REFUSALS,
  riskAdjustedReturn,
  riskCapital,
  serviceCost,
  type Relationship,
  type RelationshipReturnOptions,
} from "../../src/relationship-value/index.ts";
import { tell, type Reason } from "../../src/telling/index.ts";
import { refusalOf } from "../support/refusal.ts";

const cny = (amount: string) => money(amount, "CNY");

const loan = { id: "A-1", side: "asset", averageBalance: cny("1000000"), rate: "0.04", transferRate: "0.03" } as const;
const relationship: Relationship<"CNY"> = {
  positions: [
    loan,
    { id: "D-1", side: "liability", averageBalance: cny("1000000"), rate: "0.01", transferRate: "0.02" },
  ],
  addOns: [],
  fees: cny("0"),
  activities: [],
  exposures: [{ id: "A-1", exposure: cny("1000000"), pd: "0.01", lgd: "0.45", economicCapital: cny("100000") }],
};
const options: RelationshipReturnOptions<"CNY"> = {
  period: "2025",
  currency: "CNY",
  dayCount: "ACT/365F",
  lossTime: "full",
  costs: [],
  levies: null,
  capital: { basis: "economic" },
  returnOnCapital: { treatment: "excluded" },
  funding: { treatment: "gross" },
  tax: { treatment: "before-tax" },
  hurdle: "0.1",
};

const priced = (changes: Partial<Relationship<"CNY">>, position = "A-1"): Reason => {
  const outcome = repriceFor({ ...relationship, ...changes }, options, { position, target: "0.125" });
  if (outcome.ok) throw new Error("there is a rate");
  return outcome;
};

function only(issues: readonly Reason[]): Reason {
  const [issue, ...more] = issues;
  if (issue === undefined || more.length > 0) throw new Error(`${String(issues.length)} issues`);
  return issue;
}

const provoked: readonly (readonly [name: string, reason: Reason, hans: string, hant: string, en: string])[] = [
  [
    "relationship-value/interest-does-not-sum",
    refusalOf(() =>
      riskAdjustedReturn(
        {
          interest: { nii: cny("1"), interestReceived: cny("9"), interestPaid: cny("2"), treasury: cny("5") },
          addOns: [],
          fees: cny("0"),
          serviceCost: cny("0"),
          levies: [],
          expectedLoss: cny("0"),
          capital: cny("0"),
        },
        {
          period: "2025",
          currency: "CNY",
          dayCount: "ACT/365F",
          capital: "equity",
          returnOnCapital: { treatment: "excluded" },
          funding: { treatment: "gross" },
          tax: { treatment: "before-tax" },
          hurdle: "0",
        },
      ),
    ),
    "利息各组成部分合计为 6，应为 7（interest）。",
    "利息各組成部分合計為 6，應為 7（interest）。",
    "The parts of the interest come to 6, but should come to 7 (interest).",
  ],
  [
    "relationship-value/no-activity-cost",
    only(serviceCost([{ activity: "fax", count: "1" }], { currency: "CNY", costs: [] }).issues),
    "第1行：作业“fax”没有成本标准，该行不计入（activity）。",
    "第1行：作業「fax」沒有成本標準，該行不計算在內（activity）。",
    "Row 1: There is no cost for the activity “fax”, so the row is not counted (activity).",
  ],
  [
    "relationship-value/no-capital",
    only(
      riskCapital([{ id: "A-1", exposure: cny("1"), pd: "0", lgd: "0" }], {
        currency: "CNY",
        capital: { basis: "regulatory", ratio: "0.08" },
      }).issues,
    ),
    "第1行：风险暴露“A-1”缺少计算监管资本所需的资料，不计入（riskWeight）。",
    "第1行：風險承擔「A-1」欠缺計算監管資本所需的資料，不計算在內（riskWeight）。",
    "Row 1: Exposure “A-1” lacks the data needed for its capital (Regulatory capital), so it is not counted (riskWeight).",
  ],
  [
    "relationship-value/not-one-position",
    refusalOf(() => priced({}, "X")),
    "编号为“X”且可以读取的存贷款共 0 笔，应恰有一笔（wanted.position）。",
    "編號為「X」而可以讀取的存貸款共 0 筆，須只有一筆（wanted.position）。",
    "Exactly one readable position must have the ID “X”; 0 were found (wanted.position).",
  ],
  [
    "position-without-balance",
    priced({ positions: [{ ...loan, averageBalance: cny("0") }] }),
    "“A-1”的日均余额不大于零，无法计算利率。",
    "「A-1」的平均結餘不大於零，無法計算利率。",
    "“A-1” has no average balance above zero, so no rate can be worked out for it.",
  ],
  [
    "no-capital-to-earn-on",
    priced({ exposures: [] }),
    "该客户没有资本占用，风险调整后资本收益率不存在，无法按目标定价。",
    "該客戶並無佔用資本，沒有風險調整資本回報率可言，無法按目標定價。",
    "The relationship ties up no capital, so there is no return on capital to price for.",
  ],
  [
    "met-without-interest",
    priced({ fees: cny("900000") }),
    "即使“A-1”的贷款利率为零，也已达到 12.5% 的目标。",
    "即使「A-1」的貸款利率為零，亦已達到 12.5% 的目標。",
    "The target of 12.5% is met even at a loan rate of zero on “A-1”.",
  ],
  [
    "not-met-without-interest",
    priced({ fees: cny("-900000") }, "D-1"),
    "即使“D-1”的存款利率为零，仍达不到 12.5% 的目标。",
    "即使「D-1」的存款利率為零，仍未能達到 12.5% 的目標。",
    "The target of 12.5% is not met even at a deposit rate of zero on “D-1”.",
  ],
  [
    "rate-beyond-range",
    priced({ fees: cny("-90000000") }),
    "达到 12.5% 的目标，“A-1”所需年利率超过 100%。",
    "要達到 12.5% 的目標，「A-1」的年利率須超過 100%。",
    "Meeting the target of 12.5% would take a rate above 100% a year on “A-1”.",
  ],
];

test.each(provoked)("%s is told in three languages", (_, reason, hans, hant, english) => {
  expect([tell(reason, zhHans), tell(reason, zhHantHK), tell(reason, en)]).toStrictEqual([hans, hant, english]);
});

test("every reason why there is no rate is told", () => {
  const told = new Set(provoked.map(([name]) => name));
  expect(REPRICE_REFUSALS.filter((reason) => !told.has(reason))).toStrictEqual([]);
});

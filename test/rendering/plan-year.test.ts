import { describe, expect, test } from "vitest";

import { CN } from "../../src/calendar/data/cn/index.ts";
import type { ClientFile } from "../../src/client/index.ts";
import { en } from "../../src/labels/en.ts";
import { zhHans } from "../../src/labels/zh-Hans.ts";
import { zhHantHK } from "../../src/labels/zh-Hant-HK.ts";
import { relationshipValue } from "../../src/relationship-value/index.ts";
import {
  DISPLAY_UNITS,
  PLAN_AUDIENCES,
  strategyPlanDocument,
  toMarkdown,
  type PlanDocumentOptions,
} from "../../src/rendering/index.ts";
import type { PlanPerson, StrategyPlan } from "../../src/strategy-plan/index.ts";
import { refusalOf } from "../support/refusal.ts";
import { cny, emptyPlan as empty, sample, samplePlanInYear } from "../strategy-plan/plans.ts";

const emptyPlan: StrategyPlan = { ...empty, client: sample.client.id };
const { statement } = relationshipValue(sample.incomeLines, {
  client: sample.client.id,
  group: sample.group,
  period: "2025",
  currency: "CNY",
});
const markdown = (plan: StrategyPlan, options: Partial<PlanDocumentOptions> = {}): string =>
  toMarkdown(strategyPlanDocument(plan, { labels: zhHans, client: sample.client, ...options }));
const attention = (plan: StrategyPlan, options: Partial<PlanDocumentOptions> = {}): readonly string[] =>
  markdown(plan, options)
    .split("\n")
    .filter((line) => line.startsWith("> - "))
    .map((line) => line.slice(4));

describe("amounts in the unit a page is read in", () => {
  test.each([
    [
      "zh-Hans",
      zhHans,
      "| **440.70**<br>2025年 · 其中估计：12.00 |",
      "（人民币万元）",
      "全年营业额**: 人民币168,000.00万元",
    ],
    [
      "zh-Hant-HK",
      zhHantHK,
      "| **4,407**<br>2025年 · 其中估計：120 |",
      "（人民幣千元）",
      "全年營業額**: 人民幣1,680,000千元",
    ],
    [
      "en",
      en,
      "| **4,407**<br>2025 · Of which estimated: 120 |",
      "(CNY thousand)",
      "Annual turnover**: CNY 1,680,000 thousand",
    ],
  ] as const)("%s: in tiles, in heads of tables, and in lines", (_, labels, tile, head, line) => {
    const text = markdown(sample.plan, { labels, statement });
    for (const part of [tile, head, line]) expect(text).toContain(part);
  });

  test("millions, when asked for", () => {
    const text = markdown(sample.plan, { labels: en, statement, unit: "million" });
    expect(text).toContain("| **4.41**<br>2025 · Of which estimated: 0.12 |");
    expect(text).toContain("(CNY million)");
  });

  const income = (amount: string): StrategyPlan => ({
    ...emptyPlan,
    value: { directIncome: { amount: cny(amount), period: "2025", basis: "actual" } },
  });
  test.each([
    ["100050.00", "10.00"],
    ["100150.00", "10.02"],
    ["-100150.00", "−10.02"],
    ["100150.01", "10.02"],
    ["0.00", "0.00"],
    ["49.99", "<0.01"],
    ["50.00", "<0.01"],
    ["50.01", "0.01"],
    ["-49.99", "\\>−0.01"],
  ])("%s yuan is printed half-even as %s, and nothing becomes 0 by rounding", (amount, shown) => {
    const [row] = /^\| 直接收益 \| .*2025年.*$/m.exec(markdown(income(amount))) ?? [];
    expect(row?.split(" | ")[1]?.replace("&lt;", "<").replace("&gt;", "\\>")).toBe(shown);
  });

  test("totals are those of the exact amounts", () => {
    const plan: StrategyPlan = {
      ...emptyPlan,
      actions: ["a", "b", "c"].map((id) => ({ id, expectedIncome: { amount: cny("140.00"), period: "2026" } })),
    };
    // 0.014 three times is 0.042, and not 3 × 0.01
    expect(markdown(plan)).toContain("**0.04**");
  });

  test("nothing said of the income still to come is no data, whatever was lost", () => {
    const plan: StrategyPlan = {
      ...emptyPlan,
      actions: [
        {
          id: "a",
          expectedIncome: { amount: cny("140.00"), period: "2026" },
          progress: { state: "dropped", reason: "r" },
        },
        { id: "b" },
      ],
    };
    const text = markdown(plan, { unit: "one" });
    expect(text).toMatch(/计划待实现收益.*无数据.*原计划收益：140\.00 · 其中未成功或已放弃：140\.00/su);
    const closed = markdown({ ...plan, actions: (plan.actions ?? []).slice(0, 1) }, { unit: "one" });
    expect(closed).toContain("**0.00**<br>原计划收益：140.00 · 其中未成功或已放弃：140.00");
  });

  test("the annex has every amount of the plan with all its digits, and is not there when nothing is rounded", () => {
    const text = markdown(samplePlanInYear, { statement });
    const annex = text.slice(text.indexOf("## 附表：精确金额 · 样本"));
    const amounts = JSON.stringify(samplePlanInYear).match(/(?<="amount":")[\d.]+/g) ?? [];
    expect(amounts.length).toBeGreaterThan(25);
    for (const amount of amounts) {
      const [whole = "", fraction = ""] = amount.split(".");
      expect(annex).toContain(`人民币${whole.replace(/\B(?=(\d{3})+$)/g, ",")}.${fraction}元 |`);
    }
    // 600,000 + 90,000 + 420,000 make 1,110,000, as in the follow-up
    expect(annex).toContain(
      [
        "| 下一年度计划待实现收益 | 人民币600,000.00元 |",
        "| 原计划收益 | 人民币1,110,000.00元 |",
        "| 其中已落地 | 人民币90,000.00元 |",
        "| 其中未成功或已放弃 | 人民币420,000.00元 |",
        "| 实际收益 | 人民币64,000.00元 |",
      ].join("\n"),
    );
    expect(annex).toContain("| 我行提供服务现状 · 流动资金贷款 · 在我行支出 | 人民币3,150,000.00元 |");
    expect(annex).toContain("| 我行下一年度计划 · 现金管理平台 · 实际收益 | 人民币64,000.00元 |");
    expect(annex).toContain("| 负债业务 | 人民币929,000.00元 |");
    expect(annex).toContain("四舍六入五成双");
    expect(markdown(samplePlanInYear, { statement, unit: "one" })).not.toContain("附表");
    expect(markdown(emptyPlan)).toContain("附表");
    expect(
      markdown(emptyPlan, { client: { ...sample.client, kind: "personal", person: {} } as ClientFile }),
    ).not.toContain("附表");
  });

  test("an amount of another currency says its currency and its unit", () => {
    const usd = { amount: "40000.00", currency: "USD" };
    const text = markdown({ ...emptyPlan, actions: [{ id: "a", expectedIncome: { amount: usd, period: "2026" } }] });
    expect(text).toContain("**4.00万美元**");
    expect(text).toContain("| 4.00万美元<br>2026年 |");
  });
});

describe("what stands on the first page", () => {
  const kin: PlanPerson = {
    id: "p-kin",
    contactName: "何样本",
    otherContactsInOurBank: [{ person: "孙样本", relation: "表兄", kinship: true }],
  };
  const manager: PlanPerson = {
    ...kin,
    otherContactsInOurBank: [{ person: "赵样本（副职）", relation: "配偶", kinship: true }],
  };

  test("kin are declared, and kin who manage the client come before everything else", () => {
    const [first] = attention({ ...emptyPlan, people: [manager], challenges: [{ id: "c" }] }).slice(1);
    expect(first).toMatch(/^重大风险提示：联系人与该客户的客户经理赵样本（副职）有亲属关系/);
    expect(attention({ ...emptyPlan, people: [kin] })).toContainEqual(
      expect.stringMatching(/^提示：联系人与我行人员孙样本有亲属关系/),
    );
  });

  test("limits exceeded and expired, actions overdue, days off", () => {
    const credit = {
      confirmedOn: "2025-12-01",
      limits: [{ product: "流动资金贷款", limit: cny("100.00"), used: cny("120.00"), expiresOn: "2026-03-31" }],
    };
    const actions = [
      { id: "a", productOrService: { name: "保理" }, plannedPitchTime: "2026-03" },
      { id: "b", productOrService: { name: "托管" }, plannedPitchTime: "2026-10-01" },
    ];
    const lines = attention({ ...emptyPlan, credit, actions }, { asOf: "2026-07-01", calendar: CN });
    expect(lines.map((line) => line.split("：")[0])).toStrictEqual([
      "本计划书的公司、人物和数字均为虚构，仅供演示。",
      "重大风险提示",
      "重大风险提示",
      "已逾期",
      "数据不一致",
      "下一项待填",
    ]);
    expect(lines[1]).toBe("重大风险提示：流动资金贷款已用人民币120.00元，超过额度人民币100.00元。 (授信情况 · \\#1)");
    expect(lines[3]).toBe("已逾期：保理");
    expect(lines[4]).toContain("2026年10月1日为非工作日");
  });

  test("how many people the plan knows, beside how complete it is; who approved it; upcoming pitches not yet made", () => {
    const text = markdown(samplePlanInYear, { asOf: "2026-03-01" });
    expect(text).toContain("**92.3%**<br>132/143 项已填");
    expect(text).toContain("- **审批人**: 钱样本");
    expect(text).toContain(
      "### 计划书完整度\n\n- 已识别联系人：5 · 关键人员可联系：2/4\n- 客户的决策人、联系人资料：18/25 项已填",
    );
    const pitches = text.slice(text.indexOf("**近期推介（人民币万元）**"), text.indexOf("> **须跟进事项**"));
    expect(pitches.match(/^\| 2026/gm)).toHaveLength(2);
    expect(markdown(sample.plan, { labels: en })).toContain("**Upcoming pitches (CNY thousand) · 3/5**");
  });

  test("the income still expected, and beside it what was planned, won, lost and earned", () => {
    expect(markdown(samplePlanInYear, { unit: "one" })).toContain(
      "**600,000.00**<br>原计划收益：1,110,000.00 · 其中已落地：90,000.00 · 其中未成功或已放弃：420,000.00 · 实际收益：64,000.00",
    );
  });
});

describe("the sections", () => {
  test("the group by its name, its number where it has none; headcount in threes", () => {
    expect(markdown(sample.plan)).toContain("- **所属集团**: 样本精密集团\n");
    const client = { ...sample.client, group: { group: "G-9" } } as ClientFile;
    expect(markdown(sample.plan, { client })).toContain("- **所属集团**: G-9\n");
    expect(markdown(sample.plan)).toContain("- **员工人数**: 1,240");
  });

  test("the credit page, with the day it was confirmed, and what is wrong in it set apart", () => {
    const text = markdown(sample.plan, { asOf: "2026-10-08" });
    expect(text).toContain("**授信情况（人民币万元） · 核实日期：2025年12月10日**");
    expect(text).toContain("| 流动资金贷款 | 10,000.00 | 9,000.00 | **2026年9月1日** |");
    expect(text).toContain("| 项目贷款 | 6,000.00 | 2,800.00 | 2027年4月17日 |");
    expect(text).toContain("- **内部评级**: AA-（样本）\n- **下次复审**: 2026年8月31日");
    expect(markdown(emptyPlan)).not.toContain("授信情况");
  });

  test("what became of the actions", () => {
    const text = markdown(samplePlanInYear, { asOf: "2026-10-08" });
    expect(text).toContain("**行动跟进：2026年10月8日**");
    expect(text).toContain("| 远期结汇及期权组合 | 已推介 | 待客户答复 | 2026年3月20日 | 待客户董事会审议 |  |");
    expect(text).toContain("| 流动资金贷款置换 | 未成功 | 已完结 | 2026年6月12日 | 他行利率较低 |  |");
    expect(text).toContain("| 现金管理平台 | 已落地 | 已完结 | 2026年5月8日 | 已签约 | 6.40 |");
    expect(text).toContain("| 五年期项目贷款 | 计划中 | **已逾期** |");
    expect(markdown({ ...emptyPlan, actions: [{ id: "a" }] })).not.toContain("行动跟进");
  });

  test("who checked that a product suits the client, or that nobody has", () => {
    expect(markdown(sample.plan)).toContain(
      "远期结汇及期权组合<br>适当性评估：金融市场部钱样本 · 2025年12月8日 · 以美元应收账款为限",
    );
    const actions = [{ id: "a", productOrService: { name: "期权", needsSuitability: true } }];
    expect(markdown({ ...emptyPlan, actions })).toContain("**期权**<br>**适当性评估：待填**");
  });

  test("a decision maker known by title, a department without a person, a share of profit alone", () => {
    const text = markdown({
      ...emptyPlan,
      people: [{ id: "p", positionAndAuthority: { position: "新任财务总监", authority: "decides" } }],
      businesses: [{ id: "b", shareOfTurnoverAndProfit: { profitShare: "0.3" } }],
      actions: [{ id: "a", plannedPitchTime: "2026-03", departmentAndOwner: { department: "交易银行部" } }],
    });
    expect(text).toContain("| 待填 | 新任财务总监<br>有决策权 | 待填 |");
    expect(text).toContain("> - 关键人员缺少联系方式：新任财务总监");
    expect(text).toContain("- **占客户总营业额/利润的份额**: 占利润：30.0%");
    expect(text).toContain("| 2026年3月 | 待填 | 交易银行部 |");
  });
});

test.each([
  ["a unit that is not one", { unit: "wan" }, ["options", "unit"], DISPLAY_UNITS],
  ["an audience that is not one", { audience: "board" }, ["options", "audience"], PLAN_AUDIENCES],
])("%s is refused", (_, changes, path, allowed) => {
  expect(refusalOf(() => markdown(sample.plan, changes as object))).toMatchObject({
    code: "rendering/invalid-option",
    path,
    details: { allowed },
  });
});

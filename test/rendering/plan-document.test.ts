import { describe, expect, test } from "vitest";

import type { ClientFile } from "../../src/client/index.ts";
import { en } from "../../src/labels/en.ts";
import { zhHans } from "../../src/labels/zh-Hans.ts";
import { zhHantHK } from "../../src/labels/zh-Hant-HK.ts";
import { relationshipValue } from "../../src/relationship-value/index.ts";
import { strategyPlanDocument, toHtml, toMarkdown, type Block } from "../../src/rendering/index.ts";
import { planFields, type StrategyPlan } from "../../src/strategy-plan/index.ts";
import { cny, emptyPlan as empty, sample } from "../strategy-plan/plans.ts";

/** A plan with nothing in it yet, for the client of the sample. */
const emptyPlan: StrategyPlan = { ...empty, client: sample.client.id };

const { statement } = relationshipValue(sample.incomeLines, {
  client: sample.client.id,
  group: sample.group,
  period: "2025",
  currency: "CNY",
});
const markdown = (plan: StrategyPlan, options: Partial<Parameters<typeof strategyPlanDocument>[1]> = {}): string =>
  toMarkdown(strategyPlanDocument(plan, { labels: zhHans, client: sample.client, unit: "one", ...options }));

describe("the first page of the sample", () => {
  const text = markdown(sample.plan, { statement });
  const page = text.slice(0, text.indexOf("\n---\n"));

  test("is marked as a sample", () => {
    expect(page).toContain("> **样本**");
  });
  test("value 3,897,000 + 390,000 + 120,000, of which 120,000 estimated; gap to 5,000,000", () => {
    expect(page).toContain("**4,407,000.00**<br>2025年 · 其中估计：120,000.00");
    expect(page).toContain("**5,000,000.00**<br>差距：593,000.00");
  });
  test("expected from the plan 160,000 + 420,000 + 90,000 + 380,000 + 60,000", () => {
    expect(page).toContain("**1,110,000.00**");
  });
  test("wallet and completeness", () => {
    expect(page).toContain("**49.7%**<br>支出合计：9,306,000.00 · 支出已知的服务项数：6/7");
    expect(page).toContain("**94.9%**<br>131/138 项已填");
    expect(page).toContain("| 汇率避险 | 无数据 |");
    expect(page).toContain(
      "- 样本商业银行甲：人民币3,570,000.00元 · 到期续约：2026年6月30日\n- 样本外资银行乙：人民币930,000.00元 · 到期续约：2026年9月30日\n- 其余机构 (1)：人民币180,000.00元\n",
    );
  });
  test("the next three pitches by day, each weighted: 160,000 × 0.6, 90,000 × 0.7, 420,000 × 0.5", () => {
    expect(page.split("\n").filter((line) => line.startsWith("| 2026"))).toStrictEqual([
      "| 2026年3月 | 远期结汇及期权组合 | 金融市场部 · 钱样本 | 160,000.00 | 60.0% | 96,000.00 |",
      "| 2026年第二季度 | 现金管理平台 | 交易银行部 · 冯样本 | 90,000.00 | 70.0% | 63,000.00 |",
      "| 2026年5月18日 | 流动资金贷款置换 | 公司业务部 · 王样本 | 420,000.00 | 50.0% | 210,000.00 |",
    ]);
  });
  test("pitches that are over are not next", () => {
    const later = markdown(sample.plan, { asOf: "2026-07-01" });
    const rows = later
      .slice(0, later.indexOf("\n---\n"))
      .split("\n")
      .filter((line) => line.startsWith("| 2026"));
    expect(rows.map((row) => row.split(" | ")[0])).toStrictEqual(["| 2026年8月", "| 2026年第四季度"]);
  });
  test("what needs attention", () => {
    expect(page).toContain("> - 关键人员缺少联系方式：何样本");
    expect(page).toContain("> - 挑战尚未明确责任人和完成期限：跨部门报价慢，影响汇率产品推介。");
    expect(page).toContain("> - 下一项待填：2.C 联系方式");
  });
});

describe("the nine sections", () => {
  test.each([
    ["zh-Hans", zhHans],
    ["zh-Hant-HK", zhHantHK],
    ["en", en],
  ] as const)("%s has nine headings, one for what answers rest on, and every field's name", (language, labels) => {
    const doc = strategyPlanDocument(sample.plan, { labels, client: sample.client, language, statement, unit: "one" });
    expect(doc.blocks.filter((block) => block.type === "heading" && block.level === 2)).toHaveLength(10);
    const html = toHtml(doc, { lang: language });
    for (const { key } of planFields) {
      // a row's own name stands as the row's heading
      if (key === "institutionName") continue;
      const name = labels[`planField.${key}`].replaceAll("&", "&amp;").replaceAll("'", "&#39;");
      expect(html, key).toContain(name);
    }
  });

  test("the statement shows all eleven items, and no data as such", () => {
    const text = markdown(sample.plan, { statement });
    expect(text).toContain("| 由客户推介而建立的其他客户关系 | 45,600.00 |");
    expect(text).toContain("| 广告推介 | 无数据 |");
    expect(text).toContain("| **合计** | **4,407,000.00** | **120,000.00** |");
  });

  test("section 6.F is not asked for where there is no need", () => {
    expect(markdown(sample.plan)).toContain("| 债券承销 | 否 | 否 | 否 | 否 | 否 | 不适用 |");
  });
});

describe("a plan with nothing in it", () => {
  const text = markdown(emptyPlan);
  test("says what is open and never shows a 0 for what nobody knows", () => {
    expect(text).toContain("**无数据**");
    expect(text).toContain("0/37 项已填");
    expect(text).not.toMatch(/(?<![\d,])0\.00/);
    expect(text).not.toMatch(/undefined|null|NaN/);
  });
  test("stated none is not open", () => {
    const none = markdown({ ...emptyPlan, institutions: [] });
    expect(none).toMatch(/## 五、客户与其他金融机构的关系 · 样本\n\n无\n/);
    expect(text).toMatch(/## 五、客户与其他金融机构的关系 \(0\/5\) · 样本\n\n待填\n/);
  });
});

test("contradictions stand on the first page in words, with their place", () => {
  const plan: StrategyPlan = {
    ...emptyPlan,
    services: [{ id: "s", service: "x", needed: "no", adopted: { answer: "yes" } }],
  };
  expect(markdown(plan)).toContain(
    "> - 数据不一致：客户没有需要的服务却填为已由客户选用，请核对。 (我行提供服务现状 · \\#1 · 是否已由客户选用)",
  );
});

test("text in the plan stays text", () => {
  const plan: StrategyPlan = {
    ...emptyPlan,
    people: [{ id: "p", contactName: "<script>alert(1)</script>|x" }],
    challenges: [{ id: "c", challengeContent: "</td><img src=x>" }],
  };
  const doc = strategyPlanDocument(plan, { labels: zhHans, client: sample.client });
  expect(toHtml(doc, { lang: "zh-Hans" })).not.toMatch(/<script|<img/);
  expect(toMarkdown(doc)).toContain("| &lt;script&gt;alert(1)&lt;/script&gt;&#124;x | 待填 |");
});

test("a table row has one cell a column", () => {
  const tables = (blocks: readonly Block[]): readonly Extract<Block, { type: "table" }>[] =>
    blocks.flatMap((block) =>
      block.type === "table" ? [block] : block.type === "columns" ? block.columns.flatMap(tables) : [],
    );
  const doc = strategyPlanDocument(sample.plan, { labels: en, client: sample.client, language: "en", statement });
  for (const table of tables(doc.blocks)) {
    for (const row of [...table.rows, ...(table.footer === undefined ? [] : [table.footer])]) {
      expect(row, table.caption).toHaveLength(table.columns.length);
    }
  }
});

describe("an amount never stands under the name of another currency", () => {
  const usd = (amount: string): { amount: string; currency: string } => ({ amount, currency: "USD" });
  const plan: StrategyPlan = {
    ...emptyPlan,
    value: {
      directIncome: { amount: usd("100.00"), period: "2025", basis: "estimated" },
      target: usd("300.00"),
    },
    actions: [
      {
        id: "a",
        plannedPitchTime: "2026-03",
        expectedIncome: { amount: usd("40.00"), period: "2026", probability: "0.5" },
      },
    ],
  };
  const text = markdown(plan);

  test("on the first page", () => {
    expect(text).toContain("| **100.00美元**<br>2025年 · 其中估计：100.00美元 · ");
    expect(text).toContain("| **300.00美元**<br>差距：200.00美元 | **40.00美元** |");
    expect(text).toContain("| 2026年3月 | 待填 | 待填 | 40.00美元 | 50.0% | 20.00美元 |");
  });
  test("in the sections", () => {
    expect(text).toContain("| 直接收益 | 100.00美元 | 2025年 | 估计 |");
    expect(text).toContain("| 40.00美元<br>2026年 |");
  });
  test("nor is it added to another", () => {
    const mixed = markdown({
      ...plan,
      value: { ...plan.value, relatedClientIncome: { amount: cny("5.00"), period: "2025", basis: "actual" } },
    });
    expect(mixed).toContain("| **100.00美元 + 5.00**<br>2025年 · 其中估计：100.00美元 · ");
  });
  test("a statement in another currency keeps its estimated part", () => {
    const { statement: inUsd } = relationshipValue(
      [
        {
          id: "1",
          client: sample.client.id,
          product: "p",
          item: "asset",
          period: "2025",
          amount: usd("100.00"),
          basis: "estimated",
        },
        {
          id: "2",
          client: sample.client.id,
          product: "p",
          item: "asset",
          period: "2025",
          amount: usd("7.00"),
          basis: "actual",
        },
      ],
      { client: sample.client.id, period: "2025", currency: "USD" },
    );
    expect(markdown(emptyPlan, { statement: inUsd })).toContain("| **107.00美元**<br>2025年 · 其中估计：100.00美元 · ");
  });
});

test("income expected from the plan says how many of its actions it knows", () => {
  const plan: StrategyPlan = {
    ...emptyPlan,
    actions: [{ id: "a", expectedIncome: { amount: cny("40.00"), period: "2026" } }, { id: "b" }, { id: "c" }],
  };
  expect(markdown(plan)).toContain("| **40.00**<br>1/3 项已填 |");
});

test("referred clients beside the statement are marked as outside its total", () => {
  const { statement: beside } = relationshipValue(sample.incomeLines, {
    client: sample.client.id,
    group: sample.group,
    period: "2025",
    currency: "CNY",
    referred: "beside",
  });
  const text = markdown(sample.plan, { statement: beside });
  expect(text).toContain("| 由客户推介而建立的其他客户关系 · 不计入合计 | 45,600.00 |");
  expect(text).toContain("| **344,400.00** |"); // 248,400 + 96,000
  expect(markdown(sample.plan, { statement })).not.toContain("不计入合计");
});

test.each([
  ["zh-Hans", zhHans, "样本"],
  ["zh-Hant-HK", zhHantHK, "樣本"],
  ["en", en, "SAMPLE"],
] as const)("%s: every section of a sample says that it is one, wherever its page lies", (language, labels, mark) => {
  const titles = (plan: StrategyPlan, client = sample.client): readonly string[] =>
    strategyPlanDocument(plan, { labels, client, language }).blocks.flatMap((block) =>
      block.type === "heading" && block.level === 2 ? [block.text] : [],
    );
  for (const title of titles(sample.plan)) expect(title).toMatch(new RegExp(`${mark}$`, "u"));
  const real = { ...sample.client, sample: false };
  for (const title of titles(emptyPlan, real)) expect(title).not.toContain("SAMPLE");
});

test("text that shows nothing is open, not blank", () => {
  const text = markdown(
    { ...emptyPlan, version: "1" },
    {
      client: { ...sample.client, kind: "personal", person: { occupation: "\u200B\u202E\uFEFF " } } as ClientFile,
    },
  );
  expect(text).toContain("- **职业**: 待填");
});

test("rows about a member of the group say which, and the client's copy names none", () => {
  const plan: StrategyPlan = {
    ...emptyPlan,
    people: [
      { id: "p", contactName: "Ann" },
      { id: "q", contactName: "Bo", member: "M-2" },
    ],
    businesses: [{ id: "b", member: "M-2", businessNature: "Parts" }],
    institutions: [{ id: "i", member: "M-3", institutionName: "Other" }],
    challenges: [{ id: "c", member: sample.client.id, challengeContent: "Rates" }],
  };
  const options = { labels: en, clientNames: { "M-2": "Sister Ltd" } };
  const text = markdown(plan, options);
  // under what names the row, and nothing where a row is about no member
  for (const part of ["| Ann | To be completed |", "| Bo<br>Sister Ltd | To be completed |"])
    expect(text).toContain(part);
  expect(text).toContain("### Business 1 · Sister Ltd\n");
  expect(text).toContain("| To be completed<br>SAMPLE Precision Manufacturing Co., Ltd. | Rates |");
  expect(text).toMatch(/### Other · M\\?-3\n/);
  expect(markdown(plan, { ...options, audience: "client" })).not.toMatch(/Sister|M-2/);
});

test("a wallet nobody knows is said to be so, not drawn empty", () => {
  expect(markdown(emptyPlan)).toContain("客户相关支出：无数据");
  expect(
    toHtml(strategyPlanDocument(emptyPlan, { labels: zhHans, client: sample.client }), { lang: "zh-Hans" }),
  ).not.toContain("他行（估计）");
});

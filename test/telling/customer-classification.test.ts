import { readdirSync, readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { exampleClientCompleteness } from "../../src/client/index.ts";
import {
  classify,
  classifyMany,
  exampleCorporateGrades,
  exampleMajorClientGrades,
  exampleRetailCard,
  exampleStarRateCard,
  exampleAnniversaryStanding,
  exampleGraceStanding,
  exampleMembershipStanding,
  exampleStarStanding,
  exampleTierStanding,
  explainClassification,
  explainToPersonConcerned,
  lintScorecard,
  LINT_RULES,
  prepareScorecard,
  type Classification,
  type CustomerRecord,
  type ExplanationLine,
  type GradingPolicy,
  type LintFinding,
  type LintRule,
  type Scorecard,
  type StandingPolicy,
} from "../../src/customer-classification/index.ts";
import { ScorecardSchema } from "../../src/customer-classification/schema.ts";
import * as english from "../../src/labels/en.ts";
import * as hans from "../../src/labels/zh-Hans.ts";
import * as hant from "../../src/labels/zh-Hant-HK.ts";
import { tell, type OwnLabels, type Reason, type Words } from "../../src/telling/index.ts";
import { asOf, cardOf, cny, lines, sound, withPolicies } from "../customer-classification/cards.ts";
import { refusalOf } from "../support/refusal.ts";

/** What the tests beside this one tell, which are those of the folders of the room. */
const byFolder = readdirSync(new URL(".", import.meta.url))
  .filter((name) => /^customer-classification-.*\.test\.ts$/.test(name))
  .map((name) => readFileSync(new URL(name, import.meta.url), "utf8"))
  .join("\n");
const isToldByFolder = (code: string): boolean => byFolder.includes(`"${code}"`);

/** The words of each language, with those of the ids of the example cards. */
const zhHans = { ...hans.zhHans, ...hans.exampleCards };
const zhHantHK = { ...hant.zhHantHK, ...hant.exampleCards };
const en = { ...english.en, ...english.exampleCards };

const refused = (call: () => unknown): Reason => refusalOf(call);

const explained = (card: Scorecard, record: CustomerRecord): readonly ExplanationLine[] =>
  explainClassification(classify(card, record, { asOf })).lines;

/** A card with a test of every kind, levels, and labels of its bands. */
const ofEveryTest = cardOf(
  [
    withPolicies(lines.money, { points: 0 }, ["invalid"]),
    lines.category,
    withPolicies(lines.integer, { points: -1 }, ["missing"]),
  ],
  {
    customerFlag: "flag",
    rules: [
      {
        id: "r",
        type: "prospective-high-quality",
        when: [
          { test: "customer", is: false },
          { test: "flag", feature: "flag", is: false, unusable: "fails" },
          { test: "total", below: 1000 },
          { test: "axis", axis: "strength", atLeast: 5, below: 10 },
          { test: "characteristic", characteristic: "integer", below: 100 },
          {
            test: "any",
            of: [
              { test: "category", feature: "category", oneOf: ["gold", "none"], unusable: "fails" },
              {
                test: "any",
                of: [{ test: "amount", feature: "integer", atLeast: "1", below: "5", unusable: "fails" }],
              },
            ],
          },
        ],
      },
    ],
    levels: [
      { id: "low", atLeast: -5 },
      { id: "high", atLeast: 2 },
    ],
  },
);

/** The labels of that card's ids, as a bank would give them. */
const OWN: Readonly<Record<string, OwnLabels>> = {
  "zh-Hans-CN": {
    "feature.category": "卡种",
    "feature.integer": "交易笔数",
    "feature.flag": "开户标志",
    "feature.money": "存款额",
    "characteristic.category": "持卡情况",
    "characteristic.integer": "交易情况",
    "characteristic.money": "存款",
    "category.category.gold": "金卡",
    "category.category.none": "无卡",
    "band.card": "持卡客户",
    "band.nil": "无存款",
    "level.high": "高级",
    "typeRule.r": "待争取条件",
  },
  "zh-Hant-HK": {
    "feature.category": "卡類",
    "feature.integer": "交易宗數",
    "feature.flag": "開戶標記",
    "feature.money": "存款額",
    "characteristic.category": "持卡情況",
    "characteristic.integer": "交易情況",
    "characteristic.money": "存款",
    "category.category.gold": "金卡",
    "category.category.none": "沒有卡",
    "band.card": "持卡客戶",
    "band.nil": "沒有存款",
    "level.high": "高級",
    "typeRule.r": "爭取條件",
  },
  "en-GB": {
    "feature.category": "Card held",
    "feature.integer": "Transactions",
    "feature.flag": "Has an account",
    "feature.money": "Deposit balance",
    "characteristic.category": "Cards",
    "characteristic.integer": "Activity",
    "characteristic.money": "Deposits",
    "category.category.gold": "Gold card",
    "category.category.none": "No card",
    "band.card": "Cardholders",
    "band.nil": "No deposits",
    "level.high": "High",
    "typeRule.r": "Worth winning",
  },
};

const ownOf = (words: Words): OwnLabels => OWN[words.dates.locale] ?? {};

const told = (reason: Reason): string[] =>
  [zhHans, zhHantHK, en].map((words) => tell(reason, { ...words, ...ownOf(words) }));

const customer = explained(exampleRetailCard, { ...sound, expectedProfit: null });
const stranger = explained(ofEveryTest, { flag: false, money: cny("x"), category: "gold" });
const star = explained(exampleStarRateCard, { mortgage: cny("30000000") });

function nth(all: readonly ExplanationLine[], kind: ExplanationLine["line"], index = 0): Reason {
  const line = all.filter((entry) => entry.line === kind)[index];
  if (line === undefined) throw new Error(`no line ${kind} ${String(index)}`);
  return line;
}

const doubtful: Scorecard = cardOf(
  [
    {
      ...lines.money,
      monotone: "down",
      reason: "A",
      inputs: { missing: { points: 9 }, invalid: "reject" },
    },
    { ...lines.rate, monotone: "down", reason: "A" },
    { ...lines.flag, inputs: { missing: "open", invalid: "reject" } },
  ],
  {
    features: {
      ...cardOf([]).features,
      height: { kind: "integer", group: "basic", sensitive: true },
      pretty: { kind: "flag", group: "basic", sensitive: true, protectedGround: "none" },
      flag: { kind: "flag", group: "basic", sensitive: true },
      f1: { kind: "flag", group: "basic", sensitive: true, protectedGround: "family-status" },
      f2: { kind: "flag", group: "basic", sensitive: true, protectedGround: "marital-status" },
      f3: { kind: "flag", group: "basic", sensitive: true, protectedGround: "disability" },
      gender: { kind: "flag", group: "basic", sensitive: true },
      f4: { kind: "flag", group: "basic", sensitive: true, protectedGround: "breastfeeding" },
      spouse: { kind: "flag", group: "basic", sensitive: true, protectedGround: "none" },
    },
    effectiveFrom: "2026-03-01",
    justifications: [
      { feature: "f3", text: "Reg. 4/2026", approvedBy: "Compliance Office", approvedOn: "2026-02-01" },
      { feature: "f4", text: "Reg. 4/2026", approvedBy: "Compliance Office", approvedOn: "2026-03-02" },
    ],
    rules: [
      { id: "a", type: "existing-high-quality", when: [{ test: "total", atLeast: 0 }] },
      {
        id: "b",
        type: "existing-high-quality",
        when: [
          { test: "total", atLeast: 5 },
          { test: "axis", axis: "contribution", atLeast: 5 },
          { test: "flag", feature: "flag", is: true, unusable: "fails" },
        ],
      },
      {
        id: "c",
        type: "prospective-high-quality",
        when: ["f1", "f2", "f3", "gender", "f4", "spouse"].map((feature) => ({
          test: "flag",
          feature,
          is: true,
          unusable: "fails",
        })),
      },
    ],
    core: [
      { test: "total", atLeast: 0 },
      { test: "flag", feature: "flag", is: true, unusable: "holds" },
    ],
  },
);

const { findings } = lintScorecard(doubtful);

function finding(rule: LintRule, last = false): LintFinding {
  const all = findings.filter((entry) => entry.rule === rule);
  const found = last ? all.at(-1) : all[0];
  if (found === undefined) throw new Error(`no finding ${rule}`);
  return found;
}

/** A block and a second characteristic that decide on a flag which a first one leaves open. */
function leftOpen(by: "block" | "characteristic"): Reason {
  const again = withPolicies({ ...lines.flag, id: "again" }, { points: 0 }, ["missing"]);
  const card = cardOf([{ ...lines.flag, inputs: { missing: "open", invalid: "reject" } }, again], {
    blocks: [{ id: "staff", feature: "flag", effect: "no-class", unusable: "fails" }],
  });
  const found = lintScorecard(card).findings.find(({ rule, details }) => rule === "open-but-decided" && by in details);
  return found ?? { reason: "none" };
}

const openIncome = explained(exampleRetailCard, { ...sound, annualIncome: null, assets: cny("3000000.00") });

function personLine(at: number): Reason {
  const answer = explainToPersonConcerned(classify(exampleRetailCard, { ...sound, expectedProfit: null }, { asOf }), {
    requestedOn: "2026-04-09",
  });
  const line = answer.status === "told" ? answer.lines.at(at) : undefined;
  if (line === undefined) throw new Error(`no line ${String(at)}`);
  return line;
}

const plain = cardOf([lines.money, lines.category, lines.flag]);
const badCard = (changes: object): Reason => refused(() => prepareScorecard({ ...plain, ...changes }));
const badLine = (line: object): Reason => badCard({ characteristics: [line] });
const badTest = (condition: object): Reason =>
  badCard({ rules: [{ id: "a", type: "existing-potential", when: [condition] }] });

const wrongValue = (changes: object): Reason =>
  refused(() => classify(exampleRetailCard, { ...sound, ...changes }, { asOf }));

const batch = classifyMany(exampleRetailCard, [sound, { ...sound, productCount: 1.5 }], { asOf });

const provoked: Readonly<Record<string, () => Reason>> = {
  "outcome: a type": () => nth(customer, "outcome"),
  "outcome: not enough data": () => nth(explained(exampleRetailCard, {}), "outcome"),
  "outcome: not a customer": () => nth(explained(exampleRetailCard, { ...sound, isCustomer: false }), "outcome"),
  tier: () => nth(customer, "tier"),
  level: () => nth(star, "level"),
  score: () => nth(star, "score"),
  "axis: of the example": () => nth(customer, "axis"),
  "axis: points below 0": () => nth(stranger, "axis", 1),
  "part: between two edges": () => nth(customer, "part"),
  "part: of a category": () => nth(customer, "part", 6),
  "part: the first band": () => nth(customer, "part", 5),
  "part: a missing value": () => nth(customer, "part", 7),
  "part: a labelled group": () => nth(stranger, "part"),
  "part: an invalid value": () => nth(stranger, "part", 2),
  "score: a range": () => nth(openIncome, "score"),
  "axis: a range": () => nth(openIncome, "axis"),
  "part: a range": () => nth(openIncome, "part"),
  "test: a range": () => nth(openIncome, "test", 1),
  "missing: a value left open": () => nth(explained(exampleRetailCard, { ...sound, annualIncome: null }), "missing"),
  "rule: matched": () => nth(customer, "rule"),
  "rule: of the core tier": () => nth(customer, "rule", 1),
  "test: a customer": () => nth(customer, "test"),
  "test: an axis from": () => nth(customer, "test", 1),
  "test: the total": () => nth(stranger, "test", 2),
  "test: not a customer": () => nth(stranger, "test"),
  "test: a flag": () => nth(stranger, "test", 1),
  "test: an axis from and below": () => nth(stranger, "test", 3),
  "test: a characteristic below": () => nth(stranger, "test", 4),
  "test: alternatives": () => nth(stranger, "test", 5),
  "test: categories, nested": () => nth(stranger, "test", 6),
  "test: an amount, nested twice": () => nth(stranger, "test", 8),
  "missing: the customer flag": () => nth(explained(exampleRetailCard, {}), "missing"),
  "missing: a characteristic": () => nth(explained(exampleRetailCard, {}), "missing", 1),
  "missing: a rule": () =>
    nth(explained(exampleRetailCard, { ...sound, mainBankElsewhere: null, depositAvg: cny("0") }), "missing"),
  "missing: a block": () =>
    nth(
      explained({ ...exampleRetailCard, blocks: [{ ...exampleRetailCard.blocks[4], unusable: "reject" }] }, sound),
      "missing",
    ),
  "outcome: blocked": () => nth(explained(exampleRetailCard, { overdue: true }), "outcome"),
  "block: no class": () => nth(explained(exampleRetailCard, { deceased: true }), "block"),
  "block: ordinary at most": () => nth(explained(exampleRetailCard, { overdue: true }), "block"),
  "answer-on-request": () => personLine(0),
  "information-used": () => personLine(2),
  "information-lacking": () => personLine(-3),
  "right-to-review": () => personLine(-1),
  "protected-ground": () => finding("protected-ground"),
  "protected-ground: marital status": () => finding("protected-ground", true),
  "justified-ground": () => finding("justified-ground"),
  "ground-approved-late": () => finding("ground-approved-late"),
  "ground-declared-none": () => finding("ground-declared-none"),
  "undeclared-ground": () => finding("undeclared-ground"),
  "core-past-general": () => finding("core-past-general"),
  "core-past-general: of an axis": () => finding("core-past-general", true),
  "prospect-inferred": () => finding("prospect-inferred"),
  "prospect-inferred: a flag nobody asks for": () =>
    lintScorecard({ ...doubtful, elsewhereFlag: "f1" }).findings.find(({ rule }) => rule === "prospect-inferred") ?? {
      reason: "none",
    },
  "shadowed-rule": () => finding("shadowed-rule"),
  "type-without-rule": () => finding("type-without-rule"),
  "not-monotone: between two bands": () => finding("not-monotone"),
  "not-monotone: in proportion": () => finding("not-monotone", true),
  "unusable-beats-worst": () => finding("unusable-beats-worst"),
  "sensitive-feature": () => finding("sensitive-feature"),
  "duplicate-reason": () => finding("duplicate-reason"),
  "unused-feature": () => finding("unused-feature"),
  "unknown-passes": () => finding("unknown-passes"),
  "appearance-feature": () => finding("appearance-feature"),
  "appearance-declared-none": () => finding("appearance-declared-none"),
  "open-but-decided: a rule": () => finding("open-but-decided"),
  "open-but-decided: a block": () => leftOpen("block"),
  "open-but-decided: a characteristic": () => leftOpen("characteristic"),
  unchecked: () => nth(customer, "unchecked"),
  sensitive: () =>
    nth(
      explained(
        {
          ...plain,
          features: {
            ...plain.features,
            category: { kind: "category", group: "basic", sensitive: true, values: ["classic", "gold", "none"] },
          },
        },
        { money: cny("1"), category: "gold", flag: true },
      ),
      "sensitive",
    ),
  "customer-classification/invalid-card: nothing": () => refused(() => prepareScorecard(null as never)),
  "customer-classification/invalid-card: a member": () => badCard({ colour: "red" }),
  "customer-classification/invalid-card: a word": () => badLine({ ...lines.money, axis: "strenght" }),
  "customer-classification/invalid-card: a currency": () => badCard({ currency: "cny" }),
  "customer-classification/invalid-card: twice": () => badCard({ characteristics: [lines.money, lines.money] }),
  "customer-classification/invalid-card: edges": () =>
    badLine({ ...lines.money, bands: [{ below: "5", points: 1 }, { below: "5", points: 2 }, { points: 3 }] }),
  "customer-classification/invalid-card: digits": () =>
    badLine({ ...lines.money, bands: [{ below: "5.001", points: 1 }, { points: 3 }] }),
  "customer-classification/invalid-card: an empty range": () => badLine({ ...lines.rate, min: 5, max: 3 }),
  "customer-classification/invalid-card: no points": () =>
    badLine({ ...lines.category, groups: [{ values: ["gold"], points: 1 }] }),
  "customer-classification/invalid-card: a kind": () => badLine({ ...lines.category, feature: "money" }),
  "customer-classification/invalid-card: a policy": () =>
    badLine({ ...lines.money, inputs: { missing: "reject", invalid: "reject", stale: "reject" } }),
  "customer-classification/invalid-card: out of reach": () => badTest({ test: "total", atLeast: 500 }),
  "customer-classification/invalid-card: an axis": () => badTest({ test: "axis", axis: "closeness", atLeast: 1 }),
  "customer-classification/invalid-card: a test": () =>
    badTest({ test: "flag", feature: "money", is: true, unusable: "fails" }),
  "customer-classification/invalid-card: a characteristic": () =>
    badTest({ test: "characteristic", characteristic: "deposits", atLeast: 1 }),
  "customer-classification/invalid-card: a level": () => badCard({ levels: [{ id: "a", atLeast: 999 }] }),
  "customer-classification/invalid-record: nothing": () =>
    refused(() => classify(exampleRetailCard, null as never, { asOf })),
  "customer-classification/invalid-value: a text": () => wrongValue({ isCustomer: "yes" }),
  "customer-classification/invalid-value: a currency": () =>
    wrongValue({ annualIncome: { amount: "1.00", currency: "USD" } }),
  "customer-classification/invalid-value: a number": () => wrongValue({ salaryAccount: 1 }),
  "customer-classification/invalid-value: digits": () => wrongValue({ salaryAccount: "1" }),
  "customer-classification/block-unseen": () =>
    classifyMany(exampleRetailCard, [sound, sound], { asOf }).findings[0] ?? { reason: "none" },
  "customer-classification/feature-unseen": () =>
    classifyMany(exampleRetailCard, [{ ...sound, depositAvg: null }], { asOf }).findings.at(-1) ?? { reason: "none" },
  "customer-classification/invalid-value: of a row": () => batch.issues[0] ?? { reason: "none" },
  "customer-classification/invalid-observation: no date": () => wrongValue({ incomeTrendOn: "2026-02-30" }),
  "customer-classification/invalid-observation: a number": () => wrongValue({ incomeTrendOn: 20260131 }),
  "customer-classification/invalid-observation: the future": () => wrongValue({ incomeTrendOn: "2026-04-01" }),
  "customer-classification/invalid-context: the future": () =>
    refused(() => classify(exampleRetailCard, sound, { asOf, observedAt: { assets: "2026-04-01" } })),
  "customer-classification/invalid-context: no date": () =>
    refused(() => classify(exampleRetailCard, sound, { asOf, observedAt: { assets: "31/03/2026" } })),
  "customer-classification/invalid-context": () =>
    refused(() => classify(exampleRetailCard, sound, { asOf, observed_at: {} } as never)),
  "customer-classification/unknown-feature": () =>
    refused(() => classify(exampleRetailCard, sound, { asOf, observedAt: { income: "2026-01-01" } })),
  "customer-classification/invalid-columns": () =>
    refused(() => classifyMany(exampleRetailCard, "isCustomer" as never, { asOf })),
  "customer-classification/ragged-columns": () =>
    refused(() => classifyMany(exampleRetailCard, { isCustomer: [true], annualIncome: [null, null] }, { asOf })),
  "customer-classification/unknown-row": () => refused(() => explainClassification(batch, 9)),
  "customer-classification/unknown-row: a copy": () => refused(() => explainClassification({ ...batch }, 0)),
  "customer-classification/row-has-issue": () => refused(() => explainClassification(batch, 1)),
  "customer-classification/invalid-card: a description": () =>
    refused(() => prepareScorecard({ ...exampleRetailCard, customerFlag: "household" })),
  "customer-classification/invalid-request: too early": () =>
    refused(() =>
      explainToPersonConcerned(classify(exampleRetailCard, sound, { asOf }), { requestedOn: "2026-01-01" }),
    ),
  "customer-classification/invalid-request": () =>
    refused(() => explainToPersonConcerned(classify(exampleRetailCard, sound, { asOf }), null as never)),
  "customer-classification/invalid-result": () =>
    refused(() => explainClassification({ status: "classified " } as unknown as Classification)),
};

/** What is said in each language. */
const sentences: Readonly<Record<keyof typeof provoked, readonly [hans: string, hant: string, en: string]>> = {
  "outcome: a type": [
    "分类结果为“已分类”，类型为“现有优质客户”。",
    "分類結果為「已分類」，類別為「現有優質客戶」。",
    "The result is “Classified”, as “Existing priority customer”.",
  ],
  "outcome: not enough data": [
    "分类结果为“数据不足”。",
    "分類結果為「資料不足」。",
    "The result is “Not enough data”.",
  ],
  "outcome: not a customer": [
    "分类结果为“非本行客户”。",
    "分類結果為「非本行客戶」。",
    "The result is “Not a customer”.",
  ],
  tier: ["所属级别为“普通优质客户”。", "所屬級別為「一般優質客戶」。", "The tier is “General priority customer”."],
  level: ["总分达到的等级为“七星级”。", "總分達到的等級為「七星級」。", "The total reaches the level “Seven stars”."],
  score: ["总分为300,000分。", "總分為300,000分。", "The total score is 300,000."],
  "axis: of the example": [
    "“实力”得22分，满分56分。",
    "「實力」得22分，滿分為56分。",
    "“Strength” scores 22 out of 56.",
  ],
  "axis: points below 0": [
    "“关系密切程度”得-1分，满分4分。",
    "「關係密切程度」得-1分，滿分為4分。",
    "“Closeness” scores -1 out of 4.",
  ],
  "part: between two edges": [
    "“年收入”得14分（满分28分，计入“实力”），数值不低于 300,000 而低于 600,000，数据状态为“有效”，理由为“年收入水平”。",
    "「年收入」得14分（滿分為28分，計入「實力」），數值不低於 300,000 而低於 600,000，數據狀況為「有效」，理由為「年收入水平」。",
    "“Annual income” scores 14 out of 28, counted under “Strength”; value from 300,000 to below 600,000; data “Valid”; reason “Level of annual income”.",
  ],
  "part: of a category": [
    "“收入趋势”得0分（满分10分，计入“潜质”），数据状态为“有效”，理由为“收入变化”。",
    "「收入趨勢」得0分（滿分為10分，計入「潛力」），數據狀況為「有效」，理由為「收入變化」。",
    "“Income trend” scores 0 out of 10, counted under “Potential”; data “Valid”; reason “Change in income”.",
  ],
  "part: the first band": [
    "“中间业务”得0分（满分35分，计入“贡献”），数值低于 200，数据状态为“有效”，理由为“中间业务往来”。",
    "「收費業務」得0分（滿分為35分，計入「貢獻」），數值低於 200，數據狀況為「有效」，理由為「收費業務往來」。",
    "“Fee-based business” scores 0 out of 35, counted under “Contribution”; value below 200; data “Valid”; reason “Fee-based business with us”.",
  ],
  "part: a missing value": [
    "“预期利润”得0分（满分10分，计入“潜质”），数据状态为“缺失”，理由为“预期利润水平”。",
    "「預期利潤」得0分（滿分為10分，計入「潛力」），數據狀況為「缺失」，理由為「預期利潤水平」。",
    "“Expected profit” scores 0 out of 10, counted under “Potential”; data “Missing”; reason “Level of expected profit”.",
  ],
  "part: a labelled group": [
    "“持卡情况”得7分（满分7分，计入“实力”），属于“持卡客户”，数据状态为“有效”。",
    "「持卡情況」得7分（滿分為7分，計入「實力」），屬於「持卡客戶」，數據狀況為「有效」。",
    "“Cards” scores 7 out of 7, counted under “Strength”; band “Cardholders”; data “Valid”.",
  ],
  "part: an invalid value": [
    "“存款”得0分（满分9分，计入“贡献”），数据状态为“无效”（金额格式不符）。",
    "「存款」得0分（滿分為9分，計入「貢獻」），數據狀況為「無效」（金額格式不符）。",
    "“Deposits” scores 0 out of 9, counted under “Contribution”; data “Invalid” (not written as an amount).",
  ],
  "score: a range": [
    "总分为60分至88分，视未知数据而定。",
    "總分為60分至88分，視乎未知的數據。",
    "The total score is 60 to 88, depending on what is not known.",
  ],
  "axis: a range": [
    "“实力”得20分至48分，满分56分。",
    "「實力」得20分至48分，滿分為56分。",
    "“Strength” scores 20 to 48 out of 56.",
  ],
  "part: a range": [
    "“年收入”得0分至28分（满分28分，计入“实力”），数据状态为“缺失”，理由为“年收入水平”。",
    "「年收入」得0分至28分（滿分為28分，計入「實力」），數據狀況為「缺失」，理由為「年收入水平」。",
    "“Annual income” scores 0 to 28 out of 28, counted under “Strength”; data “Missing”; reason “Level of annual income”.",
  ],
  "test: a range": [
    "条件“实力”（维度分数）应不低于 20，实得20分至48分，结果为“成立”。",
    "條件「實力」（維度分數）須不低於 20，實得20分至48分，結果為「成立」。",
    "The test “Points on an axis” for “Strength” came out as “Holds”; required: at least 20; scored: 20 to 48.",
  ],
  "missing: a value left open": [
    "“年收入”的数据不可用（缺失），评分项“年收入”因此无法计分，规则“现有优质客户条件”因此无法判断，请补充后再分类。",
    "「年收入」的數據未能使用（缺失），評分項目「年收入」因而未能計分，規則「現有優質客戶條件」因而未能判斷，請補交後再作分類。",
    "“Annual income” cannot be used (“Missing”), so the characteristic “Annual income” cannot be scored, so the rule “Conditions for an existing priority customer” cannot be decided; please supply it and classify again.",
  ],
  "customer-classification/invalid-observation: no date": [
    '“收入趋势”的数据不可用：观察日期不是有效日期，“incomeTrendOn”收到的是"2026-02-30"，应为不晚于2026年3月31日的日期，按 YYYY-MM-DD 填写。',
    '「收入趨勢」的數據未能使用：觀察日期不是有效日期，「incomeTrendOn」收到的是"2026-02-30"，須為不遲於2026年3月31日的日期，並按 YYYY-MM-DD 填寫。',
    '“Income trend” cannot be used: its observation date is not a date (“incomeTrendOn” holds "2026-02-30" where a date written as YYYY-MM-DD and not after 31 March 2026 is expected).',
  ],
  "customer-classification/invalid-observation: a number": [
    '“收入趋势”的数据不可用：观察日期不是有效日期，“incomeTrendOn”收到的是"20260131"（数字），应为不晚于2026年3月31日的日期，按 YYYY-MM-DD 填写。',
    '「收入趨勢」的數據未能使用：觀察日期不是有效日期，「incomeTrendOn」收到的是"20260131"（數字），須為不遲於2026年3月31日的日期，並按 YYYY-MM-DD 填寫。',
    '“Income trend” cannot be used: its observation date is not a date (“incomeTrendOn” holds "20260131", a number, where a date written as YYYY-MM-DD and not after 31 March 2026 is expected).',
  ],
  "customer-classification/invalid-observation: the future": [
    '“收入趋势”的数据不可用：观察日期晚于基准日，“incomeTrendOn”收到的是"2026-04-01"，应为不晚于2026年3月31日的日期，按 YYYY-MM-DD 填写。',
    '「收入趨勢」的數據未能使用：觀察日期遲於基準日，「incomeTrendOn」收到的是"2026-04-01"，須為不遲於2026年3月31日的日期，並按 YYYY-MM-DD 填寫。',
    '“Income trend” cannot be used: its observation date is after the reference date (“incomeTrendOn” holds "2026-04-01" where a date written as YYYY-MM-DD and not after 31 March 2026 is expected).',
  ],
  "customer-classification/invalid-context: the future": [
    "分类的基准日或数据的观察日期有误：observedAt.assets，观察日期为2026年4月1日，晚于基准日2026年3月31日。",
    "分類的基準日或數據的觀察日期有誤：observedAt.assets，觀察日期為2026年4月1日，遲於基準日2026年3月31日。",
    "The reference date or the observation dates are not valid at observedAt.assets: 1 April 2026 is after the reference date, 31 March 2026.",
  ],
  "customer-classification/invalid-context: no date": [
    '日期有误：observedAt.assets，收到的是"31/03/2026"。须为存在的日期，并按 YYYY-MM-DD 填写。',
    '日期有誤：observedAt.assets，收到的是"31/03/2026"。必須為存在的日期，並按 YYYY-MM-DD 填寫。',
    'A date is not valid at observedAt.assets: "31/03/2026" was given. It must exist and be written as YYYY-MM-DD.',
  ],
  "unknown-passes": [
    "规则“core”中，“flag”没有数据也算符合，不提供数据反而有利（core[1]）。",
    "規則「core」中，「flag」沒有數據亦當作符合，不提供數據反而有利（core[1]）。",
    "Under the rule “core”, “flag” passes when it is not known, so leaving it out is an advantage (core[1]).",
  ],
  "appearance-feature": [
    "特征“height”看来反映客户的外貌，含有这类特征的评分卡不得使用（features.height）。",
    "特徵「height」看來反映客戶的外貌，含有這類特徵的評分卡不得使用（features.height）。",
    "The feature “height” appears to describe how a person looks; a card with such a feature must not be used (features.height).",
  ],
  "appearance-declared-none": [
    "特征“pretty”看来反映客户的外貌，评分卡标明并非如此，请确认（features.pretty）。",
    "特徵「pretty」看來反映客戶的外貌，評分卡註明並非如此，請確認（features.pretty）。",
    "The feature “pretty” appears to describe how a person looks, and the card declares that it does not; please confirm this (features.pretty).",
  ],
  "open-but-decided: a rule": [
    "“flag”没有数据时按未定处理，规则“b”却仍据此作出判断（rules[1].when[2]）。",
    "「flag」沒有數據時當作未定，規則「b」卻仍據此作出判斷（rules[1].when[2]）。",
    "“flag” is left open where it is not known, but the rule “b” decides on it all the same (rules[1].when[2]).",
  ],
  "open-but-decided: a block": [
    "“flag”没有数据时按未定处理，先于分类的“staff”一项却仍据此作出判断（blocks[0]）。",
    "「flag」沒有數據時當作未定，先於分類的「staff」一項卻仍據此作出判斷（blocks[0]）。",
    "“flag” is left open where it is not known, but the block “staff” decides on it all the same (blocks[0]).",
  ],
  "open-but-decided: a characteristic": [
    "“flag”没有数据时按未定处理，评分项“again”却仍据此给分（characteristics[1].inputs.missing）。",
    "「flag」沒有數據時當作未定，評分項目「again」卻仍據此給分（characteristics[1].inputs.missing）。",
    "“flag” is left open where it is not known, but the characteristic “again” gives points for it all the same (characteristics[1].inputs.missing).",
  ],
  unchecked: [
    "下列情形没有数据，按不存在处理：客户已故、本行员工、反洗钱核查、涉诈预警、逾期。",
    "下列情況沒有數據，當作不存在處理：客戶已離世、本行職員、打擊洗錢審查、欺詐警示、逾期欠款。",
    "There are no data on these, so they are taken not to apply: The client has died, Member of staff, Anti-money-laundering review, Fraud alert, Overdue payments.",
  ],
  sensitive: [
    "本结果使用了敏感信息：卡种。",
    "此結果使用了敏感資料：卡類。",
    "Sensitive information was used for this result: Card held.",
  ],
  "rule: matched": [
    "规则“现有优质客户条件”（对应“现有优质客户”）的结果为“符合”。",
    "規則「現有優質客戶條件」（對應「現有優質客戶」）的結果為「符合」。",
    "The rule “Conditions for an existing priority customer”, which grants “Existing priority customer”, came out as “Matched”.",
  ],
  "rule: of the core tier": [
    "规则“核心优质客户条件”（对应“核心优质客户”）的结果为“不符合”。",
    "規則「核心優質客戶條件」（對應「核心優質客戶」）的結果為「不符合」。",
    "The rule “Conditions for the core tier”, which grants “Core priority customer”, came out as “Not matched”.",
  ],
  "test: a customer": [
    "条件（是否本行客户）应为“是”，结果为“成立”。",
    "條件（是否本行客戶）須為「是」，結果為「成立」。",
    "The test “Is a customer” came out as “Holds”; required: “Yes”.",
  ],
  "test: an axis from": [
    "条件“实力”（维度分数）应不低于 20，实得22分，结果为“成立”。",
    "條件「實力」（維度分數）須不低於 20，實得22分，結果為「成立」。",
    "The test “Points on an axis” for “Strength” came out as “Holds”; required: at least 20; scored: 22.",
  ],
  "test: the total": [
    "条件（总分）应低于 1,000，实得6分，结果为“成立”。",
    "條件（總分）須低於 1,000，實得6分，結果為「成立」。",
    "The test “Total points” came out as “Holds”; required: below 1,000; scored: 6.",
  ],
  "test: not a customer": [
    "条件（是否本行客户）应为“否”，结果为“成立”。",
    "條件（是否本行客戶）須為「否」，結果為「成立」。",
    "The test “Is a customer” came out as “Holds”; required: “No”.",
  ],
  "test: a flag": [
    "条件“开户标志”（是／否条件）应为“否”，数据状态为“有效”，结果为“成立”。",
    "條件「開戶標記」（是／否條件）須為「否」，數據狀況為「有效」，結果為「成立」。",
    "The test “Yes or no” for “Has an account” came out as “Holds”; required: “No”; data “Valid”.",
  ],
  "test: an axis from and below": [
    "条件“实力”（维度分数）应不低于 5 且低于 10，实得7分，结果为“成立”。",
    "條件「實力」（維度分數）須不低於 5 並低於 10，實得7分，結果為「成立」。",
    "The test “Points on an axis” for “Strength” came out as “Holds”; required: at least 5 and below 10; scored: 7.",
  ],
  "test: a characteristic below": [
    "条件“交易情况”（单项分数）应低于 100，实得-1分，结果为“成立”。",
    "條件「交易情況」（單項分數）須低於 100，實得-1分，結果為「成立」。",
    "The test “Points for a characteristic” for “Activity” came out as “Holds”; required: below 100; scored: -1.",
  ],
  "test: alternatives": [
    "条件（符合其中一项），结果为“成立”。",
    "條件（符合其中一項），結果為「成立」。",
    "The test “Any of these” came out as “Holds”.",
  ],
  "test: categories, nested": [
    "条件“卡种”（所属类别）应属于“金卡、无卡”，数据状态为“有效”，结果为“成立”。",
    "條件「卡類」（所屬類別）須屬於「金卡、沒有卡」，數據狀況為「有效」，結果為「成立」。",
    "The test “Category” for “Card held” came out as “Holds”; required: one of “Gold card, No card”; data “Valid”.",
  ],
  "test: an amount, nested twice": [
    "条件“交易笔数”（金额或数值）应不低于 1 且低于 5，数据状态为“缺失”，结果为“不成立”。",
    "條件「交易宗數」（金額或數值）須不低於 1 並低於 5，數據狀況為「缺失」，結果為「不成立」。",
    "The test “Amount or number” for “Transactions” came out as “Fails”; required: at least 1 and below 5; data “Missing”.",
  ],
  "missing: the customer flag": [
    "“是否本行客户”的数据不可用（缺失），请补充后再分类。",
    "「是否本行客戶」的數據未能使用（缺失），請補交後再作分類。",
    "“Customer of the bank” cannot be used (“Missing”); please supply it and classify again.",
  ],
  "missing: a characteristic": [
    "“年收入”的数据不可用（缺失），评分项“年收入”因此无法计分，请补充后再分类。",
    "「年收入」的數據未能使用（缺失），評分項目「年收入」因而未能計分，請補交後再作分類。",
    "“Annual income” cannot be used (“Missing”), so the characteristic “Annual income” cannot be scored; please supply it and classify again.",
  ],
  "missing: a rule": [
    "“主要业务在他行”的数据不可用（缺失），规则“待争取优质客户条件”因此无法判断，请补充后再分类。",
    "「主要業務在他行」的數據未能使用（缺失），規則「待爭取優質客戶條件」因而未能判斷，請補交後再作分類。",
    "“Main bank elsewhere” cannot be used (“Missing”), so the rule “Conditions for a priority prospect” cannot be decided; please supply it and classify again.",
  ],
  "missing: a block": [
    "“有逾期”的数据不可用（缺失），因此无法排除“逾期”，请补充后再分类。",
    "「有逾期欠款」的數據未能使用（缺失），因而未能排除「逾期欠款」，請補交後再作分類。",
    "“Overdue payments” cannot be used (“Missing”), so the block “Overdue payments” cannot be ruled out; please supply it and classify again.",
  ],
  "outcome: blocked": ["分类结果为“不予分类”。", "分類結果為「不予分類」。", "The result is “Blocked”."],
  "block: no class": [
    "“客户已故”先于分类：不参与分类。",
    "「客戶已離世」先於分類：不參與分類。",
    "“The client has died” comes before any class: no class is given.",
  ],
  "block: ordinary at most": [
    "“逾期”先于分类：解除前不高于“个人普通客户”。",
    "「逾期欠款」先於分類：解除前不高於「一般個人客戶」。",
    "“Overdue payments” comes before any class: no better class than “Personal banking customer” until this ends.",
  ],
  "answer-on-request": [
    "根据您2026年4月9日提出的要求，现说明截至2026年3月31日我行使用的与您有关的信息。",
    "就閣下2026年4月9日提出的要求，現說明截至2026年3月31日本行使用的與閣下有關的資料。",
    "As you asked on 9 April 2026, this is the information about you that we used, as of 31 March 2026.",
  ],
  "information-used": [
    "使用了以下信息：“年收入”。",
    "使用了以下資料：「年收入」。",
    "We used this information: “Annual income”.",
  ],
  "information-lacking": [
    "以下信息暂缺或不可用：“预期利润”。",
    "以下資料欠缺或未能使用：「預期利潤」。",
    "We had no usable information on this: “Expected profit”.",
  ],
  "right-to-review": [
    "您可以要求更正上述信息，也可以要求由工作人员重新核实。",
    "閣下可要求更正上述資料，亦可要求由職員重新審視。",
    "You may ask us to correct this information, and to have a member of our staff look at it again.",
  ],
  "protected-ground": [
    "特征“f1”反映客户的家庭状况，并影响评分或分类（香港《家庭岗位歧视条例》（第527章）禁止在服务中以此歧视、《个人信息保护法》第二十四条要求自动化决策透明、结果公平公正，不得在交易价格等交易条件上实行不合理的差别待遇），没有书面依据的，评分卡不得使用（rules[2].when[0]）。",
    "特徵「f1」反映客戶的家庭崗位，並影響評分或分類（《家庭崗位歧視條例》（第527章）禁止在提供服務時以此歧視、內地《個人信息保護法》第二十四條要求自動化決策具透明度、結果公平公正，不得在交易價格等交易條件上實行不合理的差別待遇），如無書面依據，評分卡不得使用（rules[2].when[0]）。",
    "The feature “f1” tells of a person’s family status and affects the score or the class: the Hong Kong Family Status Discrimination Ordinance (Cap. 527) forbids less favourable treatment on this ground in services, the Personal Information Protection Law of mainland China, Article 24, asks that automated decisions be open and their results fair, without unreasonable differential treatment in price or other terms; the card must not be used without a written ground for it (rules[2].when[0]).",
  ],
  "protected-ground: marital status": [
    "特征“f2”反映客户的婚姻状况，并影响评分或分类（香港《性别歧视条例》（第480章）第28条禁止在服务中以此歧视、《个人信息保护法》第二十四条要求自动化决策透明、结果公平公正，不得在交易价格等交易条件上实行不合理的差别待遇），没有书面依据的，评分卡不得使用（rules[2].when[1]）。",
    "特徵「f2」反映客戶的婚姻狀況，並影響評分或分類（《性別歧視條例》（第480章）第28條禁止在提供服務時以此歧視、內地《個人信息保護法》第二十四條要求自動化決策具透明度、結果公平公正，不得在交易價格等交易條件上實行不合理的差別待遇），如無書面依據，評分卡不得使用（rules[2].when[1]）。",
    "The feature “f2” tells of a person’s marital status and affects the score or the class: the Hong Kong Sex Discrimination Ordinance (Cap. 480), section 28, forbids less favourable treatment on this ground in services, the Personal Information Protection Law of mainland China, Article 24, asks that automated decisions be open and their results fair, without unreasonable differential treatment in price or other terms; the card must not be used without a written ground for it (rules[2].when[1]).",
  ],
  "justified-ground": [
    "特征“f3”反映客户的残疾，使用已有书面依据，由Compliance Office于2026年2月1日批准（rules[2].when[2]）。",
    "特徵「f3」反映客戶的殘疾，使用已有書面依據，由Compliance Office於2026年2月1日批准（rules[2].when[2]）。",
    "The feature “f3” tells of a person’s disability; it is used on a written ground approved by Compliance Office on 1 February 2026 (rules[2].when[2]).",
  ],
  "ground-approved-late": [
    "特征“f4”反映客户的哺乳情况，书面依据由Compliance Office于2026年3月2日批准，晚于评分卡生效日2026年3月1日，评分卡不得使用（rules[2].when[4]）。",
    "特徵「f4」反映客戶的餵哺母乳，書面依據由Compliance Office於2026年3月2日批准，遲於評分卡的生效日2026年3月1日，評分卡不得使用（rules[2].when[4]）。",
    "The feature “f4” tells of a person’s breastfeeding; its written ground was approved by Compliance Office on 2 March 2026, after the card came into force on 1 March 2026, so the card must not be used (rules[2].when[4]).",
  ],
  "ground-declared-none": [
    "特征“spouse”看来反映客户的婚姻状况，评分卡标明不属于任何一项，请确认（rules[2].when[5]）。",
    "特徵「spouse」看來反映客戶的婚姻狀況，評分卡註明不屬於任何一項，請確認（rules[2].when[5]）。",
    "The feature “spouse” looks as if it told of a person’s marital status, and the card declares that it tells of no protected ground; please confirm this (rules[2].when[5]).",
  ],
  "undeclared-ground": [
    "特征“gender”看来反映客户的性别（香港《性别歧视条例》（第480章）第28条禁止在服务中以此歧视、《个人信息保护法》第二十四条要求自动化决策透明、结果公平公正，不得在交易价格等交易条件上实行不合理的差别待遇），请标明属于哪一项，或标明不属于（rules[2].when[3]）。",
    "特徵「gender」看來反映客戶的性別（《性別歧視條例》（第480章）第28條禁止在提供服務時以此歧視、內地《個人信息保護法》第二十四條要求自動化決策具透明度、結果公平公正，不得在交易價格等交易條件上實行不合理的差別待遇），請註明屬於哪一項，或註明不屬於（rules[2].when[3]）。",
    "The feature “gender” looks as if it told of a person’s sex: the Hong Kong Sex Discrimination Ordinance (Cap. 480), section 28, forbids less favourable treatment on this ground in services, the Personal Information Protection Law of mainland China, Article 24, asks that automated decisions be open and their results fair, without unreasonable differential treatment in price or other terms; please declare the protected ground, or that it is none (rules[2].when[3]).",
  ],
  "core-past-general": [
    "单项数据只变动一级（最多 5 分），就可能使不属于普通优质的客户直接成为核心优质客户：规则“a”要求 0 分，核心优质客户条件应至少要求 5 分（core）。",
    "單項數據只變動一級（最多 5 分），便可能令不屬於一般優質的客戶直接成為核心優質客戶：規則「a」要求 0 分，核心優質客戶條件須最少要求 5 分（core）。",
    "A single step of one value (up to 5 points) can take a client into the core tier from outside the general tier: where the rule “a” requires 0, the core test must require at least 5 (core).",
  ],
  "core-past-general: of an axis": [
    "单项数据只变动一级（最多 5 分），就可能使不属于普通优质的客户直接成为核心优质客户：规则“b”要求 5 分（“贡献”），核心优质客户条件应至少要求 10 分（core）。",
    "單項數據只變動一級（最多 5 分），便可能令不屬於一般優質的客戶直接成為核心優質客戶：規則「b」要求 5 分（「貢獻」），核心優質客戶條件須最少要求 10 分（core）。",
    "A single step of one value (up to 5 points) can take a client into the core tier from outside the general tier: where the rule “b” requires 5 for “Contribution”, the core test must require at least 10 (core).",
  ],
  "prospect-inferred": [
    "规则“c”在尚不知道主要业务是否在他行时，就把客户评为待争取客户：评分卡没有指明说明此事的标志（elsewhereFlag）（rules[2]）。",
    "規則「c」在未知主要業務是否在他行時，便把客戶評為待爭取客戶：評分卡沒有指明以哪個標記說明此事（elsewhereFlag）（rules[2]）。",
    "The rule “c” makes prospects of people whose main bank is not known to be another one: the card does not name the flag that says so (elsewhereFlag) (rules[2]).",
  ],
  "prospect-inferred: a flag nobody asks for": [
    "规则“c”在尚不知道主要业务是否在他行时，就把客户评为待争取客户：没有要求“f1”必须已知且为“是”（rules[2]）。",
    "規則「c」在未知主要業務是否在他行時，便把客戶評為待爭取客戶：沒有要求「f1」必須已知而且為「是」（rules[2]）。",
    "The rule “c” makes prospects of people whose main bank is not known to be another one: it does not require “f1” to be known and true (rules[2]).",
  ],
  "customer-classification/invalid-card: a description": [
    "评分卡有误：customerFlag，该特征仅用于描述客户，不得计分或作为条件（household）。",
    "評分卡有誤：customerFlag，該特徵只用作描述客戶，不得計分或作為條件（household）。",
    "The scorecard is not valid at customerFlag: the feature only describes the person and must not be scored or tested (“household”).",
  ],
  "customer-classification/invalid-request: too early": [
    "缺少客户本人的要求，或该要求有误：要求于2026年1月1日提出，早于分类的基准日2026年3月31日：request.requestedOn。",
    "欠缺客戶本人的要求，或該要求有誤：要求於2026年1月1日提出，早於分類的基準日2026年3月31日：request.requestedOn。",
    "The request of the person concerned is missing or not valid: it is dated 1 January 2026, before the classification of 31 March 2026 at request.requestedOn.",
  ],
  "customer-classification/invalid-request": [
    "缺少客户本人的要求，或该要求有误：request，收到的是空值。",
    "欠缺客戶本人的要求，或該要求有誤：request，收到的是空值。",
    "The request of the person concerned is missing or not valid at request: an empty value (null) was given.",
  ],
  "shadowed-rule": [
    "规则“b”不起作用：排在前面的规则“a”已包括它的全部情形，因此不会评为“现有优质客户”（rules[1]）。",
    "規則「b」不會生效：排在前面的規則「a」已涵蓋其全部情況，因此不會評為「現有優質客戶」（rules[1]）。",
    "The rule “b” never takes effect: the earlier rule “a” already covers every case it would, so it never grants “Existing priority customer” (rules[1]).",
  ],
  "type-without-rule": [
    "没有规则可以评为“现有潜质客户”，请确认是否有意如此（rules）。",
    "沒有規則可以評為「現有具潛力客戶」，請確認是否有意如此（rules）。",
    "No rule grants “Existing customer with potential”; please check that this is intended (rules).",
  ],
  "not-monotone: between two bands": [
    "分数与声明的方向（数值越大，分数越低）不符，由 -3 分变为 0 分（characteristics[0]）。",
    "分數與訂明的方向（數值愈大，分數愈低）不符，由 -3 分變為 0 分（characteristics[0]）。",
    "The points do not follow the declared direction, “points fall with the value”: they go from -3 to 0 (characteristics[0]).",
  ],
  "not-monotone: in proportion": [
    "分数与声明的方向（数值越大，分数越低）不符（characteristics[1].points）。",
    "分數與訂明的方向（數值愈大，分數愈低）不符（characteristics[1].points）。",
    "The points do not follow the declared direction, “points fall with the value” (characteristics[1].points).",
  ],
  "unusable-beats-worst": [
    "数据不可用时得 9 分，高于有效数据的最低分 -3 分，没有数据反而得分更高（characteristics[0].inputs.missing）。",
    "數據未能使用時得 9 分，高於有效數據的最低分 -3 分，沒有數據反而得分較高（characteristics[0].inputs.missing）。",
    "Data that cannot be used score 9, more than the -3 scored by the worst usable value, so having no data is an advantage (characteristics[0].inputs.missing).",
  ],
  "sensitive-feature": [
    "敏感特征“flag”影响评分或分类，请确认允许使用（characteristics[2]）。",
    "敏感特徵「flag」影響評分或分類，請確認容許使用（characteristics[2]）。",
    "The sensitive feature “flag” affects the score or the class; please confirm that it may be used (characteristics[2]).",
  ],
  "duplicate-reason": [
    "理由代码“A”用于多个评分项（money、rate），无法区分（characteristics[1].reason）。",
    "理由代號「A」用於多個評分項目（money、rate），無法分辨（characteristics[1].reason）。",
    "The reason code “A” stands for several characteristics (money, rate), which cannot be told apart (characteristics[1].reason).",
  ],
  "unused-feature": [
    "特征“aged”没有用于任何评分项或规则，可能是遗漏（features.aged）。",
    "特徵「aged」未有用於任何評分項目或規則，可能是遺漏（features.aged）。",
    "The feature “aged” is not used by any characteristic or rule and may have been forgotten (features.aged).",
  ],
  "customer-classification/invalid-card: nothing": [
    "评分卡有误：card，收到的是空值。",
    "評分卡有誤：card，收到的是空值。",
    "The scorecard is not valid at card; an empty value (null) was given.",
  ],
  "customer-classification/invalid-card: a member": [
    "评分卡有误：colour，没有这一项，可用的有 id、version、status、effectiveFrom、effectiveTo、sources、currency、features、customerFlag、elsewhereFlag、characteristics、rules、core、levels、blocks、justifications。",
    "評分卡有誤：colour，沒有這一項，可用的有 id、version、status、effectiveFrom、effectiveTo、sources、currency、features、customerFlag、elsewhereFlag、characteristics、rules、core、levels、blocks、justifications。",
    "The scorecard is not valid at colour; known here: id, version, status, effectiveFrom, effectiveTo, sources, currency, features, customerFlag, elsewhereFlag, characteristics, rules, core, levels, blocks, justifications.",
  ],
  "customer-classification/invalid-card: a word": [
    "评分卡有误：characteristics[0].axis，收到的是8个字符的文本，只能是 strength、closeness、contribution、potential，是否应为 strength。",
    "評分卡有誤：characteristics[0].axis，收到的是8個字元的文字，只可以是 strength、closeness、contribution、potential，是否應為 strength。",
    "The scorecard is not valid at characteristics[0].axis; a text of length 8 was given; allowed: strength, closeness, contribution, potential; perhaps strength was meant.",
  ],
  "customer-classification/invalid-card: a currency": [
    "评分卡有误：currency，不是现行货币的代码，收到的是3个字符的文本。",
    "評分卡有誤：currency，並非現行貨幣的代號，收到的是3個字元的文字。",
    "The scorecard is not valid at currency: it is not the code of a currency in use; a text of length 3 was given.",
  ],
  "customer-classification/invalid-card: twice": [
    "评分卡有误：characteristics[1].id，重复（money）。",
    "評分卡有誤：characteristics[1].id，重複（money）。",
    "The scorecard is not valid at characteristics[1].id: it occurs twice (“money”).",
  ],
  "customer-classification/invalid-card: edges": [
    "评分卡有误：characteristics[0].bands[1].below，没有由低到高排列（5）。",
    "評分卡有誤：characteristics[0].bands[1].below，未有由低至高排列（5）。",
    "The scorecard is not valid at characteristics[0].bands[1].below: it does not rise from low to high (5).",
  ],
  "customer-classification/invalid-card: digits": [
    "评分卡有误：characteristics[0].bands[0].below，边界的写法不对（有 3 位小数，最多 2 位）。",
    "評分卡有誤：characteristics[0].bands[0].below，界線的寫法不正確（有 3 個小數位，最多 2 個）。",
    "The scorecard is not valid at characteristics[0].bands[0].below: the edge is not written correctly (3 decimal places, where 2 are allowed).",
  ],
  "customer-classification/invalid-card: an empty range": [
    "评分卡有误：characteristics[0].max，范围之内没有任何数值（范围为 5 至 3）。",
    "評分卡有誤：characteristics[0].max，範圍之內沒有任何數值（範圍為 5 至 3）。",
    "The scorecard is not valid at characteristics[0].max: the range has nothing in it (the range is 5 to 3).",
  ],
  "customer-classification/invalid-card: no points": [
    "评分卡有误：characteristics[0].groups，有类别没有对应的分数（classic、none）。",
    "評分卡有誤：characteristics[0].groups，有類別未有訂明分數（classic、none）。",
    "The scorecard is not valid at characteristics[0].groups: some categories have no points (classic, none).",
  ],
  "customer-classification/invalid-card: a kind": [
    "评分卡有误：characteristics[0].inputs.unknown，这种状态不会出现，不应写明如何计分。",
    "評分卡有誤：characteristics[0].inputs.unknown，這種情況不會出現，毋須訂明如何計分。",
    "The scorecard is not valid at characteristics[0].inputs.unknown: this cannot happen, so it must not be given points.",
  ],
  "customer-classification/invalid-card: a policy": [
    "评分卡有误：characteristics[0].inputs.stale，这种状态不会出现，不应写明如何计分。",
    "評分卡有誤：characteristics[0].inputs.stale，這種情況不會出現，毋須訂明如何計分。",
    "The scorecard is not valid at characteristics[0].inputs.stale: this cannot happen, so it must not be given points.",
  ],
  "customer-classification/invalid-card: out of reach": [
    "评分卡有误：rules[0].when[0]，任何记录都不可能达到（范围为 -2 至 22）。",
    "評分卡有誤：rules[0].when[0]，任何紀錄均不可能達到（範圍為 -2 至 22）。",
    "The scorecard is not valid at rules[0].when[0]: no record can ever meet this (the range is -2 to 22).",
  ],
  "customer-classification/invalid-card: an axis": [
    "评分卡有误：rules[0].when[0].axis，该维度没有任何评分项（关系密切程度）。",
    "評分卡有誤：rules[0].when[0].axis，該維度沒有任何評分項目（關係密切程度）。",
    "The scorecard is not valid at rules[0].when[0].axis: no characteristic scores this axis (“Closeness”).",
  ],
  "customer-classification/invalid-card: a test": [
    "评分卡有误：rules[0].when[0].test，与特征的数据类型不符（money，金额）。",
    "評分卡有誤：rules[0].when[0].test，與特徵的數據類別不符（money，金額）。",
    "The scorecard is not valid at rules[0].when[0].test: it does not fit the kind of feature (“money” is an amount of money).",
  ],
  "customer-classification/invalid-card: a characteristic": [
    "评分卡有误：rules[0].when[0].characteristic，评分卡没有这个评分项（deposits）。",
    "評分卡有誤：rules[0].when[0].characteristic，評分卡沒有這個評分項目（deposits）。",
    "The scorecard is not valid at rules[0].when[0].characteristic: the card has no such characteristic (“deposits”).",
  ],
  "customer-classification/invalid-card: a level": [
    "评分卡有误：levels[0].atLeast，任何记录都不可能达到（最高为 22）。",
    "評分卡有誤：levels[0].atLeast，任何紀錄均不可能達到（最高為 22）。",
    "The scorecard is not valid at levels[0].atLeast: no record can ever meet this (the most is 22).",
  ],
  "customer-classification/invalid-record: nothing": [
    "客户记录无法读取：record，收到的是空值。",
    "客戶紀錄無法讀取：record，收到的是空值。",
    "The customer record cannot be read at record: an empty value (null) was given.",
  ],
  "customer-classification/invalid-value: a text": [
    "“是否本行客户”的数据不可用：数据类型不符，收到的是3个字符的文本，应为是／否。",
    "「是否本行客戶」的數據未能使用：數據類別不符，收到的是3個字元的文字，應為是／否。",
    "“Customer of the bank” cannot be used: wrong kind of value (a text of length 3 was given where yes or no is expected).",
  ],
  "customer-classification/invalid-value: a currency": [
    '“年收入”的数据不可用：币种不符，收到的是"USD"，应为金额（币种为 CNY）。',
    '「年收入」的數據未能使用：貨幣不符，收到的是"USD"，應為金額（貨幣為 CNY）。',
    '“Annual income” cannot be used: wrong currency ("USD" was given where an amount of money in CNY is expected).',
  ],
  "customer-classification/invalid-value: a number": [
    '“代发工资账户”的数据不可用：数据类型不符，收到的是"1"（数字），应为是／否。',
    '「出糧戶口」的數據未能使用：數據類別不符，收到的是"1"（數字），應為是／否。',
    '“Salary account” cannot be used: wrong kind of value ("1", a number, was given where yes or no is expected).',
  ],
  "customer-classification/invalid-value: digits": [
    '“代发工资账户”的数据不可用：数据类型不符，收到的是"1"（文本），应为是／否。',
    '「出糧戶口」的數據未能使用：數據類別不符，收到的是"1"（文字），應為是／否。',
    '“Salary account” cannot be used: wrong kind of value ("1", a text, was given where yes or no is expected).',
  ],
  "customer-classification/block-unseen": [
    "全部 2 行均没有可用的“是否已故”数据，“客户已故”这一项对任何人都未能核对；请确认相应名单是否已与客户记录关联。",
    "全部 2 行均沒有可用的「是否已離世」數據，「客戶已離世」這一項對任何人都未能核對；請確認相關名單是否已與客戶紀錄連結。",
    "No row has a usable value of “Deceased” (rows: 2), so nobody could be checked against the block “The client has died”; please see whether the list behind it was joined to the records.",
  ],
  "customer-classification/feature-unseen": [
    "全部 1 行均没有可用的“半年日均存款”数据，这一项对任何人都未计入；请确认记录中该数据是否用了这一名称。",
    "全部 1 行均沒有可用的「半年平均存款結餘」數據，這一項沒有為任何人計算在內；請確認紀錄內該數據是否用了這個名稱。",
    "No row has a usable value of “Six-month average deposits” (rows: 1), so it counted for nobody; please see whether the records have it under this name.",
  ],
  "customer-classification/invalid-value: of a row": [
    '第2行：“持有产品数”的数据不可用：不是整数，收到的是"1.5"，应为整数。',
    '第2行：「持有產品數目」的數據未能使用：不是整數，收到的是"1.5"，應為整數。',
    'Row 2: “Products held” cannot be used: not a whole number ("1.5" was given where a whole number is expected).',
  ],
  "customer-classification/invalid-context": [
    "分类的基准日或数据的观察日期有误：observed_at，是否应为 observedAt。",
    "分類的基準日或數據的觀察日期有誤：observed_at，是否應為 observedAt。",
    "The reference date or the observation dates are not valid at observed_at; perhaps observedAt was meant.",
  ],
  "customer-classification/unknown-feature": [
    "给出了“income”的观察日期，但评分卡“example.retail-card”没有这项特征（observedAt.income）。",
    "提供了「income」的觀察日期，但評分卡「example.retail-card」沒有這項特徵（observedAt.income）。",
    "There is an observation date for “income”, but the scorecard “example.retail-card” has no such feature (observedAt.income).",
  ],
  "customer-classification/invalid-columns": [
    "批量数据既不是记录的列表，也不是按特征排列的各列：columns，收到的是10个字符的文本。",
    "整批數據既非紀錄清單，亦非按特徵排列的各欄：columns，收到的是10個字元的文字。",
    "The data are neither a list of records nor columns by feature at columns: a text of length 10 was given.",
  ],
  "customer-classification/ragged-columns": [
    "各列的行数不同：有一列为 2 行，应为 1 行（columns.annualIncome）。",
    "各欄的行數不同：有一欄為 2 行，應為 1 行（columns.annualIncome）。",
    "The columns differ in length: one is of length 2 instead of 1 (columns.annualIncome).",
  ],
  "customer-classification/unknown-row": [
    '批量结果中找不到序号为"9"的行（共 2 行，序号从 0 开始）；副本没有明细，请使用原来的批量结果。',
    '整批結果中找不到序號為"9"的行（共 2 行，序號由 0 開始）；副本沒有明細，請使用原來的整批結果。',
    'The batch has no row "9" (rows in all: 2, counted from 0); a copy of a batch has no details, so please use the original.',
  ],
  "customer-classification/unknown-row: a copy": [
    '批量结果中找不到序号为"0"的行（共 2 行，序号从 0 开始）；副本没有明细，请使用原来的批量结果。',
    '整批結果中找不到序號為"0"的行（共 2 行，序號由 0 開始）；副本沒有明細，請使用原來的整批結果。',
    'The batch has no row "0" (rows in all: 2, counted from 0); a copy of a batch has no details, so please use the original.',
  ],
  "customer-classification/row-has-issue": [
    "序号为 1 的行（从 0 开始）数据有误，没有分类结果可以说明。",
    "序號為 1 的行（由 0 開始）數據有誤，沒有分類結果可以解釋。",
    "Row 1, counted from 0, has an issue and therefore no classification to explain.",
  ],
  "customer-classification/invalid-result": [
    "需要说明的分类结果不是由本系统得出，或已被改动：result.status，收到的是11个字符的文本，只能是 classified、insufficient-data、not-a-customer、blocked，是否应为 classified。",
    "需要解釋的分類結果並非由本系統得出，或已被更改：result.status，收到的是11個字元的文字，只可以是 classified、insufficient-data、not-a-customer、blocked，是否應為 classified。",
    "The classification to be explained is not as this library made it at result.status: a text of length 11 was given; allowed: classified, insufficient-data, not-a-customer, blocked; perhaps classified was meant.",
  ],
};

test.each(Object.entries(provoked))("%s is told in each language", (name, provoke) => {
  expect(told(provoke())).toStrictEqual(sentences[name]);
});

const LEAKS = /[{}]|\[[^\d]|undefined|(?<!\()\bnull\b|NaN|\[object/;

describe("one whole sentence", () => {
  const records: readonly CustomerRecord[] = [
    sound,
    {},
    { ...sound, isCustomer: false },
    { ...sound, isCustomer: false, mainBankElsewhere: true },
    {
      ...sound,
      depositAvg: cny("5000000"),
      productCount: 9,
      assets: cny("1000000"),
      intermediaryIncome: cny("1"),
    },
    { ...sound, incomeTrendOn: "2020-01-01", incomeTrend: "castle" },
    { ...sound, fraudAlert: true },
  ];
  test("for every line of an explanation, those of tests in tests too", () => {
    const all = [...records.flatMap((record) => explained(exampleRetailCard, record)), ...star, ...stranger];
    expect(new Set(all.map(({ depth }) => depth))).toStrictEqual(new Set([0, 1, 2, 3, 4]));
    for (const line of all) {
      for (const sentence of told(line)) {
        expect(sentence).toMatch(/^[^。]+。$|^[^。]+\.$/);
        expect(sentence).not.toMatch(LEAKS);
      }
    }
  });
  test("for every finding of the lint", () => {
    const rules = [...findings.map(({ rule }) => rule), ...LINT_RULES.filter(isToldByFolder)];
    expect(new Set(rules)).toStrictEqual(new Set(LINT_RULES));
    for (const entry of [...findings, ...lintScorecard(exampleRetailCard).findings]) {
      for (const sentence of told(entry)) expect(sentence).not.toMatch(LEAKS);
    }
  });
  test("for every code of the room", () => {
    const codes = Object.keys(en).filter((key) => key.startsWith("customer-classification/"));
    const folders = new URL(".", import.meta.url);
    // the folders of the room have files of their own beside this one
    const elsewhere = readdirSync(folders)
      .filter((name) => name.startsWith("customer-classification-"))
      .flatMap((name) => readFileSync(new URL(name, folders), "utf8").match(/customer-classification\/[a-z-]+/g) ?? []);
    const provokedCodes = new Set([...Object.keys(provoked).map((name) => name.split(":")[0]), ...elsewhere]);
    expect(codes.filter((code) => !provokedCodes.has(code))).toStrictEqual([]);
    for (const sentence of Object.values(sentences).flat()) expect(sentence).not.toMatch(LEAKS);
  });
});

describe("the ids of a card are its owner's, and so are their labels", () => {
  test("an id that nobody gave a label is told by its key", () => {
    const sentences = [hans.zhHans, hant.zhHantHK, english.en].map((words) => tell(nth(stranger, "rule"), words));
    expect(sentences).toStrictEqual([
      "规则“typeRule.r”（对应“待争取优质客户”）的结果为“符合”。",
      "規則「typeRule.r」（對應「待爭取優質客戶」）的結果為「符合」。",
      "The rule “typeRule.r”, which grants “Priority prospect”, came out as “Matched”.",
    ]);
  });

  test("one that an example card has too is not told in the words of the example", () => {
    const examples = new Set(Object.values(english.exampleCards));
    for (const line of customer) {
      const sentence = tell(line, english.en);
      for (const [, word] of sentence.matchAll(/“([^”]+)”/g)) expect(examples.has(word as never)).toBe(false);
    }
    expect(tell(nth(customer, "part"), english.en)).toMatch(/^“characteristic\.annualIncome” scores /);
  });
});

describe("the example cards", () => {
  /** The keys that explanations of a card, and pages about it, may ask for. */
  const keysOf = ({ features, characteristics, rules, levels = [], blocks = [] }: Scorecard): string[] => [
    ...Object.entries(features).flatMap(([id, feature]) => [
      `feature.${id}`,
      ...(feature.kind === "category" ? feature.values.map((value) => `category.${id}.${value}`) : []),
    ]),
    ...characteristics.flatMap((line) => {
      const bands = line.scale === "bands" ? line.bands : line.scale === "categories" ? line.groups : [];
      return [
        `characteristic.${line.id}`,
        ...(line.reason === undefined ? [] : [`reason.${line.reason}`]),
        ...bands.flatMap(({ label }) => (label === undefined ? [] : [`band.${label}`])),
      ];
    }),
    ...rules.map(({ id }) => `typeRule.${id}`),
    ...levels.map(({ id }) => `level.${id}`),
    ...blocks.map(({ id }) => `block.${id}`),
  ];
  const gradeKeysOf = ({ features, grades, otherwise }: GradingPolicy): readonly string[] => [
    ...Object.entries(features).flatMap(([id, feature]) => [
      `feature.${id}`,
      ...(feature.kind === "category" ? feature.values.map((value) => `category.${id}.${value}`) : []),
    ]),
    ...[otherwise, ...grades.map(({ id }) => id)].map((id) => `grade.${id}`),
    ...grades.flatMap(({ anyOf }) => anyOf.map(({ id }) => `gradeRule.${id}`)),
    ...grades.flatMap(({ anyOf }) =>
      anyOf.flatMap(({ when }) => when.flatMap((test) => (test.test === "listed" ? [`nameList.${test.list}`] : []))),
    ),
  ];
  const standingPolicies: readonly StandingPolicy[] = [
    exampleStarStanding,
    exampleGraceStanding,
    exampleMembershipStanding,
    exampleAnniversaryStanding,
    exampleTierStanding,
  ];
  test("have a label for every id in each language, and none is left over", () => {
    const wanted = new Set([
      ...[exampleRetailCard, exampleStarRateCard].flatMap((card) => keysOf(card)),
      // grades
      ...[exampleCorporateGrades, exampleMajorClientGrades].flatMap((policy) => gradeKeysOf(policy)),
      ...standingPolicies.flatMap(({ ladder, floors = [] }) => [
        ...ladder.map(({ id }) => `level.${id}`),
        ...floors.map(({ id }) => `standingFloor.${id}`),
      ]),
      // features of the example of a complete client file
      ...Object.values(exampleClientCompleteness.required).flatMap((items) =>
        items.flatMap(({ kind, id }) => (kind === "feature" ? [`feature.${id}`] : [])),
      ),
    ]);
    for (const labels of [hans.exampleCards, hant.exampleCards, english.exampleCards]) {
      expect(Object.keys(labels).sort()).toStrictEqual([...wanted].sort());
    }
  });
  test("are in no whole set, where a bank's own id could meet them", () => {
    for (const set of [hans.zhHans, hant.zhHantHK, english.en]) {
      expect(Object.keys(english.exampleCards).filter((key) => Object.hasOwn(set, key))).toStrictEqual([]);
    }
  });
});

test("the card of the demo is explained in the labels of its data file", () => {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(new URL(`../../docs/examples/data/${name}`, import.meta.url), "utf8"));
  const card = ScorecardSchema.parse(read("berka-card.json"));
  const labels = read("berka-card-labels.json") as Readonly<Record<string, OwnLabels>>;
  const czk = (amount: string) => ({ amount, currency: "CZK" });
  const record = {
    ...{ averageBalance: czk("50000.00"), monthlyCredits: czk("1.00"), income: czk("1.00") },
    ...{ paysHousehold: true, paysInsurance: true, receivesPension: false, receivesTransfers: false },
    ...{ hasLoan: false, hasCard: false },
  };
  const { lines: all } = explainClassification(classify(card, record, { asOf: card.effectiveFrom }));
  for (const words of [zhHans, zhHantHK, en]) {
    const tag = words.dates.locale === "zh-Hant-HK" ? "zh-Hant-HK" : words.dates.locale.replace(/-[A-Z]{2}$/, "");
    for (const line of all) expect(tell(line, { ...words, ...labels[tag] })).not.toMatch(LEAKS);
  }
  const [part] = all.filter(({ line }) => line === "part");
  expect(part && tell(part, { ...zhHans, ...labels["zh-Hans"] })).toBe(
    "“日均余额”得20分（满分30分，计入“实力”），属于“最高的五分之一账户”，数值不低于 41,800 而低于 53,400，数据状态为“有效”。",
  );
});

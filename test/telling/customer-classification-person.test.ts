import { describe, expect, test } from "vitest";

import {
  classify,
  exampleRetailCard,
  explainToPersonConcerned,
  PERSON_LINE_KINDS,
  prepareScorecard,
  type Characteristic,
  type CustomerRecord,
  type PersonLine,
  type Scorecard,
} from "../../src/customer-classification/index.ts";
import * as english from "../../src/labels/en.ts";
import * as hans from "../../src/labels/zh-Hans.ts";
import * as hant from "../../src/labels/zh-Hant-HK.ts";
import { tell, type Reason } from "../../src/telling/index.ts";
import { asOf, cardOf, cny, lines, sound } from "../customer-classification/cards.ts";
import { refusalOf } from "../support/refusal.ts";

const OWN = { "feature.integer": "Transactions" };
const LANGUAGES = [
  { ...hans.zhHans, ...hans.exampleCards, "feature.integer": "交易笔数" },
  { ...hant.zhHantHK, ...hant.exampleCards, "feature.integer": "交易宗數" },
  { ...english.en, ...english.exampleCards, ...OWN },
];
const told = (reason: Reason): string[] => LANGUAGES.map((words) => tell(reason, words));

function linesOf(card: Scorecard, record: CustomerRecord): readonly PersonLine[] {
  const asked = { requestedOn: "2026-04-09", mainReasons: true };
  const answer = explainToPersonConcerned(classify(card, record, { asOf }), asked, card);
  return answer.status === "told" ? answer.lines : [];
}

const falling: Characteristic = { ...lines.integer, bands: [{ below: "2", points: 4 }, { points: 0 }] };
const all = [
  ...linesOf(exampleRetailCard, { ...sound, intermediaryIncome: null, annualIncome: cny("1000000.00") }),
  ...linesOf(cardOf([falling]), { integer: 5 }),
  ...linesOf(cardOf([falling]), { integer: 0 }),
];
const first = (kind: PersonLine["line"]): Reason => {
  const line = all.find((entry) => entry.line === kind);
  return line ?? expect.unreachable(`no line ${kind}`);
};

describe("the main reasons, as the person reads them", () => {
  test.each<[PersonLine["line"], readonly string[]]>([
    [
      "main-reason-low",
      [
        "主要原因之一：“半年日均金融资产”与我行看重的水平相比偏低。",
        "主要原因之一：「半年平均金融資產」與本行所重視的水平相比偏低。",
        "A main reason: “Average financial assets over six months” is low compared with what we look for.",
      ],
    ],
    [
      "main-reason-high",
      [
        "主要原因之一：“交易笔数”与我行看重的水平相比偏高。",
        "主要原因之一：「交易宗數」與本行所重視的水平相比偏高。",
        "A main reason: “Transactions” is high compared with what we look for.",
      ],
    ],
    [
      "main-reason-other",
      [
        "主要原因之一：“收入趋势”的情况与我行看重的有所不同。",
        "主要原因之一：「收入趨勢」的情況與本行所重視的有所不同。",
        "A main reason: “Income trend” differs from what we look for.",
      ],
    ],
    [
      "main-reason-lacking",
      [
        "主要原因之一：“中间业务收入”没有可用的信息。",
        "主要原因之一：「收費業務收入」沒有可用的資料。",
        "A main reason: we had no usable information on “Fee income”.",
      ],
    ],
    [
      "main-reason-none",
      [
        "没有可以在此列明的主要原因，如需进一步了解，请向工作人员查询。",
        "沒有可在此列明的主要原因；如欲進一步了解，請向職員查詢。",
        "There is no main reason that we can list here; a member of our staff can tell you more.",
      ],
    ],
  ])("%s", (kind, sentences) => {
    expect(told(first(kind))).toStrictEqual(sentences);
  });
  test("every kind of line for the person is told", () => {
    expect(new Set(all.map(({ line }) => line))).toStrictEqual(new Set(PERSON_LINE_KINDS));
    for (const line of all) for (const sentence of told(line)) expect(sentence).toMatch(/^[^。{}]+。$|^[^{}]+\.$/);
  });
});

test("customer-classification/another-card", () => {
  const result = classify(exampleRetailCard, sound, { asOf });
  const other = { ...exampleRetailCard, version: "2" } as const;
  const [a, b] = [exampleRetailCard, other].map((card) => prepareScorecard(card).stamp.hash) as [string, string];
  const refused = refusalOf(() => explainToPersonConcerned(result, { requestedOn: "2026-04-09" }, other));
  expect(told(refused)).toStrictEqual([
    `分类结果不是用所提供的评分卡得出的：使用的是“example.retail-card”（版本 1，内容哈希值 ${a}），而不是“example.retail-card”（版本 2，内容哈希值 ${b}）。`,
    `分類結果並非以所提供的評分卡得出：使用的是「example.retail-card」（版本 1，內容雜湊值 ${a}），而非「example.retail-card」（版本 2，內容雜湊值 ${b}）。`,
    `The classification was made with another card than the one that was passed: with “example.retail-card”, version 1 (content hash ${a}), and not with “example.retail-card”, version 2 (content hash ${b}).`,
  ]);
});

test("customer-classification/invalid-request: reasons without a card", () => {
  const result = classify(exampleRetailCard, sound, { asOf });
  const refused = refusalOf(() => explainToPersonConcerned(result, { requestedOn: "2026-04-09", mainReasons: true }));
  expect(told(refused)[2]).toBe("The request of the person concerned is missing or not valid at card.");
});

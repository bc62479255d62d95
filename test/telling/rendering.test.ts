import { expect, test } from "vitest";

import { en } from "../../src/labels/en.ts";
import type { Issue } from "../../src/core/index.ts";
import { amountText, escapeHtml, strategyPlanDocument, toHtml, toMarkdown } from "../../src/rendering/index.ts";
import { sample } from "../strategy-plan/plans.ts";
import { thrownBy, told } from "../support/told.ts";

const options = { labels: en, client: sample.client };
const markdown = (...blocks: readonly object[]) => thrownBy(() => toMarkdown({ title: "T", blocks } as never));

const reasons = {
  "another client": thrownBy(() =>
    strategyPlanDocument(sample.plan, { ...options, client: { ...sample.client, id: "C-9" } }),
  ),
  "an unknown kind of client": thrownBy(() =>
    strategyPlanDocument(sample.plan, { ...options, client: { ...sample.client, kind: "corporat" as never } }),
  ),
  "a number for an amount": thrownBy(() => amountText(7 as never)),
  "a misspelt block": markdown({ type: "para", text: "x" }),
  "a heading of level 0": markdown({ type: "heading", level: 0, text: "x" }),
  "a row with a cell too many": markdown({
    type: "table",
    caption: "c",
    columns: [{ header: "a", align: "start" }],
    rows: [["1", "2"]],
  }),
  "a misspelt option": thrownBy(() => toHtml({ title: "T", blocks: [] }, { alng: "en" } as never)),
  "a locale for a language": thrownBy(() => toHtml({ title: "T", blocks: [] }, { lang: "zh_CN" })),
  "a number for a text": thrownBy(() => escapeHtml(7 as never)),
  "labels of another language": thrownBy(() =>
    strategyPlanDocument(sample.plan, { ...options, labels: { ...en, dates: { ...en.dates, locale: "de" } } }),
  ),
} satisfies Readonly<Record<string, Issue>>;

test.each<[keyof typeof reasons, string, string, string]>([
  [
    "a locale for a language",
    "生成文档的选项有误：options.lang，收到的是5个字符的文本，是否应为 zh-CN。须为语言标签，例如 zh-Hans、zh-Hant-HK 或 en。",
    "製作文件的選項有誤：options.lang，收到的是5個字元的文字，是否應為 zh-CN。須為語言標籤，例如 zh-Hant-HK、zh-Hans 或 en。",
    "An option of the document is not valid at options.lang: a text of length 5 was given; perhaps zh-CN was meant. A language tag is needed, such as en, zh-Hans or zh-Hant-HK.",
  ],
  [
    "another client",
    "与计划书一同提供的资料（客户档案、价值统计或另一份计划书）属于其他客户：options.client.id。",
    "與計劃書一同提供的資料（客戶檔案、價值統計或另一份計劃書）屬於其他客戶：options.client.id。",
    "What is passed beside the plan (a client file, a value statement, another plan) is for a different client (options.client.id).",
  ],
  [
    "an unknown kind of client",
    "生成文档的选项有误：options.client.kind，收到的是8个字符的文本，只能是 corporate、personal，是否应为 corporate。",
    "製作文件的選項有誤：options.client.kind，收到的是8個字元的文字，只可以是 corporate、personal，是否應為 corporate。",
    "An option of the document is not valid at options.client.kind: a text of length 8 was given; allowed: corporate, personal; perhaps corporate was meant.",
  ],
  [
    "a heading of level 0",
    '文档内容有误：doc.blocks[0].level，收到的是"0"，应不小于 1，应不大于 4。',
    '文件內容有誤：doc.blocks[0].level，收到的是"0"，不應小於 1，不應大於 4。',
    'The document is not valid at doc.blocks[0].level: "0" was given; minimum 1; maximum 4.',
  ],
  [
    "a row with a cell too many",
    '文档内容有误（每行应有 1 格）：doc.blocks[0].rows[0]，收到的是"2"。',
    '文件內容有誤（每行應有 1 格）：doc.blocks[0].rows[0]，收到的是"2"。',
    'The document is not valid (cells per row: 1) at doc.blocks[0].rows[0]: "2" was given.',
  ],
  [
    "a misspelt option",
    "生成文档的选项有误：options.alng，是否应为 lang。",
    "製作文件的選項有誤：options.alng，是否應為 lang。",
    "An option of the document is not valid at options.alng; perhaps lang was meant.",
  ],
  [
    "a number for a text",
    '所提供的不是文本：text，收到的是"7"（数字）。',
    '所提供的並非文字：text，收到的是"7"（數字）。',
    'Something other than a text was given at text: "7" was given (a number).',
  ],
  [
    "labels of another language",
    '生成文档的选项有误：options.language，收到的是"de"，只能是 zh-Hans、zh-Hant-HK、en。',
    '製作文件的選項有誤：options.language，收到的是"de"，只可以是 zh-Hans、zh-Hant-HK、en。',
    'An option of the document is not valid at options.language: "de" was given; allowed: zh-Hans, zh-Hant-HK, en.',
  ],
])("%s, in three languages", (name, ...sentences) => {
  expect(told(reasons[name])).toStrictEqual(sentences);
});

test.each(Object.entries(reasons))("nothing of the code or the template shows: %s", (_, reason) => {
  told(reason);
});

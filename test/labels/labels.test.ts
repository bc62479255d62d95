import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { labelTags, type ExampleCardWords, type LabelKey, type Labels } from "../../src/labels/index.ts";
import { label, OWN_LABEL_KINDS } from "../../src/telling/index.ts";
import { segmentsOf } from "../../src/telling/template.ts";
import * as english from "../../src/labels/en.ts";
import { en } from "../../src/labels/en.ts";
import * as simplified from "../../src/labels/zh-Hans.ts";
import { zhHans } from "../../src/labels/zh-Hans.ts";
import * as traditional from "../../src/labels/zh-Hant-HK.ts";
import { zhHantHK } from "../../src/labels/zh-Hant-HK.ts";
import { planFields, planSections } from "../../src/strategy-plan/index.ts";
import { valueHeads, valueItems } from "../../src/relationship-value/index.ts";
import { CLIENT_TYPES, TIERS } from "../../src/customer-classification/index.ts";

const sets: readonly (readonly [string, Labels])[] = [
  ["zh-Hans", zhHans],
  ["zh-Hant-HK", zhHantHK],
  ["en", en],
];

/** The words of the ids of the example scorecards, which are in no set. */
const exampleCards: Readonly<Record<string, ExampleCardWords>> = {
  "zh-Hans": simplified.exampleCards,
  "zh-Hant-HK": traditional.exampleCards,
  en: english.exampleCards,
};

test("there is one set a tag", () => {
  expect(sets.map(([tag]) => tag)).toStrictEqual([...labelTags]);
});

describe.each(sets)("%s", (tag, labels) => {
  const entries = Object.entries({ ...labels, ...exampleCards[tag] }).filter(
    (entry): entry is [string, string] => entry[0] !== "dates",
  );

  test("has the same keys in the same order as the others", () => {
    expect(Object.keys(labels)).toStrictEqual(Object.keys(zhHans));
  });

  test("has no empty label, no stray blanks and no line breaks", () => {
    for (const [key, text] of entries) {
      expect(text.trim(), key).not.toBe("");
      expect(text, key).not.toMatch(/[\n\t]| {2}/);
      if (!key.endsWith("colon") && !key.endsWith("separator") && !key.startsWith("text."))
        expect(text, key).toBe(text.trim());
    }
  });

  test("has a label for every field, section, head, item, type and tier the rooms list", () => {
    const keys = [
      ...planFields.map(({ key }) => `planField.${key}`),
      ...planSections.map(({ id }) => `planSection.${id}`),
      ...valueHeads.map((id) => `valueHead.${id}`),
      ...valueItems.map((id) => `valueItem.${id}`),
      ...CLIENT_TYPES.map((id) => `clientType.${id}`),
      ...TIERS.map((id) => `tier.${id}`),
    ];
    for (const key of keys) expect(Object.hasOwn(labels, key), key).toBe(true);
  });

  test("is written in its own script", () => {
    const chinese = entries.filter(([, text]) => /\p{Script=Han}/u.test(text)).length;
    if (tag === "en") expect(chinese).toBe(0);
    else expect(chinese).toBeGreaterThan(entries.length * 0.98);
  });
});

/** Characters of the simplified form alone; none may stand in the Hong Kong labels. */
const SIMPLIFIED_ONLY =
  "户经级监测实际书类统计单处长费规则选执问题资历报务变产显条满优关样现专业为与个们义发对尔层币应开张归当录态总战无时术杂权来构标树检点济环画确种称简纪约纳绍终结给续维绿缴网罗职联脑节药视觉览认议讨让记许论设访证评识诉试话询该详语误说请诺读课谁调谈谢财责败货质贩购贴贷贸赔赞转载较辅输达边过运还这进远连迟适递邮释钟钱银锁错键镇门间闻阅队阶陆险随难雾静页项顺须顾预领频额风饰馆验";
const SPOT = [
  ["valueHead.related", "相关客户收益", "相關客戶收益"],
  ["planSection.other-institutions", "客户与其他金融机构的关系", "客戶與其他金融機構的關係"],
  ["planField.expectedIncome", "预计收益", "預計收益"],
  ["clientType.prospective-high-quality", "待争取优质客户", "待爭取優質客戶"],
  ["tier.general", "普通优质客户", "一般優質客戶"],
  ["slaState.breached", "已逾期", "已逾期"],
  ["slaUnit.working-day", "工作日", "工作天"],
  ["planField.financialNeeds", "财务需求", "財務需要"],
  ["planDocument.title", "客户关系战略计划书", "客戶關係策略計劃書"],
] as const satisfies readonly (readonly [LabelKey, string, string])[];

test.each(SPOT)("%s", (key, hans, hant) => {
  expect([label(zhHans, key), label(zhHantHK, key)]).toStrictEqual([hans, hant]);
});

test("Hong Kong labels hold no simplified character", () => {
  const simplified = new Set(SIMPLIFIED_ONLY);
  for (const [key, text] of Object.entries({ ...zhHantHK, ...traditional.exampleCards })) {
    if (typeof text !== "string") continue;
    for (const character of text) {
      expect(simplified.has(character), `${key}: ${character}`).toBe(false);
    }
  }
});

/** Rooms whose words each language has by themselves. */
const byRoom = { "zh-Hans": simplified, "zh-Hant-HK": traditional, en: english };

describe.each(Object.entries(byRoom))("%s by room", (tag, parts) => {
  const whole = sets.find(([name]) => name === tag)?.[1] ?? {};
  const rooms = Object.entries(parts).filter(([name, words]) => name !== "dates" && (words as object) !== whole);

  test("a key, and so a bare reason, belongs to one room and has one meaning", () => {
    const owners = new Map<string, string[]>();
    for (const [room, words] of rooms) {
      for (const key of Object.keys(words)) owners.set(key, [...(owners.get(key) ?? []), room]);
    }
    expect([...owners].filter(([, of]) => of.length > 1)).toStrictEqual([]);
  });

  test("the rooms together are the whole", () => {
    // the words of the examples are beside the whole: a bank's own ids must not meet them
    const keys = rooms.flatMap(([name, words]) => (name === "exampleCards" ? [] : Object.keys(words)));
    expect([...keys, "dates"].sort()).toStrictEqual(Object.keys(whole).sort());
  });

  test("a sentence ends like one, and its brackets pair", () => {
    const sentences = rooms
      .flatMap(([, words]) => Object.entries(words as Readonly<Record<string, string>>))
      .filter(([key]) => !key.includes("."));
    expect(sentences.length).toBeGreaterThan(280);
    for (const [key, sentence] of sentences) {
      expect([key, sentence]).toStrictEqual([key, expect.stringMatching(tag === "en" ? /[.]\]?$/ : /[。]\]?$/)]);
      expect(() => segmentsOf(sentence, key), key).not.toThrow();
    }
  });
});

test("labels change only on purpose", () => {
  const all = sets.map(([tag, labels]): Readonly<Record<string, unknown>> => ({ ...labels, ...exampleCards[tag] }));
  const keys = Object.keys(all[0] ?? {});
  expect(Object.fromEntries(keys.map((key) => [key, all.map((labels) => labels[key]).join(" | ")]))).toMatchSnapshot();
});

describe("the guide lists what a bank has to give labels for", () => {
  const guide = readFileSync(new URL("../../docs/guide/labels.md", import.meta.url), "utf8");
  const [, table = ""] = /\| kind \| its ids are in \|\n\| --- \| --- \|\n((?:\|.*\n)+)/.exec(guide) ?? [];
  const cells = table.split("\n").map((row) => row.split("|")[1] ?? "");
  const kinds = cells.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, kind]) => kind));

  test("every kind whose ids a bank makes, and no other", () => {
    expect([...kinds].sort()).toStrictEqual([...OWN_LABEL_KINDS].sort());
  });

  test("every kind that the library itself has labels of for its ready policies and cards", () => {
    const known = Object.keys({ ...en, ...english.exampleCards }).map((key) => key.split(".", 1)[0]);
    // a band has a label where a card gives it one, and the example cards do not
    expect(OWN_LABEL_KINDS.filter((kind) => !known.includes(kind))).toStrictEqual(["band"]);
  });
});

import { describe, expect, test } from "vitest";

import { exampleRetailCard, type Scorecard } from "../../src/customer-classification/index.ts";
import {
  fromPmml,
  INVALID_PMML_REASONS,
  PMML_NOTE_REASONS,
  toPmml,
  UNSUPPORTED_PMML_REASONS,
  type FromPmmlOptions,
} from "../../src/customer-classification/pmml/index.ts";
import { en } from "../../src/labels/en.ts";
import { zhHans } from "../../src/labels/zh-Hans.ts";
import { zhHantHK } from "../../src/labels/zh-Hant-HK.ts";
import { tell, type Reason } from "../../src/telling/index.ts";
import { attribute, characteristic, documentOf, ofField, simple } from "../customer-classification/pmml/documents.ts";
import { refusalOf } from "../support/refusal.ts";

const told = (reason: Reason): string[] => [zhHans, zhHantHK, en].map((words) => tell(reason, words));

const refused = (xml: string, options?: FromPmmlOptions): Reason => refusalOf(() => fromPmml(xml, options));

const age = (...attributes: readonly string[]): string =>
  documentOf({ characteristics: characteristic("age", ...attributes) });

describe("a document that cannot be used", () => {
  test("says where and why", () => {
    expect(told(refused("<PMML>\n<a></b></PMML>"))).toStrictEqual([
      "PMML 文件无法使用：不是格式正确的 XML（第 2 行第 4 列）。",
      "PMML 文件無法使用：並非格式正確的 XML（第 2 行第 4 欄）。",
      "The PMML document cannot be used: it is not well-formed XML (line 2, column 4).",
    ]);
    expect(told(refused(age(attribute(1, simple("aeg", "lessThan", 18)))))).toStrictEqual([
      "PMML 文件无法使用（PMML/Scorecard/Characteristics/Characteristic/Attribute/SimplePredicate）：不是该评分卡启用的字段（字段“aeg”）。",
      "PMML 文件無法使用（PMML/Scorecard/Characteristics/Characteristic/Attribute/SimplePredicate）：並非該評分卡使用的欄位（欄位「aeg」）。",
      "The PMML document cannot be used (PMML/Scorecard/Characteristics/Characteristic/Attribute/SimplePredicate): it is not an active field of the scorecard (field “aeg”).",
    ]);
    expect(told(refused(age(), { maxLength: 10 }))).toStrictEqual([
      "PMML 文件无法使用：文件过长（最多 10）。",
      "PMML 文件無法使用：文件過長（最多 10）。",
      "The PMML document cannot be used: it is too long (the most is 10).",
    ]);
    expect(told(refused(42 as unknown as string))).toStrictEqual([
      'PMML 文件无法使用：不是文本，收到的是"42"。',
      'PMML 文件無法使用：並非文字，收到的是"42"。',
      'The PMML document cannot be used: it is not a text; "42" was given.',
    ]);
  });

  test("says what a card cannot hold", () => {
    const gap = age(attribute(1, simple("age", "lessThan", 12)), attribute(2, simple("age", "greaterThan", 13)));
    expect(told(refused(gap))).toStrictEqual([
      "PMML 与评分卡无法相互转换（PMML/Scorecard/Characteristics/Characteristic）：有的取值没有任何一档与之相符，因而没有得分（评分项“age”）（字段“age”）（12 起，不足 14）。",
      "PMML 與評分卡無法互相轉換（PMML/Scorecard/Characteristics/Characteristic）：部分數值沒有任何一級與之相符，因而沒有得分（評分項目「age」）（欄位「age」）（12 起，不足 14）。",
      "PMML and a card cannot both hold this (PMML/Scorecard/Characteristics/Characteristic): for some values no attribute is true, so that there would be no score (characteristic “age”) (field “age”) (from 12 to below 14).",
    ]);
    const field = age(attribute(1, simple("age", "isNotMissing")));
    expect(told(refused(field.replaceAll('"age"', '"constructor"')))).toStrictEqual([
      "PMML 与评分卡无法相互转换（PMML/DataDictionary/DataField）：评分卡的特征或类别不能用这个名称（“name”）（“constructor”）。",
      "PMML 與評分卡無法互相轉換（PMML/DataDictionary/DataField）：評分卡的特徵或類別不能用這個名稱（「name」）（「constructor」）。",
      "PMML and a card cannot both hold this (PMML/DataDictionary/DataField): a feature or a category of a card cannot have this name (“name”) (“constructor”).",
    ]);
    const none = age(attribute(1, "<True/>")).replace('<MiningField name="age"/>', "");
    expect(told(refused(none))).toStrictEqual([
      "PMML 与评分卡无法相互转换（PMML/Scorecard/Characteristics/Characteristic）：评分卡没有启用任何字段，评分项无从取值（评分项“age”）。",
      "PMML 與評分卡無法互相轉換（PMML/Scorecard/Characteristics/Characteristic）：評分卡沒有使用任何欄位，評分項目無從取值（評分項目「age」）。",
      "PMML and a card cannot both hold this (PMML/Scorecard/Characteristics/Characteristic): there is no active field for the characteristic to look at (characteristic “age”).",
    ]);
    const card: Scorecard = { ...exampleRetailCard, id: "\u0001" };
    expect(told(refusalOf(() => toPmml(card)))).toStrictEqual([
      "PMML 与评分卡无法相互转换：含有 XML 不能表示的字符。",
      "PMML 與評分卡無法互相轉換：含有 XML 無法表示的字元。",
      "PMML and a card cannot both hold this: XML cannot hold one of the characters.",
    ]);
  });

  test("says what the options do not fit", () => {
    expect(told(refused(age(attribute(1, "<True/>")), { axes: { agee: "strength" } }))).toStrictEqual([
      "读写 PMML 的选项有误，或与文件不符：options.axes.agee，此处可用的名称有 age、initialScore。",
      "讀寫 PMML 的選項有誤，或與文件不符：options.axes.agee，此處可用的名稱有 age、initialScore。",
      "The options for PMML are not valid, or do not fit the document at options.axes.agee; known here: age, initialScore.",
    ]);
  });
});

test("notes say what was assumed", () => {
  const { notes } = fromPmml(
    documentOf({
      fields: ofField("age", "continuous", "double"),
      attributes: 'useReasonCodes="false" initialScore="0.5"',
      characteristics: characteristic("age", attribute(1, simple("age", "lessOrEqual", 18)), attribute(2, "<True/>")),
    }),
  );
  expect(notes.map((note) => told(note)[2])).toStrictEqual([
    "Please note (PMML/Scorecard): the points were multiplied to be whole numbers (by 10).",
    "Please note (PMML/Scorecard): all characteristics were put on one axis, because nothing was said of axes (“strength”).",
    "Please note (PMML/Scorecard): features were taken to be account data and not sensitive, because nothing was said of them (age).",
    "Please note (PMML/Scorecard): the initial score became a characteristic that gives everyone the same points (characteristic “initialScore”).",
    "Please note (PMML/Scorecard/Characteristics/Characteristic): a band begins at the next number after the one in the document, which belongs to the band below (characteristic “age”) (field “age”) (18.000000000000004).",
  ]);
  expect(notes.map((note) => told(note)[0])).toStrictEqual([
    "请注意（PMML/Scorecard）：分数已按倍数放大为整数（10 倍）。",
    "请注意（PMML/Scorecard）：未说明维度，全部评分项归入同一维度（“strength”）。",
    "请注意（PMML/Scorecard）：未说明特征的来源，均视为账户数据，且不属于敏感信息（age）。",
    "请注意（PMML/Scorecard）：初始分已改为一个人人得分相同的评分项（评分项“initialScore”）。",
    "请注意（PMML/Scorecard/Characteristics/Characteristic）：文件中的边界值归较低一档，较高一档从紧接其后的数值开始（评分项“age”）（字段“age”）（18.000000000000004）。",
  ]);
});

test("every reason has its words in each language", () => {
  const keys = [
    ...INVALID_PMML_REASONS.map((reason) => `invalidPmmlReason.${reason}` as const),
    ...UNSUPPORTED_PMML_REASONS.map((reason) => `unsupportedPmmlReason.${reason}` as const),
    ...PMML_NOTE_REASONS.map((reason) => `pmmlNoteReason.${reason}` as const),
  ];
  for (const words of [zhHans, zhHantHK, en]) {
    expect(new Set(keys.map((key) => words[key])).size).toBe(keys.length);
  }
});

test("has a code of its own for what is wrong, what is not supported, what is noted, and the options", () => {
  const codeOf = (reason: Reason): unknown => (reason as { readonly code?: unknown }).code;
  const noted = fromPmml(age(attribute(1, simple("age", "lessOrEqual", 18)), attribute(2, "<True/>"))).notes;
  const codes = [
    codeOf(refused("<PMML/>")),
    codeOf(refused(age(attribute(1, "<True/>")).replace(/(name="age"[^>]*dataType=)"\w+"/, '$1"date"'))),
    codeOf(refused(age(), { maxLenght: 1 } as never)),
    ...noted.map((note) => note.code),
  ];
  const wanted = [
    "customer-classification/invalid-pmml",
    "customer-classification/unsupported-pmml",
    "customer-classification/invalid-pmml-options",
    "customer-classification/pmml-note",
  ];
  expect(wanted.filter((code) => !codes.includes(code))).toStrictEqual([]);
});

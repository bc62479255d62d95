import { describe, expect, test } from "vitest";

import * as english from "../../src/labels/en.ts";
import * as simplified from "../../src/labels/zh-Hans.ts";
import * as traditional from "../../src/labels/zh-Hant-HK.ts";

type Language = "zh-Hans" | "zh-Hant-HK" | "en";

/**
 * Words that a reader of the place would stumble over, and what is written there instead. The words of the source
 * documents, which are Hong Kong's for mainland readers, stand in the data of the plan's fields.
 */
const INSTEAD: Readonly<Record<Language, readonly (readonly [word: string, instead: string])[]>> = {
  "zh-Hans": [
    ["预算推介", "预计推介: 预算 is a budget to a mainland reader"],
    ["关连", "关联"],
    ["名字", "姓名"],
    ["来年", "下一年度"],
    ["现况", "现状"],
    ["缺点", "不足"],
    ["其它", "其他"],
    ["联系方法", "联系方式"],
    ["资料矛盾", "数据不一致"],
    ["登记号码", "统一社会信用代码"],
    ["视图", "归集列示"],
    ["合并办理", "合并处理, the word of the measures"],
    ["升级核查", "上级机构核查"],
    ["监管转办", "监管转送"],
    ["中期答复", "阶段性答复"],
    ["养老金折算", "养老金现值"],
    ["分期还款", "当期还款: 分期还款 is the product"],
    ["互相持有", "循环持股"],
    ["种类不符", "类型不符"],
    ["到期提前", "到期日提前"],
  ],
  "zh-Hant-HK": [
    ["A角", "主要客戶經理"],
    ["B角", "後備客戶經理"],
    ["子公司", "附屬公司"],
    ["母公司", "控股公司"],
    ["資產業務", "貸款業務"],
    ["負債業務", "存款業務"],
    ["中間業務", "收費業務"],
    ["養老", "退休"],
    ["安家", "置業"],
    ["等額本", "每期等額"],
    ["對應日", "周年日"],
    ["轉辦", "轉交"],
    ["回訪", "跟進客戶意見"],
    ["當場", "即場"],
    ["當面", "親身"],
    ["告知受理", "認收通知"],
    ["合併辦理", "合併處理"],
    ["升級核查", "上報覆核"],
    ["主管部門", "負責部門"],
    ["潛質", "潛力"],
    ["普通客戶", "一般客戶"],
    ["戰略", "策略"],
    ["賬號", "賬戶號碼"],
    ["視圖", "另行列示"],
    ["示例", "範例"],
    ["先行回覆", "初步回覆"],
    ["氣球", "期末大額還款"],
    ["信函", "信件"],
    ["電子郵件", "電郵"],
  ],
  en: [
    ["Stand-in", "Backup"],
    ["stands twice", "duplicate, or used twice"],
    ["first managers", "primary managers"],
    ["saving at retirement", "Future value of monthly savings"],
    ["as capital", "Capital value"],
    ["Return a month", "Monthly return"],
    ["saving a month", "monthly saving"],
    ["Whole spend", "Total spend"],
    ["stood still", "was paused"],
    ["loan's day", "loan anniversary"],
    ["Level payment", "Equal instalments"],
    ["nothing looks at", "unused"],
    ["Said by", "Source"],
    ["co-operated", "Joint business"],
    ["igh-quality customer", "priority customer: nobody prints it where a client may see it"],
    ["rdinary customer", "personal banking customer"],
  ],
};

const WORDS = {
  "zh-Hans": { ...simplified.zhHans, ...simplified.exampleCards },
  "zh-Hant-HK": { ...traditional.zhHantHK, ...traditional.exampleCards },
  en: { ...english.en, ...english.exampleCards },
};

/** Every label and sentence of a language; its dates are functions. */
const textsOf = (words: Readonly<Record<string, unknown>>): readonly (readonly [key: string, text: string])[] =>
  Object.entries(words).filter((entry): entry is [string, string] => typeof entry[1] === "string");

describe.each(["zh-Hans", "zh-Hant-HK", "en"] as const)("%s speaks as people of the place do", (language) => {
  const texts = textsOf(WORDS[language]);

  test("there are words to look at", () => {
    expect(texts.length).toBeGreaterThan(1000);
  });

  test.each(INSTEAD[language])("no “%s”; %s", (word) => {
    expect(texts.filter(([, text]) => text.toLowerCase().includes(word.toLowerCase()))).toEqual([]);
  });
});

test.each(["zh-Hans", "zh-Hant-HK"] as const)(
  "%s has no half-width brackets or colons between Chinese words",
  (language) => {
    const withoutFacts = textsOf(WORDS[language]).map(
      ([key, text]) => [key, text.replaceAll(/\{[^}]*\}/g, "")] as const,
    );
    expect(withoutFacts.filter(([, text]) => /[一-鿿][(:;,]|[(:;,][一-鿿]/.test(text))).toEqual([]);
  },
);

import { describe, expect, test } from "vitest";

import { en } from "../../src/labels/en.ts";
import { label, tell, type Reason } from "../../src/telling/index.ts";
import { thrownBy, told } from "../support/told.ts";

const words = { ...en, "acme/late": "It is {days:number} days late.", "acme/bad": "It is {days late." };

/** A reason, and its sentences in simplified Chinese, traditional Chinese as in Hong Kong, and English. */
const rows: readonly (readonly [name: string, reason: () => Reason, zhHans: string, zhHantHK: string, en: string])[] = [
  [
    "something without a code",
    () => thrownBy(() => tell({} as never, en)),
    "不是可以说明的原因：reason，收到的是一个对象。它没有代码。",
    "並非可以說明的原因：reason，收到的是一個物件。它沒有代號。",
    "This is not a reason that can be put into words at reason: an object was given. It has no code.",
  ],
  [
    "a reason nobody knows",
    () => thrownBy(() => tell({ code: "holiday-skiped" }, en)),
    "没有“holiday-skiped”的说明文字，是否应为“holiday-skipped”；请补充该语言的文字。",
    "沒有「holiday-skiped」的說明文字，是否應為「holiday-skipped」；請補充該語言的文字。",
    "There is no sentence for “holiday-skiped”; perhaps “holiday-skipped” was meant. Add it to the words of this language.",
  ],
  [
    "a fact that is missing",
    () => thrownBy(() => tell({ code: "acme/late" }, words)),
    "“acme/late”的说明需要“days”，但没有提供。",
    "「acme/late」的說明需要「days」，但未有提供。",
    "The sentence for “acme/late” needs “days”, which is not there.",
  ],
  [
    "a fact that does not fit",
    () => thrownBy(() => tell({ code: "acme/late", details: { days: "many" } }, words)),
    "“acme/late”的说明中，“days”不是所需的内容：收到的是4个字符的文本。",
    "「acme/late」的說明中，「days」並非所需的內容：收到的是4個字元的文字。",
    "The sentence for “acme/late” cannot show “days”: a text of length 4 was given.",
  ],
  [
    "words of no language",
    () => thrownBy(() => tell({ code: "allowed" }, { ...en, dates: { ...en.dates, locale: "English (UK)" } })),
    "该语言的文字有误：words.dates.locale，收到的是12个字符的文本。须为语言标签，例如 zh-Hans、zh-Hant-HK 或 en。",
    "該語言的文字有誤：words.dates.locale，收到的是12個字元的文字。須為語言標籤，例如 zh-Hant-HK、zh-Hans 或 en。",
    "The words of this language are not valid at words.dates.locale: a text of length 12 was given. A language tag is needed, such as en, zh-Hans or zh-Hant-HK.",
  ],
  [
    "a sentence with a mistake",
    () => thrownBy(() => tell({ code: "acme/bad", details: { days: 1 } }, words)),
    "该语言的文字有误：words.acme/bad，收到的是17个字符的文本。",
    "該語言的文字有誤：words.acme/bad，收到的是17個字元的文字。",
    "The words of this language are not valid at words.acme/bad: a text of length 17 was given.",
  ],
  [
    "not words",
    () => thrownBy(() => tell({ code: "allowed" }, 7 as never)),
    '该语言的文字有误：words，收到的是"7"（数字）。',
    '該語言的文字有誤：words，收到的是"7"（數字）。',
    'The words of this language are not valid at words: "7" was given (a number).',
  ],
  [
    "a label nobody has",
    () => thrownBy(() => label(en, "valueHead.drect" as never)),
    "没有“valueHead.drect”的名称，是否应为“valueHead.direct”；请补充该语言的文字。",
    "沒有「valueHead.drect」的名稱，是否應為「valueHead.direct」；請補充該語言的文字。",
    "There is no label “valueHead.drect”; perhaps “valueHead.direct” was meant. Add it to the words of this language.",
  ],
];

describe("what telling itself says", () => {
  test.each(rows)("%s", (_, reason, ...sentences) => {
    expect(told(reason())).toEqual(sentences);
  });
});

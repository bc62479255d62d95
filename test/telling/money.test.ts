import { describe, expect, test } from "vitest";

import {
  allocate,
  convert,
  formatMoney,
  add,
  divide,
  money,
  moneyColumn,
  moneyFromNumber,
  multiply,
  rateColumn,
  roundMoney,
  sumColumn,
  sumColumnBy,
  sum,
} from "../../src/money/index.ts";
import type { Reason } from "../../src/telling/index.ts";
import { given, thrownBy, told } from "../support/told.ts";

const cny = money("100", "CNY");
const rate = { from: "USD", to: "CNY", rate: "7.1", date: "2026-02-13", source: "CFETS" } as const;

/** A reason, and its sentences in simplified Chinese, traditional Chinese as in Hong Kong, and English. */
const rows: readonly (readonly [name: string, reason: () => Reason, zhHans: string, zhHantHK: string, en: string])[] = [
  [
    "an amount with a comma",
    () => thrownBy(() => money("1,234.56", "CNY")),
    '金额有误：amount，收到的是"1,234.56"（文本）。请写明币种，金额写成不带千位分隔符的数，如 1234.56。',
    '金額有誤：amount，收到的是"1,234.56"（文字）。請註明貨幣，金額寫成不帶千位分隔號的數字，例如 1234.56。',
    'An amount is not valid at amount: "1,234.56" was given (a text). Give its currency, and a plain number such as 1234.56.',
  ],
  [
    "an amount in a column",
    () => given(moneyColumn("CNY", ["1.1", "x"]).issues[0]),
    "第2行：金额有误：amounts，收到的是1个字符的文本（文本）。请写明币种，金额写成不带千位分隔符的数，如 1234.56。",
    "第2行：金額有誤：amounts，收到的是1個字元的文字（文字）。請註明貨幣，金額寫成不帶千位分隔號的數字，例如 1234.56。",
    "Row 2: An amount is not valid at amounts: a text of length 1 was given (a text). Give its currency, and a plain number such as 1234.56.",
  ],
  [
    "not a list of money",
    () => thrownBy(() => sum("CNY", {} as never)),
    "金额有误：amounts，收到的是一个对象。请写明币种，金额写成不带千位分隔符的数，如 1234.56。",
    "金額有誤：amounts，收到的是一個物件。請註明貨幣，金額寫成不帶千位分隔號的數字，例如 1234.56。",
    "An amount is not valid at amounts: an object was given. Give its currency, and a plain number such as 1234.56.",
  ],
  [
    "the renminbi by its short name",
    () => thrownBy(() => money("1", "RMB")),
    '没有这个币种（currency）：收到的是"RMB"，是否应为 CNY；请用 ISO 4217 的现行代码（大写）。',
    '沒有這種貨幣（currency）：收到的是"RMB"，是否應為 CNY；請用 ISO 4217 的現行代號（大寫）。',
    'There is no such currency at currency: "RMB" was given; perhaps CNY was meant. Use a current ISO 4217 code in capitals.',
  ],
  [
    "a currency nobody has",
    () => thrownBy(() => money("1", "XYZ")),
    '没有这个币种（currency）：收到的是"XYZ"；请用 ISO 4217 的现行代码（大写）。',
    '沒有這種貨幣（currency）：收到的是"XYZ"；請用 ISO 4217 的現行代號（大寫）。',
    'There is no such currency at currency: "XYZ" was given. Use a current ISO 4217 code in capitals.',
  ],
  [
    "no currency",
    () => thrownBy(() => money("1", undefined as never)),
    "没有这个币种（currency）：收到的是空缺；请用 ISO 4217 的现行代码（大写）。",
    "沒有這種貨幣（currency）：收到的是空缺；請用 ISO 4217 的現行代號（大寫）。",
    "There is no such currency at currency: nothing was given. Use a current ISO 4217 code in capitals.",
  ],
  [
    "a rate the other way round",
    () =>
      thrownBy(() =>
        convert(cny as never, { from: "USD", to: "CNY", rate: "7.1", date: "2026-03-02", source: "example" }, "down"),
      ),
    '币种不一致（m.currency）：应为"USD"，收到的是"CNY"；请先折算为同一币种。所给汇率方向相反，须提供由 CNY 折算的汇率，不以倒数代替。',
    '貨幣不一致（m.currency）：應為"USD"，收到的是"CNY"；請先折算為同一貨幣。所給匯率方向相反，須提供由 CNY 兌換的匯率，不會以倒數代替。',
    'The currencies differ at m.currency: "USD" was expected, and "CNY" was given. Convert to one currency first. The exchange rate is quoted the other way round: a rate from CNY is needed, and none is ever inverted.',
  ],
  [
    "two currencies",
    () => thrownBy(() => add(cny, money("1", "HKD") as never)),
    '币种不一致（b.currency）：应为"CNY"，收到的是"HKD"；请先折算为同一币种。',
    '貨幣不一致（b.currency）：應為"CNY"，收到的是"HKD"；請先折算為同一貨幣。',
    'The currencies differ at b.currency: "CNY" was expected, and "HKD" was given. Convert to one currency first.',
  ],
  [
    "too many decimal places",
    () => thrownBy(() => money("1.005", "CNY")),
    '小数位过多（amount）：CNY 最多 2 位小数，"1.005" 有 3 位；请先按规定舍入。',
    '小數位過多（amount）：CNY 最多 2 位小數，"1.005" 有 3 位；請先按規定捨入。',
    'Too many decimal places at amount: CNY has at most 2, and "1.005" has 3. Round it first.',
  ],
  [
    "a result with too many digits",
    () => thrownBy(() => multiply(money("9999999999999999.99", "CNY"), "10", "half-up")),
    "CNY 金额过大：以最小货币单位计有 19 位，最多 18 位。",
    "CNY 金額過大：以最小貨幣單位計有 19 位，最多 18 位。",
    "The amount in CNY is too large: it has 19 digits in minor units, and at most 18 are possible.",
  ],
  [
    "a number too large",
    () => thrownBy(() => moneyFromNumber(2 ** 53, "CNY")),
    'CNY 金额过大（x）：收到的是"9007199254740992"，以最小货币单位计不得超过 999,999,999,999,999。',
    'CNY 金額過大（x）：收到的是"9007199254740992"，以最小貨幣單位計不可超過 999,999,999,999,999。',
    'The amount in CNY is too large at x: "9007199254740992" was given, and at most 999,999,999,999,999 minor units are possible.',
  ],
  [
    "a division by zero",
    () => thrownBy(() => divide(cny, "0.0", "half-up")),
    "不能除以零（divisor）。",
    "不能除以零（divisor）。",
    "Division by zero is not possible at divisor.",
  ],
  [
    "a factor with an exponent",
    () => thrownBy(() => multiply(cny, "1e3", "half-up")),
    '系数或除数有误：factor，收到的是"1e3"（文本）。请写成不带千位分隔符的数，如 0.0325。',
    '系數或除數有誤：factor，收到的是"1e3"（文字）。請寫成不帶千位分隔號的數字，例如 0.0325。',
    'A factor or divisor is not valid at factor: "1e3" was given (a text). Write it as a plain number such as 0.0325.',
  ],
  [
    "weights of nothing",
    () => thrownBy(() => allocate(cny, [0, 0])),
    "分摊的权数有误：weights，收到的是2项的列表。权数不得小于零，且至少一个大于零。",
    "分攤的權數有誤：weights，收到的是2項的清單。權數不可小於零，而且至少一個大於零。",
    "The weights for sharing out an amount are not valid at weights: a list of length 2 was given. None may be below zero, and at least one must be above zero.",
  ],
  [
    "a weight below zero",
    () => thrownBy(() => allocate(cny, [1, -1])),
    '分摊的权数有误：weights[1]，收到的是"-1"（数字）。权数不得小于零，且至少一个大于零。',
    '分攤的權數有誤：weights[1]，收到的是"-1"（數字）。權數不可小於零，而且至少一個大於零。',
    'The weights for sharing out an amount are not valid at weights[1]: "-1" was given (a number). None may be below zero, and at least one must be above zero.',
  ],
  [
    "a rate of zero",
    () => thrownBy(() => convert(money("1", "USD"), { ...rate, rate: "0" }, "half-up")),
    '汇率或利率有误：rate.rate，收到的是"0"。',
    '匯率或利率有誤：rate.rate，收到的是"0"。',
    'An exchange rate or interest rate is not valid at rate.rate: "0" was given.',
  ],
  [
    "a currency that is not worth itself",
    () => thrownBy(() => convert(money("1", "USD"), { ...rate, to: "USD" as never }, "half-up")),
    '汇率或利率有误：rate.rate，USD 对自身的汇率只能是 1，收到的是"7.1"。',
    '匯率或利率有誤：rate.rate，USD 對自身的匯率只可以是 1，收到的是"7.1"。',
    'An exchange rate or interest rate is not valid at rate.rate (one USD is always worth one USD): "7.1" was given.',
  ],
  [
    "a rate in a column",
    () => given(rateColumn(["0.04", "4%"]).issues[0]),
    "第2行：汇率或利率有误：rates，收到的是2个字符的文本。",
    "第2行：匯率或利率有誤：rates，收到的是2個字元的文字。",
    "Row 2: An exchange rate or interest rate is not valid at rates: a text of length 2 was given.",
  ],
  [
    "not a way of rounding",
    () => thrownBy(() => multiply(cny, "2", "bankers" as never)),
    "舍入方式有误：rounding，收到的是7个字符的文本，只能是 half-even、half-up、half-down、up、down、ceiling、floor。",
    "捨入方式有誤：rounding，收到的是7個字元的文字，只可以是 half-even、half-up、half-down、up、down、ceiling、floor。",
    "The rounding method is not valid at rounding: a text of length 7 was given; allowed: half-even, half-up, half-down, up, down, ceiling, floor.",
  ],
  [
    "a step finer than the currency",
    () => thrownBy(() => roundMoney("7.1", "CNY", "half-up", { to: "0.001" })),
    '舍入单位有误：options.to，收到的是"0.001"。须大于零，且不得小于币种的最小单位（CNY 最多 2 位小数）。',
    '捨入單位有誤：options.to，收到的是"0.001"。必須大於零，而且不可小於貨幣的最小單位（CNY 最多 2 位小數）。',
    'The amount to round to is not valid at options.to: "0.001" was given. It must be above zero, and no finer than the currency allows (decimal places of CNY: 2).',
  ],
  [
    "a style nobody has",
    () => thrownBy(() => formatMoney(cny, { locale: "en", style: "long" as never })),
    "金额的显示格式有误：options.style，收到的是4个字符的文本，只能是 plain、compact。",
    "金額的顯示格式有誤：options.style，收到的是4個字元的文字，只可以是 plain、compact。",
    "The format for showing an amount is not valid at options.style: a text of length 4 was given; allowed: plain, compact.",
  ],
  [
    "a locale that is no language tag",
    () => thrownBy(() => formatMoney(cny, { locale: "en_GB" })),
    "金额的显示格式有误：options.locale，收到的是5个字符的文本，是否应为 en-GB。须为语言标签，例如 zh-Hans、zh-Hant-HK 或 en。",
    "金額的顯示格式有誤：options.locale，收到的是5個字元的文字，是否應為 en-GB。須為語言標籤，例如 zh-Hant-HK、zh-Hans 或 en。",
    "The format for showing an amount is not valid at options.locale: a text of length 5 was given; perhaps en-GB was meant. A language tag is needed, such as en, zh-Hans or zh-Hant-HK.",
  ],
  [
    "not a column",
    () => thrownBy(() => sumColumn({ currency: "CNY" } as never)),
    "数据列有误：column；请使用由本系统生成的数据列。",
    "數據列有誤：column；請使用由本系統產生的數據列。",
    "A column is not valid at column. Use a column made by this library.",
  ],
  [
    "groups of another length",
    () => thrownBy(() => sumColumnBy(moneyColumn("CNY", ["1", "2"]), [0], 1)),
    "数据列有误：groups，应有 2 行；请使用由本系统生成的数据列。",
    "數據列有誤：groups，應有 2 行；請使用由本系統產生的數據列。",
    "A column is not valid at groups; rows needed: 2. Use a column made by this library.",
  ],
  [
    "too many groups",
    () => thrownBy(() => sumColumnBy(moneyColumn("CNY", ["1"]), [0], 2 ** 25)),
    "数据列有误：count，不得超过 16,777,216；请使用由本系统生成的数据列。",
    "數據列有誤：count，不得超過 16,777,216；請使用由本系統產生的數據列。",
    "A column is not valid at count; maximum 16,777,216. Use a column made by this library.",
  ],
];

describe("what money says", () => {
  test.each(rows)("%s", (_, reason, ...sentences) => {
    expect(told(reason())).toEqual(sentences);
  });
});

import type { MoneyWords } from "../words.ts";
import { given, wrong } from "./phrases.ts";

/** Money: sentences. */
export const money = {
  "money/invalid-amount": `金額有誤${wrong}請註明貨幣，金額寫成不帶千位分隔號的數字，例如 1234.56。`,
  "money/unknown-currency":
    "沒有這種貨幣[（{path}）]：收到的是{received:received}[，是否應為 {didYouMean}]；請用 ISO 4217 的現行代號（大寫）。",
  "money/currency-mismatch":
    "貨幣不一致[（{path}）]：應為{expected:received}，收到的是{received:received}；請先折算為同一貨幣。[所給匯率方向相反{inverse}，須提供由 {received} 兌換的匯率，不會以倒數代替。]",
  "money/too-many-fraction-digits":
    "小數位過多[（{path}）]：{currency} 最多 {limit:number} 位小數，{received:received} 有 {fractionDigits:number} 位；請先按規定捨入。",
  "money/amount-too-large":
    "{currency} 金額過大[（{path}）][：以最小貨幣單位計有 {digits:number} 位，最多 {limit:number} 位][：收到的是{received:received}，以最小貨幣單位計不可超過 {limit:number}]。",
  "money/division-by-zero": "不能除以零[（{path}）]。",
  "money/invalid-decimal": `系數或除數有誤${wrong}請寫成不帶千位分隔號的數字，例如 0.0325。`,
  "money/invalid-weights": `分攤的權數有誤${wrong}權數不可小於零，而且至少一個大於零。`,
  "money/invalid-rate": `匯率或利率有誤[：{path}][，{currency} 對自身的匯率只可以是 1]${given}`,
  "money/invalid-rounding": `捨入方式有誤${wrong}`,
  "money/invalid-step": `捨入單位有誤${wrong}必須大於零，而且不可小於貨幣的最小單位[（{currency} 最多 {limit:number} 位小數）]。`,
  "money/invalid-format": `金額的顯示格式有誤${wrong}[{languageTag}須為語言標籤，例如 zh-Hant-HK、zh-Hans 或 en。]`,
  "money/invalid-column":
    "數據列有誤[：{path}][，應有 {expected:number} 行][，不得超過 {limit:number}]；請使用由本系統產生的數據列。",
} as const satisfies MoneyWords;

import type { MoneyWords } from "../words.ts";
import { given, wrong } from "./phrases.ts";

/** Money: sentences. */
export const money = {
  "money/invalid-amount": `金额有误${wrong}请写明币种，金额写成不带千位分隔符的数，如 1234.56。`,
  "money/unknown-currency":
    "没有这个币种[（{path}）]：收到的是{received:received}[，是否应为 {didYouMean}]；请用 ISO 4217 的现行代码（大写）。",
  "money/currency-mismatch":
    "币种不一致[（{path}）]：应为{expected:received}，收到的是{received:received}；请先折算为同一币种。[所给汇率方向相反{inverse}，须提供由 {received} 折算的汇率，不以倒数代替。]",
  "money/too-many-fraction-digits":
    "小数位过多[（{path}）]：{currency} 最多 {limit:number} 位小数，{received:received} 有 {fractionDigits:number} 位；请先按规定舍入。",
  "money/amount-too-large":
    "{currency} 金额过大[（{path}）][：以最小货币单位计有 {digits:number} 位，最多 {limit:number} 位][：收到的是{received:received}，以最小货币单位计不得超过 {limit:number}]。",
  "money/division-by-zero": "不能除以零[（{path}）]。",
  "money/invalid-decimal": `系数或除数有误${wrong}请写成不带千位分隔符的数，如 0.0325。`,
  "money/invalid-weights": `分摊的权数有误${wrong}权数不得小于零，且至少一个大于零。`,
  "money/invalid-rate": `汇率或利率有误[：{path}][，{currency} 对自身的汇率只能是 1]${given}`,
  "money/invalid-rounding": `舍入方式有误${wrong}`,
  "money/invalid-step": `舍入单位有误${wrong}须大于零，且不得小于币种的最小单位[（{currency} 最多 {limit:number} 位小数）]。`,
  "money/invalid-format": `金额的显示格式有误${wrong}[{languageTag}须为语言标签，例如 zh-Hans、zh-Hant-HK 或 en。]`,
  "money/invalid-column":
    "数据列有误[：{path}][，应有 {expected:number} 行][，不得超过 {limit:number}]；请使用由本系统生成的数据列。",
} as const satisfies MoneyWords;

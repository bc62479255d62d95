import type { TimeValueWords } from "../words.ts";
import { wrong } from "./phrases.ts";

/** Time value of money: why there is no number, and sentences. */
export const timeValue = {
  "noSolution.not-finite": "有的金额不是有限的数",
  "noSolution.no-sign-change": "资金只有单向流动",
  "noSolution.total-loss": "投入的资金全部损失",
  "noSolution.no-root": "没有利率能使现值为零",
  "noSolution.length-mismatch": "日期与现金流的数目不一致",
  "noSolution.date-invalid": "有的日期不存在",
  "noSolution.zero-span": "所有现金流都在同一天",
  "noSolution.date-before-first": "有日期早于第一个日期",
  "noSolution.beyond-range": "结果超出可表示的数值范围",
  "noSolution.opposite-signs": "期初与期末金额正负相反",
  "noSolution.nothing-paid": "没有还款，金额也不增长",
  "noSolution.interest-not-covered": "每期还款不足以支付利息，或任何期数都成立",
  "noSolution.worth-nothing": "按该利率计算，现金流的现值为零",
  "noSolution.nothing-invested": "该次估值之后没有投入的资金",
  "noSolution.never-invested": "始终没有投入资金",
  "noSolution.no-capital": "平均占用的资金不大于零",
  "time-value/out-of-domain": `参数不在允许的范围内${wrong}`,
  "time-value/no-solution":
    "无法得出结果[（{path}）]：{reason:label.noSolution}[（序号 {valuation:number}，从 0 起）]。",
  "not-finite": "有的金额不是有限的数，无法计算利率；请核对现金流。",
  "no-sign-change": "资金只有单向流动，没有利率可言；现金流须有进有出。",
  "total-loss": "投入的资金全部损失（−100%），没有高于 −100% 的利率可以表示。",
  "no-root": "现金流有进有出，但没有利率能使其现值为零。",
  "length-mismatch": "日期与现金流的数目不一致，无法计算利率。",
  "date-invalid": "有的日期不存在，无法计算利率；日期须按 YYYY-MM-DD 填写。",
  "zero-span": "所有现金流都在同一天，没有可以计息的时间。",
  "date-before-first": "有日期早于第一个日期，按 Excel 的规定不予计算。",
} as const satisfies TimeValueWords;

import type { TimeValueWords } from "../words.ts";
import { wrong } from "./phrases.ts";

/** Time value of money: why there is no number, and sentences. */
export const timeValue = {
  "noSolution.not-finite": "有金額並非有限的數字",
  "noSolution.no-sign-change": "資金只有單向流動",
  "noSolution.total-loss": "投入的資金全部損失",
  "noSolution.no-root": "沒有利率能令現值為零",
  "noSolution.length-mismatch": "日期與現金流的數目不一致",
  "noSolution.date-invalid": "有日期並不存在",
  "noSolution.zero-span": "所有現金流都在同一天",
  "noSolution.date-before-first": "有日期早於第一個日期",
  "noSolution.beyond-range": "結果超出可表示的數值範圍",
  "noSolution.opposite-signs": "期初與期末金額正負相反",
  "noSolution.nothing-paid": "沒有供款，金額亦不增長",
  "noSolution.interest-not-covered": "每期供款不足以支付利息，或任何期數均成立",
  "noSolution.worth-nothing": "按該利率計算，現金流的現值為零",
  "noSolution.nothing-invested": "該次估值之後沒有投入的資金",
  "noSolution.never-invested": "一直沒有投入資金",
  "noSolution.no-capital": "平均動用的資金不大於零",
  "time-value/out-of-domain": `參數不在容許的範圍內${wrong}`,
  "time-value/no-solution":
    "未能計算結果[（{path}）]：{reason:label.noSolution}[（序號 {valuation:number}，由 0 起）]。",
  "not-finite": "有金額並非有限的數字，未能計算利率；請核對現金流。",
  "no-sign-change": "資金只有單向流動，沒有利率可言；現金流必須有進有出。",
  "total-loss": "投入的資金全部損失（−100%），沒有高於 −100% 的利率可以表示。",
  "no-root": "現金流有進有出，但沒有利率能令其現值為零。",
  "length-mismatch": "日期與現金流的數目不一致，未能計算利率。",
  "date-invalid": "有日期並不存在，未能計算利率；日期必須按 YYYY-MM-DD 填寫。",
  "zero-span": "所有現金流都在同一天，沒有可以計息的時間。",
  "date-before-first": "有日期早於第一個日期，按 Excel 的規定不予計算。",
} as const satisfies TimeValueWords;

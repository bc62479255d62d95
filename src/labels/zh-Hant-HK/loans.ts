import type { LoansWords } from "../words.ts";
import { given, wrong } from "./phrases.ts";

/** Loans and their schedules: labels and sentences. */
export const loans = {
  "repaymentMethod.level-payment": "每期等額供款",
  "repaymentMethod.level-principal": "每期等額償還本金",
  "repaymentMethod.interest-only": "按期付息、到期還本",
  "repaymentMethod.balloon": "期末大額還款",
  "repaymentMethod.bullet": "到期一次過償還本息",
  "repaymentMethod.irregular": "按約定計劃還本",
  "loanInterest.monthly": "按月計息",
  "loanInterest.ACT/360": "按日計息，一年 360 天",
  "loanInterest.ACT/365F": "按日計息，一年 365 天",
  "loanRow.instalment": "當期供款",
  "loanRow.prepayment": "提前還款",
  "loanRow.settlement": "提前清還",
  "prepaymentKeeps.term": "年期不變、減少每月供款",
  "prepaymentKeeps.payment": "每月供款不變、縮短年期",
  "gracePays.interest": "寬限期內只還利息",
  "gracePays.nothing": "寬限期內不還款，利息計入本金",
  "lastInstalment.like-the-others": "與其他各期相同",
  "lastInstalment.what-is-left": "償還全部餘額",
  "repricingDay.new-year": "以 1 月 1 日為重新定價日",
  "repricingDay.loan-date": "貸款周年日重新定價",
  "annualRateBasis.periods": "按期計算",
  "annualRateBasis.dates": "按日期計算",
  "invalidLoanTermsReason.not-a-share": "須為比例，最多 12 個小數位，例如 0.05 代表 5%",
  "invalidLoanTermsReason.not-a-rate": "須為一個利率，或按日期排列的利率",
  "invalidLoanTermsReason.no-rate-at-start": "開始日期沒有適用的利率",
  "invalidLoanTermsReason.above-one": "加上利差後超過 1",
  "invalidLoanTermsReason.not-part-of-year": "須能整除 12 個月，即 1、2、3、4、6 或 12",
  "invalidLoanTermsReason.not-after-previous": "須遲於前一項的日期",
  "invalidLoanTermsReason.not-after-start": "須遲於開始日期",
  "invalidLoanTermsReason.not-on-due-day": "須為每期還款日，如該月沒有該日，則為該月最後一日",
  "invalidLoanTermsReason.not-within-term": "須遲於開始日期、早於最後一期還款日",
  "invalidLoanTermsReason.already-repaid": "此前貸款已經清還",
  "invalidLoanTermsReason.no-payment-to-keep":
    "首個還本期之前尚無可維持不變的每期供款，請填寫合約訂明的每期供款，或於首個還本日當日或以後提前還款，或選擇還款期不變",
  "invalidLoanTermsReason.nothing-to-keep": "此還款方式沒有可維持不變的供款或還款期，請勿填寫",
  "invalidLoanTermsReason.no-payment-given": "須同時填寫合約訂明的每期供款",
  "invalidLoanTermsReason.no-upfront-fee": "須同時填寫一次性費用",
  "invalidLoanTermsReason.too-long": "最後一期還款日遲於 9999 年",
  "invalidLoanTermsReason.number-of-instalments": "期數不在規定範圍內",
  "invalidLoanTermsReason.principal-missing": "只有最後一期可以不寫應還本金",
  "invalidLoanTermsReason.does-not-add-up": "各期應還本金總和與貸款本金不符",
  "invalidLoanTermsReason.above-principal": "超過貸款本金",
  "invalidLoanTermsReason.not-below-principal": "須低於貸款本金",
  "invalidLoanTermsReason.below-zero": "不得小於零",
  "invalidLoanTermsReason.not-above-zero": "須大於零",
  "loans/invalid-terms": `貸款條件有誤[：{path}][，{reason:label.invalidLoanTermsReason}][（每月 {dueDay:number} 日）][；{rate:share}超出可能的範圍，是否應為 {meant}（即 {meant:share}）]${given}`,
  "loans/payment-too-small":
    "每期供款（{minorUnits:number}）[不足以支付寬限期後第一期的利息（{interest:number}）][過低，最後一期須還 {lastInstalment:number}][，每期供款 {enough:number} 方可等額還清]，金額均以最小貨幣單位（例如仙）計；請提高供款。",
  "loans/prepayment-too-large":
    "提前還款額（{minorUnits:number}）超過當日尚欠本金（{balance:number}），金額均以最小貨幣單位（例如仙）計[（{path}）]；如要清還全部貸款，請填 all。",
  "loans/amount-too-large":
    "金額過大[：{path}][，在第 {instalment:number} 期][，收到的是{received:received}]，以最小貨幣單位（例如仙）計不得超過 {limit:number}。",
  "loans/not-combinable": `還款計劃不能合併${wrong}必須最少有一個，而且貨幣和開始日期相同。`,
  "loans/invalid-schedule": `並非可讀取的還款計劃${wrong}請使用由本系統產生的還款計劃。`,
  "loans/invalid-basis":
    "年化利率的計算基準有誤：收到的是{received:received}，只可以是 periods（按期）或 dates（按日期）。",
  "not-regular": "各期長短不一，或還款計劃中有提前還款，沒有共同的每期利率；請改為按日期計算。",
  "last-instalment-larger":
    "最後一期須還 {lastInstalment:money}，高於每期供款 {payment:money}；每期供款 {enough:money} 方可等額還清。",
  "repaid-early":
    "每期供款 {payment:money} 使貸款於 {instalments:number} 期內還清，少於議定的 {agreed:number} 期；每期供款 {enough:money} 便足夠。",
  "interest-accrued":
    "由{from:date}起至{to:date}（不包括該日），共 {days:number} 天，按結欠 {balance:money}、年利率 {rate:share} 計息。",
} as const satisfies LoansWords;

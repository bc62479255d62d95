import type { LoansWords } from "../words.ts";
import { given, wrong } from "./phrases.ts";

/** Loans and their schedules: labels and sentences. */
export const loans = {
  "repaymentMethod.level-payment": "等额本息",
  "repaymentMethod.level-principal": "等额本金",
  "repaymentMethod.interest-only": "按期付息、到期还本",
  "repaymentMethod.balloon": "气球贷",
  "repaymentMethod.bullet": "到期一次还本付息",
  "repaymentMethod.irregular": "按约定计划还本",
  "loanInterest.monthly": "按月计息",
  "loanInterest.ACT/360": "按日计息，一年 360 天",
  "loanInterest.ACT/365F": "按日计息，一年 365 天",
  "loanRow.instalment": "当期还款",
  "loanRow.prepayment": "提前还款",
  "loanRow.settlement": "提前结清",
  "prepaymentKeeps.term": "期限不变、减少月供",
  "prepaymentKeeps.payment": "月供不变、缩短期限",
  "gracePays.interest": "宽限期内只还利息",
  "gracePays.nothing": "宽限期内不还款，利息计入本金",
  "lastInstalment.like-the-others": "与其他各期相同",
  "lastInstalment.what-is-left": "偿还全部余额",
  "repricingDay.new-year": "以 1 月 1 日为重定价日",
  "repricingDay.loan-date": "贷款发放日对应日重定价",
  "annualRateBasis.periods": "按期计算",
  "annualRateBasis.dates": "按日期计算",
  "invalidLoanTermsReason.not-a-share": "须为比例，小数最多 12 位，如 0.05 表示 5%",
  "invalidLoanTermsReason.not-a-rate": "须为一个利率，或按日期排列的利率",
  "invalidLoanTermsReason.no-rate-at-start": "起始日没有适用的利率",
  "invalidLoanTermsReason.above-one": "加上利差后超过 1",
  "invalidLoanTermsReason.not-part-of-year": "须能整除 12 个月，即 1、2、3、4、6 或 12",
  "invalidLoanTermsReason.not-after-previous": "须晚于前一项的日期",
  "invalidLoanTermsReason.not-after-start": "须晚于起始日",
  "invalidLoanTermsReason.not-on-due-day": "须为每期还款日，当月没有该日的，为当月最后一日",
  "invalidLoanTermsReason.not-within-term": "须晚于起始日、早于最后一期还款日",
  "invalidLoanTermsReason.already-repaid": "此前贷款已经还清",
  "invalidLoanTermsReason.no-payment-to-keep":
    "首个还本期之前尚无可保持不变的月供，请填写合同约定的每期还款额，或在首个还本日当日及以后提前还款，或选择期限不变",
  "invalidLoanTermsReason.nothing-to-keep": "该还款方式没有可保持不变的月供或期限，请勿填写",
  "invalidLoanTermsReason.no-payment-given": "须同时填写合同约定的每期还款额",
  "invalidLoanTermsReason.no-upfront-fee": "须同时填写一次性费用",
  "invalidLoanTermsReason.too-long": "最后一期还款日晚于 9999 年",
  "invalidLoanTermsReason.number-of-instalments": "期数不在规定范围内",
  "invalidLoanTermsReason.principal-missing": "只有最后一期可以不写应还本金",
  "invalidLoanTermsReason.does-not-add-up": "各期应还本金合计与贷款本金不符",
  "invalidLoanTermsReason.above-principal": "超过贷款本金",
  "invalidLoanTermsReason.not-below-principal": "须低于贷款本金",
  "invalidLoanTermsReason.below-zero": "不得小于零",
  "invalidLoanTermsReason.not-above-zero": "须大于零",
  "loans/invalid-terms": `贷款条件有误[：{path}][，{reason:label.invalidLoanTermsReason}][（每月 {dueDay:number} 日）][；{rate:share}超出可能的范围，是否应为 {meant}（即 {meant:share}）]${given}`,
  "loans/payment-too-small":
    "每期还款额（{minorUnits:number}）[不足以支付宽限期后第一期的利息（{interest:number}）][过低，最后一期须还 {lastInstalment:number}][，每期还 {enough:number} 方可等额还清]，金额均以最小货币单位（如分）计；请提高还款额。",
  "loans/prepayment-too-large":
    "提前还款额（{minorUnits:number}）超过当日剩余本金（{balance:number}），金额均以最小货币单位（如分）计[（{path}）]；如要结清，请填 all。",
  "loans/amount-too-large":
    "金额过大[：{path}][，在第 {instalment:number} 期][，收到的是{received:received}]，以最小货币单位（如分）计不得超过 {limit:number}。",
  "loans/not-combinable": `还款计划不能合并${wrong}须至少有一个，且币种和起始日相同。`,
  "loans/invalid-schedule": `不是可读取的还款计划${wrong}请使用由本系统生成的还款计划。`,
  "loans/invalid-basis":
    "年化利率的计算口径有误：收到的是{received:received}，只能是 periods（按期）或 dates（按日期）。",
  "not-regular": "各期长短不一，或还款计划中有提前还款，没有共同的每期利率；请改为按日期计算。",
  "last-instalment-larger":
    "最后一期须还 {lastInstalment:money}，高于每期还款额 {payment:money}；每期还 {enough:money} 方可等额还清。",
  "repaid-early":
    "每期还款额 {payment:money} 使贷款在 {instalments:number} 期内还清，少于约定的 {agreed:number} 期；每期还 {enough:money} 即可。",
  "interest-accrued":
    "自{from:date}（含）至{to:date}（不含），共 {days:number} 天，按余额 {balance:money}、年利率 {rate:share} 计息。",
} as const satisfies LoansWords;

import type { LoansWords } from "../words.ts";

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
  "loanRow.instalment": "分期还款",
  "loanRow.prepayment": "提前还款",
  "loanRow.settlement": "提前结清",
  "prepaymentKeeps.term": "期限不变、减少月供",
  "prepaymentKeeps.payment": "月供不变、缩短期限",
  "gracePays.interest": "宽限期内只还利息",
  "gracePays.nothing": "宽限期内不还款，利息计入本金",
  "repricingDay.new-year": "每年 1 月 1 日重定价",
  "repricingDay.loan-date": "贷款对应日重定价",
  "annualRateBasis.periods": "按期计算",
  "annualRateBasis.dates": "按日期计算",
} as const satisfies LoansWords;

import type { LoansWords } from "../words.ts";

export const loans = {
  "repaymentMethod.level-payment": "等額本息",
  "repaymentMethod.level-principal": "等額本金",
  "repaymentMethod.interest-only": "按期付息、到期還本",
  "repaymentMethod.balloon": "氣球貸款",
  "repaymentMethod.bullet": "到期一次還本付息",
  "repaymentMethod.irregular": "按約定計劃還本",
  "loanInterest.monthly": "按月計息",
  "loanInterest.ACT/360": "按日計息，一年 360 天",
  "loanInterest.ACT/365F": "按日計息，一年 365 天",
  "loanRow.instalment": "分期還款",
  "loanRow.prepayment": "提前還款",
  "loanRow.settlement": "提前清還",
  "prepaymentKeeps.term": "年期不變、減少每月供款",
  "prepaymentKeeps.payment": "每月供款不變、縮短年期",
  "gracePays.interest": "寬限期內只還利息",
  "gracePays.nothing": "寬限期內不還款，利息計入本金",
  "repricingDay.new-year": "每年 1 月 1 日重新定價",
  "repricingDay.loan-date": "貸款對應日重新定價",
  "annualRateBasis.periods": "按期計算",
  "annualRateBasis.dates": "按日期計算",
} as const satisfies LoansWords;

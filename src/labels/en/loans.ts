import type { LoansWords } from "../words.ts";

export const loans = {
  "repaymentMethod.level-payment": "Level payment",
  "repaymentMethod.level-principal": "Level principal",
  "repaymentMethod.interest-only": "Interest only, principal at maturity",
  "repaymentMethod.balloon": "Balloon",
  "repaymentMethod.bullet": "Bullet, principal and interest at maturity",
  "repaymentMethod.irregular": "Principal by agreed dates",
  "loanInterest.monthly": "Monthly interest",
  "loanInterest.ACT/360": "Daily interest, 360 days a year",
  "loanInterest.ACT/365F": "Daily interest, 365 days a year",
  "loanRow.instalment": "Instalment",
  "loanRow.prepayment": "Prepayment",
  "loanRow.settlement": "Early settlement",
  "prepaymentKeeps.term": "Same term, lower payment",
  "prepaymentKeeps.payment": "Same payment, shorter term",
  "gracePays.interest": "Interest only in the grace period",
  "gracePays.nothing": "Nothing in the grace period; interest added to principal",
  "repricingDay.new-year": "Repriced on 1 January",
  "repricingDay.loan-date": "Repriced on the loan's day",
  "annualRateBasis.periods": "By equal periods",
  "annualRateBasis.dates": "By dates",
} as const satisfies LoansWords;

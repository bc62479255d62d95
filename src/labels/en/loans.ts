import type { LoansWords } from "../words.ts";
import { wrong } from "./phrases.ts";

/** Loans and their schedules: labels and sentences. */
export const loans = {
  "repaymentMethod.level-payment": "Equal instalments",
  "repaymentMethod.level-principal": "Equal principal",
  "repaymentMethod.interest-only": "Interest only, principal at maturity",
  "repaymentMethod.balloon": "Balloon payment at maturity",
  "repaymentMethod.bullet": "Bullet, principal and interest at maturity",
  "repaymentMethod.irregular": "Principal on agreed dates",
  "loanInterest.monthly": "Monthly interest",
  "loanInterest.ACT/360": "Daily interest, 360 days a year",
  "loanInterest.ACT/365F": "Daily interest, 365 days a year",
  "loanRow.instalment": "Instalment",
  "loanRow.prepayment": "Prepayment",
  "loanRow.settlement": "Early settlement",
  "prepaymentKeeps.term": "Same term, lower payment",
  "prepaymentKeeps.payment": "Same payment, shorter term",
  "gracePays.interest": "Interest only during the grace period",
  "gracePays.nothing": "No payment during the grace period; interest added to principal",
  "repricingDay.new-year": "Repriced on 1 January",
  "repricingDay.loan-date": "Repriced on the loan anniversary",
  "annualRateBasis.periods": "By equal periods",
  "annualRateBasis.dates": "By dates",
  "loans/invalid-terms": `The terms of the loan are not valid${wrong}`,
  "loans/payment-too-small":
    "The payment ({minorUnits:number}) does not cover the interest of the first instalment after the grace period ({interest:number}), both in minor units such as cents; raise the payment.",
  "loans/prepayment-too-large":
    "The prepayment ({minorUnits:number}) is more than the balance on that day ({balance:number}), both in minor units such as cents[, at {path}]; give “all” to settle the loan.",
  "loans/amount-too-large":
    "An amount is too large[ at {path}][, at instalment {instalment:number}][: {received:received} was given]; at most {limit:number} minor units such as cents are possible.",
  "loans/not-combinable": `The schedules cannot be combined${wrong} There must be at least one, and all must have the same currency and start date.`,
  "loans/invalid-schedule": `This is not a schedule${wrong} Use one made by this library.`,
  "loans/invalid-basis":
    "There is no such basis for an annual rate: {received:received} was given; allowed: “periods”, “dates”.",
  "not-regular":
    "The periods differ in length, or there are rows besides the instalments, so there is no single rate per period; use the rate by dates.",
  "interest-accrued":
    "Interest from {from:date} up to but not including {to:date} (days: {days:number}), on a balance of {balance:money} at {rate:share} a year.",
} as const satisfies LoansWords;

import type { LoansWords } from "../words.ts";
import { rest, wrong } from "./phrases.ts";

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
  "lastInstalment.like-the-others": "Like the others",
  "lastInstalment.what-is-left": "What is left",
  "repricingDay.new-year": "Repriced on 1 January",
  "repricingDay.loan-date": "Repriced on the loan anniversary",
  "annualRateBasis.periods": "By equal periods",
  "annualRateBasis.dates": "By dates",
  "invalidLoanTermsReason.not-a-share": "a share with at most 12 decimal places is needed, such as 0.05 for 5%",
  "invalidLoanTermsReason.not-a-rate": "a rate, or a list of rates by date, is needed",
  "invalidLoanTermsReason.no-rate-at-start": "no rate is in force on the start date",
  "invalidLoanTermsReason.above-one": "together with the spread it is above 1",
  "invalidLoanTermsReason.not-part-of-year": "it must divide a year: 1, 2, 3, 4, 6 or 12",
  "invalidLoanTermsReason.not-after-previous": "it must be after the date before it",
  "invalidLoanTermsReason.not-after-start": "it must be after the start date",
  "invalidLoanTermsReason.not-on-due-day": "it must be on the due day, or the last day of a shorter month",
  "invalidLoanTermsReason.not-within-term": "it must be after the start date and before the last due date",
  "invalidLoanTermsReason.already-repaid": "the loan has been repaid before then",
  "invalidLoanTermsReason.no-payment-to-keep":
    "before the first instalment that repays principal there is no payment to keep; give the contract’s payment, prepay on or after that due date, or keep the term",
  "invalidLoanTermsReason.nothing-to-keep":
    "with this repayment method there is nothing of the kind to keep; leave it out",
  "invalidLoanTermsReason.no-payment-given": "it needs the contract’s payment beside it",
  "invalidLoanTermsReason.no-upfront-fee": "it needs the upfront fee beside it",
  "invalidLoanTermsReason.too-long": "the last due date is after the year 9999",
  "invalidLoanTermsReason.number-of-instalments": "the number of instalments is not within the limits",
  "invalidLoanTermsReason.principal-missing": "only the last instalment may leave out its principal",
  "invalidLoanTermsReason.does-not-add-up": "the instalments do not add up to the principal",
  "invalidLoanTermsReason.above-principal": "it is more than the principal",
  "invalidLoanTermsReason.not-below-principal": "it must be less than the principal",
  "invalidLoanTermsReason.below-zero": "it is below zero",
  "invalidLoanTermsReason.not-above-zero": "it must be above zero",
  "loans/invalid-terms": `The terms of the loan are not valid[ at {path}][: {reason:label.invalidLoanTermsReason}; {received:received} was given][{!reason}: {received:received} was given][ ({type:type})][; the due day is {dueDay:number}][; {rate:share} is outside what is possible, perhaps {meant} ({meant:share}) was meant]${rest}`,
  "loans/payment-too-small":
    "The payment ({minorUnits:number})[ does not cover the interest of the first instalment after the grace period ({interest:number})][ leaves {lastInstalment:number} for the last instalment][, where {enough:number} would repay the loan in equal ones], in minor units such as cents; raise the payment.",
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
  "last-instalment-larger":
    "The last instalment, {lastInstalment:money}, is larger than the payment of {payment:money}; {enough:money} would repay the loan in equal instalments.",
  "repaid-early":
    "The payment of {payment:money} repays the loan in {instalments:number} instalments instead of the {agreed:number} agreed; {enough:money} would be enough.",
  "interest-accrued":
    "Interest from {from:date} up to but not including {to:date} (days: {days:number}), on a balance of {balance:money} at {rate:share} a year.",
} as const satisfies LoansWords;

import type { MoneyWords } from "../words.ts";
import { given, wrong } from "./phrases.ts";

/** Money: sentences. */
export const money = {
  "money/invalid-amount": `An amount is not valid${wrong} Give its currency, and a plain number such as 1234.56.`,
  "money/unknown-currency":
    "There is no such currency[ at {path}]: {received:received} was given[; perhaps {didYouMean} was meant]. Use a current ISO 4217 code in capitals.",
  "money/currency-mismatch":
    "The currencies differ[ at {path}]: {expected:received} was expected, and {received:received} was given. Convert to one currency first.[ The exchange rate is quoted the other way round{inverse}: a rate from {received} is needed, and none is ever inverted.]",
  "money/too-many-fraction-digits":
    "Too many decimal places[ at {path}]: {currency} has at most {limit:number}, and {received:received} has {fractionDigits:number}. Round it first.",
  "money/amount-too-large":
    "The amount in {currency} is too large[ at {path}][: it has {digits:number} digits in minor units, and at most {limit:number} are possible][: {received:received} was given, and at most {limit:number} minor units are possible].",
  "money/division-by-zero": "Division by zero is not possible[ at {path}].",
  "money/invalid-decimal": `A factor or divisor is not valid${wrong} Write it as a plain number such as 0.0325.`,
  "money/invalid-weights": `The weights for sharing out an amount are not valid${wrong} None may be below zero, and at least one must be above zero.`,
  "money/invalid-rate": `An exchange rate or interest rate is not valid[ at {path}][ (one {currency} is always worth one {currency})]${given}`,
  "money/invalid-rounding": `The rounding method is not valid${wrong}`,
  "money/invalid-step": `The amount to round to is not valid${wrong} It must be above zero, and no finer than the currency allows[ (decimal places of {currency}: {limit:number})].`,
  "money/invalid-format": `The format for showing an amount is not valid${wrong}[{languageTag} A language tag is needed, such as en, zh-Hans or zh-Hant-HK.]`,
  "money/invalid-column":
    "A column is not valid[ at {path}][; rows needed: {expected:number}][; maximum {limit:number}]. Use a column made by this library.",
} as const satisfies MoneyWords;

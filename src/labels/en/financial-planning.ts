import type { FinancialPlanningWords } from "../words.ts";
import { given, wrong } from "./phrases.ts";

/** Financial plans: labels and sentences. */
export const financialPlanning = {
  "planningTemplate.retirement": "Retirement plan",
  "planningTemplate.education": "Education plan",
  "planningTemplate.investment": "Investment plan",
  "planningTemplate.protection": "Protection plan",
  "planningTemplate.tax": "Tax plan",
  "planningTemplate.home": "Home-purchase plan",
  "planningTemplate.daily-finance": "Household finance plan",
  "planningTemplate.support": "Dependants’ support plan",
  "checkLevel.info": "Note",
  "checkLevel.warning": "Warning",
  "retirementFormula.years-to-retirement": "Years to retirement",
  "retirementFormula.years-in-retirement": "Years in retirement",
  "retirementFormula.spending-at-retirement": "First-year retirement spending",
  "retirementFormula.real-return": "Real return",
  "retirementFormula.corpus": "Capital needed at retirement",
  "retirementFormula.pension-value": "Capital value of pensions",
  "retirementFormula.need": "Capital needed after pensions",
  "retirementFormula.monthly-return": "Monthly return",
  "retirementFormula.pots-at-retirement": "Future value of current savings",
  "retirementFormula.savings-at-retirement": "Future value of monthly savings",
  "retirementFormula.gap": "Gap",
  "retirementFormula.additional-monthly-saving": "Additional monthly saving",
  "retirementFigure.need": "Capital needed after pensions",
  "retirementFigure.have": "Savings at retirement",
  "retirementAssumption.inflation": "Inflation",
  "retirementAssumption.returnBeforeRetirement": "Return before retirement",
  "retirementAssumption.returnAfterRetirement": "Return after retirement",
  "retirementAssumption.lifeExpectancy": "Life expectancy",
  "retiree.man": "Man",
  "retiree.woman-55": "Woman whose statutory retirement age was 55",
  "retiree.woman-50": "Woman whose statutory retirement age was 50",
  "retirementAgeKind.statutory": "Statutory retirement age (mainland China)",
  "retirementAgeKind.chosen": "Chosen retirement age",
  "returnRisk.loss-possible": "capital may be lost",
  "returnRisk.not-promised": "the return is neither promised nor guaranteed",
  shortfall: "On the present plan, there is not enough capital to retire at {retirementAge:number}.",
  "retires-now": "Retirement is now, at {retirementAge:number}, so no further saving is made before it.",
  "real-return-not-positive":
    "After inflation, the return in retirement is {realReturn:share}: it does not exceed inflation.",
  "runs-out-before-life-expectancy":
    "At {depletionAge:number} the money no longer covers a full year’s spending; it would need to last to {lifeExpectancy:number}.",
  "pension-starts-after-retirement":
    "The first pension starts at {firstPensionAge:number}, after retirement at {retirementAge:number}; until then savings must cover all spending.",
  "no-pension": "The plan has no pension income.",
  "not-a-statutory-age":
    "The plan’s retirement age of {retirementAge:number} is not a statutory one in mainland China ({person:label.retiree}: between {lowest:number} and {highest:number}).",
  "assumed-return-above-grade":
    "An assumed return of {value:share} ({assumption:label.retirementAssumption}) is above the {highestReturn:share} that the client’s risk grade {grade} allows.",
  "another-statutory-age":
    "By the month of birth, the statutory retirement age in mainland China ({person:label.retiree}) is {years:number} years[ and {months:number} months], {years:number} in whole years; the plan counts with {retirementAge:number}.",
  "changed-return-above-grade":
    "The sensitivity to a change of {change:share} counts with a return of {value:share} ({assumption:label.retirementAssumption}), above the {highestReturn:share} that the client’s risk grade {grade} allows.",
  "returns-not-assessed":
    "The returns assumed ({returnBeforeRetirement:share} before retirement, {returnAfterRetirement:share} after it) have not been measured against an assessment of the client’s risk tolerance.",
  "assumption-dated-later":
    "The assumption “{assumption:label.retirementAssumption}” is dated {date:date}, after {asOf:date}, the day of the plan; check the dates.",
  "assumptions-not-forecast":
    "The result rests on the assumptions shown and is not a forecast: returns, prices and spending may turn out differently.",
  "no-promise-of-return":
    "The rates of return shown are assumptions for the calculation; no return is promised or guaranteed.",
  "no-product-advice":
    "This plan does not recommend any product and is not investment advice; risk tolerance and suitability must be assessed before any product is bought.",
  "tax-not-computed":
    "Taxes and fees have not been calculated: returns are assumed to be net of them, and spending and pensions are taken as given.",
  "may-live-longer":
    "The money is planned to last until the age of {lifeExpectancy:number}; life may be longer than that.",
  "pension-not-confirmed":
    "Pensions are taken as given and have not been confirmed by whoever pays them; the amounts paid may differ.",
  "statutory-retirement-age":
    "The retirement age of {retirementAge:number} is the statutory one in mainland China ({person:label.retiree}; source: {source}).",
  "statutory-age-not-confirmed":
    "The retirement age of {retirementAge:number} is stated to be the statutory one in mainland China ({person:label.retiree}; source: {source}); the month of birth does not confirm it, so it must be checked.",
  "chosen-retirement-age":
    "The retirement age of {retirementAge:number} was chosen by the client (source: {source}) and may differ from the statutory one.",
  "retirement-age-not-explained":
    "The retirement age of {retirementAge:number} is as entered, with no reason given; whether it applies to this person must be confirmed.",
  "risk-grade-not-given":
    "A higher return is not offered as a way to close the gap: there is no assessment of the client’s risk tolerance.",
  "risk-assessment-not-valid":
    "A higher return is not offered as a way to close the gap: the client’s risk assessment is valid from {assessedOn:date} to {validUntil:date}, not on {asOf:date}.",
  "return-limits-not-given":
    "A higher return is not offered as a way to close the gap: the bank’s limits on returns by risk grade are missing.",
  "return-limits-not-in-force":
    "A higher return is not offered as a way to close the gap: the bank’s limits on returns ({policy}, version {version}) are not in force on {asOf:date}.",
  "grade-without-return-limit":
    "A higher return is not offered as a way to close the gap: the bank’s limits on returns ({policy}, version {version}) have no risk grade {grade}.",
  "no-return-closes-gap": "No rate of return closes the gap.",
  "return-above-grade-limit":
    "A higher return is not offered as a way to close the gap: it takes {needed:share} a year, more than the {highestReturn:share} that the client’s risk grade {grade} allows.",
  "years-to-retirement":
    "Years to retirement: {value:number} (retirement at {retirementAge:number}, aged {age:number} now).",
  "years-in-retirement":
    "Years in retirement: {value:number} (life expectancy {lifeExpectancy:number}, retirement at {retirementAge:number}).",
  "spending-at-retirement":
    "Spending of {spendingToday:amount} a year in today’s prices, with inflation of {inflation:share} a year (years: {years:number}), is {value:amount} in the first year of retirement.",
  "real-return":
    "A return of {returnAfterRetirement:share} after retirement, with inflation of {inflation:share}, is a real return of {value:share}.",
  corpus:
    "Spending of {spending:amount} in the first year, paid at the beginning of each year (years: {years:number}), needs capital of {value:amount} at a real return of {realReturn:share}.",
  "pension-value":
    "Pensions (number: {pensions:number}) during retirement (years: {years:number}) have a capital value of {value:amount} at a return of {returnAfterRetirement:share}.",
  need: "The years until {untilAge:number} need the most: spending worth {corpus:amount} at retirement, less pensions paid by then worth {pensionValue:amount}, is capital of {value:amount} (not below zero).",
  "monthly-return": "A return of {returnBeforeRetirement:share} a year before retirement is {value:share} a month.",
  "pots-at-retirement":
    "Current savings of {pots:amount} grow at {returnBeforeRetirement:share} a year (years: {years:number}) to {value:amount}.",
  "savings-at-retirement":
    "Saving {monthlySaving:amount} at the end of each month (months: {months:number}), at {monthlyReturn:share} a month, grows to {value:amount}.",
  gap: "Capital needed of {need:amount}, less savings of {have:amount}, leaves a gap of {value:amount} (negative: a surplus).",
  "additional-monthly-saving":
    "To close a gap of {gap:amount} in {months:number} months at {monthlyReturn:share} a month takes additional saving of {value:amount} a month (negative: that much less would do).",
  "save-more": "Save {additionalMonthly:money} more a month, {totalMonthly:money} in all.",
  "retire-later": "Retire {years:number} years later, at {retirementAge:number}.",
  "spend-less": "Spend {reduction:money} less a year, {annualToday:money} in today’s prices.",
  "higher-return":
    "Earn {returnBeforeRetirement:share} a year before retirement, within the {highestReturn:share} that the client’s risk grade {grade} allows. The risk: {risks:label.returnRisk}.",
  "financial-planning/invalid-input": `The retirement plan’s input is not valid[ at {path}][: either a birth date or an age is needed, and both were given{both}][: either a birth date or an age is needed, and neither was given{neither}][: the risk assessment would end on {validUntil:date}, before it begins on {assessedOn:date}][: the assumption “{assumption:label.retirementAssumption}” needs a value, a source and a date][: a dated set of assumptions was given; give its member “assumptions”{set}]${given}`,
  "financial-planning/invalid-age": `An age is not valid[ (with the change, life expectancy would be {value:number}, which must exceed the retirement age of {retirementAge:number})]${wrong} It must be a whole number of years.`,
  "financial-planning/ages-out-of-order":
    "The ages are out of order[: the date of birth is after the date of the plan, {asOf:date}][: aged {age:number} now, with retirement at {retirementAge:number} and a life expectancy of {lifeExpectancy:number}, retirement must not be before the present age and must be before life expectancy][: the pension stops at {untilAge:number}, which is not after it starts at {fromAge:number}][ ({path})].",
  "financial-planning/rate-out-of-range":
    "A rate must be between {min:number} and {max:number}, with 5% written as 0.05[ ({path})]; {received:received} was given.",
  "financial-planning/amount-out-of-range":
    "[An amount must not be negative; {received:received} was given][The result is beyond the limit of {limit:number}, mainly because of the figure {largest}][ ({path})].",
  "financial-planning/currency-mismatch":
    "The plan is in {expected}, but this amount is in {received}[ ({path})]; use one currency.",
} as const satisfies FinancialPlanningWords;

import type { Decimal } from "../core/decimal.ts";
import type { ResolvedRetirement, RetirementProjection } from "./projection.ts";
import type { RetirementStep } from "./reasons.ts";

const amount = (x: Decimal): string => x.toFixed(6);
const rate = (x: Decimal): string => x.toFixed(12);

/** The steps of the computation, in order, each value an input of a later one. */
export function traceOf(plan: ResolvedRetirement, p: RetirementProjection): RetirementStep[] {
  const months = p.yearsTo * 12;
  const steps: RetirementStep[] = [
    {
      formula: "years-to-retirement",
      inputs: { retirementAge: plan.retirementAge, age: plan.age },
      value: String(p.yearsTo),
    },
    {
      formula: "years-in-retirement",
      inputs: { lifeExpectancy: plan.lifeExpectancy, retirementAge: plan.retirementAge },
      value: String(p.yearsIn),
    },
    {
      formula: "spending-at-retirement",
      inputs: { spendingToday: amount(plan.spending), inflation: rate(plan.inflation), years: p.yearsTo },
      value: amount(p.spendingAtRetirement),
    },
    {
      formula: "real-return",
      inputs: { returnAfterRetirement: rate(plan.returnAfter), inflation: rate(plan.inflation) },
      value: rate(p.realReturn),
    },
    {
      formula: "corpus",
      inputs: { spending: amount(p.spendingAtRetirement), realReturn: rate(p.realReturn), years: p.yearsIn, when: 1 },
      value: amount(p.gross),
    },
    {
      formula: "pension-value",
      inputs: { pensions: plan.pensions.length, returnAfterRetirement: rate(plan.returnAfter), years: p.yearsIn },
      value: amount(p.pensionValue),
    },
    {
      formula: "need",
      inputs: {
        untilAge: p.hardest.untilAge,
        corpus: amount(p.hardest.spending),
        pensionValue: amount(p.hardest.pensions),
      },
      value: amount(p.need),
    },
    {
      formula: "monthly-return",
      inputs: { returnBeforeRetirement: rate(plan.returnBefore) },
      value: rate(p.monthlyReturn),
    },
    {
      formula: "pots-at-retirement",
      inputs: { pots: amount(plan.savings), returnBeforeRetirement: rate(plan.returnBefore), years: p.yearsTo },
      value: amount(p.potsAtRetirement),
    },
    {
      formula: "savings-at-retirement",
      inputs: { monthlySaving: amount(plan.monthlySaving), monthlyReturn: rate(p.monthlyReturn), months, when: 0 },
      value: amount(p.savingsAtRetirement),
    },
    {
      formula: "gap",
      inputs: { need: amount(p.need), have: amount(p.have) },
      value: amount(p.gap),
    },
  ];
  if (p.additionalMonthly !== null) {
    steps.push({
      formula: "additional-monthly-saving",
      inputs: { gap: amount(p.gap), monthlyReturn: rate(p.monthlyReturn), months },
      value: amount(p.additionalMonthly),
    });
  }
  return steps;
}

/** A retirement plan of a sample person, on assumptions that are an example policy. */
import { exampleRetirementAssumptions, retirementGap, waysToClose } from "relationship-banking/financial-planning";
import { en } from "relationship-banking/labels/en";
import { money } from "relationship-banking/money";
import { label, tell } from "relationship-banking/telling";

import { amount, note, percent, table, title } from "./print.mjs";

export function showRetirement() {
  const cny = (value) => money(value, "CNY");
  const { assumptions, id, version } = exampleRetirementAssumptions;
  const plan = retirementGap({
    asOf: "2026-03-31",
    person: { birthDate: "1986-05-20" },
    retirementAge: 63,
    retirementAgeBasis: {
      kind: "statutory",
      person: "man",
      source: "decision of 2024-09-13, in force from 2025-01-01",
    },
    spending: { basis: "amount", annual: cny("180000"), annualIncome: cny("240000") },
    pots: [{ id: "savings", balance: cny("150000") }],
    pensions: [{ id: "state-pension", annual: cny("54000"), fromAge: 63, increase: "0.02" }],
    monthlySaving: cny("2000"),
    assumptions,
    sensitivity: [
      { assumption: "returnBeforeRetirement", change: "-0.01" },
      { assumption: "inflation", change: "0.01" },
      { assumption: "lifeExpectancy", change: "3" },
    ],
    rounding: "half-even",
  });
  const { goal, result } = plan;

  title("5  Retirement plan of a sample person (养老规划)");
  note(
    `SAMPLE, a man born on 1986-05-20, plan as of ${plan.asOf}: retires at ${goal.retirementAge} in ${goal.yearsToRetirement} years, money to last ${goal.yearsInRetirement} years. Assumptions ${id}, version ${version}: an example, to be replaced.`,
  );
  const row = (key, { nominal, today }) => [label(en, key), amount(nominal), amount(today), "SAMPLE"];
  table(
    "What is needed and what will be there",
    [
      ["on the day of retirement", "start"],
      ["then", "end"],
      ["in today's money", "end"],
      ["", "start"],
    ],
    [
      row("retirementFormula.spending-at-retirement", goal.annualSpending),
      row("retirementFormula.corpus", result.needBeforePensions),
      row("retirementFormula.pension-value", result.pensionValue),
      row("retirementFigure.need", result.need),
      row("retirementFigure.have", result.have),
      row("retirementFormula.gap", result.gap),
    ],
  );
  for (const check of plan.checks) note(`${label(en, `checkLevel.${check.level}`)}: ${tell(check, en)}`);
  note(`Covered: ${percent(result.fundedRatio)}. Each way alone closes the gap:`);
  for (const way of waysToClose(result.ways)) note(`- ${tell(way, en)}`, "  ");
  if (result.ways.higherReturnRefusal !== null) note(tell(result.ways.higherReturnRefusal, en));
  console.log("\nTo be told with every figure:");
  for (const disclosure of plan.disclosures) note(`- ${tell(disclosure, en)}`, "  ");
  table(
    "If one assumption is different",
    [
      ["assumption", "start"],
      ["becomes", "end"],
      ["gap in today's money", "end"],
      ["", "start"],
    ],
    plan.sensitivity.map(({ assumption, value, gap }) => [
      label(en, `retirementAssumption.${assumption}`),
      assumption === "lifeExpectancy" ? value : percent(value),
      amount(gap.today),
      "SAMPLE",
    ]),
  );
  console.log("\nHow the gap was computed:");
  for (const step of plan.trace) note(tell(step, en), "  ");
  return plan;
}

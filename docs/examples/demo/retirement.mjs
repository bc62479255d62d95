/** A retirement plan of a sample person, on assumptions that are an example policy. */
import { exampleRetirementAssumptions, retirementGap } from "relationship-banking/financial-planning";
import { money } from "relationship-banking/money";

import { amount, note, percent, table, title } from "./print.mjs";

export function showRetirement() {
  const cny = (value) => money(value, "CNY");
  const { assumptions, id, version } = exampleRetirementAssumptions;
  const plan = retirementGap({
    asOf: "2026-03-01",
    person: { birthDate: "1986-05-20" },
    retirementAge: 63,
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
    `SAMPLE, born 1986-05-20, plan as of ${plan.asOf}: retires at ${goal.retirementAge} in ${goal.yearsToRetirement} years, money to last ${goal.yearsInRetirement} years. Assumptions ${id}, version ${version}: an example, to be replaced; no investment advice.`,
  );
  const row = (name, { nominal, today }) => [name, amount(nominal), amount(today), "SAMPLE"];
  table(
    "What is needed and what will be there",
    [
      ["on the day of retirement", "start"],
      ["then", "end"],
      ["in today's money", "end"],
      ["", "start"],
    ],
    [
      row("spending of the first year", goal.annualSpending),
      row("capital before pensions", result.needBeforePensions),
      row("pensions are worth", result.pensionValue),
      row("capital needed", result.need),
      row("savings will have grown to", result.have),
      row("gap", result.gap),
    ],
  );
  const { saveMore, retireLater, spendLess, higherReturn } = result.ways;
  note(
    `Covered: ${percent(result.fundedRatio)}; as planned the money ${result.depletionAge === null ? "lasts" : `runs short at ${result.depletionAge}`}. Each way alone closes the gap:`,
  );
  if (saveMore) note(`save ${amount(saveMore.additionalMonthly)} a month more`, "  - ");
  if (retireLater) note(`retire ${retireLater.years} years later, at ${retireLater.retirementAge}`, "  - ");
  note(`spend ${amount(spendLess.reduction)} a year less, in today's money`, "  - ");
  if (higherReturn)
    note(
      `earn ${percent(higherReturn.returnBeforeRetirement)} a year before retirement instead of ${percent(assumptions.returnBeforeRetirement.value)}`,
      "  - ",
    );
  table(
    "If one assumption is different",
    [
      ["assumption", "start"],
      ["becomes", "end"],
      ["gap in today's money", "end"],
      ["", "start"],
    ],
    plan.sensitivity.map(({ assumption, value, gap }) => [assumption, value, amount(gap.today), "SAMPLE"]),
  );
  return plan;
}

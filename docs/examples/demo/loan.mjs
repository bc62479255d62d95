/** A sample mortgage repaid in two ways, after a new rate, and the true cost of a sample instalment plan. */
import { orThrow } from "relationship-banking/core";
import { en } from "relationship-banking/labels/en";
import { zhHans } from "relationship-banking/labels/zh-Hans";
import { money } from "relationship-banking/money";
import { label, tell } from "relationship-banking/telling";
import { amortize, trueAnnualRate } from "relationship-banking/loans";

import { amount, note, percent, table, title } from "./print.mjs";

const CURRENCY = "CNY";
const shared = {
  interest: "monthly",
  rounding: "half-up",
};

export function showLoan() {
  const mortgage = {
    ...shared,
    principal: money("1000000", CURRENCY),
    periods: 360,
    start: "2026-03-15",
    rate: "0.035",
  };
  const repriced = [
    { date: "2026-03-15", rate: "0.035" },
    { date: "2027-01-01", rate: "0.04" },
  ];
  const schedules = [
    [
      `${label(en, "repaymentMethod.level-payment")} (${label(zhHans, "repaymentMethod.level-payment")})`,
      amortize({ ...mortgage, method: "level-payment" }),
    ],
    [
      `${label(en, "repaymentMethod.level-principal")} (${label(zhHans, "repaymentMethod.level-principal")})`,
      amortize({ ...mortgage, method: "level-principal" }),
    ],
    [
      `${label(en, "repaymentMethod.level-payment")}, 4 % from 2027`,
      amortize({ ...mortgage, method: "level-payment", rate: repriced }),
    ],
  ];

  title("6  A sample mortgage and a sample instalment plan (还款计划)");
  table(
    `SAMPLE: ${amount(mortgage.principal)} over 360 months at ${percent(mortgage.rate)} a year, paid out ${mortgage.start}`,
    [
      ["way of repaying", "start"],
      ["first payment", "end"],
      ["of it interest", "end"],
      ["last payment", "end"],
      ["interest in all", "end"],
      ["", "start"],
    ],
    schedules.map(([name, schedule]) => [
      name,
      amount(schedule.row(0).payment),
      amount(schedule.row(0).interest),
      amount(schedule.row(schedule.count - 1).payment),
      amount(schedule.totals().interest),
      "SAMPLE",
    ]),
  );
  const [, , [, later]] = schedules;
  console.log(`\nInterest of the first instalment after the new rate, ${later.row(10).date}:`);
  for (const segment of later.explain(10).segments) note(tell(segment, en), "  ");
  const plan = amortize({
    ...shared,
    method: "level-principal",
    principal: money("12000", CURRENCY),
    rate: "0",
    periods: 12,
    start: "2026-03-15",
    fees: { flatRate: "0.006" },
  });
  const cost = orThrow(trueAnnualRate(plan));
  note(
    `Instalment plan (SAMPLE): 12 payments of ${amount(plan.row(0).payment)} for ${amount(money("12000", CURRENCY))} at "0.6 % a month" cost ${(cost.nominal * 100).toFixed(2)} % a year, ${(cost.effective * 100).toFixed(2)} % compounded: the fee stays on the whole amount while the debt falls.`,
  );
  return schedules;
}

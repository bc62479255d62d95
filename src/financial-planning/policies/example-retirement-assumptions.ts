import type { Assumption } from "../plan.ts";
import type { RetirementAssumptionSet } from "../types.ts";

const deposit: Assumption = {
  value: "0.0125",
  source: "three-year fixed deposit of the large banks in mainland China: Xinhua, en.people.cn, 2025-05-20",
  date: "2025-05-20",
  confidence: "the report was seen, and the same rate in another of 2025-10-21; a later change was not looked for",
};

/**
 * Assumptions that promise nothing, to try a plan in mainland China with: savings earn what a fixed deposit of a large
 * bank pays, before and after retirement, and prices rise by the target of the government. They are an example and no
 * view of any house; replace them with the bank’s own before use.
 *
 * The life expectancy is that of women in the life table for pension business, the longer one: 89, and 85 for men. It
 * is an average, so that many live longer, and a bank adds a margin of its own.
 *
 * @example
 * exampleRetirementAssumptions.status // => "example"
 * exampleRetirementAssumptions.assumptions.returnBeforeRetirement.value // => "0.0125"
 * exampleRetirementAssumptions.assumptions.lifeExpectancy.value // => 89
 */
export const exampleRetirementAssumptions: RetirementAssumptionSet = {
  id: "example.retirement-assumptions",
  version: "2",
  status: "example",
  effectiveFrom: "2026-03-05",
  sources: [
    "Xinhua, en.people.cn, 2025-05-20: fixed deposits of the large banks",
    "report on the work of the government of 2026-03-05: target for consumer prices",
    "China Association of Actuaries, life table 2025, in force from 2026-01-01",
  ],
  assumptions: {
    inflation: {
      value: "0.02",
      source: "report on the work of the government, 2026-03-05: consumer prices to rise by around 2 %",
      date: "2026-03-05",
      confidence: "two press reports were seen, not the text; a target for one year, not a forecast for decades",
    },
    returnBeforeRetirement: deposit,
    returnAfterRetirement: deposit,
    lifeExpectancy: {
      value: 89,
      source: "China Association of Actuaries, life table 2025 (中国人身保险业经验生命表), pension business, women",
      date: "2026-01-01",
      confidence: "one press report was seen, which gives 85 for men and 89 for women; the table itself was not",
    },
  },
};

import type { RetirementAssumptionSet } from "../types.ts";

const source = "openlearningworld.com, worked case of retirement planning: inflation 2 %, return 7 %, 30 years";
const date = "2026-01-01";

/**
 * The assumptions of a published textbook case, to try a plan with; replace them with the bank's own before use.
 *
 * Retiring at 65 with a life expectancy of 95 gives the 30 years of the case. The case has no date; the first day of
 * the set is used instead.
 *
 * @example
 * exampleRetirementAssumptions.status // => "example"
 * exampleRetirementAssumptions.assumptions.inflation.value // => "0.02"
 */
export const exampleRetirementAssumptions: RetirementAssumptionSet = {
  id: "example.retirement-assumptions",
  version: "1",
  status: "example",
  effectiveFrom: "2026-01-01",
  sources: [source],
  assumptions: {
    inflation: { value: "0.02", source, date },
    returnBeforeRetirement: { value: "0.07", source, date },
    returnAfterRetirement: { value: "0.07", source, date },
    lifeExpectancy: { value: 95, source, date },
  },
};

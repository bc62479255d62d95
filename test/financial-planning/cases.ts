import type { ReturnLimits, RetirementInput, RiskProfile } from "../../src/financial-planning/index.ts";
import { money } from "../../src/money/index.ts";

export const assume = <T>(value: T) => ({ value, source: "client meeting", date: "2026-03-01" });

/** The published case: 42,500 a year in today's prices, 2 % for 25 years, then 30 years at 7 %. */
export const textbook: RetirementInput<"USD"> = {
  asOf: "2026-03-01",
  person: { age: 40 },
  retirementAge: 65,
  spending: { basis: "amount", annual: money("42500", "USD") },
  pots: [],
  pensions: [],
  monthlySaving: money("0", "USD"),
  assumptions: {
    inflation: assume("0.02"),
    returnBeforeRetirement: assume("0.07"),
    returnAfterRetirement: assume("0.07"),
    lifeExpectancy: assume(95),
  },
  rounding: "half-up",
};

/** A household with everything: income and ratio, two pots, a pension for life and one for ten years. */
export const household: RetirementInput<"CNY"> = {
  asOf: "2026-03-01",
  person: { birthDate: "1986-03-02" },
  retirementAge: 60,
  spending: { basis: "replacement-ratio", annualIncome: money("200000", "CNY"), ratio: "0.7" },
  pots: [
    { id: "deposit", balance: money("300000", "CNY") },
    { id: "fund", balance: money("50000.50", "CNY") },
  ],
  pensions: [
    { id: "basic", annual: money("43859", "CNY"), fromAge: 63, increase: "0.03" },
    { id: "annuity", annual: money("12000", "CNY"), fromAge: 60, untilAge: 70, increase: "0" },
  ],
  monthlySaving: money("3000", "CNY"),
  assumptions: {
    inflation: assume("0.025"),
    returnBeforeRetirement: assume("0.045"),
    returnAfterRetirement: assume("0.03"),
    lifeExpectancy: assume(85),
  },
  sensitivity: [
    { assumption: "inflation", change: "0.01" },
    { assumption: "returnBeforeRetirement", change: "-0.01" },
    { assumption: "returnAfterRetirement", change: "0.01" },
    { assumption: "lifeExpectancy", change: "5" },
  ],
  rounding: "half-up",
};

/** A client’s assessment, valid on the day of the plans. */
export const riskProfile: RiskProfile = { grade: "C3", assessedOn: "2025-06-10", validUntil: "2026-06-09" };

/** What a house lets its plans count with. */
export const returnLimits: ReturnLimits = {
  id: "house.return-limits",
  version: "3",
  status: "house",
  effectiveFrom: "2026-01-01",
  sources: ["minutes of the product committee 2025-12"],
  returnByGrade: { C1: "0.0125", C2: "0.03", C3: "0.045", C4: "0.09" },
};

import type { GradingPolicy } from "../grading/policy.ts";

const BEHAVIOUR = { group: "behavioural", sensitive: false } as const;
const MONTH = { window: "calendar month" } as const;
const NEEDED = { unusable: "reject" } as const;

/**
 * An illustrative policy of corporate grades (对公客户分层): strategic clients (战略客户) by name, premium clients (优质客户) in any of
 * eight ways, everybody else.
 *
 * The eight ways and their figures are those of one page by a third party, which names no bank: confidence is low, and the
 * bank replaces them before use. The page counts foreign currency at its equivalent: convert it before the call. Readings
 * of this library: the first way (enterprises of a schedule, and those that the head office supports) is a list of names,
 * because the schedule is one; an amount at the end of a month, a quarter or a year is the latest of these; a special
 * contribution is a decision, and without one there is no contribution; the page says nothing of the clients that are neither.
 */
export const exampleCorporateGrades = {
  id: "example.corporate-any-of",
  version: "1",
  status: "example",
  effectiveFrom: "2000-01-01",
  sources: [
    "http://www.iqinshuo.com/4392.html (one third-party page that names no bank; confidence low)",
    "relationship-banking: lists for the schedule and the head office, latest period end, everybody else, policy for absent values",
  ],
  currency: "CNY",
  clientField: "clientId",
  features: {
    corporateDepositAvg: { kind: "money", ...BEHAVIOUR, window: "daily average" },
    corporateDepositPeriodEnd: { kind: "money", ...BEHAVIOUR, window: "latest end of a month, quarter or year" },
    posSettlement: { kind: "money", ...BEHAVIOUR, ...MONTH },
    corporateEBanking: { kind: "flag", ...BEHAVIOUR, window: "daily settlement" },
    payrollPeople: { kind: "integer", ...BEHAVIOUR, ...MONTH },
    payrollMonthly: { kind: "money", ...BEHAVIOUR, ...MONTH },
    creditCards: { kind: "integer", ...BEHAVIOUR, window: "cards issued" },
    specialContribution: { kind: "flag", group: "derived", sensitive: false, window: "decision of the bank" },
  },
  grades: [
    {
      id: "strategic",
      anyOf: [{ id: "named-strategic", when: [{ test: "listed", list: "strategic-clients" }] }],
    },
    {
      id: "premium",
      anyOf: [
        { id: "named-supported", when: [{ test: "listed", list: "supported-clients" }] },
        {
          id: "average-deposits",
          when: [{ test: "amount", feature: "corporateDepositAvg", atLeast: "100000000", ...NEEDED }],
        },
        {
          id: "period-end-deposits",
          when: [{ test: "amount", feature: "corporateDepositPeriodEnd", atLeast: "300000000", ...NEEDED }],
        },
        { id: "pos", when: [{ test: "amount", feature: "posSettlement", atLeast: "8000000", ...NEEDED }] },
        { id: "e-banking", when: [{ test: "flag", feature: "corporateEBanking", is: true, ...NEEDED }] },
        {
          id: "payroll",
          when: [
            { test: "amount", feature: "payrollPeople", atLeast: "150", ...NEEDED },
            { test: "amount", feature: "payrollMonthly", atLeast: "800000", ...NEEDED },
          ],
        },
        { id: "cards", when: [{ test: "amount", feature: "creditCards", atLeast: "20", ...NEEDED }] },
        {
          id: "special-contribution",
          when: [{ test: "flag", feature: "specialContribution", is: true, unusable: "fails" }],
        },
      ],
    },
  ],
  otherwise: "other",
} as const satisfies GradingPolicy;

import type { DecimalString } from "../../core/index.ts";
import type { GradeCondition, GradingPolicy } from "../grading/policy.ts";

const revenue = <Edge extends DecimalString>(atLeast: Edge) =>
  ({ test: "amount", feature: "annualRevenue", atLeast, unusable: "reject" }) as const satisfies GradeCondition;

const COUNTY = { test: "category", feature: "office", oneOf: ["county"], unusable: "reject" } as const;

/**
 * An illustrative policy of the grades of major clients (大客户分级管理): special, provincial, first, second and third class by
 * what a client brings in a year, with lower edges at a county's office.
 *
 * The source documents ask for grades of major clients (对大客户实行分级管理) and give none; these are the ones of a city's post
 * office, in one copy: confidence is medium for the figures, and low for their use in a bank. Readings of this library: the
 * copy writes ranges that meet (7–25, 25 and more), and the lower end of each belongs to it; the copy ends with one range
 * for the third class, taken for both offices. How often a grade is visited no source says; who serves it is a matter of
 * assignments.
 */
export const exampleMajorClientGrades = {
  id: "example.major-client-grades",
  version: "1",
  status: "example",
  effectiveFrom: "2000-01-01",
  sources: [
    "银行经理的下半年工作计划: 对大客户实行分级管理 (grades are asked for, not given)",
    "https://biganzidoc.com/xingzhengbaogong/zhidubanfa/fd8b28b821f454ae.html (a city's post office: grades by yearly revenue, at city and county offices)",
    "relationship-banking: lower ends inclusive, one third class for both offices, policy for absent values",
  ],
  currency: "CNY",
  clientField: "clientId",
  features: {
    annualRevenue: { kind: "money", group: "derived", sensitive: false, window: "revenue from the client in a year" },
    office: { kind: "category", group: "firmographic", sensitive: false, values: ["city", "county"] },
  },
  grades: [
    { id: "special", anyOf: [{ id: "special-revenue", when: [revenue("3000000")] }] },
    {
      id: "provincial",
      anyOf: [
        { id: "provincial-revenue", when: [revenue("250000")] },
        { id: "provincial-county", when: [COUNTY, revenue("200000")] },
      ],
    },
    {
      id: "class-1",
      anyOf: [
        { id: "class-1-revenue", when: [revenue("70000")] },
        { id: "class-1-county", when: [COUNTY, revenue("50000")] },
      ],
    },
    {
      id: "class-2",
      anyOf: [
        { id: "class-2-revenue", when: [revenue("30000")] },
        { id: "class-2-county", when: [COUNTY, revenue("20000")] },
      ],
    },
    { id: "class-3", anyOf: [{ id: "class-3-revenue", when: [revenue("10000")] }] },
  ],
  otherwise: "other",
} as const satisfies GradingPolicy;

import type { Scorecard } from "../types.ts";

const CUSTOMERS = { appliesTo: "customers" } as const;
const EVERYONE = { appliesTo: "everyone" } as const;
const NOTHING = { points: 0 } as const;

/**
 * An illustrative card of the four types and two tiers (四类客户, 核心优质 and 普通优质).
 *
 * The criteria are the source's: strength, closeness, contribution, potential and expected profit, main business at
 * another bank (slide 11); deposits, loans, intermediary business, family, occupation, social standing (slide 12). The
 * source gives no number: every edge, every point and every cut is this library's, for illustration, and so are income
 * and its trend as the measure of economic strength and potential. Replace them before use.
 *
 * Family, occupation and social standing are marked sensitive: whether they may be scored is the bank's decision.
 *
 * @see 商业银行个人客户经理工作流程, slides 11 and 12
 */
export const exampleRetailCard = {
  id: "example.retail-card",
  version: "1",
  status: "example",
  effectiveFrom: "2000-01-01",
  sources: [
    "商业银行个人客户经理工作流程, slide 11: the four types by definition",
    "商业银行个人客户经理工作流程, slide 12: criteria of the evaluation; core and general",
    "relationship-banking: edges, points and cuts, for illustration",
  ],
  currency: "CNY",
  features: {
    isCustomer: { kind: "flag", group: "basic", sensitive: false },
    mainBankElsewhere: { kind: "flag", group: "need", sensitive: false },
    annualIncome: { kind: "money", group: "basic", sensitive: false, window: "last calendar year" },
    occupation: {
      kind: "category",
      group: "basic",
      sensitive: true,
      values: ["business-owner", "executive", "professional", "employee", "retired", "other"],
    },
    household: { kind: "category", group: "basic", sensitive: true, values: ["family", "couple", "single"] },
    socialStanding: { kind: "category", group: "basic", sensitive: true, values: ["recognised", "none-known"] },
    depositAvg: { kind: "money", group: "account", sensitive: false, window: "half-year daily average" },
    loanBalance: { kind: "money", group: "account", sensitive: false, window: "balance at month end" },
    intermediaryIncome: { kind: "money", group: "purchase", sensitive: false, window: "last twelve months" },
    productCount: { kind: "integer", group: "purchase", sensitive: false, window: "products held" },
    salaryAccount: { kind: "flag", group: "account", sensitive: false },
    incomeTrend: {
      kind: "category",
      group: "need",
      sensitive: false,
      values: ["rising", "steady", "falling"],
      maxAgeDays: 365,
      observedAtField: "incomeTrendOn",
    },
    expectedProfit: { kind: "money", group: "need", sensitive: false, window: "next twelve months" },
  },
  customerFlag: "isCustomer",
  characteristics: [
    {
      id: "annualIncome",
      feature: "annualIncome",
      axis: "strength",
      scale: "bands",
      ...EVERYONE,
      monotone: "up",
      reason: "INC",
      bands: [
        { below: "100000", points: 0 },
        { below: "300000", points: 8 },
        { below: "600000", points: 14 },
        { points: 20 },
      ],
      inputs: { missing: "reject", invalid: "reject" },
    },
    {
      id: "occupation",
      feature: "occupation",
      axis: "strength",
      scale: "categories",
      ...EVERYONE,
      reason: "OCC",
      groups: [
        { values: ["business-owner", "executive"], points: 8 },
        { values: ["professional"], points: 6 },
        { values: ["employee", "retired"], points: 3 },
        { values: ["other"], points: 0 },
      ],
      inputs: { missing: NOTHING, invalid: "reject", unknown: NOTHING },
    },
    {
      id: "household",
      feature: "household",
      axis: "strength",
      scale: "categories",
      ...EVERYONE,
      reason: "HOU",
      neutral: 2,
      groups: [
        { values: ["family"], points: 4 },
        { values: ["couple"], points: 3 },
        { values: ["single"], points: 2 },
      ],
      inputs: { missing: "neutral", invalid: "reject", unknown: "neutral" },
    },
    {
      id: "socialStanding",
      feature: "socialStanding",
      axis: "strength",
      scale: "categories",
      ...EVERYONE,
      reason: "SOC",
      groups: [
        { values: ["recognised"], points: 8 },
        { values: ["none-known"], points: 0 },
      ],
      inputs: { missing: NOTHING, invalid: "reject", unknown: NOTHING },
    },
    {
      id: "deposits",
      feature: "depositAvg",
      axis: "contribution",
      scale: "bands",
      ...CUSTOMERS,
      monotone: "up",
      reason: "DEP",
      bands: [
        { below: "10000", points: 0 },
        { below: "50000", points: 5 },
        { below: "200000", points: 15 },
        { below: "1000000", points: 25 },
        { points: 35 },
      ],
      inputs: { missing: "reject", invalid: "reject" },
    },
    {
      id: "loans",
      feature: "loanBalance",
      axis: "contribution",
      scale: "bands",
      ...CUSTOMERS,
      monotone: "up",
      reason: "LOA",
      bands: [{ below: "0.01", points: 0 }, { below: "500000", points: 5 }, { points: 10 }],
      inputs: { missing: NOTHING, invalid: "reject" },
    },
    {
      id: "intermediary",
      feature: "intermediaryIncome",
      axis: "contribution",
      scale: "bands",
      ...CUSTOMERS,
      monotone: "up",
      reason: "FEE",
      bands: [{ below: "200", points: 0 }, { below: "2000", points: 5 }, { points: 15 }],
      inputs: { missing: NOTHING, invalid: "reject" },
    },
    {
      id: "products",
      feature: "productCount",
      axis: "closeness",
      scale: "bands",
      ...CUSTOMERS,
      monotone: "up",
      reason: "PRD",
      bands: [{ below: "2", points: 0 }, { below: "4", points: 5 }, { below: "6", points: 10 }, { points: 15 }],
      inputs: { missing: "reject", invalid: "reject" },
    },
    {
      id: "salary",
      feature: "salaryAccount",
      axis: "closeness",
      scale: "flag",
      ...CUSTOMERS,
      monotone: "up",
      reason: "SAL",
      whenTrue: 5,
      whenFalse: 0,
      inputs: { missing: NOTHING, invalid: "reject" },
    },
    {
      id: "incomeTrend",
      feature: "incomeTrend",
      axis: "potential",
      scale: "categories",
      ...CUSTOMERS,
      reason: "TRD",
      groups: [
        { values: ["rising"], points: 10 },
        { values: ["steady"], points: 4 },
        { values: ["falling"], points: 0 },
      ],
      inputs: { missing: NOTHING, invalid: "reject", unknown: NOTHING, stale: NOTHING },
    },
    {
      id: "expectedProfit",
      feature: "expectedProfit",
      axis: "potential",
      scale: "bands",
      ...CUSTOMERS,
      monotone: "up",
      reason: "EXP",
      bands: [{ below: "1000", points: 0 }, { below: "5000", points: 5 }, { points: 10 }],
      inputs: { missing: NOTHING, invalid: "reject" },
    },
  ],
  rules: [
    {
      id: "existing-high-quality",
      type: "existing-high-quality",
      when: [
        { test: "axis", axis: "strength", atLeast: 20 },
        { test: "axis", axis: "closeness", atLeast: 10 },
        { test: "axis", axis: "contribution", atLeast: 25 },
      ],
    },
    {
      id: "existing-potential",
      type: "existing-potential",
      when: [
        { test: "axis", axis: "closeness", atLeast: 10 },
        { test: "axis", axis: "potential", atLeast: 14 },
        { test: "characteristic", characteristic: "expectedProfit", atLeast: 5 },
      ],
    },
    {
      id: "prospective-high-quality",
      type: "prospective-high-quality",
      when: [
        { test: "axis", axis: "strength", atLeast: 20 },
        { test: "flag", feature: "mainBankElsewhere", is: true, unusable: "reject" },
      ],
    },
  ],
  core: [{ test: "total", atLeast: 90 }],
} as const satisfies Scorecard;

import type { Scorecard } from "../card/scorecard.ts";
import { EXAMPLE_BLOCK_FLAGS, EXAMPLE_BLOCKS } from "./example-blocks.ts";

const CUSTOMERS = { appliesTo: "customers" } as const;
const EVERYONE = { appliesTo: "everyone" } as const;
const NOTHING = { points: 0 } as const;

/**
 * An illustrative card of the four types and two tiers (四类客户, 核心优质 and 普通优质).
 *
 * The criteria are the source's: strength, closeness, contribution, potential and expected profit, main business at
 * another bank (slide 11); deposits and intermediary business (slide 12). The source gives no number: every edge, every
 * point and every cut is this library's, for illustration, and so are income and its trend as the measure of economic
 * strength and potential. Replace them before use.
 *
 * Four criteria of slide 12 earn no points here. Family (家庭) and social standing (社会地位): points for family or marital
 * status are against the law in places, and standing is whom one knows. Family is declared as a description, for needs.
 * Occupation (职业) says little that income and assets do not, and stands in for age, sex and disability; a bank that
 * wants it makes it a characteristic. Loans (贷款): debt earns no client quality; what lending brings in is counted in
 * relationship value.
 *
 * Strength is income or assets: the points of either alone reach the cut, and the core cut too. So one of them is left open
 * where it is not known: the other decides where it can, as with assets in the highest band, which are enough for core
 * whatever the income; where the one not known could still change the type or the tier, and where neither is known, the
 * answer is `insufficient-data`. Whoever has no income has one of 0. Deposits count twice on purpose, as part of the assets
 * (strength) and as business with the bank (contribution). The core test asks on each axis for the cut
 * of the general tier and the largest step of one value, so that nobody gets to core past general.
 *
 * Deposits, fees, products and the salary account can be moved by the client and the bank together (`moves`). Income and
 * wealth are what a person has, and the estimates are the bank's own: nobody is asked to change those.
 */
export const exampleRetailCard = {
  id: "example.retail-card",
  version: "1",
  status: "example",
  effectiveFrom: "2000-01-01",
  sources: [
    "商业银行个人客户经理工作流程, slide 11: the four types by definition",
    "商业银行个人客户经理工作流程, slide 12: criteria of the evaluation; core and general",
    "relationship-banking: edges, points, cuts and blocks, for illustration; no points for family, occupation, standing, loans",
  ],
  currency: "CNY",
  features: {
    isCustomer: { kind: "flag", group: "basic", sensitive: false },
    mainBankElsewhere: { kind: "flag", group: "need", sensitive: false },
    annualIncome: { kind: "money", group: "basic", sensitive: false, window: "last calendar year" },
    assets: {
      kind: "money",
      group: "account",
      sensitive: false,
      window: "half-year daily average of financial assets, with us and elsewhere as far as known",
    },
    depositAvg: { kind: "money", group: "account", sensitive: false, window: "half-year daily average", moves: "up" },
    intermediaryIncome: {
      kind: "money",
      group: "purchase",
      sensitive: false,
      window: "last twelve months",
      moves: "up",
    },
    productCount: { kind: "integer", group: "purchase", sensitive: false, window: "products held", moves: "up" },
    salaryAccount: { kind: "flag", group: "account", sensitive: false, moves: "up" },
    incomeTrend: {
      kind: "category",
      group: "need",
      sensitive: false,
      values: ["rising", "steady", "falling"],
      maxAgeDays: 365,
      observedAtField: "incomeTrendOn",
    },
    expectedProfit: { kind: "money", group: "need", sensitive: false, window: "next twelve months" },
    ...EXAMPLE_BLOCK_FLAGS,
    household: {
      kind: "category",
      group: "basic",
      sensitive: true,
      values: ["family", "couple", "single"],
      descriptive: true,
      protectedGround: "family-status",
    },
  },
  customerFlag: "isCustomer",
  elsewhereFlag: "mainBankElsewhere",
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
        { below: "1000000", points: 20 },
        { points: 28 },
      ],
      inputs: { missing: "open", invalid: "reject" },
    },
    {
      id: "assets",
      feature: "assets",
      axis: "strength",
      scale: "bands",
      ...EVERYONE,
      monotone: "up",
      reason: "AST",
      bands: [
        { below: "200000", points: 0 },
        { below: "600000", points: 8 },
        { below: "2000000", points: 14 },
        { below: "6000000", points: 20 },
        { points: 28 },
      ],
      inputs: { missing: "open", invalid: "reject" },
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
      id: "intermediary",
      feature: "intermediaryIncome",
      axis: "contribution",
      scale: "bands",
      ...CUSTOMERS,
      monotone: "up",
      reason: "FEE",
      bands: [
        { below: "200", points: 0 },
        { below: "2000", points: 5 },
        { below: "10000", points: 15 },
        { below: "30000", points: 25 },
        { points: 35 },
      ],
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
  core: [
    { test: "axis", axis: "strength", atLeast: 28 },
    { test: "axis", axis: "closeness", atLeast: 15 },
    { test: "axis", axis: "contribution", atLeast: 35 },
  ],
  blocks: EXAMPLE_BLOCKS,
} as const satisfies Scorecard;

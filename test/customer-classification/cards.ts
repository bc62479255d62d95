import type {
  Characteristic,
  Condition,
  FeatureValue,
  InputPolicies,
  InputPolicy,
  Scorecard,
} from "../../src/customer-classification/index.ts";

export const asOf = "2026-03-31";

export const cny = (amount: string): { readonly amount: string; readonly currency: string } => ({
  amount,
  currency: "CNY",
});

/** A record of the example card: strength 14 + 8 = 22, closeness 10 + 5 = 15, contribution 25, potential 0. */
export const sound = {
  isCustomer: true,
  mainBankElsewhere: false,
  annualIncome: cny("300000.00"),
  assets: cny("200000.00"),
  depositAvg: cny("200000.00"),
  intermediaryIncome: cny("0.00"),
  productCount: 4,
  salaryAccount: true,
  incomeTrend: "falling",
  incomeTrendOn: "2026-01-31",
  expectedProfit: cny("0.00"),
} as const satisfies Record<string, FeatureValue>;

const REJECT: InputPolicies = { missing: "reject", invalid: "reject" };

/** One line of each scale on each kind of feature, so that a test can look at one input alone. */
export const lines = {
  money: {
    id: "money",
    feature: "money",
    axis: "contribution",
    scale: "bands",
    appliesTo: "everyone",
    bands: [
      { below: "-0.01", points: -3 },
      { below: "0.01", points: 0, label: "nil" },
      { below: "1000", points: 5 },
      { points: 9 },
    ],
    inputs: REJECT,
  },
  number: {
    id: "number",
    feature: "number",
    axis: "closeness",
    scale: "bands",
    appliesTo: "everyone",
    bands: [{ below: "0.3", points: 1 }, { points: 2 }],
    inputs: REJECT,
  },
  integer: {
    id: "integer",
    feature: "integer",
    axis: "closeness",
    scale: "bands",
    appliesTo: "everyone",
    bands: [{ below: "2", points: 0 }, { points: 4 }],
    inputs: REJECT,
  },
  category: {
    id: "category",
    feature: "category",
    axis: "strength",
    scale: "categories",
    appliesTo: "everyone",
    groups: [
      { values: ["gold", "classic"], points: 7, label: "card" },
      { values: ["none"], points: 0 },
    ],
    inputs: { ...REJECT, unknown: "reject" },
  },
  flag: {
    id: "flag",
    feature: "flag",
    axis: "potential",
    scale: "flag",
    appliesTo: "everyone",
    whenTrue: 6,
    whenFalse: 1,
    inputs: REJECT,
  },
  rate: {
    id: "rate",
    feature: "money",
    axis: "contribution",
    scale: "linear",
    appliesTo: "everyone",
    per: "10000",
    points: 135,
    max: 1000,
    inputs: REJECT,
  },
  aged: {
    id: "aged",
    feature: "aged",
    axis: "strength",
    scale: "bands",
    appliesTo: "everyone",
    bands: [{ below: "10", points: 1 }, { points: 2 }],
    inputs: { ...REJECT, stale: "reject" },
  },
} as const satisfies Record<string, Characteristic>;

/** A card of the given lines and nothing else; its one rule and its core test are met by any points. */
export function cardOf(characteristics: readonly Characteristic[], changes: Partial<Scorecard> = {}): Scorecard {
  const any: Condition = { test: "total", atLeast: -1_000_000 };
  return {
    id: "test.card",
    version: "1",
    status: "house",
    effectiveFrom: "2020-01-01",
    sources: ["test"],
    currency: "CNY",
    features: {
      money: { kind: "money", group: "account", sensitive: false },
      number: { kind: "number", group: "account", sensitive: false },
      integer: { kind: "integer", group: "account", sensitive: false },
      category: { kind: "category", group: "basic", sensitive: false, values: ["classic", "gold", "none"] },
      flag: { kind: "flag", group: "basic", sensitive: false },
      aged: { kind: "integer", group: "need", sensitive: false, maxAgeDays: 30, observedAtField: "agedOn" },
    },
    characteristics,
    rules: [{ id: "any", type: "existing-high-quality", when: [any] }],
    core: [any],
    ...changes,
  };
}

/** A line with other policies. */
export function withPolicies<C extends Characteristic>(line: C, policy: InputPolicy, states: readonly string[]): C {
  return {
    ...line,
    neutral: 3,
    inputs: { ...line.inputs, ...Object.fromEntries(states.map((state) => [state, policy])) },
  };
}

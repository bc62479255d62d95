import type { GradeCondition, GradingPolicy, NameList } from "../../../src/customer-classification/index.ts";
import { lines } from "../cards.ts";

export const asOf = "2026-03-31";

/** A list of names in force from the first day of 2026. */
export const listOf = (id: string, clients: readonly string[], more: Partial<NameList> = {}): NameList => ({
  id,
  version: "2026-1",
  status: "house",
  effectiveFrom: "2026-01-01",
  sources: ["memo 7/2026"],
  clients,
  ...more,
});

/** The two lists of the corporate example. */
export const lists: readonly NameList[] = [
  listOf("strategic-clients", ["C-1", "C-2"]),
  listOf("supported-clients", ["C-3"]),
];

const CORPORATE = { group: "behavioural", sensitive: false } as const;

/** A policy with a feature of every kind, for tests of every kind: grade `top` by the conditions given. */
export const policyOf = (when: readonly GradeCondition[], more: Partial<GradingPolicy> = {}): GradingPolicy => ({
  id: "acme.grades",
  version: "1",
  status: "house",
  effectiveFrom: "2020-01-01",
  sources: ["memo 3"],
  currency: "CNY",
  clientField: "clientId",
  features: {
    money: { kind: "money", ...CORPORATE },
    integer: { kind: "integer", ...CORPORATE, group: "firmographic" },
    flag: { kind: "flag", ...CORPORATE, group: "attitudinal" },
    category: { kind: "category", ...CORPORATE, group: "derived", values: ["gold", "none"] },
  },
  characteristics: [
    lines.money,
    { ...lines.integer, axis: "contribution", inputs: { missing: "open", invalid: "reject" } },
  ],
  grades: [{ id: "top", anyOf: [{ id: "way", when }] }],
  otherwise: "rest",
  ...more,
});

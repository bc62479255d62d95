import type { Part } from "./grain.ts";
import { PLAN_LISTS, type PlanList, type PlanReference } from "./places.ts";

/** What refers, and to which row. */
type Reference = readonly [member: string, id: unknown];

const part = (value: unknown): Part => (value ?? {}) as Part;
const parts = (value: unknown): readonly Part[] => (value ?? []) as readonly Part[];

/** References of the entries of a list by one of their members. */
const each = (row: Part, list: string, name: string): readonly Reference[] =>
  parts(row[list]).map((entry) => [list, entry[name]]);

const one = (row: Part, record: string, name: string): Reference => [`${record}.${name}`, part(row[record])[name]];

/** The rows that a row refers to, by the members that do. */
const REFERENCES: Readonly<Record<PlanList, (row: Part) => readonly Reference[]>> = {
  people: () => [],
  ties: (row) => [
    ["from", row["from"]],
    ["to", row["to"]],
  ],
  businesses: () => [],
  institutions: (row) => [
    ...each(row, "institutionServicesAndTerms", "service"),
    ...each(row, "estimatedSpend", "service"),
  ],
  services: (row) =>
    ((part(row["suppliedElsewhere"])["institutions"] ?? []) as readonly unknown[]).map((id) => [
      "suppliedElsewhere",
      id,
    ]),
  actions: (row) => [
    one(row, "clientNeed", "business"),
    one(row, "clientNeed", "service"),
    one(row, "productOrService", "service"),
  ],
  challenges: () => [],
  members: () => [],
};

/** Who refers to each row of a plan, by the id of the row referred to. */
export function referencesIn(plan: Part): ReadonlyMap<string, readonly PlanReference[]> {
  const found = new Map<string, PlanReference[]>();
  const group = part(plan["group"]);
  for (const list of PLAN_LISTS) {
    for (const row of parts(plan[list] ?? group[list])) {
      // a row may say which member of the group it is about
      for (const [member, target] of [...REFERENCES[list](row), ["member", row["member"]] as const]) {
        if (typeof target !== "string") continue;
        const known = found.get(target) ?? [];
        known.push({ list, row: typeof row["id"] === "string" ? row["id"] : "", member });
        found.set(target, known);
      }
    }
  }
  return found;
}

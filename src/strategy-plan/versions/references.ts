import { PLAN_LISTS, type Part, type PlanList } from "./grain.ts";

type Ids = readonly (string | undefined)[];

const part = (value: unknown): Part => (value ?? {}) as Part;
const parts = (value: unknown): readonly Part[] => (value ?? []) as readonly Part[];
const id = (holder: unknown, name: string): string | undefined => part(holder)[name] as string | undefined;

/** The rows that a row refers to, by their ids. */
const REFERENCES: Readonly<Record<PlanList, (row: Part) => Ids>> = {
  people: () => [],
  ties: (row) => [id(row, "from"), id(row, "to")],
  businesses: () => [],
  institutions: (row) =>
    [...parts(row["institutionServicesAndTerms"]), ...parts(row["estimatedSpend"])].map((entry) =>
      id(entry, "service"),
    ),
  services: (row) => (part(row["suppliedElsewhere"])["institutions"] ?? []) as Ids,
  actions: (row) => [
    id(row["clientNeed"], "business"),
    id(row["clientNeed"], "service"),
    id(row["productOrService"], "service"),
  ],
  challenges: () => [],
  members: () => [],
};

/** A row that refers to another. */
export interface PlanReference {
  readonly list: PlanList;
  readonly row: string;
}

/** Who refers to each row of a plan, by the id of the row referred to. */
export function referencesIn(plan: Part): ReadonlyMap<string, readonly PlanReference[]> {
  const found = new Map<string, PlanReference[]>();
  const group = part(plan["group"]);
  for (const list of PLAN_LISTS) {
    for (const row of parts(plan[list] ?? group[list])) {
      // a row may say which member of the group it is about
      for (const target of new Set([...REFERENCES[list](row), id(row, "member")])) {
        if (target === undefined) continue;
        const known = found.get(target) ?? [];
        known.push({ list, row: id(row, "id") ?? "" });
        found.set(target, known);
      }
    }
  }
  return found;
}

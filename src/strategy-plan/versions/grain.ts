import type { LocalDate, Path } from "../../core/index.ts";
import { refuse } from "../../core/inner.ts";
import type { StrategyPlanErrorCode } from "../errors.ts";
import { readPlan } from "../read-plan.ts";
import type { StrategyPlan } from "../types.ts";
import type { PlanList } from "./places.ts";

/** A part of a plan as JSON has it. */
export type Part = Readonly<Record<string, unknown>>;

/** A list of rows, in order, by what identifies each. */
export type RowsById = ReadonlyMap<string, Part>;

/**
 * Into what a plan is taken apart where two are compared: a part into its members, a list into its rows by what identifies
 * each, anything else is one answer. Two people who change two answers of one row have changed two things.
 */
export type Grain = "answer" | MembersGrain | RowsGrain;

/** A part whose members are looked at one by one; a member that is not named is an answer. */
export interface MembersGrain {
  readonly kind: "members";
  /** Whether it says something only with all its members: it does not come half from one and half from another. */
  readonly isWhole: boolean;
  readonly members: Readonly<Record<string, Grain>>;
}

/** A list whose rows are told apart by one of their members. */
export interface RowsGrain {
  readonly kind: "rows";
  readonly list: PlanList;
  readonly key: string;
  readonly row: MembersGrain;
}

const members = (named: Readonly<Record<string, Grain>> = {}, isWhole = false): MembersGrain => ({
  kind: "members",
  isWhole,
  members: named,
});
const evidenced = members({ evidence: members() });
const rows = (list: PlanList, key = "id"): RowsGrain => ({ kind: "rows", list, key, row: evidenced });

/** Into what a whole plan is taken apart. */
export const planGrain: MembersGrain = members({
  credit: members({}, true),
  people: rows("people"),
  ties: rows("ties"),
  businesses: rows("businesses"),
  standing: evidenced,
  institutions: rows("institutions"),
  services: rows("services"),
  value: evidenced,
  actions: rows("actions"),
  challenges: rows("challenges"),
  noneConfirmed: members(),
  group: members({ members: rows("members", "client") }, true),
} satisfies Partial<Record<keyof StrategyPlan, Grain>>);

/** The grain of a member of a part. */
export const grainOf = ({ members: named }: MembersGrain, name: string): Grain =>
  Object.hasOwn(named, name) ? (named[name] ?? "answer") : "answer";

/** Names of the members of several parts, each once, in the order in which they first stand; absent ones left out. */
export function namesOf(...parts: readonly (Part | undefined)[]): readonly string[] {
  const names = new Set<string>();
  for (const part of parts) {
    for (const name in part) if (part[name] !== undefined) names.add(name);
  }
  return [...names];
}

/** A part without some of its members. */
export const without = (part: Part, names: readonly string[]): Part =>
  Object.fromEntries(Object.entries(part).filter(([name]) => !names.includes(name)));

/** The rows of a list by what identifies them; two of the same id are refused, because nobody can say which is meant. */
export function rowsById(value: unknown, { key }: RowsGrain, path: Path): RowsById {
  const found = new Map<string, Part>();
  for (const [index, row] of ((value ?? []) as readonly Part[]).entries()) {
    const id = row[key] as string;
    const code: StrategyPlanErrorCode = "strategy-plan/duplicate-id";
    if (found.has(id)) refuse(code, [...path, index, key], "the id of another row of the list", { id });
    found.set(id, row);
  }
  return found;
}

/** Whether two parts of plans are the same, whatever the order of their members; an absent member is one that is undefined. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((entry, index) => isSame(entry, b[index]));
  }
  const [x, y] = [a as Part, b as Part];
  for (const name in x) if (!isSame(x[name], y[name])) return false;
  for (const name in y) if (y[name] !== undefined && x[name] === undefined) return false;
  return true;
}

/** Refuses what somebody may see of a plan where the whole plan is needed. */
export function readWhole(plan: StrategyPlan, parameter: string): StrategyPlan {
  const { withheld = [] } = readPlan(plan, [parameter]);
  const code: StrategyPlanErrorCode = "strategy-plan/invalid-input";
  return withheld.length === 0 ? plan : refuse(code, [parameter, "withheld"], "a part of a plan, not the plan", {});
}

/** Who wrote a version, and which one it is. */
export interface PlanVersion {
  readonly version: string;
  readonly preparedBy: string;
  readonly preparedOn: LocalDate;
}

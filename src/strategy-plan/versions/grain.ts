import type { LocalDate, Path } from "../../core/index.ts";
import { refuse } from "../../core/inner.ts";
import type { StrategyPlanErrorCode } from "../errors.ts";
import { readPlan } from "../read-plan.ts";
import type { StrategyPlan } from "../types.ts";
import type { PlanList } from "./places.ts";
import type { ChangedPlace } from "./reasons.ts";

/** A part of a plan as JSON has it. */
export type Part = Readonly<Record<string, unknown>>;

/**
 * Into what a plan is taken apart where two are compared: a part into its members, a list into its rows, anything else is
 * one answer. Two people who change two answers of one row have changed two things.
 */
export type Grain = "answer" | "rows" | MembersGrain;

/** A part whose members are looked at one by one; a member that is not named is an answer. */
export interface MembersGrain {
  readonly members: Readonly<Record<string, Grain>>;
  /** Whether it says something only with all its members: it does not come half from one and half from another. */
  readonly isWhole?: boolean;
}

/** Into what a section without rows is taken apart, and a row: evidence is given field by field. */
const fieldsGrain: MembersGrain = { members: { evidence: { members: {} } } };

/** Into what a tie is taken apart: what it rests on is one answer. */
const tieGrain: MembersGrain = { members: {} };

/** Into what a row of a list is taken apart. */
export const rowGrainOf = (list: PlanList | undefined): MembersGrain => (list === "ties" ? tieGrain : fieldsGrain);

/** Into what a whole plan is taken apart. */
export const planGrain: MembersGrain = {
  members: {
    credit: { members: {}, isWhole: true },
    people: "rows",
    ties: "rows",
    businesses: "rows",
    standing: fieldsGrain,
    institutions: "rows",
    services: "rows",
    value: fieldsGrain,
    actions: "rows",
    challenges: "rows",
    noneConfirmed: { members: {} },
    group: { members: { members: "rows" }, isWhole: true },
  } satisfies Partial<Record<keyof StrategyPlan, Grain>>,
};

/** The grain of a member of a part. */
export const grainOf = ({ members }: MembersGrain, name: string): Grain => members[name] ?? "answer";

/** Where plans are compared: among names and ids. */
export interface Place {
  readonly path: Path;
  readonly row: ChangedPlace;
  readonly isEvidence: boolean;
}

/** The whole plan. */
export const ROOT: Place = { path: [], row: {}, isEvidence: false };

/** The place of a member. */
export const within = ({ path, row, isEvidence }: Place, name: string): Place => ({
  path: [...path, name],
  row,
  isEvidence: isEvidence || name === "evidence",
});

/** Names of the members of several parts, each once, in the order in which they first stand; absent ones left out. */
export function namesOf(...parts: readonly (Part | undefined)[]): readonly string[] {
  const names = new Set<string>();
  for (const part of parts) {
    for (const name in part) if (part[name] !== undefined) names.add(name);
  }
  return [...names];
}

/** A part without some of its members. */
export const without = (part: object, names: readonly string[]): Part =>
  Object.fromEntries(Object.entries(part).filter(([name]) => !names.includes(name)));

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

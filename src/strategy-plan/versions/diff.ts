import { isSameJson } from "../../core/inner.ts";
import { readPlan } from "../read-plan.ts";
import { PLAN_SECTIONS, type PlanSection } from "../section.ts";
import type { StrategyPlan } from "../types.ts";
import { changedAnswer } from "./change.ts";
import { grainOf, namesOf, planGrain, ROOT, rowGrainOf, within, without } from "./grain.ts";
import type { Grain, MembersGrain, Part, Place } from "./grain.ts";
import type { JsonPatchOperation } from "./patch.ts";
import type { PlanList } from "./places.ts";
import type { PlanChange } from "./reasons.ts";
import { rowMoves } from "./row-moves.ts";
import { keyOf, placeOf, rowPlace, rowsById } from "./rows.ts";

/** The difference between two plans. */
export interface PlanDifference {
  /** In the order of the sections; each can be told with the words of a language. */
  readonly changes: readonly PlanChange[];
  /**
   * The same as JSON Patch (RFC 6902), which makes the second plan of the first. It begins with the id and the version of
   * the first plan as tests, and tests every answer it replaces or removes and every row it touches, so that it fits no
   * other plan. Empty where nothing differs.
   */
  readonly patch: readonly JsonPatchOperation[];
  /**
   * Sections of which more is withheld in one of the two than in the other (`planFor`): what seems to come or go there may
   * have been there all the time, so that nothing is said of them. Empty for two whole plans.
   */
  readonly notCompared: readonly PlanSection[];
}

/** What differs, as it is found. */
interface Found {
  readonly changes: PlanChange[];
  readonly patch: JsonPatchOperation[];
}

/** Where two parts are compared: among names and ids, for people, and in the second plan, for the patch. */
interface PatchPlace extends Place {
  readonly pointer: string;
}

/**
 * The difference of two plans (计划书对比): what was added, changed and withdrawn, row by row and answer by answer.
 *
 * Rows are told apart by their id, wherever they stand, so that a row that moved is not one that went and another that came.
 * Each of the 37 fields is one answer, as is each member beside them: the sentence says which, and what it was and is.
 *
 * @param a - the plan before, or last year's
 * @param b - the plan after, or this year's
 * @returns the changes from `a` to `b`, to be read and to be applied; both lists empty where the plans say the same; and
 * of two views, what could not be compared
 * @throws `strategy-plan/invalid-plan`, or the code of a date, period, decimal, amount or reference, for a plan that cannot
 * be read
 * @throws `strategy-plan/duplicate-id` where a list has one id twice
 * @see RFC 6902 for the patch
 * @example
 * const plan = { id: "P-1", version: "1", client: "C-1", period: "2026", currency: "CNY", preparedBy: "E-1", preparedOn: "2025-12-01",
 *   actions: [{ id: "a1", productOrService: { name: "Forwards" }, plannedPitchTime: "2026-03" }, { id: "a2" }] } as const;
 * const later = { ...plan, version: "2", actions: [{ id: "a1", productOrService: { name: "Forwards" }, plannedPitchTime: "2026-Q2" }, { id: "a3" }] } as const;
 * const { changes, patch } = diffPlans(plan, later);
 * changes.map(({ code, path }) => [code, path.join(".")]) // => [["strategy-plan/answer-changed", "version"], ["strategy-plan/row-removed", "actions.a2"], ["strategy-plan/row-added", "actions.a3"], ["strategy-plan/answer-changed", "actions.a1.plannedPitchTime"]]
 * patch.length // => 10
 * diffPlans(plan, plan) // => { changes: [], patch: [], notCompared: [] }
 * @since 0.1.0
 */
export function diffPlans(a: StrategyPlan, b: StrategyPlan): PlanDifference {
  readPlan(a, ["a"]);
  readPlan(b, ["b"]);
  const found: Found = { changes: [], patch: [] };
  const notCompared = sectionsSeenByOne(a, b);
  const hidden = ["withheld", ...notCompared.flatMap((section) => MEMBERS[section])];
  const [before, after] = [without(a, hidden), without(b, hidden)];
  compareMembers(before, after, planGrain, { ...ROOT, pointer: "" }, found);
  const { changes, patch } = found;
  if (changes.length === 0) return { changes, patch: [], notCompared };
  const isOfPlan: JsonPatchOperation[] = [
    { op: "test", path: "/id", value: a.id },
    { op: "test", path: "/version", value: a.version },
  ];
  return { changes, patch: [...isOfPlan, ...patch], notCompared };
}

/** Members of a plan that hold what is said of a section. */
const MEMBERS: Readonly<Record<PlanSection, readonly (keyof StrategyPlan)[]>> = {
  "client-profile": ["credit"],
  "decision-makers": ["people", "ties"],
  "business-analysis": ["businesses"],
  "bank-positioning": ["standing"],
  "other-institutions": ["institutions", "noneConfirmed"],
  "service-status": ["services"],
  "relationship-value": ["value"],
  "next-year-plan": ["actions"],
  challenges: ["challenges", "noneConfirmed"],
};

/** Sections of which one plan withholds something that the other does not. */
function sectionsSeenByOne(a: StrategyPlan, b: StrategyPlan): readonly PlanSection[] {
  if (a.withheld === undefined && b.withheld === undefined) return [];
  const partsOf = ({ withheld = [] }: StrategyPlan, section: PlanSection): unknown =>
    withheld
      .filter((part) => part.section === section && part.what !== "references")
      .map(({ what, fields, members }) => [what, fields, members]);
  return PLAN_SECTIONS.filter((section) => !isSameJson(partsOf(a, section), partsOf(b, section)));
}

function compareMembers(before: Part, after: Part, grain: MembersGrain, place: PatchPlace, found: Found): void {
  for (const name of namesOf(before, after)) {
    if (isSameJson(before[name], after[name])) continue;
    const own = { ...within(place, name), pointer: `${place.pointer}/${name}` };
    compare(before[name], after[name], grainOf(grain, name), name, own, found);
  }
}

function compare(before: unknown, after: unknown, grain: Grain, name: string, place: PatchPlace, found: Found): void {
  // an answer is one operation; so is a part that comes or goes, and its answers are told one by one
  const isOne = grain === "answer" || before === undefined || after === undefined;
  if (isOne) found.patch.push(...replaced(before, after, place.pointer));
  const { changes } = found;
  const count = changes.length;
  const told = isOne ? { changes, patch: [] } : found;
  if (grain === "rows") compareRows(before, after, name as PlanList, place, told);
  else if (grain !== "answer") compareMembers((before ?? {}) as Part, (after ?? {}) as Part, grain, place, told);
  // an empty list says something, and so does that there is none
  const isAnswer = changes.length === count || isEmpty(before) || isEmpty(after);
  if (isOne && isAnswer) changes.push(changedAnswer(place, name, before, after));
}

const isEmpty = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.keys(value).length === 0;

function compareRows(before: unknown, after: unknown, list: PlanList, place: PatchPlace, found: Found): void {
  const { changes, patch } = found;
  const [a, b] = [rowsById(before, list, ["a", ...place.path]), rowsById(after, list, ["b", ...place.path])];
  const at = (index: number): string => `${place.pointer}/${String(index)}`;
  const testOf = (index: number, value: string): JsonPatchOperation => ({
    op: "test",
    path: `${at(index)}/${keyOf(list)}`,
    value,
  });
  const moves = rowMoves([...a.keys()], [...b.keys()]);
  for (const move of moves) {
    const { id } = move;
    const path = [...place.path, id];
    if (move.op === "move") {
      patch.push(testOf(move.from, id), { op: "move", from: at(move.from), path: at(move.at) });
    } else if (move.op === "add") {
      patch.push({ op: "add", path: at(move.at), value: b.get(id) });
      changes.push({ code: "strategy-plan/row-added", path, details: placeOf(list, id, b.get(id)) });
    } else {
      patch.push(...replaced(a.get(id), undefined, at(move.at)));
      changes.push({ code: "strategy-plan/row-removed", path, details: placeOf(list, id, a.get(id)) });
    }
  }
  if (moves.some(({ op }) => op === "move")) {
    changes.push({ code: "strategy-plan/rows-reordered", path: place.path, details: { list } });
  }
  let index = -1;
  for (const [id, row] of b) {
    index += 1;
    const own = a.get(id);
    if (own === undefined || isSameJson(own, row)) continue;
    patch.push(testOf(index, id));
    compareMembers(own, row, rowGrainOf(list), { ...rowPlace(place, list, id, row), pointer: at(index) }, found);
  }
}

/** What makes one value of another at a place; what was there is tested first. */
function replaced(before: unknown, after: unknown, path: string): readonly JsonPatchOperation[] {
  if (before === undefined) return [{ op: "add", path, value: after }];
  const test: JsonPatchOperation = { op: "test", path, value: before };
  return after === undefined ? [test, { op: "remove", path }] : [test, { op: "replace", path, value: after }];
}

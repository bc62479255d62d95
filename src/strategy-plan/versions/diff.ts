import type { Path } from "../../core/index.ts";
import { readPlan } from "../read-plan.ts";
import { PLAN_SECTIONS, type PlanSection } from "../section.ts";
import type { StrategyPlan } from "../types.ts";
import { changedAnswer, placeOf } from "./change.ts";
import {
  grainOf,
  isSame,
  namesOf,
  planGrain,
  rowsById,
  without,
  type Grain,
  type MembersGrain,
  type Part,
  type RowsGrain,
} from "./grain.ts";
import { jsonPointer, type JsonPatchOperation } from "./patch.ts";
import { rowMoves } from "./row-moves.ts";
import type { ChangedPlace, PlanChange } from "./reasons.ts";

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

/** Where two parts are compared: in the second plan, for the patch, and among names and ids, for people. */
interface Place {
  readonly pointer: Path;
  readonly path: Path;
  readonly row: ChangedPlace;
  readonly isEvidence: boolean;
}

const within = ({ pointer, path, row, isEvidence }: Place, name: string): Place => ({
  pointer: [...pointer, name],
  path: [...path, name],
  row,
  isEvidence: isEvidence || name === "evidence",
});

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
  const [before, after] = [without(a as unknown as Part, hidden), without(b as unknown as Part, hidden)];
  compareMembers(before, after, planGrain, ROOT, found);
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
  return PLAN_SECTIONS.filter((section) => !isSame(partsOf(a, section), partsOf(b, section)));
}

const ROOT: Place = { pointer: [], path: [], row: {}, isEvidence: false };

function compare(before: unknown, after: unknown, grain: Grain, name: string, place: Place, found: Found): void {
  if (grain === "answer") {
    if (isSame(before, after)) return;
    found.patch.push(...replaced(before, after, jsonPointer(place.pointer)));
    found.changes.push(changedAnswer(place, name, before, after));
    return;
  }
  if (before === undefined || after === undefined) {
    if (before === after) return;
    // a part that comes or goes is one operation, and its answers are told one by one
    found.patch.push(...replaced(before, after, jsonPointer(place.pointer)));
    const told: Found = { changes: [], patch: [] };
    if (grain.kind === "members") compareMembers((before ?? {}) as Part, (after ?? {}) as Part, grain, place, told);
    else compareRows(before, after, grain, place, told);
    found.changes.push(...told.changes);
    // an empty list says something, and so does that there is none
    if (told.changes.length === 0 || isEmpty(before) || isEmpty(after)) {
      found.changes.push(changedAnswer(place, name, before, after));
    }
    return;
  }
  if (grain.kind === "members") compareMembers(before as Part, after as Part, grain, place, found);
  else compareRows(before, after, grain, place, found);
}

const isEmpty = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.keys(value).length === 0;

function compareMembers(before: Part, after: Part, grain: MembersGrain, place: Place, found: Found): void {
  for (const name of namesOf(before, after)) {
    if (isSame(before[name], after[name])) continue;
    compare(before[name], after[name], grainOf(grain, name), name, within(place, name), found);
  }
}

function compareRows(before: unknown, after: unknown, grain: RowsGrain, place: Place, found: Found): void {
  const { list, key } = grain;
  const [a, b] = [rowsById(before, grain, ["a", ...place.path]), rowsById(after, grain, ["b", ...place.path])];
  const at = (index: number): string => jsonPointer([...place.pointer, index]);
  const pathOf = (id: string): Path => [...place.path, id];
  for (const [id, row] of a) {
    if (b.has(id)) continue;
    found.changes.push({ code: "strategy-plan/row-removed", path: pathOf(id), details: placeOf(list, id, row) });
  }
  let isReordered = false;
  for (const move of rowMoves([...a.keys()], [...b.keys()])) {
    const { id } = move;
    if (move.op === "move") {
      isReordered = true;
      found.patch.push({ op: "test", path: `${at(move.from)}/${key}`, value: id });
      found.patch.push({ op: "move", from: at(move.from), path: at(move.at) });
    } else if (move.op === "add") {
      found.patch.push({ op: "add", path: at(move.at), value: b.get(id) });
      found.changes.push({ code: "strategy-plan/row-added", path: pathOf(id), details: placeOf(list, id, b.get(id)) });
    } else found.patch.push(...replaced(a.get(id), undefined, at(move.at)));
  }
  if (isReordered) found.changes.push({ code: "strategy-plan/rows-reordered", path: place.path, details: { list } });
  let index = -1;
  for (const [id, row] of b) {
    index += 1;
    const own = a.get(id);
    if (own === undefined || isSame(own, row)) continue;
    const before = found.patch.length;
    const inRow = {
      pointer: [...place.pointer, index],
      path: pathOf(id),
      row: placeOf(list, id, row),
      isEvidence: false,
    };
    compareMembers(own, row, grain.row, inRow, found);
    if (found.patch.length > before) {
      found.patch.splice(before, 0, { op: "test", path: `${at(index)}/${key}`, value: id });
    }
  }
}

/** What makes one value of another at a place; what was there is tested first. */
function replaced(before: unknown, after: unknown, path: string): readonly JsonPatchOperation[] {
  if (before === undefined) return [{ op: "add", path, value: after }];
  const test: JsonPatchOperation = { op: "test", path, value: before };
  return after === undefined ? [test, { op: "remove", path }] : [test, { op: "replace", path, value: after }];
}

import { compareTexts, listOf, oneOf, optional, readDate, readText, refuse, shapeOf } from "../../core/inner.ts";
import type { Path } from "../../core/index.ts";
import type { StrategyPlanErrorCode } from "../errors.ts";
import type { StrategyPlan } from "../types.ts";
import { namedMember, nameOfRow, placeOf, pointerOf } from "./change.ts";
import {
  grainOf,
  isSame,
  namesOf,
  planGrain,
  readWhole,
  rowsById,
  type Grain,
  type MembersGrain,
  type Part,
  type PlanVersion,
  type RowsGrain,
} from "./grain.ts";
import { arranged, leadingOrder, type RowOrders } from "./merge-order.ts";
import { referencesIn } from "./references.ts";
import type { PlanReference } from "./places.ts";
import type { ChangedPlace, MergeConflict, MergeConflictDetails, MergeConflictFacts } from "./reasons.ts";

/** The sides a decision may take. */
export const MERGE_SIDES = ["mine", "theirs", "base"] as const;

/** Whose answer is taken: one of the two sides', or the one from before both. */
export type MergeSide = (typeof MERGE_SIDES)[number];

/** What somebody decided about one conflict. */
export interface MergeDecision {
  /** The conflict, by its `at`. */
  readonly at: string;
  readonly take: MergeSide;
}

/** Decisions, and who signs the merged plan. */
export interface MergeOptions {
  readonly decisions?: readonly MergeDecision[];
  /** Version, author and day of the merged plan; without it, those that both sides changed are conflicts as well. */
  readonly as?: PlanVersion;
}

/** Two versions put together, or what somebody has to decide first. */
export type MergeOutcome =
  | { readonly ok: true; readonly plan: StrategyPlan }
  | {
      readonly ok: false;
      readonly reason: "undecided";
      /** In the order of their `at`. */
      readonly conflicts: readonly MergeConflict[];
      /** What both agree on; where they do not, what was there before. */
      readonly agreed: StrategyPlan;
    };

const INVALID_INPUT: StrategyPlanErrorCode = "strategy-plan/invalid-input";

const readOptions = /* @__PURE__ */ (() =>
  shapeOf<MergeOptions>({
    decisions: optional(listOf(shapeOf<MergeDecision>({ at: readText, take: oneOf(MERGE_SIDES) }))),
    as: optional(shapeOf<PlanVersion>({ version: readText, preparedBy: readText, preparedOn: readDate })),
  }))();

/** Three values of one place, absent where they are undefined. */
interface Three<T = unknown> {
  readonly base: T;
  readonly mine: T;
  readonly theirs: T;
}

/** Where three plans are merged. */
interface Place {
  readonly path: Path;
  readonly row: ChangedPlace;
  readonly isEvidence: boolean;
}

/** A merge under way. */
interface Merging {
  readonly plans: Three<StrategyPlan>;
  readonly decisions: ReadonlyMap<string, MergeSide>;
  /** Decisions that some conflict asked for. */
  readonly used: Set<string>;
  readonly conflicts: MergeConflict[];
  /** Who refers to a row on each side, and did not before. */
  readonly fresh: { readonly mine: References; readonly theirs: References };
}

type References = ReadonlyMap<string, readonly PlanReference[]>;

/** References of a side that the base does not have. */
function freshReferences(base: StrategyPlan, side: StrategyPlan): References {
  const before = referencesIn(base as unknown as Part);
  const fresh = [...referencesIn(side as unknown as Part)].map(([target, references]) => {
    const keyOf = ({ list, row, member }: PlanReference): string => JSON.stringify([list, row, member]);
    const known = new Set((before.get(target) ?? []).map(keyOf));
    return [target, references.filter((reference) => !known.has(keyOf(reference)))] as const;
  });
  return new Map(fresh.filter(([, references]) => references.length > 0));
}

/**
 * Two people's versions of one plan put together (计划书合并): what only one of them changed is taken, what both changed in
 * the same way is taken once, and what they changed differently is a conflict that names both sides and who wrote them.
 *
 * Nothing is lost: without conflicts the result has all changes of both; with conflicts there is no result, and the same
 * call with a decision for each gives one. A decision for something that is not a conflict is refused, so that an old list
 * of decisions is not applied in silence. A row that one side took out is a conflict where the other changed it, or wrote
 * something new that refers to it. Nobody approved what two have put together: where both changed something, `approvedBy`
 * is not taken over.
 *
 * It does not matter which side is which: the two change places in the conflicts and nowhere else.
 *
 * @param base - the version both began with
 * @param mine - one side
 * @param theirs - the other side
 * @param options - decisions about the conflicts of an earlier call; version, author and day of the merged plan
 * @returns the merged plan, or the conflicts
 * @throws `strategy-plan/invalid-plan`, or the code of a date, period, decimal, amount or reference, for a plan that cannot
 * be read
 * @throws `strategy-plan/duplicate-id` where a list has one id twice
 * @throws `strategy-plan/invalid-input` for options that cannot be read, a decision about something that is not a conflict
 * or a second one about the same, for plans of different clients, and for what is only a view of a plan
 * @example
 * const base = { id: "P-1", version: "1", client: "C-1", period: "2026", currency: "CNY", preparedBy: "E-1", preparedOn: "2025-12-01",
 *   actions: [{ id: "a1", plannedPitchTime: "2026-03" }, { id: "a2" }] } as const;
 * const mine = { ...base, actions: [{ id: "a1", plannedPitchTime: "2026-04" }, { id: "a2" }] } as const;
 * const theirs = { ...base, preparedBy: "E-2", actions: [{ id: "a1", plannedPitchTime: "2026-05" }, { id: "a2", pitchMethod: { method: "meeting" } }] } as const;
 * const first = mergePlans(base, mine, theirs);
 * first.ok ? [] : first.conflicts.map(({ code, details }) => [code, details.at, details.mine, details.theirsBy]) // => [["strategy-plan/changed-by-both", "actions/a1/plannedPitchTime", "2026-04", "E-2"]]
 * const second = mergePlans(base, mine, theirs, { decisions: [{ at: "actions/a1/plannedPitchTime", take: "theirs" }] });
 * second.ok ? second.plan.actions : null // => [{ id: "a1", plannedPitchTime: "2026-05" }, { id: "a2", pitchMethod: { method: "meeting" } }]
 * @since 0.1.0
 */
export function mergePlans(
  base: StrategyPlan,
  mine: StrategyPlan,
  theirs: StrategyPlan,
  options: MergeOptions = {},
): MergeOutcome {
  const plans: Three<StrategyPlan> = {
    base: readWhole(base, "base"),
    mine: readWhole(mine, "mine"),
    theirs: readWhole(theirs, "theirs"),
  };
  readOptions(options, ["options"], INVALID_INPUT);
  for (const side of ["mine", "theirs"] as const) {
    if (plans[side].client === base.client) continue;
    refuse(INVALID_INPUT, [side, "client"], "another client than that of base", {});
  }
  const merging: Merging = {
    plans,
    decisions: decisionsIn(options),
    used: new Set(),
    conflicts: [],
    fresh: { mine: freshReferences(base, mine), theirs: freshReferences(base, theirs) },
  };
  const signed = Object.keys(options.as ?? {});
  const three: Three<Part> = plans as unknown as Three<Part>;
  const bothChanged = !isSame(base, mine) && !isSame(base, theirs) && !isSame(mine, theirs);
  const merged = mergeMembers(three, planGrain, { path: [], row: {}, isEvidence: false }, merging, signed);
  if (bothChanged) delete merged["approvedBy"];
  const plan = { ...merged, ...options.as } as unknown as StrategyPlan;
  for (const [index, { at }] of (options.decisions ?? []).entries()) {
    if (merging.used.has(at)) continue;
    refuse(INVALID_INPUT, ["options", "decisions", index, "at"], "not a conflict of this merge", { at });
  }
  if (merging.conflicts.length === 0) return { ok: true, plan };
  const conflicts = merging.conflicts.sort((a, b) => compareTexts(a.details.at, b.details.at));
  return { ok: false, reason: "undecided", conflicts, agreed: plan };
}

function decisionsIn({ decisions = [] }: MergeOptions): ReadonlyMap<string, MergeSide> {
  const found = new Map<string, MergeSide>();
  for (const [index, { at, take }] of decisions.entries()) {
    const path = ["options", "decisions", index, "at"];
    if (found.has(at)) refuse(INVALID_INPUT, path, "decided twice", { at });
    found.set(at, take);
  }
  return found;
}

/** What a place is after the merge; undefined where it is absent. */
function merge(three: Three, grain: Grain, name: string, place: Place, merging: Merging): unknown {
  if (grain === "answer") {
    const agreed = agreedOf(three);
    if (agreed !== null) return agreed.value;
    const named = namedMember(place, name);
    return decided("strategy-plan/changed-by-both", three, place, merging, named);
  }
  if (grain.kind === "rows") {
    // that there is none is an answer: it does not go together with what the other side did to the rows
    const saysNone = [three.mine, three.theirs].some((side) => isSame(side, []) && !isSame(side, three.base));
    if (saysNone && agreedOf(three) === null) {
      return decided("strategy-plan/changed-by-both", three, place, merging, namedMember(place, name));
    }
    const rows = mergeRows(three, grain, place, merging);
    // whether a list is there at all is a question of its own: an empty one says something
    const isThere = agreedOf({
      base: three.base !== undefined,
      mine: three.mine !== undefined,
      theirs: three.theirs !== undefined,
    });
    return rows.length > 0 || isThere?.value === true ? rows : undefined;
  }
  const parts = three as Three<Part | undefined>;
  const agreed = agreedOf(parts);
  if (agreed !== null) return agreed.value;
  // one took it out and the other changed it; or both brought it, and it says something only as a whole
  const isAtOnce = parts.base === undefined ? grain.isWhole : parts.mine === undefined || parts.theirs === undefined;
  if (isAtOnce) return decided("strategy-plan/changed-by-both", three, place, merging, namedMember(place, name));
  return mergeMembers(parts, grain, place, merging);
}

/** What three values come to where at most one side changed something, or both the same; null where they differ. */
function agreedOf({ base, mine, theirs }: Three): { readonly value: unknown } | null {
  if (isSame(mine, theirs)) return { value: mine };
  if (isSame(base, mine)) return { value: theirs };
  return isSame(base, theirs) ? { value: mine } : null;
}

function mergeMembers(
  { base, mine, theirs }: Three<Part | undefined>,
  grain: MembersGrain,
  place: Place,
  merging: Merging,
  skipped: readonly string[] = [],
): Record<string, unknown> {
  const merged: Record<string, unknown> = {};
  for (const name of namesOf(base, mine, theirs)) {
    if (skipped.includes(name)) continue;
    const three = { base: base?.[name], mine: mine?.[name], theirs: theirs?.[name] };
    const own = { path: [...place.path, name], row: place.row, isEvidence: place.isEvidence || name === "evidence" };
    const value = merge(three, grainOf(grain, name), name, own, merging);
    if (value !== undefined) merged[name] = value;
  }
  return merged;
}

function mergeRows(three: Three, grain: RowsGrain, place: Place, merging: Merging): readonly Part[] {
  const [base, mine, theirs] = [
    rowsById(three.base, grain, ["base", ...place.path]),
    rowsById(three.mine, grain, ["mine", ...place.path]),
    rowsById(three.theirs, grain, ["theirs", ...place.path]),
  ];
  const rows = new Map<string, Part>();
  for (const id of new Set([...base.keys(), ...mine.keys(), ...theirs.keys()])) {
    const own = { base: base.get(id), mine: mine.get(id), theirs: theirs.get(id) };
    const at = { path: [...place.path, id], row: placeOf(grain.list, id, callingRow(own, grain)), isEvidence: false };
    const row = mergeRow(own, id, grain, at, merging);
    if (row !== undefined) rows.set(id, row);
  }
  const orders = { base: [...base.keys()], mine: [...mine.keys()], theirs: [...theirs.keys()] };
  const order = orderOf(orders, new Set(rows.keys()), grain, place, merging);
  return order.flatMap((id): readonly Part[] => {
    const row = rows.get(id);
    return row === undefined ? [] : [row];
  });
}

/** The row that says what a row is called: the one from before, and of two new ones the one whose name comes first. */
function callingRow({ base, mine, theirs }: Three<Part | undefined>, { list }: RowsGrain): Part | undefined {
  if (base !== undefined || mine === undefined || theirs === undefined) return base ?? mine ?? theirs;
  return compareTexts(nameOfRow(list, mine) ?? null, nameOfRow(list, theirs) ?? null) <= 0 ? mine : theirs;
}

function mergeRow(
  row: Three<Part | undefined>,
  id: string,
  grain: RowsGrain,
  place: Place,
  merging: Merging,
): Part | undefined {
  const { base, mine, theirs } = row;
  // a row that nobody took out is merged answer by answer
  if (mine !== undefined && theirs !== undefined) return mergeMembers(row, grain.row, place, merging);
  const kept = mine ?? theirs;
  if (base === undefined || kept === undefined) return kept;
  const [removed, left] = mine === undefined ? (["mine", "theirs"] as const) : (["theirs", "mine"] as const);
  const who = { removedBy: merging.plans[removed].preparedBy, keptBy: merging.plans[left].preparedBy };
  if (!isSame(base, kept)) {
    return decided("strategy-plan/removed-and-changed", row, place, merging, who) as Part | undefined;
  }
  const references = merging.fresh[left].get(id);
  if (references === undefined) return undefined;
  return decided("strategy-plan/removed-and-referenced", row, place, merging, { references, ...who }) as
    Part | undefined;
}

function orderOf(
  orders: RowOrders,
  merged: ReadonlySet<string>,
  { list }: RowsGrain,
  place: Place,
  merging: Merging,
): readonly string[] {
  const own = { ...place, path: [...place.path, "#order"], row: {} };
  const lead =
    leadingOrder(orders, merged) ??
    (decided("strategy-plan/reordered-by-both", { ...orders }, own, merging, { list }) as readonly string[]);
  return arranged(lead, orders, merged);
}

/** A conflict, or what somebody decided about it; what was there before, as long as nobody has. */
function decided<Code extends keyof MergeConflictDetails>(
  code: Code,
  three: Three,
  { path, row }: Place,
  { plans, decisions, used, conflicts }: Merging,
  facts: Omit<MergeConflictDetails[Code], keyof MergeConflictFacts>,
): unknown {
  const at = pointerOf(path);
  const take = decisions.get(at);
  if (take !== undefined) {
    used.add(at);
    return three[take];
  }
  const { mine, theirs } = plans;
  const details = {
    at,
    ...row,
    ...facts,
    ...Object.fromEntries(MERGE_SIDES.flatMap((side) => (three[side] === undefined ? [] : [[side, three[side]]]))),
    mineBy: mine.preparedBy,
    mineVersion: mine.version,
    theirsBy: theirs.preparedBy,
    theirsVersion: theirs.version,
  };
  conflicts.push({ code, path, details } as unknown as MergeConflict);
  return three.base;
}

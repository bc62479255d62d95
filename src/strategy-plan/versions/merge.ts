import type { Path } from "../../core/index.ts";
import {
  compareTexts,
  isSameJson,
  listOf,
  oneOf,
  optional,
  readDate,
  readText,
  refuse,
  shapeOf,
} from "../../core/inner.ts";
import type { StrategyPlanErrorCode } from "../errors.ts";
import type { StrategyPlan } from "../types.ts";
import { namedMember } from "./change.ts";
import { grainOf, namesOf, planGrain, readWhole, ROOT, rowGrainOf, within } from "./grain.ts";
import type { Grain, MembersGrain, Part, Place, PlanVersion } from "./grain.ts";
import { arranged } from "./merge-order.ts";
import { PLAN_LISTS, type PlanList, type PlanReference } from "./places.ts";
import type { MergeConflict, MergeConflictDetails, MergeConflictFacts } from "./reasons.ts";
import { nameOfRow, referencesIn, refuseTwice, rowPlace, rowsById } from "./rows.ts";

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
type Three<T = unknown> = Readonly<Record<MergeSide, T>>;

/** What is said of each of three values. */
const each = <T, U>({ base, mine, theirs }: Three<T>, of: (value: T, side: MergeSide) => U): Three<U> => ({
  base: of(base, "base"),
  mine: of(mine, "mine"),
  theirs: of(theirs, "theirs"),
});

/** What three values come to where at most one side changed something, or both the same; null where they differ. */
function agreedOf<T>({ base, mine, theirs }: Three<T>): { readonly value: T } | null {
  if (isSameJson(mine, theirs)) return { value: mine };
  if (isSameJson(base, mine)) return { value: theirs };
  return isSameJson(base, theirs) ? { value: mine } : null;
}

/** A merge under way. */
interface Merging {
  readonly plans: Three<StrategyPlan>;
  /** Decisions that no conflict has asked for yet. */
  readonly decisions: Map<string, MergeSide>;
  readonly conflicts: MergeConflict[];
  /** What refers to each row, looked up when a row was first taken out. */
  references?: Three<ReadonlyMap<string, readonly PlanReference[]>>;
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
 * @throws `strategy-plan/duplicate-id` where a list has one id twice, or the merged plan would have it in two lists: nobody
 * could say which row is meant
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
  const plans = each({ base, mine, theirs }, readWhole);
  readOptions(options, ["options"], INVALID_INPUT);
  for (const side of ["mine", "theirs"] as const) {
    if (plans[side].client === base.client) continue;
    refuse(INVALID_INPUT, [side, "client"], "another client than that of base", {});
  }
  const parts = plans as unknown as Three<Part>;
  const merging: Merging = {
    plans,
    decisions: decisionsIn(options),
    conflicts: [],
  };
  const unsigned = agreedOf(parts) === null ? ["approvedBy"] : [];
  const merged = mergeMembers(parts, planGrain, ROOT, merging, [...Object.keys(options.as ?? {}), ...unsigned]);
  assertApart(merged, parts);
  const plan = { ...merged, ...options.as } as unknown as StrategyPlan;
  for (const [index, { at }] of (options.decisions ?? []).entries()) {
    if (!merging.decisions.has(at)) continue;
    refuse(INVALID_INPUT, ["options", "decisions", index, "at"], "not a conflict of this merge", { at });
  }
  if (merging.conflicts.length === 0) return { ok: true, plan };
  const conflicts = merging.conflicts.sort((a, b) => compareTexts(a.details.at, b.details.at));
  return { ok: false, reason: "undecided", conflicts, agreed: plan };
}

function decisionsIn({ decisions = [] }: MergeOptions): Map<string, MergeSide> {
  const found = new Map<string, MergeSide>();
  for (const [index, { at, take }] of decisions.entries()) {
    const path = ["options", "decisions", index, "at"];
    if (found.has(at)) refuse(INVALID_INPUT, path, "decided twice", { at });
    found.set(at, take);
  }
  return found;
}

/** Refuses an id that rows of two lists have, as where each side wrote one of them. */
function assertApart(merged: Part, sides: Three<Part>): void {
  const idsOf = (rows: unknown): readonly unknown[] => ((rows ?? []) as readonly Part[]).map(({ id }) => id);
  const known = new Set<unknown>();
  for (const list of PLAN_LISTS) {
    for (const id of idsOf(merged[list])) {
      for (const side of known.has(id) ? MERGE_SIDES : []) {
        const index = idsOf(sides[side][list]).indexOf(id);
        if (index >= 0) refuseTwice(id as string, [side, list, index, "id"]);
      }
      known.add(id);
    }
  }
}

function mergeMembers(
  parts: Three<Part | undefined>,
  grain: MembersGrain,
  place: Place,
  merging: Merging,
  skipped: readonly string[] = [],
): Part {
  const merged: Record<string, unknown> = {};
  for (const name of namesOf(parts.base, parts.mine, parts.theirs)) {
    if (skipped.includes(name)) continue;
    const own = each(parts, (part) => part?.[name]);
    const value = mergeMember(own, grainOf(grain, name), name, within(place, name), merging);
    if (value !== undefined) merged[name] = value;
  }
  return merged;
}

/** What a member is after the merge; undefined where it is absent. */
function mergeMember(three: Three, grain: Grain, name: string, place: Place, merging: Merging): unknown {
  const { base, mine, theirs } = three;
  const agreed = grain === "rows" ? null : agreedOf(three);
  if (grain === "rows") {
    // that there is none is an answer: it does not go together with what the other side did to the rows
    const saysNone = [mine, theirs].some((side) => isSameJson(side, []) && !isSameJson(side, base));
    if (!saysNone || agreedOf(three) !== null) return mergeRows(three, name as PlanList, place, merging);
  } else if (agreed !== null) return agreed.value;
  else if (grain !== "answer") {
    // one took it out and the other changed it; or both brought it, and it says something only as a whole
    const isAtOnce = base === undefined ? grain.isWhole === true : mine === undefined || theirs === undefined;
    if (!isAtOnce) return mergeMembers(three as Three<Part | undefined>, grain, place, merging);
  }
  return decided("strategy-plan/changed-by-both", three, place, merging, namedMember(place, name));
}

function mergeRows(three: Three, list: PlanList, place: Place, merging: Merging): readonly Part[] | undefined {
  const rows = each(three, (own, side) => rowsById(own, list, [side, ...place.path]));
  const orders = each(rows, (own) => [...own.keys()]);
  const merged = new Map<string, Part>();
  for (const id of new Set([...orders.base, ...orders.mine, ...orders.theirs])) {
    const own = each(rows, (side) => side.get(id));
    // most rows are the same on a side as they were before
    const agreed = own.mine === undefined || own.theirs === undefined ? null : agreedOf(own);
    const row =
      agreed === null ? mergeRow(id, own, rowPlace(place, list, id, callingRow(own, list)), merging) : agreed.value;
    if (row !== undefined) merged.set(id, row);
  }
  // whether a list is there at all is a question of its own: an empty one says something
  const isThere = agreedOf(each(three, (own) => own !== undefined))?.value === true;
  if (merged.size === 0) return isThere ? [] : undefined;
  const inAll = (ids: readonly string[]): readonly string[] =>
    ids.filter((id) => rows.base.has(id) && rows.mine.has(id) && rows.theirs.has(id) && merged.has(id));
  const spine =
    agreedOf(each(orders, inAll))?.value ??
    inAll(decided("strategy-plan/reordered-by-both", orders, { ...place, row: {} }, merging, { list }));
  return arranged(spine, orders, (id) => merged.has(id)).map((id) => merged.get(id) ?? {});
}

/** The row that says what a row is called: the one from before, and of two new ones the one whose name comes first. */
function callingRow({ base, mine, theirs }: Three<Part | undefined>, list: PlanList): Part | undefined {
  if (base !== undefined || mine === undefined || theirs === undefined) return base ?? mine ?? theirs;
  return compareTexts(nameOfRow(list, mine) ?? null, nameOfRow(list, theirs) ?? null) <= 0 ? mine : theirs;
}

function mergeRow(id: string, row: Three<Part | undefined>, place: Place, merging: Merging): Part | undefined {
  const { base, mine, theirs } = row;
  // a row that nobody took out is merged answer by answer
  if (mine !== undefined && theirs !== undefined) return mergeMembers(row, rowGrainOf(place.row.list), place, merging);
  const kept = mine ?? theirs;
  if (base === undefined || kept === undefined) return kept;
  const { plans } = merging;
  const [removed, left] = mine === undefined ? (["mine", "theirs"] as const) : (["theirs", "mine"] as const);
  const who = { removedBy: plans[removed].preparedBy, keptBy: plans[left].preparedBy };
  if (!isSameJson(base, kept)) return decided("strategy-plan/removed-and-changed", row, place, merging, who);
  const references = (merging.references ??= each(plans as unknown as Three<Part>, referencesIn));
  const known = new Set(references.base.get(id)?.map((one) => JSON.stringify(one)));
  const fresh = (references[left].get(id) ?? []).filter((one) => !known.has(JSON.stringify(one)));
  if (fresh.length === 0) return undefined;
  return decided("strategy-plan/removed-and-referenced", row, place, merging, { references: fresh, ...who });
}

/** What somebody decided about a conflict; as long as nobody has, what was there before. */
function decided<Code extends keyof MergeConflictDetails, T>(
  code: Code,
  three: Three<T>,
  { path, row }: Place,
  { plans, decisions, conflicts }: Merging,
  facts: Omit<MergeConflictDetails[Code], keyof MergeConflictFacts>,
): T {
  // no member of a plan has a name with a # in it, so that the order of a list is never taken for a row
  const at = pointerOf(path) + (code === "strategy-plan/reordered-by-both" ? "#order" : "");
  const take = decisions.get(at);
  decisions.delete(at);
  if (take !== undefined) return three[take];
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

/** A place among names and ids as one text that a decision can name. */
const pointerOf = (path: Path): string =>
  path.map((part) => String(part).replaceAll("~", "~0").replaceAll("/", "~1")).join("/");

import type { LocalDate, Path } from "../../core/index.ts";
import { asGiven, byTag, readList, refuse, shapeOf, wholeNumber, type Reader } from "../../core/inner.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import { entriesFrom, type StandingHistoryEntry } from "./history.ts";
import type { ServedDifferentlyLine } from "./lines.ts";
import type { StandingObservation } from "./observation.ts";
import type { StandingPolicy } from "./policy.ts";
import { resolveStandingPolicy } from "./read-policy.ts";
import { readObservation } from "./read-standing.ts";
import type { Standing } from "./standing.ts";

/** Ways a list of observations can change. */
export const STANDING_AMENDMENTS = /* @__PURE__ */ Object.freeze(["add", "replace", "remove"] as const);

/** An observation that came late: it goes behind those of its day. */
export interface AddedObservation {
  readonly change: "add";
  readonly observation: StandingObservation;
}

/** An observation that was wrong, and what it should have been. */
export interface ReplacedObservation {
  readonly change: "replace";
  /** Index in the list of observations as it was. */
  readonly at: number;
  readonly observation: StandingObservation;
}

/** An observation that should not have been there. */
export interface RemovedObservation {
  readonly change: "remove";
  /** Index in the list of observations as it was. */
  readonly at: number;
}

/** One change to a list of observations. */
export type StandingAmendment = AddedObservation | ReplacedObservation | RemovedObservation;

/** What late and corrected observations make of a standing. */
export interface AmendedStanding {
  /** The observations as they are now, to be stored in place of the old ones. */
  readonly observations: readonly StandingObservation[];
  /** The standing they give; null when none is left. */
  readonly standing: Standing | null;
  /** Index of the first observation that changed: all before it stand as they were. */
  readonly from: number;
  /** Stretches of days whose served level is another one now, in order; lines for `tell`. */
  readonly differences: readonly ServedDifferentlyLine[];
  /** What happened from the first changed observation on, as it is now. */
  readonly history: readonly StandingHistoryEntry[];
}

const CODE = "customer-classification/invalid-standing-change" satisfies CustomerClassificationErrorCode;

/** What the changes do to a list: what stands at an index now, null for nothing, and what is to be put to its day. */
interface ReadChanges {
  readonly now: ReadonlyMap<number, StandingObservation | null>;
  readonly added: readonly StandingObservation[];
}

/** The changes, each of its kind; a correction that leaves the day leaves the place in the list. */
function readChanges(given: readonly StandingAmendment[], list: readonly StandingObservation[]): ReadChanges {
  const readAt = wholeNumber(0, list.length - 1);
  // observations are read where they are replayed
  const read: Reader<StandingAmendment> = byTag<StandingAmendment, "change">("change", {
    add: shapeOf<AddedObservation>({ change: asGiven, observation: asGiven }),
    replace: shapeOf<ReplacedObservation>({ change: asGiven, at: readAt, observation: asGiven }),
    remove: shapeOf<RemovedObservation>({ change: asGiven, at: readAt }),
  });
  const added: StandingObservation[] = [];
  const now = new Map<number, StandingObservation | null>();
  for (const [index, change] of readList(given, ["changes"], CODE).entries()) {
    const path: Path = ["changes", index];
    read(change, path, CODE);
    const observation =
      change.change === "remove" ? null : readObservation(change.observation, [...path, "observation"]);
    const at = change.change === "add" ? null : change.at;
    if (at !== null && now.has(at)) refuse(CODE, [...path, "at"], "changed twice", { received: String(at) });
    const isOfSameDay = at !== null && observation?.on === list[at]?.on;
    if (at !== null) now.set(at, isOfSameDay ? observation : null);
    if (observation !== null && !isOfSameDay) added.push(observation);
  }
  return { now, added };
}

/** The levels served, each from the day it began, to the day the last override runs out. */
function servedFrom(entries: readonly StandingHistoryEntry[], last: Standing | null): ReadonlyMap<LocalDate, string> {
  const served = new Map(entries.map(({ transition: { on, to } }) => [on, to]));
  const override = last?.override ?? null;
  return last === null || override === null ? served : served.set(override.to, last.floored);
}

/** The stretches in which two courses of the served level differ, after a level both began with. */
function differencesOf(
  before: ReadonlyMap<LocalDate, string>,
  after: ReadonlyMap<LocalDate, string>,
  start: string | null,
): readonly ServedDifferentlyLine[] {
  const days = [...new Set([...before.keys(), ...after.keys()])].sort();
  const differences: ServedDifferentlyLine[] = [];
  let [was, is] = [start, start];
  for (const [index, from] of days.entries()) {
    was = before.get(from) ?? was;
    is = after.get(from) ?? is;
    if (was === is) continue;
    const to = days[index + 1];
    const last = differences.at(-1);
    const isSame = last?.to === from && (last.before ?? null) === was && (last.after ?? null) === is;
    if (isSame) differences.pop();
    differences.push({
      line: "served-differently",
      from: isSame ? last.from : from,
      ...(to === undefined ? {} : { to }),
      ...(was === null ? {} : { before: was }),
      ...(is === null ? {} : { after: is }),
    });
  }
  return differences;
}

/**
 * A standing after observations came late or were corrected (补录与更正): replayed from the first that changed, with the
 * days on which another level should have been served.
 *
 * An added observation goes to its day, behind those already there. A replaced one keeps its place in the list; when its day
 * is another one now, it goes there as an added one does. Everything before the first change stands as it was.
 *
 * @param policy - the rules
 * @param observations - in the order of their days, as they were
 * @param changes - what is added, replaced and removed; `at` counts in the list as it was
 * @returns the observations and the standing as they are now, and the stretches of days that differ; a level served until an
 * override runs out counts up to that day
 * @throws `customer-classification/invalid-standing-change` when a change is not one, or changes an observation twice
 * @throws the errors of {@link advanceStanding}, with the index of the observation as it was in `observations`, and as it is
 * now in `amended`
 * @example
 * const observations: StandingObservation[] = [
 *   { kind: "start", on: "2026-01-31", earned: "ordinary" },
 *   { kind: "review", on: "2026-02-28", earned: "ordinary" },
 *   { kind: "review", on: "2026-03-31", earned: "general" },
 * ];
 * const late: StandingAmendment = { change: "replace", at: 1, observation: { kind: "review", on: "2026-02-28", earned: "core" } };
 * const { differences } = amendStanding(exampleTierStanding, observations, [late]);
 * differences[0] // => { line: "served-differently", from: "2026-02-28", to: "2026-03-31", before: "ordinary", after: "core" }
 * differences[1] // => { line: "served-differently", from: "2026-03-31", before: "general", after: "core" }
 * @since 0.1.0
 */
export function amendStanding(
  policy: StandingPolicy,
  observations: readonly StandingObservation[],
  changes: readonly StandingAmendment[],
): AmendedStanding {
  const resolved = resolveStandingPolicy(policy);
  const list = readList(
    observations,
    ["observations"],
    "customer-classification/invalid-standing-observation" satisfies CustomerClassificationErrorCode,
  );
  const old = entriesFrom(resolved, list, 0, null, "observations");
  const { now, added } = readChanges(changes, list);
  const amended = list.flatMap((was, index) => now.get(index) ?? (now.has(index) ? [] : was));
  for (const observation of added) {
    let at = amended.length;
    while (at > 0 && (amended[at - 1]?.on ?? "") > observation.on) at--;
    amended.splice(at, 0, observation);
  }
  let from = 0;
  while (from < list.length && list[from] === amended[from]) from++;
  const kept = old.filter(({ observation }) => observation !== null && observation < from).at(-1)?.standing ?? null;
  const history = entriesFrom(resolved, amended, from, kept, "amended");
  const replaced = old.slice(old.findIndex(({ observation }) => observation === from - 1) + 1);
  const standing = history.at(-1)?.standing ?? kept;
  const was = servedFrom(replaced, old.at(-1)?.standing ?? null);
  const differences = differencesOf(was, servedFrom(history, standing), kept?.served ?? null);
  return { observations: amended, standing, from, differences, history };
}

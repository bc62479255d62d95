import { addMonths } from "../../calendar/index.ts";
import { describeValue, toDayNumber, type LocalDate, type Path } from "../../core/index.ts";
import { inTheirWords } from "../../core/inner.ts";
import type {
  FloorBegun,
  FloorEnded,
  HumanReviewObserved,
  ObjectionObserved,
  OverrideEnded,
  OverrideObserved,
  OverrideTerms,
} from "./observation.ts";
import type { ResolvedStandingPolicy } from "./read-policy.ts";
import { refuseObservation } from "./refuse.ts";
import { advanceTo, levelAt, linesAbove, placesOf } from "./rules.ts";
import type { OverrideInForce, Standing, StandingAdvance } from "./standing.ts";

/** The place of a level of the policy. */
export function placeOfLevel(policy: ResolvedStandingPolicy, level: string, on: LocalDate, path: Path): number {
  const place = policy.placeOf.get(level);
  if (place !== undefined) return place;
  return refuseObservation(path, "not-in-ladder", on, { received: describeValue(level), allowed: policy.levels });
}

/** The later of two ends; null where there is no end. */
const laterEnd = (a: LocalDate | null, b: LocalDate | null): LocalDate | null =>
  a === null || b === null ? null : a > b ? a : b;

/** A standing after a floor began: an event or a product gives a level. */
export function afterFloorBegun(
  policy: ResolvedStandingPolicy,
  before: Standing,
  { on, floor, to }: FloorBegun,
  seen: readonly string[],
  path: Path,
): StandingAdvance {
  const rule = policy.floors.get(floor);
  if (rule === undefined) {
    const details = { received: describeValue(floor), allowed: [...policy.floors.keys()] };
    return refuseObservation([...path, "floor"], "floor-not-declared", on, details);
  }
  if (to !== undefined && to <= on) refuseObservation([...path, "to"], "ends-before-it-begins", on, { floor });
  const { months } = rule;
  const own =
    months === null ? null : inTheirWords({ n: [...path, "on"] }, (): LocalDate | null => addMonths(on, months));
  const given = to ?? own;
  const running = before.floors.find((one) => one.floor === floor);
  const end = running === undefined ? given : laterEnd(running.to, given);
  const others = before.floors.filter((one) => one !== running);
  const places = placesOf(before, {
    asOf: on,
    floored: Math.max(before.steps.floored, rule.place),
    floors: [...others, { floor, to: end }],
    seen,
  });
  const level = levelAt(policy, rule.place);
  return advanceTo(policy, before, places, "floor", [
    { line: "floor-begins", floor, level, ...(end === null ? {} : { to: end }) },
  ]);
}

/** A standing after a floor was ended; it counts up to the next review. */
export function afterFloorEnded(
  policy: ResolvedStandingPolicy,
  before: Standing,
  { on, floor }: FloorEnded,
  seen: readonly string[],
  path: Path,
): StandingAdvance {
  if (!policy.floors.has(floor)) {
    const details = { received: describeValue(floor), allowed: [...policy.floors.keys()] };
    return refuseObservation([...path, "floor"], "floor-not-declared", on, details);
  }
  const running = before.floors.find((one) => one.floor === floor && (one.to === null || one.to > on));
  if (running === undefined) return refuseObservation([...path, "floor"], "floor-not-begun", on, { floor });
  const floors = before.floors.map((one) => (one === running ? { floor, to: on } : one));
  const places = placesOf(before, { asOf: on, floors, seen });
  return advanceTo(policy, before, places, "floor", [
    { line: "floor-ends", floor, to: on, nextReview: before.nextReview },
    ...linesAbove(policy, places),
  ]);
}

/** An override that is as the policy wants it. */
function readOverride(
  policy: ResolvedStandingPolicy,
  { level, to, reason, by, approvedBy }: OverrideTerms,
  on: LocalDate,
  path: Path,
): OverrideInForce {
  const rule = policy.policy.override;
  if (rule === undefined) return refuseObservation(path, "override-not-allowed", on);
  placeOfLevel(policy, level, on, [...path, "level"]);
  if (to <= on) refuseObservation([...path, "to"], "ends-before-it-begins", on);
  const days = toDayNumber(to) - toDayNumber(on);
  const { maxDays, approvals: wanted } = rule;
  if (days > maxDays) refuseObservation([...path, "to"], "override-too-long", on, { days, maxDays });
  for (const [index, person] of approvedBy.entries()) {
    const at = [...path, "approvedBy", index];
    if (person === by) refuseObservation(at, "approved-by-asker", on);
    if (approvedBy.indexOf(person) < index) refuseObservation(at, "approved-twice", on);
  }
  const approvals = approvedBy.length;
  if (approvals < wanted) refuseObservation([...path, "approvedBy"], "approvals-missing", on, { approvals, wanted });
  return { level, to, reason, by, approvedBy: [...approvedBy], from: on };
}

const madeLine = (before: Standing, { level, to, reason, by, approvedBy }: OverrideInForce) =>
  ({ line: "override-made", level, rules: before.floored, to, reason, by, approvedBy }) as const;

/** A standing after a level was set by hand. */
export function afterOverride(
  policy: ResolvedStandingPolicy,
  before: Standing,
  observed: OverrideObserved,
  seen: readonly string[],
  path: Path,
): StandingAdvance {
  const override = readOverride(policy, observed, observed.on, path);
  const places = placesOf(before, { asOf: observed.on, override, seen });
  return advanceTo(policy, before, places, "override", [madeLine(before, override)]);
}

/** A standing after an override was taken back. */
export function afterOverrideEnded(
  policy: ResolvedStandingPolicy,
  before: Standing,
  { on, by }: OverrideEnded,
  seen: readonly string[],
  path: Path,
): StandingAdvance {
  const { override } = before;
  if (override === null) return refuseObservation([...path, "kind"], "no-override", on);
  const places = placesOf(before, { asOf: on, override: null, seen });
  return advanceTo(policy, before, places, "expire", [
    { line: "override-taken-back", level: override.level, by },
    ...linesAbove(policy, places),
  ]);
}

/** A standing on the day an override has run out. */
export function afterOverrideExpired(
  policy: ResolvedStandingPolicy,
  before: Standing,
  override: OverrideInForce,
): StandingAdvance {
  const places = placesOf(before, { asOf: override.to, override: null, seen: [] });
  return advanceTo(policy, before, places, "expire", [
    { line: "override-expired", level: override.level, on: override.to },
    ...linesAbove(policy, places),
  ]);
}

/** A standing after the client objected. */
export function afterObjection(
  policy: ResolvedStandingPolicy,
  before: Standing,
  { on }: ObjectionObserved,
  seen: readonly string[],
): StandingAdvance {
  const holds = policy.policy.objectionHolds === true;
  const atLeast = holds ? before.floored : null;
  const waiting = before.objection !== null && before.objection.answeredOn === null ? before.objection.on : on;
  const places = placesOf(before, { asOf: on, objection: { on: waiting, atLeast, answeredOn: null }, seen });
  return advanceTo(policy, before, places, "objection", [
    { line: "level-objected-to", level: before.served, ...(atLeast === null ? {} : { atLeast }) },
  ]);
}

/** A standing after a person has answered an objection. */
export function afterHumanReview(
  policy: ResolvedStandingPolicy,
  before: Standing,
  { on, by, outcome, override: terms }: HumanReviewObserved,
  seen: readonly string[],
  path: Path,
): StandingAdvance {
  const { objection } = before;
  if (objection?.answeredOn !== null) return refuseObservation([...path, "kind"], "no-objection", on);
  if (terms === undefined && outcome === "changed") refuseObservation([...path, "override"], "override-missing", on);
  if (terms !== undefined && outcome === "upheld")
    refuseObservation([...path, "override"], "override-without-change", on);
  const override = terms === undefined ? before.override : readOverride(policy, terms, on, [...path, "override"]);
  const places = placesOf(before, {
    asOf: on,
    override,
    // what waited for the answer may fall at the next review
    objection: objection.atLeast === null ? null : { ...objection, answeredOn: on },
    seen,
  });
  return advanceTo(policy, before, places, "human-review", [
    { line: "level-seen-by-person", by, outcome },
    ...(terms === undefined || override === null ? [] : [madeLine(before, override)]),
    ...linesAbove(policy, places),
  ]);
}

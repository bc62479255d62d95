import { compareDecimals, type LocalDate, type Path } from "../../core/index.ts";
import type { StandingChange } from "./change.ts";
import type { StandingLine } from "./lines.ts";
import type { EventObserved, ReviewObserved } from "./observation.ts";
import { markMade } from "./made.ts";
import type { ResolvedStandingPolicy } from "./read-policy.ts";
import { highestHeld } from "./reviews.ts";
import type { OpenObjection, OpenPeriod, Standing, StandingAdvance, StandingTransition } from "./standing.ts";

/** A standing before its levels are written out: places instead of ids. */
export interface Places extends Pick<
  Standing,
  | "since"
  | "asOf"
  | "reviewedOn"
  | "nextReview"
  | "reviewsLeft"
  | "runs"
  | "period"
  | "floors"
  | "override"
  | "objection"
  | "seen"
> {
  readonly earned: number;
  readonly held: number;
  readonly floored: number;
}

/** A period in which nothing was observed yet. */
export const NOTHING_YET: OpenPeriod = Object.freeze({ earned: -1, kept: -1 });
const NONE = Object.freeze([]);
const REVIEW_SEEN = Object.freeze(["review"]);

/** The id of a level by its place. */
export const levelAt = ({ levels }: ResolvedStandingPolicy, place: number): string => levels[place] ?? "";

/** The standing of these places, which need not be read again. */
export function standingOf(policy: ResolvedStandingPolicy, places: Places): Standing {
  const { earned, held, floored, override } = places;
  const served = override === null ? floored : (policy.placeOf.get(override.level) ?? 0);
  const standing: Standing = {
    policy: policy.stamp,
    since: places.since,
    asOf: places.asOf,
    reviewedOn: places.reviewedOn,
    nextReview: places.nextReview,
    earned: levelAt(policy, earned),
    held: levelAt(policy, held),
    floored: levelAt(policy, floored),
    served: levelAt(policy, served),
    steps: { earned, held, floored, served },
    reviewsLeft: places.reviewsLeft,
    runs: places.runs,
    period: places.period,
    floors: places.floors,
    override,
    objection: places.objection,
    seen: places.seen,
  };
  return markMade(standing);
}

/** The places of a standing, some of them changed. */
export const placesOf = (standing: Standing, changes: Partial<Places>): Places => ({
  ...standing,
  earned: standing.steps.earned,
  held: standing.steps.held,
  floored: standing.steps.floored,
  ...changes,
});

/** A standing with what led to it. */
export function advanceTo(
  policy: ResolvedStandingPolicy,
  before: Standing | null,
  places: Places,
  kind: StandingChange,
  because: readonly StandingLine[],
): StandingAdvance {
  const standing = standingOf(policy, places);
  const { override } = standing;
  const transition: StandingTransition = {
    kind,
    on: standing.asOf,
    from: before === null ? null : before.served,
    to: standing.served,
    because:
      override === null || kind === "override" || kind === "human-review"
        ? because
        : [...because, { line: "override-stands", level: override.level, rules: standing.floored, to: override.to }],
  };
  return { standing, transition };
}

/** Places that an observation found: the one earned, and the highest that is earned or kept; both -1 when not known. */
export function foundBy(
  policy: ResolvedStandingPolicy,
  { measure }: ReviewObserved | EventObserved,
  earned: number,
): OpenPeriod {
  let kept = earned;
  if (measure !== undefined && earned >= 0) {
    for (const { place, keptFrom } of policy.cuts)
      if (place > kept && compareDecimals(measure, keptFrom) >= 0) kept = place;
  }
  return { earned, kept };
}

/** What floors and an open objection give at the least. */
export function leastServed(
  policy: ResolvedStandingPolicy,
  { floors, objection }: Pick<Standing, "floors" | "objection">,
): number {
  let least = 0;
  for (const { floor } of floors) least = Math.max(least, policy.floors.get(floor)?.place ?? 0);
  const level = objection?.atLeast;
  return level === undefined || level === null ? least : Math.max(least, policy.placeOf.get(level) ?? 0);
}

/** The lines that say what is served above the rules, and why. */
export function linesAbove(policy: ResolvedStandingPolicy, places: Places): readonly StandingLine[] {
  const { held, floors, objection } = places;
  if (floors.length === 0 && objection === null) return NONE;
  const rules = levelAt(policy, held);
  const above = floors.filter(({ floor }) => (policy.floors.get(floor)?.place ?? 0) > held);
  const lines: StandingLine[] = [];
  if (above.length > 0) {
    const level = levelAt(policy, leastServed(policy, { floors: above, objection: null }));
    lines.push({ line: "floor-holds", floors: above.map(({ floor }) => floor), level, rules });
  }
  const level = objection?.atLeast ?? null;
  if (level !== null && (policy.placeOf.get(level) ?? 0) > held) lines.push({ line: "objection-holds", level, rules });
  return lines;
}

/** How many reviews in a row found each level earned, counted as far as the policy asks. */
function nextRuns({ rise }: ResolvedStandingPolicy, runs: readonly number[], earned: number): readonly number[] {
  if (rise < 2) return NONE;
  return runs.map((run, place) => (place > earned ? 0 : Math.min(run + 1, rise)));
}

/** How many reviews each level outlasts after a review, or after an event between reviews. */
function nextLeft(
  { grace, rise }: ResolvedStandingPolicy,
  left: readonly number[],
  runs: readonly number[],
  { earned, kept }: OpenPeriod,
  isReview: boolean,
): readonly number[] {
  const isAtOnce = rise === 0 || (rise === 1 && isReview);
  const next = left.slice();
  for (let place = 1; place < next.length; place++) {
    const before = left[place] ?? 0;
    const isRaised = place <= earned && (isAtOnce || (isReview && (runs[place] ?? 0) >= rise));
    if (isRaised || (place <= kept && before > 0)) next[place] = grace[place] ?? 0;
    else if (isReview && earned >= 0 && before > 0) next[place] = before - 1;
  }
  return next;
}

/** An objection, until the first review after a person has answered it. */
const stillOpen = (objection: OpenObjection | null, on: LocalDate): OpenObjection | null =>
  objection === null || (objection.answeredOn !== null && objection.answeredOn <= on) ? null : objection;

/** Why the level that the rules give is what it is after a review, and whether the client is on the watch list. */
function becauseOfRules(
  policy: ResolvedStandingPolicy,
  before: Standing,
  places: Places,
  { earned, kept }: OpenPeriod,
): { readonly kind: StandingChange; readonly lines: readonly StandingLine[] } {
  const { held, reviewsLeft } = places;
  const was = before.steps.held;
  const level = levelAt(policy, held);
  if (held > was) return { kind: "hold", lines: [{ line: "level-raised", from: before.held, level }] };
  if (held < was) {
    const rules = levelAt(policy, highestHeld(reviewsLeft));
    const lines: StandingLine[] = [];
    if ((before.reviewsLeft[was] ?? 0) > 0)
      lines.push({ line: "level-lost", level: before.held, reviews: policy.grace[was] ?? 0, to: rules });
    if (policy.isByStep && (rules !== level || lines.length === 0)) lines.push({ line: "level-by-step", level, rules });
    return { kind: "hold", lines };
  }
  if (earned < 0) return { kind: "unknown", lines: [{ line: "period-unknown", level }] };
  if (earned >= held) return { kind: "hold", lines: policy.kept[held] ?? NONE };
  if (kept >= held) {
    const keptFrom = policy.cuts.find(({ place }) => place >= held)?.keptFrom ?? "";
    return { kind: "hold", lines: [{ line: "level-near", level, earned: levelAt(policy, earned), keptFrom }] };
  }
  const left = reviewsLeft[held] ?? 0;
  const of = policy.grace[held] ?? 0;
  const facts = { level, earned: levelAt(policy, earned), reviews: of - left, of };
  return left <= policy.notice
    ? { kind: "notice", lines: [{ line: "level-notice", ...facts, nextReview: places.nextReview }] }
    : { kind: "watch", lines: [{ line: "level-below", ...facts }] };
}

/** Which change a review made: the level of rules and floors tells, and where that stays, the reason. */
function kindOf(before: Standing, places: Places, kind: StandingChange): StandingChange {
  if (places.floored > before.steps.floored) return "upgrade";
  if (places.floored < before.steps.floored) return "downgrade";
  // a level that a floor gives is not at stake
  return places.floored > places.held && kind !== "unknown" ? "hold" : kind;
}

/** A standing after the review of a period. */
export function afterReview(
  policy: ResolvedStandingPolicy,
  before: Standing,
  on: LocalDate,
  found: OpenPeriod,
  path: Path,
): StandingAdvance {
  const { period, steps, asOf, seen, since } = before;
  const earned = Math.max(found.earned, period.earned);
  const kept = Math.max(found.kept, period.kept, earned);
  const runs = earned < 0 ? before.runs : nextRuns(policy, before.runs, earned);
  const reviewsLeft = nextLeft(policy, before.reviewsLeft, runs, { earned, kept }, true);
  const floors = before.floors.length === 0 ? before.floors : before.floors.filter(({ to }) => to === null || to > on);
  const objection = stillOpen(before.objection, on);
  const least = leastServed(policy, { floors, objection });
  const rules = highestHeld(reviewsLeft);
  const held = policy.isByStep ? Math.max(rules, earned < 0 ? steps.held : steps.held - 1) : rules;
  const floored = Math.max(held, least, policy.isByStep ? steps.floored - 1 : 0);
  const places: Places = {
    since,
    asOf: on,
    reviewedOn: on,
    nextReview: policy.nextReview(on, since, path),
    earned: found.earned < 0 ? steps.earned : found.earned,
    held,
    floored,
    reviewsLeft,
    runs,
    period: NOTHING_YET,
    floors,
    override: before.override,
    objection,
    seen: asOf === on ? [...seen, "review"] : REVIEW_SEEN,
  };
  const { kind, lines } = becauseOfRules(policy, before, places, { earned, kept });
  const more: StandingLine[] = [];
  // only a rise that asks for more than one review leaves something earned and not held
  if (earned > held)
    more.push({ line: "level-awaited", level: levelAt(policy, earned), reviews: runs[earned] ?? 0, of: policy.rise });
  if (floors.length < before.floors.length) {
    const over = before.floors.filter((floor) => !floors.includes(floor)).map(({ floor }) => floor);
    more.push({ line: "floor-over", floors: over });
  }
  more.push(...linesAbove(policy, places));
  if (floored > Math.max(held, least))
    more.push({
      line: "level-by-step",
      level: levelAt(policy, floored),
      rules: levelAt(policy, Math.max(held, least)),
    });
  const because = more.length === 0 ? lines : [...lines, ...more];
  return advanceTo(policy, before, places, kindOf(before, places, kind), because);
}

/** A standing after a look between the reviews, which never lowers it. */
export function afterEvent(
  policy: ResolvedStandingPolicy,
  before: Standing,
  { on, cause }: EventObserved,
  found: OpenPeriod,
  seen: readonly string[],
): StandingAdvance {
  const { period, steps } = before;
  const reviewsLeft = nextLeft(policy, before.reviewsLeft, before.runs, found, false);
  const held = Math.max(highestHeld(reviewsLeft), steps.held);
  const places = placesOf(before, {
    asOf: on,
    earned: found.earned < 0 ? steps.earned : found.earned,
    held,
    floored: Math.max(held, steps.floored),
    reviewsLeft,
    period: { earned: Math.max(found.earned, period.earned), kept: Math.max(found.kept, period.kept) },
    seen,
  });
  const known = found.earned < 0 ? {} : { earned: levelAt(policy, found.earned) };
  const lines: StandingLine[] = [{ line: "level-looked-at", cause, ...known }];
  if (held > steps.held) lines.push({ line: "level-raised", from: before.held, level: levelAt(policy, held) });
  if (found.earned > held) {
    const reviews = before.runs[found.earned] ?? 0;
    lines.push({ line: "level-awaited", level: levelAt(policy, found.earned), reviews, of: policy.rise });
  }
  lines.push(...linesAbove(policy, places));
  return advanceTo(policy, before, places, places.floored > steps.floored ? "upgrade" : "event", lines);
}

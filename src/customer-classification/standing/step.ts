import type { LocalDate, Path } from "../../core/index.ts";
import {
  afterFloorBegun,
  afterFloorEnded,
  afterHumanReview,
  afterObjection,
  afterOverride,
  afterOverrideEnded,
  afterOverrideExpired,
  placeOfLevel,
} from "./by-hand.ts";
import type { StandingLine } from "./lines.ts";
import type { ReviewObserved, StandingObservation, StartObserved } from "./observation.ts";
import { isOver, requireNotOver, type ResolvedStandingPolicy } from "./read-policy.ts";
import { readObservation } from "./read-standing.ts";
import { refuseObservation } from "./refuse.ts";
import { advanceTo, afterEvent, afterReview, foundBy, levelAt, NOTHING_YET } from "./rules.ts";
import type { StandingChange } from "./change.ts";
import type { OpenPeriod, Standing, StandingAdvance } from "./standing.ts";

/** What happened by itself before an observation: an override ran out, a review was missed. */
export type Passed = (advance: StandingAdvance) => void;

/** What a day's observation is told apart by. */
function keyOf(observed: StandingObservation): string {
  switch (observed.kind) {
    case "event":
      return `event:${observed.cause}`;
    case "floor-begun":
    case "floor-ended":
      return `${observed.kind}:${observed.floor}`;
    case "start":
    case "review":
    case "override":
    case "override-ended":
    case "objection":
    case "human-review":
      return observed.kind;
  }
}

/** A standing on the day the client starts, at a place. */
export function startAt(policy: ResolvedStandingPolicy, on: LocalDate, earned: number, path: Path): StandingAdvance {
  const { grace, levels, rise } = policy;
  const places = {
    since: on,
    asOf: on,
    reviewedOn: on,
    nextReview: policy.nextReview(on, on, path),
    earned,
    held: earned,
    floored: earned,
    reviewsLeft: grace.map((reviews, place) => (place <= earned ? reviews : 0)),
    runs: rise < 2 ? [] : levels.map((_, place) => (place <= earned ? 1 : 0)),
    period: NOTHING_YET,
    floors: [],
    override: null,
    objection: null,
    seen: ["start"],
  };
  return advanceTo(policy, null, places, "start", [{ line: "level-started", level: levelAt(policy, earned) }]);
}

/** Lets an override run out by a day; it is over on the first day it no longer holds. */
export function expired(policy: ResolvedStandingPolicy, standing: Standing, on: LocalDate, passed: Passed): Standing {
  const { override } = standing;
  if (override === null || override.to > on) return standing;
  const advance = afterOverrideExpired(policy, standing, override);
  passed(advance);
  return advance.standing;
}

const UNKNOWN = Object.freeze({ earned: -1, kept: -1 });

/** A review that nobody observed: its period is not known. */
function missed(policy: ResolvedStandingPolicy, standing: Standing, path: Path, passed: Passed): Standing {
  const on = standing.nextReview;
  const { standing: after, transition } = afterReview(policy, standing, on, UNKNOWN, [...path, "on"]);
  const because: StandingLine[] = [{ line: "review-missed", on }, ...transition.because];
  passed({ standing: after, transition: { ...transition, because } });
  return after;
}

/** A review of the calendar, after what happened by itself before it. */
export function reviewOn(
  policy: ResolvedStandingPolicy,
  before: Standing,
  on: LocalDate,
  found: OpenPeriod,
  path: Path,
  passed: Passed,
): StandingAdvance {
  return reviewAt(policy, letTimePass(policy, before, on, path, passed), on, found, path);
}

function reviewAt(
  policy: ResolvedStandingPolicy,
  standing: Standing,
  on: LocalDate,
  found: OpenPeriod,
  path: Path,
): StandingAdvance {
  const { nextReview: review } = standing;
  if (on !== review) refuseObservation([...path, "on"], "not-a-review-date", on, { review });
  return afterReview(policy, standing, on, found, [...path, "on"]);
}

/** The reviews before a day that have no observation, and the overrides that run out by it. */
function letTimePass(
  policy: ResolvedStandingPolicy,
  before: Standing,
  on: LocalDate,
  path: Path,
  passed: Passed,
): Standing {
  let standing = before;
  while (standing.nextReview < on) {
    const review = standing.nextReview;
    if (policy.policy.missedReview === "refuse")
      refuseObservation([...path, "on"], "review-missed", on, { review, asOf: before.asOf });
    standing = missed(policy, expired(policy, standing, review, passed), path, passed);
  }
  return expired(policy, standing, on, passed);
}

/** Members of a review; another one may be a misspelt measure, and is for the reader of rows. */
function isPlainReview(observed: StandingObservation): observed is ReviewObserved {
  if (observed.kind !== "review") return false;
  for (const name in observed) if (name !== "kind" && name !== "on" && name !== "earned") return false;
  return true;
}

/** The next review in order, as a book of them is: nothing is to be read but the level. */
function plainReview(
  policy: ResolvedStandingPolicy,
  before: Standing,
  observed: StandingObservation,
  path: Path,
): StandingAdvance | null {
  if (before.override !== null) return null;
  try {
    if (!isPlainReview(observed)) return null;
    // each once: a getter may give something else the second time
    const { on, earned } = observed;
    if (on !== before.nextReview || isOver(policy, on)) return null;
    const place = earned === null ? -1 : policy.placeOf.get(earned);
    return place === undefined ? null : afterReview(policy, before, on, { earned: place, kept: place }, path);
  } catch {
    // whatever is wrong with it, the reader says so
    return null;
  }
}

/** The key of an observation in its order in time, and not twice on a day. */
function readKey({ asOf, seen }: Standing, observed: StandingObservation, path: Path): string {
  const { on } = observed;
  const key = keyOf(observed);
  if (on < asOf) refuseObservation([...path, "on"], "out-of-order", on, { asOf });
  if (on === asOf && seen.includes(key)) refuseObservation([...path, "on"], "observed-twice", on, { asOf });
  return key;
}

/** One observation, after what happened by itself before it. */
export function step(
  policy: ResolvedStandingPolicy,
  before: Standing | null,
  given: StandingObservation,
  path: Path,
  passed: Passed,
): StandingAdvance {
  const plain = before === null ? null : plainReview(policy, before, given, path);
  if (plain !== null) return plain;
  const observed = readObservation(given, path);
  const { on } = observed;
  requireNotOver(policy, on, [...path, "on"]);
  if (before === null) {
    if (observed.kind !== "start") return refuseObservation([...path, "kind"], "not-started", on);
    const earned = placeOfLevel(policy, observed.earned, on, [...path, "earned"]);
    return startAt(policy, on, earned, [...path, "on"]);
  }
  const key = readKey(before, observed, path);
  if (observed.kind === "start")
    return refuseObservation([...path, "kind"], "started-already", on, { asOf: before.asOf });
  const standing = letTimePass(policy, before, on, path, passed);
  const seen = standing.asOf === on ? [...standing.seen, key] : [key];
  return observedOn(policy, standing, observed, seen, path);
}

type AfterStart = Exclude<StandingObservation, StartObserved>;

function observedOn(
  policy: ResolvedStandingPolicy,
  standing: Standing,
  observed: AfterStart,
  seen: readonly string[],
  path: Path,
): StandingAdvance {
  const found = (one: Extract<AfterStart, { readonly earned: string | null }>) => {
    const { earned, on } = one;
    return foundBy(policy, one, earned === null ? -1 : placeOfLevel(policy, earned, on, [...path, "earned"]));
  };
  switch (observed.kind) {
    case "review":
      return reviewAt(policy, standing, observed.on, found(observed), path);
    case "event":
      return afterEvent(policy, standing, observed, found(observed), seen);
    case "floor-begun":
      return afterFloorBegun(policy, standing, observed, seen, path);
    case "floor-ended":
      return afterFloorEnded(policy, standing, observed, seen, path);
    case "override":
      return afterOverride(policy, standing, observed, seen, path);
    case "override-ended":
      return afterOverrideEnded(policy, standing, observed, seen, path);
    case "objection":
      return afterObjection(policy, standing, observed, seen);
    case "human-review":
      return afterHumanReview(policy, standing, observed, seen, path);
  }
}

/** Changes that say nothing about the level that is served. */
const QUIET: readonly StandingChange[] = ["hold", "watch", "notice", "unknown", "event", "objection"];

/** What happened by itself and by the observation, as one transition. */
export function together(passed: readonly StandingAdvance[], last: StandingAdvance): StandingAdvance {
  if (passed.length === 0) return last;
  const { standing, transition } = last;
  const from = passed[0]?.transition.from ?? null;
  const moved = passed.filter(({ transition: one }) => one.from !== one.to).at(-1)?.transition.kind;
  const kind = QUIET.includes(transition.kind) ? (moved ?? transition.kind) : transition.kind;
  const because = [...passed.flatMap(({ transition: one }) => one.because), ...transition.because];
  return { standing, transition: { ...transition, kind, from, because } };
}

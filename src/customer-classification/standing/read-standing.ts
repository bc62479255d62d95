import { compareDates, type Path } from "../../core/index.ts";
import {
  asGiven,
  byTag,
  listOf,
  oneOf,
  optional,
  orNull,
  readDate,
  readText,
  refuseValue,
  rowOf,
  shapeOf,
  wholeNumber,
  type Members,
  type Reader,
} from "../../core/inner.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import {
  HUMAN_REVIEW_OUTCOMES,
  REVALUATION_CAUSES,
  type EventObserved,
  type FloorBegun,
  type FloorEnded,
  type HumanReviewObserved,
  type ObjectionObserved,
  type OverrideEnded,
  type OverrideObserved,
  type OverrideTerms,
  type ReviewObserved,
  type StandingObservation,
  type StartObserved,
} from "./observation.ts";
import { isMadeUnder } from "./made.ts";
import { MAX_LEVELS, MAX_REVIEWS } from "./limits.ts";
import { readMeasure, type ResolvedStandingPolicy } from "./read-policy.ts";
import { highestHeld } from "./reviews.ts";
import { leastServed } from "./rules.ts";
import type {
  FloorInForce,
  OpenObjection,
  OpenPeriod,
  OverrideInForce,
  Standing,
  StandingPolicyStamp,
  StandingSteps,
} from "./standing.ts";

const OBSERVATION = "customer-classification/invalid-standing-observation" satisfies CustomerClassificationErrorCode;
const STANDING = "customer-classification/invalid-standing" satisfies CustomerClassificationErrorCode;

const TERMS: Members<OverrideTerms> = {
  level: readText,
  to: readDate,
  reason: readText,
  by: readText,
  approvedBy: listOf(readText),
};

function observationReader(): Reader<StandingObservation> {
  const earned = { on: readDate, earned: orNull(readText), measure: optional(readMeasure) };
  return byTag<StandingObservation, "kind">("kind", {
    start: rowOf<StartObserved>({ kind: asGiven, on: readDate, earned: readText }),
    review: rowOf<ReviewObserved>({ kind: asGiven, ...earned }),
    event: rowOf<EventObserved>({ kind: asGiven, ...earned, cause: oneOf(REVALUATION_CAUSES) }),
    "floor-begun": rowOf<FloorBegun>({ kind: asGiven, on: readDate, floor: readText, to: optional(readDate) }),
    "floor-ended": rowOf<FloorEnded>({ kind: asGiven, on: readDate, floor: readText }),
    override: rowOf<OverrideObserved>({ kind: asGiven, on: readDate, ...TERMS }),
    "override-ended": rowOf<OverrideEnded>({ kind: asGiven, on: readDate, by: readText }),
    objection: rowOf<ObjectionObserved>({ kind: asGiven, on: readDate, statement: optional(readText) }),
    "human-review": rowOf<HumanReviewObserved>({
      kind: asGiven,
      on: readDate,
      by: readText,
      outcome: oneOf(HUMAN_REVIEW_OUTCOMES),
      override: optional(rowOf<OverrideTerms>(TERMS)),
    }),
  });
}

let observations: Reader<StandingObservation> | null = null;

/** An observation whose members are known and of their kinds. */
export function readObservation(observation: StandingObservation, path: Path): StandingObservation {
  observations ??= observationReader();
  return observations(observation, path, OBSERVATION);
}

/** How the members of a standing are read, whatever its policy. */
export function standingMembers(): Members<Standing> {
  const place = wholeNumber(0, MAX_LEVELS);
  const known = wholeNumber(-1, MAX_LEVELS);
  const reviews = listOf(wholeNumber(0, MAX_REVIEWS));
  return {
    policy: shapeOf<StandingPolicyStamp>({ id: readText, version: readText }),
    since: readDate,
    asOf: readDate,
    reviewedOn: readDate,
    nextReview: readDate,
    earned: readText,
    held: readText,
    floored: readText,
    served: readText,
    steps: shapeOf<StandingSteps>({ earned: place, held: place, floored: place, served: place }),
    reviewsLeft: reviews,
    runs: reviews,
    period: shapeOf<OpenPeriod>({ earned: known, kept: known }),
    floors: listOf(shapeOf<FloorInForce>({ floor: readText, to: orNull(readDate) })),
    override: orNull(shapeOf<OverrideInForce>({ ...TERMS, from: readDate })),
    objection: orNull(
      shapeOf<OpenObjection>({ on: readDate, atLeast: orNull(readText), answeredOn: orNull(readDate) }),
    ),
    seen: listOf(readText),
  };
}

let standings: Reader<Standing> | null = null;

const refuseStanding = (path: Path, reason: string, received: unknown): never =>
  refuseValue(STANDING, path, reason, received);

/** What a standing says twice has to agree, and everything it names has to be in its policy. */
function readConsistent(standing: Standing, resolved: ResolvedStandingPolicy, path: Path): Standing {
  const { stamp, levels, placeOf, grace, floors, rise } = resolved;
  for (const member of ["id", "version"] as const) {
    const own = standing.policy[member];
    if (own !== stamp[member])
      refuseValue(STANDING, [...path, "policy", member], "of another policy", own, { allowed: [stamp[member]] });
  }
  for (const level of ["earned", "held", "floored", "served"] as const) {
    if (levels[standing.steps[level]] !== standing[level])
      refuseStanding([...path, level], "not the level at its place", standing[level]);
  }
  const { reviewsLeft, runs, steps, override, objection } = standing;
  const atLeast = objection?.atLeast ?? null;
  const isFilled =
    reviewsLeft.length === levels.length && reviewsLeft.every((left, place) => left <= (grace[place] ?? 0));
  if (!isFilled) refuseStanding([...path, "reviewsLeft"], "not those of the levels of the policy", reviewsLeft);
  if (runs.length !== (rise > 1 ? levels.length : 0) || runs.some((run) => run > rise))
    refuseStanding([...path, "runs"], "not those of the levels of the policy", runs);
  const { period } = standing;
  if (period.earned >= levels.length || period.kept >= levels.length || period.kept < period.earned)
    refuseStanding([...path, "period"], "not places of the policy", period);
  for (const [index, { floor }] of standing.floors.entries()) {
    const at = [...path, "floors", index, "floor"];
    if (!floors.has(floor)) refuseStanding(at, "no floor of the policy", floor);
    if (standing.floors.findIndex((one) => one.floor === floor) < index) refuseStanding(at, "named twice", floor);
  }
  if (override !== null && !placeOf.has(override.level))
    refuseStanding([...path, "override", "level"], "no level of the policy", override.level);
  if (atLeast !== null && !placeOf.has(atLeast))
    refuseStanding([...path, "objection", "atLeast"], "no level of the policy", atLeast);
  // a level that falls by steps may lie above what gives it
  const rules = highestHeld(reviewsLeft);
  const least = Math.max(steps.held, leastServed(resolved, standing));
  const isGiven = resolved.isByStep
    ? rules <= steps.held && least <= steps.floored
    : rules === steps.held && least === steps.floored;
  if (!isGiven) refuseStanding([...path, "steps"], "not what the rules give", steps);
  if (standing.served !== (override?.level ?? standing.floored))
    refuseStanding([...path, "served"], "not what the rules and the override give", standing.served);
  if (override !== null && (override.from > standing.asOf || override.to <= standing.asOf))
    refuseStanding([...path, "override"], "not in force on asOf", override);
  if (compareDates(standing.since, standing.reviewedOn) > 0 || compareDates(standing.reviewedOn, standing.asOf) > 0)
    refuseStanding([...path, "reviewedOn"], "not between since and asOf", standing.reviewedOn);
  if (standing.nextReview !== resolved.nextReview(standing.reviewedOn, standing.since, [...path, "reviewedOn"]))
    refuseStanding([...path, "nextReview"], "not the review after reviewedOn", standing.nextReview);
  if (standing.nextReview < standing.asOf)
    refuseStanding([...path, "nextReview"], "before asOf, and not held", standing.nextReview);
  return standing;
}

/** A standing of a policy: one this module made as it is, one from elsewhere read whole. */
export function readStanding(standing: Standing, resolved: ResolvedStandingPolicy, path: Path): Standing {
  if (isMadeUnder(standing, resolved.stamp)) return standing;
  standings ??= rowOf<Standing>(standingMembers());
  return readConsistent(standings(standing, path, STANDING), resolved, path);
}

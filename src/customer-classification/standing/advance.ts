import type { Batch, LocalDate, RowIssue } from "../../core/index.ts";
import { issueOf } from "../../core/index.ts";
import { readDate, readList } from "../../core/inner.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import type { StandingObservation } from "./observation.ts";
import type { StandingPolicy } from "./policy.ts";
import { resolveStandingPolicy, type ResolvedStandingPolicy } from "./read-policy.ts";
import { readStanding } from "./read-standing.ts";
import { refuseObservation } from "./refuse.ts";
import { expired, step, together } from "./step.ts";
import type { Standing, StandingAdvance } from "./standing.ts";

const PATH = Object.freeze(["observation"]);
const LIST = "customer-classification/invalid-standing-observation" satisfies CustomerClassificationErrorCode;

/**
 * One step of a client's standing: what an observation makes of it, and why (客户等级的动态调整).
 *
 * A pure function: the same observations from the same standing give the same standing, in one go or in parts. The first
 * observation is `start`. A better level counts at once, or after as many reviews as `rise` asks; a level is lost at the
 * n-th review in a row that finds it neither earned nor kept, and the client falls to what was held meanwhile. Looks
 * between the reviews (`event`) raise and never lower, and do not count as reviews. A period of which nothing is known
 * counts neither as earned nor as below. Under a floor the reviews count on, so that the level falls at the first review
 * after its end if it has been lost. An override gives its level, up or down, until it expires; the rules go on below it.
 *
 * An override that ran out before the day of the observation, and reviews that were missed under `missedReview:
 * "unknown"`, are told in the same transition, first.
 *
 * The policy answers for no day on or after its `effectiveTo`: from then on the next version does. It answers for days
 * before its `effectiveFrom`, because under a new version the observations are replayed from the beginning.
 *
 * @param policy - the rules; read whole, once for each object
 * @param standing - the standing so far, as this function returned it or as it was stored; null before the start
 * @param observation - what was observed, not before the last one
 * @returns the new standing and the transition with its reasons; neither argument is changed
 * @throws `customer-classification/invalid-standing-policy` when the policy is not one, `core/invalid-policy` for its envelope
 * @throws `customer-classification/invalid-standing` when the standing is not as it was returned, or follows another policy
 * @throws `customer-classification/invalid-standing-observation` when the observation is not one
 * @throws `customer-classification/observation-refused` when it cannot be; `details.reason` says why, see `STANDING_REFUSALS`
 * @throws `core/no-policy-in-force` when the observation is on or after the day the policy ends
 * @throws `core/invalid-date`
 * @see 商业银行个人客户经理工作流程, slide 12: 建立动态评价制度，定期和不定期地……对客户级别做出调整
 * @example
 * const gold = advanceStanding(exampleStarStanding, null, { kind: "start", on: "2025-12-31", earned: "star-5" }).standing;
 * const { standing, transition } = advanceStanding(exampleStarStanding, gold, { kind: "review", on: "2026-06-30", earned: "star-4" });
 * standing.served // => "star-5"
 * transition.kind // => "watch"
 * advanceStanding(exampleStarStanding, standing, { kind: "review", on: "2026-12-31", earned: "star-4" }).standing.served // => "star-4"
 * @since 0.1.0
 */
export function advanceStanding(
  policy: StandingPolicy,
  standing: Standing | null,
  observation: StandingObservation,
): StandingAdvance {
  const resolved = resolveStandingPolicy(policy);
  const before = standing === null ? null : readStanding(standing, resolved, ["standing"]);
  const passed: StandingAdvance[] = [];
  const last = step(resolved, before, observation, PATH, (advance) => passed.push(advance));
  return together(passed, last);
}

/**
 * The standing as it is on a day on which nothing was observed: an override that has run out by then is over.
 *
 * Nothing else happens by itself: levels move at reviews, and a floor counts up to the first review after its end. Use it
 * to read what a client is served at today from a standing that was stored before.
 *
 * @param policy - the rules
 * @param standing - the standing so far
 * @param on - civil date, not before `asOf` of the standing
 * @returns the same standing, or the one after the override
 * @throws `customer-classification/observation-refused` when the day lies before `asOf`
 * @throws the errors of {@link advanceStanding} for policy and standing, and `core/invalid-date`
 * @example
 * const start = advanceStanding(exampleStarStanding, null, { kind: "start", on: "2025-12-31", earned: "star-4" }).standing;
 * const raised = advanceStanding(exampleStarStanding, start, {
 *   kind: "override", on: "2026-01-10", level: "star-6", to: "2026-02-10", reason: "moves here from abroad", by: "rm-7", approvedBy: ["head-2", "risk-1"],
 * }).standing;
 * standingOn(exampleStarStanding, raised, "2026-02-09").served // => "star-6"
 * standingOn(exampleStarStanding, raised, "2026-02-10").served // => "star-4"
 * @since 0.1.0
 */
export function standingOn(policy: StandingPolicy, standing: Standing, on: LocalDate): Standing {
  const resolved = resolveStandingPolicy(policy);
  const read = readStanding(standing, resolved, ["standing"]);
  readDate(on, ["on"]);
  if (on < read.asOf) refuseObservation(["on"], "out-of-order", on, { asOf: read.asOf });
  return expired(resolved, read, on, () => undefined);
}

/** The standing after all observations of a list. */
function folded(
  policy: ResolvedStandingPolicy,
  observations: readonly StandingObservation[],
  before: Standing | null,
  path: readonly (string | number)[],
): Standing | null {
  let standing = before;
  for (const [index, observation] of readList(observations, path, LIST).entries())
    standing = step(policy, standing, observation, [...path, index], () => undefined).standing;
  return standing;
}

/**
 * The standing that observations give, from the start or from a stored standing on (重放).
 *
 * Any split gives the same: the first part from null, the rest from what it gave.
 *
 * @param policy - the rules
 * @param observations - in the order of their days
 * @param from - the standing to go on from; left out or null, the client has not started
 * @returns the standing; null when there is neither an observation nor a standing
 * @throws the errors of {@link advanceStanding}, with the index of the observation in the path
 * @example
 * const observations: StandingObservation[] = [
 *   { kind: "start", on: "2026-01-31", earned: "core" },
 *   { kind: "review", on: "2026-02-28", earned: "general" },
 *   { kind: "review", on: "2026-03-31", earned: "general" },
 * ];
 * const whole = replayStanding(exampleTierStanding, observations);
 * whole?.served // => "core"
 * const stored = JSON.parse(JSON.stringify(replayStanding(exampleTierStanding, observations.slice(0, 2))));
 * replayStanding(exampleTierStanding, observations.slice(2), stored)?.reviewsLeft // => [0, 3, 1]
 * @since 0.1.0
 */
export function replayStanding(
  policy: StandingPolicy,
  observations: readonly StandingObservation[],
  from: Standing | null = null,
): Standing | null {
  const resolved = resolveStandingPolicy(policy);
  const before = from === null ? null : readStanding(from, resolved, ["from"]);
  return folded(resolved, observations, before, ["observations"]);
}

/**
 * The standings of many clients from their observations; a list that is refused stops no other.
 *
 * For a book whose clients have nothing but their reviews, {@link advanceStandings} is faster.
 *
 * @param policy - the rules
 * @param clients - one list of observations per client
 * @returns the standings in the order given, null for a client with an issue, whose path begins with `observations`, or
 * without observations
 * @throws `customer-classification/invalid-standing-policy`, `core/invalid-policy`, or
 * `customer-classification/invalid-standing-observation` when `clients` is not a list
 * @example
 * const { values, issues } = replayStandings(exampleTierStanding, [
 *   [{ kind: "start", on: "2026-01-31", earned: "core" }],
 *   [{ kind: "start", on: "2026-01-31", earned: "ordinary" }, { kind: "event", on: "2026-02-10", cause: "client-change", earned: "general" }],
 * ]);
 * values.map((standing) => standing?.served) // => ["core", "general"]
 * issues // => []
 * @since 0.1.0
 */
export function replayStandings(
  policy: StandingPolicy,
  clients: readonly (readonly StandingObservation[])[],
): Batch<Standing> {
  const resolved = resolveStandingPolicy(policy);
  const issues: RowIssue[] = [];
  const values = readList(clients, ["clients"], LIST).map((observations, row) => {
    try {
      return folded(resolved, observations, null, ["observations"]);
    } catch (error) {
      issues.push({ row, ...issueOf(error) });
      return null;
    }
  });
  return { values, issues };
}

import { readList } from "../../core/inner.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import type { StandingLine } from "./lines.ts";
import type { StandingObservation } from "./observation.ts";
import type { StandingPolicy } from "./policy.ts";
import { resolveStandingPolicy, type ResolvedStandingPolicy } from "./read-policy.ts";
import { step } from "./step.ts";
import type { Standing, StandingAdvance } from "./standing.ts";

/** One thing that happened to a standing. */
export interface StandingHistoryEntry extends StandingAdvance {
  /** Index of the observation that did it; null for what happened by itself: an override ran out, a review was missed. */
  readonly observation: number | null;
  /** When and what, and then why: for `tell`, line by line. */
  readonly lines: readonly StandingLine[];
}

function entryOf({ standing, transition }: StandingAdvance, observation: number | null): StandingHistoryEntry {
  const { kind: change, on, from, to: level, because } = transition;
  const moved = from === null || from === level ? {} : { from };
  return {
    observation,
    standing,
    transition,
    lines: [{ line: "standing-changed", on, change, level, ...moved }, ...because],
  };
}

/** The entries that observations from an index on give, after a standing. */
export function entriesFrom(
  policy: ResolvedStandingPolicy,
  observations: readonly StandingObservation[],
  first: number,
  before: Standing | null,
  parameter: string,
): readonly StandingHistoryEntry[] {
  const entries: StandingHistoryEntry[] = [];
  let standing = before;
  for (const [index, observation] of observations.entries()) {
    if (index < first) continue;
    const advance = step(policy, standing, observation, [parameter, index], (passed) =>
      entries.push(entryOf(passed, null)),
    );
    entries.push(entryOf(advance, index));
    ({ standing } = advance);
  }
  return entries;
}

/**
 * Everything that happened to a client's standing, when and why (等级变动记录).
 *
 * One entry per observation, and one for everything that happened by itself in between: an override that ran out, a
 * review that was missed. The last entry has the standing that {@link replayStanding} gives.
 *
 * @param policy - the rules
 * @param observations - in the order of their days, from the start on
 * @returns entries in the order of their days
 * @throws the errors of {@link advanceStanding}, with the index of the observation in the path
 * @example
 * import { en, exampleCards } from "relationship-banking/labels/en";
 * import { tell } from "relationship-banking/telling";
 * const history = standingHistory(exampleTierStanding, [
 *   { kind: "start", on: "2026-01-31", earned: "core" },
 *   { kind: "review", on: "2026-02-28", earned: "general" },
 * ]);
 * history.map((entry) => entry.transition.kind) // => ["start", "watch"]
 * history[1]?.lines.map((line) => tell(line, { ...en, ...exampleCards })) // => ["28 February 2026: watch list; the client is served at “Core priority”.", "“Core priority” was not earned: “General priority” was. It is lost when 3 reviews in a row do not find it, and this is number 1."]
 * @since 0.1.0
 */
export function standingHistory(
  policy: StandingPolicy,
  observations: readonly StandingObservation[],
): readonly StandingHistoryEntry[] {
  const code: CustomerClassificationErrorCode = "customer-classification/invalid-standing-observation";
  const list = readList(observations, ["observations"], code);
  return entriesFrom(resolveStandingPolicy(policy), list, 0, null, "observations");
}

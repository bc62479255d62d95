import { rateOf, type Rate } from "../../core/index.ts";

/** How steady the classes of one side are over the periods. */
export interface OverTime {
  /** How often a client was there and in a class: client-periods, which are client-months where the periods are months. */
  readonly observed: number;
  /** Changes of class, of the pairs of a client-period with the client's one before it; times 100, changes per 100. */
  readonly changes: Rate;
  readonly up: number;
  readonly down: number;
  /**
   * Changes in the opposite direction to the client's change before it and within the months of the request, of all
   * changes; null without a ladder, which says what a direction is.
   */
  readonly reversals: Rate | null;
  /** Client-periods served above the level earned on that day, of those with both; null without a standing policy on either side. */
  readonly above: Rate | null;
  /** Client-periods served below it. */
  readonly below: Rate | null;
}

/** Nobody is there, or in no class; anything below 0 says so. */
export const NO_STEP = -1;

/** Places on a ladder by period and client; anything below 0 stands for no place. */
export type Places = readonly Int8Array[];

/** Steps of one side by period and client: places on a ladder, or numbers of classes without one. */
export type Steps = readonly (Int8Array | Int16Array)[];

/**
 * Counts changes and reversals of what is served, client by client in the order of time.
 * `rankOf` is the place on the ladder by step, NaN for a step that is not on it.
 */
export function countOverTime(
  served: Steps,
  earned: Steps | null,
  months: readonly number[],
  rankOf: Float64Array | null,
  within: number,
): OverTime {
  const clients = served[0]?.length ?? 0;
  const lastStep = new Int16Array(clients).fill(NO_STEP);
  // 1 for a rise, -1 for a fall, 0 before the first change that has a direction
  const lastTurn = new Int8Array(clients);
  const turnedIn = new Int32Array(clients);
  const counts = { observed: 0, pairs: 0, changes: 0, up: 0, down: 0, reversals: 0, both: 0, above: 0, below: 0 };
  for (const [period, steps] of served.entries()) {
    const month = months[period]!;
    const own = earned?.[period] ?? null;
    for (let client = 0; client < clients; client++) {
      const step = steps[client]!;
      if (step < 0) continue;
      counts.observed++;
      const before = lastStep[client]!;
      lastStep[client] = step;
      if (own !== null && own[client]! >= 0) {
        counts.both++;
        if (step > own[client]!) counts.above++;
        else if (step < own[client]!) counts.below++;
      }
      if (before < 0) continue;
      counts.pairs++;
      if (before === step) continue;
      counts.changes++;
      const rise = rankOf === null ? Number.NaN : rankOf[step]! - rankOf[before]!;
      if (Number.isNaN(rise)) continue;
      const turn = rise > 0 ? 1 : -1;
      if (turn > 0) counts.up++;
      else counts.down++;
      if (lastTurn[client] === -turn && month - turnedIn[client]! <= within) counts.reversals++;
      lastTurn[client] = turn;
      turnedIn[client] = month;
    }
  }
  const { observed, pairs, changes, up, down, reversals, both, above, below } = counts;
  return {
    observed,
    changes: rateOf(changes, pairs),
    up,
    down,
    reversals: rankOf === null ? null : rateOf(reversals, changes),
    above: earned === null ? null : rateOf(above, both),
    below: earned === null ? null : rateOf(below, both),
  };
}

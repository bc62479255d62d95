import type { PreparedStage } from "../prepare.ts";
import type { StageEnd, StageHistory, StageStart } from "./history.ts";
import { followStage, type CaseRun } from "./stage.ts";
import type { Timeline } from "./timeline.ts";

/*
 * What a re-opening does to a stage, by its rule. `resume`: the stage continues where it stopped, and the time between does
 * not count; its events run on in one history, see `resume` in stage.ts. `restart` and `new-cycle`: it begins anew, in a
 * round of its own, here; a restart is reported as one result with the ends before it, a new cycle as a result of its own,
 * see `assessRounds` in assess.ts.
 */

/** One run of a stage, from what started it to its end or to the re-opening that cut it short. */
export interface Round {
  readonly history: StageHistory;
  /** Index, in the timeline, of the first event after it. */
  readonly limit: number;
}

/** The first re-opening after an event; -1 when there is none. */
function nextReopening(timeline: Timeline, after: number): number {
  for (let index = after + 1; index < timeline.events.length; index++) {
    if (timeline.events[index]?.event.type === "re-opened") return index;
  }
  return -1;
}

/** The start that the end of the previous stage gives this one; a withdrawal or a merger starts nothing. */
function afterEnd(end: StageEnd | null, limit: number): StageStart | null {
  if (end === null || end.by === "withdrawn" || end.by === "merged") return null;
  return { seconds: end.seconds, index: end.index, limit, before: null };
}

/** A stage that restarts with every re-opening after its end. */
function followAnew(run: CaseRun, prepared: PreparedStage, first: StageStart): Round[] {
  const { timeline } = run;
  const rounds: Round[] = [];
  for (let from = first; ;) {
    const history = followStage(run, prepared, from, from.limit);
    const { end } = history;
    const index = end === null ? -1 : nextReopening(timeline, end.index);
    const entry = timeline.events[index];
    if (end === null || entry === undefined) {
      rounds.push({ history, limit: from.limit });
      return rounds;
    }
    rounds.push({ history, limit: index });
    run.handled.add(entry);
    const before = { end, allowance: history.allowance, reopened: entry.seconds };
    from = { seconds: entry.seconds, index: index + 1, limit: first.limit, before };
  }
}

/**
 * Follows a stage through its case, re-openings included.
 *
 * @param run - the case
 * @param prepared - the stage
 * @param earlier - rounds of the stage it runs from; null when it runs from the receipt
 * @returns its rounds in order, at least one; only a stage that restarts has more
 */
export function followRounds(
  run: CaseRun,
  prepared: PreparedStage,
  earlier: readonly Round[] | null,
): readonly Round[] {
  const { timeline } = run;
  const limit = timeline.events.length;
  if (earlier !== null && prepared.followsReopening) {
    // each round of the previous stage starts one of this stage, which looks no further than that round
    return earlier.map((round) => ({
      history: followStage(run, prepared, afterEnd(round.history.end, round.limit), round.limit),
      limit: round.limit,
    }));
  }
  const from =
    earlier === null
      ? timeline.received && { seconds: timeline.received.seconds, index: 0, limit, before: null }
      : afterEnd(earlier[0]?.history.end ?? null, limit);
  const { reopen } = prepared.stage;
  if (from === null || reopen === undefined) {
    return [{ history: followStage(run, prepared, from, limit), limit }];
  }
  return followAnew(run, prepared, from);
}

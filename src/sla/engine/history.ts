import { isOutOfRange, type OutOfRange } from "../../calendar/inner.ts";
import type { ExtendedEvent, SlaEnd } from "../events.ts";
import type { SlaStage } from "../policy-types.ts";
import { deadlineOf, type Allowance, type Deadline, type LimitStart } from "./deadline.ts";
import { pausesAt, type Interval } from "./pauses.ts";
import type { ResolvedPolicy } from "./resolve.ts";

/** An extension that lengthened a limit, with everything the explanation repeats. */
export interface AppliedExtension {
  /** Id of the rule. */
  readonly extension: string;
  readonly from: Allowance;
  readonly to: Allowance;
  readonly event: ExtendedEvent;
  /** When it took effect. */
  readonly seconds: number;
}

/** Why a stage is over. */
export interface StageEnd {
  readonly by: SlaEnd;
  readonly seconds: number;
  readonly onTheSpot: boolean;
  /** Whether by an event that would not have ended it later. */
  readonly isEarly: boolean;
  /** Index of its event in the timeline. */
  readonly index: number;
}

/** An end that a re-opening has undone. */
export interface UndoneEnd {
  readonly end: StageEnd;
  /** The limit as it was then. */
  readonly allowance: Allowance;
  /** When the case was taken up again. */
  readonly reopened: number;
}

/** What starts a stage, and which events it looks at. */
export interface StageStart {
  readonly seconds: number;
  /** Index of the first event it looks at. */
  readonly index: number;
  /** Index of the first event it no longer looks at. */
  readonly limit: number;
  /** The previous end, when a re-opening starts the stage. */
  readonly before: UndoneEnd | null;
}

/** What a due moment is computed from. */
export interface LimitHistory {
  /** Where the limit begins to count; an issue when the calendar does not reach far enough. */
  readonly from: LimitStart | OutOfRange;
  readonly allowance: Allowance;
  /** The intervals the stage has a rule for, in the order in which they begin. */
  readonly intervals: readonly Interval[];
}

/** The history of one stage, up to its end or to now. */
export interface StageHistory extends Omit<LimitHistory, "from"> {
  /** What started it; after new facts it carries their moment. Null when nothing has. */
  readonly start: StageStart | null;
  /** Null when `start` is. */
  readonly from: LimitStart | OutOfRange | null;
  /** Whether new facts restarted the limit. */
  readonly restarted: boolean;
  readonly extensions: readonly AppliedExtension[];
  readonly end: StageEnd | null;
  /** Ends undone by re-openings after which the limit continued. */
  readonly undone: readonly UndoneEnd[];
}

/**
 * Where the limit of a stage begins to count; null when nothing has started it, or the calendar does not reach far
 * enough.
 */
export function knownStart({ from }: StageHistory): LimitStart | null {
  return isOutOfRange(from) ? null : from;
}

/** A due moment as of a given moment. */
export interface CurrentDeadline {
  readonly deadline: Deadline;
  readonly paused: boolean;
}

/** The due moment as of a given moment; an issue when the calendar cannot give one. */
export function deadlineAt(
  resolved: ResolvedPolicy,
  stage: SlaStage,
  { from, allowance, intervals }: LimitHistory,
  seconds: number,
): CurrentDeadline | OutOfRange {
  if (isOutOfRange(from)) return from;
  const current = pausesAt(intervals, from, seconds);
  const deadline = deadlineOf(resolved, stage, from, allowance, current);
  if (isOutOfRange(deadline)) return deadline;
  let paused = false;
  for (let index = 0; index < current.length; index++) {
    paused ||= current[index]?.open === true && deadline.counted[index] === true;
  }
  return { deadline, paused };
}

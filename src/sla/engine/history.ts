import { isDomainError, type Issue } from "../../core/index.ts";
import {
  deadlineOf,
  type Allowance,
  type ClosedPause,
  type Deadline,
  type Ground,
  type LimitStart,
} from "./deadline.ts";
import type { Pause } from "./timeline.ts";
import type { ExtendedEvent, SlaEnd, SlaStage } from "../types.ts";

/** An extension that was granted, with all the explanation repeats. */
export interface Grant {
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
  /** Index of its event in the timeline. */
  readonly index: number;
}

/** An end that a re-opening has undone. */
export interface UndoneEnd {
  readonly end: StageEnd;
  /** The limit as it stood then. */
  readonly allowance: Allowance;
  /** When the case was taken up again. */
  readonly reopened: number;
}

/** An interval a stage leaves out: a pause of the case, or the time between an end and a re-opening. */
export interface Interval {
  readonly from: number;
  /** Null while it lasts. */
  readonly to: number | null;
  /** The pause; null for the time before a re-opening. */
  readonly pause: Pause | null;
  /** Whether the customer was told, where that is asked. */
  readonly told: boolean;
}

/** Where a limit that something has started begins to count; `unknown` where the calendar does not reach. */
export type Begun =
  | { readonly kind: "unknown"; readonly seconds: number; readonly issue: Issue }
  | { readonly kind: "known"; readonly seconds: number; readonly start: LimitStart };

/** Where a stage's limit starts, or that nothing has started it. */
export type Started = { readonly kind: "not-started" } | Begun;

/** The history of one stage, up to its end or to now. */
export interface StageHistory {
  readonly started: Started;
  /** Whether new facts started the limit anew. */
  readonly restarted: boolean;
  readonly allowance: Allowance;
  readonly grants: readonly Grant[];
  readonly end: StageEnd | null;
  /** Ends undone by re-openings after which the limit went on. */
  readonly undone: readonly UndoneEnd[];
  /** The end before, where a re-opening began this history. */
  readonly before: UndoneEnd | null;
  /** The intervals the rule of the stage knows, in order of their beginning. */
  readonly intervals: readonly Interval[];
}

/** A deadline, or the issue that says why the calendar cannot give one. */
export type DeadlineOutcome =
  | { readonly ok: true; readonly deadline: Deadline; readonly paused: boolean }
  | { readonly ok: false; readonly issue: Issue };

/** The issue of a calendar that does not reach far enough; any other error is thrown again. */
export function outOfCoverage(error: unknown): Issue {
  if (!isDomainError(error, "calendar/out-of-range")) throw error;
  return { code: error.code, path: error.path, details: error.details };
}

/** An interval as it counts at a moment. */
export interface CurrentPause extends ClosedPause {
  readonly pause: Pause | null;
  /** Whether it lasts at that moment. */
  readonly open: boolean;
}

const NONE: readonly CurrentPause[] = [];

/** The intervals of a stage at a moment, those still open closed there. */
export function pausesAt(
  intervals: StageHistory["intervals"],
  start: LimitStart,
  seconds: number,
): readonly CurrentPause[] {
  if (intervals.length === 0) return NONE;
  const current: CurrentPause[] = [];
  for (const { from, to, pause, told } of intervals) {
    if (!told || from > seconds || (to !== null && to <= start.seconds)) continue;
    const open = to === null || to > seconds;
    current.push({ pause, open, from, to: open ? seconds : to });
  }
  return current;
}

/** The due moment as things stand at a moment. */
export function deadlineAt(
  ground: Ground,
  stage: SlaStage,
  begun: Begun,
  history: Pick<StageHistory, "allowance" | "intervals">,
  seconds: number,
): DeadlineOutcome {
  if (begun.kind === "unknown") return { ok: false, issue: begun.issue };
  const current = pausesAt(history.intervals, begun.start, seconds);
  try {
    const deadline = deadlineOf(ground, stage, begun.start, history.allowance, current);
    let paused = false;
    for (let index = 0; index < current.length; index++) {
      paused ||= current[index]?.open === true && deadline.counted[index] === true;
    }
    return { ok: true, deadline, paused };
  } catch (error) {
    return { ok: false, issue: outOfCoverage(error) };
  }
}

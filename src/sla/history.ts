import { isDomainError, type Issue } from "../core/index.ts";
import {
  deadlineOf,
  type Allowance,
  type ClosedPause,
  type Deadline,
  type Ground,
  type LimitStart,
} from "./deadline.ts";
import type { Pause } from "./timeline.ts";
import type { ExtendedEvent, GrantedExtension, SlaEndingEvent, SlaStage } from "./types.ts";

/** An extension that was granted, with all the explanation repeats. */
export interface Grant extends GrantedExtension {
  readonly from: Allowance;
  readonly event: ExtendedEvent;
  readonly seconds: number;
}

/** Why a stage is over. */
export interface StageEnd {
  readonly by: SlaEndingEvent | "withdrawn";
  readonly seconds: number;
  readonly onTheSpot: boolean;
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
  /** Index, in the timeline, of the event that ended it; null while open and when withdrawn. */
  readonly endIndex: number | null;
  /** The pauses the rule of the stage knows, with whether the customer was told where that is asked. */
  readonly pauses: readonly { readonly pause: Pause; readonly told: boolean }[];
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

/** The pauses of a stage at a moment, those still open closed there. */
export function pausesAt(
  pauses: StageHistory["pauses"],
  start: LimitStart,
  seconds: number,
): { readonly pause: Pause; readonly closed: ClosedPause; readonly open: boolean }[] {
  return pauses
    .filter(({ pause, told }) => told && pause.from <= seconds && (pause.to === null || pause.to > start.seconds))
    .map(({ pause }) => {
      const open = pause.to === null || pause.to > seconds;
      return { pause, closed: { from: pause.from, to: open ? seconds : pause.to }, open };
    });
}

/** The due moment as things stand at a moment. */
export function deadlineAt(
  ground: Ground,
  stage: SlaStage,
  begun: Begun,
  history: Pick<StageHistory, "allowance" | "pauses">,
  seconds: number,
): DeadlineOutcome {
  if (begun.kind === "unknown") return { ok: false, issue: begun.issue };
  const current = pausesAt(history.pauses, begun.start, seconds);
  const closed = current.map((pause) => pause.closed);
  try {
    const deadline = deadlineOf(ground, stage, begun.start, history.allowance, closed);
    return { ok: true, deadline, paused: current.some(({ open }, index) => open && deadline.counted[index] === true) };
  } catch (error) {
    return { ok: false, issue: outOfCoverage(error) };
  }
}

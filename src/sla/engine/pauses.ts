import type { PauseWithoutEffect } from "../events.ts";
import type { SlaStage } from "../policy-types.ts";
import type { ClosedPause, Deadline, LimitStart } from "./deadline.ts";
import type { Pause, Timeline } from "./timeline.ts";

/** An interval a stage leaves out: a pause of the case, or the time between an end and a re-opening. */
export interface Interval {
  readonly from: number;
  /** Null while it lasts. */
  readonly to: number | null;
  /** The pause; null for the time before a re-opening. */
  readonly pause: Pause | null;
  /** Whether the customer was told, where that is required. */
  readonly notified: boolean;
}

const NO_INTERVALS: readonly Interval[] = [];

/** Whether the customer was told since the receipt and by now; before or after the pause began. */
const isToldInCase = ({ notifiedAt }: Pause, { received }: Timeline, now: number): boolean =>
  notifiedAt !== null && notifiedAt <= now && received !== null && notifiedAt >= received.seconds;

/** The pauses a stage has a rule for. */
export function intervalsOf(stage: SlaStage, timeline: Timeline, now: number): readonly Interval[] {
  const { pauses: rules } = stage;
  if (rules === undefined || timeline.pauses.length === 0) return NO_INTERVALS;
  const intervals: Interval[] = [];
  for (const pause of timeline.pauses) {
    const rule = rules.find(({ reason }) => reason === pause.reason);
    if (rule === undefined) continue;
    const notified = !rule.notifyCustomer || isToldInCase(pause, timeline, now);
    intervals.push({ from: pause.from, to: pause.to, pause, notified });
  }
  return intervals;
}

/** An interval as it counts at a given moment. */
export interface CurrentPause extends ClosedPause {
  readonly pause: Pause | null;
  /** Whether it is still open at that moment. */
  readonly open: boolean;
}

const NONE: readonly CurrentPause[] = [];

/** The intervals of a stage at a given moment; those still open are closed there. */
export function pausesAt(intervals: readonly Interval[], start: LimitStart, seconds: number): readonly CurrentPause[] {
  if (intervals.length === 0) return NONE;
  const current: CurrentPause[] = [];
  for (const { from, to, pause, notified } of intervals) {
    if (!notified || from > seconds || (to !== null && to <= start.seconds)) continue;
    const open = to === null || to > seconds;
    current.push({ pause, open, from, to: open ? seconds : to });
  }
  return current;
}

/** Why a pause does not lengthen the limit; null when it does. */
export function whyNotCounted(
  pause: Pause,
  intervals: readonly Interval[],
  current: readonly CurrentPause[],
  deadline: Deadline | null,
): PauseWithoutEffect | null {
  const interval = intervals.find((candidate) => candidate.pause === pause);
  if (interval === undefined) return "no-rule";
  if (!interval.notified) return "customer-not-told";
  const index = current.findIndex((candidate) => candidate.pause === pause);
  return deadline?.counted[index] === false ? "after-due" : null;
}

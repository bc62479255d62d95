import type { WorkingCalendar } from "../../calendar/index.ts";
import {
  countedDays,
  coveredDays,
  dayAt,
  isOutOfRange,
  rollDay,
  textOf,
  type OutOfRange,
} from "../../calendar/inner.ts";
import type { DayNumber, InstantParts, Issue } from "../../core/index.ts";
import { SLA_EVENT_ORDER, type SlaEvent } from "../events.ts";
import type { TimedEvent } from "./event-reading.ts";
import type { SlaStage, SlaState } from "../policy-types.ts";
import type { CompiledPolicy, PreparedStage } from "../prepare.ts";
import { needsCalendar, needsHours } from "../read-policy.ts";
import { elapsedAt, measureOf, type Deadline } from "./deadline.ts";
import { ruleFor } from "./extension.ts";
import { deadlineAt, knownStart, type StageEnd, type StageHistory } from "./history.ts";
import { calendarOf, daysOf, hoursOf, type ResolvedPolicy } from "./resolve.ts";
import { followRounds, type Round } from "./reopening.ts";
import type { CaseRun } from "./stage.ts";
import { timelineOf, type ReportEvent, type Timeline } from "./timeline.ts";

/** An end that a re-opening has undone, with the state of the stage then. */
export interface AssessedEnd {
  readonly end: StageEnd;
  readonly state: SlaState;
  /** Last second in time, as it was then; null when that is not known. */
  readonly due: number | null;
  readonly reopened: number;
}

/** One stage at the requested moment, as numbers. */
export interface StageAssessment {
  readonly prepared: PreparedStage;
  readonly history: StageHistory;
  /** From 1. */
  readonly cycle: number;
  readonly state: SlaState;
  /** Null when nothing has started it, or the calendar does not reach far enough. */
  readonly deadline: Deadline | null;
  readonly notBefore: DayNumber | null;
  /** Why the calendar gave no due date. */
  readonly issue: Issue | null;
  /** The moment the stage is assessed at, in seconds: its end, or now. */
  readonly at: number;
  /** In whole units of its measure; null when not known. */
  readonly allowed: number | null;
  readonly elapsed: number | null;
  readonly earlier: readonly AssessedEnd[];
}

/** A whole case, as numbers. */
export interface CaseAssessment {
  readonly timeline: Timeline;
  /** In the order of the policy, cycles of a stage in order. */
  readonly stages: readonly StageAssessment[];
  /** Issues with individual events. */
  readonly issues: readonly Issue[];
}

/** The calendars a stage counts by: the policy's, that of its working hours, or both. */
export function calendarsOf(resolved: ResolvedPolicy, stage: SlaStage): WorkingCalendar[] {
  return [
    ...(needsCalendar(stage) ? [calendarOf(resolved)] : []),
    ...(needsHours(stage) ? [hoursOf(resolved).calendar] : []),
  ];
}

/**
 * The earliest possible day of a due date beyond the coverage: the last covered day, or the last covered working day if
 * the due date may be rolled back. Null when the limit starts before the coverage, or no such day is known.
 */
function lastKnownDay(resolved: ResolvedPolicy, stage: SlaStage, startedAt: number): DayNumber | null {
  const known = calendarsOf(resolved, stage).map((calendar) => coveredDays(countedDays(calendar)));
  const start = dayAt(resolved.zone, startedAt);
  if (known.some(({ from }) => start < from)) return null;
  const last = Math.min(...known.map(({ to }) => to)) - 1;
  const day = stage.roll === "preceding" ? rollDay(daysOf(resolved), last, "preceding") : last;
  return typeof day === "number" ? day : null;
}

/** The due moment of a stage at the requested moment, and what is not known about it. */
type Finding = Pick<StageAssessment, "state" | "deadline" | "notBefore" | "issue">;

const isEndOfCase = ({ by }: StageEnd): boolean => by === "withdrawn" || by === "merged";

/** What can be said without a due date: an end no later than the last known day was still in time. */
function findUndetermined(
  resolved: ResolvedPolicy,
  stage: SlaStage,
  end: StageEnd | null,
  startedAt: number,
  issue: OutOfRange,
): Finding {
  const notBefore = lastKnownDay(resolved, stage, startedAt);
  const inTime = end !== null && dayAt(resolved.zone, end.seconds) <= (notBefore ?? Number.NEGATIVE_INFINITY);
  const state = !inTime ? "undetermined" : isEndOfCase(end) ? "withdrawn" : "met";
  return { state, deadline: null, notBefore, issue };
}

function stateOf(end: StageEnd | null, late: boolean, paused: boolean): SlaState {
  if (end === null) return paused ? "paused" : late ? "breached" : "running";
  if (isEndOfCase(end)) return late ? "breached" : "withdrawn";
  return late ? "met-late" : "met";
}

function find(
  resolved: ResolvedPolicy,
  stage: SlaStage,
  history: Pick<StageHistory, "start" | "from" | "allowance" | "intervals" | "end">,
  at: number,
): Finding {
  const { start, from, allowance, intervals, end } = history;
  if (start === null || from === null) {
    return { state: end === null ? "not-started" : "withdrawn", deadline: null, notBefore: null, issue: null };
  }
  const current = deadlineAt(resolved, stage, { from, allowance, intervals }, at);
  if (isOutOfRange(current)) return findUndetermined(resolved, stage, end, start.seconds, current);
  const { deadline, paused } = current;
  return { state: stateOf(end, at > deadline.seconds, paused), deadline, notBefore: null, issue: null };
}

/** Time of a limit used at a given moment; null beyond the calendar's data. */
function elapsedOrNull(resolved: ResolvedPolicy, history: StageHistory, deadline: Deadline, at: number): number | null {
  const start = knownStart(history);
  if (start === null) return null;
  const elapsed = elapsedAt(resolved, measureOf(history.allowance.unit), start, deadline.leftOut, at);
  return typeof elapsed === "number" ? elapsed : null;
}

const NONE: readonly AssessedEnd[] = [];

function assessStage(
  { resolved, now }: CaseRun,
  prepared: PreparedStage,
  history: StageHistory,
  cycle: number,
  earlier: readonly AssessedEnd[],
): StageAssessment {
  const at = history.end?.seconds ?? now;
  const { state, deadline, notBefore, issue } = find(resolved, prepared.stage, history, at);
  const allowed = deadline && elapsedOrNull(resolved, history, deadline, deadline.seconds);
  const elapsed = deadline && elapsedOrNull(resolved, history, deadline, at);
  return { prepared, history, cycle, state, deadline, notBefore, issue, at, allowed, elapsed, earlier };
}

/** The ends of a stage that re-openings have undone while its limit continued. */
function undoneEnds(resolved: ResolvedPolicy, { stage }: PreparedStage, history: StageHistory): readonly AssessedEnd[] {
  if (history.undone.length === 0) return NONE;
  return history.undone.map(({ end, allowance, reopened }) => {
    const { state, deadline } = find(resolved, stage, { ...history, allowance, end }, end.seconds);
    return { end, state, due: deadline?.seconds ?? null, reopened };
  });
}

/** The rounds of a stage as they are reported: one by one, or only the last with the ends before it. */
function assessRounds(run: CaseRun, prepared: PreparedStage, rounds: readonly Round[]): StageAssessment[] {
  const { resolved, timeline, now } = run;
  const [only] = rounds;
  if (rounds.length === 1 && only !== undefined) {
    return [assessStage(run, prepared, only.history, 1, undoneEnds(resolved, prepared, only.history))];
  }
  const reported: StageAssessment[] = [];
  const earlier: AssessedEnd[] = [];
  for (const [index, { history, limit }] of rounds.entries()) {
    const last = index === rounds.length - 1;
    const { end } = history;
    const isCycle = prepared.stage.reopen === "new-cycle";
    const assessed = assessStage(run, prepared, history, isCycle ? index + 1 : 1, earlier);
    // a round cut short before it ended was started by an end that has been undone: nothing of it stays
    if (last || (isCycle && end !== null)) reported.push(assessed);
    else if (end !== null) {
      const reopened = timeline.events[limit]?.seconds ?? now;
      earlier.push({ end, state: assessed.state, due: assessed.deadline?.seconds ?? null, reopened });
    }
  }
  return reported;
}

/** Whether any stage has a rule for an event of this kind. */
function hasRule(compiled: CompiledPolicy, event: SlaEvent): boolean {
  if (event.type === "re-opened" || event.type === "merged") return true;
  return compiled.stages.some(({ clock, stage }) => {
    if (event.type === "extended") return ruleFor(event, clock.id, stage) !== null;
    if (event.type === "paused") return (stage.pauses ?? []).some(({ reason }) => reason === event.reason);
    return event.type === "new-facts" && stage.restartedBy?.includes("new-facts") === true;
  });
}

/** Whether an event is meant to change something, by the rank of its type. */
const WITH_EFFECT: readonly boolean[] = /* @__PURE__ */ SLA_EVENT_ORDER.map(
  (type) =>
    type === "extended" || type === "paused" || type === "new-facts" || type === "re-opened" || type === "merged",
);

/** Whether an event ended nothing, and came before a stage that it would have ended. */
function isTooEarly(
  { later }: CompiledPolicy,
  rounds: readonly (readonly Round[])[],
  event: SlaEvent,
  index: number,
): boolean {
  return later.some(
    ({ stage, index: own }) =>
      stage.satisfiedBy.some((by) => by === event.type) &&
      rounds[own]?.every(({ history: { start } }) => start === null || start.index > index) === true,
  );
}

/**
 * Reports events that are meant to change something and changed nothing anywhere, and those that came before what they
 * would have ended; others may well change nothing.
 */
function reportWithoutEffect(
  compiled: CompiledPolicy,
  { timeline, handled, report }: CaseRun,
  rounds: readonly (readonly Round[])[],
): void {
  for (const entry of timeline.events) {
    const { event, rank } = entry;
    if (handled.has(entry)) continue;
    if (WITH_EFFECT[rank] !== true) {
      if (isTooEarly(compiled, rounds, event, timeline.events.indexOf(entry))) {
        report("sla/event-without-effect", entry, { because: "stage-not-running" });
      }
      continue;
    }
    const open = event.type === "re-opened" ? "nothing-ended" : "stage-not-running";
    report("sla/event-without-effect", entry, { because: hasRule(compiled, event) ? open : "no-rule" });
  }
}

/**
 * A case at a given moment, as numbers: every result in this room is written from it.
 *
 * @param compiled - the policy
 * @param resolved - calendar, hours and zone
 * @param events - as `readEvents` has read them
 * @param now - events after it do not count
 * @returns its stages, and the issues with individual events
 */
export function assessCase(
  compiled: CompiledPolicy,
  resolved: ResolvedPolicy,
  events: readonly TimedEvent[],
  now: InstantParts,
): CaseAssessment {
  const issues: Issue[] = [];
  const report: ReportEvent = (code, { event, seconds, index }, details) => {
    const subject = { event: event.id ?? null, type: event.type, at: textOf(resolved.zone, seconds) };
    issues.push({ code, path: ["events", index], details: { ...subject, ...details } });
  };
  const timeline = timelineOf(events, now, compiled.supported, report);
  const run: CaseRun = { resolved, timeline, now: now.seconds, report, handled: new Set() };
  // stages are followed after those they run from, and reported in the order of the policy
  const rounds: (readonly Round[])[] = [];
  const assessed: StageAssessment[][] = [];
  for (const stage of compiled.stages) {
    const followed = followRounds(run, stage, rounds[stage.from ?? -1] ?? null);
    rounds[stage.index] = followed;
    assessed[stage.index] = assessRounds(run, stage, followed);
  }
  reportWithoutEffect(compiled, run, rounds);
  const stages: StageAssessment[] = [];
  for (const cycles of assessed) for (const stage of cycles) stages.push(stage);
  return { timeline, stages, issues };
}

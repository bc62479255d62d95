import { calendarCoverage, type WorkingCalendar } from "../../calendar/index.ts";
import { toDayNumber, type DayNumber, type InstantParts, type Issue } from "../../core/index.ts";
import { rollDay } from "../day-kernel.ts";
import { calendarOf, daysOf, elapsedAt, hoursOf, measureOf, type Deadline, type Ground } from "./deadline.ts";
import { ruleFor } from "./extension.ts";
import { deadlineAt, outOfCoverage, type StageEnd, type StageHistory } from "./history.ts";
import { needsCalendar, needsHours, type PreparedSlaPolicy, type PreparedStage } from "../prepare.ts";
import { followStage, type Round } from "./rounds.ts";
import { SLA_EVENT_ORDER, timelineOf, type ReportEvent, type Timeline } from "./timeline.ts";
import type { SlaEvent, SlaStage, SlaState } from "../types.ts";
import { dayAt, textOf } from "../zoned.ts";

/** An end that a re-opening has undone, with the state it was. */
export interface AssessedEnd {
  readonly end: StageEnd;
  readonly state: SlaState;
  /** Last second in time, as it was then; null where that is not known. */
  readonly due: number | null;
  readonly reopened: number;
}

/** One stage at the moment asked for, in numbers. */
export interface StageAssessment {
  readonly prepared: PreparedStage;
  readonly history: StageHistory;
  /** From 1. */
  readonly cycle: number;
  readonly state: SlaState;
  /** Null when nothing has started it, or the calendar does not reach. */
  readonly deadline: Deadline | null;
  readonly notBefore: DayNumber | null;
  /** Why the calendar gave no due date. */
  readonly issue: Issue | null;
  /** The moment the stage is told at, in seconds: its end, or now. */
  readonly at: number;
  /** In whole units of its measure; null where not known. */
  readonly allowed: number | null;
  readonly elapsed: number | null;
  readonly earlier: readonly AssessedEnd[];
}

/** A whole case in numbers. */
export interface CaseAssessment {
  readonly timeline: Timeline;
  /** In the order of the policy, cycles of a stage in order. */
  readonly stages: readonly StageAssessment[];
  /** What is wrong with single events. */
  readonly issues: readonly Issue[];
}

/** The calendars a stage counts on: the policy's, that of its working hours, or both. */
export function calendarsOf(ground: Ground, stage: SlaStage): WorkingCalendar[] {
  return [
    ...(needsCalendar(stage) ? [calendarOf(ground)] : []),
    ...(needsHours(stage) ? [hoursOf(ground).calendar] : []),
  ];
}

/**
 * The day before which a due date beyond the coverage cannot lie: the last covered day, or its last working day where
 * the due date may be rolled back. Null when the limit starts before the coverage.
 */
function lastKnownDay(ground: Ground, stage: SlaStage, startedAt: number): DayNumber | null {
  const known = calendarsOf(ground, stage).map((calendar) => calendarCoverage(calendar));
  const start = dayAt(startedAt, ground.policy.zone);
  if (known.some(({ from }) => start < toDayNumber(from))) return null;
  const last = Math.min(...known.map(({ to }) => toDayNumber(to))) - 1;
  return stage.roll === "preceding" ? rollDay(daysOf(ground), last, "preceding") : last;
}

/** The due moment of a stage at the moment asked for, and what could not be told. */
type Finding = Pick<StageAssessment, "state" | "deadline" | "notBefore" | "issue">;

const isEndOfCase = ({ by }: StageEnd): boolean => by === "withdrawn" || by === "merged";

/** What can be said without a due date: an end no later than the last known day was in time all the same. */
function findUndetermined(
  ground: Ground,
  stage: SlaStage,
  end: StageEnd | null,
  startedAt: number,
  issue: Issue,
): Finding {
  const notBefore = lastKnownDay(ground, stage, startedAt);
  const inTime = end !== null && notBefore !== null && dayAt(end.seconds, ground.policy.zone) <= notBefore;
  const state = !inTime ? "undetermined" : isEndOfCase(end) ? "withdrawn" : "met";
  return { state, deadline: null, notBefore, issue };
}

function stateOf(end: StageEnd | null, late: boolean, paused: boolean): SlaState {
  if (end === null) return paused ? "paused" : late ? "breached" : "running";
  if (isEndOfCase(end)) return late ? "breached" : "withdrawn";
  return late ? "met-late" : "met";
}

function find(
  ground: Ground,
  stage: SlaStage,
  history: Pick<StageHistory, "started" | "allowance" | "intervals" | "end">,
  at: number,
): Finding {
  const { started, end } = history;
  if (started.kind === "not-started") {
    return { state: end === null ? "not-started" : "withdrawn", deadline: null, notBefore: null, issue: null };
  }
  const outcome = deadlineAt(ground, stage, started, history, at);
  if (!outcome.ok) return findUndetermined(ground, stage, end, started.seconds, outcome.issue);
  const { deadline, paused } = outcome;
  return { state: stateOf(end, at > deadline.seconds, paused), deadline, notBefore: null, issue: null };
}

/** Time of a limit used up at a moment; null beyond the calendar's data. */
function elapsedOrNull(ground: Ground, history: StageHistory, deadline: Deadline | null, at: number): number | null {
  const { started, allowance } = history;
  if (deadline === null || started.kind !== "known") return null;
  try {
    return elapsedAt(ground, measureOf(allowance.unit), started.start, deadline.leftOut, at);
  } catch (error) {
    outOfCoverage(error);
    return null;
  }
}

const NONE: readonly AssessedEnd[] = [];

function assessStage(
  ground: Ground,
  prepared: PreparedStage,
  history: StageHistory,
  cycle: number,
  earlier: readonly AssessedEnd[],
  now: number,
): StageAssessment {
  const at = history.end?.seconds ?? now;
  const { state, deadline, notBefore, issue } = find(ground, prepared.stage, history, at);
  const allowed = deadline && elapsedOrNull(ground, history, deadline, deadline.seconds);
  const elapsed = deadline && elapsedOrNull(ground, history, deadline, at);
  return { prepared, history, cycle, state, deadline, notBefore, issue, at, allowed, elapsed, earlier };
}

/** The ends of a stage that re-openings have undone while its limit went on. */
function undoneEnds(ground: Ground, prepared: PreparedStage, history: StageHistory): readonly AssessedEnd[] {
  if (history.undone.length === 0) return NONE;
  return history.undone.map(({ end, allowance, reopened }) => {
    const then = { started: history.started, allowance, intervals: history.intervals, end };
    const { state, deadline } = find(ground, prepared.stage, then, end.seconds);
    return { end, state, due: deadline?.seconds ?? null, reopened };
  });
}

/** The rounds of a stage as they are told: one by one, or only the last with the ends before it. */
function assessRounds(
  following: { readonly ground: Ground; readonly timeline: Timeline; readonly now: number },
  prepared: PreparedStage,
  rounds: readonly Round[],
): StageAssessment[] {
  const { ground, timeline, now } = following;
  const [only] = rounds;
  if (rounds.length === 1 && only !== undefined) {
    return [assessStage(ground, prepared, only.history, 1, undoneEnds(ground, prepared, only.history), now)];
  }
  const told: StageAssessment[] = [];
  const earlier: AssessedEnd[] = [];
  for (const [index, { history, limit }] of rounds.entries()) {
    const last = index === rounds.length - 1;
    // a round cut short before it ended was begun by an end that has been undone
    if (!last && history.end === null) continue;
    const cycle = prepared.stage.reopen === "new-cycle" ? index + 1 : 1;
    const assessed = assessStage(ground, prepared, history, cycle, last && cycle === 1 ? earlier : NONE, now);
    if (last || prepared.stage.reopen === "new-cycle") told.push(assessed);
    else if (history.end !== null) {
      const reopened = timeline.events[limit]?.seconds ?? now;
      earlier.push({ end: history.end, state: assessed.state, due: assessed.deadline?.seconds ?? null, reopened });
    }
  }
  return told;
}

/** Whether any stage knows what to do with an event of this kind. */
function hasRule(prepared: PreparedSlaPolicy, event: SlaEvent): boolean {
  if (event.type === "re-opened" || event.type === "merged") return true;
  return prepared.stages.some(({ clock, stage }) => {
    if (event.type === "extended") return ruleFor(event, clock.id, stage) !== null;
    if (event.type === "paused") return (stage.pauses ?? []).some(({ reason }) => reason === event.reason);
    return event.type === "new-facts" && stage.restartedBy?.includes("new-facts") === true;
  });
}

/** By rank of its type: whether an event is there to change something. */
const WITH_EFFECT: readonly boolean[] = /* @__PURE__ */ SLA_EVENT_ORDER.map(
  (type) =>
    type === "extended" || type === "paused" || type === "new-facts" || type === "re-opened" || type === "merged",
);

/** Events that are there to change something and changed nothing anywhere; others may well change nothing. */
function reportWithoutEffect(prepared: PreparedSlaPolicy, timeline: Timeline, report: ReportEvent): void {
  for (const entry of timeline.events) {
    const { event, rank, handled } = entry;
    if (handled || WITH_EFFECT[rank] !== true) continue;
    const open = event.type === "re-opened" ? "nothing-ended" : "stage-not-running";
    report("sla/event-without-effect", entry, { because: hasRule(prepared, event) ? open : "no-rule" });
  }
}

/**
 * A case at a moment, in numbers: what every answer of this room is written from.
 *
 * @param prepared - the policy
 * @param ground - calendar, hours and zone
 * @param events - in any order
 * @param now - events after it do not count
 * @returns its stages, and what is wrong with single events
 * @throws as `evaluateSla` does for events
 */
export function assessCase(
  prepared: PreparedSlaPolicy,
  ground: Ground,
  events: readonly SlaEvent[],
  now: InstantParts,
): CaseAssessment {
  const { zone } = ground.policy;
  const issues: Issue[] = [];
  const report: ReportEvent = (code, { event, seconds }, details) => {
    const subject = { event: event.id ?? null, type: event.type, at: textOf(seconds, zone) };
    issues.push({ code, path: ["events"], details: { ...subject, ...details } });
  };
  const timeline = timelineOf(events, now, prepared.supported, report);
  const following = { ground, timeline, now: now.seconds, report };
  // stages are followed after those they run from, and told in the order of the policy
  const rounds: (readonly Round[])[] = [];
  const told: StageAssessment[][] = [];
  for (const stage of prepared.stages) {
    const followed = followStage(following, stage, stage.from === null ? null : (rounds[stage.from] ?? null));
    rounds[stage.index] = followed;
    told[stage.index] = assessRounds(following, stage, followed);
  }
  reportWithoutEffect(prepared, timeline, report);
  const stages: StageAssessment[] = [];
  for (const cycles of told) for (const stage of cycles) stages.push(stage);
  return { timeline, stages, issues };
}

import type { WorkingCalendar, WorkingHours } from "../calendar/index.ts";
import { DomainError, toInstantParts, type Issue } from "../core/index.ts";
import { calendarOf, hoursOf, type Ground } from "./deadline.ts";
import type { SlaErrorCode } from "./errors.ts";
import { ruleFor } from "./extension.ts";
import { prepare, type PreparedSlaPolicy } from "./policy.ts";
import { stageResult, type StageAnswer } from "./stage-result.ts";
import { timelineOf, type ReportEvent, type TimedEvent, type Timeline } from "./timeline.ts";
import type { SlaContext, SlaEvent, SlaPolicy, SlaResult, StageResult } from "./types.ts";
import type { StageHistory } from "./history.ts";
import { walkStage } from "./walk.ts";
import { textOf } from "./zoned.ts";

/** The one of a list with an id; null when none has it. */
function byId<T extends WorkingCalendar | WorkingHours>(list: readonly T[], id: string, parameter: string): T | null {
  const found = list.filter((candidate) => candidate.id === id);
  if (found.length > 1) {
    throw new DomainError<SlaErrorCode>(
      "sla/ambiguous-calendar",
      `context.${parameter}: two of the id named by the policy`,
      ["context", parameter],
      { id, versions: found.map(({ version }) => version) },
    );
  }
  return found[0] ?? null;
}

function groundOf(prepared: PreparedSlaPolicy, context: SlaContext): Ground {
  const { policy } = prepared;
  const calendar = byId(context.calendars, policy.calendar, "calendars");
  const hours = policy.hours === undefined ? null : byId(context.hours ?? [], policy.hours, "hours");
  const ground: Ground = { policy, calendar, hours };
  if (prepared.needsCalendar) calendarOf(ground);
  if (prepared.needsHours && hoursOf(ground).zone !== policy.zone) {
    throw new DomainError<SlaErrorCode>(
      "sla/hours-in-another-zone",
      "context.hours: the working hours are told in another zone than the policy's days",
      ["context", "hours"],
      { policy: policy.id, hours: policy.hours ?? null, zone: policy.zone },
    );
  }
  return ground;
}

/** Whether any stage knows what to do with an event of this kind. */
function hasRule(prepared: PreparedSlaPolicy, event: SlaEvent): boolean {
  return prepared.stages.some(({ clock, stage }) => {
    if (event.type === "extended") return ruleFor(event, clock.id, stage) !== null;
    if (event.type === "paused") return (stage.pauses ?? []).some(({ reason }) => reason === event.reason);
    return event.type === "new-facts" && stage.restartedBy?.includes("new-facts") === true;
  });
}

/** Extensions, pauses and new facts that changed nothing anywhere; other events may well change nothing. */
function reportWithoutEffect(
  prepared: PreparedSlaPolicy,
  timeline: Timeline,
  handled: ReadonlySet<TimedEvent>,
  report: ReportEvent,
): void {
  for (const entry of timeline.events) {
    const { event } = entry;
    if (handled.has(entry)) continue;
    if (event.type !== "extended" && event.type !== "paused" && event.type !== "new-facts") continue;
    report("sla/event-without-effect", entry, {
      because: hasRule(prepared, event) ? "stage-not-running" : "no-rule",
    });
  }
}

/** Sort key of an open stage: its due second, or beyond every due second where that is not known. */
function urgency(result: StageResult): number {
  const at = result.dueAt ?? result.dueIfResumedNow?.at ?? null;
  return at === null ? Number.POSITIVE_INFINITY : toInstantParts(at).seconds;
}

function nextOf(stages: readonly StageResult[]): StageResult | null {
  let next: StageResult | null = null;
  for (const stage of stages) {
    if (stage.endedAt !== null || stage.state === "not-started") continue;
    if (next === null || urgency(stage) < urgency(next)) next = stage;
  }
  return next;
}

/**
 * The deadlines of a case at a moment, from what happened to it (时限评估).
 *
 * Every state is derived from the events, nothing is stored: after a change of policy or calendar, evaluating again is
 * the whole story. Events may come in any order; they are sorted by moment, then by {@link SLA_EVENT_ORDER}, then by id.
 * Events after `now` do not count, and say so. What cannot have happened (a reply before receipt) becomes an issue that
 * names the event, and the rest is evaluated.
 *
 * A due date lasts to the last second of its local day, a due moment is inclusive, and the resolution is one second. On
 * limits in days a pause leaves out the days d with paused-on < d <= resumed-on. A stage whose due date needs a day
 * beyond the calendar's data is `undetermined`, with an issue `calendar/out-of-range`; the other clocks are told all the
 * same. Calendar-day limits ask the calendar only to roll, or for a cut-off.
 *
 * Taking a case up again (`re-opened`) and joining it to another (`merged`) are not followed: they are reported as
 * `sla/event-not-supported` and change nothing.
 *
 * @param policy - the rule; names its zone, calendar and working hours by id
 * @param events - what happened, in any order
 * @param context - the moment to tell the state at, calendars, working hours
 * @returns the open stage due first, every stage, and what is wrong with single events or lies beyond the calendar
 * @throws `sla/invalid-policy` when the policy cannot mean anything
 * @throws `sla/invalid-event` for an unknown type or a new length that is no whole number
 * @throws `sla/missing-calendar` or `sla/missing-hours` when what the policy names is not in the context
 * @throws `sla/ambiguous-calendar` when two have the id it names
 * @throws `sla/hours-in-another-zone` when the working hours are told in another zone than the policy
 * @throws `calendar/unknown-zone`
 * @throws `core/invalid-instant` with the path to the event
 * @see 商业银行个人客户经理工作流程 p. 62 for the complaint rule
 * @example
 * import { CN } from "relationship-banking/calendar/cn";
 * const received = { type: "received", at: "2026-02-13T10:00:00+08:00" } as const;
 * const { next } = evaluateSla(sourceComplaintPolicy, [received], { now: "2026-02-14T09:00:00+08:00", calendars: [CN] });
 * next?.dueDate // => "2026-02-25"
 * next?.state // => "running"
 * next?.remaining // => 2
 * @since 0.1.0
 */
export function evaluateSla(policy: SlaPolicy, events: readonly SlaEvent[], context: SlaContext): SlaResult {
  const prepared = prepare(policy);
  const ground = groundOf(prepared, context);
  const { zone } = policy;
  const now = toInstantParts(context.now, "now").seconds;
  const told = textOf(now, zone);
  const issues: Issue[] = [];
  const report: ReportEvent = (code, { event, seconds }, details) => {
    const subject = { event: event.id ?? null, type: event.type, at: textOf(seconds, zone) };
    issues.push({ code, path: ["events"], details: { ...subject, ...details } });
  };
  const timeline = timelineOf(events, context.now, report);
  const handled = new Set<TimedEvent>();
  const histories = new Map<number, StageHistory>();
  const answers: StageAnswer[] = [];
  for (const stage of prepared.stages) {
    const history = walkStage(
      ground,
      stage,
      timeline,
      beginning(timeline, stage.from, histories),
      now,
      handled,
      report,
    );
    histories.set(stage.index, history);
    // every index is filled: the stages come in another order, not in another number
    answers[stage.index] = stageResult(ground, stage, history, timeline, now, context.explain ?? true);
  }
  reportWithoutEffect(prepared, timeline, handled, report);
  const results = answers.map(({ result }) => result);
  return {
    next: nextOf(results),
    stages: results,
    issues: [...issues, ...answers.flatMap(({ issue }) => issue ?? [])],
    policy: { id: policy.id, version: policy.version, status: policy.status },
    calendar: prepared.needsCalendar ? { id: calendarOf(ground).id, version: calendarOf(ground).version } : null,
    now: told,
  };
}

/** What starts a stage: the receipt, or the event that ended the stage it runs from. */
function beginning(
  timeline: Timeline,
  from: number | null,
  histories: ReadonlyMap<number, StageHistory>,
): { readonly seconds: number; readonly index: number } | null {
  if (from === null) return timeline.received && { seconds: timeline.received.seconds, index: 0 };
  const { end = null, endIndex = null } = histories.get(from) ?? {};
  return end === null || endIndex === null ? null : { seconds: end.seconds, index: endIndex };
}

import { textOf } from "../calendar/inner.ts";
import { type Issue, toInstantParts } from "../core/index.ts";
import { assessCase, type StageAssessment } from "./engine/assess.ts";
import { readEvents } from "./engine/event-reading.ts";
import { calendarOf, resolvePolicy } from "./engine/resolve.ts";
import type { SlaEvent } from "./events.ts";
import type { SlaPolicy } from "./policy-types.ts";
import { issueOfReceipt } from "./in-force.ts";
import { compiledPolicy, type PreparedSlaPolicy } from "./prepare.ts";
import { readContext } from "./read-context.ts";
import { stageResult, type ResultContext } from "./result/stage-result.ts";
import type { SlaContext, SlaResult, StageResult } from "./result/types.ts";

/** Index of the open stage due first, overdue ones included; -1 when none is open. */
function nextOf(stages: readonly StageAssessment[]): number {
  let next = -1;
  let earliest = Number.POSITIVE_INFINITY;
  for (let index = 0; index < stages.length; index++) {
    const stage = stages[index];
    if (stage === undefined) break;
    const { history, state, deadline } = stage;
    if (history.end !== null || state === "not-started") continue;
    const due = deadline?.seconds ?? Number.POSITIVE_INFINITY;
    if (next >= 0 && due >= earliest) continue;
    next = index;
    earliest = due;
  }
  return next;
}

/**
 * The deadlines of a case at a moment, from what happened to it (时限评估).
 *
 * Every state is derived from the events, and nothing is stored: after a change of policy or calendar, evaluating again
 * is all it takes. Events may come in any order; they are sorted by moment, then by {@link SLA_EVENT_ORDER}, then by
 * id. Events after `now` do not count, and are reported. An event that cannot have happened (a reply before receipt)
 * becomes an issue that names it, and the rest is evaluated.
 *
 * A policy that was not in force on the day of receipt is applied all the same, and the first issue says so
 * (`sla/policy-not-yet-in-force`, `sla/policy-no-longer-in-force`, or `sla/policy-before-oldest-read` when nothing is
 * known of the rule on that day): {@link policiesFor}, `policyAt` and `deskReport` choose the version in force.
 *
 * A due date lasts to the last second of its local day, a due moment is inclusive, and the resolution is one second.
 * For limits in days, a pause leaves out the days d with paused-on < d <= resumed-on; one that begins in days gained by
 * rolling makes the limit last to the end of the pause. A stage whose due date needs a day beyond the calendar's data
 * is `undetermined`, with an issue `calendar/out-of-range`; the other clocks are still evaluated. Calendar-day limits
 * use the calendar only to roll, or for a cut-off.
 *
 * Taking a case up again (`re-opened`) and joining it to an earlier one (`merged`) do what each stage's rule says; when
 * no stage has such a rule, the event is reported as `sla/event-not-supported` and changes nothing. A pause that has
 * not been resumed continues after a re-opening.
 *
 * @param policy - the rule, or its handle; names its zone, calendar and working hours by id
 * @param events - what happened, in any order
 * @param context - the moment to evaluate at, calendars, working hours
 * @returns the open stage due first, every stage, and issues with the policy's days in force, with individual events or
 * with dates beyond the calendar
 * @throws `sla/invalid-policy` when the policy makes no sense, and the other codes of {@link prepareSlaPolicy}
 * @throws `sla/invalid-context` when the context is not one
 * @throws `sla/invalid-event` for what is not an event, such as one of an unknown type
 * @throws `sla/missing-calendar` or `sla/missing-hours` when what the policy names is not in the context
 * @throws `sla/ambiguous-calendar` when two in the context have the id it names
 * @throws `sla/hours-in-another-zone` when the working hours are in another zone than the policy
 * @throws the codes of the calendar room for an invalid calendar, or invalid working hours
 * @throws `core/invalid-instant` with the path to the event, or to `context.now`
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
export function evaluateSla(
  policy: SlaPolicy | PreparedSlaPolicy,
  events: readonly SlaEvent[],
  context: SlaContext,
): SlaResult {
  const compiled = compiledPolicy(policy);
  readContext(context);
  const resolved = resolvePolicy(compiled, context);
  const now = toInstantParts(context.now, "context.now");
  const { timeline, stages, issues } = assessCase(compiled, resolved, readEvents(events), now);
  const written: ResultContext = { resolved, timeline, now: now.seconds, explained: context.explain ?? true };
  const results: StageResult[] = [];
  const outOfForce = timeline.received && issueOfReceipt(compiled, resolved.zone, timeline.received.seconds);
  const found: Issue[] = outOfForce === null ? [...issues] : [outOfForce, ...issues];
  for (const stage of stages) {
    const answer = stageResult(written, stage, results.length);
    results.push(answer.result);
    for (const issue of answer.issues) found.push(issue);
  }
  const { id, version, status } = resolved.policy;
  return {
    next: results[nextOf(stages)] ?? null,
    stages: results,
    issues: found,
    policy: { id, version, status },
    calendar: compiled.needsCalendar ? { id: calendarOf(resolved).id, version: calendarOf(resolved).version } : null,
    mergedInto: timeline.mergedInto,
    now: textOf(resolved.zone, now.seconds),
  };
}

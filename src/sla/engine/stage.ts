import { isOutOfRange } from "../../calendar/inner.ts";
import { toInstantParts } from "../../core/index.ts";
import type { ExtendedEvent } from "../events.ts";
import type { SlaEndingEvent, SlaStage, SlaUnit } from "../policy-types.ts";
import type { PreparedStage } from "../prepare.ts";
import { limitStart, type Allowance } from "./deadline.ts";
import { offerOf, requestedOf, ruleFor } from "./extension.ts";
import {
  deadlineAt,
  type AppliedExtension,
  type LimitHistory,
  type StageEnd,
  type StageHistory,
  type StageStart,
  type UndoneEnd,
} from "./history.ts";
import { intervalsOf, type Interval } from "./pauses.ts";
import type { ResolvedPolicy } from "./resolve.ts";
import type { TimedEvent } from "./event-reading.ts";
import type { ReportEvent, Timeline } from "./timeline.ts";

/** What is needed to follow every stage of a case. */
export interface CaseRun {
  readonly resolved: ResolvedPolicy;
  readonly timeline: Timeline;
  /** Moment up to which the case is followed, in seconds. */
  readonly now: number;
  readonly report: ReportEvent;
  /** Events that have mattered to any stage so far. */
  readonly handled: Set<TimedEvent>;
}

/** A stage on its way through the events. */
interface StageRun extends LimitHistory {
  readonly run: CaseRun;
  readonly prepared: PreparedStage;
  start: StageStart;
  from: LimitHistory["from"];
  /** How often new facts have started the limit again. */
  restarts: number;
  allowance: Allowance;
  extensions: AppliedExtension[];
  end: StageEnd | null;
  undone: UndoneEnd[];
  intervals: readonly Interval[];
}

/** Whether the due moment has passed; beyond the calendar's data that is not known, so it counts as not passed. */
function isExpired(stageRun: StageRun, seconds: number): boolean {
  const { run, prepared } = stageRun;
  const current = deadlineAt(run.resolved, prepared.stage, stageRun, seconds);
  return !isOutOfRange(current) && !current.paused && seconds > current.deadline.seconds;
}

/** Moment an extension takes effect: its approval, or the later notice to the customer where the rule requires it. */
function effectOf(event: ExtendedEvent, seconds: number, notify: boolean): number {
  if (!notify || event.notifiedAt === undefined) return seconds;
  return Math.max(seconds, toInstantParts(event.notifiedAt).seconds);
}

/** Whether the customer was told since the receipt: nobody could be told of this case before. */
function isToldInCase({ notifiedAt }: ExtendedEvent, { timeline: { received } }: CaseRun): boolean {
  return notifiedAt !== undefined && received !== null && toInstantParts(notifiedAt).seconds >= received.seconds;
}

/**
 * An extension written in another unit may be shorter than the limit it replaces; lengths cannot be compared, but due
 * moments can.
 */
function isLater(stageRun: StageRun, allowance: Allowance, seconds: number): boolean {
  const { run, prepared, from, intervals } = stageRun;
  const before = deadlineAt(run.resolved, prepared.stage, stageRun, seconds);
  const after = deadlineAt(run.resolved, prepared.stage, { from, allowance, intervals }, seconds);
  return isOutOfRange(before) || isOutOfRange(after) || after.deadline.seconds > before.deadline.seconds;
}

function extend(stageRun: StageRun, entry: TimedEvent, event: ExtendedEvent): void {
  const { run, prepared } = stageRun;
  const { clock, stage } = prepared;
  const rule = ruleFor(event, clock.id, stage);
  if (rule === null) return;
  run.handled.add(entry);
  const report: ReportEvent = (code, subject, details) => {
    run.report(code, subject, { clock: clock.id, stage: stage.id, ...details });
  };
  if (rule === "ambiguous") {
    const extensions = (stage.extensions ?? []).map(({ id }) => id);
    report("sla/extension-ambiguous", entry, { extensions });
    return;
  }
  const where = { extension: rule.id };
  const offer = offerOf(stage, rule, stageRun.allowance, stageRun.extensions);
  if (!offer.ok) {
    report(offer.code, entry, { ...where, ...offer.details });
    return;
  }
  if (rule.role !== undefined && event.approvedByRole !== rule.role) {
    report("sla/extension-not-approved", entry, { ...where, role: rule.role });
    return;
  }
  const seconds = effectOf(event, entry.seconds, rule.notifyCustomer);
  if (rule.notifyCustomer && (!isToldInCase(event, run) || seconds > run.now)) {
    report("sla/extension-customer-not-told", entry, where);
    return;
  }
  if (rule.beforeExpiryOnly && isExpired(stageRun, seconds)) {
    report("sla/extension-after-due", entry, where);
    return;
  }
  const requested = requestedOf(event, offer.allowance, stageRun.allowance, rule.cap !== undefined);
  if (!requested.ok) {
    report(requested.code, entry, { ...where, ...requested.details });
    return;
  }
  const { allowance } = requested;
  if (allowance.unit !== stageRun.allowance.unit && !isLater(stageRun, allowance, seconds)) {
    report("sla/extension-no-gain", entry, { ...where, to: allowance.amount, unit: allowance.unit });
    return;
  }
  if (allowance.amount > offer.allowance.amount) {
    report("sla/extension-beyond-normal", entry, { ...where, to: allowance.amount, normal: offer.allowance.amount });
  }
  stageRun.extensions.push({ extension: rule.id, from: stageRun.allowance, to: allowance, event, seconds });
  stageRun.allowance = allowance;
}

function restart(stageRun: StageRun, entry: TimedEvent): void {
  const { run, prepared } = stageRun;
  const { clock, stage } = prepared;
  run.handled.add(entry);
  if (isExpired(stageRun, entry.seconds)) {
    // what was late stays late: new facts do not cure a breach
    run.report("sla/new-facts-after-due", entry, { clock: clock.id, stage: stage.id });
    return;
  }
  stageRun.start = { ...stageRun.start, seconds: entry.seconds };
  stageRun.from = limitStart(run.resolved, stage, entry.seconds);
  stageRun.restarts += 1;
  stageRun.allowance = { amount: stage.amount, unit: stage.unit };
  stageRun.extensions = [];
  const { restarts: times } = stageRun;
  if (times > 1) run.report("sla/restarted-again", entry, { clock: clock.id, stage: stage.id, times });
}

/** Whether a merger ends a stage. */
function endsByMerger(stageRun: StageRun, entry: TimedEvent): boolean {
  const { run, prepared } = stageRun;
  const { clock, stage } = prepared;
  if (stage.merge === undefined) return false;
  run.handled.add(entry);
  if (stage.merge === "ends" || !isExpired(stageRun, entry.seconds)) return true;
  run.report("sla/merged-after-due", entry, { clock: clock.id, stage: stage.id });
  return false;
}

/** Whether what a limit counts by was given: a stage may do without what only its early end needs. */
function canCount({ calendar, hours, policy }: ResolvedPolicy, { endOf, roll }: SlaStage, unit: SlaUnit): boolean {
  if (calendar === null && (unit === "working-day" || roll !== "none")) return false;
  const byHours = unit === "working-minute" || endOf === "close-of-business";
  return !byHours || (hours !== null && hours.zone === policy.zone);
}

/** What ends a stage because it came early; null when the event is another, too late, or nobody can say. */
function earlyEndBy(stageRun: StageRun, entry: TimedEvent): SlaEndingEvent | null {
  const { run, prepared, from, intervals } = stageRun;
  const { clock, stage } = prepared;
  const { earlyEnd } = stage;
  if (earlyEnd?.by !== entry.event.type) return null;
  const limit: SlaStage = { ...stage, endOf: earlyEnd.endOf ?? stage.endOf };
  const current = canCount(run.resolved, limit, earlyEnd.unit)
    ? deadlineAt(run.resolved, limit, { from, allowance: earlyEnd, intervals }, entry.seconds)
    : null;
  if (current !== null && !isOutOfRange(current))
    return current.paused || entry.seconds <= current.deadline.seconds ? earlyEnd.by : null;
  run.report("sla/early-end-unknown", entry, { clock: clock.id, stage: stage.id });
  return null;
}

/** Applies one event to a stage that has not ended. */
function step(stageRun: StageRun, entry: TimedEvent, index: number): void {
  const { stage } = stageRun.prepared;
  const { event, seconds } = entry;
  // the few kinds that can end a stage, compared by identity of their literals
  for (const by of stage.satisfiedBy) {
    if (by !== event.type) continue;
    stageRun.run.handled.add(entry);
    stageRun.end = {
      by,
      seconds,
      onTheSpot: event.type === "replied" && event.onTheSpot === true,
      isEarly: false,
      index,
    };
    return;
  }
  const early = earlyEndBy(stageRun, entry);
  if (early !== null) stageRun.end = { by: early, seconds, onTheSpot: false, isEarly: true, index };
  else if (event.type === "withdrawn")
    stageRun.end = { by: "withdrawn", seconds, onTheSpot: false, isEarly: false, index };
  else if (event.type === "merged") {
    if (endsByMerger(stageRun, entry))
      stageRun.end = { by: "merged", seconds, onTheSpot: false, isEarly: false, index };
  } else if (event.type === "extended") extend(stageRun, entry, event);
  else if (event.type === "new-facts" && stage.restartedBy?.includes("new-facts") === true) restart(stageRun, entry);
}

/** A re-opened stage goes on where it stopped: the time between does not count. */
function resume(stageRun: StageRun, entry: TimedEvent, end: StageEnd): void {
  stageRun.run.handled.add(entry);
  const gap: Interval = { from: end.seconds, to: entry.seconds, pause: null, notified: true };
  stageRun.undone.push({ end, allowance: stageRun.allowance, reopened: entry.seconds });
  stageRun.intervals = [...stageRun.intervals, gap].sort((a, b) => a.from - b.from);
  stageRun.end = null;
}

/** Indexes of the events a stage looks at, in the order in which they take effect for it. */
function orderOfEffect(timeline: Timeline, prepared: PreparedStage, first: number, limit: number): number[] {
  const effects = timeline.events.slice(first, limit).map(({ event, seconds }, offset) => {
    const index = first + offset;
    if (event.type !== "extended") return { index, seconds };
    const rule = ruleFor(event, prepared.clock.id, prepared.stage);
    const notify = rule !== null && rule !== "ambiguous" && rule.notifyCustomer;
    return { index, seconds: effectOf(event, seconds, notify) };
  });
  return effects.sort((a, b) => a.seconds - b.seconds).map(({ index }) => index);
}

/** Follows the events of a window up to the end of the stage, or on through re-openings that resume it. */
function followEvents(stageRun: StageRun, first: number, limit: number): void {
  const { run, prepared } = stageRun;
  const { timeline } = run;
  const { events } = timeline;
  const order = timeline.hasNotices ? orderOfEffect(timeline, prepared, first, limit) : null;
  const length = limit - first;
  for (let i = 0; i < length; i++) {
    const index = order === null ? first + i : (order[i] ?? 0);
    const entry = events[index];
    if (entry === undefined) break;
    const { end } = stageRun;
    if (end === null) step(stageRun, entry, index);
    else if (prepared.stage.reopen !== "resume") break;
    else if (entry.event.type === "re-opened") resume(stageRun, entry, end);
  }
}

/**
 * Reports the pauses of which the customer was not told, among those the stage has seen from its start up to a given
 * moment.
 */
function reviewPauses({ run, prepared, intervals }: StageRun, first: number, last: number): void {
  for (const { pause, notified } of intervals) {
    if (pause === null || pause.from > last || (pause.to !== null && pause.to < first)) continue;
    run.handled.add(pause.event);
    if (notified) continue;
    run.report("sla/pause-customer-not-told", pause.event, {
      clock: prepared.clock.id,
      stage: prepared.stage.id,
      reason: pause.reason,
    });
  }
}

/** The history of a stage that nothing has started; a withdrawal or a merger that still holds ends it all the same. */
function notStarted(stage: SlaStage, timeline: Timeline, intervals: readonly Interval[], limit: number): StageHistory {
  let end: StageEnd | null = null;
  for (const [index, { event, seconds }] of timeline.events.slice(0, limit).entries()) {
    if (event.type === "re-opened") end = null;
    else if (end === null && (event.type === "withdrawn" || (event.type === "merged" && stage.merge !== undefined))) {
      end = { by: event.type, seconds, onTheSpot: false, isEarly: false, index };
    }
  }
  const allowance: Allowance = { amount: stage.amount, unit: stage.unit };
  return { start: null, from: null, restarted: false, allowance, extensions: [], end, undone: [], intervals };
}

/**
 * Follows one stage through the events of its case.
 *
 * @param run - the case
 * @param prepared - the stage
 * @param start - what starts it, and which events it looks at; null when nothing has
 * @param limit - for a stage that nothing has started, index of the first event it no longer looks at
 * @returns the stage's history
 */
export function followStage(
  run: CaseRun,
  prepared: PreparedStage,
  start: StageStart | null,
  limit: number,
): StageHistory {
  const { stage } = prepared;
  const intervals = intervalsOf(stage, run.timeline, run.now);
  if (start === null) return notStarted(stage, run.timeline, intervals, limit);
  const stageRun: StageRun = {
    run,
    prepared,
    start,
    from: limitStart(run.resolved, stage, start.seconds),
    restarts: 0,
    allowance: { amount: stage.amount, unit: stage.unit },
    extensions: [],
    end: null,
    undone: [],
    intervals,
  };
  followEvents(stageRun, start.index, start.limit);
  reviewPauses(stageRun, start.seconds, stageRun.end?.seconds ?? run.now);
  const { from, restarts, allowance, extensions, end, undone } = stageRun;
  return {
    start: stageRun.start,
    from,
    restarted: restarts > 0,
    allowance,
    extensions,
    end,
    undone,
    intervals: stageRun.intervals,
  };
}

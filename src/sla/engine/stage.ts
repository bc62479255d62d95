import { toInstantParts } from "../../core/index.ts";
import { limitStart, type Allowance, type Ground } from "./deadline.ts";
import { offerOf, requestedOf, ruleFor } from "./extension.ts";
import {
  deadlineAt,
  outOfCoverage,
  type Begun,
  type Grant,
  type Interval,
  type StageEnd,
  type StageHistory,
  type UndoneEnd,
} from "./history.ts";
import type { PreparedStage } from "../prepare.ts";
import type { ReportEvent, TimedEvent, Timeline } from "./timeline.ts";
import type { ExtendedEvent, SlaStage } from "../types.ts";

/** Where the limit starts, if the calendar reaches to where receipt counts. */
function startAt(ground: Ground, stage: SlaStage, seconds: number): Begun {
  try {
    return { kind: "known", seconds, start: limitStart(ground, stage, seconds) };
  } catch (error) {
    return { kind: "unknown", seconds, issue: outOfCoverage(error) };
  }
}

/** A stage on its way through the events. */
interface Walk {
  started: Begun;
  restarted: boolean;
  allowance: Allowance;
  grants: Grant[];
  end: StageEnd | null;
  undone: UndoneEnd[];
  intervals: readonly Interval[];
}

/** What every step of a walk needs. */
interface WalkContext {
  readonly ground: Ground;
  readonly prepared: PreparedStage;
  readonly now: number;
  readonly report: ReportEvent;
}

/** Whether the due moment has passed; beyond the calendar's data it is not known to have, so it counts as not passed. */
function isExpired(context: WalkContext, walk: Walk, seconds: number): boolean {
  const outcome = deadlineAt(context.ground, context.prepared.stage, walk.started, walk, seconds);
  return outcome.ok && !outcome.paused && seconds > outcome.deadline.seconds;
}

/** Moment an extension takes effect: its approval, or the later telling of the customer where the rule asks for it. */
function effectOf(event: ExtendedEvent, seconds: number, notify: boolean): number {
  if (!notify || event.notifiedAt === undefined) return seconds;
  return Math.max(seconds, toInstantParts(event.notifiedAt).seconds);
}

/** An extension written in another unit may be shorter than the limit it replaces; lengths cannot be compared, due moments can. */
function isLater(context: WalkContext, walk: Walk, allowance: Allowance, seconds: number): boolean {
  const { ground, prepared } = context;
  const { started, intervals } = walk;
  const before = deadlineAt(ground, prepared.stage, started, walk, seconds);
  const after = deadlineAt(ground, prepared.stage, started, { allowance, intervals }, seconds);
  return !before.ok || !after.ok || after.deadline.seconds > before.deadline.seconds;
}

function extend(context: WalkContext, walk: Walk, entry: TimedEvent, event: ExtendedEvent): void {
  const { clock, stage } = context.prepared;
  const rule = ruleFor(event, clock.id, stage);
  if (rule === null) return;
  entry.handled = true;
  const refuse: ReportEvent = (code, subject, details) => {
    context.report(code, subject, { clock: clock.id, stage: stage.id, ...details });
  };
  if (rule === "ambiguous") {
    const extensions = (stage.extensions ?? []).map(({ id }) => id);
    refuse("sla/extension-ambiguous", entry, { extensions });
    return;
  }
  const where = { extension: rule.id };
  const offer = offerOf(stage, rule, walk.allowance, walk.grants);
  if (!offer.ok) {
    refuse(offer.code, entry, { ...where, ...offer.details });
    return;
  }
  if (rule.role !== undefined && event.approvedByRole !== rule.role) {
    refuse("sla/extension-not-approved", entry, { ...where, role: rule.role });
    return;
  }
  const seconds = effectOf(event, entry.seconds, rule.notifyCustomer);
  if (rule.notifyCustomer && (event.notifiedAt === undefined || seconds > context.now)) {
    refuse("sla/extension-customer-not-told", entry, where);
    return;
  }
  if (rule.beforeExpiryOnly && isExpired(context, walk, seconds)) {
    refuse("sla/extension-after-due", entry, where);
    return;
  }
  const requested = requestedOf(event, offer.allowance, walk.allowance);
  if (!requested.ok) {
    refuse(requested.code, entry, { ...where, ...requested.details });
    return;
  }
  const { allowance } = requested;
  if (allowance.unit !== walk.allowance.unit && !isLater(context, walk, allowance, seconds)) {
    refuse("sla/extension-no-gain", entry, { ...where, to: allowance.amount, unit: allowance.unit });
    return;
  }
  walk.grants.push({ extension: rule.id, from: walk.allowance, to: allowance, event, seconds });
  walk.allowance = allowance;
}

function restart(context: WalkContext, walk: Walk, entry: TimedEvent): void {
  const { ground, prepared, report } = context;
  const { clock, stage } = prepared;
  entry.handled = true;
  if (isExpired(context, walk, entry.seconds)) {
    // what was late stays late: new facts do not heal a breach
    report("sla/new-facts-after-due", entry, { clock: clock.id, stage: stage.id });
    return;
  }
  walk.started = startAt(ground, stage, entry.seconds);
  walk.restarted = true;
  walk.allowance = { amount: stage.amount, unit: stage.unit };
  walk.grants = [];
}

/** Whether a merger ends a stage. */
function endsByMerger(context: WalkContext, walk: Walk, entry: TimedEvent): boolean {
  const { clock, stage } = context.prepared;
  if (stage.merge === undefined) return false;
  entry.handled = true;
  if (stage.merge === "ends" || !isExpired(context, walk, entry.seconds)) return true;
  context.report("sla/merged-after-due", entry, { clock: clock.id, stage: stage.id });
  return false;
}

/** Does what one event means for a stage that has not ended. */
function step(context: WalkContext, walk: Walk, entry: TimedEvent, index: number): void {
  const { stage } = context.prepared;
  const { event, seconds } = entry;
  // the handful of kinds that can end a stage, by identity of their literals
  for (const by of stage.satisfiedBy) {
    if (by !== event.type) continue;
    walk.end = { by, seconds, onTheSpot: event.type === "replied" && event.onTheSpot === true, index };
    return;
  }
  if (event.type === "withdrawn") walk.end = { by: "withdrawn", seconds, onTheSpot: false, index };
  else if (event.type === "merged") {
    if (endsByMerger(context, walk, entry)) walk.end = { by: "merged", seconds, onTheSpot: false, index };
  } else if (event.type === "extended") extend(context, walk, entry, event);
  else if (event.type === "new-facts" && stage.restartedBy?.includes("new-facts") === true)
    restart(context, walk, entry);
}

/** A re-opened stage goes on where it stood: the time between does not count. */
function resume(walk: Walk, entry: TimedEvent, end: StageEnd): void {
  entry.handled = true;
  const gap: Interval = { from: end.seconds, to: entry.seconds, pause: null, told: true };
  walk.undone.push({ end, allowance: walk.allowance, reopened: entry.seconds });
  walk.intervals = [...walk.intervals, gap].sort((a, b) => a.from - b.from);
  walk.end = null;
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
  return effects.sort((a, b) => a.seconds - b.seconds || a.index - b.index).map(({ index }) => index);
}

/** Follows the events of a window up to the end of the stage, or on through re-openings that resume it. */
function follow(context: WalkContext, walk: Walk, timeline: Timeline, first: number, limit: number): void {
  const { stage } = context.prepared;
  const { events } = timeline;
  const order = timeline.hasNotices ? orderOfEffect(timeline, context.prepared, first, limit) : null;
  const length = Math.min(limit, events.length) - first;
  for (let i = 0; i < length; i++) {
    const index = order === null ? first + i : (order[i] ?? 0);
    const entry = events[index];
    if (entry === undefined) break;
    const { end } = walk;
    if (end === null) step(context, walk, entry, index);
    else if (stage.reopen !== "resume") break;
    else if (entry.event.type === "re-opened") resume(walk, entry, end);
  }
}

/** Tells apart the pauses a stage counts, and marks those it has seen. */
function reviewPauses(context: WalkContext, intervals: readonly Interval[], first: number, last: number): void {
  const { clock, stage } = context.prepared;
  for (const { pause, told } of intervals) {
    if (pause === null || pause.from > last || (pause.to !== null && pause.to < first)) continue;
    pause.event.handled = true;
    if (told) continue;
    context.report("sla/pause-customer-not-told", pause.event, {
      clock: clock.id,
      stage: stage.id,
      reason: pause.reason,
    });
  }
}

const NO_INTERVALS: readonly Interval[] = [];

/** The pauses the rule of a stage knows. */
function intervalsOf(stage: SlaStage, timeline: Timeline, now: number): readonly Interval[] {
  const { pauses: rules } = stage;
  if (rules === undefined || timeline.pauses.length === 0) return NO_INTERVALS;
  const intervals: Interval[] = [];
  for (const pause of timeline.pauses) {
    const rule = rules.find(({ reason }) => reason === pause.reason);
    if (rule === undefined) continue;
    const told = !rule.notifyCustomer || (pause.toldAt !== null && pause.toldAt <= now);
    intervals.push({ from: pause.from, to: pause.to, pause, told });
  }
  return intervals;
}

/** What starts a stage. */
export interface Beginning {
  readonly seconds: number;
  /** Index of the first event it looks at. */
  readonly index: number;
  /** Index of the first event it no longer looks at. */
  readonly limit: number;
  /** The end before, where a re-opening starts it. */
  readonly before: UndoneEnd | null;
}

/** The history of a stage that nothing has started; a withdrawal or a merger that stands ends it all the same. */
function notStarted(stage: SlaStage, timeline: Timeline, intervals: readonly Interval[], limit: number): StageHistory {
  let end: StageEnd | null = null;
  for (const [index, { event, seconds }] of timeline.events.slice(0, limit).entries()) {
    if (event.type === "re-opened") end = null;
    else if (end === null && (event.type === "withdrawn" || (event.type === "merged" && stage.merge !== undefined))) {
      end = { by: event.type, seconds, onTheSpot: false, index };
    }
  }
  const allowance: Allowance = { amount: stage.amount, unit: stage.unit };
  const started = { kind: "not-started" } as const;
  return { started, restarted: false, allowance, grants: [], end, undone: [], before: null, intervals };
}

/**
 * Follows one stage through the events of its case.
 *
 * @param ground - calendar, hours and zone
 * @param prepared - the stage
 * @param timeline - what happened, in order
 * @param from - what starts it, and which events it looks at; null when nothing has
 * @param limit - index of the first event a stage that nothing has started no longer looks at
 * @param now - moment up to which it is followed, in seconds
 * @param report - takes the issues
 * @returns the stage's history
 */
export function walkStage(
  ground: Ground,
  prepared: PreparedStage,
  timeline: Timeline,
  from: Beginning | null,
  limit: number,
  now: number,
  report: ReportEvent,
): StageHistory {
  const { stage } = prepared;
  const intervals = intervalsOf(stage, timeline, now);
  if (from === null) return notStarted(stage, timeline, intervals, limit);
  const context: WalkContext = { ground, prepared, now, report };
  const walk: Walk = {
    started: startAt(ground, stage, from.seconds),
    restarted: false,
    allowance: { amount: stage.amount, unit: stage.unit },
    grants: [],
    end: null,
    undone: [],
    intervals,
  };
  follow(context, walk, timeline, from.index, from.limit);
  reviewPauses(context, intervals, from.seconds, walk.end?.seconds ?? now);
  const { started, restarted, grants, end, undone } = walk;
  return {
    started,
    restarted,
    allowance: walk.allowance,
    grants,
    end,
    undone,
    before: from.before,
    intervals: walk.intervals,
  };
}

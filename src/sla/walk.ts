import { toInstantParts } from "../core/index.ts";
import { limitStart, type Allowance, type Ground } from "./deadline.ts";
import { offerOf, requestedOf, ruleFor } from "./extension.ts";
import { deadlineAt, outOfCoverage, type Begun, type Grant, type StageEnd, type StageHistory } from "./history.ts";
import type { PreparedStage } from "./policy.ts";
import type { ReportEvent, TimedEvent, Timeline } from "./timeline.ts";
import type { ExtendedEvent, SlaStage } from "./types.ts";
import { textOf } from "./zoned.ts";

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
  endIndex: number | null;
}

/** What every step of a walk needs. */
interface WalkContext {
  readonly ground: Ground;
  readonly prepared: PreparedStage;
  readonly now: number;
  readonly pauses: StageHistory["pauses"];
  readonly handled: Set<TimedEvent>;
  readonly report: ReportEvent;
}

/** Whether the due moment has passed; beyond the calendar's data it is not known to have, so it counts as not passed. */
function isExpired(context: WalkContext, walk: Walk, seconds: number): boolean {
  const { ground, prepared, pauses } = context;
  const history = { allowance: walk.allowance, pauses };
  const outcome = deadlineAt(ground, prepared.stage, walk.started, history, seconds);
  return outcome.ok && !outcome.paused && seconds > outcome.deadline.seconds;
}

/** Moment an extension takes effect: its approval, or the later telling of the customer where the rule asks for it. */
function effectOf(event: ExtendedEvent, seconds: number, notify: boolean): number {
  if (!notify || event.notifiedAt === undefined) return seconds;
  return Math.max(seconds, toInstantParts(event.notifiedAt).seconds);
}

/** An extension written in another unit may be shorter than the limit it replaces; lengths cannot be compared, due moments can. */
function isLater(context: WalkContext, walk: Walk, allowance: Allowance, seconds: number): boolean {
  const { ground, prepared, pauses } = context;
  const before = deadlineAt(ground, prepared.stage, walk.started, { allowance: walk.allowance, pauses }, seconds);
  const after = deadlineAt(ground, prepared.stage, walk.started, { allowance, pauses }, seconds);
  return !before.ok || !after.ok || after.deadline.seconds > before.deadline.seconds;
}

function extend(context: WalkContext, walk: Walk, entry: TimedEvent, event: ExtendedEvent): void {
  const { clock, stage } = context.prepared;
  const rule = ruleFor(event, clock.id, stage);
  if (rule === null) return;
  context.handled.add(entry);
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
  const at = textOf(seconds, context.ground.policy.zone);
  const grant = { extension: rule.id, at, to: allowance.amount, unit: allowance.unit };
  walk.grants.push({ ...grant, from: walk.allowance, event, seconds });
  walk.allowance = allowance;
}

function restart(context: WalkContext, walk: Walk, entry: TimedEvent): void {
  const { ground, prepared, handled, report } = context;
  const { clock, stage } = prepared;
  handled.add(entry);
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

interface Step {
  readonly entry: TimedEvent;
  readonly index: number;
  /** When it takes effect. */
  readonly seconds: number;
}

/** The events a stage looks at, in the order in which they take effect for it. */
function stepsOf(timeline: Timeline, first: number, prepared: PreparedStage): Step[] {
  return timeline.events
    .map((entry, index): Step => {
      const { event, seconds } = entry;
      if (event.type !== "extended") return { entry, index, seconds };
      const rule = ruleFor(event, prepared.clock.id, prepared.stage);
      const notify = rule !== null && rule !== "ambiguous" && rule.notifyCustomer;
      return { entry, index, seconds: effectOf(event, seconds, notify) };
    })
    .filter(({ index }) => index >= first)
    .sort((a, b) => a.seconds - b.seconds || a.index - b.index);
}

/** Does what one event means for a stage. */
function step(context: WalkContext, walk: Walk, { entry, index }: Step): void {
  const { stage } = context.prepared;
  const { event, seconds } = entry;
  const by = stage.satisfiedBy.find((type) => type === event.type);
  if (by !== undefined) {
    walk.end = { by, seconds, onTheSpot: event.type === "replied" && event.onTheSpot === true };
    walk.endIndex = index;
  } else if (event.type === "withdrawn") walk.end = { by: "withdrawn", seconds, onTheSpot: false };
  else if (event.type === "extended") extend(context, walk, entry, event);
  else if (event.type === "new-facts" && stage.restartedBy?.includes("new-facts") === true)
    restart(context, walk, entry);
}

/** Tells apart the pauses a stage counts, and marks those it has seen. */
function reviewPauses(context: WalkContext, first: number, last: number): void {
  const { clock, stage } = context.prepared;
  for (const { pause, told } of context.pauses) {
    if (pause.from > last || (pause.to !== null && pause.to < first)) continue;
    context.handled.add(pause.event);
    if (told) continue;
    context.report("sla/pause-customer-not-told", pause.event, {
      clock: clock.id,
      stage: stage.id,
      reason: pause.reason,
    });
  }
}

/**
 * Follows one stage through the events of its case.
 *
 * @param ground - calendar, hours and zone
 * @param prepared - the stage
 * @param timeline - what happened, in order
 * @param from - what starts it: moment, and index of the first event it looks at; null when nothing has
 * @param now - moment up to which it is followed, in seconds
 * @param handled - takes the events that meant something to the stage
 * @param report - takes the issues
 * @returns the stage's history
 */
export function walkStage(
  ground: Ground,
  prepared: PreparedStage,
  timeline: Timeline,
  from: { readonly seconds: number; readonly index: number } | null,
  now: number,
  handled: Set<TimedEvent>,
  report: ReportEvent,
): StageHistory {
  const { stage } = prepared;
  const rules = stage.pauses ?? [];
  const pauses = timeline.pauses.flatMap((pause) => {
    const rule = rules.find(({ reason }) => reason === pause.reason);
    if (rule === undefined) return [];
    return [{ pause, told: !rule.notifyCustomer || (pause.toldAt !== null && pause.toldAt <= now) }];
  });
  const allowance: Allowance = { amount: stage.amount, unit: stage.unit };
  if (from === null) {
    const withdrawn = timeline.events.find(({ event }) => event.type === "withdrawn");
    const end = withdrawn && ({ by: "withdrawn", seconds: withdrawn.seconds, onTheSpot: false } as const);
    const started = { kind: "not-started" } as const;
    return { started, restarted: false, allowance, grants: [], end: end ?? null, endIndex: null, pauses };
  }
  const context: WalkContext = { ground, prepared, now, pauses, handled, report };
  const walk: Walk = {
    started: startAt(ground, stage, from.seconds),
    restarted: false,
    allowance,
    grants: [],
    end: null,
    endIndex: null,
  };
  for (const next of stepsOf(timeline, from.index, prepared)) {
    step(context, walk, next);
    if (walk.end !== null) break;
  }
  reviewPauses(context, from.seconds, walk.end?.seconds ?? now);
  return { ...walk, pauses };
}

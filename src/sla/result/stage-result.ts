import { dayAt, textOf, type ZoneTable } from "../../calendar/inner.ts";
import { fromDayNumber, type DecimalString, type Issue } from "../../core/index.ts";
import { quotientText } from "../../core/inner.ts";
import { calendarsOf, type StageAssessment } from "../engine/assess.ts";
import { measureOf } from "../engine/deadline.ts";
import { offerOf } from "../engine/extension.ts";
import { knownStart } from "../engine/history.ts";
import type { ResolvedPolicy } from "../engine/resolve.ts";
import type { Timeline } from "../engine/timeline.ts";
import { alertsOf, type Alerts, type TimedStep } from "./alerts.ts";
import { explain } from "./explain.ts";
import type {
  GrantedExtension,
  PossibleExtension,
  SlaDue,
  SlaEarlierEnd,
  SlaEscalation,
  StageResult,
} from "./types.ts";

/** Share of the time allowed that is used up, rounded down: a running clock never shows a share it has not used up yet. */
function usedShareOf(elapsed: number, allowed: number): DecimalString | null {
  return allowed <= 0 ? null : quotientText(elapsed, allowed, 4, "down");
}

const NO_EXTENSIONS: readonly PossibleExtension[] = [];

function possibleExtensions({ prepared, history, state }: StageAssessment): readonly PossibleExtension[] {
  const { stage } = prepared;
  if (stage.extensions === undefined || history.end !== null || state === "not-started") return NO_EXTENSIONS;
  return stage.extensions.flatMap((rule) => {
    if (state === "breached" && rule.beforeExpiryOnly) return [];
    const offer = offerOf(stage, rule, history.allowance, history.extensions);
    if (!offer.ok) return [];
    const { amount: to, unit } = offer.allowance;
    const { id: extension, role = null, notifyCustomer } = rule;
    return [{ extension, to, capped: rule.cap !== undefined, unit, role, notifyCustomer }];
  });
}

/** Whether any day the stage rests on is one its calendar expects but does not know yet. */
function isProvisional(resolved: ResolvedPolicy, assessed: StageAssessment): boolean {
  const last = assessed.deadline?.day ?? assessed.notBefore ?? knownStart(assessed.history)?.day ?? null;
  const hasProvisional = resolved.calendar?.provisionalFrom !== undefined || resolved.hours !== null;
  if (last === null || !hasProvisional) return false;
  return calendarsOf(resolved, assessed.prepared.stage).some(
    ({ provisionalFrom }) => provisionalFrom !== undefined && fromDayNumber(last) >= provisionalFrom,
  );
}

function escalationOf({ step, seconds, alert }: TimedStep, zone: ZoneTable): SlaEscalation {
  const at = textOf(zone, seconds);
  return {
    step: step.id,
    date: at.slice(0, 10),
    at,
    alertAt: alert === seconds ? at : textOf(zone, alert),
    notify: step.notify ?? [],
  };
}

const NONE_GRANTED: readonly GrantedExtension[] = [];

function grantedExtensions({ history }: StageAssessment, zone: ZoneTable): readonly GrantedExtension[] {
  if (history.extensions.length === 0) return NONE_GRANTED;
  return history.extensions.map(({ extension, seconds, to }) => ({
    extension,
    at: textOf(zone, seconds),
    to: to.amount,
    unit: to.unit,
  }));
}

const NO_ENDS: readonly SlaEarlierEnd[] = [];

function earlierEndsOf({ earlier }: StageAssessment, zone: ZoneTable): readonly SlaEarlierEnd[] {
  if (earlier.length === 0) return NO_ENDS;
  return earlier.map(({ end, state, due, reopened }) => ({
    by: end.by,
    at: textOf(zone, end.seconds),
    state,
    dueAt: due === null ? null : textOf(zone, due),
    reopenedAt: textOf(zone, reopened),
  }));
}

const NO_ALERTS: Alerts = { atRisk: null, steps: [], issues: [] };
const NO_ESCALATIONS: readonly SlaEscalation[] = [];
const NO_LINES: StageResult["explanation"] = [];

/** A stage as it is reported, with what its calendar could not say. */
export interface StageAnswer {
  readonly result: StageResult;
  readonly issues: readonly Issue[];
}

const NO_ISSUES: readonly Issue[] = [];

/** Issues of a stage, with its position in the result. */
function issuesOf(assessed: StageAssessment, alerts: Alerts, index: number): readonly Issue[] {
  const { issue, prepared, notBefore } = assessed;
  if (issue === null && alerts.issues.length === 0) return NO_ISSUES;
  const path = ["stages", index];
  const details = { clock: prepared.clock.id, stage: prepared.stage.id };
  const due = issue && {
    code: issue.code,
    path,
    details: { ...issue.details, ...details, notBefore: notBefore === null ? null : fromDayNumber(notBefore) },
  };
  return [...(due === null ? [] : [due]), ...alerts.issues.map((alert) => ({ ...alert, path }))];
}

/** What is needed to write the results of a case. */
export interface ResultContext {
  /** Calendar, hours and zone. */
  readonly resolved: ResolvedPolicy;
  /** What happened to the case. */
  readonly timeline: Timeline;
  /** The requested moment, in seconds. */
  readonly now: number;
  /** Whether to give the reasons line by line. */
  readonly explained: boolean;
}

/**
 * Writes the state of a stage at a given moment.
 *
 * @param context - the case
 * @param assessed - the stage, as numbers
 * @param index - position among the results
 * @returns the result, and an issue when the calendar does not reach far enough
 */
export function stageResult(context: ResultContext, assessed: StageAssessment, index: number): StageAnswer {
  const { resolved, timeline, now, explained } = context;
  const { prepared, history, state, deadline, notBefore, allowed, elapsed } = assessed;
  const { clock, stage } = prepared;
  const { zone } = resolved;
  const { start, end, allowance } = history;
  const due: SlaDue | null = deadline && { date: fromDayNumber(deadline.day), at: textOf(zone, deadline.seconds) };
  const shown = state === "paused" ? null : due;
  const known = allowed !== null && elapsed !== null;
  const hasAlerts = stage.atRisk !== undefined || stage.escalations !== undefined;
  const alerts = hasAlerts ? alertsOf(resolved, assessed) : NO_ALERTS;
  const { atRisk } = alerts;
  const escalations = alerts.steps.length === 0 ? NO_ESCALATIONS : alerts.steps.map((step) => escalationOf(step, zone));
  const next = alerts.steps.findIndex(({ seconds }) => seconds > now);
  const provisional = isProvisional(resolved, assessed);
  const counted = knownStart(history);
  const result: StageResult = {
    clock: clock.id,
    stage: stage.id,
    basis: clock.basis,
    cycle: assessed.cycle,
    state,
    start: start === null ? null : textOf(zone, start.seconds),
    startDate: counted === null ? null : fromDayNumber(counted.day),
    dueDate: shown === null ? null : shown.date,
    dueAt: shown === null ? null : shown.at,
    notBefore: notBefore === null ? null : fromDayNumber(notBefore),
    dueIfResumedNow: state === "paused" ? due : null,
    endedAt: end === null ? null : textOf(zone, end.seconds),
    endedBy: end === null ? null : end.by,
    earlierEnds: earlierEndsOf(assessed, zone),
    onTheSpot:
      stage.preferOnTheSpot === true && end !== null && end.by !== "withdrawn" && end.by !== "merged"
        ? end.onTheSpot
        : null,
    amount: allowance.amount,
    unit: allowance.unit,
    measure: measureOf(allowance.unit),
    allowed,
    elapsed,
    remaining: known ? allowed - elapsed : null,
    usedShare: known ? usedShareOf(elapsed, allowed) : null,
    atRisk: atRisk !== null && atRisk <= now && (state === "running" || state === "paused"),
    atRiskDate: atRisk === null ? null : fromDayNumber(dayAt(zone, atRisk)),
    atRiskAt: atRisk === null ? null : textOf(zone, atRisk),
    escalations,
    nextEscalation: escalations[next] ?? null,
    extensions: grantedExtensions(assessed, zone),
    possibleExtensions: possibleExtensions(assessed),
    provisional,
    explanation: explained ? explain(resolved, assessed, timeline, provisional, atRisk) : NO_LINES,
  };
  return { result, issues: issuesOf(assessed, alerts, index) };
}

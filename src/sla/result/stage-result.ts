import { type DecimalString, type Issue, type ZoneId, fromDayNumber } from "../../core/index.ts";
import { alertsOf, type Alerts, type TimedStep } from "./alerts.ts";
import { calendarsOf, type StageAssessment } from "../engine/assess.ts";
import { measureOf, type Ground } from "../engine/deadline.ts";
import { explain } from "./explain.ts";
import { offerOf } from "../engine/extension.ts";
import type { Timeline } from "../engine/timeline.ts";
import type {
  GrantedExtension,
  PossibleExtension,
  SlaDue,
  SlaEarlierEnd,
  SlaEscalation,
  StageResult,
} from "../types.ts";
import { dayAt, textOf } from "../zoned.ts";

/** Share of two whole numbers below 2^39, rounded down to four digits; exact, because the product is a safe integer. */
function shareOf(part: number, whole: number): DecimalString | null {
  if (whole <= 0) return null;
  const share = Math.floor((part * 10_000) / whole);
  const rest = share % 10_000;
  return `${String((share - rest) / 10_000)}.${String(rest).padStart(4, "0")}`;
}

const NO_EXTENSIONS: readonly PossibleExtension[] = [];

function possibleExtensions({ prepared, history, state }: StageAssessment): readonly PossibleExtension[] {
  const { stage } = prepared;
  if (stage.extensions === undefined || history.end !== null || state === "not-started") return NO_EXTENSIONS;
  return stage.extensions.flatMap((rule) => {
    if (state === "breached" && rule.beforeExpiryOnly) return [];
    const offer = offerOf(stage, rule, history.allowance, history.grants);
    if (!offer.ok) return [];
    const { amount: to, unit } = offer.allowance;
    return [{ extension: rule.id, to, unit, role: rule.role ?? null, notifyCustomer: rule.notifyCustomer }];
  });
}

/** Whether any day the stage rests on is one its calendar expects but does not know yet. */
function isProvisional(ground: Ground, assessed: StageAssessment): boolean {
  const { started } = assessed.history;
  const last = assessed.deadline?.day ?? assessed.notBefore ?? (started.kind === "known" ? started.start.day : null);
  const hasProvisional = ground.calendar?.provisionalFrom !== undefined || ground.hours !== null;
  if (last === null || !hasProvisional) return false;
  return calendarsOf(ground, assessed.prepared.stage).some(
    ({ provisionalFrom }) => provisionalFrom !== undefined && fromDayNumber(last) >= provisionalFrom,
  );
}

function escalationOf({ step, seconds, alert }: TimedStep, zone: ZoneId): SlaEscalation {
  const at = textOf(seconds, zone);
  return {
    step: step.id,
    date: at.slice(0, 10),
    at,
    alertAt: alert === seconds ? at : textOf(alert, zone),
    notify: step.notify ?? [],
  };
}

const NO_GRANTS: readonly GrantedExtension[] = [];

function grantsOf({ history }: StageAssessment, zone: ZoneId): readonly GrantedExtension[] {
  if (history.grants.length === 0) return NO_GRANTS;
  return history.grants.map(({ extension, seconds, to }) => ({
    extension,
    at: textOf(seconds, zone),
    to: to.amount,
    unit: to.unit,
  }));
}

const NO_ENDS: readonly SlaEarlierEnd[] = [];

function earlierEndsOf({ earlier }: StageAssessment, zone: ZoneId): readonly SlaEarlierEnd[] {
  if (earlier.length === 0) return NO_ENDS;
  return earlier.map(({ end, state, due, reopened }) => ({
    by: end.by,
    at: textOf(end.seconds, zone),
    state,
    dueAt: due === null ? null : textOf(due, zone),
    reopenedAt: textOf(reopened, zone),
  }));
}

const NO_ALERTS: Alerts = { atRisk: null, steps: [], issues: [] };
const NO_ESCALATIONS: readonly SlaEscalation[] = [];
const NO_LINES: StageResult["explanation"] = [];

/** A stage as it is told, with what its calendar could not say. */
export interface StageAnswer {
  readonly result: StageResult;
  readonly issues: readonly Issue[];
}

const NO_ISSUES: readonly Issue[] = [];

/** Issues of a stage with the place of the stage in the result. */
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

/**
 * Writes the state of a stage at a moment.
 *
 * @param ground - calendar, hours and zone
 * @param assessed - the stage in numbers
 * @param timeline - what happened to the case
 * @param now - moment, in seconds
 * @param index - place among the results
 * @param explained - whether to give the reasons line by line
 * @returns the result, and an issue where the calendar does not reach far enough
 */
export function stageResult(
  ground: Ground,
  assessed: StageAssessment,
  timeline: Timeline,
  now: number,
  index: number,
  explained: boolean,
): StageAnswer {
  const { prepared, history, state, deadline, notBefore, allowed, elapsed } = assessed;
  const { clock, stage } = prepared;
  const { zone } = ground.policy;
  const { started, end, allowance } = history;
  const due: SlaDue | null = deadline && { date: fromDayNumber(deadline.day), at: textOf(deadline.seconds, zone) };
  const shown = state === "paused" ? null : due;
  const known = allowed !== null && elapsed !== null;
  const hasAlerts = stage.atRisk !== undefined || stage.escalations !== undefined;
  const alerts = hasAlerts ? alertsOf(ground, assessed) : NO_ALERTS;
  const { atRisk } = alerts;
  const escalations = alerts.steps.length === 0 ? NO_ESCALATIONS : alerts.steps.map((step) => escalationOf(step, zone));
  const next = end === null ? alerts.steps.findIndex(({ seconds }) => seconds > now) : -1;
  const provisional = isProvisional(ground, assessed);
  const result: StageResult = {
    clock: clock.id,
    stage: stage.id,
    basis: clock.basis,
    cycle: assessed.cycle,
    state,
    start: started.kind === "not-started" ? null : textOf(started.seconds, zone),
    startDate: started.kind === "known" ? fromDayNumber(started.start.day) : null,
    dueDate: shown === null ? null : shown.date,
    dueAt: shown === null ? null : shown.at,
    notBefore: notBefore === null ? null : fromDayNumber(notBefore),
    dueIfResumedNow: state === "paused" ? due : null,
    endedAt: end === null ? null : textOf(end.seconds, zone),
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
    usedShare: known ? shareOf(elapsed, allowed) : null,
    atRisk: atRisk !== null && atRisk <= now && (state === "running" || state === "paused"),
    atRiskDate: atRisk === null ? null : fromDayNumber(dayAt(atRisk, zone)),
    atRiskAt: atRisk === null ? null : textOf(atRisk, zone),
    escalations,
    nextEscalation: escalations[next] ?? null,
    extensions: grantsOf(assessed, zone),
    possibleExtensions: possibleExtensions(assessed),
    provisional,
    explanation: explained ? explain(ground, assessed, timeline, provisional, atRisk) : NO_LINES,
  };
  return { result, issues: issuesOf(assessed, alerts, index) };
}

import { addWorkedSeconds, isOutOfRange, momentOn, shiftWorked, type OutOfRange } from "../../calendar/inner.ts";
import type { Issue } from "../../core/index.ts";
import type { StageAssessment } from "../engine/assess.ts";
import { measureOf, momentUsed, sameTimeOn, ticksOf, type Deadline } from "../engine/deadline.ts";
import { knownStart } from "../engine/history.ts";
import { daysOf, hoursOf, type ResolvedPolicy } from "../engine/resolve.ts";
import type { SlaEscalationStep, SlaEscalationTime, SlaMeasure, SlaStage } from "../policy-types.ts";
import { afterQuietHours } from "./quiet-hours.ts";

/** A step of the ladder, as numbers. */
export interface TimedStep {
  readonly step: SlaEscalationStep;
  /** When it is reached. */
  readonly seconds: number;
  /** When the alert goes out. */
  readonly alert: number;
}

/** The moment a stage becomes at risk and the steps of its ladder, with what the calendar could not say. */
export interface Alerts {
  readonly atRisk: number | null;
  readonly steps: readonly TimedStep[];
  readonly issues: readonly Issue[];
}

/**
 * A day a number of units after the due day, or before it when the number is negative, as a moment: its first second,
 * or the time of day of a limit to the same time.
 */
function momentOff(
  resolved: ResolvedPolicy,
  stage: SlaStage,
  deadline: Deadline,
  amount: number,
  unit: SlaMeasure,
): number | OutOfRange {
  if (unit === "working-minute") return addWorkedSeconds(hoursOf(resolved), deadline.seconds, amount * 60);
  const { zone } = resolved;
  const day = unit === "calendar-day" ? deadline.day + amount : shiftWorked(daysOf(resolved), deadline.day, amount);
  if (typeof day !== "number") return day;
  return stage.endOf === "same-time" ? sameTimeOn(zone, day, deadline.seconds) : momentOn(zone, day, 0);
}

/** When a point on the way to the due moment, or past it, is reached; null when that is not known. */
function momentOf(
  resolved: ResolvedPolicy,
  assessed: StageAssessment,
  deadline: Deadline,
  time: SlaEscalationTime,
): number | OutOfRange | null {
  const { history, prepared, allowed } = assessed;
  const start = knownStart(history);
  if (start === null) return null;
  if (time.at === "breach") return deadline.seconds + 1;
  if (time.at === "after-due") return momentOff(resolved, prepared.stage, deadline, time.amount, time.unit);
  if (time.at === "before-due") {
    const before = momentOff(resolved, prepared.stage, deadline, -time.amount, time.unit);
    return typeof before === "number" ? Math.max(start.seconds, before) : before;
  }
  if (allowed === null) return null;
  const measure = measureOf(history.allowance.unit);
  // a share has at most four digits, so this is a whole number of ten-thousandths
  const share = Math.round(Number(time.share) * 10_000);
  const ticks = Math.ceil((allowed * ticksOf(measure) * share) / 10_000);
  return momentUsed(resolved, measure, start, deadline.leftOut, ticks);
}

/** How far ahead moments are certain: to the end, or to now when a pause may still move what is to come. */
function horizonOf(assessed: StageAssessment): number {
  return assessed.history.end !== null || assessed.state === "paused" ? assessed.at : Number.POSITIVE_INFINITY;
}

/**
 * The first second at which a stage is at risk, as things stand.
 *
 * @param resolved - calendar, hours and zone
 * @param assessed - the stage
 * @returns seconds; null when there is no such rule, or the moment is not known or was never reached; an issue when it
 * lies beyond the calendar's data
 */
export function atRiskMoment(resolved: ResolvedPolicy, assessed: StageAssessment): number | OutOfRange | null {
  const { atRisk } = assessed.prepared.stage;
  if (atRisk === undefined || assessed.deadline === null) return null;
  const seconds = momentOf(resolved, assessed, assessed.deadline, atRisk);
  return typeof seconds === "number" && seconds > horizonOf(assessed) ? null : seconds;
}

/** A step in numbers; null where it is not known, or never reached. */
function timedStep(
  resolved: ResolvedPolicy,
  assessed: StageAssessment,
  deadline: Deadline,
  step: SlaEscalationStep,
): TimedStep | OutOfRange | null {
  const seconds = momentOf(resolved, assessed, deadline, step.when);
  if (typeof seconds !== "number") return seconds;
  if (seconds > horizonOf(assessed)) return null;
  const alert = step.urgent === true ? seconds : afterQuietHours(resolved, seconds);
  return typeof alert === "number" ? { step, seconds, alert } : alert;
}

/**
 * When a stage becomes at risk and when the steps of its ladder are reached, as things stand.
 *
 * @param resolved - calendar, hours and zone
 * @param assessed - the stage
 * @returns moments in order; steps that lie beyond the calendar's data are issues
 */
export function alertsOf(resolved: ResolvedPolicy, assessed: StageAssessment): Alerts {
  const { deadline } = assessed;
  const { clock, stage } = assessed.prepared;
  const issues: Issue[] = [];
  const known = <T>(step: string, answer: T | OutOfRange | null): T | null => {
    if (!isOutOfRange(answer)) return answer;
    const { code, path, details } = answer;
    issues.push({ code, path, details: { ...details, clock: clock.id, stage: stage.id, step } });
    return null;
  };
  const atRisk = known("at-risk", atRiskMoment(resolved, assessed));
  const steps: TimedStep[] = [];
  if (deadline !== null) {
    for (const step of stage.escalations ?? []) {
      const timed = known(step.id, timedStep(resolved, assessed, deadline, step));
      if (timed !== null) steps.push(timed);
    }
    steps.sort((a, b) => a.seconds - b.seconds);
  }
  return { atRisk, steps, issues };
}

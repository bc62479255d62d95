import type { Issue } from "../../core/index.ts";
import { isWorked, shiftWorked } from "../day-kernel.ts";
import {
  daysOf,
  hoursOf,
  measureOf,
  momentUsed,
  secondsOfTime,
  ticksOf,
  type Deadline,
  type Ground,
} from "../engine/deadline.ts";
import type { StageAssessment } from "../engine/assess.ts";
import { outOfCoverage } from "../engine/history.ts";
import type { SlaEscalationStep, SlaEscalationTime, SlaMeasure, SlaStage } from "../types.ts";
import { addWorkedMinutes, dayAt, momentOn, sameTimeOn, secondOfDay } from "../zoned.ts";

/** A step of the ladder in numbers. */
export interface TimedStep {
  readonly step: SlaEscalationStep;
  /** When it is reached. */
  readonly seconds: number;
  /** When the alert goes out. */
  readonly alert: number;
}

/** The moment a stage turns at risk and the steps of its ladder, with what the calendar could not say. */
export interface Alerts {
  readonly atRisk: number | null;
  readonly steps: readonly TimedStep[];
  readonly issues: readonly Issue[];
}

/** A day so many units from the due day, as a moment: its first second, or the time of day of a limit to the same time. */
function momentOff(ground: Ground, stage: SlaStage, deadline: Deadline, amount: number, unit: SlaMeasure): number {
  if (unit === "working-minute") return addWorkedMinutes(hoursOf(ground), deadline.seconds, amount);
  const { zone } = ground.policy;
  const day = unit === "calendar-day" ? deadline.day + amount : shiftWorked(daysOf(ground), deadline.day, amount);
  return stage.endOf === "same-time" ? sameTimeOn(day, deadline.seconds, zone) : momentOn(day, 0, zone);
}

/** When a point on the way to the due moment, or past it, is reached. */
function momentOf(
  ground: Ground,
  assessed: StageAssessment,
  deadline: Deadline,
  time: SlaEscalationTime,
): number | null {
  const { history, prepared, allowed } = assessed;
  if (history.started.kind !== "known") return null;
  const { start } = history.started;
  if (time.at === "breach") return deadline.seconds + 1;
  if (time.at === "after-due") return momentOff(ground, prepared.stage, deadline, time.amount, time.unit);
  if (time.at === "before-due") {
    return Math.max(start.seconds, momentOff(ground, prepared.stage, deadline, -time.amount, time.unit));
  }
  if (allowed === null) return null;
  const measure = measureOf(history.allowance.unit);
  // a share has at most four digits, so this is a whole number of ten-thousandths
  const share = Math.round(Number(time.share) * 10_000);
  const ticks = Math.ceil((allowed * ticksOf(measure) * share) / 10_000);
  return momentUsed(ground, measure, start, deadline.leftOut, ticks);
}

/** Until when a moment can be known to stay: the end, or now where a pause may still move what is to come. */
function horizonOf(assessed: StageAssessment): number {
  return assessed.history.end !== null || assessed.state === "paused" ? assessed.at : Number.POSITIVE_INFINITY;
}

/**
 * The first second at which a stage is at risk, as things stand.
 *
 * @param ground - calendar, hours and zone
 * @param assessed - the stage
 * @returns seconds; null where there is no such rule, or the moment is not known or was never reached
 * @throws `calendar/out-of-range` when it lies beyond the calendar's data
 */
export function atRiskMoment(ground: Ground, assessed: StageAssessment): number | null {
  const { atRisk } = assessed.prepared.stage;
  if (atRisk === undefined || assessed.deadline === null) return null;
  const seconds = momentOf(ground, assessed, assessed.deadline, atRisk);
  return seconds === null || seconds > horizonOf(assessed) ? null : seconds;
}

/** The first second from a moment on at which nobody is left in peace. */
function afterQuietHours(ground: Ground, seconds: number): number {
  const { quietHours: quiet, zone } = ground.policy;
  if (quiet === undefined) return seconds;
  const from = secondsOfTime(quiet.from);
  const to = secondsOfTime(quiet.to);
  const overnight = from > to;
  for (let at = seconds; ;) {
    const day = dayAt(at, zone);
    const second = secondOfDay(at, zone);
    if (quiet.daysOff === true && !isWorked(daysOf(ground), day)) {
      at = momentOn(shiftWorked(daysOf(ground), day, 1), 0, zone);
    } else if (overnight ? second >= from || second < to : second >= from && second < to) {
      const end = momentOn(overnight && second >= from ? day + 1 : day, to, zone);
      // a time of day that occurs twice may have its first occurrence behind it
      at = end > at ? end : at + to - second;
    } else return at;
  }
}

/**
 * When a stage turns at risk and when its ladder is climbed, as things stand.
 *
 * @param ground - calendar, hours and zone
 * @param assessed - the stage
 * @returns moments in order; steps that lie beyond the calendar's data are issues
 */
export function alertsOf(ground: Ground, assessed: StageAssessment): Alerts {
  const issues: Issue[] = [];
  const { deadline } = assessed;
  const { escalations = [], id: stage } = assessed.prepared.stage;
  const clock = assessed.prepared.clock.id;
  const inside = <T>(step: string, tell: () => T): T | null => {
    try {
      return tell();
    } catch (error) {
      const { code, path, details } = outOfCoverage(error);
      issues.push({ code, path, details: { ...details, clock, stage, step } });
      return null;
    }
  };
  const atRisk = inside("at-risk", () => atRiskMoment(ground, assessed));
  const steps: TimedStep[] = [];
  if (deadline !== null) {
    const horizon = horizonOf(assessed);
    for (const step of escalations) {
      const timed = inside(step.id, () => {
        const seconds = momentOf(ground, assessed, deadline, step.when);
        if (seconds === null || seconds > horizon) return null;
        return { step, seconds, alert: step.urgent === true ? seconds : afterQuietHours(ground, seconds) };
      });
      if (timed !== null) steps.push(timed);
    }
    steps.sort((a, b) => a.seconds - b.seconds);
  }
  return { atRisk, steps, issues };
}

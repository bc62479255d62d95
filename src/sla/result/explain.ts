import { explainWorkingDays, holidayName, type SkippedDay } from "../../calendar/index.ts";
import { toInstantParts, type LocalDate, fromDayNumber } from "../../core/index.ts";
import type { StageAssessment } from "../engine/assess.ts";
import { isWorked } from "../day-kernel.ts";
import {
  calendarOf,
  daysOf,
  measureOf,
  ticksOf,
  type Deadline,
  type Ground,
  type LimitStart,
} from "../engine/deadline.ts";
import { pausesAt, type StageHistory } from "../engine/history.ts";
import type { PreparedStage } from "../prepare.ts";
import type { Timeline } from "../engine/timeline.ts";
import type { SlaExplanationLine, SlaReopenRule } from "../types.ts";
import { dayAt, textOf } from "../zoned.ts";

function reopenedLine(ground: Ground, rule: SlaReopenRule, ended: number, reopened: number): SlaExplanationLine {
  const { zone } = ground.policy;
  const date = fromDayNumber(dayAt(reopened, zone));
  return { code: "re-opened", rule, endedAt: textOf(ended, zone), at: textOf(reopened, zone), date };
}

function startLines(ground: Ground, prepared: PreparedStage, history: StageHistory): SlaExplanationLine[] {
  const { stage } = prepared;
  const { zone } = ground.policy;
  const { started } = history;
  if (started.kind === "not-started") return [];
  const at = textOf(started.seconds, zone);
  const happenedOn = dayAt(started.seconds, zone);
  const happened = fromDayNumber(happenedOn);
  const lines: SlaExplanationLine[] = [];
  if (history.before !== null) {
    lines.push(reopenedLine(ground, stage.reopen ?? "restart", history.before.end.seconds, history.before.reopened));
  }
  if (history.restarted) lines.push({ code: "restarted", at, date: happened });
  else if (history.before === null && stage.from === "start") lines.push({ code: "started", at, date: happened });
  else if (history.before === null) lines.push({ code: "started-by-stage", stage: stage.from, at, date: happened });
  if (started.kind === "unknown") return lines;
  const date = fromDayNumber(started.start.day);
  if (date !== happened && stage.cutOff !== undefined) {
    lines.push(
      isWorked(daysOf(ground), happenedOn)
        ? { code: "after-cut-off", cutOff: stage.cutOff, countedFrom: date }
        : { code: "started-on-non-working-day", countedFrom: date },
    );
  }
  if (stage.unit !== "working-minute" && stage.endOf !== "same-time") {
    lines.push({ code: stage.startDayCounts ? "start-day-counted" : "start-day-not-counted", date });
  }
  return lines;
}

function extensionLines(ground: Ground, history: StageHistory): SlaExplanationLine[] {
  return history.grants.map(({ extension, from, to, event, seconds }) => ({
    code: "extended",
    extension,
    at: textOf(seconds, ground.policy.zone),
    from: from.amount,
    fromUnit: from.unit,
    to: to.amount,
    toUnit: to.unit,
    role: event.approvedByRole ?? null,
    approvedBy: event.approvedBy ?? null,
    notifiedAt:
      event.notifiedAt === undefined ? null : textOf(toInstantParts(event.notifiedAt).seconds, ground.policy.zone),
    reason: event.reason ?? null,
  }));
}

function pauseLines(
  ground: Ground,
  assessed: StageAssessment,
  timeline: Timeline,
  start: LimitStart,
): SlaExplanationLine[] {
  const { zone } = ground.policy;
  const { history, deadline, at } = assessed;
  const counted = pausesAt(history.intervals, start, at);
  const lines: SlaExplanationLine[] = [];
  for (const pause of timeline.pauses) {
    if (pause.from > at || (pause.to !== null && pause.to <= start.seconds)) continue;
    const from = textOf(pause.from, zone);
    const { reason } = pause;
    const rule = history.intervals.find((candidate) => candidate.pause === pause);
    const index = counted.findIndex((candidate) => candidate.pause === pause);
    if (rule === undefined) lines.push({ code: "pause-not-counted", reason, from, because: "no-rule" });
    else if (!rule.told) lines.push({ code: "pause-not-counted", reason, from, because: "customer-not-told" });
    else if (deadline?.counted[index] === false) {
      lines.push({ code: "pause-not-counted", reason, from, because: "after-due" });
    } else lines.push({ code: "paused", reason, from, to: pause.to === null ? null : textOf(pause.to, zone) });
  }
  for (const { end, reopened } of history.undone) lines.push(reopenedLine(ground, "resume", end.seconds, reopened));
  if (deadline !== null && deadline.excluded > 0) {
    const unit = measureOf(history.allowance.unit);
    lines.push({ code: "paused-time", amount: Math.floor(deadline.excluded / ticksOf(unit)), unit });
  }
  return lines;
}

function skippedLines(skipped: readonly SkippedDay[], madeUp: readonly LocalDate[]): SlaExplanationLine[] {
  const lines: SlaExplanationLine[] = [];
  const weekends: LocalDate[] = [];
  for (const day of skipped) {
    if (day.name === undefined) weekends.push(day.date);
    else {
      const provisional = day.provisional === true;
      lines.push({ code: "holiday-skipped", date: day.date, name: day.name, provisional });
    }
  }
  if (weekends.length > 0) lines.push({ code: "weekends-skipped", dates: weekends });
  for (const date of madeUp) lines.push({ code: "make-up-day-counted", date });
  return lines;
}

/** The days a roll passed over. */
function rollLines(ground: Ground, prepared: PreparedStage, deadline: Deadline): SlaExplanationLine[] {
  const { rolledFrom, day: last } = deadline;
  if (rolledFrom === null) return [];
  const calendar = calendarOf(ground);
  const { provisionalFrom } = calendar;
  const passed: SkippedDay[] = [];
  for (let day = rolledFrom; day !== last; day += last > rolledFrom ? 1 : -1) {
    const at = fromDayNumber(day);
    const name = holidayName(calendar, at);
    const provisional = provisionalFrom !== undefined && at >= provisionalFrom;
    passed.push({
      date: at,
      ...(name === null ? { reason: "weekend" } : { reason: "holiday", name }),
      ...(provisional ? { provisional: true } : {}),
    });
  }
  const line = {
    code: "rolled",
    from: fromDayNumber(rolledFrom),
    to: fromDayNumber(last),
    roll: prepared.stage.roll,
  } as const;
  return [line, ...skippedLines(passed, [])];
}

/** The days passed over while counting, and where that led. */
function dueLines(
  ground: Ground,
  { prepared, history, deadline }: StageAssessment,
  start: LimitStart,
  provisional: boolean,
): SlaExplanationLine[] {
  if (deadline === null) return [];
  const lines: SlaExplanationLine[] = [];
  if (history.allowance.unit === "working-day") {
    const counted = history.allowance.amount + deadline.excluded;
    const { skipped, madeUp } = explainWorkingDays(calendarOf(ground), fromDayNumber(start.zero), counted);
    lines.push(...skippedLines(skipped, madeUp));
  }
  lines.push(...rollLines(ground, prepared, deadline));
  const at = textOf(deadline.seconds, ground.policy.zone);
  lines.push({ code: "due", date: fromDayNumber(deadline.day), at, provisional });
  return lines;
}

/**
 * Why a stage is due when it is due, line by line.
 *
 * @param ground - calendar, hours and zone
 * @param assessed - the stage
 * @param timeline - what happened to the case
 * @param provisional - whether it rests on days that are not final
 * @param atRisk - when it turns at risk, in seconds; null when that is not told
 * @returns the lines, in the order in which they matter
 */
export function explain(
  ground: Ground,
  assessed: StageAssessment,
  timeline: Timeline,
  provisional: boolean,
  atRisk: number | null,
): SlaExplanationLine[] {
  const { calendar, zone } = ground.policy;
  const { prepared, history, deadline, notBefore } = assessed;
  const { started, end } = history;
  const lines = startLines(ground, prepared, history);
  if (started.kind !== "not-started") {
    lines.push({ code: "allowed", amount: prepared.stage.amount, unit: prepared.stage.unit });
    lines.push(...extensionLines(ground, history));
    if (started.kind === "known") {
      lines.push(...pauseLines(ground, assessed, timeline, started.start));
      lines.push(...dueLines(ground, assessed, started.start, provisional));
    }
    if (deadline === null) {
      lines.push({ code: "due-not-before", date: notBefore === null ? null : fromDayNumber(notBefore), calendar });
    }
  }
  if (atRisk !== null)
    lines.push({ code: "at-risk", date: fromDayNumber(dayAt(atRisk, zone)), at: textOf(atRisk, zone) });
  if (end !== null) {
    const at = textOf(end.seconds, zone);
    lines.push({ code: "ended", by: end.by, at, date: fromDayNumber(dayAt(end.seconds, zone)) });
    if (end.onTheSpot) lines.push({ code: "ended-on-the-spot", at });
  }
  return lines;
}

import { explainWorkingDays, holidayName, type SkippedDay } from "../../calendar/index.ts";
import { dayAt, isOutOfRange, workedOn, textOf } from "../../calendar/inner.ts";
import { fromDayNumber, toInstantParts, type LocalDate } from "../../core/index.ts";
import type { StageAssessment } from "../engine/assess.ts";
import { measureOf, ticksOf, type Deadline, type LimitStart } from "../engine/deadline.ts";
import { knownStart, type StageHistory } from "../engine/history.ts";
import { pausesAt, whyNotCounted } from "../engine/pauses.ts";
import { calendarOf, daysOf, type ResolvedPolicy } from "../engine/resolve.ts";
import type { Timeline } from "../engine/timeline.ts";
import type { SlaReopenRule } from "../policy-types.ts";
import type { PreparedStage } from "../prepare.ts";
import type { SlaExplanationLine } from "./types.ts";

function reopenedLine(
  resolved: ResolvedPolicy,
  rule: SlaReopenRule,
  ended: number,
  reopened: number,
): SlaExplanationLine {
  const { zone } = resolved;
  const date = fromDayNumber(dayAt(zone, reopened));
  return { code: "re-opened", rule, endedAt: textOf(zone, ended), at: textOf(zone, reopened), date };
}

function startLines(
  resolved: ResolvedPolicy,
  { stage }: PreparedStage,
  { start, from, restarted }: StageHistory,
): SlaExplanationLine[] {
  if (start === null || from === null) return [];
  const { zone } = resolved;
  const { before } = start;
  const at = textOf(zone, start.seconds);
  const happenedOn = dayAt(zone, start.seconds);
  const happened = fromDayNumber(happenedOn);
  const lines: SlaExplanationLine[] = [];
  if (before !== null) {
    lines.push(reopenedLine(resolved, stage.reopen ?? "restart", before.end.seconds, before.reopened));
  }
  if (restarted) lines.push({ code: "restarted", at, date: happened });
  else if (before === null && stage.from === "start") lines.push({ code: "started", at, date: happened });
  else if (before === null) lines.push({ code: "started-by-stage", stage: stage.from, at, date: happened });
  if (isOutOfRange(from)) return lines;
  const date = fromDayNumber(from.day);
  if (date !== happened && stage.cutOff !== undefined) {
    lines.push(
      workedOn(daysOf(resolved), happenedOn) === true
        ? { code: "after-cut-off", cutOff: stage.cutOff, countedFrom: date }
        : { code: "started-on-non-working-day", countedFrom: date },
    );
  }
  if (stage.endOf !== "same-time") {
    lines.push({ code: stage.startDayCounts ? "start-day-counted" : "start-day-not-counted", date });
  }
  return lines;
}

function extensionLines(resolved: ResolvedPolicy, history: StageHistory): SlaExplanationLine[] {
  return history.extensions.map(({ extension, from, to, event, seconds }) => ({
    code: "extended",
    extension,
    at: textOf(resolved.zone, seconds),
    from: from.amount,
    fromUnit: from.unit,
    to: to.amount,
    toUnit: to.unit,
    role: event.approvedByRole ?? null,
    approvedBy: event.approvedBy ?? null,
    notifiedAt: event.notifiedAt === undefined ? null : textOf(resolved.zone, toInstantParts(event.notifiedAt).seconds),
    reason: event.reason ?? null,
  }));
}

function pauseLines(
  resolved: ResolvedPolicy,
  assessed: StageAssessment,
  timeline: Timeline,
  start: LimitStart,
): SlaExplanationLine[] {
  const { zone } = resolved;
  const { history, deadline, at } = assessed;
  const counted = pausesAt(history.intervals, start, at);
  const lines: SlaExplanationLine[] = [];
  for (const pause of timeline.pauses) {
    if (pause.from > at || (pause.to !== null && pause.to <= start.seconds)) continue;
    const from = textOf(zone, pause.from);
    const { reason } = pause;
    const because = whyNotCounted(pause, history.intervals, counted, deadline);
    if (because !== null) lines.push({ code: "pause-not-counted", reason, from, because });
    else lines.push({ code: "paused", reason, from, to: pause.to === null ? null : textOf(zone, pause.to) });
  }
  for (const { end, reopened } of history.undone) lines.push(reopenedLine(resolved, "resume", end.seconds, reopened));
  if (deadline !== null && deadline.excluded > 0) {
    const unit = measureOf(history.allowance.unit);
    lines.push({ code: "paused-time", amount: Math.floor(deadline.excluded / ticksOf(unit)), unit });
  }
  return lines;
}

type PassedDay = Pick<SkippedDay, "date" | "name" | "provisional">;

function skippedLines(skipped: readonly PassedDay[], madeUp: readonly LocalDate[]): SlaExplanationLine[] {
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
function rollLines(resolved: ResolvedPolicy, prepared: PreparedStage, deadline: Deadline): SlaExplanationLine[] {
  const { rolledFrom, day: last } = deadline;
  if (rolledFrom === null) return [];
  const calendar = calendarOf(resolved);
  const { provisionalFrom } = calendar;
  const passed: PassedDay[] = [];
  for (let day = rolledFrom; day !== last; day += last > rolledFrom ? 1 : -1) {
    const at = fromDayNumber(day);
    const name = holidayName(calendar, at);
    const provisional = provisionalFrom !== undefined && at >= provisionalFrom;
    passed.push({
      date: at,
      ...(name === null ? {} : { name }),
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
  resolved: ResolvedPolicy,
  { prepared, history, deadline }: StageAssessment,
  start: LimitStart,
  provisional: boolean,
): SlaExplanationLine[] {
  if (deadline === null) return [];
  const lines: SlaExplanationLine[] = [];
  if (history.allowance.unit === "working-day") {
    const counted = history.allowance.amount + deadline.excluded;
    const { skipped, madeUp } = explainWorkingDays(calendarOf(resolved), fromDayNumber(start.zero), counted);
    lines.push(...skippedLines(skipped, madeUp));
  }
  lines.push(...rollLines(resolved, prepared, deadline));
  const at = textOf(resolved.zone, deadline.seconds);
  lines.push({ code: "due", date: fromDayNumber(deadline.day), at, provisional });
  return lines;
}

/**
 * Why a stage is due when it is due, line by line.
 *
 * @param resolved - calendar, hours and zone
 * @param assessed - the stage
 * @param timeline - what happened to the case
 * @param provisional - whether it rests on days that are not final
 * @param atRisk - when it becomes at risk, in seconds; null when that is not known
 * @returns the lines, in the order in which they matter
 */
export function explain(
  resolved: ResolvedPolicy,
  assessed: StageAssessment,
  timeline: Timeline,
  provisional: boolean,
  atRisk: number | null,
): SlaExplanationLine[] {
  const { policy, zone } = resolved;
  const { prepared, history, deadline, notBefore } = assessed;
  const { end } = history;
  const lines = startLines(resolved, prepared, history);
  if (history.start !== null) {
    lines.push({ code: "allowed", amount: prepared.stage.amount, unit: prepared.stage.unit });
    lines.push(...extensionLines(resolved, history));
    const start = knownStart(history);
    if (start !== null) {
      lines.push(...pauseLines(resolved, assessed, timeline, start));
      lines.push(...dueLines(resolved, assessed, start, provisional));
    }
    if (deadline === null) {
      lines.push({
        code: "due-not-before",
        date: notBefore === null ? null : fromDayNumber(notBefore),
        calendar: policy.calendar,
      });
    }
  }
  if (atRisk !== null)
    lines.push({ code: "at-risk", date: fromDayNumber(dayAt(zone, atRisk)), at: textOf(zone, atRisk) });
  if (end !== null) {
    const at = textOf(zone, end.seconds);
    lines.push({ code: "ended", by: end.by, at, date: fromDayNumber(dayAt(zone, end.seconds)) });
    const { earlyEnd } = prepared.stage;
    if (end.isEarly && earlyEnd !== undefined) {
      lines.push({ code: "ended-early", by: end.by, amount: earlyEnd.amount, unit: earlyEnd.unit });
    }
    if (end.onTheSpot) lines.push({ code: "ended-on-the-spot", at });
  }
  return lines;
}

import { explainWorkingDays, holidayName, isWorkingDay, type SkippedDay } from "../calendar/index.ts";
import { fromDayNumber, toDayNumber, toInstantParts, type LocalDate } from "../core/index.ts";
import { calendarOf, measureOf, ticksOf, type Deadline, type Ground, type LimitStart } from "./deadline.ts";
import type { PreparedStage } from "./policy.ts";
import type { Timeline } from "./timeline.ts";
import type { SlaExplanationLine } from "./types.ts";
import { pausesAt, type StageHistory } from "./history.ts";
import { dateAt, textOf } from "./zoned.ts";

/** What was found out about the stage. */
export interface Found {
  readonly deadline: Deadline | null;
  readonly notBefore: LocalDate | null;
  /** The moment the stage is told at, in seconds: its end, or now. */
  readonly at: number;
  readonly provisional: boolean;
}

function startLines(ground: Ground, prepared: PreparedStage, history: StageHistory): SlaExplanationLine[] {
  const { stage } = prepared;
  const { zone } = ground.policy;
  const { started } = history;
  if (started.kind === "not-started") return [];
  const at = textOf(started.seconds, zone);
  const happened = dateAt(started.seconds, zone);
  const lines: SlaExplanationLine[] = [];
  if (history.restarted) lines.push({ code: "restarted", at, date: happened });
  else if (stage.from === "start") lines.push({ code: "started", at, date: happened });
  else lines.push({ code: "started-by-stage", stage: stage.from, at, date: happened });
  if (started.kind === "unknown") return lines;
  const { date } = started.start;
  if (date !== happened && stage.cutOff !== undefined) {
    lines.push(
      isWorkingDay(calendarOf(ground), happened)
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
  return history.grants.map(({ extension, from, to, unit, event, at }) => ({
    code: "extended",
    extension,
    at,
    from: from.amount,
    fromUnit: from.unit,
    to,
    toUnit: unit,
    role: event.approvedByRole ?? null,
    approvedBy: event.approvedBy ?? null,
    notifiedAt:
      event.notifiedAt === undefined ? null : textOf(toInstantParts(event.notifiedAt).seconds, ground.policy.zone),
    reason: event.reason ?? null,
  }));
}

function pauseLines(
  ground: Ground,
  history: StageHistory,
  timeline: Timeline,
  start: LimitStart,
  found: Found,
): SlaExplanationLine[] {
  const { zone } = ground.policy;
  const counted = pausesAt(history.pauses, start, found.at);
  const lines: SlaExplanationLine[] = [];
  for (const pause of timeline.pauses) {
    if (pause.from > found.at || (pause.to !== null && pause.to <= start.seconds)) continue;
    const from = textOf(pause.from, zone);
    const { reason } = pause;
    const rule = history.pauses.find((candidate) => candidate.pause === pause);
    const index = counted.findIndex((candidate) => candidate.pause === pause);
    if (rule === undefined) lines.push({ code: "pause-not-counted", reason, from, because: "no-rule" });
    else if (!rule.told) lines.push({ code: "pause-not-counted", reason, from, because: "customer-not-told" });
    else if (found.deadline !== null && found.deadline.counted[index] === false) {
      lines.push({ code: "pause-not-counted", reason, from, because: "after-due" });
    } else lines.push({ code: "paused", reason, from, to: pause.to === null ? null : textOf(pause.to, zone) });
  }
  if (found.deadline !== null && found.deadline.excluded > 0) {
    const unit = measureOf(history.allowance.unit);
    lines.push({ code: "paused-time", amount: Math.floor(found.deadline.excluded / ticksOf(unit)), unit });
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
  const { rolledFrom, date } = deadline;
  if (rolledFrom === null) return [];
  const calendar = calendarOf(ground);
  const { provisionalFrom } = calendar;
  const first = toDayNumber(rolledFrom);
  const last = toDayNumber(date);
  const passed: SkippedDay[] = [];
  for (let day = first; day !== last; day += last > first ? 1 : -1) {
    const at = fromDayNumber(day);
    const name = holidayName(calendar, at);
    const provisional = provisionalFrom !== undefined && at >= provisionalFrom;
    passed.push({
      date: at,
      ...(name === null ? { reason: "weekend" } : { reason: "holiday", name }),
      ...(provisional ? { provisional: true } : {}),
    });
  }
  return [{ code: "rolled", from: rolledFrom, to: date, roll: prepared.stage.roll }, ...skippedLines(passed, [])];
}

/** The days passed over while counting, and where that led. */
function dueLines(
  ground: Ground,
  prepared: PreparedStage,
  history: StageHistory,
  start: LimitStart,
  found: Found,
): SlaExplanationLine[] {
  const { deadline, provisional } = found;
  if (deadline === null) return [];
  const lines: SlaExplanationLine[] = [];
  if (history.allowance.unit === "working-day") {
    const counted = history.allowance.amount + deadline.excluded;
    const { skipped, madeUp } = explainWorkingDays(calendarOf(ground), fromDayNumber(start.zero), counted);
    lines.push(...skippedLines(skipped, madeUp));
  }
  lines.push(...rollLines(ground, prepared, deadline));
  const at = textOf(deadline.seconds, ground.policy.zone);
  lines.push({ code: "due", date: deadline.date, at, provisional });
  return lines;
}

/**
 * Why a stage is due when it is due, line by line.
 *
 * @param ground - calendar, hours and zone
 * @param prepared - the stage
 * @param history - what happened to it
 * @param timeline - what happened to the case
 * @param found - its due moment
 * @returns the lines, in the order in which they matter
 */
export function explain(
  ground: Ground,
  prepared: PreparedStage,
  history: StageHistory,
  timeline: Timeline,
  found: Found,
): SlaExplanationLine[] {
  const { zone } = ground.policy;
  const { started, end } = history;
  const lines = startLines(ground, prepared, history);
  if (started.kind !== "not-started") {
    lines.push({ code: "allowed", amount: prepared.stage.amount, unit: prepared.stage.unit });
    lines.push(...extensionLines(ground, history));
    if (started.kind === "known") {
      lines.push(...pauseLines(ground, history, timeline, started.start, found));
      lines.push(...dueLines(ground, prepared, history, started.start, found));
    }
    if (found.deadline === null) {
      lines.push({ code: "due-not-before", date: found.notBefore, calendar: ground.policy.calendar });
    }
  }
  if (end !== null) {
    lines.push({ code: "ended", by: end.by, at: textOf(end.seconds, zone), date: dateAt(end.seconds, zone) });
    if (end.onTheSpot) lines.push({ code: "ended-on-the-spot", at: textOf(end.seconds, zone) });
  }
  return lines;
}

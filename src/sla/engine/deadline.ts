import { addMonths } from "../../calendar/index.ts";
import {
  addWorkedSeconds,
  closeOfBusiness,
  dayAt,
  isOutOfRange,
  workedOn,
  momentOn,
  rollDay,
  secondOfDay,
  shiftWorked,
  workedBetween,
  workedSeconds,
  type OutOfRange,
  type ZoneTable,
} from "../../calendar/inner.ts";
import { fromDayNumber, toDayNumber, type DayNumber } from "../../core/index.ts";
import type { SlaMeasure, SlaStage, SlaUnit } from "../policy-types.ts";
import { daysOf, hoursOf, type ResolvedPolicy } from "./resolve.ts";

/** Length of a limit. */
export interface Allowance {
  readonly amount: number;
  readonly unit: SlaUnit;
}

/** Where a limit starts. */
export interface LimitStart {
  /** The moment, in seconds. */
  readonly seconds: number;
  /** The day it counts on, after cut-off. */
  readonly day: DayNumber;
  /** The last day that does not count: day 0, or the day before it when the start day counts. */
  readonly zero: DayNumber;
}

/** A closed pause, in seconds. */
export interface ClosedPause {
  readonly from: number;
  readonly to: number;
}

/** A stretch of days or seconds. */
export interface Stretch {
  readonly after: number;
  readonly through: number;
}

/** A due moment and the time left out before it. */
export interface Deadline {
  readonly day: DayNumber;
  /** Last second in time, inclusive. */
  readonly seconds: number;
  /** The due day as it was before rolling; null when it was not moved. */
  readonly rolledFrom: DayNumber | null;
  /** For each pause, whether it counted: it began no later than the due moment at that point. */
  readonly counted: readonly boolean[];
  /** Stretches left out, without overlap: days `after < d <= through`, or seconds for working minutes. */
  readonly leftOut: readonly Stretch[];
  /** Time left out in total, in ticks of the limit's measure. */
  readonly excluded: number;
}

/**
 * The unit in which time is measured: pauses are taken from days, so weeks and months are measured in calendar days.
 */
export function measureOf(unit: SlaUnit): SlaMeasure {
  return unit === "week" || unit === "month" ? "calendar-day" : unit;
}

/** Where a limit started at a given moment begins to count. */
export function limitStart(resolved: ResolvedPolicy, stage: SlaStage, seconds: number): LimitStart | OutOfRange {
  const { zone } = resolved;
  let day = dayAt(zone, seconds);
  if (stage.cutOff !== undefined) {
    const days = daysOf(resolved);
    const late = seconds > momentOn(zone, day, secondsOfTime(stage.cutOff));
    // a start on a day off moves too: otherwise a start on Saturday would be due before one on Friday evening
    const counts = !late && workedOn(days, day);
    if (isOutOfRange(counts)) return counts;
    const moved = counts ? day : shiftWorked(days, day, 1);
    if (typeof moved !== "number") return moved;
    day = moved;
  }
  return { seconds, day, zero: day - (stage.startDayCounts ? 1 : 0) };
}

/** Seconds after midnight of a checked time `hh:mm`. */
export function secondsOfTime(time: string): number {
  return Number(time.slice(0, 2)) * 3600 + Number(time.slice(3, 5)) * 60;
}

/** Ticks in a unit of a measure: working minutes are counted in seconds, everything else in whole days. */
export function ticksOf(measure: SlaMeasure): number {
  return measure === "working-minute" ? 60 : 1;
}

/** Ticks between two days (`after < d <= through`) or, for working minutes, between two moments in seconds. */
function ticksBetween(
  resolved: ResolvedPolicy,
  measure: SlaMeasure,
  after: number,
  through: number,
): number | OutOfRange {
  if (through <= after) return 0;
  if (measure === "calendar-day") return through - after;
  if (measure === "working-minute") return workedSeconds(hoursOf(resolved), after, through);
  return workedBetween(daysOf(resolved), after, through);
}

/** The day on which a limit in days ends, before rolling. */
function lastDay(
  resolved: ResolvedPolicy,
  start: LimitStart,
  { amount, unit }: Allowance,
  excluded: number,
): DayNumber | OutOfRange {
  if (unit === "working-day") return shiftWorked(daysOf(resolved), start.zero, amount + excluded);
  if (unit === "month") {
    const firstCounted = start.day - start.zero;
    return toDayNumber(addMonths(fromDayNumber(start.day), amount)) - firstCounted + excluded;
  }
  return start.zero + (unit === "week" ? 7 * amount : amount) + excluded;
}

/** The moment on another day with the same time of day. */
export function sameTimeOn(zone: ZoneTable, day: DayNumber, seconds: number): number {
  return momentOn(zone, day, secondOfDay(zone, seconds));
}

/** The last second in time on a day, by the kind of end the stage sets. */
function endOn(resolved: ResolvedPolicy, stage: SlaStage, start: LimitStart, day: DayNumber): number | OutOfRange {
  const { zone } = resolved;
  if (stage.endOf === "day") return momentOn(zone, day, 86400) - 1;
  if (stage.endOf === "same-time") return sameTimeOn(zone, day, start.seconds);
  return closeOfBusiness(hoursOf(resolved), day);
}

/** Where a limit in days ends: its last day, that day rolled, and the last second of it. */
interface DayEnd {
  readonly last: DayNumber;
  readonly day: DayNumber;
  readonly seconds: number;
}

/** The end of a limit in days that lasts to a given day, rolled as the stage requires. */
function dayEnd(resolved: ResolvedPolicy, stage: SlaStage, start: LimitStart, last: DayNumber): DayEnd | OutOfRange {
  if (stage.roll !== "none") {
    const day = rollDay(daysOf(resolved), last, stage.roll);
    if (typeof day !== "number") return day;
    const seconds = endOn(resolved, stage, start, day);
    if (typeof seconds !== "number") return seconds;
    // a short limit that starts on a day off would roll back to before its start
    if (seconds >= start.seconds) return { last, day, seconds };
  }
  const seconds = endOn(resolved, stage, start, last);
  return typeof seconds === "number" ? { last, day: last, seconds } : seconds;
}

const NOTHING: readonly never[] = [];

function deadlineAtEnd(
  { last, day, seconds }: DayEnd,
  counted: Deadline["counted"],
  leftOut: Deadline["leftOut"],
  excluded: number,
): Deadline {
  return { day, seconds, rolledFrom: day === last ? null : last, counted, leftOut, excluded };
}

function deadlineOnDays(
  resolved: ResolvedPolicy,
  stage: SlaStage,
  start: LimitStart,
  allowance: Allowance,
  pauses: readonly ClosedPause[],
): Deadline | OutOfRange {
  const first = lastDay(resolved, start, allowance, 0);
  if (typeof first !== "number") return first;
  let end = dayEnd(resolved, stage, start, first);
  if (isOutOfRange(end)) return end;
  if (pauses.length === 0) return deadlineAtEnd(end, NOTHING, NOTHING, 0);
  const { zone } = resolved;
  const measure = measureOf(allowance.unit);
  const leftOut: Stretch[] = [];
  const counted: boolean[] = [];
  let excluded = 0;
  let own = first;
  let added = 0;
  let covered = start.zero;
  for (const pause of pauses) {
    const counts = pause.from <= end.seconds;
    counted.push(counts);
    if (!counts) continue;
    const pausedOn = dayAt(zone, pause.from);
    const after = Math.max(pausedOn, covered);
    const through = dayAt(zone, pause.to);
    const days = ticksBetween(resolved, measure, after, through);
    if (typeof days !== "number") return days;
    covered = Math.max(covered, through);
    if (days === 0) continue;
    leftOut.push({ after, through });
    excluded += days;
    let last = Math.max(end.last, through);
    // in days gained by rolling, nothing of the limit is left to lengthen: it lasts to the end of the pause
    if (pausedOn <= own) {
      added += days;
      const longer = lastDay(resolved, start, allowance, added);
      if (typeof longer !== "number") return longer;
      own = longer;
      last = longer;
    }
    end = dayEnd(resolved, stage, start, last);
    if (isOutOfRange(end)) return end;
  }
  return deadlineAtEnd(end, counted, leftOut, excluded);
}

function deadlineOnMinutes(
  resolved: ResolvedPolicy,
  start: LimitStart,
  allowance: Allowance,
  pauses: readonly ClosedPause[],
): Deadline | OutOfRange {
  const hours = hoursOf(resolved);
  const leftOut: Stretch[] = [];
  const counted: boolean[] = [];
  const allowed = allowance.amount * 60;
  let excluded = 0;
  let covered = start.seconds;
  let seconds = addWorkedSeconds(hours, start.seconds, allowed);
  for (const pause of pauses) {
    if (typeof seconds !== "number") return seconds;
    const counts = pause.from <= seconds;
    counted.push(counts);
    if (!counts) continue;
    const after = Math.max(pause.from, covered);
    const worked = ticksBetween(resolved, "working-minute", after, pause.to);
    if (typeof worked !== "number") return worked;
    covered = Math.max(covered, pause.to);
    leftOut.push({ after, through: pause.to });
    excluded += worked;
    seconds = addWorkedSeconds(hours, start.seconds, allowed + excluded);
  }
  if (typeof seconds !== "number") return seconds;
  return { day: dayAt(resolved.zone, seconds), seconds, rolledFrom: null, counted, leftOut, excluded };
}

/**
 * When a limit ends.
 *
 * A pause counts when it begins no later than the due moment at that point; it leaves out the days d with
 * paused-on < d <= resumed-on, or the working minutes between. Overlapping pauses leave out each day once. When a pause
 * begins in days gained by rolling, nothing of the limit is left to lengthen: the limit lasts to the end of that pause,
 * rolled.
 *
 * @param resolved - calendar, hours and zone
 * @param stage - the rule
 * @param start - where it starts
 * @param allowance - its length, as extended
 * @param pauses - closed, in the order in which they begin, none ended before the start
 * @returns the due moment and what was left out; an issue when a day beyond the calendar's data is needed
 */
export function deadlineOf(
  resolved: ResolvedPolicy,
  stage: SlaStage,
  start: LimitStart,
  allowance: Allowance,
  pauses: readonly ClosedPause[],
): Deadline | OutOfRange {
  return allowance.unit === "working-minute"
    ? deadlineOnMinutes(resolved, start, allowance, pauses)
    : deadlineOnDays(resolved, stage, start, allowance, pauses);
}

/** Time of a limit used at a given moment, in whole units of its measure, without the time left out. */
export function elapsedAt(
  resolved: ResolvedPolicy,
  measure: SlaMeasure,
  start: LimitStart,
  leftOut: Deadline["leftOut"],
  seconds: number,
): number | OutOfRange {
  const minutes = measure === "working-minute";
  const end = minutes ? seconds : dayAt(resolved.zone, seconds);
  let elapsed = ticksBetween(resolved, measure, minutes ? start.seconds : start.zero, end);
  if (typeof elapsed !== "number") return elapsed;
  for (const { after, through } of leftOut) {
    const out = ticksBetween(resolved, measure, after, Math.min(through, end));
    if (typeof out !== "number") return out;
    elapsed -= out;
  }
  return Math.floor(elapsed / ticksOf(measure));
}

/**
 * The first second at which a given number of a limit's ticks is used up: the first second of the day they are reached
 * on, or the moment itself for working minutes; never before the start.
 */
export function momentUsed(
  resolved: ResolvedPolicy,
  measure: SlaMeasure,
  start: LimitStart,
  leftOut: Deadline["leftOut"],
  ticks: number,
): number | OutOfRange {
  // a limit of nothing is used up as it begins, a cut-off or a day off notwithstanding
  if (ticks <= 0) return start.seconds;
  const reach = (count: number): number | OutOfRange => {
    if (measure === "working-minute") return addWorkedSeconds(hoursOf(resolved), start.seconds, count);
    return measure === "calendar-day" ? start.zero + count : shiftWorked(daysOf(resolved), start.zero, count);
  };
  let total = ticks;
  let reached = reach(total);
  for (const { after, through } of leftOut) {
    if (typeof reached !== "number") return reached;
    if (reached <= after) break;
    const out = ticksBetween(resolved, measure, after, through);
    if (typeof out !== "number") return out;
    total += out;
    reached = reach(total);
  }
  if (typeof reached !== "number" || measure === "working-minute") return reached;
  return Math.max(start.seconds, momentOn(resolved.zone, reached, 0));
}

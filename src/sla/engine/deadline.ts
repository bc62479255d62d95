import { addMonths, type WorkingCalendar, type WorkingHours } from "../../calendar/index.ts";
import { DomainError, toDayNumber, type DayNumber, fromDayNumber } from "../../core/index.ts";
import { countedDays, isWorked, rollDay, shiftWorked, workedBetween, type CountedDays } from "../day-kernel.ts";
import type { SlaErrorCode } from "../errors.ts";
import type { SlaMeasure, SlaPolicy, SlaStage, SlaUnit } from "../types.ts";
import { addWorkedSeconds, closeOfBusiness, dayAt, endOfDay, momentOn, sameTimeOn, workedSeconds } from "../zoned.ts";

/** What the arithmetic of one policy rests on. */
export interface Ground {
  readonly policy: SlaPolicy;
  readonly calendar: WorkingCalendar | null;
  /** The calendar's days, counted once. */
  readonly days: CountedDays | null;
  readonly hours: WorkingHours | null;
}

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
  /** The last day that does not count: day 0, or the day before where the start day counts. */
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

/** A due moment and the time left out on the way to it. */
export interface Deadline {
  readonly day: DayNumber;
  /** Last second in time, inclusive. */
  readonly seconds: number;
  /** The day before it was rolled; null where nothing was moved. */
  readonly rolledFrom: DayNumber | null;
  /** For each pause, whether it counted: it began no later than the due moment it met. */
  readonly counted: readonly boolean[];
  /** Stretches left out, without overlap: days `after < d <= through`, or seconds for working minutes. */
  readonly leftOut: readonly Stretch[];
  /** Time left out on the way, in ticks of the limit's measure. */
  readonly excluded: number;
}

/** The calendar of the policy. */
export function calendarOf(ground: Ground): WorkingCalendar {
  if (ground.calendar !== null) return ground.calendar;
  throw new DomainError<SlaErrorCode>(
    "sla/missing-calendar",
    "context.calendars: the calendar named by the policy is not among them",
    ["context", "calendars"],
    { policy: ground.policy.id, calendar: ground.policy.calendar },
  );
}

/** The days of the policy's calendar. */
export function daysOf(ground: Ground): CountedDays {
  return ground.days ?? countedDays(calendarOf(ground));
}

/** The working hours of the policy. */
export function hoursOf(ground: Ground): WorkingHours {
  if (ground.hours !== null) return ground.hours;
  throw new DomainError<SlaErrorCode>(
    "sla/missing-hours",
    "context.hours: the working hours named by the policy are not among them",
    ["context", "hours"],
    { policy: ground.policy.id, hours: ground.policy.hours ?? null },
  );
}

/** The unit time is told in: weeks and months have no fixed length in days that pauses could be taken from. */
export function measureOf(unit: SlaUnit): SlaMeasure {
  return unit === "week" || unit === "month" ? "calendar-day" : unit;
}

/** Where a limit that something starts at a moment begins to count. */
export function limitStart(ground: Ground, stage: SlaStage, seconds: number): LimitStart {
  const { zone } = ground.policy;
  let day = dayAt(seconds, zone);
  if (stage.cutOff !== undefined) {
    const days = daysOf(ground);
    const late = seconds > momentOn(day, secondsOfTime(stage.cutOff), zone);
    // a start on a day off moves too: else a start on Saturday would be due before one on Friday evening
    if (late || !isWorked(days, day)) day = shiftWorked(days, day, 1);
  }
  return { seconds, day, zero: day - (stage.startDayCounts ? 1 : 0) };
}

/** Seconds after midnight of a checked time `hh:mm`. */
export function secondsOfTime(time: string): number {
  return Number(time.slice(0, 2)) * 3600 + Number(time.slice(3, 5)) * 60;
}

/** Ticks a unit of a measure has: time in working minutes is counted in seconds, in whole days otherwise. */
export function ticksOf(measure: SlaMeasure): number {
  return measure === "working-minute" ? 60 : 1;
}

/** Ticks between two days (`after < d <= through`) or, for working minutes, between two moments in seconds. */
function ticksBetween(ground: Ground, measure: SlaMeasure, after: number, through: number): number {
  if (through <= after) return 0;
  if (measure === "calendar-day") return through - after;
  if (measure === "working-minute") return workedSeconds(hoursOf(ground), after, through);
  return workedBetween(daysOf(ground), after, through);
}

/** The day a limit on days ends, before it is rolled. */
function lastDay(ground: Ground, start: LimitStart, allowance: Allowance, excluded: number): DayNumber {
  const { amount, unit } = allowance;
  if (unit === "working-day") return shiftWorked(daysOf(ground), start.zero, amount + excluded);
  if (unit === "month") {
    const firstCounted = start.day - start.zero;
    return toDayNumber(addMonths(fromDayNumber(start.day), amount)) - firstCounted + excluded;
  }
  return start.zero + (unit === "week" ? 7 * amount : amount) + excluded;
}

/** The last second of a day, to the end the stage asks for. */
function endOn(ground: Ground, stage: SlaStage, start: LimitStart, day: DayNumber): number {
  const { zone } = ground.policy;
  if (stage.endOf === "day") return endOfDay(day, zone);
  return stage.endOf === "same-time" ? sameTimeOn(day, start.seconds, zone) : closeOfBusiness(hoursOf(ground), day);
}

/** The last day of a limit on days, rolled. */
function rolledDay(ground: Ground, stage: SlaStage, start: LimitStart, last: DayNumber): DayNumber {
  if (stage.roll === "none") return last;
  const rolled = rollDay(daysOf(ground), last, stage.roll);
  // a short limit that starts on a day off would roll back to before its start
  return rolled !== last && endOn(ground, stage, start, rolled) < start.seconds ? last : rolled;
}

const NOTHING: readonly never[] = [];

function deadlineOnDays(
  ground: Ground,
  stage: SlaStage,
  start: LimitStart,
  allowance: Allowance,
  pauses: readonly ClosedPause[],
): Deadline {
  let last = lastDay(ground, start, allowance, 0);
  let day = rolledDay(ground, stage, start, last);
  let seconds = endOn(ground, stage, start, day);
  if (pauses.length === 0) {
    const rolledFrom = day === last ? null : last;
    return { day, seconds, rolledFrom, counted: NOTHING, leftOut: NOTHING, excluded: 0 };
  }
  const { zone } = ground.policy;
  const measure = measureOf(allowance.unit);
  const leftOut: Stretch[] = [];
  const counted: boolean[] = [];
  let excluded = 0;
  let added = 0;
  let own = last;
  let covered = start.zero;
  for (const pause of pauses) {
    const counts = pause.from <= seconds;
    counted.push(counts);
    if (!counts) continue;
    const pausedOn = dayAt(pause.from, zone);
    const after = Math.max(pausedOn, covered);
    const through = dayAt(pause.to, zone);
    const days = ticksBetween(ground, measure, after, through);
    covered = Math.max(covered, through);
    if (days === 0) continue;
    leftOut.push({ after, through });
    excluded += days;
    // in days won by rolling nothing of the limit is left to be lengthened: it lasts to the end of the pause
    if (pausedOn > own) last = Math.max(last, through);
    else {
      added += days;
      own = lastDay(ground, start, allowance, added);
      last = own;
    }
    day = rolledDay(ground, stage, start, last);
    seconds = endOn(ground, stage, start, day);
  }
  return { day, seconds, rolledFrom: day === last ? null : last, counted, leftOut, excluded };
}

function deadlineOnMinutes(
  ground: Ground,
  start: LimitStart,
  allowance: Allowance,
  pauses: readonly ClosedPause[],
): Deadline {
  const { zone } = ground.policy;
  const hours = hoursOf(ground);
  const leftOut: Stretch[] = [];
  const counted: boolean[] = [];
  const allowed = allowance.amount * 60;
  let excluded = 0;
  let covered = start.seconds;
  let seconds = addWorkedSeconds(hours, start.seconds, allowed);
  for (const pause of pauses) {
    const counts = pause.from <= seconds;
    counted.push(counts);
    if (!counts) continue;
    const after = Math.max(pause.from, covered);
    const worked = ticksBetween(ground, "working-minute", after, pause.to);
    covered = Math.max(covered, pause.to);
    if (worked === 0) continue;
    leftOut.push({ after, through: pause.to });
    excluded += worked;
    seconds = addWorkedSeconds(hours, start.seconds, allowed + excluded);
  }
  return { day: dayAt(seconds, zone), seconds, rolledFrom: null, counted, leftOut, excluded };
}

/**
 * When a limit ends.
 *
 * A pause counts when it begins no later than the due moment at that point; it leaves out the days d with
 * paused-on < d <= resumed-on, or the working minutes between. Overlapping pauses leave out each day once. A pause that
 * begins in days won by rolling finds nothing of the limit left to be lengthened: the limit lasts to its end, rolled.
 *
 * @param ground - calendar, hours and zone
 * @param stage - the rule
 * @param start - where it starts
 * @param allowance - its length, as extended
 * @param pauses - closed, in order of their beginning, none ended before the start
 * @returns the due moment and what was left out
 * @throws `calendar/out-of-range` when a day beyond the calendar's data is needed
 */
export function deadlineOf(
  ground: Ground,
  stage: SlaStage,
  start: LimitStart,
  allowance: Allowance,
  pauses: readonly ClosedPause[],
): Deadline {
  return allowance.unit === "working-minute"
    ? deadlineOnMinutes(ground, start, allowance, pauses)
    : deadlineOnDays(ground, stage, start, allowance, pauses);
}

/** Time used of a limit at a moment, in whole units of its measure, without what was left out. */
export function elapsedAt(
  ground: Ground,
  measure: SlaMeasure,
  start: LimitStart,
  leftOut: Deadline["leftOut"],
  seconds: number,
): number {
  const minutes = measure === "working-minute";
  const end = minutes ? seconds : dayAt(seconds, ground.policy.zone);
  let elapsed = ticksBetween(ground, measure, minutes ? start.seconds : start.zero, end);
  for (const { after, through } of leftOut) elapsed -= ticksBetween(ground, measure, after, Math.min(through, end));
  return Math.floor(elapsed / ticksOf(measure));
}

/**
 * The first second at which a limit has used up some ticks of its measure: of the day they are reached on, or the moment
 * itself for working minutes; never before the start.
 */
export function momentUsed(
  ground: Ground,
  measure: SlaMeasure,
  start: LimitStart,
  leftOut: Deadline["leftOut"],
  ticks: number,
): number {
  if (ticks <= 0) return start.seconds;
  const reach = (count: number): number => {
    if (measure === "working-minute") return addWorkedSeconds(hoursOf(ground), start.seconds, count);
    return measure === "calendar-day" ? start.zero + count : shiftWorked(daysOf(ground), start.zero, count);
  };
  let total = ticks;
  let reached = reach(total);
  for (const { after, through } of leftOut) {
    if (reached <= after) break;
    total += ticksBetween(ground, measure, after, through);
    reached = reach(total);
  }
  if (measure === "working-minute") return reached;
  return Math.max(start.seconds, momentOn(reached, 0, ground.policy.zone));
}

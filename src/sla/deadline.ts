import {
  addMonths,
  addWorkingDays,
  nextWorkingDay,
  isWorkingDay,
  rollDate,
  workingDaysBetween,
  type WorkingCalendar,
  type WorkingHours,
} from "../calendar/index.ts";
import { DomainError, fromDayNumber, toDayNumber, type DayNumber, type LocalDate } from "../core/index.ts";
import type { SlaErrorCode } from "./errors.ts";
import type { SlaMeasure, SlaPolicy, SlaStage, SlaUnit } from "./types.ts";
import { addWorkedSeconds, closeOfBusiness, dateAt, endOfDay, momentAt, sameTimeOn, workedSeconds } from "./zoned.ts";

/** What the arithmetic of one policy rests on. */
export interface Ground {
  readonly policy: SlaPolicy;
  readonly calendar: WorkingCalendar | null;
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
  readonly date: LocalDate;
  /** The last day that does not count: day 0, or the day before where the start day counts. */
  readonly zero: DayNumber;
}

/** A closed pause, in seconds. */
export interface ClosedPause {
  readonly from: number;
  readonly to: number;
}

/** A due moment and the time left out on the way to it. */
export interface Deadline {
  readonly date: LocalDate;
  /** Last second in time, inclusive. */
  readonly seconds: number;
  /** The day before it was rolled; null where nothing was moved. */
  readonly rolledFrom: LocalDate | null;
  /** For each pause, whether it counted: it began no later than the due moment it met. */
  readonly counted: readonly boolean[];
  /** Stretches left out, without overlap: days `after < d <= through`, or seconds for working minutes. */
  readonly leftOut: readonly { readonly after: number; readonly through: number }[];
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
  const happened = dateAt(seconds, zone);
  let date = happened;
  if (stage.cutOff !== undefined) {
    const calendar = calendarOf(ground);
    const late = seconds > momentAt(happened, stage.cutOff, zone);
    // a start on a day off moves too: else a start on Saturday would be due before one on Friday evening
    if (late || !isWorkingDay(calendar, happened)) date = nextWorkingDay(calendar, happened);
  }
  return { seconds, date, zero: toDayNumber(date) - (stage.startDayCounts ? 1 : 0) };
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
  return workingDaysBetween(calendarOf(ground), fromDayNumber(after), fromDayNumber(through));
}

/** The day a limit on days ends, before it is rolled. */
function lastDay(ground: Ground, start: LimitStart, allowance: Allowance, excluded: number): DayNumber {
  const { amount, unit } = allowance;
  if (unit === "working-day") {
    return toDayNumber(addWorkingDays(calendarOf(ground), fromDayNumber(start.zero), amount + excluded));
  }
  if (unit === "month") {
    const firstCounted = toDayNumber(start.date) - start.zero;
    return toDayNumber(addMonths(start.date, amount)) - firstCounted + excluded;
  }
  return start.zero + (unit === "week" ? 7 * amount : amount) + excluded;
}

interface Settled {
  readonly day: DayNumber;
  readonly date: LocalDate;
  readonly seconds: number;
}

/** The last second of a day, to the end the stage asks for. */
function endOn(ground: Ground, stage: SlaStage, start: LimitStart, date: LocalDate): Settled {
  const { zone } = ground.policy;
  const seconds =
    stage.endOf === "day"
      ? endOfDay(date, zone)
      : stage.endOf === "same-time"
        ? sameTimeOn(date, start.seconds, zone)
        : closeOfBusiness(hoursOf(ground), date);
  return { day: toDayNumber(date), date, seconds };
}

/** The due moment of a limit on days whose last day is known: rolled, and to the end the stage asks for. */
function settle(ground: Ground, stage: SlaStage, start: LimitStart, last: DayNumber): Settled {
  const unrolled = fromDayNumber(last);
  if (stage.roll === "none") return endOn(ground, stage, start, unrolled);
  const rolled = endOn(ground, stage, start, rollDate(calendarOf(ground), unrolled, stage.roll));
  // a short limit that starts on a day off would roll back to before its start
  return rolled.seconds < start.seconds ? endOn(ground, stage, start, unrolled) : rolled;
}

function deadlineOnDays(
  ground: Ground,
  stage: SlaStage,
  start: LimitStart,
  allowance: Allowance,
  pauses: readonly ClosedPause[],
): Deadline {
  const { zone } = ground.policy;
  const measure = measureOf(allowance.unit);
  const leftOut: { after: number; through: number }[] = [];
  let excluded = 0;
  let rollKept = 0;
  let covered = start.zero;
  let last = lastDay(ground, start, allowance, 0);
  let due = settle(ground, stage, start, last);
  const counted = pauses.map((pause) => {
    if (pause.from > due.seconds) return false;
    const pausedOn = toDayNumber(dateAt(pause.from, zone));
    const after = Math.max(pausedOn, covered);
    const through = toDayNumber(dateAt(pause.to, zone));
    const days = ticksBetween(ground, measure, after, through);
    covered = Math.max(covered, through);
    if (days === 0) return true;
    // a pause that begins in days won by rolling goes on from the rolled day
    if (pausedOn > last) rollKept += due.day - last;
    leftOut.push({ after, through });
    excluded += days;
    last = lastDay(ground, start, allowance, excluded) + rollKept;
    due = settle(ground, stage, start, last);
    return true;
  });
  return {
    date: due.date,
    seconds: due.seconds,
    rolledFrom: due.day === last ? null : fromDayNumber(last),
    counted,
    leftOut,
    excluded,
  };
}

function deadlineOnMinutes(
  ground: Ground,
  start: LimitStart,
  allowance: Allowance,
  pauses: readonly ClosedPause[],
): Deadline {
  const { zone } = ground.policy;
  const hours = hoursOf(ground);
  const leftOut: { after: number; through: number }[] = [];
  const allowed = allowance.amount * 60;
  let excluded = 0;
  let covered = start.seconds;
  let seconds = addWorkedSeconds(hours, start.seconds, allowed);
  const counted = pauses.map((pause) => {
    if (pause.from > seconds) return false;
    const after = Math.max(pause.from, covered);
    const worked = ticksBetween(ground, "working-minute", after, pause.to);
    covered = Math.max(covered, pause.to);
    if (worked === 0) return true;
    leftOut.push({ after, through: pause.to });
    excluded += worked;
    seconds = addWorkedSeconds(hours, start.seconds, allowed + excluded);
    return true;
  });
  return { date: dateAt(seconds, zone), seconds, rolledFrom: null, counted, leftOut, excluded };
}

/**
 * When a limit ends.
 *
 * A pause counts when it begins no later than the due moment at that point; it leaves out the days d with
 * paused-on < d <= resumed-on, or the working minutes between. Overlapping pauses leave out each day once.
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
  const end = minutes ? seconds : toDayNumber(dateAt(seconds, ground.policy.zone));
  let elapsed = ticksBetween(ground, measure, minutes ? start.seconds : start.zero, end);
  for (const { after, through } of leftOut) elapsed -= ticksBetween(ground, measure, after, Math.min(through, end));
  return Math.floor(elapsed / ticksOf(measure));
}

import { coveredDays, rollDay, shiftWorked, workedOn, type CountedDays, type DayRange } from "../calendar/inner.ts";
import { fromDayNumber, MAX_DAY_NUMBER, MIN_DAY_NUMBER, type DayNumber } from "../core/index.ts";
import type { CadencePeriod } from "./cadence.ts";
import type { ReadDutyPolicy } from "./read-policy.ts";
import type { DutyFall, DutyPolicy, DutyReason } from "./types.ts";

/**
 * The day of a duty step by step. A day is infinite where the calendar does not reach far enough: negative before its
 * coverage, positive after it, so that days keep their order.
 */
export interface DueDay extends CadencePeriod {
  readonly read: ReadDutyPolicy;
  /** Number of its period in the cadence. */
  readonly index: number;
  /** The named day with its offset. */
  readonly counted: number;
  /** The counted day, or the working day it moves to; the day it is due, unless it falls away. */
  readonly moved: number;
  /** Why nothing is owed; null when it is owed. */
  readonly falls: DutyFall | null;
  /** The day by which it belongs to an asked period, and to a time in a role. */
  readonly place: DayNumber;
}

const NEVER = Number.NEGATIVE_INFINITY;
const BEYOND = Number.POSITIVE_INFINITY;

/** The first whole number of a range at which something that is ordered is no longer before what is looked for. */
export function firstNotBefore(from: number, to: number, isBefore: (i: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The offset of a cadence, where it has one. */
const offsetOf = ({ cadence }: DutyPolicy) => ("offset" in cadence ? cadence.offset : undefined);

/** The day with the offset of the cadence. */
function countedFrom({ policy }: ReadDutyPolicy, days: CountedDays, named: DayNumber): number {
  const offset = offsetOf(policy);
  if (offset === undefined) return named;
  const { n, in: unit } = offset;
  if (unit === "day") {
    const day = named + n;
    return day < MIN_DAY_NUMBER ? NEVER : day > MAX_DAY_NUMBER ? BEYOND : day;
  }
  // from the next day on: the named day itself may be just outside the coverage
  const start = named + Math.sign(n);
  const left = workedOn(days, start) === true ? n - Math.sign(n) : n;
  const shifted = left === 0 ? start : shiftWorked(days, start, left);
  if (typeof shifted === "number") return shifted;
  const { from, to } = coveredDays(days);
  return named < from || (named < to && n < 0) ? NEVER : BEYOND;
}

const ROLLS = { "next-working-day": "following", "previous-working-day": "preceding" } as const;
type Step = Pick<DueDay, "moved" | "falls"> & Partial<Pick<DueDay, "exists">>;

/** The day a counted day moves to, and why it falls away, if it does. */
function move({ cadence, restDay }: DutyPolicy, days: CountedDays, { from, to }: DayRange, counted: number): Step {
  const isDaily = cadence.every === "working-day";
  const stays = { moved: counted, falls: null };
  // a day that stays whatever it is does not ask the calendar
  if (!Number.isFinite(counted) || (!isDaily && restDay.rule === "stays")) return stays;
  const covered = coveredDays(days);
  const worked = workedOn(days, counted);
  if (typeof worked !== "boolean") return { moved: counted < covered.from ? NEVER : BEYOND, falls: null };
  if (worked) return stays;
  if (isDaily) return { ...stays, exists: false };
  if (!("beyondPeriod" in restDay)) return { moved: counted, falls: "falls-away" };
  const roll = ROLLS[restDay.rule];
  const isNext = roll === "following";
  const rolled = rollDay(days, counted, roll);
  const moved = typeof rolled === "number" ? rolled : isNext ? BEYOND : NEVER;
  const leaves = counted >= from && counted < to && (moved < from || moved >= to);
  // that the period has no more working days can be known although the day after it is not
  const isKnown = Number.isFinite(moved) || (isNext ? covered.to >= to : covered.from <= from);
  return { moved, falls: restDay.beyondPeriod === "falls-away" && leaves && isKnown ? "leaves-period" : null };
}

/** Where an undetermined duty is looked for: on its named day, or the day on the edge of the coverage its period has. */
function placeOf({ from, to, named }: CadencePeriod, covered: DayRange): DayNumber {
  if (named >= covered.to && from < covered.to) return covered.to - 1;
  return named < covered.from && to > covered.from ? covered.from : named;
}

/** The day of a period of a cadence: named, counted, moved. */
export function dueDay(read: ReadDutyPolicy, days: CountedDays, index: number): DueDay {
  const period = read.cadence.at(index);
  const counted = countedFrom(read, days, period.named);
  const step = move(read.policy, days, period, counted);
  const { moved, falls } = step;
  const place = falls !== null ? counted : Number.isFinite(moved) ? moved : placeOf(period, coveredDays(days));
  return { ...period, read, index, counted, ...step, place };
}

/** Every duty whose place lies in a range, and what falls away there, by period; only periods the policy is in force for. */
export function dueDays(read: ReadDutyPolicy, days: CountedDays, { from, to }: DayRange): readonly DueDay[] {
  const { first, end } = read.cadence;
  // each step keeps the order of the periods
  const steps = ["named", "counted", "moved"] as const;
  const dayAt = (index: number): DueDay => dueDay(read, days, index);
  const firstFrom = (day: DayNumber) => (step: (typeof steps)[number]) =>
    firstNotBefore(first, end, (index) => dayAt(index)[step] < day);
  let start = Math.min(...steps.map(firstFrom(from)));
  let last = Math.max(...steps.map(firstFrom(to)));
  // among those nobody knows, the named day tells
  if (start < end && dayAt(start).moved === BEYOND) start = Math.max(start, firstFrom(from)("named"));
  if (last > first && dayAt(last - 1).moved === NEVER) last = Math.min(last, firstFrom(to)("named"));
  const found: DueDay[] = [];
  // the one on the edge of the coverage is looked at as well
  for (let index = Math.max(first, start - 1); index < Math.min(end, last + 1); index++) {
    const day = dayAt(index);
    const isAsked = day.place >= from && day.place < to && day.exists;
    const isInForce = day.from >= read.from && day.from < read.to && day.from > MIN_DAY_NUMBER;
    if (isAsked && isInForce) found.push(day);
  }
  return found;
}

/** The name of a rest day as a fact, where the calendar has one. */
export function holidayFact({ index }: CountedDays, day: DayNumber): { readonly holiday?: string } {
  const holiday = index.off.get(day);
  return holiday === undefined ? {} : { holiday };
}

/** How a duty came by its day. */
export function reasonOf({ read, named: on, counted, moved }: DueDay, days: CountedDays): DutyReason {
  const offset = offsetOf(read.policy);
  const named = { named: fromDayNumber(on), ...(offset === undefined ? {} : { offset }) };
  if (!Number.isFinite(moved)) return { code: "beyond-calendar", ...named, calendar: days.calendar.id };
  if (read.cadence.unit === "day") return { code: "each-working-day" };
  const holiday = holidayFact(days, counted);
  if (moved !== counted) return { code: "moved-from-rest-day", ...named, restDay: fromDayNumber(counted), ...holiday };
  if (workedOn(days, moved) === false) return { code: "stays-on-rest-day", ...named, ...holiday };
  return offset === undefined ? { code: "on-its-day" } : { code: "counted-from-its-day", ...named, offset };
}

import {
  addWorkingDays,
  calendarCoverage,
  isWorkingDay,
  rollDate,
  workingDays,
  workingDaysBetween,
  type WorkingCalendar,
} from "../calendar/index.ts";
import { toDayNumber, type DayNumber, fromDayNumber } from "../core/index.ts";

/**
 * The working days of a calendar by day number, so that counting them writes no dates. Where a day lies outside the
 * coverage the calendar itself is asked, and refuses in its own words.
 */
export interface CountedDays {
  readonly calendar: WorkingCalendar;
  readonly first: DayNumber;
  readonly length: number;
  /** Number of working days before the i-th day of the coverage; one entry more than days. */
  readonly rank: Uint32Array;
  /** The working days. */
  readonly select: Int32Array;
}

function count(calendar: WorkingCalendar): CountedDays {
  const { from, to } = calendarCoverage(calendar);
  const first = toDayNumber(from);
  const length = toDayNumber(to) - first;
  const select = Int32Array.from(workingDays(calendar, { from, to }), (date) => toDayNumber(date));
  const rank = new Uint32Array(length + 1);
  let worked = 0;
  for (let i = 0; i < length; i++) {
    if (select[worked] === first + i) worked++;
    rank[i + 1] = worked;
  }
  return { calendar, first, length, rank, select };
}

const counted = /* @__PURE__ */ new WeakMap<WorkingCalendar, CountedDays>();

/** The counted days of a calendar, once for each calendar object. */
export function countedDays(calendar: WorkingCalendar): CountedDays {
  const known = counted.get(calendar);
  if (known !== undefined) return known;
  const fresh = count(calendar);
  counted.set(calendar, fresh);
  return fresh;
}

/** Whether a day is worked. */
export function isWorked(days: CountedDays, day: DayNumber): boolean {
  const i = day - days.first;
  if (i < 0 || i >= days.length) return isWorkingDay(days.calendar, fromDayNumber(day));
  return days.rank[i + 1] !== days.rank[i];
}

/** Number of working days d with `after` < d <= `through`. */
export function workedBetween(days: CountedDays, after: DayNumber, through: DayNumber): number {
  const a = after - days.first;
  const b = through - days.first;
  if (a < 0 || b < 0 || a >= days.length || b >= days.length) {
    return workingDaysBetween(days.calendar, fromDayNumber(after), fromDayNumber(through));
  }
  return days.rank[b + 1]! - days.rank[a + 1]!;
}

/** The n-th working day strictly after a day, or before it where n is negative; n is not 0. */
export function shiftWorked(days: CountedDays, day: DayNumber, n: number): DayNumber {
  const i = day - days.first;
  if (i >= 0 && i < days.length) {
    const k = n > 0 ? days.rank[i + 1]! + n - 1 : days.rank[i]! + n;
    if (k >= 0 && k < days.select.length) return days.select[k]!;
  }
  return toDayNumber(addWorkingDays(days.calendar, fromDayNumber(day), n));
}

/** A day, or the working day next to it. */
export function rollDay(days: CountedDays, day: DayNumber, roll: "following" | "preceding"): DayNumber {
  const i = day - days.first;
  if (i < 0 || i >= days.length) return toDayNumber(rollDate(days.calendar, fromDayNumber(day), roll));
  if (days.rank[i + 1] !== days.rank[i]) return day;
  const k = roll === "following" ? days.rank[i + 1]! : days.rank[i]! - 1;
  if (k < 0 || k >= days.select.length) return toDayNumber(rollDate(days.calendar, fromDayNumber(day), roll));
  return days.select[k]!;
}

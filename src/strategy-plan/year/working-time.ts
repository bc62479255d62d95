import { holidayName, type RollConvention, type SkippedDay } from "../../calendar/index.ts";
import { coveredDays, rollDay, type CountedDays, type DayRange } from "../../calendar/inner.ts";
import { fromDayNumber, tryDayNumber } from "../../core/index.ts";

/** What keeps a planned time from being placed. */
export const TIMETABLE_GAPS = ["not-covered", "no-working-day"] as const;

/** Why a time has no working day: the calendar does not reach that far, or none of its days is worked. */
export type TimetableGap = (typeof TIMETABLE_GAPS)[number];

/** How a day that is off was moved. */
export interface MovedDay {
  /** `preceding` where the next working day lies beyond the plan year. */
  readonly roll: Extract<RollConvention, "following" | "preceding">;
  /** The day itself and those passed over, in the order they were passed, each with its reason. */
  readonly skipped: readonly SkippedDay[];
}

/** Whether a day is one of some days. */
export const isWithin = (day: number, { from, to }: DayRange): boolean => day >= from && day < to;

/** Whether the calendar is expected, not official, on the last of some days. */
export function isProvisional({ calendar }: CountedDays, last: number): boolean {
  const from = tryDayNumber(calendar.provisionalFrom);
  return from !== null && last >= from;
}

/** The working day for a covered day: the next one or, where that leaves the plan year, the one before. */
export function workingDayFor(
  planned: number,
  days: CountedDays,
  year: DayRange,
): { readonly day: number; readonly roll: MovedDay["roll"] } | TimetableGap {
  const isInYear = isWithin(planned, year);
  const covered = coveredDays(days);
  const following = rollDay(days, planned, "following");
  if (typeof following === "number") {
    if (!isInYear || isWithin(following, year)) return { day: following, roll: "following" };
  } else if (!isInYear || covered.to < year.to) return "not-covered";
  const preceding = rollDay(days, planned, "preceding");
  if (typeof preceding === "number" && isWithin(preceding, year)) return { day: preceding, roll: "preceding" };
  return typeof preceding === "number" || covered.from <= year.from ? "no-working-day" : "not-covered";
}

/** The days off from one day to a working day, the first included, in the order they are passed. */
export function passedOver(days: CountedDays, from: number, to: number): readonly SkippedDay[] {
  const step = to > from ? 1 : -1;
  return Array.from({ length: Math.abs(to - from) }, (_, at): SkippedDay => {
    const day = from + at * step;
    const date = fromDayNumber(day);
    const name = holidayName(days.calendar, date);
    return {
      date,
      ...(name === null ? { reason: "weekend" } : { reason: "holiday", name }),
      ...(isProvisional(days, day) ? { provisional: true } : {}),
    };
  });
}

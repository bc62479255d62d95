import type { Period, RollConvention, SkippedDay, WorkingCalendar } from "../../calendar/index.ts";
import {
  countedDays,
  coveredDays,
  isOutOfRange,
  isProvisional,
  passedOver,
  rollDay,
  workedBetween,
  type CountedDays,
  type DayRange,
} from "../../calendar/inner.ts";
import { fromDayNumber, toDayNumber, type LocalDate, type Path } from "../../core/index.ts";
import { isBlank } from "../blank.ts";
import type { ActionState } from "../progress.ts";
import { readPlan } from "../read-plan.ts";
import type { PlanAction, PlanRowId, StrategyPlan } from "../types.ts";
import { clashesOf, type Pitch, type PitchClash } from "./clashes.ts";
import { daysOf } from "./days.ts";

/** The kinds of places in a timetable. */
export const TIMETABLE_TIMES = ["day", "window", "undetermined", "past"] as const;

/** What an action has in a timetable: a day, a stretch of days, a time nobody can place yet, or what became of it. */
export type TimetableTime = (typeof TIMETABLE_TIMES)[number];

/** What keeps a planned time from being placed. */
export const TIMETABLE_GAPS = ["not-covered", "no-working-day"] as const;

/** Why a time has no working day: the calendar does not reach that far, or none of its days is worked. */
export type TimetableGap = (typeof TIMETABLE_GAPS)[number];

interface TimetableRow {
  readonly action: PlanRowId;
  readonly state: ActionState;
}

/** An action planned for one day. */
export interface TimetableDay extends TimetableRow {
  readonly time: "day";
  readonly planned: LocalDate;
  /** The working day: `planned`, or the one it is moved to. */
  readonly day: LocalDate;
  /** Null where the planned day is worked. */
  readonly moved: {
    /** `preceding` where the next working day lies beyond the plan year. */
    readonly roll: Extract<RollConvention, "following" | "preceding">;
    /** The day itself and those passed over, in the order they were passed, each with its reason. */
    readonly skipped: readonly SkippedDay[];
  } | null;
  /** Whether the calendar is not official yet on one of the days looked at: they may still change. */
  readonly provisional: boolean;
}

/** An action planned for several days, of which at least one is worked. */
export interface TimetableWindow extends TimetableRow {
  readonly time: "window";
  readonly planned: Period;
  /** First working day. */
  readonly first: LocalDate;
  /** Last working day, inclusive. */
  readonly last: LocalDate;
  /** Number of working days from `first` to `last`. */
  readonly workingDays: number;
  /** Whether the calendar is not official yet on one of the days: they may still change. */
  readonly provisional: boolean;
}

/** A planned time that cannot be placed. */
export interface TimetableUndetermined extends TimetableRow {
  readonly time: "undetermined";
  readonly planned: Period;
  readonly gap: TimetableGap;
}

/** An action that is planned no more: it was pitched, won, lost or dropped. */
export interface TimetablePast extends TimetableRow {
  readonly time: "past";
  /** Day the state was reached; null where nobody states it. */
  readonly actualDate: LocalDate | null;
  /** Null where it had no planned time. */
  readonly planned: Period | null;
}

/** One action in its year. */
export type TimetableEntry = TimetableDay | TimetableWindow | TimetableUndetermined | TimetablePast;

/** The actions of a plan in their year. */
export interface ActionTimetable {
  /** Which days were taken for worked. */
  readonly calendar: Pick<WorkingCalendar, "id" | "version">;
  /** By first day, then in the order of section 8; what cannot be placed stands at the first day it was planned for. */
  readonly entries: readonly TimetableEntry[];
  /** Actions without a planned time and an actual date, in the order of section 8. */
  readonly undated: readonly PlanRowId[];
  /** What one owner cannot do at a pitch a day, owner by owner, by the last day. */
  readonly clashes: readonly PitchClash[];
}

/**
 * The actions of a plan in their year (行动时间表): on working days, in order, with the clashes of their owners.
 *
 * - A single day that is off is moved to the next working day or, where that lies beyond the plan year, to the one before;
 *   the days passed over are listed with their reason. A day outside the plan year, which `checkPlan` reports, is moved to
 *   the next working day.
 * - A month, a quarter or another stretch of days has its first and last working day and their number.
 * - What the calendar does not cover, wholly or in part, or has no working day in, is `undetermined`, and stays in the list.
 * - Actions that were pitched, won, lost or dropped stand at the day that became so, or that they were planned for.
 *
 * A clash is a stretch of days in which one person (8.C) has more pitches than there are working days, at one pitch a
 * day: two pitches on a day are one, and so are four pitches within a week of three working days. Pitches are put on
 * days earliest deadline first; only actions that are planned, and have a person and a place, take part. Two persons are
 * the same where they are written alike.
 *
 * @param plan - a plan, before or in its year
 * @param calendar - which days are worked, such as `CN`
 * @returns entries by day, actions without a time, clashes
 * @throws `calendar/invalid-calendar` and the other codes of calendars, for a calendar that is not valid data
 * @throws `calendar/invalid-period` or `core/invalid-date` for a plan year, a planned time or an actual date that does not exist
 * @throws `strategy-plan/invalid-plan`, or the code of the room of a date, period, decimal, amount or reference, for a
 * plan that cannot be read; `checkPlan` lists all such places
 * @see fields 8.C and 8.D of the plan (客户经理制的管理培训, p. 10)
 * @example
 * import { CN } from "relationship-banking/calendar/cn";
 * const plan = { id: "P-1", version: "1", client: "C-1", period: "2026", currency: "CNY", preparedBy: "E-1", preparedOn: "2025-12-01",
 *   actions: [
 *     { id: "a1", plannedPitchTime: "2026-10-03", departmentAndOwner: { person: "E-7" } },
 *     { id: "a2", plannedPitchTime: "2026-02", departmentAndOwner: { person: "E-7" } },
 *     { id: "a3", plannedPitchTime: "2026-10-08", departmentAndOwner: { person: "E-7" } },
 *   ] } as const;
 * const { entries, clashes } = actionTimetable(plan, CN);
 * entries.map((entry) => entry.action) // => ["a2", "a1", "a3"]
 * const [february, october] = entries;
 * february?.time === "window" && [february.first, february.last, february.workingDays] // => ["2026-02-02", "2026-02-28", 16]
 * october?.time === "day" && [october.planned, october.day, october.moved?.skipped.length] // => ["2026-10-03", "2026-10-08", 5]
 * clashes // => [{ owner: "E-7", from: "2026-10-08", to: "2026-10-08", workingDays: 1, actions: ["a1", "a3"] }]
 * @since 0.1.0
 */
export function actionTimetable(plan: StrategyPlan, calendar: WorkingCalendar): ActionTimetable {
  const { actions = [], period } = readPlan(plan);
  const room: TimetableRoom = { days: countedDays(calendar, ["calendar"]), year: daysOf(period, ["plan", "period"]) };
  const undated: PlanRowId[] = [];
  const placed: Placed[] = [];
  const pitches: Pitch[] = [];
  for (const [index, action] of actions.entries()) {
    const found = placeOf(action, ["plan", "actions", index], room);
    if (found === null) undated.push(action.id);
    else placed.push(found);
    const owner = action.departmentAndOwner?.person;
    if (owner === undefined || isBlank(owner) || typeof found?.last !== "number") continue;
    pitches.push({ action: action.id, owner, first: found.first, last: found.last });
  }
  return {
    calendar: { id: calendar.id, version: calendar.version },
    // sorting leaves what begins on one day in the order of the plan
    entries: placed.sort((a, b) => a.first - b.first).map(({ entry }) => entry),
    undated,
    clashes: clashesOf(pitches, room.days),
  };
}

interface TimetableRoom {
  readonly days: CountedDays;
  readonly year: DayRange;
}

interface Placed {
  readonly entry: TimetableEntry;
  /** Day by which it is sorted. */
  readonly first: number;
  /** Last working day; null for what has none. */
  readonly last: number | null;
}

function placeOf(
  { id, plannedPitchTime: planned, progress }: PlanAction,
  path: Path,
  room: TimetableRoom,
): Placed | null {
  const state = progress?.state ?? "planned";
  const days = planned === undefined ? null : daysOf(planned, [...path, "plannedPitchTime"]);
  const row = { action: id, state };
  if (state !== "planned") {
    const actualDate = progress?.actualDate ?? null;
    const day = actualDate === null ? null : toDayNumber(actualDate, [...path, "progress", "actualDate"]);
    const first = day ?? days?.from ?? null;
    return first === null
      ? null
      : { entry: { ...row, time: "past", actualDate, planned: planned ?? null }, first, last: null };
  }
  if (planned === undefined || days === null) return null;
  const found = days.to - days.from === 1 ? dayEntry(row, days.from, room) : windowEntry(row, planned, days, room);
  if (typeof found === "object") return found;
  return { entry: { ...row, time: "undetermined", planned, gap: found }, first: days.from, last: null };
}

const isWithin = (day: number, { from, to }: DayRange): boolean => day >= from && day < to;

function dayEntry(row: TimetableRow, planned: number, { days, year }: TimetableRoom): Placed | TimetableGap {
  if (!isWithin(planned, coveredDays(days))) return "not-covered";
  const found = workingDayFor(planned, days, year);
  if (typeof found !== "object") return found;
  const { day, roll } = found;
  const entry: TimetableDay = {
    ...row,
    time: "day",
    planned: fromDayNumber(planned),
    day: fromDayNumber(day),
    moved: day === planned ? null : { roll, skipped: passedOver(days, planned, day) },
    provisional: isProvisional(days, Math.max(planned, day)),
  };
  return { entry, first: day, last: day };
}

/** The working day for a covered day: the next one or, where that leaves the plan year, the one before. */
function workingDayFor(
  planned: number,
  days: CountedDays,
  year: DayRange,
): { readonly day: number; readonly roll: NonNullable<TimetableDay["moved"]>["roll"] } | TimetableGap {
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

function windowEntry(
  row: TimetableRow,
  planned: Period,
  { from, to }: DayRange,
  { days }: TimetableRoom,
): Placed | TimetableGap {
  const covered = coveredDays(days);
  if (from < covered.from || to > covered.to) return "not-covered";
  const first = rollDay(days, from, "following");
  const last = rollDay(days, to - 1, "preceding");
  if (typeof first !== "number" || typeof last !== "number" || first > last) return "no-working-day";
  const after = workedBetween(days, first, last);
  const entry: TimetableWindow = {
    ...row,
    time: "window",
    planned,
    first: fromDayNumber(first),
    last: fromDayNumber(last),
    workingDays: 1 + (isOutOfRange(after) ? 0 : after),
    provisional: isProvisional(days, to - 1),
  };
  return { entry, first, last };
}

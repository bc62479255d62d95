import type { IsoWeekday, LocalTime, Period, WorkingCalendar, WorkingHours } from "../calendar/index.ts";
import type { Instant, LocalDate, Policy, RowIssue, SplitRow, Tally, ZoneId } from "../core/index.ts";

/** The periods on whose first or last day a duty may be owed. */
export const DUTY_PERIODS = ["month", "quarter", "half-year", "year"] as const;
/** A period on whose first or last day a duty may be owed. */
export type DutyPeriod = (typeof DUTY_PERIODS)[number];
/** The days of such a period that a cadence may name. */
export const DUTY_PERIOD_DAYS = ["first-day", "last-day"] as const;
/** The day of such a period that a cadence names. */
export type DutyPeriodDay = (typeof DUTY_PERIOD_DAYS)[number];
/** The unit of time a duty recurs by, and is counted by: units do not add up to each other. */
export const DUTY_UNITS = ["day", "week", ...DUTY_PERIODS, "date"] as const;
/** The unit of time a duty recurs by; `date` for fixed dates. Weeks are ISO weeks, Monday to Sunday. */
export type DutyUnit = (typeof DUTY_UNITS)[number];

/** What the days of an offset are: all of them, or those that are worked. */
export const DUTY_OFFSET_UNITS = ["day", "working-day"] as const;
/** A number of days before (negative) or after (positive) the day a cadence names; not 0. */
export interface DutyOffset {
  readonly n: number;
  readonly in: (typeof DUTY_OFFSET_UNITS)[number];
}

/** How often something is owed (频次). */
export type DutyCadence =
  /** Each working day, for that day. */
  | { readonly every: "working-day" }
  /** Each ISO week, on a weekday 1 to 7. */
  | { readonly every: "week"; readonly on: IsoWeekday; readonly offset?: DutyOffset }
  /** Each calendar month, quarter, half-year or year, on its first or last day. */
  | { readonly every: DutyPeriod; readonly on: DutyPeriodDay; readonly offset?: DutyOffset }
  /** Each year on fixed days `MM-DD`; 29 February is owed in leap years only. */
  | { readonly every: "date"; readonly on: readonly string[]; readonly offset?: DutyOffset };

/** Where a duty whose day is not worked may move. */
export const REST_DAY_MOVES = ["next-working-day", "previous-working-day"] as const;
/** What may become of a duty whose day is not worked. */
export const REST_DAY_RULES = ["falls-away", "stays", ...REST_DAY_MOVES] as const;
/** What a move out of the period does to a duty. */
export const BEYOND_PERIOD = ["moves", "falls-away"] as const;
/** What a move out of the period does to a duty. */
export type BeyondPeriod = (typeof BEYOND_PERIOD)[number];
/**
 * What becomes of a duty whose day is not worked; a duty of each working day never needs the rule. `beyondPeriod` says
 * whether a move out of the week or other period the duty is for happens or lets it fall away; a day that an offset has
 * put outside already moves freely. The period of a fixed date is that date, so every move leaves it.
 */
export type RestDayRule =
  | { readonly rule: "falls-away" }
  | { readonly rule: "stays" }
  | { readonly rule: (typeof REST_DAY_MOVES)[number]; readonly beyondPeriod: BeyondPeriod };

/** The times of a day that are not read from the clock alone. */
export const DUTY_TIMES = ["opening", "close-of-business", "end-of-day"] as const;
/**
 * By what time of its day a duty has to be done: the first second the place is open, the close of business, the last
 * second of the day, or a time `hh:mm`. Where the place is not open that day, opening and close are its last second.
 */
export type DutyTime = (typeof DUTY_TIMES)[number] | { readonly at: LocalTime };

/** What the grace of a duty is counted in. */
export const DUTY_GRACE_UNITS = ["minute", ...DUTY_OFFSET_UNITS] as const;
/** How long after its due moment a duty is still on time: minutes, or the same time of the n-th day or working day after. */
export interface DutyGrace {
  readonly n: number;
  readonly in: (typeof DUTY_GRACE_UNITS)[number];
}

/** A periodic obligation as data (职责日程): who owes what, how often, and by when. */
export interface DutyPolicy extends Policy {
  /** Role that owes it. */
  readonly role: string;
  /** Kinds of record that satisfy it, any one of them. */
  readonly satisfiedBy: readonly string[];
  readonly cadence: DutyCadence;
  readonly restDay: RestDayRule;
  readonly time: DutyTime;
  readonly grace?: DutyGrace;
  /** What the sources leave open and this policy reads into them, one sentence each. */
  readonly readings?: readonly string[];
}

/** Somebody in a role at a place, as a row for each role and stretch of time; its optional members may be null. */
export interface DutyHolder {
  readonly person: string;
  readonly role: string;
  /** Unit the person is in; the duty keeps the unit it fell due in. */
  readonly orgUnit?: string;
  /** Id of the working calendar of the place. */
  readonly calendar: string;
  readonly zone: ZoneId;
  /** Id of the working hours of the place; needed where a duty is due at its opening or close. */
  readonly hours?: string;
  /** First day in the role, inclusive. */
  readonly from?: LocalDate;
  /** First day no longer in it, exclusive. */
  readonly to?: LocalDate;
}

/** The calendars and working hours that holders name by id. */
export interface DutyContext {
  readonly calendars: readonly WorkingCalendar[];
  readonly hours?: readonly WorkingHours[];
}

/** The day the cadence names, and the offset counted from it where there is one. */
export interface NamedDay {
  readonly named: LocalDate;
  readonly offset?: DutyOffset;
}

/** How a duty came by its day. */
export type DutyReason =
  | { readonly code: "each-working-day" }
  | { readonly code: "on-its-day" }
  /** Counted from the named day, n days or working days after or before it. */
  | ({ readonly code: "counted-from-its-day" } & Required<NamedDay>)
  /** Its day is not worked; `holiday` is the name of that day where the calendar has one. */
  | ({ readonly code: "moved-from-rest-day"; readonly restDay: LocalDate; readonly holiday?: string } & NamedDay)
  | ({ readonly code: "stays-on-rest-day"; readonly holiday?: string } & NamedDay)
  /** The calendar does not reach far enough to say. */
  | ({ readonly code: "beyond-calendar"; readonly calendar: string } & NamedDay);

/** What one person owes for one period (一项职责): plain data. */
export interface Duty {
  /** `duties/<policy>@<person>@<first day of the period>/<kind>`, with the first kind that satisfies it; unique. */
  readonly id: string;
  readonly policy: string;
  /** Version of the policy in force on the first day of the period. */
  readonly version: string;
  readonly person: string;
  readonly role: string;
  readonly orgUnit?: string;
  readonly satisfiedBy: readonly string[];
  readonly unit: DutyUnit;
  /** What it is for: a day, ISO week, month, quarter or year by its name, `{ from, to }` for a half-year. */
  readonly period: Period;
  /** Null when the calendar does not reach far enough to say; of a daily duty, for every day there, weekends too. */
  readonly due: LocalDate | null;
  /** Moment by which it is due, with the offset of the place; null when its day, or the hours of that day, are not known. */
  readonly dueAt: Instant | null;
  /** Last moment at which it is on time: `dueAt` and the grace; null when either is not known. */
  readonly latest: Instant | null;
  readonly reason: DutyReason;
}

/** Why a period may be owed nothing: its day is not worked, or the working day it would move to lies outside it. */
export const DUTY_FALLS = ["falls-away", "leaves-period"] as const;
/** Why a period is owed nothing. */
export type DutyFall = (typeof DUTY_FALLS)[number];

/**
 * A period that is owed nothing by anybody under a policy and a calendar. To be told, it needs its code:
 * `tell({ code: fallen.because, ...fallen }, words)`.
 */
export interface FallenDuty extends Pick<Duty, "policy" | "version" | "unit" | "period"> {
  readonly calendar: string;
  /** The day that is not worked. */
  readonly restDay: LocalDate;
  /** Its name where the calendar has one. */
  readonly holiday?: string;
  readonly because: DutyFall;
}

/** What many people owe; a duty is made when it is asked for. Opaque; not serialisable, its rows are. */
export interface DutiesDue {
  /** Number of duties. */
  readonly n: number;
  /** Duty `i`, from 0: people in the order of their rows, each row by day, then by policy id. */
  row(i: number): Duty;
  /** Everything one person owes, from all their rows, by day, then by policy id; empty for somebody unknown. */
  of(person: string): readonly Duty[];
  /** Periods that are owed nothing because of a rest day, per policy and calendar, by day. */
  readonly fallenAway: readonly FallenDuty[];
  /** Rows left out, and rows that owe something undetermined: a calendar that does not reach, once for each policy. */
  readonly issues: readonly RowIssue[];
}

/** Something that was done (工作记录), as a row; it may have members of its own. */
export interface DutyRecord {
  /** Unique among all records, whoever made them. */
  readonly id: string;
  readonly person: string;
  readonly kind: string;
  readonly at: Instant;
  /** A day of the period it is for. */
  readonly for: LocalDate;
}

/** Leave or another approved reason (免责), for duties due from `from` to before `to`; without members of its own. */
export interface DutyExcuse {
  readonly person: string;
  readonly from: LocalDate;
  /** Exclusive. */
  readonly to: LocalDate;
  readonly reason: string;
  /** Never the person. */
  readonly approvedBy: string;
  /** Ids of the policies it is for, at least one; by default all. */
  readonly policies?: readonly string[];
}

/** What became of a duty: done in time, done late, not done, not done but in time, excused, or not to be said. */
export const DUTY_STATES = ["on-time", "late", "missing", "not-yet-due", "excused", "undetermined"] as const;
/** What became of a duty. */
export type DutyState = (typeof DUTY_STATES)[number];

/** A duty and what became of it. */
export interface StandingDuty extends Duty {
  readonly state: DutyState;
  /** The earliest record that is for it. */
  readonly record?: Pick<DutyRecord, "id" | "at">;
  /** The excuse of a duty that is excused. */
  readonly excuse?: Pick<DutyExcuse, "reason" | "approvedBy">;
}

/** The ways in which duties are counted. ISO weeks do not add up to months: units of time are counted apart. */
export const DUTY_DIMENSIONS = ["person", "policy", "unit", "org-unit"] as const;
/** A way in which duties are counted. */
export type DutyDimension = (typeof DUTY_DIMENSIONS)[number];

/** Records and excuses of the people of a {@link DutiesDue}. */
export interface DutyEvidence {
  readonly records: readonly DutyRecord[];
  readonly excuses?: readonly DutyExcuse[];
}

/** The moment duties are seen at; calendars and hours may be there, but nothing is counted by them again. */
export interface DutyStandingContext extends Partial<DutyContext> {
  readonly now: Instant;
}

/** What became of many duties by a moment; rows are made when they are asked for. */
export interface DutyStanding {
  /** Number of duties. */
  readonly n: number;
  /** Duty `i`, in the order of {@link DutiesDue}. */
  row(i: number): StandingDuty;
  /** Everything one person owes, in the order of {@link DutiesDue}. */
  of(person: string): readonly StandingDuty[];
  /** Those in one state, in the order of {@link DutiesDue}; of many, only these are made. */
  rowsIn(state: DutyState): readonly StandingDuty[];
  /** All rows; made on first use. */
  readonly standing: readonly StandingDuty[];
  /** Counts by person, by policy, by unit and by unit of the bank, in the parts of {@link DUTY_STATES}. */
  readonly tally: Tally<DutyDimension, SplitRow<DutyState>>;
  /** Rows of records, made by `now`, that are the record of no duty: for nothing owed, or not the first. */
  readonly unmatched: readonly number[];
  /** Rows that were left out, for each input. */
  readonly issues: { readonly records: readonly RowIssue[]; readonly excuses: readonly RowIssue[] };
}

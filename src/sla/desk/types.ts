import type { WorkingCalendar, WorkingHours } from "../../calendar/index.ts";
import type { Instant, Issue, LocalDate, PolicyStatus, Rate } from "../../core/index.ts";
import type { SlaEvent } from "../events.ts";
import type { SlaPolicy, SlaState, SlaVersion } from "../policy-types.ts";

/** A case on a desk: a row of a case table with its events. */
export interface DeskCase {
  readonly id: string;
  /** Id of its policy; the version is the one in force on the day of receipt. */
  readonly policy: string;
  /** What happened, in any order. */
  readonly events: readonly SlaEvent[];
  /** Who has it; null for nobody. */
  readonly owner: string | null;
  /** Kind of case, as the bank classifies it; null for none. */
  readonly category: string | null;
}

/** The context of a desk report. */
export interface DeskContext {
  /**
   * The moment to report at, or a date `YYYY-MM-DD`, which means the last second of that day in the zone of each case's
   * policy.
   */
  readonly asOf: Instant;
  /** Versions of every policy the cases name, in any order. */
  readonly policies: readonly SlaPolicy[];
  readonly calendars: readonly WorkingCalendar[];
  readonly hours?: readonly WorkingHours[];
  /**
   * Last day of each age band but the open last one, in calendar days since the day of receipt, ascending whole
   * numbers. Default 3, 7, 15, 30, which make 0-3, 4-7, 8-15, 16-30 and 31 or more; the library's own choice.
   */
  readonly ageBands?: readonly number[];
}

/** Counts of cases. `open`, `closed` and `withdrawn` add up to `cases`; the others overlap. */
export interface DeskCounts {
  /** Cases that could be evaluated. */
  readonly cases: number;
  /** With any stage that has started and not ended. */
  readonly open: number;
  /** With no such stage, and not withdrawn. */
  readonly closed: number;
  /** With no such stage, and withdrawn or merged into an earlier case. */
  readonly withdrawn: number;
  /** Open, with an open stage due on the day of the report, past due or not. */
  readonly dueToday: number;
  /** Open, with an open stage that is at risk by its own rule. */
  readonly atRisk: number;
  /** Open, with an open stage past due. */
  readonly breached: number;
  /** Open, with an open stage that is paused. */
  readonly paused: number;
  /** With a stage whose due date lies beyond the calendar's data. */
  readonly undetermined: number;
  /**
   * Cases with nothing late, of those that are due: closed ones, and any with a stage that was or is late. A closed
   * case with an undetermined stage is left out unless something else in it was late.
   */
  readonly onTime: Rate;
}

/** Counts of one owner or category; those without one come last, under null. */
export interface DeskGroup extends DeskCounts {
  readonly key: string | null;
}

/** Counts of the open cases of one age band. */
export interface DeskAgeBand extends DeskCounts {
  /** Calendar days since the day of receipt, inclusive. */
  readonly from: number;
  /** Inclusive; null for the last band. */
  readonly to: number | null;
}

/** Stages of one clock that are due, in time or not. */
export interface DeskClock {
  readonly policy: string;
  readonly clock: string;
  /** Stages met, of those met, met late or breached. */
  readonly onTime: Rate;
}

/** How long closed cases took, in whole working days. */
export interface DeskHandling {
  /** Closed cases whose time could be counted. */
  readonly n: number;
  /** Closed cases whose time could not be counted: the policy's calendar is not given, or does not reach far enough. */
  readonly unknown: number;
  /** The middle value; for an even number of values, the mean of the two in the middle. Null when there is none. */
  readonly median: number | null;
  /** The smallest value that at least 90 % of the values do not exceed (nearest rank). Null when there is none. */
  readonly p90: number | null;
  /** How many cases took how many days, ascending, without zeros; this makes reports mergeable. */
  readonly histogram: readonly { readonly days: number; readonly cases: number }[];
}

/** Why a case may be on the list of those that need attention. */
export const DESK_FLAGS = ["due-today", "at-risk", "breached"] as const;

/** Why a case is on the list of those that need attention. */
export type DeskFlag = (typeof DESK_FLAGS)[number];

/** An open case that needs attention. */
export interface DeskAttention {
  readonly case: string;
  readonly owner: string | null;
  readonly category: string | null;
  readonly policy: string;
  /** The open stage due first. */
  readonly clock: string;
  readonly stage: string;
  readonly state: SlaState;
  readonly dueDate: LocalDate | null;
  readonly dueAt: Instant | null;
  /** At least one, in the order of the type. */
  readonly flags: readonly DeskFlag[];
}

/** What is wrong with a case, or not known about it. */
export interface DeskIssue extends Issue {
  /** Id of the case; null for a row that has none, whose path then begins with its place in `cases`. */
  readonly case: string | null;
}

/** A policy version that was used. */
export interface DeskPolicy extends SlaVersion {
  readonly status: PolicyStatus;
  /** Cases evaluated with it. */
  readonly cases: number;
}

/** The state of a desk at a moment; reports of parts of a desk can be merged. */
export interface DeskReport {
  /** The moment, in UTC, or the requested date. */
  readonly asOf: Instant;
  readonly totals: DeskCounts;
  readonly byOwner: readonly DeskGroup[];
  readonly byCategory: readonly DeskGroup[];
  /** Every band, including empty ones; open cases only. */
  readonly byAge: readonly DeskAgeBand[];
  readonly clocks: readonly DeskClock[];
  readonly handling: DeskHandling;
  /** Open cases due today, at risk or breached, most urgent first. */
  readonly attention: readonly DeskAttention[];
  /** Cases received after the moment of the report; they count nowhere else. */
  readonly receivedLater: number;
  /** Cases that could not be evaluated at all; each has an issue. */
  readonly failed: number;
  /** In order of case and code; events after the moment of the report are not among them. */
  readonly issues: readonly DeskIssue[];
  readonly policies: readonly DeskPolicy[];
  /** Working calendars in use. */
  readonly calendars: readonly SlaVersion[];
}

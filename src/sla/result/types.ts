import type { WorkingCalendar, WorkingHours } from "../../calendar/index.ts";
import type { DecimalString, Instant, Issue, LocalDate, PolicyStatus } from "../../core/index.ts";
import type { SlaEnd, PauseWithoutEffect } from "../events.ts";
import type { SlaBasis, SlaMeasure, SlaReopenRule, SlaRoll, SlaState, SlaUnit, SlaVersion } from "../policy-types.ts";

/** What an evaluation needs besides policy and events. */
export interface SlaContext {
  /** The moment to evaluate at; events after it do not count. */
  readonly now: Instant;
  /** Calendars, of which the policy names one by id; two with that id are refused. */
  readonly calendars: readonly WorkingCalendar[];
  /** Working hours, of which the policy may name one by id. */
  readonly hours?: readonly WorkingHours[];
  /** False leaves `explanation` empty, for batches that only want states. */
  readonly explain?: boolean;
}

/**
 * One line of the reasons for a due date and a state, as data that `tell` puts into words. Dates are local to the
 * policy's zone, moments carry its offset.
 */
export type SlaExplanationLine =
  | { readonly code: "started"; readonly at: Instant; readonly date: LocalDate }
  | { readonly code: "started-by-stage"; readonly stage: string; readonly at: Instant; readonly date: LocalDate }
  | { readonly code: "restarted"; readonly at: Instant; readonly date: LocalDate }
  | {
      readonly code: "re-opened";
      readonly rule: SlaReopenRule;
      readonly endedAt: Instant;
      readonly at: Instant;
      readonly date: LocalDate;
    }
  | { readonly code: "after-cut-off"; readonly cutOff: string; readonly countedFrom: LocalDate }
  | { readonly code: "started-on-non-working-day"; readonly countedFrom: LocalDate }
  | { readonly code: "start-day-not-counted"; readonly date: LocalDate }
  | { readonly code: "start-day-counted"; readonly date: LocalDate }
  | { readonly code: "allowed"; readonly amount: number; readonly unit: SlaUnit }
  | {
      readonly code: "extended";
      readonly extension: string;
      readonly at: Instant;
      readonly from: number;
      readonly fromUnit: SlaUnit;
      readonly to: number;
      readonly toUnit: SlaUnit;
      readonly role: string | null;
      readonly approvedBy: string | null;
      readonly notifiedAt: Instant | null;
      readonly reason: string | null;
    }
  | {
      readonly code: "paused";
      readonly reason: string;
      readonly from: Instant;
      readonly to: Instant | null;
    }
  | {
      readonly code: "pause-not-counted";
      readonly reason: string;
      readonly from: Instant;
      readonly because: PauseWithoutEffect;
    }
  | { readonly code: "paused-time"; readonly amount: number; readonly unit: SlaMeasure }
  | { readonly code: "holiday-skipped"; readonly date: LocalDate; readonly name: string; readonly provisional: boolean }
  | { readonly code: "weekends-skipped"; readonly dates: readonly LocalDate[] }
  | { readonly code: "make-up-day-counted"; readonly date: LocalDate }
  | { readonly code: "rolled"; readonly from: LocalDate; readonly to: LocalDate; readonly roll: SlaRoll }
  | { readonly code: "due"; readonly date: LocalDate; readonly at: Instant; readonly provisional: boolean }
  | { readonly code: "due-not-before"; readonly date: LocalDate | null; readonly calendar: string }
  | { readonly code: "at-risk"; readonly date: LocalDate; readonly at: Instant }
  | {
      readonly code: "ended";
      readonly by: SlaEnd;
      readonly at: Instant;
      readonly date: LocalDate;
    }
  | { readonly code: "ended-early"; readonly by: SlaEnd; readonly amount: number; readonly unit: SlaUnit }
  | { readonly code: "ended-on-the-spot"; readonly at: Instant };

/** Two or more days of a holiday in a row, first and last inclusive. */
export interface SlaHolidaysLine {
  readonly code: "holidays-skipped";
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly days: number;
  readonly name: string;
  readonly provisional: boolean;
}

/** Codes of the explanation lines, for labels. */
export type SlaExplanationCode = SlaExplanationLine["code"];

/** An extension that was granted. */
export interface GrantedExtension {
  /** Id of the rule. */
  readonly extension: string;
  /** When it took effect: the approval, or the later notice to the customer where the rule requires it. */
  readonly at: Instant;
  /** New length of the limit from the stage's start. */
  readonly to: number;
  /** Unit of `to`. */
  readonly unit: SlaUnit;
}

/** An extension that could still be granted, and what it needs. */
export interface PossibleExtension {
  /** Id of the rule. */
  readonly extension: string;
  /** The longest limit it can give, from the stage's start; the normal one, when it is not capped. */
  readonly to: number;
  /** Whether `to` is the most; if not, an event may ask for more, which is granted and reported. */
  readonly capped: boolean;
  /** Unit of `to`. */
  readonly unit: SlaUnit;
  /** Role that must approve; null when the rule requires nobody. */
  readonly role: string | null;
  /** Whether the customer must be told. */
  readonly notifyCustomer: boolean;
}

/** A step of the ladder with its moment, as things stand. */
export interface SlaEscalation {
  /** Id of the step. */
  readonly step: string;
  /** Local date of `at`. */
  readonly date: LocalDate;
  /** When the step is reached. */
  readonly at: Instant;
  /** When the alert goes out: `at`, or the end of the quiet hours. */
  readonly alertAt: Instant;
  /** Who is to be alerted; empty when the policy does not say. */
  readonly notify: readonly string[];
}

/** An end of a stage that a re-opening has undone. */
export interface SlaEarlierEnd {
  readonly by: SlaEnd;
  readonly at: Instant;
  /** The state the stage had ended in. */
  readonly state: SlaState;
  /** The due moment then; null when that is not known. */
  readonly dueAt: Instant | null;
  readonly reopenedAt: Instant;
}

/** A due date and its last second. */
export interface SlaDue {
  readonly date: LocalDate;
  /** Last whole second in time, inclusive. */
  readonly at: Instant;
}

/** One stage of one clock, at the requested moment. */
export interface StageResult {
  /** Id of the clock. */
  readonly clock: string;
  /** Id of the stage. */
  readonly stage: string;
  readonly basis: SlaBasis;
  /** 1, and one more for each re-opening that began a new cycle. */
  readonly cycle: number;
  readonly state: SlaState;
  /** What started the limit (receipt, end of another stage, new facts or a re-opening); null when not started. */
  readonly start: Instant | null;
  /**
   * The day the start counts on, after cut-off: day 0, or day 1 when the start day counts. Null when not started or not
   * known.
   */
  readonly startDate: LocalDate | null;
  /** Last day of the limit; null when not started, paused or undetermined. */
  readonly dueDate: LocalDate | null;
  /** Last whole second of the limit, inclusive; null when `dueDate` is. */
  readonly dueAt: Instant | null;
  /**
   * For a due date beyond the calendar's data, the day it is not before; null otherwise, or when nothing can be said.
   */
  readonly notBefore: LocalDate | null;
  /** For a paused stage: what would be due if it resumed now; null otherwise, or when the calendar cannot say. */
  readonly dueIfResumedNow: SlaDue | null;
  /** When an event ended the stage, or the case was withdrawn or merged; null while open. */
  readonly endedAt: Instant | null;
  /** What ended it; null while open. */
  readonly endedBy: SlaEnd | null;
  /** Ends that re-openings have undone, oldest first; those of a stage that begins new cycles are results of their own. */
  readonly earlierEnds: readonly SlaEarlierEnd[];
  /** Whether the answer was given on the spot; null while open, when it ended without an answer, and when the rule does not prefer it. */
  readonly onTheSpot: boolean | null;
  /** Length of the limit as extended. */
  readonly amount: number;
  /** Unit of `amount`. */
  readonly unit: SlaUnit;
  /** Unit of `allowed`, `elapsed` and `remaining`, which are whole; elapsed time is rounded down. */
  readonly measure: SlaMeasure;
  /** Length of the limit in `measure`, roll included and pauses left out; null when no due date is known. */
  readonly allowed: number | null;
  /** Time used so far, or up to the end, pauses left out; null when not started or not known. */
  readonly elapsed: number | null;
  /** `allowed - elapsed`, negative once overdue; null when either is. */
  readonly remaining: number | null;
  /**
   * `elapsed / allowed`, above 1 once overdue; null when either is, or `allowed` is 0. Rounded down to four decimals,
   * whereas other rates are rounded half-even: a running clock never shows a share it has not used up yet.
   */
  readonly usedShare: DecimalString | null;
  /** Whether it is open, not past due, and has reached the point from which its rule counts it as at risk. */
  readonly atRisk: boolean;
  /**
   * The date it became at risk, or will; null when the rule names none, the due date is not known, the stage ended
   * before, or an open pause may still move it.
   */
  readonly atRiskDate: LocalDate | null;
  /** The first second of being at risk; null when `atRiskDate` is. */
  readonly atRiskAt: Instant | null;
  /**
   * Steps of the ladder in the order in which they are reached, past and to come. For an ended stage, those reached
   * up to its end; for a paused one, those reached so far.
   */
  readonly escalations: readonly SlaEscalation[];
  /** The first of them after now; null when there is none. */
  readonly nextEscalation: SlaEscalation | null;
  readonly extensions: readonly GrantedExtension[];
  /** Extensions that could be granted now; empty once ended, and when the time for them has passed. */
  readonly possibleExtensions: readonly PossibleExtension[];
  /** Whether the start or the due date rests on calendar days that are not final yet. */
  readonly provisional: boolean;
  /** The reasons, in the order in which they matter. */
  readonly explanation: readonly SlaExplanationLine[];
}

/** The deadlines of one case at one moment. */
export interface SlaResult {
  /**
   * The open stage that is due first, overdue ones included; paused ones by what would be due now. A stage without a
   * due date is given only when no other is open. Null when nothing is open.
   */
  readonly next: StageResult | null;
  /** Every stage of every clock, in the order of the policy. */
  readonly stages: readonly StageResult[];
  /** A policy not in force on the day of receipt, issues with individual events, and which stages could not be determined. */
  readonly issues: readonly Issue[];
  /** The policy, as it was used. */
  readonly policy: SlaVersion & { readonly status: PolicyStatus };
  /** The calendar, as it was used; null when no stage needs one. */
  readonly calendar: SlaVersion | null;
  /** Id of the earlier case this one was merged into; null when it was not, or was taken up again since. */
  readonly mergedInto: string | null;
  /** The moment for which the result holds, in the policy's zone. */
  readonly now: Instant;
}

import type { DecimalString, Policy, ZoneId } from "../core/index.ts";
import type { SlaScope } from "./scope.ts";

/** Ids of the stages of the shipped policies. */
export const SLA_STAGE_IDS = ["acknowledge", "handle", "reply", "final"] as const;

/** Ids of the stages of the shipped policies; a house policy may use ids of its own. */
export type SlaStageId = (typeof SLA_STAGE_IDS)[number];

/** Who may set a clock. */
export const SLA_BASES = ["internal", "statutory"] as const;

/** Who set a clock: the bank itself, or a law or regulator. */
export type SlaBasis = (typeof SLA_BASES)[number];

/** Ids of the clocks of the shipped policies: each is named after who set it. */
export const SLA_CLOCK_IDS: typeof SLA_BASES = SLA_BASES;

/** Ids of the clocks of the shipped policies. */
export type SlaClockId = (typeof SLA_CLOCK_IDS)[number];

/** Ids of the extensions of the shipped policies. */
export const SLA_EXTENSION_IDS = [
  "special-case",
  "complex",
  "especially-complex",
  "interim-reply",
  "holding-reply",
  "provisional-credit",
] as const;

/** Ids of the extensions of the shipped policies. */
export type SlaExtensionId = (typeof SLA_EXTENSION_IDS)[number];

/** Ids of the reasons for which a clock of the shipped policies does not run. */
export const SLA_PAUSE_REASONS = ["outside-appraisal"] as const;

/** Ids of the reasons for which a clock of the shipped policies does not run. */
export type SlaPauseReason = (typeof SLA_PAUSE_REASONS)[number];

/** Roles whose approval the shipped policies require. */
export const SLA_ROLES = [
  "department-in-charge",
  "superior-or-head-office-senior-management",
  "head-of-complaint-handling",
] as const;

/** Roles whose approval the shipped policies require. */
export type SlaRole = (typeof SLA_ROLES)[number];

/** Units of elapsed and remaining time. */
export const SLA_MEASURES = ["calendar-day", "working-day", "working-minute"] as const;

/** The unit of elapsed and remaining time: a limit in weeks or months is measured in calendar days. */
export type SlaMeasure = (typeof SLA_MEASURES)[number];

/** Units a time limit may be written in. */
export const SLA_UNITS = [...SLA_MEASURES, "week", "month"] as const;

/**
 * The unit a time limit is written in. Weeks and months run on the civil calendar: a month ends on the corresponding
 * day, or on the last day of a shorter month.
 */
export type SlaUnit = (typeof SLA_UNITS)[number];

/** How far into its last day a limit may reach. */
export const SLA_ENDS_OF = ["day", "close-of-business", "same-time"] as const;

/**
 * How far into its last day a limit reaches: to the last second of the local day, to the close of business of that
 * day, or to the time of day at which it started (the only form for working minutes).
 */
export type SlaEndOf = (typeof SLA_ENDS_OF)[number];

/** What may happen to a last day that is not a working day. */
export const SLA_ROLLS = ["none", "following", "preceding"] as const;

/**
 * What happens when the last day is not a working day: it stays, or moves to the next working day or to the last one
 * before. A last day that would move to before the start of its limit stays where it is.
 */
export type SlaRoll = (typeof SLA_ROLLS)[number];

/** Events that can end a stage. */
export const SLA_ENDING_EVENTS = ["acknowledged", "resolved", "replied", "accepted", "reassigned"] as const;

/** An event that can end a stage. */
export type SlaEndingEvent = (typeof SLA_ENDING_EVENTS)[number];

/** The states a stage may be in. */
export const SLA_STATES = [
  "not-started",
  "running",
  "paused",
  "met",
  "met-late",
  "breached",
  "withdrawn",
  "undetermined",
] as const;

/**
 * The state of one stage of one clock.
 *
 * `not-started`: what it runs from has not happened. `running`: open and not past its due moment. `paused`: does not
 * run. `met` and `met-late`: ended in time or late. `breached`: past due and still open, or past due when the case was
 * withdrawn or merged. `withdrawn`: the case was withdrawn in time, or merged into an earlier one (`endedBy` says
 * which). `undetermined`: the due date needs a day for which there is no calendar data.
 */
export type SlaState = (typeof SLA_STATES)[number];

/** What a re-opening may do to a stage that had ended. */
export const SLA_REOPEN_RULES = ["resume", "restart", "new-cycle"] as const;

/**
 * What taking a case up again does to a stage that had ended (重新受理).
 *
 * `resume`: the limit continues where it stopped; the time between is left out like a pause, so a stage that had ended
 * late is past due at once. `restart`: the limit starts again on the day of the re-opening, without its extensions; the
 * previous end is kept in `earlierEnds`. `new-cycle`: the limit starts again likewise, and the stage as it ended before
 * remains a result of its own.
 */
export type SlaReopenRule = (typeof SLA_REOPEN_RULES)[number];

/** What a merger into an earlier case may do to a stage. */
export const SLA_MERGE_RULES = ["ends", "ends-before-due"] as const;

/**
 * What joining a case to an earlier one as a duplicate does to a stage (合并办理): it ends that day, as with a withdrawal,
 * because the clock of the earlier case counts for both; always, or only while it is not past due.
 */
export type SlaMergeRule = (typeof SLA_MERGE_RULES)[number];

/** A share of the limit used up. */
export interface SlaUsedShare {
  readonly at: "used-share";
  /** More than 0 up to 1, at most four fraction digits: `"0.5"` is half of the time allowed. */
  readonly share: DecimalString;
}

/** Some time before the due moment, counted back on the calendar. */
export interface SlaBeforeDue {
  readonly at: "before-due";
  /** Whole number from 1. */
  readonly amount: number;
  readonly unit: SlaMeasure;
}

/**
 * A point on the way to the due moment. For limits in days, a used share is reached in the first second of a day; a
 * point some days before a due date is the first second of that day, or the same time of day for a limit to the same
 * time. It is never before the start of the limit.
 */
export type SlaThreshold = SlaUsedShare | SlaBeforeDue;

/** When a step of the ladder is reached: a point on the way, the first second past due, or some time after due. */
export type SlaEscalationTime =
  | SlaThreshold
  | { readonly at: "breach" }
  | { readonly at: "after-due"; readonly amount: number; readonly unit: SlaMeasure };

/** One step of an escalation ladder (升级阶梯). */
export interface SlaEscalationStep {
  /** Unique within its stage. */
  readonly id: string;
  readonly when: SlaEscalationTime;
  /** Who is to be alerted, as the bank's own roles or ids; left to the desk by default. */
  readonly notify?: readonly string[];
  /** Whether the alert goes out in quiet hours too. Default false. */
  readonly urgent?: boolean;
}

/** The hours in which nobody is alerted (静默时段), in the zone of the policy; alerts wait for their end. */
export interface SlaQuietHours {
  /** Local time `hh:mm`, inclusive. */
  readonly from: string;
  /** Local time `hh:mm`, exclusive; earlier than `from` when the hours run past midnight. */
  readonly to: string;
  /** Whether days off in the policy's calendar are quiet all day. Default false. */
  readonly daysOff?: boolean;
}

/** By how much a limit may be lengthened, and what that requires (延期). */
export interface SlaExtensionRule {
  /** Name of the extension within its stage; an `extended` event names it when a stage has several. */
  readonly id: string;
  /** Lengthens to this amount, counted from the stage's own start. Exactly one of `to` and `add` is given. */
  readonly to?: number;
  /** Lengthens by this amount. */
  readonly add?: number;
  /**
   * Unit of `to` and `cap`, when the extension is written in a different unit from the stage; `add` needs the same
   * unit.
   */
  readonly unit?: SlaUnit;
  /**
   * The limit never grows beyond this amount, counted from the stage's own start. Left out where the rule only says
   * what is normal: then `to` is given, an event may ask for more, and that is granted and reported.
   */
  readonly cap?: number;
  /** Role that must approve. Default none. */
  readonly role?: string;
  /** Whether the extension takes effect only once the customer has been told. */
  readonly notifyCustomer: boolean;
  /** Whether it must be approved (and the customer told, where that is required) no later than the due moment. */
  readonly beforeExpiryOnly: boolean;
  /** How often it may be used on one limit; 1 or more. */
  readonly times: number;
  /** Id of the extension that must have been granted before this one. */
  readonly after?: string;
}

/** A kind of interval that does not count (不计入期限). */
export interface SlaPauseRule {
  /** Reason a `paused` event gives. */
  readonly reason: string;
  /** Whether the interval is left out only once the customer has been told. */
  readonly notifyCustomer: boolean;
}

/** An event that ends a stage if it comes early, and does nothing if not (提前办结). */
export interface SlaEarlyEnd {
  /** An event that does not end the stage by itself. */
  readonly by: SlaEndingEvent;
  /** How early: up to the end of this limit, counted from the stage's own start. A whole number from 1. */
  readonly amount: number;
  readonly unit: SlaUnit;
  /** How far into its last day it reaches. Default as the stage itself. */
  readonly endOf?: SlaEndOf;
}

/** One limit of a clock: from when, how long, ended by what (阶段时限). */
export interface SlaStage {
  /** Unique within its clock. */
  readonly id: string;
  /** `"start"`: receipt of the case; or the id of another stage of the clock, whose end starts this one. */
  readonly from: string;
  /** Length of the limit, in `unit`; a whole number from 1. */
  readonly amount: number;
  readonly unit: SlaUnit;
  /** Whether the day of the start is the first day of the limit; if false, it is day 0. */
  readonly startDayCounts: boolean;
  /**
   * Local time `hh:mm` up to which (inclusive) a start on a working day counts on that day. A later start, and any
   * start on a day that is not worked, counts as a start on the next working day. By default a start counts on its own
   * day, worked or not.
   */
  readonly cutOff?: string;
  readonly endOf: SlaEndOf;
  readonly roll: SlaRoll;
  /**
   * Events that end the stage; the first of them that is not before the start ends it. One event may end a stage and
   * the stage that runs from it.
   */
  readonly satisfiedBy: readonly SlaEndingEvent[];
  /**
   * What makes the rest of the stage unnecessary: closed within five days, a complaint needs no written answer. Pauses
   * count as they do for the stage. A calendar or working hours that only the early end needs may be left out; then an
   * event that might end the stage early is reported and does not. Default none.
   */
  readonly earlyEnd?: SlaEarlyEnd;
  /**
   * Whether the rule prefers an answer on the spot where that is possible (当场解决). This is a preference, not a limit:
   * the result says whether it was met, and nothing is breached if not.
   */
  readonly preferOnTheSpot?: boolean;
  /** Default none: the limit cannot be extended. */
  readonly extensions?: readonly SlaExtensionRule[];
  /** Intervals that do not count. Default none. */
  readonly pauses?: readonly SlaPauseRule[];
  /** Events on whose day the limit starts again, without its extensions. Default none. */
  readonly restartedBy?: readonly "new-facts"[];
  /** What a re-opening does once the stage has ended; by default it stays ended. */
  readonly reopen?: SlaReopenRule;
  /** What a merger into an earlier case does; by default the stage goes on. */
  readonly merge?: SlaMergeRule;
  /** When an open stage starts to count as at risk (预警). Default never. */
  readonly atRisk?: SlaThreshold;
  /** The escalation ladder, in any order. Default none. */
  readonly escalations?: readonly SlaEscalationStep[];
}

/** What the first day of a policy may be. */
export const SLA_SINCE = ["in-force", "seen"] as const;

/**
 * What the first day of a policy is: the day on which its rule came into force, or that of the oldest text of it that was
 * read, so that nothing is known of the days before.
 */
export type SlaSince = (typeof SLA_SINCE)[number];

/** The legal text a clock follows, and how certain its reading is. */
export interface SlaAuthority {
  /** Title of the instrument in its own language, with number and date as far as known. */
  readonly instrument: string;
  /** Article, section or rule that sets the limits; absent when the source seen does not number it. */
  readonly article?: string;
  /** How certain the numbers and their reading are, in words. */
  readonly confidence: string;
  /** That this is not legal advice. */
  readonly disclaimer: string;
}

/** One clock of a case: its stages and who set them. */
export interface SlaClock {
  /** Unique within the policy. */
  readonly id: string;
  readonly basis: SlaBasis;
  /** At least one. */
  readonly stages: readonly SlaStage[];
  /** Given for a clock that follows a law or regulation. */
  readonly authority?: SlaAuthority;
}

/**
 * The deadlines of one kind of case, as data (时限政策). All clocks start with the receipt of the case and are kept
 * separate in the result.
 */
export interface SlaPolicy extends Policy {
  /** What the policy is for, asked by `policiesFor`. Left out, it is for whatever the caller gives it to. */
  readonly appliesTo?: SlaScope;
  /** What `effectiveFrom` is. Default `in-force`. With `seen`, `policiesFor` does not say of an earlier day that the policy is not for it. */
  readonly since?: SlaSince;
  /** Zone of receipt, days and due moments. */
  readonly zone: ZoneId;
  /** Id of the working calendar; looked up among the calendars given to the evaluation. */
  readonly calendar: string;
  /** Id of the working hours, for limits in working minutes or to the close of business. */
  readonly hours?: string;
  /** At least one. */
  readonly clocks: readonly SlaClock[];
  /** When alerts of the escalation ladders wait. Default never. */
  readonly quietHours?: SlaQuietHours;
  /** What the sources leave open and this policy reads into them, one sentence each. */
  readonly readings?: readonly string[];
}

/** Which version of a policy or calendar a result was computed with. */
export interface SlaVersion {
  readonly id: string;
  readonly version: string;
}

/** What can be wrong with the meaning of a policy whose shape is right. */
export const INVALID_SLA_POLICY_REASONS = [
  "not-a-time",
  "not-a-whole-number",
  "not-a-share",
  /** An id, or the reason of a pause, that an earlier one of the list has. */
  "used-twice",
  /** An id that stands for the receipt. */
  "reserved",
  "no-such-stage",
  "no-such-extension",
  /** Stages that run from each other. */
  "circle",
  /** Quiet hours that begin and end at the same time. */
  "same-as-from",
  "to-and-add",
  "no-to-or-add",
  /** An extension by an amount, without an end. */
  "no-cap",
  "beyond-cap",
  /** An early end no earlier than the limit itself. */
  "not-shorter",
  /** An extension to no more than the limit it extends. */
  "not-longer",
  /** An extension to a fixed length, allowed several times. */
  "used-once",
  "other-unit",
  "unit-mix",
  "hours-missing",
  /** A stage that goes on after a re-opening, though it runs from another. */
  "cannot-resume",
  /** Another rule for a re-opening than that of the stage it runs from. */
  "not-as-before",
  "no-first-day",
  "no-cut-off",
  /** Working minutes that end at another point than a moment. */
  "not-same-time",
  "no-roll",
] as const;

/** What is wrong with the meaning of a policy whose shape is right. */
export type InvalidSlaPolicyReason = (typeof INVALID_SLA_POLICY_REASONS)[number];

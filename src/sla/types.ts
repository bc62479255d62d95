import type { DecimalString, Instant, Issue, LocalDate, Policy, PolicyStatus, ZoneId } from "../core/index.ts";
import type { WorkingCalendar, WorkingHours } from "../calendar/index.ts";

/** Ids of the stages of the shipped policies; a house policy may use ids of its own. */
export type SlaStageId = "acknowledge" | "handle" | "reply" | "final";

/** Ids of the clocks of the shipped policies. */
export type SlaClockId = "internal" | "statutory";

/** Ids of the extensions of the shipped policies. */
export type SlaExtensionId =
  "special-case" | "complex" | "especially-complex" | "interim-reply" | "holding-reply" | "provisional-credit";

/** Ids of the reasons for which a clock of the shipped policies stands still. */
export type SlaPauseReason = "outside-appraisal";

/** Roles whose approval the shipped policies ask for. */
export type SlaRole =
  "department-in-charge" | "superior-or-head-office-senior-management" | "head-of-complaint-handling";

/** Who set a clock: the bank itself, or a law or regulator. */
export type SlaBasis = "internal" | "statutory";

/**
 * The unit a time limit is written in. Weeks and months run on the civil calendar: a month ends on the corresponding
 * day, or on the last day of a shorter month.
 */
export type SlaUnit = "calendar-day" | "working-day" | "working-minute" | "week" | "month";

/** The unit elapsed and remaining time is told in: a limit in weeks or months is told in calendar days. */
export type SlaMeasure = "calendar-day" | "working-day" | "working-minute";

/**
 * How far into its last day a limit reaches: to the last second of the local day, to the close of business of that
 * day, or to the time of day at which it started (the only form for working minutes).
 */
export type SlaEndOf = "day" | "close-of-business" | "same-time";

/**
 * What happens when the last day is no working day: it stays, or moves to the next or to the last working day before.
 * A last day that would move to before the start of its limit stays.
 */
export type SlaRoll = "none" | "following" | "preceding";

/** Events that can end a stage. */
export type SlaEndingEvent = "acknowledged" | "resolved" | "replied" | "reassigned";

/** Everything that can happen to a case, as far as clocks care. */
export type SlaEventType =
  | "received"
  | "acknowledged"
  | "paused"
  | "resumed"
  | "extended"
  | "new-facts"
  | "resolved"
  | "replied"
  | "withdrawn"
  | "re-opened"
  | "merged"
  | "reassigned";

/**
 * The state of one stage of one clock.
 *
 * `not-started`: what it runs from has not happened. `running`: open and not past its due moment. `paused`: stands
 * still. `met` and `met-late`: ended in time or after. `breached`: past due and still open, or past due when the case
 * was withdrawn or merged. `withdrawn`: the case was withdrawn in time, or merged into an earlier one (`endedBy` says which). `undetermined`: the due date needs a day no calendar data exists for.
 */
export type SlaState =
  "not-started" | "running" | "paused" | "met" | "met-late" | "breached" | "withdrawn" | "undetermined";

/**
 * What taking a case up again does to a stage that had ended (重新受理).
 *
 * `resume`: the limit goes on where it stood; the time between is left out like a pause, so what had ended late is past
 * due at once. `restart`: the limit begins anew on the day of the re-opening, extensions forgotten; the end before is
 * kept in `earlierEnds`. `new-cycle`: likewise, and the stage as it ended before stays a result of its own.
 */
export type SlaReopenRule = "resume" | "restart" | "new-cycle";

/**
 * What joining a case to an earlier one as a duplicate does to a stage (合并办理): it ends that day, as by a withdrawal,
 * because the clock of the earlier case stands for both; always, or only while it is not past due.
 */
export type SlaMergeRule = "ends" | "ends-before-due";

/** A part of the limit, used up. */
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
 * A point on the way to the due moment. On limits in days a used share is reached on the first second of a day; so many
 * days before a due date is the first second of that day, or the same time of day for a limit to the same time. It is
 * never before the start of the limit.
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
  /** Who is to be alerted, as roles or ids of the bank's own; left out: whoever the desk decides. */
  readonly notify?: readonly string[];
  /** Whether the alert goes out in quiet hours too; left out: no. */
  readonly urgent?: boolean;
}

/** The hours in which nobody is alerted (静默时段), in the zone of the policy; alerts wait for their end. */
export interface SlaQuietHours {
  /** Local time `hh:mm`, inclusive. */
  readonly from: string;
  /** Local time `hh:mm`, exclusive; earlier than `from` when the hours reach over midnight. */
  readonly to: string;
  /** Whether days off of the policy's calendar are quiet as a whole; left out: no. */
  readonly daysOff?: boolean;
}

/** By how much a limit may be lengthened, and what that needs (延期). */
export interface SlaExtensionRule {
  /** Name of the extension within its stage; an `extended` event names it where a stage has several. */
  readonly id: string;
  /** Lengthens to this amount, counted from the stage's own start. Exactly one of `to` and `add` is given. */
  readonly to?: number;
  /** Lengthens by this amount. */
  readonly add?: number;
  /** Unit of `to` and `cap`, where the extension is written in another unit than the stage; `add` needs the same unit. */
  readonly unit?: SlaUnit;
  /** The limit never grows beyond this amount, counted from the stage's own start. */
  readonly cap: number;
  /** Role that must approve; left out when the rule asks for nobody. */
  readonly role?: string;
  /** Whether the extension holds only once the customer has been told. */
  readonly notifyCustomer: boolean;
  /** Whether it must be approved (and the customer told, where that is asked) no later than the due moment. */
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

/** One limit of a clock: from when, how long, ended by what (阶段时限). */
export interface SlaStage {
  /** Unique within its clock. */
  readonly id: string;
  /** `"start"`: receipt of the case; or the id of another stage of the clock, whose end starts this one. */
  readonly from: string;
  /** Length of the limit, in `unit`; a whole number from 1. */
  readonly amount: number;
  readonly unit: SlaUnit;
  /** Whether the day of the start is the first day of the limit; false: it is day 0. */
  readonly startDayCounts: boolean;
  /**
   * Local time `hh:mm` up to which (inclusive) a start on a working day counts on that day. A later start, and any
   * start on a day that is not worked, counts as a start on the next working day. Left out: a start counts on its own
   * day, worked or not.
   */
  readonly cutOff?: string;
  readonly endOf: SlaEndOf;
  readonly roll: SlaRoll;
  /**
   * Events that end the stage; the first of them does that is not before the start. One event may end a stage and the
   * stage that runs from it.
   */
  readonly satisfiedBy: readonly SlaEndingEvent[];
  /**
   * Whether the rule asks for an answer on the spot where that is possible (当场解决). It is a wish, not a limit: the
   * result tells whether it was so, and nothing is breached if not.
   */
  readonly preferOnTheSpot?: boolean;
  /** Left out: the limit cannot be extended. */
  readonly extensions?: readonly SlaExtensionRule[];
  /** Intervals that do not count; left out: there are none. */
  readonly pauses?: readonly SlaPauseRule[];
  /** Events on whose day the limit begins anew, extensions forgotten; left out: none. */
  readonly restartedBy?: readonly "new-facts"[];
  /** What a re-opening does once the stage has ended; left out: it stays ended. */
  readonly reopen?: SlaReopenRule;
  /** What a merger into an earlier case does; left out: the stage goes on. */
  readonly merge?: SlaMergeRule;
  /** From when on an open stage counts as at risk (预警); left out: never. */
  readonly atRisk?: SlaThreshold;
  /** The escalation ladder, in any order; left out: there is none. */
  readonly escalations?: readonly SlaEscalationStep[];
}

/** The legal text a clock follows, and how sure its reading is. */
export interface SlaAuthority {
  /** Title of the instrument in its own language, with number and date as far as known. */
  readonly instrument: string;
  /** Article, section or rule the limits stand in; left out where the source seen does not number it. */
  readonly article?: string;
  /** How sure the numbers and their reading are, in words. */
  readonly confidence: string;
  /** That this is no legal advice. */
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
 * The deadlines of one kind of case, as data (时限政策). All clocks start with the receipt of the case and are told
 * apart in the result.
 */
export interface SlaPolicy extends Policy {
  /** Zone in which receipt, days and due moments are told. */
  readonly zone: ZoneId;
  /** Id of the working calendar; looked up among the calendars given to the evaluation. */
  readonly calendar: string;
  /** Id of the working hours, for limits in working minutes or to the close of business. */
  readonly hours?: string;
  /** At least one. */
  readonly clocks: readonly SlaClock[];
  /** When alerts of the escalation ladders wait; left out: never. */
  readonly quietHours?: SlaQuietHours;
  /** What the sources leave open and this policy reads into them, one sentence each. */
  readonly readings?: readonly string[];
}

/** What every event has. */
export interface SlaEventBase {
  /** When it happened; whole seconds count, fractions are rounded down. */
  readonly at: Instant;
  /** Identity in the system it comes from: named by issues; the same event delivered twice counts once. */
  readonly id?: string;
}

/** The case was received: every clock starts (受理). */
export interface ReceivedEvent extends SlaEventBase {
  readonly type: "received";
}
/** The receipt was confirmed to the customer. */
export interface AcknowledgedEvent extends SlaEventBase {
  readonly type: "acknowledged";
}
/** Something the bank waits for began; stops the stages whose rule knows the reason. */
export interface PausedEvent extends SlaEventBase {
  readonly type: "paused";
  /** Reason id of a {@link SlaPauseRule}. */
  readonly reason: string;
  /** When the customer was told. */
  readonly notifiedAt?: Instant;
}
/** It ended. */
export interface ResumedEvent extends SlaEventBase {
  readonly type: "resumed";
  /** The reason that ended; left out: every open one. */
  readonly reason?: string;
}
/** A limit was lengthened (延期). */
export interface ExtendedEvent extends SlaEventBase {
  readonly type: "extended";
  /** Clock it is meant for; left out: every clock that has the extension. */
  readonly clock?: string;
  /** Stage it is meant for; left out: every stage that has the extension. */
  readonly stage?: string;
  /** Id of the {@link SlaExtensionRule}; left out: the stage's only one. */
  readonly extension?: string;
  /** New length from the stage's start, when less than the rule allows was granted; left out: all the rule allows. */
  readonly to?: number;
  /** Role that approved, as the rule names it. */
  readonly approvedByRole?: string;
  /** Who approved, as an id; repeated in the explanation. */
  readonly approvedBy?: string;
  /** When the customer was told. */
  readonly notifiedAt?: Instant;
  /** Why, as a code of the bank's own; repeated in the explanation. */
  readonly reason?: string;
}
/** The customer brought new facts or reasons. */
export interface NewFactsEvent extends SlaEventBase {
  readonly type: "new-facts";
}
/** The matter was dealt with inside the bank (处理完成). */
export interface ResolvedEvent extends SlaEventBase {
  readonly type: "resolved";
}
/** The customer was answered (回复客户). */
export interface RepliedEvent extends SlaEventBase {
  readonly type: "replied";
  /** Whether that was done on the spot, with the customer still there (当场). */
  readonly onTheSpot?: boolean;
}
/** The customer withdrew the case: clocks stop that day (撤回). */
export interface WithdrawnEvent extends SlaEventBase {
  readonly type: "withdrawn";
}
/** A case that had ended was taken up again (重新受理). */
export interface ReopenedEvent extends SlaEventBase {
  readonly type: "re-opened";
}
/** The case was joined to an earlier one as a duplicate (合并办理). */
export interface MergedEvent extends SlaEventBase {
  readonly type: "merged";
  /** Id of the earlier case. */
  readonly into: string;
}
/** Another person or desk took over; changes no clock, unless a stage says that it ends with it. */
export interface ReassignedEvent extends SlaEventBase {
  readonly type: "reassigned";
  /** Id of the new owner. */
  readonly to?: string;
}

/** One thing that happened to a case. */
export type SlaEvent =
  | ReceivedEvent
  | AcknowledgedEvent
  | PausedEvent
  | ResumedEvent
  | ExtendedEvent
  | NewFactsEvent
  | ResolvedEvent
  | RepliedEvent
  | WithdrawnEvent
  | ReopenedEvent
  | MergedEvent
  | ReassignedEvent;

/** What ended a stage: an event of its rule, a withdrawal, or a merger into an earlier case. */
export type SlaEnd = SlaEndingEvent | "withdrawn" | "merged";

/** What an evaluation needs besides policy and events. */
export interface SlaContext {
  /** The moment to tell the state at; events after it do not count. */
  readonly now: Instant;
  /** Calendars, of which the policy names one by id; ids must differ. */
  readonly calendars: readonly WorkingCalendar[];
  /** Working hours, of which the policy may name one by id. */
  readonly hours?: readonly WorkingHours[];
  /** False leaves `explanation` empty, for batches that only want states. */
  readonly explain?: boolean;
}

/** Why a pause changed nothing: the rule asks that the customer be told, it began after the due moment, or the clock has no rule for its reason. */
export type PauseWithoutEffect = "customer-not-told" | "after-due" | "no-rule";

/**
 * One line of the reasons for a due date and a state, as data; words are the business of labels. Dates are local to
 * the policy's zone, moments carry its offset.
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
  | { readonly code: "ended-on-the-spot"; readonly at: Instant };

/** Codes of the explanation lines, for labels. */
export type SlaExplanationCode = SlaExplanationLine["code"];

/** An extension that was granted. */
export interface GrantedExtension {
  /** Id of the rule. */
  readonly extension: string;
  /** When it took effect: the approval, or the later telling of the customer where the rule asks for it. */
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
  /** The longest limit it can give, from the stage's start. */
  readonly to: number;
  /** Unit of `to`. */
  readonly unit: SlaUnit;
  /** Role that must approve; null when the rule asks for nobody. */
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
  /** Who is to be alerted; empty where the policy does not say. */
  readonly notify: readonly string[];
}

/** An end of a stage that a re-opening has undone. */
export interface SlaEarlierEnd {
  readonly by: SlaEnd;
  readonly at: Instant;
  /** The state the stage had ended in. */
  readonly state: SlaState;
  /** What was due then; null where that is not known. */
  readonly dueAt: Instant | null;
  readonly reopenedAt: Instant;
}

/** A due date and the last second of it. */
export interface SlaDue {
  readonly date: LocalDate;
  /** Last whole second in time, inclusive. */
  readonly at: Instant;
}

/** One stage of one clock, at the moment asked for. */
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
  /** The day the start counts on, after cut-off: day 0, or day 1 where the start day counts. Null when not started or not known. */
  readonly startDate: LocalDate | null;
  /** Last day of the limit; null when not started, paused or undetermined. */
  readonly dueDate: LocalDate | null;
  /** Last whole second of the limit, inclusive; null with `dueDate`. */
  readonly dueAt: Instant | null;
  /** Where the due date lies beyond the calendar's data: it is not before this day. Null otherwise, or when nothing can be said. */
  readonly notBefore: LocalDate | null;
  /** For a paused stage: what would be due if it went on now; null otherwise, or when the calendar cannot say. */
  readonly dueIfResumedNow: SlaDue | null;
  /** When an event ended the stage, or the case was withdrawn or merged; null while open. */
  readonly endedAt: Instant | null;
  /** What ended it; null while open. */
  readonly endedBy: SlaEnd | null;
  /** Ends that re-openings have undone, oldest first; those of a stage that begins new cycles are results of their own. */
  readonly earlierEnds: readonly SlaEarlierEnd[];
  /** Whether the answer was given on the spot; null while open, and where the rule does not ask for it. */
  readonly onTheSpot: boolean | null;
  /** Length of the limit as extended. */
  readonly amount: number;
  /** Unit of `amount`. */
  readonly unit: SlaUnit;
  /** Unit of `allowed`, `elapsed` and `remaining`, which are whole; elapsed time is rounded down. */
  readonly measure: SlaMeasure;
  /** Length of the limit in `measure`, roll included and pauses left out; null where no due date is known. */
  readonly allowed: number | null;
  /** Time used so far, or up to the end, pauses left out; null when not started or not known. */
  readonly elapsed: number | null;
  /** `allowed - elapsed`, negative once overdue; null where either is. */
  readonly remaining: number | null;
  /** `elapsed / allowed`, rounded down to four digits, above 1 once overdue; null where either is, or `allowed` is 0. */
  readonly usedShare: DecimalString | null;
  /** Whether it is open, not past due, and has reached the point from which its rule calls it at risk. */
  readonly atRisk: boolean;
  /**
   * The date it turned at risk, or will; null where the rule names none, the due date is not known, the stage ended
   * before, or a pause that lasts may still move it.
   */
  readonly atRiskDate: LocalDate | null;
  /** The first second of being at risk; null with `atRiskDate`. */
  readonly atRiskAt: Instant | null;
  /**
   * Steps of the ladder in the order in which they are reached, past and to come. Of an ended stage those reached
   * before its end, while paused those reached so far.
   */
  readonly escalations: readonly SlaEscalation[];
  /** The first of them after now; null when there is none. */
  readonly nextEscalation: SlaEscalation | null;
  readonly extensions: readonly GrantedExtension[];
  /** Extensions that could be granted now; empty once ended, and where the time for them has passed. */
  readonly possibleExtensions: readonly PossibleExtension[];
  /** Whether the start or the due date rests on calendar days that are not final yet. */
  readonly provisional: boolean;
  /** The reasons, in the order in which they matter. */
  readonly explanation: readonly SlaExplanationLine[];
}

/** Which version of a policy or calendar a result was computed with. */
export interface SlaVersion {
  readonly id: string;
  readonly version: string;
}

/** The deadlines of one case at one moment. */
export interface SlaResult {
  /**
   * The open stage that is due first, overdue ones included; paused ones by what would be due now. A stage without a
   * due date stands only where no other is open. Null when nothing is open.
   */
  readonly next: StageResult | null;
  /** Every stage of every clock, in the order of the policy. */
  readonly stages: readonly StageResult[];
  /** What is wrong with single events, and which stages could not be determined. */
  readonly issues: readonly Issue[];
  /** The policy, as it was used. */
  readonly policy: SlaVersion & { readonly status: PolicyStatus };
  /** The calendar, as it was used; null when no stage needs one. */
  readonly calendar: SlaVersion | null;
  /** Id of the earlier case this one was merged into; null when it was not, or was taken up again since. */
  readonly mergedInto: string | null;
  /** The moment the result holds at, in the policy's zone. */
  readonly now: Instant;
}

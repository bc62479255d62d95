import type { Instant } from "../core/index.ts";
import { SLA_ENDING_EVENTS } from "./policy-types.ts";

/**
 * Order in which simultaneous events happen (同一时刻的事件次序), the first in the list first. Events are sorted by moment, then
 * by this list, then by id, so the order in which they are given never matters.
 */
export const SLA_EVENT_ORDER = [
  "received",
  "re-opened",
  "acknowledged",
  "new-facts",
  "reassigned",
  "paused",
  "resumed",
  "extended",
  "resolved",
  "replied",
  "accepted",
  "withdrawn",
  "merged",
] as const;

/** Everything that can happen to a case, as far as clocks are concerned. */
export type SlaEventType = (typeof SLA_EVENT_ORDER)[number];

/** What every event has. */
export interface SlaEventBase {
  /** When it happened; whole seconds count, fractions are rounded down. */
  readonly at: Instant;
  /** Id in the system it comes from, named by issues; the same event delivered twice counts once. */
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

/** The bank began to wait for something; stops the stages that have a rule for the reason. */
export interface PausedEvent extends SlaEventBase {
  readonly type: "paused";
  /** Reason id of a {@link SlaPauseRule}. */
  readonly reason: string;
  /** When the customer was told, before or after it began; before the receipt of the case nobody was told of it. */
  readonly notifiedAt?: Instant;
}

/** The wait ended. */
export interface ResumedEvent extends SlaEventBase {
  readonly type: "resumed";
  /** The reason that ended. Default every open one. */
  readonly reason?: string;
}

/** A limit was lengthened (延期). */
export interface ExtendedEvent extends SlaEventBase {
  readonly type: "extended";
  /** Clock it is meant for. Default every clock that has the extension. */
  readonly clock?: string;
  /** Stage it is meant for. Default every stage that has the extension. */
  readonly stage?: string;
  /** Id of the {@link SlaExtensionRule}. Default the stage's only one. */
  readonly extension?: string;
  /** New length from the stage's start, when less than the rule allows was granted. Default all the rule allows. */
  readonly to?: number;
  /** Role that approved, as the rule names it. */
  readonly approvedByRole?: string;
  /** Who approved, as an id; repeated in the explanation. */
  readonly approvedBy?: string;
  /** When the customer was told; before the receipt of the case nobody was told of it. */
  readonly notifiedAt?: Instant;
  /** Why, as the bank's own code; repeated in the explanation. */
  readonly reason?: string;
}

/** The customer brought new facts or reasons. */
export interface NewFactsEvent extends SlaEventBase {
  readonly type: "new-facts";
}

/** The matter was dealt with inside the bank (处理完成); whether the customer knows is for other events to say. */
export interface ResolvedEvent extends SlaEventBase {
  readonly type: "resolved";
}

/** The customer was answered (回复客户). */
export interface RepliedEvent extends SlaEventBase {
  readonly type: "replied";
  /** Whether that was done on the spot, with the customer still there (当场). */
  readonly onTheSpot?: boolean;
}

/** The customer accepted what the bank offered or said, in whatever form (客户接受处理结果). */
export interface AcceptedEvent extends SlaEventBase {
  readonly type: "accepted";
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

/** Another person or desk took over; changes no clock, unless a stage says this event ends it. */
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
  | AcceptedEvent
  | WithdrawnEvent
  | ReopenedEvent
  | MergedEvent
  | ReassignedEvent;

/** What can end a stage. */
export const SLA_ENDS = [...SLA_ENDING_EVENTS, "withdrawn", "merged"] as const;

/** What ended a stage: an event of its rule, a withdrawal, or a merger into an earlier case. */
export type SlaEnd = (typeof SLA_ENDS)[number];

/** Why an event may change nothing. */
export const EVENT_WITHOUT_EFFECT_REASONS = ["stage-not-running", "nothing-ended", "no-rule"] as const;

/** Why an event changed nothing: no time limit was running, nothing had ended, or the policy has no rule for it. */
export type EventWithoutEffect = (typeof EVENT_WITHOUT_EFFECT_REASONS)[number];

/** Why a pause may change nothing. */
export const PAUSE_WITHOUT_EFFECT_REASONS = ["customer-not-told", "after-due", "no-rule"] as const;

/** Why a pause changed nothing: the rule asks that the customer be told, it began after the due moment, or the clock has no rule for its reason. */
export type PauseWithoutEffect = (typeof PAUSE_WITHOUT_EFFECT_REASONS)[number];

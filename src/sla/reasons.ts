import type { Instant, IssuesOf, LocalDate, ReadingDetails } from "../core/index.ts";
import type { EventWithoutEffect, SlaEventType } from "./events.ts";
import type { InvalidSlaPolicyReason, SlaReopenRule, SlaUnit } from "./policy-types.ts";
import type { SlaScopeLine } from "./scope.ts";
import type { SlaExplanationLine, SlaHolidaysLine } from "./result/types.ts";

/** The event an issue is about. */
export interface SlaEventDetails {
  /** Its id; null when it has none. */
  readonly event: string | null;
  readonly type: SlaEventType;
  /** When it happened, in the zone of the policy. */
  readonly at: Instant;
}

/** The event an issue is about, and the part of the policy it would have changed. */
export interface SlaStageEventDetails extends SlaEventDetails {
  readonly clock: string;
  readonly stage: string;
}

/** The event an issue is about, and the rule of an extension it asked for. */
export interface SlaExtensionDetails extends SlaStageEventDetails {
  readonly extension: string;
}

/** A policy that was not in force, and the day of receipt, local to its zone. */
export interface PolicyDayDetails {
  readonly policy: string;
  readonly version: string;
  readonly on: LocalDate;
}

/** What is wrong with a policy: its shape, or with `reason` its meaning and the names and figures it is about. */
export interface InvalidSlaPolicyDetails extends ReadingDetails {
  readonly reason?: InvalidSlaPolicyReason;
  /** What is there twice, is reserved, or is not there. */
  readonly id?: string;
  /** The reason of a pause that is there twice. */
  readonly pause?: string;
  /** The stage that needs working hours. */
  readonly stage?: string;
  /** The stage another one runs from; of quiet hours, when they begin. */
  readonly from?: string;
  /** What an extension lengthens the limit to; of quiet hours, when they end. */
  readonly to?: number | string;
  readonly cap?: number;
  /** The limit that is extended. */
  readonly amount?: number;
  readonly times?: number;
  readonly unit?: SlaUnit;
  /** The rule for a re-opening that the stage it runs from has. */
  readonly expected?: SlaReopenRule;
}

/** What the errors of this room carry, by code. */
export interface SlaErrorDetails {
  /**
   * A policy that cannot be read, or makes no sense: `reason` says what is wrong at the path.
   *
   * Remedy: correct the member at `path`; `SlaPolicySchema` describes a policy and `prepareSlaPolicy` checks it.
   */
  "sla/invalid-policy": InvalidSlaPolicyDetails;
  /**
   * Something that is not an event, a list of them, or a member of one.
   *
   * Remedy: correct the event at `path`; `SlaEventSchema` describes the events.
   */
  "sla/invalid-event": ReadingDetails;
  /**
   * A context that is not one.
   *
   * Remedy: correct the member of the context at `path`, such as `now`, `asOf`, `calendars` or `hours`.
   */
  "sla/invalid-context": ReadingDetails;
  /**
   * A row that is not a case.
   *
   * Remedy: correct the row at `path`: a case of a desk has an `id`, a `policy`, `events`, an `owner` and a `category`.
   */
  "sla/invalid-case": ReadingDetails;
  /**
   * What is known of a case, with a member or a word that no policy uses: nothing could be said of it but no.
   *
   * Remedy: use a word of `SLA_PLACES`, `SLA_ORIGINS`, `SLA_PRODUCTS`, `SLA_INSTITUTIONS` or `SLA_MATTERS`, or one that
   * `appliesTo` of a given policy has; leave out what is not known.
   */
  "sla/invalid-facts": ReadingDetails;
  /**
   * A result, or a report, that did not come from this room.
   *
   * Remedy: pass what `evaluateSla` or `deskReport` returned, unchanged.
   */
  "sla/invalid-result": ReadingDetails;
  /**
   * The calendar the policy names is not among those given.
   *
   * Remedy: add the calendar that the policy names to `context.calendars`, such as `CN` of calendar/cn.
   */
  "sla/missing-calendar": { readonly policy: string; readonly calendar: string; readonly given: readonly string[] };
  /**
   * Two calendars, or working hours, with the id the policy names.
   *
   * Remedy: leave all versions but one out of `context.calendars` or `context.hours`.
   */
  "sla/ambiguous-calendar": { readonly id: string; readonly versions: readonly string[] };
  /**
   * The working hours the policy names are not among those given.
   *
   * Remedy: name working hours in `hours` of the policy and pass them in `context.hours`.
   */
  "sla/missing-hours": { readonly policy: string; readonly hours: string; readonly given: readonly string[] };
  /**
   * Working hours in another time zone than the policy's, which is `zone`.
   *
   * Remedy: pass working hours in the time zone of the policy, or correct `zone` of the policy.
   */
  "sla/hours-in-another-zone": { readonly policy: string; readonly hours: string; readonly zone: string };
  /** A span of time that ends before it begins. Remedy: pass `escalationsDue` a `to` that is not before `from`. */
  "sla/reversed-window": { readonly from: Instant; readonly to: Instant };
  /**
   * Upper ends of age bands that do not ascend.
   *
   * Remedy: list the upper ends in `context.ageBands` from small to large, each once.
   */
  "sla/invalid-age-bands": ReadingDetails;
  /**
   * Two reports that cannot be merged, because they differ in this member.
   *
   * Remedy: make both reports with the same `asOf` and `ageBands`, then merge them.
   */
  "sla/reports-differ": { readonly field: string };
}

/** What the issues of an evaluation carry, by code, besides those of the calendar room (`calendar/out-of-range`). */
export interface SlaIssueDetails {
  /**
   * A case received before its policy came into force.
   *
   * Remedy: use the version in force on the day of receipt, which `policyAt` and `policiesFor` find; correct
   * `effectiveFrom` of the policy, or `at` of the receipt.
   */
  "sla/policy-not-yet-in-force": PolicyDayDetails & { readonly from: LocalDate };
  /**
   * A case received before the oldest text of the rule that was read, so that nothing is known of its limits then.
   *
   * Remedy: look up the rule as it was on the day of receipt, and give it as a version of its own.
   */
  "sla/policy-before-oldest-read": PolicyDayDetails & { readonly from: LocalDate };
  /**
   * A case received on or after the first day on which its policy was no longer in force, `to`.
   *
   * Remedy: use the version in force on the day of receipt, which `policyAt` and `policiesFor` find; correct
   * `effectiveTo` of the policy, or `at` of the receipt.
   */
  "sla/policy-no-longer-in-force": PolicyDayDetails & { readonly to: LocalDate };
  /**
   * Remedy: evaluate with a later `now`, or correct `at` of the event; one that is only planned is rightly left out.
   */
  "sla/event-after-now": SlaEventDetails;
  /** Remedy: correct `at` of the event or of the receipt. */
  "sla/event-before-received": SlaEventDetails;
  /** Remedy: correct `at` of the event or of the withdrawal, or add the `re-opened` event that came between them. */
  "sla/event-after-withdrawal": SlaEventDetails;
  /** Remedy: leave the event out, or give a stage of the policy a rule for it in `reopen` or `merge`. */
  "sla/event-not-supported": SlaEventDetails;
  /** Remedy: correct `at` if the merger came earlier; otherwise the time limit still has to be met. */
  "sla/merged-after-due": SlaStageEventDetails;
  /**
   * Why nothing changed: nothing was running, nothing had ended, or the policy has no rule for it.
   *
   * Remedy: correct `at` or the reason of the event, or give a stage of the policy a rule for it; `because` says which
   * of these it was.
   */
  "sla/event-without-effect": SlaEventDetails & { readonly because: EventWithoutEffect };
  /** Remedy: give each event an id of its own; the same event delivered twice has to be the same in every member. */
  "sla/duplicate-event-id": SlaEventDetails;
  /** Remedy: keep one `received` event, and record a case that is taken up again as `re-opened`. */
  "sla/duplicate-received": SlaEventDetails;
  /** Remedy: add the `resumed` event that is missing before it, or remove this one. */
  "sla/already-paused": SlaEventDetails & { readonly reason: string };
  /** Remedy: add the `paused` event that is missing before it, or correct the reason of this one. */
  "sla/resumed-without-paused": SlaEventDetails & { readonly reason: string | null };
  /**
   * Remedy: tell the customer, and give the moment in `notifiedAt` of the event; until then the time limit runs on. A moment
   * before the receipt of the case does not count.
   */
  "sla/pause-customer-not-told": SlaStageEventDetails & { readonly reason: string };
  /** Remedy: correct `at` if the facts came earlier; otherwise the time limit stays missed. */
  "sla/new-facts-after-due": SlaStageEventDetails;
  /**
   * New facts that started a limit again which new facts had started again before; it counts all the same. `times` is how
   * often by now.
   *
   * Remedy: none is needed where each time the customer brought something new; look at the record of the facts, because
   * the limit moves with each of them.
   */
  "sla/restarted-again": SlaStageEventDetails & { readonly times: number };
  /** Remedy: name one of them in `extension` of the event. */
  "sla/extension-ambiguous": SlaStageEventDetails & { readonly extensions: readonly string[] };
  /** Remedy: correct `at` or `notifiedAt` if it was in time; otherwise the time limit stays as it is. */
  "sla/extension-after-due": SlaExtensionDetails;
  /** Remedy: set `to` of the event to the cap at most, or leave it out for all that the rule allows. */
  "sla/extension-beyond-cap": SlaExtensionDetails & { readonly to: number; readonly cap: number };
  /**
   * An extension beyond what the rule calls normal; it is granted all the same, because the rule sets no cap.
   *
   * Remedy: none is needed; keep the reason for the length with the case, because the supervisor may ask for it.
   */
  "sla/extension-beyond-normal": SlaExtensionDetails & { readonly to: number; readonly normal: number };
  /**
   * An event that might have ended a stage early; whether it came in time cannot be said, so the stage goes on.
   *
   * Remedy: pass the calendar and the working hours that the policy names, covering the days after the receipt, or record
   * the event that ends the stage anyway.
   */
  "sla/early-end-unknown": SlaStageEventDetails;
  /**
   * A limit no longer than the present one, or an amount in another unit than the present one.
   *
   * Remedy: correct `to` of the event, or leave the extension out.
   */
  "sla/extension-no-gain": SlaExtensionDetails & {
    readonly to?: number;
    readonly unit?: SlaUnit;
    readonly current?: number | SlaUnit;
  };
  /** Remedy: have that role approve the extension, and name it in `approvedByRole` of the event. */
  "sla/extension-not-approved": SlaExtensionDetails & { readonly role: string };
  /**
   * Remedy: tell the customer, and give the moment in `notifiedAt` of the event; it counts once that moment has come. A
   * moment before the receipt of the case does not count.
   */
  "sla/extension-customer-not-told": SlaExtensionDetails;
  /** Remedy: leave the event out, or allow more `times` in a policy of your own. */
  "sla/extension-used-up": SlaExtensionDetails & { readonly times: number };
  /** Remedy: record the extension it needs before this one. */
  "sla/extension-needs-earlier": SlaExtensionDetails & { readonly needs: string };
  /**
   * No receipt among the events.
   *
   * Remedy: add a `received` event to `events` of the row.
   */
  "sla/not-received": Readonly<Record<string, never>>;
  /**
   * A row that names a policy which is not given; `policy` is what it names, as far as a log may show it.
   *
   * Remedy: add the policy to `context.policies`, or correct `policy` of the row.
   */
  "sla/unknown-policy": { readonly policy: string };
}

/** An issue or error of this room, by code with its details. */
export type SlaIssue = IssuesOf<SlaErrorDetails & SlaIssueDetails>;

/**
 * Every reason this room gives: its issues and errors, the lines of an explanation, folded or not, and why a policy is for
 * a case.
 */
export type SlaReasons = SlaIssue | SlaExplanationLine | SlaHolidaysLine | SlaScopeLine;

import type { Instant, IssuesOf, ReadingDetails } from "../core/index.ts";
import type { EventWithoutEffect, SlaEventType } from "./events.ts";
import type { SlaUnit } from "./policy-types.ts";
import type { SlaHolidaysLine } from "./result/fold.ts";
import type { SlaExplanationLine } from "./result/types.ts";

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

/** What the errors of this room carry, by code. */
export interface SlaErrorDetails {
  /** A policy that makes no sense: `reason` says what is wrong at the path. */
  "sla/invalid-policy": ReadingDetails & { readonly id?: string; readonly stage?: string };
  /** Something that is not an event, a list of them, or a member of one. */
  "sla/invalid-event": ReadingDetails;
  /** A context that is not one. */
  "sla/invalid-context": ReadingDetails;
  /** A row that is not a case. */
  "sla/invalid-case": ReadingDetails;
  /** A result, or a report, that did not come from this room. */
  "sla/invalid-result": ReadingDetails;
  /** The calendar the policy names is not among those given. */
  "sla/missing-calendar": { readonly policy: string; readonly calendar: string; readonly given: readonly string[] };
  /** Two calendars, or working hours, with the id the policy names. */
  "sla/ambiguous-calendar": { readonly id: string; readonly versions: readonly string[] };
  /** The working hours the policy names are not among those given. */
  "sla/missing-hours": { readonly policy: string; readonly hours: string; readonly given: readonly string[] };
  /** Working hours in another time zone than the policy's, which is `zone`. */
  "sla/hours-in-another-zone": { readonly policy: string; readonly hours: string; readonly zone: string };
  /** A span of time that ends before it begins. */
  "sla/reversed-window": { readonly from: Instant; readonly to: Instant };
  /** Upper ends of age bands that do not ascend. */
  "sla/invalid-age-bands": ReadingDetails;
  /** Two reports that cannot be merged, because they differ in this member. */
  "sla/reports-differ": { readonly field: string };
}

/** What the issues of an evaluation carry, by code, besides those of the calendar room (`calendar/out-of-range`). */
export interface SlaIssueDetails {
  "sla/event-after-now": SlaEventDetails;
  "sla/event-before-received": SlaEventDetails;
  "sla/event-after-withdrawal": SlaEventDetails;
  "sla/event-not-supported": SlaEventDetails;
  "sla/merged-after-due": SlaStageEventDetails;
  /** Why nothing changed: nothing was running, nothing had ended, or the policy has no rule for it. */
  "sla/event-without-effect": SlaEventDetails & { readonly because: EventWithoutEffect };
  "sla/duplicate-event-id": SlaEventDetails;
  "sla/duplicate-received": SlaEventDetails;
  "sla/already-paused": SlaEventDetails & { readonly reason: string };
  "sla/resumed-without-paused": SlaEventDetails & { readonly reason: string | null };
  "sla/pause-customer-not-told": SlaStageEventDetails & { readonly reason: string };
  "sla/new-facts-after-due": SlaStageEventDetails;
  "sla/extension-ambiguous": SlaStageEventDetails & { readonly extensions: readonly string[] };
  "sla/extension-after-due": SlaExtensionDetails;
  "sla/extension-beyond-cap": SlaExtensionDetails & { readonly to: number; readonly cap: number };
  /** A limit no longer than the present one, or an amount in another unit than the present one. */
  "sla/extension-no-gain": SlaExtensionDetails & {
    readonly to?: number;
    readonly unit?: SlaUnit;
    readonly current?: number | SlaUnit;
  };
  "sla/extension-not-approved": SlaExtensionDetails & { readonly role: string };
  "sla/extension-customer-not-told": SlaExtensionDetails;
  "sla/extension-used-up": SlaExtensionDetails & { readonly times: number };
  "sla/extension-needs-earlier": SlaExtensionDetails & { readonly needs: string };
  /** No receipt among the events, or something else where they belong. */
  "sla/not-received": ReadingDetails;
  /** A row that names a policy which is not given; `policy` is what it names, as far as a log may show it. */
  "sla/unknown-policy": { readonly policy: string };
}

/** An issue or error of this room, by code with its details. */
export type SlaIssue = IssuesOf<SlaErrorDetails & SlaIssueDetails>;

/** Every reason this room gives: its issues and errors, and the lines of an explanation, folded or not. */
export type SlaReasons = SlaIssue | SlaExplanationLine | SlaHolidaysLine;

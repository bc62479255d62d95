import { toInstantParts, type Instant, type InstantParts } from "../../core/index.ts";
import { compareTexts } from "../../core/inner.ts";
import type { SlaIssueCode } from "../errors.ts";
import type { Supported } from "../prepare.ts";
import { isAfter, isSameEvent, type TimedEvent } from "./event-reading.ts";

/** An interval in which the bank waits for something. */
export interface Pause {
  readonly reason: string;
  readonly from: number;
  /** Null while it lasts. */
  readonly to: number | null;
  /** When the customer was told; null when that is not recorded. */
  readonly notifiedAt: number | null;
  readonly event: TimedEvent;
}

/** What happened to a case up to now, in order, with everything that makes no sense removed. */
export interface Timeline {
  readonly received: TimedEvent | null;
  /** Everything after the receipt that the stages must look at. */
  readonly events: readonly TimedEvent[];
  /** In the order in which they begin. */
  readonly pauses: readonly Pause[];
  /** Whether any extension may take effect later than its place in the order. */
  readonly hasNotices: boolean;
  /** Id of the earlier case it was merged into; null when it was not, or was taken up again. */
  readonly mergedInto: string | null;
}

/** Reports an issue with one event; `details` come after the event's identity. */
export type ReportEvent = (
  code: SlaIssueCode,
  subject: TimedEvent,
  details?: Readonly<Record<string, unknown>>,
) => void;

/** Searching a shorter list for an id takes less time than building a table of its ids. */
const SHORT = 25;

/** Finds the first event with an id, in the order given. */
function firstOfId(entries: readonly TimedEvent[]): (id: string) => TimedEvent | undefined {
  if (entries.length < SHORT) {
    return (id) => {
      for (const entry of entries) if (entry.event.id === id) return entry;
      return undefined;
    };
  }
  const table = new Map<string | undefined, TimedEvent>();
  for (const entry of entries) if (!table.has(entry.event.id)) table.set(entry.event.id, entry);
  return (id) => table.get(id);
}

/** Whether an event counts: not after now, and not with an id that was there before. */
function counts(
  entry: TimedEvent,
  firstOf: (id: string) => TimedEvent | undefined,
  now: InstantParts,
  report: ReportEvent,
): boolean {
  if (isAfter(entry, now)) {
    report("sla/event-after-now", entry);
    return false;
  }
  const { id } = entry.event;
  const first = typeof id === "string" ? (firstOf(id) ?? entry) : entry;
  if (first === entry) return true;
  // the same event delivered twice is one event; two different events with one id are a mistake somewhere
  if (!isSameEvent(first, entry)) report("sla/duplicate-event-id", entry);
  return false;
}

/** A pause that can still be closed: each reason is open at most once. */
type OpenPause = { -readonly [Key in keyof Pause]: Pause[Key] };

function openPause(entry: TimedEvent, reason: string, notified: Instant | undefined): OpenPause {
  const notifiedAt = notified === undefined ? null : toInstantParts(notified).seconds;
  return { reason, from: entry.seconds, to: null, notifiedAt, event: entry };
}

/** Ends the open pauses of a reason, or all when no reason is given; false when none was open. */
function closePauses(pauses: readonly OpenPause[], reason: string | null, to: number): boolean {
  let closed = false;
  for (const pause of pauses) {
    if (pause.to !== null || (reason !== null && pause.reason !== reason)) continue;
    pause.to = to;
    closed = true;
  }
  return closed;
}

/**
 * Puts the events of a case in order and removes, with an issue for each, those that cannot have happened.
 *
 * @param entries - the events, in order
 * @param now - events after it do not count
 * @param supported - what the policy has rules for
 * @param report - receives the issues
 * @returns receipt, events and pauses
 */
export function timelineOf(
  entries: readonly TimedEvent[],
  now: InstantParts,
  supported: Supported,
  report: ReportEvent,
): Timeline {
  let received: TimedEvent | null = null;
  let withdrawn = false;
  let hasNotices = false;
  let mergedInto: string | null = null;
  const accepted: TimedEvent[] = [];
  const pauses: OpenPause[] = [];
  const firstOf = firstOfId(entries);
  for (const entry of entries) {
    if (!counts(entry, firstOf, now, report)) continue;
    const { event } = entry;
    if (event.type === "received") {
      if (received === null) received = entry;
      else report("sla/duplicate-received", entry);
      continue;
    }
    if (received === null) {
      report("sla/event-before-received", entry);
      continue;
    }
    if ((event.type === "re-opened" && !supported.reopen) || (event.type === "merged" && !supported.merge)) {
      report("sla/event-not-supported", entry);
      continue;
    }
    if (withdrawn && event.type !== "reassigned" && event.type !== "re-opened") {
      report("sla/event-after-withdrawal", entry);
      continue;
    }
    switch (event.type) {
      case "paused":
        if (pauses.some(({ reason, to }) => to === null && reason === event.reason)) {
          report("sla/already-paused", entry, { reason: event.reason });
          continue;
        }
        pauses.push(openPause(entry, event.reason, event.notifiedAt));
        break;
      case "resumed":
        if (!closePauses(pauses, event.reason ?? null, entry.seconds)) {
          report("sla/resumed-without-paused", entry, { reason: event.reason ?? null });
          continue;
        }
        break;
      case "extended":
        hasNotices ||= event.notifiedAt !== undefined;
        break;
      case "withdrawn":
        withdrawn = true;
        break;
      case "merged":
        mergedInto = event.into;
        break;
      case "re-opened":
        withdrawn = false;
        mergedInto = null;
        break;
      case "acknowledged":
      case "accepted":
      case "new-facts":
      case "reassigned":
      case "resolved":
      case "replied":
        break;
    }
    accepted.push(entry);
  }
  if (pauses.length > 1) pauses.sort((a, b) => a.from - b.from || compareTexts(a.reason, b.reason));
  return { received, events: accepted, pauses, hasNotices, mergedInto };
}

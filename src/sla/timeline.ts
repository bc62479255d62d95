import {
  canonicalJson,
  describeValue,
  DomainError,
  toInstantParts,
  tryInstant,
  type CoreErrorCode,
  type Instant,
} from "../core/index.ts";
import type { SlaErrorCode, SlaIssueCode } from "./errors.ts";
import type { SlaEvent, SlaEventType } from "./types.ts";

/**
 * Order in which events of one moment happen (同一时刻的事件次序): first come first. Events are sorted by moment, then by
 * this list, then by id, so the order in which they are given never matters.
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
  "withdrawn",
  "merged",
] as const satisfies readonly SlaEventType[];

/** An event with its moment as numbers. */
export interface TimedEvent {
  readonly event: SlaEvent;
  /** Whole seconds since 1970-01-01T00:00:00Z, rounded down. */
  readonly seconds: number;
}

/** An interval in which the bank waits for something. */
export interface Pause {
  readonly reason: string;
  readonly from: number;
  /** Null while it lasts. */
  readonly to: number | null;
  /** When the customer was told; null when that is not recorded. */
  readonly toldAt: number | null;
  readonly event: TimedEvent;
}

/** What happened to a case up to now, in order, with all that makes no sense taken out. */
export interface Timeline {
  readonly received: TimedEvent | null;
  /** Everything after the receipt that the stages must look at. */
  readonly events: readonly TimedEvent[];
  /** In order of their beginning. */
  readonly pauses: readonly Pause[];
}

/** Tells an issue about one event; `details` come after the event's identity. */
export type ReportEvent = (
  code: SlaIssueCode,
  subject: TimedEvent,
  details?: Readonly<Record<string, unknown>>,
) => void;

interface SortedEvent extends TimedEvent {
  readonly nanos: number;
  readonly rank: number;
  readonly text: string;
}

function read(event: SlaEvent, index: number): SortedEvent {
  const path = ["events", index];
  const rank = (SLA_EVENT_ORDER as readonly string[]).indexOf(event.type);
  if (rank < 0) {
    throw new DomainError<SlaErrorCode>(
      "sla/invalid-event",
      `events[${String(index)}].type: unknown`,
      [...path, "type"],
      {
        received: describeValue(event.type),
      },
    );
  }
  if (event.type === "extended" && event.to !== undefined && !(Number.isSafeInteger(event.to) && event.to >= 1)) {
    throw new DomainError<SlaErrorCode>(
      "sla/invalid-event",
      `events[${String(index)}].to: not a whole number from 1`,
      [...path, "to"],
      { received: describeValue(event.to) },
    );
  }
  const { seconds, nanos } = secondsOf(event.at, index, "at");
  if ((event.type === "paused" || event.type === "extended") && event.notifiedAt !== undefined) {
    secondsOf(event.notifiedAt, index, "notifiedAt");
  }
  return { event, seconds, nanos, rank, text: canonicalJson(event) };
}

function secondsOf(at: Instant, index: number, field: string): { readonly seconds: number; readonly nanos: number } {
  const parts = tryInstant(at);
  if (parts !== null) return parts;
  throw new DomainError<CoreErrorCode>(
    "core/invalid-instant",
    `events[${String(index)}].${field}: not a moment written YYYY-MM-DDThh:mm:ss with Z or an offset`,
    ["events", index, field],
    { received: describeValue(at) },
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The text settles what moment, type and id leave open, so that events without an id have an order too. */
function compareEvents(a: SortedEvent, b: SortedEvent): number {
  return (
    a.seconds - b.seconds ||
    a.nanos - b.nanos ||
    a.rank - b.rank ||
    compareText(a.event.id ?? "", b.event.id ?? "") ||
    compareText(a.text, b.text)
  );
}

/** Sorted, up to now, each id once. */
function inOrder(events: readonly SlaEvent[], now: Instant, report: ReportEvent): TimedEvent[] {
  const limit = toInstantParts(now, "now");
  const seen = new Map<string, string>();
  const kept: TimedEvent[] = [];
  for (const entry of events.map(read).sort(compareEvents)) {
    if (entry.seconds > limit.seconds || (entry.seconds === limit.seconds && entry.nanos > limit.nanos)) {
      report("sla/event-after-now", entry);
      continue;
    }
    const { id } = entry.event;
    if (id !== undefined) {
      const before = seen.get(id);
      if (before !== undefined) {
        // the same event delivered twice is one event; two events of one id are a mistake somewhere
        if (before !== entry.text) report("sla/duplicate-event-id", entry);
        continue;
      }
      seen.set(id, entry.text);
    }
    kept.push({ event: entry.event, seconds: entry.seconds });
  }
  return kept;
}

/** Pauses as intervals: each reason is open once, a resumption without a reason ends all. */
interface OpenPause {
  readonly reason: string;
  readonly from: number;
  readonly toldAt: number | null;
  readonly event: TimedEvent;
}

/**
 * Puts the events of a case in order and takes out, with an issue each, what cannot have happened.
 *
 * @param events - in any order
 * @param now - events after it do not count
 * @param report - takes the issues
 * @returns receipt, events and pauses
 */
export function timelineOf(events: readonly SlaEvent[], now: Instant, report: ReportEvent): Timeline {
  let received: TimedEvent | null = null;
  let withdrawn = false;
  const accepted: TimedEvent[] = [];
  const open = new Map<string, OpenPause>();
  const pauses: Pause[] = [];
  const close = (reason: string, to: number | null): void => {
    const pause = open.get(reason);
    if (pause === undefined) return;
    pauses.push({ ...pause, to });
    open.delete(reason);
  };
  for (const entry of inOrder(events, now, report)) {
    const { event, seconds } = entry;
    if (event.type === "received") {
      if (received === null) received = entry;
      else report("sla/duplicate-received", entry);
      continue;
    }
    if (received === null) {
      report("sla/event-before-received", entry);
      continue;
    }
    if (event.type === "re-opened" || event.type === "merged") {
      report("sla/event-not-supported", entry);
      continue;
    }
    if (withdrawn && event.type !== "reassigned") {
      report("sla/event-after-withdrawal", entry);
      continue;
    }
    if (event.type === "paused") {
      if (open.has(event.reason)) {
        report("sla/already-paused", entry, { reason: event.reason });
        continue;
      }
      const toldAt = event.notifiedAt === undefined ? null : toInstantParts(event.notifiedAt, "notifiedAt").seconds;
      open.set(event.reason, { reason: event.reason, from: seconds, toldAt, event: entry });
    } else if (event.type === "resumed") {
      const ended = event.reason === undefined ? [...open.keys()] : [event.reason].filter((reason) => open.has(reason));
      if (ended.length === 0) {
        report("sla/resumed-without-paused", entry, { reason: event.reason ?? null });
        continue;
      }
      for (const reason of ended) close(reason, seconds);
    } else if (event.type === "withdrawn") withdrawn = true;
    accepted.push(entry);
  }
  for (const reason of [...open.keys()]) close(reason, null);
  pauses.sort((a, b) => a.from - b.from || compareText(a.reason, b.reason));
  return { received, events: accepted, pauses };
}

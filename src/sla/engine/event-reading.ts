import { toInstantParts, type InstantParts } from "../../core/index.ts";
import {
  byTag,
  compareTexts,
  optional,
  readFlag,
  readList,
  readMoment,
  readText,
  refuse,
  refuseKind,
  rowOf,
  scanInstant,
  wholeNumber,
  type MomentBuffer,
  type Optional,
  type Reader,
} from "../../core/inner.ts";
import type { SlaErrorCode } from "../errors.ts";
import {
  SLA_EVENT_ORDER,
  type AcknowledgedEvent,
  type ExtendedEvent,
  type MergedEvent,
  type NewFactsEvent,
  type PausedEvent,
  type ReassignedEvent,
  type ReceivedEvent,
  type ReopenedEvent,
  type RepliedEvent,
  type ResolvedEvent,
  type ResumedEvent,
  type SlaEvent,
  type WithdrawnEvent,
} from "../events.ts";

/** An event with its moment as numbers. */
export interface TimedEvent {
  readonly event: SlaEvent;
  /** Whole seconds since 1970-01-01T00:00:00Z, rounded down. */
  readonly seconds: number;
  readonly nanos: number;
  /** Position of its type in `SLA_EVENT_ORDER`. */
  readonly rank: number;
  /** Position in the list as it was given. */
  readonly index: number;
}

/** A member that may be absent, or null as an empty column of a table is. */
const orNull = <T>(read: Reader<T>): Optional<T> =>
  optional((value, path, code) => ((value as T | null) === null ? value : read(value, path, code)));

const text = orNull(readText);
const base = { type: <T>(type: T): T => type, at: readMoment, id: text };

const readEvent = byTag<SlaEvent, "type">("type", {
  received: rowOf<ReceivedEvent>(base),
  acknowledged: rowOf<AcknowledgedEvent>(base),
  paused: rowOf<PausedEvent>({ ...base, reason: readText, notifiedAt: orNull(readMoment) }),
  resumed: rowOf<ResumedEvent>({ ...base, reason: text }),
  extended: rowOf<ExtendedEvent>({
    ...base,
    clock: text,
    stage: text,
    extension: text,
    to: orNull(wholeNumber(1, Number.MAX_SAFE_INTEGER)),
    approvedByRole: text,
    approvedBy: text,
    notifiedAt: orNull(readMoment),
    reason: text,
  }),
  "new-facts": rowOf<NewFactsEvent>(base),
  resolved: rowOf<ResolvedEvent>(base),
  replied: rowOf<RepliedEvent>({ ...base, onTheSpot: orNull(readFlag) }),
  withdrawn: rowOf<WithdrawnEvent>(base),
  "re-opened": rowOf<ReopenedEvent>(base),
  merged: rowOf<MergedEvent>({ ...base, into: readText }),
  reassigned: rowOf<ReassignedEvent>({ ...base, to: text }),
});

const RANKS: ReadonlyMap<string, number> = /* @__PURE__ */ new Map(SLA_EVENT_ORDER.map((type, rank) => [type, rank]));

/** Whether something is a text that is not blank. */
export const isFilled = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";

/** Whether something is as JSON makes it: all its members are its own, and seen. */
export function isOrdinary(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Members of the usual events, all of them texts. */
const USUAL: readonly ReadonlySet<string>[] = /* @__PURE__ */ SLA_EVENT_ORDER.map((type) => {
  if (type === "paused") return new Set(["type", "at", "id", "reason", "notifiedAt"]);
  if (type === "merged") return new Set();
  const own =
    type === "extended" ? ["clock", "stage", "extension", "approvedByRole", "approvedBy", "notifiedAt", "reason"] : [];
  return new Set(["type", "at", "id", ...own]);
});

/**
 * An event of the usual form, whose members are known and texts; null when it must be read member by member. Most
 * events are, and reading all of them so would take longer than evaluating the case.
 */
function tryUsual(events: readonly SlaEvent[], index: number, moment: MomentBuffer): TimedEvent | null {
  try {
    const event = events[index];
    const rank = event === undefined ? undefined : RANKS.get(event.type);
    if (event === undefined || rank === undefined || !isOrdinary(event)) return null;
    const names = USUAL[rank];
    for (const name in event) {
      if (names?.has(name) !== true || !isFilled((event as unknown as Readonly<Record<string, unknown>>)[name]))
        return null;
    }
    // members that are there but not listed are read member by member
    const { to, onTheSpot } = event as { readonly to?: unknown; readonly onTheSpot?: unknown };
    if (to !== undefined || onTheSpot !== undefined) return null;
    if (event.type === "paused" || event.type === "extended") {
      const { notifiedAt } = event;
      if (notifiedAt !== undefined && !scanInstant(notifiedAt, moment)) return null;
      if (event.type === "paused" && (event.reason as string | undefined) === undefined) return null;
    }
    return scanInstant(event.at, moment) ? { event, seconds: moment.seconds, nanos: moment.nanos, rank, index } : null;
  } catch {
    // a member that throws when it is read is named by the readers
    return null;
  }
}

/** An event without the members that are null: an empty column of a table says nothing. */
function withoutNulls(event: SlaEvent): SlaEvent {
  const members = Object.entries<unknown>(event as unknown as Readonly<Record<string, unknown>>);
  if (members.every(([, value]) => value !== null)) return event;
  return Object.fromEntries(members.filter(([, value]) => value !== null)) as unknown as SlaEvent;
}

function readOne(events: readonly SlaEvent[], index: number): TimedEvent {
  const code: SlaErrorCode = "sla/invalid-event";
  const path = ["events", index];
  let given: SlaEvent | undefined;
  try {
    given = events[index];
  } catch {
    return refuse(code, path, "cannot be read", {});
  }
  if (given === undefined) return refuseKind(code, path, "not an object", given);
  const event = withoutNulls(readEvent(given, path, code));
  return { event, ...toInstantParts(event.at), rank: RANKS.get(event.type) ?? 0, index };
}

/** Everything an event may say; members of the caller's own say nothing here. */
const MEMBERS = [
  "clock",
  "stage",
  "extension",
  "to",
  "into",
  "reason",
  "notifiedAt",
  "approvedByRole",
  "approvedBy",
  "onTheSpot",
] as const;

function textOf({ event }: TimedEvent): string {
  const said = event as Partial<Record<(typeof MEMBERS)[number], unknown>>;
  return JSON.stringify([event.type, event.at, ...MEMBERS.map((name) => said[name] ?? null)]);
}

/** Whether two events with one id say the same. */
export const isSameEvent = (a: TimedEvent, b: TimedEvent): boolean => textOf(a) === textOf(b);

/** The text decides where moment, type and id do not, so that events without an id have an order too. */
function compareEvents(a: TimedEvent, b: TimedEvent): number {
  return (
    a.seconds - b.seconds ||
    a.nanos - b.nanos ||
    a.rank - b.rank ||
    compareTexts(a.event.id ?? "", b.event.id ?? "") ||
    compareTexts(textOf(a), textOf(b))
  );
}

/**
 * All events of a case, read and sorted; a list already in order, as most are, is only checked.
 *
 * @param events - in any order
 * @returns a list of its own
 * @throws `sla/invalid-event` or `core/invalid-instant`, with the path to the event
 */
export function readEvents(events: readonly SlaEvent[]): readonly TimedEvent[] {
  if (!Array.isArray(events)) readList(events, ["events"], "sla/invalid-event" satisfies SlaErrorCode);
  const moment: MomentBuffer = { seconds: 0, nanos: 0 };
  const entries: TimedEvent[] = [];
  let sorted = true;
  let before: TimedEvent | null = null;
  for (let index = 0; index < events.length; index++) {
    const entry = tryUsual(events, index, moment) ?? readOne(events, index);
    if (before !== null && sorted) sorted = before.seconds < entry.seconds || compareEvents(before, entry) <= 0;
    entries.push(entry);
    before = entry;
  }
  return sorted ? entries : entries.sort(compareEvents);
}

/** Whether an event comes after a moment. */
export function isAfter({ seconds, nanos }: TimedEvent, now: InstantParts): boolean {
  return seconds > now.seconds || (seconds === now.seconds && nanos > now.nanos);
}

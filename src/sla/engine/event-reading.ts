import { toInstantParts, type InstantParts } from "../../core/index.ts";
import {
  byTag,
  compareTexts,
  isFilled,
  nullable,
  readFlag,
  readList,
  readMoment,
  readText,
  refuse,
  rowOf,
  scanInstant,
  wholeNumber,
  type MomentBuffer,
} from "../../core/inner.ts";
import type { SlaErrorCode } from "../errors.ts";
import {
  SLA_EVENT_ORDER,
  type AcceptedEvent,
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
  type SlaEventType,
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

const text = nullable(readText);
const base = { type: <T>(type: T): T => type, at: readMoment, id: text };

const readEvent = byTag<SlaEvent, "type">("type", {
  received: rowOf<ReceivedEvent>(base),
  acknowledged: rowOf<AcknowledgedEvent>(base),
  paused: rowOf<PausedEvent>({ ...base, reason: readText, notifiedAt: nullable(readMoment) }),
  resumed: rowOf<ResumedEvent>({ ...base, reason: text }),
  extended: rowOf<ExtendedEvent>({
    ...base,
    clock: text,
    stage: text,
    extension: text,
    to: nullable(wholeNumber(1, Number.MAX_SAFE_INTEGER)),
    approvedByRole: text,
    approvedBy: text,
    notifiedAt: nullable(readMoment),
    reason: text,
  }),
  "new-facts": rowOf<NewFactsEvent>(base),
  resolved: rowOf<ResolvedEvent>(base),
  replied: rowOf<RepliedEvent>({ ...base, onTheSpot: nullable(readFlag) }),
  accepted: rowOf<AcceptedEvent>(base),
  withdrawn: rowOf<WithdrawnEvent>(base),
  "re-opened": rowOf<ReopenedEvent>(base),
  merged: rowOf<MergedEvent>({ ...base, into: readText }),
  reassigned: rowOf<ReassignedEvent>({ ...base, to: text }),
});

/** Whether something is as JSON makes it: all its members are its own, and seen. */
export const isOrdinary = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype;

/** Everything an event may say besides what, when and its id; members of the caller's own say nothing here. */
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

type Said = Readonly<Partial<Record<(typeof MEMBERS)[number], unknown>>>;

/** Members of the usual events of a type, all of them texts. */
function usualNames(type: SlaEventType): ReadonlySet<string> {
  if (type === "paused") return new Set(["type", "at", "id", "reason", "notifiedAt"]);
  if (type === "merged") return new Set();
  const own =
    type === "extended" ? ["clock", "stage", "extension", "approvedByRole", "approvedBy", "notifiedAt", "reason"] : [];
  return new Set(["type", "at", "id", ...own]);
}

/** The place of each type in the order of events, and the members of its usual events. */
const TYPES: ReadonlyMap<string, { readonly rank: number; readonly usual: ReadonlySet<string> }> =
  /* @__PURE__ */ new Map(SLA_EVENT_ORDER.map((type, rank) => [type, { rank, usual: usualNames(type) }]));

/**
 * An event of the usual form, whose members are known and texts; null when it must be read member by member. Most
 * events are, and reading all of them so would take longer than evaluating the case.
 */
function tryUsual(events: readonly SlaEvent[], index: number, moment: MomentBuffer): TimedEvent | null {
  try {
    const event = events[index] as unknown as SlaEvent;
    const type = TYPES.get(event.type);
    if (type === undefined || !isOrdinary(event)) return null;
    const { rank, usual } = type;
    for (const name in event) {
      if (!usual.has(name) || !isFilled((event as unknown as Readonly<Record<string, unknown>>)[name])) return null;
    }
    // members that are there but not listed are read member by member
    const { to, onTheSpot, reason, notifiedAt } = event as Said;
    if (to !== undefined || onTheSpot !== undefined) return null;
    if (event.type === "paused" && reason === undefined) return null;
    if (notifiedAt !== undefined && !scanInstant(notifiedAt, moment)) return null;
    return scanInstant(event.at, moment) ? { event, seconds: moment.seconds, nanos: moment.nanos, rank, index } : null;
  } catch {
    // a hole in the list, and a member that throws when it is read, are named by the readers
    return null;
  }
}

const ALL_MEMBERS = ["type", "at", "id", ...MEMBERS] as const;

/** What an event says, without the members that are null: an empty column of a table says nothing. */
function saidBy(event: SlaEvent): SlaEvent {
  const members = event as unknown as Readonly<Record<string, unknown>>;
  if (!ALL_MEMBERS.some((name) => members[name] === null)) return event;
  const said = ALL_MEMBERS.map((name) => [name, members[name]] as const).filter(([, value]) => value !== null);
  return Object.fromEntries(said) as unknown as SlaEvent;
}

function readOne(events: readonly SlaEvent[], index: number): TimedEvent {
  const code: SlaErrorCode = "sla/invalid-event";
  const path = ["events", index];
  let given: unknown;
  try {
    given = events[index];
  } catch {
    return refuse(code, path, "cannot be read", {});
  }
  const event = saidBy(readEvent(given as SlaEvent, path, code));
  return { event, ...toInstantParts(event.at), rank: TYPES.get(event.type)?.rank ?? 0, index };
}

function textOf({ event }: TimedEvent): string {
  const said = event as Said;
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
    sorted &&= before === null || compareEvents(before, entry) <= 0;
    entries.push(entry);
    before = entry;
  }
  return sorted ? entries : entries.sort(compareEvents);
}

/** Whether an event comes after a moment. */
export function isAfter({ seconds, nanos }: TimedEvent, now: InstantParts): boolean {
  return seconds > now.seconds || (seconds === now.seconds && nanos > now.nanos);
}

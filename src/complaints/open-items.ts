import { localDateOf } from "../calendar/index.ts";
import { transition, type LocalDate, type OpenItem, type OpenItemState, type ZoneId } from "../core/index.ts";
import { optional, readDate, readFunction, shapeOf } from "../core/inner.ts";
import { handlerNamed, personsNamed } from "./acts.ts";
import { complaintLifecycle } from "./course.ts";
import type { ComplaintActionType } from "./entries/steps.ts";
import { theEntries, type OpinionEntry } from "./opinion-entries.ts";
import { theComplaints } from "./reading/complaint.ts";
import { INPUT, isThere, readZone } from "./reading/kind.ts";
import type { ComplaintCase, ComplaintState } from "./types.ts";

/** What somebody may owe in a complaint, or for an entry of a box or a book. */
export const COMPLAINT_ITEM_KINDS = [
  "register",
  "answer",
  "review",
  "follow-up",
  "close",
  "feedback",
  "process-entry",
] as const;
/** What somebody may owe in a complaint. */
export type ComplaintItemKind = (typeof COMPLAINT_ITEM_KINDS)[number];

/** What the deadline engine has a due day for. */
export const COMPLAINT_DUE_KINDS = ["answer", "review"] as const satisfies readonly ComplaintItemKind[];
/** What the deadline engine has a due day for. */
export type ComplaintDueKind = (typeof COMPLAINT_DUE_KINDS)[number];

/** How complaints become open items. */
export interface ComplaintItemOptions {
  /** Zone in which the days are counted. */
  readonly zone: ZoneId;
  /**
   * Day by which a complaint has to be answered, as the deadline engine says: the `dueDate` of the stage. Default no
   * complaint has one.
   */
  readonly dueOf?: (complaint: ComplaintCase, kind: ComplaintDueKind) => LocalDate | null;
}

const readOptions = /* @__PURE__ */ (() =>
  shapeOf<ComplaintItemOptions>({ zone: readZone, dueOf: optional(readFunction) }))();

const isDueKind = (kind: ComplaintItemKind): kind is ComplaintDueKind =>
  (COMPLAINT_DUE_KINDS as readonly ComplaintItemKind[]).includes(kind);

/** What a state of a case may owe. */
type StateItemKind = Exclude<ComplaintItemKind, "feedback" | "process-entry">;

/** What is owed in each state; nothing once the case is over. */
const OWED: Readonly<Record<ComplaintState, StateItemKind | null>> = {
  received: "register",
  registered: "answer",
  "on-the-spot": "answer",
  investigating: "answer",
  transferred: "answer",
  extended: "answer",
  decided: "answer",
  replied: "follow-up",
  "followed-up": "close",
  closed: null,
  withdrawn: null,
  merged: null,
  declined: null,
  "re-opened": "answer",
  escalated: "review",
};

/** The entry that does what is owed; whatever else ends it drops it. */
const DONE_BY: Readonly<Record<StateItemKind, ComplaintActionType>> = {
  register: "register",
  answer: "reply",
  review: "reply",
  "follow-up": "follow-up",
  close: "close",
};

/** A stretch of a history in which one thing was owed. */
interface Spell {
  readonly kind: Exclude<ComplaintItemKind, "process-entry">;
  /** Place in the history of the entry from which it was owed. */
  readonly entry: number;
  readonly since: LocalDate;
  /** Who owed it last. */
  readonly owner: string;
  readonly closed: { readonly state: Exclude<OpenItemState, "open">; readonly closedOn: LocalDate } | null;
}

/** What was owed at each time: a review by a superior unit stays a review until it is answered. */
function statesOf({ history, acceptedBy, outlet }: ComplaintCase, zone: ZoneId): readonly Spell[] {
  const spells: (Spell & { readonly kind: StateItemKind })[] = [];
  let state = complaintLifecycle.initial;
  let handler: string | null = null;
  /** The unit that reviews, until it has named a handler. */
  let reviewer: string | null = null;
  const subjects = new Set<string>();
  for (const [index, entry] of history.entries()) {
    const moved = transition<ComplaintState, string>(complaintLifecycle, state, entry.type);
    if (moved.ok) state = moved.to;
    const named = handlerNamed(entry);
    if (named !== null) [handler, reviewer] = [named, null];
    if (entry.type === "escalate") reviewer = entry.to;
    for (const person of personsNamed(entry)) subjects.add(person);
    const open = spells.at(-1)?.closed === null ? spells.pop() : undefined;
    const owed: StateItemKind | null = open?.kind === "review" && OWED[state] === "answer" ? "review" : OWED[state];
    const candidate = (owed === "review" ? reviewer : null) ?? handler ?? acceptedBy;
    const owner = subjects.has(candidate) ? outlet : candidate;
    if (open?.kind === owed) {
      spells.push({ ...open, owner });
      continue;
    }
    const on = localDateOf(entry.at, zone);
    if (open !== undefined) {
      const closed = { state: entry.type === DONE_BY[open.kind] ? "done" : "dropped", closedOn: on } as const;
      spells.push({ ...open, closed });
    }
    if (owed !== null) spells.push({ kind: owed, entry: index, since: on, owner, closed: null });
  }
  return spells;
}

/** A cause that was found, and who owns it; null while nobody knows. */
interface Cause {
  readonly cause: string;
  readonly of: string | null;
}

/**
 * The feedback owed to the owners of causes: from a decision that found one until its owner was told, whatever becomes of
 * the case. A later decision that finds something else drops it; one that finds the same changes nothing.
 */
function feedbackOf({ history, acceptedBy, outlet }: ComplaintCase, zone: ZoneId): readonly Spell[] {
  const spells: Spell[] = [];
  const subjects = new Set<string>();
  let owed = null as Cause | null;
  let handler: string | null = null;
  for (const [index, entry] of history.entries()) {
    handler = handlerNamed(entry) ?? handler;
    const on = localDateOf(entry.at, zone);
    for (const person of personsNamed(entry)) subjects.add(person);
    const candidate = handler ?? acceptedBy;
    const owner = subjects.has(candidate) ? outlet : candidate;
    const open = spells.at(-1)?.closed === null ? spells.pop() : undefined;
    if (open !== undefined) spells.push({ ...open, owner });
    const close = (state: "done" | "dropped"): void => {
      if (open !== undefined) spells.splice(-1, 1, { ...open, owner, closed: { state, closedOn: on } });
    };
    if (entry.type === "inform-cause-owner" && (owed?.of ?? entry.to) === entry.to) close("done");
    if (entry.type !== "decide") continue;
    const { rootCause: cause, causeOwner } = entry;
    const found = cause === null ? null : { cause, of: isThere(causeOwner) ? causeOwner : null };
    if (found?.cause === owed?.cause && found?.of === owed?.of) continue;
    close("dropped");
    owed = found;
    if (found === null) continue;
    spells.push({ kind: "feedback", entry: index, since: on, owner, closed: null });
  }
  return spells;
}

/**
 * What is owed in complaints, and was (投诉待办), one item for each stretch of a case: register it, answer it, review it,
 * follow it up, close it; and, since a decision that found a root cause, tell its owner (信息反馈).
 *
 * The item is its handler's, or that of whoever accepted the complaint until there is one; a transfer moves it. A review
 * is the superior unit's, until that names a handler. What would be owed by somebody complained of is the outlet's, which
 * finds somebody else. What a withdrawal, a merger or a re-opening overtakes is dropped;
 * feedback stays owed, also once the case is closed. The title is the category of the complaint, and that of feedback
 * the code of the cause.
 *
 * @param complaints - in any state
 * @param options - the zone days are counted in, and when an answer is due
 * @returns items for `openItemBoard`, in the order of the complaints and their histories; ids are
 * `complaints/<complaint>#<entry>/<kind>`, with the place in the history from which it was owed
 * @throws `calendar/unknown-zone`, `core/invalid-instant`; `core/invalid-date` when `dueOf` gives what is not a date
 * @throws `complaints/invalid-complaint` for a complaint that is not one, with its place in the list
 * @throws `complaints/invalid-input` for options that are not
 * @example
 * const complaint = receiveComplaint({
 *   id: "C-1", receivedAt: "2026-02-13T10:00:00+08:00", channel: "phone", origin: "client", client: "K-77",
 *   contactable: true, category: "fees", outlet: "B-12", acceptedBy: "E-4", personsComplainedOf: [],
 * });
 * complaintOpenItems([complaint], { zone: "Asia/Shanghai" }) // => [{ id: "complaints/C-1#0/register", kind: "register", owner: "E-4", client: "K-77", title: "fees", origin: "C-1", since: "2026-02-13", due: null, mandatory: true, state: "open" }]
 * @since 0.1.0
 */
export function complaintOpenItems(
  complaints: readonly ComplaintCase[],
  options: ComplaintItemOptions,
): readonly OpenItem[] {
  const { zone, dueOf = () => null } = readOptions(options, ["options"], INPUT);
  const titleOf = ({ category, history }: ComplaintCase, kind: ComplaintItemKind, index: number): string => {
    const entry = history[index];
    return kind === "feedback" && entry?.type === "decide" ? (entry.rootCause ?? category) : category;
  };
  const dueDay = (complaint: ComplaintCase, kind: ComplaintItemKind): LocalDate | null => {
    const due = isDueKind(kind) ? dueOf(complaint, kind) : null;
    return due === null ? null : readDate(due, ["options", "dueOf"]);
  };
  return theComplaints(complaints).flatMap((complaint) => {
    const { id, client } = complaint;
    const spells = [...statesOf(complaint, zone), ...feedbackOf(complaint, zone)];
    return spells.map(({ kind, entry, since, owner, closed }): OpenItem => {
      // the deadline engine knows the last clock of each kind, and no earlier one
      const isPast = spells.some((other) => other.kind === kind && other.entry > entry);
      return {
        id: `complaints/${id}#${String(entry)}/${kind}`,
        kind,
        owner,
        ...(client === null ? {} : { client }),
        title: titleOf(complaint, kind, entry),
        origin: id,
        since,
        due: isPast ? null : dueDay(complaint, kind),
        mandatory: true,
        ...(closed ?? { state: "open" }),
      };
    });
  });
}

/**
 * What is owed for the entries of boxes and books (意见待处理), one item each, due on the day it was found.
 *
 * @param entries - open or processed
 * @param zone - zone in which the days are counted
 * @returns items for `openItemBoard`, in the order of the entries, for whoever found them
 * @throws `calendar/unknown-zone`, `core/invalid-instant`
 * @throws `complaints/empty-id`, `complaints/invalid-input` for an entry that is not one, with its place in the list
 * @see 商业银行个人客户经理工作流程 p. 60: 每日营业终了,大堂经理应对意见箱/意见簿中的投诉进行处理
 * @example
 * const entry = { id: "S-1", source: "opinion-box", outlet: "B-12", foundAt: "2026-02-13T17:30:00+08:00", foundBy: "E-4", writtenOn: null, outcome: null } as const;
 * opinionOpenItems([entry], "Asia/Shanghai").map(({ id, due, state }) => [id, due, state]) // => [["complaints/S-1/process-entry", "2026-02-13", "open"]]
 * @since 0.1.0
 */
export function opinionOpenItems(entries: readonly OpinionEntry[], zone: ZoneId): readonly OpenItem[] {
  const kind = "process-entry" satisfies ComplaintItemKind;
  readZone(zone, ["zone"]);
  return theEntries(entries).map(({ id, source, foundAt, foundBy, outcome }): OpenItem => {
    const since = localDateOf(foundAt, zone);
    return {
      id: `complaints/${id}/${kind}`,
      kind,
      owner: foundBy,
      title: source,
      origin: id,
      since,
      due: since,
      mandatory: true,
      ...(outcome === null ? { state: "open" } : { state: "done", closedOn: localDateOf(outcome.at, zone) }),
    };
  });
}

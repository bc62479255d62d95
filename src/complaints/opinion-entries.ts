import type { EmployeeId } from "../client/index.ts";
import { compareInstants, type Instant, type LocalDate } from "../core/index.ts";
import {
  byTag,
  listOf,
  oneOf,
  orNull,
  readAnyText,
  readDate,
  readMoment,
  readPerson,
  readText,
  rowOf,
  shapeOf,
} from "../core/inner.ts";
import { received } from "./complaint.ts";
import type { ComplaintId } from "./entries/steps.ts";
import { OPINION_SOURCES, type OpinionIntake, type OpinionSource } from "./intake.ts";
import { readOpinionIntake } from "./reading/intake.ts";
import { COMPLAINT, INPUT, readId } from "./reading/kind.ts";
import type { ComplaintCase, OpinionRefusal, RefusedOpinion } from "./types.ts";

/** What was found in an opinion box or book (意见箱、意见簿). */
export interface OpinionEntry {
  readonly id: string;
  readonly source: OpinionSource;
  readonly outlet: string;
  readonly foundAt: Instant;
  readonly foundBy: EmployeeId;
  /** Day the client wrote on it; null when there is none. */
  readonly writtenOn: LocalDate | null;
  /** What became of it; null until somebody has dealt with it. */
  readonly outcome: OpinionOutcome | null;
}

/** What became of an entry: a complaint, or a dismissal with its reason (praise, a blank slip, a duplicate). */
export type OpinionOutcome =
  | { readonly kind: "complaint"; readonly complaint: ComplaintId; readonly at: Instant; readonly by: EmployeeId }
  | { readonly kind: "dismissed"; readonly reason: string; readonly at: Instant; readonly by: EmployeeId };

/** Who processes an entry, and when. */
export interface OpinionProcessing {
  readonly at: Instant;
  readonly by: string;
}

/** A processed entry, or why it was not processed. */
export type OpinionResult<T> = (T & { readonly ok: true; readonly entry: OpinionEntry }) | RefusedOpinion;

/** An entry is a row: it may have members of its own. */
const readOpinion = /* @__PURE__ */ (() => {
  const base = { at: readMoment, by: readText };
  const kind = <T>(word: T): T => word;
  return rowOf<OpinionEntry>({
    id: readId,
    source: oneOf(OPINION_SOURCES),
    outlet: readId,
    foundAt: readMoment,
    foundBy: readId,
    writtenOn: orNull(readDate),
    outcome: orNull(
      byTag<OpinionOutcome, "kind">("kind", {
        complaint: rowOf<Extract<OpinionOutcome, { kind: "complaint" }>>({ kind, complaint: readText, ...base }),
        dismissed: rowOf<Extract<OpinionOutcome, { kind: "dismissed" }>>({ kind, reason: readText, ...base }),
      }),
    ),
  });
})();

/** Entries of the caller's; the first that is not one stops them, with its place. */
export const theEntries: (entries: readonly OpinionEntry[]) => readonly OpinionEntry[] = /* @__PURE__ */ (() => {
  const read = listOf(readOpinion);
  return (entries: readonly OpinionEntry[]) => read(entries, ["entries"], INPUT);
})();

const readProcessing = /* @__PURE__ */ (() => shapeOf<OpinionProcessing>({ at: readMoment, by: readId }))();

const readDismissal = /* @__PURE__ */ (() =>
  shapeOf<OpinionProcessing & { readonly reason: string }>({ at: readMoment, by: readId, reason: readAnyText }))();

function refusalOf(entry: OpinionEntry, { at }: OpinionProcessing): OpinionRefusal | null {
  if (entry.outcome !== null) return "already-processed";
  return compareInstants(at, entry.foundAt) < 0 ? "before-found" : null;
}

/**
 * Entries of boxes and books that are still open at the close of business (每日营业终了未处理的意见): those found by then and
 * neither turned into a complaint nor dismissed by then.
 *
 * The lobby must process all of them at the close of each business day; a branch manager wants to see an empty list.
 * When the client wrote it plays no part; what counts is when the entry was found.
 *
 * @param entries - any outlets, any order
 * @param closeOfBusiness - the moment the day's business ends, inclusive
 * @returns the open ones, in the order given
 * @throws `core/invalid-instant`
 * @throws `complaints/empty-id`, `complaints/invalid-input` for an entry that is not one, with its place in the list
 * @see 商业银行个人客户经理工作流程 p. 60: 每日营业终了,大堂经理应对意见箱/意见簿中的投诉进行处理
 * @example
 * const entry = { id: "S-1", source: "opinion-box", outlet: "B-12", foundAt: "2026-02-13T17:30:00+08:00", foundBy: "E-4", writtenOn: "2026-02-12", outcome: null } as const;
 * unprocessedEntries([entry], "2026-02-13T17:00:00+08:00") // => []
 * unprocessedEntries([entry], "2026-02-13T18:00:00+08:00").length // => 1
 * @since 0.1.0
 */
export function unprocessedEntries(
  entries: readonly OpinionEntry[],
  closeOfBusiness: Instant,
): readonly OpinionEntry[] {
  readMoment(closeOfBusiness, ["closeOfBusiness"]);
  return theEntries(entries).filter(
    ({ foundAt, outcome }) =>
      compareInstants(foundAt, closeOfBusiness) <= 0 &&
      (outcome === null || compareInstants(outcome.at, closeOfBusiness) > 0),
  );
}

/**
 * Turns an entry into a complaint (意见转投诉). The complaint counts as received when the entry was found, by whoever found
 * it; the day the client wrote it is kept as well.
 *
 * @param entry - an open entry
 * @param intake - what the complaint is about
 * @param processing - who does it, and when
 * @returns the processed entry and the complaint in state `received`, or why not
 * @throws `complaints/empty-id`, `complaints/invalid-complaint`, `complaints/invalid-input`; `core/invalid-case` for a
 * person's id, as in {@link receiveComplaint}
 * @throws `core/invalid-instant`, `core/invalid-date`
 * @see library convention: the clocks run from the finding; the text does not say
 * @example
 * const entry = { id: "S-1", source: "opinion-box", outlet: "B-12", foundAt: "2026-02-13T17:30:00+08:00", foundBy: "E-4", writtenOn: "2026-02-12", outcome: null } as const;
 * const intake = { id: "C-9", client: null, contactable: false, category: "queue", personsComplainedOf: [] };
 * const done = complaintFromEntry(entry, intake, { at: "2026-02-13T17:40:00+08:00", by: "E-5" });
 * done.ok && [done.complaint.receivedAt, done.complaint.writtenOn, done.entry.outcome?.kind] // => ["2026-02-13T17:30:00+08:00", "2026-02-12", "complaint"]
 * @since 0.1.0
 */
export function complaintFromEntry(
  entry: OpinionEntry,
  intake: OpinionIntake,
  processing: OpinionProcessing,
): OpinionResult<{ readonly complaint: ComplaintCase }> {
  readOpinion(entry, ["entry"], INPUT);
  readOpinionIntake(intake, ["intake"], COMPLAINT);
  readPerson(entry.foundBy, ["entry", "foundBy"]);
  const { at, by } = readProcessing(processing, ["processing"], INPUT);
  const reason = refusalOf(entry, processing);
  if (reason !== null) return { ok: false, reason };
  const complaint = received({
    ...intake,
    receivedAt: entry.foundAt,
    ...(entry.writtenOn === null ? {} : { writtenOn: entry.writtenOn }),
    entry: entry.id,
    channel: entry.source,
    origin: "client",
    outlet: entry.outlet,
    acceptedBy: entry.foundBy,
  });
  return { ok: true, entry: { ...entry, outcome: { kind: "complaint", complaint: complaint.id, at, by } }, complaint };
}

/**
 * Dismisses an entry with a reason (praise, a blank slip, a duplicate), so that none disappears without one.
 *
 * @param entry - an open entry
 * @param dismissal - who does it, when, and why
 * @returns the processed entry, or why not
 * @throws `complaints/empty-id`, `complaints/invalid-input`
 * @throws `core/invalid-instant`
 * @example
 * const entry = { id: "S-1", source: "opinion-book", outlet: "B-12", foundAt: "2026-02-13T17:30:00+08:00", foundBy: "E-4", writtenOn: null, outcome: null } as const;
 * dismissEntry(entry, { at: "2026-02-13T17:40:00+08:00", by: "E-5", reason: "" }) // => { ok: false, reason: "no-reason" }
 * dismissEntry(entry, { at: "2026-02-13T17:40:00+08:00", by: "E-5", reason: "praise" }).ok // => true
 * @since 0.1.0
 */
export function dismissEntry(
  entry: OpinionEntry,
  dismissal: OpinionProcessing & { readonly reason: string },
): OpinionResult<unknown> {
  readOpinion(entry, ["entry"], INPUT);
  const { at, by, reason } = readDismissal(dismissal, ["dismissal"], INPUT);
  const refusal = refusalOf(entry, dismissal);
  if (refusal !== null) return { ok: false, reason: refusal };
  if (reason.trim() === "") return { ok: false, reason: "no-reason" };
  return { ok: true, entry: { ...entry, outcome: { kind: "dismissed", reason, at, by } } };
}

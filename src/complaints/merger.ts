import { compareInstants, type Instant, type OtherCasesGiven } from "../core/index.ts";
import { OVER, stateOf } from "./course.ts";
import type { ComplaintHistoryEntry } from "./entries/entry.ts";
import type { TakeInNote } from "./entries/notes.ts";
import type { ComplaintId, MergeStep } from "./entries/steps.ts";
import type { ComplaintCase, ComplaintCondition } from "./types.ts";

/** The other complaint an entry makes the same matter; null when there is none. */
export function linkOf(entry: ComplaintHistoryEntry): ComplaintId | null {
  if (entry.type === "merge") return entry.into;
  return entry.type === "take-in" ? entry.complaint : null;
}

type Others = OtherCasesGiven<ComplaintCase>;

/** All other complaints given, of two copies the longer. */
function theOthers({ id: own }: ComplaintCase, { linked = [], elsewhere = [] }: Others): ComplaintCase[] {
  const byId = new Map<string, ComplaintCase>();
  for (const one of [...linked, ...elsewhere]) {
    const known = byId.get(one.id);
    if (one.id !== own && (known === undefined || known.history.length < one.history.length)) byId.set(one.id, one);
  }
  return [...byId.values()];
}

/** What had happened by a moment, inclusive. */
export const until = ({ history }: ComplaintCase, at: Instant): readonly ComplaintHistoryEntry[] =>
  history.filter((entry) => compareInstants(entry.at, at) <= 0);

/** Everything a history links a complaint to, with what it was received with. */
const linksOf = ({ links }: ComplaintCase, history: readonly ComplaintHistoryEntry[]): readonly ComplaintId[] =>
  history.length === 0
    ? []
    : [...((links as ComplaintCase["links"] | null) ?? []), ...history.map(linkOf).filter((link) => link !== null)];

/** Ids that links lead to from one, in either direction, and beyond. */
function reachedFrom(
  start: ComplaintId,
  all: readonly { readonly id: ComplaintId; readonly links: readonly ComplaintId[] }[],
): ReadonlySet<ComplaintId> {
  const reached = new Set([start]);
  // a set that is gone through meets what is added on the way
  for (const id of reached) {
    for (const one of all) {
      if (one.id === id) for (const link of one.links) reached.add(link);
      if (one.links.includes(id)) reached.add(one.id);
    }
  }
  return reached;
}

/**
 * The other complaints that were of the matter at a moment, of those given: what links led to by then, and of the linked
 * ones those that no link names.
 */
export function othersOfMatter(complaint: ComplaintCase, given: Others, at: Instant): readonly ComplaintCase[] {
  const others = theOthers(complaint, given);
  const all = [complaint, ...others];
  const then = reachedFrom(
    complaint.id,
    all.map((one) => ({ id: one.id, links: linksOf(one, until(one, at)) })),
  );
  const ever = reachedFrom(
    complaint.id,
    all.map((one) => ({ id: one.id, links: linksOf(one, one.history) })),
  );
  const linked = new Set(given.linked?.map(({ id }) => id));
  return others.filter(({ id }) => then.has(id) || (linked.has(id) && !ever.has(id)));
}

/** The other complaint of a merger; undefined when it is not given, of which casework says that nobody can tell. */
const partnerOf = (complaint: ComplaintCase, step: MergeStep | TakeInNote, given: Others): ComplaintCase | undefined =>
  theOthers(complaint, given).find(({ id }) => id === linkOf(step));

const withAnother: ComplaintCondition<MergeStep | TakeInNote> = {
  reason: "merged-with-itself",
  unmet: ({ id }, step) => (linkOf(step) === id ? { complaint: id } : null),
};

/** Neither of the two is over; one that has ended by merging into the other has not ended otherwise. */
const withOneThatGoesOn: ComplaintCondition<MergeStep | TakeInNote> = {
  reason: "merged-while-over",
  unmet: (complaint, step, _, given) => {
    const partner = partnerOf(complaint, step, given);
    if (partner === undefined) return null;
    const history = until(partner, step.at);
    const state = stateOf(history);
    const isThisMerger =
      step.type === "take-in" && history.some((entry) => entry.type === "merge" && entry.into === complaint.id);
    return OVER.includes(state) && !isThisMerger ? { complaint: partner.id, state } : null;
  },
};

const intoTheEarlier: ComplaintCondition<MergeStep | TakeInNote> = {
  reason: "merged-into-later",
  unmet: (complaint, step, _, given) => {
    const partner = partnerOf(complaint, step, given);
    if (partner === undefined) return null;
    const [ending, going] = step.type === "merge" ? [complaint, partner] : [partner, complaint];
    if (compareInstants(going.receivedAt, ending.receivedAt) <= 0) return null;
    return {
      complaint: ending.id,
      receivedAt: ending.receivedAt,
      into: going.id,
      intoReceivedAt: going.receivedAt,
    };
  },
};

const ofOneClient: ComplaintCondition<MergeStep | TakeInNote> = {
  reason: "merged-across-clients",
  unmet: (complaint, step, _, given) => {
    const partner = partnerOf(complaint, step, given);
    const clients = [complaint.client, partner?.client ?? null];
    return partner !== undefined && !clients.includes(null) && clients[0] !== clients[1]
      ? { complaint: partner.id }
      : null;
  },
};

/** Both sides know of it: the earlier complaint first. */
const takenIn: ComplaintCondition<MergeStep> = {
  reason: "not-taken-in",
  unmet: (complaint, step, _, given) => {
    const partner = partnerOf(complaint, step, given);
    if (partner === undefined) return null;
    const isTakenIn = until(partner, step.at).some(
      (entry) => entry.type === "take-in" && entry.complaint === complaint.id,
    );
    return isTakenIn ? null : { complaint: complaint.id, into: partner.id };
  },
};

/** What a complaint needs to take in a later one. */
export const takeInConditions: readonly ComplaintCondition<MergeStep | TakeInNote>[] = [
  withAnother,
  withOneThatGoesOn,
  intoTheEarlier,
  ofOneClient,
];

/** What a complaint needs to be merged into an earlier one. */
export const mergeConditions: readonly ComplaintCondition<MergeStep>[] = [...takeInConditions, takenIn];

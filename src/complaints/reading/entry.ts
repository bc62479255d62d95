import type { Path } from "../../core/index.ts";
import {
  asGiven,
  byTag,
  listOf,
  oneOf,
  orNull,
  readAnyText,
  readDate,
  readMoment,
  readText,
  wholeNumber,
  type Members,
  type Reader,
} from "../../core/inner.ts";
import type { ComplaintHistoryEntry } from "../entries/entry.ts";
import type { NewFacts } from "../entries/notes.ts";
import {
  COMPLAINT_DECISIONS,
  COMPLAINT_REMEDIES,
  DECLINE_GROUNDS,
  FOLLOW_UP_OUTCOMES,
  MESSAGE_FORMS,
  REPLY_FORMS,
  REPLY_ITEMS,
  type ClientMessage,
  type ComplaintStepBase,
  type Redress,
} from "../entries/steps.ts";
import { DOCUMENT, ROW, moneyIn, proofIn, type Kind } from "./kind.ts";

/** Whether it is an id that nobody misreads is for casework. */
function readName(person: string, path: Path): string {
  return readText(person, path, "core/invalid-case");
}

type EntryType = ComplaintHistoryEntry["type"];
type EntryOf<Type extends EntryType> = Extract<ComplaintHistoryEntry, { readonly type: Type }>;

/** How an entry of each type is read. */
type EntryReaders = { readonly [Type in EntryType]: Reader<EntryOf<Type>> };

/** What entries have besides their type, their moment and who did it, by type. */
type OwnMembers = {
  readonly [Type in EntryType]: Members<Omit<EntryOf<Type>, "type" | keyof ComplaintStepBase>>;
};

function ownMembers(kind: Kind): OwnMembers {
  const { of, nullable: may } = kind;
  const proof = may(proofIn(kind));
  // whoever is missing where somebody has to approve is a reason to refuse a step, not a mistake
  const redress = of<Redress>({ amount: moneyIn(kind), authority: readAnyText, approvedBy: readAnyText });
  const messageMembers = { receivedAt: readMoment, form: oneOf(MESSAGE_FORMS), reference: readText };
  const message = of<ClientMessage>(messageMembers);
  const form = oneOf(REPLY_FORMS);
  return {
    receive: { personsComplainedOf: listOf(readText) },
    register: {
      handler: readText,
      cause: readAnyText,
      keyPoints: listOf(readAnyText),
      solution: may(readText),
      proof,
    },
    "handle-on-the-spot": {},
    investigate: { handler: may(readText) },
    transfer: { to: readText, unit: may(readText) },
    extend: {
      reason: readText,
      approvedBy: readAnyText,
      approvedByRole: readText,
      clientToldAt: may(readMoment),
      extension: may(readText),
      clock: may(readText),
      to: may(wholeNumber(1, Number.MAX_SAFE_INTEGER)),
    },
    decide: {
      decision: oneOf(COMPLAINT_DECISIONS),
      reasons: readText,
      rootCause: orNull(readText),
      causeOwner: may(readText),
      redress: may(redress),
    },
    reply: { form, items: listOf(oneOf(REPLY_ITEMS)), remedies: listOf(oneOf(COMPLAINT_REMEDIES)) },
    "follow-up": { outcome: oneOf(FOLLOW_UP_OUTCOMES) },
    close: {},
    withdraw: { request: message, proof },
    merge: { into: readText },
    decline: { ground: oneOf(DECLINE_GROUNDS), reasons: readText, form },
    "re-open": { reason: readAnyText },
    escalate: { to: readText, reason: readAnyText },
    "tell-expectation": { replyBy: readDate },
    "begin-appraisal": { body: readText, commission: readText, clientToldAt: may(readMoment) },
    "end-appraisal": {},
    "bring-new-facts": { facts: of<NewFacts>({ what: readText, ...messageMembers }) },
    "client-accepts": { acceptance: message },
    "take-in": { complaint: readText },
    "name-person": { person: readName },
    "inform-cause-owner": { to: readText },
    "suggest-improvement": { idea: readText },
    "offer-sale": { product: readText },
  };
}

/** Reads an entry of any type: what all have, and what its own type has. */
function entryIn(kind: Kind): Reader<ComplaintHistoryEntry> {
  const own = ownMembers(kind);
  const readers = Object.entries(own).map(([type, members]) => [
    type,
    kind.of({ type: asGiven, at: readMoment, by: readName, ...members }),
  ]);
  return byTag<ComplaintHistoryEntry, "type">("type", Object.fromEntries(readers) as EntryReaders);
}

/** A step or a note as it is taken. */
export const readStep: Reader<ComplaintHistoryEntry> = /* @__PURE__ */ (() => entryIn(DOCUMENT))();

/** An entry of a history that was stored. */
export const readEntry: Reader<ComplaintHistoryEntry> = /* @__PURE__ */ (() => entryIn(ROW))();

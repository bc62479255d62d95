import { zoneTable } from "../calendar/inner.ts";
import type { CaseContext, Path, TeamMembership, ZoneId } from "../core/index.ts";
import {
  byTag,
  listOf,
  oneOf,
  optional,
  orNull,
  policyMembers,
  readAnyText,
  readDate,
  readFlag,
  readMoment,
  readPerson,
  readSeparation,
  readText,
  refuse,
  rowOf,
  shapeOf,
  wholeNumber,
  type Members,
  type Optional,
  type Reader,
} from "../core/inner.ts";
import type { Money } from "../money/index.ts";
import { minorOf } from "../money/inner.ts";
import { refuseBlank, type ComplaintErrorCode } from "./errors.ts";
import {
  COMPLAINT_DECISIONS,
  COMPLAINT_ENTRY_TYPES,
  COMPLAINT_PARTIES,
  COMPLAINT_REMEDIES,
  COMPLAINT_SIDE_ACTS,
  DECLINE_GROUNDS,
  FOLLOW_UP_OUTCOMES,
  REPLY_FORMS,
  REPLY_ITEMS,
  MESSAGE_FORMS,
  type AuthorityProof,
  type ClientMessage,
  type ComplaintHistoryEntry,
  type NewFacts,
  type Redress,
} from "./entries.ts";
import { complaintSeparation } from "./policies/separation.ts";
import {
  COMPLAINANT_CAPACITIES,
  COMPLAINT_CHANNELS,
  COMPLAINT_ORIGINS,
  COMPLAINT_STATES,
  isSameAuthority,
  type Complainant,
  type ComplaintCase,
  type ComplaintHandlingPolicy,
  type ComplaintIntake,
  type OpinionIntake,
  type RedressAuthority,
} from "./types.ts";

/*
 * What complaints, their steps and their policies look like. An intake and a step are documents: they have the members of
 * their type and no others. A complaint that comes back is a row: it may have members of its own, and a null of a
 * database in a member that may be absent stands for that; whoever looks at such a member asks `isThere`.
 */

/** What a complaint, an intake or a step is refused with. */
export const COMPLAINT = "complaints/invalid-complaint" satisfies ComplaintErrorCode;
/** What a policy is refused with. */
export const POLICY = "complaints/invalid-policy" satisfies ComplaintErrorCode;
/** What everything else that is given is refused with. */
export const INPUT = "complaints/invalid-input" satisfies ComplaintErrorCode;

/** An id of a complaint, an outlet, a category or an employee, without which there is no complaint. */
export function readId(value: string, path: Path): string {
  return typeof (value as unknown) === "string" && value.trim() !== "" ? value : refuseBlank(value, path);
}

/** A zone of the IANA database. */
export function readZone(zone: ZoneId, path: Path): ZoneId {
  return zoneTable(zone, path).id;
}

/** The word by which the shape was found. */
const asFound = <T>(word: T): T => word;

/** A member of a row that may be absent, or null. */
const nullable = <T>(read: Reader<T>): Optional<T> =>
  optional((value, path, code) => ((value as unknown) === null ? value : read(value, path, code)));

/** Whether nothing can be seen where somebody, or a role, has to be named. */
export const isBlank = (name: string): boolean => /^\s*$/.test(name);

/** Whether a row has a member that may be absent, or null. */
export const isThere = <T>(member: T | undefined): member is T => (member ?? null) !== null;

/** Documents and rows have the same members; they differ in what else they may have. */
interface Kind {
  readonly of: typeof shapeOf;
  readonly nullable: typeof optional;
}

const DOCUMENT: Kind = { of: shapeOf, nullable: optional };
/** How a row is read. */
export const ROW: Kind = { of: rowOf, nullable };

/** Money in a step, a policy or a total. */
export const moneyIn = ({ of }: Kind): Reader<Money> => {
  const read = of<Money>({ amount: asFound, currency: asFound });
  return (value, path, code) => {
    minorOf(read(value, path, code), path);
    return value;
  };
};

const proofIn = ({ of }: Kind): Reader<AuthorityProof> => of<AuthorityProof>({ reference: readText, on: readDate });

const opinionMembers = (kind: Kind): Members<OpinionIntake> => {
  const { of, nullable: may } = kind;
  const complainant = of<Complainant>({
    capacity: oneOf(COMPLAINANT_CAPACITIES),
    person: readText,
    proof: may(proofIn(kind)),
  });
  // at the receipt as at every later step; what was stored is read by casework when it is taken further
  const employee: Reader<string> = kind === DOCUMENT ? readPerson : readText;
  return {
    id: readId,
    originReference: may(readText),
    client: orNull(readText),
    complainant: may(complainant),
    prospect: may(readFlag),
    contactable: readFlag,
    category: readId,
    product: may(readText),
    businessChannel: may(readText),
    solutionSought: may(readText),
    personsComplainedOf: listOf(employee),
    representatives: may(listOf(readText)),
    links: may(listOf(readText)),
  };
};

const intakeMembers = (kind: Kind): Members<ComplaintIntake> => ({
  ...opinionMembers(kind),
  receivedAt: readMoment,
  writtenOn: kind.nullable(readDate),
  entry: kind.nullable(readText),
  channel: oneOf(COMPLAINT_CHANNELS),
  origin: oneOf(COMPLAINT_ORIGINS),
  outlet: readId,
  acceptedBy: (person, path) => (kind === DOCUMENT ? readPerson(readId(person, path), path) : readId(person, path)),
});

/** Whether it is an id that nobody misreads is for casework. */
function readName(person: string, path: Path): string {
  return readText(person, path, "core/invalid-case");
}

type EntryOf<Type extends ComplaintHistoryEntry["type"]> = Extract<ComplaintHistoryEntry, { readonly type: Type }>;

/** How an entry of each type is read. */
type EntryReaders = { readonly [Type in ComplaintHistoryEntry["type"]]: Reader<EntryOf<Type>> };

function entriesIn(kind: Kind): EntryReaders {
  const { of, nullable: may } = kind;
  const base = { type: asFound, at: readMoment, by: readName };
  // whoever is missing where somebody has to approve is a reason to refuse a step, not a mistake
  const redress = of<Redress>({ amount: moneyIn(kind), authority: readAnyText, approvedBy: readAnyText });
  const bare = of<EntryOf<"handle-on-the-spot" | "close" | "end-appraisal">>(base);
  const message = { receivedAt: readMoment, form: oneOf(MESSAGE_FORMS), reference: readText };
  return {
    receive: of<EntryOf<"receive">>({ ...base, personsComplainedOf: listOf(readText) }),
    register: of<EntryOf<"register">>({
      ...base,
      handler: readText,
      cause: readAnyText,
      keyPoints: listOf(readAnyText),
      solution: may(readText),
      proof: may(proofIn(kind)),
    }),
    "handle-on-the-spot": bare as Reader<EntryOf<"handle-on-the-spot">>,
    investigate: of<EntryOf<"investigate">>({ ...base, handler: may(readText) }),
    transfer: of<EntryOf<"transfer">>({ ...base, to: readText, unit: may(readText) }),
    extend: of<EntryOf<"extend">>({
      ...base,
      reason: readText,
      approvedBy: readAnyText,
      approvedByRole: readText,
      clientToldAt: may(readMoment),
      extension: may(readText),
      clock: may(readText),
      to: may(wholeNumber(1, Number.MAX_SAFE_INTEGER)),
    }),
    decide: of<EntryOf<"decide">>({
      ...base,
      decision: oneOf(COMPLAINT_DECISIONS),
      reasons: readText,
      rootCause: orNull(readText),
      causeOwner: may(readText),
      redress: may(redress),
    }),
    reply: of<EntryOf<"reply">>({
      ...base,
      form: oneOf(REPLY_FORMS),
      items: listOf(oneOf(REPLY_ITEMS)),
      remedies: listOf(oneOf(COMPLAINT_REMEDIES)),
    }),
    "follow-up": of<EntryOf<"follow-up">>({ ...base, outcome: oneOf(FOLLOW_UP_OUTCOMES) }),
    close: bare as Reader<EntryOf<"close">>,
    withdraw: of<EntryOf<"withdraw">>({
      ...base,
      request: of<ClientMessage>(message),
      proof: may(proofIn(kind)),
    }),
    merge: of<EntryOf<"merge">>({ ...base, into: readText }),
    decline: of<EntryOf<"decline">>({
      ...base,
      ground: oneOf(DECLINE_GROUNDS),
      reasons: readText,
      form: oneOf(REPLY_FORMS),
    }),
    "re-open": of<EntryOf<"re-open">>({ ...base, reason: readAnyText }),
    escalate: of<EntryOf<"escalate">>({ ...base, to: readText, reason: readAnyText }),
    "tell-expectation": of<EntryOf<"tell-expectation">>({ ...base, replyBy: readDate }),
    "begin-appraisal": of<EntryOf<"begin-appraisal">>({
      ...base,
      body: readText,
      commission: readText,
      clientToldAt: may(readMoment),
    }),
    "end-appraisal": bare as Reader<EntryOf<"end-appraisal">>,
    "bring-new-facts": of<EntryOf<"bring-new-facts">>({
      ...base,
      facts: of<NewFacts>({ what: readText, ...message }),
    }),
    "client-accepts": of<EntryOf<"client-accepts">>({ ...base, acceptance: of<ClientMessage>(message) }),
    "take-in": of<EntryOf<"take-in">>({ ...base, complaint: readText }),
    "name-person": of<EntryOf<"name-person">>({ ...base, person: readName }),
    "inform-cause-owner": of<EntryOf<"inform-cause-owner">>({ ...base, to: readText }),
    "suggest-improvement": of<EntryOf<"suggest-improvement">>({ ...base, idea: readText }),
    "offer-sale": of<EntryOf<"offer-sale">>({ ...base, product: readText }),
  };
}

const entryIn = (kind: Kind): Reader<ComplaintHistoryEntry> =>
  byTag<ComplaintHistoryEntry, "type">("type", entriesIn(kind));

/** What a complaint that is made from an entry of a box or a book consists of. */
export const readOpinionIntake: Reader<OpinionIntake> = /* @__PURE__ */ (() => shapeOf(opinionMembers(DOCUMENT)))();

/** What a complaint consists of when it is accepted. */
export const readIntake: Reader<ComplaintIntake> = /* @__PURE__ */ (() => shapeOf(intakeMembers(DOCUMENT)))();

/** A step or a note as it is taken. */
export const readStep: Reader<ComplaintHistoryEntry> = /* @__PURE__ */ (() => entryIn(DOCUMENT))();

/** An entry of a history that was stored. */
export const readEntry: Reader<ComplaintHistoryEntry> = /* @__PURE__ */ (() => entryIn(ROW))();

/** A complaint with a history whose entries are not read. */
export const readHead: Reader<ComplaintCase> = /* @__PURE__ */ (() =>
  rowOf<ComplaintCase>({
    ...intakeMembers(ROW),
    state: oneOf(COMPLAINT_STATES),
    handler: orNull(readText),
    history: listOf(asFound, 1),
  }))();

/** A complaint with its history. */
export function readComplaint(complaint: ComplaintCase, path: Path, code: string): ComplaintCase {
  for (const [index, entry] of readHead(complaint, path, code).history.entries()) {
    readEntry(entry, [...path, "history", index], code);
  }
  return complaint;
}

/** A complaint of the caller's. */
export const theComplaint = (complaint: ComplaintCase): ComplaintCase =>
  readComplaint(complaint, ["complaint"], COMPLAINT);

/** Complaints of the caller's; the first that is not one stops them, with its place. */
export const theComplaints: (complaints: readonly ComplaintCase[]) => readonly ComplaintCase[] =
  /* @__PURE__ */ (() => {
    const read = listOf(readComplaint);
    return (complaints: readonly ComplaintCase[]) => read(complaints, ["complaints"], COMPLAINT);
  })();

/** Authorities of which none has two limits. */
function readOneLimitEach(rows: readonly RedressAuthority[], path: Path, code: string): readonly RedressAuthority[] {
  for (const [index, row] of rows.entries()) {
    if (rows.slice(0, index).some((other) => isSameAuthority(other, row))) {
      refuse(code, [...path, index], "a second limit of one role in one currency", { received: row.role });
    }
  }
  return rows;
}

const readPolicy = /* @__PURE__ */ (() => {
  type Limit = NonNullable<ComplaintHandlingPolicy["representatives"]>;
  type Rules = Required<ComplaintHandlingPolicy>["separation"];
  const names = { actions: [...COMPLAINT_ENTRY_TYPES, ...COMPLAINT_SIDE_ACTS], parties: COMPLAINT_PARTIES };
  const taken = complaintSeparation.map(({ id }) => id);
  const readRules: Reader<Rules> = listOf(asFound);
  const readAuthorities = listOf(shapeOf<RedressAuthority>({ role: readText, upTo: orNull(moneyIn(DOCUMENT)) }));
  return shapeOf<ComplaintHandlingPolicy>({
    ...policyMembers,
    sellingAllowed: readFlag,
    expectationRequired: readFlag,
    representatives: orNull(
      shapeOf<Limit>({ max: wholeNumber(1, Number.MAX_SAFE_INTEGER), channels: listOf(oneOf(COMPLAINT_CHANNELS)) }),
    ),
    replyItems: listOf(oneOf(REPLY_ITEMS)),
    remedies: listOf(oneOf(COMPLAINT_REMEDIES)),
    proofRequired: listOf(oneOf(COMPLAINANT_CAPACITIES)),
    declineGrounds: listOf(oneOf(DECLINE_GROUNDS)),
    redressAuthorities: (rows, path, code) => readOneLimitEach(readAuthorities(rows, path, code), path, code),
    // the rules are refused as casework refuses them, which reads them again where it asks them
    separation: optional<Rules>((rules, path, code) => {
      for (const [index, { id }] of readSeparation(readRules(rules, path, code), names).entries()) {
        if (taken.includes(id)) refuse("core/invalid-separation", ["separation", index, "id"], "used twice", { id });
      }
      return rules;
    }),
    readings: optional(listOf(readText)),
  });
})();

/** The policy of the caller. */
export const thePolicy = (policy: ComplaintHandlingPolicy): ComplaintHandlingPolicy =>
  readPolicy(policy, ["policy"], POLICY);

type Context = Omit<CaseContext<ComplaintCase, unknown>, "policy">;

/** What the separation of persons needs to know besides; casework reads the teams. */
export const readContext: Reader<Context> = /* @__PURE__ */ (() =>
  shapeOf<Context>({
    linked: optional(listOf(readComplaint)),
    elsewhere: optional(listOf(readComplaint)),
    teams: optional<readonly TeamMembership[]>(asFound),
  }))();

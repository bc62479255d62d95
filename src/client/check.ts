import { describeValue, issueOf, tryDayNumber, type LocalDate, type Path } from "../core/index.ts";
import { asGiven, oneOf, readList, readObject, type Reader } from "../core/inner.ts";
import { otherKindIn } from "./as-known.ts";
import { reportEntries } from "./report-entries.ts";
import type { ClientFile, CorporateClientFile, FormerParticulars, PersonalClientFile } from "./client-file.ts";
import { ATTITUDE_EVIDENCE } from "./knowledge/attitude-evidence.ts";
import { reportFacts, type PartialFact } from "./knowledge/report-facts.ts";
import { DERIVED_FACT, FACT, RAW_FACT } from "./knowledge/fact.ts";
import { CLIENT_DATA_TYPES } from "./knowledge/fact.ts";
import { reportManagers } from "./managers/transfers.ts";
import { CLIENT_PERSON } from "./person-at-client.ts";
import * as members from "./read-client.ts";
import type { ClientIssue, Report } from "./reasons.ts";
import { current } from "./recorded.ts";
import { overlap, type Stretch } from "./stretch.ts";
import { CLIENT_KINDS, type ClientKind, type IdentityKind, type Recorded } from "./types.ts";

const { INVALID, oneByOne } = members;

/** Members of a client file of either kind. */
type AnyFile = Omit<CorporateClientFile, "kind"> & Omit<PersonalClientFile, "kind"> & Pick<ClientFile, "kind">;

const FILE = /* @__PURE__ */ oneByOne<AnyFile>({ ...members.FILE, organisation: asGiven, person: asGiven });
const NAMES = /* @__PURE__ */ oneByOne(members.NAMES);
const IDENTITY = /* @__PURE__ */ oneByOne(members.IDENTITY);
const ACCOUNT = /* @__PURE__ */ oneByOne(members.ACCOUNT);
const CONTACT = /* @__PURE__ */ oneByOne(members.CONTACT);
const PERSON_AT_CLIENT = /* @__PURE__ */ oneByOne(CLIENT_PERSON);
const MANAGER = /* @__PURE__ */ oneByOne(members.MANAGER);
const GROUP = /* @__PURE__ */ oneByOne(members.GROUP);
const HOUSEHOLD = /* @__PURE__ */ oneByOne(members.HOUSEHOLD);
const REFERRAL = /* @__PURE__ */ oneByOne(members.REFERRAL);
const FACTS = /* @__PURE__ */ oneByOne<PartialFact>({
  ...FACT,
  dataType: oneOf(CLIENT_DATA_TYPES),
  group: asGiven,
  derivation: asGiven,
} as never);
const RAW = /* @__PURE__ */ oneByOne<PartialFact>({ group: RAW_FACT.group } as never);
const DERIVED = /* @__PURE__ */ oneByOne<PartialFact>({ derivation: DERIVED_FACT.derivation } as never);
const ATTITUDE = /* @__PURE__ */ oneByOne(ATTITUDE_EVIDENCE);
const ANALYSIS = /* @__PURE__ */ oneByOne(members.ANALYSIS);
const REPLACED = /* @__PURE__ */ oneByOne(members.REPLACED);
const ORGANISATION = /* @__PURE__ */ oneByOne(members.ORGANISATION);
const PERSON = /* @__PURE__ */ oneByOne(members.PERSON);

/** The kind of client that has an identity of a kind; null for either. */
const KIND_OF_IDENTITY: Readonly<Record<IdentityKind, ClientKind | null>> = {
  "identity-card": "personal",
  passport: "personal",
  "travel-permit": "personal",
  "unified-social-credit-code": "corporate",
  "company-registration": "corporate",
  "business-registration": "corporate",
  lei: "corporate",
  "tax-number": null,
  other: null,
};

/** The members of an object that can be read. */
function readable<T extends object>(value: T): Partial<T> {
  let names: readonly string[] = [];
  try {
    names = Object.keys(value);
  } catch {
    // the readers have reported it
  }
  const entries = names.flatMap((name) => {
    try {
      return [[name, value[name as keyof T]]];
    } catch {
      return [];
    }
  });
  return Object.fromEntries(entries) as Partial<T>;
}

/** Who an entry says it is about, as it may appear in details; nothing for an entry that does not say. */
function idOf(id: string | undefined): string {
  if (id === undefined) return "";
  return typeof (id as unknown) === "string" ? id : describeValue(id);
}

/**
 * Errors in a client file: members that are missing, misspelt or of the wrong kind, words that are not among those
 * allowed, empty or repeated ids, dates that do not exist or are reversed; primary managers who overlap, leave days
 * without one or are their own backup, and transfers nobody else approved beforehand; two households at once; raw values
 * mixed with derived ones, and derived ones of unknown origin or derived from themselves; corrections that correct
 * nothing; what was recorded before it was seen.
 *
 * A file may have members of its own, as a row of a database has, and null for an optional member.
 * `ClientFileSchema` is stricter; repeated ids, reversed dates and overlaps are found here only.
 *
 * @param client - client file
 * @returns issues in the order of the file; empty when nothing is wrong
 * @example
 * const file = { kind: "personal", id: "C-1", names: { legal: "…" }, accounts: [], contacts: [], analyses: [], person: {},
 *   managers: [
 *     { employee: "E-1", name: "A", role: "primary", unit: "1", from: "2024-01-01" },
 *     { employee: "E-2", name: "B", role: "primary", unit: "1", from: "2026-03-01" },
 *   ] } as const;
 * checkClientFile(file).map((issue) => issue.code) // => ["client/managers-overlap", "client/transfer-not-approved"]
 * @since 0.1.0
 */
export function checkClientFile(client: ClientFile): readonly ClientIssue[] {
  const issues: ClientIssue[] = [];
  const report: Report = (code, path, details) => {
    issues.push({ code, path, details } as ClientIssue);
  };
  const attempt = (read: () => unknown): boolean => {
    try {
      read();
      return true;
    } catch (e) {
      issues.push(issueOf(e) as ClientIssue);
      return false;
    }
  };
  /** Reads every member of an object; returns those that can be looked at further. */
  const partsOf = <T extends object>(value: unknown, readers: readonly Reader<T>[], path: Path): Partial<T> => {
    const given = value as T;
    if (!attempt(() => readObject(given, path, INVALID))) return {};
    for (const read of readers) attempt(() => read(given, path, INVALID));
    return readable(given);
  };
  const entriesOf = <T extends object>(list: unknown, readers: readonly Reader<T>[], name: string): Partial<T>[] => {
    let entries: readonly T[] = [];
    attempt(() => (entries = readList(list as readonly T[], [name], INVALID)));
    return entries.map((entry, index) => partsOf(entry, readers, [name, index]));
  };
  const reportReversed = (path: Path, from: LocalDate | undefined, to: LocalDate | undefined): void => {
    const [first, end] = [tryDayNumber(from), tryDayNumber(to)];
    if (from === undefined || to === undefined || first === null || end === null || end > first) return;
    report("client/reversed-dates", path, { from, to });
  };

  const file = partsOf(client as AnyFile, FILE, []);
  const kind = CLIENT_KINDS.find((word) => word === file.kind);
  partsOf(file.names, NAMES, ["names"]);
  switch (kind) {
    case "corporate":
      partsOf(file.organisation, ORGANISATION, ["organisation"]);
      break;
    case "personal":
      partsOf(file.person, PERSON, ["person"]);
      break;
    case undefined:
      break;
  }

  /** Entries that no other corrects, with their place in the list. */
  const holding = <T extends Recorded>(entries: readonly Partial<T>[]): readonly (readonly [number, Partial<T>])[] => {
    const left = new Set<unknown>(current(entries as readonly Recorded[]));
    return [...entries.entries()].filter(([, entry]) => left.has(entry));
  };
  const repeatedIn = (name: string, entries: readonly Partial<Recorded & { readonly id: string }>[]): void => {
    const seen = new Set<string>();
    for (const [index, { id }] of holding(entries)) {
      if (id !== undefined && seen.has(id)) report("client/duplicate-id", [name, index, "id"], { id: idOf(id) });
      if (id !== undefined) seen.add(id);
    }
  };
  const listOf = <T extends Recorded>(
    list: unknown,
    readers: readonly Reader<T>[],
    name: string,
    observedOn?: keyof T,
  ): readonly Partial<T>[] => {
    if ((list ?? null) === null && IS_OPTIONAL.has(name)) return [];
    const entries = entriesOf(list, readers, name);
    reportEntries<T>(name, entries, idOf, report, observedOn);
    return entries;
  };
  const reportStretches = (name: string, entries: readonly Partial<Stretch>[]): void => {
    for (const [index, { from, to }] of entries.entries()) {
      reportReversed([name, index, "to"], from ?? undefined, to ?? undefined);
    }
  };

  const identities = listOf(file.identities, IDENTITY, "identities");
  reportStretches("identities", identities);
  for (const [index, { kind: own }] of identities.entries()) {
    if (own === undefined || kind === undefined || !Object.hasOwn(KIND_OF_IDENTITY, own)) continue;
    const expected = KIND_OF_IDENTITY[own];
    if (expected === null || expected === kind) continue;
    report("client/wrong-kind", ["identities", index, "kind"], { kind, part: own });
  }

  const accounts = listOf(file.accounts, ACCOUNT, "accounts");
  repeatedIn("accounts", accounts);
  for (const [index, { openedOn, closedOn }] of accounts.entries()) {
    reportReversed(["accounts", index, "closedOn"], openedOn, closedOn);
  }

  listOf(file.contacts, CONTACT, "contacts");

  const people = listOf(file.people, PERSON_AT_CLIENT, "people");
  repeatedIn("people", people);
  reportStretches("people", people);

  const managers = listOf(file.managers, MANAGER, "managers");
  reportStretches("managers", managers);
  reportManagers(holding(managers), idOf, report);

  if ((file.group ?? null) !== null) partsOf(file.group, GROUP, ["group"]);

  const households = listOf(file.household, HOUSEHOLD, "household");
  reportStretches("household", households);
  if (kind === "corporate" && households.length > 0) {
    report("client/wrong-kind", ["household"], { kind, part: "household" });
  }
  for (const [index, membership] of holding(households)) {
    const clash = holding(households).find(([at, other]) => at < index && overlap(other, membership));
    const from = membership.from ?? null;
    if (clash === undefined || from === null) continue;
    const both = [idOf(clash[1].household), idOf(membership.household)] as const;
    report("client/households-overlap", ["household", index], { households: both, from });
  }

  if ((file.referredBy ?? null) !== null) {
    const { client: referrer } = partsOf(file.referredBy, REFERRAL, ["referredBy"]);
    if (referrer !== undefined && referrer === file.id) {
      report("client/referred-by-itself", ["referredBy", "client"], { client: idOf(referrer) });
    }
  }

  const facts = listOf<PartialFact>(file.facts, FACTS, "facts", "asOf");
  for (const [index, fact] of facts.entries()) {
    const { dataType } = fact;
    if (dataType === undefined || !CLIENT_DATA_TYPES.includes(dataType)) continue;
    for (const read of dataType === "derived" ? DERIVED : RAW) attempt(() => read(fact, ["facts", index], INVALID));
  }
  reportFacts(holding(facts), idOf, report);

  listOf(file.attitudes, ATTITUDE, "attitudes", "on");
  listOf(file.analyses, ANALYSIS, "analyses", "date");

  if ((file.replaced ?? null) !== null) {
    for (const [index, { was }] of entriesOf(file.replaced, REPLACED, "replaced").entries()) {
      const former = typeof was === "object" ? (was as FormerParticulars | null) : null;
      const part = former === null || kind === undefined ? null : otherKindIn(kind, former);
      if (part === null || kind === undefined) continue;
      report("client/wrong-kind", ["replaced", index, "was", part], { kind, part });
    }
  }
  return issues;
}

/** Lists a file need not have. */
const IS_OPTIONAL: ReadonlySet<string> = new Set(["identities", "people", "household", "facts", "attitudes"]);

import { describeValue, issueOf, tryDayNumber, type LocalDate, type Path } from "../core/index.ts";
import { asGiven, readList, readObject, type Reader } from "../core/inner.ts";
import * as members from "./read-client.ts";
import type { ClientIssue, Report } from "./reasons.ts";
import type { ClientFile, CorporateClientFile, PersonalClientFile } from "./types.ts";

const { INVALID, oneByOne } = members;

/** Members of a client file of either kind. */
type AnyFile = Omit<CorporateClientFile, "kind"> & Omit<PersonalClientFile, "kind"> & Pick<ClientFile, "kind">;

const FILE = /* @__PURE__ */ oneByOne<AnyFile>({ ...members.FILE, organisation: asGiven, person: asGiven });
const NAMES = /* @__PURE__ */ oneByOne(members.NAMES);
const ACCOUNT = /* @__PURE__ */ oneByOne(members.ACCOUNT);
const CONTACT = /* @__PURE__ */ oneByOne(members.CONTACT);
const MANAGER = /* @__PURE__ */ oneByOne(members.MANAGER);
const GROUP = /* @__PURE__ */ oneByOne(members.GROUP);
const ANALYSIS = /* @__PURE__ */ oneByOne(members.ANALYSIS);
const ORGANISATION = /* @__PURE__ */ oneByOne(members.ORGANISATION);
const PERSON = /* @__PURE__ */ oneByOne(members.PERSON);

/** The members of an object that can be read. */
function readable<T extends object>(value: T): Partial<T> {
  const entries = Object.keys(value).flatMap((name) => {
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
 * allowed, empty or repeated ids, dates that do not exist or are reversed, two primary managers at once, a voting share
 * outside 0 to 1.
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
 * checkClientFile(file).map((issue) => issue.code) // => ["client/managers-overlap"]
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
  partsOf(file.names, NAMES, ["names"]);
  switch (file.kind) {
    case "corporate":
      partsOf(file.organisation, ORGANISATION, ["organisation"]);
      break;
    case "personal":
      partsOf(file.person, PERSON, ["person"]);
      break;
    case undefined:
      break;
  }

  const accounts = new Set<string>();
  for (const [index, { id, openedOn, closedOn }] of entriesOf(file.accounts, ACCOUNT, "accounts").entries()) {
    if (id !== undefined && accounts.has(id)) report("client/duplicate-id", ["accounts", index, "id"], { id });
    if (id !== undefined) accounts.add(id);
    reportReversed(["accounts", index, "closedOn"], openedOn, closedOn);
  }

  entriesOf(file.contacts, CONTACT, "contacts");

  const managers = entriesOf(file.managers, MANAGER, "managers");
  for (const [index, { from, to }] of managers.entries()) reportReversed(["managers", index, "to"], from, to);
  for (const [index, manager] of managers.entries()) {
    const { from } = manager;
    if (manager.role !== "primary" || from === undefined) continue;
    const clash = managers.find((other, at) => at < index && other.role === "primary" && overlap(other, manager));
    if (clash !== undefined) {
      report("client/managers-overlap", ["managers", index], {
        employees: [idOf(clash.employee), idOf(manager.employee)],
        from,
      });
    }
  }

  if (file.group !== undefined && (file.group as unknown) !== null) partsOf(file.group, GROUP, ["group"]);
  entriesOf(file.analyses, ANALYSIS, "analyses");
  return issues;
}

interface Stretch {
  readonly from?: LocalDate;
  readonly to?: LocalDate | null;
}

/** Whether two half-open stretches share a day; dates that do not exist are reported elsewhere and overlap nothing. */
function overlap(a: Stretch, b: Stretch): boolean {
  const end = (stretch: Stretch): number =>
    (stretch.to ?? null) === null ? Number.POSITIVE_INFINITY : (tryDayNumber(stretch.to) ?? Number.NaN);
  const start = (stretch: Stretch): number => tryDayNumber(stretch.from) ?? Number.NaN;
  return start(a) < end(b) && start(b) < end(a);
}

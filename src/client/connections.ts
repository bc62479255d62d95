import { issueOf, toDayNumber, type LocalDate, type RowIssue } from "../core/index.ts";
import { compareTexts, listOf, nullable, readList, refuse, rowOf, type Reader } from "../core/inner.ts";
import type { ClientFile } from "./client-file.ts";
import type { ClientErrorCode } from "./errors.ts";
import { HOUSEHOLD, INVALID, readId, REFERRAL } from "./read-client.ts";
import { current } from "./recorded.ts";
import { lastsOn } from "./stretch.ts";
import type { ClientId, HouseholdId, HouseholdMembership } from "./types.ts";

/*
 * What joins clients and is not ownership: who brought whom, and who lives together.
 */

type Referred = Pick<ClientFile, "id" | "referredBy">;
type Housed = Pick<ClientFile, "id" | "household">;

const readReferred = rowOf<Referred>({ id: readId, referredBy: nullable(rowOf(REFERRAL)) });

const readHoused = rowOf<Housed>({ id: readId, household: nullable(listOf(rowOf(HOUSEHOLD))) });

/** The files of a list that can be read, by client, the first of each, and what is wrong with the others. */
interface FilesRead<F> {
  readonly files: ReadonlyMap<ClientId, F>;
  readonly issues: readonly RowIssue[];
}

function readFiles<F extends { readonly id: ClientId }>(list: readonly F[], read: Reader<F>): FilesRead<F> {
  const files = new Map<ClientId, F>();
  const issues: RowIssue[] = [];
  const twice: ClientErrorCode = "client/duplicate-id";
  for (const [row, file] of readList(list, ["files"], INVALID).entries()) {
    try {
      const own = read(file, [], INVALID);
      const { id } = own;
      if (files.has(id)) refuse(twice, ["id"], "already in the list", { id });
      files.set(id, own);
    } catch (error) {
      issues.push({ row, ...issueOf(error) });
    }
  }
  return { files, issues };
}

/** Reads the files of a list; the one of a client that is asked about has to be there, and to be one. */
function readFilesWith<F extends { readonly id: ClientId }>(
  list: readonly F[],
  client: ClientId,
  read: Reader<F>,
): FilesRead<F> & { readonly own: F } {
  const given = readFiles(list, read);
  readId(client, ["client"], INVALID);
  const own = given.files.get(client);
  if (own !== undefined) return { ...given, own };
  // the file that cannot be read may be the one asked about
  for (const { row } of given.issues) {
    for (const file of list.slice(row, row + 1)) read(file, ["files", row], INVALID);
  }
  return refuse("client/unknown-client" satisfies ClientErrorCode, ["client"], "not in the list", { client });
}

/** The clients somebody brought to the bank, up to a day. */
export interface ReferredOnDay {
  readonly client: ClientId;
  readonly date: LocalDate;
  /** The clients referred, in order of id, each once. */
  readonly referred: readonly ClientId[];
  /** Files that cannot be read, or whose client was there before: left out, and named here. */
  readonly issues: readonly RowIssue[];
}

/**
 * The clients somebody brought to the bank, up to a day (由客户推介而建立的其它客户关系).
 *
 * Referrals of the day itself count. Only direct ones: whom those referred is for those. A file that cannot be read stops
 * no other: it is left out, and named in `issues`.
 *
 * @param files - client files, or their ids and referrals
 * @param client - the client who referred
 * @param date - civil date
 * @returns the clients referred, and the files left out
 * @throws `core/invalid-date`; `client/invalid-input` when `files` is not a list, and what is wrong with the file of
 * `client` itself; `client/unknown-client` when `client` is not in the list
 * @see the value statement's second heading, item 由客户推介而建立的其它客户关系 (客户关系的价值, p. 11)
 * @example
 * const files = [
 *   { id: "C-1" },
 *   { id: "C-3", referredBy: { client: "C-1", on: "2026-02-10" } },
 *   { id: "C-2", referredBy: { client: "C-1", on: "2025-09-01" } },
 * ];
 * referredClients(files, "C-1", "2026-02-09").referred // => ["C-2"]
 * referredClients(files, "C-1", "2026-02-10").referred // => ["C-2", "C-3"]
 * @since 0.1.0
 */
export function referredClients(files: readonly Referred[], client: ClientId, date: LocalDate): ReferredOnDay {
  toDayNumber(date);
  const given = readFilesWith(files, client, readReferred);
  const referred = [...given.files.values()].filter(
    ({ id, referredBy }) => id !== client && referredBy?.client === client && referredBy.on <= date,
  );
  return { client, date, referred: referred.map(({ id }) => id).sort(compareTexts), issues: given.issues };
}

/** Who lives in the household of a client on a day, as far as they are clients. */
export interface HouseholdOnDay {
  readonly client: ClientId;
  readonly date: LocalDate;
  /** Null when the client belongs to none on the day. */
  readonly household: HouseholdId | null;
  /** The clients who belong to it on the day, the client included, in order of id; empty without a household. */
  readonly members: readonly ClientId[];
  /** Files that cannot be read, or whose client was there before: left out, and named here. */
  readonly issues: readonly RowIssue[];
}

/**
 * The household of a client on a day, and the clients who belong to it (家庭成员).
 *
 * `from` is inclusive, `to` exclusive. Where two memberships of one client cover the day, the one that started last
 * counts; {@link checkClientFile} reports the overlap. A file that cannot be read stops no other: it is left out, and named
 * in `issues`.
 *
 * @param files - client files, or their ids and households
 * @param client - the client whose household is wanted
 * @param date - civil date
 * @returns the household, its members, and the files left out
 * @throws `core/invalid-date`; `client/invalid-input` when `files` is not a list, and what is wrong with the file of
 * `client` itself; `client/unknown-client` when `client` is not in the list
 * @example
 * const files = [
 *   { id: "C-1", household: [{ household: "H-1", from: "2020-01-01" }] },
 *   { id: "C-2", household: [{ household: "H-1", from: "2020-01-01", to: "2026-03-01" }] },
 * ];
 * householdAt(files, "C-1", "2026-02-28").members // => ["C-1", "C-2"]
 * householdAt(files, "C-1", "2026-03-01").members // => ["C-1"]
 * householdAt(files, "C-2", "2026-03-01") // => { client: "C-2", date: "2026-03-01", household: null, members: [], issues: [] }
 * @since 0.1.0
 */
export function householdAt(files: readonly Housed[], client: ClientId, date: LocalDate): HouseholdOnDay {
  const day = toDayNumber(date);
  const given = readFilesWith(files, client, readHoused);
  const household = householdOn(given.own, day);
  const members = [...given.files.values()].filter(
    (file) => household !== null && householdOn(file, day) === household,
  );
  return { client, date, household, members: members.map(({ id }) => id).sort(compareTexts), issues: given.issues };
}

function householdOn({ household }: Housed, day: number): HouseholdId | null {
  let found: HouseholdMembership | null = null;
  for (const membership of current(household ?? [])) {
    if (lastsOn(membership, day) && (found === null || membership.from > found.from)) found = membership;
  }
  return found?.household ?? null;
}

import { toDayNumber, type LocalDate } from "../core/index.ts";
import { compareTexts, listOf, nullable, refuse, rowOf } from "../core/inner.ts";
import type { ClientFile } from "./client-file.ts";
import type { ClientErrorCode } from "./errors.ts";
import { HOUSEHOLD, INVALID, readId, REFERRAL } from "./read-client.ts";
import { current } from "./recorded.ts";
import { lastsOn } from "./stretch.ts";
import type { ClientId, HouseholdId, HouseholdMembership } from "./types.ts";

/*
 * What joins clients and is not ownership: who brought whom, and who lives together.
 */

const readReferred = listOf(
  rowOf<Pick<ClientFile, "id" | "referredBy">>({ id: readId, referredBy: nullable(rowOf(REFERRAL)) }),
);

const readHouseholds = listOf(
  rowOf<Pick<ClientFile, "id" | "household">>({ id: readId, household: nullable(listOf(rowOf(HOUSEHOLD))) }),
);

/** The file of a client in a list, or the refusal of one that is not there. */
function fileOf<F extends { readonly id: ClientId }>(files: readonly F[], client: ClientId): F {
  readId(client, ["client"], INVALID);
  const own = files.find(({ id }) => id === client);
  return own ?? refuse("client/unknown-client" satisfies ClientErrorCode, ["client"], "not in the list", { client });
}

/**
 * The clients somebody brought to the bank, up to a day (由客户推介而建立的其它客户关系).
 *
 * Referrals of the day itself count. Only direct ones: whom those referred is for those.
 *
 * @param files - client files, or their ids and referrals
 * @param client - the client who referred
 * @param date - civil date
 * @returns ids in order of their code units, each once
 * @throws `core/invalid-date`; `client/invalid-input` for a file whose id or referral is not as a client file has it;
 * `client/unknown-client` when `client` is not in the list
 * @see the value statement's second heading, item 由客户推介而建立的其它客户关系 (客户关系的价值, p. 11)
 * @example
 * const files = [
 *   { id: "C-1" },
 *   { id: "C-3", referredBy: { client: "C-1", on: "2026-02-10" } },
 *   { id: "C-2", referredBy: { client: "C-1", on: "2025-09-01" } },
 * ];
 * referredClients(files, "C-1", "2026-02-09") // => ["C-2"]
 * referredClients(files, "C-1", "2026-02-10") // => ["C-2", "C-3"]
 * @since 0.1.0
 */
export function referredClients(
  files: readonly Pick<ClientFile, "id" | "referredBy">[],
  client: ClientId,
  date: LocalDate,
): readonly ClientId[] {
  toDayNumber(date);
  const given = readReferred(files, ["files"], INVALID);
  fileOf(given, client);
  const ids = given.filter(
    ({ id, referredBy }) => id !== client && referredBy?.client === client && referredBy.on <= date,
  );
  return [...new Set(ids.map(({ id }) => id))].sort(compareTexts);
}

/** Who lives in the household of a client on a day, as far as they are clients. */
export interface HouseholdOnDay {
  readonly client: ClientId;
  readonly date: LocalDate;
  /** Null when the client belongs to none on the day. */
  readonly household: HouseholdId | null;
  /** The clients who belong to it on the day, the client included, in order of id; empty without a household. */
  readonly members: readonly ClientId[];
}

/**
 * The household of a client on a day, and the clients who belong to it (家庭成员).
 *
 * `from` is inclusive, `to` exclusive. Where two memberships of one client cover the day, the one that started last
 * counts; {@link checkClientFile} reports the overlap.
 *
 * @param files - client files, or their ids and households
 * @param client - the client whose household is wanted
 * @param date - civil date
 * @returns the household and its members
 * @throws `core/invalid-date`; `client/invalid-input` for a file whose id or household is not as a client file has it;
 * `client/unknown-client` when `client` is not in the list
 * @example
 * const files = [
 *   { id: "C-1", household: [{ household: "H-1", from: "2020-01-01" }] },
 *   { id: "C-2", household: [{ household: "H-1", from: "2020-01-01", to: "2026-03-01" }] },
 * ];
 * householdAt(files, "C-1", "2026-02-28").members // => ["C-1", "C-2"]
 * householdAt(files, "C-1", "2026-03-01").members // => ["C-1"]
 * householdAt(files, "C-2", "2026-03-01") // => { client: "C-2", date: "2026-03-01", household: null, members: [] }
 * @since 0.1.0
 */
export function householdAt(
  files: readonly Pick<ClientFile, "id" | "household">[],
  client: ClientId,
  date: LocalDate,
): HouseholdOnDay {
  const day = toDayNumber(date);
  const given = readHouseholds(files, ["files"], INVALID);
  const household = householdOn(fileOf(given, client).household ?? [], day);
  const members = given.filter((file) => household !== null && householdOn(file.household ?? [], day) === household);
  return { client, date, household, members: [...new Set(members.map(({ id }) => id))].sort(compareTexts) };
}

function householdOn(memberships: readonly HouseholdMembership[], day: number): HouseholdId | null {
  let found: HouseholdMembership | null = null;
  for (const membership of current(memberships)) {
    if (lastsOn(membership, day) && (found === null || membership.from > found.from)) found = membership;
  }
  return found?.household ?? null;
}

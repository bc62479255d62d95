import { toDayNumber, type LocalDate } from "../core/index.ts";
import { compareTexts, listOf, rowOf } from "../core/inner.ts";
import type { ClientFile } from "./client-file.ts";
import { ACCOUNT, INVALID, readId } from "./read-client.ts";
import { current } from "./recorded.ts";
import { lastsOn } from "./stretch.ts";
import type { ClientId } from "./types.ts";

/** What an account is known by in the client file (帐号): client, currency and product, and the accounts that share them. */
export interface AccountsOfKey {
  readonly client: ClientId;
  /** ISO 4217 code (货币代号). */
  readonly currency: string;
  /** The bank's product code (业务产品代号). */
  readonly product: string;
  /** Numbers of the accounts, in order. */
  readonly accounts: readonly string[];
}

const readClient = rowOf<Pick<ClientFile, "id" | "accounts">>({ id: readId, accounts: listOf(rowOf(ACCOUNT)) });

/**
 * The accounts a client has on a day, by the three parts of the key: client, currency and product (帐号).
 *
 * An account counts from `openedOn`, inclusive, to `closedOn`, exclusive; without `openedOn` from ever.
 *
 * @param client - client file
 * @param date - civil date
 * @returns one row per key, in order of currency and product
 * @throws `core/invalid-date`; `client/invalid-input` for accounts that are not as a client file has them
 * @see 客户信息档案 (CIF): 帐号由客户号、货币代号、业务产品代号组成
 * @example
 * const accounts = [
 *   { id: "2", currency: "USD", product: "DEP-CUR" },
 *   { id: "1", currency: "CNY", product: "DEP-CUR", openedOn: "2024-05-12" },
 *   { id: "3", currency: "CNY", product: "DEP-CUR", openedOn: "2026-01-05" },
 * ];
 * accountsAt({ id: "C-1", accounts }, "2025-12-31").map((row) => [row.currency, row.accounts]) // => [["CNY", ["1"]], ["USD", ["2"]]]
 * @since 0.1.0
 */
export function accountsAt(client: Pick<ClientFile, "id" | "accounts">, date: LocalDate): readonly AccountsOfKey[] {
  const day = toDayNumber(date);
  const { id, accounts } = readClient(client, ["client"], INVALID);
  const byKey = new Map<string, AccountsOfKey & { readonly accounts: string[] }>();
  for (const { id: account, currency, product, openedOn, closedOn } of current(accounts)) {
    if (!lastsOn({ from: openedOn ?? null, to: closedOn ?? null }, day)) continue;
    const key = `${currency} ${product}`;
    const row = byKey.get(key) ?? { client: id, currency, product, accounts: [] };
    row.accounts.push(account);
    byKey.set(key, row);
  }
  return [...byKey.values()]
    .sort((a, b) => compareTexts(a.currency, b.currency) || compareTexts(a.product, b.product))
    .map((row) => ({ ...row, accounts: [...row.accounts].sort(compareTexts) }));
}

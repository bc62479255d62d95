import { describe, expect, test } from "vitest";

import { fromMinorUnits, moneyColumn } from "../../src/money/index.ts";
import {
  bookClients,
  bookedItems,
  clientValue,
  incomeBases,
  valueBook,
  valueBookData,
  valueBookFromColumns,
  type IncomeLine,
} from "../../src/relationship-value/index.ts";

const CLIENTS = 1500;
const LINES = 4000;

/** Pseudo-random lines of more clients than are added to together; some amounts are beyond what a double counts. */
function* facts() {
  let state = 20260331;
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let row = 0; row < LINES; row++) {
    const size = next(80) === 0 ? 65n * 10n ** 14n : BigInt(next(1e9));
    yield {
      row,
      client: `C-${String(next(CLIENTS)).padStart(4, "0")}`,
      item: next(bookedItems.length),
      basis: next(incomeBases.length),
      minor: next(3) === 0 ? -size : size,
    };
  }
}

const rows = [...facts()];
const lines = rows.map(({ row, client, item, basis, minor }): IncomeLine => ({
  id: `L-${String(row)}`,
  client,
  product: "P",
  item: bookedItems[item] ?? "asset",
  period: "2026",
  amount: fromMinorUnits(minor, "CNY"),
  basis: incomeBases[basis] ?? "actual",
}));
const { book, issues } = valueBook(lines, { period: "2026", currency: "CNY" });

describe("a book of more clients than are added to together", () => {
  test("each client has the sum of its lines", () => {
    expect(issues).toEqual([]);
    const sums = new Map<string, bigint>();
    for (const { client, minor } of rows) sums.set(client, (sums.get(client) ?? 0n) + minor);
    expect(bookClients(book)).toHaveLength(sums.size);
    const some = [...sums].filter((_, place) => place % 9 === 0);
    const totals = some.map(([client]) => clientValue(book, client).total);
    expect(totals).toEqual(some.map(([, sum]) => fromMinorUnits(sum, "CNY")));
    expect(book.figures.total).toEqual(
      fromMinorUnits(
        [...sums.values()].reduce((a, b) => a + b),
        "CNY",
      ),
    );
  });

  test.each([
    ["in order", (ids: string[]) => ids.sort()],
    ["in no order", (ids: string[]) => ids.sort().reverse()],
    // the first, the last and some between are not in the book
    ["with clients that have no rows", (ids: string[]) => [...ids, "A-1", "C-0500x", "C-0501x", "Z-9"].sort()],
  ])("the same from columns, ids %s", (_, arrange) => {
    const clients = arrange([...new Set(rows.map(({ client }) => client))]);
    const places = new Map(clients.map((client, place) => [client, place]));
    const columns = {
      clients,
      client: Uint32Array.from(rows, ({ client }) => places.get(client) ?? -1),
      item: Uint8Array.from(rows, ({ item }) => item),
      basis: Uint8Array.from(rows, ({ basis }) => basis),
      amounts: moneyColumn(
        "CNY",
        lines.map(({ amount }) => amount.amount),
      ),
    };
    const fromColumns = valueBookFromColumns(columns, { period: "2026" });
    expect(fromColumns.issues).toEqual([]);
    expect(valueBookData(fromColumns.book)).toStrictEqual(valueBookData(book));
    expect(clientValue(fromColumns.book, "Z-9").totalDetail.status).toBe("no-data");
  });

  test("an id that occurs twice is refused, in order or not", () => {
    for (const clients of [
      ["C-1", "C-1"],
      ["C-2", "C-1", "C-2"],
    ]) {
      const columns = { clients, client: [], item: [], basis: [], amounts: moneyColumn("CNY", []) };
      expect(() => valueBookFromColumns(columns, { period: "2026" })).toThrow("an id that occurs twice");
    }
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";

import { add, money, moneyColumn, type ExchangeRate } from "../../src/money/index.ts";
import {
  bookClients,
  bookedItems,
  clientValue,
  incomeBases,
  mergeValueBooks,
  topClients,
  valueBook,
  valueBookData,
  valueBookFromColumns,
  type IncomeLine,
} from "../../src/relationship-value/index.ts";

const rates: readonly ExchangeRate[] = [
  { from: "USD", to: "CNY", rate: "7.0987", date: "2025-12-31", source: "test sheet" },
];
const options = { period: "2026", currency: "CNY", rates } as const;

const minor = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000 }).map(BigInt),
  fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }),
);
const amountOf = (units: bigint): string => {
  const digits = (units < 0n ? -units : units).toString().padStart(3, "0");
  return `${units < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

const lines = fc
  .array(
    fc.record({
      client: fc.constantFrom("C-0", "C-1", "C-2", "C-3"),
      product: fc.constant("p"),
      item: fc.constantFrom(...bookedItems),
      period: fc.constantFrom("2026", "2026-Q1", "2026-07", "2025"),
      amount: fc
        .tuple(minor, fc.constantFrom("CNY", "CNY", "USD"))
        .map(([m, currency]) => money(amountOf(m), currency)),
      basis: fc.constantFrom(...incomeBases),
    }),
    { maxLength: 30 },
  )
  .map((rows): IncomeLine[] => rows.map((row, index) => ({ id: `L${String(index)}`, ...row })));

const bookOf = (rows: readonly IncomeLine[]) => valueBook(rows, options).book;
const same = (a: ReturnType<typeof bookOf>, b: ReturnType<typeof bookOf>): void => {
  expect(a).toStrictEqual(b);
  expect(valueBookData(a)).toStrictEqual(valueBookData(b));
};

test("merging the parts of a book gives the book, however it is cut and in whatever order", () => {
  fc.assert(
    fc.property(lines, fc.nat(30), fc.nat(30), (rows, i, j) => {
      const [from, to] = [Math.min(i, j), Math.max(i, j)];
      const [a, b, c] = [bookOf(rows.slice(0, from)), bookOf(rows.slice(from, to)), bookOf(rows.slice(to))];
      const whole = bookOf(rows);
      same(mergeValueBooks(mergeValueBooks(a, b), c), whole);
      same(mergeValueBooks(a, mergeValueBooks(b, c)), whole);
      same(mergeValueBooks(c, mergeValueBooks(b, a)), whole);
      same(mergeValueBooks(whole, bookOf([])), whole);
      same(mergeValueBooks(bookOf([]), whole), whole);
    }),
  );
});

test("the clients of a book add up to the book", () => {
  fc.assert(
    fc.property(lines, (rows) => {
      const book = bookOf(rows);
      const clients = bookClients(book).map((client) => clientValue(book, client));
      const zero = money("0", "CNY");
      expect(clients.reduce((sum, { total }) => add(sum, total), zero)).toStrictEqual(book.figures.total);
      for (const head of ["direct", "other"] as const) {
        expect(clients.reduce((sum, { heads }) => add(sum, heads[head]), zero)).toStrictEqual(book.figures.heads[head]);
      }
      expect(topClients(book, { n: 9 }).reduce((sum, { amount }) => add(sum, amount), zero)).toStrictEqual(
        book.figures.total,
      );
    }),
  );
});

test("groups that cover the bank, less what they share, are the bank", () => {
  fc.assert(
    fc.property(lines, fc.subarray(["C-1", "C-2", "C-3"]), (rows, subsidiaries) => {
      const book = bookOf(rows);
      const zero = money("0", "CNY");
      const grouped = clientValue(book, "C-0", { group: { subsidiaries } }).total;
      const rest = bookClients(book).filter((client) => client !== "C-0" && !subsidiaries.includes(client));
      const alone = rest.reduce((sum, client) => add(sum, clientValue(book, client).total), zero);
      expect(add(grouped, alone)).toStrictEqual(book.figures.total);
    }),
  );
});

test("columns give the same book as lines", () => {
  fc.assert(
    fc.property(lines, (all) => {
      const rows = all.filter(({ amount, period }) => amount.currency === "CNY" && period !== "2025");
      const clients = ["C-3", "C-1", "C-0", "C-2"];
      const { book } = valueBookFromColumns(
        {
          clients,
          client: rows.map(({ client }) => clients.indexOf(client)),
          item: rows.map(({ item }) => bookedItems.indexOf(item)),
          basis: rows.map(({ basis }) => incomeBases.indexOf(basis)),
          amounts: moneyColumn(
            "CNY",
            rows.map(({ amount }) => amount.amount),
          ),
        },
        { period: "2026" },
      );
      same(book, bookOf(rows));
    }),
  );
});

import { describe, expect, test } from "vitest";

import { money, moneyColumn } from "../../src/money/index.ts";
import {
  bookClients,
  bookedItems,
  clientValue,
  mergeValueBooks,
  relationshipValue,
  topClients,
  valueBook,
  valueBookData,
  valueBookFromColumns,
  valueBookFromData,
  type IncomeLine,
  type ValueBookData,
} from "../../src/relationship-value/index.ts";
import { en } from "../../src/labels/en.ts";
import { tell } from "../../src/telling/index.ts";
import { given } from "../support/told.ts";
import { refusalOf } from "../support/refusal.ts";

const cny = (amount: string) => money(amount, "CNY");
const options = { period: "2026", currency: "CNY" } as const;

const line = (
  id: string,
  client: string,
  item: IncomeLine["item"],
  amount: string,
  basis: IncomeLine["basis"] = "actual",
): IncomeLine => ({ id, client, product: "p", item, period: "2026-Q1", amount: cny(amount), basis });

const lines = [
  line("1", "B", "asset", "60.00"),
  line("2", "A", "asset", "20.00", "estimated"),
  line("3", "A", "liability", "10.00", "accrued"),
  line("4", "C", "sponsorship", "30.00", "estimated"),
  line("5", "B", "sponsorship", "-20.00"),
  line("6", "D", "intermediary", "0.00"),
];
const { book } = valueBook(lines, options);

describe("totals of a book", () => {
  test("heads and items over all clients; the second head is a view", () => {
    expect(book.figures.heads).toStrictEqual({
      direct: cny("90.00"), // 60 + 20 + 10 + 0
      related: cny("0.00"),
      other: cny("10.00"), // 30 − 20
    });
    expect(book.figures.total).toStrictEqual(cny("100.00"));
    expect(book.figures.items.asset).toStrictEqual({
      status: "stated",
      amount: cny("80.00"),
      byBasis: { actual: cny("60.00"), accrued: null, estimated: cny("20.00") },
      lineCount: 2,
      inTotal: true,
    });
    expect(book.figures.items.referred).toMatchObject({ status: "view", amount: null, inTotal: false });
    expect(book.figures.headDetails.related.status).toBe("view");
    expect(book.figures.headDetails.direct.status).toBe("stated");
    expect(book.figures.headDetails.other.status).toBe("partly-stated");
    expect(book.figures.totalDetail).toMatchObject({ status: "partly-stated", lineCount: 6, estimatedShare: "0.5000" });
  });

  test("clients, lines and conventions", () => {
    expect(book.clientCount).toBe(4);
    expect(bookClients(book)).toStrictEqual(["A", "B", "C", "D"]);
    expect(book.lines).toStrictEqual({ given: 6, counted: 6, refused: 0 });
    expect(book.conventions).toStrictEqual({
      period: { from: "2026-01-01", to: "2027-01-01" },
      currency: "CNY",
      rounding: "half-even",
      rateDay: "line-end",
    });
  });

  test("with trusted ids a second row of one id counts, without it is an issue", () => {
    const twice = [line("1", "A", "asset", "1.00"), line("1", "A", "asset", "1.00")];
    expect(valueBook(twice, options).book.figures.total).toStrictEqual(cny("1.00"));
    expect(valueBook(twice, { ...options, ids: "trusted" }).book.figures.total).toStrictEqual(cny("2.00"));
    expect(refusalOf(() => valueBook([], { ...options, ids: "known" as "trusted" }))).toStrictEqual({
      code: "relationship-value/invalid-option",
      path: ["ids"],
      details: { received: "string(5)", allowed: ["checked", "trusted"] },
    });
  });

  test("sums beyond 2^53 minor units are exact", () => {
    const large = ["90071992547409.93", "90071992547409.93", "0.01", "900719925474099.31", "-0.02"];
    const { book } = valueBook(
      large.map((amount, index) => line(String(index), "A", "asset", amount)),
      options,
    );
    // 2 × 90071992547409.93 + 900719925474099.31 − 0.01
    expect(book.figures.total).toStrictEqual(cny("1080863910568919.16"));
    expect(clientValue(book, "A").total).toStrictEqual(cny("1080863910568919.16"));
    expect(valueBookFromData(valueBookData(book)).figures).toStrictEqual(book.figures);
  });
});

describe("one client out of a book", () => {
  const group = { subsidiaries: ["A"], affiliates: ["C", "A"], referred: ["Z"] };

  test("states the same as the lines do, with and without a group", () => {
    for (const referred of ["inside", "beside"] as const) {
      const { statement } = relationshipValue(lines, { client: "B", ...options, group, referred });
      const { heads, headDetails, items, total, totalDetail } = statement;
      expect(clientValue(book, "B", { group, referred })).toStrictEqual({
        heads,
        headDetails,
        items,
        total,
        totalDetail,
      });
    }
    expect(clientValue(book, "B", { group }).heads).toStrictEqual({
      direct: cny("60.00"),
      related: cny("60.00"), // A 30, C 30
      other: cny("-20.00"),
    });
    expect(clientValue(book, "B").headDetails.related.status).toBe("no-data");
  });

  test("a client without lines has no data", () => {
    expect(clientValue(book, "Z").totalDetail).toMatchObject({ status: "no-data", lineCount: 0, estimatedShare: null });
    expect(refusalOf(() => clientValue(book, "")).code).toBe("relationship-value/empty-id");
    expect(refusalOf(() => clientValue(book, "A", { group })).code).toBe("relationship-value/client-in-own-group");
  });
});

describe("ranking", () => {
  test("largest first; equal amounts share a rank and come in order of id", () => {
    const rows = topClients(book, { n: 10 });
    expect(rows).toStrictEqual([
      {
        rank: 1,
        client: "B",
        amount: cny("40.00"),
        share: "0.4000",
        cumulativeShare: "0.4000",
        estimated: false,
        lineCount: 2,
      },
      {
        rank: 2,
        client: "A",
        amount: cny("30.00"),
        share: "0.3000",
        cumulativeShare: "0.7000",
        estimated: true,
        lineCount: 2,
      },
      {
        rank: 2,
        client: "C",
        amount: cny("30.00"),
        share: "0.3000",
        cumulativeShare: "1.0000",
        estimated: true,
        lineCount: 1,
      },
      {
        rank: 4,
        client: "D",
        amount: cny("0.00"),
        share: "0.0000",
        cumulativeShare: "1.0000",
        estimated: false,
        lineCount: 1,
      },
    ]);
    expect(topClients(book, { n: 2 })).toStrictEqual(rows.slice(0, 2));
    expect(topClients(book, { n: 0 })).toStrictEqual([]);
  });

  test("by a head or an item, clients without it are left out", () => {
    expect(topClients(book, { n: 9, by: "direct" }).map(({ client, share }) => [client, share])).toStrictEqual([
      ["B", "0.6667"],
      ["A", "0.3333"],
      ["D", "0.0000"],
    ]);
    expect(topClients(book, { n: 9, by: "sponsorship" }).map(({ client, share }) => [client, share])).toStrictEqual([
      ["C", "3.0000"], // 30 of 30 − 20
      ["B", "-2.0000"],
    ]);
    expect(topClients(book, { n: 9, by: "advertising" })).toStrictEqual([]);
  });

  test("shares of a whole of nothing are null", () => {
    const { book } = valueBook([line("1", "A", "asset", "5"), line("2", "B", "asset", "-5")], options);
    expect(
      topClients(book, { n: 9 }).map(({ client, share, cumulativeShare }) => [client, share, cumulativeShare]),
    ).toStrictEqual([
      ["A", null, null],
      ["B", null, null],
    ]);
  });

  test("wrong options", () => {
    expect(refusalOf(() => topClients(book, { n: -1 })).code).toBe("core/invalid-integer");
    expect(refusalOf(() => topClients(book, { n: 1, by: "related" as "total" }))).toStrictEqual({
      code: "relationship-value/invalid-option",
      path: ["by"],
      details: { received: "string(7)", allowed: ["total", "direct", "other", ...bookedItems] },
    });
  });
});

describe("plain data", () => {
  const data = valueBookData(book);

  test("cells in order of client id and slot", () => {
    expect(data.clients).toStrictEqual(["A", "B", "C", "D"]);
    expect(data.cells).toStrictEqual({
      client: [0, 0, 1, 1, 2, 3],
      slot: [2, 4, 0, 21, 23, 6], // item × 3 + basis
      amount: ["20.00", "10.00", "60.00", "-20.00", "30.00", "0.00"],
      lineCount: [1, 1, 1, 1, 1, 1],
    });
  });

  test("comes back from JSON as the same book", () => {
    const copy = valueBookFromData(JSON.parse(JSON.stringify(data)) as ValueBookData<"CNY">);
    expect(copy).toStrictEqual(book);
    expect(topClients(copy, { n: 4 })).toStrictEqual(topClients(book, { n: 4 }));
  });

  test("a copy of the handle itself has no clients, and says so", () => {
    expect(refusalOf(() => topClients({ ...book }, { n: 1 }))).toStrictEqual({
      code: "relationship-value/unknown-book",
      path: ["book"],
      details: {},
    });
    expect(refusalOf(() => mergeValueBooks(book, { ...book })).path).toStrictEqual(["b"]);
  });

  const withCells = (cells: Partial<typeof data.cells>, more: Partial<typeof data> = {}) => ({
    ...data,
    ...more,
    cells: { ...data.cells, ...cells },
  });

  test.each([
    ["columns of two lengths", withCells({ slot: [0] }), ["data", "cells"], { rows: 6 }],
    ["a cell of no client", withCells({ client: [0, 0, 1, 1, 2, 9] }), ["data", "cells", "client", 5], { clients: 4 }],
    ["no such slot", withCells({ slot: [2, 4, 0, 24, 23, 6] }), ["data", "cells", "slot", 3], { slots: 24 }],
    [
      "no such amount",
      withCells({ amount: ["20.00", "x", "60.00", "-20.00", "30.00", "0.00"] }),
      ["data", "cells", "amount", 1],
      { code: "money/invalid-amount", received: "string(1)", type: "string" },
    ],
    [
      "a cell without lines",
      withCells({ lineCount: [1, 1, 1, 1, 1, 0] }),
      ["data", "cells", "lineCount", 5],
      { received: 0 },
    ],
    ["line counts that do not add up", withCells({}, { given: 7 }), ["data", "given"], { counted: 6 }],
    [
      "a client that stands twice",
      withCells({}, { clients: ["A", "A", "C", "D"] }),
      ["data", "clients", 1],
      { received: "string(1)" },
    ],
    [
      "a client without id",
      withCells({}, { clients: ["", "B", "C", "D"] }),
      ["data", "clients", 0],
      { received: "string(0)" },
    ],
    [
      "a client whose id is a number",
      withCells({}, { clients: [7 as unknown as string, "B", "C", "D"] }),
      ["data", "clients", 0],
      { received: "7" },
    ],
    [
      "one cell twice",
      withCells({ client: [0, 0, 1, 1, 2, 3], slot: [2, 2, 0, 21, 23, 6] }),
      ["data", "cells", "slot", 1],
      { slots: 24 },
    ],
    [
      "more lines in a cell than it can count",
      withCells({ lineCount: [2 ** 32, 1, 1, 1, 1, 1] }, { given: 2 ** 32 + 5 }),
      ["data", "cells", "lineCount", 0],
      { received: 2 ** 32 },
    ],
    ["more refused rows than given", withCells({}, { given: 5, refused: -1 }), ["data", "refused"], { received: "-1" }],
    [
      "rows that are no whole number",
      withCells({}, { given: 6.5, refused: 0.5 }),
      ["data", "given"],
      { received: "6.5" },
    ],
  ] as const)("%s", (_, wrong, path, details) => {
    expect(refusalOf(() => valueBookFromData(wrong))).toStrictEqual({
      code: "relationship-value/invalid-book-data",
      path,
      details,
    });
  });
});

test.each([
  ["a period that is none", { period: { from: "2026-13-01", to: "2027-01-01" } }, "core/invalid-date"],
  ["a rounding that is none", { rounding: "near" as "up" }, "money/invalid-rounding"],
  ["a rate day that is none", { rateDay: "today" as "line-end" }, "relationship-value/invalid-option"],
])("book data with %s is refused, as the options of a book are", (_, wrong, code) => {
  const data = valueBookData(book);
  expect(refusalOf(() => valueBookFromData({ ...data, conventions: { ...data.conventions, ...wrong } })).code).toBe(
    code,
  );
});

describe("merging", () => {
  test.each([
    ["period", { ...options, period: "2026-Q1" }],
    ["currency", { ...options, currency: "HKD" }],
    ["rounding", { ...options, rounding: "half-up" }],
    ["rateDay", { ...options, rateDay: "period-end" }],
  ] as const)("books of another %s do not merge", (convention, other) => {
    const part = valueBook([], other).book as typeof book;
    expect(refusalOf(() => mergeValueBooks(book, part))).toStrictEqual({
      code: "relationship-value/books-differ",
      path: ["b", "conventions", convention],
      details: { a: book.conventions[convention], b: part.conventions[convention] },
    });
  });

  test("conversions of one rate are added, rounding differences too", () => {
    const rates = [{ from: "USD", to: "CNY", rate: "7.1234", date: "2026-03-31", source: "test sheet" }];
    const part = (id: string, amount: string) =>
      valueBook([{ ...line(id, "A", "asset", "0"), amount: money(amount, "USD") }], { ...options, rates }).book;
    const merged = mergeValueBooks(part("1", "100.01"), part("2", "50.05"));
    expect(merged.conversions).toStrictEqual([
      // 712.411234 → 712.41, 356.526170 → 356.53
      { rate: rates[0], lineCount: 2, original: "150.06", converted: cny("1068.94"), roundingDifference: "-0.002596" },
    ]);
  });
});

describe("columns", () => {
  const byHand = (...minor: readonly number[]) =>
    ({ currency: "CNY", minor: Float64Array.from(minor), large: new Map<number, bigint>(), issues: [] }) as const;
  const columns = {
    clients: ["A", "B", "idle"],
    client: [0, 1, 0, 1],
    item: [0, 7, 2, 0],
    basis: [0, 2, 1, 0],
    amounts: moneyColumn("CNY", ["1.10", "2.20", "x", "9007199254740993.27"]),
  };

  test("an amount that is none is an issue; an idle client is not in the book; large amounts are exact", () => {
    const { book, issues } = valueBookFromColumns(columns, { period: "2026" });
    expect(issues).toStrictEqual([
      {
        row: 2,
        code: "money/invalid-amount",
        path: ["amounts", 2],
        details: { received: "string(1)", type: "string" },
      },
    ]);
    expect(bookClients(book)).toStrictEqual(["A", "B"]);
    expect(book.figures.total).toStrictEqual(cny("9007199254740996.57"));
    expect(book.lines).toStrictEqual({ given: 4, counted: 3, refused: 1 });
  });

  test.each([
    ["client", { client: [0, 3, 0, 1] }, "relationship-value/unknown-client", { received: 3, limit: 3 }],
    ["item", { item: [0, 8, 2, 0] }, "relationship-value/invalid-item", { received: 8, limit: 8 }],
    ["basis", { basis: [0, 0.5, 1, 0] }, "relationship-value/invalid-basis", { received: 0.5, limit: 3 }],
  ] as const)("a %s outside its list is an issue", (field, wrong, code, details) => {
    const { issues } = valueBookFromColumns({ ...columns, ...wrong }, { period: "2026" });
    expect(issues[0]).toStrictEqual({ row: 1, code, path: [field, 1], details });
    expect(issues).toHaveLength(2);
  });

  test.each([
    [{ item: [0] }, ["item"], { rows: 1, amounts: 4 }],
    [{ clients: ["A", "B", "A"] }, ["clients", 2], { client: "A" }],
    [{ clients: ["A", "", "B"] }, ["clients", 1], { received: "string(0)" }],
    [{ amounts: byHand(100, 0.5, 0, 0) }, ["amounts", 1], { received: 0.5 }],
    [{ amounts: byHand(100, 0, Number.POSITIVE_INFINITY, 0) }, ["amounts", 2], { received: Number.POSITIVE_INFINITY }],
    [{ amounts: byHand(2 ** 60, 0, 0, 0) }, ["amounts", 0], { received: 2 ** 60 }],
  ] as const)("wrong columns %o are refused", (wrong, path, details) => {
    expect(refusalOf(() => valueBookFromColumns({ ...columns, ...wrong }, { period: "2026" }))).toStrictEqual({
      code: "relationship-value/invalid-columns",
      path,
      details,
    });
  });
});

test("of a loss nobody has a share", () => {
  const { book } = valueBook(
    [
      {
        id: "1",
        client: "A",
        product: "p",
        item: "asset",
        period: "2026",
        amount: money("30", "CNY"),
        basis: "actual",
      },
      {
        id: "2",
        client: "B",
        product: "p",
        item: "asset",
        period: "2026",
        amount: money("-40", "CNY"),
        basis: "actual",
      },
    ],
    { period: "2026", currency: "CNY" },
  );
  expect(
    topClients(book, { n: 2 }).map(({ client, share, cumulativeShare }) => [client, share, cumulativeShare]),
  ).toEqual([
    ["A", null, null],
    ["B", null, null],
  ]);
});

test.each([
  ["a column of big integers", { client: BigInt64Array.of(0n) }, "client"],
  ["a text in a column of places", { basis: ["0"] }, "basis"],
  ["nothing in a column of places", { item: [null] }, "item"],
])("%s is an issue of its row, at its own column", (_, wrong, column) => {
  const columns = { clients: ["A"], client: [0], item: [0], basis: [0], amounts: moneyColumn("CNY", ["1"]) };
  const { issues } = valueBookFromColumns({ ...columns, ...wrong } as never, { period: "2026" });
  expect(issues.map(({ row, code, path }) => [row, code, path])).toEqual([
    [0, "relationship-value/invalid-columns", [column, 0]],
  ]);
  expect(tell(given(issues[0]), en)).toMatch(/^Row 1: The columns are not valid/);
});

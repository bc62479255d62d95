import { describe, expect, test } from "vitest";

import { money } from "../../../src/money/index.ts";
import {
  reconcile,
  valueBook,
  type IncomeLine,
  type ItemTotal,
  type ValueBook,
} from "../../../src/relationship-value/index.ts";
import { refusalOf } from "../../support/refusal.ts";

const cny = (amount: string) => money(amount, "CNY");
const of = (item: string, amount: string): ItemTotal<"CNY"> => ({ item, amount: cny(amount) });
const options = { currency: "CNY" } as const;

const line = (id: string, item: IncomeLine["item"], amount: string): IncomeLine => ({
  id,
  client: "C-1",
  product: "P",
  item,
  period: "2026",
  amount: cny(amount),
  basis: "actual",
});

describe("a book against a ledger", () => {
  const { book } = valueBook([line("1", "asset", "300.00"), line("2", "liability", "120.00")], {
    period: "2026",
    currency: "CNY",
  });

  test("item by item, in the order of the statement, and in total", () => {
    const ledger = [of("liability", "120.00"), of("asset", "299.99"), of("intermediary", "5.00")];
    expect(reconcile(book, ledger, options)).toStrictEqual({
      agreed: false,
      items: [
        { item: "asset", state: "differs", book: cny("300.00"), ledger: cny("299.99"), difference: cny("0.01") },
        { item: "liability", state: "agreed", book: cny("120.00"), ledger: cny("120.00"), difference: cny("0.00") },
        { item: "intermediary", state: "missing-in-book", book: null, ledger: cny("5.00"), difference: cny("-5.00") },
      ],
      totals: { book: cny("420.00"), ledger: cny("424.99"), difference: cny("-4.99") },
      issues: [],
      tolerance: cny("0.00"),
    });
  });

  test("an item of the ledger that no line can be booked to is an issue", () => {
    const { issues, agreed } = reconcile(
      book,
      [of("asset", "300.00"), of("liability", "120.00"), of("6011", "9.00")],
      options,
    );
    expect(issues).toStrictEqual([
      {
        side: "ledger",
        row: 2,
        code: "relationship-value/unknown-item",
        path: ["item"],
        details: { item: "6011", amount: "9.00" },
      },
    ]);
    expect(agreed).toBe(false);
  });

  test("a copy of a book is refused", () => {
    expect(refusalOf(() => reconcile({ ...book }, [], options)).code).toBe("relationship-value/unknown-book");
    expect(refusalOf(() => reconcile(null as unknown as ValueBook<"CNY">, [], options)).code).toBe(
      "relationship-value/unknown-book",
    );
  });
});

describe("totals against totals", () => {
  test("within the tolerance, of either sign, and a cent beyond", () => {
    const states = reconcile(
      [of("a", "1.00"), of("b", "1.00"), of("c", "1.00")],
      [of("a", "1.05"), of("b", "0.95"), of("c", "1.06")],
      { ...options, tolerance: cny("0.05") },
    ).items.map(({ state }) => state);
    expect(states).toStrictEqual(["within-tolerance", "within-tolerance", "differs"]);
  });

  test("nothing on one side is missing, which 0 is not", () => {
    const { items, agreed } = reconcile([of("a", "0.00")], [of("b", "0.00")], options);
    expect(items.map(({ item, state }) => [item, state])).toStrictEqual([
      ["a", "missing-in-ledger"],
      ["b", "missing-in-book"],
    ]);
    expect(agreed).toBe(false);
  });

  test("where there is nothing to compare, nothing agrees or differs", () => {
    expect(reconcile([], [], options)).toMatchObject({ agreed: null, items: [] });
    const { book } = valueBook([], { period: "2026", currency: "CNY" });
    expect(reconcile(book, [], options).agreed).toBeNull();
    expect(reconcile([], [of("a", "1.00")], { ...options, items: ["b"] }).agreed).toBe(false);
  });

  test("a list of items: in its order, and nothing else", () => {
    const { items, issues } = reconcile([of("b", "1.00"), of("x", "1.00")], [of("a", "2.00"), of("b", "1.00")], {
      ...options,
      items: ["b", "a"],
    });
    expect(items.map(({ item }) => item)).toStrictEqual(["b", "a"]);
    expect(issues).toMatchObject([{ side: "book", row: 1, code: "relationship-value/unknown-item" }]);
  });

  test.each([
    ["relationship-value/repeated-row", ["item"], of("a", "1.00")],
    ["money/currency-mismatch", ["amount", "currency"], { item: "b", amount: money("1.00", "USD") }],
    ["relationship-value/empty-id", ["item"], of(" ", "1.00")],
    ["relationship-value/invalid-row", ["amuont"], { item: "b", amuont: cny("1.00") }],
    ["relationship-value/invalid-row", [], 7],
  ])("%s: left out, and the rest compared", (code, path, row) => {
    const { issues, items, agreed } = reconcile([of("a", "1.00")], [of("a", "1.00"), row as ItemTotal<"CNY">], options);
    expect(issues).toMatchObject([{ side: "ledger", row: 1, code, path }]);
    expect(items).toHaveLength(1);
    expect(agreed).toBe(false);
  });
});

test.each([
  [{ tolerance: cny("-0.01") }, "relationship-value/invalid-option", ["tolerance"]],
  [{ tolerance: money("0.01", "USD") }, "money/currency-mismatch", ["tolerance", "currency"]],
  [{ items: [] }, "relationship-value/invalid-option", ["items"]],
  [{ items: ["a", "b", "a"] }, "relationship-value/invalid-option", ["items", 2]],
  [{ tolerence: cny("1.00") }, "relationship-value/invalid-option", ["tolerence"]],
])("options %o are refused", (changes, code, path) => {
  expect(refusalOf(() => reconcile([], [], { ...options, ...changes }))).toMatchObject({
    code,
    path,
  });
});

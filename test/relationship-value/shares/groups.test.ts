import { expect, test } from "vitest";

import { money } from "../../../src/money/index.ts";
import {
  bookClients,
  clientValue,
  groupValues,
  topClients,
  valueBook,
  type ClientGroup,
  type IncomeLine,
} from "../../../src/relationship-value/index.ts";
import { refusalOf } from "../../support/refusal.ts";

const line = (id: string, client: string, amount: string, item: IncomeLine["item"] = "asset"): IncomeLine => ({
  id,
  client,
  product: "p",
  item,
  period: "2026",
  amount: money(amount, "CNY"),
  basis: "actual",
});
const { book } = valueBook(
  [
    line("1", "A", "300.00"),
    line("2", "B", "80.00", "liability"),
    line("3", "B", "-5.00", "sponsorship"),
    line("4", "C", "20.00"),
    line("5", "D", "7.00"),
  ],
  { period: "2026", currency: "CNY" },
);
const totals = (values: ReturnType<typeof groupValues>) =>
  [values.groups, values.ungrouped, values.countedAgain].map(({ figures }) => figures.total.amount);

test("each group has its statement, its rank, and the clients in none stand beside them", () => {
  const values = groupValues(book, [
    { group: "G-1", members: ["A", "B"] },
    { group: "G-2", members: ["C"] },
  ]);
  const group = clientValue(values.groups, "G-1");
  expect(group.heads).toStrictEqual({
    direct: money("380", "CNY"),
    related: money("0", "CNY"),
    other: money("-5", "CNY"),
  });
  expect(group.items.liability.amount).toStrictEqual(money("80", "CNY"));
  expect(group.totalDetail.lineCount).toBe(3);
  expect(
    topClients(values.groups, { n: 9 }).map(({ rank, client, amount }) => [rank, client, amount.amount]),
  ).toStrictEqual([
    [1, "G-1", "375.00"],
    [2, "G-2", "20.00"],
  ]);
  expect(bookClients(values.ungrouped)).toStrictEqual(["D"]);
  expect(totals(values)).toStrictEqual(["395.00", "7.00", "0.00"]); // 402 in all
  expect(values.shared).toStrictEqual([]);
  expect(values.book).toBe(book);
  expect(values.groups.conventions).toStrictEqual(book.conventions);
});

test("a client in three groups is in each of them, and twice in what is counted again", () => {
  const values = groupValues(book, [
    { group: "G-3", members: ["A"] },
    { group: "G-1", members: ["A", "A", "B"] },
    { group: "G-2", members: ["B", "A", "unknown"] },
  ]);
  expect(values.shared).toStrictEqual([
    { client: "A", groups: ["G-1", "G-2", "G-3"] },
    { client: "B", groups: ["G-1", "G-2"] },
  ]);
  // 300 + 375 + 375; 20 + 7; 2 × 300 + 75
  expect(totals(values)).toStrictEqual(["1050.00", "27.00", "675.00"]);
  expect(clientValue(values.countedAgain, "A").total.amount).toBe("600.00");
  expect(values.groups.lines).toStrictEqual({ given: 7, counted: 7, refused: 0 });
});

test("a group without lines has no data, and a book without groups is ungrouped", () => {
  const values = groupValues(book, [{ group: "G-1", members: ["Z"] }]);
  expect(values.groups.clientCount).toBe(0);
  expect(clientValue(values.groups, "G-1").totalDetail.status).toBe("no-data");
  expect(values.ungrouped.figures).toStrictEqual(book.figures);
});

test("a group that cannot be read is left out with its row; the others are computed", () => {
  const groups = [
    { group: "G-1", members: ["A"] },
    { group: "G-1", members: ["B"] },
    { group: " G-2", members: ["B"] },
    { group: "G-3", memebrs: ["B"] },
    { group: "G-4", members: ["B", 7] },
    null,
  ] as unknown as ClientGroup[];
  const values = groupValues(book, groups);
  expect(values.issues).toMatchObject([
    { row: 1, code: "relationship-value/duplicate-group", path: ["group"], details: { group: "G-1" } },
    { row: 2, code: "relationship-value/invalid-group", path: ["group"] },
    { row: 3, code: "relationship-value/invalid-group", path: ["memebrs"], details: { didYouMean: "members" } },
    { row: 4, code: "relationship-value/invalid-group", path: ["members", 1] },
    { row: 5, code: "relationship-value/invalid-group", path: [] },
  ]);
  expect(totals(values)).toStrictEqual(["300.00", "102.00", "0.00"]);
  expect(refusalOf(() => groupValues(book, "G-1" as unknown as ClientGroup[])).path).toStrictEqual(["groups"]);
  expect(refusalOf(() => groupValues({ ...book }, [])).code).toBe("relationship-value/unknown-book");
});

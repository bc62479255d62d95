import { describe, expect, test } from "vitest";

import { money } from "../../../src/money/index.ts";
import {
  applyLines,
  applyLinesToGroups,
  bookClients,
  clientValue,
  groupValues,
  mergeValueBooks,
  topClients,
  valueBook,
  valueBookData,
  valueMigration,
  type IncomeLine,
} from "../../../src/relationship-value/index.ts";
import { refusalOf } from "../../support/refusal.ts";

const rates = [{ from: "USD", to: "CNY", rate: "7.1", date: "2025-12-31", source: "test sheet" }];
const options = { period: "2026", currency: "CNY", rates } as const;
const line = (
  id: string,
  client: string,
  amount: string,
  item: IncomeLine["item"] = "asset",
  currency = "CNY",
): IncomeLine => ({ id, client, product: "p", item, period: "2026", amount: money(amount, currency), basis: "actual" });
const one = line("1", "A", "30.00");
const two = line("2", "B", "60.00");
const dollars = line("3", "B", "10.00", "asset", "USD");
const lines = [one, two, dollars];
const { book } = valueBook(lines, options);

describe("a book with lines more and less", () => {
  test("a correction takes the old line out and puts the new one in; the book before stays as it was", () => {
    const { book: changed, ...made } = applyLines(book, { removed: [two], added: [line("2", "B", "65.00")] });
    expect(made).toStrictEqual({ issues: [], removalIssues: [], findings: [] });
    expect(changed.figures.total.amount).toBe("166.00");
    expect(clientValue(changed, "B").total.amount).toBe("136.00");
    expect(book.figures.total.amount).toBe("161.00");
    expect(clientValue(book, "B").total.amount).toBe("131.00");
    expect(topClients(book, { n: 1 })[0]?.amount.amount).toBe("131.00");
    // two books of one descent, side by side
    expect(valueMigration(book, changed).all.change.amount).toBe("5.00");
    expect(mergeValueBooks(book, changed).figures.total.amount).toBe("327.00");
  });

  test("a new client comes in, a client without lines is gone, and a book can be taken further twice", () => {
    const first = valueBook(lines, options).book;
    const left = applyLines(first, { removed: [one] }).book;
    expect(bookClients(left)).toStrictEqual(["B"]);
    expect(left.clientCount).toBe(1);
    expect(valueBookData(left).clients).toStrictEqual(["B"]);
    expect(groupValues(left, [{ group: "G", members: ["A"] }]).groups.clientCount).toBe(0);
    const right = applyLines(first, { added: [line("4", "C", "5.00")] }).book;
    expect(bookClients(right)).toStrictEqual(["A", "B", "C"]);
    expect(bookClients(first)).toStrictEqual(["A", "B"]);
    expect(bookClients(applyLines(left, { added: [line("1", "A", "1.00")] }).book)).toStrictEqual(["A", "B"]);
    expect(bookClients(left)).toStrictEqual(["B"]);
  });

  test("conversions follow their lines", () => {
    const { book: changed } = applyLines(book, { removed: [dollars], rates });
    expect(changed.conversions).toStrictEqual([]);
    const twice = applyLines(book, { added: [line("9", "A", "1.00", "asset", "USD")], rates }).book;
    expect(twice.conversions).toMatchObject([{ lineCount: 2, original: "11.00", roundingDifference: "0.000" }]);
  });

  test("lines with an issue change nothing; a line that is not in the book is not taken out", () => {
    const {
      book: changed,
      issues,
      removalIssues,
    } = applyLines(book, {
      added: [line("5", "A", "1.00", "asset", "EUR"), line("6", "A", "2.00"), line("6", "A", "2.00")],
      removed: [
        line("1", "A", "30.00"),
        line("7", "A", "30.00"),
        line("8", "C", "1.00", "liability"),
        { ...two, id: "" },
      ],
      rates,
    });
    expect(issues.map(({ row, code }) => [row, code])).toStrictEqual([
      [0, "relationship-value/no-rate"],
      [2, "relationship-value/duplicate-line"],
    ]);
    expect(removalIssues).toMatchObject([
      { row: 1, code: "relationship-value/line-not-in-book", details: { client: "A", item: "asset" } },
      { row: 2, code: "relationship-value/line-not-in-book", details: { client: "C", item: "liability" } },
      { row: 3, code: "relationship-value/empty-id" },
    ]);
    expect(changed.figures.total.amount).toBe("133.00"); // 161 − 30 + 2
    expect(changed.lines).toStrictEqual({ given: 5, counted: 3, refused: 2 });
    const converted = applyLines(book, { removed: [line("1", "A", "30.00", "asset", "USD"), dollars], rates });
    expect(converted.removalIssues.map(({ row, code }) => [row, code])).toStrictEqual([
      [1, "relationship-value/line-not-in-book"],
    ]);
  });

  test("sponsorship of a client with lending in the book has its finding", () => {
    const added = [line("5", "A", "1.00", "sponsorship"), line("6", "D", "1.00", "sponsorship"), null as never];
    expect(applyLines(book, { added }).findings.map(({ row }) => row)).toStrictEqual([0]);
    expect(applyLines(book, { added, clientsWithCredit: ["D"] }).findings.map(({ row }) => row)).toStrictEqual([0, 1]);
  });

  test("what cannot be, is refused and changes nothing", () => {
    const large = valueBook([line("1", "A", "9999999999999999.99")], options).book;
    expect(refusalOf(() => applyLines(large, { added: [line("2", "B", "1.00")] })).code).toBe("money/amount-too-large");
    expect(bookClients(large)).toStrictEqual(["A"]);
    expect(clientValue(large, "B").totalDetail.status).toBe("no-data");
    expect(refusalOf(() => applyLines(book, { add: [] } as never)).path).toStrictEqual(["add"]);
    expect(refusalOf(() => applyLines({ ...book }, {})).code).toBe("relationship-value/unknown-book");
  });
});

describe("groups over such a book", () => {
  const groups = [
    { group: "G-1", members: ["A", "B", "B"] },
    { group: "G-2", members: ["B", "C"] },
  ];
  test("every part is brought up to date, and the clients in several groups with them", () => {
    const values = groupValues(valueBook([one], options).book, groups);
    expect(values.shared).toStrictEqual([]);
    const { values: more } = applyLinesToGroups(values, { added: [two, line("9", "Z", "1.00")] });
    const totals = [more.groups, more.ungrouped, more.countedAgain, more.book].map((each) => each.figures.total.amount);
    expect(totals).toStrictEqual(["150.00", "1.00", "60.00", "91.00"]);
    expect(more.shared).toStrictEqual([{ client: "B", groups: ["G-1", "G-2"] }]);
    const { values: less } = applyLinesToGroups(more, { removed: [two] });
    expect(less.shared).toStrictEqual([]);
    expect(less.countedAgain.clientCount).toBe(0);
    expect(refusalOf(() => applyLinesToGroups({ ...values }, {})).code).toBe("relationship-value/unknown-book");
  });
});

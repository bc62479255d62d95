import { describe, expect, test } from "vitest";

import { money } from "../../../src/money/index.ts";
import {
  bookByManager,
  bookClients,
  bookOfManager,
  clientValue,
  primaryAssignments,
  topClients,
  valueBook,
  valueByManager,
  type IncomeLine,
  type ManagedClient,
  type TeamAssignment,
  type ValueBook,
} from "../../../src/relationship-value/index.ts";
import { refusalOf } from "../../support/refusal.ts";

const options = { period: "2026", currency: "CNY" } as const;
const line = (id: string, client: string, amount: string, period: IncomeLine["period"] = "2026"): IncomeLine => ({
  id,
  client,
  product: "p",
  item: "asset",
  period,
  amount: money(amount, "CNY"),
  basis: "actual",
});
const amounts = (book: ValueBook) =>
  Object.fromEntries(bookClients(book).map((client) => [client, clientValue(book, client).total.amount]));

describe("lines by manager", () => {
  const transferred: TeamAssignment[] = [
    { client: "C-1", manager: "E-1", unit: "B-1", to: "2026-06-11" },
    { client: "C-1", manager: "E-2", unit: "B-2", from: "2026-06-11" },
  ];

  test("a line before a transfer is the first manager’s, one after it the second’s, one across it is cut by days", () => {
    const lines = [
      line("1", "C-1", "100.00", "2026-05"),
      line("2", "C-1", "10.00", "2026-07"),
      line("3", "C-1", "300.00", "2026-06"), // 10 and 20 days
      line("4", "C-1", "0.10", { from: "2026-06-10", to: "2026-06-13" }), // 1 and 2 days: 0.03 and 0.07
    ];
    const values = valueByManager(lines, transferred, options);
    expect(amounts(values.managers)).toStrictEqual({ "E-1": "200.03", "E-2": "210.07" });
    expect(amounts(values.units)).toStrictEqual({ "B-1": "200.03", "B-2": "210.07" });
    expect(values.unassigned.clientCount).toBe(0);
    expect(values.withoutUnit.clientCount).toBe(0);
    expect(values.book.figures.total.amount).toBe("410.10");
    expect(values.split).toBe("by-line");
    expect([values.issues, values.assignmentIssues, values.findings]).toStrictEqual([[], [], []]);
    expect(values.managers.lines).toStrictEqual({ given: 6, counted: 6, refused: 0 });
  });

  test("a team shares a line by largest remainder; ties go to the manager first in order", () => {
    const team: TeamAssignment[] = [
      { client: "C-1", manager: "E-3", share: "0.3" },
      { client: "C-1", manager: "E-1", share: "0.35", unit: "B-1" },
      { client: "C-1", manager: "E-1", share: "0.35" },
    ];
    // 0.35, 0.35 and 0.3 of 0.10: 3.5, 3.5 and 3 cents; the cent goes to E-1 in B-1, before E-1 without a unit
    const { managers, units, withoutUnit } = valueByManager([line("1", "C-1", "0.10")], team, options);
    expect(amounts(managers)).toStrictEqual({ "E-1": "0.07", "E-3": "0.03" });
    expect(amounts(units)).toStrictEqual({ "B-1": "0.04" });
    expect(amounts(withoutUnit)).toStrictEqual({ "E-1": "0.03", "E-3": "0.03" });
    const back = valueByManager([line("1", "C-1", "-0.10")], team, options);
    expect(amounts(back.managers)).toStrictEqual({ "E-1": "-0.07", "E-3": "-0.03" });
  });

  test("a line that several share is one line of each manager, and one of each unit", () => {
    const lines = [line("1", "C-1", "10.00"), line("2", "C-2", "20.00"), line("3", "C-3", "30.00")];
    const rows: TeamAssignment[] = [
      { client: "C-1", manager: "E-1", unit: "B-1", share: "0.5" },
      { client: "C-1", manager: "E-2", unit: "B-1", share: "0.3" },
      { client: "C-1", manager: "E-3", unit: "B-2", share: "0.2" },
      { client: "C-2", manager: "E-1", unit: "B-1", share: "0.5" },
      { client: "C-2", manager: "E-1", unit: "B-2", share: "0.5" },
      { client: "C-3", manager: "E-3", share: "0.9" }, // not whole: nobody's
    ];
    const counted = (book: ValueBook) =>
      Object.fromEntries(bookClients(book).map((name) => [name, clientValue(book, name).totalDetail.lineCount]));
    for (const values of [valueByManager(lines, rows, options), bookByManager(valueBook(lines, options).book, rows)]) {
      expect(counted(values.managers)).toStrictEqual({ "E-1": 2, "E-2": 1, "E-3": 1 });
      expect(values.managers.lines).toStrictEqual({ given: 4, counted: 4, refused: 0 });
      expect(counted(values.units)).toStrictEqual({ "B-1": 2, "B-2": 2 });
      expect(values.units.lines).toStrictEqual({ given: 4, counted: 4, refused: 0 });
      expect(amounts(values.units)).toStrictEqual({ "B-1": "18.00", "B-2": "12.00" }); // 5 + 3 + 10; 2 + 10
      expect(counted(bookOfManager(values, { unit: "B-1" }))).toStrictEqual({ "C-1": 1, "C-2": 1 });
      expect(counted(bookOfManager(values, { manager: "E-1" }))).toStrictEqual({ "C-1": 1, "C-2": 1 });
      expect(counted(bookOfManager(values, {}))).toStrictEqual({ "C-1": 1, "C-2": 1 });
      expect(counted(values.unassigned)).toStrictEqual({ "C-3": 1 });
    }
  });

  test("a line cut by a transfer within a unit is one line of the unit", () => {
    const within = transferred.map((row) => ({ ...row, unit: "B-1" }));
    const { managers, units } = valueByManager([line("1", "C-1", "300.00", "2026-06")], within, options);
    expect(amounts(units)).toStrictEqual({ "B-1": "300.00" });
    expect([managers.lines.counted, units.lines.counted]).toStrictEqual([2, 1]);
  });

  test("shares of many digits and amounts of eighteen are split exactly", () => {
    const share = "0.333333333333333333333333";
    const rest = "0.333333333333333333333334";
    const values = valueByManager(
      [line("1", "C-1", "9999999999999999.99", "2026-06")],
      [
        { client: "C-1", manager: "E-1", share },
        { client: "C-1", manager: "E-2", share },
        { client: "C-1", manager: "E-3", share: rest },
      ],
      options,
    );
    expect(amounts(values.managers)).toStrictEqual({
      "E-1": "3333333333333333.33",
      "E-2": "3333333333333333.33",
      "E-3": "3333333333333333.33",
    });
  });

  test("income of days on which the shares do not add up is nobody’s, and the issue says which days", () => {
    const rows: TeamAssignment[] = [
      { client: "C-1", manager: "E-1", share: "0.6" },
      { client: "C-1", manager: "E-2", share: "0.4", to: "2026-07-01" },
      { client: "C-2", manager: "E-1", from: "2026-02-01", to: "2026-03-01" },
    ];
    const lines = [
      line("1", "C-1", "10.00", "2026-06"),
      line("2", "C-1", "31.00", { from: "2026-06-30", to: "2026-07-31" }), // one day of 31 is whole
      line("3", "C-2", "28.00", "2026-02"),
      line("4", "C-2", "5.00", "2026-03"),
      line("5", "C-3", "7.00"),
    ];
    const values = valueByManager(lines, rows, options);
    expect(amounts(values.managers)).toStrictEqual({ "E-1": "34.60", "E-2": "4.40" }); // 6 + 0.60 + 28; 4 + 0.40
    expect(amounts(values.unassigned)).toStrictEqual({ "C-1": "30.00", "C-2": "5.00", "C-3": "7.00" });
    expect(values.assignmentIssues).toStrictEqual([
      {
        row: 0,
        code: "relationship-value/shares-not-whole",
        path: ["share"],
        details: { client: "C-1", from: "2026-07-01", to: "2027-01-01", total: "0.6" },
      },
      {
        row: 2,
        code: "relationship-value/shares-not-whole",
        path: ["share"],
        details: { client: "C-2", from: "2026-03-01", to: "2027-01-01", total: "0" },
      },
    ]);
  });

  test("a row that cannot be read is left out; a line with an issue is in no figure", () => {
    const rows = [
      { client: "C-1", manager: "E-1", share: "1.2" },
      { client: "C-1", manager: "E-1", share: "0" },
      { client: "C-1", manager: "E-1", share: 1 },
      { client: "C-1", manager: "E-1", from: "2026-03-01", to: "2026-03-01" },
      { client: "C-1", manger: "E-1" },
      { client: "C-1", manager: "" },
      { client: "C-1", manager: "E-9", unit: null, share: null, from: null, to: null },
    ] as unknown as TeamAssignment[];
    const values = valueByManager([line("1", "C-1", "1.00"), line("2", "C-1", "1.00", "2025")], rows, options);
    expect(values.assignmentIssues.map(({ row, code, path }) => [row, code, path])).toStrictEqual([
      [0, "relationship-value/invalid-assignment", ["share"]],
      [1, "relationship-value/invalid-assignment", ["share"]],
      [2, "relationship-value/invalid-assignment", ["share"]],
      [3, "relationship-value/invalid-assignment", ["to"]],
      [4, "relationship-value/invalid-assignment", ["manger"]],
      [5, "relationship-value/empty-id", ["manager"]],
    ]);
    expect(values.issues.map(({ row, code }) => [row, code])).toStrictEqual([[1, "relationship-value/outside-period"]]);
    expect(amounts(values.managers)).toStrictEqual({ "E-9": "1.00" });
    expect(refusalOf(() => valueByManager([], "x" as never, options)).path).toStrictEqual(["assignments"]);
    expect(refusalOf(() => valueByManager([], [], { ...options, by: "unit" } as never)).path).toStrictEqual(["by"]);
  });

  test("the clients of a manager, of a unit, and of a manager in a unit", () => {
    const values = valueByManager(
      [line("1", "C-1", "30.00", "2026-06"), line("2", "C-2", "5.00")],
      [...transferred, { client: "C-2", manager: "E-1", unit: "B-2" }],
      options,
    );
    expect(amounts(bookOfManager(values, { manager: "E-1" }))).toStrictEqual({ "C-1": "10.00", "C-2": "5.00" });
    expect(amounts(bookOfManager(values, { unit: "B-2" }))).toStrictEqual({ "C-1": "20.00", "C-2": "5.00" });
    expect(amounts(bookOfManager(values, { manager: "E-1", unit: "B-2" }))).toStrictEqual({ "C-2": "5.00" });
    expect(bookOfManager(values, { manager: "E-7" }).clientCount).toBe(0);
    expect(topClients(bookOfManager(values, { manager: "E-1" }), { n: 1 })[0]?.client).toBe("C-1");
    expect(refusalOf(() => bookOfManager({ ...values }, {})).code).toBe("relationship-value/unknown-book");
    expect(refusalOf(() => bookOfManager(values, { branch: "B-2" } as never)).path).toStrictEqual(["branch"]);
  });
});

describe("a book by manager", () => {
  const { book } = valueBook([line("1", "C-1", "0.05"), line("2", "C-1", "0.05"), line("3", "C-2", "9.00")], options);

  test("sums are split by shares; the convention is said", () => {
    const values = bookByManager(book, [
      { client: "C-1", manager: "E-2", share: "0.75", from: "2020-01-01" },
      { client: "C-1", manager: "E-1", share: "0.25", to: "2027-01-01" },
    ]);
    expect(values.split).toBe("by-sum");
    expect(amounts(values.managers)).toStrictEqual({ "E-1": "0.03", "E-2": "0.07" }); // 2.5 and 7.5 cents
    expect(amounts(values.unassigned)).toStrictEqual({ "C-2": "9.00" });
    expect(values.assignmentIssues).toStrictEqual([]);
  });

  test("a change within the period is not guessed at", () => {
    const values = bookByManager(book, [
      { client: "C-1", manager: "E-1", to: "2026-04-01" },
      { client: "C-1", manager: "E-2", from: "2026-04-01" },
      { client: "C-2", manager: "E-1", to: "2026-04-01" },
      { client: "C-2", manager: "E-1", from: "2026-04-01" }, // the same again
    ]);
    expect(values.assignmentIssues).toStrictEqual([
      {
        row: 1,
        code: "relationship-value/transferred-within-period",
        path: ["from"],
        details: { client: "C-1", on: "2026-04-01" },
      },
    ]);
    expect(amounts(values.managers)).toStrictEqual({ "E-1": "9.00" });
    expect(amounts(values.unassigned)).toStrictEqual({ "C-1": "0.10" });
    const gap = bookByManager(book, [{ client: "C-2", manager: "E-1", to: "2026-04-01" }]);
    expect(gap.assignmentIssues).toMatchObject([{ row: 0, details: { from: "2026-04-01", total: "0" } }]);
    expect(gap.managers.clientCount).toBe(0);
  });
});

test("the primary managers of client files have all of a client", () => {
  const files = [
    {
      id: "C-1",
      names: {},
      managers: [
        { employee: "E-1", name: "A", role: "primary", unit: "B-1", from: "2024-01-01", to: "2026-03-01" },
        { employee: "E-2", name: "B", role: "primary", unit: "B-1", from: "2026-03-01", to: null },
        { employee: "E-3", name: "C", role: "backup", unit: "B-1", from: "2024-01-01" },
      ],
    },
    { id: "C-2", managers: [{ employee: "E-1", role: "main", unit: "B-1", from: "2024-01-01" }] },
  ] as unknown as ManagedClient[];
  expect(primaryAssignments(files)).toStrictEqual({
    assignments: [
      { client: "C-1", manager: "E-1", unit: "B-1", from: "2024-01-01", to: "2026-03-01" },
      { client: "C-1", manager: "E-2", unit: "B-1", from: "2026-03-01" },
    ],
    issues: [
      {
        row: 1,
        code: "relationship-value/invalid-assignment",
        path: ["managers", 0, "role"],
        details: { received: "string(4)", allowed: ["primary", "backup"] },
      },
    ],
  });
});

import { describe, expect, test } from "vitest";

import {
  BOARD_COLUMNS,
  BOARD_GROUPS,
  OPEN_ITEM_SLOTS,
  openItemBoard,
  type BoardOptions,
  type OpenItem,
  type OpenItemBoard,
} from "../../src/core/index.ts";
import { refusalOf } from "../support/refusal.ts";
import { renamed } from "../support/renamed.ts";

const asOf = "2026-02-13";
const options: BoardOptions = { asOf, by: "owner" };

const open: OpenItem = {
  id: "complaints/C-1/answer",
  kind: "answer",
  owner: "E-9",
  client: "K-77",
  title: "fees",
  origin: "C-1",
  since: "2026-02-10",
  due: "2026-02-20",
  notBefore: "2026-02-11",
  minutes: 30,
  slot: "am",
  mandatory: true,
  state: "open",
};
const done: OpenItem = { ...open, id: "complaints/C-2/answer", state: "done", closedOn: "2026-02-12" };

const lists = ["overdue", "today", "later", "undated", "done", "dropped", "notYet"] as const;

/** Ids by list, of the lists that have any. */
const idsOf = (board: OpenItemBoard): unknown =>
  Object.fromEntries(
    lists.flatMap((list) => (board[list].length === 0 ? [] : [[list, board[list].map(({ id }) => id)]])),
  );

describe("the column of an item on 2026-02-13", () => {
  const owed = { since: "2026-02-01", due: null, notBefore: undefined } as const;
  const closed = (state: "done" | "dropped", closedOn: string): object => ({ state, closedOn });

  test.each<[(typeof lists)[number], string, object]>([
    ["overdue", "due the day before", { ...owed, due: "2026-02-12" }],
    ["today", "due on the day", { ...owed, due: "2026-02-13" }],
    ["later", "due the day after", { ...owed, due: "2026-02-14" }],
    ["undated", "without a due day", owed],
    ["undated", "without a due day, to be done from the day on", { ...owed, notBefore: "2026-02-13" }],
    ["later", "without a due day, not before the day after", { ...owed, notBefore: "2026-02-14" }],
    ["today", "due on the day, though not to be done before the next", { due: "2026-02-13", notBefore: "2026-02-14" }],
    ["overdue", "due before it began, which does not keep it from being owed", { due: "2026-02-01" }],
    ["undated", "begun on the day", { ...owed, since: "2026-02-13" }],
    ["today", "begun and due on the day", { ...owed, since: "2026-02-13", due: "2026-02-13" }],
    ["notYet", "begun the day after", { ...owed, since: "2026-02-14" }],
    ["notYet", "begun the day after, due before", { ...owed, since: "2026-02-14", due: "2026-02-12" }],
    ["notYet", "begun and done later", { since: "2026-02-14", ...closed("done", "2026-02-14") }],
    ["done", "done on the day", { ...owed, ...closed("done", "2026-02-13") }],
    ["dropped", "dropped on the day", { ...owed, ...closed("dropped", "2026-02-13") }],
    ["done", "begun and done on the day", { since: "2026-02-13", ...closed("done", "2026-02-13") }],
    ["done", "done late", { due: "2026-02-11", ...closed("done", "2026-02-12") }],
    [
      "overdue",
      "done the day after it is looked at, due before",
      { due: "2026-02-12", ...closed("done", "2026-02-14") },
    ],
    ["today", "dropped the day after, due on the day", { due: "2026-02-13", ...closed("dropped", "2026-02-14") }],
    ["later", "done the day after, due later", { due: "2026-02-28", ...closed("done", "2026-02-14") }],
    ["undated", "dropped the day after, without a due day", { ...owed, ...closed("dropped", "2026-02-14") }],
  ])("is %s when it is %s", (list, _, change) => {
    const item = { ...open, ...change };
    const board = openItemBoard([item], options);
    expect(idsOf(board)).toEqual({ [list]: [open.id] });
    expect(board.issues).toEqual([]);
    expect(board[list][0]).toBe(item);
  });
});

describe("a board", () => {
  const items: readonly OpenItem[] = [
    { ...open, id: "a/1/call", kind: "call", owner: "E-2", due: "2026-02-11" },
    { ...open, id: "a/2/call", kind: "call", owner: "E-10", due: null },
    { ...open, id: "b/3/visit", kind: "visit", owner: "E-10", due: "2026-02-13", client: "K-1" },
    { ...open, id: "b/10/visit", kind: "visit", owner: "E-10", due: "2026-02-12" },
    { ...open, id: "b/9/visit", kind: "visit", owner: "E-10", due: "2026-02-12" },
    { ...done, id: "b/4/visit", kind: "visit", owner: "E-2" },
    { ...open, id: "b/5/visit", kind: "visit", owner: "E-2", since: "2026-03-01", due: "2026-03-01" },
    { ...open, id: "b/6/visit", kind: "visit", owner: "E-10", since: "2026-03-01", due: null },
    { ...open, id: "b/7/visit", kind: "visit", owner: "E-10", since: "2026-03-02", due: "2026-03-02" },
  ];
  const none = { overdue: 0, today: 0, later: 0, undated: 0, done: 0, dropped: 0, "not-yet": 0 };

  test("is in order of group, due day with undated last, and id; the counts say the same", () => {
    const board = openItemBoard(items, options);
    expect(idsOf(board)).toEqual({
      overdue: ["b/10/visit", "b/9/visit", "a/1/call"],
      today: ["b/3/visit"],
      undated: ["a/2/call"],
      done: ["b/4/visit"],
      notYet: ["b/7/visit", "b/6/visit", "b/5/visit"],
    });
    expect(board.tally).toStrictEqual({
      total: 9,
      by: [
        {
          dimension: "owner",
          rows: [
            { key: "E-10", count: 6, parts: { ...none, overdue: 2, today: 1, undated: 1, "not-yet": 2 } },
            { key: "E-2", count: 3, parts: { ...none, overdue: 1, done: 1, "not-yet": 1 } },
          ],
        },
      ],
    });
    expect(Object.keys(board.tally.by[0]?.rows[0]?.parts ?? {})).toEqual([...BOARD_COLUMNS]);
  });

  test("by kind", () => {
    const board = openItemBoard(items, { asOf, by: "kind" });
    expect(idsOf(board)).toMatchObject({ overdue: ["a/1/call", "b/10/visit", "b/9/visit"] });
    expect(board.tally.by).toMatchObject([
      {
        dimension: "kind",
        rows: [
          { key: "call", count: 2 },
          { key: "visit", count: 7 },
        ],
      },
    ]);
  });

  test("by client, those without one last", () => {
    const { client, ...withoutClient } = open;
    expect(client).toBe("K-77");
    const board = openItemBoard(
      [
        { ...withoutClient, id: "a/0/answer", due: asOf },
        { ...open, id: "a/1/answer", client: "__proto__", due: asOf },
        { ...open, id: "a/2/answer", due: asOf },
      ],
      { asOf, by: "client" },
    );
    expect(idsOf(board)).toEqual({ today: ["a/2/answer", "a/1/answer", "a/0/answer"] });
    expect(board.tally.by[0]?.rows.map(({ key, count }) => [key, count])).toEqual([
      ["K-77", 1],
      ["__proto__", 1],
      [null, 1],
    ]);
  });

  test("of no items has everything, empty", () => {
    expect(openItemBoard([], options)).toStrictEqual({
      asOf,
      overdue: [],
      today: [],
      later: [],
      undated: [],
      done: [],
      dropped: [],
      notYet: [],
      tally: { total: 0, by: [{ dimension: "owner", rows: [] }] },
      issues: [],
    });
  });

  test("comes through JSON, issues included, and leaves what it was given as it was", () => {
    const given = Object.freeze(
      [...items, { ...open, due: "soon" }, null as unknown as OpenItem, { ...items[0], owner: "E-3" } as OpenItem].map(
        (item) => Object.freeze(item),
      ),
    );
    const before = JSON.stringify(given);
    const board = openItemBoard(given, Object.freeze({ ...options }));
    expect(board.issues).toHaveLength(3);
    expect(JSON.parse(JSON.stringify(board))).toStrictEqual(board);
    expect(JSON.stringify(given)).toBe(before);
  });
});

describe("a row that is not an item becomes an issue and does not stop the rest", () => {
  const item = "core/invalid-open-item";
  const date = "core/invalid-date";
  /** The row between two that are right. */
  const issueOf = (row: unknown): unknown => {
    const right = [{ ...open, id: "a/1/answer" }, row as OpenItem, { ...done, id: "a/2/answer" }];
    const board = openItemBoard(right, options);
    expect(idsOf(board)).toEqual({ later: ["a/1/answer"], done: ["a/2/answer"] });
    expect(board.tally.total).toBe(2);
    expect(board.issues).toHaveLength(1);
    return board.issues[0];
  };
  const without = (member: keyof OpenItem, row: OpenItem = open): object =>
    Object.fromEntries(Object.entries(row).filter(([name]) => name !== member));

  test("the rows these tests start from are right", () => {
    expect(openItemBoard([open, done], options).issues).toEqual([]);
  });

  test.each([
    ["null", null],
    ["undefined", undefined],
    ["a text", "complaints/C-1/answer"],
    ["a number", 1],
    ["a list", [open]],
    ["a function", () => open],
  ])("%s", (_, row) => {
    expect(issueOf(row)).toMatchObject({ row: 1, code: item, path: [] });
  });

  test("an object without members", () => {
    expect(issueOf({})).toMatchObject({ row: 1, code: item, path: ["id"] });
  });

  test.each((["id", "kind", "owner", "title", "origin"] as const).map((member) => [member] as const))(
    "%s missing or not a text",
    (member) => {
      for (const value of [undefined, null, "", " ", 7, true, [open[member]], { text: open[member] }]) {
        expect(issueOf({ ...open, [member]: value })).toMatchObject({ row: 1, code: item, path: [member] });
      }
      expect(issueOf(without(member))).toStrictEqual({
        row: 1,
        code: item,
        path: [member],
        details: { received: "undefined" },
      });
    },
  );

  test.each([
    "C-1",
    "answer",
    "complaints/answer",
    "complaints/C-1",
    "complaints//answer",
    "/C-1/answer",
    "//answer",
    "//C-1/answer",
    "complaints/C-1/answer/",
    "complaints/C-1/Answer",
    "complaints/C-1/re-answer",
    "complaints/C-1/answer ",
    "complaints/C-1#answer",
    "complaints/C-1/review",
  ])("the id %s of an answer", (id) => {
    expect(issueOf({ ...open, id })).toStrictEqual({
      row: 1,
      code: item,
      path: ["id"],
      details: { id, kind: "answer" },
    });
  });

  test("a kind in two parts, because the kind is the last part of the id", () => {
    expect(issueOf({ ...open, id: "complaints/C-1/answer/late", kind: "answer/late" })).toMatchObject({ path: ["id"] });
  });

  test("but a record may be in several parts", () => {
    const nested = { ...open, id: "complaints/2026/02/C-1#4/answer" };
    expect(openItemBoard([nested], options).issues).toEqual([]);
  });

  const notDates = ["", "soon", "2026-02-30", "2026-2-3", "2026-02-13T00:00:00Z", 20260213, true, {}];

  test.each(["since", "due", "notBefore", "closedOn"] as const)("%s that is not a date", (member) => {
    for (const value of notDates) {
      expect(issueOf({ ...done, [member]: value })).toMatchObject({ row: 1, code: date, path: [member] });
    }
  });

  test.each([
    ["since", undefined],
    ["since", null],
    ["due", undefined],
    ["notBefore", null],
  ] as const)("%s %s", (member, value) => {
    expect(issueOf({ ...open, [member]: value })).toStrictEqual({
      row: 1,
      code: date,
      path: [member],
      details: { received: String(value) },
    });
  });

  test.each([
    ["client", [null, "", " ", 7, ["K-77"]]],
    ["minutes", [null, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, "30", []]],
    ["slot", [null, "", "AM", "morning", 1, ["am"]]],
    ["mandatory", [undefined, null, "true", 1, 0, {}]],
    ["state", [undefined, null, "", "Open", "closed", 1, ["open"]]],
  ])("%s that is something else", (member, values) => {
    for (const value of values) {
      expect(issueOf({ ...open, [member]: value })).toMatchObject({ row: 1, code: item, path: [member] });
    }
  });

  test.each([
    ["state", { ...open, state: "opne" }, "open"],
    ["state", { ...done, state: "Done" }, "done"],
    ["slot", { ...open, slot: "evning" }, "evening"],
  ])("%s misspelt, with the word that was meant", (member, row, didYouMean) => {
    expect(issueOf(row)).toMatchObject({ path: [member], details: { didYouMean } });
  });

  test.each([
    ["given for an open one", { ...open, closedOn: "2026-02-12" }, "open"],
    ["missing for one that is done", without("closedOn", done), "done"],
    ["undefined for one that is done", { ...done, closedOn: undefined }, "done"],
    ["missing for one that was dropped", { ...without("closedOn", done), state: "dropped" }, "dropped"],
    ["null for an open one", { ...open, closedOn: null }, "open"],
  ])("closedOn %s", (_, row, state) => {
    expect(issueOf(row)).toMatchObject({ row: 1, code: item, path: ["closedOn"], details: { state } });
  });

  test("closedOn null for one that is done", () => {
    expect(issueOf({ ...done, closedOn: null })).toMatchObject({ code: date, path: ["closedOn"] });
  });

  test("closedOn before since", () => {
    expect(issueOf({ ...done, since: "2026-02-10", closedOn: "2026-02-09" })).toStrictEqual({
      row: 1,
      code: item,
      path: ["closedOn"],
      details: { id: done.id, since: "2026-02-10", closedOn: "2026-02-09" },
    });
    expect(openItemBoard([{ ...done, since: "2026-02-10", closedOn: "2026-02-10" }], options).issues).toEqual([]);
  });

  test("an id that was already there: the first stays", () => {
    const board = openItemBoard([{ ...open, due: "2026-02-30" }, open, done, { ...open, owner: "E-1" }, open], options);
    expect(board.later).toEqual([open]);
    expect(board.issues).toStrictEqual([
      { row: 0, code: date, path: ["due"], details: { received: "2026-02-30" } },
      { row: 3, code: item, path: ["id"], details: { id: open.id, first: 1 } },
      { row: 4, code: item, path: ["id"], details: { id: open.id, first: 1 } },
    ]);
  });

  test("a hole in the list", () => {
    const list = new Array<OpenItem>(4);
    list[1] = open;
    list[3] = done;
    const board = openItemBoard(list, options);
    expect(idsOf(board)).toEqual({ later: [open.id], done: [done.id] });
    expect(board.issues).toStrictEqual([
      { row: 0, code: item, path: [], details: { received: "undefined" } },
      { row: 2, code: item, path: [], details: { received: "undefined" } },
    ]);
  });

  test("but not one with members of its own, which are kept", () => {
    const row = { ...open, table: "T_TODO", table_row: 7 };
    expect(openItemBoard([row], options).later[0]).toBe(row);
  });

  test.each(OPEN_ITEM_SLOTS)("but not one in the slot %s, or of no minutes", (slot) => {
    expect(openItemBoard([{ ...open, slot, minutes: 0 }], options).issues).toEqual([]);
  });
});

describe("a board is refused", () => {
  const board = (value: unknown, items: unknown) =>
    refusalOf(() => openItemBoard(items as OpenItem[], value as BoardOptions));

  test.each([undefined, null, "2026-02-30", "today", 7, [asOf]])("on the day %s", (day) => {
    expect(board({ asOf: day, by: "owner" }, [open])).toMatchObject({
      code: "core/invalid-date",
      path: ["options", "asOf"],
    });
  });

  test.each([undefined, null, "", "title", "constructor", "state", ["owner"]])("by %s", (by) => {
    expect(board({ asOf, by }, [open])).toMatchObject({
      code: "core/invalid-open-item",
      path: ["options", "by"],
      details: { allowed: BOARD_GROUPS },
    });
  });

  test("by a misspelt group, with the one that was meant", () => {
    expect(board({ asOf, by: "Owners" }, [open]).details).toMatchObject({ didYouMean: "owner" });
  });

  test.each([undefined, null, asOf, [asOf, "owner"]])("with the options %j", (value) => {
    expect(board(value, [open])).toMatchObject({ code: "core/invalid-open-item", path: ["options"] });
  });

  test.each([undefined, null, "items", { 0: open, length: 1 }, new Set([open])])(
    "of %s, which is not a list",
    (items) => {
      expect(board(options, items)).toMatchObject({ code: "core/invalid-open-item", path: ["items"] });
    },
  );
});

test("a row with a misspelt member is an issue, one with members of its own is an item", () => {
  const own = { ...open, branch: "B-12", id: "a/1/answer" };
  const misspelt = renamed({ ...open, id: "a/2/answer" }, "notBefore", "not_before");
  const board = openItemBoard([own, misspelt], options);
  expect(board.later).toEqual([own]);
  expect(board.issues).toEqual([
    {
      row: 1,
      code: "core/invalid-open-item",
      path: ["not_before"],
      details: expect.objectContaining({ didYouMean: "notBefore" }) as unknown,
    },
  ]);
});

test("a misspelt option is refused", () => {
  const wrong = { ...options, groupBy: "kind" };
  expect(refusalOf(() => openItemBoard([], wrong))).toMatchObject({
    code: "core/invalid-open-item",
    path: ["options", "groupBy"],
  });
});

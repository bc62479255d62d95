import fc from "fast-check";
import { expect, test } from "vitest";

import {
  BOARD_GROUPS,
  fromDayNumber,
  openItemBoard,
  toDayNumber,
  type OpenItem,
  type OpenItemBoard,
} from "../../src/core/index.ts";
import { OpenItemSchema } from "../../src/core/schema.ts";

// few days and few names, so that days fall together and ids come twice
const FIRST = toDayNumber("2026-02-25");
const day = fc.integer({ min: FIRST, max: FIRST + 8 }).map((n) => fromDayNumber(n));
const by = fc.constantFrom(...BOARD_GROUPS);
const name = fc.constantFrom("E-1", "E-10", "E-2", "e-1", "__proto__", "constructor", "客户");

/** An item the board takes, with nothing in it that it need not have but by chance. */
const valid: fc.Arbitrary<OpenItem> = fc
  .record(
    {
      record: fc.constantFrom("1", "10", "2", "2/3", "x#0"),
      kind: fc.constantFrom("call", "visit", "__proto__"),
      owner: name,
      client: name,
      since: day,
      due: fc.option(day),
      notBefore: day,
      minutes: fc.nat(90),
      slot: fc.constantFrom<OpenItem["slot"] & string>("am", "noon", "pm", "evening"),
      mandatory: fc.boolean(),
      closed: fc.option(fc.tuple(fc.constantFrom("done" as const, "dropped" as const), fc.nat(4))),
    },
    { requiredKeys: ["record", "kind", "owner", "since", "due", "mandatory", "closed"] },
  )
  .map(({ record, closed, ...rest }): OpenItem => {
    const item = { ...rest, id: `room/${record}/${rest.kind}`, title: "t", origin: record };
    if (closed === null) return { ...item, state: "open" };
    const [state, days] = closed;
    return { ...item, state, closedOn: fromDayNumber(toDayNumber(rest.since) + days) };
  });

/** One change that makes an item wrong whatever it was, and the member it is found at; null for the row itself. */
const broken: fc.Arbitrary<{ readonly row: unknown; readonly at: string | null }> = fc.oneof(
  fc.constantFrom(null, undefined, 7, "item", []).map((row) => ({ row, at: null })),
  fc
    .tuple(
      valid,
      fc.constantFrom<readonly [string, unknown]>(
        ["id", null],
        ["id", "room/call"],
        ["id", "room//call"],
        ["kind", " "],
        ["owner", 7],
        ["client", null],
        ["title", ""],
        ["origin", undefined],
        ["since", "2026-02-30"],
        ["since", null],
        ["due", undefined],
        ["due", "tomorrow"],
        ["notBefore", null],
        ["minutes", -1],
        ["slot", "AM"],
        ["mandatory", "yes"],
        ["state", "Done"],
        ["closedOn", null],
        ["closedOn", "2026-02-29"],
        ["closedOn", "0001-01-01"],
      ),
    )
    .map(([item, [at, value]]) => ({ row: { ...item, [at]: value }, at })),
);

interface Row {
  readonly row: unknown;
  /** Where it is wrong; `undefined` when it is not. */
  readonly at?: string | null;
}

const rows: fc.Arbitrary<readonly Row[]> = fc.array(
  fc.oneof({ weight: 4, arbitrary: valid.map((row) => ({ row })) }, { weight: 1, arbitrary: broken }),
  { maxLength: 25 },
);

type Column = Exclude<keyof OpenItemBoard, "asOf" | "tally" | "issues">;
const columns: readonly Column[] = ["overdue", "today", "later", "undated", "done", "dropped", "notYet"];

/** The columns as their definitions say, each on its own; an item is in one of them when exactly one of these holds. */
const belongs: Readonly<Record<Column, (item: OpenItem, n: (date: string) => number, today: number) => boolean>> = {
  notYet: ({ since }, n, today) => n(since) > today,
  done: ({ state, closedOn }, n, today) => state === "done" && closedOn !== undefined && n(closedOn) <= today,
  dropped: ({ state, closedOn }, n, today) => state === "dropped" && closedOn !== undefined && n(closedOn) <= today,
  overdue: (item, n, today) => isOwed(item, n, today) && item.due !== null && n(item.due) < today,
  today: (item, n, today) => isOwed(item, n, today) && item.due !== null && n(item.due) === today,
  later: (item, n, today) =>
    isOwed(item, n, today) &&
    (item.due !== null ? n(item.due) > today : item.notBefore !== undefined && n(item.notBefore) > today),
  undated: (item, n, today) =>
    isOwed(item, n, today) && item.due === null && (item.notBefore === undefined || n(item.notBefore) <= today),
};

function isOwed({ since, closedOn }: OpenItem, n: (date: string) => number, today: number): boolean {
  return n(since) <= today && (closedOn === undefined || n(closedOn) > today);
}

/** Days since the epoch by the clock of the host, so as not to ask the library what a date is. */
const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** Rows that stay: right, and the first of their id. */
function itemsIn(given: readonly Row[]): readonly OpenItem[] {
  const right = given.filter(({ at }) => at === undefined).map(({ row }) => row as OpenItem);
  return right.filter((item, index) => right.findIndex(({ id }) => id === item.id) === index);
}

const boardOf = (given: readonly Row[], asOf: string, group: (typeof BOARD_GROUPS)[number]): OpenItemBoard =>
  openItemBoard(
    given.map(({ row }) => row as OpenItem),
    { asOf, by: group },
  );

test("on any day every row is in one list or has an issue, and in the list its dates say", () => {
  fc.assert(
    fc.property(rows, day, by, (given, asOf, group) => {
      const board = boardOf(given, asOf, group);
      const items = itemsIn(given);
      for (const column of columns) {
        const own = items.filter((item) => belongs[column](item, dayOf, dayOf(asOf)));
        expect(new Set(board[column])).toEqual(new Set(own));
        expect(board[column]).toHaveLength(own.length);
      }
      const placed = columns.flatMap((column) => board[column]);
      expect(placed).toHaveLength(items.length);
      expect(new Set(placed)).toEqual(new Set(items));

      const kept = new Set<unknown>(items);
      const left = given.flatMap(({ row, at }, index) => (at !== undefined || !kept.has(row) ? [{ index, at }] : []));
      expect(board.issues.map(({ row }) => row)).toEqual(left.map(({ index }) => index));
      for (const [index, { path }] of board.issues.entries()) {
        // a right row is only left out for its id
        const at = left[index]?.at === undefined ? "id" : left[index].at;
        expect(path).toEqual(at === null ? [] : [at]);
      }
    }),
  );
});

test("a list is in order of group, due day and id, with nobody and no day last", () => {
  fc.assert(
    fc.property(rows, day, by, (given, asOf, group) => {
      const board = boardOf(given, asOf, group);
      // no name, day or id here has a character above the one that stands for none
      const none = "\uffff";
      const keyOf = (item: OpenItem): readonly string[] => [item[group] ?? none, item.due ?? none, item.id];
      for (const column of columns) {
        const keys = board[column].map(keyOf);
        for (const [index, later] of keys.slice(1).entries()) {
          const at = later.findIndex((part, place) => part !== keys[index]?.[place]);
          expect((keys[index]?.[at] ?? none) < (later[at] ?? "")).toBe(true);
        }
      }
    }),
  );
});

test("the counts are those of the lists", () => {
  fc.assert(
    fc.property(rows, day, by, (given, asOf, group) => {
      const { tally, ...board } = boardOf(given, asOf, group);
      const placed = columns.flatMap((column) => board[column]);
      expect(tally.total).toBe(placed.length);
      expect(tally.by.map(({ dimension }) => dimension)).toEqual([group]);
      const counted = tally.by[0]?.rows ?? [];
      expect(new Set(counted.map(({ key }) => key))).toEqual(new Set(placed.map((item) => item[group] ?? null)));
      for (const { key, count, parts } of counted) {
        const own = (list: readonly OpenItem[]): number => list.filter((item) => (item[group] ?? null) === key).length;
        expect(count).toBe(own(placed));
        expect(parts).toStrictEqual({
          overdue: own(board.overdue),
          today: own(board.today),
          later: own(board.later),
          undated: own(board.undated),
          done: own(board.done),
          dropped: own(board.dropped),
          "not-yet": own(board.notYet),
        });
      }
    }),
  );
});

test("the order of the rows changes nothing but the rows of the issues", () => {
  // of two rows with one id the first stays, so that here every id comes once
  const once = rows.map((given) => {
    const kept = new Set<unknown>(itemsIn(given));
    return given.filter(({ row, at }) => at !== undefined || kept.has(row));
  });
  fc.assert(
    fc.property(
      once.chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray([...given], { minLength: given.length }))),
      day,
      by,
      ([given, shuffled], asOf, group) => {
        const { issues, ...board } = boardOf(given, asOf, group);
        const { issues: others, ...other } = boardOf(shuffled, asOf, group);
        expect(other).toStrictEqual(board);
        const bare = (list: typeof issues): readonly string[] =>
          list.map(({ code, path, details }) => JSON.stringify([code, path, details])).sort();
        expect(bare(others)).toEqual(bare(issues));
      },
    ),
  );
});

test("from day to day an item goes one way through the lists", () => {
  // it may skip any, and never goes back
  const way: readonly Column[] = ["notYet", "undated", "later", "today", "overdue", "done", "dropped"];
  fc.assert(
    fc.property(valid, day, fc.integer({ min: 1, max: 9 }), (item, asOf, days) => {
      // whoever waits for a first day has no due day from then on
      fc.pre(item.due !== null || item.notBefore === undefined);
      const stageOn = (on: string): number => {
        const board = openItemBoard([item], { asOf: on, by: "owner" });
        return way.findIndex((column) => board[column].length === 1);
      };
      expect(stageOn(fromDayNumber(toDayNumber(asOf) + days))).toBeGreaterThanOrEqual(stageOn(asOf));
    }),
  );
});

test("the board comes through JSON as it is, and writes to nothing it was given", () => {
  fc.assert(
    fc.property(rows, day, by, (given, asOf, group) => {
      for (const { row } of given) Object.freeze(row);
      const board = boardOf(Object.freeze(given), asOf, group);
      expect(JSON.parse(JSON.stringify(board))).toEqual(board);
    }),
  );
});

test("an item the board takes is taken by the schema, and what the schema refuses has an issue", () => {
  fc.assert(
    fc.property(rows, day, (given, asOf) => {
      for (const { row, at } of given) {
        const taken = OpenItemSchema.safeParse(row).success;
        if (at === undefined) expect(taken).toBe(true);
        if (!taken) expect(openItemBoard([row as OpenItem], { asOf, by: "owner" }).issues).toHaveLength(1);
      }
    }),
  );
});

import { describe, expect, test } from "vitest";

import { countBy, mergeTallies, rateOf, type Rate, type Tally } from "../../src/core/index.ts";
import { addRates, addRows } from "../../src/core/inner.ts";
import { refusalOf } from "../support/refusal.ts";
import { renamed } from "../support/renamed.ts";

interface Slip {
  readonly outlet: string | null;
  readonly teller: string | null;
  readonly status: "kept" | "lost" | "late";
}

const slip = (outlet: string | null, status: Slip["status"], teller: string | null = null): Slip => ({
  outlet,
  teller,
  status,
});
const outletOf = ({ outlet }: Slip): string | null => outlet;
const tellerOf = ({ teller }: Slip): string | null => teller;
const split = { parts: ["kept", "lost", "late"], of: ({ status }: Slip) => status } as const;

const slips = [
  slip("B-2", "kept", "E-1"),
  slip("B-10", "lost", "E-1"),
  slip(null, "kept", "E-2"),
  slip("B-2", "lost"),
  slip("B-2", "kept", "E-2"),
];

describe("a count", () => {
  test("by two dimensions: each adds up, in order of key by code units, null last", () => {
    expect(countBy(slips, { teller: tellerOf, outlet: outletOf })).toStrictEqual({
      total: 5,
      by: [
        {
          dimension: "teller",
          rows: [
            { key: "E-1", count: 2 },
            { key: "E-2", count: 2 },
            { key: null, count: 1 },
          ],
        },
        {
          dimension: "outlet",
          rows: [
            { key: "B-10", count: 1 },
            { key: "B-2", count: 3 },
            { key: null, count: 1 },
          ],
        },
      ],
    });
  });

  test("in parts: every part is there, in the order of the list", () => {
    const tally = countBy(slips, { outlet: outletOf }, split);
    expect(tally).toStrictEqual({
      total: 5,
      by: [
        {
          dimension: "outlet",
          rows: [
            { key: "B-10", count: 1, parts: { kept: 0, lost: 1, late: 0 } },
            { key: "B-2", count: 3, parts: { kept: 2, lost: 1, late: 0 } },
            { key: null, count: 1, parts: { kept: 1, lost: 0, late: 0 } },
          ],
        },
      ],
    });
    expect(Object.keys(tally.by[0]?.rows[0]?.parts ?? {})).toEqual(["kept", "lost", "late"]);
  });

  test("of no rows has its dimensions, and of no dimensions its total", () => {
    expect(countBy([], { outlet: outletOf }, split)).toStrictEqual({
      total: 0,
      by: [{ dimension: "outlet", rows: [] }],
    });
    expect(countBy(slips, {})).toStrictEqual({ total: 5, by: [] });
  });

  test("sorts by code units, not by a language, and takes any text for a key", () => {
    const keys = ["é", "z", "Z", "10", "9", "", "__proto__", "constructor", "toString", "客户", " ", "null", null];
    const { by } = countBy([...keys, ...keys], { key: (key) => key });
    expect(by[0]?.rows).toStrictEqual(
      ["", " ", "10", "9", "Z", "__proto__", "constructor", "null", "toString", "z", "é", "客户", null].map((key) => ({
        key,
        count: 2,
      })),
    );
  });

  test("takes any text for a part", () => {
    const parts = ["__proto__", "constructor", "", "valueOf"];
    const tally = countBy(["constructor", "__proto__", "__proto__"], { all: () => "x" }, { parts, of: (part) => part });
    const counted = tally.by[0]?.rows[0]?.parts ?? {};
    expect(Object.entries(counted)).toEqual([
      ["__proto__", 2],
      ["constructor", 1],
      ["", 0],
      ["valueOf", 0],
    ]);
    expect(Object.entries(mergeTallies(tally, tally).by[0]?.rows[0]?.parts ?? {})).toEqual([
      ["__proto__", 4],
      ["constructor", 2],
      ["", 0],
      ["valueOf", 0],
    ]);
  });

  test.each(["", "stolen", "toString", "__proto__", "Kept"])("refuses the part %j, with the row", (part) => {
    const rows = [slip("B-1", "kept"), slip("B-1", "lost"), { ...slip("B-1", "late"), status: part as "late" }];
    expect(refusalOf(() => countBy(rows, { outlet: outletOf }, split))).toMatchObject({
      code: "core/unknown-part",
      path: ["rows", 2],
      details: { parts: ["kept", "lost", "late"] },
    });
  });

  test("reads its rows once, and asks for the key of each once", () => {
    const asked: string[] = [];
    function* rows(): Generator<Slip> {
      for (const [index, row] of slips.entries()) {
        asked.push(`row ${String(index)}`);
        yield row;
      }
    }
    const tally = countBy(rows(), {
      outlet: (row) => {
        asked.push(row.status);
        return row.outlet;
      },
    });
    expect(asked).toEqual(["row 0", "kept", "row 1", "lost", "row 2", "kept", "row 3", "lost", "row 4", "kept"]);
    expect(tally).toStrictEqual(countBy(slips, { outlet: outletOf }));
    expect(countBy(new Set(slips), { outlet: outletOf }, split)).toStrictEqual(
      countBy(slips, { outlet: outletOf }, split),
    );
  });
});

describe("tallies merged", () => {
  const north = countBy(slips.slice(0, 2), { outlet: outletOf }, split);
  const south = countBy(slips.slice(2), { outlet: outletOf }, split);

  test("are the tally of both", () => {
    expect(mergeTallies(north, south)).toStrictEqual({
      total: 5,
      by: [
        {
          dimension: "outlet",
          rows: [
            { key: "B-10", count: 1, parts: { kept: 0, lost: 1, late: 0 } },
            { key: "B-2", count: 3, parts: { kept: 2, lost: 1, late: 0 } },
            { key: null, count: 1, parts: { kept: 1, lost: 0, late: 0 } },
          ],
        },
      ],
    });
  });

  test("without dimensions have the sum of their totals", () => {
    expect(mergeTallies(countBy(slips, {}), countBy(slips.slice(1), {}, split))).toStrictEqual({ total: 9, by: [] });
  });

  test("come through JSON first, with all keys", () => {
    const keys = ["__proto__", "1", null];
    const tally = countBy(keys, { key: (key) => key }, { parts: ["__proto__"], of: () => "__proto__" as const });
    const read = JSON.parse(JSON.stringify(tally)) as typeof tally;
    expect(mergeTallies(read, tally)).toStrictEqual(
      countBy([...keys, ...keys], { key: (key) => key }, { parts: ["__proto__"], of: () => "__proto__" as const }),
    );
  });

  test.each<[string, Tally, Tally, unknown]>([
    [
      "another dimension",
      countBy(slips, { outlet: outletOf }),
      countBy(slips, { teller: tellerOf }),
      { a: ["outlet"], b: ["teller"] },
    ],
    [
      "one dimension more",
      countBy(slips, { outlet: outletOf }),
      countBy(slips, { outlet: outletOf, teller: tellerOf }),
      { a: ["outlet"], b: ["outlet", "teller"] },
    ],
    [
      "another order",
      countBy(slips, { outlet: outletOf, teller: tellerOf }),
      countBy([], { teller: tellerOf, outlet: outletOf }),
      { a: ["outlet", "teller"], b: ["teller", "outlet"] },
    ],
    [
      "other parts",
      countBy(slips, { outlet: outletOf }, split),
      countBy(slips, { outlet: outletOf }, { parts: ["kept", "lost", "gone"], of: () => "gone" }),
      { a: ["kept", "lost", "late"], b: ["kept", "lost", "gone"] },
    ],
    [
      "the parts in another order",
      countBy(slips, { outlet: outletOf }, split),
      countBy(slips, { outlet: outletOf }, { ...split, parts: ["late", "lost", "kept"] }),
      { a: ["kept", "lost", "late"], b: ["late", "lost", "kept"] },
    ],
    [
      "no parts",
      countBy(slips, { outlet: outletOf }, split),
      countBy(slips, { outlet: outletOf }),
      { a: ["kept", "lost", "late"], b: [] },
    ],
  ])("are refused when one has %s", (_, a, b, details) => {
    expect(refusalOf(() => mergeTallies(a, b))).toEqual({ code: "core/tallies-differ", path: ["b", "by"], details });
    expect(refusalOf(() => mergeTallies(b, a)).code).toBe("core/tallies-differ");
  });
});

describe("rows added", () => {
  interface Sum {
    readonly key: string | number | null;
    readonly sum: number;
  }
  const add = (a: Sum, b: Sum): Sum => ({ key: a.key, sum: a.sum + b.sum });

  test("by key, in the order in which keys first appear; a number is not its text", () => {
    const rows: Sum[] = [
      { key: "b", sum: 1 },
      { key: 1, sum: 2 },
      { key: null, sum: 4 },
      { key: "1", sum: 8 },
      { key: "b", sum: 16 },
      { key: "__proto__", sum: 32 },
      { key: null, sum: 64 },
      { key: 1, sum: 128 },
    ];
    for (const row of rows) Object.freeze(row);
    expect(addRows(Object.freeze(rows), ({ key }) => key, add)).toStrictEqual([
      { key: "b", sum: 17 },
      { key: 1, sum: 130 },
      { key: null, sum: 68 },
      { key: "1", sum: 8 },
      { key: "__proto__", sum: 32 },
    ]);
    expect(addRows<Sum>([], ({ key }) => key, add)).toEqual([]);
  });

  test("from the left, whatever may be iterated", () => {
    const texts = new Set(["a1", "b1", "a2", "a3"]);
    const joined = addRows(
      texts.values(),
      (text) => text.charAt(0),
      (a, b) => `${a}+${b}`,
    );
    expect(joined).toEqual(["a1+a2+a3", "b1"]);
  });
});

test.each<[string, Rate, Rate, Rate]>([
  ["1/3 and 1/3", rateOf(1, 3), rateOf(1, 3), { n: 2, of: 6, rate: "0.3333" }],
  ["1/2 and 0/0", rateOf(1, 2), rateOf(0, 0), { n: 1, of: 2, rate: "0.5000" }],
  ["0/0 and 0/0", rateOf(0, 0), rateOf(0, 0), { n: 0, of: 0, rate: null }],
  ["2/3 and 1/3", rateOf(2, 3), rateOf(1, 3), { n: 3, of: 6, rate: "0.5000" }],
  ["5/4 and 0/4", rateOf(5, 4), rateOf(0, 4), { n: 5, of: 8, rate: "0.6250" }],
  ["a rate to two decimals", rateOf(1, 3, 2), rateOf(0, 3, 2), { n: 1, of: 6, rate: "0.1667" }],
])("rates are added by their counts: %s", (_, a, b, both) => {
  expect(addRates(a, b)).toStrictEqual(both);
  expect(addRates(b, a)).toStrictEqual(both);
});

describe("what cannot be counted is refused", () => {
  const byOutlet = { outlet: outletOf };
  test.each<[string, () => unknown, readonly (string | number)[]]>([
    ["nothing for rows", () => countBy(undefined as never, byOutlet), ["rows"]],
    ["null for rows", () => countBy(null as never, byOutlet), ["rows"]],
    ["an object for rows", () => countBy({} as never, byOutlet), ["rows"]],
    ["a text for rows", () => countBy("B-1" as never, byOutlet as never), ["rows"]],
    ["no dimensions", () => countBy(slips, undefined as never), ["dimensions"]],
    ["a name for a dimension", () => countBy(slips, { outlet: "outlet" } as never), ["dimensions", "outlet"]],
    ["no parts", () => countBy(slips, byOutlet, { of: split.of } as never), ["split", "parts"]],
    ["no part of a row", () => countBy(slips, byOutlet, { parts: split.parts } as never), ["split", "of"]],
    ["a misspelt part", () => countBy(slips, byOutlet, { ...split, part: [] } as never), ["split", "part"]],
  ])("%s", (_, call, path) => {
    expect(refusalOf(call)).toMatchObject({ code: "core/invalid-tally", path });
  });

  test("a list with a row that throws when it is read", () => {
    const rows = Object.defineProperty([...slips], 1, {
      get: () => {
        throw new RangeError("not now");
      },
    });
    expect(refusalOf(() => countBy(rows, byOutlet))).toEqual({
      code: "core/invalid-tally",
      path: ["rows"],
      details: {},
    });
  });

  test("and told in words", () => {
    expect(() => countBy({} as never, byOutlet)).toThrow("rows: not a list of rows");
    expect(() => countBy(slips, byOutlet, { parts: ["kept"], of: () => "gone" as "kept" })).toThrow(
      "rows.0: in a part that is not in the list",
    );
    expect(() => mergeTallies(countBy(slips, byOutlet), countBy(slips, {}) as never)).toThrow(
      "b.by: counted by other dimensions than a",
    );
    expect(() => mergeTallies(countBy(slips, byOutlet), countBy(slips, byOutlet, split))).toThrow(
      "b.by: counted in other parts than a",
    );
  });
});

describe("what is not a tally does not merge", () => {
  const right = countBy(slips, { outlet: outletOf }, split);
  const [dimension] = right.by;
  const [row] = dimension?.rows ?? [];
  const withRow = (changes: object): unknown => ({ ...right, by: [{ ...dimension, rows: [{ ...row, ...changes }] }] });

  test.each<[string, unknown, readonly (string | number)[]]>([
    ["null", null, []],
    ["no total", { by: right.by }, ["total"]],
    ["a total that is a text", { ...right, total: "5" }, ["total"]],
    ["a total that is no number", { ...right, total: Number.NaN }, ["total"]],
    ["no dimensions", { total: 5 }, ["by"]],
    ["a dimension that is null", { ...right, by: [null] }, ["by", 0]],
    ["rows that are not a list", { ...right, by: [{ ...dimension, rows: {} }] }, ["by", 0, "rows"]],
    ["a hole in the rows", { ...right, by: [{ ...dimension, rows: new Array(1) }] }, ["by", 0, "rows", 0]],
    ["a key that is a number", withRow({ key: 7 }), ["by", 0, "rows", 0, "key"]],
    ["a count below nothing", withRow({ count: -1 }), ["by", 0, "rows", 0, "count"]],
    ["a part that is not a count", withRow({ parts: { kept: "1" } }), ["by", 0, "rows", 0, "parts", "kept"]],
    [
      "a misspelt member",
      { ...right, by: [{ ...dimension, rows: dimension?.rows.map((each) => renamed(each, "count", "counts")) }] },
      ["by", 0, "rows", 0, "counts"],
    ],
  ])("%s", (_, wrong, path) => {
    expect(refusalOf(() => mergeTallies(wrong as Tally, right))).toMatchObject({
      code: "core/invalid-tally",
      path: ["a", ...path],
    });
    expect(refusalOf(() => mergeTallies(right, wrong as never))).toMatchObject({
      code: "core/invalid-tally",
      path: ["b", ...path],
    });
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";

import { countBy, mergeTallies, type SplitRow, type Tally, type TallyRow } from "../../src/core/index.ts";
import { addRows } from "../../src/core/inner.ts";

const parts = ["kept", "lost", "0", "__proto__"] as const;
type Part = (typeof parts)[number];

interface Row {
  readonly a: string | null;
  readonly b: string | null;
  readonly part: Part;
}

const key = fc.oneof(
  fc.constantFrom(null, "", "x", "X", "10", "9", "__proto__", "constructor", "é", "客户"),
  fc.string({ maxLength: 2 }),
);
const rows = fc.array(fc.record<Row>({ a: key, b: key, part: fc.constantFrom(...parts) }), { maxLength: 30 });

const dimensions = { second: ({ b }: Row) => b, first: ({ a }: Row) => a };
const split = { parts, of: ({ part }: Row) => part };

/** Code units one by one, null after every text. */
function isBefore(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a !== null && b === null;
  for (let at = 0; at < a.length && at < b.length; at++) {
    if (a.charCodeAt(at) !== b.charCodeAt(at)) return a.charCodeAt(at) < b.charCodeAt(at);
  }
  return a.length < b.length;
}

function expectAscending(keys: readonly (string | null)[]): void {
  for (const [index, later] of keys.slice(1).entries()) {
    if (!isBefore(keys[index] ?? null, later)) expect.fail(`${String(keys[index])} before ${String(later)}`);
  }
}

test("every dimension adds up to the total, and every row counts what the list says", () => {
  fc.assert(
    fc.property(rows, (list) => {
      const tally = countBy(list, dimensions);
      expect(tally.total).toBe(list.length);
      expect(tally.by.map(({ dimension }) => dimension)).toEqual(["second", "first"]);
      for (const { dimension, rows: counted } of tally.by) {
        const keysOf = list.map(dimensions[dimension]);
        expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(list.length);
        expect(new Set(counted.map((row) => row.key))).toEqual(new Set(keysOf));
        expectAscending(counted.map((row) => row.key));
        for (const row of counted) {
          expect(row).toStrictEqual({ key: row.key, count: keysOf.filter((one) => one === row.key).length });
        }
      }
    }),
  );
});

test("the parts of a row are all there and add up to its count, and without them the tally is the same", () => {
  fc.assert(
    fc.property(rows, (list) => {
      const tally = countBy(list, dimensions, split);
      for (const { dimension, rows: counted } of tally.by) {
        for (const row of counted) {
          const own = list.filter((one) => dimensions[dimension](one) === row.key);
          expect(new Set(Object.keys(row.parts))).toEqual(new Set(parts));
          for (const [part, n] of Object.entries(row.parts)) {
            expect(n).toBe(own.filter((one) => one.part === part).length);
          }
          expect(Object.values(row.parts).reduce((sum, n) => sum + n, 0)).toBe(row.count);
        }
      }
      const bare = tally.by.map(({ dimension, rows: counted }) => ({
        dimension,
        rows: counted.map((row) => ({ key: row.key, count: row.count })),
      }));
      expect({ total: tally.total, by: bare }).toStrictEqual(countBy(list, dimensions));
    }),
  );
});

test("the order of the rows changes nothing", () => {
  fc.assert(
    fc.property(
      rows.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
      ([list, shuffled]) => {
        expect(countBy(shuffled, dimensions, split)).toStrictEqual(countBy(list, dimensions, split));
      },
    ),
  );
});

/** The same laws hold for counts with and without parts. */
function mergesLikeCounting<R extends TallyRow>(count: (list: readonly Row[]) => Tally<"first" | "second", R>): void {
  fc.assert(
    fc.property(rows, fc.nat(30), fc.nat(30), (list, m, n) => {
      const [from, to] = [Math.min(m, n), Math.max(m, n)];
      const cuts = [list.slice(0, from), list.slice(from, to), list.slice(to)] as const;
      const [a, b, c] = [count(cuts[0]), count(cuts[1]), count(cuts[2])];
      const before = JSON.stringify([a, b, c]);
      const whole = count(list);
      expect(mergeTallies(mergeTallies(a, b), c)).toStrictEqual(whole);
      expect(mergeTallies(a, mergeTallies(b, c))).toStrictEqual(whole);
      expect(mergeTallies(c, mergeTallies(b, a))).toStrictEqual(whole);
      expect(mergeTallies(whole, count([]))).toStrictEqual(whole);
      expect(mergeTallies(count([]), whole)).toStrictEqual(whole);
      expect(JSON.stringify([a, b, c])).toBe(before);
    }),
  );
}

test("merged at any cut, in any order, is counted at once", () => {
  mergesLikeCounting<TallyRow>((list) => countBy(list, dimensions));
});

test("and so it is in parts", () => {
  mergesLikeCounting<SplitRow<Part>>((list) => countBy(list, dimensions, split));
});

/** Frozen all the way down. */
function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

test("neither counting nor merging writes to what it is given", () => {
  fc.assert(
    fc.property(rows, rows, (own, other) => {
      const [a, b] = [frozen(countBy(frozen(own), dimensions, split)), frozen(countBy(other, dimensions, split))];
      expect(mergeTallies(a, b)).toStrictEqual(countBy([...own, ...other], dimensions, split));
    }),
  );
});

test("rows added by key: one per key where it first appears, with the sum of its rows", () => {
  const amount = fc.record({ key: fc.oneof(key, fc.nat(3)), n: fc.integer() });
  fc.assert(
    fc.property(fc.array(amount), (list) => {
      const added = addRows(
        list,
        (row) => row.key,
        (x, y) => ({ key: x.key, n: x.n + y.n }),
      );
      const firsts = list.filter((row, index) => list.findIndex((other) => other.key === row.key) === index);
      expect(added).toEqual(
        firsts.map((row) => ({
          key: row.key,
          n: list.filter((other) => other.key === row.key).reduce((sum, { n }) => sum + n, 0),
        })),
      );
    }),
  );
});

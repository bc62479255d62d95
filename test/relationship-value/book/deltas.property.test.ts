import fc from "fast-check";
import { expect, test } from "vitest";

import {
  applyLines,
  applyLinesToGroups,
  groupValues,
  mergeValueBooks,
  topClients,
  valueBookData,
  type IncomeLine,
  type ValueBook,
} from "../../../src/relationship-value/index.ts";
import { bookOf, options, someLines } from "../shares/books.ts";

const { rates } = options;
const same = (a: ValueBook, b: ValueBook): void => {
  expect(valueBookData(a)).toStrictEqual(valueBookData(b));
  expect(a).toStrictEqual(b);
  expect(topClients(a, { n: 9 })).toStrictEqual(topClients(b, { n: 9 }));
};
/** Lines that count, so that taking them out is the same as never having had them. */
const counted = someLines.map((lines) => lines.filter(({ period }) => period !== "2025"));

test("lines added and removed one after the other give the book that all of them together give", () => {
  fc.assert(
    fc.property(counted, fc.infiniteStream(fc.nat(99)), (lines, choices) => {
      const next = choices[Symbol.iterator]();
      const choose = (limit: number): number => (next.next().value as number) % limit;
      const inside: IncomeLine[] = [];
      const waiting = [...lines];
      const versions: { readonly book: ValueBook<"CNY">; readonly lines: readonly IncomeLine[] }[] = [];
      let book = bookOf([]);
      for (let step = 0; step < 12; step++) {
        const removed = inside.splice(choose(inside.length + 1), choose(3));
        const added = waiting.splice(0, choose(5));
        inside.push(...added);
        const { book: changed, issues, removalIssues } = applyLines(book, { added, removed, rates });
        expect([issues, removalIssues]).toStrictEqual([[], []]);
        versions.push({ book, lines: [...inside.slice(0, inside.length - added.length), ...removed] });
        book = changed;
      }
      same(book, bookOf(inside));
      // earlier books are as they were, whichever is asked first
      for (const earlier of [...versions].sort(() => choose(3) - 1)) same(earlier.book, bookOf(earlier.lines));
      same(mergeValueBooks(book, bookOf(waiting)), bookOf([...inside, ...waiting]));
    }),
  );
});

test("groups are brought up to date as if they were made again", () => {
  const groups = [
    { group: "G-0", members: ["C-0", "C-1"] },
    { group: "G-1", members: ["C-1", "C-2", "C-1"] },
    { group: "G-2", members: ["C-1"] },
  ];
  fc.assert(
    fc.property(counted, fc.nat(24), fc.nat(24), (lines, i, j) => {
      const [out, stay, into] = [lines.slice(0, i), lines.slice(i, i + j), lines.slice(i + j)];
      const before = groupValues(bookOf([...out, ...stay]), groups);
      const { values } = applyLinesToGroups(before, { removed: out, added: into, rates });
      const again = groupValues(bookOf([...stay, ...into]), groups);
      for (const name of ["book", "groups", "ungrouped", "countedAgain"] as const) same(values[name], again[name]);
      expect(values.shared).toStrictEqual(again.shared);
    }),
  );
});

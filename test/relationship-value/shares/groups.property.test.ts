import fc from "fast-check";
import { expect, test } from "vitest";

import {
  groupValues,
  mergeValueBooks,
  valueBookData,
  valueBookFromData,
  type ClientGroup,
} from "../../../src/relationship-value/index.ts";
import { added, bookOf, someLines, sumsOf } from "./books.ts";

const someGroups = fc
  .array(fc.array(fc.constantFrom("C-0", "C-1", "C-2", "C-3", "nobody"), { maxLength: 6 }), { maxLength: 5 })
  .map((lists): ClientGroup[] => lists.map((members, at) => ({ group: `G-${String(at)}`, members })));

test("groups + clients in none − what is counted again = book, under any grouping, order and partition", () => {
  fc.assert(
    fc.property(someLines, someGroups, fc.nat(24), (lines, groups, at) => {
      const book = bookOf(lines);
      const values = groupValues(book, groups);
      expect(added([1, values.groups], [1, values.ungrouped], [-1, values.countedAgain])).toStrictEqual(sumsOf(book));
      const { groups: g, ungrouped: u, countedAgain: c } = values;
      expect(g.lines.counted + u.lines.counted - c.lines.counted).toBe(book.lines.counted);

      const turned = groupValues(bookOf([...lines].reverse()), [...groups].reverse());
      for (const name of ["groups", "ungrouped", "countedAgain"] as const) {
        expect(valueBookData(turned[name])).toStrictEqual(valueBookData(values[name]));
      }
      expect(turned.shared).toStrictEqual(values.shared);

      const [a, b] = [bookOf(lines.slice(0, at)), bookOf(lines.slice(at))];
      const parts = [groupValues(a, groups), groupValues(b, groups)] as const;
      const merged = groupValues(mergeValueBooks(a, b), groups);
      const restored = groupValues(valueBookFromData(valueBookData(book)), groups);
      for (const name of ["groups", "ungrouped", "countedAgain"] as const) {
        const data = valueBookData(values[name]);
        expect(valueBookData(mergeValueBooks(parts[0][name], parts[1][name]))).toStrictEqual(data);
        expect(valueBookData(merged[name])).toStrictEqual(data);
        expect(valueBookData(restored[name])).toStrictEqual(data);
      }
    }),
  );
});

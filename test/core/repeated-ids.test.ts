import fc from "fast-check";
import { expect, test } from "vitest";

import { repeatedIds } from "../../src/core/inner.ts";

const rowsOf = (ids: readonly string[]) => ids.map((id) => ({ id }));

/** The places of a list at which an id stands that stood before. */
function repeatsIn(ids: readonly string[]): readonly number[] {
  const isRepeated = repeatedIds(rowsOf(ids));
  return [...ids.keys()].filter((index) => isRepeated(ids[index] ?? ""));
}

test("an id is repeated from the second time on, in the order asked", () => {
  expect(repeatsIn(["a", "b", "a", "c", "a", "b", "", "", "客户", "客户"])).toEqual([2, 4, 5, 7, 9]);
  expect(repeatsIn([])).toEqual([]);
  expect(repeatsIn(["ab", "ba", "aab", "__proto__", "constructor"])).toEqual([]);
});

test("agrees with a list that is searched, for many ids and few", () => {
  const id = fc.oneof(fc.nat(40).map(String), fc.string({ maxLength: 3 }));
  fc.assert(
    fc.property(fc.array(id, { maxLength: 60 }), (ids) => {
      expect(repeatsIn(ids)).toEqual([...ids.keys()].filter((index) => ids.indexOf(ids[index] ?? "") < index));
    }),
  );
  const many = Array.from({ length: 5000 }, (_, index) => `R-${String(index)}`);
  expect(repeatsIn([...many, ...many])).toEqual(many.map((_, index) => index + 5000));
});

test("a row whose id cannot be read has none, and does not stop the others", () => {
  const unreadable = Object.defineProperty({}, "id", {
    get: () => {
      throw new RangeError("not now");
    },
  });
  const rows = [{ id: "a" }, null, undefined, {}, { id: 7 }, { id: null }, unreadable, { id: "b" }, { id: "a" }];
  const isRepeated = repeatedIds(rows as never);
  expect(["a", "b", "a"].map(isRepeated)).toEqual([false, false, true]);
});

test("of a big batch without repetitions hardly any id is remembered", () => {
  const ids = Array.from({ length: 4096 }, (_, index) => `R-${String(index)}`);
  const isRepeated = repeatedIds(rowsOf(ids));
  const add = Object.getOwnPropertyDescriptor(Set.prototype, "add")?.value as (
    this: Set<unknown>,
    one: unknown,
  ) => Set<unknown>;
  let remembered = 0;
  Set.prototype.add = function (one) {
    remembered++;
    return add.call(this, one);
  };
  try {
    for (const id of ids) if (isRepeated(id)) expect.fail(id);
  } finally {
    Set.prototype.add = add as typeof Set.prototype.add;
  }
  // one in nine shares its slot with another by chance
  expect(remembered).toBeLessThan(ids.length / 4);
});

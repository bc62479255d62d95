import fc from "fast-check";
import { expect, test } from "vitest";

import { nearestName } from "../../src/core/inner.ts";

/**
 * Every text that one letter left out, added, changed or swapped with its neighbour makes of a name. Of two letters a
 * changed one makes another word.
 */
function editsOf(name: string, letters: string): ReadonlySet<string> {
  const edits = new Set<string>([name]);
  for (let at = 0; at <= name.length; at++) {
    const [before, after] = [name.slice(0, at), name.slice(at)];
    edits.add(before + after.slice(1));
    edits.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
    for (const letter of letters) {
      edits.add(before + letter + after);
      if (name.length > 2) edits.add(before + letter + after.slice(1));
    }
  }
  return edits;
}

const LETTERS = "abc";
// few letters, so that names repeat them and lie near each other
const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 2, maxLength: 6 });

test("a name is near when one edit makes it of the other, and at no other time", () => {
  fc.assert(
    fc.property(word, word, (name, known) => {
      const near = nearestName(name, [known]) !== null;
      expect(near).toBe(editsOf(known, LETTERS).has(name));
      expect(nearestName(known, [name]) !== null).toBe(near);
    }),
    { numRuns: 500 },
  );
});

test("every edit of a name is near it", () => {
  fc.assert(
    fc.property(word, (known) => {
      for (const name of editsOf(known, LETTERS)) expect(nearestName(name, [known])).toBe(known);
    }),
  );
});

test("case and separators do not count, and a name that differs only in them comes first", () => {
  const spelt = word.chain((name) =>
    fc
      .array(fc.tuple(fc.boolean(), fc.constantFrom("", "", "-", "_", " ")), {
        minLength: name.length,
        maxLength: name.length,
      })
      .map((ways) => ({
        name,
        text: Array.from(name)
          .map((letter, at) => `${ways[at]?.[0] === true ? letter.toUpperCase() : letter}${ways[at]?.[1] ?? ""}`)
          .join(""),
      })),
  );
  fc.assert(
    fc.property(spelt, fc.array(word), ({ name, text }, others) => {
      expect(nearestName(text, [...others, name])).toBe(name);
    }),
  );
});

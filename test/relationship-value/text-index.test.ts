import fc from "fast-check";
import { expect, test } from "vitest";

import { indexOfTexts, openTextIndex } from "../../src/relationship-value/text-index.ts";

/** The hash of the index, written again, to find texts that meet in one place. */
function hashOf(text: string): number {
  let hash = text.length;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x9e3779b1);
  return hash ^ (hash >>> 15);
}

const MEETING = Array.from({ length: 40_000 }, (_, number) => `L${String(number)}`).filter(
  (text) => (hashOf(text) & 255) === 7,
);

const numbersOf = (texts: readonly string[], expected?: number) => {
  const index = openTextIndex(expected);
  const numbers = texts.map((text) => index.placeOf(text));
  return { index, numbers };
};
const byMap = (texts: readonly string[]) => {
  const numbers = new Map<string, number>();
  for (const text of texts) if (!numbers.has(text)) numbers.set(text, numbers.size);
  return numbers;
};

test("numbers texts as a map does, in the order they come", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 400 }), fc.nat(500), (texts, expected) => {
      const map = byMap(texts);
      const { index, numbers } = numbersOf(texts, expected);
      expect(numbers).toEqual(texts.map((text) => map.get(text)));
      expect(index.texts).toEqual([...map.keys()]);
      for (const text of [...texts, "nobody", ""]) expect(index.get(text)).toBe(map.get(text));
    }),
    { numRuns: 50 },
  );
});

test("texts made to meet in one place are numbered too, and others after them", () => {
  expect(MEETING.length).toBeGreaterThan(100);
  const texts = [...MEETING, "A", ...MEETING, "B", "A"];
  const { index, numbers } = numbersOf(texts);
  const map = byMap(texts);
  expect(numbers).toEqual(texts.map((text) => map.get(text)));
  expect(index.texts).toEqual([...map.keys()]);
  expect([index.get("B"), index.get("C"), index.get(MEETING[99] ?? "")]).toEqual([map.get("B"), undefined, 99]);
});

test("texts known to be different are indexed when somebody asks", () => {
  const texts = ["C-1", "C-2", "C-3"];
  const index = indexOfTexts(texts);
  expect([index.get("C-3"), index.get("C-4"), index.placeOf("C-2")]).toEqual([2, undefined, 1]);
  expect(index.texts).toBe(texts);
});

test("a cluster that wraps around the end of the table is found after the table grew", () => {
  // homes 192, 255 and 110 of 1,024 places, in an order in which putting them in again pushes some far from home
  const homed = (home: number, count: number): string[] => {
    const found: string[] = [];
    for (let number = 0; found.length < count; number++) {
      const text = `C${String(number)}`;
      if ((hashOf(text) & 1023) === home) found.push(text);
    }
    return found;
  };
  const texts = [...homed(192, 64), ...homed(255, 63), ...homed(110, 5)];
  const { index } = numbersOf(texts);
  for (const [number, text] of texts.entries()) expect(index.get(text)).toBe(number);
});

test("texts may be added to those that have numbers already", () => {
  const texts = ["C-1", "C-2"];
  const index = indexOfTexts(texts);
  expect([index.placeOf("C-3"), index.placeOf("C-1"), index.texts]).toEqual([2, 0, ["C-1", "C-2", "C-3"]]);
});

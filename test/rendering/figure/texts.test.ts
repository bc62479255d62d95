import { expect, test } from "vitest";

import { textAt, textWidth, wrapped } from "../../../src/rendering/figure/draw/texts.ts";

test("a character has the width of one with its marks, and is never cut from them", () => {
  expect(textWidth("e\u0301")).toBe(7.5);
  expect(textWidth("か\u3099")).toBe(12.5);
  const place = { className: "label", x: 0, y: 0 } as const;
  expect(textAt("e\u0301e\u0301e\u0301", 15, place)).toContain(">e\u0301e\u0301…</text>");
  expect(wrapped("か\u3099か\u3099か\u3099", 25, 2)).toEqual(["か\u3099か\u3099", "か\u3099"]);
});

test("lines are broken at blanks and at line feeds, beside characters of full width, and inside a word that is too long", () => {
  expect(wrapped("one two", 40, 2)).toEqual(["one ", "two"]);
  expect(wrapped("one\ntwo", 40, 2)).toEqual(["one\n", "two"]);
  expect(wrapped("客户（关系）", 38, 3)).toEqual(["客户", "（关", "系）"]);
  expect(wrapped("abcdef", 22.5, 2)).toEqual(["abc", "def"]);
  expect(wrapped("abcdef", 0, 2)).toEqual(["a", "bcdef"]);
  expect(wrapped("", 0, 2)).toEqual([""]);
});

test("what has no room is in the title, whole", () => {
  expect(textAt("one & two", 30, { className: "tick", x: 1, y: 2, anchor: "end" })).toBe(
    '<text class="tick" x="1" y="2" text-anchor="end"><title>one &amp; two</title>one …</text>',
  );
});

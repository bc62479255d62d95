import { createHash } from "node:crypto";

import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { canonicalJson, contentHash } from "../../src/core/index.ts";
import { refusalOf } from "../support/refusal.ts";

/** RFC 8785, section 3.2.3: the property order of its sorting example. */
test("keys are sorted by UTF-16 code units as in RFC 8785", () => {
  const value = {
    "\u20ac": "Euro Sign",
    "\r": "Carriage Return",
    "\ufb33": "Hebrew Letter Dalet With Dagesh",
    "1": "One",
    "\ud83d\ude00": "Emoji: Grinning Face",
    "\u0080": "Control",
    "\u00f6": "Latin Small Letter O With Diaeresis",
  };
  expect(Object.values(JSON.parse(canonicalJson(value)) as object).map((text: string) => text.split(" ")[0])).toEqual([
    "One",
    "Carriage",
    "Control",
    "Latin",
    "Euro",
    "Emoji:",
    "Hebrew",
  ]);
  expect(canonicalJson(value).indexOf("Emoji")).toBeLessThan(canonicalJson(value).indexOf("Hebrew"));
});

test("the hash is SHA-256 of the UTF-8 text, as another implementation computes it", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      let text: string;
      try {
        text = canonicalJson(value);
      } catch {
        return; // a lone surrogate; refused below
      }
      expect(contentHash(value)).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test.each([0, 1, 54, 55, 56, 63, 64, 65, 119, 120, 1000])("padding is right for %i letters", (length) => {
  const text = "客".repeat(length);
  expect(contentHash(text)).toBe(createHash("sha256").update(`"${text}"`, "utf8").digest("hex"));
});

test("order of keys and undefined members do not change the hash", () => {
  expect(contentHash({ a: 1, b: { c: 2, d: undefined } })).toBe(contentHash({ b: { c: 2 }, a: 1 }));
});

test.each([
  ["NaN", { a: [NaN] }, ["a", 0]],
  ["a function", { f: () => 1 }, ["f"]],
  ["a Date", [new Date(0)], [0]],
  ["a bigint", { n: 1n }, ["n"]],
  ["undefined in a list", [undefined], [0]],
  ["a hole in a list", [1, , 2], [1]],
  ["a lone surrogate in a key", { k: { "\ud800": 1 } }, ["k", "\ud800"]],
  ["a lone surrogate", { s: "\ud800" }, ["s"]],
])("%s is refused with the path to it", (_, value, path) => {
  expect(() => canonicalJson(value)).toThrow(expect.objectContaining({ code: "core/not-canonical", path }));
});

test("an object without prototype is plain data", () => {
  expect(canonicalJson(Object.assign(Object.create(null) as object, { b: 1, a: 2 }))).toBe('{"a":2,"b":1}');
});

test("a value that holds itself is refused like any other that is no JSON", () => {
  const loop: Record<string, unknown> = {};
  loop["self"] = [loop];
  expect(() => canonicalJson(loop)).toThrow(expect.objectContaining({ code: "core/not-canonical" }));
});

describe("nesting", () => {
  const nested = (levels: number, wrap: (inner: unknown) => unknown): unknown => {
    let value: unknown = "x";
    for (let level = 0; level < levels; level++) value = wrap(value);
    return value;
  };
  test.each<[string, (inner: unknown) => unknown, string, string]>([
    ["lists", (inner) => [inner], "[", "]"],
    ["objects", (inner) => ({ a: inner }), '{"a":', "}"],
  ])("of %s is written 500 levels deep, and refused one deeper", (_, wrap, open, close) => {
    expect(canonicalJson(nested(500, wrap))).toBe(`${open.repeat(500)}"x"${close.repeat(500)}`);
    const { code, path } = refusalOf(() => canonicalJson(nested(501, wrap)));
    expect([code, path.length]).toEqual(["core/not-canonical", 500]);
  });
});

test.each([
  [Number.POSITIVE_INFINITY, "number"],
  [1n, "bigint"],
  [Symbol("x"), "symbol"],
  [undefined, "undefined"],
  [new Map(), "object"],
])("%s is refused with the type it has", (value, type) => {
  expect(() => canonicalJson(value)).toThrow(
    expect.objectContaining({ message: "value: not plain JSON data", path: [], details: { type } }),
  );
});

// the first and the last code point of each length in UTF-8; surrogates are none
test.each(["\u007f", "\u0080", "\u07ff", "\u0800", "\uffff", "\u{10000}", "\u{10ffff}"])(
  "the character %j is hashed in its UTF-8 bytes",
  (character) => {
    const text = JSON.stringify(character);
    expect(contentHash(character)).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
  },
);

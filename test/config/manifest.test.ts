import { fileURLToPath } from "node:url";

import { expect, test } from "vitest";

import { doors } from "./entries.mjs";
import { manifestOf } from "./manifest.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Doors without a path through them, and why. */
const withoutPath = new Map([
  ["calendar/cn", "data only"],
  ["calendar/hk", "data only"],
  ["financial-planning/index", "one function so far"],
  ["labels/index", "types of data"],
  ["rendering/docx/index", "one function"],
  ["telling/index", "two functions"],
]);

const kinds = ["functions", "data", "words", "types"] as const;
type Kind = (typeof kinds)[number];

const isWord = (value: unknown): boolean => typeof value === "string" || typeof value === "number";

/** Lists of words are words whatever they are called; one word or number alone is one of them by its capitals. */
const isWords = (name: string, value: unknown): boolean =>
  Array.isArray(value) ? value.every(isWord) : isWord(value) && /^[A-Z][A-Z0-9_]*$/.test(name);

function kindOf(name: string, value: unknown, isType: boolean): Kind {
  if (isType) return "types";
  if (typeof value === "function") return "functions";
  return isWords(name, value) ? "words" : "data";
}

test.each(doors)("$file is a table of contents", async ({ file, entry }) => {
  const { groups, loose, path } = manifestOf(file);
  expect(loose).toStrictEqual([]);
  expect(new Set(groups.map(({ heading }) => heading)).size).toBe(groups.length);

  const exported = (await import(`${root}${file}`)) as Readonly<Record<string, unknown>>;
  const sections = groups.map(({ heading, exports }) => ({
    heading,
    kinds: [...new Set(exports.map(({ name, isType }) => kindOf(name, exported[name], isType)))],
  }));
  // one kind of thing under each heading, and functions before data before words before types
  expect(sections.filter((section) => section.kinds.length !== 1)).toStrictEqual([]);
  const order = sections.map((section) => kinds.findIndex((kind) => kind === section.kinds[0]));
  expect(order).toStrictEqual([...order].sort((a, b) => a - b));
  // the headings say so
  for (const {
    heading,
    kinds: [kind],
  } of sections) {
    expect([heading, /^Words\b/.test(heading)]).toStrictEqual([heading, kind === "words"]);
    expect([heading, /^Types\b/.test(heading)]).toStrictEqual([heading, kind === "types"]);
  }

  if (withoutPath.has(entry)) {
    expect(path).toStrictEqual([]);
    return;
  }
  expect(path.length).toBeGreaterThanOrEqual(3);
  expect(path.length).toBeLessThanOrEqual(6);
  expect(path.filter((name) => typeof exported[name] !== "function")).toStrictEqual([]);
});

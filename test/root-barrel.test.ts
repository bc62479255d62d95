import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { floors } from "./config/rooms.mjs";

/** Rooms at the side have subpaths of their own only, so that the barrel stays free of words and of test tools. */
const rooms = floors.flatMap((floor) => floor.rooms);

const namesOf = async (specifier: string): Promise<string[]> =>
  Object.keys((await import(/* @vite-ignore */ specifier)) as object).sort();

test("the root barrel is all rooms together, and nothing else", async () => {
  const expected = new Set<string>();
  for (const room of rooms) {
    for (const name of await namesOf(`../src/${room}/index.ts`)) expected.add(name);
  }
  expect(await namesOf("../src/index.ts")).toStrictEqual([...expected].sort());
  expect(expected.size).toBeGreaterThan(100);
});

test("the root barrel is one line per room, so that it has their types too", () => {
  const text = readFileSync(new URL("../src/index.ts", import.meta.url), "utf8");
  const lines = text.slice(text.indexOf("*/") + 2).split("\n");
  expect(lines.filter((line) => line !== "").sort()).toStrictEqual(
    rooms.map((room) => `export * from "./${room}/index.ts";`).sort(),
  );
});

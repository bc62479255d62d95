import { readdirSync } from "node:fs";

import { expect, test } from "vitest";

const rooms = readdirSync(new URL("../src/", import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
/** On subpaths of their own only, so that the barrel stays free of words and of test tools. */
const apart = ["labels", "testing"];

const namesOf = async (specifier: string): Promise<string[]> =>
  Object.keys((await import(/* @vite-ignore */ specifier)) as object).sort();

test("the root barrel is all rooms together, and nothing else", async () => {
  const expected = new Set<string>();
  for (const room of rooms.filter((name) => !apart.includes(name))) {
    for (const name of await namesOf(`../src/${room}/index.ts`)) expected.add(name);
  }
  expect(await namesOf("../src/index.ts")).toStrictEqual([...expected].sort());
  expect(expected.size).toBeGreaterThan(100);
});

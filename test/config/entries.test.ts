import { fileURLToPath } from "node:url";

import ts from "typescript";
import { expect, test } from "vitest";

import { doors, entries } from "./entries.mjs";
import { rooms } from "./rooms.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { config } = ts.readConfigFile(`${root}tsconfig.json`, (path) => ts.sys.readFile(path)) as { config: object };
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);

test.each(entries)("$subpath is $file for the compiler and the tests too", ({ file, subpath }) => {
  const name = `relationship-banking${subpath.slice(1)}`;
  const found = ts.resolveModuleName(name, `${root}test/here.ts`, options, ts.sys).resolvedModule?.resolvedFileName;
  expect(found).toBe(root + file);
});

test("every room has a public door, and no inner door is public", () => {
  const files = doors.map(({ file }) => file);
  for (const { room } of rooms) expect(files).toContain(`src/${room}/index.ts`);
  expect(entries.filter(({ file }) => file.endsWith("/inner.ts"))).toStrictEqual([]);
});

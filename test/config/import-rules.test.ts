import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, expect, test } from "vitest";

/** A house of a few files; what is allowed and what is forbidden stand side by side. */
const files: Readonly<Record<string, string>> = {
  "tsconfig.json": "{}",
  "package.json": '{ "type": "module" }',
  "src/core/index.ts": "export const one = 1; export type One = 1;",
  "src/core/inner.ts": "export const two = 2;",
  "src/core/errors.ts": "export const three = 3;",
  "src/core/up.ts": 'import { add } from "../money/index.ts"; export { add };',
  "src/money/index.ts": "export const add = 1;",
  "src/money/inner.ts": 'import { two } from "../core/inner.ts"; export { two };',
  "src/money/through-the-doors.ts":
    'import { one } from "../core/index.ts"; import { two } from "../core/inner.ts"; export { one, two };',
  "src/money/through-the-wall.ts": 'import { three } from "../core/errors.ts"; export { three };',
  "src/money/to-a-neighbour.ts": 'import { day } from "../calendar/index.ts"; export { day };',
  "src/money/round-a.ts": 'import { b } from "./round-b.ts"; export const a = b;',
  "src/money/round-b.ts": 'import { a } from "./round-a.ts"; export const b = a;',
  "src/calendar/index.ts": 'export { day } from "./day.ts";',
  "src/calendar/day.ts": "export const day = 1;",
  "src/calendar/data/cn/index.ts": 'import { day } from "../../day.ts"; export { day };',
  "src/client/index.ts": 'export { two } from "../money/inner.ts";',
  "src/sla/stray.ts": 'import { stray } from "../not-in-the-list/index.ts"; export { stray };',
  "src/not-in-the-list/index.ts": "export const stray = 1;",
  "src/rendering/words.ts": 'import { word } from "../labels/index.ts"; export { word };',
  "src/labels/index.ts": 'import type { One } from "../core/index.ts"; export const word: One = 1;',
  "src/labels/value.ts": 'import { day } from "../calendar/index.ts"; export { day };',
  "src/labels/refusal.ts": 'import { one } from "../core/index.ts"; export { one };',
  "src/labels/private-type.ts": 'import type { day } from "../calendar/day.ts"; export type Day = typeof day;',
};

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const house = mkdtempSync(join(tmpdir(), "house-"));
afterAll(() => {
  rmSync(house, { recursive: true });
});

interface Cruise {
  readonly summary: {
    readonly violations: readonly {
      readonly rule: { readonly name: string };
      readonly from: string;
      readonly to: string;
    }[];
  };
}

test("an import up, to a neighbour, past a door or in a circle is reported, and no other", () => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
  const { stdout } = spawnSync(
    process.execPath,
    [
      at("node_modules/dependency-cruiser/bin/dependency-cruise.mjs"),
      "--config",
      at("test/config/dependency-cruiser.mjs"),
      "--output-type",
      "json",
      "src",
    ],
    { cwd: house, encoding: "utf8" },
  );
  const { summary } = JSON.parse(stdout) as Cruise;
  const reported = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).sort();
  expect(reported).toStrictEqual([
    "floor-0-imports-down-only: src/core/up.ts → src/money/index.ts",
    "floor-1-imports-down-only: src/money/to-a-neighbour.ts → src/calendar/index.ts",
    "floor-3-imports-down-only: src/sla/stray.ts → src/not-in-the-list/index.ts",
    "floor-5-imports-down-only: src/rendering/words.ts → src/labels/index.ts",
    "inner-doors-stay-inside: src/client/index.ts → src/money/inner.ts",
    "no-cycles: src/money/round-a.ts → src/money/round-b.ts",
    "rooms-have-doors: src/labels/private-type.ts → src/calendar/day.ts",
    "rooms-have-doors: src/money/through-the-wall.ts → src/core/errors.ts",
    "side-rooms-only-know-types: src/labels/value.ts → src/calendar/index.ts",
  ]);
});

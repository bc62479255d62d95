import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const consumer = `${root}.reports/consumer`;

/** Bundles one import with everything it pulls in and says which packages left bytes in the bundle. */
async function bundle(code: string): Promise<{ readonly packages: readonly string[]; readonly text: string }> {
  const result = await build({
    stdin: { contents: code, resolveDir: consumer },
    // this repository's tsconfig would map the name to the sources instead of the tarball
    tsconfigRaw: "{}",
    bundle: true,
    minify: true,
    // otherwise Chinese text is escaped, and what a test looks for is never found
    charset: "utf8",
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    metafile: true,
    write: false,
    logLevel: "silent",
  });
  const [output] = Object.values(result.metafile.outputs);
  const packages = new Set<string>();
  for (const [input, { bytesInOutput }] of Object.entries(output?.inputs ?? {})) {
    const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
    if (name !== undefined && bytesInOutput > 0) packages.add(name);
  }
  return { packages: [...packages].sort(), text: result.outputFiles[0]?.text ?? "" };
}

describe("what an import leaves out", () => {
  test("the root barrel, whole: no zod, no holiday data, no labels", async () => {
    const { packages, text } = await bundle('import * as all from "relationship-banking"; globalThis.keep = all;');
    expect(packages).toContain("relationship-banking");
    expect(packages).not.toContain("zod");
    expect(text).not.toContain("2026-02-14");
    expect(text).not.toContain("春节");
    expect(text).not.toContain("客户关系战略计划书");
  });

  test("one name from the root barrel: as small as from its room", async () => {
    const fromRoot = await bundle(
      'import { addWorkingDays } from "relationship-banking"; globalThis.keep = addWorkingDays;',
    );
    const fromRoom = await bundle(
      'import { addWorkingDays } from "relationship-banking/calendar"; globalThis.keep = addWorkingDays;',
    );
    expect(fromRoot.text.length).toBeLessThanOrEqual(fromRoom.text.length + 200);
    expect(fromRoot.packages).toStrictEqual(["relationship-banking"]);
  });

  test.each([
    ["add and sum", 'import { add, sum } from "relationship-banking/money"; globalThis.keep = [add, sum];'],
    ["all of money", 'import * as m from "relationship-banking/money"; globalThis.keep = m;'],
    ["all of loans", 'import * as l from "relationship-banking/loans"; globalThis.keep = l;'],
    ["time value", 'import * as t from "relationship-banking/time-value"; globalThis.keep = t;'],
    [
      "working days",
      'import { workingDaysBetween } from "relationship-banking/calendar"; globalThis.keep = workingDaysBetween;',
    ],
  ])("%s: no package but ours", async (_, code) => {
    expect((await bundle(code)).packages).toStrictEqual(["relationship-banking"]);
  });

  test("the words of one room: no other room, no other language, and one locale beside that of date-fns itself", async () => {
    const { packages, text } = await bundle(`
      import { core, dates, sla } from "relationship-banking/labels/zh-Hans";
      import { tell } from "relationship-banking/telling";
      globalThis.keep = (reason) => tell(reason, { dates, ...core, ...sla });`);
    expect(packages).toStrictEqual(["@date-fns/utc", "date-fns", "relationship-banking"]);
    expect(text).toContain("规定时限为");
    expect(text).not.toContain("现有优质客户");
    expect(text).not.toContain("規定時限");
    expect(text).not.toContain("The time allowed is");
  });

  test("telling alone has no words and no date-fns", async () => {
    const { packages, text } = await bundle(
      'import { tell } from "relationship-banking/telling"; globalThis.keep = tell;',
    );
    expect(packages).toStrictEqual(["relationship-banking"]);
    expect(text).not.toMatch(/\p{Script=Han}/u);
  });

  test("decimal.js comes with the plans of a household, and with them alone", async () => {
    const code = 'import * as p from "relationship-banking/financial-planning"; globalThis.keep = p;';
    expect((await bundle(code)).packages).toStrictEqual(["decimal.js", "relationship-banking"]);
  });

  test("an unused import leaves nothing at all", async () => {
    const names = Object.keys(
      (JSON.parse(readFileSync(`${root}package.json`, "utf8")) as { exports: Record<string, unknown> }).exports,
    ).filter((key) => key !== "./package.json");
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) {
      const { text } = await bundle(`import "relationship-banking${name.slice(1)}";`);
      expect({ name, text: text.trim() }).toStrictEqual({ name, text: "" });
    }
  });

  test("the holidays of Hong Kong do not come with those of the mainland", async () => {
    const { text } = await bundle('import { CN } from "relationship-banking/calendar/cn"; globalThis.keep = CN;');
    expect(text).not.toContain("Buddha");
  });
});

import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const consumer = join(root, ".reports/consumer");
const installed = join(consumer, "node_modules/relationship-banking");

interface Conditions {
  readonly types: string;
  readonly default: string;
}
const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as {
  readonly exports: Readonly<Record<string, string | { readonly import: Conditions; readonly require: Conditions }>>;
  readonly dependencies: Readonly<Record<string, string>>;
};
/** `./testing` needs the optional peer fast-check, which this repository has installed. */
const subpaths = Object.keys(manifest.exports).filter((key) => key !== "./package.json");
const specifier = (subpath: string): string => `relationship-banking${subpath.slice(1)}`;
const fromConsumer = createRequire(join(consumer, "index.cjs"));

/** Runs a module in the consumer's folder, in a fresh process. */
function run(code: string, kind: "module" | "commonjs", flags: readonly string[] = []): string {
  return execFileSync(process.execPath, [...flags, `--input-type=${kind}`, "--eval", code], {
    cwd: consumer,
    encoding: "utf8",
  }).trim();
}

describe("the pages of the tarball", () => {
  const pages = readdirSync(installed, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".md") && !name.startsWith("node_modules"),
  );

  test("are the README, the guides and the catalogue of errors", () => {
    expect(pages).toEqual(expect.arrayContaining(["README.md", "docs/errors.md", "docs/guide/schemas.md"]));
  });

  test.each(pages)("%s leads to pages and pictures that are there", (page) => {
    const text = readFileSync(join(installed, page), "utf8");
    const links = [...text.matchAll(/\]\(([^)\s#]+)[^)\s]*\)/g)].map(([, link]) => link ?? "");
    const relative = links.filter((link) => !/^https?:/.test(link));
    expect(relative.filter((link) => !existsSync(join(installed, page, "..", link)))).toEqual([]);
  });
});

describe("every subpath of the tarball", () => {
  test.each(subpaths)("%s has its files for import and require", (subpath) => {
    const target = manifest.exports[subpath];
    if (target === undefined || typeof target === "string") return expect.fail(subpath);
    for (const conditions of [target.import, target.require]) {
      expect(existsSync(join(installed, conditions.types))).toBe(true);
      expect(existsSync(join(installed, conditions.default))).toBe(true);
    }
  });

  test("loads as ESM and as CommonJS with the same names", async () => {
    for (const subpath of subpaths) {
      const viaRequire = Object.keys(fromConsumer(specifier(subpath)) as object).filter((name) => name !== "default");
      const url = pathToFileURL(join(installed, (manifest.exports[subpath] as { import: Conditions }).import.default));
      const viaImport = Object.keys((await import(url.href)) as object);
      expect({ subpath, names: viaRequire.sort() }).toStrictEqual({ subpath, names: viaImport.sort() });
      expect(viaImport.length).toBeGreaterThan(0);
    }
  });

  test("no other path can be reached", () => {
    expect(() => fromConsumer.resolve("relationship-banking/core/decimal")).toThrow(/exports|not defined/);
    expect(() => fromConsumer.resolve("relationship-banking/dist/index.cjs")).toThrow(/exports|not defined/);
  });
});

test("the consumer's package is the unpacked tarball, not this repository", () => {
  expect(fromConsumer.resolve("relationship-banking")).toBe(join(installed, "dist/index.cjs"));
});

describe("in a consumer's process", () => {
  const esm = (code: string): string => run(code, "module");

  test("a deadline over the Spring Festival, ESM", () => {
    expect(
      esm(`
        import { addWorkingDays } from "relationship-banking/calendar";
        import { CN } from "relationship-banking/calendar/cn";
        console.log(addWorkingDays(CN, "2026-02-14", 1));
      `),
    ).toBe("2026-02-24");
  });

  test("the same, CommonJS", () => {
    expect(
      run(
        `const { addWorkingDays } = require("relationship-banking/calendar");
         const { CN } = require("relationship-banking/calendar/cn");
         console.log(addWorkingDays(CN, "2026-02-14", 1));`,
        "commonjs",
      ),
    ).toBe("2026-02-24");
  });

  test("one error class for all CommonJS subpaths; both formats are told by shape", () => {
    expect(
      esm(`
        import { createRequire } from "node:module";
        import { isDomainError, money } from "relationship-banking";
        const require = createRequire(import.meta.url + "/x.cjs");
        const cjs = createRequire(process.cwd() + "/x.cjs");
        const core = cjs("relationship-banking/core");
        const other = cjs("relationship-banking/money");
        let e;
        try { other.money("1e3", "CNY"); } catch (caught) { e = caught; }
        console.log(e instanceof core.DomainError, isDomainError(e, "money/invalid-amount"));
      `),
    ).toBe("true true");
  });

  test("runs where code generation from strings is forbidden, schemas included once zod is told", () => {
    expect(
      run(
        `import * as z from "zod"; z.config({ jitless: true });
         import { MoneySchema } from "relationship-banking/money/schema";
         import { sum } from "relationship-banking";
         console.log(MoneySchema.safeParse({ amount: "1.00", currency: "CNY" }).success, sum("CNY", [{ amount: "1.00", currency: "CNY" }]).amount);`,
        "module",
        ["--disallow-code-generation-from-strings"],
      ),
    ).toBe("true 1.00");
  });

  test("a host that reconfigures decimal.js changes nothing", () => {
    const code = (set: string): string => `
      import { Decimal } from "decimal.js"; ${set}
      import { pmt } from "relationship-banking/time-value";
      import { multiply } from "relationship-banking/money";
      console.log(multiply({ amount: "123456789.01", currency: "CNY" }, "0.123456789", "half-even").amount, pmt(0.05 / 12, 360, 1e6));
    `;
    expect(esm(code("Decimal.set({ precision: 2, rounding: 0 });"))).toBe(esm(code("")));
  });
});

describe("types of the tarball", () => {
  cpSync(join(root, "test/package/fixtures/consumer"), consumer, { recursive: true });

  /** The newest compiler, and the oldest one that is installed anyway: the one are-the-types-wrong brings. */
  const fromRoot = createRequire(join(root, "package.json"));
  const compilers = {
    "TypeScript 6": fromRoot.resolve("typescript/bin/tsc"),
    "TypeScript 5.6": createRequire(fromRoot.resolve("@arethetypeswrong/core/package.json")).resolve(
      "typescript/bin/tsc",
    ),
  };

  const compile = (compiler: keyof typeof compilers, project: string): { status: number | null; output: string } => {
    const args = [compilers[compiler], "-p", join(consumer, project), "--noEmit"];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
    return { status, output: stdout };
  };

  test("the older compiler is what its name says", () => {
    expect(execFileSync(process.execPath, [compilers["TypeScript 5.6"], "--version"], { encoding: "utf8" })).toMatch(
      / 5\.6/,
    );
  });

  test.each([
    ["TypeScript 6", "tsconfig.node16.json"],
    ["TypeScript 6", "tsconfig.bundler.json"],
    ["TypeScript 5.6", "tsconfig.node16.json"],
  ] as const)("%s compiles the contract's snippets, strict, with %s", (compiler, project) => {
    expect(compile(compiler, project)).toStrictEqual({ status: 0, output: "" });
  });
});

test("the tarball holds the build, its pages and nothing else", () => {
  const top = readdirSync(installed).sort();
  expect(top.filter((name) => !["CHANGELOG.md"].includes(name))).toStrictEqual([
    "LICENSE",
    "README.md",
    "dist",
    "docs",
    "package.json",
  ]);
  expect(statSync(join(installed, "dist")).isDirectory()).toBe(true);
  expect(Object.keys(manifest.dependencies).sort()).toStrictEqual([
    "@date-fns/tz",
    "@date-fns/utc",
    "date-fns",
    "decimal.js",
    "zod",
  ]);
});

test("no built file asks the clock, the dice or the host", () => {
  const dist = join(installed, "dist");
  const files = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((name) => /\.c?js$/.test(name));
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const code = readFileSync(join(dist, file), "utf8");
    expect({
      file,
      found: /Date\.now|new Date\(\)|Math\.random|process\.|node:|\beval\(|new Function/.exec(code)?.[0],
    }).toStrictEqual({
      file,
      found: undefined,
    });
  }
});

test("the demo runs to its last chapter and writes its documents in three languages", () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["docs/examples/demo.mjs"], {
    cwd: root,
    encoding: "utf8",
  });
  expect({ status, stderr }).toStrictEqual({ status: 0, stderr: "" });
  expect(stdout.match(/^[1-9] {2}\S/gm)?.map((chapter) => chapter[0])).toStrictEqual([
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
    "8",
  ]);
  const marks = { "zh-Hans": "样本", "zh-Hant-HK": "樣本", en: "SAMPLE" };
  for (const [language, mark] of Object.entries(marks)) {
    const read = (name: string): string => readFileSync(join(root, "out", language, name), "utf8");
    for (const name of ["strategy-plan", "strategy-plan-brief", "strategy-plan-changes"]) {
      expect(read(`${name}.html`)).toContain(mark);
      expect(read(`${name}.md`)).toContain(mark);
      expect(read(`${name}.docx`).startsWith("PK")).toBe(true);
    }
    for (const name of ["value-report", "desk-report", "loan-schedule"]) {
      expect(read(`${name}.html`)).toContain(`<html lang="${language}">`);
    }
  }
});

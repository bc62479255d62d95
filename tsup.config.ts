import { readFile } from "node:fs/promises";
import { runInNewContext } from "node:vm";

import { build as bundle } from "esbuild";
import { defineConfig, type Options } from "tsup";

import { entries } from "./test/config/entries.mjs";

/** Where a function of a list of names is called. */
const callsOf = (names: string): RegExp => new RegExp(String.raw`(?<!function )(?<![\w.$])(?=(?:${names})[<(])`, "g");

/** What builds a shape of `core/shape.ts`. */
const BUILDERS = callsOf("shapeOf|rowOf|listOf|recordOf|oneOf|orNull|byTag|optional|wholeNumber");

/** What builds a shape in one file alone, under names that are something else in others. */
const OWN_BUILDERS: readonly (readonly [file: string, calls: RegExp])[] = [
  ["/strategy-plan/read-plan.ts", callsOf("taken|record|part|list|rows|word|textAs|reference|evidenceOf")],
  ["/strategy-plan/versions/grain.ts", callsOf("members|rows")],
];

/**
 * Marks each call that builds a shape as without side effects: shapes are built as their module is loaded, and bundlers
 * know only from the call that one nobody uses may be left out. The mark of the function itself does not reach over the
 * chunks of the package.
 */
const pureShapes: NonNullable<Options["esbuildPlugins"]>[number] = {
  name: "pure-shapes",
  setup(build) {
    build.onLoad({ filter: /\/src\/.*\.ts$/ }, async ({ path }) => {
      let contents = await readFile(path, "utf8");
      const own = OWN_BUILDERS.filter(([file]) => path.endsWith(file)).map(([, calls]) => calls);
      for (const calls of [BUILDERS, ...own]) contents = contents.replace(calls, "/* @__PURE__ */ ");
      return { contents, loader: "ts" };
    });
  },
};

/**
 * Writes the words of a room out as one literal: phrases that several sentences share are put in, so that bundlers see data
 * they may leave out, and nobody puts sentences together when a module is loaded.
 */
const plainWords: NonNullable<Options["esbuildPlugins"]>[number] = {
  name: "plain-words",
  setup(build) {
    build.onLoad({ filter: /\/src\/labels\/[\w-]+\/[\w-]+\.ts$/ }, async ({ path }) => {
      if (path.endsWith("/dates.ts")) return null;
      const { outputFiles } = await bundle({ entryPoints: [path], bundle: true, format: "cjs", write: false });
      const module: { exports: Readonly<Record<string, unknown>> } = { exports: {} };
      runInNewContext(outputFiles[0]?.text ?? "", { module });
      const contents = Object.entries(module.exports).map(
        ([name, words]) => `export const ${name} = ${JSON.stringify(words)};`,
      );
      return { contents: contents.join("\n"), loader: "js" };
    });
  },
};

export default defineConfig({
  entry: Object.fromEntries(entries.map(({ entry, file }) => [entry, file])),
  format: ["esm", "cjs"],
  target: "es2022",
  platform: "neutral",
  // without shared chunks each CommonJS subpath would carry its own copy of the error class
  splitting: true,
  sourcemap: true,
  clean: true,
  treeshake: false,
  esbuildPlugins: [plainWords, pureShapes],
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
});

import { readFile } from "node:fs/promises";

import { defineConfig, type Options } from "tsup";

import { entries } from "./test/config/entries.mjs";

/** What builds a shape of `core/shape.ts`, where it is called. */
const BUILDERS =
  /(?<!function )(?<![\w.$])(?=(?:shapeOf|rowOf|listOf|recordOf|oneOf|orNull|byTag|optional|wholeNumber)[<(])/g;

/**
 * Marks each call that builds a shape as without side effects: shapes are built as their module is loaded, and bundlers
 * know only from the call that one nobody uses may be left out. The mark of the function itself does not reach over the
 * chunks of the package.
 */
const pureShapes: NonNullable<Options["esbuildPlugins"]>[number] = {
  name: "pure-shapes",
  setup(build) {
    build.onLoad({ filter: /\/src\/.*\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replace(BUILDERS, "/* @__PURE__ */ "),
      loader: "ts",
    }));
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
  esbuildPlugins: [pureShapes],
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
});

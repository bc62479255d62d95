import { defineConfig } from "tsup";

import { entries } from "./test/config/entries.mjs";

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
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
});

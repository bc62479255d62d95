import { globSync } from "tinyglobby";
import { defineConfig } from "tsup";

/** One entry a public subpath: the root, each room, each schema leaf, each holiday data set, each label language. */
const entry = Object.fromEntries(
  globSync(
    [
      "src/index.ts",
      "src/*/index.ts",
      "src/*/schema.ts",
      "src/calendar/data/*/index.ts",
      "src/labels/{zh-Hans,zh-Hant-HK,en}.ts",
    ],
    { cwd: import.meta.dirname },
  )
    .sort()
    .map((file) => {
      const path = file.replace(/^src\//, "").replace(/\.ts$/, "");
      return [path.replace(/^calendar\/data\/(\w+)\/index$/, "calendar/$1"), file];
    }),
);

export default defineConfig({
  entry,
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

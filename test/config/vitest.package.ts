import { fileURLToPath } from "node:url";

import { defineConfig } from "vitest/config";

/** Tests of what is published: they need `dist` and the unpacked tarball, so they run after the build. */
export default defineConfig({
  root: fileURLToPath(new URL("../../", import.meta.url)),
  test: {
    name: "package",
    include: ["test/package/**/*.test.ts", "test/treeshake/**/*.test.ts"],
    reporters: ["default", ["json", { outputFile: ".reports/vitest-package.json" }]],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});

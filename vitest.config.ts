import { fileURLToPath } from "node:url";

import { defineConfig } from "vitest/config";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Subpaths of the package as users import them, resolved to the sources; longest first. */
const alias = [
  { find: /^relationship-banking\/calendar\/(cn|hk)$/, replacement: at("./src/calendar/data/$1/index.ts") },
  { find: /^relationship-banking\/labels\/(.+)$/, replacement: at("./src/labels/$1.ts") },
  { find: /^relationship-banking\/([a-z-]+)\/schema$/, replacement: at("./src/$1/schema.ts") },
  { find: /^relationship-banking\/([a-z-]+)$/, replacement: at("./src/$1/index.ts") },
  { find: /^relationship-banking$/, replacement: at("./src/index.ts") },
];

const shared = { isolate: false, environment: "node" } as const;

export default defineConfig({
  resolve: { alias },
  test: {
    reporters: ["default", ["json", { outputFile: ".reports/vitest.json" }]],
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      exclude: ["src/**/types.ts", "src/**/data/**", "src/**/index.ts"],
      reporter: ["text-summary", "json-summary", "html"],
      reportsDirectory: ".reports/coverage",
    },
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: [
            "test/**/*.property.test.ts",
            "test/examples/**",
            "test/package/**",
            "test/treeshake/**",
            "test/bench/**",
            "**/node_modules/**",
          ],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: "property",
          include: ["test/**/*.property.test.ts"],
          setupFiles: ["test/config/property-setup.ts"],
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: { ...shared, name: "examples", include: ["test/examples/generated/**/*.test.ts"] },
      },
      {
        extends: true,
        test: {
          name: "types",
          include: [],
          typecheck: {
            enabled: true,
            only: true,
            include: ["test/**/*.test-d.ts"],
            tsconfig: "test/config/tsconfig.types.json",
          },
        },
      },
    ],
  },
});

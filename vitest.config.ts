import { defineConfig } from "vitest/config";

const shared = { isolate: false, environment: "node" } as const;

export default defineConfig({
  // the package is imported by its name, as users do; tsconfig.json says where that is
  resolve: {
    tsconfigPaths: true,
    // the examples in plain JavaScript are not files of tsconfig.json
    alias: [
      {
        find: /^relationship-banking\/relationship-value$/,
        replacement: new URL("src/relationship-value/index.ts", import.meta.url).pathname,
      },
    ],
  },
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

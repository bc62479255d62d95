import { defineConfig } from "vitest/config";

/** The tests of one room alone, its laws with few runs: what `npm run mutation -- <room>` asks of each mutant. */
const room = process.env["MUTATION_ROOM"] ?? "core";

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    isolate: false,
    environment: "node",
    include: [`test/${room}/**/*.test.ts`, `test/examples/generated/src__${room}__*.test.ts`],
    setupFiles: ["test/config/property-setup.ts"],
    testTimeout: 120_000,
  },
});

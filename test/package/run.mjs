/**
 * Checks what is published, on the packed tarball: publint, are-the-types-wrong, then the tests of this folder and of
 * test/treeshake against the unpacked package, and the size budgets. Needs `dist` (npm run build).
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const consumer = `${root}.reports/consumer`;
const installed = `${consumer}/node_modules/relationship-banking`;

rmSync(consumer, { recursive: true, force: true });
mkdirSync(installed, { recursive: true });
execFileSync("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", consumer], { cwd: root });
const tarball = readdirSync(consumer).find((name) => name.endsWith(".tgz"));
execFileSync("tar", ["-xzf", `${consumer}/${tarball}`, "-C", installed, "--strip-components=1"]);

const steps = [
  ["publint", [installed, "--strict"]],
  ["attw", [`${consumer}/${tarball}`, "--profile", "node16", "--format", "ascii"]],
  ["vitest", ["run", "--config", "test/config/vitest.package.ts"]],
  ["size-limit", []],
];
for (const [command, args] of steps) {
  const { status } = spawnSync(`${root}node_modules/.bin/${command}`, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) {
    console.error(`${command} failed`);
    process.exitCode = 1;
  }
}

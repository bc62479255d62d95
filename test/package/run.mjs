/**
 * Checks what is published, on the packed tarball: publint, are-the-types-wrong, then the tests of this folder and of
 * test/treeshake against the unpacked package, and the size budgets. Needs `dist` (npm run build).
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const consumer = `${root}.reports/consumer`;
const installed = `${consumer}/node_modules/relationship-banking`;

rmSync(consumer, { recursive: true, force: true });
mkdirSync(installed, { recursive: true });
// a package of its own: otherwise the name would resolve to this repository's build instead of the tarball
writeFileSync(`${consumer}/package.json`, JSON.stringify({ name: "consumer", private: true }));
execFileSync("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", consumer], { cwd: root });
const tarball = readdirSync(consumer).find((name) => name.endsWith(".tgz"));
execFileSync("tar", ["-xzf", `${consumer}/${tarball}`, "-C", installed, "--strip-components=1"]);

const steps = [
  ["publint", [installed, "--strict"]],
  ["attw", [`${consumer}/${tarball}`, "--profile", "node16", "--format", "ascii"]],
  ["vitest", ["run", "--config", "test/config/vitest.package.ts"]],
];
for (const [command, args] of steps) {
  const { status } = spawnSync(`${root}node_modules/.bin/${command}`, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) {
    console.error(`${command} failed`);
    process.exitCode = 1;
  }
}

// the bundler warns of every import that tree-shaking drops, which is the point; only the sizes are of interest
const { status, stdout, stderr } = spawnSync(`${root}node_modules/.bin/size-limit`, ["--json"], {
  cwd: root,
  encoding: "utf8",
});
const sizes = JSON.parse(stdout.slice(stdout.indexOf("[")) || "[]");
for (const { name, size, sizeLimit, passed } of sizes) {
  console.log(
    `${passed ? "ok  " : "FAIL"} ${(size / 1000).toFixed(2).padStart(6)} of ${(sizeLimit / 1000).toFixed(1)} kB gzip  ${name}`,
  );
}
if (status !== 0 || sizes.length === 0) {
  console.error(`size-limit failed\n${sizes.length === 0 ? stderr : ""}`);
  process.exitCode = 1;
}

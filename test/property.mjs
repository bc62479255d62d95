/**
 * `npm run test:property`: only the laws, for CI jobs that look for new counterexamples. Draws a seed unless `FC_SEED`
 * gives one, prints it so that a failure can be replayed, and takes the number of runs a law from `FC_RUNS`.
 */
import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const seed = process.env.FC_SEED ?? String(randomInt(2 ** 31 - 1));
const runs = process.env.FC_RUNS ?? "1000";

console.log(`laws with FC_SEED=${seed} FC_RUNS=${runs}`);
const { status } = spawnSync("npx", ["vitest", "run", "--project", "property", ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, FC_SEED: seed, FC_RUNS: runs },
});
console.log(`replay: FC_SEED=${seed} FC_RUNS=${runs} npm run test:property`);
process.exitCode = status ?? 1;

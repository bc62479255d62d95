/**
 * `npm run mutation -- <room>`: changes the code of a room in small ways, one at a time, and counts the changes that
 * no test of the room notices. Prints a table of its files and every change that survived; the table of rooms in
 * docs/quality.md is written from its figures by hand, with their date. Some minutes a room: never part of
 * `npm test`. `MUTATION_FILE=resolve.ts` takes one file of the room alone.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const [room] = process.argv.slice(2);
if (room === undefined || !existsSync(`${root}src/${room}/index.ts`)) {
  console.error("npm run mutation -- <room>: a folder of src, such as money");
  process.exit(1);
}

const run = (command, ...args) =>
  spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, MUTATION_ROOM: room, FC_RUNS: process.env.FC_RUNS ?? "20" },
  });

run("node", "test/examples/generate.mjs");
run("npx", "stryker", "run", "test/config/stryker.mjs");

const { files } = JSON.parse(readFileSync(`${root}out/mutation/${room}.json`, "utf8"));
const noticed = new Set(["Killed", "Timeout"]);
const missed = new Set(["Survived", "NoCoverage"]);
const share = (killed, all) => (all === 0 ? "–" : ((killed / all) * 100).toFixed(1));
let [allKilled, all, endless] = [0, 0, 0];
for (const [file, { mutants, source }] of Object.entries(files).sort()) {
  const killed = mutants.filter(({ status }) => noticed.has(status)).length;
  const survivors = mutants.filter(({ status }) => missed.has(status));
  allKilled += killed;
  endless += mutants.filter(({ status }) => status === "Timeout").length;
  all += killed + survivors.length;
  console.log(
    `${share(killed, killed + survivors.length).padStart(6)} %  ${killed} of ${killed + survivors.length}  ${file}`,
  );
  const lines = source.split("\n");
  for (const { location, mutatorName, replacement, status } of survivors) {
    const before = lines[location.start.line - 1].trim();
    console.log(
      `    ${file}:${location.start.line}:${location.start.column} ${status} ${mutatorName} ${before}  →  ${replacement?.replace(/\s+/g, " ")}`,
    );
  }
}
console.log(`${share(allKilled, all)} % of ${all} changes of ${room} noticed, ${endless} by not coming to an end`);

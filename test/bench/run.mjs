/**
 * `npm run bench`: this library beside its peers, each in a process of its own, interleaved, median of seven rounds.
 *
 * Every implementation first answers the same questions; the correctness column counts the answers that differ from a
 * slow reference written apart from all of them. `--write` puts the table into docs/benchmarks.md, `--only=NAME` runs
 * one task. Peers are installed here, by this folder's own package.json.
 */
import { execFileSync, fork } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import os from "node:os";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL("./", import.meta.url));
const root = fileURLToPath(new URL("../../", import.meta.url));
const only = process.argv.find((argument) => argument.startsWith("--only="))?.slice(7);
const ROUNDS = 7;

if (!existsSync(`${here}node_modules`)) execFileSync("npm", ["ci"], { cwd: here, stdio: "inherit" });
execFileSync(`${root}node_modules/.bin/tsup`, ["--no-dts", "--silent"], { cwd: root, stdio: "inherit" });

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** One implementation in its own process. */
class Worker {
  constructor(task, implementation) {
    this.child = fork(`${here}worker.mjs`, [task, implementation]);
    this.child.on("exit", (code) => {
      if (code) throw new Error(`${task}/${implementation} exited with ${code}`);
    });
  }
  ask(message) {
    return new Promise((resolve) => {
      this.child.once("message", resolve);
      this.child.send(message);
    });
  }
}

const tasks = readdirSync(`${here}tasks`)
  .filter((file) => file.endsWith(".mjs"))
  .map((file) => file.replace(/\.mjs$/, ""))
  .filter((name) => !only || name === only)
  .sort();

const lines = [];
const say = (line = "") => {
  console.log(line);
  lines.push(line);
};
const format = (n) =>
  n >= 1e6 ? `${(n / 1e6).toPrecision(3)} M` : n >= 1e3 ? `${(n / 1e3).toPrecision(3)} k` : n.toPrecision(3);

/** A ratio with three digits, grouped instead of in powers of ten. */
const times = (n) => (n >= 1000 ? Math.round(Number(n.toPrecision(3))).toLocaleString("en-US") : n.toPrecision(3));

const loadBefore = os.loadavg()[0];
for (const name of tasks) {
  const { title, note, cases, implementations, reference } = await import(`./tasks/${name}.mjs`);
  const names = Object.keys(implementations);
  const workers = new Map(names.map((implementation) => [implementation, new Worker(name, implementation)]));
  say(`### ${title}`);
  say();
  say(note);
  say();
  say(`| case | implementation | operations/s | against ours | wrong answers |`);
  say(`|---|---|---:|---:|---:|`);
  for (const label of cases) {
    const expected = reference(label);
    const answering = [];
    for (const implementation of names) {
      const { answers } = await workers.get(implementation).ask({ kind: "answer", label });
      if (answers === null) continue;
      const wrong = expected.filter((value, index) => value !== answers[index]).length;
      answering.push({ implementation, wrong, total: expected.length, rounds: [] });
    }
    for (let round = 0; round < ROUNDS; round++) {
      for (const entry of answering) {
        const { perSecond } = await workers.get(entry.implementation).ask({ kind: "measure", label });
        entry.rounds.push(perSecond);
      }
    }
    const ours = median(answering[0].rounds);
    for (const entry of answering) {
      const speed = median(entry.rounds);
      const factor = speed / ours;
      const against =
        entry === answering[0] ? "1" : factor >= 1 ? `${times(factor)} × faster` : `${times(1 / factor)} × slower`;
      say(`| ${label} | ${entry.implementation} | ${format(speed)} | ${against} | ${entry.wrong} of ${entry.total} |`);
    }
  }
  say();
  for (const worker of workers.values()) worker.child.disconnect();
}

const machine = `Node ${process.version}, ${os.cpus()[0].model.trim()}, ${os.cpus().length} cores, load ${loadBefore.toFixed(2)} before and ${os.loadavg()[0].toFixed(2)} after`;
console.log(machine);
if (process.argv.includes("--write")) {
  const file = `${root}docs/benchmarks.md`;
  const text = readFileSync(file, "utf8");
  const start = "<!-- bench:start -->";
  const end = "<!-- bench:end -->";
  const before = text.slice(0, text.indexOf(start) + start.length);
  const after = text.slice(text.indexOf(end));
  writeFileSync(file, `${before}\n${machine}.\n\n${lines.join("\n")}\n${after}`);
}

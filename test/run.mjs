/**
 * The whole of `npm test`: two lanes of steps side by side, every step's output kept and shown when it fails, a table
 * of times, and last a plain line with the counts of the test runner's own JSON reports.
 */
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const reports = [".reports/vitest.json", ".reports/vitest-package.json"];

rmSync(`${root}.reports`, { recursive: true, force: true });
mkdirSync(`${root}.reports`, { recursive: true });

/** Steps of a lane run in order; a lane that needs the other one's result waits for it. */
const examples = { name: "examples written", command: "node test/examples/generate.mjs" };
const lanes = [
  [
    { name: "types", command: "tsc --noEmit", after: "examples written" },
    {
      name: "unit, property, type and example tests",
      command: "vitest run --coverage --config vitest.config.ts",
    },
    {
      name: "the same answers in other host zones",
      command:
        "TZ=America/New_York vitest run --project unit --reporter=dot test/core test/calendar test/sla test/telling && TZ=Pacific/Apia vitest run --project unit --reporter=dot test/core test/calendar test/sla test/telling",
    },
    { name: "documentation (typedoc)", command: "typedoc --options test/config/typedoc.mjs" },
  ],
  [
    examples,
    { name: "build", command: "tsup --silent" },
    { name: "lint (eslint)", command: "eslint ." },
    { name: "format (prettier)", command: "prettier --check --log-level warn ." },
    { name: "floors and cycles", command: "depcruise --config test/config/dependency-cruiser.mjs src" },
    { name: "map and table of rooms", command: "node test/config/map.mjs" },
    { name: "public surface", command: "node test/api/check.mjs" },
    { name: "package, tree-shaking, sizes", command: "node test/package/run.mjs" },
  ],
];

const results = new Map();
const waiting = new Map();
const finished = (name) =>
  results.has(name)
    ? Promise.resolve()
    : new Promise((resolve) => waiting.set(name, [...(waiting.get(name) ?? []), resolve]));

function run({ name, command }) {
  const start = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, {
      cwd: root,
      shell: true,
      env: { ...process.env, PATH: `${root}node_modules/.bin:${process.env.PATH}`, FORCE_COLOR: "0" },
    });
    let output = "";
    child.stdout.on("data", (data) => (output += data));
    child.stderr.on("data", (data) => (output += data));
    child.on("close", (code) => {
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      results.set(name, { code, seconds, output });
      console.log(`${code === 0 ? "ok  " : "FAIL"} ${seconds.padStart(6)} s  ${name}`);
      if (code !== 0) console.log(output.trimEnd());
      for (const resume of waiting.get(name) ?? []) resume();
      resolve();
    });
  });
}

await Promise.all(
  lanes.map(async (lane) => {
    for (const step of lane) {
      if (step.after) await finished(step.after);
      await run(step);
    }
  }),
);

const summary = /^Statements.*|^Branches.*|^Functions.*|^Lines.*/gm;
const coverage = results.get("unit, property, type and example tests")?.output.match(summary) ?? [];
console.log(`coverage (reported, not gated): ${coverage.map((line) => line.replace(/\s+/g, " ")).join("; ")}`);

let passed = 0;
let failed = 0;
for (const file of reports) {
  try {
    const report = JSON.parse(readFileSync(`${root}${file}`, "utf8"));
    passed += report.numPassedTests;
    failed += report.numFailedTests;
    // a suite that could not be loaded has no test to count
    failed += report.testResults.filter(
      (suite) => suite.status === "failed" && suite.assertionResults.length === 0,
    ).length;
  } catch {
    console.log(`no test report at ${file}`);
    process.exitCode = 1;
  }
}
const broken = [...results].filter(([, { code }]) => code !== 0).map(([name]) => name);
if (broken.length > 0) console.log(`steps that failed: ${broken.join(", ")}`);
if (broken.length > 0 || failed > 0 || passed === 0) process.exitCode = 1;
console.log(`${passed} passed, ${failed} failed`);

/**
 * Runs the tests of a room in the process that asks, for `npm run mutation`. Every change of the code begins with fresh
 * modules, so that nothing a module remembers hides it; only the compiled text is kept. To start a test runner for each
 * change costs a second, this some tens of milliseconds. `expect` is that of vitest; `test` and `describe` only collect.
 */
import {
  DryRunStatus,
  TestStatus,
  determineHitLimitReached,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";
import { PluginKind, declareClassPlugin } from "@stryker-mutator/api/plugin";
import { build } from "esbuild";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { globSync } from "tinyglobby";
import * as vitest from "vitest";
import vm from "node:vm";

const room = process.env.MUTATION_ROOM ?? "core";

/**
 * Each file as one script, with everything of the repository it imports and packages left outside. Kept beside the
 * sandbox's files for the process that begins anew after an endless loop.
 */
const compiled = async (files) => {
  const kept = `${process.cwd()}/compiled-tests.json`;
  if (!existsSync(kept)) {
    const { outputFiles } = await build({
      entryPoints: files,
      outdir: process.cwd(),
      outbase: process.cwd(),
      bundle: true,
      write: false,
      platform: "node",
      format: "cjs",
      target: "node20",
      packages: "external",
      // tests read their data beside them
      define: { "import.meta.url": "__url" },
      logLevel: "error",
    });
    const texts = outputFiles.map(({ path, text }) => [path.replace(/js$/, "ts"), text]);
    writeFileSync(`${kept}.${process.pid}`, JSON.stringify(texts));
    renameSync(`${kept}.${process.pid}`, kept);
  }
  return new Map(
    JSON.parse(readFileSync(kept, "utf8")).map(([filename, text]) => [
      filename,
      new vm.Script(`(function (require, module, exports, __url) {${text}\n})`, { filename }),
    ]),
  );
};

/** The tests that a file declares, in its order. An id holds the place in the file, because names may repeat. */
const collected = (file, script) => {
  const tests = [];
  const groups = [];
  const named = (name, fn) => {
    tests.push({ id: `${file}#${tests.length} ${[...groups, name].join(" ")}`, fn });
  };
  const group = (name, fn) => {
    groups.push(name);
    fn();
    groups.pop();
  };
  const each = (declare) => (rows) => (name, fn) => {
    // as in vitest: arrays are spread where every row is one
    const spread = rows.every(Array.isArray);
    for (const row of rows) declare(name, () => (spread ? fn(...row) : fn(row)));
  };
  const test = Object.assign((name, fn) => named(name, fn), { each: each(named) });
  const describe = Object.assign((name, fn) => group(name, fn), { each: each(group) });
  const shim = { ...vitest, test, it: test, describe };
  const native = createRequire(pathToFileURL(file));
  const require = (name) => (name === "vitest" ? shim : native(name));
  const module = { exports: {} };
  script.runInThisContext()(require, module, module.exports, pathToFileURL(file).href);
  return tests;
};

class InProcessRunner {
  #scripts = new Map();
  /** How long a file's tests take, and how many changes they noticed: the likeliest to notice comes first. */
  #took = new Map();
  #noticed = new Map();
  #state = (globalThis.__stryker__ ??= {});

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    process.env.NODE_ENV = "test";
    process.env.VITEST = "1";
    const include = [`test/${room}/**/*.test.ts`, `test/examples/generated/src__${room}__*.test.ts`];
    const files = globSync(include, { absolute: true }).sort();
    const setup = `${process.cwd()}/test/config/property-setup.ts`;
    this.#scripts = await compiled([...files, setup]);
    collected(setup, this.#scripts.get(setup));
    this.#scripts.delete(setup);
  }

  async #run(files, wanted, begin, bail) {
    const results = [];
    const record = (result) => {
      results.push(result);
      return bail && result.status === TestStatus.Failed;
    };
    for (const file of files) {
      const began = performance.now();
      let tests;
      try {
        tests = collected(file, this.#scripts.get(file));
      } catch (error) {
        // only a change that is there while modules load comes here
        const message = `${file} does not load: ${error}`;
        if (record({ id: file, name: file, timeSpentMs: 0, status: TestStatus.Failed, failureMessage: message })) break;
        continue;
      }
      begin();
      for (const { id, fn } of tests) {
        if (wanted !== undefined && !wanted.has(id)) continue;
        const start = performance.now();
        this.#state.currentTestId = id;
        let failureMessage;
        try {
          await fn();
        } catch (error) {
          failureMessage = String(error?.message ?? error);
        }
        this.#state.currentTestId = undefined;
        const result = {
          id,
          name: id.slice(process.cwd().length + 1),
          fileName: file,
          timeSpentMs: performance.now() - start,
        };
        const stop = record(
          failureMessage === undefined
            ? { ...result, status: TestStatus.Success }
            : { ...result, status: TestStatus.Failed, failureMessage },
        );
        if (stop) return results;
      }
      if (!bail) this.#took.set(file, performance.now() - began);
    }
    return results;
  }

  async dryRun() {
    this.#state.activeMutant = undefined;
    const tests = await this.#run([...this.#scripts.keys()], undefined, () => {}, false);
    return { status: DryRunStatus.Complete, tests, mutantCoverage: this.#state.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation }) {
    const state = this.#state;
    const wanted = testFilter === undefined ? undefined : new Set(testFilter);
    const all = [...this.#scripts.keys()];
    const files = wanted === undefined ? all : all.filter((file) => testFilter.some((id) => id.startsWith(`${file}#`)));
    files.sort(
      (one, other) =>
        (this.#noticed.get(other) ?? 0) - (this.#noticed.get(one) ?? 0) ||
        (this.#took.get(one) ?? 0) - (this.#took.get(other) ?? 0),
    );
    state.hitCount = 0;
    state.hitLimit = hitLimit;
    state.activeMutant = mutantActivation === "static" ? activeMutant.id : undefined;
    const tests = await this.#run(files, wanted, () => (state.activeMutant = activeMutant.id), true);
    state.activeMutant = undefined;
    for (const { fileName, status } of tests)
      if (status === TestStatus.Failed) this.#noticed.set(fileName, (this.#noticed.get(fileName) ?? 0) + 1);
    return toMutantRunResult(
      determineHitLimitReached(state.hitCount, hitLimit) ?? { status: DryRunStatus.Complete, tests },
    );
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "in-process", InProcessRunner)];

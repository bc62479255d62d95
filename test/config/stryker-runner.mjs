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

/** A test that does not end is stopped, and the process goes on. */
const guarded = new vm.Script("__test__()");

/** The tests that take longer than this are asked after all the others. */
const SLOW_MS = 40;

class InProcessRunner {
  #scripts = new Map();
  /** How many changes the tests of a file have noticed: what notices most in its time comes first. */
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

  /** Runs tests of a file with fresh modules; with a change, up to the first that fails. */
  async #run(file, { isWanted = () => true, limit, whileLoading, change } = {}) {
    const results = [];
    this.#state.activeMutant = whileLoading;
    let tests;
    try {
      tests = collected(file, this.#scripts.get(file)).filter(({ id }) => isWanted(id));
    } catch (error) {
      tests = [{ id: file, fn: () => Promise.reject(error) }];
    }
    this.#state.activeMutant = change;
    for (const { id, fn } of tests) {
      const start = performance.now();
      this.#state.currentTestId = id;
      let failure;
      try {
        globalThis.__test__ = fn;
        await guarded.runInThisContext(limit === undefined ? {} : { timeout: limit(id) });
      } catch (error) {
        if (error?.code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return { status: DryRunStatus.Timeout };
        failure = { failureMessage: String(error?.message ?? error) };
      }
      this.#state.currentTestId = undefined;
      const name = id.slice(process.cwd().length + 1);
      const status = failure === undefined ? TestStatus.Success : TestStatus.Failed;
      results.push({ id, name, fileName: file, timeSpentMs: performance.now() - start, status, ...failure });
      if (change !== undefined && failure !== undefined) break;
    }
    return { status: DryRunStatus.Complete, tests: results };
  }

  async dryRun() {
    const tests = [];
    for (const file of this.#scripts.keys()) tests.push(...(await this.#run(file)).tests);
    // every process asks in the order these give
    writeFileSync("test-times.json", JSON.stringify(tests.map(({ id, timeSpentMs }) => [id, timeSpentMs])));
    return { status: DryRunStatus.Complete, tests, mutantCoverage: this.#state.mutantCoverage };
  }

  /** The tests in the order they are asked: quick ones before slow ones, what notices most in its time before others. */
  #rounds(wanted, times) {
    const rounds = [new Map(), new Map()];
    for (const id of wanted) {
      const [file] = id.split("#", 1);
      const round = rounds[times.get(id) > SLOW_MS ? 1 : 0];
      round.set(file, [...(round.get(file) ?? []), id]);
    }
    const rate = ([file, ids]) =>
      ((this.#noticed.get(file) ?? 0) + 1) / ids.reduce((sum, id) => sum + (times.get(id) ?? 0), 20);
    return rounds.flatMap((round) => [...round].sort((one, other) => rate(other) - rate(one)));
  }

  async mutantRun({ activeMutant: { id }, testFilter, hitLimit, mutantActivation }) {
    const state = this.#state;
    const times = new Map(JSON.parse(readFileSync("test-times.json", "utf8")));
    const limit = (test) => 4000 + Math.ceil(1.5 * (times.get(test) ?? 0));
    state.hitCount = 0;
    state.hitLimit = hitLimit;
    const whileLoading = mutantActivation === "static" ? id : undefined;
    let result = { status: DryRunStatus.Complete, tests: [] };
    for (const [file, ids] of this.#rounds(testFilter ?? [...times.keys()], times)) {
      const own = new Set(ids);
      const { status, tests } = await this.#run(file, {
        isWanted: (test) => own.has(test),
        limit,
        whileLoading,
        change: id,
      });
      result = { status, tests: [...result.tests, ...(tests ?? [])] };
      const isNoticed = result.tests.at(-1)?.status === TestStatus.Failed;
      if (isNoticed) this.#noticed.set(file, (this.#noticed.get(file) ?? 0) + 1);
      if (isNoticed || status === DryRunStatus.Timeout) break;
    }
    state.activeMutant = undefined;
    return toMutantRunResult(determineHitLimitReached(state.hitCount, hitLimit) ?? result);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "in-process", InProcessRunner)];

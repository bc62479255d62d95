/**
 * The public surface of every entry as a committed report, so that a change of it shows in review. `--update` writes
 * the reports; without it a difference fails. Also fails when package.json's exports are not exactly the entries.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { Extractor, ExtractorConfig } from "@microsoft/api-extractor";
import { globSync } from "tinyglobby";

const root = fileURLToPath(new URL("../../", import.meta.url));
const types = `${root}.reports/types`;
const update = process.argv.includes("--update");

const entries = globSync(
  ["src/index.ts", "src/*/index.ts", "src/*/schema.ts", "src/calendar/data/*/index.ts", "src/labels/{zh-Hans,zh-Hant-HK,en}.ts"],
  { cwd: root },
)
  .sort()
  .map((file) => {
    const path = file.replace(/^src\//, "").replace(/\.ts$/, "");
    return { file: path, out: path.replace(/^calendar\/data\/(\w+)\/index$/, "calendar/$1") };
  });

const manifest = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
const expected = { };
for (const { out } of entries) {
  const key = out === "index" ? "." : `./${out.replace(/\/index$/, "")}`;
  expected[key] = {
    import: { types: `./dist/${out}.d.ts`, default: `./dist/${out}.js` },
    require: { types: `./dist/${out}.d.cts`, default: `./dist/${out}.cjs` },
  };
}
expected["./package.json"] = "./package.json";
if (JSON.stringify(manifest.exports) !== JSON.stringify(expected)) {
  if (update) {
    manifest.exports = expected;
    writeFileSync(`${root}package.json`, `${JSON.stringify(manifest, null, 2)}\n`);
  } else {
    console.error("package.json: exports are not exactly the entries of src; run node test/api/check.mjs --update");
    process.exitCode = 1;
  }
}

rmSync(types, { recursive: true, force: true });
mkdirSync(types, { recursive: true });
execFileSync(`${root}node_modules/.bin/tsc`, ["-p", "test/config/tsconfig.api.json"], { cwd: root, stdio: "inherit" });

let different = 0;
const reports = new Set();
for (const { file, out } of entries) {
  const reportFileName = `${out.replaceAll("/", ".")}.api.md`;
  reports.add(reportFileName);
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: `${types}/${file}.d.ts`,
      compiler: { tsconfigFilePath: `${root}test/config/tsconfig.api.json` },
      apiReport: { enabled: true, reportFileName, reportFolder: `${root}test/api`, reportTempFolder: `${root}.reports/api` },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: "lf",
      messages: {
        compilerMessageReporting: { default: { logLevel: "none" } },
        extractorMessageReporting: { default: { logLevel: "none" } },
        tsdocMessageReporting: { default: { logLevel: "none" } },
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: `${root}package.json`,
  });
  const result = Extractor.invoke(config, { localBuild: update, messageCallback: (message) => (message.handled = true) });
  if (result.apiReportChanged && !update) {
    different++;
    console.error(`${reportFileName}: the public surface changed; look at it, then run node test/api/check.mjs --update`);
  }
}
for (const file of readdirSync(`${root}test/api`)) {
  if (!file.endsWith(".api.md") || reports.has(file)) continue;
  if (update) rmSync(`${root}test/api/${file}`);
  else different++, console.error(`${file}: no entry of that name`);
}
if (different > 0 || !existsSync(`${root}test/api`)) process.exitCode = 1;
console.log(`${entries.length} entries`);

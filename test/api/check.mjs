/**
 * The public surface of the entries as committed reports, so that a change of it shows in review. `--update` writes
 * them; without it a difference fails. Also fails when package.json's exports are not exactly the entries.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { Extractor, ExtractorConfig } from "@microsoft/api-extractor";

import { entries } from "../config/entries.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const types = `${root}.reports/types`;
const update = process.argv.includes("--update");

/** What another test holds needs no report: the root is all rooms together, the texts of a language are a snapshot. */
const reported = entries.filter(({ entry }) => entry !== "index" && !/^labels\/(?!index$)/.test(entry));

const manifest = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
const expected = {};
for (const { entry, subpath } of entries) {
  expected[subpath] = {
    import: { types: `./dist/${entry}.d.ts`, default: `./dist/${entry}.js` },
    require: { types: `./dist/${entry}.d.cts`, default: `./dist/${entry}.cjs` },
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
for (const { file, entry } of reported) {
  const reportFileName = `${entry.replaceAll("/", ".")}.api.md`;
  reports.add(reportFileName);
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: `${types}/${file.replace(/^src\/(.*)\.ts$/, "$1.d.ts")}`,
      compiler: { tsconfigFilePath: `${root}test/config/tsconfig.api.json` },
      apiReport: {
        enabled: true,
        reportFileName,
        reportFolder: `${root}test/api`,
        reportTempFolder: `${root}.reports/api`,
      },
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
  const result = Extractor.invoke(config, {
    localBuild: update,
    messageCallback: (message) => (message.handled = true),
  });
  if (result.apiReportChanged && !update) {
    different++;
    console.error(
      `${reportFileName}: the public surface changed; look at it, then run node test/api/check.mjs --update`,
    );
  }
}
for (const file of readdirSync(`${root}test/api`)) {
  if (!file.endsWith(".api.md") || reports.has(file)) continue;
  if (update) rmSync(`${root}test/api/${file}`);
  else (different++, console.error(`${file}: not a report of any entry`));
}
if (different > 0 || !existsSync(`${root}test/api`)) process.exitCode = 1;
console.log(`${entries.length} entries, ${reported.length} reports`);

import { fileURLToPath } from "node:url";

/** Settings of `npm run mutation`: the code of one room, judged by its own tests. Data, types and zod have no branches. */
const room = process.env.MUTATION_ROOM ?? "core";
const file = process.env.MUTATION_FILE ?? "*.ts";

export default {
  testRunner: "in-process",
  plugins: [fileURLToPath(new URL("stryker-runner.mjs", import.meta.url))],
  mutate: [
    `src/${room}/**/${file}`,
    `!src/${room}/**/{index,inner,types,policy-types,schema,errors}.ts`,
    `!src/${room}/**/{data,policies}/**`,
  ],
  // what a module computes as it is loaded cannot be changed between two tests
  ignoreStatic: true,
  coverageAnalysis: "perTest",
  // nothing is kept from run to run: a survivor has to be asked again when only a test has changed
  incremental: false,
  reporters: ["json", "progress-append-only"],
  jsonReporter: { fileName: `out/mutation/${room}.json` },
  tempDirName: ".stryker-tmp",
  concurrency: Number(process.env.MUTATION_CONCURRENCY ?? "2"),
  allowConsoleColors: false,
};

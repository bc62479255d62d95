import fc from "fast-check";

/**
 * `npm test` runs every law with one fixed seed; `npm run test:property` draws a seed, prints it and takes it back
 * through `FC_SEED`. `FC_RUNS` sets the number of runs.
 */
const seed = Number(process.env["FC_SEED"] ?? "20260301");
const numRuns = Number(process.env["FC_RUNS"] ?? "100");

fc.configureGlobal({ seed, numRuns });

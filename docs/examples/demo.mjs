/**
 * The main job on the book of a real bank: value, classes, deadlines, duties, a retirement plan, a loan, a strategy plan.
 *
 * `npm run demo` builds the package (JavaScript only) and runs this file against it, as an application would use it.
 */
import { loadBook } from "./book.mjs";
import { showClasses } from "./demo/classes.mjs";
import { showDeadlines } from "./demo/deadlines.mjs";
import { writeDocuments } from "./demo/documents.mjs";
import { showDuties } from "./demo/duties.mjs";
import { showGroup } from "./demo/group.mjs";
import { showLoan } from "./demo/loan.mjs";
import { showPlan } from "./demo/plan.mjs";
import { showRetirement } from "./demo/retirement.mjs";
import { showStanding } from "./demo/standing.mjs";
import { showValue } from "./demo/value.mjs";

/** Says on stderr what took longer than a second, so that standard output stays the result alone. */
function step(name, run) {
  const start = performance.now();
  const result = run();
  const seconds = (performance.now() - start) / 1000;
  if (seconds > 1) console.error(`${name}: ${seconds.toFixed(1)} s`);
  return result;
}

const out = new URL("../../out/", import.meta.url);
const book = step("reading the book", loadBook);
step("relationship value", () => showValue(book));
const group = step("value of a group", showGroup);
const { card } = step("classes", () => showClasses(book));
step("levels through time", () => showStanding(book, card));
step("deadlines", showDeadlines);
step("duties", showDuties);
step("retirement plan", showRetirement);
step("loan", showLoan);
step("strategy plan", showPlan);
step("documents", () => writeDocuments(out, group));

import { AXES, MAX_BANDS } from "./codes.ts";
import type { CompiledRule, CompiledTest } from "../card/types.ts";
import { FAILS, HOLDS, UNDECIDED, type Ledger } from "./lines.ts";

/** Verdict codes beyond the indexes of the rules. */
export const VERDICT_ORDINARY = 250;
/** No customer, and no rule makes a prospect of the person. */
export const VERDICT_STRANGER = 251;
/** A rule could not be decided. */
export const VERDICT_UNDECIDED = 252;

/** What the rules came to, a byte a row: the index of the rule that matched or a verdict; truth of the core test. */
export interface Verdicts {
  readonly rules: Uint8Array;
  readonly core: Uint8Array;
}

/** Points of one line of one row. */
export function linePoints(ledger: Ledger, index: number, row: number): number {
  return ledger.rates[index]?.[row] ?? ledger.card.lines[index]!.table[ledger.codes[index * ledger.rows + row]!]!;
}

/** Sum of all axes of one row. */
export function totalPoints(ledger: Ledger, row: number): number {
  let total = 0;
  for (let axis = 0; axis < AXES.length; axis++) total += ledger.axes[axis * ledger.rows + row]!;
  return total;
}

/** Truth of one test for one row. */
export function judge(ledger: Ledger, test: CompiledTest, row: number): number {
  switch (test.condition.test) {
    case "customer":
      return (ledger.strangers[row] === 0) === test.condition.is ? HOLDS : FAILS;
    case "any": {
      let best = FAILS;
      for (const inner of test.of) best = Math.max(best, judge(ledger, inner, row));
      return best;
    }
    case "axis":
    case "total":
    case "characteristic": {
      const points = testPoints(ledger, test, row);
      return points >= test.low && points < test.high ? HOLDS : FAILS;
    }
    default:
      return ledger.truths[test.leaf * ledger.rows + row]!;
  }
}

/** The points a test looks at. */
export function testPoints(ledger: Ledger, test: CompiledTest, row: number): number {
  if (test.condition.test === "axis") return ledger.axes[test.subject * ledger.rows + row]!;
  return test.condition.test === "total" ? totalPoints(ledger, row) : linePoints(ledger, test.subject, row);
}

/** Truth of a whole rule for one row: a test that fails settles it, whatever is undecided beside it. */
export function judgeRule(ledger: Ledger, rule: CompiledRule, row: number): number {
  let truth = HOLDS;
  for (const test of rule.tests) {
    truth = Math.min(truth, judge(ledger, test, row));
    if (truth === FAILS) break;
  }
  return truth;
}

/** Applies the rules to every row, first match first. */
export function decide(ledger: Ledger): Verdicts {
  const { rows, card } = ledger;
  const verdicts = { rules: new Uint8Array(rows), core: new Uint8Array(rows) };
  for (let row = 0; row < rows; row++) {
    let verdict = ledger.strangers[row] === 1 ? VERDICT_STRANGER : VERDICT_ORDINARY;
    for (let index = 0; index < card.rules.length; index++) {
      const truth = judgeRule(ledger, card.rules[index]!, row);
      if (truth === FAILS) continue;
      verdict = truth === HOLDS ? index : VERDICT_UNDECIDED;
      break;
    }
    if (verdict < MAX_BANDS && card.rules[verdict]!.grants === "existing-high-quality") {
      const core = judgeRule(ledger, card.core, row);
      verdicts.core[row] = core;
      if (core === UNDECIDED) verdict = VERDICT_UNDECIDED;
    }
    verdicts.rules[row] = verdict;
  }
  return verdicts;
}

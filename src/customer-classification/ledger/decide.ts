import { MAX_BANDS, stateOfCode } from "./codes.ts";
import type { CardRule, CardTest } from "../card/resolved.ts";
import { FAILS, HOLDS, NO_BLOCK, UNDECIDED, type ScoreLedger } from "./lines.ts";
import { isLevelOpen, linePoints, openPoints, totalPoints } from "./parts.ts";
import { RULE_OUTCOMES, TEST_OUTCOMES, type Open, type RuleTrace, type TestTrace } from "../outcomes.ts";
import type { InputState } from "../record.ts";

/** Verdict codes beyond the indexes of the rules. */
export const VERDICT_ORDINARY = 250;
/** Not a customer, and no rule makes the person a prospect. */
export const VERDICT_NOT_A_CUSTOMER = 251;
/** A rule could not be decided. */
export const VERDICT_UNDECIDED = 252;

/** What the rules decided, one byte per row: the index of the matching rule or a verdict; truth of the core test. */
export interface Verdicts {
  readonly rules: Uint8Array;
  readonly core: Uint8Array;
}

/** Truth of one test for one row. */
export function judge(ledger: ScoreLedger, test: CardTest, row: number): number {
  switch (test.condition.test) {
    case "customer":
      return (ledger.nonCustomers[row] === 0) === test.condition.is ? HOLDS : FAILS;
    case "any": {
      let best = FAILS;
      for (const inner of test.of) best = Math.max(best, judge(ledger, inner, row));
      return best;
    }
    case "axis":
    case "total":
    case "characteristic": {
      const points = testPoints(ledger, test, row);
      const most = points + openPoints(ledger, test.openLines, row);
      if (points >= test.low && most < test.high) return HOLDS;
      return most < test.low || points >= test.high ? FAILS : UNDECIDED;
    }
    case "flag":
    case "category":
    case "amount":
      return ledger.truths[test.leaf * ledger.rows + row]!;
  }
}

/** The points a test looks at. */
export function testPoints(ledger: ScoreLedger, test: CardTest, row: number): number {
  if (test.condition.test === "axis") return ledger.axes[test.subject * ledger.rows + row]!;
  return test.condition.test === "total" ? totalPoints(ledger, row) : linePoints(ledger, test.subject, row);
}

/** Truth of a whole rule for one row: a failing test settles it, whatever else is undecided. */
function judgeRule(ledger: ScoreLedger, rule: CardRule, row: number): number {
  let truth = HOLDS;
  for (const test of rule.tests) {
    truth = Math.min(truth, judge(ledger, test, row));
    if (truth === FAILS) break;
  }
  return truth;
}

/** Applies the rules to every row, first match first. */
export function decide(ledger: ScoreLedger): Verdicts {
  const { rows, card } = ledger;
  const verdicts = { rules: new Uint8Array(rows), core: new Uint8Array(rows) };
  for (let row = 0; row < rows; row++) {
    if (ledger.blocks[row] !== NO_BLOCK) {
      // a block comes before the rules, and so does one that cannot be decided
      verdicts.rules[row] = VERDICT_UNDECIDED;
      continue;
    }
    let verdict = ledger.nonCustomers[row] === 1 ? VERDICT_NOT_A_CUSTOMER : VERDICT_ORDINARY;
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
    if (verdict !== VERDICT_NOT_A_CUSTOMER && isLevelOpen(ledger, row)) verdict = VERDICT_UNDECIDED;
    verdicts.rules[row] = verdict;
  }
  return verdicts;
}

function traceTest(ledger: ScoreLedger, test: CardTest, row: number): TestTrace {
  const trace: Open<TestTrace> = { condition: test.condition, outcome: TEST_OUTCOMES[judge(ledger, test, row)]! };
  if (test.leaf >= 0) trace.state = stateOfCode(ledger.testCodes[test.leaf * ledger.rows + row]!) as InputState;
  else if (test.condition.test === "any") trace.of = test.of.map((inner) => traceTest(ledger, inner, row));
  else if (test.condition.test !== "customer") {
    trace.points = testPoints(ledger, test, row);
    const open = openPoints(ledger, test.openLines, row);
    if (open > 0) trace.pointsAtMost = trace.points + open;
  }
  return trace;
}

/** One rule for one row, with the outcome of each of its tests. */
export function traceRule(ledger: ScoreLedger, rule: CardRule, row: number): RuleTrace {
  const tests = rule.tests.map((test) => traceTest(ledger, test, row));
  return { rule: rule.id, grants: rule.grants, outcome: RULE_OUTCOMES[judgeRule(ledger, rule, row)]!, tests };
}

/** The tests on features and points that leave a rule undecided. */
export function undecidedTests(ledger: ScoreLedger, rule: CardRule, row: number): readonly CardTest[] {
  const undecided = (test: CardTest): readonly CardTest[] => {
    if (judge(ledger, test, row) !== UNDECIDED) return [];
    return test.condition.test === "any" ? test.of.flatMap(undecided) : [test];
  };
  return rule.tests.flatMap(undecided);
}

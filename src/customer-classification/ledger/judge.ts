import { stateOfCode } from "./codes.ts";
import type { CardRule, CardTest } from "../card/resolved.ts";
import {
  axisPoints,
  FAILS,
  HOLDS,
  leafTruth,
  linePoints,
  NOT_A_CUSTOMER,
  openPoints,
  testCode,
  totalPoints,
  UNDECIDED,
  type ScoreLedger,
} from "./ledger.ts";
import { RULE_OUTCOMES, TEST_OUTCOMES, type Open, type RuleTrace, type TestTrace } from "../outcomes.ts";
import type { InputState } from "../record.ts";

/** Truth of points that are between two figures. */
const between = (points: number, most: number, { low, high }: CardTest): number =>
  points >= low && most < high ? HOLDS : most < low || points >= high ? FAILS : UNDECIDED;

/** Truth of one test for one row. */
export function judge(ledger: ScoreLedger, test: CardTest, row: number): number {
  switch (test.condition.test) {
    case "customer":
      return (ledger.customers[row] !== NOT_A_CUSTOMER) === test.condition.is ? HOLDS : FAILS;
    case "any": {
      let best = FAILS;
      for (const inner of test.of) best = Math.max(best, judge(ledger, inner, row));
      return best;
    }
    case "axis":
    case "total":
    case "characteristic": {
      const points = testPoints(ledger, test, row);
      return between(points, points + openPoints(ledger, test.openLines, row), test);
    }
    case "flag":
    case "category":
    case "amount":
      return leafTruth(ledger, test, row);
  }
}

/** The points a test looks at. */
export function testPoints(ledger: ScoreLedger, test: CardTest, row: number): number {
  if (test.condition.test === "axis") return axisPoints(ledger, test.subject, row);
  return test.condition.test === "total" ? totalPoints(ledger, row) : linePoints(ledger, test.subject, row);
}

/** Truth of a rule for one row: that of its weakest test. */
export function judgeRule(ledger: ScoreLedger, { tests }: CardRule, row: number): number {
  let truth = HOLDS;
  for (const test of tests) {
    truth = Math.min(truth, judge(ledger, test, row));
    // a failing test settles the rule, whatever else is undecided
    if (truth === FAILS) break;
  }
  return truth;
}

function traceTest(ledger: ScoreLedger, test: CardTest, row: number, truth = judge(ledger, test, row)): TestTrace {
  const trace: Open<TestTrace> = { condition: test.condition, outcome: TEST_OUTCOMES[truth]! };
  if (test.leaf >= 0) trace.state = stateOfCode(testCode(ledger, test, row)) as InputState;
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
  const tests: TestTrace[] = [];
  // a failing test settles the rule, whatever else is undecided
  let truth = HOLDS;
  for (const test of rule.tests) {
    const own = judge(ledger, test, row);
    truth = Math.min(truth, own);
    tests.push(traceTest(ledger, test, row, own));
  }
  return { rule: rule.id, grants: rule.grants, outcome: RULE_OUTCOMES[truth]!, tests };
}

/** The tests on features and points that leave a rule undecided. */
export function undecidedTests(ledger: ScoreLedger, rule: CardRule, row: number): readonly CardTest[] {
  const undecided = (test: CardTest): readonly CardTest[] => {
    if (judge(ledger, test, row) !== UNDECIDED) return [];
    return test.condition.test === "any" ? test.of.flatMap(undecided) : [test];
  };
  return rule.tests.flatMap(undecided);
}

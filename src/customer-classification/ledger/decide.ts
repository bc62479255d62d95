import { stateOfCode } from "./codes.ts";
import type { CardRule, CardTest, ResolvedCard } from "../card/resolved.ts";
import type { ScoredRows } from "./build.ts";
import {
  axisPoints,
  FAILS,
  HOLDS,
  leafTruth,
  linePoints,
  NO_BLOCK,
  NOT_A_CUSTOMER,
  openPoints,
  testCode,
  totalPoints,
  UNDECIDED,
  type ScoreLedger,
} from "./ledger.ts";
import { isLevelOpen } from "./parts.ts";
import { RULE_OUTCOMES, TEST_OUTCOMES, type Open, type RuleTrace, type TestTrace } from "../outcomes.ts";
import type { InputState } from "../record.ts";

/** Verdict codes beyond the indexes of the rules. */
export const VERDICT_ORDINARY = 250;
/** Not a customer, and no rule makes the person a prospect. */
export const VERDICT_NOT_A_CUSTOMER = 251;
/** A rule could not be decided. */
export const VERDICT_UNDECIDED = 252;

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

/** What the rules decided of some rows, one byte each: the index of the matching rule or a verdict; truth of the core test. */
export interface Verdicts {
  readonly rules: Uint8Array;
  readonly core: Uint8Array;
}

/** Applies the rules to rows just scored, first match first. */
export type Decide = (ledger: ScoreLedger, scored: ScoredRows) => Verdicts;

/** Verdicts that a rule may still change: no rule before it has matched. */
const OPEN_VERDICTS = [VERDICT_ORDINARY, VERDICT_NOT_A_CUSTOMER];

/** Verdict after a rule: at `truth * 256 + verdict before`; looked up, because which rule holds cannot be guessed. */
function stepOf(index: number): Uint8Array {
  const next = Uint8Array.from({ length: 3 * 256 }, (_none, at) => at % 256);
  for (const verdict of OPEN_VERDICTS) {
    next[UNDECIDED * 256 + verdict] = VERDICT_UNDECIDED;
    next[HOLDS * 256 + verdict] = index;
  }
  return next;
}

/** Truths of the rows that are open to a rule; the others get {@link FAILS}. */
function judgeRows(
  { tests }: CardRule,
  openTo: Uint8Array,
  rules: Uint8Array,
  ledger: ScoreLedger,
  scored: ScoredRows,
  truths: Uint8Array,
): void {
  const size = scored.to - scored.from;
  for (let at = 0; at < size; at++) truths[at] = openTo[rules[at]!]!;
  for (const test of tests) weaken(truths, ledger, test, scored);
}

/** Weakens the truths of a rule by one more test: the smallest counts. */
function weaken(truths: Uint8Array, ledger: ScoreLedger, test: CardTest, { from, to, axes, stride }: ScoredRows): void {
  const size = to - from;
  if (test.condition.test === "axis" && test.openLines.length === 0) {
    // what most rules ask for, from the sums that are at hand: all bits of a truth stay, or none
    const { low, high } = test;
    const start = test.subject * stride;
    for (let at = 0; at < size; at++) truths[at]! &= -Number(axes[start + at]! >= low);
    if (high < Infinity) for (let at = 0; at < size; at++) truths[at]! &= -Number(axes[start + at]! < high);
    return;
  }
  if (test.leaf >= 0) {
    const start = test.leaf * ledger.rows + from;
    const { truths: truthOf } = test;
    for (let at = 0; at < size; at++) truths[at] = Math.min(truths[at]!, truthOf[ledger.leaves[start + at]!]!);
    return;
  }
  for (let at = 0; at < size; at++) {
    if (truths[at] !== FAILS) truths[at] = Math.min(truths[at]!, judge(ledger, test, from + at));
  }
}

/** What decides a book by the rules of a card, with a workspace for the rows of one window. */
export function decider(card: ResolvedCard): Decide {
  const steps = card.rules.map((_rule, index) => stepOf(index));
  const openTo = new Uint8Array(256);
  for (const verdict of OPEN_VERDICTS) openTo[verdict] = HOLDS;
  const highs = new Uint8Array(256);
  for (const [index, { grants }] of card.rules.entries()) if (grants === "existing-high-quality") highs[index] = HOLDS;
  let verdicts = { rules: new Uint8Array(0), core: new Uint8Array(0) };
  let truths = new Uint8Array(0);
  return (ledger, scored) => {
    const { blocks, customers } = ledger;
    const { from, to } = scored;
    const size = to - from;
    if (truths.length < size) {
      verdicts = { rules: new Uint8Array(size), core: new Uint8Array(size) };
      truths = new Uint8Array(size);
    }
    const { rules, core } = verdicts;
    for (let at = 0; at < size; at++) {
      rules[at] = customers[from + at] === NOT_A_CUSTOMER ? VERDICT_NOT_A_CUSTOMER : VERDICT_ORDINARY;
    }
    for (const [index, next] of steps.entries()) {
      judgeRows(card.rules[index]!, openTo, rules, ledger, scored, truths);
      for (let at = 0; at < size; at++) rules[at] = next[truths[at]! * 256 + rules[at]!]!;
    }
    judgeRows(card.core, highs, rules, ledger, scored, core);
    for (let at = 0; at < size; at++) {
      // a core test that is not decided leaves the answer open; a block comes before the rules, and so does one that cannot be decided
      if (core[at] === UNDECIDED || blocks[from + at] !== NO_BLOCK) rules[at] = VERDICT_UNDECIDED;
    }
    if (card.openLines.length === 0) return verdicts;
    for (let at = 0; at < size; at++) {
      if (rules[at] !== VERDICT_NOT_A_CUSTOMER && isLevelOpen(ledger, from + at)) rules[at] = VERDICT_UNDECIDED;
    }
    return verdicts;
  };
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

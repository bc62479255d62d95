import { FEATURE_GROUPS, type FeatureGroup } from "../card/feature-definition.ts";
import { CODE_INVALID, CODE_MISSING, CODE_STALE, stateOfCode } from "../ledger/codes.ts";
import {
  codeOf,
  FAILS,
  HOLDS,
  isAxisKnown,
  isOpen,
  leafTruth,
  linePoints,
  openPoints,
  testCode,
  UNDECIDED,
  type ScoreLedger,
} from "../ledger/ledger.ts";
import { RULE_OUTCOMES, TEST_OUTCOMES, type MissingInput, type Open } from "../outcomes.ts";
import type { InputState } from "../record.ts";
import type { ListInForce } from "./lists-in-force.ts";
import type { NameListState } from "./name-list.ts";
import type { GradeOpen, GradeReached, GradeRuleTrace, GradeSummary, GradeTestTrace, MissingList } from "./outcomes.ts";
import type { GradeTest, ResolvedGrade, ResolvedGradeRule, ResolvedGrading } from "./resolved.ts";

/** What the grades of many clients are decided on. */
export interface GradingFacts {
  readonly grading: ResolvedGrading;
  readonly ledger: ScoreLedger;
  readonly lists: ReadonlyMap<string, ListInForce | NameListState>;
  /** The id of each client; null where it is not known. */
  readonly clients: readonly (string | null)[];
}

/** Whether the value of a line is required and not there. */
function isRequired(ledger: ScoreLedger, index: number, row: number): boolean {
  const code = codeOf(ledger, index, row);
  return code < CODE_INVALID && ledger.card.lines[index]!.rejects[code] === 1;
}

/** Whether the points of a line are not known: its value is required, or nothing of its axis is known. */
function isLineLacking(ledger: ScoreLedger, index: number, row: number): boolean {
  if (isRequired(ledger, index, row)) return true;
  return isOpen(ledger, index, row) && !isAxisKnown(ledger, ledger.card.lines[index]!.axis, row);
}

const pointsOf = ({ lines }: GradeTest, ledger: ScoreLedger, row: number): number =>
  lines.reduce((sum, index) => sum + linePoints(ledger, index, row), 0);

/**
 * Truth of a test on points. Where points are lacking it never holds, because what nobody knows gives no grade; it fails all
 * the same where nothing that the lines can be worth would be enough.
 */
function judgePoints(ledger: ScoreLedger, test: GradeTest, row: number): number {
  const { low, high } = test.test!;
  let [fewest, most, isLacking] = [0, openPoints(ledger, test.lines, row), false];
  for (const index of test.lines) {
    const { minPoints, maxPoints } = ledger.card.lines[index]!;
    const own = linePoints(ledger, index, row);
    const required = isRequired(ledger, index, row);
    fewest += required ? minPoints : own;
    most += required ? maxPoints : own;
    isLacking ||= isLineLacking(ledger, index, row);
  }
  if (most < low || fewest >= high) return FAILS;
  return !isLacking && fewest >= low && most < high ? HOLDS : UNDECIDED;
}

/** Truth of one test for one client. */
function judge(facts: GradingFacts, test: GradeTest, row: number): number {
  const { ledger, lists, clients } = facts;
  switch (test.condition.test) {
    case "listed": {
      const list = lists.get(test.condition.list)!;
      const client = clients[row] ?? null;
      if (typeof list === "string" || client === null) return UNDECIDED;
      return list.clients.has(client) ? HOLDS : FAILS;
    }
    case "any": {
      let best = FAILS;
      for (const inner of test.of) best = Math.max(best, judge(facts, inner, row));
      return best;
    }
    case "flag":
    case "category":
    case "amount":
      return leafTruth(ledger, test.test!, row);
    case "axis":
    case "total":
    case "characteristic":
      return judgePoints(ledger, test, row);
  }
}

/** Truth of a whole rule: a failing test settles it, whatever else is undecided. */
function judgeRule(facts: GradingFacts, rule: ResolvedGradeRule, row: number): number {
  let truth = HOLDS;
  for (const test of rule.tests) {
    truth = Math.min(truth, judge(facts, test, row));
    if (truth === FAILS) break;
  }
  return truth;
}

const stateOf = (code: number): MissingInput["state"] =>
  code === CODE_MISSING ? "missing" : code === CODE_STALE ? "stale" : "unknown-category";

type Lacking = MissingInput | MissingList;

/** What leaves a test undecided. */
function lackOfTest(facts: GradingFacts, test: GradeTest, rule: string, row: number): readonly Lacking[] {
  if (judge(facts, test, row) !== UNDECIDED) return [];
  const { grading, ledger, lists } = facts;
  const { condition } = test;
  switch (condition.test) {
    case "listed": {
      const { list } = condition;
      const state = lists.get(list)!;
      if (typeof state === "string") return [{ list, state, rule }];
      return [{ feature: grading.policy.clientField, state: "missing", rule }];
    }
    case "any":
      return test.of.flatMap((inner) => lackOfTest(facts, inner, rule, row));
    case "flag":
    case "category":
    case "amount": {
      const code = testCode(ledger, test.test!, row);
      return [{ feature: condition.feature, state: stateOf(code), rule }];
    }
    case "axis":
    case "total":
    case "characteristic":
      return test.lines
        .filter(
          (index) =>
            isLineLacking(ledger, index, row) || (isOpen(ledger, index, row) && ledger.card.lines[index]!.spread > 0),
        )
        .map((index) => {
          const { id, feature } = ledger.card.lines[index]!.characteristic;
          const state = stateOf(codeOf(ledger, index, row));
          return { feature, state, characteristic: id, rule };
        });
  }
}

/** The inputs and lists that leave rules undecided, each once, with the first rule that needs it. */
function lackOf(facts: GradingFacts, rules: readonly ResolvedGradeRule[], row: number): readonly Lacking[] {
  const missing = new Map<string, Lacking>();
  for (const rule of rules) {
    if (judgeRule(facts, rule, row) !== UNDECIDED) continue;
    for (const test of rule.tests) {
      for (const lack of lackOfTest(facts, test, rule.id, row)) {
        const key = "list" in lack ? `list ${lack.list}` : `feature ${lack.feature}`;
        if (!missing.has(key)) missing.set(key, lack);
      }
    }
  }
  return [...missing.values()];
}

/** Truth of a grade: that of the best of its rules. */
function judgeGrade(facts: GradingFacts, grade: ResolvedGrade, row: number): number {
  let best = FAILS;
  for (const rule of grade.rules) {
    best = Math.max(best, judgeRule(facts, rule, row));
    if (best === HOLDS) break;
  }
  return best;
}

/** The grade of one client: from the best down, the first that is reached, unless a better one is undecided. */
export function decideGrade(facts: GradingFacts, row: number): GradeSummary {
  const { grades, policy } = facts.grading;
  const open: ResolvedGrade[] = [];
  let sure: ResolvedGrade | null = null;
  for (const grade of grades) {
    const truth = judgeGrade(facts, grade, row);
    if (truth === UNDECIDED) open.push(grade);
    if (truth !== HOLDS) continue;
    sure = grade;
    break;
  }
  const [best] = open;
  const atLeast = sure?.id ?? policy.otherwise;
  if (best !== undefined) {
    const rules = open.flatMap((grade) => grade.rules);
    const answer: GradeOpen = {
      status: "insufficient-data",
      atLeast,
      atMost: best.id,
      missing: lackOf(facts, rules, row),
    };
    return answer;
  }
  const by = (sure?.rules ?? []).filter((rule) => judgeRule(facts, rule, row) === HOLDS).map(({ id }) => id);
  const answer: GradeReached = { status: "graded", grade: atLeast, step: sure?.step ?? 0, by };
  return answer;
}

function traceTest(facts: GradingFacts, test: GradeTest, row: number): GradeTestTrace {
  const { ledger, lists } = facts;
  const { condition } = test;
  const trace: Open<GradeTestTrace> = { condition, outcome: TEST_OUTCOMES[judge(facts, test, row)]! };
  switch (condition.test) {
    case "listed": {
      const list = lists.get(condition.list)!;
      if (typeof list === "object") trace.version = list.stamp.version;
      break;
    }
    case "any":
      trace.of = test.of.map((inner) => traceTest(facts, inner, row));
      break;
    case "flag":
    case "category":
    case "amount":
      trace.state = stateOfCode(testCode(ledger, test.test!, row)) as InputState;
      break;
    case "axis":
    case "total":
    case "characteristic": {
      if (test.lines.some((index) => isLineLacking(ledger, index, row))) break;
      trace.points = pointsOf(test, ledger, row);
      const open = openPoints(ledger, test.lines, row);
      if (open > 0) trace.pointsAtMost = trace.points + open;
      break;
    }
  }
  return trace;
}

/** The rules tried for one client: those of each grade down to the one that is sure, all of them. */
export function traceGrades(facts: GradingFacts, atLeast: string, row: number): readonly GradeRuleTrace[] {
  const { grades } = facts.grading;
  const end = grades.findIndex(({ id }) => id === atLeast);
  return (end < 0 ? grades : grades.slice(0, end + 1)).flatMap((grade) =>
    grade.rules.map((rule) => ({
      rule: rule.id,
      grade: grade.id,
      outcome: RULE_OUTCOMES[judgeRule(facts, rule, row)]!,
      tests: rule.tests.map((test) => traceTest(facts, test, row)),
    })),
  );
}

/** The kinds of data that the tests which hold looked at. */
export function groupsOf(facts: GradingFacts, by: readonly string[], row: number): readonly FeatureGroup[] {
  const { grades, policy } = facts.grading;
  const found = new Set<FeatureGroup>();
  const note = (feature: string): void => {
    const definition = policy.features[feature];
    if (definition !== undefined) found.add(definition.group);
  };
  const visit = (test: GradeTest): void => {
    if (judge(facts, test, row) !== HOLDS) return;
    if ("feature" in test.condition) note(test.condition.feature);
    for (const index of test.lines) note(facts.ledger.card.lines[index]!.characteristic.feature);
    for (const inner of test.of) visit(inner);
  };
  for (const rule of grades.flatMap((grade) => grade.rules)) if (by.includes(rule.id)) rule.tests.forEach(visit);
  return FEATURE_GROUPS.filter((group) => found.has(group));
}

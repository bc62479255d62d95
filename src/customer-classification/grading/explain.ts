import { labelSubject } from "../explain.ts";
import type { Open } from "../outcomes.ts";
import type { GradeExplanation, GradeLine, GradeMissingLine, GradeTestLine, ListMissingLine } from "./explanation.ts";
import type { GradeResult, GradeRuleTrace, GradeTestTrace, NotGraded } from "./outcomes.ts";
import { readGradeResult } from "./read-result.ts";

function addTest(test: GradeTestTrace, depth: number, lines: GradeLine[]): void {
  const { condition, points, pointsAtMost, state, version } = test;
  const labels: Open<GradeTestLine["labels"]> = {
    test: `conditionTest.${condition.test}`,
    outcome: `testOutcome.${test.outcome}`,
  };
  if (condition.test === "listed") labels.list = `nameList.${condition.list}`;
  else if (condition.test !== "any") labelSubject(condition, labels);
  if (state !== undefined) labels.state = `partState.${state}`;
  const values: Open<GradeTestLine["values"]> = {};
  if ("is" in condition) values.is = condition.is;
  if ("atLeast" in condition) values.atLeast = condition.atLeast;
  if ("below" in condition) values.below = condition.below;
  if (points !== undefined) values.points = points;
  if (pointsAtMost !== undefined) values.pointsAtMost = pointsAtMost;
  if (version !== undefined) values.version = version;
  lines.push({ line: "test", depth, labels, values });
  for (const inner of test.of ?? []) addTest(inner, depth + 1, lines);
}

function addRule({ rule, grade, outcome, tests }: GradeRuleTrace, lines: GradeLine[]): void {
  const labels = {
    rule: `gradeRule.${rule}`,
    grants: `grade.${grade}`,
    outcome: `ruleOutcome.${outcome}`,
  } as const;
  lines.push({ line: "rule", depth: 1, labels, values: {} });
  for (const test of tests) addTest(test, 2, lines);
}

function missingLine(missing: NotGraded["missing"][number]): GradeMissingLine | ListMissingLine {
  if ("list" in missing) {
    const { list, state, rule } = missing;
    const labels = {
      list: `nameList.${list}`,
      state: `nameListState.${state}`,
      rule: `gradeRule.${rule}`,
    } as const;
    return { line: "list-missing", depth: 1, labels, values: {} };
  }
  const { feature, state, characteristic, rule } = missing;
  const labels: Open<GradeMissingLine["labels"]> = { feature: `feature.${feature}`, state: `partState.${state}` };
  if (characteristic !== undefined) labels.characteristic = `characteristic.${characteristic}`;
  if (rule !== undefined) labels.rule = `gradeRule.${rule}`;
  return { line: "missing", depth: 1, labels, values: {} };
}

function answerLines(result: GradeResult): GradeLine[] {
  if (result.status === "insufficient-data") {
    const { atLeast, atMost, missing } = result;
    const labels = { atLeast: `grade.${atLeast}`, atMost: `grade.${atMost}` } as const;
    return [{ line: "grade-open", depth: 0, labels, values: {} }, ...missing.map(missingLine)];
  }
  const { grade, by, restsOn } = result;
  const rules = by.map((id) => `gradeRule.${id}` as const);
  const labels = { grade: `grade.${grade}` as const, ...(rules.length === 0 ? {} : { by: rules }) };
  const lines: GradeLine[] = [{ line: "grade", depth: 0, labels, values: {} }];
  if (restsOn.length > 0) {
    const groups = restsOn.map((group) => `featureGroup.${group}` as const);
    lines.push({ line: "rests-on", depth: 0, labels: { groups }, values: {} });
  }
  return lines;
}

/**
 * Why a client has a grade (分级理由), as lines of label keys and figures that `tell` puts into words.
 *
 * First the grade and the rules that hold, or what is missing; then every rule tried with each test. No value of the
 * client is repeated. Labels for the bank's own grades, rules, lists and features are the bank's.
 *
 * @param result - what `gradeClient` returned
 * @returns lines, with policy, lists and date
 * @throws `customer-classification/invalid-result` when it is not as `gradeClient` made it, with the path to the fault
 * @example
 * const result = gradeClient(exampleMajorClientGrades, { clientId: "C-1", office: "county" }, { asOf: "2026-03-31" });
 * explainGrade(result).lines[0] // => { line: "grade-open", depth: 0, labels: { atLeast: "grade.other", atMost: "grade.special" }, values: {} }
 * explainGrade(result).lines[1] // => { line: "missing", depth: 1, labels: { feature: "feature.annualRevenue", state: "partState.missing", rule: "gradeRule.special-revenue" }, values: {} }
 * @since 0.1.0
 */
export function explainGrade(result: GradeResult): GradeExplanation {
  const read = readGradeResult(result);
  const lines = answerLines(read);
  for (const rule of read.rules) addRule(rule, lines);
  const { policy, lists, asOf } = read;
  return { policy, lists, asOf, lines };
}

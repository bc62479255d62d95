import type { Condition, RuleTrace, TestTrace } from "../../customer-classification/index.ts";
import type { Block, Cell } from "../blocks.ts";
import { strengthened } from "../cells.ts";
import { edgesText, pointRange, pointsText, stateText, valuesBetween, type ClassificationWriting } from "./values.ts";

/** The rules in the order tried, each with its tests: what was asked, what was found. */
export function rulesTable(rules: readonly RuleTrace[], writing: ClassificationWriting): readonly Block[] {
  const { words } = writing;
  if (rules.length === 0) return [];
  return [
    { type: "heading", level: 2, text: words.word("rules") },
    {
      type: "table",
      caption: words.word("rules"),
      quietCaption: true,
      columns: [
        { header: words.word("rule-or-test"), align: "start", width: 5 },
        { header: words.word("asked"), align: "start", width: 3 },
        { header: words.word("found"), align: "start", width: 2 },
        { header: words.word("outcome"), align: "start", width: 2 },
      ],
      rows: rules.flatMap((rule) => [
        ruleRow(rule, writing),
        ...rule.tests.flatMap((test) => testRows(test, 1, writing)),
      ]),
    },
  ];
}

function ruleRow(
  { rule, grants, outcome }: RuleTrace,
  { words: { labels }, own }: ClassificationWriting,
): readonly Cell[] {
  const granted = grants === "core" ? labels["tier.core"] : labels[`clientType.${grants}`];
  return strengthened([`${own(`typeRule.${rule}`)}\n→ ${granted}`, "", "", labels[`ruleOutcome.${outcome}`]]);
}

function testRows(test: TestTrace, depth: number, writing: ClassificationWriting): readonly (readonly Cell[])[] {
  const { labels } = writing.words;
  const outcome = labels[`testOutcome.${test.outcome}`];
  return [
    [
      `${"· ".repeat(depth)}${subjectText(test.condition, writing)}`,
      askedText(test.condition, writing),
      foundText(test, writing),
      test.outcome === "holds" ? outcome : { text: outcome, emphasis: "warning" },
    ],
    ...(test.of ?? []).flatMap((inner) => testRows(inner, depth + 1, writing)),
  ];
}

function subjectText(condition: Condition, { words: { labels, joined }, own }: ClassificationWriting): string {
  const kind = labels[`conditionTest.${condition.test}`];
  switch (condition.test) {
    case "axis":
      return joined([kind, labels[`axis.${condition.axis}`]]);
    case "characteristic":
      return joined([kind, own(`characteristic.${condition.characteristic}`)]);
    case "flag":
    case "category":
    case "amount":
      return own(`feature.${condition.feature}`);
    case "customer":
    case "total":
    case "any":
      return kind;
  }
}

function askedText(condition: Condition, writing: ClassificationWriting): string {
  const { words, own } = writing;
  switch (condition.test) {
    case "axis":
    case "characteristic":
    case "total": {
      const edge = (points: number | undefined): string | undefined =>
        points === undefined ? undefined : pointsText(points);
      return edgesText(edge(condition.atLeast), edge(condition.below), writing) ?? "";
    }
    case "customer":
    case "flag":
      return words.labels[`flagValue.${condition.is}`];
    case "category":
      return words.labels.dates.list(condition.oneOf.map((id) => own(`category.${condition.feature}.${id}`)));
    case "amount":
      return valuesBetween(condition.feature, condition.atLeast, condition.below, writing) ?? "";
    case "any":
      return "";
  }
}

/** What a test saw: points, or the state of a value; the value itself is not in the result. */
function foundText({ points, pointsAtMost, state }: TestTrace, writing: ClassificationWriting): string {
  if (points !== undefined) return pointRange(points, pointsAtMost, writing);
  return state === undefined ? "" : stateText(state, undefined, writing);
}

import {
  PLAN_ISSUE_LEVELS,
  planFields,
  planIssueLevels,
  planSections,
  type PlanIssue,
  type PlanIssueLevel,
} from "../../strategy-plan/index.ts";
import { tell } from "../../telling/index.ts";
import { personName, type PlanInput } from "./input.ts";
import type { Words } from "./words.ts";
import type { Block } from "../blocks.ts";

/**
 * Red flags, people who matter and cannot be reached, challenges nobody owns, actions that are overdue, contradictions,
 * reminders, and what to ask next.
 */
export function attention({ plan, words, completeness, followUp, issues }: PlanInput): Block {
  const people = (plan.people ?? []).filter(({ positionAndAuthority, contactMethod }) => {
    const authority = positionAndAuthority?.authority;
    return (authority === "decides" || authority === "influences") && (contactMethod ?? []).length === 0;
  });
  const challenges = (plan.challenges ?? []).filter(({ preventionAndTimetable }) => {
    const steps = (preventionAndTimetable ?? []).filter((step) => step.state !== "dropped");
    return !steps.some((step) => step.owner !== undefined && step.due !== undefined);
  });
  const overdue = followUp.actions.flatMap(({ standing }, at) =>
    standing === "overdue" ? (plan.actions?.[at] ?? []) : [],
  );
  const next = completeness.next;
  const gaps = [
    ...people.map((person) => words.named(words.word("people-uncovered"), personName(person, words))),
    ...challenges.map((row) =>
      words.named(words.word("challenges-unowned"), row.challengeContent ?? words.word("open")),
    ),
    ...overdue.map(({ productOrService, clientNeed }) =>
      words.named(
        words.labels["followUpStanding.overdue"],
        productOrService?.name ?? clientNeed?.text ?? words.word("open"),
      ),
    ),
  ];
  const found: Readonly<Record<PlanIssueLevel, readonly string[]>> = {
    "red-flag": textsOf(issues, "red-flag", words),
    contradiction: textsOf(issues, "contradiction", words),
    reminder: textsOf(issues, "reminder", words),
  };
  const [gravest, ...others] = PLAN_ISSUE_LEVELS;
  const texts = [
    ...found[gravest],
    ...gaps,
    ...others.flatMap((level) => found[level]),
    ...(next === null
      ? []
      : [words.named(words.word("next-field"), `${next.code} ${words.labels[`planField.${next.field}`]}`)]),
  ];
  return texts.length === 0
    ? { type: "note", tone: "information", title: words.word("all-well"), texts: [] }
    : { type: "note", tone: "warning", title: words.word("to-attend"), texts };
}

/** The findings of a level in words, each under its level. */
function textsOf(issues: readonly PlanIssue[], level: PlanIssueLevel, words: Words): readonly string[] {
  return issues
    .filter(({ code }) => (planIssueLevels[code] ?? "contradiction") === level)
    .map((issue) => words.named(words.labels[`planIssueLevel.${level}`], issueText(issue, words)));
}

/** An issue in words, with its section, row and field. */
function issueText(issue: PlanIssue, words: Words): string {
  const text = tell({ code: issue.code, details: issue.details }, words.labels);
  const section = planSections.find(({ key }) => key === issue.path[0]);
  const row = issue.path.find((part): part is number => typeof part === "number");
  const field = planFields.find(({ key }) => issue.path.includes(key));
  const place = words.joined([
    issue.path[0] === "credit" ? words.word("credit") : section && words.labels[`planSection.${section.id}`],
    row === undefined ? undefined : `#${String(row + 1)}`,
    field === undefined ? undefined : words.labels[`planField.${field.key}`],
  ]);
  return place === "" ? text : `${text} (${place})`;
}

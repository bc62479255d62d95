import { planFields, planSections, type PlanIssue } from "../../strategy-plan/index.ts";
import { tell } from "../../telling/index.ts";
import { personName, type PlanInput } from "./input.ts";
import type { Words } from "./words.ts";
import type { Block } from "../blocks.ts";

/** People who matter and cannot be reached, challenges nobody owns, contradictions, and what to ask next. */
export function attention({ plan, words, completeness, issues }: PlanInput): Block {
  const people = (plan.people ?? []).filter(({ positionAndAuthority, contactMethod }) => {
    const authority = positionAndAuthority?.authority;
    return (authority === "decides" || authority === "influences") && (contactMethod ?? []).length === 0;
  });
  const challenges = (plan.challenges ?? []).filter(({ preventionAndTimetable }) => {
    const steps = (preventionAndTimetable ?? []).filter((step) => step.state !== "dropped");
    return !steps.some((step) => step.owner !== undefined && step.due !== undefined);
  });
  const next = completeness.next;
  const texts = [
    ...people.map((person) => words.named(words.word("people-uncovered"), personName(person, words))),
    ...challenges.map((row) =>
      words.named(words.word("challenges-unowned"), row.challengeContent ?? words.word("open")),
    ),
    ...issues.map((issue) => words.named(words.word("contradictions"), issueText(issue, words))),
    ...(next === null
      ? []
      : [words.named(words.word("next-field"), `${next.code} ${words.labels[`planField.${next.field}`]}`)]),
  ];
  return texts.length === 0
    ? { type: "note", tone: "information", title: words.word("all-well"), texts: [] }
    : { type: "note", tone: "warning", title: words.word("to-attend"), texts };
}

/** An issue in words, with its section, row and field. */
function issueText(issue: PlanIssue, words: Words): string {
  const text = tell({ code: issue.code, details: issue.details }, words.labels);
  const section = planSections.find(({ key }) => key === issue.path[0]);
  const row = issue.path.find((part): part is number => typeof part === "number");
  const field = planFields.find(({ key }) => issue.path.includes(key));
  const place = words.joined([
    section === undefined ? undefined : words.labels[`planSection.${section.id}`],
    row === undefined ? undefined : `#${String(row + 1)}`,
    field === undefined ? undefined : words.labels[`planField.${field.key}`],
  ]);
  return place === "" ? text : `${text} (${place})`;
}

import {
  PLAN_ISSUE_LEVELS,
  planFields,
  planIssueLevels,
  planSections,
  type PlanIssue,
  type PlanIssueLevel,
  type PreventiveStep,
} from "../../strategy-plan/index.ts";
import { personName, type PlanInput } from "./input.ts";
import type { Shortening } from "./shortened.ts";
import { told } from "./told.ts";
import { columnsOf } from "../columns.ts";
import { firstShown } from "../text.ts";
import type { Block } from "../blocks.ts";

/** Most lines of paper of one text on the first page. */
const MOST_OF_ONE = 2;

/** Room for a line of paper, in columns of half the width of a Chinese character. */
const LINE_ROOM = 104;

/**
 * Red flags, people who matter and cannot be reached, challenges nobody owns, actions that are overdue, contradictions,
 * reminders, and what to ask next; a list of more lines of paper than the first page has room for goes on after it.
 */
export function attention(
  input: PlanInput,
  page: Shortening,
  room: number,
): { readonly first: Block; readonly rest: readonly Block[] } {
  const { plan, words, completeness, followUp, statementFindings, notShown, powers } = input;
  // nobody is told to look for what is not shown to them
  const people = (plan.people ?? []).filter(({ positionAndAuthority, contactMethod, member }) => {
    const authority = positionAndAuthority?.authority;
    if (notShown.field("contactMethod", member)) return false;
    return (authority === "decides" || authority === "influences") && (contactMethod ?? []).length === 0;
  });
  const challenges = (plan.challenges ?? []).filter(({ preventionAndTimetable, member }) => {
    if (notShown.field("preventionAndTimetable", member)) return false;
    const steps = (preventionAndTimetable ?? []).filter((step) => step.state !== "dropped");
    const isPlanned = ({ owner, due }: PreventiveStep): boolean => firstShown(owner) !== undefined && due !== undefined;
    return !steps.some(isPlanned) || steps.some((step) => step.state === "open" && !isPlanned(step));
  });
  const isFollowedUp = (plan.withheld ?? []).every(({ what }) => what !== "progress");
  const overdue = followUp.actions.flatMap(({ standing }, at) =>
    standing === "overdue" && isFollowedUp ? (plan.actions?.[at] ?? []) : [],
  );
  const next = completeness.next;
  const uncovered = new Set(powers?.uncovered);
  const unmet = (plan.people ?? []).filter(({ id }) => uncovered.has(id));
  const gaps = [
    ...unmet.map((person) => words.named(words.word("people-unmet"), personName(person, words))),
    ...people.map((person) => words.named(words.word("people-uncovered"), personName(person, words))),
    ...challenges.map((row) =>
      words.named(words.word("challenges-unowned"), firstShown(row.challengeContent) ?? words.word("open")),
    ),
    ...overdue.map(({ productOrService, clientNeed }) =>
      words.named(
        words.labels["followUpStanding.overdue"],
        firstShown(productOrService?.name, clientNeed?.text) ?? words.word("open"),
      ),
    ),
  ];
  const [gravest, ...others] = PLAN_ISSUE_LEVELS;
  const tied = statementFindings.map((finding) =>
    words.named(words.labels[`planIssueLevel.${gravest}`], told(finding, input)),
  );
  const texts = [
    ...textsOf(input, gravest),
    ...tied,
    ...gaps,
    ...others.flatMap((level) => textsOf(input, level)),
    ...(next === null
      ? []
      : [words.named(words.word("next-field"), `${next.code} ${words.labels[`planField.${next.field}`]}`)]),
  ];
  if (texts.length === 0) {
    return { first: { type: "note", tone: "information", title: words.word("all-well"), texts: [] }, rest: [] };
  }
  const shown = fitting(texts, room);
  const fitted = shown.map((text) => page.fit(text, MOST_OF_ONE * LINE_ROOM));
  const rest = texts.slice(shown.length);
  const isLong = rest.length > 0;
  const more = words.named(words.word("to-attend-rest"), String(rest.length));
  return {
    first: {
      type: "note",
      tone: "warning",
      title: words.word("to-attend"),
      texts: isLong ? [...fitted, more] : fitted,
    },
    rest: isLong ? [{ type: "note", tone: "warning", title: words.word("to-attend-more"), texts: rest }] : [],
  };
}

/** The texts that fit into some lines; where they are not all of them, a line is left to say how many follow. */
function fitting(texts: readonly string[], room: number): readonly string[] {
  const linesOf = (text: string): number => Math.min(MOST_OF_ONE, Math.ceil(columnsOf(text) / LINE_ROOM));
  let lines = 0;
  const end = texts.findIndex((text, at) => (lines += linesOf(text)) > room - (at === texts.length - 1 ? 0 : 1));
  return end < 0 ? texts : texts.slice(0, end);
}

/** The findings of a level in words, each under its level. */
function textsOf(input: PlanInput, level: PlanIssueLevel): readonly string[] {
  const { issues, words } = input;
  return issues
    .filter(({ code }) => (planIssueLevels[code] ?? "contradiction") === level)
    .map((issue) => words.named(words.labels[`planIssueLevel.${level}`], issueText(issue, input)));
}

/** An issue in words, with its section, row and field. */
function issueText(issue: PlanIssue, input: PlanInput): string {
  const { words } = input;
  const text = told(issue, input);
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

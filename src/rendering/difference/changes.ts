import {
  PLAN_MEMBERS,
  PLAN_SECTIONS,
  planSections,
  TIE_KINDS,
  type PlanChange,
  type PlanChangeDetails,
  type PlanPerson,
  type PlanSection,
  type ToldAnswer,
} from "../../strategy-plan/index.ts";
import { exactPercent, NOTHING } from "../cells.ts";
import { isOfEvidence } from "../plan/changes.ts";
import { told } from "../plan/told.ts";
import type { Block, Cell } from "../blocks.ts";
import { sectionName, type DifferenceInput } from "./input.ts";
import { partsOf } from "./parts.ts";

/** The section of each member of a plan that is in one. */
const SECTION_OF: ReadonlyMap<unknown, PlanSection> = /* @__PURE__ */ (() =>
  new Map<unknown, PlanSection>([
    ...planSections.map(({ key, id }) => [key, id] as const),
    ["credit", "client-profile"],
    ["group", "client-profile"],
    ["ties", "decision-makers"],
  ]))();

/** Changes by the section they are in, in the order of the sections; first those of the plan itself. */
export function bySection(changes: readonly PlanChange[]): ReadonlyMap<PlanSection | null, readonly PlanChange[]> {
  const sectionOf = ({ path: [member, part] }: PlanChange): PlanSection | null =>
    SECTION_OF.get(member === "noneConfirmed" ? part : member) ?? null;
  return new Map(
    [null, ...PLAN_SECTIONS]
      .map((section) => [section, changes.filter((change) => sectionOf(change) === section)] as const)
      .filter(([, found]) => found.length > 0),
  );
}

/** What an answer carries, whichever change it is of. */
type AnswerDetails = PlanChangeDetails["strategy-plan/answer-changed"];

/**
 * The changes of a section: rows that came, went or moved as sentences, answers with what they were and are, and then, row
 * by row, which answers have other evidence.
 */
export function changeBlocks(
  section: PlanSection | null,
  changes: readonly PlanChange[],
  input: DifferenceInput,
): readonly Block[] {
  const { words } = input;
  const name = sectionName(section, words);
  const shown = changes
    .filter((change) => !isOfEvidence(change))
    .map((change) => ({ change, row: rowOf(change, input) }));
  const items = shown.flatMap(({ change, row }) => (row === null ? [sentenceOf(change, input)] : []));
  const rows = shown.flatMap(({ row }) => (row === null ? [] : [row]));
  return [
    { type: "heading", level: 2, text: name },
    ...(items.length === 0 ? [] : [{ type: "list", ordered: false, items } as const]),
    ...(rows.length === 0
      ? []
      : [
          {
            type: "table",
            caption: name,
            quietCaption: true,
            columns: [
              { header: words.word("what"), align: "start", width: 4 },
              { header: words.word("before"), align: "start", width: 4 },
              { header: words.word("after"), align: "start", width: 4 },
            ],
            rows,
          } as const,
        ]),
    ...evidenceTable(name, changes.filter(isOfEvidence), input),
  ];
}

/** The kinds of change evidence has, in the order of the columns. */
const EVIDENCE_CHANGES = [
  ["added", "strategy-plan/answer-given"],
  ["changed", "strategy-plan/answer-changed"],
  ["removed", "strategy-plan/answer-withdrawn"],
] as const;

/** The answers that have other evidence, by row: a sentence for each would hide what changed. */
function evidenceTable(section: string, changes: readonly PlanChange[], input: DifferenceInput): readonly Block[] {
  if (changes.length === 0) return [];
  const { labels, joined, word } = input.words;
  const rowIn = ({ details }: PlanChange): string | undefined => ("row" in details ? details.row : undefined);
  const nameIn = (change: PlanChange): string => nameOf(change.details, input) ?? rowIn(change) ?? section;
  // a column for a kind of change there is none of would be empty, and take its room
  const kinds = EVIDENCE_CHANGES.filter(([, code]) => changes.some((change) => change.code === code));
  const firsts = changes.filter((change, at) => changes.findIndex((other) => rowIn(other) === rowIn(change)) === at);
  return [
    {
      type: "table",
      caption: joined([section, word("evidence")]),
      columns: [
        { header: word("what"), align: "start", width: 3 },
        ...kinds.map(
          ([kind]) => ({ header: word(kind), align: "start", width: Math.floor(9 / kinds.length) }) as const,
        ),
      ],
      rows: firsts.map((first): readonly Cell[] => [
        nameIn(first),
        ...kinds.map(([, code]) => {
          const found = changes.filter((change) => change.code === code && rowIn(change) === rowIn(first));
          return labels.dates.list(found.flatMap(({ details }) => answerName(details, input) ?? []));
        }),
      ]),
    },
  ];
}

/** A change in words, with rows by what they are called. */
function sentenceOf({ code, details }: PlanChange, input: DifferenceInput): string {
  const name = nameOf(details, input);
  return told({ code, details: name === undefined ? details : { ...details, name } }, input);
}

/** A change as a row; `null` for one that is not an answer with both what it was and what it is to be told. */
function rowOf(change: PlanChange, input: DifferenceInput): readonly Cell[] | null {
  const row = (details: AnswerDetails, before: Cell | null, after: Cell | null): readonly Cell[] | null => {
    const cells = before === null || after === null ? partsOf(details, input) : ([before, after] as const);
    return cells === null ? null : [whatOf(details, input), ...cells];
  };
  const cell = (side: Side, details: AnswerDetails): Cell | null => answerText(side, details, input);
  switch (change.code) {
    case "strategy-plan/row-added":
    case "strategy-plan/row-removed":
    case "strategy-plan/rows-reordered":
      return null;
    case "strategy-plan/answer-given":
      return row(change.details, NOTHING, cell(nowOf(change.details), change.details));
    case "strategy-plan/answer-withdrawn":
      return row(change.details, cell(wasOf(change.details), change.details), NOTHING);
    case "strategy-plan/answer-changed":
      return row(
        change.details,
        cell(wasOf(change.details), change.details),
        cell(nowOf(change.details), change.details),
      );
  }
}

/** What can be told of an answer before or after. */
type Side = { readonly [Fact in keyof ToldAnswer]: ToldAnswer[Fact] | undefined };

const wasOf = (told: AnswerDetails): Side => ({
  amount: told.wasAmount,
  answer: told.wasAnswer,
  share: told.wasShare,
  time: told.wasTime,
  day: told.wasDay,
  text: told.wasText,
  state: told.wasState,
});

const nowOf = (told: AnswerDetails): Side => ({
  amount: told.nowAmount,
  answer: told.nowAnswer,
  share: told.nowShare,
  time: told.nowTime,
  day: told.nowDay,
  text: told.nowText,
  state: told.nowState,
});

/**
 * What the answer is called that a change is about, as it begins a cell; a part of evidence that has no name is evidence.
 * In languages without capital letters nothing changes.
 */
function answerName(details: PlanChange["details"], { words: { labels } }: DifferenceInput): string | undefined {
  if ("field" in details) return labels[`planField.${details.field}`];
  if (!("member" in details)) return undefined;
  const { member } = details;
  const name = labels[`planMember.${PLAN_MEMBERS.find((known) => known === member) ?? "evidence"}`];
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

/** The row and the answer a change is about. */
const whatOf = (details: AnswerDetails, input: DifferenceInput): string =>
  input.words.joined([
    details.row === undefined ? undefined : (nameOf(details, input) ?? details.row),
    answerName(details, input),
  ]);

/** What is told of an answer; `null` where that is nothing. */
function answerText(side: Side, details: AnswerDetails, { words, amounts, ...input }: DifferenceInput): string | null {
  const { labels } = words;
  const { amount, answer, share, time, day, text, state } = side;
  if (amount !== undefined) return amounts.exact(amount);
  if (answer !== undefined) return labels[`answer.${answer}`];
  if (share !== undefined) return exactPercent(share);
  if (time !== undefined) return words.period(time);
  if (day !== undefined) return words.date(day);
  if (state !== undefined) return labels[`actionState.${state}`];
  if (text === undefined || details.list !== "ties") return text ?? null;
  // of a tie, the ends are rows, and its kind is one of ours
  const kind = TIE_KINDS.find((known) => known === text);
  return details.member === "kind" && kind !== undefined ? labels[`tieKind.${kind}`] : personOf(text, input);
}

/** What a row is called: a tie, which has no name of its own, by the people at its ends. */
function nameOf(details: PlanChange["details"], { before, after }: DifferenceInput): string | undefined {
  if (!("row" in details)) return undefined;
  const { list, row, name } = details;
  if (list !== "ties") return name;
  const tie = [after, before].flatMap(({ ties = [] }) => ties.filter(({ id }) => id === row))[0];
  return tie && [tie.from, tie.to].map((id) => personOf(id, { before, after })).join(" – ");
}

/** What a person is called in the later of the two plans that says so; by id where none does. */
function personOf(id: string, { before, after }: Pick<DifferenceInput, "before" | "after">): string {
  const nameIn = ({ contactName, positionAndAuthority }: PlanPerson): string | undefined =>
    contactName ?? positionAndAuthority?.position;
  const found = [after, before].flatMap(({ people = [] }) => people.filter((person) => person.id === id));
  return found.flatMap((person) => nameIn(person) ?? [])[0] ?? id;
}

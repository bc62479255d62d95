import { personCalled, personName, type PlanInput } from "./input.ts";
import { powerMapFigure } from "../figure/make/power-map.ts";
import type { Block, Cell } from "../blocks.ts";

/**
 * What the bank thinks of the people of section 2 and of the ties between them: who counts, who is for us, who of ours
 * deals with them. It is the bank's own, and stands on no copy for the client.
 */
export function stakeholderBlocks(input: PlanInput): readonly Block[] {
  const { audience, powers } = input;
  if (audience === "client" || powers === null) return [];
  return [...viewTable(input, powers), ...figureOf(input, powers), ...tieTable(input, powers)];
}

/** The map of the people, where somebody has said more than their authority. */
function figureOf({ plan: { people = [] }, words, staff }: PlanInput, powers: Powers): readonly Block[] {
  if (!people.some(({ stakeholder }) => stakeholder !== undefined)) return [];
  const employees = new Set(powers.people.flatMap(({ coveredBy }) => coveredBy ?? []));
  const names = Object.fromEntries([...employees].map((id) => [id, staff(id)]));
  return [powerMapFigure(powers, people, { labels: words.labels, staff: names })];
}

type Powers = NonNullable<PlanInput["powers"]>;

/** People of whom somebody has said more than their authority. */
function viewTable({ plan, words, staff }: PlanInput, { people }: Powers): readonly Block[] {
  const { labels } = words;
  const list = (texts: readonly string[]): string => texts.join(words.word("list-separator"));
  const rows = people.flatMap(({ influence, support, roles, coveredBy }, at): readonly (readonly Cell[])[] => {
    const person = plan.people?.[at];
    if (person?.stakeholder === undefined) return [];
    return [
      [
        personName(person, words),
        words.orOpen(roles === null ? undefined : list(roles.map((role) => labels[`stakeholderRole.${role}`]))),
        words.orOpen(influence === null ? undefined : labels[`influence.${influence}`]),
        words.orOpen(support === null ? undefined : labels[`support.${support}`]),
        coveredBy?.length === 0
          ? { text: words.word("nobody"), emphasis: "warning" }
          : words.orOpen(coveredBy === null ? undefined : list(coveredBy.map(staff))),
        words.orOpen(words.date(person.stakeholder.lastContact)),
      ],
    ];
  });
  if (rows.length === 0) return [];
  return [
    {
      type: "table",
      caption: words.word("stakeholders"),
      columns: [
        { header: words.field("contactName"), align: "start", width: 1 },
        { header: words.word("role"), align: "start", width: 2 },
        { header: words.word("influence"), align: "start", width: 1 },
        { header: words.word("support"), align: "start", width: 2 },
        { header: words.word("covered-by"), align: "start", width: 3 },
        { header: words.word("last-contact"), align: "start", width: 3 },
      ],
      rows,
    },
  ];
}

function tieTable(input: PlanInput, { edges }: Powers): readonly Block[] {
  if (edges.length === 0) return [];
  const { words } = input;
  return [
    {
      type: "table",
      caption: words.word("ties"),
      columns: [
        { header: words.field("contactName"), align: "start", width: 4 },
        { header: words.word("ties"), align: "start", width: 4 },
        { header: words.field("contactName"), align: "start", width: 4 },
      ],
      rows: edges.map(({ from, to, kind }) => [
        personCalled(from, input),
        words.labels[`tieKind.${kind}`],
        personCalled(to, input),
      ]),
    },
  ];
}

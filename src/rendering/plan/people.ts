import { emptyBlocks, linesCell, rowTable, type PlanInput } from "./input.ts";
import { stakeholderBlocks } from "./stakeholders.ts";
import type { Block, Cell } from "../blocks.ts";
import type { PlanPerson } from "../../strategy-plan/index.ts";

/** Section 2: who decides, how to reach them, and whom they know. */
export function peopleBlocks(input: PlanInput): readonly Block[] {
  const { plan, words, audience } = input;
  if (plan.people === undefined || plan.people.length === 0) return emptyBlocks(plan.people, input);
  const { labels } = words;
  const position = ({ positionAndAuthority: known }: PlanPerson): Cell => {
    if (known === undefined) return words.orOpen(undefined);
    return audience === "client"
      ? words.orOpen(known.position)
      : `${known.position}\n${labels[`decisionAuthority.${known.authority}`]}`;
  };
  return [
    rowTable(input, labels["planSection.decision-makers"], plan.people, [
      { field: "contactName", width: 1, cell: ({ contactName }) => words.orOpen(contactName) },
      {
        field: "positionAndAuthority",
        width: 2,
        cell: position,
      },
      {
        field: "contactMethod",
        width: 3,
        cell: ({ contactMethod }) =>
          linesCell(
            contactMethod?.map(({ channel, value }) => words.named(labels[`contactChannel.${channel}`], value)),
            words,
          ),
      },
      { field: "otherBusinessWithUs", width: 3, cell: (person) => dealings(input, person) },
      {
        field: "otherContactsInOurBank",
        width: 3,
        cell: ({ otherContactsInOurBank }) =>
          linesCell(
            otherContactsInOurBank?.map(({ department, person, relation, kinship }) =>
              words.joined([department, person, relation, kinship === true ? words.word("kinship") : undefined]),
            ),
            words,
          ),
      },
    ]),
    ...stakeholderBlocks(input),
  ];
}

/** A person's own dealings, each with its consent; of those without one only that there are some. */
function dealings({ words, withheld }: PlanInput, { id, otherBusinessWithUs }: PlanPerson): Cell {
  const lines = otherBusinessWithUs?.map(({ product, bookingUnit, note, consent }) =>
    words.joined([
      product,
      bookingUnit,
      note,
      consent && words.named(words.word("consent"), words.joined([consent.purpose, words.date(consent.givenOn)])),
    ]),
  );
  if (!withheld.has(id)) return linesCell(lines, words);
  return { text: [...(lines ?? []), words.word("withheld")].join("\n"), emphasis: "muted" };
}

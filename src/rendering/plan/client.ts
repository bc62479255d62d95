import { clientName, type ClientFile } from "../../client/index.ts";
import { figureText } from "./figure-text.ts";
import { linesCell, type PlanInput } from "./input.ts";
import type { Words } from "./words.ts";
import type { Block, Pair } from "../blocks.ts";

/** Section 1: the client file. */
export function clientBlocks({ client, words, language }: PlanInput): readonly Block[] {
  const { labels } = words;
  const name = clientName(client.names, language);
  const group = client.group;
  const items: readonly Pair[] = [
    {
      name: words.word("client"),
      value: words.joined([name, name === client.names.legal ? undefined : client.names.legal]),
    },
    { name: words.word("client-number"), value: words.joined([client.id, labels[`clientKind.${client.kind}`]]) },
    { name: words.word("client-since"), value: words.orOpen(client.clientSince) },
    ...profilePairs(client, words),
    {
      name: words.word("group"),
      value:
        group === undefined
          ? words.word("none")
          : words.joined([
              group.group,
              labels[`groupRole.${group.role}`],
              group.heldBy === undefined ? undefined : words.named(words.word("held-by"), group.heldBy),
            ]),
    },
    {
      name: words.word("contacts"),
      value: linesCell(
        client.contacts.map(({ channel, value }) => words.named(labels[`contactChannel.${channel}`], value)),
        words,
      ),
    },
    {
      name: words.word("managers"),
      value: linesCell(
        client.managers.map((manager) =>
          words.joined([
            labels[`managerRole.${manager.role}`],
            manager.name,
            manager.unit,
            manager.to === undefined ? `${manager.from} –` : `${manager.from} – ${manager.to}`,
          ]),
        ),
        words,
      ),
    },
    ...(client.analyses.length === 0
      ? []
      : [
          {
            name: words.word("analyses"),
            value: linesCell(
              client.analyses.map(({ date, text, source }) =>
                words.joined([date, text, words.named(words.word("source"), source)]),
              ),
              words,
            ),
          },
        ]),
  ];
  const accounts: Block = {
    type: "table",
    caption: words.word("accounts"),
    columns: [
      { header: words.word("account"), align: "start" },
      { header: words.word("currency"), align: "start" },
      { header: words.word("product"), align: "start" },
      { header: words.word("since"), align: "start" },
    ],
    rows: client.accounts.map((account) => [
      account.id,
      account.currency,
      account.product,
      words.orOpen(words.date(account.openedOn)),
    ]),
  };
  return [{ type: "pairs", display: "list", items }, ...(client.accounts.length === 0 ? [] : [accounts])];
}

function profilePairs(client: ClientFile, words: Words): readonly Pair[] {
  const pairs = (rows: readonly (readonly [Parameters<Words["word"]>[0], string | undefined])[]): readonly Pair[] =>
    rows.flatMap(([word, value]) => (value === undefined ? [] : [{ name: words.word(word), value }]));
  if (client.kind === "personal") {
    const { person } = client;
    return pairs([
      ["birth-date", words.date(person.birthDate)],
      ["occupation", person.occupation],
      ["employer", person.employer],
      ["education", person.education],
      ["household", person.householdSize === undefined ? undefined : String(person.householdSize)],
      ["location", person.location],
      ["interests", person.interests?.join(words.word("list-separator"))],
    ]);
  }
  const { organisation } = client;
  const turnover = organisation.annualTurnover;
  return pairs([
    ["industry", words.joined([organisation.industry, organisation.industryCode])],
    ["registration-number", organisation.registrationNumber],
    ["founded", words.date(organisation.foundedOn)],
    ["employees", organisation.employees === undefined ? undefined : String(organisation.employees)],
    ["turnover", turnover === undefined ? undefined : `${turnover.currency} ${figureText(turnover)}`],
    ["location", organisation.location],
    ["description", organisation.description],
  ]);
}

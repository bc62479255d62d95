import { clientName, currentEntries, managerAt, type ClientFile, type ManagerRole } from "../../client/index.ts";
import { tryDayNumber } from "../../core/index.ts";
import { compare } from "../../money/index.ts";
import { groupedDigits } from "./figure-text.ts";
import { groupBlocks } from "./group.ts";
import { linesCell, said, type PlanInput } from "./input.ts";
import { filled, type Amounts } from "./unit.ts";
import type { Words } from "./words.ts";
import type { Block, Cell, Pair } from "../blocks.ts";

/** Section 1: the client file and, for the bank, what it lends the client. */
export function clientBlocks(input: PlanInput): readonly Block[] {
  if (input.audience === "client") return [{ type: "pairs", display: "list", items: ownPairs(input) }];
  const { client, words, amounts, language } = input;
  const { labels } = words;
  const name = clientName(client.names, language);
  const group = client.group;
  const [analyses, held] = [currentEntries(client.analyses), currentEntries(client.accounts)];
  const items: readonly Pair[] = [
    {
      name: words.word("client"),
      value: words.joined([name, name === client.names.legal ? undefined : client.names.legal]),
    },
    { name: words.word("client-number"), value: words.joined([client.id, labels[`clientKind.${client.kind}`]]) },
    { name: words.word("client-since"), value: words.orOpen(words.date(client.clientSince)) },
    ...profilePairs(client, words, amounts),
    {
      name: words.word("group"),
      value: group === undefined ? words.word("none") : (group.name ?? group.group),
    },
    {
      name: words.word("contacts"),
      value: linesCell(
        currentEntries(client.contacts).map(({ channel, value }) =>
          words.named(labels[`contactChannel.${channel}`], value),
        ),
        words,
      ),
    },
    managersPair(input),
    ...(analyses.length === 0
      ? []
      : [
          {
            name: words.word("analyses"),
            value: linesCell(
              analyses.map(({ date, text, source }) =>
                words.joined([words.date(date), text, words.named(words.word("source"), source)]),
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
    rows: held.map((account) => [
      account.id,
      amounts.currency(account.currency),
      account.product,
      words.orOpen(words.date(account.openedOn)),
    ]),
  };
  return [
    { type: "pairs", display: "list", items },
    ...(held.length === 0 ? [] : [accounts]),
    ...groupBlocks(input),
    ...creditBlocks(input),
  ];
}

/** Who looks after the client, then, now and to come. */
function managersPair({ client, words }: PlanInput): Pair {
  const lines = currentEntries(client.managers).map((manager) =>
    words.joined([
      words.labels[`managerRole.${manager.role}`],
      manager.name,
      manager.unit,
      manager.to === undefined
        ? filled(words.word("open-ended"), { date: words.date(manager.from) })
        : words.period({ from: manager.from, to: manager.to }),
    ]),
  );
  return { name: words.word("managers"), value: linesCell(lines, words) };
}

/** What the client reads of itself: who it is, and who looks after it today. */
function ownPairs({ client, words, language, asOf }: PlanInput): readonly Pair[] {
  const manager = (role: ManagerRole): Cell => words.orOpen(managerAt(client, role, asOf)?.name);
  return said([
    { name: words.word("client"), value: clientName(client.names, language) },
    { name: words.word("client-number"), value: client.id },
    { name: words.word("client-since"), value: words.orOpen(words.date(client.clientSince)) },
    { name: words.word("manager-primary"), value: manager("primary") },
    { name: words.word("manager-backup"), value: manager("backup") },
  ]);
}

/** The credit page: limits and their use, rating, next review, and the day they were confirmed. */
function creditBlocks({ plan: { credit }, words, amounts, asOf }: PlanInput): readonly Block[] {
  if (credit === undefined) return [];
  const today = tryDayNumber(asOf);
  const pairs: readonly Pair[] = [
    { name: words.word("rating"), value: words.orOpen(credit.rating) },
    { name: words.word("next-review"), value: words.orOpen(words.date(credit.nextReview)) },
  ];
  const rows = credit.limits.map(({ product, limit, used, expiresOn }): readonly Cell[] => {
    const last = tryDayNumber(expiresOn);
    const isOver = limit.currency === used.currency && compare(used, limit) > 0;
    const isPast = last !== null && today !== null && last < today;
    const warned = (text: string, isWrong: boolean): Cell => (isWrong ? { text, emphasis: "warning" } : text);
    return [
      product,
      amounts.figure(limit),
      warned(amounts.figure(used), isOver),
      warned(words.date(expiresOn), isPast),
    ];
  });
  return [
    {
      type: "table",
      caption: words.joined([
        amounts.head(words.word("credit")),
        words.named(words.word("confirmed-on"), words.date(credit.confirmedOn)),
      ]),
      columns: [
        { header: words.word("what"), align: "start" },
        { header: words.word("limit"), align: "end" },
        { header: words.word("used"), align: "end" },
        { header: words.word("expires-on"), align: "start" },
      ],
      rows,
    },
    { type: "pairs", display: "list", items: pairs },
  ];
}

function profilePairs(client: ClientFile, words: Words, amounts: Amounts): readonly Pair[] {
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
  const numbers = currentEntries(client.identities ?? []).map(({ kind, number }) => ({
    name: words.labels[`identityKind.${kind}`],
    value: number,
  }));
  const profile = pairs([
    ["industry", words.joined([organisation.industry, organisation.industryCode])],
    ["founded", words.date(organisation.foundedOn)],
    ["employees", organisation.employees === undefined ? undefined : groupedDigits(String(organisation.employees))],
    ["turnover", turnover === undefined ? undefined : amounts.full(turnover)],
    ["location", organisation.location],
    ["description", organisation.description],
  ]);
  return [...profile.slice(0, 1), ...numbers, ...profile.slice(1)];
}

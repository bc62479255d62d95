import type { Money } from "../../money/index.ts";
import {
  valueItems,
  type ReportFigure,
  type ReportHead,
  type StatisticsHead,
  type ValueItem,
} from "../../relationship-value/index.ts";
import { namedPeriod } from "../../strategy-plan/inner.ts";
import type { Amounts } from "../plan/unit.ts";
import { countText, end, muted, NOTHING, signed, signedPercent } from "../cells.ts";
import { textOf, type Block, type Cell, type Column, type Pair } from "../blocks.ts";
import type { ValueDocumentWord, ValueWords } from "./words.ts";

/** What the parts of a report are written with. */
export interface Writing {
  readonly words: ValueWords;
  readonly amounts: Amounts;
  /** What a client is called. */
  readonly client: (id: string) => string;
  /** What a manager is called. */
  readonly staff: (id: string) => string;
}

/** An amount, or that nobody has data. */
export const amountOr = (amount: Money | null, { words, amounts }: Writing): Cell =>
  amount === null ? muted(words.shared("no-data")) : amounts.figure(amount);

/** The part that is an estimate; blank where nothing is. */
export const estimated = (amount: Money | null, { amounts }: Writing): string =>
  amount === null ? "" : amounts.figure(amount);

/** A change with its sign; with a mark where it is not of the same clients. */
export function changed(change: Money | null, comparable: boolean, { amounts }: Writing): Cell {
  if (change === null) return NOTHING;
  return marked(signed(amounts.figure(change)), comparable);
}

/** A change, with a mark where it is not like for like. */
export const marked = (text: string, comparable: boolean): string => (comparable ? text : `${text}*`);

/** The figures of heads, those that are views left out, and of their items. */
export const figuresIn = (heads: readonly StatisticsHead[]): readonly ReportFigure[] =>
  heads
    .filter(({ figure }) => figure.status !== "view")
    .flatMap(({ figure, items }) => [figure, ...items.map((item) => item.figure)]);

/** What the mark at a change says, where one of the figures shown has it. */
export const comparisonLegend = (figures: readonly ReportFigure[], { words }: Writing): readonly Block[] =>
  figures.some(({ comparable, change }) => !comparable && change !== null)
    ? [{ type: "paragraph", text: words.word("not-comparable"), emphasis: "muted" }]
    : [];

/** The columns of a figure: this period, its estimated part and, where something is compared, the period before. */
export function figureColumns({ words }: Writing, isCompared: boolean): readonly Column[] {
  return [
    end(words.word("this-period")),
    end(words.shared("estimated-part")),
    ...(isCompared ? [end(words.word("prior")), end(words.word("change"))] : []),
  ];
}

/** The cells under these columns; the rate of a change stands below it. */
export function figureCells(figure: ReportFigure, writing: Writing, isCompared: boolean): readonly Cell[] {
  const { change, changeRate, comparable } = figure;
  const cell = changed(change, comparable, writing);
  return [
    amountOr(figure.amount, writing),
    estimated(figure.estimated, writing),
    ...(isCompared
      ? [amountOr(figure.prior, writing), changeRate === null ? cell : `${textOf(cell)}\n${signedPercent(changeRate)}`]
      : []),
  ];
}

/** Whom a report is about. */
export function subjectOf({ scope }: ReportHead, { words, client, staff }: Writing): string {
  switch (scope.of) {
    case "client":
      return client(scope.client);
    case "manager":
      return `${words.word("manager")} ${staff(scope.manager)}`;
    case "period":
      return words.word("all-clients");
  }
}

/** What the report is called, with whom and which period it is about. */
export const titleOf = (report: ReportHead, title: ValueDocumentWord, writing: Writing): string =>
  writing.words.named(
    writing.words.word(title),
    `${subjectOf(report, writing)} ${writing.words.period(namedPeriod(report.period))}`,
  );

/** Whom, which periods, which day, which currency. */
export function headPairs(report: ReportHead, writing: Writing, more: readonly Pair[]): Block {
  const { words } = writing;
  const { scope, priorPeriod } = report;
  return {
    type: "pairs",
    display: "list",
    items: [
      ...(scope.of === "client"
        ? [
            {
              name: words.shared("client"),
              value: words.joined([
                writing.client(scope.client),
                writing.client(scope.client) === scope.client ? undefined : scope.client,
              ]),
            },
          ]
        : []),
      ...(scope.of === "manager"
        ? [
            {
              name: words.word("manager"),
              value: words.joined([
                writing.staff(scope.manager),
                writing.staff(scope.manager) === scope.manager ? undefined : scope.manager,
              ]),
            },
          ]
        : []),
      { name: words.shared("period"), value: words.period(report.period) },
      ...(priorPeriod === null ? [] : [{ name: words.word("prior-period"), value: words.period(priorPeriod) }]),
      { name: words.shared("currency"), value: writing.amounts.currency(report.currency) },
      ...more,
    ],
  };
}

/** What something rests on: ids, and items of the statement by their names. */
export const evidenceText = (evidence: readonly string[], { words }: Writing): string =>
  words.labels.dates.list(
    evidence.map((id) =>
      (valueItems as readonly string[]).includes(id) ? words.labels[`valueItem.${id as ValueItem}`] : id,
    ),
  );

/** What the figures come from, and how they are to be read. */
export function provenance(
  { basis }: ReportHead,
  { words }: Writing,
  conventions: readonly ValueDocumentWord[],
): readonly Block[] {
  const { sources, policies, dossiers, withoutPrior } = basis;
  const counted = (word: ValueDocumentWord, n: number): readonly string[] =>
    n === 0 ? [] : [words.named(words.word(word), countText(n))];
  return [
    { type: "heading", level: 2, text: words.word("provenance") },
    {
      type: "list",
      ordered: false,
      items: [
        ...(sources.length === 0 ? [] : [words.named(words.word("sources"), words.labels.dates.list(sources))]),
        ...(policies.length === 0
          ? []
          : [
              words.named(
                words.word("policies"),
                words.labels.dates.list(policies.map(({ id, version }) => `${id} ${version}`)),
              ),
            ]),
        ...counted("refused", dossiers.refused),
        ...counted("without-prior", withoutPrior),
        ...conventions.map(words.word),
      ],
    },
  ];
}

/** The lines to sign. */
export const signatures = (title: string, { words }: Writing): Block => ({
  type: "signatures",
  title,
  lines: (["signature-manager", "signature-supervisor", "signature-head"] as const).map(words.shared),
});

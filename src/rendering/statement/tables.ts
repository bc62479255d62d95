import {
  headOf,
  incomeBases,
  tracedItems,
  valueHeads,
  valueItems,
  type BasisSplit,
  type ItemFigure,
  type Statement,
} from "../../relationship-value/index.ts";
import { hasFigure } from "../../relationship-value/inner.ts";
import { countText, end, muted, strengthened, strong } from "../cells.ts";
import { figureText } from "../plan/figure-text.ts";
import type { Amounts } from "../plan/unit.ts";
import type { Block, Cell } from "../blocks.ts";
import type { StatementWords } from "./words.ts";

/** What the parts of a statement are written with. */
export interface StatementWriting {
  readonly words: StatementWords;
  readonly amounts: Amounts;
  /** What a client is called. */
  readonly client: (id: string) => string;
}

/** The three heads and eleven items, by basis; an item nobody has data for says so. */
export function itemTable(statement: Statement, { words, amounts }: StatementWriting): Block {
  const { labels } = words;
  const noData = muted(words.word("no-data"));
  const byBasis = (split: BasisSplit): readonly Cell[] =>
    incomeBases.map((basis) => (split[basis] === null ? "" : amounts.figure(split[basis])));
  const amountOf = ({ amount, status }: ItemFigure): Cell => {
    if (amount !== null) return amounts.figure(amount);
    return status === "withheld" ? muted(words.own("withheld")) : noData;
  };
  const nameOf = (name: string, { amount, status, inTotal }: ItemFigure): Cell =>
    muted(
      words.joined([
        name,
        status === "stated-none" ? words.own("stated-none") : undefined,
        inTotal || amount === null ? undefined : words.word("outside-total"),
      ]),
    );
  const rows = valueHeads.flatMap((head): readonly (readonly Cell[])[] => {
    const { status, byBasis: split, lineCount } = statement.headDetails[head];
    const figures = [
      hasFigure(status) ? amounts.figure(statement.heads[head]) : noData,
      ...byBasis(split),
      countText(lineCount),
    ];
    return [
      [strong(labels[`valueHead.${head}`]), ...strengthened(figures)],
      ...valueItems
        .filter((item) => headOf(item) === head)
        .map((item): readonly Cell[] => {
          const figure = statement.items[item];
          return [
            nameOf(labels[`valueItem.${item}`], figure),
            amountOf(figure),
            ...byBasis(figure.byBasis),
            countText(figure.lineCount),
          ];
        }),
    ];
  });
  const { status, byBasis: split, lineCount } = statement.totalDetail;
  return {
    type: "table",
    caption: amounts.head(words.word("value-statement")),
    columns: [
      { header: words.word("item"), align: "start", width: 4 },
      end(words.word("amount")),
      ...incomeBases.map((basis) => end(labels[`incomeBasis.${basis}`])),
      end(words.report("line-count")),
    ],
    rows,
    footer: [
      words.word("total"),
      hasFigure(status) ? amounts.figure(statement.total) : noData,
      ...byBasis(split),
      countText(lineCount),
    ],
  };
}

/** Subsidiaries and affiliates by name, and of referred clients how many there are, because they are told as a sum. */
export function relatedBlocks(statement: Statement, { words, amounts, client }: StatementWriting): readonly Block[] {
  const { labels } = words;
  const { relatedClients, referredClients } = statement;
  const related: readonly Block[] =
    relatedClients.length === 0
      ? []
      : [
          {
            type: "table",
            caption: amounts.head(words.own("related-clients")),
            columns: [
              { header: words.word("client"), align: "start", width: 4 },
              { header: words.own("counts-as"), align: "start", width: 3 },
              end(words.word("amount")),
              end(words.report("line-count")),
            ],
            rows: relatedClients.map((figure) => [
              client(figure.client),
              words.joined([
                labels[`valueItem.${figure.item}`],
                figure.alsoNamed.length === 0
                  ? undefined
                  : words.named(
                      words.own("also-named"),
                      labels.dates.list(figure.alsoNamed.map((item) => labels[`valueItem.${item}`])),
                    ),
              ]),
              figure.amount === null ? muted(words.word("no-data")) : amounts.figure(figure.amount),
              countText(figure.lineCount),
            ]),
          },
        ];
  const { count, withLines, withheld } = referredClients;
  if (count === 0) return related;
  return [
    ...related,
    {
      type: "pairs",
      display: "list",
      items: [
        { name: words.own("referred-count"), value: countText(count) },
        { name: words.own("referred-with-lines"), value: countText(withLines) },
        ...(withheld.length === 0
          ? []
          : [
              {
                name: words.own("withheld-text"),
                value: labels.dates.list(withheld.map((basis) => labels[`incomeBasis.${basis}`])),
              },
            ]),
      ],
    },
  ];
}

/** Where the lines went, at which rates they were converted, and how the figures are to be read. */
export function provenanceBlocks(statement: Statement, writing: StatementWriting): readonly Block[] {
  const { words } = writing;
  const { labels } = words;
  const { lines, conventions, conversions } = statement;
  return [
    { type: "heading", level: 2, text: words.report("provenance") },
    {
      type: "pairs",
      display: "list",
      items: [
        { name: words.own("lines-given"), value: countText(lines.given) },
        { name: words.own("lines-counted"), value: countText(lines.counted) },
        { name: words.own("lines-of-others"), value: countText(lines.otherClients) },
        {
          name: words.own("lines-refused"),
          value:
            lines.refused === 0 ? countText(lines.refused) : { text: countText(lines.refused), emphasis: "warning" },
        },
      ],
    },
    ...(conversions.length === 0 ? [] : [conversionTable(statement, writing)]),
    {
      type: "list",
      ordered: false,
      items: [
        words.report("convention-amounts"),
        words.report("convention-inside"),
        ...(conventions.referred === "beside" ? [words.own("convention-beside")] : []),
        ...(conversions.length === 0
          ? []
          : [
              words.named(words.own("convention-rate-day"), labels[`rateDay.${conventions.rateDay}`]),
              words.named(words.own("convention-rounding"), labels[`roundingMode.${conventions.rounding}`]),
            ]),
      ],
    },
    ...traceBlocks(statement, writing),
  ];
}

/** What was converted at which rate, and what rounding made of it. */
function conversionTable({ conversions }: Statement, { words, amounts }: StatementWriting): Block {
  return {
    type: "table",
    caption: amounts.head(words.own("conversions")),
    columns: [
      { header: words.word("currency"), align: "start" },
      end(words.own("rate")),
      { header: words.own("rate-of"), align: "start" },
      { header: words.word("source"), align: "start", width: 2 },
      end(words.report("line-count")),
      end(words.own("original")),
      end(words.own("converted")),
      end(words.own("rounding-difference")),
    ],
    rows: conversions.map(({ rate, lineCount, original, converted, roundingDifference }): readonly Cell[] => [
      amounts.currency(rate.from),
      rate.rate,
      words.date(rate.date),
      rate.source,
      countText(lineCount),
      figureText({ amount: original, currency: rate.from }),
      amounts.figure(converted),
      figureText({ amount: roundingDifference, currency: converted.currency }),
    ]),
  };
}

/** The lines behind each item; referred clients have theirs in their own statements. */
function traceBlocks({ trace }: Statement, { words }: StatementWriting): readonly Block[] {
  const items = tracedItems.filter((item) => trace[item].length > 0);
  if (items.length === 0) return [];
  return [
    {
      type: "table",
      caption: words.report("trace"),
      columns: [
        { header: words.word("item"), align: "start", width: 4 },
        { header: words.report("line-ids"), align: "start" },
      ],
      rows: items.map((item) => [words.labels[`valueItem.${item}`], words.labels.dates.list(trace[item])]),
    },
  ];
}

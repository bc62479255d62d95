import type { StatisticsReport, StatisticsRow } from "../../relationship-value/index.ts";
import {
  comparisonLegend,
  figureCells,
  figureColumns,
  figuresIn,
  headPairs,
  marked,
  provenance,
  titleOf,
  type Writing,
} from "./parts.ts";
import { countText, end, muted, percent, signedPercent, strengthened, strong } from "../cells.ts";
import { valueBars } from "../value-bars.ts";
import type { Block, BlockDocument, Cell, Pair } from "../blocks.ts";

/** The statistics of relationship value as a document. */
export function statisticsDocument(report: StatisticsReport, writing: Writing): BlockDocument {
  const title = titleOf(report, "title-statistics", writing);
  const isOne = report.scope.of === "client";
  const figures = [report.total, ...figuresIn(report.heads), report.booked, ...report.rows.map(({ figure }) => figure)];
  return {
    title,
    blocks: [
      { type: "heading", level: 1, text: title },
      {
        type: "columns",
        columns: [[headPairs(report, writing, managerPair(report, writing))], [bars(report, writing)]],
      },
      { type: "pairs", display: "tiles", items: tiles(report, writing) },
      itemTable(report, writing),
      ...(isOne && report.rows.length < 2 ? [] : [rowTable(report, writing), ...relatedTable(report, writing)]),
      ...comparisonLegend(figures, writing),
      ...(isOne ? traceTable(report, writing) : []),
      ...provenance(report, writing, [
        "convention-amounts",
        "convention-shares",
        isView(report) ? "convention-related" : "convention-inside",
      ]),
    ],
  };
}

/** Whether the second head is a view of what is booked to others. */
const isView = ({ heads }: StatisticsReport): boolean => heads.some(({ figure }) => figure.status === "view");

/** Who manages the one client. */
function managerPair({ scope, rows, by }: StatisticsReport, { words, staff }: Writing): readonly Pair[] {
  if (scope.of !== "client") return [];
  const managers = rows.flatMap(({ subject, manager }) => (by === "manager" ? subject : manager) ?? []);
  const value = managers.length === 0 ? words.word("no-manager") : words.labels.dates.list(managers.map(staff));
  return [{ name: words.word("manager"), value }];
}

function tiles(report: StatisticsReport, writing: Writing): readonly Pair[] {
  const { words, amounts } = writing;
  const { total, booked, scope, rows, book, bookTotal, shareOfBook, unexplained } = report;
  const shareOfManager = rows.length === 1 && scope.of === "client" ? (rows[0]?.shareOfManager ?? null) : null;
  const rate =
    total.changeRate === null
      ? {}
      : { note: words.named(words.word("change-rate"), marked(signedPercent(total.changeRate), total.comparable)) };
  // the total of one client has income of others in it, of which no share is told
  const ofBooked =
    booked.amount === null ? undefined : words.named(words.word("booked-income"), amounts.full(booked.amount));
  return [
    {
      name: words.word("value-total"),
      value: total.amount === null ? words.shared("no-data") : amounts.full(total.amount),
      ...rate,
    },
    ...(total.estimated === null
      ? []
      : [{ name: words.shared("estimated-part"), value: amounts.full(total.estimated) }]),
    ...(shareOfManager === null
      ? []
      : [
          {
            name: words.word("share-of-manager"),
            value: percent(shareOfManager),
            ...(ofBooked === undefined ? {} : { note: ofBooked }),
          },
        ]),
    ...(scope.of === "period" || shareOfBook === null
      ? []
      : [
          {
            name: shareOfBookName(report, writing),
            value: percent(shareOfBook),
            note: words.joined([
              ofBooked,
              words.named(words.word(book === null ? "dossiers-total" : "book-total"), amounts.full(book ?? bookTotal)),
            ]),
          },
        ]),
    ...(scope.of === "client" ? [] : [{ name: words.word("client-count"), value: countText(report.clients) }]),
    ...(unexplained === null
      ? []
      : [{ name: words.word("unexplained"), value: alarming(amounts.full(unexplained), unexplained.amount) }]),
  ];
}

/** What the share is of: the bank's book, where one was given. */
const shareOfBookName = ({ book }: StatisticsReport, { words }: Writing): string =>
  words.word(book === null ? "share-of-dossiers" : "share-of-book");

/** A difference there should not be. */
const alarming = (text: string, amount: string): Cell => (/[1-9]/.test(amount) ? { text, emphasis: "warning" } : text);

/** The heads that are figures, with what is estimated hatched. */
const bars = ({ heads }: StatisticsReport, { words, amounts }: Writing): Block =>
  valueBars(
    heads
      .filter(({ figure }) => figure.status !== "view")
      .map(({ head, figure: { amount, estimated } }) => ({
        label: words.labels[`valueHead.${head}`],
        amount,
        estimated,
      })),
    words.shared,
    amounts,
  );

/** Heads and items; a second head that is a view is said below, because nothing of it is added. */
function itemTable(report: StatisticsReport, writing: Writing): Block {
  const { words, amounts } = writing;
  const { labels } = words;
  const isCompared = report.priorPeriod !== null;
  const cells = ({ figure }: { readonly figure: StatisticsReport["total"] }): readonly Cell[] => [
    ...figureCells(figure, writing, isCompared),
    percent(figure.share),
    countText(figure.lineCount),
  ];
  return {
    type: "table",
    caption: amounts.head(words.shared("value-statement")),
    columns: [
      { header: words.shared("item"), align: "start", width: isCompared ? 3 : 5 },
      ...figureColumns(writing, isCompared),
      { header: words.word("share-of-total"), align: "end" },
      { header: words.word("line-count"), align: "end" },
    ],
    rows: report.heads
      .filter(({ figure }) => figure.status !== "view")
      .flatMap((head): readonly (readonly Cell[])[] => [
        [strong(labels[`valueHead.${head.head}`]), ...strengthened(cells(head))],
        ...head.items.map((item): readonly Cell[] => [
          muted(
            words.joined([
              labels[`valueItem.${item.item}`],
              item.inTotal || item.figure.amount === null ? undefined : words.shared("outside-total"),
            ]),
          ),
          ...cells(item),
        ]),
      ]),
    footer: [words.shared("total"), ...cells({ figure: report.total })],
  };
}

/** What is booked by client or manager, and its sum. */
function rowTable(report: StatisticsReport, writing: Writing): Block {
  const { words, amounts } = writing;
  const isCompared = report.priorPeriod !== null;
  const isByClient = report.by === "client";
  const isOfBook = report.scope.of !== "period";
  return {
    type: "table",
    caption: amounts.head(words.word(isByClient ? "by-client" : "by-manager")),
    columns: [
      {
        header: isByClient ? words.shared("client") : words.word("manager"),
        align: "start",
        width: isCompared ? 3 : 5,
      },
      ...figureColumns(writing, isCompared),
      end(words.word("share-of-total")),
      ...(isOfBook ? [end(shareOfBookName(report, writing))] : []),
      ...(isByClient ? [] : [end(words.word("client-count"))]),
    ],
    rows: report.rows.map((row): readonly Cell[] => [
      nameOf(row, report, writing),
      ...figureCells(row.figure, writing, isCompared),
      percent(row.figure.share),
      ...(isOfBook ? [percent(row.shareOfBook)] : []),
      ...(isByClient ? [] : [countText(row.clients)]),
    ]),
    footer: [
      words.shared("total"),
      ...figureCells(report.booked, writing, isCompared),
      percent(report.booked.share),
      ...(isOfBook ? [percent(report.shareOfBook)] : []),
      ...(isByClient ? [] : [countText(report.clients)]),
    ],
  };
}

/** A client with who manages it, where the report is about several managers; or a manager. Its rank stands before it. */
function nameOf({ rank, subject, manager }: StatisticsRow, { by, scope }: StatisticsReport, writing: Writing): string {
  const { words, client, staff } = writing;
  const managed = (id: string | null): string => (id === null ? words.word("no-manager") : staff(id));
  const name = by === "manager" ? managed(subject) : client(subject ?? "");
  const ranked = rank === null ? name : `${String(rank)}. ${name}`;
  return by === "manager" || scope.of === "manager" ? ranked : `${ranked}\n${managed(manager)}`;
}

/** Income of related clients in the statements of the clients: a memo without a sum, because it is booked to others. */
function relatedTable({ rows }: StatisticsReport, { words, amounts, client }: Writing): readonly Block[] {
  const shown = rows.flatMap(({ subject, related }) =>
    related === null ? [] : [{ name: client(subject ?? ""), related }],
  );
  if (shown.length === 0) return [];
  return [
    {
      type: "table",
      caption: amounts.head(words.word("related-income")),
      columns: [
        { header: words.shared("client"), align: "start", width: 8 },
        { header: words.shared("amount"), align: "end" },
      ],
      rows: shown.map(({ name, related }) => [name, amounts.figure(related)]),
    },
  ];
}

/** The lines behind each item. */
function traceTable({ heads }: StatisticsReport, { words }: Writing): readonly Block[] {
  const items = heads.flatMap((head) => head.items).filter(({ trace }) => trace.length > 0);
  if (items.length === 0) return [];
  return [
    {
      type: "table",
      caption: words.word("trace"),
      columns: [
        { header: words.shared("item"), align: "start", width: 4 },
        { header: words.word("line-ids"), align: "start" },
      ],
      rows: items.map(({ item, trace }) => [words.labels[`valueItem.${item}`], words.labels.dates.list(trace)]),
    },
  ];
}

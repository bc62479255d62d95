import type { Rate } from "../../core/index.ts";
import type { DeskCounts, DeskGroup, DeskReport } from "../../sla/index.ts";
import { textOf, type Block, type Cell, type Column } from "../blocks.ts";
import { countText, muted, percent } from "../cells.ts";
import type { Bar, FigureTone } from "../figure/types.ts";
import { filled } from "../plan/unit.ts";
import type { DeskWriting } from "./attention.ts";

const end = (header: string): Column => ({ header, align: "end" });

/** A count that calls for somebody where it is not 0. */
const alarming = (count: number): Cell =>
  count === 0 ? countText(count) : { text: countText(count), emphasis: "warning" };

/** A share of counts as a percentage, with both; "no data" where nothing is counted. */
function rateCell({ n, of, rate }: Rate, { words }: DeskWriting): Cell {
  return rate === null
    ? muted(words.shared("no-data"))
    : `${textOf(percent(rate))}\n${countText(n)} / ${countText(of)}`;
}

/** What is to be seen first. */
export function deskTiles({ totals }: DeskReport, writing: DeskWriting): Block {
  const { words } = writing;
  const { labels } = words;
  const { onTime } = totals;
  return {
    type: "pairs",
    display: "tiles",
    items: [
      { name: words.word("open"), value: countText(totals.open) },
      { name: labels["deskFlag.due-today"], value: countText(totals.dueToday) },
      { name: labels["deskFlag.at-risk"], value: alarming(totals.atRisk) },
      { name: labels["deskFlag.breached"], value: alarming(totals.breached) },
      {
        name: words.word("on-time-rate"),
        value: onTime.rate === null ? muted(words.shared("no-data")) : percent(onTime.rate),
        note: `${countText(onTime.n)} / ${countText(onTime.of)}`,
      },
    ],
  };
}

/** The counts of the whole desk as bars: all cases in three parts, then what is true of the open ones. */
export function stateBars({ totals }: DeskReport, { words }: DeskWriting): Block {
  const { labels } = words;
  const bar = (label: string, count: number, tone: FigureTone): Bar => ({
    label,
    parts: [{ value: count, tone }],
    text: countText(count),
  });
  return {
    type: "figure",
    title: words.word("states"),
    description: words.word("states-text"),
    figure: {
      kind: "bars",
      headers: [words.shared("state"), words.word("count")],
      bars: [
        bar(words.word("open"), totals.open, "solid"),
        bar(words.word("closed"), totals.closed, "solid"),
        bar(words.word("withdrawn"), totals.withdrawn, "solid"),
        bar(labels["deskFlag.due-today"], totals.dueToday, "other"),
        bar(labels["deskFlag.at-risk"], totals.atRisk, "other"),
        bar(words.word("paused"), totals.paused, "other"),
        bar(words.word("undetermined"), totals.undetermined, "other"),
        bar(labels["deskFlag.breached"], totals.breached, "warning"),
      ],
      legend: [
        { tone: "solid", label: words.word("legend-all") },
        { tone: "other", label: words.word("legend-open") },
        { tone: "warning", label: words.word("legend-late") },
      ],
    },
  };
}

/** The counts by owner, category and age, each with the same columns. */
export function groupTables(report: DeskReport, writing: DeskWriting): readonly Block[] {
  const { words, owner, category } = writing;
  const named = (name: (id: string) => string, nothing: string, groups: readonly DeskGroup[]): readonly GroupRow[] =>
    groups.map((group) => [group.key === null ? nothing : name(group.key), group]);
  const ages = report.byAge.map((band): GroupRow => {
    const [from, to] = [countText(band.from), band.to === null ? null : countText(band.to)];
    return [to === null ? filled(words.word("from-on"), { from }) : filled(words.word("from-to"), { from, to }), band];
  });
  return [
    ...groupTable(
      words.word("by-owner"),
      words.shared("owner"),
      named(owner, words.word("nobody"), report.byOwner),
      report.totals,
      writing,
    ),
    ...groupTable(
      words.word("by-category"),
      words.word("category"),
      named(category, words.word("no-category"), report.byCategory),
      report.totals,
      writing,
    ),
    // of open cases alone, so that the totals are not theirs
    ...groupTable(words.word("by-age"), words.word("age"), ages, null, writing),
  ];
}

type GroupRow = readonly [name: string, counts: DeskCounts];

function groupTable(
  caption: string,
  name: string,
  groups: readonly GroupRow[],
  totals: DeskCounts | null,
  writing: DeskWriting,
): readonly Block[] {
  if (groups.length === 0) return [];
  const { words } = writing;
  const { labels } = words;
  const cells = (counts: DeskCounts): readonly Cell[] => [
    countText(counts.cases),
    ...(totals === null ? [] : [counts.open, counts.closed, counts.withdrawn].map(countText)),
    countText(counts.dueToday),
    countText(counts.atRisk),
    alarming(counts.breached),
    countText(counts.paused),
    countText(counts.undetermined),
    rateCell(counts.onTime, writing),
  ];
  return [
    {
      type: "table",
      caption,
      columns: [
        { header: name, align: "start", width: 2 },
        end(words.word("cases")),
        ...(totals === null ? [] : (["open", "closed", "withdrawn"] as const).map((word) => end(words.word(word)))),
        end(labels["deskFlag.due-today"]),
        end(labels["deskFlag.at-risk"]),
        end(labels["deskFlag.breached"]),
        end(words.word("paused")),
        end(words.word("undetermined")),
        end(words.word("on-time")),
      ],
      rows: groups.map(([label, counts]) => [label, ...cells(counts)]),
      ...(totals === null ? {} : { footer: [words.shared("total"), ...cells(totals)] }),
    },
  ];
}

/** Stages in time by policy and clock. */
export function clockTable({ clocks }: DeskReport, writing: DeskWriting): readonly Block[] {
  const { words, policy, own } = writing;
  if (clocks.length === 0) return [];
  return [
    {
      type: "table",
      caption: words.word("by-clock"),
      columns: [
        { header: words.word("policy"), align: "start", width: 5 },
        { header: words.word("clock"), align: "start", width: 2 },
        end(words.word("due-cases")),
        end(words.word("in-time")),
        end(words.word("on-time-rate")),
      ],
      rows: clocks.map(({ policy: id, clock, onTime }) => [
        policy(id),
        own(`slaClock.${clock}`),
        countText(onTime.of),
        countText(onTime.n),
        onTime.rate === null ? muted(words.shared("no-data")) : percent(onTime.rate),
      ]),
    },
  ];
}

/** How long closed cases took, in working days. */
export function handlingBlocks({ handling }: DeskReport, { words }: DeskWriting): readonly Block[] {
  const { dates } = words.labels;
  const days = (value: number | null): Cell =>
    value === null ? muted(words.shared("no-data")) : dates.duration(value, "working-day");
  return [
    { type: "heading", level: 2, text: words.word("handling") },
    {
      type: "pairs",
      display: "list",
      items: [
        { name: words.word("handling-counted"), value: countText(handling.n) },
        { name: words.word("handling-unknown"), value: countText(handling.unknown) },
        { name: words.word("median"), value: days(handling.median) },
        { name: words.word("nine-tenths"), value: days(handling.p90) },
      ],
    },
    ...(handling.histogram.length === 0
      ? []
      : [
          {
            type: "table",
            caption: words.word("handling"),
            quietCaption: true,
            columns: [end(words.word("handling-days")), end(words.word("handling-cases"))],
            rows: handling.histogram.map((row) => [countText(row.days), countText(row.cases)]),
          } as const,
        ]),
  ];
}

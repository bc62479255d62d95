import type { Rate } from "../../core/index.ts";
import type { DeskCounts, DeskGroup, DeskReport } from "../../sla/index.ts";
import type { Block, Cell } from "../blocks.ts";
import { countText, end, exactPercent, muted } from "../cells.ts";
import type { Bar, FigureTone } from "../figure/types.ts";
import { filled } from "../plan/unit.ts";
import type { DeskWriting } from "./attention.ts";

/** A count that calls for somebody where it is not 0. */
const alarming = (count: number): Cell =>
  count === 0 ? countText(count) : { text: countText(count), emphasis: "warning" };

/** A share of counts as a percentage, with what else is said of it; "no data" where nothing is counted. */
const rateCell = ({ rate }: Rate, { words }: DeskWriting, more = ""): Cell =>
  rate === null ? muted(words.shared("no-data")) : `${exactPercent(rate)}${more}`;

/** Those that a share counts, of all. */
const partOf = ({ n, of }: Rate): string => `${countText(n)} / ${countText(of)}`;

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
        value: rateCell(onTime, writing),
        note: partOf(onTime),
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

/** The counts by owner, category and age. */
export function groupTables(report: DeskReport, writing: DeskWriting): readonly Block[] {
  const { totals, byOwner, byCategory, byAge } = report;
  const { owner, category } = writing;
  const { word, shared } = writing.words;
  const named = (groups: readonly DeskGroup[], name: (id: string) => string, nothing: string): readonly GroupRow[] =>
    groups.map((group) => [group.key === null ? nothing : name(group.key), group]);
  const ages = byAge.map((band): GroupRow => {
    const from = countText(band.from);
    if (band.to === null) return [filled(word("from-on"), { from }), band];
    return [filled(word("from-to"), { from, to: countText(band.to) }), band];
  });
  return [
    ...groupTable(word("by-owner"), shared("owner"), named(byOwner, owner, word("nobody")), totals, writing),
    ...groupTable(
      word("by-category"),
      word("category"),
      named(byCategory, category, word("no-category")),
      totals,
      writing,
    ),
    // of open cases alone, so that the totals are not theirs
    ...groupTable(word("by-age"), word("age"), ages, null, writing),
  ];
}

type GroupRow = readonly [name: string, counts: DeskCounts];
type CountColumn = readonly [header: string, cell: (counts: DeskCounts) => Cell];

function groupTable(
  caption: string,
  name: string,
  groups: readonly GroupRow[],
  totals: DeskCounts | null,
  writing: DeskWriting,
): readonly Block[] {
  if (groups.length === 0) return [];
  const { word, shared, labels } = writing.words;
  const count = (header: string, key: keyof Omit<DeskCounts, "onTime">): CountColumn => [
    header,
    (counts) => countText(counts[key]),
  ];
  const columns: readonly CountColumn[] = [
    count(word("cases"), "cases"),
    ...(totals === null ? [] : (["open", "closed", "withdrawn"] as const).map((key) => count(word(key), key))),
    count(labels["deskFlag.due-today"], "dueToday"),
    count(labels["deskFlag.at-risk"], "atRisk"),
    [labels["deskFlag.breached"], ({ breached }) => alarming(breached)],
    count(word("paused"), "paused"),
    count(word("undetermined"), "undetermined"),
    [word("on-time"), ({ onTime }) => rateCell(onTime, writing, `\n${partOf(onTime)}`)],
  ];
  const cells = (counts: DeskCounts): readonly Cell[] => columns.map(([, cell]) => cell(counts));
  return [
    {
      type: "table",
      caption,
      columns: [{ header: name, align: "start", width: 2 }, ...columns.map(([header]) => end(header))],
      rows: groups.map(([label, counts]) => [label, ...cells(counts)]),
      ...(totals === null ? {} : { footer: [shared("total"), ...cells(totals)] }),
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
        rateCell(onTime, writing),
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

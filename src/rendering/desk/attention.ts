import { countedDays, dayAt, isOutOfRange, textOf, workedBetween, type ZoneTable } from "../../calendar/inner.ts";
import type { WorkingCalendar } from "../../calendar/index.ts";
import { toDayNumber, toInstantParts, tryDayNumber, type DayNumber, type Instant } from "../../core/index.ts";
import type { DeskAttention, DeskReport } from "../../sla/index.ts";
import type { Block, Cell } from "../blocks.ts";
import { NOTHING } from "../cells.ts";
import { filled } from "../plan/unit.ts";
import type { DeskWords } from "./words.ts";

/** What the page of a desk is written with. */
export interface DeskWriting {
  readonly words: DeskWords;
  readonly zone: ZoneTable;
  /** The working days that lateness is counted in; without it, it is counted in calendar days. */
  readonly calendar: WorkingCalendar | undefined;
  readonly owner: (id: string) => string;
  readonly category: (id: string) => string;
  readonly policy: (id: string) => string;
  /** The label of a clock or stage. */
  readonly own: (key: string) => string;
}

/** A moment on the clocks of the page's zone. */
export const momentText = (at: Instant, { words, zone }: DeskWriting): string =>
  words.labels.dates.moment(textOf(zone, toInstantParts(at).seconds));

/** Open cases that are overdue, and those that are due today or at risk; every one of them has its row. */
export function attentionBlocks(report: DeskReport, writing: DeskWriting): readonly Block[] {
  const { word } = writing.words;
  const late = report.attention.filter(({ flags }) => flags.includes("breached"));
  const near = report.attention.filter(({ flags }) => !flags.includes("breached"));
  const [lateBy, left] =
    writing.calendar === undefined
      ? (["late-by", "left"] as const)
      : (["late-by-working-days", "left-in-working-days"] as const);
  return [
    { type: "heading", level: 2, text: word("overdue-cases") },
    late.length === 0
      ? { type: "paragraph", text: word("no-overdue") }
      : attentionTable(word("overdue-cases"), word(lateBy), late, report, writing),
    { type: "heading", level: 2, text: word("near-cases") },
    near.length === 0
      ? { type: "paragraph", text: word("no-near") }
      : attentionTable(word("near-cases"), word(left), near, report, writing),
  ];
}

function attentionTable(
  caption: string,
  distance: string,
  lines: readonly DeskAttention[],
  { asOf }: DeskReport,
  writing: DeskWriting,
): Block {
  const { words, owner, category, policy, own } = writing;
  const { labels } = words;
  const row = (line: DeskAttention): readonly Cell[] => [
    line.case,
    line.owner === null ? { text: words.word("nobody"), emphasis: "warning" } : owner(line.owner),
    line.category === null ? NOTHING : category(line.category),
    `${policy(line.policy)}\n${words.joined([own(`slaClock.${line.clock}`), own(`slaStage.${line.stage}`)])}`,
    line.dueAt === null ? NOTHING : momentText(line.dueAt, writing),
    distanceCell(line, asOf, writing),
    // that a stage is past due its flag says already
    [
      ...(line.state === "breached" && line.flags.includes("breached") ? [] : [labels[`slaState.${line.state}`]]),
      ...line.flags.map((flag) => labels[`deskFlag.${flag}`]),
    ].join("\n"),
  ];
  return {
    type: "table",
    caption,
    quietCaption: true,
    columns: [
      { header: words.word("case"), align: "start", width: 2 },
      { header: words.shared("owner"), align: "start", width: 1 },
      { header: words.word("category"), align: "start", width: 1 },
      { header: words.word("owed"), align: "start", width: 3 },
      { header: words.word("due"), align: "start", width: 2 },
      { header: distance, align: "start", width: 2 },
      { header: words.shared("state"), align: "start", width: 1 },
    ],
    rows: lines.map(row),
  };
}

/** How far the day of the report is from the day something is due, either way, in words. */
function distanceCell(line: DeskAttention, asOf: Instant, writing: DeskWriting): Cell {
  const { words, calendar } = writing;
  const due = dueDay(line, asOf, writing);
  if (due === null) return NOTHING;
  const today = tryDayNumber(asOf) ?? dayAt(writing.zone, toInstantParts(asOf).seconds);
  const [first, last] = due < today ? [due, today] : [today, due];
  const days = calendar === undefined ? last - first : workedBetween(countedDays(calendar), first, last);
  if (isOutOfRange(days)) return { text: words.word("beyond-calendar"), emphasis: "muted" };
  const unit = calendar === undefined ? "calendar-day" : "working-day";
  return days === 0
    ? filled(words.word("less-than"), { length: words.labels.dates.duration(1, unit) })
    : words.labels.dates.duration(days, unit);
}

/** The day something is due: on the clocks of its policy where the report is of a day, otherwise on those of the page. */
function dueDay({ dueAt, dueDate }: DeskAttention, asOf: Instant, { zone }: DeskWriting): DayNumber | null {
  if (dueAt === null || dueDate === null) return null;
  return tryDayNumber(asOf) === null ? dayAt(zone, toInstantParts(dueAt).seconds) : toDayNumber(dueDate);
}

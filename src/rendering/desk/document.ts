import type { WorkingCalendar } from "../../calendar/index.ts";
import { readCalendar, zoneTable } from "../../calendar/inner.ts";
import { readDecimal, tryDayNumber, type Path, type Rate, type ZoneId } from "../../core/index.ts";
import { optional, readText, recordOf, shapeOf } from "../../core/inner.ts";
import type { DeskReport } from "../../sla/index.ts";
import { readDeskReport } from "../../sla/inner.ts";
import type { Block, BlockDocument } from "../blocks.ts";
import { countText } from "../cells.ts";
import type { RenderingErrorCode } from "../errors.ts";
import { lineText, ownLabel } from "../lines.ts";
import { namedBy } from "../phrases.ts";
import { attentionBlocks, momentText, type DeskWriting } from "./attention.ts";
import { clockTable, deskTiles, groupTables, handlingBlocks, stateBars } from "./counts.ts";
import { deskWordsOf, readDeskLabels, type DeskDocumentLabels } from "./words.ts";

/** What the page of a desk is written with. */
export interface DeskDocumentOptions {
  /** Words of the language the page is written in, with those of a bank's own clocks and stages spread over them. */
  readonly labels: DeskDocumentLabels;
  /** The zone whose clocks the page shows, such as `"Asia/Shanghai"`. */
  readonly zone: ZoneId;
  /** What the zone is called, such as 北京时间; without it its id is printed. */
  readonly zoneName?: string;
  /** What the desk is called. */
  readonly desk?: string;
  /** Counts in working days how long cases are overdue; without it they are calendar days. */
  readonly calendar?: WorkingCalendar;
  /** What owners, categories and policies are called, by id; one without a name is printed by its id. */
  readonly ownerNames?: Readonly<Record<string, string>>;
  readonly categoryNames?: Readonly<Record<string, string>>;
  readonly policyNames?: Readonly<Record<string, string>>;
}

const names = optional(recordOf(readText));

const readOptions = shapeOf<DeskDocumentOptions>({
  labels: readDeskLabels,
  zone: (zone, path, code) => {
    zoneTable(readText(zone, path, code), path);
    return zone;
  },
  zoneName: optional(readText),
  desk: optional(readText),
  calendar: optional(readCalendar),
  ownerNames: names,
  categoryNames: names,
  policyNames: names,
});

/** The rates of a report are decimals that can be written. */
function requireRates({ totals, byOwner, byCategory, byAge, clocks }: DeskReport): void {
  const read = ({ rate }: Rate, path: Path): void => {
    if (rate !== null) readDecimal(rate, ["report", ...path, "onTime", "rate"]);
  };
  read(totals.onTime, ["totals"]);
  for (const [name, rows] of Object.entries({ byOwner, byCategory, byAge, clocks }))
    for (const [index, { onTime }] of rows.entries()) read(onTime, [name, index]);
}

/**
 * The state of a desk as a page (时限看板): what is open, due today, at risk and overdue, every such case with what is owed, when
 * and by whom, then the counts by owner, category, age and clock, and how long handling took.
 *
 * Counts and rates are those of the report; a rate comes with its counts, and one of nothing is "no data". Only how
 * far a case is past its due date, or before it, is worked out here: in working days with a `calendar`, otherwise in
 * calendar days. The report may come back from where it was kept.
 *
 * @param report - what `deskReport` or `mergeDeskReports` of sla returned
 * @param options - words, the zone of the page's clocks, names, the calendar of working days
 * @returns block tree for {@link toMarkdown} and {@link toHtml}
 * @throws `rendering/invalid-option` for options that cannot be read, and for a label of a clock or stage that is missing
 * @throws `sla/invalid-result` for a member of the report that is missing or of another kind
 * @throws `rendering/invalid-report` for an issue that the words have no sentence for
 * @throws `calendar/unknown-zone`, the codes of `defineCalendar` for the calendar, `core/invalid-decimal` for a rate
 * @see library convention; 时限 of the complaint procedure
 * @example
 * import { CN } from "relationship-banking/calendar/cn";
 * import { zhHans } from "relationship-banking/labels/zh-Hans";
 * import { complaintPolicies, deskReport } from "relationship-banking/sla";
 * const events = [{ type: "received", at: "2026-02-12T10:00:00+08:00" }] as const;
 * const cases = [{ id: "c-1", policy: "source.complaint", owner: "D-07", category: null, events }];
 * const report = deskReport(cases, { asOf: "2026-03-02T09:00:00+08:00", policies: complaintPolicies, calendars: [CN] });
 * const doc = deskReportDocument(report, { labels: zhHans, zone: "Asia/Shanghai", zoneName: "北京时间", calendar: CN });
 * doc.title // => "时限看板：2026年3月2日 09:00"
 * const [overdue] = doc.blocks.filter((block) => block.type === "table");
 * overdue?.type === "table" && overdue.rows[0]?.slice(0, 2) // => ["c-1", "D-07"]
 * @since 0.1.0
 */
export function deskReportDocument(report: DeskReport, options: DeskDocumentOptions): BlockDocument {
  readDeskReport(report, "report");
  requireRates(report);
  const optionCode: RenderingErrorCode = "rendering/invalid-option";
  const { labels, zone, zoneName, desk, ...more } = readOptions(options, ["options"], optionCode);
  const words = deskWordsOf(labels);
  const writing: DeskWriting = {
    words,
    zone: zoneTable(zone),
    calendar: more.calendar,
    owner: namedBy(more.ownerNames),
    category: namedBy(more.categoryNames),
    policy: namedBy(more.policyNames),
    own: (key) => ownLabel(labels, key),
  };
  const { asOf, totals } = report;
  // a day stands for its end on the clocks of each policy
  const isDay = tryDayNumber(asOf) !== null;
  const when = isDay ? `${words.date(asOf)} ${words.word("end-of-day")}` : momentText(asOf, writing);
  const title = words.named(words.word("title"), words.joined([desk, when]));
  return {
    title,
    blocks: [
      { type: "heading", level: 1, text: title },
      {
        type: "pairs",
        display: "list",
        items: [
          { name: words.word("as-of"), value: when },
          { name: words.word("zone"), value: zoneName ?? zone },
          { name: words.word("cases"), value: countText(totals.cases) },
          ...(report.receivedLater === 0
            ? []
            : [{ name: words.word("received-later"), value: countText(report.receivedLater) }]),
          ...(report.failed === 0
            ? []
            : [
                { name: words.word("failed"), value: { text: countText(report.failed), emphasis: "warning" } as const },
              ]),
        ],
      },
      deskTiles(report, writing),
      { type: "columns", columns: [[stateBars(report, writing)], clockTable(report, writing)] },
      ...attentionBlocks(report, writing),
      ...issueBlocks(report, writing),
      ...groupTables(report, writing),
      ...handlingBlocks(report, writing),
      ...notes(report, writing),
    ],
  };
}

/** What is wrong with cases, in words. */
function issueBlocks({ issues }: DeskReport, { words }: DeskWriting): readonly Block[] {
  if (issues.length === 0) return [];
  return [
    {
      type: "note",
      tone: "warning",
      title: words.word("issues"),
      texts: issues.map((issue, index) =>
        lineText(issue, words.labels, ["report", "issues", index], "rendering/invalid-report"),
      ),
    },
  ];
}

/** How the figures are to be read, and which policies and calendars they come from. */
function notes({ policies, calendars }: DeskReport, { words, policy, calendar }: DeskWriting): readonly Block[] {
  return [
    { type: "heading", level: 2, text: words.word("notes") },
    {
      type: "list",
      ordered: false,
      items: [
        words.word("convention-open"),
        words.word("convention-overlap"),
        words.word("convention-on-time"),
        words.word(calendar === undefined ? "convention-late-days" : "convention-late-working-days"),
        ...(calendars.length === 0
          ? []
          : [
              words.named(
                words.word("calendars"),
                words.labels.dates.list(calendars.map(({ id, version }) => `${id} ${version}`)),
              ),
            ]),
      ],
    },
    ...(policies.length === 0
      ? []
      : [
          {
            type: "table",
            caption: words.word("policies"),
            columns: [
              { header: words.word("policy"), align: "start", width: 6 },
              { header: words.word("version"), align: "start" },
              { header: words.word("policy-status"), align: "start" },
              { header: words.word("cases"), align: "end" },
            ],
            rows: policies.map(({ id, version, status, cases }) => [
              policy(id) === id ? id : `${policy(id)}\n${id}`,
              version,
              words.labels[`policyStatus.${status}`],
              countText(cases),
            ]),
          } as const,
        ]),
  ];
}

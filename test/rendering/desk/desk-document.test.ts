import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { CN } from "../../../src/calendar/data/cn/index.ts";
import { complaintPolicies, deskReport, type DeskCase, type DeskReport } from "../../../src/sla/index.ts";
import { deskReportDocument, toHtml, toMarkdown } from "../../../src/rendering/index.ts";
import { refusalOf } from "../../support/refusal.ts";
import { blocksOf, expectReadable, languages, tableOf, tilesOf, without, words } from "../result-pages.ts";

const row = (id: string, day: string, owner: string | null, replied?: string): DeskCase => ({
  id,
  policy: "source.complaint",
  owner,
  category: owner === null ? null : "fees",
  events: [
    { type: "received", at: `${day}T10:00:00+08:00` },
    ...(replied === undefined ? [] : [{ type: "replied", at: `${replied}T16:00:00+08:00` } as const]),
  ],
});
const context = { asOf: "2026-03-02T01:00:00Z", policies: complaintPolicies, calendars: [CN] };
const cases = [
  row("c-1", "2026-02-25", "D-01"),
  row("c-2", "2026-02-26", null),
  row("c-3", "2026-02-27", "D-01"),
  row("c-4", "2026-02-10", "D-02", "2026-02-11"),
  row("c-5", "2026-02-02", "D-02", "2026-02-12"),
];
const report = deskReport(cases, context);
const options = { labels: words, zone: "Asia/Shanghai" };
const pageOf = (of: DeskReport, more: object = {}) => deskReportDocument(of, { ...options, ...more });

test("a desk by hand: three open, one overdue since Saturday, one due today; one of the three due was in time", () => {
  const page = pageOf(report, { calendar: CN, ownerNames: { "D-01": "Li <i>" } });
  expect(page.title).toBe("Deadlines of the desk: 2 March 2026 at 09:00");
  expect(tilesOf(page)).toStrictEqual(["3", "1", "0", "1", "33.33%"]);
  // due on Saturday, 28 February, worked in the place of a day of the Spring Festival; since then only Monday was worked
  expect(tableOf(page, "Overdue cases")).toStrictEqual([
    [
      "c-1",
      "Li <i>",
      "fees",
      "source.complaint\nInternal clock · Reply",
      "28 February 2026 at 23:59:59",
      "1 working day",
      "Overdue",
    ],
  ]);
  expect(tableOf(page, "Cases due today or at risk").map(([id, owner]) => [id, owner])).toStrictEqual([
    ["c-2", "Nobody"],
  ]);
  expect(
    tableOf(page, "By owner (cases)").map((cells) => [cells[0], ...cells.slice(1, 5), cells.at(-1)]),
  ).toStrictEqual([
    ["Li <i>", "2", "2", "0", "0", "0.00%\n0 / 1"],
    ["D-02", "2", "0", "2", "0", "50.00%\n1 / 2"],
    ["Nobody", "1", "1", "0", "0", "No data"],
    ["Total", "5", "3", "2", "0", "33.33%\n1 / 3"],
  ]);
});

test("without a calendar lateness is in calendar days, on the clocks of the page", () => {
  expect(tableOf(pageOf(report), "Overdue cases")[0]?.[5]).toBe("2 days");
  // on the clocks of London the same moment is on the 28th too, and the report at one in the morning
  const london = tableOf(pageOf(report, { zone: "Europe/London" }), "Overdue cases")[0] ?? [];
  expect([london[4], london[5]]).toStrictEqual(["28 February 2026 at 15:59:59 UTC", "2 days"]);
});

test("a report of a day says that it means its end", () => {
  const ofDay = deskReport(cases, { ...context, asOf: "2026-03-02" });
  expect(pageOf(ofDay).title).toBe("Deadlines of the desk: 2 March 2026 end of day");
  expect(tableOf(pageOf(ofDay), "Cases due today or at risk")[0]?.[5]).toBe("less than 1 day");
});

test("a desk of nobody has no data, and no rate of 0", () => {
  const text = toMarkdown(pageOf(deskReport([], context)));
  expect(text).toContain("No data");
  expect(text).not.toContain("%");
  expect(text).toContain("No case is overdue");
});

test("what is wrong with cases is told, and counted", () => {
  const faulty = deskReport(
    [...cases, { id: "c-9", policy: "source.complaint", owner: null, category: null, events: [] }],
    context,
  );
  const text = toMarkdown(pageOf(faulty));
  expect(text).toContain("**Left out because of faults**: **1**");
  expect(text).toContain("Case c-9:");
});

test("property: every case that needs attention has its row, and counts are those of the report", () => {
  const anyCase = fc.record({ day: fc.integer({ min: 1, max: 27 }), owner: fc.option(fc.string({ minLength: 1 })) });
  fc.assert(
    fc.property(fc.array(anyCase, { maxLength: 30 }), (list) => {
      const own = deskReport(
        list.map(({ day, owner }, at) => row(`<x>|${String(at)}`, `2026-02-${String(day).padStart(2, "0")}`, owner)),
        context,
      );
      const page = pageOf(own);
      const late = own.attention.filter(({ flags }) => flags.includes("breached"));
      const rowsOf = (caption: string, n: number) => (n === 0 ? [] : tableOf(page, caption));
      const ids = [
        ...rowsOf("Overdue cases", late.length),
        ...rowsOf("Cases due today or at risk", own.attention.length - late.length),
      ].map(([id]) => id);
      expect([...ids].sort()).toStrictEqual(own.attention.map((line) => line.case).sort());
      const figure = blocksOf(page.blocks).find((block) => block.type === "figure")?.figure;
      if (figure?.kind !== "bars") return expect.unreachable();
      const { open, closed, withdrawn, dueToday, atRisk, paused, undetermined, breached } = own.totals;
      expect(figure.bars.map(({ text }) => Number(text))).toStrictEqual([
        open,
        closed,
        withdrawn,
        dueToday,
        atRisk,
        paused,
        undetermined,
        breached,
      ]);
      expect(toHtml(page, { lang: "en" })).not.toContain("<x>");
    }),
    { numRuns: 40 },
  );
});

test.each(languages)("is read in %s", (tag, labels) => {
  const names = { policyNames: { "source.complaint": "投诉" }, categoryNames: { fees: "收费" } };
  const page = pageOf(report, { labels, zoneName: "北京时间", calendar: CN, ...names });
  expectReadable(page, tag, ["source.complaint"]);
  expect(toHtml(page, { lang: tag })).toContain(`<html lang="${tag}">`);
});

test("is the same when it comes back from where it was kept", () => {
  expect(pageOf(JSON.parse(JSON.stringify(report)) as DeskReport)).toStrictEqual(pageOf(report));
});

describe("what cannot be written is refused at its place", () => {
  const lacking = without("slaStage.reply");
  test.each([
    [report, { zone: "CST" }, "calendar/unknown-zone", "options.zone"],
    [report, { labels: lacking }, "rendering/invalid-option", "options.labels.slaStage.reply"],
    [report, { ownerName: {} }, "rendering/invalid-option", "options.ownerName"],
    [{ ...report, failed: -1 }, {}, "sla/invalid-result", "report.failed"],
    [
      { ...report, totals: { ...report.totals, onTime: { n: 1, of: 3, rate: "a third" } } },
      {},
      "core/invalid-decimal",
      "report.totals.onTime.rate",
    ],
    [
      { ...report, issues: [{ case: "c-1", code: "no/such-code", path: [], details: {} }] },
      {},
      "rendering/invalid-report",
      "report.issues.0",
    ],
  ])("%#", (wrong, more, expected, place) => {
    const { code, path } = refusalOf(() => pageOf(wrong, more));
    expect([code, path.join(".")]).toStrictEqual([expected, place]);
  });
});

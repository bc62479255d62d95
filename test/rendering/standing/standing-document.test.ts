import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  exampleStarStanding,
  standingHistory,
  type StandingAdvance,
  type StandingObservation,
} from "../../../src/customer-classification/index.ts";
import { standingDocument, toHtml, toMarkdown } from "../../../src/rendering/index.ts";
import { refusalOf } from "../../support/refusal.ts";
import { blocksOf, expectReadable, languages, tableOf, tilesOf, without, words } from "../result-pages.ts";

const observations: readonly StandingObservation[] = [
  { kind: "start", on: "2024-06-30", earned: "star-5" },
  { kind: "review", on: "2024-12-31", earned: "star-4" },
  { kind: "floor-begun", on: "2025-02-01", floor: "platinum-card", to: "2025-12-01" },
  { kind: "review", on: "2025-06-30", earned: "star-4" },
  { kind: "objection", on: "2025-08-01" },
  { kind: "review", on: "2025-12-31", earned: "star-4" },
  {
    kind: "override",
    on: "2026-01-10",
    level: "star-7",
    to: "2026-05-10",
    reason: "迁居 <script> | 1",
    by: "陈主管",
    approvedBy: ["李一", "王二"],
  },
];
const history = standingHistory(exampleStarStanding, observations);
const options = { labels: words, client: "C-1" };
const pageOf = (of: readonly StandingAdvance[], more: object = {}) => standingDocument(of, { ...options, ...more });

test("the level of today, since when and until when", () => {
  expect(tilesOf(pageOf(history))).toStrictEqual(["Seven stars", "Four stars", "Four stars", "30 June 2026"]);
  expect(tilesOf(pageOf(history.slice(0, 2)))).toStrictEqual([
    "Five stars",
    "Four stars",
    "Five stars",
    "30 June 2025",
  ]);
  // one of two reviews has not found the five stars
  expect(toMarkdown(pageOf(history.slice(0, 2)))).toContain("Reviews in a row without it until it is lost: 1");
  expect(toMarkdown(pageOf(history))).toContain("Since: 10 January 2026");
});

test("each decision has its row, with the levels before and after", () => {
  const rows = tableOf(pageOf(history), "Decisions through time");
  expect(rows.map(([day, , before, after, earned]) => [day, before, after, earned])).toStrictEqual([
    ["30 June 2024", "", "Five stars", "Five stars"],
    ["31 December 2024", "Five stars", "Five stars", "Four stars"],
    ["1 February 2025", "Five stars", "Six stars", "Four stars"],
    ["30 June 2025", "Six stars", "Six stars", "Four stars"],
    ["1 August 2025", "Six stars", "Six stars", "Four stars"],
    ["31 December 2025", "Six stars", "Six stars", "Four stars"],
    ["10 January 2026", "Six stars", "Seven stars", "Four stars"],
  ]);
  expect(rows[3]?.[5]?.split("\n")).toHaveLength(history[3]?.transition.because.length ?? 0);
});

test("what is in force says until when, by whom and why", () => {
  const [override, objection] = tableOf(pageOf(history), "Floors, levels set by hand and objections in force");
  expect(override?.slice(0, 2)).toStrictEqual(["Set by hand: Seven stars", "10 May 2026"]);
  expect(override?.[2]).toContain("陈主管");
  expect(override?.[2]).toContain("李一, 王二");
  expect(objection).toStrictEqual([
    "Objection by the client: 1 August 2025",
    "Waits for a person",
    "Until answered, at least: Six stars",
  ]);
});

test("the stretches of the timeline, by hand", () => {
  const figure = blocksOf(pageOf(history).blocks).find((block) => block.type === "figure")?.figure;
  if (figure?.kind !== "timeline") return expect.unreachable();
  expect(figure.rows.map(({ label, from, to, tone }) => [label, from, to, tone])).toStrictEqual([
    ["Five stars", "2024-06-30", "2025-01-31", "solid"],
    ["Six stars", "2025-02-01", "2026-01-09", "other"],
    ["Seven stars", "2026-01-10", "2026-01-10", "warning"],
  ]);
  expect(figure.ticks.map(({ on }) => on)).toStrictEqual(["2024-06-30", "2025-01-01", "2026-01-01"]);
});

test("property: the stretches cover each day once, from the first entry to the last", () => {
  const levels = exampleStarStanding.ladder.map(({ id }) => id);
  const earned = fc.array(fc.constantFrom(...levels, null), { maxLength: 12 });
  fc.assert(
    fc.property(fc.constantFrom(...levels), earned, (first, found) => {
      const reviews = found.map((level, at): StandingObservation => {
        const year = String(2025 + Math.floor(at / 2));
        return { kind: "review", on: `${year}-${at % 2 === 0 ? "06-30" : "12-31"}`, earned: level };
      });
      const own = standingHistory(exampleStarStanding, [
        { kind: "start", on: "2024-12-31", earned: first },
        ...reviews,
      ]);
      const figure = blocksOf(pageOf(own).blocks).find((block) => block.type === "figure")?.figure;
      if (figure?.kind !== "timeline") return expect.unreachable();
      const day = (on: string): number => Date.parse(on) / 86_400_000;
      for (const [at, { from }] of figure.rows.entries())
        expect(day(from)).toBe(at === 0 ? day("2024-12-31") : day(figure.rows[at - 1]?.to ?? "") + 1);
      expect(figure.rows.at(-1)?.to).toBe(own.at(-1)?.transition.on);
      for (const { transition, standing } of own) {
        const row = figure.rows.find(({ from, to }) => from <= transition.on && transition.on <= to);
        expect(row?.label).toBe(words[`level.${standing.served as "star-3"}`]);
      }
      expect(tableOf(pageOf(own), "Decisions through time")).toHaveLength(own.length);
    }),
    { numRuns: 40 },
  );
});

test.each(languages)("is read in %s", (tag, labels) => {
  const page = pageOf(history, { labels, client: "陈样本" });
  expectReadable(page, tag, ["example.star-standing", "script"]);
  expect(toHtml(page, { lang: tag })).not.toContain("<script");
});

test("is the same when it comes back, and one answer is a history of one", () => {
  expect(pageOf(JSON.parse(JSON.stringify(history)) as typeof history)).toStrictEqual(pageOf(history));
  // since when is not known where the change is not among the entries
  expect(toMarkdown(pageOf(history.slice(1, 2)))).not.toContain("Since: 31 December");
});

test("since when is known where the level moved on the first day, in whichever entry of it", () => {
  const sameDay = standingHistory(exampleStarStanding, [
    { kind: "start", on: "2024-06-30", earned: "star-5" },
    { kind: "review", on: "2024-12-31", earned: "star-4" },
    { kind: "floor-begun", on: "2024-12-31", floor: "platinum-card", to: "2025-12-01" },
  ]);
  const figure = blocksOf(pageOf(sameDay.slice(1)).blocks).find((block) => block.type === "figure")?.figure;
  if (figure?.kind !== "timeline") return expect.unreachable();
  expect(figure.rows.map(({ label, when }) => [label, when])).toStrictEqual([["Six stars", "Since: 31 December 2024"]]);
});

describe("what cannot be written is refused at its place", () => {
  const [first, second] = history;
  const withSecond = (transition: object, standing: object = {}) => [
    first,
    { standing: { ...second?.standing, ...standing }, transition: { ...second?.transition, ...transition } },
  ];
  test.each([
    [[], "history"],
    [withSecond({ kind: "moved" }), "history.1.transition.kind"],
    [withSecond({ to: "star-3" }), "history.1.transition.to"],
    [withSecond({ from: "star-3" }), "history.1.transition.from"],
    [withSecond({ on: "2024-06-29" }), "history.1.transition.on"],
    [withSecond({}, { since: "2024-06-29" }), "history.1.standing.since"],
    [withSecond({}, { policy: { id: "other", version: "1" } }), "history.1.standing.policy.id"],
    [withSecond({ because: [{ line: "level-below", level: "star-5" }] }), "history.1.transition.because.0.earned"],
    [withSecond({ because: [{ line: "no-such-line" }] }), "history.1.transition.because.0"],
  ])("history %#", (wrong, place) => {
    const { code, path } = refusalOf(() => pageOf(wrong as never));
    expect([code, path.join(".")]).toStrictEqual(["rendering/invalid-report", place]);
  });

  test("a level without a label", () => {
    const labels = without("level.star-6");
    expect(refusalOf(() => pageOf(history, { labels }))).toMatchObject({
      code: "rendering/invalid-option",
      path: ["options", "labels", "level.star-6"],
    });
  });
});

import { describe, expect, test } from "vitest";

import { CN } from "../../src/calendar/data/cn/index.ts";
import { evaluateSla, foldExplanation, sourceComplaintPolicy, type SlaExplanationLine } from "../../src/sla/index.ts";
import { refusalOf } from "../support/refusal.ts";

const holiday = (date: string, name = "春节", provisional = false): SlaExplanationLine => ({
  code: "holiday-skipped",
  date,
  name,
  provisional,
});
const weekend: SlaExplanationLine = { code: "weekends-skipped", dates: ["2026-03-01"] };

describe("days of a holiday in a row are one line", () => {
  test("across the end of a month", () => {
    const days = ["2026-01-31", "2026-02-01", "2026-02-02"].map((date) => holiday(date));
    expect(foldExplanation(days)).toStrictEqual([
      { code: "holidays-skipped", from: "2026-01-31", to: "2026-02-02", days: 3, name: "春节", provisional: false },
    ]);
  });

  test.each<readonly [string, readonly SlaExplanationLine[]]>([
    ["one day alone", [holiday("2026-01-01")]],
    ["a day between that is worked", [holiday("2026-01-01"), holiday("2026-01-03")]],
    ["the same day twice", [holiday("2026-01-01"), holiday("2026-01-01")]],
    ["days that go back", [holiday("2026-01-02"), holiday("2026-01-01")]],
    ["two holidays", [holiday("2026-10-01", "中秋节"), holiday("2026-10-02", "国庆节")]],
    ["a day that is not final yet", [holiday("2026-01-01"), holiday("2026-01-02", "春节", true)]],
    ["another line between", [holiday("2026-01-01"), weekend, holiday("2026-01-02")]],
    ["nothing", []],
  ])("%s stays as it is", (_, lines) => {
    expect(foldExplanation(lines)).toStrictEqual(lines);
  });

  test("a real explanation keeps its other lines and their order", () => {
    const received = { type: "received", at: "2026-02-13T10:00:00+08:00" } as const;
    const { next } = evaluateSla(sourceComplaintPolicy, [received], { now: received.at, calendars: [CN] });
    const lines = next?.explanation ?? [];
    const folded = foldExplanation(lines);
    const isHoliday = ({ code }: { readonly code: string }): boolean => code.startsWith("holiday");
    expect(lines.filter(isHoliday)).toHaveLength(9);
    expect(folded.filter(isHoliday)).toMatchObject([{ from: "2026-02-15", to: "2026-02-23", days: 9 }]);
    expect(folded.filter((line) => !isHoliday(line))).toStrictEqual(lines.filter((line) => !isHoliday(line)));
  });
});

test.each([[null], [{}], [[null]], [[{ code: "holidays-skipped" }]], [[{ code: "holiday-skiped" }]]])(
  "%j are not the lines of an explanation",
  (lines) => {
    expect(refusalOf(() => foldExplanation(lines as never))).toMatchObject({ code: "sla/invalid-result" });
  },
);

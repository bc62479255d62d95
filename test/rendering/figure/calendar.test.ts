import fc from "fast-check";
import { expect, test } from "vitest";

import type { CalendarFigure, MarkedDay } from "../../../src/rendering/index.ts";
import { drawn, num, nth, ofClass } from "./drawn.ts";

const calendar = (months: readonly string[], days: readonly MarkedDay[] = [], weekStart = 1): CalendarFigure => ({
  kind: "calendar",
  months: months.map((on) => ({ on, label: on })),
  weekdays: ["1", "2", "3", "4", "5", "6", "7"],
  weekStart,
  headers: ["Day", "Duties"],
  days,
  legend: [],
});
const day = (on: string, tone: MarkedDay["tone"], ...texts: readonly string[]): MarkedDay => ({
  on,
  tone,
  when: on,
  texts,
});
const numbers = (figure: CalendarFigure) => ofClass(drawn(figure), "number");

test("February 2026 begins on a Sunday: the last column, or the first of a week from Sunday", () => {
  const days = numbers(calendar(["2026-02-01"]));
  expect(days.map(({ text }) => text)).toEqual(Array.from({ length: 28 }, (_, at) => String(at + 1)));
  // cells of 32 from 36 down; the second day is the Monday of the second week
  expect(days.slice(0, 2).map((of) => [num(of, "x"), num(of, "y")])).toEqual([
    [208, 50.5],
    [16, 82.5],
  ]);
  expect(num(numbers(calendar(["2026-02-01"], [], 7))[0], "x")).toBe(16);
});

test("marked days are filled; several things are counted, and a warning comes before other tones", () => {
  const elements = drawn(
    calendar(
      ["2026-02-01"],
      [
        day("2026-02-02", "other", "one"),
        day("2026-02-02", "warning", "two", "three"),
        day("2026-02-03", "solid", "four"),
      ],
    ),
  );
  const cells = ofClass(elements, "cell");
  expect(cells.map((of) => [of.attributes.class, num(of, "x"), num(of, "y")])).toEqual([
    ["cell tone-warning", 1, 69],
    ["cell tone-solid", 33, 69],
  ]);
  expect(ofClass(elements, "count").map(({ text }) => text)).toEqual(["3"]);
  expect(elements.filter(({ name }) => name === "title").map(({ text }) => text)).toContain(
    "2026-02-02\none\ntwo\nthree",
  );
});

test("months stand side by side, as many as fill the lines", () => {
  const across = (count: number): number => {
    const months = Array.from({ length: count }, (_, at) => `2026-${String(at + 1).padStart(2, "0")}-01`);
    const heads = ofClass(drawn(calendar(months)), "label");
    return heads.filter((of) => num(of, "y") === 13).length;
  };
  expect([1, 2, 3, 4, 6, 9, 12].map(across)).toEqual([1, 2, 3, 4, 3, 3, 4]);
  expect(nth(drawn(calendar([])), 0).attributes.viewBox).toBe("0 0 390 0");
});

/** Weekday of a day by the table of Sakamoto: 0 is Sunday. */
function weekdayBy(year: number, month: number, date: number): number {
  const y = month < 3 ? year - 1 : year;
  const shift = nth([0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4], month - 1);
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + date) % 7;
}

test("each day of any month stands in the column of its weekday", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 7 }),
      (year, month, weekStart) => {
        const on = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`;
        const days = numbers(calendar([on], [], weekStart));
        const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
        expect(days).toHaveLength(month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);
        for (const [at, of] of days.entries()) {
          expect((num(of, "x") - 16) / 32).toBe((weekdayBy(year, month, at + 1) - (weekStart % 7) + 7) % 7);
          // a week begins a new line
          expect(num(of, "y") - num(days[0], "y")).toBe(32 * Math.floor(((num(days[0], "x") - 16) / 32 + at) / 7));
        }
      },
    ),
    { numRuns: 60 },
  );
});

import { toDayNumber } from "../../../core/index.ts";
import { civilParts, monthLength, weekdayOfDay } from "../../../core/inner.ts";
import { greatestOf } from "../../columns.ts";
import type { CalendarFigure, DateTick, MarkedDay } from "../days.ts";
import type { FigureTone } from "../tones.ts";
import { areaOf, legendOf, type Drawing } from "./pieces.ts";
import { plated } from "./plate.ts";
import { pixels, textAt } from "./texts.ts";

const WIDTH = 760;
const LEAST_WIDTH = 390;
const GAP = 20;
const WEEK = 7;
const MOST_CELL = 32;
/** Height of the name of a month with the names of weekdays below it. */
const HEAD = 36;

/** What is on a day that is marked, maybe by several. */
interface Marks {
  readonly tone: FigureTone;
  readonly count: number;
  readonly text: string;
}

/** Months side by side, weeks in rows: days that are marked are filled, with a count where several things are on one. */
export function drawCalendar({ months, weekdays, weekStart, days, legend }: CalendarFigure, id: string): Drawing {
  const across = acrossOf(months.length);
  const cell = Math.min(MOST_CELL, Math.floor((WIDTH - (across - 1) * GAP) / (across * WEEK)));
  const width = Math.max(LEAST_WIDTH, across * (WEEK * cell + GAP) - GAP);
  const marks = marksOf(days);
  let top = 0;
  const drawn: string[] = [];
  for (let first = 0; first < months.length; first += across) {
    const line = months.slice(first, first + across).map((month) => ({ month, ...shapeOfMonth(month, weekStart) }));
    const weeks = greatestOf(line.map(({ blanks, length }) => Math.ceil((blanks + length) / WEEK)));
    for (const [at, { month, blanks, length }] of line.entries()) {
      const left = at * (WEEK * cell + GAP);
      drawn.push(
        textAt(month.label, WEEK * cell, { className: "label", x: left, y: top + 13 }),
        ...weekdays.map((name, day) =>
          textAt(name, cell, { className: "tick", x: left + (day + 0.5) * cell, y: top + 30, anchor: "middle" }),
        ),
        ...Array.from({ length }, (_, n) => {
          const [column, week] = [(blanks + n) % WEEK, Math.floor((blanks + n) / WEEK)];
          return dayAt(n + 1, marks.get(toDayNumber(month.on) + n), id, {
            x: left + column * cell,
            y: top + HEAD + week * cell,
            cell,
          });
        }),
      );
    }
    top += HEAD + weeks * cell + 12;
  }
  const below = legendOf(legend, width, top, id);
  return { width, height: top + below.height, body: drawn.join("") + below.body };
}

/** How many months stand side by side: all of them, or a number that fills the last line best. */
function acrossOf(months: number): number {
  if (months <= 3) return Math.max(1, months);
  return months === 4 || months > 9 ? 4 : 3;
}

/** Days of a month, and the blanks before its first day in a week. */
function shapeOfMonth({ on }: DateTick, weekStart: number): { readonly blanks: number; readonly length: number } {
  const first = toDayNumber(on);
  const { year, month } = civilParts(first);
  return { blanks: (weekdayOfDay(first) - weekStart + WEEK) % WEEK, length: monthLength(year, month) };
}

/** What is on each day; of several tones a warning counts, and otherwise the first. */
function marksOf(days: readonly MarkedDay[]): ReadonlyMap<number, Marks> {
  const marks = new Map<number, Marks>();
  for (const { on, tone, when, texts } of days) {
    const day = toDayNumber(on);
    const before = marks.get(day);
    marks.set(day, {
      tone: before === undefined || tone === "warning" ? tone : before.tone,
      count: (before?.count ?? 0) + texts.length,
      text: [before?.text ?? when, ...texts].join("\n"),
    });
  }
  return marks;
}

/** One day: its number above, and in its lower right corner the count of several things. */
function dayAt(
  day: number,
  marks: Marks | undefined,
  id: string,
  { x, y, cell }: Readonly<Record<"x" | "y" | "cell", number>>,
): string {
  const number = (tone: FigureTone): string =>
    `<g class="day">${plated(String(day), tone, x + cell / 2, y + 3 + cell * 0.25, "number")}</g>`;
  if (marks === undefined) return number("empty");
  const { tone, count, text } = marks;
  const several = `<text class="count" x="${pixels(x + cell - 3)}" y="${pixels(y + cell - 3)}" text-anchor="end">${String(count)}</text>`;
  const box = { x: x + 1, y: y + 1, width: cell - 2, height: cell - 2 };
  return areaOf(tone, box, id, text) + number(tone) + (count > 1 ? several : "");
}

import { toDayNumber } from "../../../core/index.ts";
import { escapeHtml } from "../../text.ts";
import type { DateTick, TimelineFigure, TimelineRow } from "../days.ts";
import { fillOf, legendOf, lineFrom, type Drawing } from "./pieces.ts";
import { extentOf } from "./scale.ts";
import { linesAt, pixels, textAt, tickWidth, widestOf, wrapped } from "./texts.ts";

const WIDTH = 760;
const RIGHT = 12;
const GAP = 12;
const LINE = 13;
const ROW = 24;
/** Height of a row where there are many: so that they stay on one printed page. */
const LOW_ROW = 15;
const MANY = 32;
const MOST_NAME = 230;
const LEAST_BAR = 3;
const THICKNESS = 10;
const DIAMOND = 6;
/** How far an arrow at the edge of the scale reaches. */
const ARROW = 8;

/** Where days stand: `at` is the pixel where a day begins. */
interface DayScale {
  readonly left: number;
  readonly right: number;
  readonly at: (day: number) => number;
}

/** Rows of days and stretches of days on one scale, with ticks and the day of the report. */
export function drawTimeline({ from, to, ticks, now, rows, legend }: TimelineFigure, id: string): Drawing {
  const names = Math.min(MOST_NAME, widestOf(rows.map(({ label }) => label)));
  const [left, right] = [names + GAP, WIDTH - RIGHT];
  const [first, end] = [toDayNumber(from), toDayNumber(to) + 1];
  const scale: DayScale = {
    left,
    right,
    at: (day) => left + ((right - left) * (day - first)) / (end - first),
  };
  const isOn = ({ on }: DateTick): boolean => toDayNumber(on) >= first && toDayNumber(on) < end;
  const shown = ticks.filter(isOn).sort((a, b) => toDayNumber(a.on) - toDayNumber(b.on));
  const today = now !== undefined && isOn(now) ? now : null;
  const head = 20 + (today === null ? 0 : LINE);
  const isLow = rows.length > MANY;
  let y = head;
  const drawn = rows.map((row) => {
    const lines = wrapped(row.label, names, isLow ? 1 : 2);
    const height = (isLow ? LOW_ROW : ROW) + (lines.length - 1) * 6;
    const middle = y + height / 2;
    y += height;
    return linesAt(lines, names, { className: "label", x: 0, y: middle + 4.2 }, LINE) + rowAt(row, middle, scale, id);
  });
  const bottom = y + 2;
  const below = legendOf(legend, WIDTH, bottom + 4, id);
  return {
    width: WIDTH,
    height: bottom + 4 + below.height,
    body:
      ticksOf(shown, scale, head, bottom) +
      (today === null ? "" : nowAt(today, scale, head, bottom)) +
      drawn.join("") +
      below.body,
  };
}

/** Lines at the ticks, each with its name as far as there is room before the next that has one. */
function ticksOf(ticks: readonly DateTick[], { at, left, right }: DayScale, head: number, bottom: number): string {
  let free = left;
  const drawn = ticks.map(({ on, label }) => {
    const x = at(toDayNumber(on));
    const end = x + 3 + tickWidth(label);
    const hasRoom = x >= free && end <= WIDTH;
    if (hasRoom) free = end + 4;
    return (
      lineFrom([x, head - 16], [x, bottom], "grid") +
      (hasRoom ? textAt(label, WIDTH - x, { className: "tick", x: x + 3, y: head - 6 }) : "")
    );
  });
  return drawn.join("") + lineFrom([left, head - 2], [right, head - 2], "axis");
}

/** A line through all rows in the middle of a day, with the name of the day above the ticks. */
function nowAt({ on, label }: DateTick, { at, left, right }: DayScale, head: number, bottom: number): string {
  const x = at(toDayNumber(on) + 0.5);
  const isRight = x > (left + right) / 2;
  const words = isRight ? ({ x: x - 5, anchor: "end" } as const) : ({ x: x + 5, anchor: "start" } as const);
  return (
    lineFrom([x, 2], [x, bottom], "mark") +
    textAt(label, (isRight ? x : WIDTH - x) - 5, { className: "tick", y: head - 20, ...words })
  );
}

/** What is drawn, and the places that it reaches to the left and to the right. */
interface Part {
  readonly xs: readonly number[];
  readonly drawn: string;
}

/** The bar or the diamond of a row, arrows where it goes on beyond the scale, and its day in words where there is room. */
function rowAt({ label, from, to, tone, when, text }: TimelineRow, y: number, scale: DayScale, id: string): string {
  const { at, left, right } = scale;
  const [start, end] = [at(toDayNumber(from)), at(toDayNumber(to) + 1)];
  const [isBefore, isAfter] = [start < left, end > right];
  const fill = `class="mark-of tone-${tone}" fill="${fillOf(tone, id)}"`;
  const title = `<title>${escapeHtml([label, when, text].join("\n"))}</title>`;
  const polygon = (xs: readonly number[], ys: readonly number[]): Part => {
    const corners = xs.map((x, n) => `${pixels(x)},${pixels(ys[n] ?? y)}`);
    return { xs, drawn: `<polygon ${fill} points="${corners.join(" ")}">${title}</polygon>` };
  };
  const half = THICKNESS / 2;
  const diamond = (): Part => {
    const x = Math.min(Math.max((start + end) / 2, left + DIAMOND), right - DIAMOND);
    return polygon([x - DIAMOND, x, x + DIAMOND, x], [y, y - DIAMOND, y, y + DIAMOND]);
  };
  const bar = (): Part => {
    const [first, last] = [isBefore ? left + ARROW : start, isAfter ? right - ARROW : end];
    const width = Math.max(last - first, LEAST_BAR);
    const x = Math.min(first, (isAfter ? last : right) - width);
    const place = `x="${pixels(x)}" y="${pixels(y - half)}" width="${pixels(width)}" height="${String(THICKNESS)}"`;
    return { xs: [x, x + width], drawn: `<rect ${fill} ${place}>${title}</rect>` };
  };
  const arrow = (tip: number, base: number): Part => polygon([base, tip, base], [y - half, y, y + half]);
  const parts = [
    ...(start < right && end > left ? [from === to ? diamond() : bar()] : []),
    ...(isBefore ? [arrow(left, left + ARROW)] : []),
    ...(isAfter ? [arrow(right, right - ARROW)] : []),
  ];
  const [least, greatest] = extentOf(parts.flatMap(({ xs }) => xs));
  return parts.map(({ drawn }) => drawn).join("") + whenBeside(when, y, least - 5, greatest + 5, left);
}

/** The day or the stretch in words right of what is drawn, or left of it. */
function whenBeside(when: string, y: number, before: number, after: number, left: number): string {
  const width = tickWidth(when);
  if (after + width <= WIDTH) return textAt(when, WIDTH, { className: "tick", x: after, y: y + 4 });
  if (before - width >= left) return textAt(when, WIDTH, { className: "tick", x: before, y: y + 4, anchor: "end" });
  return "";
}

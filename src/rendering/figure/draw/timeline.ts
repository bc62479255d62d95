import { toDayNumber } from "../../../core/index.ts";
import { escapeHtml } from "../../text.ts";
import type { DateTick, TimelineFigure, TimelineRow } from "../types.ts";
import { fillOf, legendOf, pixels, textAt, textWidth, tickWidth, wrapped, type Drawing } from "./pieces.ts";

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
  const names = Math.min(
    MOST_NAME,
    rows.reduce((most, { label }) => Math.max(most, textWidth(label)), 0),
  );
  const [left, right] = [names + GAP, WIDTH - RIGHT];
  const [first, end] = [toDayNumber(from), toDayNumber(to) + 1];
  const scale: DayScale = {
    left,
    right,
    at: (day) => left + ((right - left) * (day - first)) / (end - first),
  };
  const isOn = ({ on }: DateTick): boolean => toDayNumber(on) >= first && toDayNumber(on) < end;
  const today = now !== undefined && isOn(now) ? now : null;
  const head = 20 + (today === null ? 0 : LINE);
  const isLow = rows.length > MANY;
  let y = head;
  const drawn = rows.map((row) => {
    const lines = wrapped(row.label, names, isLow ? 1 : 2);
    const height = (isLow ? LOW_ROW : ROW) + (lines.length - 1) * 6;
    const middle = y + height / 2;
    y += height;
    return (
      lines
        .map((line, at) =>
          textAt(line, names, { className: "label", x: 0, y: middle + 4.2 + (at - (lines.length - 1) / 2) * LINE }),
        )
        .join("") + rowAt(row, middle, scale, id)
    );
  });
  const bottom = y + 2;
  const below = legendOf(legend, WIDTH, bottom + 4, id);
  return {
    width: WIDTH,
    height: bottom + 4 + below.height,
    body:
      ticksOf(ticks.filter(isOn), scale, head, bottom) +
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
    const hasRoom = x >= free && x + 3 + tickWidth(label) <= right + RIGHT;
    if (hasRoom) free = x + 3 + tickWidth(label) + 4;
    return (
      `<line class="grid" x1="${pixels(x)}" y1="${pixels(head - 16)}" x2="${pixels(x)}" y2="${pixels(bottom)}"/>` +
      (hasRoom ? textAt(label, right + RIGHT - x, { className: "tick", x: x + 3, y: head - 6 }) : "")
    );
  });
  return (
    drawn.join("") +
    `<line class="axis" x1="${pixels(left)}" y1="${pixels(head - 2)}" x2="${pixels(right)}" y2="${pixels(head - 2)}"/>`
  );
}

/** A line through all rows in the middle of a day, with the name of the day above the ticks. */
function nowAt({ on, label }: DateTick, { at, left, right }: DayScale, head: number, bottom: number): string {
  const x = at(toDayNumber(on) + 0.5);
  const isRight = x > (left + right) / 2;
  const room = (isRight ? x : WIDTH - x) - 5;
  return (
    `<line class="mark" x1="${pixels(x)}" y1="2" x2="${pixels(x)}" y2="${pixels(bottom)}"/>` +
    textAt(label, room, {
      className: "tick",
      x: isRight ? x - 5 : x + 5,
      y: head - 20,
      anchor: isRight ? "end" : "start",
    })
  );
}

/** The bar or the diamond of a row, arrows where it goes on beyond the scale, and its day in words where there is room. */
function rowAt({ label, from, to, tone, when, text }: TimelineRow, y: number, scale: DayScale, id: string): string {
  const { at, left, right } = scale;
  const [start, end] = [at(toDayNumber(from)), at(toDayNumber(to) + 1)];
  const isDay = from === to;
  const [isBefore, isAfter] = [start < left, end > right];
  const [x0, x1] = [Math.min(Math.max(start, left), right), Math.max(Math.min(end, right), left)];
  const isInside = start < right && end > left;
  const fill = `class="mark-of tone-${tone}" fill="${fillOf(tone, id)}"`;
  const title = `<title>${escapeHtml([label, when, text].join("\n"))}</title>`;
  const parts: string[] = [];
  let [reachLeft, reachRight] = [x0, x1];
  if (isInside && isDay) {
    const x = Math.min(Math.max((start + end) / 2, left + DIAMOND), right - DIAMOND);
    [reachLeft, reachRight] = [x - DIAMOND, x + DIAMOND];
    parts.push(
      shape(
        [
          [x - DIAMOND, y],
          [x, y - DIAMOND],
          [x + DIAMOND, y],
          [x, y + DIAMOND],
        ],
        fill,
        title,
      ),
    );
  } else {
    const [barLeft, barRight] = [isBefore ? left + ARROW : x0, isAfter ? right - ARROW : x1];
    const half = THICKNESS / 2;
    if (isInside) {
      const width = Math.max(barRight - barLeft, LEAST_BAR);
      parts.push(
        `<rect ${fill} x="${pixels(Math.min(barLeft, right - width))}" y="${pixels(y - half)}" width="${pixels(width)}" height="${String(THICKNESS)}">${title}</rect>`,
      );
    }
    if (isBefore)
      parts.push(
        shape(
          [
            [left + ARROW, y - half],
            [left, y],
            [left + ARROW, y + half],
          ],
          fill,
          title,
        ),
      );
    if (isAfter)
      parts.push(
        shape(
          [
            [right - ARROW, y - half],
            [right, y],
            [right - ARROW, y + half],
          ],
          fill,
          title,
        ),
      );
    [reachLeft, reachRight] = [
      isAfter && !isInside ? right - ARROW : x0,
      isBefore && !isInside ? left + ARROW : Math.max(x1, x0 + LEAST_BAR),
    ];
  }
  return parts.join("") + whenBeside(when, y, reachLeft - 5, reachRight + 5, left);
}

/** The day or the stretch in words right of what is drawn, or left of it. */
function whenBeside(when: string, y: number, before: number, after: number, left: number): string {
  const width = tickWidth(when);
  if (after + width <= WIDTH) return textAt(when, WIDTH, { className: "tick", x: after, y: y + 4 });
  if (before - width >= left) return textAt(when, WIDTH, { className: "tick", x: before, y: y + 4, anchor: "end" });
  return "";
}

function shape(corners: readonly (readonly [x: number, y: number])[], fill: string, inside: string): string {
  return `<polygon ${fill} points="${corners.map(([x, y]) => `${pixels(x)},${pixels(y)}`).join(" ")}">${inside}</polygon>`;
}

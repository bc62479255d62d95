import { levelsOf } from "../bridge-levels.ts";
import type { BridgeFigure } from "../types.ts";
import { fillOf, legendOf, pixels, textAt, textWidth, tickWidth, wrapped, type Drawing } from "./pieces.ts";
import { scaleOf } from "./scale.ts";

const WIDTH = 390;
const HEAD = 18;
const ROW = 30;
const LINE = 13;
const MOST_LINES = 3;
const THICKNESS = 15;
const GAP = 10;
/** The width that is left to the bars by names, and the most that figures take. */
const LEAST_PLOT = 110;
const MOST_TEXT = 150;
/** A step that is not 0 is seen, however small beside the others. */
const LEAST = 1;

/** A bridge from the top: one bar per step between its name and its figure, each beginning where the one before led to. */
export function drawBridge({ headers, steps, legend }: BridgeFigure, id: string): Drawing {
  const widest = (texts: readonly string[]): number => texts.reduce((most, text) => Math.max(most, textWidth(text)), 0);
  const texts = Math.min(MOST_TEXT, Math.max(widest(steps.map(({ text }) => text)), tickWidth(headers[1])));
  const room = WIDTH - texts - 2 * GAP - LEAST_PLOT;
  const labels = Math.min(room, widest(steps.map(({ label }) => label)));
  const levels = levelsOf(steps);
  const edge = WIDTH - texts - GAP;
  const scale = scaleOf([0, ...levels.flatMap(({ from, to }) => [from, to])], labels + GAP, edge);
  const lines = steps.reduce((most, { label }) => Math.max(most, wrapped(label, labels, MOST_LINES).length), 0);
  const row = Math.max(ROW, (lines + 0.5) * LINE);
  const bottom = HEAD + steps.length * row;
  const rows = steps.map(({ label, text }, at) => {
    const middle = HEAD + at * row + row / 2;
    const { from, to, tone } = levels[at] ?? { from: 0, to: 0, tone: "solid" };
    const [start, end] = [scale(from), scale(to)];
    const width = Math.max(Math.abs(end - start), LEAST);
    const left = end < start ? start - width : start;
    const top = middle - THICKNESS / 2;
    const tie =
      at + 1 < steps.length
        ? `<line class="tie" x1="${pixels(end)}" y1="${pixels(top + THICKNESS)}" x2="${pixels(end)}" y2="${pixels(top + row)}"/>`
        : "";
    return (
      namesAt(label, labels, middle) +
      `<rect class="tone-${tone}" x="${pixels(left)}" y="${pixels(top)}" width="${pixels(width)}" height="${String(THICKNESS)}" fill="${fillOf(tone, id)}"/>${tie}` +
      textAt(text, MOST_TEXT, { className: "value", x: WIDTH, y: middle + 4, anchor: "end" })
    );
  });
  const zero = pixels(scale(0));
  const below = legendOf(legend, WIDTH, bottom + 2, id);
  return {
    width: WIDTH,
    height: bottom + 2 + below.height,
    body:
      textAt(headers[0], labels + GAP, { className: "tick", x: 0, y: 12 }) +
      textAt(headers[1], WIDTH - labels - GAP, { className: "tick", x: WIDTH, y: 12, anchor: "end" }) +
      `<line class="axis" x1="${zero}" y1="${pixels(HEAD)}" x2="${zero}" y2="${pixels(bottom)}"/>` +
      `${rows.join("")}${below.body}`,
  };
}

/** A name in as many lines as it needs around the middle of its row. */
function namesAt(label: string, room: number, middle: number): string {
  const lines = wrapped(label, room, MOST_LINES);
  return lines
    .map((line, at) =>
      textAt(line, room, { className: "label", x: 0, y: middle + 4 - ((lines.length - 1) * LINE) / 2 + at * LINE }),
    )
    .join("");
}

import { greatestOf } from "../../columns.ts";
import { escapeHtml } from "../../text.ts";
import type { BarsFigure } from "../types.ts";
import { areaOf, legendOf, type Drawing } from "./pieces.ts";
import { pixels, textAt, textWidth } from "./texts.ts";

const WIDTH = 390;
const ROW = 27;
const THICKNESS = 8;
const GAP = 12;

/** Horizontal bars on one scale, each under its name and its figure. */
export function drawBars({ bars, legend }: BarsFigure, id: string): Drawing {
  const values = bars.flatMap(({ parts }) => parts.map(({ value }) => value));
  // as parts of the greatest, so that no sum is beyond all numbers
  const unit = greatestOf(values) || 1;
  const longest = greatestOf(bars.map(({ parts }) => parts.reduce((sum, { value }) => sum + value / unit, 0))) || 1;
  const rows = bars.map(({ label, text, parts }, at) => {
    const top = at * ROW;
    let x = 0;
    const drawn = parts.map(({ value, tone }) => {
      const width = (value / unit / longest) * WIDTH;
      const area = areaOf(tone, { x, y: top + 17, width, height: THICKNESS }, id);
      x += width;
      return area;
    });
    return (
      textAt(label, WIDTH - GAP - textWidth(text), { className: "label", x: 0, y: top + 13 }) +
      `<text class="value" x="${pixels(WIDTH)}" y="${pixels(top + 13)}" text-anchor="end">${escapeHtml(text)}</text>` +
      `<rect class="track" x="0" y="${pixels(top + 17)}" width="${pixels(WIDTH)}" height="${String(THICKNESS)}"/>` +
      drawn.join("")
    );
  });
  const below = legendOf(legend, WIDTH, bars.length * ROW, id);
  return { width: WIDTH, height: bars.length * ROW + below.height, body: `${rows.join("")}${below.body}` };
}

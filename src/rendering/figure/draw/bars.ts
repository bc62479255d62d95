import { greatestOf } from "../../columns.ts";
import { escapeHtml } from "../../text.ts";
import type { BarPart, BarsFigure } from "../types.ts";
import { fillOf, fittedText, legendOf, pixels, textWidth, type Drawing } from "./pieces.ts";

const WIDTH = 390;
const ROW = 27;
const THICKNESS = 8;
const GAP = 12;

/** Horizontal bars on one scale, each under its name and its figure. */
export function drawBars({ bars, legend }: BarsFigure, id: string): Drawing {
  const longest = greatestOf(bars.map(({ parts }) => total(parts)));
  const rows = bars.map(({ label, text, parts }, at) => {
    const top = at * ROW;
    let left = 0;
    const drawn = parts.map(({ value, tone }) => {
      const width = longest > 0 ? (value / longest) * WIDTH : 0;
      const x = left;
      left += width;
      return `<rect class="tone-${tone}" x="${pixels(x)}" y="${pixels(top + 17)}" width="${pixels(width)}" height="${String(THICKNESS)}" fill="${fillOf(tone, id)}"/>`;
    });
    return (
      `<text class="label" x="0" y="${pixels(top + 13)}">${fittedText(label, WIDTH - GAP - textWidth(text))}</text>` +
      `<text class="value" x="${pixels(WIDTH)}" y="${pixels(top + 13)}" text-anchor="end">${escapeHtml(text)}</text>` +
      `<rect class="track" x="0" y="${pixels(top + 17)}" width="${pixels(WIDTH)}" height="${String(THICKNESS)}"/>` +
      drawn.join("")
    );
  });
  const below = legendOf(legend, WIDTH, bars.length * ROW, id);
  return { width: WIDTH, height: bars.length * ROW + below.height, body: `${rows.join("")}${below.body}` };
}

function total(parts: readonly BarPart[]): number {
  return parts.reduce((sum, part) => sum + part.value, 0);
}

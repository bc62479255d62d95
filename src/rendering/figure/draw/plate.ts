import { escapeHtml } from "../../text.ts";
import type { FigureTone } from "../types.ts";
import { pixels, textWidth } from "./pieces.ts";

/** Whether a text can be read on an area of a tone as it is. */
const IS_PLAIN: Readonly<Record<FigureTone, boolean>> = {
  solid: false,
  estimated: false,
  other: true,
  warning: false,
  open: false,
  empty: true,
};

const HEIGHT = 15;
const PADDING = 3;

/** A few characters around a middle, on a plain ground where the tone below them has a pattern or is dark. */
export function plated(text: string, tone: FigureTone, x: number, y: number): string {
  const width = textWidth(text) + 2 * PADDING;
  const plate = `<rect class="plate" x="${pixels(x - width / 2)}" y="${pixels(y - HEIGHT / 2)}" width="${pixels(width)}" height="${String(HEIGHT)}" rx="2"/>`;
  return (
    (IS_PLAIN[tone] ? "" : plate) +
    `<text class="value" x="${pixels(x)}" y="${pixels(y + 4.2)}" text-anchor="middle">${escapeHtml(text)}</text>`
  );
}

/** Whether a text fits on a plate into a width: figures are never cut, because a part of one is another figure. */
export const fitsPlate = (text: string, room: number): boolean => textWidth(text) + 2 * PADDING <= room;

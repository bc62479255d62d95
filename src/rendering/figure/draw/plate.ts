import { escapeHtml } from "../../text.ts";
import type { FigureTone } from "../tones.ts";
import { pixels, textWidth } from "./texts.ts";

/** Whether a text can be read on an area of a tone as it is. */
const IS_PLAIN: Readonly<Record<FigureTone, boolean>> = {
  solid: false,
  estimated: false,
  other: true,
  warning: false,
  open: false,
  empty: true,
};

/** Sizes of texts on plates: the height of the plate, that of a digit, and how wide a character gets beside a usual one. */
const SIZES = {
  value: { height: 15, digit: 8.4, scale: 1 },
  number: { height: 12, digit: 7, scale: 0.8 },
} as const;
const PADDING = 3;

/** A few characters around a middle, on a plain ground where the tone below them has a pattern or is dark. */
export function plated(text: string, tone: FigureTone, x: number, y: number, size: keyof typeof SIZES): string {
  const { height, digit, scale } = SIZES[size];
  const width = scale * textWidth(text) + 2 * PADDING;
  const plate = `<rect class="plate" x="${pixels(x - width / 2)}" y="${pixels(y - height / 2)}" width="${pixels(width)}" height="${String(height)}" rx="2"/>`;
  return (
    (IS_PLAIN[tone] ? "" : plate) +
    `<text class="${size}" x="${pixels(x)}" y="${pixels(y + digit / 2)}" text-anchor="middle">${escapeHtml(text)}</text>`
  );
}

/** Whether a text fits on a plate into a width: figures are never cut, because a part of one is another figure. */
export const fitsPlate = (text: string, room: number): boolean => textWidth(text) + 2 * PADDING <= room;

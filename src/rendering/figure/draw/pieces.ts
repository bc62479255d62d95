import { isWide } from "../../columns.ts";
import { cleanText, escapeHtml } from "../../text.ts";
import type { FigureTone, LegendEntry } from "../types.ts";

/** What is drawn: SVG markup on a surface of a width and a height, in pixels. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly body: string;
}

/** Dark blue of the house, a signal colour that the colour-blind tell from it, and greys: they differ in brightness too. */
export const INK = "#1f4e79";
/** What has to be looked at. */
export const SIGNAL = "#c25400";
/** What is of less weight. */
export const PALE = "#b8c4d0";
/** What it is drawn on. */
export const PAPER = "#ffffff";

/** A length with at most one decimal: short, and the same on every engine. */
export function pixels(length: number): string {
  return String(Math.round(length * 10) / 10);
}

/** How an area of a tone is filled; patterns are those of {@link patterns}. */
export function fillOf(tone: FigureTone, id: string): string {
  switch (tone) {
    case "solid":
      return INK;
    case "estimated":
      return `url(#${id}-hatch)`;
    case "other":
      return PALE;
    case "warning":
      return `url(#${id}-cross)`;
    case "open":
      return `url(#${id}-dots)`;
    case "empty":
      return PAPER;
  }
}

/** The patterns of a drawing: only those that it uses. */
export function patterns(body: string, id: string): string {
  const of = (name: string, size: number, inside: string, turned = ""): string =>
    body.includes(`url(#${id}-${name})`)
      ? `<pattern id="${id}-${name}" width="${String(size)}" height="${String(size)}" patternUnits="userSpaceOnUse"${turned}>` +
        `<rect width="${String(size)}" height="${String(size)}" fill="${PAPER}"/>${inside}</pattern>`
      : "";
  const used =
    of("hatch", 5, `<rect width="2.4" height="5" fill="${INK}"/>`, ' patternTransform="rotate(45)"') +
    of(
      "cross",
      5,
      `<rect width="1.6" height="5" fill="${SIGNAL}"/><rect width="5" height="1.6" fill="${SIGNAL}"/>`,
      ' patternTransform="rotate(45)"',
    ) +
    of("dots", 5, `<circle cx="2.5" cy="2.5" r="1.1" fill="${INK}"/>`);
  return used === "" ? "" : `<defs>${used}</defs>`;
}

/** Character widths in a drawing of 12 pixels: of a full-width one, and of any other, a width that letters seldom reach. */
const WIDE = 12.5;
const NARROW = 7.5;
/** What no line ends with, and what no line begins with. */
const OPENING = /[([（「『《〈“‘]/;
const CLOSING = /[)\]）」』》〉”’，。、；：！？]/;

/** How wide a character may get. */
const widthOf = (character: string): number => (isWide(character) ? WIDE : NARROW);

/** How wide a text may get, in pixels at the size of labels. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of cleanText(text)) width += widthOf(character);
  return width;
}

/**
 * Markup of a text as far as it fits into a width; a drawing does not wrap lines, so the whole text goes into its title.
 */
export function fittedText(text: string, room: number): string {
  const characters = Array.from(cleanText(text));
  let width = 0;
  const end = characters.findIndex((character) => (width += widthOf(character)) > room);
  if (end < 0) return escapeHtml(text);
  return `<title>${escapeHtml(text)}</title>${escapeHtml(`${characters.slice(0, end).join("")}…`)}`;
}

/**
 * A text in as many lines as it needs for a width, broken at blanks or beside full-width characters; the last that is
 * allowed may be too long.
 */
export function wrapped(text: string, room: number, most: number): readonly string[] {
  const characters = Array.from(cleanText(text));
  let width = 0;
  const fits = characters.findIndex((character) => (width += widthOf(character)) > room);
  if (fits < 0 || most === 1) return [characters.join("")];
  const mayBreak = (at: number): boolean =>
    !OPENING.test(characters[at - 1] ?? "") &&
    !CLOSING.test(characters[at] ?? "") &&
    [characters[at - 1], characters[at]].some((next) => next === " " || (next !== undefined && isWide(next)));
  let end = fits;
  while (end > 1 && !mayBreak(end)) end -= 1;
  if (end <= 1) end = Math.max(1, fits);
  const rest = characters.slice(end).join("").trim();
  return [characters.slice(0, end).join(""), ...(rest === "" ? [] : wrapped(rest, room, most - 1))];
}

/** The ends of a text that may be at its place. */
export const TEXT_ANCHORS = ["start", "middle", "end"] as const;

/** Which end of a text is at its place. */
export type TextAnchor = (typeof TEXT_ANCHORS)[number];

/** Where a text stands: its class in the stylesheet, its place, and the end of it that is there. */
interface TextPlace {
  readonly className: "label" | "value" | "tick";
  readonly x: number;
  readonly y: number;
  readonly anchor?: TextAnchor;
}

/** One line of text, as far as it fits into a width. */
export function textAt(text: string, room: number, { className, x, y, anchor = "start" }: TextPlace): string {
  const end = anchor === "start" ? "" : ` text-anchor="${anchor}"`;
  return `<text class="${className}" x="${pixels(x)}" y="${pixels(y)}"${end}>${fittedText(text, room)}</text>`;
}

/** Width of a text of the class `tick`, which is smaller. */
export const tickWidth = (text: string): number => textWidth(text) * 0.92;

/** Height of a line of a legend. */
const LEGEND_LINE = 18;
const SWATCH = 10;

/** A sign and what it means; the sign is drawn from its left end, around its middle. */
export interface LegendItem {
  readonly label: string;
  readonly size: number;
  readonly sign: (left: number, middle: number) => string;
}

/** What the tones of a drawing mean, in as many lines as the width needs, below `top`. */
export function legendOf(entries: readonly LegendEntry[], width: number, top: number, id: string): Drawing {
  const items = entries.map(({ tone, label }) => ({ label, size: SWATCH, sign: swatch(tone, id) }));
  return legendItems(items, width, top);
}

/** An area of a tone. */
export const swatch =
  (tone: FigureTone, id: string): LegendItem["sign"] =>
  (left, middle) =>
    `<rect class="tone-${tone}" x="${pixels(left)}" y="${pixels(middle - SWATCH / 2)}" width="${String(SWATCH)}" height="${String(SWATCH)}" fill="${fillOf(tone, id)}"/>`;

/** Signs and what they mean, in as many lines as the width needs, below `top`. */
export function legendItems(items: readonly LegendItem[], width: number, top: number): Drawing {
  let [x, y] = [0, top];
  const parts = items.map(({ label, size: own, sign }) => {
    const size = own + 5 + textWidth(label) + 12;
    if (x > 0 && x + size > width) [x, y] = [0, y + LEGEND_LINE];
    const left = x;
    x += size;
    return (
      sign(left, y + 10) +
      `<text class="legend" x="${pixels(left + own + 5)}" y="${pixels(y + 14)}">${fittedText(label, width - own - 5)}</text>`
    );
  });
  return { width, height: items.length === 0 ? 0 : y + LEGEND_LINE - top, body: parts.join("") };
}

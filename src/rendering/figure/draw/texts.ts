import { charactersOf, greatestOf, isWide } from "../../columns.ts";
import { cleanText, escapeHtml } from "../../text.ts";

/** A length with at most one decimal: short, and the same on every engine. */
export function pixels(length: number): string {
  return String(Math.round(length * 10) / 10);
}

/** Character widths in a drawing of 12 pixels: of a full-width one, and of any other, a width that letters seldom reach. */
const WIDE = 12.5;
const NARROW = 7.5;
/** How wide a text of the class `tick` is beside a label. */
const TICK = 0.92;
/** What no line ends with, and what no line begins with. */
const OPENING = /[([（「『《〈“‘]/;
const CLOSING = /[)\]）」』》〉”’，。、；：！？]/;

/** How wide a character may get, with its marks. */
const widthOf = (character: string): number => (isWide(character) ? WIDE : NARROW);

/** How wide a text may get, in pixels at the size of labels. */
export const textWidth = (text: string): number =>
  charactersOf(cleanText(text)).reduce((width, character) => width + widthOf(character), 0);

/** How wide the widest of some texts may get. */
export const widestOf = (texts: readonly string[]): number => greatestOf(texts.map(textWidth));

/** Width of a text of the class `tick`, which is smaller. */
export const tickWidth = (text: string): number => textWidth(text) * TICK;

/** How many labels' pixels have room where a text of the class `tick` stands. */
export const tickRoom = (room: number): number => room / TICK;

/** Where the first character is that has no room; -1 where all have. */
function endOfRoom(characters: readonly string[], room: number): number {
  let width = 0;
  return characters.findIndex((character) => (width += widthOf(character)) > room);
}

/**
 * Markup of a text as far as it fits into a width; a drawing does not wrap lines, so the whole text goes into its title.
 */
function fittedText(text: string, room: number): string {
  const characters = charactersOf(cleanText(text));
  const end = endOfRoom(characters, room);
  if (end < 0) return escapeHtml(text);
  return `<title>${escapeHtml(text)}</title>${escapeHtml(`${characters.slice(0, end).join("")}…`)}`;
}

/**
 * A text in as many lines as it needs for a width, broken at blanks or beside full-width characters; the last that is
 * allowed may be too long.
 */
export function wrapped(text: string, room: number, most: number): readonly string[] {
  const characters = charactersOf(cleanText(text));
  const fits = endOfRoom(characters, room);
  if (fits < 0 || most === 1) return [characters.join("")];
  const mayBreak = (at: number): boolean => {
    const [before = "", after = ""] = characters.slice(at - 1, at + 1);
    return (
      !OPENING.test(before) && !CLOSING.test(after) && [before, after].some((one) => /^\s$/.test(one) || isWide(one))
    );
  };
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
  readonly className: "label" | "value" | "tick" | "legend";
  readonly x: number;
  readonly y: number;
  readonly anchor?: TextAnchor;
}

/** One line of text, as far as it fits into a width. */
export function textAt(text: string, room: number, { className, x, y, anchor = "start" }: TextPlace): string {
  const end = anchor === "start" ? "" : ` text-anchor="${anchor}"`;
  return `<text class="${className}" x="${pixels(x)}" y="${pixels(y)}"${end}>${fittedText(text, room)}</text>`;
}

/** Lines of text at a distance from each other, so that the middle of them all is at the place. */
export function linesAt(lines: readonly string[], room: number, place: TextPlace, distance: number): string {
  const first = place.y - ((lines.length - 1) / 2) * distance;
  return lines.map((line, at) => textAt(line, room, { ...place, y: first + at * distance })).join("");
}

import { cleanText, escapeHtml } from "../text.ts";
import type { BarsBlock, BarTone } from "../blocks.ts";

const WIDTH = 390;
const ROW = 27;
const LEGEND = 22;

/**
 * Horizontal bars as static SVG: no script, no style attribute, title and description for screen readers, a pattern as
 * well as a colour for each tone, so that a black-and-white print still tells them apart.
 *
 * @param figure - bars on one scale
 * @param id - unique in the document, for the references inside the drawing
 * @returns SVG markup
 */
export function barFigure(figure: BarsBlock, id: string): string {
  const longest = Math.max(0, ...figure.bars.map((bar) => total(bar.parts)));
  const height = figure.bars.length * ROW + LEGEND;
  const bars = figure.bars.map((bar, at) => {
    const top = at * ROW;
    let left = 0;
    const parts = bar.parts.map((part) => {
      const width = longest > 0 ? (part.value / longest) * WIDTH : 0;
      const x = left;
      left += width;
      return `<rect class="bar-${part.tone}" x="${pixels(x)}" y="${pixels(top + 17)}" width="${pixels(width)}" height="8" fill="${fillOf(part.tone, id)}"/>`;
    });
    return (
      `<text class="bar-label" x="0" y="${pixels(top + 13)}">${labelText(bar)}</text>` +
      `<text class="bar-text" x="${pixels(WIDTH)}" y="${pixels(top + 13)}" text-anchor="end">${escapeHtml(bar.text)}</text>` +
      `<rect class="bar-track" x="0" y="${pixels(top + 17)}" width="${pixels(WIDTH)}" height="8"/>` +
      parts.join("")
    );
  });
  const step = figure.legend.length > 0 ? WIDTH / figure.legend.length : WIDTH;
  const legend = figure.legend.map(
    ({ tone, label }, at) =>
      `<rect class="bar-${tone}" x="${pixels(at * step)}" y="${pixels(height - 13)}" width="10" height="10" fill="${fillOf(tone, id)}"/>` +
      `<text class="bar-legend" x="${pixels(at * step + 15)}" y="${pixels(height - 4)}">${escapeHtml(label)}</text>`,
  );
  return (
    `<svg role="img" aria-labelledby="${id}-title ${id}-text" viewBox="0 0 ${pixels(WIDTH)} ${pixels(height)}" xmlns="http://www.w3.org/2000/svg">` +
    `<title id="${id}-title">${escapeHtml(figure.title)}</title><desc id="${id}-text">${escapeHtml(figure.description)}</desc>` +
    `<defs><pattern id="${id}-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
    `<rect width="5" height="5" fill="#ffffff"/><rect width="2.4" height="5" fill="#1f4e79"/></pattern></defs>` +
    `${bars.join("")}${legend.join("")}</svg>`
  );
}

/** Character widths in the drawing: of a full-width one, and of any other, a width that letters seldom reach. */
const WIDE = 12.5;
const NARROW = 7.5;
const FULL_WIDTH =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{3ffff}]/u;

const widthOf = (character: string): number => (FULL_WIDTH.test(character) ? WIDE : NARROW);

/**
 * The label as far as it fits beside the figure; a drawing does not wrap lines, so the whole label goes into its title.
 */
function labelText({ label, text }: BarsBlock["bars"][number]): string {
  let room = WIDTH - WIDE;
  for (const character of text) room -= widthOf(character);
  const characters = Array.from(cleanText(label));
  let width = 0;
  const end = characters.findIndex((character) => (width += widthOf(character)) > room);
  if (end < 0) return escapeHtml(label);
  return `<title>${escapeHtml(label)}</title>${escapeHtml(`${characters.slice(0, end).join("")}…`)}`;
}

function total(parts: BarsBlock["bars"][number]["parts"]): number {
  return parts.reduce((sum, part) => sum + part.value, 0);
}

function fillOf(tone: BarTone, id: string): string {
  switch (tone) {
    case "solid":
      return "#1f4e79";
    case "estimated":
      return `url(#${id}-hatch)`;
    case "other":
      return "#b8c4d0";
  }
}

/** A length with at most one decimal: short, and the same on every engine. */
function pixels(length: number): string {
  return String(Math.round(length * 10) / 10);
}

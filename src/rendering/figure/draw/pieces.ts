import { escapeHtml } from "../../text.ts";
import type { FigureTone, LegendEntry } from "../tones.ts";
import { pixels, textAt, textWidth } from "./texts.ts";

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

const TURNED = ' patternTransform="rotate(45)"';

/** The patterns of a drawing: only those that it uses. */
export function patterns(body: string, id: string): string {
  const of = (name: string, inside: string, turned = ""): string =>
    // quoted, as no text can be
    body.includes(`fill="url(#${id}-${name})"`)
      ? `<pattern id="${id}-${name}" width="5" height="5" patternUnits="userSpaceOnUse"${turned}>` +
        `<rect width="5" height="5" fill="${PAPER}"/>${inside}</pattern>`
      : "";
  const used =
    of("hatch", `<rect width="2.4" height="5" fill="${INK}"/>`, TURNED) +
    of(
      "cross",
      `<rect width="1.6" height="5" fill="${SIGNAL}"/><rect width="5" height="1.6" fill="${SIGNAL}"/>`,
      TURNED,
    ) +
    of("dots", `<circle cx="2.5" cy="2.5" r="1.1" fill="${INK}"/>`);
  return used === "" ? "" : `<defs>${used}</defs>`;
}

/** A rectangle in pixels. */
export type Box = Readonly<Record<"x" | "y" | "width" | "height", number>>;

/** An area of a tone; a cell says `told` to whoever points at it. */
export function areaOf(tone: FigureTone, { x, y, width, height }: Box, id: string, told?: string): string {
  const [kind, inside] = told === undefined ? ["", ""] : ["cell ", `<title>${escapeHtml(told)}</title>`];
  const area = `<rect class="${kind}tone-${tone}" x="${pixels(x)}" y="${pixels(y)}" width="${pixels(width)}" height="${pixels(height)}" fill="${fillOf(tone, id)}"`;
  return inside === "" ? `${area}/>` : `${area}>${inside}</rect>`;
}

/** A place in a drawing. */
export type Point = readonly [x: number, y: number];

/** A straight line, drawn as its class in the stylesheet says. */
export function lineFrom([x1, y1]: Point, [x2, y2]: Point, className: string): string {
  return `<line class="${className}" x1="${pixels(x1)}" y1="${pixels(y1)}" x2="${pixels(x2)}" y2="${pixels(y2)}"/>`;
}

/** The data of a path through places. */
export const pathOf = (points: readonly Point[]): string =>
  `M${points.map(([x, y]) => `${pixels(x)},${pixels(y)}`).join("L")}`;

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
  const items = entries.map(({ tone, label }): LegendItem => ({
    label,
    size: SWATCH,
    sign: (x, middle) => areaOf(tone, { x, y: middle - SWATCH / 2, width: SWATCH, height: SWATCH }, id),
  }));
  return legendItems(items, width, top);
}

/** Signs and what they mean, in as many lines as the width needs, below `top`. */
export function legendItems(items: readonly LegendItem[], width: number, top: number): Drawing {
  let [x, y] = [0, top];
  const parts = items.map(({ label, size: own, sign }) => {
    const size = own + 5 + textWidth(label) + 12;
    if (x > 0 && x + size > width) [x, y] = [0, y + LEGEND_LINE];
    const left = x;
    x += size;
    return sign(left, y + 10) + textAt(label, width - own - 5, { className: "legend", x: left + own + 5, y: y + 14 });
  });
  return { width, height: items.length === 0 ? 0 : y + LEGEND_LINE - top, body: parts.join("") };
}

import type { FigureTone } from "../types.ts";
import { INK, PAPER, pixels, SIGNAL } from "./pieces.ts";

/** Grey for lines: dark enough for a thin one. */
const GREY = "#5b6776";

/** How a line of a tone is drawn: colour, width, and dashes and gaps in pixels. */
export interface Stroke {
  readonly colour: string;
  readonly width: number;
  readonly dashes: readonly number[];
}

/** The line of each tone, told from the others by colour and by dashes. */
export const STROKES: Readonly<Record<FigureTone, Stroke>> = {
  solid: { colour: INK, width: 2, dashes: [] },
  estimated: { colour: INK, width: 2, dashes: [6, 3] },
  other: { colour: GREY, width: 1.6, dashes: [12, 3] },
  warning: { colour: SIGNAL, width: 2, dashes: [8, 3, 2, 3] },
  open: { colour: INK, width: 1.6, dashes: [1.5, 3] },
  empty: { colour: GREY, width: 1, dashes: [] },
};

/** The attributes of a line of a tone. */
export function strokeOf(tone: FigureTone): string {
  const { colour, width, dashes } = STROKES[tone];
  return `stroke="${colour}" stroke-width="${String(width)}"${dashes.length === 0 ? "" : ` stroke-dasharray="${dashes.join(" ")}"`}`;
}

/** The sign of a place on a line of a tone: each tone has a form of its own. */
export function markerOf(tone: FigureTone, x: number, y: number): string {
  const { colour } = STROKES[tone];
  const round = (fill: string): string =>
    `<circle class="marker" cx="${pixels(x)}" cy="${pixels(y)}" r="2.6" fill="${fill}" stroke="${colour}"/>`;
  const path = (turns: readonly (readonly [number, number])[], fill: string): string =>
    `<path class="marker" d="M${turns.map(([dx, dy]) => `${pixels(x + dx)},${pixels(y + dy)}`).join("L")}Z" fill="${fill}" stroke="${colour}"/>`;
  switch (tone) {
    case "solid":
      return round(colour);
    case "estimated":
      return round(PAPER);
    case "other":
      return path(
        [
          [-2.5, -2.5],
          [2.5, -2.5],
          [2.5, 2.5],
          [-2.5, 2.5],
        ],
        colour,
      );
    case "warning":
      return path(
        [
          [0, -3.4],
          [3.2, 2.4],
          [-3.2, 2.4],
        ],
        colour,
      );
    case "open":
      return path(
        [
          [0, -3.4],
          [3.4, 0],
          [0, 3.4],
          [-3.4, 0],
        ],
        PAPER,
      );
    case "empty":
      return path(
        [
          [-2.5, -2.5],
          [2.5, -2.5],
          [2.5, 2.5],
          [-2.5, 2.5],
        ],
        PAPER,
      );
  }
}

import type { FigureTone } from "../tones.ts";
import { INK, PAPER, pathOf, SIGNAL, type Point } from "./pieces.ts";
import { pixels } from "./texts.ts";

/** Grey for lines: dark enough for a thin one. */
const GREY = "#5b6776";

/** How a line of a tone is drawn: colour, width, and dashes and gaps in pixels. */
interface Stroke {
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

/** Corners around a place, right of it and below it. */
interface Corners {
  readonly right: readonly number[];
  readonly below: readonly number[];
}

const SQUARE: Corners = { right: [-2.5, 2.5, 2.5, -2.5], below: [-2.5, -2.5, 2.5, 2.5] };
const TRIANGLE: Corners = { right: [0, 3.2, -3.2], below: [-3.4, 2.4, 2.4] };
const DIAMOND: Corners = { right: [0, 3.4, 0, -3.4], below: [-3.4, 0, 3.4, 0] };

/** The form of the sign of each tone, a circle where it has no corners, and whether it is filled. */
const SIGNS: Readonly<Record<FigureTone, { readonly corners: Corners | null; readonly isFilled: boolean }>> = {
  solid: { corners: null, isFilled: true },
  estimated: { corners: null, isFilled: false },
  other: { corners: SQUARE, isFilled: true },
  warning: { corners: TRIANGLE, isFilled: true },
  open: { corners: DIAMOND, isFilled: false },
  empty: { corners: SQUARE, isFilled: false },
};

/** The sign of a place on a line of a tone: each tone has a form of its own. */
export function markerOf(tone: FigureTone, [x, y]: Point): string {
  const { corners, isFilled } = SIGNS[tone];
  const { colour } = STROKES[tone];
  const drawn = `fill="${isFilled ? colour : PAPER}" stroke="${colour}"/>`;
  if (corners === null) return `<circle class="marker" cx="${pixels(x)}" cy="${pixels(y)}" r="2.6" ${drawn}`;
  const points = corners.right.map((right, at): Point => [x + right, y + (corners.below[at] ?? 0)]);
  return `<path class="marker" d="${pathOf(points)}Z" ${drawn}`;
}

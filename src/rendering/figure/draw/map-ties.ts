import { escapeHtml } from "../../text.ts";
import type { MapTie } from "../types.ts";
import { pathOf, type LegendItem, type Point } from "./pieces.ts";
import type { Place } from "./map-labels.ts";
import { STROKES, strokeOf } from "./strokes.ts";

/** Length of a tooth of a zigzag and how far it reaches to a side; length of an arrow and half its width. */
const TOOTH = 4;
const SWING = 2.5;
const ARROW = 9;
const HALF = 4;
const ASIDE = 5;
const SIGN = 28;
const STEP = 8;

type Line = Pick<MapTie, "directed" | "tone">;

/** A line from one point to another: with an arrow at its end, or, without a direction, as a zigzag. */
export function drawTie(
  [from, to]: readonly [from: Place | undefined, to: Place | undefined],
  { text, ...line }: Line & Pick<MapTie, "text">,
  radius: number,
): string {
  if (from === undefined || to === undefined) return "";
  const length = Math.sqrt((to.x - from.x) ** 2 + (to.y - from.y) ** 2);
  // between points that lie on each other there is no room for a line
  if (length <= 2 * radius + ARROW) return "";
  const along = (distance: number): Place => ({
    x: from.x + ((to.x - from.x) * distance) / length,
    y: from.y + ((to.y - from.y) * distance) / length,
  });
  // beside the line that an arrow between the same two would take
  const aside = line.directed ? 0 : ASIDE / length;
  const beside = ({ x, y }: Place): Place => ({ x: x - (to.y - from.y) * aside, y: y + (to.x - from.x) * aside });
  const [start, end] = [beside(along(radius + 1)), beside(along(length - radius - 1))];
  return lineBetween(start, end, line, `<title>${escapeHtml(text)}</title>`);
}

/** Places along a line, near enough to each other that no name lies between two of them. */
export function alongTie(from: Place | undefined, to: Place | undefined): readonly Place[] {
  if (from === undefined || to === undefined) return [];
  const steps = Math.ceil(Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y)) / STEP);
  return Array.from({ length: steps }, (_, at) => ({
    x: from.x + ((to.x - from.x) * at) / steps,
    y: from.y + ((to.y - from.y) * at) / steps,
  }));
}

/** A line for a legend. */
export const tieSign = (line: Line): Pick<LegendItem, "size" | "sign"> => ({
  size: SIGN,
  sign: (left, middle) => lineBetween({ x: left, y: middle }, { x: left + SIGN, y: middle }, line, ""),
});

function lineBetween(start: Place, end: Place, { directed, tone }: Line, inside: string): string {
  const length = Math.sqrt((end.x - start.x) ** 2 + (end.y - start.y) ** 2);
  const [dx, dy] = [(end.x - start.x) / length, (end.y - start.y) / length];
  // so far along the line, and so far to its side
  const at = (far: number, side: number): Point => [start.x + dx * far - dy * side, start.y + dy * far + dx * side];
  const { colour } = STROKES[tone];
  if (directed) {
    const end = pathOf([at(length, 0), at(length - ARROW, HALF), at(length - ARROW, -HALF)]);
    return (
      `<path class="tie-line" d="${pathOf([at(0, 0), at(length - ARROW, 0)])}" fill="none" ${strokeOf(tone)}>${inside}</path>` +
      `<path class="tie-end" d="${end}Z" fill="${colour}"/>`
    );
  }
  const teeth = Math.max(2, Math.floor(length / TOOTH));
  const turns = Array.from({ length: teeth - 1 }, (_, n) =>
    at(((n + 1) * length) / teeth, n % 2 === 0 ? SWING : -SWING),
  );
  return `<path class="tie-line" d="${pathOf([at(0, 0), ...turns, at(length, 0)])}" fill="none" stroke="${colour}" stroke-width="1.3">${inside}</path>`;
}

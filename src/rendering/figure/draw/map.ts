import { greatestOf } from "../../columns.ts";
import { escapeHtml } from "../../text.ts";
import { MAP_SIDE, type MapAxis, type MapFigure, type MapPoint } from "../types.ts";
import { labelsOf, type Label, type Place } from "./map-labels.ts";
import { alongTie, drawTie, tieSign } from "./map-ties.ts";
import { fillOf, legendItems, legendOf, lineFrom, type Drawing } from "./pieces.ts";
import { linesAt, pixels, textAt, textWidth, tickRoom, widestOf, wrapped } from "./texts.ts";

const WIDTH = 760;
const LINE = 14;
const HEAD = 22;
const BAND = 96;
const LEAST_HEIGHT = 240;
const MOST_HEIGHT = 640;
const MOST_BAND_NAME = 90;
const GAP = 8;
const RADIUS = 7;
/** Of a point that has a number inside: what is left of it shows its tone. */
const NUMBERED = 9.5;
/** Room for the name of a side; both are on one line. */
const TITLE = tickRoom(WIDTH / 2 - GAP);

/** Points in bands of two sides, lines between them, and names that do not lie on each other. */
export function drawMap({ x, y, points, ties, tieLegend = [], legend }: MapFigure, id: string): Drawing {
  const names = Math.min(MOST_BAND_NAME, widestOf(y.bands));
  const height = Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, y.bands.length * BAND));
  const area = { left: names + GAP, top: HEAD, right: WIDTH, bottom: HEAD + height };
  const width = area.right - area.left;
  const places = points.map((point): Place => ({
    x: area.left + (point.x / MAP_SIDE) * width,
    y: area.bottom - (point.y / MAP_SIDE) * height,
  }));
  const labels = labelsOf(
    points.map(({ label }) => label),
    places,
    { ...area, radius: RADIUS, reach: NUMBERED },
    ties.flatMap(({ from, to }) => alongTie(places[from], places[to])),
  );
  const heads = bandsAcross(x, area.left, width, area.bottom);
  const below = area.bottom + heads.height + 4;
  const key = keyOf(points, labels, below);
  const signs = legendItems(
    tieLegend.map((entry) => ({ label: entry.label, ...tieSign(entry) })),
    WIDTH,
    below + key.height,
  );
  const tones = legendOf(legend, WIDTH, below + key.height + signs.height, id);
  const drawn =
    bandsUp(y, names, area.left, height) +
    heads.body +
    ties.map((tie) => drawTie([places[tie.from], places[tie.to]], tie, RADIUS)).join("") +
    points.map((point, at) => pointAt(point, places[at], labels[at], id)).join("");
  return {
    width: WIDTH,
    height: below + key.height + signs.height + tones.height,
    body: drawn + key.body + signs.body + tones.body,
  };
}

/** The bands of the upright side, every second one on a pale ground, with their names on the left. */
function bandsUp({ title, bands }: MapAxis, names: number, left: number, height: number): string {
  const band = height / bands.length;
  const rows = bands.map((name, at) => {
    const top = HEAD + height - (at + 1) * band;
    const ground = `<rect class="track" x="${pixels(left)}" y="${pixels(top)}" width="${pixels(WIDTH - left)}" height="${pixels(band)}"/>`;
    const lines = wrapped(name, names, 2);
    return (
      (at % 2 === 1 ? ground : "") +
      linesAt(lines, names + GAP, { className: "tick", x: 0, y: top + band / 2 + 4 }, LINE)
    );
  });
  return textAt(`↑ ${title}`, TITLE, { className: "tick", x: 0, y: 12 }) + rows.join("");
}

/** The bands of the level side, between lines, with their names below. */
function bandsAcross(
  { title, bands }: MapAxis,
  left: number,
  width: number,
  bottom: number,
): Pick<Drawing, "height" | "body"> {
  const band = width / bands.length;
  const wrappedNames = bands.map((name) => wrapped(name, band - 6, 2));
  const most = greatestOf(wrappedNames.map((lines) => lines.length));
  const lines = Array.from({ length: bands.length + 1 }, (_, at) => {
    const x = left + at * band;
    return lineFrom([x, HEAD], [x, bottom], "grid");
  });
  const names = wrappedNames.map((of, at) => {
    const middle = bottom + ((of.length + 1) / 2) * LINE;
    return linesAt(of, band - 2, { className: "tick", x: left + (at + 0.5) * band, y: middle, anchor: "middle" }, LINE);
  });
  const head = textAt(`${title} →`, TITLE, { className: "tick", x: WIDTH, y: 12, anchor: "end" });
  return { height: most * LINE + 2, body: lines.join("") + head + names.join("") };
}

/** A point with its name, or with the number its name has in the key. */
function pointAt(
  { label, tone, texts }: MapPoint,
  place: Place | undefined,
  of: Label | undefined,
  id: string,
): string {
  if (place === undefined || of === undefined) return "";
  const [x, y] = [pixels(place.x), pixels(place.y)];
  const told = `<title>${escapeHtml([label, ...texts].join("\n"))}</title>`;
  const point = (radius: number): string =>
    `<circle class="point tone-${tone}" cx="${x}" cy="${y}" r="${String(radius)}" fill="${fillOf(tone, id)}">${told}</circle>`;
  if (of.number === null) {
    return point(RADIUS) + textAt(label, of.room, { className: "label", x: of.x, y: of.y, anchor: of.anchor });
  }
  return (
    `${point(NUMBERED)}<circle class="plate" cx="${x}" cy="${y}" r="6"/>` +
    `<text class="number" x="${x}" y="${pixels(place.y + 3.4)}" text-anchor="middle">${String(of.number)}</text>`
  );
}

/** What the numbers mean that points have for which there was no room. */
function keyOf(points: readonly MapPoint[], labels: readonly Label[], top: number): Drawing {
  const names = new Map<number, string[]>();
  for (const [at, { number }] of labels.entries()) {
    if (number !== null) names.set(number, [...(names.get(number) ?? []), points[at]?.label ?? ""]);
  }
  const items = [...names].map(([number, of]) => {
    const text = String(number);
    const sign = (left: number, middle: number): string =>
      `<text class="number" x="${pixels(left)}" y="${pixels(middle + 4)}">${text}</text>`;
    return { label: of.join(" · "), size: textWidth(text), sign };
  });
  return legendItems(items, WIDTH, top);
}

import { escapeHtml } from "../../text.ts";
import type { MapAxis, MapFigure, MapPoint } from "../types.ts";
import { labelsOf, type Label, type Place } from "./map-labels.ts";
import { alongTie, drawTie, tieSign } from "./map-ties.ts";
import { fillOf, legendItems, legendOf, pixels, textAt, textWidth, wrapped, type Drawing } from "./pieces.ts";

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
/** Thousandths of a side. */
const SIDE = 1000;

/** Points in bands of two sides, lines between them, and names that do not lie on each other. */
export function drawMap({ x, y, points, ties, tieLegend = [], legend }: MapFigure, id: string): Drawing {
  const names = Math.min(
    MOST_BAND_NAME,
    y.bands.reduce((most, band) => Math.max(most, textWidth(band)), 0),
  );
  const height = Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, y.bands.length * BAND));
  const area = { left: names + GAP, top: HEAD, right: WIDTH, bottom: HEAD + height };
  const width = area.right - area.left;
  const places = points.map((point): Place => ({
    x: area.left + (point.x / SIDE) * width,
    y: area.bottom - (point.y / SIDE) * height,
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
    tieLegend.map(({ directed, tone, label }) => ({ label, ...tieSign(directed, tone) })),
    WIDTH,
    below + key.height,
  );
  const tones = legendOf(legend, WIDTH, below + key.height + signs.height, id);
  const drawn =
    bandsUp(y, names, area.left, height) +
    heads.body +
    ties
      .map(({ from, to, directed, tone, text }) =>
        drawTie([places[from], places[to]], { directed, tone, text }, RADIUS),
      )
      .join("") +
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
    const lines = wrapped(name, names, 2);
    return (
      (at % 2 === 1
        ? `<rect class="track" x="${pixels(left)}" y="${pixels(top)}" width="${pixels(WIDTH - left)}" height="${pixels(band)}"/>`
        : "") +
      lines
        .map((line, n) =>
          textAt(line, names + GAP, {
            className: "tick",
            x: 0,
            y: top + band / 2 + 4 + (n - (lines.length - 1) / 2) * LINE,
          }),
        )
        .join("")
    );
  });
  return textAt(`↑ ${title}`, WIDTH, { className: "tick", x: 0, y: 12 }) + rows.join("");
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
  const most = wrappedNames.reduce((count, lines) => Math.max(count, lines.length), 0);
  const lines = Array.from({ length: bands.length + 1 }, (_, at) => {
    const x = pixels(left + at * band);
    return `<line class="grid" x1="${x}" y1="${pixels(HEAD)}" x2="${x}" y2="${pixels(bottom)}"/>`;
  });
  const names = wrappedNames.flatMap((of, at) =>
    of.map((line, n) =>
      textAt(line, band - 2, {
        className: "tick",
        x: left + (at + 0.5) * band,
        y: bottom + (n + 1) * LINE,
        anchor: "middle",
      }),
    ),
  );
  const head = textAt(`${title} →`, width, { className: "tick", x: WIDTH, y: 12, anchor: "end" });
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

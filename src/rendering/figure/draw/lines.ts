import { greatestOf } from "../../columns.ts";
import type { LineBand, LinesFigure, LineSeries, NumberTick } from "../types.ts";
import { legendItems, pixels, textAt, textWidth, tickWidth, type Drawing, type LegendItem } from "./pieces.ts";
import { scaleOf, type Scale } from "./scale.ts";
import { markerOf, STROKES, strokeOf } from "./strokes.ts";

const WIDTH = 390;
const HEAD = 24;
const LINE = 15;
const HEIGHT = 170;
const GAP = 7;
/** Most of the width that the words of an axis and the names beside lines take. */
const MOST_TICK = 90;
const MOST_LABEL = 110;
/** With more places than these a line has signs only where it begins and ends. */
const MOST_SIGNS = 25;
const SAMPLE = 26;

type Point = readonly [x: number, y: number];

/** Lines and bands over their axes, with the names of lines at their ends or, where they do not fit, below. */
export function drawLines(figure: LinesFigure): Drawing {
  const { x, y, places, series, bands, marks } = figure;
  const ys = [
    ...y.ticks.map(({ at }) => at),
    ...series.flatMap(({ values }) => values.filter((value) => value !== null)),
    ...bands.flatMap(({ values }) => values.flatMap((pair) => pair ?? [])),
  ];
  const left =
    Math.min(
      MOST_TICK,
      y.ticks.reduce((most, { label }) => Math.max(most, tickWidth(label)), 0),
    ) + GAP;
  const rows = markRows(marks, scaleOf(xsOf(figure), left, WIDTH - GAP));
  const top = HEAD + rows.count * LINE;
  const bottom = top + HEIGHT;
  const toY = scaleOf(ys, bottom, top);
  // one line by the name of the axis needs none of its own
  const names = namesBeside(series.length === 1 && series[0]?.label === y.title ? [] : series, toY);
  const right =
    WIDTH -
    (names === null || names.length === 0 ? GAP : greatestOf(names.map(({ label }) => textWidth(label))) + GAP + 3);
  const toX = scaleOf(xsOf(figure), left, right);
  const at = places.map((place) => toX(place.at));
  const legend = legendItems(
    [...(names === null ? series.map(sampleOf) : []), ...bands.map(bandSample)],
    WIDTH,
    bottom + 2 * LINE + 4,
  );
  return {
    width: WIDTH,
    height: bottom + 2 * LINE + 4 + legend.height,
    body: [
      textAt(y.title, WIDTH, { className: "tick", x: 0, y: 12 }),
      levelLines(figure, toY, left, right),
      `<line class="axis" x1="${pixels(left)}" y1="${pixels(bottom)}" x2="${pixels(right)}" y2="${pixels(bottom)}"/>`,
      placeTicks(x.ticks, toX, bottom),
      textAt(x.title, WIDTH, { className: "tick", x: right, y: bottom + 2 * LINE, anchor: "end" }),
      ...bands.map((band) => bandAt(band, at, toY)),
      marksAt(marks, rows.of, toX, bottom),
      ...series.map((line) => lineAt(line, at, toY)),
      ...(names ?? []).map((name) =>
        textAt(name.label, MOST_LABEL, { className: "label", x: right + GAP, y: name.y + 4 }),
      ),
      legend.body,
    ].join(""),
  };
}

const xsOf = ({ x, places, marks }: LinesFigure): readonly number[] =>
  [...x.ticks, ...places, ...marks].map((tick) => tick.at);

/** Lines of the levels that have words, as far as these do not overlap, and of 0. */
function levelLines({ y }: LinesFigure, toY: Scale, left: number, right: number): string {
  let above = Infinity;
  const level = (at: number, className: string): string =>
    `<line class="${className}" x1="${pixels(left)}" y1="${pixels(toY(at))}" x2="${pixels(right)}" y2="${pixels(toY(at))}"/>`;
  const drawn = [...y.ticks]
    .sort((a, b) => a.at - b.at)
    .map(({ at, label }) => {
      const place = toY(at);
      if (above - place < LINE - 2) return "";
      above = place;
      const words = textAt(label, MOST_TICK + GAP, {
        className: "tick",
        x: left - GAP + 2,
        y: place + 4,
        anchor: "end",
      });
      return level(at, at === 0 ? "axis" : "grid") + words;
    });
  const isCrossed = y.ticks.some(({ at }) => at < 0) && y.ticks.some(({ at }) => at > 0);
  return drawn.join("") + (isCrossed && !y.ticks.some(({ at }) => at === 0) ? level(0, "axis") : "");
}

/** Words below the axis, as far as they do not overlap. */
function placeTicks(ticks: readonly NumberTick[], toX: Scale, bottom: number): string {
  let before = -Infinity;
  return [...ticks]
    .sort((a, b) => a.at - b.at)
    .map(({ at, label }) => {
      const half = tickWidth(label) / 2;
      const middle = Math.max(half, Math.min(WIDTH - half, toX(at)));
      const line = `<line class="axis" x1="${pixels(toX(at))}" y1="${pixels(bottom)}" x2="${pixels(toX(at))}" y2="${pixels(bottom + 4)}"/>`;
      if (middle - half < before + GAP) return line;
      before = middle + half;
      return line + textAt(label, WIDTH, { className: "tick", x: middle, y: bottom + LINE + 1, anchor: "middle" });
    })
    .join("");
}

/** In which line above the plot the words of each mark stand, so that none overlap. */
function markRows(
  marks: readonly NumberTick[],
  toX: Scale,
): { readonly of: readonly number[]; readonly count: number } {
  const ends: number[] = [];
  const of = marks.map(({ at, label }) => {
    const half = tickWidth(label) / 2;
    const middle = markMiddle(toX(at), half);
    const free = ends.findIndex((end) => middle - half > end + GAP);
    const row = free < 0 ? ends.length : free;
    ends[row] = middle + half;
    return row;
  });
  return { of, count: ends.length };
}

/** The middle of words above a place, inside the drawing. */
const markMiddle = (x: number, half: number): number => Math.max(half, Math.min(WIDTH - half, x));

/** Upright lines through the places that are marked, and then their words, which no line crosses. */
function marksAt(marks: readonly NumberTick[], rows: readonly number[], toX: Scale, bottom: number): string {
  const placed = marks.map(({ at, label }, n) => ({ label, x: toX(at), y: HEAD + (rows[n] ?? 0) * LINE }));
  const lines = placed.map(
    ({ x, y }) =>
      `<line class="mark" x1="${pixels(x)}" y1="${pixels(y + LINE - 2)}" x2="${pixels(x)}" y2="${pixels(bottom)}"/>`,
  );
  const words = placed.map(({ label, x, y }) =>
    textAt(label, WIDTH, {
      className: "tick",
      x: markMiddle(x, tickWidth(label) / 2),
      y: y + LINE - 5,
      anchor: "middle",
    }),
  );
  return lines.join("") + words.join("");
}

/** Runs of places that have a value; a gap ends one. */
function runsOf<T>(values: readonly (T | null)[]): readonly (readonly (readonly [at: number, value: T])[])[] {
  const runs: (readonly [number, T])[][] = [[]];
  for (const [at, value] of values.entries()) {
    if (value === null) runs.push([]);
    else runs.at(-1)?.push([at, value]);
  }
  return runs.filter((run) => run.length > 0);
}

const pathOf = (points: readonly Point[]): string =>
  `M${points.map(([x, y]) => `${pixels(x)},${pixels(y)}`).join("L")}`;

function lineAt({ tone, values }: LineSeries, at: readonly number[], toY: Scale): string {
  return runsOf(values)
    .map((run) => {
      const points = run.map(([place, value]): Point => [at[place] ?? 0, toY(value)]);
      const signed = points.filter((_, n) => values.length <= MOST_SIGNS || n === 0 || n === points.length - 1);
      const line = points.length < 2 ? "" : `<path class="line" d="${pathOf(points)}" fill="none" ${strokeOf(tone)}/>`;
      return line + signed.map(([x, y]) => markerOf(tone, x, y)).join("");
    })
    .join("");
}

/** A band with dashed edges; over a single place it is an upright line. */
function bandAt({ tone, values }: LineBand, at: readonly number[], toY: Scale): string {
  const { colour } = STROKES[tone];
  return runsOf(values)
    .map((run) => {
      const edge = (side: 0 | 1): Point[] => run.map(([place, pair]) => [at[place] ?? 0, toY(pair[side])]);
      return area(edge(0), edge(1), colour);
    })
    .join("");
}

function area(low: readonly Point[], high: readonly Point[], colour: string): string {
  const edges = low.length < 2 ? [[...low, ...high]] : [low, high];
  return (
    `<path class="band" d="${pathOf([...high, ...[...low].reverse()])}Z" fill="${colour}"/>` +
    edges.map((points) => `<path class="edge" d="${pathOf(points)}" fill="none" stroke="${colour}"/>`).join("")
  );
}

/** Where the names of lines are, beside their ends; null where they would overlap, or a line ends before. */
function namesBeside(
  series: readonly LineSeries[],
  toY: Scale,
): readonly { readonly label: string; readonly y: number }[] | null {
  const names = series.map(({ label, values }) => {
    const last = values.at(-1);
    return last === undefined || last === null || textWidth(label) > MOST_LABEL ? null : { label, y: toY(last) };
  });
  const beside = names.filter((name) => name !== null).sort((a, b) => a.y - b.y);
  const fits = beside.every(({ y }, n) => n === 0 || y - (beside[n - 1]?.y ?? y) >= LINE - 1);
  return fits && beside.length === series.length ? beside : null;
}

const sampleOf = ({ label, tone }: LineSeries): LegendItem => ({
  label,
  size: SAMPLE,
  sign: (left, middle) =>
    `<path class="line" d="${pathOf([
      [left, middle],
      [left + SAMPLE, middle],
    ])}" fill="none" ${strokeOf(tone)}/>` + markerOf(tone, left + SAMPLE / 2, middle),
});

const bandSample = ({ label, tone }: LineBand): LegendItem => ({
  label,
  size: SAMPLE,
  sign: (left, middle) => {
    const edge = (y: number): Point[] => [
      [left, y],
      [left + SAMPLE, y],
    ];
    return area(edge(middle + 5), edge(middle - 5), STROKES[tone].colour);
  },
});

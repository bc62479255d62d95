import { greatestOf } from "../../columns.ts";
import type { LineBand, LinesFigure, LineSeries, NumberTick } from "../types.ts";
import { legendItems, lineFrom, pathOf, type Drawing, type LegendItem, type Point } from "./pieces.ts";
import { extentOf, levelsIn, placesIn, scaleOf, type Scale } from "./scale.ts";
import { markerOf, STROKES, strokeOf } from "./strokes.ts";
import { textAt, textWidth, tickWidth, widestOf } from "./texts.ts";

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

/** Lines and bands over their axes, with the names of lines at their ends or, where they do not fit, below. */
export function drawLines(figure: LinesFigure): Drawing {
  const { x, y, places, series, bands, marks } = figure;
  const ys = levelsIn(figure);
  const left = Math.min(MOST_TICK, greatestOf(y.ticks.map(({ label }) => tickWidth(label)))) + GAP;
  const below = scaleOf(ys, HEIGHT, 0);
  // one line by the name of the axis needs none of its own
  const names = namesBeside(series.length === 1 && series[0]?.label === y.title ? [] : series, below);
  const right =
    WIDTH - (names === null || names.length === 0 ? GAP : widestOf(names.map(({ label }) => label)) + GAP + 3);
  const toX = scaleOf(placesIn(figure), left, right);
  const placed = placedMarks(marks, toX);
  const top = HEAD + greatestOf(placed.map(({ row }) => row + 1)) * LINE;
  const bottom = top + HEIGHT;
  const toY: Scale = (value) => top + below(value);
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
      levelLines(y.ticks, extentOf(ys), toY, left, right),
      lineFrom([left, bottom], [right, bottom], "axis"),
      placeTicks(x.ticks, toX, bottom),
      textAt(x.title, right, { className: "tick", x: right, y: bottom + 2 * LINE, anchor: "end" }),
      ...bands.map((band) => bandAt(band, at, toY)),
      marksAt(placed, bottom),
      ...series.map((line) => lineAt(line, at, toY)),
      ...(names ?? []).map((name) =>
        textAt(name.label, MOST_LABEL, { className: "label", x: right + GAP, y: top + name.y + 4 }),
      ),
      legend.body,
    ].join(""),
  };
}

/** Lines of the levels that have words, as far as these do not overlap, and of 0 where it lies between others. */
function levelLines(
  ticks: readonly NumberTick[],
  [least, greatest]: readonly [number, number],
  toY: Scale,
  left: number,
  right: number,
): string {
  let above = Infinity;
  const level = (at: number): string => lineFrom([left, toY(at)], [right, toY(at)], at === 0 ? "axis" : "grid");
  const shown = inOrder(ticks).filter(({ at }) => {
    const hasRoom = above - toY(at) >= LINE - 2;
    if (hasRoom) above = toY(at);
    return hasRoom;
  });
  const drawn = shown.map(({ at, label }) => {
    const words = { className: "tick", x: left - GAP + 2, y: toY(at) + 4, anchor: "end" } as const;
    return level(at) + textAt(label, MOST_TICK + GAP, words);
  });
  const isCrossed = least < 0 && greatest > 0 && !shown.some(({ at }) => at === 0);
  return drawn.join("") + (isCrossed ? level(0) : "");
}

const inOrder = (ticks: readonly NumberTick[]): readonly NumberTick[] => [...ticks].sort((a, b) => a.at - b.at);

/** Words above or below a place, as near to it as they can be inside the drawing. */
function wordsAt({ at, label }: NumberTick, toX: Scale): Readonly<Record<"x" | "middle" | "half", number>> {
  const [x, half] = [toX(at), Math.min(WIDTH, tickWidth(label)) / 2];
  return { x, half, middle: Math.max(half, Math.min(WIDTH - half, x)) };
}

/** Words below the axis, as far as they do not overlap. */
function placeTicks(ticks: readonly NumberTick[], toX: Scale, bottom: number): string {
  let before = -Infinity;
  return inOrder(ticks)
    .map((tick) => {
      const { x, middle, half } = wordsAt(tick, toX);
      const line = lineFrom([x, bottom], [x, bottom + 4], "axis");
      if (middle - half < before + GAP) return line;
      before = middle + half;
      return line + textAt(tick.label, WIDTH, { className: "tick", x: middle, y: bottom + LINE + 1, anchor: "middle" });
    })
    .join("");
}

/** A mark where it stands: its line, the middle of its words, and in which row above the plot they are, from 0. */
interface PlacedMark {
  readonly label: string;
  readonly x: number;
  readonly middle: number;
  readonly row: number;
}

/** Marks with their words in as many rows as it takes that none overlap. */
function placedMarks(marks: readonly NumberTick[], toX: Scale): readonly PlacedMark[] {
  const ends: number[] = [];
  return marks.map((mark) => {
    const { x, middle, half } = wordsAt(mark, toX);
    const free = ends.findIndex((end) => middle - half > end + GAP);
    const row = free < 0 ? ends.length : free;
    ends[row] = middle + half;
    return { label: mark.label, x, middle, row };
  });
}

/** Upright lines through the places that are marked, and then their words, which no line crosses. */
function marksAt(marks: readonly PlacedMark[], bottom: number): string {
  const base = (row: number): number => HEAD + (row + 1) * LINE;
  const lines = marks.map(({ x, row }) => lineFrom([x, base(row) - 2], [x, bottom], "mark"));
  const words = marks.map(({ label, middle, row }) =>
    textAt(label, WIDTH, { className: "tick", x: middle, y: base(row) - 5, anchor: "middle" }),
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

function lineAt({ tone, values }: LineSeries, at: readonly number[], toY: Scale): string {
  return runsOf(values)
    .map((run) => {
      const points = run.map(([place, value]): Point => [at[place] ?? 0, toY(value)]);
      const signed = points.filter((_, n) => values.length <= MOST_SIGNS || n === 0 || n === points.length - 1);
      const line = points.length < 2 ? "" : `<path class="line" d="${pathOf(points)}" fill="none" ${strokeOf(tone)}/>`;
      return line + signed.map((point) => markerOf(tone, point)).join("");
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

/** Names of lines beside their ends, from the top; null where they would overlap, or a line ends before. */
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
    ])}" fill="none" ${strokeOf(tone)}/>` + markerOf(tone, [left + SAMPLE / 2, middle]),
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

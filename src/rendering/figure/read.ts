import type { Path } from "../../core/index.ts";
import {
  byTag,
  listOf,
  oneOf,
  optional,
  orNull,
  readFlag,
  refuse,
  shapeOf,
  wholeNumber,
  type Reader,
} from "../../core/inner.ts";
import { readString } from "../text.ts";
import { levelsOf } from "./bridge-levels.ts";
import { calendar, timeline } from "./read-days.ts";
import { legend, numberIn, sizedAs, texts, textsOf, tone } from "./read-parts.ts";
import {
  BRIDGE_STEPS,
  MAP_SIDE,
  type Bar,
  type BarPart,
  type BarsFigure,
  type BridgeFigure,
  type BridgeStep,
  type Figure,
  type FigureBlock,
  type Flow,
  type FlowFigure,
  type FlowSide,
  type HeatCell,
  type HeatMapFigure,
  type LineBand,
  type LinesFigure,
  type LineSeries,
  type MapAxis,
  type MapFigure,
  type MapPoint,
  type MapTie,
  type MapTieEntry,
  type NumberAxis,
  type NumberTick,
} from "./types.ts";

const number = numberIn(-Infinity, Infinity, "not a finite number");
const length = numberIn(0, Infinity, "not a finite number from 0 up");

/** A place in a list whose length is known only where the list is. */
const place = wholeNumber(0, Number.MAX_SAFE_INTEGER);

/** Both ends of ties or flows are in their lists. */
function placedIn(
  ends: readonly Readonly<Record<"from" | "to", number>>[],
  sizes: Readonly<Record<"from" | "to", number>>,
  path: Path,
  code: string,
): void {
  for (const [index, row] of ends.entries()) {
    for (const end of ["from", "to"] as const) {
      if (row[end] < sizes[end]) continue;
      refuse(code, [...path, index, end], "beyond the list", { received: String(row[end]), max: sizes[end] - 1 });
    }
  }
}

const bars = shapeOf<BarsFigure>({
  kind: oneOf(["bars"]),
  headers: textsOf(2),
  bars: listOf(
    shapeOf<Bar>({
      label: readString,
      parts: listOf(shapeOf<BarPart>({ value: length, tone })),
      text: readString,
    }),
  ),
  legend,
});

const bridgeMembers = shapeOf<BridgeFigure>({
  kind: oneOf(["bridge"]),
  headers: textsOf(2),
  steps: listOf(shapeOf<BridgeStep>({ kind: oneOf(BRIDGE_STEPS), label: readString, value: number, text: readString })),
  legend,
});

/** How far sums of doubles may be from each other, as a part of the greatest. */
const ROUNDING = 1e-9;

/** A bridge whose changes lead to its totals: one that does not would show two stories. */
const bridge: Reader<BridgeFigure> = (value, path, code) => {
  const { steps } = bridgeMembers(value, path, code);
  const levels = levelsOf(steps);
  let greatest = 0;
  for (const [index, { kind, value: step }] of steps.entries()) {
    const at = [...path, "steps", index];
    const height = levels[index - 1]?.to;
    if (height === undefined) {
      if (kind !== "total") refuse(code, [...at, "kind"], "not a total", { received: kind });
      continue;
    }
    greatest = Math.max(greatest, Math.abs(step), Math.abs(height));
    if (kind === "total" && Math.abs(step - height) > ROUNDING * greatest) {
      refuse(code, [...at, "value"], "not what the changes lead to", {
        received: String(step),
        expected: String(height),
      });
    }
  }
  return value;
};

const heatMapMembers = shapeOf<HeatMapFigure>({
  kind: oneOf(["heat-map"]),
  rowHeader: readString,
  columns: texts,
  rows: listOf(
    shapeOf<HeatMapFigure["rows"][number]>({
      label: readString,
      cells: listOf(shapeOf<HeatCell>({ tone, text: readString, mark: optional(readString) })),
    }),
  ),
  legend,
});

const heatMap: Reader<HeatMapFigure> = (value, path, code) => {
  const { columns, rows } = heatMapMembers(value, path, code);
  for (const [index, { cells }] of rows.entries()) {
    sizedAs(cells.length, columns.length, "not one cell per column", [...path, "rows", index, "cells"], code);
  }
  return value;
};

const axis = shapeOf<MapAxis>({ title: readString, bands: listOf(readString, 1) });
const side = numberIn(0, MAP_SIDE, "not a number from 0 to 1000");

const mapMembers = shapeOf<MapFigure>({
  kind: oneOf(["map"]),
  x: axis,
  y: axis,
  headers: listOf(readString, 1),
  points: listOf(shapeOf<MapPoint>({ label: readString, x: side, y: side, tone, texts })),
  ties: listOf(shapeOf<MapTie>({ from: place, to: place, directed: readFlag, tone, text: readString })),
  tieHeader: readString,
  tieLegend: optional(listOf(shapeOf<MapTieEntry>({ directed: readFlag, tone, label: readString }))),
  legend,
});

const map: Reader<MapFigure> = (value, path, code) => {
  const { headers, points, ties } = mapMembers(value, path, code);
  for (const [index, point] of points.entries()) {
    const at = [...path, "points", index, "texts"];
    sizedAs(point.texts.length, headers.length - 1, "not one text per header after the first", at, code);
  }
  placedIn(ties, { from: points.length, to: points.length }, [...path, "ties"], code);
  return value;
};

const numberTick = shapeOf<NumberTick>({ at: number, label: readString });
const numberAxis = shapeOf<NumberAxis>({ title: readString, ticks: listOf(numberTick) });

const pair: Reader<readonly [number, number]> = (value: readonly number[], path, code) => {
  const [low = 0, high = 0] = listOf(number)(value, path, code);
  sizedAs(value.length, 2, "not a low and a high", path, code);
  if (high < low) refuse(code, [...path, 1], "below the low", { received: String(high) });
  return [low, high];
};

const linesMembers = shapeOf<LinesFigure>({
  kind: oneOf(["lines"]),
  x: numberAxis,
  y: numberAxis,
  places: listOf(numberTick),
  series: listOf(shapeOf<LineSeries>({ label: readString, tone, values: listOf(orNull(number)), texts })),
  bands: listOf(shapeOf<LineBand>({ label: readString, tone, values: listOf(orNull(pair)), texts })),
  marks: listOf(numberTick),
});

const lines: Reader<LinesFigure> = (value, path, code) => {
  const figure = linesMembers(value, path, code);
  const { places } = figure;
  for (const [index, { at }] of places.entries()) {
    const before = places[index - 1];
    if (before !== undefined && at <= before.at) {
      refuse(code, [...path, "places", index, "at"], "not after the place before", { received: String(at) });
    }
  }
  for (const list of ["series", "bands"] as const) {
    for (const [index, line] of figure[list].entries()) {
      for (const member of ["values", "texts"] as const) {
        sizedAs(line[member].length, places.length, "not one per place", [...path, list, index, member], code);
      }
    }
  }
  return value;
};

const flowSideMembers = shapeOf<FlowSide>({ title: readString, labels: texts, totals: optional(texts) });

const flowSide: Reader<FlowSide> = (value, path, code) => {
  const { labels, totals = labels } = flowSideMembers(value, path, code);
  sizedAs(totals.length, labels.length, "not one per class", [...path, "totals"], code);
  return value;
};

const flowMembers = shapeOf<FlowFigure>({
  kind: oneOf(["flow"]),
  from: flowSide,
  to: flowSide,
  header: readString,
  flows: listOf(shapeOf<Flow>({ from: place, to: place, value: length, tone, text: readString })),
  legend,
});

const flow: Reader<FlowFigure> = (value, path, code) => {
  const { from, to, flows } = flowMembers(value, path, code);
  placedIn(flows, { from: from.labels.length, to: to.labels.length }, [...path, "flows"], code);
  return value;
};

const readFigure: Reader<Figure> = byTag<Figure, "kind">("kind", {
  bars,
  bridge,
  "heat-map": heatMap,
  map,
  timeline,
  lines,
  flow,
  calendar,
});

/** A figure that can be drawn and written as a table. */
export const readFigureBlock: Reader<FigureBlock> = shapeOf<FigureBlock>({
  type: oneOf(["figure"]),
  title: readString,
  description: readString,
  figure: readFigure,
});

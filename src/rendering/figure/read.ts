import { toDayNumber, type Path } from "../../core/index.ts";
import {
  byTag,
  listOf,
  oneOf,
  optional,
  readDate,
  readFlag,
  refuse,
  refuseKind,
  shapeOf,
  wholeNumber,
  type Reader,
} from "../../core/inner.ts";
import { readString } from "../text.ts";
import {
  BRIDGE_STEPS,
  FIGURE_TONES,
  type Bar,
  type BarPart,
  type BarsFigure,
  type BridgeFigure,
  type BridgeStep,
  type CalendarFigure,
  type DateTick,
  type Figure,
  type FigureBlock,
  type Flow,
  type FlowFigure,
  type FlowSide,
  type HeatCell,
  type HeatMapFigure,
  type LegendEntry,
  type LineBand,
  type LinesFigure,
  type LineSeries,
  type MapAxis,
  type MapFigure,
  type MapPoint,
  type MapTie,
  type MapTieEntry,
  type MarkedDay,
  type NumberAxis,
  type NumberTick,
  type TimelineFigure,
  type TimelineRow,
} from "./types.ts";

const texts = listOf(readString);
const tone = oneOf(FIGURE_TONES);
const legend = listOf(shapeOf<LegendEntry>({ tone, label: readString }));

const number: Reader<number> = (value, path, code) =>
  Number.isFinite(value) ? value : refuseKind(code, path, "not a finite number", value);

const length: Reader<number> = (value, path, code) =>
  Number.isFinite(value) && value >= 0 ? value : refuseKind(code, path, "not a finite number from 0 up", value);

/** A place in a list whose length is known only where the list is. */
const place = wholeNumber(0, Number.MAX_SAFE_INTEGER);

/** As many entries as something else has. */
function sizedAs(size: number, expected: number, reason: string, path: Path, code: string): void {
  if (size !== expected) refuse(code, path, reason, { received: String(size), expected: String(expected) });
}

/** A list of texts of a fixed size. */
function textsOf<T extends readonly string[]>(size: number): Reader<T> {
  return (value, path, code) => {
    texts(value, path, code);
    sizedAs(value.length, size, "not as many texts as there are columns", path, code);
    return value;
  };
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
  let [height, greatest] = [0, 0];
  for (const [index, { kind, value: step }] of steps.entries()) {
    const at = [...path, "steps", index];
    if (index === 0 && kind !== "total") refuse(code, [...at, "kind"], "not a total", { received: kind });
    greatest = Math.max(greatest, Math.abs(step), Math.abs(height));
    if (index > 0 && kind === "total" && Math.abs(step - height) > ROUNDING * greatest) {
      refuse(code, [...at, "value"], "not what the changes lead to", {
        received: String(step),
        expected: String(height),
      });
    }
    height = kind === "total" ? step : height + step;
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

/** Thousandths of the side of a map. */
const MAP_SIDE = 1000;

const side: Reader<number> = (value, path, code) =>
  Number.isFinite(value) && value >= 0 && value <= MAP_SIDE
    ? value
    : refuseKind(code, path, "not a number from 0 to 1000", value);

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
  for (const [index, { from, to }] of ties.entries()) {
    placedIn(from, points.length, [...path, "ties", index, "from"], code);
    placedIn(to, points.length, [...path, "ties", index, "to"], code);
  }
  return value;
};

/** A place in a list of a known length. */
function placedIn(at: number, size: number, path: Path, code: string): void {
  if (at >= size) refuse(code, path, "beyond the list", { received: String(at), max: size - 1 });
}

/** Two days in order. */
function inOrder(from: string, to: string, path: Path, code: string): void {
  if (toDayNumber(to) < toDayNumber(from)) refuse(code, path, "before from", { received: to });
}

const tick = shapeOf<DateTick>({ on: readDate, label: readString });

const timelineMembers = shapeOf<TimelineFigure>({
  kind: oneOf(["timeline"]),
  from: readDate,
  to: readDate,
  ticks: listOf(tick),
  now: optional(tick),
  headers: textsOf(3),
  rows: listOf(
    shapeOf<TimelineRow>({
      label: readString,
      from: readDate,
      to: readDate,
      tone,
      when: readString,
      text: readString,
    }),
  ),
  legend,
});

const timeline: Reader<TimelineFigure> = (value, path, code) => {
  const { from, to, rows } = timelineMembers(value, path, code);
  inOrder(from, to, [...path, "to"], code);
  for (const [index, row] of rows.entries()) inOrder(row.from, row.to, [...path, "rows", index, "to"], code);
  return value;
};

const numberTick = shapeOf<NumberTick>({ at: number, label: readString });
const numberAxis = shapeOf<NumberAxis>({ title: readString, ticks: listOf(numberTick) });

const orGap =
  <T>(read: Reader<T>): Reader<T | null> =>
  (value, path, code) =>
    value === null ? null : read(value, path, code);

const pair: Reader<readonly [number, number]> = (value, path, code) => {
  listOf(number)(value, path, code);
  sizedAs((value as readonly number[]).length, 2, "not a low and a high", path, code);
  if (value[1] < value[0]) refuse(code, [...path, 1], "below the low", { received: String(value[1]) });
  return value;
};

const linesMembers = shapeOf<LinesFigure>({
  kind: oneOf(["lines"]),
  x: numberAxis,
  y: numberAxis,
  places: listOf(numberTick),
  series: listOf(shapeOf<LineSeries>({ label: readString, tone, values: listOf(orGap(number)), texts })),
  bands: listOf(shapeOf<LineBand>({ label: readString, tone, values: listOf(orGap(pair)), texts })),
  marks: listOf(numberTick),
});

const lines: Reader<LinesFigure> = (value, path, code) => {
  const { places, series, bands } = linesMembers(value, path, code);
  for (const [index, { at }] of places.entries()) {
    const before = places[index - 1];
    if (before !== undefined && at <= before.at) {
      refuse(code, [...path, "places", index, "at"], "not after the place before", { received: String(at) });
    }
  }
  const each = [
    ...series.map((one, n) => [one, "series", n] as const),
    ...bands.map((one, n) => [one, "bands", n] as const),
  ];
  for (const [line, list, index] of each) {
    for (const member of ["values", "texts"] as const) {
      sizedAs(line[member].length, places.length, "not one per place", [...path, list, index, member], code);
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
  for (const [index, row] of flows.entries()) {
    placedIn(row.from, from.labels.length, [...path, "flows", index, "from"], code);
    placedIn(row.to, to.labels.length, [...path, "flows", index, "to"], code);
  }
  return value;
};

const calendarMembers = shapeOf<CalendarFigure>({
  kind: oneOf(["calendar"]),
  months: listOf(tick),
  weekdays: textsOf(7),
  weekStart: wholeNumber(1, 7),
  headers: textsOf(2),
  days: listOf(shapeOf<MarkedDay>({ on: readDate, tone, when: readString, texts })),
  legend,
});

const calendar: Reader<CalendarFigure> = (value, path, code) => {
  const { months, days } = calendarMembers(value, path, code);
  for (const [index, { on }] of months.entries()) {
    const before = months[index - 1];
    const at = [...path, "months", index, "on"];
    if (!on.endsWith("-01")) refuse(code, at, "not the first day of a month", { received: on });
    if (before !== undefined && toDayNumber(on) <= toDayNumber(before.on)) {
      refuse(code, at, "not after the month before", { received: on });
    }
  }
  const shown = new Set(months.map(({ on }) => on.slice(0, -3)));
  for (const [index, { on }] of days.entries()) {
    if (!shown.has(on.slice(0, -3))) {
      refuse(code, [...path, "days", index, "on"], "in no month of the calendar", { received: on });
    }
  }
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

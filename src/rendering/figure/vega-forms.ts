import { levelsOf } from "./bridge-levels.ts";
import { INK } from "./draw/pieces.ts";
import { levelsIn, placesIn } from "./draw/scale.ts";
import { STROKES } from "./draw/strokes.ts";
import type { BarsFigure, BridgeFigure, FlowFigure, FlowSide, LinesFigure, NumberTick } from "./types.ts";
import {
  besideRows,
  distinct,
  domainOf,
  length,
  row,
  text,
  toneColours,
  tooltip,
  WIDTH,
  type Json,
} from "./vega-pieces.ts";

const ROW = 30;

/** Bars whose parts are stacked, between their names and their figures. */
export function barsForm({ bars, legend }: BarsFigure): Json {
  const { meaning, color } = toneColours(legend);
  const rows = bars.map(({ label, text: figure }, at) => ({ row: at, label, text: figure }));
  const parts = bars.flatMap((bar, at) =>
    bar.parts.map(({ value, tone }, part) => ({ ...rows[at], part, value, meaning: meaning(tone) })),
  );
  const sums = bars.map((bar) => bar.parts.reduce((sum, { value }) => Math.min(Number.MAX_VALUE, sum + value), 0));
  const x = { ...length, field: "value", stack: "zero", scale: domainOf([0, ...sums]) };
  return {
    width: WIDTH,
    height: { step: ROW },
    data: { values: rows },
    layer: [
      {
        data: { values: parts },
        // an empty part has its outline alone
        mark: { type: "bar", stroke: INK, strokeWidth: 0.5 },
        encoding: { x, y: row, color, order: { field: "part" }, tooltip },
      },
      ...besideRows,
    ],
  };
}

/** A bridge as bars between two levels, around a line of 0. */
export function bridgeForm({ steps, legend }: BridgeFigure): Json {
  const { meaning, color } = toneColours(legend);
  const levels = levelsOf(steps);
  const rows = levels.map(({ from, to, tone }, at) => ({ ...steps[at], row: at, from, to, meaning: meaning(tone) }));
  const scale = domainOf([0, ...levels.flatMap(({ from, to }) => [from, to])]);
  return {
    width: WIDTH,
    height: { step: ROW },
    data: { values: rows },
    layer: [
      { mark: { type: "rule", color: INK }, encoding: { x: { datum: 0, type: "quantitative", scale, title: null } } },
      {
        mark: { type: "bar", minBandSize: 1 },
        encoding: { x: { ...length, field: "from", scale }, x2: { field: "to" }, y: row, color, tooltip },
      },
      ...besideRows,
    ],
  };
}

/** Streams as a matrix, from rows to columns: the outline has the tone, and the deeper the fill, the wider the stream. */
export function flowForm({ from, to, header, flows, legend }: FlowFigure): Json {
  const { meaning, color } = toneColours(legend);
  const cells = flows.map((flow) => ({
    row: flow.from,
    column: flow.to,
    value: flow.value,
    label: `${from.labels[flow.from] ?? ""} → ${to.labels[flow.to] ?? ""}`,
    text: flow.text,
    meaning: meaning(flow.tone),
  }));
  const named = ({ labels, totals = [] }: FlowSide): Json => ({
    values: labels.map((label, place) => ({ place, label: [label, ...totals.slice(place, place + 1)].join(" · ") })),
  });
  const scale = { paddingInner: 0.08 };
  const x = { field: "column", type: "ordinal", axis: null, scale };
  const y = { ...row, scale };
  const fillOpacity = { field: "value", type: "quantitative", scale: { range: [0.1, 0.5] }, legend: null };
  const title = (words: string, mark: Json): Json => ({
    data: { values: [{ label: words }] },
    ...text("label", { fontWeight: "bold", ...mark }, {}),
  });
  return {
    width: { step: 74 },
    height: { step: 44 },
    data: { values: cells },
    layer: [
      { mark: { type: "rect", strokeWidth: 2 }, encoding: { x, y, fill: color, stroke: color, fillOpacity, tooltip } },
      text("text", {}, { x, y }),
      {
        data: named(from),
        ...text("label", { align: "right", dx: -8, limit: 220 }, { x: { value: 0 }, y: { ...y, field: "place" } }),
      },
      {
        data: named(to),
        ...text("label", { dy: -10, limit: 72 }, { x: { ...x, field: "place" }, y: { value: 0 } }),
      },
      title(from.title, { align: "right", x: -8, y: -26 }),
      title(`${to.title} · ${header}`, { align: "left", x: 0, y: -26 }),
    ],
  };
}

/** Lines with signs at their places, over bands and the lines of marks. */
export function linesForm(figure: LinesFigure): Json {
  const { x, y, places, series, bands, marks } = figure;
  const names = distinct([...series, ...bands].map(({ label }) => label));
  const tones = [...series, ...bands].map(({ tone }) => STROKES[tone]);
  const atX = { field: "at", type: "quantitative", scale: domainOf(placesIn(figure)) };
  const xs = { ...atX, title: x.title, axis: { labels: false, grid: false, ticks: false, titlePadding: 24 } };
  const atY = { type: "quantitative", scale: domainOf(levelsIn(figure)) };
  const levels = { values: y.ticks.map(({ at }) => at), labels: false, ticks: false, titlePadding: 60 };
  const ys = (field: string): Json => ({ ...atY, field, title: y.title, axis: levels });
  const ofLine = (range: readonly unknown[]): Json => ({
    field: "line",
    type: "nominal",
    scale: { domain: names, range },
    legend: { title: null, orient: "bottom", symbolType: "stroke", symbolOpacity: 1, symbolSize: 300 },
  });
  const color = ofLine(tones.map(({ colour }) => colour));
  const lines = series.flatMap(({ values, texts }, n) =>
    values.map((value, at) => ({ line: names[n], ...places[at], value, text: texts[at] })),
  );
  const areas = bands.flatMap(({ values, texts }, n) =>
    values.map((pair, at) => {
      const [low, high] = pair ?? [null, null];
      return { line: names[series.length + n], ...places[at], low, high, text: texts[at] };
    }),
  );
  const words = (ticks: readonly NumberTick[], mark: Json, place: Json): Json => ({
    data: { values: ticks },
    ...text("label", mark, place),
  });
  return {
    width: WIDTH,
    height: 200,
    layer: [
      {
        data: { values: areas },
        mark: { type: "area", opacity: 0.15 },
        encoding: { x: xs, y: ys("low"), y2: { field: "high" }, color, tooltip },
      },
      { data: { values: marks }, mark: { type: "rule", strokeDash: [3, 3] }, encoding: { x: xs } },
      {
        data: { values: lines },
        mark: { type: "line", point: true },
        encoding: { x: xs, y: ys("value"), color, strokeDash: ofLine(tones.map(({ dashes }) => dashes)), tooltip },
      },
      words(x.ticks, { dy: 12 }, { x: atX, y: { value: 200 } }),
      words(y.ticks, { align: "right", dx: -6 }, { x: { value: 0 }, y: { ...atY, field: "at" } }),
      ...marks.map((mark, n) => words([mark], { dy: -8 - 13 * n }, { x: atX, y: { value: 0 } })),
    ],
  };
}

import type { RenderingErrorCode } from "../errors.ts";
import { levelsOf } from "./bridge-levels.ts";
import { INK, PALE, PAPER, SIGNAL } from "./draw/pieces.ts";
import { extentOf } from "./draw/scale.ts";
import { STROKES } from "./draw/strokes.ts";
import { readFigureBlock } from "./read.ts";
import {
  FIGURE_TONES,
  type BarsFigure,
  type BridgeFigure,
  type FigureBlock,
  type FigureTone,
  type FlowFigure,
  type LegendEntry,
  type LinesFigure,
  type NumberTick,
} from "./types.ts";

/** A Vega-Lite specification: plain JSON, with its data inside. */
export interface VegaLiteSpec {
  readonly $schema: string;
  readonly title: string;
  readonly description: string;
  readonly [member: string]: unknown;
}

/** A specification, or why there is none: Vega-Lite has no form for such a figure. */
export type VegaLiteOutcome =
  { readonly ok: true; readonly spec: VegaLiteSpec } | { readonly ok: false; readonly reason: "kind-not-drawn" };

type Json = Readonly<Record<string, unknown>>;

/** The edition of the grammar the specifications are written in. */
const SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json";
const WIDTH = 390;
const ROW = 30;

/** Colours without patterns, which Vega-Lite does not have: an estimate, what is open and what is empty differ in brightness. */
const COLOURS: Readonly<Record<FigureTone, string>> = {
  solid: INK,
  estimated: "#7fa3c7",
  other: PALE,
  warning: SIGNAL,
  open: "#b9d0e6",
  empty: PAPER,
};

/**
 * A figure as a Vega-Lite specification, for hosts that draw with Vega: bars, bridges, lines with bands, and streams as a
 * matrix (Vega-Lite 图表规格).
 *
 * The data are inside, with the exact figures as texts in the tooltips. Every text of the figure is data or a title and never
 * part of an expression or the name of a field, so that none can be read as code.
 *
 * @param block - a figure
 * @returns a specification of Vega-Lite 6; `kind-not-drawn` for heat maps, maps, timelines and calendars
 * @throws `rendering/invalid-document` for what is not a figure
 * @see https://vega.github.io/vega-lite/docs/spec.html
 * @example
 * const bar = { label: "Loans", text: "CNY 2.00", parts: [{ value: 2, tone: "solid" }] } as const;
 * const outcome = toVegaLite({ type: "figure", title: "Income", description: "By head", figure: { kind: "bars", headers: ["Head", "CNY"], bars: [bar], legend: [] } });
 * outcome.ok && outcome.spec.$schema // => "https://vega.github.io/schema/vega-lite/v6.json"
 * @since 0.1.0
 */
export function toVegaLite(block: FigureBlock): VegaLiteOutcome {
  const { title, description, figure } = readFigureBlock(
    block,
    ["block"],
    "rendering/invalid-document" satisfies RenderingErrorCode,
  );
  const drawn = (form: Json): VegaLiteOutcome => ({
    ok: true,
    spec: { $schema: SCHEMA, title, description, config: { view: { stroke: null } }, ...form },
  });
  switch (figure.kind) {
    case "bars":
      return drawn(barsForm(figure));
    case "bridge":
      return drawn(bridgeForm(figure));
    case "lines":
      return drawn(linesForm(figure));
    case "flow":
      return drawn(flowForm(figure));
    case "heat-map":
    case "map":
    case "timeline":
    case "calendar":
      return { ok: false, reason: "kind-not-drawn" };
  }
}

/** Texts that are all different, by as many blanks at their ends as that takes: the domain of a scale has each once. */
function distinct(texts: readonly string[]): readonly string[] {
  const used = new Set<string>();
  return texts.map((text) => {
    let own = text;
    while (used.has(own)) own += " ";
    used.add(own);
    return own;
  });
}

/** The meaning of each tone as data, and the colours of the meanings; the legend has those of the figure. */
function toneColours(legend: readonly LegendEntry[]): {
  readonly meaning: (tone: FigureTone) => string;
  readonly color: Json;
} {
  const labelOf = (tone: FigureTone): string => legend.find((entry) => entry.tone === tone)?.label ?? "";
  const labels = distinct(FIGURE_TONES.map(labelOf));
  const shown = labels.filter((_, at) => legend.some(({ tone }) => tone === FIGURE_TONES[at]));
  return {
    meaning: (tone) => labels[FIGURE_TONES.indexOf(tone)] ?? "",
    color: {
      field: "meaning",
      type: "nominal",
      scale: { domain: labels, range: FIGURE_TONES.map((tone) => COLOURS[tone]) },
      legend: shown.length === 0 ? null : { title: null, values: shown, orient: "bottom" },
    },
  };
}

const text = (field: string, mark: Json, place: Json): Json => ({
  mark: { type: "text", ...mark },
  encoding: { ...place, text: { field, type: "nominal" } },
});

const row = { field: "row", type: "ordinal", axis: null };
const tooltip = [
  { field: "label", type: "nominal", title: "" },
  { field: "text", type: "nominal", title: "" },
];
const length = { type: "quantitative", title: null, axis: { labels: false, ticks: false, grid: false } };
const domainOf = (values: readonly number[]): Json => ({ domain: extentOf(values), nice: false, zero: false });

/** Names left and figures right of rows. */
const besideRows = [
  text("label", { align: "right", dx: -8, limit: 220 }, { x: { value: 0 }, y: row }),
  text("text", { align: "left", dx: 8 }, { x: { value: WIDTH }, y: row }),
];

function barsForm({ bars, legend }: BarsFigure): Json {
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
        mark: { type: "bar" },
        encoding: { x, y: row, color, order: { field: "part" }, tooltip },
      },
      ...besideRows,
    ],
  };
}

function bridgeForm({ steps, legend }: BridgeFigure): Json {
  const { meaning, color } = toneColours(legend);
  const levels = levelsOf(steps);
  const rows = levels.map(({ from, to, tone }, at) => ({
    row: at,
    label: steps[at]?.label,
    text: steps[at]?.text,
    value: steps[at]?.value,
    from,
    to,
    meaning: meaning(tone),
  }));
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

function flowForm({ from, to, header, flows, legend }: FlowFigure): Json {
  const { meaning, color } = toneColours(legend);
  const cells = flows.map((flow) => ({
    row: flow.from,
    column: flow.to,
    value: flow.value,
    label: `${from.labels[flow.from] ?? ""} → ${to.labels[flow.to] ?? ""}`,
    text: flow.text,
    meaning: meaning(flow.tone),
  }));
  const named = (labels: readonly string[]): Json => ({ values: labels.map((label, place) => ({ place, label })) });
  const x = { field: "column", type: "ordinal", axis: null };
  const opacity = { field: "value", type: "quantitative", scale: { range: [0.25, 0.8] }, legend: null };
  const title = (words: string, mark: Json): Json => ({
    data: { values: [{ label: words }] },
    ...text("label", { fontWeight: "bold", ...mark }, {}),
  });
  return {
    width: { step: 74 },
    height: { step: 44 },
    data: { values: cells },
    layer: [
      { mark: { type: "rect", stroke: PAPER }, encoding: { x, y: row, color, opacity, tooltip } },
      text("text", {}, { x, y: row }),
      {
        data: named(from.labels),
        ...text("label", { align: "right", dx: -8, limit: 220 }, { x: { value: 0 }, y: { ...row, field: "place" } }),
      },
      {
        data: named(to.labels),
        ...text("label", { dy: -10, limit: 72 }, { x: { ...x, field: "place" }, y: { value: 0 } }),
      },
      title(from.title, { align: "right", x: -8, y: -26 }),
      title(`${to.title} · ${header}`, { align: "left", x: 0, y: -26 }),
    ],
  };
}

function linesForm({ x, y, places, series, bands, marks }: LinesFigure): Json {
  const names = distinct([...series, ...bands].map(({ label }) => label));
  const tones = [...series, ...bands].map(({ tone }) => STROKES[tone]);
  const atX = {
    field: "at",
    type: "quantitative",
    scale: domainOf([...x.ticks, ...places, ...marks].map(({ at }) => at)),
  };
  const xs = { ...atX, title: x.title, axis: { labels: false, grid: false, ticks: false, titlePadding: 24 } };
  const ys = [
    ...y.ticks.map(({ at }) => at),
    ...series.flatMap(({ values }) => values.filter((value) => value !== null)),
    ...bands.flatMap(({ values }) => values.flatMap((pair) => pair ?? [])),
  ];
  const atY = { type: "quantitative", scale: domainOf(ys) };
  const yAxis = { values: y.ticks.map(({ at }) => at), labels: false, ticks: false, titlePadding: 60 };
  const ofLine = (range: readonly unknown[]): Json => ({
    field: "line",
    type: "nominal",
    scale: { domain: names, range },
    legend: { title: null, orient: "bottom", symbolType: "stroke", symbolOpacity: 1, symbolSize: 300 },
  });
  const color = ofLine(tones.map(({ colour }) => colour));
  const lines = series.flatMap(({ values, texts }, n) =>
    values.map((value, at) => ({
      line: names[n],
      at: places[at]?.at,
      label: places[at]?.label,
      value,
      text: texts[at],
    })),
  );
  const areas = bands.flatMap(({ values, texts }, n) =>
    values.map((pair, at) => ({
      line: names[series.length + n],
      at: places[at]?.at,
      label: places[at]?.label,
      low: pair?.[0] ?? null,
      high: pair?.[1] ?? null,
      text: texts[at],
    })),
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
        encoding: {
          x: xs,
          y: { ...atY, field: "low", title: y.title, axis: yAxis },
          y2: { field: "high" },
          color,
          tooltip,
        },
      },
      { data: { values: marks }, mark: { type: "rule", strokeDash: [3, 3] }, encoding: { x: xs } },
      {
        data: { values: lines },
        mark: { type: "line", point: true },
        encoding: {
          x: xs,
          y: { ...atY, field: "value", title: y.title, axis: yAxis },
          color,
          strokeDash: ofLine(tones.map(({ dashes }) => dashes)),
          tooltip,
        },
      },
      words(x.ticks, { dy: 12 }, { x: atX, y: { value: 200 } }),
      words(y.ticks, { align: "right", dx: -6 }, { x: { value: 0 }, y: { ...atY, field: "at" } }),
      ...marks.map((mark, n) => words([mark], { dy: -8 - 13 * n }, { x: atX, y: { value: 0 } })),
    ],
  };
}

import { INK, PALE, PAPER, SIGNAL } from "./draw/pieces.ts";
import { extentOf } from "./draw/scale.ts";
import { FIGURE_TONES, type FigureTone, type LegendEntry } from "./tones.ts";

/** A part of a specification. */
export type Json = Readonly<Record<string, unknown>>;

/** Width of a plot, in pixels. */
export const WIDTH = 390;

/** Colours without patterns, which Vega-Lite does not have: they differ in brightness. */
const COLOURS: Readonly<Record<FigureTone, string>> = {
  solid: INK,
  estimated: "#7fa3c7",
  other: PALE,
  warning: SIGNAL,
  open: "#dce8f3",
  empty: PAPER,
};

/** Texts that are all different, by as many blanks at their ends as that takes: the domain of a scale has each once. */
export function distinct(texts: readonly string[]): readonly string[] {
  const used = new Set<string>();
  return texts.map((text) => {
    let own = text;
    while (used.has(own)) own += " ";
    used.add(own);
    return own;
  });
}

/** The meaning of each tone as data, and the colours of the meanings; the legend has those of the figure. */
export function toneColours(legend: readonly LegendEntry[]): {
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

/** Texts of a field at a place, whole in the tooltip where a mark of limited width cuts them. */
export const text = (field: string, mark: Json, place: Json): Json => ({
  mark: { type: "text", ...mark },
  encoding: { ...place, text: { field, type: "nominal" }, tooltip: { field, type: "nominal" } },
});

/** Places of rows, from the top. */
export const row = { field: "row", type: "ordinal", axis: null };
/** What is shown to whoever points at something. */
export const tooltip = [
  { field: "label", type: "nominal", title: "" },
  { field: "text", type: "nominal", title: "" },
];
/** Places along rows, without words of their own. */
export const length = { type: "quantitative", title: null, axis: { labels: false, ticks: false, grid: false } };
/** A scale from the least of some numbers to the greatest. */
export const domainOf = (values: readonly number[]): Json => ({ domain: extentOf(values), nice: false, zero: false });

/** Names left and figures right of rows. */
export const besideRows = [
  text("label", { align: "right", dx: -8, limit: 220 }, { x: { value: 0 }, y: row }),
  text("text", { align: "left", dx: 8 }, { x: { value: WIDTH }, y: row }),
];

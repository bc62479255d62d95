import type { Cell, Column, TableBlock } from "../blocks.ts";
import type { Figure, FigureBlock, MapFigure } from "./types.ts";

type Form = Pick<TableBlock, "columns" | "rows">;

const start = (header: string): Column => ({ header, align: "start" });
const end = (header: string): Column => ({ header, align: "end" });
const strong = (text = ""): Cell => ({ text, emphasis: "strong" });

/**
 * A figure as a table: everything it says, for readers who cannot see it and for formats that have no drawings.
 *
 * @param block - a figure
 * @returns a table with the title of the figure as its caption
 */
export function figureTable({ title, figure }: FigureBlock): TableBlock {
  return { type: "table", caption: title, ...formOf(figure) };
}

function formOf(figure: Figure): Form {
  switch (figure.kind) {
    case "bars":
      return {
        columns: [start(figure.headers[0]), end(figure.headers[1])],
        rows: figure.bars.map(({ label, text }) => [label, text]),
      };
    case "bridge":
      return {
        columns: [start(figure.headers[0]), end(figure.headers[1])],
        rows: figure.steps.map(({ kind, label, text }) =>
          kind === "total" ? [strong(label), strong(text)] : [label, text],
        ),
      };
    case "heat-map":
      return {
        columns: [start(figure.rowHeader), ...figure.columns.map(start)],
        rows: figure.rows.map(({ label, cells }) => [label, ...cells.map(({ text }) => text)]),
      };
    case "map":
      return mapForm(figure);
    case "timeline":
      return {
        columns: figure.headers.map(start),
        rows: figure.rows.map(({ label, when, text }) => [label, when, text]),
      };
    case "lines": {
      const lines = [...figure.series, ...figure.bands];
      return {
        columns: [start(figure.x.title), ...lines.map(({ label }) => end(label))],
        rows: figure.places.map(({ label }, at) => [label, ...lines.map(({ texts }) => texts[at] ?? "")]),
      };
    }
    case "flow":
      return {
        columns: [start(figure.from.title), start(figure.to.title), end(figure.header)],
        rows: [
          ...figure.flows.map(({ from, to, text }) => [
            figure.from.labels[from] ?? "",
            figure.to.labels[to] ?? "",
            text,
          ]),
          ...(figure.from.totals ?? []).map((text, at) => [strong(figure.from.labels[at]), "", strong(text)]),
          ...(figure.to.totals ?? []).map((text, at) => ["", strong(figure.to.labels[at]), strong(text)]),
        ],
      };
    case "calendar":
      return {
        columns: figure.headers.map(start),
        rows: figure.days.map(({ when, texts }) => [when, texts.join("\n")]),
      };
  }
}

/** A map with the ties of each point in its row: those that begin there, and those without a direction that end there. */
function mapForm({ headers, points, ties, tieHeader }: MapFigure): Form {
  const tiesOf = (at: number): readonly string[] =>
    ties.filter(({ from, to, directed }) => from === at || (!directed && to === at)).map(({ text }) => text);
  return {
    columns: [...headers.map(start), ...(ties.length === 0 ? [] : [start(tieHeader)])],
    rows: points.map(({ label, texts }, at) => [
      label,
      ...texts,
      ...(ties.length === 0 ? [] : [tiesOf(at).join("\n")]),
    ]),
  };
}

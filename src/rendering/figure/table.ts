import type { Column, TableBlock } from "../blocks.ts";
import { end, strong } from "../cells.ts";
import type { Figure, FigureBlock, FlowSide, LinesFigure, MapFigure } from "./types.ts";

type Form = Pick<TableBlock, "columns" | "rows">;

const start = (header: string): Column => ({ header, align: "start" });
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
    case "lines":
      return linesForm(figure);
    case "flow": {
      const { from, to, flows, header } = figure;
      const classOf = ({ labels }: FlowSide, at: number): string => labels[at] ?? "";
      return {
        columns: [start(from.title), start(to.title), end(header)],
        rows: [
          ...flows.map((flow) => [classOf(from, flow.from), classOf(to, flow.to), flow.text]),
          ...(from.totals ?? []).map((text, at) => [strong(classOf(from, at)), "", strong(text)]),
          ...(to.totals ?? []).map((text, at) => ["", strong(classOf(to, at)), strong(text)]),
        ],
      };
    }
    case "calendar":
      return {
        columns: figure.headers.map(start),
        rows: figure.days.map(({ when, texts }) => [when, texts.join("\n")]),
      };
  }
}

/** Lines with a row per place; a mark is said at its place, or in a row of its own between those beside it. */
function linesForm({ x, places, series, bands, marks }: LinesFigure): Form {
  const lines = [...series, ...bands];
  const placeAt = new Map(places.map(({ at }, index) => [at, index]));
  const named = new Map<number, readonly string[]>();
  for (const { at, label } of [...places, ...marks]) named.set(at, [...(named.get(at) ?? []), label]);
  return {
    columns: [start(x.title), ...lines.map(({ label }) => end(label))],
    rows: [...named]
      .sort(([a], [b]) => a - b)
      .map(([at, labels]) => {
        const place = placeAt.get(at);
        return [labels.join("\n"), ...lines.map(({ texts }) => (place === undefined ? "" : (texts[place] ?? "")))];
      }),
  };
}

/** A map with the ties of each point in its row: those that begin there, and those without a direction that end there. */
function mapForm({ headers, points, ties, tieHeader }: MapFigure): Form {
  const tiesOf = (at: number): string =>
    ties
      .filter(({ from, to, directed }) => from === at || (!directed && to === at))
      .map(({ text }) => text)
      .join("\n");
  const hasTies = ties.length > 0;
  return {
    columns: [...headers, ...(hasTies ? [tieHeader] : [])].map(start),
    rows: points.map(({ label, texts }, at) => [label, ...texts, ...(hasTies ? [tiesOf(at)] : [])]),
  };
}

import { greatestOf } from "../../columns.ts";
import { showsSomething } from "../../text.ts";
import type { HeatCell, HeatMapFigure } from "../types.ts";
import { areaOf, legendOf, type Box, type Drawing } from "./pieces.ts";
import { fitsPlate, plated } from "./plate.ts";
import { linesAt, pixels, textAt, widestOf, wrapped } from "./texts.ts";

const WIDTH = 760;
const LEAST_WIDTH = 390;
const GAP = 10;
const LINE = 14;
/** Height of a row whose name has one line. */
const ROW = 24;
/** The width that names of rows take at most, and a cell. */
const MOST_NAME = 240;
const MOST_CELL = 130;
/** Lines of a name of a row, and of one across its column; one that needs more is turned, as far as it may reach up. */
const MOST_LINES = 2;
const MOST_HEAD_LINES = 3;
const MOST_TURNED = 150;

/** A grid of cells: names of rows on the left, those of columns above, turned where there is no room across. */
export function drawHeatMap({ rowHeader, columns, rows, legend }: HeatMapFigure, id: string): Drawing {
  const names = Math.min(MOST_NAME, widestOf([rowHeader, ...rows.map(({ label }) => label)]));
  const left = names + GAP;
  const cell = Math.min(MOST_CELL, (WIDTH - left) / Math.max(1, columns.length));
  const width = Math.max(LEAST_WIDTH, left + cell * columns.length);
  const heads = headsOf(columns, left, cell);
  const head = Math.max(LINE, heads.height) + 6;
  let y = head;
  const drawn = rows.map(({ label, cells }) => {
    const lines = wrapped(label, names, MOST_LINES);
    const height = ROW + (lines.length - 1) * LINE;
    const [top, middle] = [y, y + height / 2];
    y += height;
    return (
      linesAt(lines, names, { className: "label", x: 0, y: middle + 4.2 }, LINE) +
      cells
        .map((one, at) =>
          cellAt(one, `${label} · ${columns[at] ?? ""}`, id, { x: left + at * cell, y: top, width: cell, height }),
        )
        .join("")
    );
  });
  const below = legendOf(legend, width, y + 4, id);
  return {
    width,
    height: y + 4 + below.height,
    body: textAt(rowHeader, names, { className: "tick", x: 0, y: head - 8 }) + heads.body + drawn.join("") + below.body,
  };
}

/** The names of columns above their cells. */
function headsOf(columns: readonly string[], left: number, cell: number): Pick<Drawing, "height" | "body"> {
  const room = cell - 6;
  const lines = columns.map((column) => wrapped(column, room, MOST_HEAD_LINES));
  if (widestOf(lines.flat()) <= room) {
    const most = greatestOf(lines.map((of) => of.length));
    const body = lines.map((of, at) => {
      const middle = (most - (of.length - 1) / 2) * LINE - 2;
      return linesAt(of, room, { className: "tick", x: left + (at + 0.5) * cell, y: middle, anchor: "middle" }, LINE);
    });
    return { height: most * LINE, body: body.join("") };
  }
  const height = Math.min(MOST_TURNED, widestOf(columns));
  const turned = columns.map((column, at) => {
    const place = `translate(${pixels(left + (at + 0.5) * cell + 4)} ${pixels(height + 2)}) rotate(-90)`;
    return `<g transform="${place}">${textAt(column, height, { className: "tick", x: 0, y: 0 })}</g>`;
  });
  return { height: height + 2, body: turned.join("") };
}

/** A cell with its mark, as far as there is room for it; what it says whole is shown to whoever points at it. */
function cellAt({ tone, text, mark = "" }: HeatCell, place: string, id: string, { x, y, width, height }: Box): string {
  const gap = Math.min(1, width * 0.1);
  const hasRoom = showsSomething(mark) && fitsPlate(mark, width - 4);
  return (
    areaOf(tone, { x: x + gap, y: y + 1, width: width - 2 * gap, height: height - 2 }, id, `${place}: ${text}`) +
    (hasRoom ? plated(mark, tone, x + width / 2, y + height / 2, "value") : "")
  );
}

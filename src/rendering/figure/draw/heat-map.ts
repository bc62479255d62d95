import { escapeHtml, showsSomething } from "../../text.ts";
import type { HeatCell, HeatMapFigure } from "../types.ts";
import { fillOf, legendOf, pixels, textAt, textWidth, wrapped, type Drawing } from "./pieces.ts";
import { fitsPlate, plated } from "./plate.ts";

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
  const names = Math.min(
    MOST_NAME,
    [rowHeader, ...rows.map(({ label }) => label)].reduce((most, text) => Math.max(most, textWidth(text)), 0),
  );
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
      lines
        .map((line, at) =>
          textAt(line, names, {
            className: "label",
            x: 0,
            y: middle + 4.2 + (at - (lines.length - 1) / 2) * LINE,
          }),
        )
        .join("") +
      cells
        .map((one, at) =>
          cellAt(one, `${label} · ${columns[at] ?? ""}`, id, { x: left + at * cell, y: top, cell, height }),
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
  if (lines.every((of) => of.every((line) => textWidth(line) <= room))) {
    const most = lines.reduce((count, of) => Math.max(count, of.length), 0);
    const middle = (at: number): number => left + (at + 0.5) * cell;
    const body = lines.flatMap((of, at) =>
      of.map((line, n) =>
        textAt(line, room, {
          className: "tick",
          x: middle(at),
          y: (most - of.length + n + 1) * LINE - 2,
          anchor: "middle",
        }),
      ),
    );
    return { height: most * LINE, body: body.join("") };
  }
  const height = Math.min(
    MOST_TURNED,
    columns.reduce((most, column) => Math.max(most, textWidth(column)), 0),
  );
  const turned = columns.map((column, at) => {
    const place = `translate(${pixels(left + (at + 0.5) * cell + 4)} ${pixels(height + 2)}) rotate(-90)`;
    return `<g transform="${place}">${textAt(column, height, { className: "tick", x: 0, y: 0 })}</g>`;
  });
  return { height: height + 2, body: turned.join("") };
}

/** A cell with its mark, as far as there is room for it; what it says whole is shown to whoever points at it. */
function cellAt(
  { tone, text, mark = "" }: HeatCell,
  place: string,
  id: string,
  { x, y, cell, height }: Readonly<Record<"x" | "y" | "cell" | "height", number>>,
): string {
  const gap = Math.min(1, cell * 0.1);
  return (
    `<rect class="cell tone-${tone}" x="${pixels(x + gap)}" y="${pixels(y + 1)}" width="${pixels(cell - 2 * gap)}" height="${pixels(height - 2)}" fill="${fillOf(tone, id)}">` +
    `<title>${escapeHtml(`${place}: ${text}`)}</title></rect>` +
    (showsSomething(mark) && fitsPlate(mark, cell - 4) ? plated(mark, tone, x + cell / 2, y + height / 2, "value") : "")
  );
}

import { textOf, type Alignment, type Cell, type TableBlock } from "../../blocks.ts";
import { cleanText } from "../../text.ts";
import { columnsOf, greatestOf } from "../../columns.ts";
import { longestPiece, wrapped } from "./wrap.ts";

/** Blanks between columns. */
const GAP = 2;
/** A column of words that is narrower than this is not read. */
const NARROWEST = 6;
/** A word that takes more than this may be broken in its column; a figure never is. */
const LONGEST_WORD = 24;

/** The text of a cell, clean. */
export const cellText = (cell: Cell): string => cleanText(textOf(cell));

const longestLine = (text: string): number => greatestOf(text.split("\n").map(columnsOf));

/**
 * The columns of a table in a width: each as wide as its longest line, and where that is too much, the widest give way.
 *
 * @returns columns of a terminal per column, or null where a column would be too narrow to be read
 */
function tryWidths(
  cells: readonly (readonly string[])[],
  aligns: readonly Alignment[],
  width: number,
): number[] | null {
  const of = (at: number, measure: (text: string) => number): number =>
    Math.max(1, greatestOf(cells.map((row) => measure(row[at] ?? ""))));
  const natural = aligns.map((_, at) => of(at, longestLine));
  const widths = aligns.map((align, at) => {
    const most = align === "end" ? width : LONGEST_WORD;
    return Math.min(natural[at] ?? 1, Math.max(NARROWEST, Math.min(most, of(at, longestPiece))));
  });
  let left = width - GAP * (aligns.length - 1) - widths.reduce((sum, one) => sum + one, 0);
  if (left < 0) return null;
  for (; left > 0; left--) {
    const open = widths.filter((one, at) => one < (natural[at] ?? 1));
    if (open.length === 0) break;
    const narrowest = Math.min(...open);
    const at = widths.findIndex((one, index) => one === narrowest && one < (natural[index] ?? 1));
    widths[at] = narrowest + 1;
  }
  return widths;
}

/** A line at the start, at the end or in the middle of its column. */
function placed(line: string, width: number, align: Alignment): string {
  const room = Math.max(0, width - columnsOf(line));
  switch (align) {
    case "start":
      return line + " ".repeat(room);
    case "end":
      return " ".repeat(room) + line;
    case "center":
      return " ".repeat(Math.floor(room / 2)) + line + " ".repeat(Math.ceil(room / 2));
  }
}

/** Groups of lines one empty line apart. */
export function apart(groups: readonly (readonly string[])[]): readonly string[] {
  return groups.filter((lines) => lines.length > 0).flatMap((lines, at) => (at === 0 ? lines : ["", ...lines]));
}

/** A text with a mark before its first line, and blanks before the others. */
export function hanging(mark: string, text: string, width: number): readonly string[] {
  const indent = columnsOf(mark);
  return wrapped(text, width - indent).map((line, at) => ((at === 0 ? mark : " ".repeat(indent)) + line).trimEnd());
}

/**
 * A table without its caption, in lines of at most a width: columns side by side, their cells wrapped; where the columns
 * do not fit, each row as `header: value` lines.
 */
export function tableLines({ columns, rows, footer }: TableBlock, width: number): readonly string[] {
  if (columns.length === 0) return [];
  const headers = columns.map(({ header }) => cleanText(header));
  const body = rows.map((row) => row.map(cellText));
  const last = footer === undefined ? [] : [footer.map(cellText)];
  const aligns = columns.map(({ align }) => align);
  const widths = tryWidths([headers, ...body, ...last], aligns, width);
  if (widths === null) {
    const stacked = (row: readonly string[]): readonly string[] =>
      row.flatMap((text, at) => {
        const [first = "", ...others] = wrapped(`${headers[at] ?? ""}: ${text}`, width - 2);
        return [first, ...others.map((line) => `  ${line}`.trimEnd())];
      });
    return apart([...body.map(stacked), ...last.map((row) => ["-".repeat(NARROWEST), ...stacked(row)])]);
  }
  const side = (row: readonly string[]): readonly string[] => {
    const cells = row.map((text, at) => wrapped(text, widths[at] ?? 1));
    return Array.from({ length: greatestOf(cells.map((lines) => lines.length)) }, (_, n) =>
      cells
        .map((lines, at) => placed(lines[n] ?? "", widths[at] ?? 1, aligns[at] ?? "start"))
        .join(" ".repeat(GAP))
        .trimEnd(),
    );
  };
  const rule = side(widths.map((one) => "-".repeat(one)));
  const sides = body.map(side);
  // rows of several lines would run into each other
  const between = sides.some((lines) => lines.length > 1) ? apart(sides) : sides.flat();
  return [...side(headers), ...rule, ...between, ...last.flatMap((row) => [...rule, ...side(row)])];
}

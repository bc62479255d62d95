import { textOf, type Cell, type TableBlock } from "../blocks.ts";
import { isWide } from "../columns.ts";
import { cleanText } from "../text.ts";

/** About the widths of signs in the letters of tables, in twentieths of a point: a Chinese one is as wide as high. */
const WIDE_SIGN = 174;
const NARROW_SIGN = 96;
/** Space left and right of a cell's text. */
const PADDING = 220;
/** Most of a table's width that the text of one column asks for. */
const MOST = 0.6;
/** Room that a column of words has if it can use it: four Chinese signs. */
const FEW_SIGNS = PADDING + 4 * WIDE_SIGN;
/** Room that a column of a table too wide for a page has at most: more than any amount. */
const LONG_WORD = 2400;

/** Room that a text asks for: for its whole line, and for the longest word, after which a line can end. */
interface Needs {
  readonly whole: number;
  readonly least: number;
}

function needsOfLine(line: string): Needs {
  let whole = 0;
  let word = 0;
  let least = 0;
  for (const sign of line) {
    // what is wide lies above all letters, which need not be looked up
    const wide = sign >= "\u1100" && isWide(sign);
    whole += wide ? WIDE_SIGN : NARROW_SIGN;
    word = wide || sign === " " ? 0 : word + NARROW_SIGN;
    least = Math.max(least, word);
  }
  return { whole, least };
}

const linesOf = (cell: Cell): readonly string[] => cleanText(textOf(cell)).split("\n");

/** What the columns of a table ask for; of figures each line is a word. */
function needsOf({ columns, rows, footer }: TableBlock): readonly Needs[] {
  const all = footer === undefined ? rows : [...rows, footer];
  const most = (needs: readonly number[]): number => needs.reduce((before, need) => Math.max(before, need), 0);
  return columns.map(({ header, align }, at) => {
    const title = linesOf(header).map(needsOfLine);
    const lines = all.flatMap((row) => linesOf(row[at] ?? "")).map(needsOfLine);
    const whole = PADDING + most([...title, ...lines].map((need) => need.whole));
    const words = [
      ...title.map(({ least }) => least),
      ...lines.map((need) => (align === "end" ? need.whole : need.least)),
    ];
    return { whole, least: Math.max(PADDING + most(words), Math.min(whole, FEW_SIGNS)) };
  });
}

/**
 * Widths of a table's columns: the twelfths they ask for; the others share what is left according to their content.
 *
 * @param table - with or without widths
 * @param total - width of the table
 * @returns whole numbers that add up to the total
 */
export function columnWidths(table: TableBlock, total: number): readonly number[] {
  const needs = needsOf(table);
  const asked = table.columns.map(({ width }, at) => {
    const cap = (room = 0): number => (width === undefined ? Math.min(room, total * MOST) : 0);
    return { fixed: (total * (width ?? 0)) / 12, whole: cap(needs[at]?.whole), least: cap(needs[at]?.least) };
  });
  const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0);
  const wholes = sum(asked.map(({ whole }) => whole));
  const leasts = sum(asked.map(({ least }) => least));
  const rest = Math.max(total - sum(asked.map(({ fixed }) => fixed)), leasts);
  // with room for every line, in proportion to the lines; otherwise room for every word, and what is left by lines
  const shared = asked.map(({ fixed, whole, least }) => {
    if (wholes <= rest) return fixed + (wholes === 0 ? 0 : (rest * whole) / wholes);
    return fixed + least + ((rest - leasts) * (whole - least)) / (wholes - leasts);
  });
  const ends = shared.map((_, at) => Math.round((total * sum(shared.slice(0, at + 1))) / sum(shared)));
  return ends.map((end, at) => end - (ends[at - 1] ?? 0));
}

/**
 * A table whose columns have no room side by side as several, each with the first column, which names the rows.
 *
 * @param table - with any number of columns
 * @param total - width of the page
 * @returns tables with the columns in their order
 */
export function tablesThatFit(table: TableBlock, total: number): readonly TableBlock[] {
  const [names = 0, ...others] = needsOf(table).map(({ least }) => Math.min(least, LONG_WORD));
  const parts: number[][] = [];
  let room = 0;
  for (const [at, need] of others.entries()) {
    if (need > room) {
      parts.push([0]);
      room = total - names;
    }
    parts.at(-1)?.push(at + 1);
    room -= need;
  }
  if (parts.length <= 1) return [table];
  return parts.map((part) => {
    const take = <T>(row: readonly T[]): readonly T[] => row.filter((_, at) => part.includes(at));
    const { columns, rows, footer } = table;
    return { ...table, columns: take(columns), rows: rows.map(take), ...(footer && { footer: take(footer) }) };
  });
}

import type { Cell, TableBlock } from "../blocks.ts";
import { cleanText } from "../text.ts";

/** About the widths of signs in the letters of tables, in twentieths of a point: a Chinese one is as wide as high. */
const WIDE_SIGN = 174;
const NARROW_SIGN = 96;
/** Space left and right of a cell's text. */
const PADDING = 220;
/** Most of a table's width that the text of one column asks for. */
const MOST = 0.6;

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/gu;

function widthOf(text: string): number {
  const wide = text.match(WIDE)?.length ?? 0;
  return wide * WIDE_SIGN + (text.length - wide) * NARROW_SIGN;
}

const textOf = (cell: Cell | undefined): string => cleanText(typeof cell === "object" ? cell.text : (cell ?? ""));

const widest = (texts: readonly string[]): number => texts.reduce((most, text) => Math.max(most, widthOf(text)), 0);

/** What a column asks for: room for its longest line, and for its longest word; of figures each line is a word. */
function needs(table: TableBlock, at: number): { readonly whole: number; readonly least: number } {
  const column = table.columns[at];
  const cells = [...table.rows, ...(table.footer === undefined ? [] : [table.footer])].map((row) => textOf(row[at]));
  const header = textOf(column?.header);
  const words = (texts: readonly string[]): readonly string[] =>
    texts.flatMap((text) => text.replace(WIDE, (sign) => ` ${sign} `).split(/\s+/));
  const lines = cells.flatMap((text) => text.split("\n"));
  return {
    whole: PADDING + widest([...header.split("\n"), ...lines]),
    least: PADDING + widest([...words([header]), ...(column?.align === "end" ? lines : words(lines))]),
  };
}

/**
 * Widths of a table's columns: the twelfths they ask for; the others share what is left according to their content.
 *
 * @param table - with or without widths
 * @param total - width of the table
 * @returns whole numbers that add up to the total
 */
export function columnWidths(table: TableBlock, total: number): readonly number[] {
  const { columns } = table;
  const cap = (width: number): number => Math.min(width, total * MOST);
  const asked = columns.map(({ width }, at) => {
    if (width !== undefined) return { fixed: (total * width) / 12, whole: 0, least: 0 };
    const { whole, least } = needs(table, at);
    return { fixed: 0, whole: cap(whole), least: cap(least) };
  });
  const sum = (of: (width: (typeof asked)[number]) => number): number =>
    asked.reduce((all, width) => all + of(width), 0);
  const wholes = sum(({ whole }) => whole);
  const leasts = sum(({ least }) => least);
  const rest = Math.max(total - sum(({ fixed }) => fixed), leasts);
  // with room for every line, in proportion to the lines; otherwise room for every word, and what is left by lines
  const shared = asked.map(({ fixed, whole, least }) => {
    if (wholes <= rest) return fixed + (wholes === 0 ? 0 : (rest * whole) / wholes);
    return fixed + least + ((rest - leasts) * (whole - least)) / (wholes - leasts);
  });
  const all = shared.reduce((before, width) => before + width, 0);
  let reached = 0;
  return shared.map((_, at) => {
    const before = Math.round((total * reached) / all);
    reached += shared[at] ?? 0;
    return Math.round((total * reached) / all) - before;
  });
}

import { textOf, type Cell, type TableBlock } from "../blocks.ts";
import { readTable } from "../read-document.ts";
import { cleanText } from "../text.ts";

/** What a spreadsheet takes for the beginning of a formula; tabs and carriage returns are blanks in a clean text. */
const STARTS_FORMULA = /^\s*[=+\-@＝＋－＠]/;

/** A number: a sign, digits with or without groups of three, decimals, a percent sign. */
const IS_NUMBER = /^[+-](?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?%?$/;

/**
 * A table as comma-separated values (CSV, RFC 4180), for spreadsheets and other programs.
 *
 * The header row, the rows, and the footer as the last row; lines end with CR LF, a line feed inside a cell stays inside
 * quotes. Cells are clean text: tabs are blanks, what nobody sees is gone. A cell that a spreadsheet would run as a formula,
 * beginning with `=`, `+`, `-`, `@` or the full-width form of one, has an apostrophe before it and is text; one that is a number as a
 * whole stays as it is: a sign, digits with or without commas after each three, decimals, a percent sign, such as
 * `-1,234.50` or `+3.2%`. A real minus sign (`−5`) begins no formula. The caption is not in it. A spreadsheet that does not expect
 * UTF-8 does once the file begins with U+FEFF, which whoever writes the file puts before this text.
 *
 * @param table - a table, such as one of a document
 * @returns comma-separated values, ending with CR LF
 * @throws `rendering/invalid-document` for a table with a member that is missing, misspelt or of another kind, or a row
 *   without one cell per column
 * @see {@link https://www.rfc-editor.org/rfc/rfc4180 | RFC 4180} and
 *   {@link https://owasp.org/www-community/attacks/CSV_Injection | CSV injection}, OWASP
 * @example
 * const columns = [{ header: "Item", align: "start" }, { header: "CNY", align: "end" }] as const;
 * toCsv({ type: "table", caption: "", columns, rows: [["Loans, new", "-1,234.50"]] }) // => 'Item,CNY\r\n"Loans, new","-1,234.50"\r\n'
 * toCsv({ type: "table", caption: "", columns, rows: [["=1+1", "+1.00*"]] }) // => "Item,CNY\r\n'=1+1,'+1.00*\r\n"
 * @since 0.1.0
 */
export function toCsv(table: TableBlock): string {
  const { columns, rows, footer } = readTable(table);
  const lines = [columns.map(({ header }) => header), ...rows, ...(footer === undefined ? [] : [footer])];
  return lines.map((cells) => `${cells.map((cell) => fieldOf(cell, cells.length === 1)).join(",")}\r\n`).join("");
}

/** A cell between commas; an empty one of a single column has quotes, because readers skip empty lines. */
function fieldOf(cell: Cell, isOnly: boolean): string {
  const clean = cleanText(textOf(cell));
  const text = STARTS_FORMULA.test(clean) && !IS_NUMBER.test(clean) ? `'${clean}` : clean;
  return /[",;\n]/.test(text) || (text === "" && isOnly) ? `"${text.replaceAll('"', '""')}"` : text;
}

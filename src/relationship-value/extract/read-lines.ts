import type { Period } from "../../calendar/index.ts";
import { describeValue, fromDayNumber, toDayNumber, type Issue, type RowIssue } from "../../core/index.ts";
import { kindOfValue, refuse } from "../../core/inner.ts";
import { unreadable } from "../income-line.ts";
import { OPTION, readOptions, readRows } from "../reading.ts";
import type { IncomeClearance, IncomeLine } from "../types.ts";
import { amountReader, unguarded } from "./cells.ts";
import {
  columnNames,
  extractIssue,
  placesIn,
  readExtractOptions,
  type ColumnNames,
  type ColumnPlaces,
  type LineColumn,
  type LineConstants,
  type LineWords,
  type ReadLinesOptions,
} from "./columns.ts";
import { openLineCheck } from "./line-issue.ts";

/** A record of a CSV file as a parser gives it: texts by the name of their column, or a list of them beside a header. */
export type ExtractRow = Readonly<Record<string, string>> | readonly string[];

/** Income lines read off an extract. */
export interface LinesRead {
  /** In row order, without the rows that have an issue. */
  readonly lines: readonly IncomeLine[];
  /** The row each line was read from: `rows[i]` for `lines[i]`, counted from 0. */
  readonly rows: readonly number[];
  /** In row order, at most one per row; `path` is the column, as the extract calls it. */
  readonly issues: readonly RowIssue[];
}

/**
 * Income lines from the records of a CSV file, which a parser of your choice has taken apart (数据导入).
 *
 * A cell is a text or empty, and nothing is guessed: amounts are plain decimals unless `amounts` says how they are
 * written, days are `YYYY-MM-DD`, periods are a name such as `2026-Q1` or `from` with `to` (the day after the last) or
 * `lastDay`. An id keeps its leading zeros. An apostrophe at the beginning of a cell, the mark of a text in a
 * spreadsheet, is taken off. A row that cannot be read has an issue and stops no other: a value that is not one, a
 * missing cell, the id of an earlier row, a column with nearly the name of one that is not there. That a line lies in
 * the period of a statement is looked at where the statement is made.
 *
 * What `writeLines` writes comes back as the same lines.
 *
 * @param rows - texts by column name or, with `header`, lists of texts
 * @param options - the extract’s own names and words, what is the same in every row, how amounts are written
 * @returns the lines, the rows they are from, and the issues of the others
 * @throws `relationship-value/invalid-option`, also for a column that has a name and a constant
 * @throws `relationship-value/invalid-extract` for a `header` that is not one; without a header, it is an issue of each row
 * @throws `relationship-value/empty-id`, `calendar/invalid-period`, `money/unknown-currency` for a constant
 * @example
 * const rows = [
 *   { LN_NO: "0071", CUST_NO: "C-1", NET_INT: "12,500.00", MONTH: "2026-06" },
 *   { LN_NO: "0072", CUST_NO: "C-2", NET_INT: "1.250,00", MONTH: "2026-06" },
 * ];
 * const { lines, issues } = readLines(rows, {
 *   columns: { id: "LN_NO", client: "CUST_NO", amount: "NET_INT", period: "MONTH" },
 *   constants: { product: "LOAN", item: "asset", currency: "CNY", basis: "actual" },
 *   amounts: "1,234.56",
 * });
 * lines[0]?.amount // => { amount: "12500.00", currency: "CNY" }
 * issues.map(({ row, code, path }) => [row, code, path]) // => [[1, "money/invalid-amount", ["NET_INT"]]]
 * @since 0.1.0
 */
export function readLines(rows: readonly ExtractRow[], options: ReadLinesOptions = {}): LinesRead {
  readOptions<ReadLinesOptions>(options, readExtractOptions);
  readRows(rows, ["rows"], OPTION);
  const { header } = options;
  const names = columnNames(options);
  const check = openLineCheck();
  const toLine = lineReader(names, options);
  const table = header === undefined ? objectTable(names) : listTable(header, names);
  const lines: IncomeLine[] = [];
  const from: number[] = [];
  const issues: RowIssue[] = [];
  for (const [row, record] of rows.entries()) {
    try {
      const read = toLine(table(record));
      const wrong = "code" in read ? read : atColumn(check(read), names);
      if (wrong !== null) {
        issues.push({ row, ...wrong });
        continue;
      }
      lines.push(read as IncomeLine);
      from.push(row);
    } catch (e) {
      issues.push({ row, ...unreadable(e) });
    }
  }
  return { lines, rows: from, issues };
}

/** The issue of a line at the column its member was read from. */
function atColumn(issue: Issue | null, { names }: ColumnNames): Issue | null {
  if (issue === null) return null;
  const [member, part] = issue.path;
  const column = member === "amount" && part !== "currency" ? member : (part ?? member);
  const name = Object.hasOwn(names, String(column)) ? names[column as LineColumn] : null;
  return { ...issue, path: name === null ? issue.path : [name] };
}

/** The cells of a record; what it has in no column is empty. */
type Cells = (column: LineColumn) => string;

/** Takes records apart, or says why one cannot be. */
type Table = (record: ExtractRow) => Cells | Issue;

/** A cell that is a text, or nothing; anything else is thrown as an issue of its column. */
function textOf(cell: unknown, path: Issue["path"]): string {
  if (typeof cell === "string") return cell;
  if (cell === undefined || cell === null) return "";
  const { code, details } = extractIssue("not-a-text", path, { received: describeValue(cell), ...kindOfValue(cell) });
  return refuse(code, path, "a cell is a text", details);
}

/** Records that are lists of cells, below a header. */
function listTable(header: readonly string[], names: ColumnNames): Table {
  const places = placesIn(header, names);
  if ("code" in places)
    refuse(places.code, ["header", ...places.path], "not the header of income lines", places.details);
  return (record) => {
    if (!Array.isArray(record)) return extractIssue("not-a-row", [], { received: describeValue(record) });
    if (record.length !== header.length) {
      return extractIssue("other-length", [], { columns: header.length, cells: record.length });
    }
    return (column) => (places[column] < 0 ? "" : textOf(record[places[column]], [header[places[column]] ?? column]));
  };
}

/** Records by column name; a header is looked at once for all records that have the same names. */
function objectTable(names: ColumnNames): Table {
  let before: readonly string[] = [];
  let places: ColumnPlaces | Issue = placesIn(before, names);
  return (record) => {
    if (typeof record !== "object" || (record as unknown) === null || Array.isArray(record)) {
      return extractIssue("not-a-row", [], { received: describeValue(record) });
    }
    const header = Object.keys(record);
    if (header.length !== before.length || header.some((name, place) => name !== before[place])) {
      before = header;
      places = placesIn(header, names);
    }
    if ("code" in places) return places;
    const found = places;
    return (column) => {
      const name = header[found[column]];
      return name === undefined ? "" : textOf((record as Readonly<Record<string, unknown>>)[name], [name]);
    };
  };
}

/** Makes lines of cells. */
function lineReader(
  names: ColumnNames,
  { constants = {}, words = {}, amounts = "1234.56" }: ReadLinesOptions,
): (cells: Cells | Issue) => IncomeLine | Issue {
  const readAmount = amountReader(amounts);
  const inWords = (column: "item" | "basis", text: string): string => wordOf(words[column], text);
  return (cells) => {
    if (typeof cells !== "function") return cells;
    const text = (column: LineColumn): string => unguarded(cells(column));
    const given = (column: keyof LineConstants & LineColumn): string =>
      (constants[column] as string | undefined) ?? text(column);
    const period = constants.period ?? periodIn(text, names);
    if (typeof period === "object" && "code" in period) return period;
    const amount = readAmount(text("amount"));
    if (amount === null) {
      const details = { received: describeValue(text("amount")) };
      return { code: "money/invalid-amount", path: [names.names.amount ?? "amount"], details };
    }
    const clearance = clearanceIn(cells, words);
    const hasSource = constants.source !== undefined || cells("source") !== "";
    return {
      id: text("id"),
      client: given("client"),
      product: given("product"),
      item: constants.item ?? (inWords("item", text("item")) as IncomeLine["item"]),
      period,
      amount: { amount, currency: given("currency") },
      basis: constants.basis ?? (inWords("basis", text("basis")) as IncomeLine["basis"]),
      ...(hasSource ? { source: given("source") } : {}),
      ...(clearance === null ? {} : { clearance }),
    };
  };
}

/** The word here for one of the extract's; a word it does not explain stays as it is. */
function wordOf<T>(words: Readonly<Record<string, T>> | undefined, text: string): T | string {
  return words !== undefined && Object.hasOwn(words, text) ? (words[text] as T) : text;
}

/** The period of a row: its name, or its days. */
function periodIn(text: (column: LineColumn) => string, { names }: ColumnNames): Period | Issue {
  const [name, from, to, lastDay] = [text("period"), text("from"), text("to"), text("lastDay")];
  if (from === "" && to === "" && lastDay === "") return name;
  if (name !== "") return extractIssue("two-periods", [names.period ?? "period"]);
  if (to !== "" && lastDay !== "") return extractIssue("two-periods", [names.lastDay ?? "lastDay"]);
  const dayIn = (column: "from" | "to" | "lastDay", day: string): number => toDayNumber(day, [names[column] ?? column]);
  const first = dayIn("from", from);
  const end = lastDay === "" ? dayIn("to", to) : dayIn("lastDay", lastDay) + 1;
  const range = { from, to: fromDayNumber(end, [names.lastDay ?? "lastDay"]) };
  if (end > first) return range;
  return refuse("calendar/invalid-period", [names.from ?? "from"], "ends before it begins", range);
}

/** A flag as it is, or as the extract writes it; what is neither is refused where the clearance is read. */
function flagIn(words: LineWords, cell: string): boolean {
  const word = wordOf(words.flag, unguarded(cell));
  return (word === "true" ? true : word === "false" ? false : word) as boolean;
}

/** The clearance of a row; null where all its cells are empty. */
function clearanceIn(cells: Cells, words: LineWords): IncomeClearance | null {
  const [voluntary, unrelatedToCredit] = [cells("voluntary"), cells("unrelatedToCredit")];
  const [approvedBy, approvedOn] = [cells("approvedBy"), cells("approvedOn")];
  if (voluntary === "" && unrelatedToCredit === "" && approvedBy === "" && approvedOn === "") return null;
  return {
    voluntary: flagIn(words, voluntary),
    unrelatedToCredit: flagIn(words, unrelatedToCredit),
    ...(approvedBy === "" ? {} : { approvedBy: unguarded(approvedBy) }),
    ...(approvedOn === "" ? {} : { approvedOn: unguarded(approvedOn) }),
  };
}

import type { Period } from "../../calendar/index.ts";
import type { RowIssue } from "../../core/index.ts";
import { OPTION, readRows } from "../reading.ts";
import type { IncomeLine } from "../types.ts";
import { guarded, quoted } from "./cells.ts";
import { LINE_COLUMNS, type LineColumn } from "./columns.ts";
import { openLineCheck } from "./line-issue.ts";

/** Income lines as the text of a CSV file. */
export interface LinesWritten {
  /** With a header and one record per line, each ended by CR LF; without a byte order mark. */
  readonly csv: string;
  /** In row order: lines that are not written, because they cannot be read. */
  readonly issues: readonly RowIssue[];
}

/** The last day itself is not written: `to` says the same. */
const WRITTEN: readonly LineColumn[] = LINE_COLUMNS.filter((column) => column !== "lastDay");

const END = "\r\n";

/**
 * Income lines as the text of a CSV file that a spreadsheet opens without computing anything in it (数据导出).
 *
 * Commas and quotes are as RFC 4180 has them. Amounts are plain, `-12.50`; any other cell that begins with what a
 * spreadsheet takes for a formula (`=` `+` `-` `@`, also in full width, a tab, the end of a line, a null character) or
 * with an apostrophe gets an apostrophe, which `readLines` takes off. Put `"\uFEFF"` before the text for a spreadsheet
 * that would not take it for UTF-8 otherwise. Only the members of an income line are written, not others a row may
 * have; null comes back as left out.
 *
 * @param lines - income lines
 * @returns the text, and the issues of lines that are not in it
 * @throws `relationship-value/invalid-option` for what is not a list of lines
 * @see RFC 4180; CWE-1236, improper neutralization of formula elements in a CSV file
 * @example
 * const line: IncomeLine =
 *   { id: "007", client: "=C-1", product: "TRADE, FX", item: "intermediary", period: "2026-06", amount: money("-12.50", "CNY"), basis: "actual" };
 * const { csv } = writeLines([line]);
 * csv.split("\r\n")[1] // => "007,'=C-1,\"TRADE, FX\",intermediary,2026-06,,,-12.50,CNY,actual,,,,,"
 * @since 0.1.0
 */
export function writeLines(lines: readonly IncomeLine[]): LinesWritten {
  readRows(lines, ["lines"], OPTION);
  const check = openLineCheck();
  const issues: RowIssue[] = [];
  const records: string[] = [WRITTEN.join(",")];
  for (const [row, line] of lines.entries()) {
    const wrong = check(line);
    if (wrong === null) records.push(recordOf(line));
    else issues.push({ row, ...wrong });
  }
  return { csv: records.join(END) + END, issues };
}

/** A text, or nothing where there is none. */
const cellOf = (text: string | null | undefined): string => (typeof text === "string" ? guarded(text) : "");

function recordOf({ id, client, product, item, period, amount, basis, source, clearance }: IncomeLine): string {
  const { name, from, to } = partsOf(period);
  const { voluntary, unrelatedToCredit, approvedBy, approvedOn } = clearance ?? {};
  const cells: Readonly<Record<(typeof LINE_COLUMNS)[number], string>> = {
    id: guarded(id),
    client: guarded(client),
    product: guarded(product),
    item,
    period: name,
    from,
    to,
    lastDay: "",
    amount: amount.amount,
    currency: amount.currency,
    basis,
    source: cellOf(source),
    voluntary: voluntary === undefined ? "" : String(voluntary),
    unrelatedToCredit: unrelatedToCredit === undefined ? "" : String(unrelatedToCredit),
    approvedBy: cellOf(approvedBy),
    approvedOn: cellOf(approvedOn),
  };
  return WRITTEN.map((column) => quoted(cells[column])).join(",");
}

/** A period by its name or by its days. */
function partsOf(period: Period): { readonly name: string; readonly from: string; readonly to: string } {
  return typeof period === "string" ? { name: period, from: "", to: "" } : { name: "", ...period };
}

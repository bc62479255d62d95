import { figureTable } from "../figure/table.ts";
import type { FigureBlock } from "../figure/types.ts";
import { readDocument } from "../read-document.ts";
import { escapeMarkdown } from "../text.ts";
import type {
  Alignment,
  Block,
  BlockDocument,
  Cell,
  CellEmphasis,
  ColumnsBlock,
  NoteBlock,
  PairsBlock,
  TableBlock,
} from "../blocks.ts";

/**
 * A document as GitHub-flavoured Markdown (Markdown 文档).
 *
 * Text never becomes markup: every string is escaped with {@link escapeMarkdown}. Byte-stable: the same document gives the
 * same bytes on every runtime, so that two versions can be compared line by line. Blocks are separated by one empty line,
 * and the text ends with a line feed.
 *
 * @param doc - block tree
 * @returns Markdown
 * @throws `rendering/invalid-document` for a block of an unknown kind, a member that is missing, misspelt or of another
 *   kind, a row without one cell per column, columns nested deeper than {@link MAX_NESTED_COLUMNS}
 * @example
 * const doc = { title: "Plan", blocks: [
 *   { type: "heading", level: 1, text: "Plan" },
 *   { type: "table", caption: "Income", columns: [{ header: "Item", align: "start" }, { header: "CNY", align: "end" }], rows: [["Loans|Cards", "1.00"]] },
 * ] } as const;
 * toMarkdown(doc) // => "# Plan\n\n**Income**\n\n| Item | CNY |\n| :--- | ---: |\n| Loans&#124;Cards | 1.00 |\n"
 * @since 0.1.0
 */
export function toMarkdown(doc: BlockDocument): string {
  return `${joined(readDocument(doc).blocks.flatMap(textsOf))}\n`;
}

/**
 * Blocks one empty line apart; neighbouring lists become one, because an empty line would make it a loose list. Numbered
 * lists stay apart: the mark behind their numbers changes, otherwise the second would go on counting.
 */
function joined(texts: readonly string[]): string {
  return texts
    .filter((text) => text !== "")
    .reduce((before, text) => {
      if (before === "") return text;
      const last = before.slice(before.lastIndexOf("\n") + 1);
      if (text.startsWith("- ") && last.startsWith("- ")) return `${before}\n${text}`;
      const goesOn = text.startsWith("1. ") && /^\d+\. /.test(last);
      return `${before}\n\n${goesOn ? text.replace(/^(\d+)\. /gm, "$1) ") : text}`;
    }, "");
}

/** The blocks of columns one after the other. */
function textsOf(block: Block): readonly string[] {
  return block.type === "columns" ? block.columns.flat().flatMap(textsOf) : [blockText(block)];
}

function blockText(block: Exclude<Block, ColumnsBlock>): string {
  switch (block.type) {
    case "heading":
      return `${"#".repeat(block.level)} ${escapeMarkdown(block.text)}`;
    case "paragraph":
      return escapeMarkdown(block.text);
    case "table":
      return tableText(block);
    case "list":
      return block.items
        .map((item, at) => `${block.ordered ? `${String(at + 1)}.` : "-"} ${escapeMarkdown(item)}`)
        .join("\n");
    case "pairs":
      return pairsText(block);
    case "note":
      return noteText(block);
    case "figure":
      return figureText(block);
    case "signatures":
      return [
        ...(block.title === undefined ? [] : [`${strong(escapeMarkdown(block.title))}\n`]),
        ...block.lines.map((line) => `- ${escapeMarkdown(line)}: \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_`),
      ].join("\n");
    case "page-break":
      return "---";
  }
}

const DELIMITERS: Readonly<Record<Alignment, string>> = { start: ":---", end: "---:", center: ":---:" };

function tableText(table: TableBlock): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const footer = table.footer === undefined ? [] : [table.footer.map((cell) => strong(cellText(cell)))];
  return [
    ...(table.quietCaption === true ? [] : [strong(escapeMarkdown(table.caption)), ""]),
    line(table.columns.map((column) => escapeMarkdown(column.header))),
    line(table.columns.map((column) => DELIMITERS[column.align])),
    ...table.rows.map((row) => line(row.map(cellText))),
    ...footer.map(line),
  ].join("\n");
}

/** Markdown has one way to stand out. */
const IS_STRONG: Readonly<Record<CellEmphasis, boolean>> = { strong: true, warning: true, muted: false };

function cellText(cell: Cell): string {
  if (typeof cell === "string") return escapeMarkdown(cell);
  const text = escapeMarkdown(cell.text);
  return IS_STRONG[cell.emphasis] ? strong(text) : text;
}

/** Emphasis that survives spaces, breaks and text that is already emphasised: one pair of marks around each line. */
function strong(text: string): string {
  return text
    .split("<br>")
    .map((line) => (line === "" || line.startsWith("**") ? line : `**${line}**`))
    .join("<br>");
}

function pairsText({ display, items }: PairsBlock): string {
  const small = (note: string | undefined, before: string): string =>
    note === undefined ? "" : `${before}${escapeMarkdown(note)}`;
  if (items.length === 0) return "";
  if (display === "tiles") {
    const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
    return [
      line(items.map(({ name }) => escapeMarkdown(name))),
      line(items.map(() => DELIMITERS.end)),
      line(items.map(({ value, note }) => `${strong(cellText(value))}${small(note, "<br>")}`)),
    ].join("\n");
  }
  return items
    .map(({ name, value, note }) => `- ${strong(escapeMarkdown(name))}: ${cellText(value)}${small(note, "<br>")}`)
    .join("\n");
}

function noteText({ title, texts }: NoteBlock): string {
  return [strong(escapeMarkdown(title)), ...texts.map((text) => `- ${escapeMarkdown(text)}`)]
    .map((line, at) => (at === 0 && texts.length > 0 ? `> ${line}\n>` : `> ${line}`))
    .join("\n");
}

function figureText(block: FigureBlock): string {
  return `${tableText(figureTable(block))}\n\n${escapeMarkdown(block.description)}`;
}

import { optional, shapeOf, wholeNumber } from "../../../core/inner.ts";
import type { Block, BlockDocument, HeadingBlock, NoteTone, PairsBlock, TableBlock } from "../../blocks.ts";
import type { RenderingErrorCode } from "../../errors.ts";
import { figureTable } from "../../figure/table.ts";
import type { FigureBlock } from "../../figure/types.ts";
import { readDocument } from "../../read-document.ts";
import { cleanText } from "../../text.ts";
import { withBars } from "./bars.ts";
import { apart, cellText, hanging, tableLines } from "./table.ts";
import { columnsOf, greatestOf } from "../../columns.ts";
import { wrapped } from "./wrap.ts";

/** How a document is written as plain text. */
export interface TextOptions {
  /** Longest line in columns of a terminal, a whole number from 40 to 200; default 80. */
  readonly width?: number;
}

const readOptions = shapeOf<TextOptions>({ width: optional(wholeNumber(40, 200)) });

/**
 * A document as plain text for terminals and mail (纯文本).
 *
 * Everything the document says is in it, and nothing in it makes a terminal do anything. No line is longer than the
 * width: Chinese characters count two columns, combining marks none. Lines are broken between words and between Chinese
 * characters, none begins with closing punctuation or ends with an opening bracket as long as there is another place. Tables have their
 * columns side by side, with numbers whole and at the end of their column; where the columns do not fit, each row is
 * stacked as `header: value` lines. Figures are tables, with bars drawn beside them where there is room. No line ends
 * with a blank. Byte-stable: the same document gives the same bytes on every runtime.
 *
 * @param doc - block tree
 * @param options - width
 * @returns text, ending with one line feed
 * @throws `rendering/invalid-document` for a block of an unknown kind, a member that is missing, misspelt or of another
 *   kind, a row without one cell per column, columns nested deeper than {@link MAX_NESTED_COLUMNS}
 * @throws `rendering/invalid-option` for a width that is not a whole number from 40 to 200, and for a misspelt option
 * @example
 * const doc = { title: "Plan", blocks: [
 *   { type: "heading", level: 1, text: "Plan" },
 *   { type: "table", caption: "收入", columns: [{ header: "项目", align: "start" }, { header: "CNY", align: "end" }], rows: [["贷款", "1,000.00"]] },
 * ] } as const;
 * toText(doc) // => "Plan\n====\n\n收入\n\n项目       CNY\n----  --------\n贷款  1,000.00\n"
 * toText(doc, { width: 20.5 }) // throws rendering/invalid-option
 * @since 0.1.0
 */
export function toText(doc: BlockDocument, options: TextOptions = {}): string {
  const { width = 80 } = readOptions(options, ["options"], "rendering/invalid-option" satisfies RenderingErrorCode);
  return `${apart(readDocument(doc).blocks.map((block) => linesOf(block, width))).join("\n")}\n`;
}

/** What headings are underlined with, by their level. */
const UNDERLINES: Readonly<Record<HeadingBlock["level"], string>> = { 1: "=", 2: "-", 3: "~", 4: "." };

/** What stands in the margin of a note. */
const MARGINS: Readonly<Record<NoteTone, string>> = { information: "| ", warning: "! ", sample: "* " };

/** Longest line to sign on. */
const SIGNATURE = 30;

/** A text in lines; nothing for one that is empty. */
const textLines = (text: string, width: number): readonly string[] => {
  const clean = cleanText(text);
  return clean === "" ? [] : wrapped(clean, width);
};

function linesOf(block: Block, width: number): readonly string[] {
  switch (block.type) {
    case "heading": {
      const lines = textLines(block.text, width);
      return lines.length === 0 ? [] : [...lines, UNDERLINES[block.level].repeat(greatestOf(lines.map(columnsOf)))];
    }
    case "paragraph":
      return textLines(block.text, width);
    case "table":
      return captioned(block, tableLines(block, width), width);
    case "list": {
      const digits = String(block.items.length).length;
      return block.items.flatMap((item, at) =>
        hanging(block.ordered ? `${String(at + 1).padStart(digits)}. ` : "- ", cleanText(item), width),
      );
    }
    case "pairs":
      return pairsLines(block, width);
    case "note": {
      const margin = MARGINS[block.tone];
      const inner = width - margin.length;
      const lines = [
        ...textLines(block.title, inner),
        ...block.texts.flatMap((text) => hanging("- ", cleanText(text), inner)),
      ];
      return lines.map((line) => (margin + line).trimEnd());
    }
    case "figure":
      return figureLines(block, width);
    case "columns":
      return apart(block.columns.flatMap((blocks) => blocks.map((inner) => linesOf(inner, width))));
    case "signatures":
      return apart([
        ...(block.title === undefined ? [] : [textLines(block.title, width)]),
        ...block.lines.map((line) => [...textLines(line, width), "_".repeat(SIGNATURE)]),
      ]);
    case "page-break":
      return ["-".repeat(width)];
  }
}

function captioned(table: TableBlock, lines: readonly string[], width: number): readonly string[] {
  return apart([table.quietCaption === true ? [] : textLines(table.caption, width), lines]);
}

/** Names and values in two columns; a name too long for its column has lines of its own. */
function pairsLines({ items }: PairsBlock, width: number): readonly string[] {
  const most = Math.floor(width * 0.4);
  const names = items.map(({ name }) => cleanText(name));
  const fitting = names.map(columnsOf).filter((columns) => columns <= most);
  const indent = Math.max(2, greatestOf(fitting)) + 2;
  return items.flatMap(({ value, note }, at) => {
    const name = names[at] ?? "";
    const isShort = columnsOf(name) <= most && !name.includes("\n");
    const mark = " ".repeat(indent);
    const start = isShort ? name + " ".repeat(indent - columnsOf(name)) : mark;
    return [
      ...(isShort ? [] : wrapped(name, width)),
      ...hanging(start, cellText(value), width),
      ...(note === undefined ? [] : hanging(mark, cleanText(note), width)),
    ];
  });
}

function figureLines(block: FigureBlock, width: number): readonly string[] {
  const plain = figureTable(block);
  const { table, legend } =
    block.figure.kind === "bars" ? withBars(block.figure, plain, width) : { table: plain, legend: "" };
  return apart([
    captioned(table, tableLines(table, width), width),
    textLines(legend, width),
    textLines(block.description, width),
  ]);
}

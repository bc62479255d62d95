import { byTag, listOf, oneOf, optional, readFlag, refuse, shapeOf, wholeNumber } from "../core/inner.ts";
import type { Reader } from "../core/inner.ts";
import {
  ALIGNMENTS,
  CELL_EMPHASES,
  MAX_NESTED_COLUMNS,
  NOTE_TONES,
  PAIRS_DISPLAYS,
  type Block,
  type BlockDocument,
  type Cell,
  type Column,
  type ColumnsBlock,
  type FormattedCell,
  type HeadingBlock,
  type ListBlock,
  type NoteBlock,
  type PageBreakBlock,
  type Pair,
  type PairsBlock,
  type ParagraphBlock,
  type SignaturesBlock,
  type TableBlock,
} from "./blocks.ts";
import type { RenderingErrorCode } from "./errors.ts";
import { readFigureBlock } from "./figure/read.ts";
import { readString } from "./text.ts";

const formattedCell = shapeOf<FormattedCell>({ text: readString, emphasis: oneOf(CELL_EMPHASES) });
const cell: Reader<Cell> = (value, path, code) =>
  typeof value === "string" ? value : formattedCell(value, path, code);

const level: Reader<HeadingBlock["level"]> = (value, path, code) => {
  wholeNumber(1, 4)(value, path, code);
  return value;
};

const tableMembers = shapeOf<TableBlock>({
  type: oneOf(["table"]),
  caption: readString,
  quietCaption: optional(readFlag),
  columns: listOf(
    shapeOf<Column>({ header: readString, align: oneOf(ALIGNMENTS), width: optional(wholeNumber(1, 12)) }),
  ),
  rows: listOf(listOf(cell)),
  footer: optional(listOf(cell)),
});

/** A table whose figures stand under their own headers: each row has one cell per column. */
const table: Reader<TableBlock> = (value, path, code) => {
  const { columns, rows, footer } = tableMembers(value, path, code);
  const all = [...rows.entries()].map(([index, row]) => [row, ["rows", index]] as const);
  for (const [row, place] of footer === undefined ? all : [...all, [footer, ["footer"]] as const]) {
    if (row.length === columns.length) continue;
    refuse(code, [...path, ...place], "not one cell per column", {
      received: String(row.length),
      expected: String(columns.length),
    });
  }
  return value;
};

const texts = listOf(readString);

/** A block, and the blocks in its columns as they are read. */
const readBlockWith = (readInner: Reader<Block>): Reader<Block> =>
  byTag<Block, "type">("type", {
    heading: shapeOf<HeadingBlock>({ type: oneOf(["heading"]), level, text: readString }),
    paragraph: shapeOf<ParagraphBlock>({
      type: oneOf(["paragraph"]),
      text: readString,
      emphasis: optional(oneOf(["muted"])),
    }),
    table: table,
    list: shapeOf<ListBlock>({ type: oneOf(["list"]), ordered: readFlag, items: texts }),
    pairs: shapeOf<PairsBlock>({
      type: oneOf(["pairs"]),
      display: oneOf(PAIRS_DISPLAYS),
      items: listOf(shapeOf<Pair>({ name: readString, value: cell, note: optional(readString) })),
    }),
    note: shapeOf<NoteBlock>({
      type: oneOf(["note"]),
      tone: oneOf(NOTE_TONES),
      title: readString,
      texts: texts,
    }),
    figure: readFigureBlock,
    columns: shapeOf<ColumnsBlock>({ type: oneOf(["columns"]), columns: listOf(listOf(readInner)) }),
    signatures: shapeOf<SignaturesBlock>({ type: oneOf(["signatures"]), title: optional(readString), lines: texts }),
    "page-break": shapeOf<PageBreakBlock>({ type: oneOf(["page-break"]) }),
  });

const tooDeep: Reader<Block> = (_, path, code) =>
  refuse(code, path, "columns nested too deep", { max: MAX_NESTED_COLUMNS });

/** One reader per depth, so that nothing recurses over what was not read. */
const readBlock = Array.from({ length: MAX_NESTED_COLUMNS + 1 }).reduce<Reader<Block>>(
  (readInner) => readBlockWith(readInner),
  tooDeep,
);

const readWhole = shapeOf<BlockDocument>({
  title: readString,
  running: optional(readString),
  blocks: listOf(readBlock),
});

/** A document whose blocks can all be written, as it was given. */
export function readDocument(doc: BlockDocument): BlockDocument {
  return readWhole(doc, ["doc"], "rendering/invalid-document" satisfies RenderingErrorCode);
}

/** A table that can be written, as it was given. */
export function readTable(given: TableBlock): TableBlock {
  return table(given, ["table"], "rendering/invalid-document" satisfies RenderingErrorCode);
}

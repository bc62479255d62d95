import type { FigureBlock } from "./figure/types.ts";

/** Where the text of a column may stand: at the start of the line, at its end (numbers), or in the middle. */
export const ALIGNMENTS = ["start", "end", "center"] as const;

/** Where the text of a column is aligned. */
export type Alignment = (typeof ALIGNMENTS)[number];

/** How a cell may stand out: `strong` for totals and findings, `muted` for anything missing or of less weight. */
export const CELL_EMPHASES = ["strong", "muted", "warning"] as const;

/** How a cell stands out. */
export type CellEmphasis = (typeof CELL_EMPHASES)[number];

/**
 * A cell of a table or a value of a list of pairs. A plain string is a cell without emphasis. Line feeds are kept as line
 * breaks; everything else in the text is text, never markup.
 */
export type Cell = string | FormattedCell;

/** A cell with emphasis. */
export interface FormattedCell {
  readonly text: string;
  readonly emphasis: CellEmphasis;
}

/** The text of a cell. */
export const textOf = (cell: Cell): string => (typeof cell === "string" ? cell : cell.text);

/** One column of a table. */
export interface Column {
  readonly header: string;
  readonly align: Alignment;
  /**
   * Twelfths of the table's width, 1 to 12; when omitted, the columns share what is left according to their content.
   */
  readonly width?: number;
}

/** A heading; level 1 is the document's title, once in a document. */
export interface HeadingBlock {
  readonly type: "heading";
  readonly level: 1 | 2 | 3 | 4;
  readonly text: string;
}

/** A paragraph of plain text. */
export interface ParagraphBlock {
  readonly type: "paragraph";
  readonly text: string;
  readonly emphasis?: "muted";
}

/** A table with a caption and a header row, which is repeated on every printed page. */
export interface TableBlock {
  readonly type: "table";
  readonly caption: string;
  /** Set where the heading right above says the same: the caption is then kept for screen readers only. */
  readonly quietCaption?: boolean;
  readonly columns: readonly Column[];
  /** Each row has one cell per column, and is refused otherwise; the first cell names the row. */
  readonly rows: readonly (readonly Cell[])[];
  /** A last row set apart, such as a total. */
  readonly footer?: readonly Cell[];
}

/** A list of short texts. */
export interface ListBlock {
  readonly type: "list";
  readonly ordered: boolean;
  readonly items: readonly string[];
}

/** The forms of names and values: a list of pairs, or tiles for a handful of figures to be seen first. */
export const PAIRS_DISPLAYS = ["list", "tiles"] as const;

/** How names and values are shown. */
export type PairsDisplay = (typeof PAIRS_DISPLAYS)[number];

/** Names and values: as a list of pairs, or as tiles for a handful of figures to be seen first. */
export interface PairsBlock {
  readonly type: "pairs";
  readonly display: PairsDisplay;
  readonly items: readonly Pair[];
}

/** One name and its value, with a line of small print in tiles. */
export interface Pair {
  readonly name: string;
  readonly value: Cell;
  readonly note?: string;
}

/** The tones of a call-out. */
export const NOTE_TONES = ["information", "warning", "sample"] as const;

/** The tone of a call-out. */
export type NoteTone = (typeof NOTE_TONES)[number];

/** A call-out: something to know, something to look at, or "this is a sample". */
export interface NoteBlock {
  readonly type: "note";
  readonly tone: NoteTone;
  readonly title: string;
  /** One text, or one per line of a list. */
  readonly texts: readonly string[];
}

/** Most columns of blocks inside each other: what is deeper is not a page. */
export const MAX_NESTED_COLUMNS = 8;

/**
 * Blocks side by side where the page is wide enough, otherwise one after the other. Columns may stand in columns, to
 * the depth of {@link MAX_NESTED_COLUMNS}.
 */
export interface ColumnsBlock {
  readonly type: "columns";
  readonly columns: readonly (readonly Block[])[];
}

/** Signature lines, one per role, kept together on one printed page. */
export interface SignaturesBlock {
  readonly type: "signatures";
  /** What is signed, for signatures that come to stand on a page of their own. */
  readonly title?: string;
  readonly lines: readonly string[];
}

/** A new printed page. */
export interface PageBreakBlock {
  readonly type: "page-break";
}

/** One block of a document. */
export type Block =
  | HeadingBlock
  | ParagraphBlock
  | TableBlock
  | ListBlock
  | PairsBlock
  | NoteBlock
  | FigureBlock
  | ColumnsBlock
  | SignaturesBlock
  | PageBreakBlock;

/** A document as a tree of blocks, the same for every writer. */
export interface BlockDocument {
  /** Title of the document, shown by its level-1 heading and in the window or file. */
  readonly title: string;
  /** What every printed page says at its foot; default the title. The screen does not show it. */
  readonly running?: string;
  readonly blocks: readonly Block[];
}

import type { Alignment, Cell, NoteBlock, NoteTone, PairsBlock, SignaturesBlock, TableBlock } from "../blocks.ts";
import { columnWidths, tablesThatFit } from "./column-widths.ts";
import type { TableStyle } from "./styles.ts";
import { EMPHASIS, gap, paragraph, run, xmlAttribute, type ParagraphForm } from "./xml.ts";

/** Most rows of a table that is kept on one page. */
const SHORT_TABLE = 8;
/** Most tiles, and most signatures, side by side. */
const MAX_TILES = 5;
const MAX_SIGNATURES = 4;
/** Widths, in twentieths of a point: names of pairs, and the least of a tile and of a line to sign. */
const NAMES = 2700;
const LEAST_TILE = 1700;

/** Which rows and columns of a table have a look of their own; the sum of what the format calls bits. */
interface SetApart {
  readonly firstRow?: boolean;
  readonly lastRow?: boolean;
  readonly firstColumn?: boolean;
}

/** A table around its rows, with the name and description that screen readers say, and a gap after it. */
export function tableXml(
  style: TableStyle,
  widths: readonly number[],
  rows: readonly string[],
  { firstRow = false, lastRow = false, firstColumn = false }: SetApart = {},
  name?: string,
  description?: string,
): string {
  const flag = (is: boolean): string => (is ? "1" : "0");
  const bits = 0x600 + (firstRow ? 0x20 : 0) + (lastRow ? 0x40 : 0) + (firstColumn ? 0x80 : 0);
  const total = widths.reduce((sum, width) => sum + width, 0);
  return [
    `<w:tbl><w:tblPr><w:tblStyle w:val="${style}"/><w:tblW w:w="${String(total)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>`,
    `<w:tblLook w:val="0${bits.toString(16).toUpperCase()}" w:firstRow="${flag(firstRow)}" w:lastRow="${flag(lastRow)}" w:firstColumn="${flag(firstColumn)}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`,
    name === undefined ? "" : `<w:tblCaption w:val="${name}"/>`,
    description === undefined ? "" : `<w:tblDescription w:val="${description}"/>`,
    `</w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${String(width)}"/>`).join("")}</w:tblGrid>`,
    ...rows,
    `</w:tbl>${gap()}`,
  ].join("");
}

/** A row that is not split over two pages, with what else is said of it. */
const rowXml = (cells: readonly string[], more = ""): string =>
  `<w:tr><w:trPr><w:cantSplit/>${more}</w:trPr>${cells.join("")}</w:tr>`;

/** A cell around its paragraphs. */
export const cellXml = (width: number, content: string, more = ""): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${String(width)}" w:type="dxa"/>${more}</w:tcPr>${content}</w:tc>`;

const cellRun = (cell: Cell): string =>
  typeof cell === "string" ? run(cell) : run(cell.text, EMPHASIS[cell.emphasis]);

/** A table under its caption; one that has no room on its page in several. */
export function figuresXml(table: TableBlock, width: number, isWide: boolean, description?: string): string {
  const caption = table.quietCaption === true ? "" : paragraph("Caption", run(table.caption), { keepNext: true });
  const parts = isWide ? tablesThatFit(table, width) : [table];
  return caption + parts.map((part) => partXml(part, width, description)).join("");
}

function partXml(table: TableBlock, width: number, description?: string): string {
  const { columns, rows, footer } = table;
  if (columns.length === 0) return "";
  const widths = columnWidths(table, width);
  const row = (cells: readonly string[], keepNext: boolean, more?: string): string =>
    rowXml(
      cells.map((content, at) => {
        const align: Alignment = columns[at]?.align ?? "start";
        const isHeader = more !== undefined;
        return cellXml(
          widths[at] ?? 0,
          paragraph(isHeader ? "TableHeader" : "TableText", content, { align, keepNext }),
        );
      }),
      more,
    );
  const last = rows.length - 1;
  const written = rows.map((cells, at) =>
    row(cells.map(cellRun), at < last ? rows.length <= SHORT_TABLE : footer !== undefined),
  );
  const headers = columns.map(({ header }) => run(header));
  return tableXml(
    "Figures",
    widths,
    [
      row(headers, rows.length > 0, "<w:tblHeader/>"),
      ...written,
      ...(footer === undefined ? [] : [row(footer.map(cellRun), false)]),
    ],
    { firstRow: true, lastRow: footer !== undefined, firstColumn: true },
    xmlAttribute(table.caption),
    description === undefined ? undefined : xmlAttribute(description),
  );
}

/** Names and values: a table of two columns, or tiles in rows. */
export function pairsXml({ display, items }: PairsBlock, width: number): string {
  if (items.length === 0) return "";
  switch (display) {
    case "list": {
      const names = Math.min(NAMES, Math.round(width * 0.4));
      const rows = items.map(({ name, value, note }) =>
        rowXml([
          cellXml(names, paragraph("TableText", run(name))),
          cellXml(width - names, paragraph("TableText", cellRun(value)) + small(note)),
        ]),
      );
      return tableXml("Pairs", [names, width - names], rows, { firstColumn: true });
    }
    case "tiles": {
      const tiles = items.map(({ name, value, note }) => {
        const named = paragraph("TableText", run(name, "Muted"), { keepNext: true });
        return named + paragraph("TileValue", cellRun(value)) + small(note);
      });
      return sideBySide("Tiles", tiles, width, MAX_TILES);
    }
  }
}

const small = (note: string | undefined): string =>
  note === undefined ? "" : paragraph("TableText", run(note, "Muted"));

/** Cells of one width in rows of about the same length, kept on one page. */
function sideBySide(style: TableStyle, contents: readonly string[], width: number, most: number): string {
  const fit = Math.max(1, Math.min(most, Math.floor(width / LEAST_TILE)));
  const rows = Math.ceil(contents.length / fit);
  const each = Math.ceil(contents.length / rows);
  const widths = Array.from({ length: each }, () => Math.floor(width / each));
  const written = Array.from({ length: rows }, (_, row) => {
    const cells = contents.slice(row * each, (row + 1) * each).map((content, at) => cellXml(widths[at] ?? 0, content));
    const missing = each - cells.length;
    return `<w:tr><w:trPr>${missing === 0 ? "" : `<w:gridAfter w:val="${String(missing)}"/>`}<w:cantSplit/></w:trPr>${cells.join("")}</w:tr>`;
  });
  return tableXml(style, widths, written);
}

const NOTE: Readonly<Record<NoteTone, TableStyle>> = {
  information: "NoteInformation",
  warning: "NoteWarning",
  sample: "NoteSample",
};

/** A call-out: one cell with its title and its texts as a list. */
export function noteXml({ tone, title, texts }: NoteBlock, width: number, bullets: number): string {
  const content = [
    paragraph("TableText", run(title, "Strong"), { keepNext: texts.length > 0 }),
    ...texts.map((text) => paragraph("TableList", run(text), { list: bullets })),
  ];
  return tableXml(NOTE[tone], [width], [rowXml([cellXml(width, content.join(""))])]);
}

/** Lines to sign, side by side under what is signed. */
export function signaturesXml({ title, lines }: SignaturesBlock, width: number): string {
  const signed = title === undefined ? "" : paragraph("Caption", run(title), { keepNext: true });
  if (lines.length === 0) return signed;
  const form: ParagraphForm = { keepNext: lines.length > MAX_SIGNATURES };
  return (
    signed +
    sideBySide(
      "Layout",
      lines.map((line) => paragraph("Signature", run(line), form)),
      width,
      MAX_SIGNATURES,
    )
  );
}

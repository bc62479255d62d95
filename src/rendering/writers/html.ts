import { documentStyles } from "./styles.ts";
import { optional, readLanguageTag, shapeOf } from "../../core/inner.ts";
import type { RenderingErrorCode } from "../errors.ts";
import { drawFigure } from "../figure/draw/draw.ts";
import { figureTable } from "../figure/table.ts";
import type { FigureBlock } from "../figure/types.ts";
import { readDocument } from "../read-document.ts";
import { escapeHtml, readString } from "../text.ts";
import type {
  Alignment,
  Block,
  BlockDocument,
  Cell,
  CellEmphasis,
  Column,
  NoteBlock,
  NoteTone,
  PairsBlock,
  PairsDisplay,
  TableBlock,
} from "../blocks.ts";

/** How an HTML document is written. */
export interface HtmlOptions {
  /** Language of the text, a BCP 47 tag such as `"zh-Hans"`; screen readers and fonts go by it. */
  readonly lang: string;
  /** Title of the window; default the document's own. */
  readonly title?: string;
}

const readOptions = shapeOf<HtmlOptions>({ lang: readLanguageTag, title: optional(readString) });

/**
 * A document as one complete HTML page, for the screen and for A4 paper (HTML 文档).
 *
 * Semantic and accessible: headings, captions, `scope` on header cells, figures with a title and a description, the
 * language on the root. Self-contained: no script, nothing fetched, one stylesheet in the head, a content policy that
 * forbids everything else. Text never becomes markup. Byte-stable: the same document gives the same bytes on every runtime.
 *
 * @param doc - block tree
 * @param options - language, and a different window title
 * @returns HTML, ending with a line feed
 * @throws `rendering/invalid-document` for a block of an unknown kind, a member that is missing, misspelt or of another
 *   kind, a row without one cell per column, columns nested deeper than {@link MAX_NESTED_COLUMNS}
 * @throws `rendering/invalid-option` for a language that is not a BCP 47 tag, such as `zh_CN`, and for any other option
 *   that is missing, misspelt or of another kind
 * @example
 * const doc = { title: "Plan", blocks: [{ type: "paragraph", text: "1 < 2" }] } as const;
 * const html = toHtml(doc, { lang: "en" });
 * html.startsWith('<!doctype html>\n<html lang="en">') // => true
 * html.includes("<p>1 &lt; 2</p>") // => true
 * toHtml(doc, { lang: "zh_CN" }) // throws rendering/invalid-option
 * @since 0.1.0
 */
export function toHtml(doc: BlockDocument, options: HtmlOptions): string {
  const { lang, title } = readOptions(options, ["options"], "rendering/invalid-option" satisfies RenderingErrorCode);
  const ids: Ids = new Map();
  const { blocks } = readDocument(doc);
  const body = blocks.map((block) => blockHtml(block, ids)).join("\n");
  return [
    "<!doctype html>",
    `<html lang="${lang}">`,
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escapeHtml(title ?? doc.title)}</title>`,
    `<style>${documentStyles}</style>`,
    "</head>",
    `<body${classAttribute(blocks.some(isWideTable) ? "landscape" : "")}>`,
    '<div class="sheet">',
    `<div class="running" aria-hidden="true"><div>${escapeHtml(doc.running ?? doc.title)}</div></div>`,
    "<main>",
    body,
    "</main>",
    "</div>",
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

/** Counts of ids given out in one document. */
type Ids = Map<string, number>;

function nextId(ids: Ids, kind: string): string {
  const n = (ids.get(kind) ?? 0) + 1;
  ids.set(kind, n);
  return `${kind}-${String(n)}`;
}

function blockHtml(block: Block, ids: Ids): string {
  switch (block.type) {
    case "heading":
      return `<h${String(block.level)}>${lines(block.text)}</h${String(block.level)}>`;
    case "paragraph":
      return `<p${block.emphasis === "muted" ? ' class="muted"' : ""}>${lines(block.text)}</p>`;
    case "table":
      return tableHtml(block);
    case "list": {
      const tag = block.ordered ? "ol" : "ul";
      return `<${tag}>${block.items.map((item) => `<li>${lines(item)}</li>`).join("")}</${tag}>`;
    }
    case "pairs":
      return pairsHtml(block);
    case "note":
      return noteHtml(block);
    case "figure":
      return figureHtml(block, nextId(ids, "figure"));
    case "columns":
      return `<div class="columns">${block.columns
        .map((blocks) => `<div>${blocks.map((inner) => blockHtml(inner, ids)).join("\n")}</div>`)
        .join("\n")}</div>`;
    case "signatures": {
      const lined = `<div class="signatures">${block.lines.map((line) => `<div>${lines(line)}</div>`).join("")}</div>`;
      if (block.title === undefined) return lined;
      return `<div class="signed"><p class="title">${lines(block.title)}</p>${lined}</div>`;
    }
    case "page-break":
      return '<hr class="page-break">';
  }
}

/** Escaped text with its line feeds as breaks; a date is never broken over two lines. */
function lines(text: string): string {
  return escapeHtml(text)
    .replaceAll("\n", "<br>")
    .replace(/(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])/g, '<span class="date">$&</span>');
}

/** Classes of the stylesheet; what stands as usual has none. */
const EMPHASIS: Readonly<Record<CellEmphasis, string>> = { strong: "strong", muted: "muted", warning: "warning-text" };
const ALIGN: Readonly<Record<Alignment, string>> = { start: "", end: "end", center: "center" };
const PAIRS: Readonly<Record<PairsDisplay, string>> = { list: "pairs", tiles: "tiles" };
const NOTE: Readonly<Record<NoteTone, string>> = { information: "", warning: "warning", sample: "sample" };

function cellParts(cell: Cell): { readonly text: string; readonly className: string } {
  return typeof cell === "string"
    ? { text: lines(cell), className: "" }
    : { text: lines(cell.text), className: EMPHASIS[cell.emphasis] };
}

function classAttribute(...names: readonly string[]): string {
  const used = names.filter((name) => name !== "");
  return used.length === 0 ? "" : ` class="${used.join(" ")}"`;
}

/** Fewest columns of a table whose rows are stacked on a phone, each cell under its header. */
const STACKED_TABLE = 4;

/** Fewest columns of a table that needs a page on its side. */
const WIDE_TABLE = 9;

/** Whether some table of a document, in columns or not, needs a page on its side. */
const isWideTable = (block: Block): boolean => {
  if (block.type === "table") return block.columns.length >= WIDE_TABLE;
  return block.type === "columns" && block.columns.some((blocks) => blocks.some(isWideTable));
};

/** Most rows of a table that is kept on one printed page. */
const SHORT_TABLE = 8;

function tableHtml(table: TableBlock): string {
  const isStacked = table.columns.length >= STACKED_TABLE;
  const align = (column: Column | undefined): string => (column === undefined ? "" : ALIGN[column.align]);
  const row = (cells: readonly Cell[]): string =>
    `<tr>${cells
      .map((cell, at) => {
        const { text, className } = cellParts(cell);
        const column = table.columns[at];
        const attribute = classAttribute(align(column), className);
        if (at === 0) return `<th scope="row"${attribute}>${text}</th>`;
        const label = isStacked ? ` data-label="${escapeHtml(column?.header ?? "")}"` : "";
        return `<td${attribute}${label}>${text}</td>`;
      })
      .join("")}</tr>`;
  const columns = table.columns.some((column) => column.width !== undefined)
    ? `<colgroup>${table.columns.map(({ width }) => `<col${classAttribute(width === undefined ? "" : `w${String(width)}`)}>`).join("")}</colgroup>`
    : "";
  const header = table.columns
    .map((column) => `<th scope="col"${classAttribute(align(column))}>${lines(column.header)}</th>`)
    .join("");
  return [
    `<div class="scroll"><table${classAttribute(table.rows.length <= SHORT_TABLE ? "short" : "", isStacked ? "stacked" : "")}><caption${classAttribute(table.quietCaption === true ? "quiet" : "")}>${lines(table.caption)}</caption>${columns}`,
    `<thead><tr>${header}</tr></thead>`,
    `<tbody>${table.rows.map(row).join("\n")}</tbody>`,
    ...(table.footer === undefined ? [] : [`<tfoot>${row(table.footer)}</tfoot>`]),
    "</table></div>",
  ].join("\n");
}

/** A drawing, and for readers who cannot see it a table of all it says. */
function figureHtml(block: FigureBlock, id: string): string {
  return (
    `<figure><figcaption>${lines(block.title)}</figcaption>${drawFigure(block, id)}` +
    `<div class="readers">${tableHtml(figureTable(block))}</div></figure>`
  );
}

function pairsHtml({ display, items }: PairsBlock): string {
  const tiles = display === "tiles";
  const pairs = items.map(({ name, value, note }) => {
    const { text, className } = cellParts(value);
    const small = note === undefined ? "" : `<dd class="small">${lines(note)}</dd>`;
    return `<div><dt>${lines(name)}</dt><dd${classAttribute(tiles ? "value" : "", className)}>${text}</dd>${small}</div>`;
  });
  return `<dl class="${PAIRS[display]}">${pairs.join("\n")}</dl>`;
}

function noteHtml({ tone, title, texts }: NoteBlock): string {
  const items = texts.length === 0 ? "" : `<ul>${texts.map((text) => `<li>${lines(text)}</li>`).join("")}</ul>`;
  return `<aside${classAttribute("note", NOTE[tone])}><p class="title">${lines(title)}</p>${items}</aside>`;
}
